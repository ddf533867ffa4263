"""Findings -> edits that can be applied together, and their application.

Narrower first: where two fixes overlap, the one that touches less text goes, the other waits for the
next pass. So the order of the rules does not matter, and there is no table of precedence.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from ..finding import Edit, Finding


def choose(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be applied in one pass; entries move only when nothing else is left to do."""
    with_fix = [finding for finding in findings if finding.fix is not None]
    mending = [finding for finding in with_fix if finding.fix is not None and not finding.fix.moves]
    ready = sorted(mending or with_fix, key=_width)
    taken: list[tuple[int, int]] = []
    chosen = []
    for finding in ready:
        assert finding.fix is not None
        if all(_fits(edit, taken, finding.fix.moves) for edit in finding.fix.edits):
            chosen.append(finding)
            for edit in finding.fix.edits:
                if edit.end > edit.start or not finding.fix.moves:
                    insort(taken, (edit.start, edit.end))
    return chosen


def _width(finding: Finding) -> tuple[int, int, str, str]:
    assert finding.fix is not None
    edits = finding.fix.edits
    return sum(edit.end - edit.start for edit in edits), edits[0].start, finding.rule, edits[0].text


def _fits(edit: Edit, taken: list[tuple[int, int]], moves: bool) -> bool:
    """Whether an edit goes together with all that were taken.

    Two replacements that only touch do; an insertion does not go with what touches it, because who knows on
    which side of it the other one ought to stand. Entries that move are inserted beside gaps that others leave.
    """
    at = bisect_left(taken, (edit.start, edit.end))
    for start, end in taken[max(0, at - 1) : at + 2]:
        if start < edit.end and edit.start < end:
            return False
        insertion = edit.start == edit.end or start == end
        if insertion and start <= edit.end and edit.start <= end and not (moves and (edit.start in (start, end))):
            return False
    return True


def apply(text: str, findings: Sequence[Finding]) -> str:
    """The text with the fixes of findings that `choose` chose together."""
    edits = []
    for finding in findings:
        assert finding.fix is not None
        # Several entries that move to one place stand there in the order of their rank.
        edits += [(edit.start, edit.end, finding.fix.rank, edit.text) for edit in finding.fix.edits]
    pieces, at = [], 0
    for start, end, _, replacement in sorted(edits):
        pieces += [text[at:start], replacement]
        at = max(at, end)
    return "".join([*pieces, text[at:]])
