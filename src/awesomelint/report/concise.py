"""One line a finding: `path:line:column: message`, as editors and grep read it."""

from __future__ import annotations

from .model import FileReport


def concise(reports: list[FileReport]) -> str:
    """Every finding of every file on a line of its own."""
    lines = []
    for report in reports:
        for finding in report.findings:
            line, column = report.source.position(finding.span.start)
            lines.append(f"{report.name}:{line}:{column}: {finding.rule}: {finding.message}\n")
    return "".join(lines)
