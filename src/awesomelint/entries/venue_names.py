"""Venues as services name them: the forms under which a table may know what a record calls its venue.

In goes `2021 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)`, `ACM Trans. Graph.`, `ACL (1)` or an event's acronym, out come
the names to look for; `VenueTable.of_record` looks.
"""

from __future__ import annotations

import re

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


def is_workshop(name: str) -> bool:
    """Whether a record's name is that of a workshop."""
    return _WORKSHOP.search(name) is not None


def forms_of_record(name: str) -> list[str]:
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
