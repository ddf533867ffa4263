"""What the reporters are given: one file's findings, and what was written."""

from __future__ import annotations

from typing import NamedTuple

from ..engine.fix import Applied
from ..entries import Entry
from ..finding import Finding
from ..source import Source


class FileReport(NamedTuple):
    """One file: the text that the findings speak of, and what a fix wrote into it."""

    name: str
    source: Source
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    applied: tuple[Applied, ...] = ()
    outside: int = 0
    """How many findings lie outside of what was asked for."""
    known: int = 0
    """How many the baseline has."""

    def entry_of(self, finding: Finding) -> Entry | None:
        return self.entries[finding.entry] if finding.entry >= 0 else None


def worst(reports: list[FileReport]) -> int:
    """The greatest severity among the findings; 0 where there are none."""
    return max((finding.severity for report in reports for finding in report.findings), default=0)


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 entry`, `2 entries`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
