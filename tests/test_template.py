"""Templates: their notation, what they give back to the byte, and lists written in another form."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from awesomelint.engine import Settings, check
from awesomelint.engine.reform import reform
from awesomelint.entries.collection import collect
from awesomelint.errors import ConfigError, Refused
from awesomelint.files import read_file
from awesomelint.reading import Reader, read
from awesomelint.source import Source
from awesomelint.style import infer
from awesomelint.style.layout import LAYOUTS, pattern_of_layout
from awesomelint.style.notation import parse_notation
from conftest import FIXTURES, SHARED
from lists import Paper, lists
from test_layouts import CASES, dedented, told


def shown(notation: str) -> list[str]:
    """The places of a pattern, each with what stands around it."""
    return [
        f"{place.before}‹{place.opening}·{place.skeleton or place.role}·{place.closing}›"
        + "?" * place.optional
        + f"…{place.again!r}" * place.repeats
        for place in parse_notation(notation).places
    ]


def test_a_notation_is_read() -> None:
    assert shown("- **{title}**. *{authors}*.[? {venue}][? ({date})] [[{label}]({url})] ...") == [
        "‹**·title·**›", ". ‹*·authors·*›", ". ‹·venue·›?", " ‹(·date·)›?", " ‹[·[{label}]({url})·]›…' '",
    ]  # fmt: skip
    assert shown("[**{title}**]({url}) _{authors}_[? [![{alt}]({image})]({url})...]") == [
        "‹[**·title·**›", "‹·]({url})·›", " ‹_·authors·_›", " ‹·[![{alt}]({image})]({url})·›?…''",
    ]  # fmt: skip
    row = parse_notation("| {date} | [{title}]({url}) | [Code]({url}) | {keywords} |")
    assert (row.layout, row.roles, row.cells) == (
        "table",
        ("date", "title", "address", "link", "keywords"),
        (0, 1, 1, 2, 3),
    )
    assert parse_notation("**{title}**  \n{venue} | {date}").layout == "block"


@pytest.mark.parametrize("wrong", ["", "no field at all", "{title}[? ({date})", "|  |"])
def test_a_notation_that_says_nothing_is_refused(wrong: str) -> None:
    with pytest.raises(ConfigError, match="template"):
        parse_notation(wrong)


@given(lists())
@settings(max_examples=40, deadline=None)
def test_what_fits_is_given_back(made: tuple[str, list[Paper]]) -> None:
    text, _ = made
    found = read(Source(text))
    style = infer(found)
    for entry in found.entries:
        template = style.template_of(entry)
        if template is not None and template.fits(entry):
            start, end = entry.fields[0].outer.start, entry.fields[-1].outer.end
            assert template.write(entry) == text[start:end]


def test_the_fixture_fits_its_template() -> None:
    text = (FIXTURES / "synthetic-tumors.md").read_text(encoding="utf-8")
    found = read(Source(text))
    style = infer(found)
    fitting = [entry for entry in found.entries if (own := style.template_of(entry)) and own.fits(entry)]
    assert (len(fitting), len(found.entries)) == (32, 36)
    shown = next(template for key, template in style.templates.items() if isinstance(key, str)).notation()
    # What the program prints, it reads.
    assert parse_notation(shown).roles == ("title", "authors", "venue", "date", "link", "badge")


ONE = dedented(CASES["one line an entry"][0])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_in_another_layout_says_the_same(layout: str) -> None:
    source = Source(ONE)
    after = reform(source, pattern_of_layout(layout, read(source)), Reader(()))
    assert after.text != ONE
    before = [line.partition(" links=")[0] for line in map(told, read(source).entries)]
    assert [line.partition(" links=")[0] for line in map(told, read(after).entries)] == before


def test_a_list_in_a_template() -> None:
    pattern = parse_notation("{title} | {venue}[? {date}] | {authors} | [[{label}]({url})] ...")
    assert reform(
        Source(ONE), parse_notation("* " + "“{title}”. {authors}. *{venue}*. [{label}]({url}) ..."), Reader(())
    ).text == (
        "* “Tumor Growth on a Grid”. Ada Lovelace, Emmy Noether. *CVPR 2023*. [paper](https://arxiv.org/abs/2301.00001)"
        " [code](https://github.com/ada/grid)\n"
        "* “Retina Maps from Few Examples”. Alan Turing et al. *MICCAI 2022*. [paper](https://arxiv.org/abs/2201.00002)\n"
        "* “Lesions in the Wild”. Grace Hopper, Li Chen. *arXiv 2024*. [paper](https://arxiv.org/abs/2401.00003)\n"
    )
    assert pattern.layout == "block"


def test_a_table_and_back() -> None:
    table = reform(
        Source(ONE), parse_notation("| {title} | {authors} | {venue} | [{label}]({url}) ... |"), Reader(())
    ).text
    assert table.splitlines()[:3] == [
        "| Title | Authors | Venue | Links |",
        "| --- | --- | --- | --- |",
        "| Tumor Growth on a Grid | Ada Lovelace, Emmy Noether | CVPR 2023 | [paper](https://arxiv.org/abs/2301.00001)"
        " [code](https://github.com/ada/grid) |",
    ]
    again = "- **{title}** - {authors}. *{venue}* [[{label}]({url})] ..."
    assert reform(Source(table), parse_notation(again), Reader(())).text == ONE


def test_what_a_form_cannot_hold_is_refused_with_its_place() -> None:
    with pytest.raises(
        Refused, match="line 1, Tumor Growth on a Grid: the template has no place for its authors: Ada Lovelace, Emmy"
    ):
        reform(Source(ONE), parse_notation("- {title} {venue} [{label}]({url}) ..."), Reader(()))


def test_a_row_that_is_no_entry_is_not_lost_with_its_table() -> None:
    table = """\
| Title | Venue | Link |
| --- | --- | --- |
| Tumor Growth on a Grid | CVPR 2023 | [paper](https://arxiv.org/abs/2301.00001) |
| to be sorted | | |
| Lesions in the Wild | ICCV 2021 | [paper](https://arxiv.org/abs/2101.00002) |
| Retina Maps from Few Examples | ECCV 2020 | [paper](https://arxiv.org/abs/2001.00003) |
"""
    assert len(read(Source(table)).entries) == 3
    with pytest.raises(Refused, match="line 4: this row was not read as an entry"):
        reform(Source(table), parse_notation("- {title}. {venue} [{label}]({url}) ..."), Reader(()))


def test_no_word_is_dropped() -> None:
    keyed = "".join(
        f"**Street Maps from Camera {n}**\n\n- Paper: https://arxiv.org/abs/2403.0000{n}\n\n" for n in range(1, 5)
    )
    assert len(read(Source(keyed)).entries) == 4
    with pytest.raises(Refused, match="line 1, Street Maps from Camera 1: it would read differently"):
        reform(Source(keyed), parse_notation("- {title} <{url}>"), Reader(()))


def test_what_html_holds_is_left_alone() -> None:
    with pytest.raises(Refused, match="it is written in HTML"):
        reform(
            Source(dedented(CASES["a table in tags"][0])),
            parse_notation("- {title} {venue} {date} [{label}]({url}) ..."),
            Reader(()),
        )


def test_a_translation_is_no_second_list() -> None:
    english = "- [Kite](https://kite.example.org) - Flies.\n- [Sail](https://sail.example.org) - Sails.\n"
    chinese = "- [Kite](https://kite.example.org) - 会飞。\n- [Sail](https://sail.example.org) - 会航行。\n"
    other = "- [Reel](https://reel.example.org) - Winds.\n- [Knot](https://knot.example.org) - Holds.\n"
    names = ("README.md", "README.zh-CN.md", "README_en.md")
    collection = collect(read(Source(text, name)) for text, name in zip((english, chinese, other), names, strict=True))
    assert collection.translations == {"README.zh-CN.md": "README.md"}
    assert [entry.name for entry in collection.entries] == ["Kite", "Sail", "Reel", "Knot"]


CORPUS = sorted((SHARED / "corpus").rglob("*.md"))[::7]


@pytest.mark.skipif(not CORPUS, reason="the corpus of real lists does not lie beside the project")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_real_entries_are_given_back(path: Path) -> None:
    found = read(Source(read_file(path, path.name).text, path.name))
    style = infer(found)
    for entry in found.entries:
        template = style.template_of(entry)
        if template is not None and not template.misfit(entry) and entry.fields:
            start, end = entry.fields[0].outer.start, entry.fields[-1].outer.end
            if template.fits(entry):
                assert template.write(entry) == found.source.text[start:end]


def test_a_hundred_entries_of_another_form_do_not_make_the_old_ones_wrong() -> None:
    """Judged by the style of the text before, as it is for entries added since then."""
    old = "".join(
        f"- **Reading List {n} of Small Things** - Ada Lovelace, Emmy Noether. *CVPR 2023* [[paper](https://arxiv.org/abs/2301.{10000 + n})]\n"
        for n in range(80)
    )
    new = "".join(
        f"- [The Catalogue {n} of Large Things](https://arxiv.org/pdf/2302.{10000 + n}), *A Turing and M Curie*, ICCV'23\n"
        for n in range(100)
    )
    style = infer(read(Source(old)))
    assert not check(Source(old), Settings(Reader(()))).findings
    found = check(Source(old + new), Settings(Reader(())), style)
    assert len(found.found.entries) == 180
    assert min((finding.entry for finding in found.findings), default=80) >= 80
