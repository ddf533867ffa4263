"""Tell of a date that is less precise than nearly all others.

A month among days cannot be sorted into its place.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **A Study of Number 11 in Imaging**, *Lise Meitner, Otto Hahn*, ICLR | 19 Jan 2023, [paper](https://arxiv.org/abs/2301.00011)
    - **A Study of Number 12 in Imaging**, *Lise Meitner, Otto Hahn*, ICLR | 18 Jan 2023, [paper](https://arxiv.org/abs/2301.00012)
    - **A Study of Number 13 in Imaging**, *Lise Meitner, Otto Hahn*, ICLR | 17 Jan 2023, [paper](https://arxiv.org/abs/2301.00013)
    - **A Study of Number 14 in Imaging**, *Lise Meitner, Otto Hahn*, ICLR | 16 Jan 2023, [paper](https://arxiv.org/abs/2301.00014)
    - **A Study of Number 15 in Imaging**, *Lise Meitner, Otto Hahn*, ICLR | 15 Jan 2023, [paper](https://arxiv.org/abs/2301.00015)
    - **A Study of Number 16 in Imaging**, *Lise Meitner, Otto Hahn*, ICLR | 14 Jan 2023, [paper](https://arxiv.org/abs/2301.00016)
    - **A Study of Number 17 in Imaging**, *Lise Meitner, Otto Hahn*, ICLR | 13 Jan 2023, [paper](https://arxiv.org/abs/2301.00017)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
                                                                              ^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList, DateField
from ..finding import Fault, Severity

group = "date"
severity = Severity.NOTE

NEARLY_ALL = 0.9
FEWEST = 10
# A day that was not read as one stands right before.
_DAY = re.compile(r"\d(?:st|nd|rd|th)?\b[^\n]{0,6}$")


def finds(found: AwesomeList) -> Iterator[Fault]:
    # A preprint has its day, a journal often its year alone: each is compared with its like.
    kinds: dict[bool, list[DateField]] = {}
    for entry in found.entries:
        if entry.date is not None:
            preprint = entry.venue is not None and entry.venue.venue.preprint
            kinds.setdefault(preprint, []).append(entry.date)
    for dates in kinds.values():
        yield from _vague(found.source.text, dates)


def _vague(text: str, dates: list[DateField]) -> Iterator[Fault]:
    for precision, name in ((3, "day"), (2, "month")):
        precise = sum(part.date.precision >= precision for part in dates)
        if len(dates) >= FEWEST and precise >= NEARLY_ALL * len(dates):
            for part in dates:
                if part.date.precision < precision and not _DAY.search(
                    text[max(0, part.span.start - 12) : part.span.start]
                ):
                    yield Fault(part.span, f"this date has no {name}; nearly all others do")
            return
