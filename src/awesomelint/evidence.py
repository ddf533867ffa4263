"""What the outside world says of a list's papers, repositories and links: data only.

`online` gathers it, the rules of the group online judge by it, tests and pages write it by hand (`evidence_from`). Papers are found by
`scheme:number`, repositories by owner and name in small letters, links by their address as written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

ALIVE, GONE, MOVED, REFUSED, UNSURE = STATES = ("alive", "gone", "moved", "refused", "unsure")
"""What may be known of a link. Gone: the host or the service itself says so. Refused: it does not talk to programs. Unsure: everything else."""


class LinkState(NamedTuple):
    """What is known of one address."""

    state: str
    """One of `STATES`."""
    reason: str = ""
    """Why, in a few words for people; never a piece of a page."""
    target: str = ""
    """Where a moved one leads."""
    source: str = "page"
    """Who says so: the page itself, or a service."""


class Record(NamedTuple):
    """What one service says of one paper."""

    source: str
    paper: str
    """The number that it is the record of, as `scheme:number`."""
    title: str = ""
    authors: tuple[str, ...] = ()
    """In reading order."""
    ordered: bool = True
    """Whether the service keeps the authors' order for such records."""
    venue: str = ""
    """As the service names it; nothing for a preprint."""
    year: int | None = None
    """The year of the publication, else of the preprint."""
    dates: tuple[str, ...] = ()
    """Days, months or years (ISO 8601) on which it came out in some form; the first is the first."""
    doi: str = ""
    """Of the published paper, not of the preprint."""
    arxiv: str = ""
    withdrawn: str = ""
    """`withdrawn` or `retracted`, where the service says so."""
    published_as: str = ""
    """The DOI of the article that this preprint became, by its own record."""
    kind: str = ""
    """article, paper, chapter, preprint or other."""


class Publication(NamedTuple):
    """A sign that a preprint has appeared at a venue: who says so, and in which record."""

    source: str
    record: str
    """The record's address or key at the service."""
    venue: str = ""
    year: int | None = None
    doi: str = ""
    sure: bool = True
    """Whether the source is known to keep preprint and publication apart."""


class Repository(NamedTuple):
    """A repository as GitHub knows it today."""

    name: str
    """Owner and name; another one than was asked for where it moved."""
    archived: bool = False
    stars: int | None = None


class Silence(NamedTuple):
    """A service that did not answer, and why: named once, and nothing about it becomes a finding."""

    service: str
    reason: str


class Evidence(NamedTuple):
    """All that was gathered for a run."""

    records: Mapping[str, tuple[Record, ...]] = {}
    publications: Mapping[str, tuple[Publication, ...]] = {}
    repositories: Mapping[str, Repository] = {}
    links: Mapping[str, LinkState] = {}
    silent: tuple[Silence, ...] = ()


KINDS = ("records", "publications", "repositories", "links")
"""What a rule may ask for by name; a rule that does so belongs online."""


def record_from(data: Mapping[str, Any]) -> Record:
    """A record from plain values, as it was kept."""
    given = {**data, "authors": tuple(data.get("authors", ())), "dates": tuple(data.get("dates", ()))}
    return Record(**given)


def evidence_from(data: Mapping[str, Any]) -> Evidence:
    """Evidence from plain values, as the rules' pages write it."""
    records: dict[str, tuple[Record, ...]] = {}
    for one in data.get("records", ()):
        record = record_from(one)
        records[record.paper] = (*records.get(record.paper, ()), record)
    publications: dict[str, tuple[Publication, ...]] = {}
    for one in data.get("publications", ()):
        rest = {key: value for key, value in one.items() if key != "paper"}
        publications[one["paper"]] = (*publications.get(one["paper"], ()), Publication(**rest))
    return Evidence(
        records,
        publications,
        {name.casefold(): Repository(**one) for name, one in data.get("repositories", {}).items()},
        {url: LinkState(**one) for url, one in data.get("links", {}).items()},
    )
