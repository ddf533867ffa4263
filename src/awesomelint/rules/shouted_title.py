"""Write titles as the paper does, not in capitals throughout.

A TITLE IN CAPITALS COMES FROM A JOURNAL'S PAGE HEAD; names such as `AIDE` or `TAT-DQA` are none.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **DIFFUSION MODELS FOR THE HUMAN CHEST**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Fault, Severity

group = "title"
severity = Severity.NOTE

_LEAST = 4


def finds(entry: Entry) -> Iterator[Fault]:
    if entry.title is None or entry.certainty < Entry.SURE:
        return
    words = [word for word in entry.title.text.split() if any(char.isalpha() for char in word)]
    longer = [word for word in words if sum(char.isalpha() for char in word) > 1]
    shouted = sum(word.isupper() for word in longer)
    if shouted >= _LEAST and shouted == len(longer):
        yield Fault(entry.title.span, "this title is written in capitals throughout")
