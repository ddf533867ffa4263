"""A new entry in a list: in the list's own form, at its place, and never twice.

In go a source, a paper and the section that is meant, out comes the text with the entry. Every form that the list's entries lend is tried in turn, until one reads back as
the paper, leaves all others as they were and finds nothing but what the record does not say. Raises Duplicate and Refused.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ..entries import AwesomeList, Entry, Section
from ..entries.letters import fold
from ..entries.papers import address_key, repository
from ..entries.same import own_papers
from ..entries.titles import SAME, likeness, title_letters
from ..errors import Duplicate, NetError, Refused, UsageError
from ..finding import Finding, Safety
from ..reading import Reader
from ..rules import BY_NAME
from ..source import Source
from ..style import Style, infer
from ..style.order import keys_of, movers, rank
from ..style.places import Place, places_between_walls
from .check import Settings, check
from .compose import Composed, Paper, composed
from .fix import fix
from .net import facts_of
from .scope import OneEntry

# What a contributor has to fill in by hand is no fault of the form.
EXPECTED = frozenset(("missing-field", "missing-badge"))
# A section lends forms by itself from so many entries on.
ENOUGH = 5
_NUMBER = re.compile(r"(?P<indent>[ \t]*)(?P<number>\d+)(?=[.)][ \t])")


Says = Callable[[Entry, Paper], bool]


class Added(NamedTuple):
    """The text with the new entry, where that begins (a line from 1), and what `check` says of it."""

    source: Source
    line: int
    findings: tuple[Finding, ...]


def added(source: Source, paper: Paper, settings: Settings, section: str | None = None) -> Added:
    """The list with one more entry."""
    found = settings.reader.read(source)
    if not found.entries:
        raise Refused(
            f"{source.name}: no list was found in it, so there is no form to write an entry in; write the first one by hand"
        )
    _refuse_duplicate(found, paper)
    target = _section(found, section)
    style = infer(found, settings.preferences)
    best: Added | None = None
    forms = list(composed(paper, _donors(found, target), style, found.venues))
    # A title that holds a venue, names or a quotation may read otherwise in any form: then its address has to do.
    for says in (_says, _links):
        for one in forms:
            made = _tried(found, one, paper, settings, style, target, says)
            if made is not None and (best is None or _faults(made) < _faults(best)):
                best = made
            if best is not None and not _faults(best):
                return best
    if best is None:
        raise Refused(
            f"{source.name}: none of the entries of {_called(target)} lends a form that reads back as this paper; write it by hand: {paper.record.title}"
        )
    return best


def _faults(made: Added) -> int:
    return sum(one.rule not in EXPECTED for one in made.findings)


def _refuse_duplicate(found: AwesomeList, paper: Paper) -> None:
    """Raises Duplicate where the paper's number, address or title stands in the list."""
    record = paper.record
    numbers = {
        number
        for number in (
            record.paper,
            f"arxiv:{record.arxiv}" * bool(record.arxiv),
            f"doi:{record.doi}" * bool(record.doi),
        )
        if number
    }
    places = {address_key(paper.url)} if paper.url else set()
    letters = title_letters(record.title)
    for entry in found.entries:
        same = any(link.paper is not None and link.paper.key in numbers for link in own_papers(entry))
        same = same or any(address_key(link.url) in places and repository(link.url) is None for link in entry.links)
        if not same and entry.title is not None and letters:
            titles = (
                entry.title.text,
                f"{entry.acronym.text}: {entry.title.text}" if entry.acronym is not None else "",
            )
            same = any(title_letters(title) == letters for title in titles)
        if same:
            line = found.source.line_of(entry.span.start)
            raise Duplicate(f"{found.source.name}:{line}: this paper stands here already: {entry.name}")


def _called(section: Section) -> str:
    return " / ".join(section.path) or "the list"


def _section(found: AwesomeList, wanted: str | None) -> Section:
    """The section to write in: the one of a name, or the only one with entries."""
    filled = [section for section in found.sections if section.entries]
    if wanted is None:
        if len(filled) == 1:
            return filled[0]
        names = ", ".join(repr(section.path[-1]) for section in filled[:12] if section.path)
        raise UsageError(
            f"{found.source.name}: there are {len(filled)} sections with entries; say which one with --section: {names}"
        )
    letters = fold(wanted)
    exact = [one for one in found.sections if one.path and letters in (fold(one.path[-1]), fold(" / ".join(one.path)))]
    below = [one for one in filled if any(letters == fold(name) for name in one.path)]
    near = [one for one in filled if one.path and letters and letters in fold(one.path[-1])]
    for choice in ([one for one in exact if one.entries], below if below else exact, below, near):
        if len(choice) == 1:
            return choice[0]
        if choice:
            names = ", ".join(repr(" / ".join(one.path)) for one in choice[:8])
            raise UsageError(f"{found.source.name}: several sections may be meant by {wanted!r}: {names}")
    names = ", ".join(repr(section.path[-1]) for section in filled[:12] if section.path)
    raise UsageError(f"{found.source.name}: no section is called {wanted!r}; there are {names}")


def _donors(found: AwesomeList, target: Section) -> list[Entry]:
    """The entries that may lend their form: those of the section, and of its shape elsewhere where they are few."""
    own = list(target.entries)
    if len(own) >= ENOUGH:
        return own
    shapes = {entry.shape for entry in own} or {entry.shape for entry in found.entries}
    return own + [entry for entry in found.entries if entry.shape in shapes and entry.section != target.path]


def _tried(
    found: AwesomeList, one: Composed, paper: Paper, settings: Settings, style: Style, target: Section, says: Says
) -> Added | None:
    """The list with the entry in one form, mended and judged; None where it does not read back."""
    run = _run(found, one.donor, target)
    places = max(places_between_walls(found, run), key=len) if run else []
    text, offset = _inserted(found, one, places, len(places), target)
    new = _read_back(found, text, offset, paper, says, settings.reader)
    if new is None:
        return None
    index = _index(places, new, style)
    if index < len(places):
        text, offset = _inserted(found, one, places, index, target)
        new = _read_back(found, text, offset, paper, says, settings.reader)
        if new is None:
            return None
    after = _numbered(found, new.source, settings)
    # What was just written is known, however much it differs from its neighbours.
    scope = OneEntry(str(after.line_of(offset)), settings.reader.read(after))
    scoped = settings._replace(scope=scope, certain=0.0)
    try:
        mended = fix(after, scoped, Safety.SAFE, style).source
    except NetError:
        mended = after
    final = _find(settings.reader.read(mended), paper, says)
    if final is None:
        return None
    line = mended.line_of(final.span.start)
    findings = check(mended, settings._replace(scope=OneEntry(str(line), settings.reader.read(mended)))).findings
    return Added(mended, line, findings)


def _run(found: AwesomeList, donor: Entry, target: Section) -> Sequence[Entry]:
    """The neighbours among which the entry is to stand: those of the donor's shape in the section."""
    runs = [run for run in found.runs if run and run[0].section == target.path and run[0].shape == donor.shape]
    runs = [run for run in runs if any(entry in target.entries for entry in run)]
    return next((run for run in runs if donor in run), max(runs, key=len, default=()))


def _index(places: Sequence[Place], new: Entry, style: Style) -> int:
    """Before which of the places the entry belongs; behind the last where the list follows no order."""
    order = style.orders.get(places[0].entry.group) if places else None
    key = keys_of([new], order.direction)[0] if order is not None else None
    if order is None or key is None:
        return 0 if places and _goes_on(places[-1].entry) else len(places)
    keys = keys_of([place.entry for place in places], order.direction)
    going = set(movers(keys, order.descending))
    staying = [number for number, one in enumerate(keys) if one is not None and number not in going]
    ladder: list[Any] = [rank(one, order.descending) for number in staying if (one := keys[number]) is not None]
    above = bisect_right(ladder, rank(key, order.descending))
    return staying[above] if above < len(staying) else (staying[-1] + 1 if staying else len(places))


def _goes_on(entry: Entry) -> bool:
    """Whether words follow an entry that are no entry: an abstract, say, which nothing may part from it."""
    rest = entry.source.text[entry.span.end :].lstrip()
    return rest[:1] == ">" or rest[:1].isalpha()


def _inserted(
    found: AwesomeList, one: Composed, places: Sequence[Place], index: int, target: Section
) -> tuple[str, int]:
    """The text with the entry before a place, or behind the last; and where the entry begins."""
    text, newline = found.source.text, found.source.newline
    start = one.donor.span.start
    line = text.rfind("\n", 0, start) + 1
    indent = text[line:start] if not text[line:start].strip(" \t>") else ""
    if not places:
        return _first_of_section(found, one, target, indent)
    chunk = (indent if not places[0].entry.html else "") + one.text
    between = _between(found, places, newline)
    if index < len(places):
        at = places[index].span.start
        return text[:at] + chunk + between + text[at:], at + len(chunk) - len(one.text)
    at = places[-1].span.end
    return text[:at] + between + chunk + text[at:], at + len(between) + len(chunk) - len(one.text)


def _between(found: AwesomeList, places: Sequence[Place], newline: str) -> str:
    """What stands between two entries: as the last two of the section have it."""
    text = found.source.text
    gaps = [text[one.span.end : other.span.start] for one, other in itertools.pairwise(places)]
    plain = [gap for gap in gaps if gap and not gap.strip()]
    if plain:
        return max(set(plain), key=lambda gap: (plain.count(gap), -len(gap)))
    return newline * (2 if places[0].entry.kind == "paragraph" else 1)


def _first_of_section(found: AwesomeList, one: Composed, target: Section, indent: str) -> tuple[str, int]:
    """The entry as the only one of its shape in a section, behind what stands there; a row brings its table's head."""
    text, newline = found.source.text, found.source.newline
    after = [section.span.start for section in found.sections if section.span.start > target.span.start]
    end = len(text[: min(after, default=len(text))].rstrip())
    head = ""
    if one.donor.kind == "row":
        table = next(
            (
                block
                for block in found.blocks()
                if block.kind == "table" and block.start <= one.donor.span.start < block.end
            ),
            None,
        )
        rows = text[table.start : table.end].splitlines()[:2] if table is not None else []
        head = newline.join(rows) + newline if len(rows) == 2 else ""
    lead = newline * 2 + head + (indent if one.donor.kind != "row" else "")
    rest = text[end:] or newline
    return text[:end] + lead + one.text + rest, end + len(lead)


def _read_back(found: AwesomeList, text: str, offset: int, paper: Paper, says: Says, reader: Reader) -> Entry | None:
    """The new entry, if it reads as the paper and all the others read as before."""
    after = reader.read(Source(text, found.source.name))
    new = next((entry for entry in after.entries if entry.span.start <= offset < entry.span.end), None)
    if new is None or not says(new, paper) or len(after.entries) != len(found.entries) + 1:
        return None
    others = [facts_of(entry) for entry in after.entries if entry is not new]
    return new if others == [facts_of(entry) for entry in found.entries] else None


def _says(entry: Entry, paper: Paper) -> bool:
    """Whether an entry says what the record does: the title, the people in their order, the addresses."""
    record = paper.record
    titles = [part.text for part in (entry.title, entry.acronym) if part is not None]
    if not any(likeness(title, record.title) == SAME for title in (*titles[:1], ": ".join(reversed(titles)))):
        return False
    if entry.authors is not None and record.authors:
        names = entry.authors.authors.names
        if (
            not names
            or len(names) > len(record.authors)
            or any(_last(name) not in fold(other) for name, other in zip(names, record.authors, strict=False))
        ):
            return False
        if len(names) < len(record.authors) and entry.authors.authors.et_al is None:
            return False
    return not paper.url or _links(entry, paper)


def _links(entry: Entry, paper: Paper) -> bool:
    """Whether an entry opens the paper."""
    linked = {address_key(link.url) for link in entry.links} | {address_key(badge.target) for badge in entry.badges}
    return bool(paper.url) and address_key(paper.url) in linked


def _last(name: str) -> str:
    return fold(name.split()[-1]) if name.split() else "\0"


def _find(found: AwesomeList, paper: Paper, says: Says) -> Entry | None:
    return next((entry for entry in found.entries if says(entry, paper)), None)


def _numbered(found: AwesomeList, after: Source, settings: Settings) -> Source:
    """The text with the entries counted on, where the list's numbers were right before."""
    rule = BY_NAME["misnumbered"]
    counting = settings._replace(rules=(rule,), scope=None)
    if not any(_NUMBER.match(found.source.slice(entry.span)) for entry in found.entries[:3] + found.entries[-3:]):
        return after
    if check(found.source, counting).findings or not check(after, counting).findings:
        return after
    return fix(after, counting, Safety.SAFE).source
