"""One line a finding: `path:line:column: message`, as editors and grep read it."""

from __future__ import annotations

from .model import FileReport


def report(reports: list[FileReport]) -> str:
    """Every finding of every file on a line of its own."""
    lines = []
    for file in reports:
        for finding in file.findings:
            line, column = file.source.position(finding.span.start)
            lines.append(f"{file.name}:{line}:{column}: {finding.rule}: {finding.message}\n")
    return "".join(lines)
