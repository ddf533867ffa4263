"""The list as data: AwesomeList > Section > Entry > Field, each at its exact place.

A field's `span` holds its value without dress; `outer` holds the emphasis, quotes or brackets
that stand around it alone as well. What lies between the outer spans of two fields is a gap.
Every code point of an entry belongs to exactly one field or gap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from ..markdown import Block, Document, plain
from ..source import Source, Span
from .badges import BadgeImage
from .dates import Date, DateForm
from .papers import PaperId
from .people import Authors
from .venues import Venue, VenueTable


class Words(NamedTuple):
    """A field that is only its words: a title, an acronym, a description, a note.

    What all fields have: `role` is title, authors, venue, date, acronym, description, link, badge, address (the
    target of a linked title), note, or what the list calls a field of its own. `text` is what a reader sees. `exact` says that the source of `span` is
    that very text, so that an offset into one is an offset into the other.
    """

    role: str
    span: Span
    outer: Span
    text: str
    exact: bool


class AuthorsField(NamedTuple):
    """Who wrote it; the places in `authors` are offsets into `text`."""

    role: str
    span: Span
    outer: Span
    text: str
    exact: bool
    authors: Authors
    links: tuple[Link, ...] = ()
    """Where names are links, what they open."""


class VenueField(NamedTuple):
    """Where it appeared; `name_span` is the name's place in the source, without year and track."""

    role: str
    span: Span
    outer: Span
    text: str
    exact: bool
    venue: Venue
    name_span: Span


class DateField(NamedTuple):
    """When, and in what form that is written."""

    role: str
    span: Span
    outer: Span
    text: str
    exact: bool
    date: Date
    form: DateForm


class Link(NamedTuple):
    """A link that is no badge; `text` is its label. `url_span` is None where a definition holds the address."""

    role: str
    span: Span
    outer: Span
    text: str
    exact: bool
    url: str
    url_span: Span | None
    paper: PaperId | None
    repository: str | None
    reference: str


class Badge(NamedTuple):
    """An image that counts something, linked or bare; `text` is its alternative text."""

    role: str
    span: Span
    outer: Span
    text: str
    exact: bool
    image: str
    image_span: Span | None
    target: str
    target_span: Span | None
    shows: BadgeImage


Field = Words | AuthorsField | VenueField | DateField | Link | Badge
"""One field of an entry; each is a record of its own, because records without a base cost nothing to import."""


def moved(part: Field, by: int) -> Field:
    """The same field `by` code points further down the text."""
    span, outer = _by(part.span, by), _by(part.outer, by)
    if isinstance(part, Link):
        return part._replace(span=span, outer=outer, url_span=_perhaps(part.url_span, by))
    if isinstance(part, Badge):
        image, target = _perhaps(part.image_span, by), _perhaps(part.target_span, by)
        return part._replace(span=span, outer=outer, image_span=image, target_span=target)
    if isinstance(part, VenueField):
        return part._replace(span=span, outer=outer, name_span=_by(part.name_span, by))
    if isinstance(part, AuthorsField) and part.links:
        links = tuple(
            link._replace(span=_by(link.span, by), outer=_by(link.outer, by), url_span=_perhaps(link.url_span, by))
            for link in part.links
        )
        return part._replace(span=span, outer=outer, links=links)
    return part._replace(span=span, outer=outer)


def _by(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _perhaps(span: Span | None, by: int) -> Span | None:
    return None if span is None else _by(span, by)


# `Rossi et al. (2024)`, `CLPsych 2015`
_NAME_AND_YEAR = re.compile(r"[A-Z][\w'’-]+(?: et al\.?| (?:and|&) [A-Z][\w'’-]+)?,? ?[(\[]?((?:19|20)\d\d)[)\]]?")


@dataclass(frozen=True, eq=False)
class Entry:
    """One paper, tool or dataset of a list.

    `span` runs from the first character of its block to the end of its last line. `kind` is the
    block it stands in: paragraph, item or row. `certainty` is between 0 and 1; below `SURE` the
    entry is read for links and addresses only, and its layout is left alone. From `CERTAIN` on, 94 of 100 entries of
    lists left out were right in every field, below it 49 to 72: no safe fix rewrites a field there.
    """

    source: Source
    kind: str
    span: Span
    fields: tuple[Field, ...]
    section: tuple[str, ...]
    shape: str = ""
    """What tells layouts apart: the kind, and for a row the table's header."""
    certainty: float = 1.0
    heading_venue: Venue | None = None
    """The venue that the heading above names, where the entry names none."""
    heading_date: Date | None = None
    """The date that the heading above gives, where the entry gives none."""
    html: bool = False
    """Whether it is written in tags rather than Markdown."""
    names: tuple[tuple[str, str], ...] = ()
    """What the list calls its own fields: role and name as its header or key has it."""

    SURE, CERTAIN = 0.5, 0.8

    def of(self, role: str) -> Field | None:
        """The first field of a role."""
        return next((part for part in self.fields if part.role == role), None)

    @cached_property
    def title(self) -> Field | None:
        return self.of("title")

    @cached_property
    def acronym(self) -> Field | None:
        return self.of("acronym")

    @cached_property
    def description(self) -> Field | None:
        return self.of("description")

    @cached_property
    def authors(self) -> AuthorsField | None:
        return next((part for part in self.fields if isinstance(part, AuthorsField)), None)

    @cached_property
    def venue(self) -> VenueField | None:
        """The venue, the publication before the preprint."""
        venues = [part for part in self.fields if isinstance(part, VenueField)]
        return min(venues, key=lambda part: part.venue.preprint, default=None)

    @cached_property
    def date(self) -> DateField | None:
        """The most precise date, the first of such."""
        dates = [part for part in self.fields if isinstance(part, DateField)]
        return max(dates, key=lambda part: part.date.precision, default=None)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        found: list[Link] = []
        for part in self.fields:
            if isinstance(part, Link):
                found.append(part)
            elif isinstance(part, AuthorsField):
                found.extend(part.links)
        return tuple(found)

    @cached_property
    def badges(self) -> tuple[Badge, ...]:
        return tuple(part for part in self.fields if isinstance(part, Badge))

    @property
    def inherited(self) -> tuple[str, ...]:
        """The roles that only the heading above gives."""
        given = (("venue", self.heading_venue), ("date", self.heading_date))
        return tuple(role for role, value in given if value is not None)

    @cached_property
    def others(self) -> dict[str, str]:
        """The fields of the list's own, by the name that it gives them."""
        called = dict(self.names)
        return {called[part.role]: part.text for part in self.fields if part.role in called and part.text}

    @property
    def group(self) -> tuple[str, ...]:
        """The section and shape that it shares with its neighbours: what an order holds for."""
        return (*self.section, self.shape)

    @property
    def name(self) -> str:
        """What to call it in a message: the title, else the acronym, else the first label."""
        for part in (self.title, self.acronym, *self.links):
            if part is not None and part.text:
                return part.text
        return ""

    @property
    def called(self) -> str:
        """The words that it begins with: its title, or the short name or link before it. Readers sort by these."""
        named = (part for part in self.fields if part.role in ("title", "acronym", "link") and part.text)
        return next((part.text for part in named), "")

    @cached_property
    def when(self) -> Date | None:
        """The date of its own, else the venue's year, else that of a title that is a name and a year. A year alone is the venue's where another date says the month."""
        if self.date is not None:
            dates = [part.date for part in self.fields if isinstance(part, DateField)]
            return next((one for one in dates if one.month is not None), dates[0])
        years = [part.venue.year for part in self.fields if isinstance(part, VenueField)]
        if self.venue is not None:
            years.insert(0, self.venue.venue.year)
        if self.title is not None and (named := _NAME_AND_YEAR.fullmatch(self.title.text)) is not None:
            years.append(int(named[1]))
        return next((Date(year) for year in years if year is not None), None)


class Section(NamedTuple):
    """A heading with the entries between it and the next one."""

    path: tuple[str, ...]
    span: Span
    entries: tuple[Entry, ...]


@dataclass(frozen=True, eq=False)
class AwesomeList:
    """A document with what was read from it."""

    source: Source
    document: Document
    sections: tuple[Section, ...]
    venues: VenueTable
    """The venues that it was read with."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for section in self.sections for entry in section.entries)

    @cached_property
    def runs(self) -> tuple[tuple[Entry, ...], ...]:
        """The entries that stand side by side in one shape under one heading, in the order of the text."""
        return tuple(
            tuple(run)
            for section in self.sections
            for _, run in groupby(section.entries, key=lambda entry: entry.shape)
        )

    def blocks(self) -> Iterator[Block]:
        """Every block of the document."""
        return self.document.root.walk()

    @cached_property
    def leaves(self) -> tuple[Block, ...]:
        """The blocks that hold inline content, in the order of the text."""
        return tuple(block for block in self.blocks() if block.lines and block.kind in ("paragraph", "heading", "cell"))

    def leaves_of(self, entry: Entry) -> Iterator[Block]:
        """The leaves in which an entry is written; none for one in tags."""
        at = bisect_left(self.leaves, entry.span.start, key=lambda block: block.start)
        while at < len(self.leaves) and self.leaves[at].start < entry.span.end and not entry.html:
            yield self.leaves[at]
            at += 1

    @cached_property
    def headings(self) -> tuple[tuple[Block, str], ...]:
        """Every heading of the document with its words."""
        found = (block for block in self.blocks() if block.kind == "heading")
        return tuple((block, " ".join(plain(self.document.inlines(block)).split())) for block in found)
