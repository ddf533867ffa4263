"""Which entries are asked for: those changed since a base text, or one that somebody names.

In goes a list, out comes whether a finding belongs to them. An entry is old if its text stands in the base, wherever: sorting makes nothing new.
"""

from __future__ import annotations

from collections import Counter

from ..entries import AwesomeList, Entry
from ..entries.letters import fold
from ..errors import UsageError
from ..finding import Finding


class Since:
    """The entries that were added or changed since a base, and what else of the text was."""

    def __init__(self, base: AwesomeList) -> None:
        self._entries = Counter((entry.section, _text(entry)) for entry in base.entries)
        self._anywhere = Counter(_text(entry) for entry in base.entries)
        self._lines = frozenset(base.source.slice(span).strip() for span in base.source.line_spans)
        self._counts = Counter(base.source.slice(span).strip() for span in base.source.line_spans)
        self._last: tuple[AwesomeList, frozenset[int]] | None = None

    def covers(self, finding: Finding, found: AwesomeList) -> bool:
        """Whether a finding speaks of what was added or changed."""
        changed = self.changed(found)
        if finding.entry >= 0:
            return finding.entry in changed or finding.also in changed
        first, last = found.source.line_of(finding.span.start), found.source.line_of(finding.span.end)
        lines = found.source.line_spans[first - 1 : last]
        return any(found.source.slice(span).strip() not in self._lines for span in lines)

    def changed(self, found: AwesomeList) -> frozenset[int]:
        """The numbers of the entries that the base has not; of equal ones the last is new."""
        if self._last is not None and self._last[0] is found:
            return self._last[1]
        here, anywhere = self._entries.copy(), self._anywhere.copy()
        left = []
        for number, entry in enumerate(found.entries):
            key = (entry.section, _text(entry))
            if here[key]:
                here[key] -= 1
                anywhere[key[1]] -= 1
            else:
                left.append(number)
        new = []
        now = Counter(found.source.slice(span).strip() for span in found.source.line_spans)
        for number in left:
            lines = [line.strip() for line in found.source.slice(found.entries[number].span).splitlines()]
            if all(now[line] <= self._counts[line] for line in lines):
                continue  # what was prose may read as an entry beside new neighbours: nobody touched it
            text = _text(found.entries[number])
            if anywhere[text] > 0:
                anywhere[text] -= 1
            else:
                new.append(number)
        self._last = (found, frozenset(new))
        return self._last[1]


class OneEntry:
    """The entry that a line lies in, or whose title somebody gives; found again by its title after a fix."""

    def __init__(self, wanted: str, found: AwesomeList) -> None:
        """Raises UsageError where no entry is meant, or several are."""
        numbers = _meant(wanted, found)
        if not numbers:
            raise UsageError(f"{found.source.name}: no entry stands in line {wanted} or is called so")
        if len(numbers) > 1:
            lines = ", ".join(str(found.source.line_of(found.entries[n].span.start)) for n in numbers[:5])
            raise UsageError(
                f"{found.source.name}: several entries are called {wanted!r} (lines {lines}); give the line"
            )
        entry = found.entries[numbers[0]]
        self._name = fold(entry.name)
        self._number = numbers[0]
        same = [n for n, one in enumerate(found.entries) if fold(one.name) == self._name]
        self._place = same.index(numbers[0])

    def covers(self, finding: Finding, found: AwesomeList) -> bool:
        """Whether a finding lies in the entry."""
        return finding.entry in self.changed(found)

    def changed(self, found: AwesomeList) -> frozenset[int]:
        """The number of the entry; none where it is gone."""
        same = [number for number, one in enumerate(found.entries) if fold(one.name) == self._name]
        return frozenset(same[self._place : self._place + 1])


def _meant(wanted: str, found: AwesomeList) -> list[int]:
    if wanted.isdecimal():
        line = int(wanted)
        inside = [
            number
            for number, entry in enumerate(found.entries)
            if found.source.line_of(entry.span.start) <= line <= found.source.line_of(entry.span.end)
        ]
        return inside[-1:]
    letters = fold(wanted)
    exact = [number for number, entry in enumerate(found.entries) if fold(entry.name) == letters]
    return exact or [number for number, entry in enumerate(found.entries) if letters and letters in fold(entry.name)]


def _text(entry: Entry) -> str:
    """An entry's text without its number in the list, which a new neighbour changes, and without blanks at line ends."""
    text = entry.source.text[entry.span.start : entry.span.end]
    if text[:1].isdigit():
        text = text.lstrip("0123456789")
    return "\n".join(line.strip() for line in text.splitlines())
