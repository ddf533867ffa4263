"""Words as Markdown: what a reader is to see, written so that no character of it is markup.

In goes a text, out comes its Markdown for the inside of a paragraph, a list item or a table's cell. Only what would be read as markup is escaped: an
underscore amid a word and a lone asterisk between blanks are none (CommonMark 0.31, 6.2).
"""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\`\[\]]|<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)")
_MARK = re.compile(r"\*+|_+|~~")


def escaped(text: str, in_cell: bool = False) -> str:
    """The Markdown that shows a text; in a table's cell a bar is escaped too."""
    text = " ".join(text.split())
    text = _ALWAYS.sub(lambda found: "\\" + found[0], text)
    text = _MARK.sub(lambda found: _mark(text, found), text)
    return text.replace("|", "\\|") if in_cell else text


def _mark(text: str, found: re.Match[str]) -> str:
    """A run of marks, escaped where it could open or close emphasis."""
    before = text[found.start() - 1 : found.start()]
    after = text[found.end() : found.end() + 1]
    blank = (not before or before.isspace()) and (not after or after.isspace())
    inside = before.isalnum() and after.isalnum()
    if blank or (found[0][0] == "_" and inside):
        return found[0]
    return "".join("\\" + char for char in found[0])
