"""HTML blocks as blocks: tables, lists, headings and paragraphs that were written in tags.

In go sibling blocks, out come the same with every HTML block taken apart: `<table>` is a table, `<li>` an
item, `<h2>` and `<summary>` are headings, text between is a paragraph. A leaf that holds HTML carries the marker
`html`. CommonMark ends an HTML block at a blank line, so one table may be many blocks with
Markdown between them: what is open stays open from block to block. `</details>` leaves a block of the kind
`end`, which ends what its summary headed.
"""

from __future__ import annotations

import re
from operator import is_

from .blocks import read_inner
from .nodes import Block
from .tags import Tag, tokens_of

HTML = "html"
# A summary heads what is folded away under it, below any heading.
SUMMARY_LEVEL = 7
_CONTAINERS = {"table": "table", "tr": "row", "td": "cell", "th": "cell", "ul": "list", "ol": "list", "li": "item"}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": SUMMARY_LEVEL}
_BORDERS = frozenset(
    "p div center section article main header footer details blockquote dl dt dd hr thead tbody tfoot colgroup caption figure nav".split()
)
_SILENT = frozenset(("script", "style", "pre", "picture"))
_CLOSED_BY = {"td": ("td", "th"), "th": ("td", "th"), "tr": ("tr", "td", "th"), "li": ("li",)}
# Markdown's list items inside an HTML block: GitHub shows their marks, but a list is what they were meant to be.
_RAW_ITEM = re.compile(r"[ \t]*(?P<marker>[-*+]|\d{1,3}\.)[ \t]+(?P<words>\S.*\]\(.*\S)[ \t]*$", re.M)
_VISIBLE = re.compile(r"[^\s<]|<(?:a|img)\b", re.I)


def taken_apart(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Sibling blocks, and those below them, with the HTML blocks among them as what they show."""
    return _taken_apart(text, blocks, "???" in text or "!!!" in text)


def _taken_apart(text: str, blocks: tuple[Block, ...], admonitions: bool) -> tuple[Block, ...]:
    if admonitions:
        blocks = _with_admonitions(text, blocks)
    inside = tuple([_within(text, block, admonitions) if block.kind in _HOLDS else block for block in blocks])
    if not any(block.kind == "html" for block in inside):
        return inside
    builder = _Builder(text)
    for block in inside:
        if block.kind == "html":
            builder.html(block)
        else:
            builder.markdown(block)
    return tuple(builder.finish())


_HOLDS = ("list", "item", "quote")


# What MkDocs folds away: `??? note "Title"` or `!!! tip`, with all that belongs to it indented by four columns.
_ADMONITION = re.compile(r"(?:\?\?\?\+?|!!!)[ \t]+[\w-]+(?:[ \t].*)?$")
_ADMONITION_INDENT = 4


def _with_admonitions(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Sibling blocks with the body of each admonition as blocks: Markdown takes it for code, its readers do not."""
    found: list[Block] = []
    inside = False
    for block in blocks:
        if block.kind == "code" and inside and text[block.start] not in "`~":
            found.extend(read_inner(text, block.start, block.end, _ADMONITION_INDENT))
            continue
        # What follows its first line without a blank line Markdown takes for the same paragraph.
        inside = block.kind == "paragraph" and _ADMONITION.match(text, *block.lines[0]) is not None
        found.append(block)
    return tuple(found)


def _within(text: str, block: Block, admonitions: bool) -> Block:
    """A list, item or quote with the HTML blocks inside of it taken apart."""
    children = _taken_apart(text, block.children, admonitions)
    same = len(children) == len(block.children) and all(map(is_, children, block.children))
    return block if same else block._replace(children=children)


class _Open:
    """An element that is not closed yet."""

    __slots__ = ("children", "name", "start")

    def __init__(self, name: str, start: int) -> None:
        self.name = name
        self.start = start
        self.children: list[Block] = []


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.stack = [_Open("", 0)]
        self.run: tuple[int, int] | None = None
        self.silent = ""
        self.last_closing: dict[str, int] = {}
        self.details: int | None = None
        """Where a `<details>` begins, as long as nothing but blanks stands behind it."""

    def html(self, block: Block) -> None:
        for start, end, tag in tokens_of(self.text, block.start, block.end):
            if self.silent:
                if tag is not None and tag.closing and tag.name == self.silent:
                    self.silent = ""
            elif tag is not None and tag.name in _SILENT and not tag.closing:
                self.flush()
                self.silent = tag.name
            elif tag is not None and (tag.name in _CONTAINERS or tag.name in _HEADINGS or tag.name in _BORDERS):
                self.flush()
                self.border(tag)
            else:
                self.run = (self.run[0] if self.run else start, end)
        self.flush()

    def markdown(self, block: Block) -> None:
        """A block between HTML blocks. A heading that was never closed ends before it, and so does all that a heading cannot stand in."""
        self.flush()
        self.details = None
        while self.stack[-1].name in _HEADINGS:
            self.close(self.stack[-1].children[-1].end if self.stack[-1].children else self.stack[-1].start)
        if block.kind == "heading" and len(self.stack) > 1 and self.never_closed(block.start):
            while len(self.stack) > 1:
                self.close(block.start)
        self.stack[-1].children.append(block)

    def never_closed(self, at: int) -> bool:
        """Whether no closing tag follows for the outermost open element."""
        name = self.stack[1].name
        if name not in self.last_closing:
            self.last_closing[name] = self.text.lower().rfind(f"</{name}")
        return self.last_closing[name] < at

    def border(self, tag: Tag) -> None:
        if self.stack[-1].name in _HEADINGS and (tag.name in _HEADINGS or tag.name == "details"):
            # `<h3>…</h2>` is one heading: whatever heading ends or begins here, this one is over.
            self.close(tag.end if tag.closing else tag.start)
            if tag.closing and tag.name in _HEADINGS:
                return
        if tag.name == "details" and not tag.closing:
            self.details = tag.start
        if tag.name in _BORDERS:
            if tag.name == "details" and tag.closing:
                self.stack[-1].children.append(Block("end", tag.start, tag.end, level=SUMMARY_LEVEL))
        elif tag.closing:
            if any(one.name == tag.name for one in self.stack):
                while self.close(tag.end) != tag.name:
                    pass
        else:
            while self.stack[-1].name in _CLOSED_BY.get(tag.name, ()):
                self.close(tag.start)
            # A summary begins with the element that it heads.
            heads = tag.name == "summary" and self.details is not None
            start = self.details if heads and self.details is not None else tag.start
            self.stack.append(_Open(tag.name, start))
            self.details = None

    def close(self, end: int) -> str:
        """Make a block of the innermost open element."""
        done = self.stack.pop()
        inside, out = tuple(done.children), self.stack[-1].children
        lines = inside[0].lines if inside else ()
        if done.name in _HEADINGS:
            if inside and inside[0].lines:
                out.append(Block("heading", done.start, end, (), lines, HTML, _HEADINGS[done.name]))
        elif (kind := _CONTAINERS[done.name]) == "table":
            rows = [row for row in inside if row.kind == "row"]
            if not rows or not self.heads(rows[0]):
                rows.insert(0, Block("row", done.start, done.start))
            out.append(Block("table", done.start, end, tuple(rows), marker=HTML))
        elif kind == "row":
            cells = tuple(cell for cell in inside if cell.kind == "cell")
            out.append(Block("row", done.start, end, cells, marker=HTML))
        else:
            out.append(Block(kind, done.start, end, inside, lines if kind == "cell" else (), HTML))
        return done.name

    def heads(self, row: Block) -> bool:
        """Whether a row is its table's header."""
        return all(self.text.startswith(("<th", "<TH"), cell.start) for cell in row.children)

    def flush(self) -> None:
        """End the paragraph that runs."""
        if self.run is None:
            return
        (start, end), self.run = self.run, None
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if not _VISIBLE.search(self.text, start, end):
            return
        self.details = None
        out, at = self.stack[-1].children, start
        items = list(_RAW_ITEM.finditer(self.text, start, end))
        if items:
            children = []
            for found in items:
                place = found.span("words")
                children.append(Block("item", *found.span(), (Block("paragraph", *place, (), (place,)),), marker=HTML))
            out.append(Block("list", items[0].start(), items[-1].end(), tuple(children), marker=HTML))
            return
        out.append(Block("paragraph", at, end, (), self.lines(start, end), HTML))

    def lines(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The pieces between line breaks, as the page shows them."""
        lines, at = [], start
        for found in re.finditer(r"\s*<br\s*/?>\s*", self.text[start:end]):
            lines.append((at, start + found.start()))
            at = start + found.end()
        lines.append((at, end))
        return tuple(line for line in lines if line[0] < line[1])

    def finish(self) -> list[Block]:
        self.flush()
        while len(self.stack) > 1:
            self.close(len(self.text))
        return self.stack[0].children
