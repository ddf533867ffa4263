"""The findings as one JSON object, in the shape that the command line promises.

Columns count code points from 1, `end_column` is past the last; the offsets of edits are code points
into the decoded file, a byte-order mark not counted.
"""

from __future__ import annotations

import json
from typing import Any

from ..finding import Finding, Fix
from .model import FileReport


def json_report(reports: list[FileReport]) -> str:
    """All files in one object."""
    findings = [_finding(report, finding) for report in reports for finding in report.findings]
    applied = [
        {"path": report.name, "rule": one.rule, "line": one.line, "before": one.before, "after": one.after}
        for report in reports
        for one in report.applied
    ]
    summary = {
        "files": len(reports),
        "entries": sum(len(report.entries) for report in reports),
        "findings": len(findings),
        "fixable": sum(finding["fix"] is not None and finding["fix"]["safety"] == "safe" for finding in findings),
    }
    return (
        json.dumps({"findings": findings, "applied": applied, "summary": summary}, ensure_ascii=False, indent=1) + "\n"
    )


def _finding(report: FileReport, finding: Finding) -> dict[str, Any]:
    source = report.source
    line, column = source.position(finding.span.start)
    end_line, end_column = source.position(finding.span.end)
    entry = report.entry_of(finding)
    return {
        "path": report.name,
        "rule": finding.rule,
        "group": finding.group,
        "severity": str(finding.severity),
        "message": finding.message,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "entry": {"line": source.line_of(entry.span.start), "title": entry.name} if entry is not None else None,
        "fix": _fix(finding.fix) if finding.fix is not None else None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"safety": str(fix.safety), "edits": edits}
