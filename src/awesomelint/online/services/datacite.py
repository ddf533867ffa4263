"""DataCite: the records of DOIs that Crossref has not (Zenodo, figshare, Dagstuhl), and of arXiv's numbers where arXiv does not answer.

A thousand requests in five minutes for whoever gives an address (support.datacite.org, rate limits). Its arXiv records know no published version.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ...entries.titles import plain_title
from ...evidence import Record
from ..http import Answer, Ask
from ..pace import Pace
from ..service import Access, Service, expect

ARXIV = "10.48550/arxiv."


def asks(dois: Sequence[str], access: Access) -> Ask:
    to = (("mailto", access.mailto),) if access.mailto else ()
    return Ask(f"https://api.datacite.org/dois/{quote(dois[0], safe='/')}", to)


def reads(answer: Answer, dois: Sequence[str]) -> Mapping[str, Any]:
    if answer.status == 404:
        return {dois[0]: None}
    expect(answer, 200)
    return {dois[0]: [record_of(answer.json()["data"]["attributes"])._replace(paper=_paper(dois[0]))._asdict()]}


def _paper(doi: str) -> str:
    return f"arxiv:{doi[len(ARXIV) :]}" if doi.startswith(ARXIV) else f"doi:{doi}"


def record_of(data: Mapping[str, Any]) -> Record:
    """A DOI's attributes as a record."""
    doi = str(data["doi"]).lower()
    preprint = doi.startswith(ARXIV) or (data.get("types") or {}).get("resourceTypeGeneral") == "Preprint"
    days = [
        str(one.get("date", ""))[:10]
        for one in data.get("dates") or ()
        if one.get("dateType") in ("Submitted", "Issued", "Available", "Updated")
    ]
    container = (data.get("container") or {}).get("title") or ""
    year = data.get("publicationYear")
    return Record(
        source="DataCite",
        paper=_paper(doi),
        title=plain_title(_first(data.get("titles"), "title")),
        authors=tuple(name for one in data.get("creators") or () if (name := _name(one))),
        venue="" if preprint else container,
        year=int(year) if year else None,
        dates=tuple(dict.fromkeys(sorted(day for day in days if day and day[0].isdigit()))),
        doi="" if preprint else doi,
        arxiv=doi[len(ARXIV) :] if doi.startswith(ARXIV) else "",
        kind="preprint" if preprint else "other",
    )


def _first(values: Any, name: str) -> str:
    return str(next((one.get(name) for one in values or () if one.get(name)), ""))


def _name(creator: Mapping[str, Any]) -> str:
    if creator.get("familyName"):
        return " ".join(f"{creator.get('givenName') or ''} {creator['familyName']}".split())
    last, comma, first = str(creator.get("name") or "").partition(", ")
    return f"{first} {last}" if comma else last


SERVICE = Service("DataCite", "api.datacite.org", Pace(0.35), 1, asks, reads)
