"""The net under every write: what a list says, as values, before and after a change.

In go two lists that were read, out come the entries whose facts differ beyond what the fixes declare. Two
names are one person if their letters are; two addresses are one place if they open one paper; a title
is its letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from ..entries import AuthorsField, AwesomeList, Badge, DateField, Entry, Link, VenueField
from ..entries.letters import fold
from ..entries.papers import address_key, repository
from ..finding import Change, Finding
from ..source import Span

Fact = tuple[str, str]


def facts_of(entry: Entry) -> Counter[Fact]:
    """What an entry says, each fact as role and folded value."""
    facts: Counter[Fact] = Counter()
    for part in entry.fields:
        if isinstance(part, AuthorsField):
            facts.update(("author", person.letters) for person in part.authors.people)
            facts["et al.", str(part.authors.et_al is not None)] += 1
            facts.update(("link", address_key(link.url)) for link in part.links)
        elif isinstance(part, DateField):
            facts["date", str(part.date)] += 1
        elif isinstance(part, VenueField):
            facts["venue", f"{part.venue.key} {part.venue.year or ''} {part.venue.track.casefold()}".strip()] += 1
        elif isinstance(part, Link):
            facts["link", address_key(part.url)] += 1
            facts["label", fold(part.text)] += 1
        elif isinstance(part, Badge):
            facts["badge", part.shows.repository.casefold() or address_key(part.image)] += 1
            if part.target:
                facts["link", (repository(part.target) or address_key(part.target)).casefold()] += 1
        else:
            facts[part.role, fold(part.text)] += 1
    return facts


def altered(before: AwesomeList, after: AwesomeList, applied: Sequence[Finding]) -> list[int]:
    """The entries, by number before, whose facts are not the same afterwards; -1 where none can be named.

    An entry is found again at its place, which the edits before it shift. Where entries moved they
    are compared as a whole, in any order.
    """
    declared: dict[int, list[Change]] = {}
    for finding in applied:
        if finding.fix is not None and finding.fix.declares:
            declared.setdefault(finding.entry, []).extend(finding.fix.declares)
    olds = [_with(facts_of(entry), declared.get(n, ())) for n, entry in enumerate(before.entries)]
    news = [facts_of(entry) for entry in after.entries]
    revealed, come = _revealed(before, applied)
    if any(finding.fix is not None and finding.fix.moves for finding in applied):
        rest = Counter(_frozen(facts) for facts in news)
        lost = [n for n, facts in enumerate(olds) if not _take(rest, _frozen(facts))]
        return lost or ([-1] if len(olds) != len(news) else [])
    starts = _shifted([entry.span.start for entry in before.entries], applied)
    at = {entry.span.start: (facts, entry) for entry, facts in zip(after.entries, news, strict=True)}
    lost = []
    for n, (start, facts) in enumerate(zip(starts, olds, strict=True)):
        new, entry = at.get(start, (None, None))
        # Written as it was and read at its place, an entry has lost nothing, even where the list's habits now read it otherwise.
        if new != facts and n not in revealed and (entry is None or _written(entry) != _written(before.entries[n])):
            lost.append(n)
    known = set(starts)
    for start in at:
        number = bisect_right(starts, start) - 1
        if start not in known and number not in revealed and not any(low <= start <= high for low, high in come):
            lost.append(number)
    return sorted(set(lost))


def _revealed(before: AwesomeList, applied: Sequence[Finding]) -> tuple[set[int], list[Span]]:
    """The entries in which a fix brings to light what Markdown did not see, so that their fields are others afterwards; and where entries may come to be.

    Such a fix must not take a letter away that does not stand elsewhere in its entry or, outside of one, its line.
    """
    numbers: set[int] = set()
    places = []
    text = before.source.text
    for finding in applied:
        if finding.fix is None or not finding.fix.reveals:
            continue
        edits = sorted(finding.fix.edits)
        line = before.source.line_span(before.source.line_of(edits[0].start))
        around = before.entries[finding.entry].span if finding.entry >= 0 else line
        kept, at = [], around.start
        for edit in edits:
            kept += [text[at : edit.start], edit.text]
            at = edit.end
        rest = fold("".join((*kept, text[at : around.end])))
        if finding.fix.declares or all(fold(text[edit.start : edit.end]) in rest for edit in edits):
            numbers.add(finding.entry)
            places.append(line)
    ends = _shifted(sorted(end for place in places for end in place), applied)
    return numbers, [Span(low, high) for low, high in zip(ends[::2], ends[1::2], strict=True)]


def _written(entry: Entry) -> str:
    return entry.source.text[entry.span.start : entry.span.end]


def _shifted(starts: Sequence[int], applied: Sequence[Finding]) -> list[int]:
    """Where offsets stand after the edits before them; both in order of the text."""
    edits = sorted(edit for finding in applied if finding.fix is not None for edit in finding.fix.edits)
    shifted, number, by = [], 0, 0
    for start in starts:
        while number < len(edits) and (edits[number].end <= start and edits[number].start < start):
            by += len(edits[number].text) - (edits[number].end - edits[number].start)
            number += 1
        shifted.append(start + by)
    return shifted


def _frozen(facts: Counter[Fact]) -> frozenset[tuple[Fact, int]]:
    return frozenset(facts.items())


def _take(rest: Counter[frozenset[tuple[Fact, int]]], facts: frozenset[tuple[Fact, int]]) -> bool:
    if not rest[facts]:
        return False
    rest[facts] -= 1
    return True


def _with(facts: Counter[Fact], changes: Iterable[Change]) -> Counter[Fact]:
    """The facts as they ought to be after what was declared; a change of role `*` may stand in any of them.

    Nothing before is a fact that comes, nothing after one that goes.
    """
    for change in changes:
        if change.role == "*":
            facts = Counter({(role, value.replace(fold(change.before), fold(change.after)) if fold(change.before) else value): n
                             for (role, value), n in facts.items()})  # fmt: skip
        elif facts[change.role, change.before] or not change.before:
            facts[change.role, change.before] -= bool(facts[change.role, change.before])
            if change.after or change.role == "label":
                facts[change.role, change.after] += 1
    return +facts
