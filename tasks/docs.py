"""Write the handbook's pages from the rules, and the picture of a first report: `python tasks/docs.py [--check]`."""

from __future__ import annotations

import sys
from pathlib import Path

from awesomelint.engine import Settings, check
from awesomelint.files import read_file
from awesomelint.report import FileReport
from awesomelint.report.rules import mends
from awesomelint.report.text import Look, styles
from awesomelint.report.text import report as text_report
from awesomelint.rules import RULES
from awesomelint.source import Source

ROOT = Path(__file__).parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "synthetic-tumors.md"


def handbook() -> str:
    """docs/rules.md: a table of all rules, then a page each."""
    parts = ["# Rules\n\nWritten from the rules' own pages by `nox -s docs`; do not edit.\n\n"]
    parts.append("| rule | group | severity | fix | |\n|---|---|---|---|---|\n")
    for rule in RULES:
        parts.append(
            f"| [{rule.name}](#{rule.name}) | {rule.group} | {rule.severity} | {mends(rule)} | {rule.summary} |\n"
        )
    for rule in RULES:
        parts.append(f"\n## {rule.name}\n\n{rule.page}\n")
    return "".join(parts)


def picture() -> str:
    """docs/check.svg: the first findings on the list that ships with the project."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    source = Source(read_file(FIXTURE, "README.md").text, "README.md")
    checked = check(source, Settings())
    file = FileReport("README.md", source, checked.found.entries, checked.findings)
    looks = styles()

    def paint(words: str, style: str) -> str:
        return f"\x00{style}\x01{words}\x02" if looks.get(style) else words

    shown = Text()
    for piece in text_report([file], Look(paint=paint)).split("\x00"):
        style, found, rest = piece.partition("\x01")
        words, _, after = rest.partition("\x02") if found else ("", "", piece)
        shown.append(words, looks.get(style, "") if found else "").append(after)
    lines = shown.split("\n")
    starts = [n for n, line in enumerate(lines) if line.plain.startswith("README.md:")]
    wanted = ("misplaced-field", "author-mark", "bibtex-names", "uneven-date", "uneven-separator")
    chosen = Text()
    for rule in wanted:
        at = next(n for n in starts if f": {rule}: " in lines[n].plain)
        end = next(n for n in range(at, len(lines)) if not lines[n].plain)
        for line in lines[at : end + 1]:
            chosen.append_text(line).append("\n")
    console = Console(record=True, width=116, file=StringIO(), force_terminal=True)
    console.print(chosen, soft_wrap=True)
    return console.export_svg(title="awesomelint check", unique_id="check")


def main() -> int:
    pages = {ROOT / "docs" / "rules.md": handbook(), ROOT / "docs" / "check.svg": picture()}
    stale = [path for path, page in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != page]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what the rules say; run `nox -s docs`")
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
