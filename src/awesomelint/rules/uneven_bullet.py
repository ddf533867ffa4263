"""Begin every entry with the list's own bullet.

Where the mark changes, Markdown begins another list: a gap opens on the page between two entries that belong together.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
    * **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)
    ^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from ..entries import AwesomeList
from ..finding import Severity, Want
from ..markdown import Block
from ..source import Span
from ..style import Style

group = "entry"
severity = Severity.WARNING

_BULLETS = ("-", "*", "+")


def wants(found: AwesomeList, style: Style) -> Iterator[Want]:
    starts = [entry.span.start for entry in found.entries]
    for block in found.blocks():
        # Two lists side by side, with nothing between them, are one to the reader.
        for together, neighbours in groupby(block.children, key=lambda child: child.kind == "list"):
            items = [item for one in neighbours for item in one.children] if together else []
            marks = Counter(item.marker for item in items)
            if len(marks) > 1 and all(mark in _BULLETS for mark in marks):
                yield from _even(found, style, items, marks, starts)


def _even(
    found: AwesomeList, style: Style, items: list[Block], marks: Counter[str], starts: list[int]
) -> Iterator[Want]:
    """The items of lists that touch, each with the list's own mark, else with that of most of them."""
    common, often = marks.most_common(1)[0]
    for item in items:
        at = bisect_left(starts, item.start)
        if at == len(starts) or starts[at] != item.start:
            continue
        entry = found.entries[at]
        own = style.bullets.get(entry.group) or style.bullets.get(entry.shape)
        mark = own.value if own is not None else None
        if mark is None and 3 * often >= 2 * len(items):
            mark = common
        if mark is not None:
            message = f"the list begins its entries with `{mark}`; another mark begins another list"
            yield Want(Span(item.start, item.start + 1), mark, message)
