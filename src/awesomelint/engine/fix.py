"""Apply fixes to rest, with the net under every pass.

In goes a source, out comes the text that no fix changes any further, with all that was applied. The
style is inferred from the first text and frozen until all is at rest. A fix whose entry would read differently afterwards is
withheld; if facts are lost all the same, nothing is returned but the error.
"""

from __future__ import annotations

from typing import NamedTuple

from ..errors import FactLost, Unsettled
from ..finding import Finding, Safety
from ..source import Source
from ..style import Style
from . import edits, net
from .check import Checked, Settings, check, entry_at

# Ruff allows itself 100; more than a few passes here mean that two rules disagree, but entries that move
# to neighbouring places take a pass each.
MOST_PASSES = 50
# Each trial withholds what the one before showed to be guilty.
MOST_TRIALS = 6


class Applied(NamedTuple):
    """One fix that was written: what stood there before and what stands there now."""

    rule: str
    line: int
    before: str
    after: str


class Fixed(NamedTuple):
    """The outcome: the new text, what was applied, and what is left to find in it."""

    source: Source
    before: Checked
    after: Checked
    applied: tuple[Applied, ...]
    passes: int


def fix(source: Source, settings: Settings, safety: Safety = Safety.SAFE, style: Style | None = None) -> Fixed:
    """Mend a text until nothing is left to mend at this safety.

    Raises FactLost where a pass would change what it did not declare, Unsettled where rules undo
    each other; the text is then as it was.
    """
    first = checked = proven(check(source, settings, style), settings, safety)
    applied: list[Applied] = []
    seen = {source.text}
    last_rules: set[str] = set()
    for number in range(MOST_PASSES):
        chosen = edits.choose(applicable(checked, settings, safety))
        if not chosen and style is None:
            # At rest under the style of the first text. What was mended may have settled a choice that
            # had no majority before: only a text that its own style leaves alone is done.
            checked = proven(check(checked.found.source, settings), settings, safety)
            chosen = edits.choose(applicable(checked, settings, safety))
        if not chosen:
            return Fixed(checked.found.source, first, checked, tuple(applied), number)
        text = edits.apply(checked.found.source.text, chosen)
        rules = {finding.rule for finding in chosen}
        if text in seen:
            both = ", ".join(sorted(rules | last_rules))
            raise Unsettled(f"{source.name}: {both} undo each other; nothing was written", source.text, text)
        after = check(Source(text, source.name), settings, checked.style)
        if lost := net.altered(checked.found, after.found, chosen):
            culprits = _culprits(checked, chosen, lost)
            raise FactLost(
                f"{source.name}: {culprits} would change what an entry says; nothing was written", source.text, text
            )
        applied += [_record(checked, finding) for finding in chosen]
        seen.add(text)
        checked = proven(after, settings, safety)
        last_rules = rules
    raise Unsettled(
        f"{source.name}: {', '.join(sorted(last_rules))} do not settle; nothing was written",
        source.text,
        checked.found.source.text,
    )


def proven(checked: Checked, settings: Settings, safety: Safety) -> Checked:
    """The findings with only such fixes as leave every entry's facts as they are, tried on the whole text.

    What is withheld in one text may well be mended in the next one.
    """
    for _ in range(MOST_TRIALS):
        chosen = edits.choose(applicable(checked, settings, safety))
        if not chosen:
            return checked
        after = settings.reader.read(Source(edits.apply(checked.found.source.text, chosen), checked.found.source.name))
        lost = set(net.altered(checked.found, after, chosen))
        if not lost:
            return checked
        # A fix that spans the list is suspected first: it touches every entry that lost something. Of an entry that
        # lost something no fix is offered, not those either that waited for another one.
        suspects = [finding for finding in chosen if _entries_touched(checked, finding) > 1]
        if not suspects:
            offered = chosen if -1 in lost else applicable(checked, settings, safety)
            suspects = [finding for finding in offered if -1 in lost or finding.entry in lost]
        checked = _without_fixes(checked, set(suspects))
    # Nothing that could be proven is left: better no fix than a doubtful one.
    return _without_fixes(checked, set(applicable(checked, settings, safety)))


def applicable(checked: Checked, settings: Settings, safety: Safety) -> list[Finding]:
    """The findings whose fix is safe enough and not switched off."""
    return [
        finding
        for finding in checked.findings
        if finding.fix is not None and finding.fix.safety >= safety and finding.rule in settings.fixable
    ]


def _without_fixes(checked: Checked, withheld: set[Finding]) -> Checked:
    """The same findings, those named without their fix."""
    findings = (one._replace(fix=None, withheld=True) if one in withheld else one for one in checked.findings)
    return checked._replace(findings=tuple(findings))


def _entries_touched(checked: Checked, finding: Finding) -> int:
    """In how many entries a fix edits."""
    assert finding.fix is not None
    if finding.fix.moves or len(finding.fix.edits) == 1:
        return 1
    return len({entry_at(checked.found.entries, edit.start) for edit in finding.fix.edits})


def _culprits(checked: Checked, chosen: list[Finding], lost: list[int]) -> str:
    rules = sorted({finding.rule for finding in chosen if finding.entry in lost or finding.entry < 0}) or sorted(
        {finding.rule for finding in chosen}
    )
    first = next((n for n in lost if 0 <= n < len(checked.found.entries)), None)
    if first is None:
        return ", ".join(rules)
    line = checked.found.source.line_of(checked.found.entries[first].span.start)
    return f"{', '.join(rules)} at line {line}"


def _record(checked: Checked, finding: Finding) -> Applied:
    assert finding.fix is not None
    source = checked.found.source
    edit = finding.fix.edits[0]
    if finding.fix.moves:
        title = source.slice(finding.span)
        return Applied(finding.rule, source.line_of(finding.span.start), title, title)
    return Applied(finding.rule, source.line_of(edit.start), source.text[edit.start : edit.end], edit.text)
