"""Write the handbook's pages from the rules, and the picture of a first report: `python tasks/docs.py [--check]`."""

from __future__ import annotations

import sys
from pathlib import Path

from awesomelint.config.schema import schema_text
from awesomelint.config.settings import ONLINE, SECTION, STYLE, TOP, Setting
from awesomelint.engine import Settings, check
from awesomelint.files import read_file
from awesomelint.reading import Reader
from awesomelint.report import FileReport
from awesomelint.report.rules import mends
from awesomelint.report.text import Look, styles
from awesomelint.report.text import report as text_report
from awesomelint.rules import RULES
from awesomelint.source import Source

ROOT = Path(__file__).parent.parent
FIXTURE = ROOT / "tests" / "fixtures" / "synthetic-tumors.md"


NOTE = "Written from the source by `nox -s docs`; do not edit."


def handbook() -> dict[Path, str]:
    """docs/rules.md with a table of all rules, and a page each."""
    parts = [
        f"# Rules\n\n{NOTE}\n\nOff by default: those marked so. How to choose: [configuration](configuration.md).\n\n"
    ]
    parts.append("| rule | group | severity | fix | | |\n|---|---|---|---|---|---|\n")
    pages = {}
    for rule in RULES:
        state = (
            "with `--online`"
            if rule.needs
            else ""
            if rule.on
            else f"profile `{rule.profile}`"
            if rule.profile
            else "off"
        )
        parts.append(
            f"| [{rule.name}](rules/{rule.name}.md) | {rule.group} | {rule.severity} | {mends(rule)} | {state} | {rule.summary} |\n"
        )
        kind = "style rule" if rule.styles else "meaning rule"
        facts = f"{rule.group} · {rule.severity} · {kind} · fix: {mends(rule)} · {state or 'on'}"
        more = f"Switch it off for one entry: `<!-- awesomelint-disable-next-entry {rule.name} -- reason -->`"
        pages[ROOT / "docs" / "rules" / f"{rule.name}.md"] = f"# {rule.name}\n\n{facts}\n\n{rule.page}\n\n{more}\n"
    return {ROOT / "docs" / "rules.md": "".join(parts), **pages}


def settings() -> dict[Path, str]:
    """docs/configuration.md with every setting, a page for each choice of style, and the schema."""
    text = f"# Configuration\n\n{NOTE}\n\n{_CONFIGURATION}\n## Settings\n\n| key | values | |\n|---|---|---|\n"
    text += "".join(f"| `{one.key}` | {_values(one)} | {one.what} |\n" for one in TOP)
    text += "\n## `[style]`\n\n| key | values | |\n|---|---|---|\n"
    text += "".join(f"| [`{one.key}`](style/{one.key}.md) | {_values(one)} | {one.what} |\n" for one in STYLE)
    text += "\n## `[online]`\n\nSee [online](online.md).\n\n| key | values | |\n|---|---|---|\n"
    text += "".join(f"| `{one.key}` | {_values(one)} | {one.what} |\n" for one in ONLINE)
    text += '\n## `[per-section."Name"]`\n\nThe section of that name, in whatever case, and those below it.\n\n'
    text += "| key | values | |\n|---|---|---|\n"
    text += "".join(f"| `{one.key}` | {_values(one)} | {one.what} |\n" for one in SECTION)
    pages = {ROOT / "docs" / "configuration.md": text, ROOT / "docs" / "awesomelint.schema.json": schema_text()}
    for one in STYLE:
        rules = ", ".join(f"[{name}](../rules/{name}.md)" for name in one.rules)
        pages[ROOT / "docs" / "style" / f"{one.key}.md"] = (
            f"# style.{one.key}\n\n{one.what}\n\n{one.why}\n\nValues: {_values(one)}\n\nHeld to by: {rules}\n\n"
            "Without a setting it is what at least two thirds of the entries do that have the field; `awesomelint style README.md` shows the counts.\n"
        )
    return pages


def _values(setting: Setting) -> str:
    schema = setting.kind.schema
    if "enum" in schema:
        return ", ".join(f"`{value}`" if value.strip() == value else f'`"{value}"`' for value in schema["enum"])
    if "examples" in schema:
        return "such as " + ", ".join(f"`{value}`" for value in schema["examples"])
    named = {
        "array": "a list",
        "object": "a table",
        "integer": "0 to 5",
        "string": "a text",
        "boolean": "`true`, `false`",
    }
    return named[schema["type"]]


_CONFIGURATION = """\
None is needed. One is read from `.awesomelint.toml`, `awesomelint.toml` or `[tool.awesomelint]` in `pyproject.toml`, in the folder of the list or the nearest one above it;
`extend = "other.toml"` begins with another file. `awesomelint init` writes what your list does, `awesomelint config` shows what is in force and where it came from, and
`awesomelint config --schema` prints the [JSON Schema](awesomelint.schema.json) that editors complete and check with. The command line stands above the file.

    files = ["README.md", "lists/*.md"]
    ignore = ["shouted-title"]
    since = "pull-request"

    [style]
    date = "2 Mar 2023"
    order = "newest"

    [severity]
    duplicate-entry = "error"

    [per-file-ignores]
    "archive/*.md" = ["order", "links"]

    [per-section."Surveys"]
    required = ["venue", "date"]

    [venues]
    "Radium Letters" = ["Rad. Lett."]

    [labels]
    paper = ["pdf", "arXiv"]

"""


def picture() -> str:
    """docs/check.svg: the first findings on the list that ships with the project."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    source = Source(read_file(FIXTURE, "README.md").text, "README.md")
    checked = check(source, Settings(Reader(())))
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
    pages = {**handbook(), **settings(), ROOT / "docs" / "check.svg": picture()}
    left = {path for folder in ("rules", "style") for path in (ROOT / "docs" / folder).glob("*.md")} - set(pages)
    stale = [path for path, page in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != page]
    if "--check" in sys.argv:
        for path in (*stale, *left):
            print(f"{path.relative_to(ROOT)} is not what the source says; run `nox -s docs`")
        return 1 if stale or left else 0
    for path in left:
        path.unlink()
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
