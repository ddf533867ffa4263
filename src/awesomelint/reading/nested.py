"""Items within an item: entries of their own, or what says more of the one they stand in.

In go an item's own paragraphs and the items nested in it, out comes which of the two it is.
"""

from __future__ import annotations

from ..markdown import Block, Document, plain
from .glance import Glances
from .headings import leaves_of
from .vocabulary import holds_fact

# So many words below its title tell of an item, over so few links.
_TOLD, _FEW_PARTS = 8, 3
# So many words above a list say what it holds.
_SHORT_HEAD = 4
# The share of nested items that must be titles before each is an entry.
TITLES = 0.75


class Nested:
    """What nested items are, asked of a document at a glance."""

    def __init__(self, document: Document, glance: Glances) -> None:
        self.document = document
        self.glance = glance

    def each(self, own: list[Block], nested: list[Block]) -> bool:
        """Whether nested items are entries of their own rather than parts of their parent."""
        if not own:
            return True
        head = self.glance(own[0])
        standing = sum(self.item_stands(part, like_linked=head.linked if head.outward else None) for part in nested)
        if head.outward:
            return 2 * standing > len(nested)
        if not standing and self.heads_titles(own[0], nested):
            return True
        if head.lead == "title" and self.says_more(own, nested):
            return False
        if standing == 1 and len(nested) > 1 and head.lead == "title" and self.rest_is_parts(nested):
            return False  # a short name over its paper's title and links
        return 2 * standing >= len(nested) and standing > 0

    def says_more(self, own: list[Block], nested: list[Block]) -> bool:
        """Whether nested items say more of their parent: it tells of itself over a few, or one holds all its labelled links."""
        firsts = [leaf for part in nested for leaf in leaves_of(part)[:1]]
        if len(nested) == 1 and len(own) == 1:
            only = self.glance(firsts[0])
            return not only.linked and only.outward == only.labelled > 1
        told = sum(self.glance(one).own for one in own[1:] if not self.glance(one).outward)
        return len(nested) <= _FEW_PARTS and told >= _TOLD

    def heads_titles(self, head: Block, nested: list[Block]) -> bool:
        """Whether a word or two stand above items that are titles though nothing here is linked: `Segmentation` over papers."""
        if len(nested) < 2 or self.glance(head).own > _SHORT_HEAD or holds_fact(plain(self.document.content(head))):
            return False
        below = [leaf for part in nested for leaf in leaves_of(part)]
        seen = [self.glance(leaf) for leaf in below]
        firsts = [self.glance(leaf) for part in nested for leaf in leaves_of(part)[:1]]
        titles = sum(one.lead == "title" and one.own > _SHORT_HEAD for one in firsts)
        return not any(one.outward or one.badges for one in seen) and titles >= TITLES * len(nested)

    def rest_is_parts(self, nested: list[Block]) -> bool:
        """Whether the first nested item stands for itself and all others only say more of it."""
        firsts = [next((child for child in item.children if child.kind == "paragraph"), None) for item in nested]
        seen = [self.glance(one) for one in firsts if one is not None]
        return len(seen) == len(nested) and seen[0].stands and all(one.part for one in seen[1:])

    def item_stands(self, item: Block, like_linked: bool | None) -> bool:
        """Whether a nested item stands for an entry; beside a parent that is one, only if it is made like it."""
        if any(child.kind == "table" for child in item.children):
            return True
        own = next((child for child in item.children if child.kind == "paragraph"), None)
        if own is None:
            return False
        seen = self.glance(own)
        if seen.stands and (like_linked is None or seen.linked == like_linked):
            return True
        if seen.outward or like_linked is not None:
            return False
        inner = [part for child in item.children if child.kind == "list" for part in child.children]
        return any(self.item_stands(part, None) for part in inner)
