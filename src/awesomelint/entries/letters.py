"""Words by their letters: what stays of a text when case, blanks and marks are dress."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_DRESS = {code: None for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """Letters and digits alone, without case or width."""
    if text.isascii():
        return text.lower().translate(_DRESS)
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


@cache
def ideographs() -> re.Pattern[str]:
    """A Chinese, Japanese or Korean sign. Such classes take milliseconds to compile, so this is done for texts that are not plain ASCII alone."""
    return re.compile(r"[\u3005-\u3007\u3040-\u9fff\uac00-\ud7af]")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\u3400-\u9fff]+|[\u3400-\u9fff]{1,2}")


def counted_words(text: str) -> list[str]:
    """A text's words; where no blanks stand between them, two Chinese signs are about one."""
    return text.split() if text.isascii() else _words().findall(text)
