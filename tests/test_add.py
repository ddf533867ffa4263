"""Papers written into lists: in each list's own form, at their place, never twice; and a bibliography there and back."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from awesomelint.bibliography import read_bibtex
from awesomelint.engine import Settings, check
from awesomelint.engine.add import EXPECTED, added
from awesomelint.engine.compose import Paper
from awesomelint.engine.scope import OneEntry
from awesomelint.entries import AwesomeList
from awesomelint.entries.titles import title_letters
from awesomelint.errors import AwesomelintError, Duplicate, NotFound, Refused, Unanswered, UsageError
from awesomelint.evidence import Record, record_from
from awesomelint.online import found_behind
from awesomelint.online.pasted import papers_named, record_of_page
from awesomelint.online.services import arxiv, crossref, datacite
from awesomelint.reading import Reader, read
from awesomelint.report.bibliography import bibtex, csl_json, csv_text
from awesomelint.source import Source
from conftest import FIXTURES
from program import called
from replay import Replay, Reply, line_to
from test_recorded import recordings
from test_services import entry as atom_entry
from test_services import feed

TODAY = date(2026, 11, 22)
SETTINGS = Settings(Reader(()), today=TODAY)
PREPRINT = Paper(
    Record("arXiv", "arxiv:2304.05678", "Quokka: Gentle Diffusion for Rare Lesions", ("Ada Lovelace", "Alan Turing", "José García"), year=2023, dates=("2023-04-11", "2023-06-02"), arxiv="2304.05678", kind="preprint"),
    "https://arxiv.org/abs/2304.05678",
)  # fmt: skip
ARTICLE = Paper(
    Record("Crossref", "doi:10.1109/cvpr.2022.1", "A Study of Things & Their * Neighbours", ("Ada Lovelace", "Alan Turing"), venue="2022 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)", year=2022, dates=("2022-06-18",), doi="10.1109/cvpr.2022.1", kind="paper"),
    "https://doi.org/10.1109/cvpr.2022.1",
)  # fmt: skip

TEMPLATES = {
    "block": ("", "**{t}**  \n*{a}*  \n{v} | {d}  \n[paper]({u}) [code](https://github.com/noether/r{n})\n\n", "2 Mar 2023"),
    "bullet": ("", "- **{t}**. {a}. *{v} 2023*. [[paper]({u})] [[code](https://github.com/noether/r{n})]\n", ""),
    "linked": ("", "* [{t}]({u}) - {a} ({v}'23)\n", ""),
    "row": ("| Date | Title | Authors | Venue | Code |\n|---|:---:|---|---|---|\n", "| {d} | [{t}]({u}) | {a} | {v} | [Link](https://github.com/noether/r{n}) |\n", "2023-03-02"),
    "nested": ("", "- {t}\n  - {a}\n  - {v}, {d}\n  - [[arXiv]({u})]\n", "Mar 2023"),
    "numbered": ("", "{n}. {a}, \"{t}\", {v}, 2023. [pdf]({u})\n", ""),
    "html": ("<table>\n<tr><th>Title</th><th>Authors</th><th>Venue</th></tr>\n", "<tr><td><a href=\"{u}\">{t}</a></td><td>{a}</td><td>{v} 2023</td></tr>\n", ""),
    "badges": ("", "- **{t}**, *{a}*, {v} 2023 [[paper]({u})] [![Stars](https://img.shields.io/github/stars/noether/r{n}?style=social)](https://github.com/noether/r{n})\n", ""),
}  # fmt: skip
SUBJECTS = (
    "Tumors",
    "Retinas",
    "Chests",
    "Brains",
    "Livers",
    "Polyps",
    "Lungs",
    "Hearts",
    "Bones",
    "Kidneys",
    "Spines",
    "Skulls",
)
PEOPLE = (
    "Emmy Noether, Max Born",
    "Marie Curie, Pierre Curie",
    "Lise Meitner, Otto Hahn",
    "Grace Hopper, Mary Shelley",
)


def a_list(template: str, ending: str = "\n") -> str:
    head, form, when = TEMPLATES[template]
    rows = []
    for n, subject in enumerate(SUBJECTS):
        day = {
            "2 Mar 2023": f"{28 - 2 * n} Mar 2023",
            "2023-03-02": f"2023-03-{28 - 2 * n:02d}",
            "Mar 2023": "Mar 2023",
        }.get(when, "")
        words = {
            "t": f"Learning to Segment {subject} from Few Examples",
            "a": PEOPLE[n % 4],
            "v": ("CVPR", "arXiv", "MICCAI")[n % 3],
            "d": day,
            "u": f"https://arxiv.org/abs/2303.{10000 + n}",
            "n": n + 1,
        }
        rows.append(form.format(**words))
    text = (
        "# Awesome Papers\n\n## Papers\n\n"
        + head
        + "".join(rows)
        + ("</table>\n" if template == "html" else "")
        + "\n## Contributing\n\nPlease do.\n"
    )
    return text.replace("\n", ending)


def _unnumbered(text: str) -> set[str]:
    return {line.lstrip("0123456789") for line in text.splitlines()}


def new_lines(before: str, after: str) -> str:
    old = before.splitlines()
    return "\n".join(line for line in after.splitlines() if line not in old)


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("paper", [PREPRINT, ARTICLE], ids=["preprint", "article"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_an_entry_takes_the_form_of_its_list(template: str, paper: Paper, ending: str) -> None:
    text = a_list(template, ending)
    made = added(Source(text, "README.md"), paper, SETTINGS)
    assert [one.rule for one in made.findings if one.rule not in EXPECTED] == []
    before, after = read(Source(text)), read(made.source)
    assert len(after.entries) == len(before.entries) + 1
    new = next(
        one
        for one in after.entries
        if one.title and title_letters(one.title.text)[-20:] == title_letters(paper.record.title)[-20:]
    )
    assert after.source.line_of(new.span.start) == made.line
    assert new.authors is not None
    assert new.authors.authors.names == paper.record.authors
    assert new.shape == after.entries[0].shape
    assert any(link.url == paper.url for link in new.links)
    # The others stay as they were; where they are numbered, all but their numbers.
    assert _unnumbered(text) <= _unnumbered(made.source.text)
    assert ("\r\n" in made.source.text) == (ending == "\r\n")
    with pytest.raises(Duplicate, match=f"README.md:{made.line}: this paper stands here already"):
        added(made.source, paper, SETTINGS)


def test_the_entry_reads_like_its_neighbours() -> None:
    made = added(Source(a_list("block")), PREPRINT._replace(code="https://github.com/ada/quokka"), SETTINGS)
    assert new_lines(a_list("block"), made.source.text) == (
        "**Quokka: Gentle Diffusion for Rare Lesions**  \n*Ada Lovelace, Alan Turing, José García*  \n"
        "arXiv | 11 Apr 2023  \n[paper](https://arxiv.org/abs/2304.05678) [code](https://github.com/ada/quokka)"
    )
    made = added(Source(a_list("badges")), PREPRINT._replace(code="https://github.com/ada/quokka"), SETTINGS)
    assert "stars/ada/quokka?style=social)](https://github.com/ada/quokka)" in new_lines(
        a_list("badges"), made.source.text
    )
    made = added(Source(a_list("row")), ARTICLE, SETTINGS)
    assert new_lines(a_list("row"), made.source.text) == (
        "| 2022-06-18 | [A Study of Things & Their * Neighbours](https://doi.org/10.1109/cvpr.2022.1) | Ada Lovelace, Alan Turing | CVPR | |"
    )


@pytest.mark.parametrize(
    ("day", "neighbours"),
    [("2023-03-21", (22, 20)), ("2023-04-30", (None, 28)), ("2023-01-01", (6, None)), ("2023-03-20", (20, 18))],
)
def test_an_entry_stands_at_its_sorted_place(day: str, neighbours: tuple[int | None, int | None]) -> None:
    paper = PREPRINT._replace(record=PREPRINT.record._replace(dates=(day,)))
    made = added(Source(a_list("block")), paper, SETTINGS)
    days = [one.date.date.day if one.date else None for one in read(made.source).entries]
    titles = [one.title.text if one.title else "" for one in read(made.source).entries]
    at = next(n for n, title in enumerate(titles) if title.startswith("Quokka"))
    around = (days[at - 1] if at else None, days[at + 1] if at + 1 < len(days) else None)
    assert around == neighbours


def test_what_the_record_does_not_say_is_left_out() -> None:
    bare = Paper(Record("page", "", "A Title and Nothing Else at All"), "https://example.org/paper")
    made = added(Source(a_list("bullet")), bare, SETTINGS)
    line = new_lines(a_list("bullet"), made.source.text)
    assert line == "- **A Title and Nothing Else at All**. [[paper](https://example.org/paper)]"
    assert {one.rule for one in made.findings} == {"missing-field"}
    assert "authors" in made.findings[0].message


@pytest.mark.parametrize(
    "known",
    [
        Record("arXiv", "arxiv:2303.10003", "Another Title Altogether"),
        Record("Crossref", "doi:10.1/x", "Learning to segment tumors, from few examples"),
        Record("Crossref", "doi:10.1/x", "Yet Another Title", arxiv="2303.10001"),
    ],
)
def test_a_paper_that_is_there_is_refused_with_its_place(known: Record) -> None:
    with pytest.raises(Duplicate, match=r"<text>:\d+: this paper stands here already: Learning"):
        added(Source(a_list("bullet")), Paper(known, "https://doi.org/10.1/x"), SETTINGS)


def test_a_section_is_asked_for_where_there_are_several() -> None:
    text = a_list("bullet") + a_list("linked").replace("## Papers", "## Tools").replace("Learning", "Trying").replace(
        "2303.1", "2302.1"
    )
    with pytest.raises(UsageError, match="--section: 'Papers', 'Tools'"):
        added(Source(text), PREPRINT, SETTINGS)
    made = added(Source(text), PREPRINT, SETTINGS, "tools")
    assert read(made.source).entries[-1].section[-1] == "Tools"
    assert new_lines(text, made.source.text).startswith("* [Quokka")
    with pytest.raises(UsageError, match="no section is called 'Nothing'"):
        added(Source(text), PREPRINT, SETTINGS, "Nothing")
    with pytest.raises(Refused, match="no list was found"):
        added(Source("# Nothing\n\nhere\n"), PREPRINT, SETTINGS)


def test_an_empty_section_takes_the_form_of_the_list() -> None:
    for template in ("block", "row", "bullet"):
        text = a_list(template).replace("## Contributing", "## Datasets\n\nNone yet.\n\n## Contributing")
        made = added(Source(text), PREPRINT, SETTINGS, "Datasets")
        new = next(one for one in read(made.source).entries if one.title and one.title.text.startswith("Quokka"))
        assert new.section[-1] == "Datasets"
        assert new.authors is not None


def _records() -> list[Paper]:
    """A hundred papers and more of recorded answers."""
    found: list[Record] = []
    for recorded in recordings("arxiv"):
        if recorded.file.endswith(".xml"):
            found += arxiv.records_of(recorded.body)
    for recorded in recordings("crossref"):
        if recorded.status == 200 and recorded.file.endswith(".json"):
            message = json.loads(recorded.body)["message"]
            found += [
                crossref.record_of(one)
                for one in message.get("items", [message])
                if one.get("DOI") and one.get("title")
            ]
    for recorded in recordings("datacite"):
        found.append(datacite.record_of(json.loads(recorded.body)["data"]["attributes"]))
    for folder in ("semanticscholar", "openalex"):
        for recorded in recordings(folder):
            found += _of_others(folder, json.loads(recorded.body))
    for recorded in recordings("dblp"):
        body = json.loads(recorded.body) if recorded.file.endswith(".json") else {}
        for hit in body.get("result", {}).get("hits", {}).get("hit", []):
            found.append(_of_dblp(hit["info"]))
    unique = {title_letters(one.title): one for one in found if len(one.title.split()) > 1}
    return [Paper(one, _address(one)) for one in unique.values() if _address(one)]


def _of_others(folder: str, body: Any) -> Iterator[Record]:
    from awesomelint.online.services import openalex, semanticscholar

    works = body if isinstance(body, list) else body.get("results") or body.get("data") or [body]
    for work in works:
        if isinstance(work, dict) and work.get("title") and (work.get("externalIds") or folder == "openalex"):
            yield openalex.record_of(work) if folder == "openalex" else semanticscholar.record_of(work)


def _of_dblp(info: dict[str, Any]) -> Record:
    from awesomelint.online.services import dblp

    hit = dblp.hit_of(info)
    dates = (str(hit["year"]),) if hit["year"] else ()
    return Record(
        "DBLP",
        f"doi:{hit['doi']}" if hit["doi"] else "",
        hit["title"],
        tuple(hit["authors"]),
        venue="" if hit["venue"] == "CoRR" else hit["venue"],
        year=hit["year"],
        dates=dates,
        doi=hit["doi"],
    )


def _address(record: Record) -> str:
    return (
        f"https://doi.org/{record.doi}"
        if record.doi
        else f"https://arxiv.org/abs/{record.arxiv}"
        if record.arxiv
        else ""
    )


def test_a_hundred_recorded_papers_into_lists_of_every_template() -> None:
    papers = _records()
    assert len(papers) >= 100
    failures, refused = [], 0
    for number, paper in enumerate(papers):
        template = list(TEMPLATES)[number % len(TEMPLATES)]
        source = Source(a_list(template), "README.md")
        try:
            made = added(source, paper, SETTINGS)
        except Refused:
            # A record without authors and a title of two words is no entry to any reader.
            refused += 1
            continue
        found = read(made.source)
        left = check(made.source, SETTINGS._replace(scope=OneEntry(str(made.line), found))).findings
        wrong = [one.rule for one in left if one.rule not in EXPECTED]
        if wrong or len(found.entries) != len(SUBJECTS) + 1:
            failures.append(f"{template}: {paper.record.title[:60]}: {wrong}")
        if not _refused_again(made.source, paper):
            failures.append(f"{template}: {paper.record.title[:60]}: added twice")
    assert refused <= 0.05 * len(papers)
    # One nested entry is still told of its separator: a title of two sentences whose second half reads as something told of the first.
    assert len(failures) <= 0.01 * len(papers), "\n".join(failures)


def _refused_again(source: Source, paper: Paper) -> bool:
    try:
        added(source, paper, SETTINGS)
    except Duplicate:
        return True
    return False


def facts(found: AwesomeList) -> list[tuple[object, ...]]:
    return sorted(
        (
            title_letters(one.title.text) if one.title else "",
            one.authors.authors.names if one.authors else (),
            one.venue.venue.key if one.venue else "",
            str(one.when or ""),
            tuple(sorted(link.url for link in one.links)),
        )
        for one in found.entries
    )


@pytest.mark.parametrize("template", ["block", "row", "badges", "linked"])
def test_a_bibliography_makes_a_round_trip(template: str) -> None:
    whole = read(Source(a_list(template)))
    text = bibtex([whole])
    known = read_bibtex(text)
    assert not known.failures
    assert len(known.citations) == len(whole.entries)
    # Six entries stay as the form to write in, the others come back from the bibliography.
    left = Source(_without(whole, range(6, 12)))
    for one in known.citations[6:]:
        left = added(left, Paper(one.record, one.url, one.code), SETTINGS).source
    assert facts(read(left)) == facts(whole)


def _without(found: AwesomeList, numbers: range) -> str:
    text = found.source.text
    first, last = found.entries[numbers[0]], found.entries[numbers[-1]]
    start, end = text.rfind("\n", 0, first.span.start) + 1, last.span.end + 1
    return text[:start] + text[end:].lstrip("\n")


def test_bibtex_is_read_as_managers_write_it() -> None:
    text = r"""
@string{cvpr = "CVPR"}
@inproceedings{a, title={{GAN}s for 100\% {\'e}t{\'e} \& Co, 5% less}, author={Lovelace, Ada and von Neumann, John and {The H1 and H2 Collaboration} and Jos{\'e} Garc{\'\i}a and others},
  booktitle=cvpr, year=2023, month=mar, doi={10.1/X}}
@misc{b, title={On $\alpha$ Things}, author={Ada Lovelace}, eprint={2303.00001}, archivePrefix={arXiv}, year={2023}, url={https://arxiv.org/abs/2303.00001}}
@article{c, title={Old Things}, author={M. Curie}, journal={arXiv preprint arXiv:1905.00001}, date={2019-05-01}}
@article{broken, title={No end
"""
    read_ = read_bibtex(text)
    first, second, third = (one.record for one in read_.citations[:3])
    assert first.title == "GANs for 100% été & Co, 5% less"
    assert first.authors == ("Ada Lovelace", "John von Neumann", "The H1 and H2 Collaboration", "José García")
    assert (first.venue, first.dates, first.doi) == ("CVPR", ("2023-03",), "10.1/x")
    assert (second.title, second.arxiv, second.kind) == ("On α Things", "2303.00001", "preprint")
    assert (third.arxiv, third.dates, third.venue) == ("1905.00001", ("2019-05-01",), "")
    assert len(read_.failures) == 1
    assert "line" in read_.failures[0]


def test_csl_and_csv_are_what_their_readers_take() -> None:
    found = read(Source(a_list("row"), "README.md"))
    items = json.loads(csl_json([found]))
    assert items[0]["author"][0] == {"family": "Noether", "given": "Emmy"}
    assert items[0]["issued"] == {"date-parts": [[2023, 3, 28]]}
    assert items[0]["type"] == "paper-conference"
    assert len({item["id"] for item in items}) == len(items)
    import csv

    rows = list(csv.DictReader(csv_text([found]).splitlines()))
    assert rows[1]["authors"] == "Marie Curie; Pierre Curie"
    assert (
        csv_text(
            [
                read(
                    Source(
                        "# P\n\n- [=HYPERLINK(1) of Things](https://a.example/1). Ada Lovelace, Max Born. CVPR 2023.\n"
                    )
                )
            ]
        ).count("'=HYPER")
        == 1
    )


@pytest.fixture
def web() -> Iterator[Replay]:
    with Replay().running() as replay:
        replay.on("export.arxiv.org", "2304.05678", feed(atom_entry("2304.05678", "Quokka: Gentle Diffusion")))
        replay.on("export.arxiv.org", "2304.00000", feed())
        work = {
            "DOI": "10.1145/1.2",
            "title": ["Filters"],
            "type": "journal-article",
            "author": [{"given": "Ada", "family": "Lovelace"}],
        }
        replay.on("api.crossref.org", "/works/10.1145/1.2", Reply.of({"message": work}))
        replay.on(
            "api.crossref.org",
            "/works/10.18653/v1/2023.acl-long.1",
            Reply.of({"message": {**work, "DOI": "10.18653/v1/2023.acl-long.1"}}),
        )
        yield replay


PAGE = b"""<html><head><meta name="citation_title" content="Pages &amp; Co"><meta name="citation_author" content="Lovelace, Ada">
<meta name="citation_author" content="Turing, Alan"><meta content="2023/6/18" name="citation_publication_date"><meta name="citation_conference_title" content="CVPR"></head></html>"""


@pytest.mark.parametrize(
    ("pasted", "title", "url"),
    [
        ("2304.05678", "Quokka: Gentle Diffusion", "https://arxiv.org/abs/2304.05678"),
        ("arXiv:2304.05678v2", "Quokka: Gentle Diffusion", "https://arxiv.org/abs/2304.05678"),
        ("https://arxiv.org/pdf/2304.05678v1.pdf", "Quokka: Gentle Diffusion", "https://arxiv.org/abs/2304.05678"),
        ("arxiv.org/abs/2304.05678", "Quokka: Gentle Diffusion", "https://arxiv.org/abs/2304.05678"),
        ("10.1145/1.2", "Filters", "https://doi.org/10.1145/1.2"),
        ("doi:10.1145/1.2", "Filters", "https://doi.org/10.1145/1.2"),
        ("https://dl.acm.org/doi/10.1145/1.2", "Filters", "https://dl.acm.org/doi/10.1145/1.2"),
        ("https://aclanthology.org/2023.acl-long.1/", "Filters", "https://aclanthology.org/2023.acl-long.1/"),
        ("https://openaccess.thecvf.com/content/CVPR2023/papers/Lovelace_Pages_CVPR_2023_paper.pdf", "Pages & Co", "https://openaccess.thecvf.com/content/CVPR2023/papers/Lovelace_Pages_CVPR_2023_paper.pdf"),
        ("https://proceedings.mlr.press/v139/lovelace21a/lovelace21a.pdf", "Pages & Co", "https://proceedings.mlr.press/v139/lovelace21a/lovelace21a.pdf"),
        ("https://openreview.net/pdf?id=abcDEF", "Pages & Co", "https://openreview.net/forum?id=abcDEF"),
        ("https://journal.example/pages", "Pages & Co", "https://journal.example/pages"),
        ("https://github.com/ada/quokka", "Quokka: Gentle Diffusion", "https://arxiv.org/abs/2304.05678"),
    ],
)  # fmt: skip
def test_whatever_is_pasted_is_found(web: Replay, pasted: str, title: str, url: str) -> None:
    for host, path in (
        ("openaccess.thecvf.com", "/html/"),
        ("proceedings.mlr.press", "/v139/lovelace21a.html"),
        ("openreview.net", "/forum"),
        ("journal.example", ""),
    ):
        web.on(host, path, Reply(200, PAGE))
    web.on(
        "api.github.com",
        "/repos/ada/quokka/readme",
        Reply(200, b"# Quokka\n\n[Paper](https://arxiv.org/abs/2304.05678) and [code](https://github.com/ada/quokka)"),
    )
    found = found_behind(line_to(web), pasted)
    assert (found.record.title, found.url) == (title, url)
    assert found.code == ("https://github.com/ada/quokka" if "github" in pasted else "")
    asked = len(web.log)
    assert record_from(found.record._asdict()) == found.record
    assert asked <= 2


@pytest.mark.parametrize(
    ("pasted", "error"),
    [
        ("2304.00000", NotFound), ("quokkas", UsageError), ("https://arxiv.org/abs/2313.00001", UsageError), ("https://gone.example/x", NotFound),
        ("https://wall.example/x", Unanswered), ("https://x.com/ada/status/1", Unanswered), ("https://github.com/ada/nothing", NotFound), ("https://bare.example/x", NotFound),
    ],
)  # fmt: skip
def test_what_cannot_be_found_says_why(web: Replay, pasted: str, error: type[AwesomelintError]) -> None:
    web.on("wall.example", "", Reply(403))
    web.on("bare.example", "", Reply(200, b"<title>nothing</title>"))
    with pytest.raises(error):
        found_behind(line_to(web), pasted)


def test_a_repository_with_several_papers_asks_which(web: Replay) -> None:
    web.on(
        "api.github.com",
        "/repos/a/b/readme",
        Reply(200, b"https://arxiv.org/abs/2303.00001 https://arxiv.org/abs/2303.00002"),
    )
    with pytest.raises(UsageError, match=r"several papers \(arxiv:2303.00001, arxiv:2303.00002\)"):
        found_behind(line_to(web), "https://github.com/a/b")
    cited = "https://arxiv.org/abs/2303.00001 https://arxiv.org/abs/2303.00002\n@misc{x, eprint={2303.00002}}"
    assert [str(paper) for paper in papers_named(cited)] == ["arxiv:2303.00002"]


def test_a_page_without_a_title_is_no_record() -> None:
    assert record_of_page("<meta name=citation_author content=x>", "") is None


def run(folder: Path, *arguments: str, port: int = 0, text: str = "") -> subprocess.CompletedProcess[str]:
    environment = {"AWESOMELINT_CACHE_DIR": str(folder / "cache"), "PATH": "", "PYTHONIOENCODING": "utf-8"}
    if port:
        environment["AWESOMELINT_ONLINE_VIA"] = f"127.0.0.1:{port}"
    done = called(list(arguments), folder, environment, text.encode())
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_add_from_the_command_line(web: Replay, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(a_list("bullet"), encoding="utf-8")
    shown = run(tmp_path, "add", "README.md", "2304.05678", "--dry-run", port=web.port)
    assert shown.returncode == 0, shown.stderr
    assert (
        "+- **Quokka: Gentle Diffusion**. Ada Lovelace, Alan Turing. *arXiv 2023*. [[paper](https://arxiv.org/abs/2304.05678)]"
        in shown.stdout
    )
    assert readme.read_text(encoding="utf-8") == a_list("bullet")
    done = run(tmp_path, "add", "README.md", "2304.05678", "--code", "https://github.com/ada/quokka", port=web.port)
    assert (done.returncode, "added: Quokka" in done.stderr) == (0, True)
    assert "[[code](https://github.com/ada/quokka)]" in readme.read_text(encoding="utf-8")
    again = run(tmp_path, "add", "README.md", "2304.05678", port=web.port)
    assert again.returncode == 1
    assert "stands here already" in again.stderr
    assert len(web.asked("export.arxiv.org")) == 1, "the record is known by now"
    assert run(tmp_path, "add", "README.md", "2304.05678", "--offline").returncode == 1
    assert run(tmp_path, "add", "README.md", "2304.00000", port=web.port).returncode == 2
    assert "no paper in it" in run(tmp_path, "add", "README.md", "-", text="\n").stderr
    bib = "@misc{a, title={Another Study of Everything}, author={Ada Lovelace and Max Born}, eprint={2304.09999}, year={2023}}"
    piped = run(tmp_path, "add", "README.md", "-", text=bib)
    assert piped.returncode == 0, piped.stderr
    assert "**Another Study of Everything**. Ada Lovelace, Max Born." in readme.read_text(encoding="utf-8")


def test_export_and_clean_from_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(
        (FIXTURES / "synthetic-tumors.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    done = run(tmp_path, "export", "README.md", "--to", "bibtex")
    assert done.returncode == 0
    (tmp_path / "list.bib").write_text(done.stdout, encoding="utf-8")
    again = run(tmp_path, "add", "README.md", "--from", "list.bib")
    assert again.returncode == 1
    assert again.stderr.count("stands here already") == done.stdout.count("\n@") + 1
    run(tmp_path, "links", "README.md", "--offline")
    assert (tmp_path / "cache").exists()
    assert "removed" in run(tmp_path, "clean", "--online").stdout
    assert not list((tmp_path / "cache").glob("online*"))
