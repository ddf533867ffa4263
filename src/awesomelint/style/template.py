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

from ..entries import Badge, Entry, Field, Link
from ..source import Span
from .choice import Choice, choose
from .skeleton import fill, skeleton_of

_BREAK = re.compile(r"(?:[ \t]*(?:<br[ \t]*/?>|\\)?[ \t]*(?:\r\n|\n|\r)[ \t>]*|[ \t]*<br[ \t]*/?>[ \t]*)")
_FORCED = re.compile(r"<br[ \t]*/?>|\\(?=[\r\n])| {2,}(?=[\r\n])")
_CELL = re.compile(r"[ \t]*\|[ \t]*")

# A template needs this many entries: with fewer, what two of them share is chance.
LEAST = 3
# A section's gap stands above the list's only where so many of its entries have it.
LOCAL = 5
# A field is moved only where so many of the entries have it elsewhere.
SURELY = 0.8
PLAINLY = 0.9
# What fewer of the entries have is optional.
ALWAYS = 0.95
# What fewer have is a slip rather than a part of the form, and is not shown.
SHOWN = 0.03
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
    """One field's place: its dress, how a link or badge is written, and in what share of the entries it stands."""

    role: str
    opening: str
    closing: str
    share: float
    dress: Choice[tuple[str, str]]
    skeleton: str = ""
    """A link's or badge's Markdown with `{label}`, `{url}`, `{image}` for its values; nothing for words."""
    again: str | None = None
    """What stands between two of this role; None where it stands once."""


_CLOSING = (".", "?", "!", "…")
# A mark of emphasis without its partner: where the field ends nobody knows.
_UNPAIRED = re.compile(r"\w[*_](?=[\s.,]|$)|(?:^|\s)[*_](?=\w)")
_SEPARATORS = re.compile(r"[\s|,;:.·•/&–—-]")
# A link's address stands right behind its words; what a note is nobody knows.
_NOT_MINE = frozenset(("address", "note", "description"))


# Behind such a word the sentence goes on: `Workshop on [Meshes](…)`.
_HANGING = re.compile(r"\b(?:on|in|of|at|for|the|and|with|by|from|to|an?)$", re.I)


class Joint(NamedTuple):
    """A gap between two fields: as it stands, tidied, and as the list writes it."""

    left: Field
    right: Field
    span: Span
    raw: str
    tidy: str
    wanted: str

    @property
    def leads_to_description(self) -> bool:
        """Whether it is what stands between a name and its description: `[Name](url) - Description.`"""
        return self.right.role == "description" and self.left.role in ("address", "link", "badge")

    @property
    def mendable(self) -> bool:
        """Whether the gap differs in nothing but separators and blanks.

        Words in a gap were read by nobody and stay; brackets and emphasis marks have a partner elsewhere.
        """
        if _UNPAIRED.search(self.left.text) or _UNPAIRED.search(self.right.text):
            return False
        if self.right.role == "link" and not self.right.text:
            return False  # a bare address stands behind its name as other links do not
        if self.leads_to_description and (self.tidy.endswith(":") or self.wanted.endswith(":")):
            return False  # the colon opens an emoji's name
        if not self.leads_to_description and (
            {self.left.role, self.right.role} & _NOT_MINE or _HANGING.search(self.left.text)
        ):
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
    dresses: dict[tuple[str, ...], Choice[tuple[str, str]]]
    """The dress of a role by the roles before and behind it: a year behind a venue may stand in other brackets than a
    date, and emphasis may begin at one field and end at another."""
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
            total = sum(n for _, n in own.counts) if own is not None else 0
            if own is not None and total >= LOCAL and own.value is not None:
                # Five entries do not stand against a hundred unless they are of one mind.
                usual = self.gaps.get((left, right))
                if usual is None or usual.value is None or own.counts[0][1] >= PLAINLY * total:
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
                if _closed(entry, left):
                    wanted = wanted.removeprefix(".")  # `et al.` and `Why?` have their stop already
                yield Joint(left, right, gap_span(left, right), raw, tidy_gap(raw, entry.kind == "row"), wanted)

    def surely(self, left: str, right: str) -> bool:
        """Whether the gap between two roles was seen often enough to move a field for it."""
        for template in (self.local, self):
            choice = template.gaps.get((left, right)) if template is not None else None
            total = sum(n for _, n in choice.counts) if choice is not None else 0
            if choice is not None and total >= LOCAL:
                return choice.value is not None and choice.counts[0][1] >= SURELY * total
        return False

    def between(self, left: str, right: str) -> str | None:
        """What stands between two roles for whoever writes: the settled gap, else the commonest."""
        settled = self.gap(left, right)
        if settled is not None:
            return settled
        if self.local is not None:
            own = self.local.gaps.get((left, right))
            if own is not None and sum(n for _, n in own.counts) >= LOCAL:
                return own.counts[0][0]
        for choice in (self.gaps.get((left, right)), self.before.get(right) if left != right else None):
            if choice is not None and choice.counts:
                return choice.counts[0][0]
        return None

    def dress(self, left: str, role: str, right: str) -> tuple[str, str] | None:
        """The dress of a role between two others, as the section or else the list has it most often."""
        for template in (self.local, self):
            for key in ((left, role, right), (left, role)):
                choice = template.dresses.get(key) if template is not None else None
                if choice is not None and sum(n for _, n in choice.counts) >= (LEAST if template is self else LOCAL):
                    return choice.counts[0][0]
        slot = self.slot(role)
        return (slot.opening, slot.closing) if slot is not None else None

    def skeleton(self, role: str) -> str:
        """How a link or badge is written, as the section or else the list does it."""
        local = self.local.slot(role) if self.local is not None else None
        slot = local or self.slot(role)
        return slot.skeleton if slot is not None else ""

    def misfit(self, entry: Entry) -> str:
        """Why writing the entry in this template would not give it back; nothing if it would."""
        if entry.certainty < Entry.SURE:
            return "unsure"
        roles = ["", *(part.role for part in entry.fields), ""]
        for number, part in enumerate(entry.fields):
            dress = self.dress(roles[number], part.role, roles[number + 2])
            if dress is None:
                return f"{part.role} unknown"
            if part.role not in _FREE and dress_of(entry, part) != dress:
                return f"dress of {part.role}"
            if skeleton_of(entry, part) != self.skeleton(part.role):
                return f"form of {part.role}"
        for one, other in pairwise(entry.fields):
            if not self._fits_between(entry, one, other):
                return f"before {other.role}"
        return ""

    def _fits_between(self, entry: Entry, left: Field, right: Field) -> bool:
        if {left.role, right.role} & _FREE:
            return True
        tidy = tidy_gap(gap_between(entry, left, right), entry.kind == "row")
        if entry.kind == "row" and tidy and not tidy.strip("|"):
            return True  # a cell's place is its column's
        wanted = self.between(left.role, right.role)
        if wanted is not None and _closed(entry, left) and wanted.startswith(".") and not tidy.startswith("."):
            wanted = wanted[1:]
        return wanted == tidy and self._in_order(left.role, right.role)

    def _in_order(self, left: str, right: str) -> bool:
        roles = [slot.role for slot in self.slots]
        if left == right or roles.index(left) < roles.index(right):
            return True
        pair = self.gaps.get((left, right))
        return pair is not None and sum(n for _, n in pair.counts) >= LEAST

    def fits(self, entry: Entry) -> bool:
        """Whether writing the entry in this template gives it back, to the byte."""
        if self.misfit(entry) or not entry.fields:
            return False
        start, end = entry.fields[0].outer.start, entry.fields[-1].outer.end
        return self.write(entry) == entry.source.text[start:end]

    def notation(self) -> str:
        """The template as a person reads and writes it, from the first field to the last (see `notation.py`)."""
        shown: list[str] = []
        row = self.shape.startswith("row:")
        slots = [slot for slot in self.slots if slot.share >= SHOWN]
        for number, slot in enumerate(slots):
            gap = self.between(slots[number - 1].role, slot.role) if number else ""
            gap = " | " if row and gap and not gap.strip("|") else " " if gap is None else gap
            left, right = (slots[at].role if 0 <= at < len(slots) else "" for at in (number - 1, number + 1))
            opening, closing = self.dress(left, slot.role, right) or ("", "")
            if slot.skeleton:
                words = opening + slot.skeleton + closing
                if slot.again is not None:
                    words += (slot.again if not slot.again.strip("|") else " ").replace("\n", " ") + "..."
            else:
                words = opening + "{" + slot.role + "}" + closing
            optional = slot.share < ALWAYS and slot.role != "address" and not row
            shown.append(f"[?{gap}{words}]" if optional else gap + words)
        return "| " + "".join(shown) + " |" if row else "".join(shown)

    def write(self, entry: Entry) -> str:
        """The entry's fields as the template writes them, from the first to the last, with the breaks and paddings that the entry has.

        What stands before the first and behind the last (a list item's marker, say) is the entry's own.
        """
        text, written = entry.source.text, []
        roles = ["", *(part.role for part in entry.fields), ""]
        for number, part in enumerate(entry.fields):
            if number:
                left = entry.fields[number - 1]
                raw = gap_between(entry, left, part)
                fits = self._fits_between(entry, left, part)
                wanted = None if fits else self.between(left.role, part.role)
                written.append(raw if wanted is None else with_breaks_of(raw, wanted) or wanted)
            dress = self.dress(roles[number], part.role, roles[number + 2])
            if dress is None or part.role in _FREE:
                written.append(text[part.outer.start : part.outer.end])
            else:
                skeleton = self.skeleton(part.role)
                words = fill(skeleton, entry, part) if skeleton else text[part.span.start : part.span.end]
                written.append(dress[0] + words + dress[1])
        return "".join(written)


_FREE = frozenset(("note", "description"))


def _closed(entry: Entry, part: Field) -> bool:
    """Whether a field ends in a stop of its own, as `et al.` and `Why?` do."""
    return part.text[-1:] in _CLOSING or entry.source.text[part.outer.end - 1 : part.outer.end] in _CLOSING


def dress_of(entry: Entry, part: Field) -> tuple[str, str]:
    """What stands around a field alone: before, behind. An address is written whole, by its skeleton."""
    if part.role == "address":
        return "", ""
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
    behind: dict[tuple[str, ...], Counter[tuple[str, str]]] = {}
    gaps: dict[tuple[str, str], Counter[str]] = {}
    before: dict[str, Counter[str]] = {}
    has: Counter[str] = Counter()
    places: dict[str, list[float]] = {}
    sequences = Counter(roles_of(entry) for entry in sure)
    for entry in sure:
        has.update({part.role for part in entry.fields})
        for number, part in enumerate(entry.fields):
            around = dress_of(entry, part)
            dresses.setdefault(part.role, Counter())[around] += 1
            roles = ["", *(one.role for one in entry.fields), ""]
            for key in ((roles[number], part.role), (roles[number], part.role, roles[number + 2])):
                behind.setdefault(key, Counter())[around] += 1
            places.setdefault(part.role, []).append(number / len(entry.fields))
        for left, right in pairwise(entry.fields):
            gap = tidy_gap(gap_between(entry, left, right), entry.kind == "row")
            gaps.setdefault((left.role, right.role), Counter())[gap] += 1
            if left.role != right.role:
                before.setdefault(right.role, Counter())[gap] += 1
    skeletons: dict[str, Counter[str]] = {}
    for entry in sure:
        for part in entry.fields:
            if isinstance(part, Link | Badge):
                skeletons.setdefault(part.role, Counter())[skeleton_of(entry, part)] += 1
    slots = []
    for role in sorted(places, key=lambda name: sum(places[name]) / len(places[name])):
        dress = choose(f"dress of {role}", dresses[role], least=LEAST)
        opening, closing = dress.value or dress.counts[0][0]
        skeleton = skeletons[role].most_common(1)[0][0] if role in skeletons else ""
        again = gaps[role, role].most_common(1)[0][0] if (role, role) in gaps else None
        slots.append(Slot(role, opening, closing, has[role] / len(sure), dress, skeleton, again))
    return Template(
        shape,
        len(sure),
        tuple(slots),
        {pair: choose(f"gap {pair[0]}-{pair[1]}", counts) for pair, counts in gaps.items()},
        {role: choose(f"gap before {role}", counts) for role, counts in before.items()},
        sequences,
        {key: choose(f"dress of {key[1]}", counts) for key, counts in behind.items()},
    )


def roles_of(entry: Entry) -> tuple[str, ...]:
    """The roles of an entry's fields in order, repeats counted once."""
    return tuple(role for role, _ in groupby(part.role for part in entry.fields))


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
