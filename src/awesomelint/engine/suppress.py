"""Comments that switch a rule off at each of its findings: what `--add-suppressions` writes.

In go a checked text and the rules, out comes the text with a comment beside every entry that the rules find something in. Only what hides the
finding and leaves every entry as it was is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..finding import Edit, Finding, Fix
from ..source import Source
from . import edits, net
from .check import Checked, Settings, check


def suppressed(source: Source, settings: Settings, rules: frozenset[str]) -> tuple[Source, int]:
    """The text with suppressions of these rules, and how many were put in."""
    checked = check(source, settings)
    ours = [finding for finding in checked.findings if finding.rule in rules]
    comments = [_comment(checked, finding) for finding in _once(ours)]
    after = _applied(checked, comments)
    found = check(after, settings, checked.style)
    if net.altered(checked.found, found.found, comments):
        # One comment is read as a part of its entry: each is tried by itself.
        comments = [one for one in comments if not _alters(checked, one, settings)]
        after = _applied(checked, comments)
    return after, len(comments)


def _alters(checked: Checked, comment: Finding, settings: Settings) -> bool:
    after = settings.reader.read(_applied(checked, [comment]))
    return bool(net.altered(checked.found, after, [comment]))


def _applied(checked: Checked, comments: list[Finding]) -> Source:
    source = checked.found.source
    return Source(edits.apply(source.text, comments), source.name)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """The first finding of each rule in each entry, and outside of entries of each rule in each line."""
    seen: dict[tuple[str, int, int], Finding] = {}
    for finding in findings:
        seen.setdefault((finding.rule, finding.entry, finding.span.start if finding.entry < 0 else 0), finding)
    return list(seen.values())


def _comment(checked: Checked, finding: Finding) -> Finding:
    """An insertion: above a paragraph, at the end of an item's or heading's first line, in a row's last cell; else at the line's end."""
    source = checked.found.source
    entry = checked.found.entries[finding.entry] if finding.entry >= 0 else None
    if entry is not None and entry.kind == "paragraph" and not entry.html:
        comment = f"<!-- awesomelint-disable-next-entry {finding.rule} -->"
        above = source.line_of(entry.span.start) - 1
        if above < 1:
            return finding._replace(fix=Fix((Edit(0, 0, comment + source.newline),)))
        # Behind the line above rather than before the entry: an entry's own begin must stay where it is.
        end = source.line_span(above).end
        return finding._replace(fix=Fix((Edit(end, end, source.newline + comment),)))
    line = source.line_span(source.line_of(entry.span.start if entry is not None else finding.span.start))
    end = line.start + len(source.slice(line).rstrip(" \t\\"))
    what = "disable" if entry is not None else "disable-line"
    text = f" <!-- awesomelint-{what} {finding.rule} -->"
    if entry is not None and entry.kind == "row":
        last = source.text.rfind("|", line.start, end)
        cell = last if last == end - 1 and last > line.start else end
        text, end = (text + " " if cell == last else text), cell
        end = line.start + len(source.text[line.start : end].rstrip(" \t"))
        text = text.rstrip(" ")
    return finding._replace(fix=Fix((Edit(end, end, text),)))
