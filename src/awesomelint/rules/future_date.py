"""Date no entry in the future.

A date more than a month ahead of today is a slip of the year; a venue's year may be next year's.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. 2 Mar 2023. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. 1 Mar 2023. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. 1 Feb 2031. [paper](https://arxiv.org/abs/2302.00004)
                                                       ^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..entries import Entry
from ..finding import Fault, Severity

group = "date"
severity = Severity.WARNING

_AHEAD = timedelta(days=31)
_NEXT_YEAR = 1


def finds(entry: Entry, today: date | None) -> Iterator[Fault]:
    part = entry.date
    if today is None or part is None or not part.date.possible or entry.certainty < Entry.SURE:
        return
    latest = today + _AHEAD
    year, month, day = part.date.first()
    if part.date.precision == 1:
        ahead = year > today.year + _NEXT_YEAR
    else:
        ahead = (year, month, day) > (latest.year, latest.month, latest.day)
    if ahead:
        yield Fault(part.span, f"{part.text} has not come yet")
