"""The clients against real answers of ten services, replayed with the requests that they answer.

The recordings are other people's texts: they are read in place, and these tests are skipped where they are absent.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest

from awesomelint.evidence import record_from
from awesomelint.online.services import (
    arxiv,
    crossref,
    datacite,
    dblp,
    github,
    openalex,
    openreview,
    pubmed,
    semanticscholar,
)
from conftest import SHARED
from replay import Replay, Reply, line_to

FOLDER = SHARED / "online" / "recorded"


class Recorded(NamedTuple):
    """One answer with what was asked for it."""

    file: str
    url: str
    status: int
    kind: str
    headers: dict[str, str]
    body: bytes

    @property
    def reply(self) -> Reply:
        kept = tuple(
            (name, value) for name, value in self.headers.items() if name in ("location", "retry-after", "etag")
        )
        kept += tuple((name, value) for name, value in self.headers.items() if name.startswith("x-"))
        return Reply(self.status, self.body, self.kind, kept)


def recordings(folder: str) -> list[Recorded]:
    if not FOLDER.is_dir():
        pytest.skip("the recorded answers do not lie beside the project")
    found = []
    with (FOLDER / "SOURCES.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            path = FOLDER / row["file"]
            if row["file"].startswith(folder + "/") and path.exists():
                pairs = (one.partition(": ") for one in (row["extra_headers"] or "").split("; "))
                headers = {name.strip().lower(): value.strip() for name, _, value in pairs if value}
                found.append(
                    Recorded(
                        row["file"],
                        row["request_url"],
                        int(row["status"]),
                        row["content_type"] or "text/plain",
                        headers,
                        path.read_bytes(),
                    )
                )
    assert found
    return found


def one(file: str) -> Recorded:
    return next(recording for recording in recordings(Path(file).parent.name) if recording.file == file)


def test_every_feed_of_arxiv_is_read() -> None:
    for recorded in recordings("arxiv"):
        if not recorded.file.endswith(".xml"):
            continue
        entries = recorded.body.count(b"<entry")
        records = list(arxiv.records_of(recorded.body))
        assert len(records) == (0 if "error" in recorded.file else entries), recorded.file
        for record in records:
            assert record.title
            assert "\n" not in record.title
            assert record.authors
            assert all(name == name.strip() for name in record.authors)
            assert record.dates[0] <= record.dates[-1]
            assert "v" not in record.arxiv.rpartition("/")[2]


def test_arxiv_over_http_with_what_it_drops_and_what_it_refuses() -> None:
    replay = Replay()
    replay.on("export.arxiv.org", "", one("arxiv/id_list_two_one_malformed_or_missing.xml").reply)
    with replay.running() as web:
        found = line_to(web).lookup(arxiv.SERVICE, ["0808.05394", "1707.08567"])
        assert found["0808.05394"] is None
        assert len(found["1707.08567"][0]["authors"]) == 34
        web.on("export.arxiv.org", "", one("arxiv/id_abc_error_400.xml").reply)
        line = line_to(web)
        assert line.lookup(arxiv.SERVICE, ["abc"]) == {}
        assert line.silent


def test_every_work_of_crossref_is_read_under_its_own_doi() -> None:
    replay = Replay()
    works = [
        one
        for one in recordings("crossref")
        if one.status == 200 and "/works/10." in one.url and "/agency" not in one.url
    ]
    for recorded in works:
        replay.on("api.crossref.org", recorded.url.partition("/works/")[2].partition("?")[0], recorded.reply)
    with replay.running() as web:
        for recorded in works:
            doi = unquote(recorded.url.partition("/works/")[2]).partition("?")[0].lower()
            found = line_to(web).lookup(crossref.SERVICE._replace(batch=1), [doi])[doi]
            record = record_from(found[0])
            assert record.title, recorded.file
            assert record.year or 'date-parts":[[null]]' in recorded.body.decode().replace(" ", ""), recorded.file
            if "is_preprint_of" in recorded.file:
                assert record.published_as == "10.1029/2020ms002386"
            if "withdrawn" in recorded.file:
                assert record.withdrawn == "withdrawn"
            if "3448016" in recorded.file:
                assert record.title == "Vector Quotient Filters: Overcoming the Time/Space Trade-Off in Filter Design"


def test_crossref_not_found_is_no_json_and_no_failure() -> None:
    replay = Replay()
    recorded = one("crossref/error_404_resource_not_found.txt")
    replay.on("api.crossref.org", "", recorded.reply)
    with replay.running() as web:
        line = line_to(web)
        assert line.lookup(crossref.SERVICE, ["10.1371/notarealdoi"]) == {"10.1371/notarealdoi": None}
        assert not line.silent


def test_searches_of_crossref_are_read() -> None:
    for recorded in recordings("crossref"):
        if recorded.file.startswith("crossref/search_"):
            for item in json.loads(recorded.body)["message"]["items"]:
                assert crossref.record_of(item).paper.startswith("doi:10.")


def test_every_doi_of_datacite_is_read() -> None:
    for recorded in recordings("datacite"):
        record = datacite.record_of(json.loads(recorded.body)["data"]["attributes"])
        assert record.title, recorded.file
        assert record.authors
        assert not any("," in name for name in record.authors if "arxiv" in recorded.file)
        assert record.kind == "preprint" if "arxiv" in recorded.file else True


def test_every_search_of_dblp_is_read_and_its_pairs_are_found() -> None:
    for recorded in recordings("dblp"):
        body: Any = json.loads(recorded.body) if recorded.file.endswith(".json") else None
        if body is None or "result" not in body:
            continue
        hits = [dblp.hit_of(hit["info"]) for hit in body["result"]["hits"].get("hit", [])]
        assert all(hit["title"] and not hit["title"].endswith(".") for hit in hits), recorded.file
        assert not any(name[-4:].isdigit() for hit in hits for name in hit["authors"])
        if "corr_and" in recorded.file:
            replay = Replay()
            replay.on("dblp.org", "", recorded.reply)
            with replay.running() as web:
                title = hits[0]["title"]
                found = line_to(web).lookup(dblp.SERVICE, [title])[title]
            assert any(hit["key"].startswith("journals/corr/") for hit in found), recorded.file
            assert any(not hit["key"].startswith("journals/corr/") for hit in found), recorded.file


def test_every_work_of_openalex_is_read() -> None:
    for recorded in recordings("openalex"):
        body = json.loads(recorded.body)
        for work in body.get("results", [body]):
            record = openalex.record_of(work)
            assert record.title or "japanese" in recorded.file
            assert bool(record.withdrawn) == ("retracted" in recorded.file), recorded.file
            if "nosource" in recorded.file:
                assert "CVPR" in record.venue


def test_every_paper_of_semantic_scholar_is_read() -> None:
    for recorded in recordings("semanticscholar"):
        name = recorded.file.rpartition("/")[2]
        if name.startswith("paper_arXiv"):
            record = semanticscholar.record_of(json.loads(recorded.body))
            assert record.paper == f"arxiv:{name.split('_')[2]}"
            assert record.title
            assert record.authors
            assert bool(record.venue) == ("_venue_" in name), "a real venue is kept, CoRR and arXiv are none"
            assert not record.doi.startswith("10.48550")
        if name == "error_403_forbidden_bad_key.json":
            replay = Replay()
            replay.on("api.semanticscholar.org", "", recorded.reply)
            with replay.running() as web:
                line = line_to(web, Semantic_Scholar="wrong")
                assert line.lookup(semanticscholar.SERVICE, ["arxiv:2303.00001"]) == {}
                assert "refuses" in line.silent[0].reason


def test_pubmed_and_openreview_are_read() -> None:
    body = json.loads(one("pubmed/esummary_17375194.json").body)
    record = pubmed.record_of(body["result"]["17375194"])
    assert record.authors[0] == "H. A. Piwowar"
    assert record.dates == ("2007-03-21",)
    assert not record.title.endswith(".")
    notes = json.loads(one("openreview/notes_search_trimmed_corr_and_interspeech.json").body)["notes"]
    assert [(openreview.record_of(note).venue, openreview.record_of(note).year) for note in notes] == [
        ("", None),
        ("Interspeech", 2021),
    ]


def test_github_follows_what_was_recorded() -> None:
    replay = Replay()
    for recorded in recordings("github"):
        path = recorded.url.partition("api.github.com")[2]
        if (
            recorded.status in (200, 301, 404)
            and ("/repos/" in path or "/repositories/" in path)
            and "contents" not in path
            and "labels" not in path
        ):
            replay.on("api.github.com", path, recorded.reply)
    with replay.running() as web:
        line = line_to(web)
        names = ["kennethreitz/requests", "pengwynn/octokit", "testgh3py/archive-me", "octokit-fixture-org/hello-world"]
        found = line.lookup(github.service(line.access), names)
    assert (
        found["kennethreitz/requests"]["name"] == "requests/requests"
        or found["kennethreitz/requests"]["name"] == "psf/requests"
    )
    assert found["pengwynn/octokit"] is None
    assert found["testgh3py/archive-me"]["archived"] is True
    assert found["octokit-fixture-org/hello-world"]["name"] == "octokit-fixture-org/hello-world"
