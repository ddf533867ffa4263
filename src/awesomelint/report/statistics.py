"""Counts instead of findings: by rule, and by section. What a maintainer asks before adopting."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import Any

from ..finding import Severity
from .model import FileReport, counted


def statistics(reports: list[FileReport]) -> dict[str, Any]:
    """The counts as data: rules with severity and how many are fixable, sections with their entries."""
    rules: Counter[str] = Counter()
    fixable: Counter[str] = Counter()
    severities: dict[str, Severity] = {}
    sections: dict[tuple[str, str], Counter[str]] = {}
    entries: Counter[tuple[str, str]] = Counter()
    for report in reports:
        entries.update((report.name, " > ".join(entry.section)) for entry in report.entries)
        starts = [entry.span.start for entry in report.entries]
        for finding in report.findings:
            rules[finding.rule] += 1
            fixable[finding.rule] += finding.fix is not None and finding.fix.safety == 3
            severities[finding.rule] = max(severities.get(finding.rule, Severity.NOTE), finding.severity)
            near = report.entries[max(0, bisect_right(starts, finding.span.start) - 1)] if report.entries else None
            key = (report.name, " > ".join(near.section) if near is not None and finding.entry >= 0 else "")
            sections.setdefault(key, Counter())[finding.rule] += 1
    return {
        "rules": [
            {"rule": rule, "severity": str(severities[rule]), "findings": number, "fixable": fixable[rule]}
            for rule, number in sorted(rules.items(), key=lambda item: (-item[1], item[0]))
        ],
        "sections": [
            {"path": path, "section": section, "entries": entries[path, section], "findings": counts.total()}
            for (path, section), counts in sorted(sections.items(), key=lambda item: (-item[1].total(), item[0]))
        ],
    }


def report(reports: list[FileReport]) -> str:
    """The counts as two tables."""
    counts = statistics(reports)
    if not counts["rules"]:
        return "Nothing to report.\n"
    rows = [(one["findings"], one["rule"], f"{one['severity']}, {one['fixable']} fixable") for one in counts["rules"]]
    text = "".join(f"{number:>6}  {rule:<28}{more}\n" for number, rule, more in rows)
    text += "\n"
    several = len({one["path"] for one in counts["sections"]}) > 1
    for one in counts["sections"]:
        where = one["section"] or "(outside of entries)"
        where = f"{one['path']}: {where}" if several else where
        text += f"{one['findings']:>6}  {where}  ({counted(one['entries'], 'entry', 'entries')})\n"
    return text
