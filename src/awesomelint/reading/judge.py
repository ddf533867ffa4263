"""Which readings are entries, judged one by one and then beside their neighbours.

In go readings of candidates, out come those that are entries: they say something of one thing, it leads somewhere, and
they are made like the others around them. What is none is passed over in silence.
"""

from __future__ import annotations

import re
from collections import Counter

from ..entries.letters import fold
from ..entries.model import Entry
from ..entries.papers import leads_out
from ..entries.venues import VenueTable
from .candidates import Candidate
from .vocabulary import is_label

# Where a list asks its readers to write to it.
_INVITATION = re.compile(r"github\.com/[^/]+/[^/]+/(?:issues|pulls|discussions)(?:/new\b.*|/\d+)?/?$", re.I)
# The share of a list's entries below which a shape is likelier a misreading than a form.
SELDOM = 0.02
OFTEN = 0.15
# Where so many paragraphs have parts below them, one without is none of them.
PARTED = 0.8
# Where so many entries have a link, what has none is a sentence or a heading.
MOSTLY = 0.97
# So many paragraphs of one shape under one heading are a list of their own.
TOGETHER = 4


def is_entry(entry: Entry, candidate: Candidate, pieces: int, segments: int, venues: VenueTable) -> bool:
    """Whether a reading says enough of one thing to be an entry by itself; `pieces` are its atoms."""
    outward = [link for link in entry.links if leads_out(link.url) and not _INVITATION.search(link.url)]
    facts = facts_of(entry)
    if entry.links and not outward and facts < 2:
        return False
    if entry.title is None:
        return bool(entry.acronym) and bool(outward) and facts > 0
    words = len(entry.title.text.split())
    if _is_prose(entry):
        return False
    if candidate.kind == "paragraph" and len(candidate.leaves) == 1 and not facts:
        return bool(outward) and pieces <= 12 and entry.title.text != "" and _linked_title(entry)
    return (
        bool(outward or entry.badges)
        or (facts >= 2 and words >= 3)
        or (facts >= 1 and words >= 4 and (candidate.kind == "row" or entry.when is not None))
    ) and not _is_only_venue(entry, candidate, segments, venues)


def _is_only_venue(entry: Entry, candidate: Candidate, segments: int, venues: VenueTable) -> bool:
    """Whether all it says is a venue's name and where it is: the page of a conference."""
    if entry.title is None or segments > 2 or len(entry.links) != 1 or candidate.kind in ("row", "heading"):
        return False
    alias = venues.read(entry.title.text).alias
    title = entry.title.text.strip()
    shouted = sum(sign.isupper() for sign in title) > 1
    return alias is not None and shouted and fold(title) in (fold(alias.venue.name), fold(alias.venue.full))


def _is_prose(entry: Entry) -> bool:
    """Whether links stand in the middle of sentences rather than a title at the head of its facts."""
    before = 0
    for part in entry.fields:
        if part.role == "title":
            break
        before += (part.role == "note" and len(part.text) > 3) or (part.role == "link" and not is_label(part.text))
    return before > 2


def _linked_title(entry: Entry) -> bool:
    return (
        bool(entry.fields) and entry.fields[0].role == "title" and any(part.role == "address" for part in entry.fields)
    )


def conforming(readings: list[tuple[Candidate, Entry]]) -> list[tuple[Candidate, Entry]]:
    """The readings that are entries, judged beside their neighbours of the same shape.

    One odd paragraph among many bullets is prose, not an entry: a shape needs a part of the list.
    """
    # How deep an item is nested does not tell entries from prose.
    shapes = Counter(_sort(entry) for _, entry in readings)
    near = Counter((candidate.section, entry.shape) for candidate, entry in readings)
    linked = sum(bool(entry.links or entry.badges) for _, entry in readings)
    # Where paragraphs have parts below them, one that has none stands beside the list.
    whole = [len(candidate.leaves) for candidate, entry in readings if entry.kind == "paragraph"]
    parted = sum(size > 1 for size in whole) > PARTED * len(whole)
    kept = []
    for candidate, entry in readings:
        alike = shapes[_sort(entry)]
        if entry.kind == "paragraph":
            # Among bullets or rows a paragraph is prose, however many links it holds.
            usual = alike >= OFTEN * len(readings) or near[candidate.section, entry.shape] >= TOGETHER
        else:
            usual = alike >= max(2, SELDOM * len(readings)) or _plainly(entry)
            usual = usual or (entry.kind == "row" and near[candidate.section, entry.shape] >= TOGETHER)
        bare = not entry.links and not entry.badges
        if parted and entry.kind == "paragraph" and len(candidate.leaves) == 1 and not _plainly(entry):
            continue
        if usual and (alike > 1 or _plainly(entry)) and not (bare and linked > MOSTLY * len(readings)):
            kept.append((candidate, entry))
    return kept


def _sort(entry: Entry) -> str:
    return entry.shape if entry.kind == "row" else entry.kind


def _plainly(entry: Entry) -> bool:
    """Whether an entry is one by itself: a title with two facts beside it."""
    facts = (entry.authors, entry.venue, entry.date, entry.links or None)
    return entry.title is not None and sum(fact is not None for fact in facts) >= 3


def facts_of(entry: Entry) -> int:
    """How many of authors, venue and date an entry has."""
    return sum(fact is not None for fact in (entry.authors, entry.venue, entry.date))
