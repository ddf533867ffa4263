"""Venues as services name them: the known venue behind a record's words.

In goes `2021 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)`, `ACM Trans. Graph.`, `ACL (1)` or an event's acronym, out comes
the venue that is meant, or None where the table does not know it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .letters import fold
from .venues import KnownVenue, known_venues

_BRACKETS = re.compile(r"\(([^()]*)\)")
_ACRONYM = re.compile(r"^\s*([A-Za-z][\w&/-]+)(?:\s*[-—:]\s|\s+['’]?\d{2,4}\b)")
_YEARS = re.compile(r"['’]\d\d\b|\b(?:19|20)\d\d\b|\b\d+(?:st|nd|rd|th)\b|\bvol(?:ume|\.)?\s*\d+\b", re.I)
_ORDINALS = re.compile(
    r"\b(?:(?:twenty|thirty|forty|fifty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth)\b",
    re.I,
)
_LEAD = re.compile(
    r"^(?:in:?\s+)?(?:the\s+)?(?:(?:conference )?proceedings of(?: the)?|proc\.? of(?: the)?)\s+|^the\s+|^annual\s+|^(?:acm|ieee|ieee/cvf|ieee/rsj|acm/ieee|ieee/acm)\s+",
    re.I,
)
_WORKSHOP = re.compile(r"\bworkshops?\b|@", re.I)
_TAIL = re.compile(r"[\s,;:(\[/-]+$|\s+[-–—].*$|,.*$")


@lru_cache(maxsize=4096)
def venue_of_record(name: str) -> KnownVenue | None:
    """The known venue that a record's name means; a workshop is never its conference."""
    known = known_venues()
    for form in _forms(name):
        alias = known.get(fold(form))
        if alias is None or alias.kind in ("typo", "track", "joint"):
            continue
        if _WORKSHOP.search(name) and not _is_workshop(alias.venue):
            return None
        return alias.venue
    return None


def usual_name(name: str) -> str:
    """What people call the venue that a record names: its short name, but not a bibliographer's (`Nat. Commun.`); the record's words where the table does not know it."""
    venue = venue_of_record(name)
    if venue is None:
        return name
    return venue.full if "." in venue.name else venue.name


def _is_workshop(venue: KnownVenue) -> bool:
    return venue.kind == "workshop" or venue.name.endswith("W") or "orkshop" in venue.full


def _forms(name: str) -> list[str]:
    """The name, the acronyms in it, and the name without what changes from year to year."""
    forms = [name, *(one for one in _BRACKETS.findall(name) if any(char.isupper() for char in one))]
    forms += [_YEARS.sub("", one).strip() for one in forms[1:]]
    if found := _ACRONYM.match(name):
        forms.append(found[1])
        forms += found[1].split("/")
    plain = " ".join(_ORDINALS.sub("", _YEARS.sub("", _BRACKETS.sub("", name))).split()).strip(" ,-–:")
    for _ in range(4):
        forms.append(plain)
        forms.append(_TAIL.sub("", plain))
        shorter = " ".join(_LEAD.sub("", plain, count=1).split())
        if shorter == plain:
            break
        plain = shorter
    return list(dict.fromkeys(form for form in forms if form))
