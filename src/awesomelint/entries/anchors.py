"""The anchors of a page: what `#fragment` may name.

In goes a list that was read, out come the anchors that GitHub gives its headings, and those written by hand. The way from
a heading to its anchor is GitHub's own (github/gh-toc and html-pipeline's TableOfContentsFilter): small letters, no
punctuation but hyphens and underscores, a hyphen for every blank, `-1`, `-2` for repeats.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from ..markdown import Block, Inline
from .model import AwesomeList

_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
_BY_HAND = re.compile(r"""<[a-zA-Z][^<>]*?\s(?:id|name)\s*=\s*["']?([^"'\s>]+)""")


class Anchor(NamedTuple):
    """A heading with the fragment that opens it."""

    name: str
    heading: Block
    title: str


def slug(title: str) -> str:
    """The fragment that GitHub gives a heading of these words, repeats not counted; a blank beside a picture counts."""
    return "".join(filter(_kept, title.lower())).replace(" ", "-")


def _kept(char: str) -> bool:
    """Whether GitHub keeps a character: letters, digits, marks (an emoji's variation selector is one), hyphens, underscores, blanks."""
    return char.isalnum() or char in " -" or unicodedata.category(char) in ("Mn", "Mc", "Me", "Pc")


def _words(nodes: Iterable[Inline]) -> str:
    """What a heading says without its pictures and tags."""
    words = []
    for node in nodes:
        if node.kind in ("text", "code", "autolink"):
            words.append(node.text)
        elif node.kind in ("soft_break", "hard_break"):
            words.append(" ")
        elif node.kind not in ("image", "html"):
            words.append(_words(node.children))
    return "".join(words)


def anchors_of(found: AwesomeList) -> list[Anchor]:
    """The anchor of every heading, in the order of the text."""
    seen: dict[str, int] = {}
    anchors = []
    for block, title in found.headings:
        name = slug(_words(found.document.inlines(block)))
        number = seen.get(name, 0)
        seen[name] = number + 1
        anchors.append(Anchor(f"{name}-{number}" if number else name, block, title))
    return anchors


def by_hand(found: AwesomeList) -> set[str]:
    """The anchors that the author wrote as `id` or `name` of a tag; GitHub puts `user-content-` before each."""
    return {name[1].removeprefix("user-content-") for name in _BY_HAND.finditer(found.source.text)}


def fragment_of(url: str) -> str | None:
    """The fragment of an address in the page itself; None for any other address."""
    return unquote(url[1:]) if url.startswith("#") else None


def without_dress(title: str) -> str:
    """The words of a heading without emoji, shortcodes and counts, for comparing a contents' words with it."""
    return " ".join(re.sub(r"[^\w&+./'’-]+", " ", _SHORTCODE.sub(" ", title)).split()).casefold()
