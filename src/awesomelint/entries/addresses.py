"""Every address that a document links to: those of entries and of the prose around them, in Markdown and in tags.

In goes a list, out come its addresses with their places, in the order of the text. Pictures are none: what a badge counts is asked of the
service, not of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..markdown import Inline
from ..markdown.tags import html_nodes, resolved
from ..source import Span
from .model import AwesomeList


class Address(NamedTuple):
    """One link of the document: its address as a browser gets it, and where to point at."""

    url: str
    span: Span
    """The address's own place, or the link's where a definition holds the address."""
    written: bool
    """Whether the address stands at `span`."""


def addresses_of(found: AwesomeList) -> Iterator[Address]:
    """The document's links that lead somewhere out over the web."""
    text = found.source.text
    places: list[Inline] = []
    for block in found.blocks():
        if block.kind == "html":
            places += _links(html_nodes(text, block.start, block.end))
        elif block.lines and block.kind in ("paragraph", "heading", "cell"):
            nodes = found.document.inlines(block)
            places += _links(resolved(text, tuple(nodes)))
    for node in places:
        if node.url.lower().startswith(("http://", "https://", "//")):
            written = node.url_start >= 0
            span = Span(node.url_start, node.url_end) if written else Span(node.start, node.end)
            yield Address(node.url.strip(), span, written)


def _links(nodes: tuple[Inline, ...]) -> Iterator[Inline]:
    return (node for top in nodes for node in top.walk() if node.kind in ("link", "autolink"))
