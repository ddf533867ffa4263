"""Segments -> fields: the roles of a candidate become values at their places.

In go a candidate's atoms with the roles that the search gave them, out comes the entry that they make; whether it is one is for `judge.py` to say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..entries.badges import BadgeImage, badge_image
from ..entries.dates import MONTH_NAME, Date, find_date
from ..entries.dress import dressed
from ..entries.model import AuthorsField, Badge, DateField, Entry, Field, Link, VenueField, Words
from ..entries.papers import paper_id, repository, without_scheme
from ..entries.people import read_authors
from ..entries.venues import VenueTable
from ..markdown import HTML, Inline, plain
from ..source import Source, Span
from .atom import Atom, Flat
from .candidates import Candidate
from .plain import Segment
from .vocabulary import folded, is_label

_CLOSERS = {"(": ")", "[": "]", "（": "）", "“": "”", '"': '"', "{": "}", "【": "】"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_BRACKET = re.compile("[" + re.escape("".join({*_CLOSERS, *_OPENERS})) + "]")
_LABEL_PAIRS = {"[": "]", "(": ")", "【": "】"}
_ABBREVIATED = re.compile(r"(?:\bal|\b[A-Z]|\bJr)$")
_BARE = re.compile(r"[^\W\d_]{2} (?:[A-Z]{1,3}|[A-Z](?:[ -][A-Z]){1,2})$")
_HEADING_DATE = re.compile(rf"\W*(?:{MONTH_NAME}\.?,? )?(?:19|20)\d\d(?:[-./]\d\d?)?\W*(?:\(\d+[^)]*\))?\W*")
# The words before a bare URL that name it: `Available at: https://…`.
LONGEST_LABEL = 3
_SOURCE = re.compile(r"(?:available|accessible|disponible|disponível|verfügbar|accessed|retrieved|source)\b", re.I)
_ROLES = frozenset("title authors venue date acronym description link badge address".split())


def with_heading(entry: Entry, venues: VenueTable) -> Entry:
    """The entry with the venue and date of the heading above, where it has none of its own."""
    venue = date = None
    for title in reversed(entry.section):
        if venue is None and entry.venue is None:
            seen = venues.read(title)
            known = seen.alias is not None and seen.alias.kind in ("name", "full", "form", "former")
            # A heading without a year may well name a topic: AutoML, Speech, Nature.
            if known and (seen.year is not None or seen.preprint):
                venue = seen
        if date is None and entry.when is None and (found := _HEADING_DATE.fullmatch(title.strip())):
            date = find_date(found[0])
    year = Date(venue.year) if venue is not None and venue.year is not None and entry.when is None else None
    if venue is None and date is None:
        return entry
    return replace(entry, heading_venue=venue, heading_date=date.date if date is not None else year)


class Fields:
    """Makes the fields of one candidate from its segments."""

    def __init__(
        self, source: Source, candidate: Candidate, flat: Flat, segments: list[Segment], venues: VenueTable
    ) -> None:
        self.source = source
        self.text = source.text
        self.candidate = candidate
        self.flat = flat
        self.segments = segments
        self.venues = venues
        self.atoms = [atom for atom in flat.atoms if atom.kind != "key"]
        self.keys = [atom for atom in flat.atoms if atom.kind == "key"]
        self.fields: list[Field] = []
        self.called: dict[str, str] = {}
        self.own: set[int] = set()

    def entry(self) -> Entry:
        self.own = self.own_fields()
        for number, segment in enumerate(self.segments):
            if number not in self.own:
                self.segment(segment)
                if segment.role == "description" and (whole := self.sentence(segment)):
                    self.fields[-1] = self.fields[-1]._replace(text=whole, exact=False)
        fields = sorted(self.fields, key=lambda part: part.span)
        candidate = self.candidate
        span = Span(candidate.start, candidate.end)
        shown = tuple(self.with_dress(fields, span))
        return Entry(
            self.source,
            candidate.kind,
            span,
            shown,
            candidate.path,
            candidate.shape,
            self.certainty(),
            html=candidate.leaves[0].block.marker == HTML,
            names=tuple(self.called.items()),
        )

    def own_fields(self) -> set[int]:
        """Make the fields of the list's own: what stands under a header or a key that names nothing else."""
        made: set[int] = set()
        cells: dict[tuple[int, int, str], list[int]] = {}
        for number, segment in enumerate(self.segments):
            atom = self.atoms[segment.first]
            if segment.role == "note" and atom.kind == "text" and atom.name and atom.key in ("own", ""):
                cells.setdefault((atom.cell, 0 if atom.cell else atom.line, atom.name), []).append(number)
        for (_, _, name), numbers in cells.items():
            if numbers[-1] - numbers[0] + 1 != len(numbers):
                continue  # a link stands in it
            atoms = self.atoms[self.segments[numbers[0]].first : self.segments[numbers[-1]].last]
            role = folded(name).replace(" ", "-") or "note"
            if role not in _ROLES:
                self.called.setdefault(role, name.strip())
                self.fields.append(self.words(role, atoms))
                made.update(numbers)
        return made

    def certainty(self) -> float:
        """The share of the segments whose role has evidence of its own; what the list has of its own needs none."""
        judged = [
            part
            for number, part in enumerate(self.segments)
            if part.role not in ("badge", "link", "address") and number not in self.own
        ]
        if judged and judged[0].role == "title" and judged[0].score > 1.0:
            judged = [part for part in judged if part.role != "description"]
        if not judged:
            return 0.0
        sure = sum(part.score > 1.0 for part in judged if part.role != "note")
        return sure / len(judged)

    def segment(self, segment: Segment) -> None:
        atoms = self.atoms[segment.first : segment.last]
        lead = atoms[0]
        if segment.role == "badge":
            self.fields.append(self.badge(lead))
        elif segment.role == "address":
            self.fields.append(self.target(segment, lead))
        elif segment.role == "link":
            assert lead.node is not None
            self.fields.append(self.link(lead, lead.node))
        elif lead.kind == "image" and lead.node is not None and lead.node.kind == "link" and lead.node.url:
            self.fields.append(self.link(lead, lead.node)._replace(text=lead.name if lead.cell or lead.name else ""))
        elif segment.role == "note" and lead.kind == "image":
            self.fields.append(Words("note", Span(lead.start, lead.end), Span(lead.start, lead.end), "", False))
        elif lead.kind == "link" and len(atoms) == 1:
            self.linked(segment.role, lead)
        else:
            self.fields.append(self.words(segment.role, atoms))

    def sentence(self, segment: Segment) -> str:
        """A description whole, where its sentence goes on in a link and behind it: `An editor, see [nu](…) for more`."""
        last = segment.last
        for at in range(segment.last, len(self.atoms)):
            atom, before = self.atoms[at], self.atoms[at - 1]
            if atom.line != before.line or atom.cell != before.cell or atom.before.strip(" ,"):
                break
            linked = atom.kind == "link" and not atom.label and not atom.enclosed
            begins = self.flat.seen[atom.first : atom.first + 1]
            goes_on = atom.kind == "text" and before.kind == "link" and begins.islower()
            if not (linked or goes_on or (atom.kind == before.kind == "text" and last == at)):
                break
            last = at + 1
        whole = self.flat.seen[self.atoms[segment.first].first : self.atoms[last - 1].last]
        return " ".join(whole.split()) if last > segment.last else ""

    def words(self, role: str, atoms: list[Atom]) -> Field:
        start, end = self.widened(role, atoms)
        seen = self.flat.seen[atoms[0].first : atoms[-1].last]
        raw = self.text[start:end]
        closed = raw == seen or (
            len(raw) != len(seen) and raw.strip('()[]{}“”"（）【】.') == seen.strip('()[]{}“”"（）【】.')
        )
        closed = closed and "\n" not in raw
        closed = closed and "\xa0" not in raw
        text = raw if closed else " ".join(seen.split())
        # A run of authors that was found as one, under no header: the head of a written-out reference.
        reference = len(atoms) == 1 and atoms[0].key == "authors" and not (atoms[0].name or atoms[0].in_link)
        made = _field(role, Span(start, end), text, closed, self.venues, reference)
        if isinstance(made, AuthorsField):
            links = tuple(self.link(atom, atom.node) for atom in atoms if atom.kind == "link" and atom.node is not None)
            return made._replace(links=links) if links else made
        return made

    def widened(self, role: str, atoms: list[Atom]) -> tuple[int, int]:
        """The span with the brackets that the segment itself opened or closed, and the stop of `et al.`"""
        start, end = atoms[0].start, atoms[-1].end
        words = self.text[start:end]
        for opener in _BRACKET.findall(words):
            closer = _CLOSERS.get(opener, opener)
            opener = _OPENERS.get(opener, opener)
            after, before = self.text[end : end + 1], self.text[start - 1 : start]
            surplus = words.count(opener) % 2 if opener == closer else words.count(opener) - words.count(closer)
            if surplus > 0 and after == closer:
                end += 1
            elif surplus > 0 and after == "." and self.text[end + 1 : end + 2] == closer:
                end += 2  # `Some Methods (1st ed.)`
            elif surplus and before == opener and (surplus < 0 or opener == closer):
                start -= 1
            words = self.text[start:end]
        # A stop behind `Noether E` ends the sentence, one behind `Noether, E` the initial.
        if (
            role == "authors"
            and self.text[end : end + 1] == "."
            and _ABBREVIATED.search(words)
            and not _BARE.search(words)
        ):
            end += 1
        return start, end

    def linked(self, role: str, atom: Atom) -> None:
        """A title, venue or acronym that is a link: the words are one field, the address another."""
        node = atom.node
        assert node is not None
        seen = self.flat.seen[atom.first : atom.last]
        start, end = _core(self.text, node.inner_start, node.inner_end)
        text = self.text[start:end]
        plain_words = _unquoted(_label(seen).rstrip(" .,;:").lstrip(" ,;:"))
        exact = text == plain_words
        words = _field(role, Span(start, end), text if exact else plain_words, exact, self.venues)
        if node.kind == "autolink":
            self.fields.append(words)
            return
        # The link's own marks belong to the two fields that it is made of: `[` to the words, `](…)` to the address.
        words_outer, outer = _halves(node)
        self.fields.append(words._replace(outer=words_outer))
        label = "title" if role == "title" else plain_words
        self.fields.append(_address(node, outer, label))

    def target(self, segment: Segment, atom: Atom) -> Link:
        """The address of a link whose words are fields of their own."""
        node = atom.node
        assert node is not None
        inside = [
            one for one in self.segments if one.last <= segment.first and self.atoms[one.first].start >= node.start
        ]
        label = "title" if any(one.role == "title" for one in inside) else _label(plain(node.children))
        outer = _halves(node)[1]
        return _address(node, outer, label)

    def link(self, atom: Atom, node: Inline) -> Link:
        seen = self.flat.seen[atom.first : atom.last].replace("\ufffc", "")
        label = _label(seen)
        if node.kind == "autolink" or _without_scheme(label) == _without_scheme(node.url):
            label = self.key_before(atom)
        place = Span(node.url_start, node.url_end) if node.url_start >= 0 else None
        span = Span(node.start, node.end)
        return Link(
            "link", span, span, label, True, node.url, place, paper_id(node.url), repository(node.url), node.reference
        )

    def key_before(self, atom: Atom) -> str:
        """`Paper` in `- Paper: https://…`."""
        keys = [key for key in self.keys if key.line == atom.line and key.last <= atom.first]
        if keys:
            return self.flat.seen[keys[-1].first : keys[-1].last]
        at = self.atoms.index(atom)
        before = self.atoms[at - 1] if at and self.atoms[at - 1].line == atom.line else None
        words = self.flat.seen[before.first : before.last] if before is not None and before.kind == "text" else ""
        named = len(words.split()) <= LONGEST_LABEL and (is_label(words) or _SOURCE.match(words) is not None)
        return words if named and atom.before.strip() in (":", "：") else ""

    def badge(self, atom: Atom) -> Badge:
        node = atom.node
        assert node is not None
        image = node if node.kind == "image" else next(child for child in node.walk() if child.kind == "image")
        span = Span(node.start, node.end)
        shows = badge_image(image.url) or BadgeImage("", "")
        place = Span(image.url_start, image.url_end) if image.url_start >= 0 else None
        linked = node is not image
        target = Span(node.url_start, node.url_end) if linked and node.url_start >= 0 else None
        text = self.flat.seen[atom.first : atom.last].replace("\ufffc", "")
        return Badge("badge", span, span, text, True, image.url, place, node.url if linked else "", target, shows)

    def with_dress(self, fields: list[Field], span: Span) -> list[Field]:
        """Each field with the marks that stand around it alone."""
        shown: list[Field] = []
        for number, part in enumerate(fields):
            low = shown[-1].outer.end if shown else span.start
            after = fields[number + 1] if number + 1 < len(fields) else None
            high = min(after.span.start, after.outer.start) if after else span.end
            outer = (
                part.outer
                if part.outer != part.span or part.role == "address"
                else dressed(self.text, part.span, low, high)
            )
            shown.append(part if outer == part.outer else part._replace(outer=outer))
        return shown


def _without_scheme(url: str) -> str:
    return without_scheme(url).rstrip("/")


def _address(node: Inline, outer: Span, label: str) -> Link:
    """The target of a link whose words are fields by themselves."""
    place = Span(node.url_start, node.url_end) if node.url_start >= 0 else None
    paper, repo = paper_id(node.url), repository(node.url)
    return Link("address", place or outer, outer, label, True, node.url, place, paper, repo, node.reference)


def _halves(node: Inline) -> tuple[Span, Span]:
    """A link's two halves: its words with the mark before or behind them, and its address with the other; in tags the address comes first."""
    if 0 <= node.url_start < node.inner_start:
        return Span(node.inner_start, node.end), Span(node.start, node.inner_start)
    return Span(node.start, node.inner_end), Span(node.inner_end, node.end)


def _label(words: str) -> str:
    """A link's words without brackets around them, or one that has no partner."""
    label = " ".join(words.split())
    while label[:1] in _LABEL_PAIRS and label.endswith(_LABEL_PAIRS[label[0]]) and len(label) > 1:
        label = label[1:-1].strip()
    for opener, closer in _LABEL_PAIRS.items():
        if label.startswith(opener) and closer not in label:
            label = label[1:].strip()
        if label.endswith(closer) and opener not in label:
            label = label[:-1].strip()
    return label


def _unquoted(words: str) -> str:
    """Words without quotes around all of them, and without the comma that American usage puts within."""
    if len(words) < 3 or words[0] not in '"“' or words[-1] not in '"”' or words.count('"') not in (0, 2):
        return words
    return words[1:-1].strip(" .,;:")


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """The label of a link without emphasis marks, blanks and closing stops."""
    while True:
        while start < end and text[start] in ' \t\n*_`"“':
            start += 1
        while end > start and text[end - 1] in ' \t\n*_`"”.,;:':
            end -= 1
        if end - start < 3 or text[start] not in "[(" or text[end - 1] != _CLOSERS[text[start]]:
            return start, end
        start, end = start + 1, end - 1


def _field(role: str, span: Span, text: str, exact: bool, venues: VenueTable, reference: bool = False) -> Field:
    """The field with the value that its words stand for."""
    if role == "authors":
        return AuthorsField(role, span, span, text, exact, read_authors(text, reference))
    if role == "venue":
        venue = venues.read(text)
        name = Span(span.start + venue.start, span.start + venue.end) if exact else span
        return VenueField(role, span, span, text, exact, venue, name)
    if role == "date":
        found = find_date(text, short=True)
        assert found is not None
        place = Span(span.start + found.start, span.start + found.end) if exact else span
        exact = exact and found.form.month != "foreign"  # such dates are read, and left as they are
        return DateField(role, place, place, text[found.start : found.end], exact, found.date, found.form)
    return Words(role, span, span, text, exact)
