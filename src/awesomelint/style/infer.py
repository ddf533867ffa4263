"""AwesomeList -> Style: the form of a list, inferred from the list itself.

In goes a list that was read and what the configuration prefers, out comes a frozen `Style` with
the counts behind every choice. It is inferred once a run and handed to every rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from ..entries import AwesomeList, DateForm, Entry
from ..entries.people import bare_initials
from .addresses import PUBLISHER_DEFAULTS, arxiv_address, publisher_address
from .choice import Choice, choose
from .dates import DateStyle, infer_dates
from .order import Order, infer_order
from .template import Template, forced_break, gap_between, infer_template

# "Nearly every entry has it": below this share a field is optional.
NEARLY_EVERY = 0.9
# A field is required of the rest only where the habit rests on so many entries.
REQUIRING = 10


@dataclass(frozen=True)
class Preferences:
    """What the configuration says of the style; None where the list shall decide."""

    date: DateForm | None = None
    arxiv_address: str | None = None
    author_separator: str | None = None
    initials: str | None = None
    blank_lines: int | None = None
    order: str | None = None
    required: tuple[str, ...] = ()


@dataclass(frozen=True)
class Style:
    """How each field of a list is written. A choice of None means: say nothing."""

    templates: Mapping[str, Template]
    dates: DateStyle
    author_separator: Choice[str]
    last_separator: Choice[str]
    bibtex_names: Choice[str]
    et_al: Choice[str]
    initials: Choice[str]
    venues: Mapping[str, Choice[str]]
    arxiv: Choice[str]
    versions: Choice[str]
    publishers: Mapping[str, Choice[str]]
    blank_lines: Mapping[str, Choice[int]]
    breaks: Choice[str]
    orders: Mapping[tuple[str, ...], Order]
    required: Mapping[str, tuple[str, ...]]
    entries: int = 0

    @cached_property
    def choices(self) -> tuple[Choice[str], ...]:
        """Every choice over words, in the handbook's order, for `awesomelint style`."""
        single = (*self.dates.choices, self.author_separator, self.last_separator, self.bibtex_names, self.et_al)
        rest = (self.initials, self.arxiv, self.versions, *self.publishers.values(), self.breaks)
        return (*single, *rest, *self.venues.values())


@dataclass
class _Counts:
    """What was counted over the entries."""

    separators: Counter[str] = field(default_factory=Counter)
    lasts: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    et_al: Counter[str] = field(default_factory=Counter)
    initials: Counter[str] = field(default_factory=Counter)
    venues: dict[str, Counter[str]] = field(default_factory=dict)
    arxiv: Counter[str] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)
    publishers: dict[str, Counter[str]] = field(default_factory=dict)
    breaks: Counter[str] = field(default_factory=Counter)


def infer(found: AwesomeList, preferences: Preferences | None = None) -> Style:
    """The style of a list; what the configuration prefers stands above what was seen."""
    prefers = preferences or Preferences()
    counts = _Counts()
    for entry in found.entries:
        _count(entry, counts)
    shapes: dict[str, list[Entry]] = {}
    for entry in found.entries:
        shapes.setdefault(entry.shape, []).append(entry)
    templates = {shape: infer_template(shape, members) for shape, members in shapes.items()}
    lasts = counts.lasts
    return Style(
        templates={shape: template for shape, template in templates.items() if template is not None},
        dates=infer_dates(found.entries, prefers.date),
        author_separator=_prefer(choose("author separator", counts.separators, ", "), prefers.author_separator),
        last_separator=choose("separator before the last author", lasts, None),
        bibtex_names=choose("author names", counts.names, "First Last"),
        et_al=choose("et al.", counts.et_al, "et al."),
        initials=_prefer(choose("initials", counts.initials, "A. Name"), prefers.initials),
        venues={key: _venue_choice(key, names) for key, names in counts.venues.items() if len(names) > 1},
        arxiv=_prefer(choose("arXiv address", counts.arxiv, "abs"), prefers.arxiv_address),
        versions=choose("arXiv version", counts.versions, "without"),
        publishers={
            host: choose(f"{host} address", forms, PUBLISHER_DEFAULTS[host])
            for host, forms in counts.publishers.items()
        },
        blank_lines={shape: _blank_lines(found, shape, prefers) for shape in shapes},
        breaks=choose("line break", counts.breaks),
        orders=_orders(found, prefers),
        required={shape: _required(members, prefers) for shape, members in shapes.items()},
        entries=len(found.entries),
    )


def _prefer(seen: Choice[str], wish: str | None) -> Choice[str]:
    return seen if wish is None else Choice(seen.name, wish, "configuration", seen.counts)


def _count(entry: Entry, counts: _Counts) -> None:
    _count_authors(entry, counts)
    if entry.venue is not None and entry.venue.exact:
        venue = entry.venue.venue
        counts.venues.setdefault(venue.key, Counter())[venue.name] += 1
    for link in entry.links:
        if address := arxiv_address(link.url):
            if address.form in ("abs", "pdf"):
                counts.arxiv[address.form] += 1
            counts.versions["with" if address.version else "without"] += 1
        elif (page := publisher_address(link.url)) and page.plain:
            counts.publishers.setdefault(page.host, Counter())[page.form] += 1
    for left, right in pairwise(entry.fields):
        gap = gap_between(entry, left, right)
        if "\n" in gap or "\r" in gap:
            counts.breaks["forced" if forced_break(gap) else "soft"] += 1


def _count_authors(entry: Entry, counts: _Counts) -> None:
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


def _venue_choice(key: str, names: Counter[str]) -> Choice[str]:
    """The list's own form of a venue; below two thirds the known name, if the list uses it at all."""
    return choose(f"venue {key}", names, key if key in names else None)


def _blank_lines(found: AwesomeList, shape: str, prefers: Preferences) -> Choice[int]:
    """How many blank lines stand between two neighbours."""
    counts: Counter[int] = Counter()
    for run in found.runs:
        for left, right in pairwise(run if run[0].shape == shape else ()):
            gap = found.source.text[left.span.end : right.span.start]
            if not gap.strip(" \t\r\n>"):
                counts[found.source.line_of(right.span.start) - found.source.line_of(left.span.end) - 1] += 1
    if prefers.blank_lines is not None:
        return Choice("blank lines between entries", prefers.blank_lines, "configuration", tuple(counts.items()))
    return choose("blank lines between entries", counts, least=3)


def _orders(found: AwesomeList, prefers: Preferences) -> dict[tuple[str, ...], Order]:
    """The order of every section, from all of its runs of one shape."""
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in found.entries:
        groups.setdefault(entry.group, []).append(entry)
    if prefers.order == "none":
        return {}
    if prefers.order is not None:
        return {group: Order(prefers.order, 0, 0) for group in groups}
    inferred = {group: infer_order(members) for group, members in groups.items()}
    return {group: order for group, order in inferred.items() if order is not None}


def _required(entries: list[Entry], prefers: Preferences) -> tuple[str, ...]:
    """The roles that nearly every entry of a shape has."""
    if len(entries) < REQUIRING:
        return prefers.required
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update({"link" if part.role == "address" else part.role for part in entry.fields})
    seen = [
        role
        for role in ("authors", "venue", "date", "link")
        if NEARLY_EVERY * len(entries) <= counts[role] < len(entries)
    ]
    return tuple(dict.fromkeys((*prefers.required, *seen)))
