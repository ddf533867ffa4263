"""Name the venue at which a preprint has appeared.

The list says arXiv; a service knows of a publication. Which one, and in which record, is said. A source that mixes preprint and publication is named as a
likelihood only. The fix is offered as unsafe where two services agree on the venue, else only shown; it writes the venue in the list's own form.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *arXiv 2023*. [paper](https://arxiv.org/abs/2303.00001)
                                                            ^^^^^^^^^^
    - **Learning from Small Datasets**. Emmy Noether. *CVPR 2023*. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. *ICCV 2023*. [paper](https://arxiv.org/abs/2301.00004)
    - **Diffusion Models for the Liver**. Marie Curie. *ICCV 2023*. [paper](https://arxiv.org/abs/2301.00005)
    - **Diffusion Models for the Heart**. Marie Curie. *ICCV 2023*. [paper](https://arxiv.org/abs/2301.00006)
    - **Diffusion Models for the Lung**. Marie Curie. *ICML 2023*. [paper](https://arxiv.org/abs/2301.00007)

Evidence:

    [[publications]]
    paper = "arxiv:2303.00001"
    source = "DBLP"
    record = "conf/cvpr/Lovelace24"
    venue = "CVPR"
    year = 2024

    [[publications]]
    paper = "arxiv:2303.00001"
    source = "Semantic Scholar"
    record = "arXiv:2303.00001"
    venue = "Computer Vision and Pattern Recognition"
    sure = false

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *CVPR 2024*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. *CVPR 2023*. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. *ICCV 2023*. [paper](https://arxiv.org/abs/2301.00004)
    - **Diffusion Models for the Liver**. Marie Curie. *ICCV 2023*. [paper](https://arxiv.org/abs/2301.00005)
    - **Diffusion Models for the Heart**. Marie Curie. *ICCV 2023*. [paper](https://arxiv.org/abs/2301.00006)
    - **Diffusion Models for the Lung**. Marie Curie. *ICML 2023*. [paper](https://arxiv.org/abs/2301.00007)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..entries import Entry, VenueField, VenueTable
from ..entries.letters import fold
from ..entries.same import own_papers
from ..evidence import Publication
from ..finding import Change, Edit, Fault, Fix, Safety, Severity
from ..markdown.escape import escaped
from ..style import Style
from ..style.written_venue import written_venue

group = "online"
severity = Severity.NOTE
on = False


def finds(
    entry: Entry, publications: Mapping[str, tuple[Publication, ...]], style: Style, venues: VenueTable
) -> Iterator[Fault]:
    venue = entry.venue
    if venue is None or not venue.venue.preprint or entry.certainty < Entry.SURE:
        return
    if any(isinstance(part, VenueField) and not part.venue.preprint for part in entry.fields):
        return
    for link in own_papers(entry):
        known = publications.get(link.paper.key, ()) if link.paper is not None else ()
        if known:
            best = sorted(known, key=lambda one: (not one.sure, not one.venue, one.year is None))[0]
            yield Fault(venue.span, _message(best, known, venues), _fix(entry, venue, best, known, style, venues))
            return


def _message(best: Publication, known: Sequence[Publication], venues: VenueTable) -> str:
    where = called(best, venues) + (f" in {best.year}" if best.year else "")
    where = where or f"under doi:{best.doi}"
    others = sorted({one.source for one in known if one.source != best.source and _agree(one, best, venues)})
    also = f"; {' and '.join(others)} as well" if others else ""
    verb = "has appeared" if best.sure else "has probably appeared"
    at = " at " if best.venue else " "
    return f"this preprint {verb}{at}{where} ({best.source}, {best.record}{also})"


def called(publication: Publication, venues: VenueTable) -> str:
    """The venue's usual name, else what the service calls it."""
    return venues.usual_name(publication.venue)


def _agree(one: Publication, other: Publication, venues: VenueTable) -> bool:
    return bool(one.venue) and fold(called(one, venues)) == fold(called(other, venues))


def _fix(
    entry: Entry, venue: VenueField, best: Publication, known: Sequence[Publication], style: Style, venues: VenueTable
) -> Fix | None:
    """The venue in the list's form; its year only from a source that is sure of it."""
    if not best.venue or not venue.exact or entry.html:
        return None
    year = best.year if best.sure else None
    dated = year if venue.venue.year is not None else None
    if venue.venue.year is not None and dated is None:
        return None
    text = written_venue(called(best, venues), dated, entry, style, venues)
    now = venues.read(text)
    sources = {one.source for one in known if _agree(one, best, venues)}
    safety = Safety.UNSAFE if best.sure and len(sources) > 1 else Safety.SHOWN
    change = Change(
        "venue", _fact(venue.venue.key, venue.venue.year, venue.venue.track), _fact(now.key, now.year, now.track)
    )
    return Fix((Edit(*venue.span, escaped(text, entry.kind == "row")),), safety, (change,))


def _fact(key: str, year: int | None, track: str) -> str:
    return f"{key} {year or ''} {track.casefold()}".strip()
