"""The rows of GitHub's tables: where a line's cells are.

GitHub's rule is simpler than CommonMark's escapes: a cell ends at any pipe that does not
stand straight behind a backslash, so `|a\\\\|b|` is one cell. mistune gives a table up whose
rows have too few or too many cells; GitHub pads and cuts them.
"""

from __future__ import annotations

import re

_DELIMITER = re.compile(r"\|?[ \t\v\f]*:?-+:?[ \t\v\f]*(?:\|[ \t\v\f]*:?-+:?[ \t\v\f]*)*\|?[ \t\v\f]*$")
_CELL = re.compile(r"(?:\\[!-/:-@\[-`{-~]|[^|])+")
_BLANKS = " \t\v\f"


def delimiter_columns(line: str) -> int:
    """The number of columns that a delimiter row (`|---|:-:|`) announces; 0 if it is none."""
    if not _DELIMITER.match(line):
        return 0
    return len(cells_of(line, 0, len(line)))


def cells_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the cells of a row, without the blanks around them.

    A cell of nothing but blanks has an empty span at its right border.
    """
    cells = []
    at = start
    if at < end and text[at] == "|":
        at += 1
    if text.find("\\", at, end) < 0:
        return _cells_without_escapes(text[at:end], at)
    while True:
        while at < end and text[at] in _BLANKS:
            at += 1
        if at >= end:
            break
        cell = _CELL.match(text, at, end)
        after = cell.end() if cell else at
        last = after
        while last > at and text[last - 1] in _BLANKS:
            last -= 1
        cells.append((at, last))
        if after >= end:
            break
        at = after + 1
    return cells


def _cells_without_escapes(row: str, at: int) -> list[tuple[int, int]]:
    """The cells of a row that begins at an offset, where every pipe ends a cell."""
    cells = []
    for piece in row.split("|"):
        words = piece.lstrip(_BLANKS)
        after = at + len(piece)
        first = after - len(words)
        cells.append((first, first + len(words.rstrip(_BLANKS))))
        at = after + 1
    if not words:
        cells.pop()  # nothing stands behind the last pipe
    return cells
