"""A file with the findings that are known, so that only new ones are reported.

Keyed by file, entry and rule rather than by line: sorting a list, or adding to it, brings nothing back. An entry is known by its
title's letters; what lies in no entry is known by the words of its line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from .entries import Entry
from .entries.letters import fold
from .errors import BaselineError
from .finding import Finding
from .source import Source

VERSION = 1
Key = tuple[str, str, str]


def key_of(name: str, entries: Sequence[Entry], source: Source, finding: Finding) -> Key:
    """File, rule and place of a finding, in words that survive an edit elsewhere."""
    name = PurePath(name).as_posix()
    if finding.entry < 0:
        line = source.slice(source.line_span(source.line_of(finding.span.start)))
        return name, finding.rule, "line:" + fold(line)[:80]
    if finding.fix is not None and len(finding.fix.edits) > 1 and not finding.fix.moves:
        entry = entries[finding.entry]
        if any(not entry.span.start <= edit.start <= entry.span.end for edit in finding.fix.edits):
            return name, finding.rule, "list"  # said once, at whichever entry comes first
    entry = entries[finding.entry]
    return name, finding.rule, "entry:" + (fold(entry.name) or fold(entry.links[0].url if entry.links else ""))[:80]


def read_baseline(path: Path) -> Counter[Key]:
    """The known findings, each with how often it is known. Raises BaselineError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise BaselineError(f"{path}: was written by another version; write it again with --write-baseline")
        return Counter({(one["path"], one["rule"], one["where"]): int(one["count"]) for one in data["findings"]})
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read ({error.strerror}); write it with --write-baseline") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BaselineError(f"{path}: is no baseline of awesomelint; write it again with --write-baseline") from error


def write_baseline(path: Path, keys: Iterable[Key]) -> int:
    """Keep the findings, sorted, a line each, so that git shows what changed; how many there are. Raises BaselineError."""
    counts = Counter(keys)
    rows = [
        json.dumps({"path": name, "rule": rule, "where": where, "count": count}, ensure_ascii=False)
        for (name, rule, where), count in sorted(counts.items())
    ]
    text = '{"version": %d, "findings": [\n%s\n]}\n' % (VERSION, ",\n".join(rows))
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BaselineError(f"{path}: cannot be written ({error.strerror})") from error
    return sum(counts.values())


def unknown(keys: list[Key], baseline: Counter[Key]) -> list[bool]:
    """For each finding, whether the baseline has it not; a finding more than it knows is new."""
    left = baseline.copy()
    new = []
    for key in keys:
        new.append(left[key] <= 0)
        left[key] -= 1
    return new
