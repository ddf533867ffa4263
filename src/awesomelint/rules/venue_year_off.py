"""Let a venue's year and the entry's date agree.

One year apart is usual (a preprint of the autumn, the meeting of next summer); two or more are a slip in one of them. So is a meeting that did not take place that year: ICCV meets in
odd years, ECCV in even ones.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *NeurIPS 2023*. 2 Mar 2023. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. *MICCAI 2023*. 1 Mar 2023. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. *ICLR 2019*. 1 Feb 2023. [paper](https://arxiv.org/abs/2302.00004)
                                                        ^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry, VenueField
from ..finding import Fault, Severity

group = "venue"
severity = Severity.NOTE

# Meetings every other year: the remainder of their years by two (thecvf.com, ecva.net).
_BIENNIAL = {"ICCV": 1, "ECCV": 0}
# The virtual year: IJCAI, ACCV and others moved, ICCV and ECCV did not.
_APART = 2


def finds(entry: Entry) -> Iterator[Fault]:
    if entry.certainty < Entry.SURE:
        return
    for part in entry.fields:
        if not isinstance(part, VenueField) or part.venue.year is None:
            continue
        year, name = part.venue.year, part.venue.name
        date = entry.date.date if entry.date is not None and entry.date.date.possible else None
        if name in _BIENNIAL and year % 2 != _BIENNIAL[name]:
            yield Fault(part.span, f"there was no {name} in {year}")
        elif (
            date is not None
            and (date.precision > 1 or entry.kind == "row")
            and abs(date.year - year) >= _APART
            and not part.venue.preprint
        ):
            yield Fault(part.span, f"the venue's year is {year}, the entry's date is of {date.year}")
