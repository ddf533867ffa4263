"""Mend text that was decoded wrongly once.

A file that was saved as UTF-8 and opened as Mac Roman or Windows-1252 shows two to four strange
letters for one sign. The way back is proven where those letters, as bytes of that encoding, are
the UTF-8 of one sign that people write. Invisible characters that nobody typed on purpose (a
zero-width space, a byte-order mark inside the text) are taken out; U+FFFD, which stands for a
character that is lost, is only reported. A joiner inside an emoji or in a script that needs it is
text, and stays.

Bad:

    - ‚ù§ Papers that we like.
      ^^^

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    CVPR | 2 Mar 2023
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Mary Cartwright, Emmy Noether*
    MICCAI | 1 Mar 2023
    [paper](https://arxiv.org/abs/2303.00002)

Good:

    - ❤ Papers that we like.

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    CVPR | 2 Mar 2023
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Mary Cartwright, Emmy Noether*
    MICCAI | 1 Mar 2023
    [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Change, Edit, Fault, Fix, Severity
from ..source import Span

group = "document"
severity = Severity.ERROR

_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]+")
_CODECS = ("mac_roman", "cp1252")


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    if text.isascii():
        return
    for run in _FOREIGN.finditer(text):
        for start, end, sign in _damaged(run[0]):
            span = Span(run.start() + start, run.start() + end)
            broken = text[span.start : span.end]
            yield _mend(span, broken, sign, f"damaged text: {_shown(broken)} ought to be {sign}")
        for hidden in _INVISIBLE.finditer(run[0]):
            span = Span(run.start() + hidden.start(), run.start() + hidden.end())
            yield _mend(span, hidden[0], "", f"invisible character {_shown(hidden[0])} inside the text")
        for at in (place.start() for place in re.finditer("\ufffd+", run[0])):
            span = Span(run.start() + at, run.start() + at + 1)
            yield Fault(span, "U+FFFD stands for a character that was lost; put back what stood here")


def _mend(span: Span, before: str, after: str, message: str) -> Fault:
    declares = (Change("*", before, after),)
    return Fault(span, message, Fix((Edit(span.start, span.end, after),), declares=declares))


def _shown(text: str) -> str:
    """The characters as they look; what is invisible by its number."""
    return "".join(char if char.isprintable() and not _INVISIBLE.match(char) else f"U+{ord(char):04X}" for char in text)


def _damaged(run: str) -> list[tuple[int, int, str]]:
    """The places in a run of characters beyond ASCII that are one sign's UTF-8 in another encoding."""
    found, at = [], 0
    while at < len(run):
        for codec in _CODECS:
            if hit := _sign(run, at, codec):
                size, sign = hit
                found.append((at, at + size, sign))
                at += size
                break
        else:
            at += 1
    return found


def _sign(run: str, at: int, codec: str) -> tuple[int, str] | None:
    """The sign whose bytes begin here, with the number of characters that they take."""
    lead = _byte(run[at], codec)
    size = 2 if 0xC2 <= lead <= 0xC5 else 3 if lead in (0xE2, 0xEF) else 4 if lead == 0xF0 else 0
    if not size or at + size > len(run):
        return None
    data = bytes([lead, *(max(0, _byte(char, codec)) for char in run[at + 1 : at + size])])
    try:
        sign = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return (size, sign) if _plausible(sign) else None


def _byte(char: str, codec: str) -> int:
    """The byte that a character was made from, or -1. Windows-1252's five holes came through as control characters."""
    if codec == "cp1252" and "\x80" <= char <= "\x9f":
        return ord(char)
    try:
        return char.encode(codec)[0]
    except UnicodeEncodeError:
        # Python's Mac Roman follows Apple's table but for the logo, which Apple puts at U+F8FF.
        return 0xF0 if char == "\uf8ff" and codec == "mac_roman" else -1


def _plausible(sign: str) -> bool:
    """Latin letters and signs, punctuation, symbols, emoji: what lists are full of."""
    code = ord(sign)
    return (
        0xA0 <= code <= 0x17F
        or 0x2010 <= code <= 0x2044
        or 0x20A0 <= code <= 0x2BFF
        or code in (0xFE0F, 0x200D)
        or 0x1F000 <= code <= 0x1FAFF
    )
