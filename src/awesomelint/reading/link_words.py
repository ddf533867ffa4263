"""What a link shows of itself: its words, its picture, the emphasis of all of it; and whether its words hold more than one field."""

from __future__ import annotations

from ..markdown import Inline, plain
from .cuts import BOLD, CODE, CUT_LINK, ITALIC, LED_LINK, PREPRINT, STRIKE, is_parted, is_reference
from .page import Page, holds_all
from .vocabulary import LINK, holds_fact, key_role

STYLES = {"strong": BOLD, "emphasis": ITALIC, "strike": STRIKE}


def only_image(node: Inline) -> Inline | None:
    """The image of a link that holds nothing else."""
    children = [child for child in node.children if child.kind != "text" or child.text.strip()]
    return children[0] if len(children) == 1 and children[0].kind == "image" else None


def label_of(node: Inline) -> str:
    """The words of a link; what a picture among them says only where there are no others."""
    words = plain([child for child in node.children if child.kind != "image"])
    return words if words.strip() else plain(node.children)


def inner_style(node: Inline) -> int:
    """The style of a link's whole label: `[**Title**](url)`."""
    style = 0
    children = node.children
    while len(children) == 1 and (children[0].kind in STYLES or children[0].kind == "code"):
        style |= STYLES.get(children[0].kind, CODE)
        children = children[0].children
    return style


def holds_more(node: Inline, words: str, page: Page) -> bool:
    """Whether a link's words hold a venue, a date or names beside a title, or those alone, so that they are cut."""
    if (page.is_label(words) and PREPRINT.match(words) is None) or words.startswith(("https://", "http://")):
        return False
    return (
        holds_fact(words)
        or CUT_LINK.search(words) is not None
        or is_parted(node)
        or is_reference(words)
        or _is_led(words)
        or (page.cuts_links and holds_all(words))
    )


def _is_led(words: str) -> bool:
    """Whether a label or a name in brackets stands before a link's other words."""
    led = LED_LINK.match(words)
    return led is not None and (led["key"] is None or key_role(led["key"]) == LINK)
