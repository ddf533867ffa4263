"""DBLP: the publications of one title, preprint and published version apart.

The best single source for computer science: 114 of 441 searches gave exactly the pair of CoRR and a venue. One or two seconds between requests are always fine;
over the limit the answer is empty, 429 (dblp.org/faq/1474706). A title that two papers share is told apart by the first author; the top hit of a famous title may be
another paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...entries.titles import plain_title, title_letters
from ..http import Answer, Ask
from ..pace import Pace
from ..service import Access, Service, expect

_HOMONYM = re.compile(r"\s+\d{4}$")
_MARKS = re.compile(r"[^\w\s-]")
PREPRINTS = ("journals/corr/",)


def asks(titles: Sequence[str], access: Access) -> Ask:
    del access
    words = " ".join(_MARKS.sub(" ", titles[0]).split())
    return Ask("https://dblp.org/search/publ/api", (("q", words), ("format", "json"), ("h", "20")))


def reads(answer: Answer, titles: Sequence[str]) -> Mapping[str, Any]:
    """The hits of that very title as plain values; an empty list where there is none."""
    expect(answer, 200)
    hits = answer.json()["result"]["hits"].get("hit", [])
    wanted = title_letters(titles[0])
    found = [hit_of(hit["info"]) for hit in hits]
    return {titles[0]: [hit for hit in found if title_letters(hit["title"]) == wanted]}


def hit_of(info: Mapping[str, Any]) -> dict[str, Any]:
    """A hit with its authors as names, without the numbers that tell homonyms apart."""
    authors = (info.get("authors") or {}).get("author") or []
    authors = authors if isinstance(authors, list) else [authors]
    venue = info.get("venue") or ""
    return {
        "title": plain_title(str(info.get("title") or "")).rstrip("."),
        "authors": [
            _HOMONYM.sub("", plain_title(one["text"] if isinstance(one, Mapping) else str(one))) for one in authors
        ],
        "venue": plain_title(venue[0] if isinstance(venue, list) else venue),
        "year": int(info["year"]) if str(info.get("year", "")).isdecimal() else None,
        "key": str(info.get("key") or ""),
        "doi": str(info.get("doi") or "").lower(),
        "ee": str((info.get("ee") or [""])[0] if isinstance(info.get("ee"), list) else info.get("ee") or ""),
    }


SERVICE = Service("DBLP", "dblp.org", Pace(1.5), 1, asks, reads, kind="search")
