"""Text -> AwesomeList: the one way from Markdown to entries.

In goes a source, out comes the list: its sections, their entries, every field with span and value. The stages: what could
be an entry (`candidates.py`), its atoms, their roles by evidence (`search.py`), what the list's habits say of the odd ones, the
fields at their places (`fields.py`), and which of all that are entries (`judge.py`).
"""

from __future__ import annotations

from ..markdown import Document, parse
from ..source import Source, Span
from .atoms import Flat, flatten
from .candidates import Candidate, candidates_of
from .fields import Fields
from .habits import Reading, habits_of
from .headings import Heading, headings_of
from .judge import conforming
from .model import AwesomeList, Entry, Section
from .search import Segment, read_roles

# A fix reads a text to prove it and goes on with it: it need not be read twice.
_KEPT = 3
_last_read: dict[tuple[str, str], AwesomeList] = {}


def read(source: Source) -> AwesomeList:
    """The list that a text holds; without any entry where none is found."""
    key = (source.name, source.text)
    found = _last_read.pop(key, None)
    if found is None:
        found = _read(source)
        while len(_last_read) >= _KEPT:
            del _last_read[next(iter(_last_read))]
    _last_read[key] = found
    return found


def _read(source: Source) -> AwesomeList:
    document = parse(source.text)
    headings, entry_headings = headings_of(document)
    entries: list[list[Entry]] = [[] for _ in headings]
    for candidate, entry in conforming(_readings(source, document, headings, entry_headings)):
        entries[candidate.section].append(entry)
    ends = [heading.start for heading in headings[1:]] + [len(source.text)]
    sections = [
        Section(heading.path, Span(heading.start, end), tuple(found))
        for heading, end, found in zip(headings, ends, entries, strict=True)
    ]
    return AwesomeList(source, document, tuple(sections))


def _readings(
    source: Source, document: Document, headings: list[Heading], entry_headings: set[int]
) -> list[tuple[Candidate, Entry]]:
    flats = [(one, flatten(document, one.leaves)) for one in candidates_of(document, headings, entry_headings)]
    first = [_first_reading(document, candidate, flat) for candidate, flat in flats]
    shapes: dict[str, list[Reading]] = {}
    for candidate, flat, segments in first:
        shapes.setdefault(candidate.shape, []).append(Reading([a for a in flat.atoms if a.kind != "key"], segments))
    habits = {shape: habits_of(readings) for shape, readings in shapes.items()}
    found = []
    for candidate, flat, segments in first:
        atoms = [atom for atom in flat.atoms if atom.kind != "key"]
        if segments and habits[candidate.shape].odd(Reading(atoms, segments)):
            segments = read_roles(flat, habits[candidate.shape].bonuses(atoms))
        if segments and (entry := Fields(source, candidate, flat, segments).entry()):
            found.append((candidate, entry))
    return found


def _first_reading(document: Document, candidate: Candidate, flat: Flat) -> tuple[Candidate, Flat, list[Segment]]:
    """What evidence says alone. A link that leads and turns out to hold no more than facts is the title after all."""
    segments = read_roles(flat)
    lead = next((atom for atom in flat.atoms if atom.kind != "key"), None)
    if lead is not None and lead.in_link and all(segment.role != "title" for segment in segments):
        flat = flatten(document, candidate.leaves, whole_links=True)
        segments = read_roles(flat)
    return candidate, flat, segments
