"""Text -> blocks with exact spans, as GitHub reads them.

mistune finds blocks by cutting the document into child strings and parsing those anew, so a
list item cannot know whether the line after it continues a paragraph deep inside it ("lazy
continuation"), and nothing in a child string has a place in the file. This reader walks
the lines once, as the CommonMark specification describes it (0.31, appendix "A parsing
strategy"), with GitHub's tables; every span is a plain offset, nothing is ever searched for.
The grammar of tags, labels, addresses and titles is mistune's.

In goes the text, out come the root block and the reference definitions.
"""

from __future__ import annotations

import re

from .cursor import LINE, LineCursor, line_spans
from .definitions import definitions_of
from .html import html_block
from .line_marks import ATX, ATX_CLOSE, FENCE, FENCE_CLOSE, MARKER, RULE, SETEXT, TABLE_HINT
from .nodes import Block, Definition
from .tables import cells_of, delimiter_columns

_STARTERS = frozenset("#>`~<-+*=_0123456789|:")

# cmark has no limit on nesting, but a reader that recurses over the tree has one, and a page that
# nests deeper than this has no list in it (the deepest of 266 real lists: 7).
MAX_DEPTH = 100


class _Open:
    """A container that is still open: a document, quote, list or item."""

    __slots__ = ("children", "content", "end", "kind", "marker", "start", "width")

    def __init__(self, kind: str, start: int, marker: str = "", width: int = 0, content: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.marker = marker
        self.width = width
        self.content = content
        self.end = start
        self.children: list[Block] = []


def read_blocks(text: str) -> tuple[Block, dict[str, Definition]]:
    """The root block of a text, and its reference definitions by folded label."""
    return _Reader(text).run()


def read_inner(text: str, start: int, end: int, width: int) -> tuple[Block, ...]:
    """The blocks of some lines that are indented by `width` columns, from the line of `start` to `end`."""
    return _Reader(text).run_inner(max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1, end, width)


class _Reader(LineCursor):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.stack = [_Open("document", 0)]
        self.definitions: dict[str, Definition] = {}
        self.leaf = ""  # kind of the open leaf: "", paragraph, indented, fenced, html, table
        self.lines: list[tuple[int, int]] = []
        self.leaf_start = self.leaf_end = 0
        self.fence = ""
        self.html_end: re.Pattern[str] | None = None
        self.columns = 0
        self.rows: list[Block] = []

    def run(self) -> tuple[Block, dict[str, Definition]]:
        for start, end in line_spans(self.text):
            self.line(start, end)
        self.close_to(1)
        root = self.stack[0]
        return Block("document", 0, len(self.text), tuple(root.children)), self.definitions

    def run_inner(self, start: int, end: int, width: int) -> tuple[Block, ...]:
        holder = _Open("item", start, "", width, start)
        self.stack += [_Open("list", start), holder]
        while start < end:
            line = LINE.match(self.text, start)
            assert line is not None
            self.line(start, line.end(1))
            start = line.end()
        self.close_to(3)
        return tuple(holder.children)

    def line(self, start: int, end: int) -> None:
        self.pos, self.column, self.end = start, 0, end
        depth = self.matched()
        whole = depth == len(self.stack)
        if whole and self.leaf in ("fenced", "html", "indented"):
            if self.continue_leaf():
                return
        elif whole and self.leaf == "table" and not self.continue_table():
            self.close_leaf()
        opened = self.open_blocks(depth, whole)
        if opened is None:
            return
        at, _ = self.indent()
        if at >= end:
            self.blank(depth, whole, opened)
        elif self.leaf == "paragraph" and not opened:
            self.lines.append((at, end))  # either the paragraph goes on, or it does lazily
            self.leaf_end = end
        elif self.leaf == "table" and whole and not opened:
            self.add_row(at)
        else:
            if not opened:
                self.close_to(depth)
            self.start_paragraph(at)

    def matched(self) -> int:
        """How many of the open containers this line goes on with."""
        depth = 1
        for container in self.stack[1:]:
            if container.kind == "quote":
                at, width = self.indent()
                if width > 3 or at >= self.end or self.text[at] != ">":
                    break
                self.jump(at + 1)
                self.advance(1)
            elif container.kind == "item":
                at, width = self.indent()
                if at >= self.end:
                    if container is self.stack[-1] and not container.children and not self.leaf:
                        break  # an item may begin with one blank line, not with two
                    self.jump(at)
                elif width >= container.width:
                    self.advance(container.width)
                else:
                    break
            depth += 1
        # A list goes on only if one of its items does, or a new item follows: decided below.
        return depth

    def continue_leaf(self) -> bool:
        """Whether the open code or HTML takes this line; closes it where the line ends it."""
        at, width = self.indent()
        blank = at >= self.end
        if self.leaf == "indented":
            if width >= 4 or blank:
                if not blank:
                    self.leaf_end = self.end
                return True
            self.close_leaf()
            return False
        if self.leaf == "fenced":
            close = FENCE_CLOSE.match(self.text, at, self.end) if width < 4 else None
            self.leaf_end = self.end
            if close and close[1][0] == self.fence[0] and len(close[1]) >= len(self.fence):
                self.close_leaf()
            return True
        if self.html_end is None:
            if blank:
                self.close_leaf()
                return False
            self.leaf_end = self.end
            return True
        self.leaf_end = self.end
        if self.html_end.search(self.text, self.pos, self.end):
            self.close_leaf()
        return True

    def continue_table(self) -> bool:
        at, _ = self.indent()
        return at < self.end

    def blank(self, depth: int, whole: bool, opened: bool) -> None:
        if not opened:
            self.close_to(depth)
        if self.leaf in ("paragraph", "table"):
            self.close_leaf()

    def open_blocks(self, depth: int, whole: bool) -> bool | None:
        """Open the blocks that begin on this line; None if they used it up."""
        opened = False
        while True:
            at, width = self.indent()
            if at >= self.end:
                return opened
            lazy = self.leaf == "paragraph" and not opened
            if width >= 4:
                if lazy:
                    return opened
                self.close_to(depth)
                self.advance(4)
                self.open_leaf("indented", at)
                return None
            char = self.text[at]
            if char not in _STARTERS:
                return opened
            paragraph = lazy and whole
            if char in "|:" and not paragraph:
                return opened  # these begin a table's second row only
            if char == ">":
                if len(self.stack) > MAX_DEPTH:
                    return opened
                self.close_to(depth)
                self.push(_Open("quote", at))
                self.jump(at + 1)
                self.advance(1)
            elif self.leaf_starts(at, char, depth, paragraph):
                return None
            elif self.item_starts(at, width, depth, paragraph):
                pass
            elif paragraph and char in "|:-" and self.table_starts(at):
                return None
            else:
                return opened
            depth = len(self.stack)
            opened = whole = True

    def leaf_starts(self, at: int, char: str, depth: int, paragraph: bool) -> bool:
        """Headings, fences, HTML and rules that begin here; True if the line is used up."""
        text, end = self.text, self.end
        if char == "#":
            if (atx := ATX.match(text, at, end)) is None:
                return False
            self.close_to(depth)
            self.add_heading(at, atx.end(), atx[0])
        elif char in "`~":
            if (fence := FENCE.match(text, at, end)) is None:
                return False
            self.close_to(depth)
            self.fence = fence[1] or fence[2]
            self.open_leaf("fenced", at)
        elif char == "<":
            return self.html_starts(at, depth, paragraph)
        elif paragraph and char in "=-" and SETEXT.match(text, at, end) and self.end_paragraph_as_heading(at):
            pass
        elif char in "-_*" and RULE.match(text, at, end):
            self.close_to(depth)
            self.add(Block("rule", at, end))
        else:
            return False
        return True

    def html_starts(self, at: int, depth: int, paragraph: bool) -> bool:
        amid = self.leaf == "paragraph" and (paragraph or depth == len(self.stack))
        kind = html_block(self.text, at, self.end, interrupting=amid)
        if kind is None:
            return False
        self.close_to(depth)
        self.open_leaf("html", at)
        self.html_end = kind.ends
        if kind.ends is not None and kind.ends.search(self.text, at, self.end):
            self.close_leaf()
        return True

    def item_starts(self, at: int, width: int, depth: int, paragraph: bool) -> bool:
        """Open a list item, with a list around it where it begins one."""
        text, end = self.text, self.end
        found = MARKER.match(text, at, end)
        if found is None or len(self.stack) > MAX_DEPTH:
            return False
        after = found.end()
        rest = after
        while rest < end and text[rest] in " \t":
            rest += 1
        if paragraph and (rest >= end or (found[2] and int(found[2]) != 1)):
            return False  # an empty item, or a number other than 1, cannot interrupt a paragraph
        bullet = found[1] or found[3]
        self.close_to(depth)
        if self.stack[-1].kind != "list" or self.stack[-1].marker != bullet:
            if self.stack[-1].kind == "list":
                self.close_to(len(self.stack) - 1)
            self.push(_Open("list", at, bullet))
        self.jump(after)
        _, blanks = self.indent()
        if rest >= end or blanks >= 5:
            blanks = 1
        self.advance(blanks)
        item = _Open("item", at, found[0], width + (after - at) + blanks, min(rest, self.pos) if rest >= end else rest)
        self.push(item)
        return True

    # Opening and closing

    def push(self, container: _Open) -> None:
        if self.stack[-1].kind == "list" and container.kind != "item":
            self.close_to(len(self.stack) - 1)
        self.stack.append(container)

    def add(self, block: Block) -> None:
        if self.stack[-1].kind == "list":
            self.close_to(len(self.stack) - 1)
        self.stack[-1].children.append(block)

    def open_leaf(self, kind: str, at: int) -> None:
        if self.stack[-1].kind == "list":
            self.close_to(len(self.stack) - 1)
        self.leaf, self.leaf_start, self.leaf_end = kind, at, self.end
        self.html_end = None

    def start_paragraph(self, at: int) -> None:
        self.open_leaf("paragraph", at)
        self.lines = [(at, self.end)]

    def close_to(self, depth: int) -> None:
        """Close the open leaf and all containers but the first `depth` of them."""
        if self.leaf:
            self.close_leaf()
        while len(self.stack) > depth:
            done = self.stack.pop()
            end = done.children[-1].end if done.children else self.first_line_end(done.start)
            block = Block(done.kind, done.start, end, tuple(done.children), (), done.marker, 0, done.content)
            self.stack[-1].children.append(block)

    def first_line_end(self, start: int) -> int:
        """The end of an empty container: that of the line on which it begins."""
        line = LINE.match(self.text, start)
        assert line is not None
        return line.end(1)

    def close_leaf(self) -> None:
        kind, self.leaf = self.leaf, ""
        if kind == "paragraph":
            self.close_paragraph()
        elif kind == "table":
            first, last = self.rows[0], self.rows[-1]
            table = Block("table", first.start, max(last.end, self.leaf_end), tuple(self.rows), level=self.columns)
            self.stack[-1].children.append(table)
            self.rows = []
        elif kind:
            name = "html" if kind == "html" else "code"
            self.stack[-1].children.append(Block(name, self.leaf_start, self.leaf_end))

    def close_paragraph(self) -> None:
        self.take_definitions()
        if self.lines:
            self.stack[-1].children.append(self.paragraph(self.lines))
            self.lines = []

    def paragraph(self, lines: list[tuple[int, int]]) -> Block:
        start, end = lines[-1]
        kept = len(self.text[start:end].rstrip(" \t"))
        pieces = (*lines[:-1], (start, start + kept))
        return Block("paragraph", lines[0][0], end, (), pieces)

    def add_heading(self, start: int, after: int, marks: str) -> None:
        text, end = self.text, self.end
        while after < end and text[after] in " \t":
            after += 1
        close = ATX_CLOSE.search(text[after:end])
        last = after + close.start() if close else end
        while last > after and text[last - 1] in " \t":
            last -= 1
        self.add(Block("heading", start, end, (), ((after, last),), marks, len(marks)))

    def end_paragraph_as_heading(self, at: int) -> bool:
        self.take_definitions()
        if not self.lines:
            # All of it was definitions: the line is text of a new paragraph, or a rule.
            self.leaf = ""
            return False
        body = self.paragraph(self.lines)
        mark = self.text[at]
        self.leaf, self.lines = "", []
        self.add(Block("heading", body.start, self.end, (), body.lines, mark, 1 if mark == "=" else 2))
        return True

    def table_starts(self, at: int) -> bool:
        """The paragraph's last line is a table's header if this line has as many columns."""
        if not TABLE_HINT.match(self.text, at, self.end):
            return False
        columns = delimiter_columns(self.text[at : self.end])
        if not columns:
            return False
        start, end = self.lines[-1]
        header = cells_of(self.text, start, end)
        if len(header) != columns:
            return False
        self.lines.pop()
        self.leaf = ""
        if self.lines:
            self.close_paragraph()
        self.open_leaf("table", start)
        self.columns = columns
        self.rows = [self.row(start, end, header)]
        return True

    def add_row(self, at: int) -> None:
        self.leaf_end = self.end
        self.rows.append(self.row(at, self.end, cells_of(self.text, at, self.end)[: self.columns]))

    def row(self, start: int, end: int, cells: list[tuple[int, int]]) -> Block:
        inside = tuple([Block("cell", s, e, (), ((s, e),)) for s, e in cells])
        return Block("row", start, end, inside, level=len(self.rows))

    def take_definitions(self) -> None:
        """Take the link reference definitions off the front of the open paragraph."""
        if not self.lines or not self.text.startswith("[", self.lines[0][0]):
            return
        for first, last, found in definitions_of(self.text, self.lines):
            self.definitions.setdefault(found.key, found.definition)
            self.stack[-1].children.append(Block("definition", first, last))
            self.lines = self.lines[found.lines :]
