"""When two names are one person's: initials, accents, middle names and the order of first and last name are dress.

In go names as a list and as a record have them, out comes who is who.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SHARED = 0.5


def name_words(name: str) -> list[str]:
    """The words of a name without accents, case and what stands behind it (`Jr.`, `III`); a hyphen parts words."""
    spread = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    words = _WORD.findall("".join(char for char in spread if not unicodedata.combining(char)))
    return words[:-1] if len(words) > 2 and words[-1] in _SUFFIXES else words


_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_UMLAUT = re.compile(r"(?<=[aou])e")


def one_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: the longer words of the shorter name stand in the other, and no initial speaks against it."""
    a, b = name_words(one), name_words(other)
    if sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return True
    if not a or not b:
        return False
    if sorted(_UMLAUT.sub("", word) for word in a) == sorted(_UMLAUT.sub("", word) for word in b):
        return True  # Jürgen is Juergen where there is no umlaut at hand
    return _fits(a, b) or _fits(a[1:] + a[:1], b) or _fits(a, b[1:] + b[:1])


def _fits(a: list[str], b: list[str]) -> bool:
    """Whether two names in reading order agree: the surname in full, of the others what both have at least by its initial."""
    if not a or not b or a[-1] != b[-1] or (len(a[-1]) < 2 and len(a) < 2):
        return False
    first, second = "".join(a[:-1]), "".join(b[:-1])
    if not first or not second:
        return len(a) == len(b)
    if {word for word in a[:-1] if len(word) > 1} & {word for word in b[:-1] if len(word) > 1}:
        return True  # `S. Kevin Zhou` is called Kevin
    if first == second or first[0] != second[0]:
        return first == second
    heads = a[0], b[0]
    return (
        min(map(len, heads)) == 1
        or heads[0] == heads[1]
        or heads[0].startswith(heads[1])
        or heads[1].startswith(heads[0])
        or first.startswith(second)
        or second.startswith(first)
    )


def pair_up(names: Sequence[str], others: Sequence[str]) -> dict[str, str]:
    """Who of the one list is who of the other, each once; exact spellings first."""
    pairs: dict[str, str] = {}
    left = {"".join(name_words(name)): name for name in reversed(others)}
    for name in names:
        same = left.pop("".join(name_words(name)), None)
        if same is not None:
            pairs[name] = same
    rest: dict[str, list[str]] = {}
    for name in left.values():
        for word in set(name_words(name)):
            rest.setdefault(word, []).append(name)
    taken: set[str] = set()
    for name in names:
        if name in pairs:
            continue
        near = [one for word in name_words(name) for one in rest.get(word, ()) if one not in taken]
        match = next((one for one in near if one_person(name, one)), None)
        if match is not None:
            taken.add(match)
            pairs[name] = match
    return pairs


def shared_people(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether half of the fewer names stand in both lists."""
    fewer = min(len(names), len(others))
    return fewer > 0 and len(pair_up(names, others)) >= SHARED * fewer
