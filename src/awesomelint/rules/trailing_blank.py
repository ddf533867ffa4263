"""Leave no blank at the end of an entry's line.

One blank there does nothing, but every editor that strips it makes a change that nobody meant. Two
blanks before another line of the same paragraph are a line break, and stay.

Bad:

    **Synthetic Tumors for Segmentation**␠
                                         ^
    *Ada Lovelace, Alan Turing*
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    [paper](https://arxiv.org/abs/2303.00002)

Good:

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..entries import Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style

group = "entry"
severity = Severity.WARNING

# Behind a backslash a blank is more than a blank: without it the line would break on the page.
_AT_LINE_END = re.compile(r"(?<![\\ \t])[ \t]+(?=\r|\n)")
_HARD_BREAK = 2
_AT_END = re.compile(r"[ \t]+$")


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    text = entry.source.text
    if entry.kind == "row" or not entry.fields:
        return
    for left, right in pairwise(entry.fields):
        for found in _AT_LINE_END.finditer(text, left.outer.end, right.outer.start):
            if not found[0].endswith("  "):
                yield _without(found)
            elif len(found[0]) > _HARD_BREAK and style.breaks.mark.value == "  ":
                yield Want(Span(*found.span()), "  ", "two blanks break the line; here stand more")
    if last := _AT_END.search(text, entry.fields[-1].outer.end, entry.span.end):
        yield _without(last)


def _without(found: re.Match[str]) -> Want:
    return Want(Span(*found.span()), "", "blank at the end of the line")
