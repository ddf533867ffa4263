"""Text -> AwesomeList: the one way from Markdown to entries.

In goes a source, out comes the list: its sections, their entries, every field with span and value. The stages: what could
be an entry (`candidates.py`), its atoms, their roles by evidence (`search.py`), what the list's habits say of the odd ones, the
fields at their places (`fields.py`), and which of all that are entries (`judge.py`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from ..entries.model import AwesomeList, Entry, Section, moved
from ..entries.venues import OwnVenues, VenueTable
from ..markdown import parse
from ..source import Source, Span
from . import judge
from .atom import Atom, Flat
from .atoms import flatten
from .candidates import Candidate, candidates_of
from .fields import Fields, with_heading
from .glance import Glances, Memory
from .habits import VOTES, Bonus, Reading, habits_of
from .headings import Heading, headings_of
from .page import Page, page_of
from .plain import Segment
from .search import read_roles
from .short_names import with_heading_title

# A fix reads a text to prove it and goes on with it: it need not be read twice.
_KEPT = 3
# A fix reads the whole text again after every pass, and most entries are as they were.
_MOST = 20_000


class _Seen(NamedTuple):
    """What a candidate's words were read as where they were first seen: its atoms, the roles by evidence, and entries made of it."""

    source: Source
    candidate: Candidate
    flat: Flat
    atoms: tuple[Atom, ...]
    segments: list[Segment]
    corrected: dict[tuple[Bonus, ...], list[Segment]]
    """The roles that a list's habits gave them."""
    entries: dict[tuple[tuple[str, int, int], ...], Entry]
    """By roles: the list's habits may give the same words other ones."""


class Trace(NamedTuple):
    """What each stage of reading made of a text, for those who ask why."""

    page: Page
    headings: list[Heading]
    candidates: list[Candidate]
    readings: list[judge.Reading]
    verdicts: list[str]
    """Why each reading is no entry; empty for those that are."""


class Reader:
    """Reads lists with the venues of one configuration, and remembers what it read."""

    def __init__(self, own: OwnVenues) -> None:
        self.venues = VenueTable(own)
        self._glances: Memory = {}
        self._last_read: dict[tuple[str, str], AwesomeList] = {}
        self._remembered: dict[tuple[object, ...], _Seen] = {}

    def __reduce__(self) -> tuple[type[Reader], tuple[OwnVenues]]:
        """A copy in another process knows the same venues and remembers nothing."""
        return Reader, (self.venues.own,)

    def read(self, source: Source) -> AwesomeList:
        """The list that a text holds; without any entry where none is found."""
        key = (source.name, source.text)
        found = self._last_read.pop(key, None)
        if found is None:
            found = self._read(source)
            while len(self._last_read) >= _KEPT:
                del self._last_read[next(iter(self._last_read))]
        self._last_read[key] = found
        return found

    def _read(self, source: Source) -> AwesomeList:
        trace = self.trace(source)
        entries: list[list[Entry]] = [[] for _ in trace.headings]
        for reading, why in zip(trace.readings, trace.verdicts, strict=True):
            if not why:
                entries[reading.candidate.section].append(reading.entry)
        ends = [heading.start for heading in trace.headings[1:]] + [len(source.text)]
        sections = [
            Section(heading.path, Span(heading.start, end), tuple(found))
            for heading, end, found in zip(trace.headings, ends, entries, strict=True)
        ]
        return AwesomeList(source, trace.page.document, tuple(sections), self.venues)

    def trace(self, source: Source) -> Trace:
        """What each stage made of a text."""
        page = page_of(parse(source.text), self.venues)
        glance = Glances(page, self.venues, self._glances)
        headings, entry_headings = headings_of(page.document, glance)
        candidates = candidates_of(page.document, headings, entry_headings, glance)
        readings = self._readings(source, page, candidates)
        return Trace(page, headings, candidates, readings, judge.verdicts(readings, page, self.venues))

    def _readings(self, source: Source, page: Page, candidates: list[Candidate]) -> list[judge.Reading]:
        references = frozenset((label, one.url) for label, one in page.document.definitions.items())
        first = [(candidate, self._first_reading(source, page, candidate, references)) for candidate in candidates]
        shapes: dict[str, list[Reading]] = {}
        for candidate, seen in first:
            shapes.setdefault(candidate.shape, []).append(Reading(seen.atoms, seen.segments))
        habits = {shape: habits_of(readings) for shape, readings in shapes.items()}
        found = []
        for candidate, seen in first:
            segments = seen.segments
            if segments and habits[candidate.shape].odd(Reading(seen.atoms, segments)):
                bonuses = habits[candidate.shape].bonuses(seen.atoms)
                if bonuses not in seen.corrected:
                    seen.corrected[bonuses] = read_roles(seen.flat, self.venues, bonuses)
                segments = habits[candidate.shape].settled(seen.atoms, seen.corrected[bonuses])
            if segments:
                if candidate.kind == "heading":
                    segments = with_heading_title(segments, seen.atoms)
                entry = self._entry(source, candidate, seen, segments)
                found.append(judge.Reading(candidate, entry, seen.flat, len(segments)))
        return _less_certain(found)

    def _first_reading(
        self, source: Source, page: Page, candidate: Candidate, references: frozenset[tuple[str, str]]
    ) -> _Seen:
        """What evidence says alone. A link that leads and turns out to hold no more than facts is the title after all."""
        key = (page.document.text[candidate.start : candidate.end], _structure(candidate), references, page.key)
        seen = self._remembered.get(key)
        if seen is None:
            flat = flatten(page, candidate.leaves)
            segments = read_roles(flat, self.venues)
            lead = next((atom for atom in flat.atoms if atom.kind != "key"), None)
            if lead is not None and lead.in_link and all(segment.role != "title" for segment in segments):
                flat = flatten(page, candidate.leaves, whole_links=True)
                segments = read_roles(flat, self.venues)
            atoms = tuple(atom for atom in flat.atoms if atom.kind != "key")
            if len(self._remembered) >= _MOST:
                self._remembered.clear()
            seen = self._remembered[key] = _Seen(source, candidate, flat, atoms, segments, {}, {})
        return seen

    def _entry(self, source: Source, candidate: Candidate, seen: _Seen, segments: list[Segment]) -> Entry:
        """The entry that a candidate's roles make, at its place in this text."""
        key = tuple((segment.role, segment.first, segment.last) for segment in segments)
        if key not in seen.entries:
            seen.entries[key] = Fields(seen.source, seen.candidate, seen.flat, segments, self.venues).entry()
        made = seen.entries[key]
        by = candidate.start - seen.candidate.start
        span = Span(candidate.start, candidate.end)
        parts = tuple(moved(part, by) for part in made.fields) if by else made.fields
        return with_heading(
            replace(made, source=source, span=span, fields=parts, section=candidate.path, shape=candidate.shape),
            self.venues,
        )


def _less_certain(readings: list[judge.Reading]) -> list[judge.Reading]:
    """Readings, those less certain whose fields stand in an order that few others of their shape have: the list reads otherwise.

    A field that is missing makes no other order. On lists left out 94 of 100 entries of the upper band were right, 67 of 100 of those this takes out.
    """
    kinds = [_Kind(one.entry.shape, _order(one.entry)) for one in readings]
    have = Counter(kinds)
    of = Counter(kind.shape for kind in kinds)
    odd = {kind for kind in have if of[kind.shape] >= VOTES and _like(kind, have) < UNUSUAL * of[kind.shape]}
    return [
        one._replace(entry=replace(one.entry, certainty=ODD_ORDER * one.entry.certainty)) if kind in odd else one
        for one, kind in zip(readings, kinds, strict=True)
    ]


class _Kind(NamedTuple):
    shape: str
    order: tuple[str, ...]


def _order(entry: Entry) -> tuple[str, ...]:
    """The roles of an entry's facts, each once, in the order in which they stand."""
    return tuple(dict.fromkeys(part.role for part in entry.fields if part.role in _FACTS))


def _like(kind: _Kind, have: Counter[_Kind]) -> int:
    """How many of the same shape have all the fields of a kind in the same order."""
    return sum(count for other, count in have.items() if other.shape == kind.shape and _within(kind.order, other.order))


def _within(order: tuple[str, ...], other: tuple[str, ...]) -> bool:
    rest = iter(other)
    return all(role in rest for role in order)


_FACTS = frozenset(("title", "acronym", "authors", "venue", "date", "description", "note"))
# An order of fields that fewer of a shape have is unusual, and so much less certain.
UNUSUAL, ODD_ORDER = 0.2, 0.75


def _structure(candidate: Candidate) -> tuple[object, ...]:
    """How a candidate's words are parted into leaves, wherever they stand."""
    at = candidate.start
    return (
        candidate.kind,
        tuple(
            (
                leaf.key,
                leaf.cell,
                leaf.name,
                leaf.block.kind,
                leaf.block.marker,
                *((start - at, end - at) for start, end in leaf.block.lines),
            )
            for leaf in candidate.leaves
        ),
    )
