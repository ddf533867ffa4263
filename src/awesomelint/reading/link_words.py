"""What a link shows of itself: its words, its picture, the emphasis of all of it."""

from __future__ import annotations

from ..markdown import Inline, plain
from .cuts import BOLD, CODE, ITALIC, STRIKE

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
