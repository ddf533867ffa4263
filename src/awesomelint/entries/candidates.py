"""Which blocks of a document could be entries, and which blocks belong to one.

In goes the document, out come candidates in the order of the text: a paragraph, a list item with its
parts, a table's row. The grouping looks at the shape of the text alone, never at a layout's
name: a nested item is an entry of its own if its parent says nothing, else a part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from ..markdown import Block, Document, Inline, plain
from .atoms import KEYS
from .evidence import is_label

# Sections that hold no entries, in any list: counted headings of 266 lists.
_NO_LIST = re.compile(
    r"^\W*(?:table of contents?|contents?|toc|目录|index|news|updates?|what'?s new|recent updates|change ?log|contribut\w+|how to contribute"
    r"|acknowledge?ments?|citations?|citing|cite(?: us)?|bibtex|licen[cs]e|contact(?: us)?|authors?|maintainers?|star history|stargazers"
    r"|disclaimer|todo|to do|introduction|overview|about|legend|motivation|preface|welcome|how to .*|support(?: us)?|sponsors?)\W*$",
    re.I,
)


# Longer than this is no entry (of 35,104 counted ones the longest had 9,000 characters), and need not be read.
LONGEST = 40_000


class Candidate(NamedTuple):
    """Blocks that could be one entry. `leaves` are its paragraphs or cells, each with the role its column's header announces."""

    kind: str
    start: int
    end: int
    leaves: tuple[tuple[Block, str], ...]
    path: tuple[str, ...]
    section: int
    shape: str


class Heading(NamedTuple):
    """A heading with the titles above it; `holds_entries` says whether a list may stand under it."""

    path: tuple[str, ...]
    start: int
    level: int
    holds_entries: bool


def headings_of(document: Document) -> list[Heading]:
    """The headings of a document in order, after a nameless one for what stands above them."""
    found = [Heading((), 0, 0, holds_entries=True)]
    stack: list[tuple[int, str]] = []
    for block in document.root.children:
        if block.kind == "heading":
            title = " ".join(plain(document.inlines(block)).split())
            while stack and stack[-1][0] >= block.level:
                stack.pop()
            stack.append((block.level, title))
            path = tuple(name for _, name in stack)
            # The first title is the page's own: "News" under it is no list, "Introduction to X" as its name may be one.
            holds = not any(_NO_LIST.match(name) for name in path[1:] or path)
            found.append(Heading(path, block.start, block.level, holds))
    return found


def candidates_of(document: Document, headings: list[Heading]) -> list[Candidate]:
    """Every block that could be an entry, under the heading that it stands under."""
    finder = _Finder(document, headings)
    finder.blocks(document.root.children)
    return finder.found


class _Finder:
    def __init__(self, document: Document, headings: list[Heading]) -> None:
        self.document = document
        self.headings = headings
        self.section = 0
        self.found: list[Candidate] = []

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if block.kind == "heading":
                if self.section + 1 < len(self.headings) and self.headings[self.section + 1].start == block.start:
                    self.section += 1
            elif not self.headings[self.section].holds_entries:
                continue
            elif block.kind == "paragraph":
                if block.end - block.start <= LONGEST:
                    self.paragraph(block)
            elif block.kind == "list":
                for item in block.children:
                    self.item(item, 0)
            elif block.kind == "table":
                self.table(block)
            elif block.kind == "quote":
                self.blocks(block.children)

    def add(self, kind: str, start: int, end: int, leaves: list[tuple[Block, str]], shape: str) -> None:
        path = self.headings[self.section].path
        self.found.append(Candidate(kind, start, end, tuple(leaves), path, self.section, shape))

    def paragraph(self, block: Block) -> None:
        """One entry, or an entry a line where most lines carry a link of their own."""
        lines = block.lines
        if len(lines) > 2:
            linked = {bisect_right(lines, (link.start, link.end)) for link in self.links(block)}
            if len(linked) >= 0.75 * len(lines):
                for start, end in lines:
                    self.add("line", start, end, [(Block("paragraph", start, end, (), ((start, end),)), "")], "line")
                return
        self.add("paragraph", block.start, block.end, [(block, "")], "paragraph")

    def table(self, block: Block) -> None:
        header, *rows = block.children
        names = [" ".join(plain(self.document.inlines(cell)).split()) for cell in header.children]
        roles = [header_role(name) for name in names]
        shape = "row:" + "|".join(name.casefold() for name in names)
        for row in rows:
            if row.end - row.start > LONGEST:
                continue
            leaves = [(cell, roles[n] if n < len(roles) else "") for n, cell in enumerate(row.children)]
            self.add("row", row.start, row.end, leaves, shape)

    def item(self, item: Block, depth: int) -> None:
        """An item with its parts; its nested items on their own where it is only their heading."""
        own = [child for child in item.children if child.kind == "paragraph"]
        if any(block.end - block.start > LONGEST for block in own):
            return
        nested = [part for child in item.children if child.kind == "list" for part in child.children]
        parts = [part for part in nested if self.is_part(part)]
        if nested and (not own or not self.belongs(own, nested, parts)):
            if own and self.links(own[0]):
                self.add("item", item.start, own[-1].end, [(block, "") for block in own], f"item{depth}")
            for part in nested:
                self.item(part, depth + 1)
            return
        leaves = [(block, "") for block in own]
        leaves += [(block, "") for part in nested for block in part.walk() if block.kind == "paragraph"]
        leaves.sort(key=lambda leaf: leaf[0].start)
        if leaves:
            self.add("item", item.start, item.end, leaves, f"item{depth}")

    def belongs(self, own: list[Block], nested: list[Block], parts: list[Block]) -> bool:
        """Whether nested items are parts of their parent rather than entries under a heading."""
        if len(parts) == len(nested) and len(nested) <= 8:
            return True
        head = [link for block in own for link in self.links(block)]
        linked = [
            part for part in nested if any(self.links(block) for block in part.walk() if block.kind == "paragraph")
        ]
        if not linked:
            return True
        return bool(head) and len(linked) < len(nested)

    def is_part(self, item: Block) -> bool:
        """Whether an item holds only links with labels, names, or a `Key: value`."""
        words = ""
        labelled = True
        for block in item.walk():
            if block.kind == "paragraph":
                nodes = self.document.inlines(block)
                words += plain(nodes)
                labelled = labelled and all(
                    is_label(plain((link,))) or link.kind == "autolink" for link in self.links(block)
                )
        key = re.match(r"^\W{0,4}([\w ;/]{2,24}?)\s*[:：]", words)
        return (key is not None and key[1].strip().casefold() in KEYS) or labelled

    def links(self, block: Block) -> list[Inline]:
        """The links of a block that lead out of the document."""
        return [
            node
            for top in self.document.inlines(block)
            for node in top.walk()
            if node.kind in ("link", "autolink") and not node.url.startswith("#")
        ]


def header_role(name: str) -> str:
    """The role that a column's header announces; nothing if it announces none."""
    folded = re.sub(r"[^\w ;/]+", " ", name.casefold()).strip()
    if folded in KEYS:
        # A column called "Paper" holds the title far more often than a link that says "paper".
        return "" if folded in ("paper", "papers", "论文") else KEYS[folded]
    for word in folded.replace("/", " ").split():
        if word in KEYS and word not in ("paper", "papers", "by", "data", "name", "time", "model"):
            return KEYS[word]
    return ""
