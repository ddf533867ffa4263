"""What an atom's words are worth among names.

In go a few words, out comes how much they speak for a run of authors, and whether they speak against it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..entries.names import is_cjk, is_group, is_initials, is_known_name, looks_like_name
from ..entries.people import read_authors
from .atom import Atom

_ET_AL = re.compile(r"\bet\.?,? ?al\b|等\s*$", re.I)
_JOINED = re.compile(r"\s(?:and|&|et|und|y|e)\s|&")


class NameWorth(NamedTuple):
    """What an atom is worth among names."""

    good: float
    bad: int
    single: bool
    """It is one word, a surname or a first name alone."""
    et_al: bool


def name_worth(words: str, after_single: bool) -> NameWorth:
    """What an atom's words are worth among names; a capital alone is a first name's behind a surname."""
    if after_single and is_initials(words):
        return NameWorth(0.5, 0, False, False)
    if words.endswith("+") and looks_like_name(words[:-1]):
        return NameWorth(2.0, 0, False, True)  # `Dumoulin+`
    et_al = ("al" in words and _ET_AL.search(words) is not None) or words.endswith("等")
    good = 0.0
    if et_al:
        words = _ET_AL.sub("", words).strip(" ,.;&")
        good = 1.0
        if not words:
            return NameWorth(good, 0, False, True)
    single = bool(words) and " " not in words and not is_cjk(words)
    if looks_like_name(words) or is_group(words) or words.lower().startswith(("for the ", "on behalf of ")):
        known = 0.4 * is_known_name(words)
        return NameWorth(good + (0.45 if single else 1.0) + known, 0, single, et_al)
    if _several_names(words):
        return NameWorth(good + 2.0, 0, False, et_al)
    return NameWorth(good, 1, single, et_al)


def _several_names(words: str) -> bool:
    """`A and B`, where the cut left a pair together."""
    if _JOINED.search(words) is None:
        return False
    people = read_authors(words).people
    return len(people) > 1 and all(looks_like_name(person.name) for person in people)


def is_person(text: str) -> bool:
    """Whether a text is the name in full of one who could be known."""
    return 1 < len(text.split()) < _MOST_NAMES and looks_like_name(text) and is_known_name(text)


_MOST_NAMES = 5


def is_linked_name(atom: Atom, words: str) -> bool:
    """Whether a link's words may be an author's name: under a header that says so, or behind a comma, a dash, `by` or at the begin of a line."""
    return atom.key == "authors" or (_NAMED_BEHIND.search(atom.before) is not None and is_person(words))


_NAMED_BEHIND = re.compile(r"(?:,|[-–—]|\b[Bb]y|\n)\s*$")
