"""Authors as lists write them: names in order, each at its place, and what stands between.

In goes the text of an authors' field, out come `Person`s and the separators. Names are read in
every form counted in 215 lists: full names, initials, `Last, First and Last, First` (BibTeX),
`Last, F., Last, F.`, `Wang L, Li Y` (GB/T), particles, accents, Chinese names, groups, `et al.`
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from .words import name_words, title_words

PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le el al ter ten bin ibn ben af zu zur zum y e st st. san mac ul ud ur uz abu op 't".split()
)
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
_TITLE_OF_PERSON = re.compile(r"^(?:(?:Prof|Dr|Professor)\b\.?\s+)+(?=[^\W\d_])")
_ELISION = re.compile(r"\.\.\.|…")
_DIGIT = re.compile(r"\d")
_SHORT_YEAR = re.compile(r"['’‘`]\d\d")
# Endings that titles are full of and names hardly have.
_LEARNED = re.compile(
    r"(?<=[a-z]{3})(?:[ts]ions?|ments|ness|ities|ology|ical|ious|ative|[iy][sz](?:ed|ing|ation)|aware|based|driven|ability|ics|[ai]ally|ively|ently|ously)\b",
    re.I,
)
_ACTIVE = re.compile(r"(?<=[a-z]{3})(?:ings?|ment|ity|ed|ous|ive|aly|ary|ors|els|ers|sis)\b")
_CAPITALS = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ]\.?[-‐ ]?){1,4}")
_SURNAME = re.compile(
    r"(?:(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O['’]|[DdLl]['’]|Fitz|St\.?)(?=[A-Z]))?[^\W\d_a-z][^\W\d_A-Z]+(?:[-‐–'’][^\W\d_]+)*"
)
_SHORT_WORDS = frozenset("we it he me do or so no if be up us my am go ok vs re ai ml cv eg ie et al".split())
_BARE_INITIAL = re.compile(r"(?<![\w'’.-])([^\W\d_])(?![\w'’.-])")


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


def _person(text: str, start: int, end: int) -> Person:
    words = text[start:end]
    mark = _MARK.search(words)
    name = words if mark is None else words[: mark.start()] + words[mark.end() :]
    name = _TITLE_OF_PERSON.sub("", name)
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


@lru_cache(maxsize=16384)
def looks_like_name(text: str) -> bool:
    """Whether a text could be one person's name, or a group's that stands among authors."""
    text = _TITLE_OF_PERSON.sub("", text)
    words = text.split()
    if not 1 <= len(words) <= 7 or len(text) > 60 or text.endswith(("'s", "’s")):
        return False
    if is_cjk(text):
        return _is_cjk_name(text)
    capitals = 0
    if words[-1].isdigit() and len(words[-1]) == 4 and words[-1].startswith("0"):
        words = words[:-1]  # dblp tells people of one name apart: `Hao Chen 0003`
    if not words or ":" in text or any(word.strip(",.").isdigit() for word in words) or _SHORT_YEAR.search(text):
        return False
    lower = [word.strip("*†‡§¶,.0123456789#").lower() for word in words]
    if name_words().isdisjoint(lower) and (
        _LEARNED.search(text) or len(_ACTIVE.findall(text)) > 1 or not title_words().isdisjoint(lower)
    ):
        return False
    for word in words:
        if _ABBREVIATED.fullmatch(word):
            return False  # `Comput. Mater. Sci.`
        if word.lower().replace("’", "'") in PARTICLES:
            continue
        core = word.strip("*†‡§¶,.'’\"0123456789#")
        if not core:
            continue
        if (
            (core if len(core) < 3 else core.lower()) in _NEVER_IN_NAMES
            or (not core.isalpha() and _DIGIT.search(core))
            or "/" in core
        ):
            return False
        if core[0].isupper() or core[:2] in _ELIDED:
            capitals += 1
        elif core.lower() not in PARTICLES and not (
            core[0].islower() and len(core) > 2 and any(c.isupper() for c in core)
        ):
            return False
    if len(words) == 1:
        return capitals == 1 and is_surname(words[0]) and not words[0][0].isdigit()
    return capitals >= 1


_ABBREVIATED = re.compile(r"(?!(?:Prof|Mrs|Chr|Alex|Theo|Fred|Dan|Wm|Geo|Chas)\.)[A-Z][a-z]{3,}\.(?!,)")
_ELIDED = ("d'", "d’", "l'", "l’")
_GROUP = re.compile(
    r"(?:the )?[A-Z][\w&.-]*(?: [\w&.-]+){0,6} (?:Collaborations?|Consortium|Team|Working Group|Group|Authors|Community|Initiative)",
    re.I,
)


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


def is_group(text: str) -> bool:
    """Whether a text names a group that writes papers: `The ATLAS Collaboration`, `Gemma Team`."""
    return text[:1].isupper() and len(text) <= 80 and _GROUP.fullmatch(text) is not None


def is_known_name(text: str) -> bool:
    """Whether a word of a text is a first name or surname that lists have often."""
    return not name_words().isdisjoint(text.lower().replace("-", " ").split()) or not name_words().isdisjoint(
        text.lower().split()
    )


def is_surname(word: str) -> bool:
    """Whether a single word could stand for a person: `Zhao`, `Li`, `McDermott`, but not `PyTorch` or `In`."""
    core = word.strip("*†‡§¶,’'\"0123456789#")
    if core.endswith(".") or len(core) < 2:
        return len(core) > 2
    return _SURNAME.fullmatch(core) is not None and core.lower() not in _SHORT_WORDS


@lru_cache(maxsize=16384)
def is_initials(text: str) -> bool:
    """Whether a text is nothing but a first name's capitals: `H.`, `J. K.`, `SY`."""
    return len(text) <= 8 and _CAPITALS.fullmatch(text) is not None


def _is_cjk_name(text: str) -> bool:
    """A Chinese name begins with one of few surnames; Japanese and Korean ones, and names spelt with a dot, are let pass by length."""
    signs = text.replace(" ", "")
    if "·" in signs:
        return 3 <= len(signs) <= 12
    if _japanese().fullmatch(text):
        return True
    if all("㐀" <= char <= "鿿" for char in signs):
        return 2 <= len(signs) <= 4 and (signs[0] in _SURNAMES or signs[:2] in _DOUBLE_SURNAMES)
    return 2 <= len(signs) <= 8


@cache
def _japanese() -> re.Pattern[str]:
    """Surname and first name, with a blank between them."""
    return re.compile(r"[\u4e00-\u9fff]{1,3}[ \u3000][\u4e00-\u9fff\u3040-\u309f]{1,3}")


def is_cjk(text: str) -> bool:
    """Whether a text is written in Chinese, Japanese or Korean signs alone."""
    if text.isascii():
        return False
    signs = text.replace("·", "").replace(" ", "").replace("\u3000", "")
    return bool(signs) and all("぀" <= char <= "ヿ" or "㐀" <= char <= "鿿" or "가" <= char <= "힯" for char in signs)


# The commonest surnames of the Chinese census of 2020 (Ministry of Public Security, report of 2021), and some double ones.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙"
    "黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文樊兰鲁施洪倪申庄柳章俞詹齐季"
)
_DOUBLE_SURNAMES = frozenset(("欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒"))
_NEVER_IN_NAMES = frozenset(
    "the of for with and in on via using from to by at as an a is are how why what when towards toward based learning deep network"
    " networks model models large language image images vision data dataset neural survey review code paper project page github"
    " few less more many all no not new own same each every both some any"
    " mit bsd gpl lgpl agpl apache mpl python java javascript typescript rust fortran haskell matlab assembly scala perl php kotlin linux windows macos android"
    " workshop conference journal proceedings transactions university institute lab google microsoft openai meta".split()
)
