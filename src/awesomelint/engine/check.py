"""A list and the rules -> findings.

In goes a source with the settings, out comes what the rules say of it, without what is
suppressed, in the order of the text. Nothing is written here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from ..entries import AwesomeList, Entry
from ..entries.letters import fold
from ..evidence import KINDS, Evidence
from ..finding import GROUPS, Edit, Fault, Finding, Fix, Safety, Severity, Want
from ..reading import Reader
from ..rules import BY_NAME, RULES, Rule
from ..source import Source, Span
from ..style import Preferences, Style, infer
from ..suppressions import Suppressions

NO_LIST = "unrecognised-list"
_LAST = ("unused-suppression", "unknown-rule")
KNOWN = frozenset((*BY_NAME, *GROUPS, "all"))


DEFAULT_RULES = tuple(rule for rule in RULES if rule.on)


class SectionSettings(NamedTuple):
    """The rules that run in the sections of one name, and below them."""

    name: str
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None

    def drops(self, finding: Finding, path: tuple[str, ...]) -> bool:
        """Whether a finding in a section is not wanted there."""
        if fold(self.name) not in map(fold, path):
            return False
        names = {finding.rule, finding.group, "all"}
        return not names.isdisjoint(self.ignore) or (self.select is not None and names.isdisjoint(self.select))


class Scope(Protocol):
    """Which findings are asked for: those of some entries alone, say."""

    def covers(self, finding: Finding, found: AwesomeList) -> bool:
        """Whether a finding is."""

    def changed(self, found: AwesomeList) -> frozenset[int]:
        """The numbers of the entries that are meant."""


class Settings(NamedTuple):
    """What a run of the rules needs to know."""

    reader: Reader
    """What reads the lists: it knows the configuration's venues."""
    rules: tuple[Rule, ...] = DEFAULT_RULES
    fixable: frozenset[str] = frozenset(BY_NAME)
    """The rules whose fixes may be applied."""
    preferences: Preferences = Preferences()
    today: date | None = None
    """The day on which the list is judged; without it nothing lies in the future."""
    severities: tuple[tuple[str, Severity], ...] = ()
    """Rules with another severity than their own."""
    sections: tuple[SectionSettings, ...] = ()
    scope: Scope | None = None
    duplicates: str = "files"
    """How far duplicates are looked for: files, file or section."""
    several: bool = False
    """Whether other files are compared with this one: a comment may hide what only they show."""
    neighbours: Mapping[str, str] | None = None
    """The texts of the files beside the list that are known by name, the names in small letters; None where there is no folder."""
    certain: float = Entry.CERTAIN
    """How certain the reading of an entry has to be for a safe fix to rewrite its fields."""
    evidence: Evidence | None = None
    """What the services said of the list's papers and links; without it the rules of the group online do not run."""

    @property
    def running(self) -> tuple[Rule, ...]:
        """The rules that can be run: those that judge by evidence only where there is some."""
        return tuple(rule for rule in self.rules if self.evidence is not None or not rule.needs)


class Checked(NamedTuple):
    """A text with what was read and found."""

    found: AwesomeList
    style: Style
    findings: tuple[Finding, ...]
    outside: int = 0
    """How many findings lie outside of what was asked for."""


def check(source: Source, settings: Settings, style: Style | None = None) -> Checked:
    """Read a text and run the rules over it; the style is inferred unless it is given, frozen over a fix."""
    found = settings.reader.read(source)
    if style is None:
        style = infer(found, settings.preferences)
    running = frozenset(name for rule in settings.running for name in (rule.name, rule.group, "all"))
    if settings.several:
        running -= {"duplicate-entry", "duplicates"}
    suppressions = Suppressions(found, KNOWN, running)
    rules: Iterable[Rule] = settings.running
    if not found.entries:
        # Law 7: what is not understood is left alone and said so once.
        rules = [rule for rule in rules if rule.name == NO_LIST or rule.profile is not None]
    given: dict[str, Any] = {
        "style": style,
        "suppressions": suppressions,
        "venues": found.venues,
        "today": settings.today,
        "duplicates": settings.duplicates,
    }
    given["neighbours"] = settings.neighbours
    given |= {kind: getattr(settings.evidence, kind, None) for kind in KINDS}
    severities = dict(settings.severities)
    findings: list[Finding] = []
    outside = 0
    for rule in sorted(rules, key=lambda rule: rule.name in _LAST):
        for finding in _run(rule, found, given, settings.certain):
            other = entry_at(found.entries, finding.also) if finding.also >= 0 else -1
            finding = finding._replace(entry=entry_at(found.entries, finding.span.start), also=other)
            if suppressions.hide(finding) or _dropped(finding, found, settings.sections):
                continue
            if settings.scope is not None and not settings.scope.covers(finding, found):
                outside += 1
                continue
            findings.append(finding._replace(severity=severities.get(rule.name, finding.severity)))
    findings.sort(key=lambda one: (one.span, one.rule, one.message))
    return Checked(found, style, tuple(findings), outside)


def _dropped(finding: Finding, found: AwesomeList, sections: tuple[SectionSettings, ...]) -> bool:
    """Whether the settings of its section do without a finding."""
    if not sections:
        return False
    at = bisect_right(found.sections, finding.span.start, key=lambda section: section.span.start) - 1
    path = found.sections[max(0, at)].path
    return any(section.drops(finding, path) for section in sections)


def entry_at(entries: tuple[Entry, ...], offset: int) -> int:
    """The number of the innermost entry at an offset, or -1."""
    number = bisect_right(entries, offset, key=lambda entry: entry.span.start) - 1
    while number >= 0:
        if entries[number].span.start <= offset < max(entries[number].span.end, entries[number].span.start + 1):
            return number
        if entries[number].span.end <= offset:
            return -1
        number -= 1
    return -1


def _run(rule: Rule, found: AwesomeList, given: dict[str, Any], certain: float) -> Iterator[Finding]:
    arguments = {name: given[name] for name in rule.asks_for}
    subjects: Iterable[Any]
    if rule.looks_at == "entry":
        subjects = found.entries
    elif rule.looks_at == "section":
        subjects = found.sections
    else:
        subjects = (found,)
    for subject in subjects:
        for said in rule.run(subject, **arguments):
            finding = _finding(rule, said, found.source)
            if finding is not None and _certain(finding, found):
                yield _guarded(finding, found, certain)


def _certain(finding: Finding, found: AwesomeList) -> bool:
    """Whether a fix stays outside of tags, or changes there no more than the words of one field or an address."""
    if finding.fix is None:
        return True
    for edit in finding.fix.edits:
        number = entry_at(found.entries, edit.start)
        entry = found.entries[number] if number >= 0 else None
        if (
            entry is not None
            and entry.html
            and not any(span.covers(Span(edit.start, edit.end)) for span in _places(entry))
        ):
            return False
    return True


# What these rules mend are the words of a field: as right as the reading that says which field it is.
_REWRITE_FIELDS = frozenset(("authors", "venue", "date", "title"))


def _guarded(finding: Finding, found: AwesomeList, certain: float) -> Finding:
    """A finding, its fix no longer safe where it rewrites a field of an entry that was not read with certainty."""
    fix = finding.fix
    if fix is None or fix.safety < Safety.SAFE or finding.group not in _REWRITE_FIELDS:
        return finding
    numbers = {entry_at(found.entries, edit.start) for edit in fix.edits}
    if all(number < 0 or found.entries[number].certainty >= certain for number in numbers):
        return finding
    return finding._replace(fix=fix._replace(safety=Safety.UNSAFE))


def _places(entry: Entry) -> Iterator[Span]:
    """Where the exact words and addresses of an entry stand."""
    for part in entry.fields:
        if part.exact:
            yield part.span
        for place in (
            getattr(part, "url_span", None),
            getattr(part, "image_span", None),
            getattr(part, "target_span", None),
        ):
            if place is not None:
                yield place


def _finding(rule: Rule, said: Want | Fault, source: Source) -> Finding | None:
    severity = said.severity or rule.severity
    if isinstance(said, Fault):
        other = said.other.start if said.other is not None else -1
        return Finding(rule.name, rule.group, severity, said.span, said.message, said.fix, also=other)
    if source.slice(said.span) == said.text:
        return None
    fix = Fix((Edit(said.span.start, said.span.end, said.text),), said.safety)
    return Finding(rule.name, rule.group, severity, said.at or said.span, said.message, fix)
