"""What is to be asked about a list: pure, so that it can be seen before anything is sent.

In go lists with the entries that are meant, out come the numbers, repositories and pages, each once, told apart by who knows best.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fnmatch import fnmatch
from typing import NamedTuple

from ..entries import AwesomeList, Entry, PaperId, VenueTable
from ..entries.addresses import addresses_of
from ..entries.papers import impossible_number, paper_id, repository, without_scheme
from ..entries.same import own_papers

# bioRxiv's numbers are DOIs; the Anthology's are behind one prefix (aclanthology.org, "How can I cite").
_ACL = "10.18653/v1/"


class Meant(NamedTuple):
    """A list, and which of its entries are asked about; None for all of it, prose as well."""

    found: AwesomeList
    entries: frozenset[int] | None = None

    @property
    def chosen(self) -> Sequence[Entry]:
        if self.entries is None:
            return self.found.entries
        return [entry for number, entry in enumerate(self.found.entries) if number in self.entries]


class Preprint(NamedTuple):
    """A paper that a list calls a preprint: its number, its entry, and the venues that the list was read with."""

    key: str
    entry: Entry
    venues: VenueTable


class Questions(NamedTuple):
    """Everything that is to be learnt."""

    arxiv: tuple[str, ...]
    dois: tuple[str, ...]
    pubmed: tuple[str, ...]
    openreview: tuple[str, ...]
    repositories: tuple[str, ...]
    urls: tuple[str, ...]
    """Every address whose state is asked for, those of services as well."""
    preprints: tuple[Preprint, ...]
    papers: tuple[tuple[str, Entry], ...]
    """The papers of entries, by their number."""


def doi_of(paper: PaperId) -> str:
    """The DOI under which Crossref has a paper; nothing where its number says none."""
    if paper.scheme in ("doi", "biorxiv"):
        return paper.number.lower()
    return _ACL + paper.number if paper.scheme == "acl" else ""


def questions_of(lists: Iterable[Meant], kinds: Collection[str], skip: Sequence[str]) -> Questions:
    """What to ask for the kinds of evidence that are needed."""
    by_scheme: dict[str, dict[str, None]] = {name: {} for name in ("arxiv", "doi", "pubmed", "openreview")}
    repositories: dict[str, None] = {}
    urls: dict[str, None] = {}
    preprints: dict[str, Preprint] = {}
    papers: dict[str, Entry] = {}

    def ask_for(paper: PaperId | None) -> None:
        if paper is None:
            return
        if doi := doi_of(paper):
            by_scheme["doi"][doi] = None
        elif paper.scheme in by_scheme:
            by_scheme[paper.scheme][paper.number] = None

    for meant in lists:
        for entry in meant.chosen if {"records", "publications"} & set(kinds) else ():
            says_preprint = entry.venue is not None and entry.venue.venue.preprint
            for link in own_papers(entry):
                if link.paper is not None and not _skipped(link.url, skip) and not impossible_number(link.url):
                    ask_for(link.paper)
                    papers.setdefault(link.paper.key, entry)
                    if says_preprint and "publications" in kinds:
                        preprints.setdefault(link.paper.key, Preprint(link.paper.key, entry, meant.found.venues))
        for url in _addresses(meant, skip):
            name = repository(url)
            if name is not None and ({"repositories", "links"} & set(kinds)):
                repositories[name.casefold()] = None
            if "links" in kinds:
                urls[url] = None
                if not impossible_number(url):
                    ask_for(paper_id(url))
        if "repositories" in kinds:
            badges = (badge.shows.repository for entry in meant.chosen for badge in entry.badges)
            repositories |= dict.fromkeys(name.casefold() for name in badges if name)
    arxiv, dois, pubmed, openreview = (tuple(numbers) for numbers in by_scheme.values())
    chosen = (tuple(repositories), tuple(urls), tuple(preprints.values()), tuple(papers.items()))
    return Questions(arxiv, dois, pubmed, openreview, *chosen)


def _addresses(meant: Meant, skip: Sequence[str]) -> Iterable[str]:
    spans = None if meant.entries is None else [entry.span for entry in meant.chosen]
    for address in addresses_of(meant.found):
        inside = spans is None or any(span.start <= address.span.start < span.end for span in spans)
        if inside and not _skipped(address.url, skip):
            yield address.url


def _skipped(url: str, skip: Sequence[str]) -> bool:
    """Whether the configuration wants an address left alone: patterns of addresses, with or without their scheme."""
    return any(fnmatch(url, pattern) or fnmatch(without_scheme(url), pattern) for pattern in skip)
