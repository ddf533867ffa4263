"""The lines of a text, and a place inside one of them, in characters and in columns.

`pos` and `column` move on together; a tab may be used up in part, then `pos` stays on it and `column` lies
inside it (CommonMark 0.31, section 2.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins, and where it ends without its line end."""
    at, size = 0, len(text)
    if "\r" not in text:
        while at < size:
            end = text.find("\n", at)
            if end < 0:
                end = size
            yield at, end
            at = end + 1
        return
    while at < size:
        line = LINE.match(text, at)
        assert line is not None
        yield at, line.end(1)
        at = line.end()


class LineCursor:
    """Where in a line the reader is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = self.column = self.end = 0

    def indent(self) -> tuple[int, int]:
        """Where the next character that is not a blank stands, and how many columns away."""
        text, pos, end, column = self.text, self.pos, self.end, self.column
        if pos < end and text[pos] not in " \t":
            return pos, 0
        while pos < end:
            char = text[pos]
            if char == " ":
                column += 1
            elif char == "\t":
                column += 4 - column % 4
            else:
                break
            pos += 1
        return pos, column - self.column

    def advance(self, columns: int) -> None:
        """Use up so many columns of white space."""
        text, pos, end, column = self.text, self.pos, self.end, self.column
        while columns > 0 and pos < end:
            if text[pos] == " ":
                column, columns, pos = column + 1, columns - 1, pos + 1
            elif text[pos] == "\t":
                width = 4 - column % 4
                if width > columns:
                    column += columns
                    break
                column, columns, pos = column + width, columns - width, pos + 1
            else:
                break
        self.pos, self.column = pos, column

    def jump(self, pos: int) -> None:
        """Go to a character of this line that is reached over blanks and marks alone."""
        text = self.text
        while self.pos < pos:
            self.column += 4 - self.column % 4 if text[self.pos] == "\t" else 1
            self.pos += 1
