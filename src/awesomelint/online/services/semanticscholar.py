"""Semantic Scholar: up to five hundred papers a request, by arXiv number or DOI.

Without a key all share one pool, and 429 is common; with one, a request a second (api.semanticscholar.org). Counted on 218 papers: its venue names a real one more
often than any other source, but year and DOI then still are the preprint's, and now and then the venue is plainly another one. So it says `probably`, never more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...entries.titles import plain_title
from ...evidence import Record
from ..http import Answer, Ask
from ..pace import Pace
from ..service import Access, Service, expect

NAME = "Semantic Scholar"
_FIELDS = "title,authors,year,externalIds,venue,publicationVenue,journal,publicationDate"
_PREPRINTS = ("", "arxiv", "arxiv.org", "corr")


def asks(papers: Sequence[str], access: Access) -> Ask:
    key = (("x-api-key", access.keys[NAME]),) if access.keys.get(NAME) else ()
    url = "https://api.semanticscholar.org/graph/v1/paper/batch"
    return Ask(url, (("fields", _FIELDS),), {"ids": [_id(paper) for paper in papers]}, key)


def _id(paper: str) -> str:
    scheme, _, number = paper.partition(":")
    return f"{'ARXIV' if scheme == 'arxiv' else 'DOI' if scheme == 'doi' else scheme.upper()}:{number}"


def reads(answer: Answer, papers: Sequence[str]) -> Mapping[str, Any]:
    """The papers by their own numbers; `null` stands for one that is not known."""
    if answer.status == 404:
        return dict.fromkeys(papers)
    expect(answer, 200)
    body = answer.json()
    found: dict[str, Any] = dict.fromkeys(papers)
    wanted = {paper.casefold(): paper for paper in papers}
    for work in body if isinstance(body, list) else [body]:
        for number in _numbers(work or {}):
            if number in wanted:
                found[wanted[number]] = [record_of(work)._replace(paper=wanted[number])._asdict()]
    return found


def _numbers(work: Mapping[str, Any]) -> list[str]:
    ids = work.get("externalIds") or {}
    numbers = {"arxiv": ids.get("ArXiv"), "doi": ids.get("DOI"), "acl": ids.get("ACL"), "pubmed": ids.get("PubMed")}
    return [f"{scheme}:{number}".casefold() for scheme, number in numbers.items() if number]


def record_of(work: Mapping[str, Any]) -> Record:
    """A paper as a record."""
    ids = work.get("externalIds") or {}
    named = (work.get("publicationVenue") or {}).get("name") or work.get("venue") or ""
    venue = "" if str(named).casefold() in _PREPRINTS else str(named)
    doi = str(ids.get("DOI") or "").lower()
    day = str(work.get("publicationDate") or "")
    return Record(
        source=NAME,
        paper=f"arxiv:{ids['ArXiv']}" if ids.get("ArXiv") else f"doi:{doi}",
        title=plain_title(str(work.get("title") or "")),
        authors=tuple(
            " ".join(str(one.get("name") or "").split()) for one in work.get("authors") or () if one.get("name")
        ),
        venue=venue,
        year=int(work["year"]) if work.get("year") else None,
        dates=(day,) if day else (),
        doi="" if doi.startswith("10.48550/") else doi,
        arxiv=str(ids.get("ArXiv") or ""),
        kind="preprint" if not venue else "other",
    )


SERVICE = Service(NAME, "api.semanticscholar.org", Pace(1.1), 500, asks, reads)
