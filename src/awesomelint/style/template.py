"""The template of a run of entries: where each field stands, what stands around and between.

In go entries that were read, out comes a `Template`: the dress of each role, the gap before each
role, the order of the roles. It is inferred after reading, from entries whose reading is sure,
and never reads anything itself: it checks and it writes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from ..entries import Entry, Field
from ..source import Span
from .choice import Choice, choose

_BREAK = re.compile(r"(?:[ \t]*(?:<br[ \t]*/?>|\\)?[ \t]*(?:\r\n|\n|\r)[ \t>]*|[ \t]*<br[ \t]*/?>[ \t]*)")
_FORCED = re.compile(r"<br[ \t]*/?>|\\(?=[\r\n])| {2,}(?=[\r\n])")
_CELL = re.compile(r"[ \t]*\|[ \t]*")

# A template needs this many entries: with fewer, what two of them share is chance.
LEAST = 3
# A section's gap stands above the list's only where so many of its entries have it.
LOCAL = 5
# A sequence of roles that fewer entries have is likelier a misreading than a form.
RARE = 0.02


def tidy_gap(raw: str, row: bool = False) -> str:
    """A gap without what does not belong to the form: blanks at line ends, indents, a cell's padding."""
    if row:
        raw = _CELL.sub("|", raw)
    return _BREAK.sub("\n", raw)


def forced_break(raw: str) -> bool:
    """Whether a gap breaks the line on the page too: two blanks, a backslash or `<br>`."""
    return _FORCED.search(raw) is not None


class Slot(NamedTuple):
    """One field's place: its dress and in what share of the entries it stands."""

    role: str
    opening: str
    closing: str
    share: float
    dress: Choice[tuple[str, str]]


_CLOSING = (".", "?", "!", "…")
_SEPARATORS = re.compile(r"[\s|,;:.·•/&–—-]")
# A link's address stands right behind its words; what a note is nobody knows.
_NOT_MINE = frozenset(("address", "note", "description"))


class Joint(NamedTuple):
    """A gap between two fields: as it stands, tidied, and as the list writes it."""

    left: Field
    right: Field
    span: Span
    raw: str
    tidy: str
    wanted: str

    @property
    def mendable(self) -> bool:
        """Whether the gap differs in nothing but separators and blanks.

        Words in a gap were read by nobody and stay; brackets and emphasis marks have a partner elsewhere.
        """
        if {self.left.role, self.right.role} & _NOT_MINE:
            return False
        return _SEPARATORS.sub("", self.tidy) == _SEPARATORS.sub("", self.wanted) and not re.search(
            r"\w", self.wanted + self.tidy
        )


class Template(NamedTuple):
    """The form of a run of entries."""

    shape: str
    entries: int
    slots: tuple[Slot, ...]
    gaps: dict[tuple[str, str], Choice[str]]
    before: dict[str, Choice[str]]
    sequences: Counter[tuple[str, ...]]
    """How many entries have these roles in this order, repeats counted once."""
    local: Template | None = None
    """What a section by itself does; where it has settled a gap, that stands."""

    def slot(self, role: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.role == role), None)

    def gap(self, left: str, right: str) -> str | None:
        """What stands between two roles, tidied; None where the list has no form of its own.

        A section's own habit stands above the list's. Where the pair is rare, what stands before the right one otherwise says it, if the two are
        in the list's order.
        """
        if self.local is not None:
            own = self.local.gaps.get((left, right))
            if own is not None and sum(n for _, n in own.counts) >= LOCAL and own.value is not None:
                return own.value
        choices = [self.gaps.get((left, right))]
        roles = [slot.role for slot in self.slots]
        if left in roles and right in roles and roles.index(left) < roles.index(right):
            choices.append(self.before.get(right))
        for choice in choices:
            if choice is not None and sum(n for _, n in choice.counts) >= LEAST:
                return choice.value
        return None

    def usual(self, entry: Entry) -> bool:
        """Whether the entry's fields stand in an order that others share: only then its layout is held to the template."""
        if entry.certainty < Entry.SURE or entry.html:
            return False
        return self.sequences[roles_of(entry)] >= max(2, RARE * self.entries)

    def joints(self, entry: Entry) -> Iterator[Joint]:
        """The gaps between the entry's fields whose form the list has settled; none for an entry of unusual roles."""
        if not self.usual(entry):
            return
        for left, right in pairwise(entry.fields):
            wanted = self.gap(left.role, right.role)
            if wanted is not None:
                raw = gap_between(entry, left, right)
                if left.text[-1:] in _CLOSING:
                    wanted = wanted.removeprefix(".")  # `et al.` and `Why?` have their stop already
                yield Joint(left, right, gap_span(left, right), raw, tidy_gap(raw, entry.kind == "row"), wanted)

    def notation(self) -> str:
        """The template as a person reads it: braces are fields, `[? ]` what not every entry has."""
        shown = []
        for number, slot in enumerate(self.slots):
            gap = ""
            if number:
                gap = self.gap(self.slots[number - 1].role, slot.role) or " "
            name = {"link": "links", "badge": "badges", "address": "url"}.get(slot.role, slot.role)
            words = gap + slot.opening + "{" + name + "}" + slot.closing
            shown.append(words if slot.share >= 0.95 else f"[?{words}]")
        return "".join(shown)

    def fits(self, entry: Entry) -> bool:
        """Whether every dress and gap of an entry is the template's."""
        for part in entry.fields:
            slot = self.slot(part.role)
            if slot is None or (slot.dress.value is not None and dress_of(entry, part) != slot.dress.value):
                return False
        return all(
            self.gap(left.role, right.role) in (None, tidy_gap(gap_between(entry, left, right), entry.kind == "row"))
            for left, right in pairwise(entry.fields)
        )


def dress_of(entry: Entry, part: Field) -> tuple[str, str]:
    """What stands around a field alone: before, behind."""
    text = entry.source.text
    return text[part.outer.start : part.span.start], text[part.span.end : part.outer.end]


def gap_between(entry: Entry, left: Field, right: Field) -> str:
    """What stands between two fields."""
    return entry.source.text[left.outer.end : right.outer.start]


def gap_span(left: Field, right: Field) -> Span:
    """Where it stands."""
    return Span(left.outer.end, right.outer.start)


def infer_template(shape: str, entries: Iterable[Entry]) -> Template | None:
    """The template that most of the entries of one shape share; None for too few of them."""
    sure = [entry for entry in entries if entry.certainty >= Entry.SURE]
    if len(sure) < LEAST:
        return None
    dresses: dict[str, Counter[tuple[str, str]]] = {}
    gaps: dict[tuple[str, str], Counter[str]] = {}
    before: dict[str, Counter[str]] = {}
    has: Counter[str] = Counter()
    places: dict[str, list[float]] = {}
    sequences = Counter(roles_of(entry) for entry in sure)
    for entry in sure:
        has.update({part.role for part in entry.fields})
        for number, part in enumerate(entry.fields):
            dresses.setdefault(part.role, Counter())[dress_of(entry, part)] += 1
            places.setdefault(part.role, []).append(number / len(entry.fields))
        for left, right in pairwise(entry.fields):
            gap = tidy_gap(gap_between(entry, left, right), entry.kind == "row")
            gaps.setdefault((left.role, right.role), Counter())[gap] += 1
            if left.role != right.role:
                before.setdefault(right.role, Counter())[gap] += 1
    slots = []
    for role in sorted(places, key=lambda name: sum(places[name]) / len(places[name])):
        dress = choose(f"dress of {role}", dresses[role], least=LEAST)
        opening, closing = dress.value or ("", "")
        slots.append(Slot(role, opening, closing, has[role] / len(sure), dress))
    return Template(
        shape,
        len(sure),
        tuple(slots),
        {pair: choose(f"gap {pair[0]}-{pair[1]}", counts) for pair, counts in gaps.items()},
        {role: choose(f"gap before {role}", counts) for role, counts in before.items()},
        sequences,
    )


def roles_of(entry: Entry) -> tuple[str, ...]:
    """The roles of an entry's fields in order, repeats counted once."""
    return tuple(role for role, _ in groupby(part.role for part in entry.fields))


def emphasised(entry: Entry, part: Field, template: Template) -> str | None:
    """The field with the emphasis that the list gives its role; None where it has some, or nothing is settled."""
    slot = template.slot(part.role)
    if slot is None or slot.dress.value is None or not part.exact or not template.usual(entry):
        return None
    opening, closing = slot.dress.value
    if not _EMPHASIS.search(opening) or sum(n for _, n in slot.dress.counts) < LEAST:
        return None
    before, behind = dress_of(entry, part)
    text = entry.source.text
    around = text[max(0, part.outer.start - 1) : part.outer.start] + text[part.outer.end : part.outer.end + 1]
    if before or behind or _EMPHASIS.search(part.text + around):
        return None
    return opening + part.text + closing


_EMPHASIS = re.compile(r"[*_]")


def with_breaks_of(raw: str, wanted: str) -> str | None:
    """A tidied gap with the line breaks that the gap has now; None where they cannot be matched."""
    breaks = [found[0] for found in _BREAK.finditer(raw)]
    pieces = wanted.split("\n")
    if len(breaks) != len(pieces) - 1:
        return None
    text = pieces[0]
    for line_break, piece in zip(breaks, pieces[1:], strict=True):
        text += line_break + piece
    return text


def a_break_of(entry: Entry) -> str | None:
    """A line break as this entry writes it elsewhere, with the container's prefix; None if it has no other line."""
    for left, right in pairwise(entry.fields):
        if found := _BREAK.search(gap_between(entry, left, right)):
            return found[0]
    return None
