"""A second source, only where it is needed: for papers whose record speaks against the list.

In go the papers with what the first source says, out come the records of those that differ, the second source's among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..entries import Entry
from ..entries.same_people import pair_up
from ..entries.titles import PART, SAME, likeness
from ..evidence import Record, record_from
from .service import Line
from .services import semanticscholar

_ASKABLE = ("arxiv:", "doi:")


def second_opinions(
    line: Line, papers: Iterable[tuple[str, Entry]], records: Mapping[str, tuple[Record, ...]]
) -> dict[str, tuple[Record, ...]]:
    """The records of the papers that differ from their entry, with those of Semantic Scholar behind."""
    doubtful = [key for key, entry in papers if key.startswith(_ASKABLE) and _differs(entry, records.get(key, ()))]
    values = line.lookup(semanticscholar.SERVICE, doubtful)
    return {key: (*records[key], *(record_from(one) for one in values[key])) for key in doubtful if values.get(key)}


def _differs(entry: Entry, known: tuple[Record, ...]) -> bool:
    if entry.title is None or not known or not known[0].title:
        return False
    if likeness(entry.title.text, known[0].title) not in (SAME, PART):
        return True
    if entry.authors is None:
        return False
    names, others = entry.authors.authors.names, known[0].authors
    pairs = pair_up(names, others)
    places = [others.index(pairs[name]) for name in names if name in pairs]
    return len(places) < len(names) or places != sorted(places)
