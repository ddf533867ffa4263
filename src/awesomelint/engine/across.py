"""Duplicates across the files of one list.

In go the papers of each file, out come findings for those that stand in an earlier file as well. Files that share most of their papers are one list in
two dresses (a translation, a view sorted otherwise) and are not compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from ..entries import AwesomeList, Entry
from ..entries.same import keys_of_paper
from ..finding import Finding, Severity
from ..rules import duplicate_entry
from ..source import Span
from ..suppressions import Suppressions
from .check import KNOWN, Settings

RULE = "duplicate-entry"
# Of the smaller file's papers, so many in the other one make them one list.
SHARED = 0.5


class Paper(NamedTuple):
    """An entry as other files see it: what names it, and where it stands. `asked` says whether a finding in it would be reported."""

    keys: tuple[str, ...]
    line: int
    name: str
    entry: int
    span: Span
    asked: bool


def papers_of(found: AwesomeList, settings: Settings) -> tuple[Paper, ...]:
    """The papers of a file; none where the rule does not run."""
    if all(rule.name != RULE for rule in settings.rules):
        return ()
    suppressions = Suppressions(found, KNOWN)
    papers = []
    for number, entry in enumerate(found.entries):
        keys = tuple(keys_of_paper(entry))
        if keys and entry.certainty >= Entry.SURE and entry.fields:
            span = (entry.title or entry.fields[0]).outer
            finding = Finding(RULE, duplicate_entry.group, Severity.NOTE, span, "", entry=number)
            asked = not suppressions.hide(finding) and (settings.scope is None or settings.scope.covers(finding, found))
            asked = asked and not any(section.drops(finding, entry.section) for section in settings.sections)
            papers.append(Paper(keys, found.source.line_of(entry.span.start), entry.name, number, span, asked))
    return tuple(papers)


def across(files: Mapping[str, tuple[Paper, ...]]) -> Iterator[tuple[str, Finding]]:
    """Each paper of a later file that stands in an earlier one, once, with the file that it is in."""
    apart = _one_list(files)
    seen: dict[str, list[tuple[str, Paper]]] = {}
    for name, papers in files.items():
        for paper in papers:
            firsts = (first for key in paper.keys for first in seen.get(key, ()) if (first[0], name) not in apart)
            first = next(firsts, None)
            if first is not None and paper.asked:
                message = f"this paper stands in {first[0]}, line {first[1].line}, already: {first[1].name}"
                yield name, Finding(RULE, duplicate_entry.group, Severity.NOTE, paper.span, message, entry=paper.entry)
        for paper in papers:
            for key in paper.keys:
                seen.setdefault(key, []).append((name, paper))


def _one_list(files: Mapping[str, tuple[Paper, ...]]) -> set[tuple[str, str]]:
    """The pairs of files that are one list in two dresses."""
    keys = {name: {key for paper in papers for key in paper.keys} for name, papers in files.items()}
    where: dict[str, list[str]] = {}
    for name, own in keys.items():
        for key in own:
            where.setdefault(key, []).append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in where.values():
        shared.update(combinations(names, 2))
    return {pair for pair, number in shared.items() if number >= SHARED * min(len(keys[pair[0]]), len(keys[pair[1]]))}
