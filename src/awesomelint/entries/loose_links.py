"""Links that Markdown did not understand: what of a link is left on the page as characters.

In goes an entry of a list, out come the loose texts of its leaves, in which links, addresses, code and images are one private character
each, so that a pattern over what is left finds broken links and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..markdown.loose import ADDRESS, LINK
from .model import AwesomeList, Entry

LINKS, ADDRESSES = f"{LINK}+", f"{ADDRESS}+"
"""Patterns for one link or several side by side, and for one bare address."""


class Loose(NamedTuple):
    """A leaf's loose text; its places begin at `base` in the source."""

    text: str
    base: int


def loose_texts(found: AwesomeList, entry: Entry) -> Iterator[Loose]:
    """The loose text of each leaf of an entry, from the entry's begin on."""
    for block in found.leaves_of(entry):
        shown = found.document.loose(block)
        cut = max(0, entry.span.start - block.start)
        if "[" in shown or "]" in shown or ")" in shown:
            yield Loose(shown[cut : entry.span.end - block.start], block.start + cut)


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
