"""Name a paper's authors as its record does.

Compared with the record of that very number: a name that is none of its authors, authors left out where the list does not say `et al.`, and their
order where two services that keep it agree. Initials, accents and middle names are no difference.

Bad:

    - **Synthetic Tumors for Segmentation**. *Ada Lovelace, Alan Turing*. [paper](https://arxiv.org/abs/2303.00001)
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^
    - **Learning from Small Datasets**. *E. Noether, Max Born*. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. *Marie Curie, Pierre Curie*. [paper](https://arxiv.org/abs/2301.00004)

Evidence:

    [[records]]
    source = "arXiv"
    paper = "arxiv:2303.00001"
    title = "Synthetic Tumors for Segmentation"
    authors = ["Ada Lovelace", "Grace Hopper"]

    [[records]]
    source = "arXiv"
    paper = "arxiv:2303.00002"
    title = "Learning from Small Datasets"
    authors = ["Emmy Noether", "Max Born"]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..entries import Entry
from ..entries.same import own_papers
from ..entries.same_people import one_person, pair_up
from ..entries.titles import OTHER, UNLIKE, likeness
from ..evidence import Record
from ..finding import Fault, Severity

group = "online"
severity = Severity.NOTE
on = False

# Of so many authors lists name a part without saying so.
MANY = 10
NAMED = 3


def finds(entry: Entry, records: Mapping[str, tuple[Record, ...]]) -> Iterator[Fault]:
    if entry.title is None or entry.authors is None or entry.certainty < Entry.SURE:
        return
    known = [
        record
        for link in own_papers(entry)
        if link.paper is not None
        for record in records.get(link.paper.key, ())
        if record.authors and likeness(entry.title.text, record.title) not in (OTHER, UNLIKE)
    ]
    names = entry.authors.authors.names
    said = [_said(names, entry.authors.authors.et_al is not None, record) for record in known]
    # Each source errs now and then: one that agrees with the list is enough.
    if known and all(said):
        yield Fault(entry.authors.span, f"{said[0]} ({known[0].source}, {known[0].paper})")
    elif known and _in_other_order(names, known):
        order = ", ".join(known[0].authors[:NAMED]) + (", …" if len(known[0].authors) > NAMED else "")
        yield Fault(entry.authors.span, f"the records have the authors in another order: {order} ({known[0].paper})")


def _said(names: Sequence[str], et_al: bool, record: Record) -> str:
    """What differs between the list's names and a record's, in words; nothing where nothing does."""
    pairs = pair_up(names, record.authors)
    strangers = [name for name in names if name not in pairs]
    if 2 * len(strangers) > len(names):
        return ""  # another work, or names that were read wrongly: neither is for this rule
    if strangers:
        return f"the record has no author {_listed(strangers)}; its authors are {_listed(record.authors)}"
    missing = [name for name in record.authors if name not in pairs.values()]
    short = et_al or len(names) == 1 or (len(record.authors) > MANY and len(names) <= NAMED)
    if missing and not short:
        return f"the record has {len(record.authors)} authors; missing here: {_listed(missing)}"
    return ""


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")


def _in_other_order(names: Sequence[str], known: Sequence[Record]) -> bool:
    """Whether two sources that keep the order agree on one that is not the list's."""
    keeping = {record.source: record for record in known if record.ordered}
    if len(keeping) < 2:
        return False
    first, second = list(keeping.values())[:2]
    if len(first.authors) != len(second.authors) or not all(map(one_person, first.authors, second.authors)):
        return False
    pairs = pair_up(names, first.authors)
    places = [first.authors.index(pairs[name]) for name in names if name in pairs]
    return len(places) == len(names) and places != sorted(places)
