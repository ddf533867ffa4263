r"""The notation of a template: what a maintainer reads in `awesomelint style` and writes in the configuration.

    - **{title}**. *{authors}*. {venue}[? ({date})]. [[{label}]({url})] ...

Braces name a field; `[? ]` holds what not every entry has; `...` behind a link or badge repeats it, with what stands before
the dots between two; a line break is one. `| {date} | [{title}]({url}) |` is a table's row. A name that is none
of title, authors, venue, date, acronym, description, label, url, alt, image or note is a field of the list's own.

In goes a notation, out comes a `Pattern`: the same slots that are inferred from entries, in their order.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..entries.dress import dressed
from ..errors import ConfigError
from ..source import Span

_FIELD = re.compile(r"\{([\w/&.()+ -]+?)\}")
_BADGE = re.compile(r"\[!\[\{alt\}\]\(\{image\}\)\]\(\{url\}\)|!\[\{alt\}\]\(\{image\}\)")
_LINK = re.compile(
    r"\[(?:\[\{label\}\]|[^\[\]{}\n]*\{label\}[^\[\]{}\n]*|\[[^\[\]{}\n]+\]|[^\[\]{}\n]+)\]\(<?\{url\}>?\)|\{label\}[:：] ?<?\{url\}>?|<\{url\}>"
)
_ADDRESS = re.compile(r"\]\(<?\{url\}>?\)")
_LINKED = re.compile(r"\[(?P<inside>[^\[\]\n]*\{(?:title|acronym|venue)\}[^\[\]\n]*)(?P<address>\]\(<?\{url\}>?\))")
_OPENING = re.compile(r"^(?:[-*+]|\d+[.)])[ \t]+|^> ?")
_DOTS = re.compile(r"(?P<again>[^\[\]{}\n]{0,5}?)\.\.\.")


class Place(NamedTuple):
    """One field of a pattern: what stands before and around it, and how a link or badge is written."""

    role: str
    before: str
    opening: str
    closing: str
    skeleton: str = ""
    again: str = ""
    optional: bool = False
    repeats: bool = False


class Pattern(NamedTuple):
    """A template as it was written: what begins an entry, its places in order, what ends it.

    `cells` says, for a table's row, in which column each place stands; it is empty for others.
    """

    head: str
    places: tuple[Place, ...]
    tail: str
    cells: tuple[int, ...] = ()

    @property
    def layout(self) -> str:
        """table, bullet or block."""
        if self.cells:
            return "table"
        return "bullet" if _OPENING.match(self.head) else "block"

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(place.role for place in self.places)


def parse_notation(text: str) -> Pattern:
    """The pattern that a notation describes. Raises ConfigError where it names no field or is not closed."""
    text = text.strip("\n")
    if text.startswith("|"):
        return _row(text)
    pattern = _pattern(text)
    if not pattern.places:
        raise ConfigError(f"template: {text!r} names no field; fields stand in braces, as in {{title}}")
    return pattern


def _row(text: str) -> Pattern:
    inside = _without_options(text.strip()).strip("|")
    places: list[Place] = []
    cells: list[int] = []
    for number, cell in enumerate(re.split(r"(?<!\\)\|", inside)):
        for place in _pattern(cell.strip()).places:
            places.append(place)
            cells.append(number)
    if not places:
        raise ConfigError(f"template: {text!r} names no field; fields stand in braces, as in | {{title}} |")
    return Pattern("| ", tuple(places), " |", tuple(cells))


def _without_options(row: str) -> str:
    """A row without the marks of optional parts: in a table every cell may be empty."""
    made: list[str] = []
    open_at: list[int] = []
    depth = 0
    at = 0
    while at < len(row):
        if row.startswith("[?", at):
            open_at.append(depth)
            at += 2
            continue
        if row[at] == "]" and open_at and depth == open_at[-1]:
            open_at.pop()
        else:
            depth += (row[at] == "[") - (row[at] == "]")
            made.append(row[at])
        at += 1
    return "".join(made)


class _Unit(NamedTuple):
    """A field as it stands in the plain notation."""

    role: str
    start: int
    end: int
    skeleton: str


def _pattern(text: str) -> Pattern:
    plain, optional, dots = _without_marks(text)
    units = _units(plain)
    places: list[Place] = []
    at = 0
    head = ""
    for number, unit in enumerate(units):
        high = units[number + 1].start if number + 1 < len(units) else len(plain)
        outer = Span(unit.start, unit.end)
        if unit.role not in ("address", "title", "acronym", "venue") or not _follows_address(units, number):
            outer = outer if unit.role == "address" else dressed(plain, outer, at, high)
        elif _follows_address(units, number):
            outer = Span(plain.rfind("[", at, unit.start), units[number + 1].start)
        before = plain[at : outer.start]
        if not places:
            head, before = before, ""
        again = next((again for place, again in dots.items() if outer.start < place <= outer.end + 1), None)
        places.append(
            Place(
                unit.role,
                before,
                plain[outer.start : unit.start],
                plain[unit.end : outer.end],
                unit.skeleton,
                again or "",
                any(first <= unit.start < last for first, last in optional),
                again is not None,
            )
        )
        at = outer.end
    return Pattern(head, tuple(places), plain[at:])


def _follows_address(units: list[_Unit], number: int) -> bool:
    return number + 1 < len(units) and units[number + 1].role == "address"


def _without_marks(text: str) -> tuple[str, list[tuple[int, int]], dict[int, str]]:
    """The notation without `[? ]` and `...`: the text, where optional parts stand in it, and behind what dots stood."""
    made: list[str] = []
    size, index = 0, 0
    optional: list[tuple[int, int]] = []
    dots: dict[int, str] = {}
    open_at: list[tuple[int, int]] = []  # where an optional part began, and the brackets open then
    depth = 0
    while index < len(text):
        if text.startswith("[?", index):
            open_at.append((size, depth))
            index += 2
            continue
        if text[index] == "]" and open_at and depth == open_at[-1][1]:
            optional.append((open_at.pop()[0], size))
            index += 1
            continue
        if text[index] in ")]" and (found := _DOTS.match(text, index + 1)):
            made.append(text[index])
            size += 1
            depth -= text[index] == "]"
            dots[size] = found["again"]
            index = found.end()
            continue
        depth += (text[index] == "[") - (text[index] == "]")
        made.append(text[index])
        size += 1
        index += 1
    if open_at:
        raise ConfigError(f"template: an optional part `[?` is not closed in {text!r}")
    return "".join(made), optional, dots


def _units(plain: str) -> list[_Unit]:
    """The fields of a plain notation in order; links, badges and the addresses of linked titles are whole."""
    units: list[_Unit] = []
    taken = [False] * (len(plain) + 1)

    def take(role: str, start: int, end: int, skeleton: str) -> None:
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            units.append(_Unit(role, start, end, skeleton))

    for found in _BADGE.finditer(plain):
        take("badge", *found.span(), found[0])
    for found in _LINKED.finditer(plain):
        take("address", *found.span("address"), found["address"])
    for found in _LINK.finditer(plain):
        take("link", *found.span(), found[0])
    for found in _FIELD.finditer(plain):
        name = found[1].strip()
        role = {"links": "link", "badges": "badge"}.get(name, name)
        take(role, *found.span(), "")
    return sorted(units, key=lambda unit: unit.start)
