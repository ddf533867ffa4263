"""Run check and fix over a folder of real lists, and hold the laws over every one of them.

    python tasks/corpus.py FOLDER [--jobs N] [--only TEXT] [--save FILE] [--against FILE] [--everything]

Prints a line a file that breaks a law, then the counts of every rule; `--save` keeps the counts as
JSON, and `--against` prints what differs from a run before. `--everything` runs all rules, those off by default too, and applies unsafe fixes.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from awesomelint.discover import SUFFIXES
from awesomelint.engine import Settings, fix
from awesomelint.errors import AwesomelintError
from awesomelint.files import read_file
from awesomelint.finding import Safety
from awesomelint.reading import Reader, read
from awesomelint.rules import RULES
from awesomelint.source import Source
from awesomelint.style import Style, infer

# What these mend stands outside of entries, or makes entries of what was none.
DOCUMENT_RULES = frozenset(rule.name for rule in RULES if rule.group == "document")
DEFAULT = (Settings(Reader(())), Safety.SAFE)
EVERYTHING = (Settings(Reader(()), rules=RULES), Safety.UNSAFE)


@dataclass
class Outcome:
    """What became of one file."""

    name: str
    entries: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    applied: int = 0
    withheld: int = 0
    passes: int = 0
    seconds: float = 0.0
    fitting: int = 0
    restyled: int = 0
    broken: list[str] = field(default_factory=list)


def run(path: Path, name: str, everything: bool = False) -> Outcome:
    """Fix one file in memory and hold the laws over it."""
    settings, safety = EVERYTHING if everything else DEFAULT
    outcome = Outcome(name)
    started = time.perf_counter()
    try:
        source = Source(read_file(path, name).text, name)
        fixed = fix(source, settings, safety)
    except AwesomelintError as error:
        outcome.broken.append(f"{type(error).__name__}: {error}")
        return outcome
    outcome.seconds = time.perf_counter() - started
    outcome.entries = len(fixed.before.found.entries)
    outcome.findings.update(finding.rule for finding in fixed.before.findings)
    outcome.withheld = sum(finding.withheld for finding in fixed.before.findings)
    outcome.applied, outcome.passes = len(fixed.applied), fixed.passes
    text = fixed.source.text
    found, style = fixed.before.found, fixed.before.style
    for entry in found.entries:
        template = style.template_of(entry)
        outcome.fitting += template is not None and template.fits(entry)
    outcome.restyled = settled(style) != settled(infer(read(Source(text, name))))
    revealed = {one.rule for one in fixed.before.findings if one.fix is not None and one.fix.reveals}
    if not (DOCUMENT_RULES | revealed) & {one.rule for one in fixed.applied} and outside(source.text) != outside(text):
        outcome.broken.append("untouched: text outside of entries changed")
    shuffled = settings._replace(rules=tuple(reversed(settings.rules)))
    if fix(source, shuffled, safety).source.text != text:
        outcome.broken.append("any order: the rules in reverse give another text")
    if text != source.text:
        again = fix(Source(text, name), settings, safety)
        if again.source.text != text:
            rules = ", ".join(sorted({one.rule for one in again.applied}))
            outcome.broken.append(f"settles: a second run changes the text again ({rules})")
    return outcome


def settled(style: Style) -> dict[object, object]:
    """Everything that a style has decided, without the counts behind it."""
    values: dict[object, object] = {choice.name: choice.value for choice in style.choices}
    values |= {("blank lines", key): choice.value for key, choice in style.blank_lines.items()}
    values |= {("order", key): order.direction for key, order in style.orders.items()}
    values |= {("template", key): one.notation() for key, one in style.templates.items() if isinstance(key, str)}
    return values


def outside(text: str) -> list[str]:
    """What stands outside of entries, without the blank lines between two of them."""
    found = read(Source(text))
    rest, at = [], 0
    for entry in found.entries:
        rest.append(text[at : entry.span.start])
        at = max(at, entry.span.end)
    return [piece for piece in (*rest, text[at:]) if piece.strip()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--everything", action="store_true")
    given = parser.parse_args()
    files = sorted(p for p in given.folder.rglob("*") if p.suffix.lower() in SUFFIXES and given.only in str(p))
    if not files:
        print(f"no Markdown under {given.folder}", file=sys.stderr)
        return 2
    names = [path.relative_to(given.folder).as_posix() for path in files]
    with ProcessPoolExecutor(given.jobs) as pool:
        outcomes = list(pool.map(run, files, names, [given.everything] * len(files)))
    return report(outcomes, given.save, given.against)


def report(outcomes: list[Outcome], save: Path | None, against: Path | None) -> int:
    total: Counter[str] = Counter()
    for one in outcomes:
        total.update(one.findings)
        for law in one.broken:
            print(f"{one.name}: {law}")
    for rule, number in total.most_common():
        files = sum(rule in one.findings for one in outcomes)
        print(f"{rule:<28} {number:>6} in {files:>3} files")
    broken = sum(bool(one.broken) for one in outcomes)
    print(
        f"{len(outcomes)} files, {sum(one.entries for one in outcomes)} entries, {sum(one.applied for one in outcomes)} fixes,"
        f" {sum(one.withheld for one in outcomes)} withheld, most passes {max(one.passes for one in outcomes)},"
        f" {sum(one.seconds for one in outcomes):.1f} s; {broken} files break a law"
    )
    entries = max(1, sum(one.entries for one in outcomes))
    print(
        f"templates give back {sum(one.fitting for one in outcomes)} of {entries} entries;"
        f" {sum(one.restyled for one in outcomes)} files settle a choice of style only by being fixed"
    )
    data = {one.name: dict(one.findings) for one in outcomes}
    if save:
        save.write_text(json.dumps(data, indent=1, sort_keys=True), encoding="utf-8")
    if against:
        differences(json.loads(against.read_text(encoding="utf-8")), data)
    return 1 if broken else 0


def differences(before: dict[str, dict[str, int]], after: dict[str, dict[str, int]]) -> None:
    """Print what a change altered, file by file and rule by rule."""
    for name in sorted({*before, *after}):
        old, new = before.get(name, {}), after.get(name, {})
        for rule in sorted({*old, *new}):
            if old.get(rule, 0) != new.get(rule, 0):
                print(f"{name}: {rule} {old.get(rule, 0)} -> {new.get(rule, 0)}")


if __name__ == "__main__":
    sys.exit(main())
