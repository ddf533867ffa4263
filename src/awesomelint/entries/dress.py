"""The dress of a field: the emphasis, quotes and brackets that stand around it alone.

In goes the span of a field's words, out comes the span with its dress. `**{title}.**` has `**` before
and `.**` behind: a closing stop inside of the marks is part of the dress.
"""

from __future__ import annotations

import re

from ..source import Span

_PAIRS = (
    ("***", "***"), ("**", "**"), ("*", "*"), ("__", "__"), ("_", "_"), ("``", "``"), ("`", "`"), ("~~", "~~"),
    ('"', '"'), ("“", "”"), ("'", "'"), ("(", ")"), ("[", "]"), ("{", "}"), ("（", "）"), ("【", "】"), ("《", "》"), ("「", "」"),
    ("\\[", "\\]"), ("<b>", "</b>"), ("<strong>", "</strong>"), ("<i>", "</i>"), ("<em>", "</em>"), ("<code>", "</code>"),
    ("<sub>", "</sub>"), ("<sup>", "</sup>"), ("<small>", "</small>"),
)  # fmt: skip
_OPENING_ENDS = frozenset(opening[-1] for opening, _ in _PAIRS)
_STOP = re.compile(r"[.,;:!?]{0,2}")


def dressed(text: str, span: Span, low: int, high: int) -> Span:
    """The span with its dress, between `low` and `high`."""
    start, end = span
    while start > low and text[start - 1] in _OPENING_ENDS:
        stop = _STOP.match(text, end, high)
        after = stop.end() if stop else end
        for opening, closing in _PAIRS:
            if start - len(opening) < low or not text.startswith(opening, start - len(opening)):
                continue
            at = end if text.startswith(closing, end) else after
            if at + len(closing) <= high and text.startswith(closing, at):
                start, end = start - len(opening), at + len(closing)
                break
        else:
            break
    return Span(start, end)
