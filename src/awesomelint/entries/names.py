"""What could be one person's name, or a group's: the look of a word or some words, whatever stands around them.

In goes a text without what parts names, out comes whether it could be a name. `people.py` reads several with what stands between.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .words import name_words, title_words

PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le el al ter ten bin ibn ben af zu zur zum y e st st. san mac ul ud ur uz abu op 't".split()
)
TITLE_OF_PERSON = re.compile(r"^(?:(?:Prof|Dr|Professor)\b\.?\s+)+(?=[^\W\d_])")
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


# What is written where something is still to come.
_OPEN = frozenset("todo tbd tba wip n/a null none".split())
# A name in full, as most lists have it, and several in a row with what stands between them: nothing of these is open.
_NAME = r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?: [A-Z]\.)?(?: [A-Z][a-z]+(?:-[A-Z]?[a-z]+)?){1,2}"
_PLAIN_NAME = re.compile(_NAME)
_AND = ", and |, & |, | and | & "
PLAIN_RUN = re.compile(rf"{_NAME}(?:, {_NAME})*(?:{_AND}){_NAME}")
PLAIN_BETWEEN = re.compile(_AND)


@lru_cache(maxsize=16384)
def looks_like_name(text: str) -> bool:
    """Whether a text could be one person's name, or a group's that stands among authors."""
    if len(text) <= 60 and _PLAIN_NAME.fullmatch(text):
        lower = text.lower().split()
        if not name_words().isdisjoint(lower):
            return _NEVER_IN_NAMES.isdisjoint(word for word in lower if len(word) > 2)
    text = TITLE_OF_PERSON.sub("", text)
    words = text.split()
    if words and words[0].casefold() in _OPEN:
        return False
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
