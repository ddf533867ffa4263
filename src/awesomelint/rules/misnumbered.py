"""Number a list's entries in sequence.

A reader cites an entry by its number, and the page renumbers on its own: what the file says is then another entry. A list that writes `1.` throughout is in sequence, and so
is one that begins at another number.

Bad:

    1. **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    2. **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    3. **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    3. **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
    ^^
    5. **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)

Good:

    1. **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    2. **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    3. **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    4. **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
    5. **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from ..entries import AwesomeList
from ..finding import Severity, Want
from ..markdown import Block
from ..source import Span

group = "entry"
severity = Severity.WARNING

# A list is numbered throughout, or `1.` throughout, if so much of it is.
_MOST = 0.8
_LEAST = 3


def wants(found: AwesomeList) -> Iterator[Want]:
    starts = [entry.span.start for entry in found.entries]
    for block in found.blocks():
        if block.kind == "list" and block.children and block.children[0].marker[:-1].isdigit():
            at = bisect_left(starts, block.children[0].start)
            if at < len(starts) and starts[at] < block.end:
                yield from _in_list(block)


def _in_list(block: Block) -> Iterator[Want]:
    items = block.children
    numbers = [int(item.marker[:-1]) for item in items]
    if len(items) < _LEAST:
        return
    throughout = False
    common, often = Counter(numbers).most_common(1)[0]
    if often >= _MOST * len(items) and common in (0, 1):
        throughout, right = True, [common] * len(items)
        if numbers[0] == 1 and common == 0:
            return
    else:
        # Entries that moved brought their numbers along: together they are still a sequence.
        moved = sorted(numbers) == list(range(min(numbers), min(numbers) + len(items)))
        first = min(numbers) if moved else numbers[0]
        right = [first + n for n in range(len(items))]
        steps = sum(b - a == 1 for a, b in pairwise(numbers))
        in_place = sum(have == want for have, want in zip(numbers, right, strict=True))
        if not moved and steps < _MOST * (len(items) - 1) and in_place < _MOST * len(items):
            return
    for item, have, want in zip(items, numbers, right, strict=True):
        if have != want:
            yield Want(
                Span(item.start, item.start + len(item.marker)),
                f"{want}{item.marker[-1]}",
                f"the list writes `{want}{item.marker[-1]}` throughout"
                if throughout
                else f"this entry is number {want} of its list",
            )
