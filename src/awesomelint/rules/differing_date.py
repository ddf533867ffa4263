"""Date a preprint by a day on which it came out.

Said only of what the list calls a preprint, with a month at least: the record of that number knows the day of its first version and of the last, and the date
is two months and more away from all of them. Years alone, and dates of venues, are never held against a record: services differ there.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *arXiv*. 2 Mar 2023. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. *arXiv*. 1 Nov 2023. [paper](https://arxiv.org/abs/2303.00002)
                                                               ^^^^^^^^^^
    - **Diffusion Models for the Chest**. Marie Curie. *arXiv*. 1 Feb 2023. [paper](https://arxiv.org/abs/2302.00004)

Evidence:

    [[records]]
    source = "arXiv"
    paper = "arxiv:2303.00002"
    title = "Learning from Small Datasets"
    dates = ["2023-03-01", "2023-05-20"]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..entries import Date, Entry
from ..entries.dates import iso_date
from ..entries.same import own_papers
from ..entries.titles import OTHER, UNLIKE, likeness
from ..evidence import Record
from ..finding import Change, Edit, Fault, Fix, Safety, Severity
from ..style import Style

group = "online"
severity = Severity.NOTE
on = False

FAR = 2


def finds(entry: Entry, records: Mapping[str, tuple[Record, ...]], style: Style) -> Iterator[Fault]:
    if entry.title is None or entry.date is None or entry.venue is None or entry.certainty < Entry.SURE:
        return
    when = entry.date.date
    if when.month is None or not when.possible or not entry.venue.venue.preprint:
        return
    for link in own_papers(entry):
        for record in records.get(link.paper.key, ()) if link.paper is not None else ():
            days = [day for text in record.dates if (day := iso_date(text)) is not None and day.month is not None]
            if not days or likeness(entry.title.text, record.title) in (OTHER, UNLIKE):
                continue
            if min(_months(when, day) for day in days) >= FAR:
                first = days[0] if when.day is not None else Date(days[0].year, days[0].month)
                yield Fault(
                    entry.date.span,
                    f"the paper came out on {first} ({record.source}, {record.paper})",
                    _fix(entry, first, style),
                )
            return


def _months(one: Date, other: Date) -> int:
    return abs(12 * (one.year - other.year) + (one.month or 1) - (other.month or 1))


def _fix(entry: Entry, first: Date, style: Style) -> Fix | None:
    assert entry.date is not None
    written = style.dates.write(first, entry.date.form) or entry.date.form.write(first)
    if not entry.date.exact:
        return None
    change = Change("date", str(entry.date.date), str(first))
    return Fix((Edit(*entry.date.span, written),), Safety.SHOWN, (change,))
