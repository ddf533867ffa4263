"""What a candidate's visible text is made of: pieces as the document has them, atoms that hold one role each, and the text with its atoms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..markdown import Inline


class Piece(NamedTuple):
    """A run of visible text: where it stands in the candidate's seen text and in the source."""

    first: int
    last: int
    start: int
    style: int
    literal: bool
    words: str


class Atom(NamedTuple):
    """The smallest piece that holds one role.

    `first`, `last` are offsets into the candidate's seen text; `start`, `end` into the source.
    `before` is the seen text between this atom and the one before. `line` counts the candidate's
    lines as the author broke them, `cell` its cells.
    """

    kind: str
    """text, link, badge, image, key, or target: the address of a link whose words are atoms of their own."""
    first: int
    last: int
    start: int
    end: int
    style: int
    enclosed: str
    before: str
    line: int
    cell: int
    node: Inline | None = None
    key: str = ""
    """The role that a table's header or a `Key:` before it announces."""
    name: str = ""
    """That header's or key's own words."""
    part: bool = False
    """Whether its block says more of the candidate's first."""
    in_link: bool = False
    """Whether a target follows that these words are linked to."""
    label: int = 0
    """Whether it is a link whose words say what it opens rather than what it is about: 2 if all of them do, 1 if most."""


class Flat(NamedTuple):
    """A candidate's visible text with its atoms."""

    seen: str
    atoms: list[Atom]


def closes_line(atoms: Sequence[Atom], start: int, stop: int) -> bool:
    """Whether the atoms from `start` on and the one at `stop` are all that follows a linked title on its line: `[A Title](…), Graphics Gems IV, 1994`."""
    before, after = atoms[start - 1], atoms[stop]
    titled = start > 0 and (before.kind == "target" or (before.kind == "link" and not before.label))
    ends = stop + 1 == len(atoms) or atoms[stop + 1].line != after.line
    return titled and ends and atoms[start].before.strip(" )]") == after.before.strip() == ","
