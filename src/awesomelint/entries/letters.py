"""Words by their letters: what stays of a text when case, blanks and marks are dress."""

from __future__ import annotations

import unicodedata

_DRESS = {code: None for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """Letters and digits alone, without case or width."""
    if text.isascii():
        return text.lower().translate(_DRESS)
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
