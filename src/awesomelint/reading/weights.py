"""Every number that decides a reading, and what the numbers are given for: a segment with what was worked out of its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..entries.dates import FoundDate, find_date
from ..entries.venues import VenueTable
from .atom import Atom

WEIGHTS = {
    "title.word": 0.22, "title.function_word": 0.9, "title.place": -2.0, "title.colon": 0.5, "title.suffix": 0.35, "title.bold": 1.3, "title.link": 2.2,
    "title.quoted": 1.6, "title.italic": -0.2, "title.code": -0.6, "title.first": 1.0, "title.line": 0.7, "title.names": -3.2,
    "title.venue": -2.6, "title.date": -5.0, "title.label": -5.0, "title.cut": -0.35, "title.bracketed": -0.9, "title.lower": -0.7,
    "title.late": -0.8, "title.lead": 2.4, "title.below": -2.6, "title.wrapped": -0.6, "title.broken": -2.0, "title.end": 0.5, "title.after_names": -1.5, "title.et_al": -4.0, "title.sentence": -2.5, "title.told": -3.0, "title.hanging": -3.0, "title.linked_name": -1.0, "title.after_year": 2.0, "title.over_stop": -1.5, "title.behind": -2.0, "title.ends_in_name": -1.6, "title.is_name": -1.2,
    "authors.name": 1.0, "authors.other": -2.4, "authors.italic": 0.9, "authors.et_al": 2.2, "authors.line": 0.8, "authors.base": -1.0,
    "authors.after_title": 0.7, "authors.bold": -1.2, "authors.linked": -1.5, "authors.bracketed": -0.4, "authors.comma": 0.25, "authors.before_year": 2.2, "authors.alone": -1.2, "authors.lone_part": -1.0, "authors.by": 2.0, "authors.inverted": 2.0,
    "venue.italic": 0.4, "venue.code": 0.7, "venue.bracketed": 0.6, "venue.beside_date": 1.5, "venue.dated_bracket": 2.2, "venue.told": -2.5, "venue.short_name": 1.6, "venue.gbt": 3.0, "venue.line": 0.3, "venue.cut": -0.3, "venue.amid_commas": -3.5, "venue.volume": 3.0, "venue.in": 2.5, "venue.quoted": -5.0,
    "date.day": 5.5, "date.month": 5.0, "date.year": 2.6,
    "acronym.base": 0.4, "acronym.set_apart": 1.5, "acronym.word": -0.7, "acronym.name": -2.0,
    "description.word": 0.07, "description.dash": 1.6, "description.base": -1.0, "description.line": 0.4, "description.name": -1.2,
    "header": 5.0, "other_header": -3.0, "strange_header": -0.8, "link.label": 3.0, "link.other": 0.6,
}  # fmt: skip
"""Every number that decides a reading. Hand-set, then checked by leaving lists out."""


AFTER_TITLE = {"title": WEIGHTS["title.late"], "authors": WEIGHTS["authors.after_title"]}
"""What it changes that a title stands before; an acronym stands before its title, a description behind."""

IMPOSSIBLE = -6.0
"""A score so low that the role is not considered."""


class Segment(NamedTuple):
    """Some neighbouring atoms with what was worked out of their words."""

    atoms: tuple[Atom, ...]
    text: str
    first: bool
    """Nothing of the candidate stands before it."""
    whole_line: bool
    """It fills its line or cell."""
    alone: bool
    """Nothing else stands in the candidate."""
    ends_line: bool
    """Nothing follows in its line or cell."""
    line_goes_on: bool
    """More stands in the line in which it ends."""
    before_year: bool
    """A year follows in the words of the same link: `Knuth (1970)`."""
    good: float
    bad: int
    et_al: int
    """What its atoms are worth among names, summed up."""
    opens: bool
    """It is the first segment behind its column's border or its `Key:`, so that what those announce is said of it."""
    behind: bool
    """Words and then a link stand before it in its line: what comes so late tells something of them."""
    after_year: bool
    """It follows the authors and their year in brackets: `Lovelace, A. (1843). Notes`."""
    told: bool
    """A dash, a colon or `by` follows, and then words: something is told of it."""
    venues: VenueTable


@lru_cache(maxsize=16384)
def date_of(text: str) -> FoundDate | None:
    """The date that a text is, apart from marks around it; None if it holds anything else."""
    if len(text) > 40 or not any(char.isdigit() for char in text):
        return None
    found = find_date(text, short=True)
    if found is None or re.search(r"\w", text[: found.start] + text[found.end :]):
        return None
    return found


# What may stand in another's column: a short name in the title's, a year in the venue's.
_SHARES = frozenset((("acronym", "title"), ("date", "venue")))


def header_score(part: Segment, role: str) -> float:
    """What the column's header or a `Key:` says."""
    key = part.atoms[0].key
    if not key:
        # Under a header that nobody knows stands something of the list's own rather than names.
        return WEIGHTS["strange_header"] if part.atoms[0].name and role in ("authors", "venue", "acronym") else 0.0
    if key == "own":
        return WEIGHTS["other_header"] if role == "date" else IMPOSSIBLE  # a date is plain enough under any name
    if key != role:
        return 0.0 if (role, key) in _SHARES else WEIGHTS["other_header"]
    return WEIGHTS["header"] if part.opens else 0.0
