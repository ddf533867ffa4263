"""One text and its places.

In goes the decoded text of a file (without byte-order mark); out come spans, and for the
rim of the program lines and columns. Everything inside the program speaks of offsets in
code points; only reports ask for lines (from 1), columns (from 1, in code points) or
UTF-16 units.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

# CommonMark 0.31, "Blocks and inlines": a line ends with a line feed, a carriage return, or both.
# `str.splitlines` would also cut at form feeds and U+2028, which no Markdown parser does.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of code point offsets into a source: `start` is in it, `end` is not."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place as people count it: line and column from 1, the column in code points."""

    line: int
    column: int


class Source:
    """A decoded text with the name under which it is reported.

    `text` holds no byte-order mark; `name` is a path as the user wrote it, or `<stdin>`.
    """

    def __init__(self, text: str, name: str = "<text>") -> None:
        self.text = text
        self.name = name

    @cached_property
    def line_spans(self) -> list[Span]:
        """The content of every line, without its line end; a text of n line ends has n + 1 lines."""
        spans, start = [], 0
        for end in _LINE_END.finditer(self.text):
            spans.append(Span(start, end.start()))
            start = end.end()
        spans.append(Span(start, len(self.text)))
        return spans

    @cached_property
    def _line_starts(self) -> list[int]:
        return [span.start for span in self.line_spans]

    @cached_property
    def newline(self) -> str:
        """The line end that most lines of this text have; a line feed where there is none."""
        ends = _LINE_END.findall(self.text)
        return max(("\n", "\r\n", "\r"), key=ends.count) if ends else "\n"

    def line_of(self, offset: int) -> int:
        """The line, from 1, on which an offset lies."""
        return bisect_right(self._line_starts, offset)

    def line_span(self, line: int) -> Span:
        """The content of a line, counted from 1."""
        return self.line_spans[line - 1]

    def position(self, offset: int) -> Position:
        """Line and column, both from 1, the column in code points."""
        line = self.line_of(offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def slice(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]
