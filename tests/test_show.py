"""`awesomelint show`: what is read of a list, and why a block is no entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from awesomelint.reading import Reader
from awesomelint.report.show import show_text
from awesomelint.source import Source
from test_cli import run

TEXT = """\
# Robots

## News

- A talk was held.

## Papers

- [Sparse Maps for Walking Robots](https://arxiv.org/abs/2101.00001), Ada Lovelace, Alan Turing, ICRA 2021
- [Robots Above the Clouds](https://arxiv.org/abs/2101.00002), Grace Hopper, Max Born, ICRA 2022
- What a robot is not
"""


def shown(line: int | None = None) -> str:
    source = Source(TEXT, "README.md")
    return show_text(source, Reader(()).trace(source), line)


def test_the_whole_list() -> None:
    assert shown().splitlines() == [
        "README.md: 2 entries in 1 sections",
        "",
        "Robots > Papers",
        "            9  Sparse Maps for Walking Robots (authors, venue, 1 link; certainty 1.00)",
        "           10  Robots Above the Clouds (authors, venue, 1 link; certainty 0.67)",
        "",
        "1 blocks are no entries:",
        "           11  - What a robot is not",
        "               no link leads out of the list, and fewer than two of authors, venue and date were found",
    ]


def test_an_entry_with_carets_under_its_fields() -> None:
    lines = shown(9).splitlines()
    assert lines[:2] == ["README.md:9-9: item in Robots > Papers", "entry, certainty 1.00"]
    source = TEXT.splitlines()[8]
    for field in ("Sparse Maps for Walking Robots", "Ada Lovelace, Alan Turing", "ICRA 2021"):
        assert any(
            line[9:].startswith(" " * source.index(field) + "^" * len(field) + " ")
            for line in lines
            if line.startswith("       |")
        ), field


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (11, "no entry: no link leads out of the list, and fewer than two of authors, venue and date were found"),
        (5, "README.md:5: no entry was looked for here: sections called `News` hold no list"),
        (6, "README.md:6: no entry was looked for here: sections called `News` hold no list"),
    ],
)
def test_why_a_line_is_no_entry(line: int, why: str) -> None:
    assert why in shown(line).splitlines()


def test_the_command(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(TEXT, encoding="utf-8")
    done = run("show", f"{path}:9")
    assert done.returncode == 0
    assert "title: Sparse Maps for Walking Robots" in done.stdout
    assert run("show", f"{path}:99").returncode == 2
    assert run("show", tmp_path / "none.md").returncode == 2
