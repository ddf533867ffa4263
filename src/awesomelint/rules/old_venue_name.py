"""Call a venue by the name that it had that year.

NIPS has been NeurIPS since 2018; before, `NIPS` was right.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *NeurIPS 2023*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. *NIPS 2016*. [paper](https://arxiv.org/abs/1603.00002)
    - **Diffusion Models for the Chest**. Marie Curie. *NIPS 2021*. [paper](https://arxiv.org/abs/2103.00004)
                                                        ^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry, VenueField
from ..finding import Edit, Fault, Fix, Safety, Severity

group = "venue"
severity = Severity.NOTE


def finds(entry: Entry) -> Iterator[Fault]:
    for part in entry.fields:
        if not isinstance(part, VenueField) or part.venue.alias is None or part.venue.alias.kind != "former":
            continue
        year = part.venue.year or (entry.when.year if entry.when is not None else None)
        alias = part.venue.alias
        if year is not None and alias.until and year > alias.until:
            place = part.name_span
            shown = Fix((Edit(place.start, place.end, alias.venue.name),), Safety.SHOWN)
            message = f"{part.venue.name} was the name until {alias.until}; in {year} it is {alias.venue.name}"
            yield Fault(place, message, shown)
