"""What a configuration says of the style, above what a list does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..entries import DateForm
from ..entries.letters import fold
from .notation import Pattern


class SectionWish(NamedTuple):
    """What the configuration says of the sections of one name."""

    name: str
    required: tuple[str, ...] = ()
    template: Pattern | None = None
    order: str | None = None

    def means(self, path: Iterable[str]) -> bool:
        """Whether a section of this path, or one above it, is called so."""
        return fold(self.name) in map(fold, path)


class Preferences(NamedTuple):
    """What the configuration says of the style; None where the list shall decide."""

    date: DateForm | None = None
    arxiv_address: str | None = None
    arxiv_version: str | None = None
    author_separator: str | None = None
    last_author_separator: str | None = None
    author_names: str | None = None
    et_al: str | None = None
    initials: str | None = None
    venue_year: str | None = None
    link_brackets: str | None = None
    badge: str | None = None
    badge_words: str | None = None
    bullet: str | None = None
    blank_lines: int | None = None
    line_break: str | None = None
    description_case: str | None = None
    description_stop: str | None = None
    order: str | None = None
    required: tuple[str, ...] = ()
    template: Pattern | None = None
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The labels to write, each with those that it stands for."""
    venues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Names of venues to write, each with its other spellings."""
    sections: tuple[SectionWish, ...] = ()

    def wish_for(self, path: Iterable[str]) -> SectionWish | None:
        """What is said of a section; of several names that mean it, the last one."""
        path = tuple(path)
        return next((one for one in reversed(self.sections) if one.means(path)), None)
