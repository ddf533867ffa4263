"""From Markdown's spelling of a text to the text: backslash escapes and entities.

The grammar is CommonMark's (0.31, sections 2.4 and 2.5); the names of entities are HTML 5's.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

_ESCAPE_OR_ENTITY = re.compile(r"\\([!-/:-@\[-`{-~])|&(#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)")
_ENTITY = re.compile(r"&(#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)")


def decode(raw: str) -> str:
    """The text that a reader sees for a piece of Markdown without marks."""
    if "\\" not in raw and "&" not in raw:
        return raw
    return _ESCAPE_OR_ENTITY.sub(_replace, raw)


def decode_entities(raw: str) -> str:
    """As `decode`, for text in which a backslash means itself, as in an autolink."""
    return _ENTITY.sub(lambda found: _character(found[1]), raw) if "&" in raw else raw


def decode_html(raw: str) -> str:
    """The text that a browser shows for text between tags: it needs no semicolon behind the number of a character."""
    return html.unescape(raw) if "&" in raw else raw


def decode_code(raw: str) -> str:
    """The text of a code span: a line end is a space, one space at both ends is decoration, `\\|` is a pipe."""
    text = raw.replace("\n", " ")
    if text.startswith(" ") and text.endswith(" ") and text.strip(" "):
        text = text[1:-1]
    return text.replace("\\|", "|")


def _replace(found: re.Match[str]) -> str:
    return found[1] if found[1] is not None else _character(found[2])


def _character(name: str) -> str:
    if name.startswith("#"):
        number = int(name[2:-1], 16) if name[1] in "xX" else int(name[1:-1])
        if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            return "�"
        return chr(number)
    return html5.get(name, "&" + name)
