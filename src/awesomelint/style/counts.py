"""What is counted over a list's entries before anything is chosen.

In goes an entry at a time, out come counters: of separators, name forms, venues, addresses.
"""

from __future__ import annotations

from collections import Counter

from ..entries import Entry
from ..entries.people import bare_initials
from .addresses import arxiv_address, publisher_address


class Counts:
    """What was counted."""

    def __init__(self) -> None:
        self.separators: Counter[str] = Counter()
        self.lasts: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.et_al: Counter[str] = Counter()
        self.initials: Counter[str] = Counter()
        self.venues: dict[str, Counter[str]] = {}
        self.arxiv: Counter[str] = Counter()
        self.suffixes: Counter[str] = Counter()
        self.versions: Counter[str] = Counter()
        self.publishers: dict[str, Counter[str]] = {}


def count(entry: Entry, counts: Counts) -> None:
    _count_authors(entry, counts)
    if entry.venue is not None and entry.venue.exact:
        venue = entry.venue.venue
        counts.venues.setdefault(venue.key, Counter())[venue.name] += 1
    for link in entry.links:
        if address := arxiv_address(link.url):
            if address.form in ("abs", "pdf"):
                counts.arxiv[address.form] += 1
            if address.form == "pdf":
                counts.suffixes["with" if address.suffix else "without"] += 1
            counts.versions["with" if address.version else "without"] += 1
        elif page := publisher_address(link.url):
            forms = counts.publishers.setdefault(page.host, Counter())
            if page.plain:
                forms[page.form] += 1


def _count_authors(entry: Entry, counts: Counts) -> None:
    written = entry.authors
    if written is None or not written.exact:
        return
    authors, text = written.authors, written.text
    if authors.inverted:
        counts.names["Last, First"] += 1
        return
    if len(authors.people) > 1:
        counts.names["First Last"] += 1
    for start, end in authors.separators[:-1]:
        counts.separators[one_blank(text[start:end])] += 1
    if authors.separators and authors.et_al is None:
        start, end = authors.separators[-1]
        counts.lasts[one_blank(text[start:end])] += 1
    if authors.et_al is not None:
        counts.et_al[text[slice(*authors.et_al)]] += 1
    for person in authors.people:
        if bare_initials(person.name):
            counts.initials["A Name"] += 1
        elif "." in person.name:
            counts.initials["A. Name"] += 1


def one_blank(text: str) -> str:
    """A separator with every run of white space as one blank."""
    return " ".join(f"x{text}x".split())[1:-1]
