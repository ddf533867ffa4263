"""What is said of a list, and how it would be mended.

Rules make `Want`s and `Fault`s; the engine makes `Finding`s of both. All offsets are code points
into the source.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from .source import Span

GROUPS = (
    "document", "entry", "title", "authors", "venue", "date", "links", "badges", "order", "duplicates", "suppressions", "online",
)  # fmt: skip
"""The groups of rules, in the handbook's order."""


class Severity(IntEnum):
    """How much a finding matters."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Safety(IntEnum):
    """What a fix may do: only be shown, change a fact, or change the spelling alone."""

    SHOWN = 1
    UNSAFE = 2
    SAFE = 3

    def __str__(self) -> str:
        return self.name.lower()


class Edit(NamedTuple):
    """Put `text` in place of the code points from `start` to `end`."""

    start: int
    end: int
    text: str


class Change(NamedTuple):
    """A fact that a fix changes on purpose: role, value before, value after."""

    role: str
    before: str
    after: str


class Fix(NamedTuple):
    """Edits that stand or fall together.

    `declares` names the facts that change. `rank` orders insertions at one place: several entries
    that move before the same neighbour.
    """

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE
    declares: tuple[Change, ...] = ()
    rank: int = 0
    moves: bool = False
    reveals: bool = False
    """Whether entries or links come to light by it, where Markdown saw none: then words are compared rather than fields."""


class Want(NamedTuple):
    """At this place this text ought to stand: all that a style rule says."""

    span: Span
    text: str
    message: str
    safety: Safety = Safety.SAFE
    severity: Severity | None = None
    """Where one place matters less than the rule does otherwise."""
    at: Span | None = None
    """What to point at, where that is not the place of the text: the field that a line break moved."""


class Fault(NamedTuple):
    """What is wrong at a place: all that a meaning rule says."""

    span: Span
    message: str
    fix: Fix | None = None
    severity: Severity | None = None
    other: Span | None = None
    """The other place that it speaks of: the first of two duplicates."""


class Finding(NamedTuple):
    """A want that is not met or a fault, with the rule that found it.

    `entry` is the number of the entry that it lies in, counted over the list, or -1.
    """

    rule: str
    group: str
    severity: Severity
    span: Span
    message: str
    fix: Fix | None = None
    entry: int = -1
    withheld: bool = False
    """The rule had a fix, but the net could not prove that it keeps every fact."""
    also: int = -1
    """The other entry that it speaks of, or -1."""
