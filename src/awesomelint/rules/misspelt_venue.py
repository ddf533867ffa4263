"""Spell a venue's name as it calls itself.

`NeurlPS`, with a small L, looks right and is found by no search. Said of known slips, and of what is one letter away from a known venue beside a year and is no known
venue itself.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *NeurIPS 2023*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. *MICCAI 2023*. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. *MICAAI 2023*. [paper](https://arxiv.org/abs/2303.00004)
                                                        ^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList, VenueField
from ..finding import Change, Edit, Fault, Fix, Safety, Severity

group = "venue"
severity = Severity.WARNING


def finds(found: AwesomeList) -> Iterator[Fault]:
    written: dict[str, int] = {}
    fields = [
        (entry, part) for entry in found.entries for part in entry.fields if isinstance(part, VenueField) and part.exact
    ]
    for _, part in fields:
        written[part.venue.name] = written.get(part.venue.name, 0) + 1
    for entry, part in fields:
        meant = found.venues.meant(part.venue, dated=entry.when is not None)
        # What a list writes again and again is a name that we do not know.
        if meant is None or (
            part.venue.alias is None and written[part.venue.name] > max(2, written.get(meant, 0) // 4)
        ):
            continue
        place = part.name_span
        if entry.source.slice(place) != part.venue.name:
            continue
        before = _fact(part, part.venue.key)
        after = _fact(part, meant)
        fix = Fix((Edit(place.start, place.end, meant),), Safety.UNSAFE, (Change("venue", before, after),))
        yield Fault(place, f"{part.venue.name} is likely to mean {meant}", fix)


def _fact(part: VenueField, key: str) -> str:
    return f"{key} {part.venue.year or ''} {part.venue.track.casefold()}".strip()
