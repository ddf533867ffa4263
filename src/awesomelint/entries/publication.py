"""How and where in its venue a paper stands: the track it was presented in, volume, issue and pages.

In goes an entry, out come these four as far as its own words say them, between its venue and the next link or names: `CVPR 2021 (Oral)`,
`Nature Machine Intelligence 5, 123–130 (2021)`, `JMLR 14(2):1–20`, `vol. 3, no. 2, pp. 5–9`.
"""

from __future__ import annotations

import re

from .model import Entry

_TRACK = re.compile(
    r"(?<![\w-])(?:oral|spotlight|poster|highlight|best (?:student )?paper(?: award)?|honou?rable mention)(?: presentation| paper)?s?(?![\w-])",
    re.I,
)
_NUMBERED = {
    "volume": re.compile(r"\bvol(?:ume)?s?\.?\s*(\d{1,4})\b", re.I),
    "issue": re.compile(r"\b(?:no|issue|iss|nr)\.?\s*(\d{1,4})\b", re.I),
    "pages": re.compile(r"\bpp?(?:ages)?\.?\s*([A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?)", re.I),
}
_YEAR = r"(?:19|20)\d\d\b"
# `5, 123–130`, `14(2):1–20`, `58 (1968) 367-398`; what a year would be is no volume, and an issue stands in brackets or behind a stroke.
_VOLUME = re.compile(
    rf"(?<![\w.–-])(?!{_YEAR})(?P<volume>\d{{1,4}})(?:\s*\((?!{_YEAR})(?P<issue>\d{{1,3}}(?:[-–]\d{{1,3}})?)\)|\.(?P<dotted>\d{{1,2}})(?=\s*\())?"
    rf"(?:\s*\({_YEAR}\))?\s*(?:[,:]\s*|\s)(?:pp?\.\s*)?(?P<pages>[A-Za-z]?\d{{1,6}}(?:\s*[-–—]+\s*[A-Za-z]?\d{{1,6}})?)(?![\w-])"
)
_RANGE = re.compile(r"(?<![\w.-])(\d{1,5}\s*[-–—]+\s*\d{1,6})(?![\w-])")
_STOPS = frozenset(("title", "authors", "link", "badge", "address"))


def publication_details(entry: Entry) -> dict[str, str]:
    """Track, volume, issue and pages, by these names; what the entry does not say is left out."""
    place = entry.venue
    if place is None:
        return {}
    ends = [part.outer.start for part in entry.fields if part.role in _STOPS and part.span.start >= place.span.end]
    said = entry.source.text[place.span.start : min(ends, default=entry.span.end)]
    behind = said[max(0, place.name_span.end - place.span.start) :]
    found: dict[str, str] = {}
    if (track := _TRACK.search(behind)) is not None:
        found["track"] = track[0]
    found |= {name: number[1] for name, pattern in _NUMBERED.items() if (number := pattern.search(behind)) is not None}
    if (whole := _VOLUME.search(behind)) is not None and "volume" not in found:
        found.setdefault("volume", whole["volume"])
        if issue := whole["issue"] or whole["dotted"]:
            found.setdefault("issue", issue)
        found.setdefault("pages", whole["pages"])
    elif (pages := _RANGE.search(behind)) is not None:
        found.setdefault("pages", pages[1])
    return found
