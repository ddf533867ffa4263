"""A list written in another form: every entry in one pattern, what stands around them as it was.

In goes a text and a pattern, out comes the text in it. What the pattern cannot hold is refused, with every place; and
the result is read again: an entry that would say something else is refused too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from ..entries import AwesomeList, Entry
from ..entries.letters import fold
from ..entries.papers import address_key
from ..errors import Refused
from ..markdown import Block
from ..reading import Reader
from ..source import Source
from ..style.layout import Unheld, header_of, write_in
from ..style.notation import Pattern

_WORD = re.compile(r"\w+")
_MARKER = re.compile(r"\A\d+[.)]\s")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.I)
# So many places are named where a form is refused; the rest is counted.
NAMED = 10


class _Stretch(NamedTuple):
    """Neighbouring entries that are written together, and the text that they replace."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def reform(source: Source, pattern: Pattern, reader: Reader) -> Source:
    """The text with every entry in the pattern. Raises Refused where one cannot be held, or would read differently."""
    found = reader.read(source)
    refused = _rows_left_over(found)
    written: dict[Entry, str] = {}
    for entry in found.entries:
        try:
            if _indent(source, entry) and pattern.layout != "bullet":
                raise Unheld("it is nested, and only list items can be")
            written[entry] = write_in(pattern, entry)
        except Unheld as reason:
            refused.append(_told(source, entry, str(reason)))
    if refused:
        raise Refused(_summary(source.name, refused))
    pieces, at = [], 0
    for stretch in _stretches(found):
        pieces += [source.text[at : stretch.start], _written(source, stretch, pattern, written)]
        at = stretch.end
    after = Source("".join((*pieces, source.text[at:])), source.name)
    _prove(found, reader.read(after))
    return after


def _rows_left_over(found: AwesomeList) -> list[str]:
    """The rows that are no entries in tables that hold some: a table is written whole, and they would be lost."""
    starts = {entry.span.start for entry in found.entries if entry.kind == "row"}
    at_top = {row.start for table in _tables(found) for row in table.children}
    told = [
        f"line {found.source.line_of(start)}: its table stands inside of something else"
        for start in sorted(starts - at_top)
    ]
    for table in _tables(found):
        rows = table.children[1:]
        if any(row.start in starts for row in rows):
            told += [
                f"line {found.source.line_of(row.start)}: this row was not read as an entry"
                for row in rows
                if row.start not in starts
            ]
    return told


def _tables(found: AwesomeList) -> list[Block]:
    return [block for block in found.document.blocks if block.kind == "table"]


def _told(source: Source, entry: Entry, reason: str) -> str:
    return f"line {source.line_of(entry.span.start)}, {entry.name[:50]}: {reason}"


def _summary(name: str, refused: Sequence[str]) -> str:
    more = f"; and {len(refused) - NAMED} more" if len(refused) > NAMED else ""
    return (
        f"{name}: {len(refused)} entries do not fit the new form, so nothing is written: "
        + "; ".join(refused[:NAMED])
        + more
    )


def _indent(source: Source, entry: Entry) -> str:
    """What stands before an entry in its line: an indent, or a container's mark."""
    line = source.line_span(source.line_of(entry.span.start))
    return source.text[line.start : entry.span.start]


def _stretches(found: AwesomeList) -> list[_Stretch]:
    """The entries of a section that stand side by side; a table whole, with its header."""
    tables = _tables(found)
    made: list[_Stretch] = []
    for run in found.runs:
        group: list[Entry] = []
        for entry in run:
            between = found.source.text[group[-1].span.end : entry.span.start] if group else ""
            if group and between.strip(" \t\r\n"):
                made.append(_stretch(group, tables))
                group = []
            group.append(entry)
        if group:
            made.append(_stretch(group, tables))
    return made


def _stretch(entries: list[Entry], tables: list[Block]) -> _Stretch:
    start, end = entries[0].span.start, entries[-1].span.end
    for table in tables:
        if table.start <= start < table.end:
            return _Stretch(table.start, max(end, table.end), tuple(entries))
    return _Stretch(start, end, tuple(entries))


def _written(source: Source, stretch: _Stretch, pattern: Pattern, written: dict[Entry, str]) -> str:
    line_end = "\r\n" if "\r\n" in source.text else "\n"
    parts = []
    for entry in stretch.entries:
        indent = _indent(source, entry)
        parts.append(written[entry].replace("\n", "\n" + indent + " " * _width(pattern)))
    if pattern.layout == "table":
        body = header_of(pattern, stretch.entries) + "\n".join(parts)
    elif pattern.layout == "bullet":
        indent = _indent(source, stretch.entries[0])
        body = ("\n" + indent).join(parts)
    else:
        body = "\n\n".join(parts)
    before, after = source.text[: stretch.start], source.text[stretch.end :]
    if pattern.layout != "bullet" or stretch.entries[0].kind != "item":
        if before.strip() and not before.replace("\r", "").endswith("\n\n"):
            body = "\n" + body
        if after.strip() and not after.replace("\r", "").startswith("\n\n"):
            body += "\n"
    return body.replace("\n", line_end) if line_end != "\n" else body


def _width(pattern: Pattern) -> int:
    """How far the further lines of an entry are indented."""
    return len(pattern.head) if pattern.layout == "bullet" else 0


def _prove(before: AwesomeList, after: AwesomeList) -> None:
    """Hold what the new text says against what the old one said, entry by entry."""
    refused = []
    for old, new in zip_longest(before.entries, after.entries):
        if old is None:
            source = after.source
            raise Refused(
                f"{source.name}: line {source.line_of(new.span.start)} of the new form would read as an entry; nothing is written"
            )
        if new is None or _facts(old) != _facts(new) or _words(old) - _words(new):
            refused.append(_told(before.source, old, "it would read differently"))
    if refused:
        raise Refused(_summary(before.source.name, refused))


def _words(entry: Entry) -> Counter[str]:
    """The words that an entry is written with; a number before it and tags that break a line are none of them."""
    text = entry.source.text[entry.span.start : entry.span.end]
    return Counter(_WORD.findall(_MARKER.sub("", _LINE_BREAK.sub(" ", text))))


def _facts(entry: Entry) -> tuple[object, ...]:
    """What must be the same in any form."""
    authors = entry.authors.authors if entry.authors else None
    return (
        fold(entry.title.text) if entry.title else "",
        tuple(person.letters for person in authors.people) if authors else (),
        entry.venue.venue.key if entry.venue else "",
        str(entry.when or ""),
        Counter(address_key(link.url) for link in entry.links),
        Counter((badge.image, badge.target) for badge in entry.badges),
    )
