"""Tell of a date that no calendar has.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 31 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
                                                                              ^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Fault, Severity

group = "date"
severity = Severity.ERROR


def finds(entry: Entry) -> Iterator[Fault]:
    if entry.date is not None and not entry.date.date.possible:
        yield Fault(entry.date.span, f"no calendar has {entry.source.slice(entry.date.span)}")
