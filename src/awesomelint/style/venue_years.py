"""How a venue and its year are written together: `CVPR 2023`, `CVPR'23`, `CVPR, 2023`, `2023 CVPR`.

In goes a venue as it was read, out comes the form, and the same venue in another one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ..entries import Entry, VenueField
from ..source import Span
from .choice import Choice, choose

_BEHIND = re.compile(r"(?P<gap>[ ,]*)(?P<quote>['’‘]?)(?P<space> ?)(?P<year>(?:19|20)?\d\d)(?P<after>['’]?)")
LEAST = 5
_APOSTROPHES = str.maketrans("’‘", "''")


class VenueYear(NamedTuple):
    """A name with its year: `form` is what stands between and how the year is written, as in ` 2023`."""

    span: Span
    name: str
    year: int
    form: str

    def may_take(self, form: str) -> bool:
        """Whether a name can be written so: a year is glued to a short name, not to words."""
        return form.startswith((" ", ",")) or form == "2023 CVPR" or " " not in self.name

    def write(self, form: str) -> str:
        """The same in another form."""
        if form == "2023 CVPR":
            return f"{self.year} {self.name}"
        digits = "2023" if "2023" in form else "23"
        return self.name + form.replace(digits, f"{self.year}"[-len(digits) :])


def venue_year(part: VenueField) -> VenueYear | None:
    """The form of a venue's year; None where there is none, or something stands between that is no form."""
    venue = part.venue
    if venue.year_span is None or venue.year is None or not part.exact or venue.track or venue.alias is None:
        return None  # `ResNet18` is no meeting of 2018
    start, end = venue.year_span
    if part.text[venue.start : venue.end] != venue.name:
        return None
    if end <= venue.start:
        if part.text[end : venue.start] != " " or end - start != 4:
            return None
        return VenueYear(_place(part, start, venue.end), venue.name, venue.year, "2023 CVPR")
    behind = _BEHIND.match(part.text, venue.end)
    if behind is None or behind.start("year") != start or behind.end("year") != end:
        return None
    digits = "2023" if end - start == 4 else "23"
    form = part.text[venue.end : start].translate(_APOSTROPHES) + digits + behind["after"].translate(_APOSTROPHES)
    return VenueYear(_place(part, venue.start, behind.end()), venue.name, venue.year, form)


def _place(part: VenueField, start: int, end: int) -> Span:
    return Span(part.span.start + start, part.span.start + end)


def kind_of(entry: Entry, part: VenueField) -> str:
    """What venues of one form have in common: the entries' shape, and whether they are journals."""
    alias = part.venue.alias
    journal = alias is not None and "journal" in alias.venue.kind
    return f"{entry.shape} journal" if journal else entry.shape


def infer_venue_years(entries: Iterable[Entry], wish: str | None) -> dict[str, Choice[str]]:
    """How the entries of each shape write a venue's year."""
    counts: dict[str, Counter[str]] = {}
    for entry in entries:
        for part in entry.fields:
            if isinstance(part, VenueField) and (have := venue_year(part)) is not None:
                counts.setdefault(kind_of(entry, part), Counter())[have.form] += 1
    name = "venue and year"
    if wish is not None:
        return {shape: Choice(name, wish, "configuration", tuple(seen.items())) for shape, seen in counts.items()}
    choices = {shape: choose(name, seen, least=LEAST) for shape, seen in counts.items()}
    # An apostrophe behind the year stands for nothing: no list is held to it.
    return {shape: choice for shape, choice in choices.items() if not (choice.value or "").endswith("'")}
