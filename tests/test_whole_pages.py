"""Pages whose entries are seen only over the whole page: by turns, parted by tags, without a link, in columns that are called something else."""

from __future__ import annotations

from typing import Any

from awesomelint.reading import read
from awesomelint.report.export import entry_as_data
from awesomelint.source import Source


def entries(text: str) -> list[dict[str, Any]]:
    found = read(Source(text))
    return [entry_as_data(found, entry) for entry in found.entries]


def titles(text: str) -> list[str]:
    return [entry["title"] for entry in entries(text)]


NAMES = ("Ada Lovelace", "Alan Turing", "Grace Hopper", "Emmy Noether", "Niels Bohr")
RIVERS = tuple(f"Mapping {name} Rivers from Sparse Gauges" for name in ("Deep", "Slow", "Frozen", "Braided", "Buried"))


def test_words_and_links_by_turns() -> None:
    page = "# Rivers\n\n" + "".join(
        f"**[KDD 2021]** {title}\n\n[{name}](https://arxiv.org/abs/2101.0000{n}), [here](https://a.org/{n})\n\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    assert titles(page) == list(RIVERS)
    assert all(len(entry["links"]) == 2 and entry["venue"] == "KDD" for entry in entries(page))


def test_references_parted_by_tags() -> None:
    page = "# Rivers\n\n" + "\n<br>\n".join(
        f"{name.split()[1]}, {name[0]}. (199{n}). {title} (2nd ed.). New York: Oxford University Press."
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    assert titles(page) == [f"{title} (2nd ed.)" for title in RIVERS]
    assert {entry["venue"] for entry in entries(page)} == {"Oxford University Press"}


def test_titles_without_a_link() -> None:
    words = ("Deep", "Slow", "Frozen", "Braided", "Buried", "Dammed", "Tidal", "Alpine", "Urban", "Ancient")
    page = "# Rivers\n\n- read the rules first\n\n## Papers\n\n" + "".join(
        f"- Mapping {first} and {second} Rivers\n" for first in words for second in words if first != second
    )
    assert len(titles(page)) == 90
    table = "## Rivers\n\n|ID|paper|assign|\n|---|---|---|\n" + "".join(
        f"|{n}|{t}|TODO|\n" for n, t in enumerate(RIVERS)
    )
    assert titles(table) == list(RIVERS)


def test_features_are_no_titles() -> None:
    features = "".join(f"- it reads {n} kinds of files and writes them back\n" for n in range(60))
    assert titles(f"# A Program\n\n## Features\n\n{features}") == []


def test_a_first_column_that_is_called_otherwise() -> None:
    head = "| Company | What it does | Links |\n|---|---|---|\n"
    rows = "".join(
        f"| {name.split()[1]} Works | It maps {n} rivers and sells the maps to those who ask for them | [site](https://{n}.org) |\n"
        for n, name in enumerate(NAMES)
    )
    assert titles(f"# Firms\n\n{head}{rows}") == [f"{name.split()[1]} Works" for name in NAMES]


def test_folders_that_are_called_as_their_papers() -> None:
    page = "# Notes\n\n" + "".join(f"{n}. [{title}]({title.replace(' ', '-')})\n" for n, title in enumerate(RIVERS, 1))
    assert titles(page) == list(RIVERS)


def test_a_year_and_a_surname_before_the_title() -> None:
    page = "# Rivers\n\n" + "".join(
        f"* 193{n} {name.split()[1]}: {title} <https://a.org/{n}.pdf>\n\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    assert titles(page) == list(RIVERS)
    assert [entry["authors"] for entry in entries(page)] == [[name.split()[1]] for name in NAMES]
    assert [entry["date"] for entry in entries(page)] == [f"193{n}" for n in range(5)]


def test_a_venue_keeps_its_words() -> None:
    page = "- [Rivers of Data and Steam](https://arxiv.org/abs/2101.00001). Ada Lovelace, Alan Turing. *Journal of Computational Physics*, 2021.\n"
    (entry,) = entries(f"# Rivers\n\n{page}")
    assert entry["venue"] == "Journal of Computational Physics"
