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

from ..entries import AwesomeList
from ..finding import Severity, Want
from ..source import Span
from ..style import Style

group = "entry"
severity = Severity.WARNING

_BLANK_LINES = re.compile(r"(?:\r\n|\n|\r)(?P<lines>(?:[ \t]*(?:\r\n|\n|\r))*)")


def wants(found: AwesomeList, style: Style) -> Iterator[Want]:
    source = found.source
    for run in found.runs:
        for left, right in pairwise(run):
            choice = style.blank_lines.get(right.shape)
            wanted = choice.value if choice else None
            blank = _BLANK_LINES.match(source.text, left.span.end, right.span.start)
            if wanted is None or blank is None or source.text[blank.end() : right.span.start].strip(" \t"):
                continue
            have = source.line_of(right.span.start) - source.line_of(left.span.end) - 1
            if have != wanted and not (wanted == 0 and right.kind == "paragraph"):
                lines = "no blank line" if not wanted else "one blank line" if wanted == 1 else f"{wanted} blank lines"
                # The lines that differ: the surplus ones, or the place where some are lacking.
                yield Want(Span(*blank.span("lines")), source.newline * wanted, f"{have} blank lines before this entry; the list has {lines}")
