"""Findings for people: place, rule, message, the line with carets, and the change as a small diff.

At most five findings a rule and file are shown in full, so that a first run over a long list can be
read; a closing table counts them all. Carets stand under the right letters beside Chinese and emoji,
and long lines are cut around them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..finding import Finding, Fix, Safety, Severity
from ..source import Source, Span
from .cells import cell_len
from .model import FileReport, counted

MOST_SHOWN = 5
WIDTH = 100
_TAB = "→"
_MARKS = {
    "": "",
    "error": "bold red",
    "warning": "yellow",
    "note": "cyan",
    "place": "bold",
    "del": "red",
    "add": "green",
    "dim": "dim",
}


class Look(NamedTuple):
    """How a report looks: whether all findings are shown, and a function that paints words in a style."""

    everything: bool = False
    paint: Callable[[str, str], str] = lambda words, style: words


def report(reports: list[FileReport], look: Look | None = None) -> str:
    """The whole report; empty only where no file was read."""
    look = look or Look()
    parts = [part for one in reports for part in _file(one, look)]
    return "".join(parts) + _closing(reports, look)


def _file(report: FileReport, look: Look) -> Iterator[str]:
    shown: Counter[str] = Counter()
    hidden: dict[str, set[int]] = {}
    rest: Counter[str] = Counter()
    for finding in report.findings:
        shown[finding.rule] += 1
        if look.everything or shown[finding.rule] <= MOST_SHOWN:
            yield _finding(report, finding, look)
        else:
            rest[finding.rule] += 1
            hidden.setdefault(finding.rule, set()).add(finding.entry)
    for rule, number in rest.items():
        entries = counted(len(hidden[rule] - {-1}) or 1, "entry", "entries")
        yield look.paint(f"{report.name}: {rule}: {number} more in {entries} (--all shows them)\n", "dim")
    if rest:
        yield "\n"


def _finding(report: FileReport, finding: Finding, look: Look) -> str:
    source = report.source
    line, column = source.position(finding.span.start)
    severity = str(finding.severity)
    head = look.paint(f"{report.name}:{line}:{column}", "place")
    head += f": {look.paint(severity, severity)}: {look.paint(finding.rule, 'place')}: {finding.message}\n"
    margin = " " * len(str(line))
    words, carets = _excerpt(source, finding.span, line)
    body = f"{margin} |\n{line} | {words}\n{margin} | {look.paint(carets, severity)}\n"
    return head + body + _change(source, finding, margin, look) + "\n"


def _excerpt(source: Source, span: Span, line: int) -> tuple[str, str]:
    """The line, cut around the place, and the carets under it."""
    whole = source.line_span(line)
    start = span.start - whole.start
    end = max(start, min(span.end, whole.end) - whole.start)
    shown, low = _cut(source.slice(whole), start, end)
    before = shown[: start - low + (1 if low else 0)]
    under = shown[len(before) : len(before) + end - start]
    return shown, " " * cell_len(before) + "^" * max(1, cell_len(under))


def _cut(line: str, start: int, end: int) -> tuple[str, int]:
    """A line of bearable width around a place, with the offset at which it begins."""
    line = line.replace("\t", _TAB)
    if cell_len(line) <= WIDTH:
        return line, 0
    low = 0 if end <= WIDTH * 2 // 3 else max(0, start - WIDTH // 3)
    high = min(len(line), max(low + WIDTH, min(end + 10, start + WIDTH)))
    shown = line[low:high]
    return ("…" if low else "") + shown + ("…" if high < len(line) else ""), low


def _change(source: Source, finding: Finding, margin: str, look: Look) -> str:
    """What a fix would do, as a small diff; a sentence where entries move or many lines change."""
    fix = finding.fix
    if fix is None:
        return (
            look.paint(f"{margin} = no fix: it could not be proven to keep every fact\n", "dim")
            if finding.withheld
            else ""
        )
    label = {Safety.SAFE: "fix", Safety.UNSAFE: "unsafe fix", Safety.SHOWN: "suggestion"}[fix.safety]
    if fix.moves:
        return f"{margin} = {label}: the entry moves\n"
    before, after = _lines_around(source, fix)
    if before is None or after is None:
        return f"{margin} = {label}: {counted(len(fix.edits), 'place')} in the list\n"
    start, tail = _common(before, after)
    rows = [look.paint(f"{margin} - {row}\n", "del") for row in _clip(before, start, tail)]
    rows += [look.paint(f"{margin} + {row}\n", "add") for row in _clip(after, start, tail)]
    return f"{margin} = {label}:\n" + "".join(rows)


def _lines_around(source: Source, fix: Fix) -> tuple[str | None, str | None]:
    first = source.line_of(min(edit.start for edit in fix.edits))
    last = source.line_of(max(edit.end for edit in fix.edits))
    if last - first > 3:
        return None, None
    start, end = source.line_span(first).start, source.line_span(last).end
    text, at = "", start
    for edit in sorted(fix.edits):
        text += source.text[at : edit.start] + edit.text
        at = edit.end
    return source.text[start:end], text + source.text[at:end]


def _common(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts share at the front and at the end."""
    most = min(len(before), len(after))
    start = next((n for n in range(most) if before[n] != after[n]), most)
    tail = next((n for n in range(most - start) if before[-1 - n] != after[-1 - n]), most - start)
    return start, tail


def _clip(text: str, start: int, tail: int) -> list[str]:
    """The rows of a text; each cut around what changes in it, blanks at a row's end drawn."""
    rows, at = [], 0
    for row in text.splitlines() or [""]:
        low, high = max(0, start - at), max(0, len(text) - tail - at)
        shown, _ = _cut(row, min(low, len(row)), min(max(low, high), len(row)))
        bare = shown.rstrip(" ")
        rows.append(bare + "␠" * (len(shown) - len(bare)))
        at += len(row) + 1
    return rows


def _closing(reports: list[FileReport], look: Look) -> str:
    """The table of all rules that found something, and one sentence."""
    findings = [finding for report in reports for finding in report.findings]
    entries = sum(len(report.entries) for report in reports)
    where = f"{counted(entries, 'entry', 'entries')} in {counted(len(reports), 'file')}"
    applied = sum(len(report.applied) for report in reports)
    done = f"{counted(applied, 'fix', 'fixes')} applied. " if applied else ""
    elsewhere = _elsewhere(reports)
    if not findings:
        return f"{done}Nothing to report on {where}{elsewhere}.\n" if reports else ""
    found, safe, unsafe = Counter[str](), Counter[str](), Counter[str]()
    severities: dict[str, Severity] = {}
    for finding in findings:
        found[finding.rule] += 1
        severities[finding.rule] = max(severities.get(finding.rule, Severity.NOTE), finding.severity)
        if finding.fix is not None:
            safe[finding.rule] += finding.fix.safety == Safety.SAFE
            unsafe[finding.rule] += finding.fix.safety == Safety.UNSAFE
    width = max(len(rule) for rule in found)
    rows = ""
    for rule, number in sorted(found.items(), key=lambda item: (-severities[item[0]], -item[1], item[0])):
        mend = f"{safe[rule]} fixable" if safe[rule] else f"{unsafe[rule]} with --unsafe-fixes" if unsafe[rule] else ""
        severity = str(severities[rule])
        rows += f"{rule:<{width}}  {look.paint(f'{severity:<7}', severity)}  {number:>5}  {mend}".rstrip() + "\n"
    total = f"{done}{counted(len(findings), 'finding')} on {where}"
    if mended := sum(safe.values()):
        total += f"; `awesomelint fix` mends {mended}"
    return f"{rows}\n{total}{elsewhere}.\n"


def _elsewhere(reports: list[FileReport]) -> str:
    """How many findings are not shown, and why."""
    outside, known = sum(report.outside for report in reports), sum(report.known for report in reports)
    said = [f"{counted(outside, 'finding')} elsewhere in the list not shown"] if outside else []
    said += [f"{counted(known, 'finding')} known to the baseline"] if known else []
    return "; " + ", ".join(said) if said else ""


def styles() -> dict[str, str]:
    """What each kind of words is painted in, in rich's names."""
    return dict(_MARKS)
