"""Let a paper's number open that paper.

A number that was copied from the entry above, or mistyped by a digit, opens another work under the right title; nobody sees it who does not click.
Compared are the folded titles: a subtitle left out, another spelling or a paper renamed by the same authors is no fault. Where a section's titles are
mostly not those of their papers (tools, datasets), and for titles of a word or two, it is a note.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00020)
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004)

Evidence:

    [[records]]
    source = "arXiv"
    paper = "arxiv:2303.00001"
    title = "Synthetic tumors for segmentation: a study"
    authors = ["Ada Lovelace"]

    [[records]]
    source = "arXiv"
    paper = "arxiv:2303.00020"
    title = "On the Stability of Neutron Stars"
    authors = ["Subrahmanyan Chandrasekhar"]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..entries import AwesomeList, Entry, Link
from ..entries.same import own_papers
from ..entries.same_people import shared_people
from ..entries.titles import OTHER, UNLIKE, likeness, plain_title, telling_words
from ..evidence import Record
from ..finding import Fault, Severity

group = "online"
severity = Severity.ERROR
on = False

# A title of fewer telling words may be a name that the paper does not bear.
TELLING = 3
# Where more of a section's numbers open works of other titles, its titles are not those of papers.
HABIT, LEAST = 1 / 3, 6


class _Judged(NamedTuple):
    """A number with its record, and whether that is the entry's work."""

    entry: Entry
    link: Link
    record: Record
    right: bool


def finds(found: AwesomeList, records: Mapping[str, tuple[Record, ...]]) -> Iterator[Fault]:
    judged = [one for entry in found.entries for one in _judged(entry, records)]
    all_of = Counter(one.entry.section for one in judged)
    wrong_of = Counter(one.entry.section for one in judged if not one.right)
    for one in judged:
        if one.right:
            continue
        section = one.entry.section
        habit = all_of[section] >= LEAST and wrong_of[section] > HABIT * all_of[section]
        place = one.link.url_span if one.link.url_span is not None else one.link.span
        title = plain_title(one.record.title)
        names = (
            f" by {one.record.authors[0]}" + (" and others" if len(one.record.authors) > 1 else "")
            if one.record.authors
            else ""
        )
        unsure = habit or not _tells(one.entry, one.record)
        message = f"this number opens another work: “{title}”{names} ({one.record.source}, {one.record.paper})"
        yield Fault(place, message, severity=Severity.NOTE if unsure else None)


def _judged(entry: Entry, records: Mapping[str, tuple[Record, ...]]) -> Iterator[_Judged]:
    if entry.title is None or entry.certainty < Entry.SURE:
        return
    for link in own_papers(entry):
        assert link.paper is not None
        known = [record for record in records.get(link.paper.key, ()) if record.title]
        if known and (right := _opens(entry, known)) is not None:
            yield _Judged(entry, link, known[0], right)


def _opens(entry: Entry, known: Sequence[Record]) -> bool | None:
    """Whether one of the records is the entry's work; None where titles in two scripts cannot tell."""
    assert entry.title is not None
    names = [part.text for part in (entry.title, entry.acronym, entry.description) if part is not None]
    alike = {likeness(name, record.title) for name in names for record in known}
    if alike - {OTHER, UNLIKE}:
        return True
    if entry.authors is not None and any(
        shared_people(entry.authors.authors.names, record.authors) for record in known
    ):
        return True
    return False if OTHER in alike else None


def _tells(entry: Entry, record: Record) -> bool:
    """Whether the entry says enough of the paper for its title to be held against it."""
    assert entry.title is not None
    enough = telling_words(entry.title.text) >= TELLING and telling_words(record.title) >= TELLING
    return enough or (entry.authors is not None and len(record.authors) > 1)
