"""Forms in which people write their lists by hand: each is written for five papers and read back, title, authors, venue and year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from awesomelint.reading import read
from awesomelint.report.export import entry_as_data
from awesomelint.source import Source
from test_made_lists import letters


class Paper(NamedTuple):
    title: str
    names: tuple[str, ...]
    venue: str
    year: int

    @property
    def full(self) -> str:
        return ", ".join(self.names)

    @property
    def last(self) -> tuple[str, ...]:
        return tuple(name.split()[-1] for name in self.names)

    @property
    def et_al(self) -> str:
        return f"{self.last[0]} et al."

    @property
    def short(self) -> str:
        """`A. Lovelace, C. Babbage`"""
        return ", ".join(f"{name[0]}. {last}" for name, last in zip(self.names, self.last, strict=True))

    @property
    def apa(self) -> str:
        """`Lovelace, A., & Babbage, C.`"""
        return ", & ".join(part for part in (", ".join(self._inverted[:-1]), self._inverted[-1]) if part)

    @property
    def _inverted(self) -> list[str]:
        return [f"{last}, {name[0]}." for name, last in zip(self.names, self.last, strict=True)]

    @property
    def url(self) -> str:
        return f"https://arxiv.org/abs/{self.year % 100}01.{len(self.title):05}"


PAPERS = (
    Paper("Sparse Maps for Walking Robots", ("Ada Lovelace", "Alan Turing", "Grace Hopper"), "ICRA", 2021),
    Paper("Contrastive Synthesis of Liver Tumors", ("Emmy Noether", "Max Born"), "MICCAI", 2022),
    Paper("A Survey of Private Retrieval", ("Mary Shelley", "Ann Radcliffe", "Bram Stoker"), "ACL", 2020),
    Paper("Causal Planning with Language Models", ("Niels Bohr", "Lise Meitner"), "NeurIPS", 2023),
    Paper("Why Graphs Forget Their Neighbours", ("Kurt Weill", "Lotte Lenya"), "ICLR", 2019),
)

ALL, LAST, FIRST, NONE = "all", "last", "first", "none"
"""Which authors a form tells: all in full, all by their last names, the first by the last name alone, or none."""


class Form(NamedTuple):
    write: Callable[[Paper], str]
    authors: str
    venue: bool = True
    year: bool = True


FORMS: dict[str, Form] = {
    "authors in APA before a linked title": Form(lambda p: f"{p.apa} [**{p.title}**]({p.url}) {p.venue} ({p.year})\n\n", LAST),
    "names and a year in the link": Form(lambda p: f"- [{p.et_al[:-1]} ({p.year}) - {p.title}]({p.url})\n", FIRST, venue=False),
    "names and a year, no link": Form(lambda p: f"- {p.et_al[:-1]} ({p.year}) - {p.title}\n", FIRST, venue=False),
    "names and a year before a colon": Form(lambda p: f"- {p.et_al}, {p.year}: {p.title}\n", FIRST, venue=False),
    "names and a year in bold": Form(lambda p: f"1. **{p.et_al} ({p.year})** - {p.title}\n", FIRST, venue=False),
    "names and a year in one bracket": Form(lambda p: f"- [ ] [{p.title}]({p.url}) ({p.short} {p.year})\n", LAST, venue=False),
    "a surname behind a dash": Form(lambda p: f"- [{p.title}]({p.url}) - {p.last[0]} ({p.year})\n", FIRST, venue=False),
    "venue and year end the link": Form(lambda p: f"- [x] [{p.title}, {p.venue} {p.year}]({p.url})\n", NONE),
    "one of the authors in bold": Form(lambda p: f'- "{p.title}", **{p.names[0]}**, {", ".join(p.names[1:])}, {p.venue} {p.year}\n', ALL),
    "year, venue, linked title": Form(lambda p: f"- {p.year}, {p.venue}, [{p.title}]({p.url})\n", NONE),
    "by, without a link": Form(lambda p: f"- {p.title} by {' and '.join(p.names[:2])}, {p.venue} {p.year}\n", "two"),
    "an emoji by its name": Form(lambda p: f"- :page_with_curl: [{p.title}]({p.url}) by {p.full}. {p.venue} {p.year}.\n", ALL),
    "an emoji's name as a link": Form(lambda p: f"- [:scroll:](notes.pdf) [{p.title}]({p.url}) by {p.full}. {p.venue} {p.year}.\n", ALL),
    "a label in the link": Form(lambda p: f"- [Paper: {p.title}]({p.url}), {p.venue} {p.year}\n", NONE),
    "a date above": Form(lambda p: f"**{p.year % 100}.3.{p.year}**\n\n[{p.title}]({p.url}), *{p.venue}*, {p.year}\n{' & '.join(p.names[:2])}\n\n", "two"),
    "names under a heading": Form(lambda p: f"### {p.title}\n**{' and '.join(p.names[:2])} ({p.year})**\n\n*It is much read.*\n\nIt says how {p.last[0]} saw it.\n\n", "two", venue=False),
    "fields between bars": Form(lambda p: f"- {p.title} | Authors: {p.full} | Venue: {p.venue} {p.year} | Paper: {p.url}\n", ALL),
    "fields between wide bars": Form(lambda p: f"- {p.title} ｜ 作者：{p.full} ｜ 会议：{p.venue} {p.year} ｜ 链接：{p.url}\n", ALL),
    "Vancouver behind the title": Form(
        lambda p: f"- {p.title}. {', '.join(f'{last} {name[0]}' for name, last in zip(p.names, p.last, strict=True))}. {p.venue} {p.year}. [Notes]({p.url})\n",
        LAST,
    ),
    "Harvard": Form(lambda p: f"- {' and '.join(p.apa.rsplit(', & ', 1))}, {p.year}. [{p.title}]({p.url}). *{p.venue}*.\n", LAST),
    "a quoted title and what follows": Form(lambda p: f"- {p.names[0]} and {p.names[1]}, “{p.title},” {p.venue}, {p.year}. [pdf]({p.url})\n", "two"),
    "guillemets": Form(lambda p: f"- {p.names[0]} et {p.names[1]} — « {p.title} », {p.venue}, {p.year}. [PDF]({p.url})\n", "two"),
    "a whole reference in the link": Form(
        lambda p: f"- [{', '.join(f'{last} {name[0]}' for name, last in zip(p.names, p.last, strict=True))}, et al. {p.title}[J]. {p.venue}, {p.year}, 12(3): 45-67.]({p.url})\n",
        LAST,
    ),
    "names before a colon in a cell": Form(lambda p: f"| {p.short.replace(', ', ' and ', 1) if len(p.names) == 2 else p.short}: *{p.title}* | {p.venue} ({p.year}) | [doi]({p.url}) |\n", LAST),
}  # fmt: skip


def told_of(text: str) -> list[dict[str, Any]]:
    found = read(Source(text))
    return [entry_as_data(found, entry) for entry in found.entries]


def told(form: Form, paper: Paper) -> tuple[str, ...]:
    """The letters of the last names that a form tells."""
    several = {ALL: paper.last, LAST: paper.last, FIRST: paper.last[:1], NONE: (), "two": paper.last[:2]}
    return tuple(letters(name) for name in several[form.authors])


def surnames(names: list[str] | None, paper: Paper) -> tuple[str, ...]:
    return tuple(next((letters(last) for last in paper.last if last in name), letters(name)) for name in names or ())


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_read(name: str) -> None:
    form = FORMS[name]
    head = "| Paper | Where | |\n|---|---|---|\n" if form.write(PAPERS[0]).startswith("|") else ""
    text = "# A list\n\nSome words about it.\n\n## Papers\n\n" + head + "".join(map(form.write, PAPERS))
    entries = told_of(text)
    assert [letters(entry["title"]) for entry in entries] == [letters(p.title) for p in PAPERS], text
    for entry, paper in zip(entries, PAPERS, strict=True):
        assert surnames(entry["authors"], paper) == told(form, paper), text
        assert letters(entry["venue"]) == letters(paper.venue if form.venue else ""), text
        assert (entry["date"] or "")[:4] == (str(paper.year) if form.year else ""), text


def test_lines_wrapped_at_one_width_are_one() -> None:
    lines = []
    for paper in PAPERS * 2:
        words = f"- {paper.full}. _{paper.title}_. {paper.venue} {paper.year}. [doi]({paper.url})".split()
        line = words[0]
        for word in words[1:]:
            if len(line) + 1 + len(word) > 50:
                lines.append(line)
                line = "  " + word
            else:
                line += " " + word
        lines.append(line)
    entries = told_of("# L\n\n## P\n\n" + "\n".join(lines) + "\n")
    assert [letters(entry["title"]) for entry in entries] == [letters(p.title) for p in PAPERS * 2]
    assert [len(entry["authors"]) for entry in entries] == [len(p.names) for p in PAPERS * 2]
