"""Text -> nodes with exact spans. The only place that knows mistune.

`parse` reads the blocks; inline content is read only where somebody asks for it, through
`Document.inlines`, once a block: by `scanner.py`, and by `exact.py` where the scanner is not certain.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from . import elements
from .blocks import read_blocks
from .exact import ExactReader
from .loose import loose
from .nodes import Block, Definition, Inline, plain
from .places import moved, places_of
from .scanner import Scanner, Unsure
from .tables import cells_of
from .tags import html_nodes, resolved

HTML = elements.HTML
SUMMARY_LEVEL = elements.SUMMARY_LEVEL
__all__ = ["HTML", "SUMMARY_LEVEL", "Block", "Definition", "Document", "Inline", "cells_of", "parse", "plain"]


class Document:
    """A text as blocks, with the inline content of each on demand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root, self.definitions = read_blocks(text)
        self._read: dict[tuple[tuple[int, int], ...], tuple[Inline, ...]] = {}
        self._loose: dict[int, str] = {}
        self._seen: dict[tuple[tuple[int, int], ...], tuple[Inline, ...]] = {}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The top blocks as a reader sees them: what HTML blocks show stands in their place."""
        return elements.taken_apart(self.text, self.root.children)

    def content(self, block: Block) -> tuple[Inline, ...]:
        """The inline nodes of a leaf as a reader sees them: HTML's links and images are links and images."""
        nodes = self._seen.get(block.lines)
        if nodes is None:
            if block.marker == elements.HTML:
                nodes = html_nodes(self.text, block.lines[0][0], block.lines[-1][1]) if block.lines else ()
            else:
                nodes = self.inlines(block)
                if self.text.find("<", block.start, block.end) >= 0:
                    nodes = resolved(self.text, nodes)
            self._seen[block.lines] = nodes
        return nodes

    def inlines(self, block: Block) -> tuple[Inline, ...]:
        """The inline nodes of a paragraph, heading or cell, in order; other blocks have none."""
        lines = block.lines
        nodes = self._read.get(lines)
        if nodes is None:
            nodes = self._read[lines] = self._inlines(lines) if lines else ()
        return nodes

    def nodes(self, block: Block) -> Iterator[Inline]:
        """Every inline node of a leaf, those within others too, in the order of the text."""
        for top in self.inlines(block):
            yield from top.walk()

    def loose(self, block: Block) -> str:
        """What readers see of a leaf that Markdown did not understand (see `loose.py`); its places begin at `block.start`."""
        shown = self._loose.get(block.start)
        if shown is None:
            shown = self._loose[block.start] = loose(self.text, block, self.inlines(block))
        return shown

    def _inlines(self, lines: tuple[tuple[int, int], ...]) -> tuple[Inline, ...]:
        start, end = lines[0][0], lines[-1][1]
        if start >= end:
            return ()
        if len(lines) == 1 or self._adjoin(lines):
            try:
                return self._scanner.read(start, end)
            except Unsure:
                return self._exact.nodes(self.text[start:end], [0], [start])
        text = "\n".join([self.text[first:last] for first, last in lines])
        starts, sources = places_of(lines)
        try:
            nodes = Scanner(text, self.definitions).read(0, len(text))
        except Unsure:
            return self._exact.nodes(text, starts, sources)
        return moved(nodes, starts, sources)

    def _adjoin(self, lines: tuple[tuple[int, int], ...]) -> bool:
        """Whether nothing but a line feed stands between the lines, so that they are one slice of the text."""
        at = lines[0][0]
        for start, end in lines:
            if start != at:
                return False
            at = end + 1
        return "\r" not in self.text[lines[0][0] : lines[-1][1]]

    @cached_property
    def _scanner(self) -> Scanner:
        return Scanner(self.text, self.definitions)

    @cached_property
    def _exact(self) -> ExactReader:
        return ExactReader(self.definitions)


def parse(text: str) -> Document:
    """Read a text without byte-order mark."""
    return Document(text)
