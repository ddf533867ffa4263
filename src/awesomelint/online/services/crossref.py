"""Crossref: the records of most DOIs, fifty a request.

Limits are taken from its headers; ten requests a second for one record, three for lists, for whoever gives an address (api.crossref.org, "access and authentication").
Traps, counted: a subtitle stands apart from its title, authors under 10.52202 (NeurIPS) are in the order of the alphabet, a conference paper may be a journal's article
or a book's chapter, and a missing relation proves nothing.
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

_SELECT = "DOI,title,subtitle,author,container-title,event,issued,published,published-online,published-print,posted,type,relation,update-to,updated-by"
_ALPHABETICAL = ("10.52202/",)
_DATES = ("posted", "published-online", "published-print", "published", "issued")
_KINDS = {
    "journal-article": "article", "proceedings-article": "paper", "book-chapter": "chapter", "posted-content": "preprint", "preprint": "preprint",
}  # fmt: skip
_GONE = {"WITHDRAWN": "withdrawn", "RETRACTED": "retracted", "RETRACTION": "retracted"}


def asks(dois: Sequence[str], access: Access) -> Ask:
    to = (("mailto", access.mailto),) if access.mailto else ()
    if len(dois) == 1:
        return Ask(f"https://api.crossref.org/works/{quote(dois[0], safe='/')}", to)
    wanted = ",".join(f"doi:{doi}" for doi in dois)
    return Ask(
        "https://api.crossref.org/works", (("filter", wanted), ("rows", str(len(dois))), ("select", _SELECT), *to)
    )


def reads(answer: Answer, dois: Sequence[str]) -> Mapping[str, Any]:
    """The records by their own DOI; a DOI that Crossref has not may be another agency's."""
    if len(dois) == 1 and answer.status == 404:
        return {dois[0]: None}
    expect(answer, 200)
    message = answer.json()["message"]
    works = message.get("items", [message])
    wanted = {doi.casefold(): doi for doi in dois}
    found: dict[str, Any] = dict.fromkeys(dois)
    for work in works:
        doi = wanted.get(str(work.get("DOI", "")).casefold())
        if doi is not None:
            found[doi] = [record_of(work)._replace(paper=f"doi:{doi}")._asdict()]
    return found


def record_of(work: Mapping[str, Any]) -> Record:
    """A work as a record."""
    doi = str(work["DOI"]).lower()
    title, gone = _title(work)
    kind = _KINDS.get(work.get("type", ""), "other")
    dates = [date for name in _DATES if (date := _date(work.get(name)))]
    became = [
        one.get("id", "")
        for one in (work.get("relation") or {}).get("is-preprint-of", ())
        if one.get("id-type") == "doi"
    ]
    venue = next(iter(work.get("container-title") or ()), "")
    event = work.get("event") or {}
    if kind == "paper" and isinstance(event, Mapping) and event.get("acronym"):
        venue = f"{venue} ({event['acronym']})"
    retracted = any("retract" in str(one.get("type", "")) for one in work.get("updated-by") or ())
    return Record(
        source="Crossref",
        paper=f"doi:{doi}",
        title=title,
        authors=tuple(name for one in work.get("author") or () if (name := _name(one))),
        ordered=not doi.startswith(_ALPHABETICAL),
        venue=plain_title(venue) if kind != "preprint" else "",
        year=int(dates[0][:4]) if dates else None,
        dates=tuple(dict.fromkeys(dates)),
        doi=doi if kind != "preprint" else "",
        withdrawn=gone or ("retracted" if retracted else ""),
        published_as=str(became[0]).lower().removeprefix("https://doi.org/") if became else "",
        kind=kind,
    )


def _title(work: Mapping[str, Any]) -> tuple[str, str]:
    """The title with its subtitle, and what stands before it where the paper was withdrawn."""
    title = plain_title(next(iter(work.get("title") or ()), ""))
    subtitle = plain_title(next(iter(work.get("subtitle") or ()), ""))
    mark, colon, rest = title.partition(":")
    gone = _GONE.get(mark.strip().upper(), "") if colon else ""
    if gone:
        title = rest.strip()
    return (f"{title}: {subtitle}" if subtitle and subtitle.casefold() not in title.casefold() else title), gone


def _name(author: Mapping[str, Any]) -> str:
    words = [author.get("given"), author.get("family"), author.get("suffix")]
    return " ".join(" ".join(word for word in words if word).split()) or str(author.get("name") or "")


def _date(value: Any) -> str:
    """A date of parts, `[[2021, 6, 9]]`, as ISO 8601; nothing where there is none."""
    parts = ((value or {}).get("date-parts") or [[]])[0]
    if not parts or not parts[0]:
        return ""
    return "-".join([f"{int(parts[0]):04d}", *(f"{int(part):02d}" for part in parts[1:3] if part)])


SERVICE = Service("Crossref", "api.crossref.org", Pace(0.34), 50, asks, reads)
