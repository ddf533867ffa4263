"""The roles of a candidate whose every piece is plain: no search is needed where nothing is open.

In go its atoms, out come segments, or None where any piece could be something else. Most entries of most lists are of this kind: a title in bold or
linked, names in a row, a known venue, a date, labelled links. What is given back is what the search would find (held by a test over real lists).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from ..entries.names import is_initials, looks_like_name
from ..entries.venues import LONGEST, VenueTable
from .atom import Atom
from .cuts import BOLD, COMMAS
from .vocabulary import AUTHORS, DATE, LINK, OWN, TITLE, VENUE
from .weights import date_of

# A title of fewer words may be a short name; a run of fewer names may be anything.
LEAST_WORDS, LEAST_NAMES = 4, 2
# A text is a venue beyond doubt from this score on: a known name as the table has it.
SURE_VENUE = 4.5
SOME_VENUE = 0.0
# A description of fewer words may be a name, and one of more pieces several things.
LEAST_TOLD, MOST_PIECES = 5, 12
NOTE = -0.12
_TELLS = re.compile(r"\s*[-–—]+\s*")


class Segment(NamedTuple):
    """The atoms `first` to `last` (not included) in one role, with the score that it had."""

    role: str
    first: int
    last: int
    score: float


def plain_roles(atoms: tuple[Atom, ...], seen: str, venues: VenueTable) -> list[Segment] | None:
    """The one reading of atoms that are all plain."""
    found: list[Segment] = []
    held: set[str] = set()
    at = 0
    while at < len(atoms):
        segment = _segment(atoms, at, seen, venues, held)
        if segment is None or segment.role in held:
            return None
        if segment.role in (TITLE, AUTHORS, VENUE, DATE):
            held.add(segment.role)
        found.append(segment)
        at = segment.last
    return found if TITLE in held else None


def _segment(atoms: tuple[Atom, ...], at: int, seen: str, venues: VenueTable, held: set[str]) -> Segment | None:
    """The segment that begins at an atom."""
    atom = atoms[at]
    text = seen[atom.first : atom.last]
    if atom.kind == "badge":
        return Segment("badge", at, at + 1, 1.0)
    if atom.kind == "link":
        return _link(atoms, at, text, venues, held)
    if atom.kind == "text" and atom.key == AUTHORS and not atom.name:
        return Segment(AUTHORS, at, at + 1, 5.0)  # a run of authors that was found as one
    if atom.kind == "text" and atom.key == OWN and date_of(text) is None:
        return Segment("note", at, at + 1, NOTE)
    if atom.kind != "text" or (atom.key and atom.key not in (TITLE, AUTHORS, VENUE, DATE)):
        return None
    if TITLE not in held:
        if at == 0 and atom.style & BOLD and not atom.enclosed and atom.key in ("", TITLE) and _ends(atoms, at + 1):
            return Segment(TITLE, at, at + 1, 4.0) if _is_title(text, venues) else None
        if atom.key != DATE:
            return None
    if (
        at == 1
        and not atom.key
        and _TELLS.fullmatch(atom.before)
        and (description := _description(atoms, seen, venues))
    ):
        return description
    when = date_of(text)
    if when is not None:
        sure = when.date.precision > 1 or atom.key == DATE
        return Segment(DATE, at, at + 1, 5.0) if sure and atom.key in ("", DATE) and not when.form.short_year else None
    if looks_like_name(text) and atom.key in ("", AUTHORS):
        return _names(atoms, at, seen, venues)
    venue, score = venues.scored(text) if len(text) <= LONGEST else (None, 0.0)
    known = venue is not None and venue.alias is not None and venue.alias.kind != "ambiguous"
    if known and score >= SURE_VENUE and atom.key in ("", VENUE) and _ends(atoms, at + 1):
        return Segment(VENUE, at, at + 1, score)
    return None


def _link(atoms: tuple[Atom, ...], at: int, text: str, venues: VenueTable, held: set[str]) -> Segment | None:
    """A label behind the title, or the title."""
    atom = atoms[at]
    if TITLE in held:
        return Segment("link", at, at + 1, 3.0) if atom.label == 2 and atom.key in ("", LINK) else None
    if atom.label or atom.enclosed or atom.key not in ("", TITLE):
        return None
    told = at == 0 and _told(atoms) and date_of(text) is None and venues.scored(text)[1] <= SOME_VENUE
    return Segment(TITLE, at, at + 1, 4.0) if told or _is_title(text, venues) else None


def _told(atoms: tuple[Atom, ...]) -> bool:
    """Whether a dash stands behind the first atom, and then words."""
    return len(atoms) > 1 and atoms[1].kind == "text" and _TELLS.fullmatch(atoms[1].before) is not None


def _description(atoms: tuple[Atom, ...], seen: str, venues: VenueTable) -> Segment | None:
    """What is told of a name, up to the end of the entry: a sentence in one style, of which no piece could be a fact."""
    lead = atoms[1]
    for before, atom in pairwise(atoms[1:]):
        if (
            atom.kind != "text"
            or atom.style != lead.style
            or atom.enclosed
            or atom.line != before.line
            or "|" in atom.before
        ):
            return None
    words = seen[lead.first : atoms[-1].last]
    if lead.enclosed or lead.style or len(words.split()) < LEAST_TOLD or any(char.isdigit() for char in words):
        return None
    for atom in atoms[1:]:
        text = seen[atom.first : atom.last]
        if looks_like_name(text) or (len(text) <= LONGEST and venues.scored(text)[1] > SOME_VENUE):
            return None
    return Segment("description", 1, len(atoms), 1.5) if len(atoms) <= MOST_PIECES else None


def _is_title(text: str, venues: VenueTable) -> bool:
    """Whether a text is long enough for a title, and no names, date or venue."""
    if len(text.split()) < LEAST_WORDS or looks_like_name(text) or date_of(text) is not None:
        return False
    return ": " in text or len(text) > LONGEST or venues.scored(text)[1] <= SOME_VENUE


def _names(atoms: tuple[Atom, ...], at: int, seen: str, venues: VenueTable) -> Segment | None:
    """A run of names that nothing else touches."""
    lead, stop = atoms[at], at + 1
    if lead.style & BOLD or (lead.part != atoms[at - 1].part and not at):
        return None
    while stop < len(atoms) and _goes_on(atoms[stop], atoms[stop - 1], lead):
        text = seen[atoms[stop].first : atoms[stop].last]
        if not looks_like_name(text) or is_initials(text):
            return None
        stop += 1
    if stop - at < LEAST_NAMES:
        return None
    if any(" " not in (text := seen[atom.first : atom.last]) or venues.alias(text) for atom in atoms[at:stop]):
        return None
    if stop < len(atoms) and atoms[stop].kind == "text" and looks_like_name(seen[atoms[stop].first : atoms[stop].last]):
        return None
    return Segment(AUTHORS, at, stop, 4.0)


def _goes_on(atom: Atom, before: Atom, lead: Atom) -> bool:
    """Whether an atom stands behind the one before it in one run."""
    return (
        atom.kind == "text"
        and atom.line == before.line
        and atom.cell == before.cell
        and atom.style == lead.style
        and atom.enclosed == lead.enclosed
        and atom.key == lead.key
        and atom.before.strip() in COMMAS
    )


def _ends(atoms: tuple[Atom, ...], at: int) -> bool:
    """Whether what begins at an atom is set apart from what stands before it: another line, cell, style, bracket or kind, or a date."""
    if at >= len(atoms):
        return True
    atom, before = atoms[at], atoms[at - 1]
    return (
        atom.kind != "text"
        or atom.line != before.line
        or atom.cell != before.cell
        or atom.style != before.style
        or atom.enclosed != before.enclosed
        or atom.before.strip() == "|"
    )
