"""How many columns of a terminal a text takes.

By Unicode's own tables (UAX #11 for wide signs, the general category for marks that join), which the
standard library carries: rich's table says the same of what stands in lists, and costs a tenth of a
whole check to import.
"""

from __future__ import annotations

import unicodedata

_PRESENTATION = "\ufe0f"
_JOINER = "\u200d"


def cell_len(text: str) -> int:
    """The width of a text in columns: Chinese signs and emoji take two, joined marks none."""
    if text.isascii():
        return len(text)
    width = last = 0
    joined = False
    for char in text:
        if char == _PRESENTATION:
            width, last = width + 2 - last if last == 1 else width, 2
        elif char == _JOINER:
            joined = True
        elif unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
            continue
        else:
            last = 0 if joined else 2 if unicodedata.east_asian_width(char) in "WF" else 1
            width += last
            joined = False
    return width
