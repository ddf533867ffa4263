"""Every service against a server on this machine: its answers, its refusals, its silence, and what a hostile network makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from awesomelint.evidence import record_from
from awesomelint.online import Meant, Wishes, gather
from awesomelint.online.service import Service
from awesomelint.online.services import (
    arxiv,
    crossref,
    datacite,
    dblp,
    github,
    handles,
    openalex,
    openreview,
    pubmed,
    semanticscholar,
)
from awesomelint.reading import read
from awesomelint.source import Source
from replay import Replay, Reply, Request, line_to


@pytest.fixture
def web() -> Iterator[Replay]:
    with Replay().running() as replay:
        yield replay


def entry(number: str, title: str, *more: str) -> str:
    return (
        f"<entry><id>http://arxiv.org/abs/{number}v2</id><title>{title}</title><published>2023-03-01T17:59:59Z</published>"
        f"<updated>2023-05-20T00:00:00Z</updated><author><name> Ada Lovelace</name></author><author><name>Alan Turing</name></author>{''.join(more)}</entry>"
    )


def feed(*entries: str) -> Reply:
    head = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">'
    return Reply(200, (head + "".join(entries) + "</feed>").encode(), "application/atom+xml")


def of_numbers(known: dict[str, str]) -> Any:
    """arXiv as it behaves: unknown numbers are passed over, a malformed one costs the batch."""

    def answer(request: Request) -> Reply:
        numbers = request.plain.partition("id_list=")[2].partition("&")[0].split(",")
        if "bad" in numbers:
            error = (
                "<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_bad</id><title>Error</title></entry>"
            )
            return Reply(400, feed(error).body, "application/atom+xml")
        return feed(*(entry(number, known[number]) for number in reversed(numbers) if number in known))

    return answer


def test_arxiv_is_matched_by_number_and_a_missing_one_is_asked_for_twice(web: Replay) -> None:
    web.on("export.arxiv.org", "/api/query", of_numbers({"2303.00001": "A\n  Study", "2303.00002": r"$\omega$Test"}))
    line = line_to(web)
    found = line.lookup(arxiv.SERVICE, ["2303.00002", "2303.00009", "2303.00001"])
    assert [found[key] and found[key][0]["title"] for key in ("2303.00001", "2303.00002", "2303.00009")] == [
        "A Study",
        "ωTest",
        None,
    ]
    record = record_from(found["2303.00001"][0])
    assert record.authors == ("Ada Lovelace", "Alan Turing")
    assert record.dates == ("2023-03-01", "2023-05-20")
    assert len(web.asked("export.arxiv.org")) == 2
    assert line.lookup(arxiv.SERVICE, ["2303.00001", "2303.00009"]) == {
        "2303.00001": found["2303.00001"],
        "2303.00009": None,
    }
    assert len(web.asked("export.arxiv.org")) == 2, "what is known is not asked for again"


def test_a_malformed_number_does_not_cost_the_others(web: Replay) -> None:
    web.on("export.arxiv.org", "/api/query", of_numbers({f"2303.0000{n}": f"Study {n}" for n in range(8)}))
    found = line_to(web).lookup(arxiv.SERVICE, [*(f"2303.0000{n}" for n in range(8)), "bad"])
    assert len(found) == 8
    assert "bad" not in found


@pytest.mark.parametrize(
    ("comment", "gone"),
    [
        ("This paper has been withdrawn by the authors due to an error", "withdrawn"),
        ("Withdrawn.", "withdrawn"),
        ("12 pages; a withdrawn claim is discussed in section 3", ""),
        ("Accepted at CVPR 2023", ""),
    ],
)
def test_arxiv_tells_withdrawal_in_its_comment(web: Replay, comment: str, gone: str) -> None:
    web.on("export.arxiv.org", "", feed(entry("2303.00001", "A Study", f"<arxiv:comment>{comment}</arxiv:comment>")))
    found = line_to(web).lookup(arxiv.SERVICE, ["2303.00001"])
    assert found["2303.00001"][0]["withdrawn"] == gone


WORK = {
    "DOI": "10.1145/1.2", "type": "proceedings-article", "title": ["Quotient Filters"], "subtitle": ["A Trade-Off"], "author": [{"given": "Ada", "family": "Lovelace"}, {"name": "The Group"}],
    "container-title": ["Proceedings of the 2021 Conference"], "event": {"acronym": "SIGMOD/PODS '21"}, "published-online": {"date-parts": [[2021, 6, 18]]}, "issued": {"date-parts": [[2021]]},
}  # fmt: skip


def test_crossref_joins_the_subtitle_and_leaves_unknown_dois_to_others(web: Replay) -> None:
    web.on("api.crossref.org", "/works?", Reply.of({"message": {"items": [WORK]}}))
    found = line_to(web).lookup(crossref.SERVICE, ["10.1145/1.2", "10.5281/zenodo.1"])
    record = record_from(found["10.1145/1.2"][0])
    assert (record.title, record.authors) == ("Quotient Filters: A Trade-Off", ("Ada Lovelace", "The Group"))
    assert (record.dates, record.year) == (("2021-06-18", "2021"), 2021)
    assert "SIGMOD" in record.venue
    assert found["10.5281/zenodo.1"] is None
    assert "curator@example.org" in web.log[0].headers["user-agent"]


@pytest.mark.parametrize(
    ("more", "kept"),
    [
        ({"title": ["WITHDRAWN: A Study"]}, {"withdrawn": "withdrawn", "title": "A Study: A Trade-Off"}),
        ({"updated-by": [{"type": "retraction"}]}, {"withdrawn": "retracted"}),
        ({"DOI": "10.52202/7"}, {"ordered": False}),
        ({"type": "posted-content", "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.1/X"}]}}, {"published_as": "10.1/x", "venue": ""}),
    ],
)  # fmt: skip
def test_crossref_knows_what_to_trust(web: Replay, more: dict[str, Any], kept: dict[str, Any]) -> None:
    work = {**WORK, **more}
    doi = str(work["DOI"])
    web.on("api.crossref.org", "/works/", Reply.of({"message": work}))
    found = line_to(web).lookup(crossref.SERVICE, [doi])[doi][0]
    assert {key: found[key] for key in kept} == kept


def test_crossref_paces_itself_by_headers(web: Replay) -> None:
    heads = (("x-rate-limit-limit", "2"), ("x-rate-limit-interval", "10s"))
    web.on("api.crossref.org", "/works/", Reply.of({"message": WORK}, headers=heads))
    line = line_to(web, speed=20)
    slow = crossref.SERVICE._replace(batch=1)
    line.lookup(slow, ["10.1145/1.2", "10.1145/1.3", "10.1145/1.4"])
    assert all(gap >= 5 / 20 - 0.1 for gap in web.gaps("api.crossref.org")[1:])


def test_datacite_turns_names_round(web: Replay) -> None:
    data = {"doi": "10.48550/arXiv.2303.00001", "titles": [{"title": "A Study"}], "creators": [{"name": "Lovelace, Ada"}], "publicationYear": 2023,
            "dates": [{"date": "2023-03-01T00:00:00Z", "dateType": "Submitted"}]}  # fmt: skip
    web.on("api.datacite.org", "/dois/", Reply.of({"data": {"attributes": data}}))
    record = record_from(
        line_to(web).lookup(datacite.SERVICE, ["10.48550/arxiv.2303.00001"])["10.48550/arxiv.2303.00001"][0]
    )
    assert (record.paper, record.authors, record.dates) == ("arxiv:2303.00001", ("Ada Lovelace",), ("2023-03-01",))


def test_dblp_takes_hits_of_that_very_title_and_lone_authors_as_one(web: Replay) -> None:
    hits = [
        {"info": {"authors": {"author": {"text": "Jian Sun 0001"}}, "title": "A Study &amp; More.", "venue": "CVPR", "year": "2023", "key": "conf/cvpr/S23"}},
        {"info": {"title": "Another Study.", "key": "conf/x"}},
    ]  # fmt: skip
    web.on("dblp.org", "/search/publ/api", Reply.of({"result": {"hits": {"hit": hits}}}))
    found = line_to(web).lookup(dblp.SERVICE, ["A Study and More"])["A Study and More"]
    assert [(hit["authors"], hit["venue"], hit["year"]) for hit in found] == [(["Jian Sun"], "CVPR", 2023)]


def test_openalex_has_a_budget_for_the_day_that_outlives_the_run(web: Replay, tmp_path: Any) -> None:
    body = {"error": "Rate limit exceeded", "message": "Insufficient budget.", "retryAfter": 47052}
    web.on("api.openalex.org", "/works", Reply.of(body, 429))
    for _ in range(2):
        line = line_to(web, tmp_path / "c.sqlite3", speed=1)
        assert line.lookup(openalex.SERVICE, ["10.1/a"]) == {}
        assert "budget" in line.silent[0].reason
    assert len(web.asked("api.openalex.org")) == 1


def test_openalex_finds_a_venue_where_it_has_no_source(web: Replay) -> None:
    place = {
        "version": "publishedVersion",
        "source": None,
        "raw_source_name": "2021 Conference on Computer Vision and Pattern Recognition (CVPR)",
    }
    work = {
        "doi": "https://doi.org/10.1/A",
        "title": "RETRACTED: A Study",
        "authorships": [{"author": {"display_name": "Ada Lovelace"}}],
        "primary_location": place,
        "publication_year": 2021,
    }
    web.on("api.openalex.org", "/works", Reply.of({"results": [work]}))
    found = line_to(web, OpenAlex="secret").lookup(openalex.SERVICE, ["10.1/a"])["10.1/a"][0]
    assert (found["title"], found["withdrawn"], found["venue"][-6:]) == ("A Study", "retracted", "(CVPR)")
    assert "api_key=secret" in web.log[0].path


def test_semantic_scholar_is_matched_by_number(web: Replay) -> None:
    works = [
        {
            "externalIds": {"ArXiv": "2303.00002"},
            "title": "Two",
            "venue": "CVPR",
            "authors": [{"name": "Ada Lovelace"}],
        },
        None,
    ]
    web.on("api.semanticscholar.org", "/paper/batch", Reply.of(works))
    found = line_to(web, Semantic_Scholar="secret").lookup(
        semanticscholar.SERVICE, ["arxiv:2303.00001", "arxiv:2303.00002"]
    )
    assert found["arxiv:2303.00001"] is None
    assert found["arxiv:2303.00002"][0]["venue"] == "CVPR"
    assert json.loads(web.log[0].body) == {"ids": ["ARXIV:2303.00001", "ARXIV:2303.00002"]}
    assert web.log[0].headers["x-api-key"] == "secret"


def test_pubmed_turns_names_round_and_drops_the_stop(web: Replay) -> None:
    one = {
        "uid": "17",
        "title": "A Study.",
        "authors": [{"name": "Lovelace AB"}],
        "fulljournalname": "PloS one",
        "pubdate": "2007 Mar 2",
        "articleids": [{"idtype": "doi", "value": "10.1/X"}],
    }
    web.on(
        "eutils.ncbi.nlm.nih.gov",
        "esummary",
        Reply.of({"result": {"17": one, "18": {"uid": "18", "error": "cannot get document summary"}}}),
    )
    found = line_to(web).lookup(pubmed.SERVICE, ["17", "18"])
    record = record_from(found["17"][0])
    assert (record.title, record.authors, record.dates, record.doi) == (
        "A Study",
        ("A. B. Lovelace",),
        ("2007-03-02",),
        "10.1/x",
    )
    assert found["18"] is None


@pytest.mark.parametrize(
    ("content", "venue"),
    [
        ({"venueid": {"value": "ICLR.cc/2025/Conference"}, "venue": {"value": "ICLR 2025 Poster"}}, ("ICLR", 2025)),
        ({"venueid": {"value": "ICLR.cc/2025/Conference/Rejected_Submission"}, "venue": {"value": "Submitted to ICLR 2025"}}, ("", None)),
        ({"venueid": {"value": "TMLR"}}, ("TMLR", None)),
        ({"venue": {"value": "Submitted to ICLR 2024"}}, ("", None)),
        ({"venue": {"value": "CoRR 2021"}}, ("", None)),
        ({"venue": {"value": "A Study"}}, ("", None)),
        ({"venue": ["Interspeech 2021"]}, ("Interspeech", 2021)),
    ],
)  # fmt: skip
def test_openreview_tells_accepted_from_submitted(
    web: Replay, content: dict[str, Any], venue: tuple[str, int | None]
) -> None:
    note = {
        "id": "abc",
        "content": {
            "title": {"value": "A Study"},
            "authors": {"value": ["Ada Lovelace", {"fullname": "Alan Turing"}]},
            **content,
        },
    }
    web.on("api2.openreview.net", "/notes", Reply.of({"notes": [note]}))
    record = record_from(line_to(web, OpenReview="token").lookup(openreview.SERVICE, ["abc"])["abc"][0])
    assert ((record.venue, record.year), record.authors) == (venue, ("Ada Lovelace", "Alan Turing"))


def test_openreview_is_not_asked_without_a_token_and_refusal_is_not_absence(web: Replay) -> None:
    web.on("api2.openreview.net", "/notes", Reply.of({"name": "ChallengeRequiredError"}, 403))
    assert line_to(web).lookup(openreview.SERVICE, ["abc"]) == {}
    assert not web.log
    line = line_to(web, OpenReview="token")
    assert line.lookup(openreview.SERVICE, ["abc"]) == {}
    assert "token" in line.silent[0].reason


def test_doi_org_says_whether_a_handle_exists(web: Replay) -> None:
    web.on("doi.org", "/api/handles/10.1/a", Reply.of({"responseCode": 1}))
    web.on("doi.org", "/api/handles/10.1/b", Reply.of({"responseCode": 100}, 404))
    assert line_to(web).lookup(handles.SERVICE, ["10.1/a", "10.1/b"]) == {"10.1/a": True, "10.1/b": None}


def test_github_follows_a_renamed_repository_to_its_number(web: Replay) -> None:
    there = {"full_name": "lab/new", "archived": True, "stargazers_count": 7}
    moved = Reply.of(
        {"message": "Moved Permanently"}, 301, headers=(("Location", "https://api.github.com/repositories/42"),)
    )
    web.on("api.github.com", "/repos/ada/old", moved)
    web.on("api.github.com", "/repositories/42", Reply.of(there))
    web.on("api.github.com", "/repos/ada/gone", Reply.of({"message": "Not Found"}, 404))
    line = line_to(web)
    assert line.lookup(github.service(line.access), ["ada/old", "ada/gone"]) == {
        "ada/old": {"name": "lab/new", "archived": True, "stars": 7},
        "ada/gone": None,
    }


def test_github_with_a_token_answers_a_hundred_at_once(web: Replay) -> None:
    data = {"r0": {"nameWithOwner": "lab/new", "isArchived": False, "stargazerCount": 1}, "r1": None, "r2": None}
    errors = [{"type": "NOT_FOUND", "path": ["r1"]}, {"type": "SERVICE_UNAVAILABLE", "path": ["r2"]}]
    web.on("api.github.com", "/graphql", Reply.of({"data": data, "errors": errors}))
    line = line_to(web, GitHub="secret")
    found = line.lookup(github.service(line.access), ["ada/old", "ada/gone", "ada/unsure"])
    assert found == {"ada/old": {"name": "lab/new", "archived": False, "stars": 1}, "ada/gone": None}
    assert web.log[0].headers["authorization"] == "Bearer secret"


@pytest.mark.parametrize(
    "headers", [(("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1514840862")), (("Retry-After", "600"),)]
)
def test_githubs_limit_ends_the_asking(web: Replay, headers: tuple[tuple[str, str], ...]) -> None:
    web.on("api.github.com", "", Reply.of({"message": "API rate limit exceeded for 203.0.113.7"}, 403, headers=headers))
    line = line_to(web, speed=1)
    assert line.lookup(github.service(line.access), ["a/b", "a/c", "a/d"]) == {}
    assert len(web.log) == 1
    assert "203.0.113.7" not in line.silent[0].reason


SERVICES = [
    one.SERVICE for one in (arxiv, crossref, datacite, dblp, handles, openalex, openreview, pubmed, semanticscholar)
]
KEYS = {"DBLP": "A Study of Nothing", "Semantic Scholar": "arxiv:2303.00001"}
BAD = {
    "html": Reply(200, b"<html><script>alert(1)</script>Sign in</html>"),
    "garbage": Reply(200, bytes(range(256)), "application/json"),
    "cut": Reply(200, b'{"message": {', "application/json", cut=True),
    "list": Reply.of([1, [2], "x"]),
    "null": Reply.of(None),
    "empty": Reply(200, b"", "application/json"),
    "deep": Reply(200, b"[" * 100_000, "application/json"),
    "nonsense": Reply.of({"message": 1, "data": "x", "result": [], "results": {"a": 1}, "notes": 7, "responseCode": "?"}),
    "entities": Reply(200, b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom">&b;</feed>', "application/atom+xml"),
    "error": Reply(500, b"SECRET-OF-THE-SERVER"),
    "busy": Reply(503, b"Rate exceeded.", headers=(("Retry-After", "1"),)),
    "many": Reply(429, b"", headers=(("Retry-After", "1"),)),
    "forbidden": Reply(403, b"SECRET-OF-THE-SERVER"),
    "elsewhere": Reply(302, b"", headers=(("Location", "http://169.254.169.254/latest/meta-data"),)),
    "circle": Reply(301, b"", headers=(("Location", "/"),)),
}  # fmt: skip


@pytest.mark.parametrize("service", [*SERVICES, github.service(line_to(Replay()).access)], ids=lambda one: one.name)
@pytest.mark.parametrize("reply", BAD.values(), ids=BAD)
def test_a_service_that_talks_nonsense_is_silent_and_nothing_is_concluded(
    web: Replay, service: Service, reply: Reply
) -> None:
    web.on(service.host, "", reply)
    line = line_to(web, OpenReview="token")
    key = KEYS.get(service.name, "10.1/a" if service.batch == 1 or "cross" in service.host else "2303.00001")
    found = line.lookup(service, [key])
    assert not any(found.values()), "no value may be made of nonsense"
    assert line.silent or found == {key: None}
    assert "SECRET" not in str(line.silent)
    assert not web.asked("169.254.169.254")
    assert len(web.log) <= 4


def test_retry_after_is_kept(web: Replay) -> None:
    replies = iter([Reply(503, b"", headers=(("Retry-After", "20"),)), feed(entry("2303.00001", "A Study"))])
    web.on("export.arxiv.org", "", lambda request: next(replies))
    assert line_to(web, speed=50).lookup(arxiv.SERVICE, ["2303.00001"])["2303.00001"]
    assert web.gaps("export.arxiv.org")[0] >= 20 / 50 - 0.1


def test_without_githubs_answer_its_pages_tell_the_new_name(web: Replay) -> None:
    limit = Reply.of({"message": "API rate limit exceeded"}, 403, headers=(("x-ratelimit-remaining", "0"),))
    web.on("api.github.com", "", limit)
    web.on("github.com", "/ada/old", Reply(301, b"", headers=(("Location", "https://github.com/lab/new"),)))
    web.on("github.com", "/lab/new", Reply(200, b"<p>here</p>"))
    web.on("github.com", "/ada/gone", Reply(404))
    text = "# Papers\n\n- [One](https://a.example/1). [code](https://github.com/ada/old)\n- [Two](https://a.example/2). [code](https://github.com/ada/gone)\n"
    evidence = gather([Meant(read(Source(text)))], Wishes(frozenset(("repositories",))), line_to(web))
    assert {name: one.name for name, one in evidence.repositories.items()} == {"ada/old": "lab/new"}
    assert [one.service for one in evidence.silent] == ["GitHub"]


def test_numbers_that_stand_for_a_doi_have_its_record(web: Replay) -> None:
    work = {
        "DOI": "10.18653/v1/2023.acl-long.1",
        "title": ["On Quite Another Matter"],
        "author": [{"given": "Ada", "family": "Lovelace"}],
    }
    web.on("api.crossref.org", "/works/10.18653/v1/2023.acl-long.1", Reply.of({"message": work}))
    text = "# Papers\n\n- [A Study of One Small Thing](https://aclanthology.org/2023.acl-long.1/). Emmy Noether, Max Born. ACL 2023.\n"
    evidence = gather([Meant(read(Source(text)))], Wishes(frozenset(("records", "links"))), line_to(web))
    assert evidence.records["acl:2023.acl-long.1"][0].title == "On Quite Another Matter"
    assert evidence.links["https://aclanthology.org/2023.acl-long.1/"].state == "alive"
