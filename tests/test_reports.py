"""Reports: what people and programs are shown, to the letter."""

from __future__ import annotations

import json

from awesomelint.engine import Settings, check
from awesomelint.files import read_file
from awesomelint.finding import Finding, Severity
from awesomelint.reading import Reader
from awesomelint.report import NAMES, FileReport, reporter
from awesomelint.report.cells import cell_len
from awesomelint.report.text import Look
from awesomelint.report.text import report as text_report
from awesomelint.source import Source, Span
from conftest import FIXTURES

LIST = "".join(
    f"- **{title}**, *Ada Lovelace, Alan Turing*, CVPR | {date} 2023, [paper](https://arxiv.org/abs/2301.0000{n})\n"
    for n, (title, date) in enumerate(
        [
            ("你好 🙂 of Tumors", "02 March"),
            ("On Small Data", "1 Mar"),
            ("A Survey of Mice", "1 Feb"),
            ("On Big Data", "1 Jan"),
        ]
    )
)


def file(text: str = LIST, rules: tuple[str, ...] = ("uneven-date",)) -> FileReport:
    checked = check(Source(text, "README.md"), Settings(Reader(())))
    findings = tuple(one for one in checked.findings if one.rule in rules)
    return FileReport("README.md", checked.found.source, checked.found.entries, findings)


def test_text() -> None:
    assert text_report([file()]) == (
        "README.md:1:59: warning: uneven-date: this date ought to be written 2 Mar 2023\n"
        "  |\n"
        "1 | …a Lovelace, Alan Turing*, CVPR | 02 March 2023, [paper](https://arxiv.org/abs/2301.00000)\n"
        "  |                                   ^^^^^^^^^^^^^\n"
        "  = fix:\n"
        "  - - **你好 🙂 of Tumors**, *Ada Lovelace, Alan Turing*, CVPR | 02 March 2023, [paper](https://arxiv.org/a…\n"
        "  + - **你好 🙂 of Tumors**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/…\n"
        "\n"
        "uneven-date  warning      1  1 fixable\n"
        "\n"
        "1 finding on 4 entries in 1 file; `awesomelint fix` mends 1.\n"
    )


def test_carets_stand_under_wide_signs() -> None:
    shown = text_report([file()]).split("\n")
    line, carets = shown[2], shown[3]
    assert (
        cell_len(line[: line.index("02 March")]) == len(carets) - len(carets.lstrip(" |"))
        if "^" not in carets
        else True
    )
    assert cell_len(line[: line.index("02 March")]) == carets.index("^")


def test_width_of_signs() -> None:
    assert [
        cell_len(text) for text in ("abc", "你好", "🙂", "é", "e\u0301", "❤", "❤\ufe0f", "👩\u200d🔬", "｜", "\u200b")
    ] == [3, 4, 2, 1, 1, 1, 2, 2, 2, 0]


def test_nothing_to_report() -> None:
    assert text_report([file(rules=())]) == "Nothing to report on 4 entries in 1 file.\n"


def test_a_long_report_is_cut_and_all_shows_it() -> None:
    source = Source(read_file(FIXTURES / "synthetic-tumors.md", "x").text, "README.md")
    checked = check(source, Settings(Reader(())))
    whole = FileReport("README.md", source, checked.found.entries, checked.findings)
    assert text_report([whole]).count(": trailing-blank: blank at") == 5
    assert "README.md: trailing-blank: 40 more in 14 entries (--all shows them)\n" in text_report([whole])
    assert text_report([whole], Look(everything=True)).count(": trailing-blank: blank at") == 45


def test_concise() -> None:
    assert reporter("concise")([file()]) == "README.md:1:59: uneven-date: this date ought to be written 2 Mar 2023\n"


def test_github_escapes_as_the_toolkit_does() -> None:
    finding = Finding("a-rule", "date", Severity.NOTE, Span(0, 3), "50% of a:b,\nand more")
    odd = FileReport("a,b:c.md", Source("abc\n", "x"), (), (finding,))
    assert reporter("github")([odd]) == (
        "::notice file=a%2Cb%3Ac.md,line=1,endLine=1,col=1,endColumn=4,title=a-rule::50%25 of a:b,%0Aand more\n"
    )


def test_every_format_names_the_same_places() -> None:
    data = json.loads(reporter("json")([file()]))["findings"]
    assert [(one["line"], one["column"]) for one in data] == [(1, 59)]
    assert set(NAMES) == {"text", "concise", "json", "github"}
    for name in NAMES:
        assert "2 Mar 2023" in reporter(name)([file()])
