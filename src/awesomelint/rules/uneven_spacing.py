"""Keep the list's own number of blank lines between two entries.

Bad:

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    [paper](https://arxiv.org/abs/2303.00002)

    **A Survey of Medical Image Synthesis**
    *Mary Shelley, Percy Shelley*
    [paper](https://arxiv.org/abs/2303.00003)

    **On Mice**
    *Ed Rat, Al Rat*
    [paper](https://arxiv.org/abs/2303.00005)

    ^

    **Diffusion Models for the Chest**
    *Marie Curie, Pierre Curie*
    [paper](https://arxiv.org/abs/2303.00004)

Good:

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    [paper](https://arxiv.org/abs/2303.00002)

    **A Survey of Medical Image Synthesis**
    *Mary Shelley, Percy Shelley*
    [paper](https://arxiv.org/abs/2303.00003)

    **On Mice**
    *Ed Rat, Al Rat*
    [paper](https://arxiv.org/abs/2303.00005)

    **Diffusion Models for the Chest**
    *Marie Curie, Pierre Curie*
    [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..entries import AwesomeList, Entry
from ..finding import Severity, Want
from ..source import Source, Span
from ..style import Style

group = "entry"
severity = Severity.WARNING

_GAP = re.compile(r"(?P<lines>(?:(?:\r\n|\n|\r(?!\n))[ \t]*)*)(?:\r\n|\n|\r)[ \t]*")


_BLANKS = re.compile(r"(?<=[\r\n])[ \t]+(?=[\r\n]|$)")


def wants(found: AwesomeList, style: Style) -> Iterator[Want]:
    source = found.source
    for run in found.runs:
        for left, right in pairwise(run):
            wanted = style.blank_lines_of(right)
            gap = _GAP.fullmatch(source.text, left.span.end, right.span.start)
            if gap is None or _leads_in(left) or not _beside(left, right):
                continue
            have = source.line_of(right.span.start) - source.line_of(left.span.end) - 1
            if wanted is None or have == wanted or (wanted == 0 and right.kind == "paragraph"):
                yield from _emptied(gap)
                continue
            lines = "no blank line" if not wanted else "one blank line" if wanted == 1 else f"{wanted} blank lines"
            message = f"{have} blank line{'' if have == 1 else 's'} before this entry; the list has {lines}"
            yield Want(Span(*gap.span("lines")), source.newline * wanted, message, at=_blank_lines(source, left, right))


def _emptied(gap: re.Match[str]) -> Iterator[Want]:
    """The lines between two entries that hold blanks, without them."""
    for blanks in _BLANKS.finditer(gap.string, *gap.span("lines")):
        yield Want(Span(*blanks.span()), "", "blanks on an empty line")


def _beside(left: Entry, right: Entry) -> bool:
    """Whether two entries stand at one depth: from a nested entry to the next above it is no step between neighbours."""
    return left.kind != "item" or _column(left) == _column(right)


def _column(entry: Entry) -> int:
    return entry.source.position(entry.span.start).column


def _leads_in(entry: Entry) -> bool:
    """Whether the last line of an entry heads what follows: Markdown takes a line without indent for a part of the item above."""
    last = entry.source.text[entry.span.start : entry.span.end].rpartition("\n")
    return bool(last[1]) and last[2].rstrip().endswith(":")


def _blank_lines(source: Source, left: Entry, right: Entry) -> Span:
    """The blank lines between two entries, or the second one's beginning where there are none."""
    first = source.line_of(left.span.end) + 1
    start = source.line_span(first).start
    return Span(start, max(start, source.line_span(source.line_of(right.span.start)).start))
