"""Links that Markdown did not understand: what of a link is left on the page as characters.

In goes a list, out come the loose texts of the leaves among its entries, in which links, addresses, code and images are private characters,
so that a pattern over what is left finds broken links and nothing else. An entry whose only link is broken is not read as one, so the leaves between
entries are asked as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ..markdown import Block
from ..markdown.loose import ADDRESS, ESCAPED, LINK
from .model import AwesomeList, Entry

ADDRESSES = rf"(?:{ADDRESS}+|https?://[^\s\[\]()<>{LINK}-{ESCAPED}]+)"
"""A pattern for one address that is no link's: GitHub makes no link of one behind a bracket."""


MOST = 20
"""More brackets without partner in one leaf are no slips of a link."""


class Loose(NamedTuple):
    """A leaf's loose text; its places begin at `base` in the source."""

    text: str
    base: int


def loose_texts(found: AwesomeList) -> Iterator[Loose]:
    """The loose text of each leaf that stands in a section with entries and shows a bracket."""
    for block in leaves_among_entries(found):
        shown = found.document.loose(block)
        if "[" in shown or "]" in shown or ")" in shown:
            yield Loose(shown, block.start)


def leaves_among_entries(found: AwesomeList) -> Iterator[Block]:
    """The leaves of the sections with entries, from the first entry of each on."""
    ends = [*(section.span.start for section in found.sections[1:]), len(found.source.text) + 1]
    for section, end in zip(found.sections, ends, strict=True):
        if section.entries:
            at = bisect_left(found.leaves, section.entries[0].span.start, key=lambda block: block.start)
            if at and found.leaves[at - 1].end > section.entries[0].span.start:
                at -= 1
            while at < len(found.leaves) and found.leaves[at].start < end:
                if found.leaves[at].kind != "heading":
                    yield found.leaves[at]
                at += 1


def entry_around(found: AwesomeList, offset: int) -> Entry | None:
    """The entry at a place, else the one before it in the text: its neighbours' ways are likely its own."""
    at = bisect_right(found.entries, offset, key=lambda entry: entry.span.start) - 1
    return found.entries[at] if at >= 0 else next(iter(found.entries), None)


def unmatched(text: str, opening: str, closing: str) -> list[int]:
    """Where the brackets of a kind stand that have no partner, in order."""
    if opening not in text and closing not in text:
        return []
    opened: list[int] = []
    left: list[int] = []
    for at, char in enumerate(text):
        if char == opening:
            opened.append(at)
        elif char == closing:
            if opened:
                opened.pop()
            else:
                left.append(at)
    return sorted(left + opened)
