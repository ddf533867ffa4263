"""The findings as one JSON object, in the shape that the command line promises.

Columns count code points from 1, `end_column` is past the last; the offsets of edits are code points
into the decoded file, a byte-order mark not counted.
"""

from __future__ import annotations

import json
from typing import Any

from ..finding import Finding, Fix
from .model import FileReport
from .statistics import statistics


def report(reports: list[FileReport], counts: bool = False) -> str:
    """All files in one object; with the counts by rule and section where they are asked for."""
    findings = [_finding(file, finding) for file in reports for finding in file.findings]
    applied = [
        {"path": file.name, "rule": one.rule, "line": one.line, "before": one.before, "after": one.after}
        for file in reports
        for one in file.applied
    ]
    summary = {
        "files": len(reports),
        "entries": sum(len(file.entries) for file in reports),
        "findings": len(findings),
        "fixable": sum(finding["fix"] is not None and finding["fix"]["safety"] == "safe" for finding in findings),
    }
    more: dict[str, Any] = {"statistics": statistics(reports)} if counts else {}
    hidden = {"outside": sum(file.outside for file in reports), "known": sum(file.known for file in reports)}
    if any(hidden.values()):
        more["hidden"] = hidden
    return (
        json.dumps({"findings": findings, "applied": applied, "summary": summary, **more}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _finding(file: FileReport, finding: Finding) -> dict[str, Any]:
    source = file.source
    line, column = source.position(finding.span.start)
    end_line, end_column = source.position(finding.span.end)
    entry = file.entry_of(finding)
    return {
        "path": file.name,
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
