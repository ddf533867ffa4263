"""A list's table of contents: its lines, and the headings that they open.

In goes a list that was read, out come the lines of the first list of in-page links, each with its heading.
"""

from __future__ import annotations

from typing import NamedTuple

from ..markdown import Block, Inline, plain
from ..source import Span
from .anchors import Anchor, anchors_of, fragment_of
from .model import AwesomeList

# So many links to headings make a table of contents, and so much of what a list holds.
LEAST = 3
MOSTLY = 0.8


class Line(NamedTuple):
    """One line: what stands before its link (indent and mark), its words, and the heading that it opens, if there is one."""

    start: int
    end: int
    """Behind the lines below it."""
    before: str
    words: Span
    text: str
    exact: bool
    fragment: str
    anchor: Anchor | None
    depth: int


class Contents(NamedTuple):
    """The lines in order, and the headings that stand behind them."""

    block: Block
    lines: tuple[Line, ...]
    anchors: tuple[Anchor, ...]


def contents_of(found: AwesomeList) -> Contents | None:
    """The table of contents, or None."""
    if found.source.text.count("](#") < LEAST:
        return None
    anchors = anchors_of(found)
    by_name = {anchor.name: anchor for anchor in anchors}
    for block in found.document.root.children:
        if block.kind != "list":
            continue
        lines = tuple(_lines(found, block, by_name, 0))
        items = sum(one.kind == "item" for one in block.walk())
        if len(lines) >= LEAST and len(lines) >= MOSTLY * items:
            entries = {entry.span.start for entry in found.entries}
            behind = (one for one in anchors if one.heading.start > block.end and one.heading.start not in entries)
            return Contents(block, lines, tuple(behind))
    return None


def _lines(found: AwesomeList, block: Block, by_name: dict[str, Anchor], depth: int) -> list[Line]:
    lines: list[Line] = []
    for item in block.children:
        for child in item.children:
            if child.kind == "list":
                lines += _lines(found, child, by_name, depth + 1)
            elif child.kind == "paragraph" and (link := _link(found, child)) is not None:
                lines.append(_line(found, item, link, by_name, depth))
    return lines


def _link(found: AwesomeList, paragraph: Block) -> Inline | None:
    """The link within the page that a line begins with."""
    for node in found.document.inlines(paragraph):
        for inner in node.walk():
            if inner.kind == "link":
                return inner if fragment_of(inner.url) is not None else None
    return None


def _line(found: AwesomeList, item: Block, link: Inline, by_name: dict[str, Anchor], depth: int) -> Line:
    text = found.source.text
    start = found.source.line_span(found.source.line_of(item.start)).start
    words = Span(link.inner_start, link.inner_end)
    label = plain(link.children)
    fragment = fragment_of(link.url) or ""
    before = text[start : item.content]
    return Line(
        item.start, item.end, before, words, label, label == text[words.start : words.end], fragment, by_name.get(fragment), depth
    )  # fmt: skip
