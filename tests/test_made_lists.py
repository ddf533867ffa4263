"""Lists made up for the purpose: fifty in the citation styles of the sciences, labelled, and the layouts in which lists hold their papers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

from awesomelint.reading import Reader, read
from awesomelint.reading.plain import plain_roles
from awesomelint.reading.search import read_roles
from awesomelint.report.export import entry_as_data
from awesomelint.source import Source
from conftest import FIXTURES

MADE = sorted((FIXTURES / "made").glob("*.md"))
# What is reached, to be raised: the share of labelled entries with the right title, authors, venue and date.
REACHED = {"title": 0.971, "authors": 0.981, "venue": 0.941, "date": 0.982, "found": 0.993}


def letters(text: object) -> str:
    return re.sub(r"[\W_]", "", str(text or "").casefold())


def test_references_in_the_styles_of_the_sciences_are_read() -> None:
    right = dict.fromkeys(REACHED, 0)
    labelled = dict.fromkeys(REACHED, 0)
    for path in MADE:
        found = read(Source(path.read_text(encoding="utf-8"), path.name))
        entries = [entry_as_data(found, entry) for entry in found.entries]
        for label in json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["entries"]:
            own = next((one for one in entries if one["line"] <= label["line"] <= one["end_line"]), None)
            labelled["found"] += 1
            right["found"] += own is not None
            for field in ("title", "authors", "venue", "date"):
                if label.get(field):
                    labelled[field] += 1
                    right[field] += own is not None and same(field, label[field], own[field])
    shares = {field: right[field] / labelled[field] for field in REACHED}
    assert all(shares[field] >= least for field, least in REACHED.items()), shares


def same(field: str, wanted: Any, got: Any) -> bool:
    if field == "authors":
        return [sorted(letters(name)) for name in wanted] == [sorted(letters(name)) for name in got or ()]
    return letters(wanted) == letters(got)


class Paper(NamedTuple):
    title: str
    authors: str
    venue: str
    year: int
    paper: str
    code: str


PAPERS = (
    Paper("Sparse Maps for Walking Robots", "Ada Lovelace, Alan Turing, Grace Hopper", "ICRA", 2021, "https://arxiv.org/abs/2101.00001", "https://github.com/ada/maps"),
    Paper("STNet: Contrastive Synthesis of Liver Tumors", "Emmy Noether, Max Born", "MICCAI", 2022, "https://arxiv.org/abs/2201.00002", "https://github.com/emmy/stnet"),
    Paper("A Survey of Private Retrieval", "Mary Shelley, Ann Radcliffe, Bram Stoker", "ACL", 2020, "https://arxiv.org/abs/2001.00003", "https://github.com/mary/survey"),
    Paper("Causal Planning with Language Models", "Niels Bohr, Lise Meitner", "NeurIPS", 2023, "https://arxiv.org/abs/2301.00004", "https://github.com/bohr/plan"),
    Paper("Why Graphs Forget Their Neighbours", "Kurt Weill, Lotte Lenya", "ICLR", 2019, "https://arxiv.org/abs/1901.00005", "https://github.com/kurt/graphs"),
)  # fmt: skip

Layout = Callable[[int, Paper], str]
LAYOUTS: dict[str, tuple[str, Layout]] = {
    "a heading with keys": ("", lambda n, p: f"### {p.title}\n\n- Authors: {p.authors}\n- Venue: {p.venue} {p.year}\n- Paper: {p.paper}\n\n"),
    "a heading with keys in Chinese": ("", lambda n, p: f"### {p.title}\n\n- 作者：{p.authors}\n- 会议：{p.venue} {p.year}\n- 论文链接：{p.paper}\n\n"),
    "a heading with links below": ("", lambda n, p: f"### {p.title}\n\n[Paper]({p.paper}) | [Code]({p.code})\n\n"),
    "a heading with a number and a reference": ("", lambda n, p: f"### {n}. {p.title}\n\n{p.authors}\n\n*{p.venue}*, {p.year}  \nDOI: {p.paper}\n\n"),
    "a linked heading over a quote": ("", lambda n, p: f"### [{p.title}]({p.paper})\n\n> {p.authors}. {p.venue} {p.year}\n\n"),
    "a bold line over bullets": ("", lambda n, p: f"**{p.title}**\n\n- {p.authors}\n- {p.venue} {p.year}\n- [paper]({p.paper})\n\n"),
    "a bold line with links": ("", lambda n, p: f"**{p.title}** [[Paper]({p.paper})] [[Code]({p.code})]\n\n"),
    "a bold line, a line of links": ("", lambda n, p: f"**{p.title}**  \n[Paper]({p.paper}) | [Code]({p.code})\n\n"),
    "a bold line with labels of its own": ("", lambda n, p: f"**{p.title}**\n- Paper(Oral): {p.paper}\n- Code: {p.code}\n\n"),
    "bold items over links": ("", lambda n, p: f"- **{p.title}**\n  - [Paper]({p.paper})\n  - [Code]({p.code})\n"),
    "keys in bold": ("", lambda n, p: f"- **Title**: {p.title}\n  - **Authors**: {p.authors}\n  - **Venue**: {p.venue} {p.year}\n  - **Link**: {p.paper}\n"),
    "a list of keys": ("", lambda n, p: f"- Title: {p.title}\n- Authors: {p.authors}\n- Venue: {p.venue} {p.year}\n- Link: {p.paper}\n\n<br>\n\n"),
    "a paragraph of keys": ("", lambda n, p: f"Title: {p.title}  \nAuthors: {p.authors}  \nPublished in: {p.venue} {p.year}  \nURL: {p.paper}\n\n"),
    "long numbers": ("", lambda n, p: f"{n + 8}. **{p.title}** {p.venue} {p.year}\n\n   *{p.authors}*\n\n   [paper]({p.paper})\n\n"),
    "long numbers over bullets": ("", lambda n, p: f"{n + 8}. {p.title}, {p.venue} {p.year}\n   - {p.authors}\n   - [paper]({p.paper})\n"),
    "a table in details": ("<details>\n<summary>Click</summary>\n\n| Title | Venue | Paper |\n|---|---|---|\n", lambda n, p: f"| {p.title} | {p.venue} {p.year} | [link]({p.paper}) |\n"),
    "a table in an item": ("- <details>\n    <summary>2023</summary>\n\n    | Title | Venue | Paper |\n    |---|---|---|\n", lambda n, p: f"    | {p.title} | {p.venue} {p.year} | [link]({p.paper}) |\n"),
    "a list in tags": ("<details open>\n<summary><b>2023</b></summary>\n<ul>\n", lambda n, p: f'<li><a href="{p.paper}">{p.title}</a>, {p.authors}, {p.venue} {p.year}.</li>\n'),
    "paragraphs in tags": ("", lambda n, p: f'<p><b>{p.title}</b><br>{p.authors}<br><i>{p.venue} {p.year}</i> [<a href="{p.paper}">pdf</a>]</p>\n\n'),
    "details with a summary": ("", lambda n, p: f'- <details>\n  <summary><b>{p.title}</b>, {p.venue} {p.year} [<a href="{p.paper}">paper</a>]</summary>\n\n  - {p.authors}\n  </details>\n'),
    "an admonition": ('???+ note "Papers"\n\n', lambda n, p: f"    * [{p.title}]({p.paper}) ({p.venue} {p.year})\n"),
    "wrapped by hand": ("", lambda n, p: f"[{n}] {p.authors},\n\"{p.title},\" in {p.venue},\n{p.year}, pp. 12-23. [paper]({p.paper})\n\n"),
    "lines in an item": ("- Topic one\n\n", lambda n, p: f"  [{p.title}]({p.paper}), {p.venue} {p.year}<br>\n"),
    "lines of a paragraph": ("", lambda n, p: f"[{p.title}]({p.paper}), {p.venue} {p.year}  \n"),
    "labels first": ("", lambda n, p: f"- [[Paper]({p.paper})] [[Code]({p.code})] {p.title}. {p.authors}. *{p.venue} {p.year}*\n"),
    "a linked venue first": ("", lambda n, p: f"- [[{p.venue} {p.year}]({p.paper})] {p.title}\n"),
    "all in a link": ("", lambda n, p: f"- [{p.title} — {p.authors} ({p.venue}, {p.year})]({p.paper})\n"),
    "a venue in a link": ("", lambda n, p: f"- [{p.title} ({p.venue}'{p.year % 100})]({p.paper})\n"),
    "dashes": ("", lambda n, p: f"- **{p.title}** - {p.authors} - {p.venue} {p.year} - [Paper]({p.paper})\n"),
    "bars": ("", lambda n, p: f"- {p.title} | {p.authors} | {p.venue} {p.year} | [Paper]({p.paper})\n"),
    "a date before a colon": ("", lambda n, p: f"- {p.year}-0{n}-11: [{p.title}]({p.paper})\n"),
    "emoji": ("", lambda n, p: f"- 🔥 [{p.title}]({p.paper}) ⭐ {p.venue} {p.year} 📄 [code]({p.code})\n"),
    "a bare URL on the next line": ("", lambda n, p: f"- {p.title}\n\n  {p.paper}\n"),
    "a bare URL behind a colon": ("", lambda n, p: f"- {p.title}: {p.paper}\n"),
    "a bare URL in brackets": ("", lambda n, p: f"- {p.title} ({p.paper})\n"),
    "by": ("", lambda n, p: f"- [{p.title}]({p.paper}) by {p.authors}. {p.venue} {p.year}.\n"),
    "files of the repository": ("", lambda n, p: f"- [{p.title}](papers/{n}.pdf), {p.venue} {p.year}\n"),
    "GB/T 7714": ("", lambda n, p: f"{n}. Wang L, Li Y, Chen H, et al. {p.title}[J]. Pattern Recognition, {p.year}, 12(3): 45-67. [paper]({p.paper})\n"),
    "MLA": ("", lambda n, p: f'- Byron, Ada, et al. "{p.title}." *{p.venue}* ({p.year}). [paper]({p.paper})\n'),
    "APA": ("", lambda n, p: f"- Byron, A., Turing, A. M., & Hopper, G. ({p.year}). {p.title}. *Journal of Machine Learning Research, 12*(3), 45–67. {p.paper}\n"),
    "IEEE": ("", lambda n, p: f'- A. Byron, A. Turing, and G. Hopper, "{p.title}," in *Proc. IEEE Conf. Comput. Vis. Pattern Recognit.*, {p.year}, pp. 1-9. [pdf]({p.paper})\n'),
    "Vancouver": ("", lambda n, p: f"{n}. Byron A, Turing AM, Hopper G. {p.title}. Nat Commun. {p.year};12(3):45-67. [link]({p.paper})\n"),
    "Chicago": ("", lambda n, p: f'- Byron, Ada, Alan Turing, and Grace Hopper. {p.year}. "{p.title}." *Nature Communications* 12 (3): 45–67. [link]({p.paper})\n'),
    "a living review": ("", lambda n, p: f"* [{p.title}]({p.paper}) [[DOI](https://doi.org/10.1007/s{n})] ({p.year})\n"),
    "a broken heading in tags": ("<h3>Papers</h2>\n\n", lambda n, p: f"- [{p.title}]({p.paper}) ({p.venue} {p.year})\n"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_read(layout: str) -> None:
    head, write = LAYOUTS[layout]
    text = "# L\n\n## Papers\n\n" + head + "".join(write(n, paper) for n, paper in enumerate(PAPERS, 1))
    for written in (text, text.replace("\n", "\r\n")):
        titles = [entry.title.text if entry.title else "" for entry in read(Source(written)).entries]
        assert list(map(letters, titles)) == [letters(paper.title) for paper in PAPERS], titles


def all_texts() -> Iterator[str]:
    for path in MADE:
        yield path.read_text(encoding="utf-8")
    for head, write in LAYOUTS.values():
        yield "# L\n\n## Papers\n\n" + head + "".join(write(n, paper) for n, paper in enumerate(PAPERS, 1))


def test_what_is_plain_is_what_the_search_finds() -> None:
    plain = 0
    for text in all_texts():
        reader = Reader(())
        for reading in reader.trace(Source(text)).readings:
            atoms = tuple(atom for atom in reading.flat.atoms if atom.kind != "key")
            roles = plain_roles(atoms, reading.flat.seen, reader.venues)
            if roles is not None:
                plain += 1
                searched = read_roles(reading.flat, reader.venues, ((),) * len(atoms))
                assert [one[:3] for one in roles] == [one[:3] for one in searched], reading.flat.seen
    assert plain > 50


def test_a_language_in_brackets_is_no_mark_of_a_publication() -> None:
    text = "# L\n\n## Tools\n\n" + "".join(
        f"- [Tool{n}](https://a.org/{n}) - [R] - Tool{n} is a method to estimate what cells hold of others.\n"
        for n in range(5)
    )
    entries = read(Source(text)).entries
    assert [entry.title.text for entry in entries if entry.title] == [f"Tool{n}" for n in range(5)]
    assert [entry.venue for entry in entries] == [None] * 5
