"""Say that the page joins lines which the author broke.

Markdown makes one paragraph of the lines of an entry: title, authors and venue stand in one line on
the page. A backslash at a line's end breaks it there. Said once a list, at its first entry.

Bad:

    **Synthetic Tumors for Segmentation**
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    *Ada Lovelace, Alan Turing*
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    [paper](https://arxiv.org/abs/2303.00002)

Good:

    **Synthetic Tumors for Segmentation**\\
    *Ada Lovelace, Alan Turing*\\
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**\\
    *Emmy Noether, Max Born*\\
    [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..entries import AwesomeList, Entry
from ..finding import Edit, Fault, Fix, Safety, Severity
from ..style import Style

group = "entry"
severity = Severity.NOTE

# One break may be a long line that somebody wrapped.
_LEAST = 3
# A gap with one line end that the page does not show: no backslash, no two blanks, no tag, no new block.
_SOFT = re.compile(r"[^\r\n<\\]*?(?P<blank>(?<! ) ?)(?:\r\n|\n|\r)[ \t>]*+(?![-*+] |\d+[.)] )[^\r\n]*")


def finds(found: AwesomeList, style: Style) -> Iterator[Fault]:
    # Where the list forces most of its breaks, a soft one is a slip (`uneven-break`) or meant.
    if style.breaks.shown.value != "soft":
        return
    edits = [edit for entry in found.entries for edit in _breaks(entry)]
    if len(edits) < _LEAST:
        return
    first = next(entry for entry in found.entries if any(True for _ in _breaks(entry)))
    place = first.title or first.fields[0]
    message = "the page runs the lines of this entry together, and those of others: a line needs a `\\` at its end to stay one"
    yield Fault(place.outer, message, Fix(tuple(edits), Safety.UNSAFE))


def _breaks(entry: Entry) -> Iterator[Edit]:
    if entry.kind != "paragraph":
        return
    for left, right in pairwise(entry.fields):
        gap = entry.source.text[left.outer.end : right.outer.start]
        if found := _SOFT.fullmatch(gap):
            start = left.outer.end + found.start("blank")
            yield Edit(start, left.outer.end + found.end("blank"), "\\")
