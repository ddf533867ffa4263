"""OpenAlex: works by DOI, fifty a request; a second source for records, retractions and published versions.

Since 2026 a request without a key is paid from a tenth of a dollar a day, with a free key from one; 429 says that the day's budget is gone, and waiting does not help
(developers.openalex.org, authentication). The key is a parameter of the address, so it is never kept. A venue that it does not know stands in `raw_source_name`.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Mapping, Sequence
from typing import Any

from ...entries.titles import plain_title
from ...errors import Spent, Unanswered
from ...evidence import Record
from ..http import Answer, Ask
from ..pace import Pace
from ..service import Access, Service, expect

NAME = "OpenAlex"
_SELECT = "doi,title,authorships,publication_date,publication_year,type,primary_location,locations,is_retracted"
_RETRACTED = ("RETRACTED:", "RETRACTED ARTICLE:", "WITHDRAWN:")


def asks(dois: Sequence[str], access: Access) -> Ask:
    key = (("api_key", access.keys[NAME]),) if access.keys.get(NAME) else ()
    wanted = "doi:" + "|".join(dois)
    return Ask(
        "https://api.openalex.org/works", (("filter", wanted), ("per-page", str(len(dois))), ("select", _SELECT), *key)
    )


def reads(answer: Answer, dois: Sequence[str]) -> Mapping[str, Any]:
    """The works by their own DOI."""
    if answer.status == 429:
        raise _spent(answer)
    expect(answer, 200)
    body = answer.json()
    works = body.get("results", [body])
    found: dict[str, Any] = dict.fromkeys(dois)
    wanted = {doi.casefold(): doi for doi in dois}
    for work in works:
        doi = str(work.get("doi") or "").casefold().removeprefix("https://doi.org/")
        if doi in wanted:
            found[wanted[doi]] = [record_of(work)._asdict()]
    return found


def _spent(answer: Answer) -> Spent:
    """The day's budget is gone; it comes back at midnight UTC."""
    now = time.time()
    until = now - now % 86400 + 86400
    with contextlib.suppress(Unanswered, AttributeError, KeyError, TypeError, ValueError):
        until = now + float(answer.json()["retryAfter"])  # where the body does not say, midnight holds
    return Spent("the day's budget is used up (a free key has ten times as much: OPENALEX_API_KEY)", until)


def record_of(work: Mapping[str, Any]) -> Record:
    """A work as a record; its venue is that of a published version, wherever that stands."""
    title = plain_title(str(work.get("title") or work.get("display_name") or ""))
    gone = "retracted" if work.get("is_retracted") else ""
    for mark in _RETRACTED:
        if title.upper().startswith(mark):
            gone = mark.split()[0].rstrip(":").lower()
            title = title[len(mark) :].strip()
    doi = str(work.get("doi") or "").lower().removeprefix("https://doi.org/")
    published = _published(work)
    preprint = doi.startswith("10.48550/")
    year = work.get("publication_year")
    return Record(
        source=NAME,
        paper=f"arxiv:{doi.partition('arxiv.')[2]}" if preprint else f"doi:{doi}",
        title=title,
        authors=tuple(_author(one) for one in work.get("authorships") or () if _author(one)),
        venue=_venue(published) if published else "",
        year=int(year) if year else None,
        dates=tuple(day for day in (str(work.get("publication_date") or ""),) if day),
        doi="" if preprint else doi,
        arxiv=doi.partition("arxiv.")[2] if preprint else "",
        withdrawn=gone,
        kind="preprint" if preprint and not published else "other",
    )


def _published(work: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The location of a published version that is no preprint server."""
    for one in (work.get("primary_location"), *(work.get("locations") or ())):
        if one and one.get("version") == "publishedVersion" and _venue(one):
            source = one.get("source") or {}
            if source.get("type") != "repository":
                return dict(one)
    return None


def _venue(location: Mapping[str, Any]) -> str:
    source = location.get("source") or {}
    return plain_title(str(source.get("display_name") or location.get("raw_source_name") or ""))


def _author(authorship: Mapping[str, Any]) -> str:
    author = authorship.get("author") or {}
    return " ".join(str(author.get("display_name") or authorship.get("raw_author_name") or "").split())


SERVICE = Service(NAME, "api.openalex.org", Pace(0.2), 50, asks, reads)
