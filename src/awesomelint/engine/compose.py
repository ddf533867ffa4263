"""A paper as an entry of a list, in that list's own form: one of its entries with other values.

In go a list, its style and what a record says of a paper, out come texts of the entry, the likeliest first. An entry that has as little as possible that the record
does not say lends its form; each of its values is replaced in the list's own way of writing it, and what the record does not say is taken out with its separator.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..entries import AuthorsField, Badge, Date, DateField, Entry, Field, Link, VenueField, VenueTable
from ..entries.dates import iso_date
from ..entries.letters import fold
from ..entries.names import is_initials
from ..entries.papers import paper_id, repository
from ..evidence import Record
from ..finding import Edit
from ..markdown.escape import escaped
from ..style import Style
from ..style.addresses import arxiv_address
from ..style.venue_years import venue_year
from ..style.written_venue import written_venue

# So many entries are tried as a form before the list is given up.
TRIED = 24
# Of more authors no list names all; the first are named, and the others are `et al.`
MOST_NAMED, FIRST_NAMED = 60, 10
_PAPER_LABELS = frozenset(
    "paper title pdf arxiv abs abstract doi link html fulltext openreview preprint article publication url page 论文".split()
)
# A last line that nothing stands in any more.
_ENDLESS = re.compile(r"(?:[ \t]*(?:\\|<br[ \t]*/?>)?[ \t]*(?:\r\n|\n|\r)[ \t>]*(?:[-*+][ \t]*)?)+$")
_STATED = re.compile(r"\d{2,4}(?![0-9A-Fa-f]{1,4}\b)")
_CLOSERS = re.compile(r"\*{1,3}|_{1,3}|~~|[)\]]+")
# What ends a description and nothing else.
_STOP = re.compile(r"[ \t]*[.。;；][ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_CODE_LABELS = frozenset("code github repo repository git source sourcecode official implementation 代码".split())


class Paper(NamedTuple):
    """What is to be written: the record, and the addresses of paper and code."""

    record: Record
    url: str
    code: str = ""

    @property
    def preprint(self) -> bool:
        return not self.record.venue or self.record.kind == "preprint"

    def venue(self, venues: VenueTable) -> str:
        """The venue's usual name, else what the record calls it; the server of a preprint."""
        if self.preprint:
            return "arXiv" if self.record.arxiv else ""
        return venues.usual_name(self.record.venue)

    @property
    def date(self) -> Date | None:
        days = [day for text in self.record.dates if (day := iso_date(text)) is not None]
        best = max(days, key=lambda day: day.precision, default=None)
        return best or (Date(self.record.year) if self.record.year is not None else None)


class Composed(NamedTuple):
    """An entry's text, and the entry that lent its form."""

    text: str
    donor: Entry


def composed(paper: Paper, donors: Sequence[Entry], style: Style, venues: VenueTable) -> Iterator[Composed]:
    """The paper in the form of each of the donors that can lend one, the likeliest first."""
    ranked = sorted(
        (entry for entry in donors if entry.certainty >= Entry.SURE and entry.title is not None and entry.title.exact),
        key=lambda entry: _unlikeness(paper, entry, style, venues),
    )
    seen: set[str] = set()
    for donor in ranked[:TRIED]:
        text = _written(paper, donor, style, venues)
        if text and text not in seen:
            seen.add(text)
            yield Composed(text, donor)


def _unlikeness(paper: Paper, entry: Entry, style: Style, venues: VenueTable) -> tuple[int, ...]:
    """How ill an entry lends its form: what would have to be taken out of it, what it has no place for, how rare its form is."""
    template = style.template_of(entry)
    gone = sum(_value(paper, entry, part, style, venues) is None for part in entry.fields)
    roles = {part.role for part in entry.fields}
    has = {"authors": bool(paper.record.authors), "venue": bool(paper.venue(venues)), "date": paper.date is not None}
    lacking = sum(wanted and role not in roles for role, wanted in has.items())
    lacking += bool(paper.code) and not any(_is_code(part) for part in entry.fields)
    lacking += not any(_is_paper(part) for part in entry.fields)
    other = any(isinstance(part, VenueField) and part.venue.preprint != paper.preprint for part in entry.fields)
    kind = paper_id(paper.url)
    foreign = not any(
        link.paper is not None and kind is not None and link.paper.scheme == kind.scheme for link in entry.links
    )
    fits = template is not None and not template.misfit(entry)
    usual = template.sequences[tuple(dict.fromkeys(part.role for part in entry.fields))] if template is not None else 0
    return 2 * gone + 2 * lacking + other + foreign, not fits, -usual


def _is_code(part: Field) -> bool:
    if isinstance(part, Badge):
        return bool(part.shows.repository) or repository(part.target) is not None
    if part.role == "address":
        return False  # a title opens its work, a paper as well as a repository
    return isinstance(part, Link) and (repository(part.url) is not None or fold(part.text) in _CODE_LABELS)


def _is_paper(part: Field) -> bool:
    if isinstance(part, Badge):
        return paper_id(part.target) is not None
    if not isinstance(part, Link) or _is_code(part):
        return False
    return part.role == "address" or part.paper is not None or fold(part.text) in _PAPER_LABELS


def _written(paper: Paper, donor: Entry, style: Style, venues: VenueTable) -> str:
    """The donor's text with the paper's values; nothing where a value's place is not exact."""
    if paper.url and not any(_is_paper(part) for part in donor.fields):
        return ""
    edits: list[Edit] = []
    gone: list[int] = []
    has_paper = False
    for number, part in enumerate(donor.fields):
        made = _value(paper, donor, part, style, venues)
        if made and _is_paper(part):
            if has_paper:
                made = None  # one address is enough
            has_paper = True
        if made is None:
            gone.append(number)
        else:
            edits += made
    if any(donor.fields[number].role in ("title", "address") for number in gone):
        return ""
    edits += _taken_out(donor, gone)
    return _applied(donor, edits)


def _applied(donor: Entry, edits: Sequence[Edit]) -> str:
    text, made, at = donor.source.text, [], donor.span.start
    for edit in sorted(set(edits)):
        if edit.start < at:
            return ""  # two values in one place: this entry lends no form
        made += [text[at : edit.start], edit.text]
        at = edit.end
    return _ENDLESS.sub("", "".join([*made, text[at : donor.span.end]]))


def _taken_out(donor: Entry, gone: Sequence[int]) -> Iterator[Edit]:
    """Edits that take fields out, each with the separator before it; a cell stays as an empty one."""
    if donor.html:
        # Tags have partners: only the words between them go.
        yield from (Edit(donor.fields[number].span.start, donor.fields[number].span.end, "") for number in gone)
        return
    if donor.kind == "row":
        yield from _emptied(donor, gone)
        return
    out, fields = set(gone), donor.fields
    at = 0
    while at < len(fields):
        if at not in out:
            at += 1
            continue
        last = at
        while last + 1 in out:
            last += 1
        start = fields[at - 1].outer.end if at else fields[0].outer.start
        end = fields[last].outer.end
        if at == 0 and last + 1 < len(fields):
            end = fields[last + 1].outer.start
        if last + 1 == len(fields) and _STOP.fullmatch(donor.source.text, end, donor.span.end):
            end = donor.span.end
        start += _closing(donor.source.text[start:end])
        yield Edit(start, end, "")
        at = last + 1


def _closing(stretch: str) -> int:
    """How much of a stretch closes what began before it: marks of emphasis and brackets without a partner in it."""
    found = _CLOSERS.match(stretch)
    if found is None:
        return 0
    mark = found[0]
    opened = (
        stretch.count("(") + stretch.count("[") < stretch.count(")") + stretch.count("]")
        if mark[0] in ")]"
        else stretch.count(mark) % 2 == 1
    )
    return len(mark) if opened else 0


def _emptied(donor: Entry, gone: Sequence[int]) -> Iterator[Edit]:
    """Edits that take fields out of a row: a cell in which no other field stands loses all its words."""
    text, span = donor.source.text, donor.span
    bars = [span.start - 1, *(found.start() for found in _BAR.finditer(text, span.start, span.end)), span.end]
    kept = [part.outer for number, part in enumerate(donor.fields) if number not in set(gone)]
    for left, right in itertools.pairwise(bars):
        low, high = left + 1, right
        inside = [donor.fields[number].outer for number in gone if low <= donor.fields[number].outer.start < high]
        if not inside:
            continue
        if not any(low <= outer.start < high for outer in kept):
            yield Edit(low, high, " ")
            continue
        for outer in inside:
            before = max((one.end for one in kept if low <= one.end <= outer.start), default=outer.start)
            yield Edit(before, min(outer.end, high), "")


def _value(paper: Paper, donor: Entry, part: Field, style: Style, venues: VenueTable) -> list[Edit] | None:
    """How a field is written for the paper: edits of the donor's text; None where the record does not say it."""
    record = paper.record
    words: str | None = None
    if part.role == "title":
        words = _title(paper, donor)
    elif part.role == "acronym":
        head, colon, _ = record.title.partition(":")
        words = head.strip() if colon and " " not in head.strip() else None
    elif isinstance(part, AuthorsField):
        words = _authors(record.authors, part, style) if record.authors else None
    elif isinstance(part, VenueField):
        words = _venue(paper, donor, part, style, venues)
    elif isinstance(part, DateField):
        words = _date(paper, part, style)
    elif isinstance(part, Link):
        return _link(paper, donor, part, style)
    elif isinstance(part, Badge):
        return _badge(paper, donor, part, style)
    if words is None or not words:
        return None
    shown = _shown(words, donor)
    return [Edit(part.span.start, part.span.end, shown)]


def _shown(words: str, donor: Entry) -> str:
    if donor.html:
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped(words, donor.kind == "row")


def _title(paper: Paper, donor: Entry) -> str:
    """The title, without the short name that has a field of its own."""
    title = paper.record.title
    acronym = donor.acronym
    head, colon, rest = title.partition(":")
    apart = (
        acronym is not None and donor.title is not None and not fold(donor.title.text).startswith(fold(acronym.text))
    )
    return rest.strip() if apart and colon and " " not in head.strip() and rest.strip() else title


def _authors(names: Sequence[str], part: AuthorsField, style: Style) -> str:
    """The names as the list writes them: separators, initials, surnames first, and `et al.` where the donor has it."""
    own = part.authors
    between = [part.text[first:last] for first, last in own.separators]
    separator = style.author_separator.value or (between[0] if between else ", ")
    last = style.last_separator.value or (between[-1] if len(between) > 1 else separator)
    people = list(names)
    if _abbreviates(own.names):
        people = [_initialled(name) for name in people]
    if own.inverted:
        people = [_inverted(name) for name in people]
    short = own.et_al is not None and len(people) > len(own.people)
    if short:
        people = people[: max(1, len(own.people))]
    elif len(people) > MOST_NAMED:
        people, short = people[:FIRST_NAMED], True
    if short or len(people) < 2:
        shown = separator.join(people)
    else:
        shown = separator.join(people[:-1]) + (last if len(people) > 1 else "") + people[-1]
    if short:
        gap = part.text[own.people[-1].end : own.et_al[0]] if own.people and own.et_al is not None else " "
        written = part.text[own.et_al[0] : own.et_al[1]] if own.et_al is not None else "et al."
        shown += (gap or " ") + (style.et_al.value or written)
    return shown


def _abbreviates(names: Sequence[str]) -> bool:
    """Whether the first names are initials throughout."""
    heads = [name.split()[0] for name in names if len(name.split()) > 1]
    return len(heads) > 1 and all(is_initials(head) for head in heads)


def _initialled(name: str) -> str:
    words = name.split()
    return " ".join([*(word if is_initials(word) else word[0] + "." for word in words[:-1]), *words[-1:]])


def _inverted(name: str) -> str:
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if first else name


def _venue(paper: Paper, donor: Entry, part: VenueField, style: Style, venues: VenueTable) -> str | None:
    called = paper.venue(venues)
    if not called:
        return None
    year = paper.date.year if paper.date is not None else None
    if part.venue.year is None or (part.venue.preprint != paper.preprint and paper.preprint):
        year = year if part.venue.year is not None and donor.date is None else None
    own = venue_year(part)
    return written_venue(called, year, donor, style, venues, own.form if own is not None else " 2023")


def _date(paper: Paper, part: DateField, style: Style) -> str | None:
    date = paper.date
    if date is None:
        return None
    precision = min(date.precision, part.date.precision)
    date = Date(date.year, date.month if precision > 1 else None, date.day if precision > 2 else None)
    return style.dates.write(date, part.form) or part.form.write(date)


def _link(paper: Paper, donor: Entry, link: Link, style: Style) -> list[Edit] | None:
    place = link.url_span
    if place is None:
        return None
    code = _is_code(link)
    url = paper.code if code else _address(paper.url, style)
    if not url or not (code or _is_paper(link)):
        return None
    label = _label(paper, link, url, style)
    if label is None:
        return None
    edits = [Edit(*place, url.replace("&", "&amp;") if donor.html else url)]
    if label != link.text:
        at = donor.source.text.find(link.text, link.span.start, link.span.end)
        if at < 0 or at < place.end <= at + len(link.text):
            return None
        edits.append(Edit(at, at + len(link.text), label))
    return edits


def _label(paper: Paper, link: Link, url: str, style: Style) -> str | None:
    """What a link of the donor's is called for the paper; None for a label that speaks of the donor alone."""
    if link.role == "address" or not link.text:
        return link.text
    key, old, new = fold(link.text), link.paper, paper_id(url)
    repositories = repository(link.url), repository(url)
    if old is not None and new is not None and fold(old.number) == key:
        return new.number
    if repositories[0] is not None and repositories[1] is not None:
        for mine, other in (
            (repositories[0], repositories[1]),
            (repositories[0].partition("/")[2], repositories[1].partition("/")[2]),
        ):
            if fold(mine) == key:
                return other
    if old is not None and new is not None and new.scheme != old.scheme and key == old.scheme:
        # A label that names another host: what the list calls papers otherwise.
        label = style.links.names.get("paper", "paper")
        return label if fold(label) != old.scheme else "paper"
    known = (
        key in _PAPER_LABELS
        or key in _CODE_LABELS
        or (key in style.links.labels and not any(char.isdigit() for char in key))
    )
    return link.text if known else None


def _address(url: str, style: Style) -> str:
    """An arXiv address in the list's form; any other as it is."""
    arxiv = arxiv_address(url)
    form = style.arxiv.value
    return arxiv.write(form, style.arxiv_suffix.value == "with") if arxiv is not None and form is not None else url


def _badge(paper: Paper, donor: Entry, badge: Badge, style: Style) -> list[Edit] | None:
    """A badge that counts the code's stars, or a static one that opens code or paper; None for one that says what the paper does not."""
    if badge.image_span is None or (badge.target and badge.target_span is None):
        return None
    new = repository(paper.code) if paper.code else None
    old = badge.shows.repository or (repository(badge.target) or "")
    if old:
        if new is None or (badge.shows.repository and badge.image.count(old) != 1):
            return None
        edits = [Edit(*badge.image_span, badge.image.replace(old, new))]
        return edits + ([Edit(*badge.target_span, paper.code)] if badge.target_span is not None else [])
    shown, opened = paper_id(badge.target), paper_id(paper.url)
    if shown is None or opened is None or shown.scheme != opened.scheme or badge.target_span is None:
        return None
    image = badge.image.replace(shown.number, opened.number)
    words = image.replace(opened.number, "")
    if _STATED.search(words.partition("?")[0].rpartition("/badge/")[2]):
        return None  # a year or a number of the donor's own
    return [Edit(*badge.image_span, image), Edit(*badge.target_span, _address(paper.url, style))]
