"""Short names beside titles: which of two is which, once the roles are found.

In go segments with their roles, out come the same, where a method's name was taken for the title of its paper.
"""

from __future__ import annotations

import re

from ..entries.letters import fold
from .atom import Atom
from .cuts import BOLD, in_title_case, tells
from .plain import Segment


def with_full_title(segments: list[Segment], atoms: tuple[Atom, ...], seen: str) -> list[Segment]:
    """Segments, where a short name was taken for the title though a link behind it opens with that name: `**node2vec**` over `[node2vec: …](…)`."""
    title = next((n for n, one in enumerate(segments) if one.role == "title"), None)
    if title is None or segments[title].last - segments[title].first > 1 or atoms[segments[title].first].kind != "text":
        return segments
    name = fold(seen[atoms[segments[title].first].first : atoms[segments[title].first].last])
    for n, one in enumerate(segments[title + 1 :], title + 1):
        text = seen[atoms[one.first].first : atoms[one.last - 1].last]
        if one.role == "link" and name and len(fold(text)) > 2 * len(name) and fold(text).startswith(name):
            swapped = list(segments)
            swapped[title], swapped[n] = segments[title]._replace(role="acronym"), one._replace(role="title")
            return swapped
    return segments


def with_told_title(segments: list[Segment], atoms: tuple[Atom, ...], seen: str) -> list[Segment]:
    """Segments, where what a dash sets apart from a name is the title of its paper, not a sentence about it: `[STNet](…) - Synthesis of Tumors in Seconds (CVPR 2024)`."""
    at = next((n for n, one in enumerate(segments) if one.role == "title"), None)
    if at is None or any(one.role == "acronym" for one in segments) or not _HELD.intersection(s.role for s in segments):
        return segments
    title = segments[at]
    name = seen[atoms[title.first].first : atoms[title.last - 1].last]
    told = next((n for n in range(at + 1, len(segments)) if segments[n].role != "address"), None)
    if (
        told is None
        or segments[told].role != "description"
        or title.last - title.first > 1
        or not _NAME.fullmatch(name)
    ):
        return segments
    lead = atoms[segments[told].first]
    words = seen[lead.first : atoms[segments[told].last - 1].last]
    if not tells(lead.before) or not in_title_case(words) or words.endswith("."):
        return segments
    swapped = list(segments)
    swapped[at], swapped[told] = title._replace(role="acronym"), segments[told]._replace(role="title")
    return swapped


def with_title_below(segments: list[Segment], atoms: tuple[Atom, ...], seen: str) -> list[Segment]:
    """Segments, where a name stands over the title of its paper: `**STNet** [CVPR2024]` over `Synthesis of Tumors in Seconds [[paper]](…)`.

    Without a venue beside it the name is in bold.
    """
    at = next((n for n, one in enumerate(segments) if one.role == "title"), None)
    if at is None or any(one.role == "acronym" for one in segments):
        return segments
    title = segments[at]
    below = next((n for n in range(at + 1, len(segments)) if segments[n].role not in _HELD), None)
    bold = atoms[title.first].style & BOLD
    if below is None or (below == at + 1 and not bold) or title.last - title.first > 1:
        return segments
    lead = atoms[segments[below].first]
    told = ("note", "description")
    stop = next((n for n in range(below, len(segments)) if segments[n].role not in told), len(segments))
    if stop == below or not lead.part or lead.before.strip("]) ") != "\n\n":
        return segments
    last = segments[stop - 1].last
    words = seen[lead.first : atoms[last - 1].last]
    one_line = atoms[last - 1].line == lead.line and len(words.split()) > _NAMED
    linked = stop < len(segments) and segments[stop].role in ("link", "badge", *_HELD)
    if not (one_line and linked and in_title_case(words)) or not _NAME.fullmatch(_words(title, atoms, seen)):
        return segments
    whole = segments[below]._replace(role="title", last=last)
    return [*segments[:at], title._replace(role="acronym"), *segments[at + 1 : below], whole, *segments[stop:]]


def _words(segment: Segment, atoms: tuple[Atom, ...], seen: str) -> str:
    return seen[atoms[segment.first].first : atoms[segment.last - 1].last]


def with_named_title(segments: list[Segment], atoms: tuple[Atom, ...], seen: str) -> list[Segment]:
    """Segments, where a sentence behind a name was taken for the title: `**Parsito**: a fast parser written in C++.` Where venue, authors or date stand, it is a paper's."""
    at = next((n for n, one in enumerate(segments) if one.role == "title"), 0)
    if not at or segments[at - 1].role != "acronym" or _FACTS.intersection(one.role for one in segments):
        return segments
    name, title = segments[at - 1], segments[at]
    lead = atoms[title.first]
    words = seen[lead.first : atoms[title.last - 1].last]
    sentence = words[:1].islower() or seen.startswith(".", atoms[title.last - 1].last)
    if lead.kind != "text" or not tells(lead.before) or not sentence or in_title_case(words):
        return segments
    return [
        *segments[: at - 1],
        name._replace(role="title"),
        title._replace(role="description"),
        *segments[at + 1 :],
    ]


_FACTS = frozenset(("authors", "venue", "date"))


def with_heading_title(segments: list[Segment], atoms: tuple[Atom, ...]) -> list[Segment]:
    """Segments of a heading with its body, where the heading's only words were taken for a short name: they are the title, and a linked title below is a link."""
    own = sum(not atom.part for atom in atoms)
    if own != 1 or segments[0].role != "acronym" or atoms[0].kind != "text":
        return segments
    at = next((n for n, one in enumerate(segments) if one.role == "title"), None)
    if at is None or segments[at].last - segments[at].first > 1 or atoms[segments[at].first].kind != "link":
        return segments
    swapped = list(segments)
    swapped[0], swapped[at] = segments[0]._replace(role="title"), segments[at]._replace(role="link")
    return swapped


# A method's name, and what a paper in the list is known by.
_NAME = re.compile(r"(?=.*[A-Z])[\w+.@-]{2,24}(?: [\w+.@-]{1,12})?")
_HELD = frozenset(("venue", "date"))
# A title has more words than a name.
_NAMED = 3
