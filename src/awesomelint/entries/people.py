"""Authors as lists write them: names in order, each at its place, and what stands between.

In goes the text of an authors' field, out come `Person`s and the separators. Names are read in
every form counted in 215 lists: full names, initials, `Last, First and Last, First` (BibTeX),
`Last, F., Last, F.`, `Wang L, Li Y` (GB/T), particles, accents, Chinese names, groups, `et al.`
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from .names import PARTICLES, PLAIN_RUN, TITLE_OF_PERSON, is_cjk, looks_like_name

_ET_AL = re.compile(
    r"(?:,|;|&|\band\b)?\s*\b(?:et\.?,?\s*al\b\s*[.,]*|and others\b\.?)[\s,.]*$|(?:,|，)?\s*等\s*$|(?<=[a-z])\+\s*$|,?\s*(?:\.\.\.|…)\s*$",
    re.I,
)
# `y`, `et`, `e` join two full names; beside a single word they may belong to one (`Ortega y Gasset`).
_OTHER_AND = r"\s+(?:und|(?:y|et|e)(?=\s+[^\W\d_][\w.'’-]*\s+[^\W\d_])(?!\s+al\b))\s+"
_AND = "(?:and|And|AND)"
_SEPARATOR = re.compile(
    rf"(?<!\s)\s*(?:,\s*{_AND}\s+|,\s*&\s*|\s+{_AND}\s+|\s+&\s+|{_OTHER_AND}|[;,，、；·]\s*|\s+·\s+)\s*"
)


@cache
def _dots() -> re.Pattern[str]:
    """A middle dot between names in Chinese signs, or before one in Latin letters; within a name in katakana it joins. Few texts have one."""
    return re.compile(r"(?<=[A-Za-zÀ-ÿ])・(?=[A-Z])|(?<=[\u4e00-\u9fff])・(?=[\u4e00-\u9fff])")


def _dotted(text: str) -> str:
    """A text with the middle dots that part names as another sign, so that all that part names are plain."""
    return _dots().sub("·", text) if "・" in text else text


_ENDS_AND = re.compile(r",\s+and\s+$")
_SEMICOLON = re.compile(r"\s*[;；]\s*(?:and\s+|&\s*)?")
_BIBTEX = re.compile(r"\s+and\s+")
_MARK = re.compile(
    r"\s0\d{3}(?=$|[\s,;&])|(?<=[^\W\d_])(?:[\d]+(?:,\d+)*|[*†‡§¶#∗°⁎＊]+|\^?\{[^}]*\})+(?=$|[\s,;&])|(?<=[^\W\d_.])[*†‡§¶∗°⁎＊¹²³⁴⁵⁶⁷⁸⁹⁰]+"
)
# A first name's capitals; particles of the surname before may stand behind them: `Santos, R. dos`.
_INITIALS = re.compile(
    r"(?:[^\W\d_a-zß-ÿ]\.?[-‐ ]*){1,4}(?:(?<=[. ])(?:"
    + "|".join(sorted(PARTICLES | {"dos"}, key=len, reverse=True))
    + r")(?: |$)){0,3}$"
)
_ELISION = re.compile(r"\.\.\.|…")
_BARE_INITIAL = re.compile(r"(?<![\w'’.-])([^\W\d_])(?![\w'’.-])")
_UNMARKED = re.compile(r"[A-Za-z .-]+")


class Person(NamedTuple):
    """One author. `start` and `end` are offsets into the field's text; `name` is in reading order."""

    start: int
    end: int
    name: str
    mark: tuple[int, int] | None = None
    """Where an affiliation mark stands in the text, or None."""

    @property
    def letters(self) -> str:
        """What makes two spellings one person: their letters, folded, in order of the alphabet of words."""
        return " ".join(sorted(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", self.name).casefold())))


class Authors(NamedTuple):
    """The authors of an entry, in order."""

    people: tuple[Person, ...]
    et_al: tuple[int, int] | None = None
    """Where `et al.` stands in the text, its separator not included."""
    separators: tuple[tuple[int, int], ...] = ()
    """What stands between two neighbours."""
    inverted: bool = False
    """Whether names are written `Last, First`."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(person.name for person in self.people)


def read_authors(text: str, reference: bool = False) -> Authors:
    """The people whom a text names; every part between separators is taken for one.

    At the head of a written-out `reference`, two single words are one person: `Hegedűs, Zsófia.`
    """
    if PLAIN_RUN.fullmatch(text):
        spans, separators = _split(text, 0, len(text), _SEPARATOR)
        return Authors(tuple(_person(text, *span) for span in spans), None, separators)
    end = len(text.rstrip(" .,;"))
    et_al = None
    if found := _ET_AL.search(text):
        start = found.start() + len(found[0]) - len(found[0].lstrip(" ,;&"))
        et_al = (start, len(text.rstrip()))
        end = len(text[: found.start()].rstrip(" ,;"))
    elif text.endswith(".") and end and _ends_in_initial(text, end):
        end += 1
    for joint in (_BIBTEX, _SEMICOLON):
        if _is_inverted(text[:end], joint):
            return _inverted(text, end, et_al, joint)
    if pairs := _last_initials(text, end):
        return Authors(tuple(pairs), et_al, inverted=all("," in text[one.start : one.end] for one in pairs))
    if pairs := _last_first(text, end, et_al is not None):
        return Authors(tuple(pairs), et_al, inverted=True)
    spans, separators = _split(_dotted(text), 0, end, _SEPARATOR)
    alone = len(spans) == 2 and reference and "," in text[spans[0][1] : spans[1][0]]
    alone = alone and not is_cjk(text[slice(*spans[0])])
    if alone and len(_plain_words(text[slice(*spans[0])])) == 1 and len(text[slice(*spans[1])].split()) < 3:
        return _inverted(text, end, et_al, _NOTHING)
    if _first_inverted(text, spans):
        (start, middle), (begin, stop) = spans[:2]
        first = Person(start, stop, f"{text[begin:stop]} {text[start:middle]}")
        rest = tuple(_person(text, *span) for span in spans[2:])
        return Authors((first, *rest), et_al, separators[1:])
    people = tuple(_person(text, *span) for span in spans)
    return Authors(people, et_al, separators)


def _ends_in_initial(text: str, end: int) -> bool:
    return end >= 1 and text[end - 1].isupper() and (end < 2 or not text[end - 2].isalnum())


def _split(
    text: str, start: int, end: int, pattern: re.Pattern[str]
) -> tuple[list[tuple[int, int]], tuple[tuple[int, int], ...]]:
    spans, separators, at = [], [], start
    for found in pattern.finditer(text, start, end):
        if found.start() > at:
            spans.append((at, found.start()))
            separators.append(found.span())
        at = found.end()
    if at < end:
        spans.append((at, end))
    return spans, tuple(separators[: max(0, len(spans) - 1)])


# Where somebody works: `Ada Berg (MIT)`
_AFFILIATION = re.compile(r"(?<=[^\W\d_.])\s+\([A-Z][^()\d]{1,40}\)$")


def _person(text: str, start: int, end: int) -> Person:
    words = text[start:end]
    if _UNMARKED.fullmatch(words) and not words.startswith(("Prof", "Dr")):
        return Person(start, end, " ".join(words.split()))
    mark = _MARK.search(words)
    name = words if mark is None else words[: mark.start()] + words[mark.end() :]
    name = _AFFILIATION.sub("", TITLE_OF_PERSON.sub("", name))
    place = (start + mark.start(), start + mark.end()) if mark else None
    return Person(start, end, " ".join(name.split()), place)


def _is_inverted(text: str, joint: re.Pattern[str]) -> bool:
    """`Last, First and Last, First`, or with semicolons: each part between has exactly one comma."""
    parts = joint.split(text)
    if len(parts) < 2:
        return False
    with_comma = [part for part in parts if part.count(",") == 1 and all(half.strip() for half in part.split(","))]
    return len(with_comma) == len(parts)


def _inverted(text: str, end: int, et_al: tuple[int, int] | None, joint: re.Pattern[str]) -> Authors:
    spans, separators = _split(text, 0, end, joint)
    people = []
    for start, stop in spans:
        last, _, first = text[start:stop].partition(",")
        people.append(Person(start, stop, " ".join(f"{first} {last}".split())))
    return Authors(tuple(people), et_al, separators, inverted=True)


_NOTHING = re.compile(r"(?!)")
_COMMA = re.compile(r"\s*(?:,\s*(?:and|&)\s+|[,;，；]\s*|\s+(?:and|&)\s+)\s*")


def _last_initials(text: str, end: int) -> list[Person]:
    """`Last, F., Last, F. M.`: initials belong to the surname before them, as in `Last F.`; empty if no comma parts them from it."""
    spans, _ = _split(text, 0, end, _COMMA)
    if len(spans) < 2:
        return []
    people: list[Person] = []
    parted = stopped = 0
    waiting = False
    for start, stop in spans:
        words = text[start:stop].rstrip("*†‡§¶∗ ")
        if _ELISION.fullmatch(words):
            waiting = False
        elif _INITIALS.fullmatch(words):
            if not waiting:
                return []
            before = people[-1]
            people[-1] = Person(before.start, stop, f"{words} {before.name}")
            waiting = False
            parted += 1
            stopped += "." in words + text[stop : stop + 1]
        else:
            people.append(_person(text, start, stop))
            waiting = not _WITH_INITIALS.search(words)
    return people if 2 * parted >= len(people) and 2 * stopped >= parted else []


_WITH_INITIALS = re.compile(r"(?:^|\s)[^\W\d_a-zß-ÿ]\.")


def _last_first(text: str, end: int, et_al: bool) -> list[Person]:
    """`Last, First, Last, First M., and Last, First`, and `Last, First, et al.`: surnames and first names by turns; empty if it is not that."""
    spans, _ = _split(text, 0, end, _COMMA)
    if len(spans) % 2 or not spans:
        return []
    lasts = [text[start:stop] for start, stop in spans[::2]]
    firsts = [text[start:stop] for start, stop in spans[1::2]]
    if any(len(_plain_words(last)) != 1 for last in lasts) or any(len(first.split()) > 3 for first in firsts):
        return []
    if len(spans) == 2:
        # `Cao, Shangtong, et al.` is the form of MLA; two surnames before `et al.` are seldom.
        told = et_al and len(firsts[0].split()) <= 2 and not is_cjk(lasts[0]) and "," in text[spans[0][1] : spans[1][0]]
    else:
        last_but_one = text[spans[-3][1] : spans[-2][0]]
        told = "and" in last_but_one or "&" in last_but_one
        told = told or (any(_WITH_INITIALS.search(one) for one in firsts) and not any("." in one for one in lasts))
    if not told:
        return []
    return [
        Person(start, stop, f"{text[begin:stop]} {text[start:middle]}")
        for (start, middle), (begin, stop) in zip(spans[::2], spans[1::2], strict=True)
    ]


def _plain_words(name: str) -> list[str]:
    return [
        word for word in name.split() if word not in PARTICLES and (word.isupper() or word.lower() not in PARTICLES)
    ]


def _first_inverted(text: str, spans: list[tuple[int, int]]) -> bool:
    """`Zhong, Xiukun, Guohong Liang, Wei Xi`: only the first name stands with its surname before (MLA's form)."""
    if len(spans) < 3:
        return False
    words = [text[start:end].split() for start, end in spans]
    if len(words[0]) in (2, 3) and len(words[1]) == 1 and text[spans[0][1]] == ",":
        # `Castellanos Vega, Bianca, Minh Tuan Pham, and Emre Yıldırım`: nobody else has one name only.
        return len(spans) > 3 and all(len(name) > 1 for name in words[2:]) and words[1][0].isalpha()
    return (
        len(words[0]) == 1
        and len(words[1]) <= 2
        and all(len(name) > 1 for name in words[2:])
        and (
            len(words[1]) == 1
            or (words[1][-1].rstrip(".")[:2].isupper() and len(words[1][-1].rstrip(".")) == 1)
            or _ENDS_AND.search(text[spans[-2][1] : spans[-1][0]]) is not None
        )
    )


def bare_initials(name: str) -> list[int]:
    """Where in a name a capital stands alone without its stop: `Pong C Yuen`."""
    if not re.search(r"[a-zà-ÿ]{2}", name):
        return []
    # At the end of a name a single capital is a surname (`Jiaze E`), but behind a comma it is a first name's.
    last = len(name) if "," not in name else len(name) + 1
    places = [found for found in _BARE_INITIAL.finditer(name) if found.end() < last]
    return [found.end() for found in places if found[1].isupper() and found[1].isascii()]


_PARTS = re.compile(rf"\s*[,;，、；]\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*|\s*·\s*|{_OTHER_AND}")
_CLOSING_ET_AL = re.compile(r",?\s*\bet\.?,? ?al\b\.?|等\s*$")


class NameCount(NamedTuple):
    """Of the parts between commas: how many look like a name, and how many there are; `et_al` says whether more are meant."""

    names: int
    parts: int
    et_al: bool


def count_names(text: str) -> NameCount:
    """Count the names of a text, affiliation marks left out."""
    rest = _CLOSING_ET_AL.sub("", text)
    parts = [part for part in _PARTS.split(_dotted(rest)) if part.strip()]
    names = sum(looks_like_name(part.strip(" .*†0123456789")) for part in parts)
    return NameCount(names, len(parts), rest != text)
