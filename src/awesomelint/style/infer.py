"""AwesomeList -> Style: the form of a list, inferred from the list itself.

In goes a list that was read and what the configuration prefers, out comes a frozen `Style` with
the counts behind every choice. It is inferred once a run and handed to every rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..entries import AwesomeList, Entry, Field
from ..entries.names import looks_like_name
from .addresses import PUBLISHER_DEFAULTS, settled
from .badges import BadgeStyle, infer_badges
from .breaks import BreakStyle, infer_breaks
from .choice import Choice, choose
from .counts import Counts, count
from .dates import DateStyle, infer_dates
from .descriptions import begins, described, ends
from .links import LinkStyle, infer_links
from .notation import Pattern
from .order import Order, infer_order, like_the_rest
from .preferences import Preferences
from .template import Template, infer_template
from .venue_years import infer_venue_years
from .written import template_of_pattern

# "Nearly every entry has it": below this share a field is optional.
NEARLY_EVERY = 0.9
# Where fewer of a list's entries name authors, what looks like names is likelier something else.
NAMING = 0.3
# A section whose habit is its own is held to that: it needs so many entries.
SECTION = 5
# The dress of titles between two neighbours is settled by more than so many.
LEAST_DRESSED = 3
_REQUIRABLE = ("authors", "venue", "date", "link")
_JOINED = re.compile(r"(?:\band|&)\s*$")
_JOINING = re.compile(r"[\s,;*_]*(?:and\b|&)")
# A field is required of the rest only where the habit rests on so many entries.
REQUIRING = 10
# From so many addresses on a default against the majority is no help.
LARGE = 50


@dataclass(frozen=True, eq=False)
class Style:
    """How each field of a list is written. A choice of None means: say nothing."""

    templates: Mapping[str | tuple[str, ...], Template]
    """By shape, and by section and shape where a section has entries enough for a habit of its own."""
    dates: DateStyle
    author_separator: Choice[str]
    last_separator: Choice[str]
    bibtex_names: Choice[str]
    et_al: Choice[str]
    initials: Choice[str]
    venues: Mapping[str, Choice[str]]
    arxiv: Choice[str]
    arxiv_suffix: Choice[str]
    versions: Choice[str]
    publishers: Mapping[str, Choice[str]]
    blank_lines: Mapping[str | tuple[str, ...], Choice[int]]
    breaks: BreakStyle
    orders: Mapping[tuple[str, ...], Order]
    required: Mapping[str | tuple[str, ...], tuple[str, ...]]
    bullets: Mapping[str | tuple[str, ...], Choice[str]]
    venue_years: Mapping[str, Choice[str]]
    description_case: Choice[str]
    description_stops: Mapping[str | tuple[str, ...], Choice[str]]
    links: LinkStyle
    badges: BadgeStyle

    def template_of(self, entry: Entry) -> Template | None:
        """The template that an entry is held to."""
        return self.templates.get(entry.group) or self.templates.get(entry.shape)

    def title_dress(self, entry: Entry) -> tuple[str, str] | None:
        """What stands around titles beside the neighbours that this one has, where the list has settled it."""
        template = self.template_of(entry)
        if template is None or entry.title is None or not template.usual(entry):
            return None
        at = entry.fields.index(entry.title)
        left = entry.fields[at - 1].role if at else ""
        right = entry.fields[at + 1].role if at + 1 < len(entry.fields) else ""
        for one in (template.local, template):
            for key in ((left, "title", right), (left, "title")):
                choice = one.dresses.get(key) if one is not None else None
                if choice is not None and sum(n for _, n in choice.counts) > LEAST_DRESSED:
                    return choice.value
        return None

    def description_stop_of(self, entry: Entry) -> Choice[str] | None:
        """How the descriptions around an entry end: its section's way, else the list's."""
        return self.description_stops.get(entry.group) or self.description_stops.get(entry.shape)

    def blank_lines_of(self, entry: Entry) -> int | None:
        """How many blank lines stand before an entry."""
        choice = self.blank_lines.get(entry.group) or self.blank_lines.get(entry.shape)
        return choice.value if choice is not None else None

    def required_of(self, entry: Entry) -> tuple[str, ...]:
        """The roles that an entry like this one has nearly always."""
        own = self.required.get(entry.group)
        return own if own is not None else self.required.get(entry.shape, ())

    def trusts_authors(self, entry: Entry) -> bool:
        """Whether an entry's authors are people beyond doubt; remembered, since seven rules ask."""
        known = self._trusted.get(entry)
        if known is None:
            known = self._trusted[entry] = self._trusts(entry)
        return known

    @cached_property
    def _trusted(self) -> dict[Entry, bool]:
        return {}

    def _trusts(self, entry: Entry) -> bool:
        """Whether an entry's authors are people beyond doubt: the list names authors, in this place, and these look like names."""
        template = self.template_of(entry)
        part = entry.authors
        if template is None or part is None or not part.exact or _goes_on(entry, part):
            return False
        at = entry.fields.index(part)
        before = entry.fields[at - 1].role if at else ""
        pair = template.gaps.get((before, "authors"))
        if (
            entry.certainty < Entry.SURE
            or (pair is None and at)
            or (pair is not None and sum(n for _, n in pair.counts) < 2)
        ):
            return False
        slot = template.slot("authors")
        likely = sum(looks_like_name(person.name) for person in part.authors.people)
        return slot is not None and slot.share >= NAMING and 2 * likely > len(part.authors.people)

    @cached_property
    def choices(self) -> tuple[Choice[str], ...]:
        """Every choice over words, in the handbook's order, for `awesomelint style`."""
        single = (*self.dates.choices, self.author_separator, self.last_separator, self.bibtex_names, self.et_al)
        rest = (self.initials, self.arxiv, self.versions, *self.publishers.values(), self.breaks.shown)
        return (*single, *rest, *self.venues.values())


def infer(found: AwesomeList, preferences: Preferences | None = None) -> Style:
    """The style of a list; what the configuration prefers stands above what was seen."""
    prefers = preferences or Preferences()
    counts = Counts()
    for entry in found.entries:
        count(entry, counts)
    shapes: dict[str, list[Entry]] = {}
    for entry in found.entries:
        shapes.setdefault(entry.shape, []).append(entry)
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in found.entries:
        groups.setdefault(entry.group, []).append(entry)
    lasts, own = counts.lasts, {name for name, _ in prefers.venues}
    return Style(
        templates=_templates(shapes, groups, prefers),
        dates=infer_dates(found.entries, prefers.date),
        author_separator=_prefer(choose("author separator", counts.separators, ", "), prefers.author_separator),
        last_separator=_prefer(choose("separator before the last author", lasts, None), prefers.last_author_separator),
        bibtex_names=_prefer(choose("author names", counts.names, "First Last"), prefers.author_names),
        et_al=_prefer(choose("et al.", counts.et_al, "et al."), prefers.et_al),
        initials=_prefer(choose("initials", counts.initials, "A. Name"), prefers.initials),
        venues={key: _venue_choice(key, names, own) for key, names in counts.venues.items()},
        arxiv=_prefer(_arxiv(counts.arxiv), prefers.arxiv_address),
        arxiv_suffix=choose("`.pdf` behind arXiv's numbers", counts.suffixes, "without"),
        versions=_prefer(choose("arXiv version", counts.versions, "without"), prefers.arxiv_version),
        publishers={
            host: choose(f"{host} address", settled(forms), PUBLISHER_DEFAULTS[host])
            for host, forms in counts.publishers.items()
        },
        blank_lines=_blank_lines(found, prefers),
        breaks=infer_breaks(found.entries, prefers.line_break),
        orders=_orders(found, prefers),
        required=_required(shapes, groups, prefers),
        bullets=_by_group(found.entries, "bullet", _bullet, prefers.bullet),
        venue_years=infer_venue_years(found.entries, prefers.venue_year),
        description_case=_prefer(
            choose("descriptions begin with", _described(found.entries, begins), least=SECTION),
            prefers.description_case,
        ),
        description_stops=_by_group(found.entries, "descriptions end with", _stop, prefers.description_stop),
        links=infer_links(found.entries, dict(prefers.labels), prefers.link_brackets),
        badges=infer_badges(found.entries, prefers.badge, prefers.badge_words),
    )


def _by_group(
    entries: Iterable[Entry], name: str, of: Callable[[Entry], str], wish: str | None = None
) -> dict[str | tuple[str, ...], Choice[str]]:
    """A choice by shape, and by section where one has entries enough and has settled it."""
    counts: dict[str | tuple[str, ...], Counter[str]] = {}
    for entry in entries:
        if value := of(entry):
            for key in (entry.shape, entry.group):
                counts.setdefault(key, Counter())[value] += 1
    if wish is not None:
        return {key: Choice(name, wish, "configuration", tuple(seen.items())) for key, seen in counts.items()}
    choices = {key: choose(name, seen, least=3) for key, seen in counts.items()}
    return {
        key: choice
        for key, choice in choices.items()
        if isinstance(key, str) or (_plainly(choice) and choice.value != choices[key[-1]].value)
    }


def _plainly(choice: Choice[str]) -> bool:
    """Whether a section has a habit of its own beyond doubt."""
    total = sum(n for _, n in choice.counts)
    if len(choice.counts) == 1 and total >= SECTION - 2:
        return True
    return choice.value is not None and total >= REQUIRING and choice.counts[0][1] >= NEARLY_EVERY * total


def _bullet(entry: Entry) -> str:
    mark = entry.source.text[entry.span.start] if entry.kind == "item" and not entry.html else ""
    return mark if mark in ("-", "*", "+") else ""


def _stop(entry: Entry) -> str:
    part = described(entry)
    return ends(entry, part) if part is not None else ""


def _described(entries: Iterable[Entry], of: Callable[[Field], str]) -> Counter[str]:
    return Counter(value for entry in entries if (part := described(entry)) is not None and (value := of(part)))


def _prefer(seen: Choice[str], wish: str | None) -> Choice[str]:
    return seen if wish is None else Choice(seen.name, wish, "configuration", seen.counts)


def _arxiv(counts: Counter[str]) -> Choice[str]:
    """abs or pdf; in a large list without two thirds nothing, if the default would rewrite the greater part of it."""
    choice = choose("arXiv address", counts, "abs")
    against = choice.by == "default" and counts["pdf"] > counts["abs"] and counts.total() >= LARGE
    return choice._replace(value=None, by="nobody") if against else choice


def _venue_choice(key: str, names: Counter[str], own: set[str]) -> Choice[str]:
    """The list's own form of a venue; below two thirds the known name, where the forms differ in case alone."""
    if key in own:
        return Choice(f"venue {key}", key, "configuration", tuple(names.items()))
    same = len({name.casefold() for name in names}) == 1
    if same and key in names:
        return Choice(f"venue {key}", key, "list", tuple(names.most_common()))  # the official spelling is nobody's slip
    return choose(f"venue {key}", names, least=3)


def _goes_on(entry: Entry, part: Field) -> bool:
    """Whether names seem to go on beyond the field: a note, an `and` or a loose mark stands beside it."""
    at = entry.fields.index(part)
    beside = entry.fields[max(0, at - 1) : at] + entry.fields[at + 1 : at + 2]
    text = entry.source.text
    before, after = text[entry.span.start : part.outer.start], text[part.outer.end : entry.span.end]
    return any(one.role == "note" for one in beside) or bool(_JOINED.search(before) or _JOINING.match(after))


def _templates(
    shapes: dict[str, list[Entry]], groups: dict[tuple[str, ...], list[Entry]], prefers: Preferences
) -> dict[str | tuple[str, ...], Template]:
    """The template of every shape, and of every section that is large enough, with its shape's above it.

    A written template stands for every shape of its layout, in all sections.
    """
    found: dict[str | tuple[str, ...], Template] = {}
    for shape, members in shapes.items():
        template = infer_template(shape, members)
        if template is not None:
            found[shape] = template
    for group in groups:
        wish = prefers.wish_for(group[:-1])
        if wish is not None and wish.template is not None and _holds(wish.template, group[-1]):
            found[group] = template_of_pattern(wish.template, group[-1], found.get(group[-1]))
    written = prefers.template
    if written is not None:
        for shape in shapes:
            if _holds(written, shape):
                found[shape] = template_of_pattern(written, shape, found.get(shape))
        return found
    for group, members in groups.items():
        shape = group[-1]
        if SECTION <= len(members) < len(shapes[shape]) and shape in found and group not in found:
            local = infer_template(shape, members)
            if local is not None:
                found[group] = found[shape]._replace(local=local)
    return found


def _holds(written: Pattern, shape: str) -> bool:
    """Whether entries of a shape can be written in a template: rows in a table's, all others in the rest."""
    return (written.layout == "table") == shape.startswith("row:")


def _blank_lines(found: AwesomeList, prefers: Preferences) -> dict[str | tuple[str, ...], Choice[int]]:
    """How many blank lines stand between two neighbours, by shape and by section."""
    counts: dict[str | tuple[str, ...], Counter[int]] = {}
    for run in found.runs:
        for left, right in pairwise(run):
            gap = found.source.text[left.span.end : right.span.start]
            if not gap.strip(" \t\r\n>"):
                lines = found.source.line_of(right.span.start) - found.source.line_of(left.span.end) - 1
                for key in (right.shape, right.group):
                    counts.setdefault(key, Counter())[lines] += 1
    name = "blank lines between entries"
    if prefers.blank_lines is not None:
        return {
            key: Choice(name, prefers.blank_lines, "configuration", tuple(seen.items())) for key, seen in counts.items()
        }
    choices = {
        key: choose(name, seen, least=3 if isinstance(key, str) else SECTION - 1) for key, seen in counts.items()
    }
    return {
        key: choice
        for key, choice in choices.items()
        if isinstance(key, str) or (_plain(choice) and choice.value != choices[key[-1]].value)
    }


def _plain(choice: Choice[int]) -> bool:
    """Whether a section plainly departs from the list: nearly all of it, and by no more than a blank line."""
    return choice.value in (0, 1) and choice.counts[0][1] >= NEARLY_EVERY * sum(n for _, n in choice.counts)


def _orders(found: AwesomeList, prefers: Preferences) -> dict[tuple[str, ...], Order]:
    """The order of every section, from all of its runs of one shape."""
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in found.entries:
        groups.setdefault(entry.group, []).append(entry)
    orders: dict[tuple[str, ...], Order] = {}
    for group, members in groups.items():
        wish = prefers.wish_for(group[:-1])
        wanted = (wish.order if wish is not None else None) or prefers.order
        order = infer_order(members) if wanted is None else Order(wanted, 0, 0)
        if order is not None and wanted != "none":
            orders[group] = order
    if prefers.order is None and not prefers.sections:
        orders |= {
            group: order
            for group, members in groups.items()
            if group not in orders and (order := like_the_rest(members, orders.values()))
        }
    return orders


def _required(
    shapes: dict[str, list[Entry]], groups: dict[tuple[str, ...], list[Entry]], prefers: Preferences
) -> dict[str | tuple[str, ...], tuple[str, ...]]:
    """The roles that nearly every entry of a shape has, for each section in which most have them."""
    usual: dict[str, tuple[str, ...]] = {}
    for shape, members in shapes.items():
        if len(members) >= REQUIRING:
            counts = _having(members)
            usual[shape] = tuple(
                role for role in _REQUIRABLE if NEARLY_EVERY * len(members) <= counts[role] < len(members)
            )
    found: dict[str | tuple[str, ...], tuple[str, ...]] = {
        shape: tuple(dict.fromkeys((*prefers.required, *roles))) for shape, roles in usual.items()
    }
    for group, members in groups.items():
        counts = _having(members)
        here = [role for role in usual.get(group[-1], ()) if 2 * counts[role] > len(members)]
        wish = prefers.wish_for(group[:-1])
        found[group] = tuple(dict.fromkeys((*prefers.required, *(wish.required if wish else ()), *here)))
    return found


def _having(entries: list[Entry]) -> Counter[str]:
    """How many entries have each role; a venue's year is a date."""
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update({"link" if part.role == "address" else part.role for part in entry.fields})
    counts["date"] = sum(entry.when is not None for entry in entries)
    return counts
