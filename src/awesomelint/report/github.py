"""Annotations for GitHub Actions: `::warning file=…,line=…::message`.

The escapes are those of GitHub's own toolkit (actions/toolkit, packages/core/src/command.ts): `%`, CR and LF in
the message; `:` and `,` as well in a property. GitHub shows ten annotations of a kind a step.
"""

from __future__ import annotations

from ..finding import Severity
from .model import FileReport

_COMMANDS = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def report(reports: list[FileReport]) -> str:
    """A workflow command a finding; errors first, since GitHub cuts a long list of them."""
    lines = []
    for file in reports:
        for finding in sorted(file.findings, key=lambda one: (-one.severity, one.span)):
            line, column = file.source.position(finding.span.start)
            end_line, end_column = file.source.position(finding.span.end)
            place = {"file": file.name, "line": str(line), "endLine": str(end_line)}
            if line == end_line:
                place |= {"col": str(column), "endColumn": str(max(column, end_column))}
            place["title"] = finding.rule
            properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
            lines.append(f"::{_COMMANDS[finding.severity]} {properties}::{_data(finding.message)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
