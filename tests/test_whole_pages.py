"""Pages whose entries are seen only over the whole page: by turns, parted by tags, without a link, in columns that are called something else."""

from __future__ import annotations

from typing import Any

import pytest

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


def test_icons_of_one_folder_are_badges() -> None:
    icon = "https://icons.example.org/icons?i="
    page = "# Codes\n\n|Name|Told|Language|Code|\n|---|---|---|---|\n" + "".join(
        f"|[{name.split()[1]}](https://{n}.example.org/)|It moves water.|![]({icon}{('py', 'c')[n % 2]})|[![]({icon}github)](https://github.com/a/b{n})|\n"
        for n, name in enumerate(NAMES)
    )
    found = entries(page)
    assert [len(entry["badges"]) for entry in found] == [2] * 5
    assert [entry["badges"][1]["target"] for entry in found] == [f"https://github.com/a/b{n}" for n in range(5)]


def test_a_table_that_repeats_the_titles_below() -> None:
    table = "| Date | Name |\n|---|---|\n" + "".join(f"| 202{n}-01-02 | {title} |\n" for n, title in enumerate(RIVERS))
    page = f"# Rivers\n\n{table}\n## Papers\n\n" + "".join(
        f"### **{title}**\n\nIt tells of water that moves and of the people who live beside it.\n\n[Paper](https://arxiv.org/abs/2401.0000{n}) [Code](https://github.com/a/b{n})\n\n"
        for n, title in enumerate(RIVERS)
    )
    assert titles(page) == list(RIVERS)


def test_badges_that_open_pages_of_the_list_are_no_entries() -> None:
    page = "# Rivers\n\n" + "".join(
        f"- [![Papers](https://img.shields.io/badge/Papers-blue)](papers/{n}.md) [![About](https://img.shields.io/badge/About-red)](about/{n}.md) **{title}**\n"
        for n, title in enumerate(RIVERS)
    )
    assert titles(page) == []


def test_addresses_of_the_lists_own_pages_are_no_entries() -> None:
    contents = "".join(
        f"- [{word}](https://github.com/a/Awesome-Rivers/blob/main/{word}.md)\n"
        for word in ("Deep", "Slow", "Cold", "Old")
    )
    papers = "".join(f"- [{title}](https://arxiv.org/abs/2401.0000{n})\n" for n, title in enumerate(RIVERS))
    assert titles(f"# Rivers\n\n## Pages\n\n{contents}\n## Papers\n\n{papers}") == list(RIVERS)


def test_a_known_name_linked_on_its_own_line_is_an_author() -> None:
    known = ("Wei Lin", "Maria Garcia", "David Kim", "Thomas Müller", "Michael Chen")
    rows = "".join(
        f'<tr><td><p>{title}</p><p><a href="https://{n}.org/~a">{name}</a></p><p>CVPR 2021</p><p><a href="https://a.org/{n}.pdf">[Paper]</a></p></td></tr>'
        for n, (title, name) in enumerate(zip(RIVERS, known, strict=True))
    )
    assert [entry["authors"] for entry in entries(f"# Rivers\n\n<table>{rows}</table>\n")] == [[name] for name in known]


def test_columns_that_say_where_a_thing_is_from() -> None:
    head = "| Source | Title | Size | Link |\n|---|---|---|---|\n"
    rows = "".join(
        f"| {name.split()[1]}DB | {title} | {n} GB | [link](https://{n}.org/a) |\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    found = entries(f"# Data\n\n{head}{rows}")
    assert [entry["title"] for entry in found] == list(RIVERS)
    assert not any(entry["venue"] for entry in found)


@pytest.mark.parametrize(
    ("line", "title", "venue", "date"),
    [
        ("[{title}, Eurocrypt'99]({url})", "{title}", "Eurocrypt", "1999"),
        ("[{title}, FCCM 2007]({url})", "{title}", "FCCM", "2007"),
        ("[{title} (2019)]({url})", "{title}", None, "2019"),
        ("[2019 - {title}]({url})", "{title}", None, "2019"),
        ("2019 {title} <{url}>", "{title}", None, "2019"),
        ("[{title}]({url}), Graphics Gems IV, 1994", "{title}", "Graphics Gems IV", "1994"),
        ("**{title}**\n  Ada Lovelace, et al.\n  [bioRxiv (2020)]({url})", "{title}", "bioRxiv", "2020"),
        (
            "Lovelace, A. & Turing, A. {title}. Journal of Geophysical Research: Solid Earth (2019). {url}",
            "{title}",
            "Journal of Geophysical Research: Solid Earth",
            "2019",
        ),
        (
            'A. Lovelace and A. Turing, "{title}," Mobile Networks and Applications, vol.\u00a012, no. 3, pp. 3–9, Jan. 2021. [[PDF]]({url})',
            "{title}",
            "Mobile Networks and Applications",
            "2021-01",
        ),
        ('How the "Old" {title} (1967). [Paper]({url})', 'How the "Old" {title}', None, "1967"),
    ],
)
def test_a_place_and_a_year(line: str, title: str, venue: str | None, date: str) -> None:
    page = "# Rivers\n\n" + "".join(
        "- " + line.format(title=one, url=f"https://arxiv.org/abs/1901.0000{n}") + "\n" for n, one in enumerate(RIVERS)
    )
    found = entries(page)
    assert [entry["title"] for entry in found] == [title.format(title=one) for one in RIVERS]
    assert {(entry["venue"], entry["date"]) for entry in found} == {(venue, date)}


def test_a_title_below_its_short_name() -> None:
    page = "# Rivers\n\n" + "".join(
        f"+ **{name.split()[1]}Net** [CVPR2020]\n  + {title} [[paper](https://a.org/{n}.pdf)] [[code](https://github.com/a/{n})]\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    assert [(entry["acronym"], entry["title"]) for entry in entries(page)] == [
        (f"{name.split()[1]}Net", title) for title, name in zip(RIVERS, NAMES, strict=True)
    ]


def test_fields_of_books_below_their_headings() -> None:
    page = "# Books\n\n" + "".join(
        f"### {title}\n- **Authors**: {name}\n- **Publication Year**: 201{n}\n- **Description**: A book on water.\n\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    found = entries(page)
    assert [(entry["title"], entry["authors"], entry["date"]) for entry in found] == [
        (title, [name], f"201{n}") for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    ]


def test_who_presents_is_no_author_and_a_day_no_date() -> None:
    head = "| Date | Presenter | Paper | Conference |\n|---|---|---|---|\n"
    rows = "".join(
        f"| {19 + n}/03 | {name} | [{title}](https://arxiv.org/abs/2401.0000{n}) | ICML 2020 |\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    found = entries(f"# Meetings\n\n{head}{rows}")
    assert [entry["title"] for entry in found] == list(RIVERS)
    assert {(entry["authors"], entry["date"]) for entry in found} == {(None, "2020")}


def test_where_authors_work() -> None:
    page = "# Rivers\n\n" + "".join(
        f"* [{title}](https://arxiv.org/abs/2405.0000{n}), {name} (MIT), Alan Turing (Cambridge) et al.\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    assert [entry["authors"] for entry in entries(page)] == [[name, "Alan Turing"] for name in NAMES]


def test_a_title_below_a_name_in_bold() -> None:
    page = "# Rivers\n\n" + "".join(
        f"- **{name.split()[1]}Net**\n  - {title}, KDD 2020\n  - [[paper]](https://a.org/{n}.pdf)\n  - [[code]](https://github.com/a/{n})\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    assert [(entry["acronym"], entry["title"]) for entry in entries(page)] == [
        (f"{name.split()[1]}Net", title) for title, name in zip(RIVERS, NAMES, strict=True)
    ]


def test_a_name_between_a_linked_title_and_its_venue() -> None:
    page = "# Rivers\n\n" + "".join(
        f"- [{title}](pdf/{n}.pdf), {name}, ICRA 2023\n"
        for n, (title, name) in enumerate(zip(RIVERS, NAMES, strict=True))
    )
    assert [entry["authors"] for entry in entries(page)] == [[name] for name in NAMES]
