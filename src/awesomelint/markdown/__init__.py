"""Text -> nodes with exact spans. The only place that knows mistune.

`parse` reads the blocks; inline content is read only where somebody asks for it, through
`Document.inlines`, once a block.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from . import autolinks, elements
from .blocks import read_blocks
from .delimiters import Token
from .inlines import SpanningParser
from .loose import loose
from .nodes import Block, Definition, Inline, plain
from .scalars import decode, decode_entities
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
        self._read: dict[tuple[int, int], tuple[Inline, ...]] = {}
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
                if "<" in self.text[block.start : block.end]:
                    nodes = resolved(self.text, nodes)
            self._seen[block.lines] = nodes
        return nodes

    def inlines(self, block: Block) -> tuple[Inline, ...]:
        """The inline nodes of a paragraph, heading or cell, in order; other blocks have none."""
        key = (block.start, block.end) if block.kind != "cell" else block.lines[0]
        nodes = self._read.get(key)
        if nodes is None:
            nodes = self._read[key] = self._inlines(block.lines) if block.lines else ()
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
        if lines[0][0] >= lines[-1][1]:
            return ()
        if len(lines) == 1:
            text = self.text[lines[0][0] : lines[0][1]]
            return _Places(text, [0], [lines[0][0]], self).nodes(self._tokens(text))
        starts, at = [], 0
        for start, end in lines:
            starts.append(at)
            at += end - start + 1
        text = "\n".join([self.text[start:end] for start, end in lines])
        return _Places(text, starts, [start for start, _ in lines], self).nodes(self._tokens(text))

    def _tokens(self, text: str) -> list[Token]:
        if autolinks.HINT.search(text) is None:
            return self._plain_parser.read(text, self._references)
        tokens = self._plain_parser.read(text, self._references)
        if any(_holds_address(text, token) for token in tokens):
            tokens = self._address_parser.read(text, self._references)
        return tokens

    @cached_property
    def _references(self) -> dict[str, dict[str, str]]:
        return {key: {"url": found.url, "title": found.title} for key, found in self.definitions.items()}

    @cached_property
    def _plain_parser(self) -> SpanningParser:
        return SpanningParser(bare_addresses=False)

    @cached_property
    def _address_parser(self) -> SpanningParser:
        return SpanningParser(bare_addresses=True)


def parse(text: str) -> Document:
    """Read a text without byte-order mark."""
    return Document(text)


def _holds_address(text: str, token: Token) -> bool:
    """Whether a bare address may stand in a text outside of links."""
    kind = token["type"]
    if kind == "text":
        return autolinks.HINT.search(text, token["at"], token["to"]) is not None
    if kind in ("emphasis", "strong", "strike"):
        return any(_holds_address(text, child) for child in token["children"])
    return False


class _Places:
    """Turns tokens with places in a block's text into nodes with places in the source."""

    def __init__(self, text: str, starts: list[int], sources: list[int], document: Document) -> None:
        self.text = text
        self.starts = starts
        self.sources = sources
        self.document = document

    def at(self, offset: int) -> int:
        if len(self.starts) == 1:
            return self.sources[0] + offset
        line = bisect_right(self.starts, offset) - 1
        return self.sources[line] + offset - self.starts[line]

    def nodes(self, tokens: list[Token], in_link: bool = False) -> tuple[Inline, ...]:
        text, at = self.text, self.at
        made: list[Inline] = []
        for token in tokens:
            kind, first, last = token["type"], token["at"], token["to"]
            start, end = at(first), at(last)
            if kind == "text":
                raw = text[first:last]
                if autolinks.MAIL_HINT in raw and not in_link:
                    made.extend(self.with_mail(raw, start))
                else:
                    made.append(Inline(kind, start, end, start, end, (), decode(raw)))
            elif kind in ("soft_break", "hard_break"):
                made.append(Inline(kind, start, end, start, end))
            elif kind == "html":
                made.append(Inline(kind, start, end, start, end, (), text[first:last]))
            elif kind == "code":
                inner_first, inner_last = token["inner"]
                code = _code(text[inner_first:inner_last])
                made.append(Inline(kind, start, end, at(inner_first), at(inner_last), (), code))
            elif kind == "autolink":
                made.append(self.autolink(token, start, end))
            else:
                made.append(self.container(token, start, end, in_link))
        return tuple(made)

    def container(self, token: Token, start: int, end: int, in_link: bool) -> Inline:
        """Emphasis, a link or an image."""
        kind = token["type"]
        inner = at_first, at_last = token["inner"]
        children = self.nodes(token["children"], in_link or kind == "link")
        place = (self.at(at_first), self.at(at_last))
        if kind not in ("link", "image"):
            return Inline(kind, start, end, *place, children)
        if "reference" in token:
            found = self.document.definitions[token["reference"]]
            title, key = found.title, token["reference"]
            return Inline(kind, start, end, *place, children, "", found.url, -1, -1, title, key)
        first, last = token["url"]
        url = decode(self.text[first:last])
        del inner
        return Inline(
            kind, start, end, *place, children, "", url, self.at(first), self.at(last), token.get("title", "")
        )

    def autolink(self, token: Token, start: int, end: int) -> Inline:
        first, last = token["inner"]
        place = (self.at(first), self.at(last))
        words = self.text[first:last]
        prefix = "http://" if token.get("www") else "mailto:" if token.get("mail") else ""
        seen = decode_entities(words) if place != (start, end) else words
        return Inline("autolink", start, end, *place, (), seen, prefix + seen, *place)

    def with_mail(self, raw: str, start: int) -> list[Inline]:
        """A text as text and e-mail addresses."""
        made, done = [], 0
        for first, last in [*autolinks.mail_addresses(raw), (len(raw), len(raw))]:
            if done < first:
                made.append(
                    Inline(
                        "text", start + done, start + first, start + done, start + first, (), decode(raw[done:first])
                    )
                )
            if first < last:
                span = (start + first, start + last)
                made.append(Inline("autolink", *span, *span, (), raw[first:last], "mailto:" + raw[first:last], *span))
            done = last
        return made


def _code(raw: str) -> str:
    """The text of a code span: line ends are blanks, one blank at both ends is dress."""
    text = raw.replace("\n", " ")
    if text.startswith(" ") and text.endswith(" ") and text.strip(" "):
        text = text[1:-1]
    return text.replace("\\|", "|")
