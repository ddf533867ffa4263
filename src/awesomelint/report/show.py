"""What was read of a list, for people who ask why: sections, entries with every field under its line, and why other blocks are no entries.

In goes the trace of a reading, out comes the text that `awesomelint show FILE[:LINE]` prints.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry, Field
from ..reading import Trace
from ..reading.candidates import Candidate
from ..reading.judge import Reading
from ..source import Source

# A line longer than this is shown in part: carets under a wrapped line point nowhere.
WIDEST = 160
# Of a block that is no entry, so many characters are shown.
SHOWN = 100


def show_text(source: Source, trace: Trace, line: int | None) -> str:
    """The reading of a whole file, or of the block at a line (from 1)."""
    read = dict(zip((reading.candidate for reading in trace.readings), _judged(trace), strict=True))
    parts = list(_all(source, trace, read) if line is None else _one(source, trace, read, line))
    return "\n".join(parts) + "\n"


def _judged(trace: Trace) -> list[tuple[Reading, str]]:
    return list(zip(trace.readings, trace.verdicts, strict=True))


Read = dict[Candidate, tuple[Reading, str]]


def _all(source: Source, trace: Trace, read: Read) -> Iterator[str]:
    """Every section with its entries, a line each, then what is none."""
    entries = sum(not why for why in trace.verdicts)
    yield f"{source.name}: {entries} entries in {sum(1 for _ in _held(trace))} sections"
    if trace.page.labels:
        yield "link words that are labels in this list: " + ", ".join(sorted(trace.page.labels))
    for number in _held(trace):
        heading = trace.headings[number]
        yield f"\n{' > '.join(heading.path) or '(above the first heading)'}"
        for candidate in trace.candidates:
            reading, why = read.get(candidate, (None, ""))
            if candidate.section == number and reading is not None and not why:
                yield f"  {_place(source, candidate):>11}  {_summary(reading.entry)}"
    refused = [(candidate, why) for candidate, (_, why) in read.items() if why]
    if refused:
        yield f"\n{len(refused)} blocks are no entries:"
    for candidate, why in refused:
        yield f"  {_place(source, candidate):>11}  {_beginning(source, candidate)}\n{' ' * 15}{why}"


def _held(trace: Trace) -> Iterator[int]:
    """The sections that hold an entry."""
    held = {reading.candidate.section for reading, why in _judged(trace) if not why}
    yield from sorted(held)


def _one(source: Source, trace: Trace, read: Read, line: int) -> Iterator[str]:
    """What was read at a line, field by field."""
    here = [one for one in trace.candidates if _lines(source, one)[0] <= line <= _lines(source, one)[1]]
    if not here:
        yield f"{source.name}:{line}: no entry was looked for here: {_why_not(source, trace, line)}"
        return
    candidate = min(here, key=lambda one: one.end - one.start)
    found = read.get(candidate)
    first, last = _lines(source, candidate)
    yield f"{source.name}:{first}-{last}: {candidate.kind} in {' > '.join(candidate.path) or '(above the first heading)'}"
    if found is None:
        yield "no entry: nothing in it could be read"
        return
    reading, why = found
    yield f"no entry: {why}" if why else f"entry, certainty {reading.entry.certainty:.2f}"
    yield from _fields(source, reading.entry)


def _fields(source: Source, entry: Entry) -> Iterator[str]:
    """Each line of an entry, and below it the fields that stand in it, with carets."""
    first = source.line_of(entry.span.start)
    for number in range(first, source.line_of(max(entry.span.start, entry.span.end - 1)) + 1):
        span = source.line_span(number)
        here = [part for part in entry.fields if span.start <= part.span.start <= span.end]
        yield f"\n{number:6} | {source.slice(span)[:WIDEST]}"
        for part in here:
            start, end = part.span.start - span.start, min(part.span.end, span.end) - span.start
            if start < WIDEST:
                marks = "^" * max(1, min(end, WIDEST) - start)
                yield f"       | {' ' * start}{marks} {part.role}: {_value(part)}"
            else:
                yield f"       | (column {start + 1}) {part.role}: {_value(part)}"
    for role, value in (("venue", entry.heading_venue), ("date", entry.heading_date)):
        if value is not None:
            yield f"       | {role} of the heading above: {getattr(value, 'name', value)}"


def _value(part: Field) -> str:
    """What a field stands for."""
    for name in ("authors", "venue", "date"):
        value = getattr(part, name, None)
        if value is not None:
            return ", ".join(value.names) if name == "authors" else str(getattr(value, "name", value))
    url = getattr(part, "url", "") or getattr(part, "image", "")
    return f"{part.text} -> {url}" if url else part.text


def _summary(entry: Entry) -> str:
    facts = [name for name in ("authors", "venue", "date") if getattr(entry, name) is not None]
    links = len(entry.links)
    told = ", ".join([*facts, f"{links} link{'s' * (links != 1)}"])
    return f"{entry.name[:SHOWN]} ({told}; certainty {entry.certainty:.2f})"


def _why_not(source: Source, trace: Trace, line: int) -> str:
    """Why no candidate begins at a line."""
    heading = next((one for one in reversed(trace.headings) if source.line_of(one.start) <= line), None)
    if heading is not None and not heading.holds_entries:
        return f"sections called `{heading.path[-1]}` hold no list"
    if heading is not None and heading.contents:
        return "it stands in the table of contents"
    return "it is blank, a heading, code, a comment or a list of contents"


def _lines(source: Source, candidate: Candidate) -> tuple[int, int]:
    return source.line_of(candidate.start), source.line_of(max(candidate.start, candidate.end - 1))


def _place(source: Source, candidate: Candidate) -> str:
    first, last = _lines(source, candidate)
    return f"{first}-{last}" if last > first else str(first)


def _beginning(source: Source, candidate: Candidate) -> str:
    return " ".join(source.text[candidate.start : min(candidate.end, candidate.start + 3 * SHOWN)].split())[:SHOWN]
