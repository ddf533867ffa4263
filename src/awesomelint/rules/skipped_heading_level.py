"""Let headings go down one level at a time.

`##` and then `####`: a reader's outline, and a screen reader's, has a hole.

Bad:

    ## Datasets

    #### Images
    ^^^^

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "document"
severity = Severity.NOTE
on = False


def finds(found: AwesomeList) -> Iterator[Fault]:
    headings = [block for block, _ in found.headings]
    for above, block in pairwise(headings):
        if block.level > above.level + 1:
            width = len(block.marker) if block.marker.startswith("#") else 1
            message = f"a heading of level {block.level} under one of level {above.level}"
            yield Fault(Span(block.start, block.start + width), message)
