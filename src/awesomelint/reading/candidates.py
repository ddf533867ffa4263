"""Which blocks of a document could be entries, and which blocks belong to one.

In goes the document, out come candidates in the order of the text: a paragraph with what says more of it, a heading
with its body, a line, a list item with its parts, a table's row. The grouping asks what each piece looks like at
a glance and never a layout's name: what stands for an entry is one, what only says more is a part of the one above.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..entries.letters import fold
from ..markdown import HTML, Block, Document, plain
from . import columns
from .cuts import is_reference
from .glance import Glances
from .headings import Heading, leaves_of
from .nested import Nested
from .vocabulary import ACRONYM, OWN, TITLE, header_role, key_role
from .weights import date_of

_NUMBER = re.compile(
    r"(?:\*\*)?(?:\\?\[\^?\d{1,3}\\?\](?!\()|\(\d{1,3}\)|【\d{1,3}】|\d{1,3}\\?[.)])[:.]?(?:\*\*)?[:.]?\s+\S"
)
# A date in whatever order, with the marks of emphasis: `**1.29.2024**`.
_NUMERIC, _LONGEST_DATE = re.compile(r"\d{1,4}(?:[./-]\d{1,4}){1,2}[.:]?"), 40
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.I)
# A list of fields has at least a title and two more.
LEAST_KEYS = 3
# Longer than this is no entry (of 35,104 counted ones the longest had 9,000 characters), and need not be read.
LONGEST = 40_000
# A paragraph takes what follows it for its parts only where so many of a document's paragraphs do.
TAKING = 3
# So many paragraphs of words, each with one of links below, and no more than so many words beside those links.
LEAST_PAIRS, MOST_BESIDE = 4, 4
# So many parts may follow a paragraph.
MOST_PARTS = 12
# A column whose cells begin another cell's text in this share of so many rows holds the short names of methods.
REPEATED, LEAST_ROWS, SAMPLE = 0.4, 4, 60
# An item holds an entry a line only if it has so many lines, each with a linked title.
LEAST_LINES = 2
# The share of a paragraph's lines that must stand for themselves before each is an entry.
LINES = 0.75


class Leaf(NamedTuple):
    """A block of inline content; `cell` counts the cells of a row, `key` is the role that the column's header `name` announces."""

    block: Block
    key: str = ""
    cell: int = 0
    name: str = ""


class Candidate(NamedTuple):
    """Blocks that could be one entry."""

    kind: str
    start: int
    end: int
    leaves: tuple[Leaf, ...]
    path: tuple[str, ...]
    section: int
    shape: str


def candidates_of(
    document: Document, headings: list[Heading], entry_headings: dict[int, int], glance: Glances
) -> list[Candidate]:
    """Every block that could be an entry, under the heading that it stands under."""
    finder = _Finder(document, headings, entry_headings, glance)
    finder.blocks(document.blocks)
    return finder.found


class _Finder:
    def __init__(
        self, document: Document, headings: list[Heading], entry_headings: dict[int, int], glance: Glances
    ) -> None:
        self.document = document
        self.headings = headings
        self.entry_headings = entry_headings
        self.glance = glance
        self.nested = Nested(document, glance)
        self.section = 0
        self.found: list[Candidate] = []
        self.dates_lead = self.leads_with_dates(document.blocks)
        self.alternating = self.alternates(document.blocks)
        self.taking = self.takers(document.blocks) >= TAKING

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        blocks = self.rejoined(blocks)
        index = 0
        while index < len(blocks):
            block = blocks[index]
            index += 1
            following = self.section + 1
            if following < len(self.headings) and block.start >= self.headings[following].start:
                self.section = following
            if block.kind == "heading" and block.start in self.entry_headings:
                stop = index
                while stop < len(blocks) and blocks[stop].start < self.entry_headings[block.start]:
                    stop += 1
                body = [leaf for one in blocks[index:stop] for leaf in leaves_of(one)]
                self.add("heading", block.start, blocks[stop - 1].end, [Leaf(one) for one in (block, *body)], "heading")
                index = stop
            elif not self.headings[self.section].holds_entries:
                continue
            elif block.kind == "paragraph":
                stop = self.parts_after(blocks, index - 1) if self.taking else index
                self.paragraph(block, blocks[index:stop])
                index = stop
            else:
                self.block(block)

    def rejoined(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Sibling blocks, where what is indented below an item with a long number (`10. `), but not by enough, belongs to that item."""
        if not any(block.kind == "list" and len(block.children[-1].marker) > 2 for block in blocks if block.children):
            return blocks
        found: list[Block] = []
        for block in blocks:
            last = found[-1] if found else None
            if last is not None and last.kind == "list" and self.belongs(last.children[-1], block):
                item = last.children[-1]
                item = item._replace(end=block.end, children=(*item.children, block))
                found[-1] = last._replace(end=block.end, children=(*last.children[:-1], item))
            else:
                found.append(block)
        return tuple(found)

    def belongs(self, item: Block, block: Block) -> bool:
        """Whether a block behind a numbered item was meant to stand in it: it is indented, and only says more."""
        if len(item.marker) < 3 or not item.marker[0].isdigit() or block.kind not in ("paragraph", "list"):
            return False
        text = self.document.text
        column = block.start - max(text.rfind("\n", 0, block.start), text.rfind("\r", 0, block.start)) - 1
        own = item.start - max(text.rfind("\n", 0, item.start), text.rfind("\r", 0, item.start)) - 1
        return (own < column < own + len(item.marker) + 1 and block.marker[:1] not in "0123456789") or (
            own < column and bool(block.lines) and not block.marker
        )

    def block(self, block: Block) -> None:
        if block.kind == "list":
            if self.keyed(block):
                return
            if not self.is_contents(block):
                for item in block.children:
                    self.item(item, 0)
        elif block.kind == "table":
            self.table(block)
        elif block.kind == "quote" and self.is_one(block):
            first, *parts = block.children
            self.paragraph(first, tuple(parts))
        elif block.kind in ("quote", "cell", "item"):
            self.blocks(block.children)

    def is_one(self, quote: Block) -> bool:
        """Whether a quote holds one entry: a title and what says more of it."""
        children = quote.children
        return len(children) > 1 and children[0].kind == "paragraph" and self.parts_after(children, 0) == len(children)

    def keyed(self, block: Block) -> bool:
        """Read a list each of whose items is a field, `Title: …` the first of them; whether it is such a list."""
        firsts = [next((child for child in item.children if child.lines), None) for item in block.children]
        if len(firsts) < LEAST_KEYS or firsts[0] is None or self.key_of(firsts[0]) != TITLE:
            return False
        if any(one is None or self.glance(one).lead != "key" for one in firsts):
            return False
        begins = [n for n, one in enumerate(firsts) if one is not None and self.key_of(one) == TITLE]
        for first, last in zip(begins, [*begins[1:], len(firsts)], strict=True):
            items = block.children[first:last]
            leaves = [Leaf(one) for item in items for one in leaves_of(item)]
            self.add("item", items[0].start, items[-1].end, leaves, "item0")
        return True

    def key_of(self, block: Block) -> str:
        """The role that a leaf's `Key:` announces."""
        return key_role(plain(self.document.content(block)).partition(":")[0].partition("：")[0].strip(" *_"))

    def is_contents(self, block: Block) -> bool:
        """Whether most of a list's items lead to places in the document."""
        firsts = [leaf for item in block.children for leaf in item.children[:1] if leaf.lines]
        seen = [self.glance(leaf) for leaf in firsts if not self.leaves_page(leaf)]
        return sum(one.lead == "inward" or one.home for one in seen) > 0.5 * len(firsts)

    def leaves_page(self, block: Block) -> bool:
        """Whether the first link of a leaf plainly leads out, and to no place within a page."""
        words = self.document.text[block.start : block.end]
        link = words.find("](")
        return link >= 0 and words.startswith("http", link + 2) and "#" not in words and "<" not in words[:link]

    def add(self, kind: str, start: int, end: int, leaves: list[Leaf], shape: str) -> None:
        if end - start <= LONGEST and (kind == "row" or not self.headings[self.section].contents):
            path = self.headings[self.section].path
            self.found.append(Candidate(kind, start, end, tuple(leaves), path, self.section, shape))

    def takers(self, blocks: tuple[Block, ...]) -> int:
        """How many paragraphs of the document are followed by what says more of them."""
        return sum(
            block.kind == "paragraph" and self.parts_after(blocks, index) > index + 1
            for index, block in enumerate(blocks)
        )

    def alternates(self, blocks: tuple[Block, ...]) -> bool:
        """Whether paragraphs without a link and paragraphs of little but links stand by turns: what is linked is what stands above."""
        bare = [self.is_bare(block) for block in blocks]
        links = [self.is_links(block) for block in blocks]
        pairs = sum(one and other for one, other in zip(bare, links[1:], strict=False))
        return pairs >= LEAST_PAIRS and pairs >= LINES * sum(bare) and pairs >= LINES * sum(links)

    def is_bare(self, block: Block) -> bool:
        """Whether a paragraph is some words on one line, and no link."""
        if block.kind != "paragraph" or len(block.lines) > 1 or "](" in self.document.text[block.start : block.end]:
            return False
        seen = self.glance(block)
        return seen.lead in ("title", "fact") and not seen.outward and seen.own > MOST_BESIDE

    def is_links(self, block: Block) -> bool:
        """Whether a paragraph is links and hardly a word beside them."""
        if block.kind != "paragraph":
            return False
        seen = self.glance(block)
        return seen.outward > 0 and seen.own <= MOST_BESIDE

    def leads_with_dates(self, blocks: tuple[Block, ...]) -> bool:
        """Whether a paragraph that is only a date stands above what is dated: no entry stands before the first."""
        for before, block in zip((None, *blocks), blocks, strict=False):
            if self.is_date(block):
                return before is None or before.kind != "paragraph" or not self.stands(before)
        return False

    def is_date(self, block: Block) -> bool:
        if block.kind != "paragraph" or block.end - block.start > _LONGEST_DATE:
            return False
        words = plain(self.document.content(block)).strip()
        return _NUMERIC.fullmatch(words) is not None or date_of(words) is not None

    def parts_after(self, blocks: tuple[Block, ...], index: int) -> int:
        """Where the parts of the paragraph at an index end: the index of what follows them."""
        head = self.glance(blocks[index])
        alone = index + 1
        text = plain(self.document.content(blocks[index])).rstrip()
        titled = head.lead == "title" or (head.lead == "key" and self.key_of(blocks[index]) == TITLE)
        if self.alternating and self.is_bare(blocks[index]) and alone < len(blocks) and self.is_links(blocks[alone]):
            return alone + 1
        if not titled or head.labelled or text.endswith((":", "：")) or len(blocks[index].lines) > 2:
            return alone
        stop, parts, links, keys = alone, 0, head.outward + head.badges, 0
        while stop < len(blocks) and blocks[stop].kind in ("paragraph", "list", "quote"):
            seen = [self.glance(leaf) for leaf in leaves_of(blocks[stop])]
            if self.dates_lead and self.is_date(blocks[stop]):
                break
            if not seen or not seen[0].part or any(one.stands for one in seen) or parts + len(seen) > MOST_PARTS:
                break
            links += sum(one.outward + one.badges for one in seen)
            keys += sum(one.lead == "key" for one in seen)
            parts += len(seen)
            stop += 1
        return stop if links or keys >= LEAST_KEYS else alone

    def paragraph(self, block: Block, parts: tuple[Block, ...]) -> None:
        """One entry, or an entry a line where most lines stand for themselves."""
        if not parts and len(block.lines) > 1:
            lines = self.parted(block)
            # Where the first does not stand, the others are not asked.
            stands = self.stands if self.stands(lines[0]) else self.is_reference
            if len(lines) > 1 and stands(lines[0]) and 1 + sum(map(stands, lines[1:])) >= LINES * len(lines):
                for line in lines:
                    self.add("line", line.start, line.end, [Leaf(line)], "line")
                return
        if not parts and (starts := self.numbered(block)):
            for begin, stop in zip(starts, [*starts[1:], len(block.lines)], strict=True):
                held = block.lines[begin:stop]
                one = Block("paragraph", held[0][0], held[-1][1], (), held, block.marker)
                self.add("line", one.start, one.end, [Leaf(one)], "line")
            return
        leaves = [block, *(leaf for part in parts for leaf in leaves_of(part))]
        end = parts[-1].end if parts else block.end
        self.add("paragraph", block.start, end, [Leaf(leaf) for leaf in leaves], "paragraph")

    def parted(self, block: Block) -> list[Block]:
        """The lines of a paragraph; where lines of nothing but `<br>` part them, what stands between those."""
        lines, text = block.lines, self.document.text
        breaks = [n for n, (start, end) in enumerate(lines) if _BREAK.fullmatch(text, start, end)]
        if breaks:
            bounds = zip([-1, *breaks], [*breaks, len(lines)], strict=True)
            held = [lines[before + 1 : stop] for before, stop in bounds if before + 1 < stop]
        else:
            held = [(line,) for line in lines]
        return [Block("paragraph", one[0][0], one[-1][1], (), one, block.marker) for one in held]

    def is_reference(self, block: Block) -> bool:
        """Whether a piece of a paragraph is a written-out reference from its authors on."""
        return is_reference(plain(self.document.content(block)).strip())

    def numbered(self, block: Block) -> list[int]:
        """Which lines of a paragraph begin with a reference's number (`[^1]:`, `[12]`), where its first and others do; none for other paragraphs."""
        starts = [n for n, (start, end) in enumerate(block.lines) if _NUMBER.match(self.document.text, start, end)]
        return starts if len(starts) > 1 and starts[0] == 0 else []

    def stands(self, block: Block) -> bool:
        return self.glance(block).stands

    def table(self, block: Block) -> None:
        header, *rows = block.children
        names = [" ".join(plain(self.document.content(cell)).split()) for cell in header.children]
        roles = [header_role(name) for name in names]
        roles = self.with_short_names(roles, rows)
        if len(rows) > 1 and block.marker != HTML:
            texts = self.texts(rows, len(names))
            roles = columns.with_unlinked_title(roles, names, texts)
            if len(rows) >= LEAST_ROWS:
                roles = columns.with_own(roles, names, texts, self.glance.venues)
        if ACRONYM in roles and self.is_linked(rows, roles.index(ACRONYM)):
            roles[roles.index(ACRONYM)] = ""  # a model's name that is the link is the entry's title
        shape = "row:" + "|".join(name.casefold() for name in names)
        for row in rows:
            leaves = []
            for n, cell in enumerate(row.children):
                key, name = (roles[n], names[n]) if n < len(roles) else ("", "")
                if len(names) > 1 and n >= len(names) and block.marker != HTML:
                    break  # GitHub hides surplus cells
                inner = leaves_of(cell) if cell.children else [cell]
                leaves += [Leaf(one, key, n, name) for one in inner]
            self.add("row", row.start, row.end, leaves, shape)

    def texts(self, rows: list[Block], size: int) -> list[list[columns.Cell]]:
        """The first cells of every column."""
        found: list[list[columns.Cell]] = [[] for _ in range(size)]
        for row in rows[:SAMPLE]:
            for n, cell in enumerate(row.children[:size]):
                nodes = self.document.content(cell)
                links = [one for top in nodes for one in top.walk() if one.kind in ("link", "autolink")]
                longest = max((len(plain((one,)).split()) for one in links), default=0)
                found[n].append(columns.Cell(plain(nodes).strip(), bool(links), longest))
        return found

    def with_short_names(self, roles: list[str], rows: list[Block]) -> list[str]:
        """The columns' roles, where one whose cells are repeated in the titles holds short names, whatever it is called."""
        texts = [[plain(self.document.content(cell)).strip() for cell in row.children] for row in rows[:SAMPLE]]
        for n, role in enumerate(roles):
            if role not in ("", OWN):
                continue
            short = [(cells[n], cells[:n] + cells[n + 1 :]) for cells in texts if n < len(cells) and cells[n]]
            if 2 * sum(any(sign.isupper() for sign in own) for own, _ in short) < len(short):
                continue
            told = sum(
                len(own) < 30
                and any(fold(own) and len(other) > 2 * len(own) and fold(other).startswith(fold(own)) for other in rest)
                for own, rest in short
            )
            if told >= REPEATED * len(short) and (len(short) >= LEAST_ROWS or told == len(short) > 1):
                roles = [*roles[:n], ACRONYM, *roles[n + 1 :]]
                break
        return roles

    def is_linked(self, rows: list[Block], column: int) -> bool:
        """Whether most cells of a column begin with a link."""
        cells = [row.children[column] for row in rows[:SAMPLE] if column < len(row.children)]
        return 2 * sum(self.glance(cell).linked for cell in cells) > len(cells)

    def item(self, item: Block, depth: int) -> None:
        """An item with its parts; its nested items on their own where they stand for themselves."""
        children = [
            inner for child in item.children for inner in (child.children if child.kind == "quote" else (child,))
        ]
        own = [child for child in children if child.kind in ("paragraph", "heading") and child.lines]
        nested = [part for child in children if child.kind == "list" for part in child.children]
        tables = [child for child in children if child.kind == "table"]
        each = bool(nested) and self.nested.each(own, nested)
        leaves = [Leaf(block) for block in own]
        if not nested and not tables and own and self.lines(own):
            return
        if each or tables:
            if own and self.glance(own[0]).outward:
                self.add("item", item.start, own[-1].end, leaves, f"item{depth}")
            for part in nested:
                self.item(part, depth + 1)
            for table in tables:
                self.table(table)
            return
        leaves += [Leaf(block) for part in nested for block in part.walk() if block.kind == "paragraph"]
        leaves.sort(key=lambda leaf: leaf.block.start)
        if leaves:
            self.add("item", item.start, item.end, leaves, f"item{depth}")

    def lines(self, own: list[Block]) -> bool:
        """Read the lines of an item's last paragraph as an entry each, where most of them stand for themselves; whether they do."""
        last = own[-1]
        if len(last.lines) < LEAST_LINES or (len(own) > 1 and self.glance(own[0]).outward):
            return False
        lines = [Block("paragraph", *line, (), (line,), last.marker) for line in last.lines]
        if not all(self.glance(line).linked for line in lines):
            return False
        for line in lines:
            self.add("line", line.start, line.end, [Leaf(line)], "line")
        return True
