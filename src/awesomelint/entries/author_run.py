"""Where the authors end at the head of a written-out reference.

In goes a text and where a reference may begin, out comes where its run of authors ends, or None where no such run begins there. The forms are those of
APA and Harvard (`Last, F. M., & Last, F.`), Vancouver and GB/T 7714 (`Last FM, Last F`), IEEE (`F. M. Last and F. Last`), MLA and Chicago
(`Last, First, First Last, and First Last`), full names (`First Last, First Last`), groups (`The ATLAS Collaboration`), each with `et al.` or without.
"""

from __future__ import annotations

import re
from functools import cache

from .dates import MONTH_NAME
from .letters import ideographs
from .names import PARTICLES, PLAIN_BETWEEN, PLAIN_RUN, is_group, looks_like_name
from .words import title_words

# A capital. Signs without a small form (Chinese, Japanese, Korean) are masked before: a class that leaves them out takes 5 ms to compile, wherever it stands.
_UP = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = (
    "(?:" + "|".join(sorted(map(re.escape, PARTICLES | {"dos", "’t", "'t", "von", "zu"}), key=len, reverse=True)) + ")"
)
_WORD = rf"(?:[DdOL]['’])?{_UP}(?:[^\W\d_]|['’‐-](?=[^\W\d_]))+"
_SURNAME = rf"(?:{_PARTICLE}\s+){{0,3}}{_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_WORD})?"
_INITIALS = rf"(?:{_UP}\.[\s‐-]?){{1,4}}(?<=\.)|(?:{_UP}\.[\s‐-]?){{1,4}}(?<![\s‐-])"
_SUFFIX = r"(?:,?\s+(?:Jr|Sr|II|III|IV)\b\.?)?"
# `Santos, R. dos`: particles may stand behind the initials or the first name.
_PARTICLES_BEHIND = rf"(?:\s*(?<=[\s.])(?:{_PARTICLE})(?=\s*[,;:]|\s+(?:{_PARTICLE})\s*[,;:])){{0,3}}"
_INVERTED = re.compile(rf"{_SURNAME},\s*(?:{_INITIALS}){_PARTICLES_BEHIND}{_SUFFIX}")
# `Pham MT`, `Larkspur M T`, `Thévenin J-L`
_CAPITALS_BEHIND = rf"{_UP}{{1,3}}(?:[ ‐-]{_UP}(?!\w)){{0,2}}"
_SHORT = re.compile(rf"{_SURNAME},?\s{_CAPITALS_BEHIND}(?![\w.’'-]\w)\b{_SUFFIX}")
# `Nguyen D., Verspoor K.`: GOST puts stops behind the initials and no comma before them.
_GOST = re.compile(rf"{_SURNAME}\s(?:{_UP}\.[ ]?){{1,3}}(?<=\.)")
_FORWARD = re.compile(rf"(?:{_UP}\.[\s‐-]?){{1,4}}\s*(?:{_PARTICLE}\s+){{0,3}}{_WORD}(?:[\s-]{_WORD})?{_SUFFIX}")
# What somebody is called by friends: `Xiaodong (Tony) Berg`, `Berg, Xiaodong (Tony)`.
_CALLED = r"(?:\s\([A-Z][a-z]+\))?"
_FULL = re.compile(rf"{_WORD}{_CALLED}(?:\s+(?:{_UP}\.(?:{_UP}\.)*|{_PARTICLE}|{_UP}(?=\s)|{_WORD})){{1,4}}{_SUFFIX}")
_LAST_FIRST = re.compile(rf"{_SURNAME},\s*{_WORD}(?:\s+(?:{_UP}\.|{_UP}\b|{_WORD})){{0,2}}{_CALLED}{_PARTICLES_BEHIND}")


@cache
def _chinese() -> re.Pattern[str]:
    """A name in Chinese or Japanese signs with what may stand behind one."""
    return re.compile(
        r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,3}[ \u3000][\u4e00-\u9fff\u3040-\u309f]{1,3})(?=\s*(?:[，、,;；.。．]|等))"
    )


# A character that is no letter stands for each such sign.
_MASK = "\ue000"


_GROUP = re.compile(
    r"(?:[Tt]he\s+)?[A-Z][\w&./-]*(?:\s+(?:of|for|on|and|[A-Z][\w&./-]*)){0,6}\s+(?:Collaborations?|Consortium|Team|Group|Network|Initiative|Investigators)\b"
)
_BEHALF = re.compile(r"(?:for the|on behalf of(?: the)?)\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,4}")
_SEPARATOR = re.compile(
    r"\s*(?:[,;，；]\s*(?:and|&|und|y|et|e)\s+|[,;，；]\s*(?:\.\.\.|…)\s*(?:&\s*)?|[,;，；、]\s*|\s(?:and|&|und|y|et|e)\s+|\s·\s)"
)
# Where somebody works: `Ada Berg (MIT), Alan Holt (Cambridge) et al.`
_AFFILIATION = re.compile(r"\s\([A-Z][^()\d]{1,40}\)")
_ET_AL = re.compile(r"[,;]?\s*(?:et\.?\s+al\b\.{0,2}|and others\b\.?|and colleagues\b|等)")
# What may stand behind the last author.
_BOUNDARY = re.compile(r"\s*(?:$|[.,:;(\[{“”\"'‘«*_|]|(?:19|20)\d\d\b|[-–—]\s)")
_SENTENCE = re.compile(r"\s*[“\"'‘«]?[^\W_]")
_ABBREVIATED = re.compile(rf"\.\s*{_UP}[^\W\d_]{{0,12}}\.(?:\s|$)")
_LONGEST_RUN = 6000


def author_run(text: str, start: int) -> int | None:
    """Where the run of authors that begins at `start` ends (its closing stop, if it is an initial's or `al.`'s, included)."""
    if start >= len(text) or len(text) - start > _LONGEST_RUN or not text[start].isalpha():
        return None
    if _are_plain(text, start):
        return len(text)
    end = start
    kinds: list[str] = []
    at = start
    latin = text if text.isascii() else ideographs().sub(_MASK, text)
    while (unit := _unit(text, latin, at, kinds)) is not None:
        kind, end = unit
        kinds.append(kind)
        separator = _SEPARATOR.match(text, end)
        if separator is None and (place := _AFFILIATION.match(text, end)) is not None:
            separator = _SEPARATOR.match(text, place.end())
            if _ET_AL.match(text, place.end()):
                end = place.end()
                break
        if separator is None:
            break
        at = separator.end()
    if not kinds:
        return None
    et_al = _ET_AL.match(text, end)
    if et_al is not None:
        end = et_al.end()
    if et_al is None and len(kinds) == 1 and _ABBREVIATED.match(latin, end) is not None:
        return None  # `J. Am. Chem. Soc.` is no name
    if et_al is None and kinds[-1] != "group" and _more(text, end):
        return None  # a name in a form that is not known here: the run is longer than it seems
    sure = et_al is not None or any(kind != "full" for kind in kinds) or len(kinds) > 1
    if not sure or not _ends(text, end, kinds[-1], et_al is not None):
        return None
    return end


def _are_plain(text: str, start: int) -> bool:
    """Whether all that follows is names in full as most lists have them, `Ada K. Lovelace, Alan Turing, and Marie Curie`: nothing of them is open."""
    found = PLAIN_RUN.fullmatch(text, start)
    if found is None or _OF_GROUP.search(text, start) is not None:
        return False
    return all(looks_like_name(name) for name in PLAIN_BETWEEN.split(text[start:]))


_OF_GROUP = re.compile(r"Collab|Consor|Team|Group|Netw|Initia|Invest")


def _more(text: str, end: int) -> bool:
    """Whether another name seems to follow behind marks and a comma, or a name in brackets stands within one."""
    behind = _MARKS.match(text, end)
    assert behind is not None
    if text.startswith("(", end) or (behind.end() > end and not _SEPARATOR.match(text, behind.end())):
        return text.startswith("(", end)
    separator = _SEPARATOR.match(text, behind.end())
    if separator is None:
        return False
    if behind.end() > end:
        return True
    if not text[separator.end() :].strip():
        return True
    rest = _PIECE.match(text, separator.end())
    words = rest[0].split() if rest is not None else []
    named = [word for word in words if word[0].isupper()]
    return bool(words) and len(words) <= 4 and len(named) >= len(words) - 1 and _is_namelike(" ".join(words))


def _is_namelike(words: str) -> bool:
    if _CAPITALS.fullmatch(words) or words[0].isdigit():
        return False  # `…, Grace Hopper, CVPR, 2023`, `Hopper, G., 1952.`
    return looks_like_name(words) or (len(words.split()) <= 3 and title_words().isdisjoint(words.lower().split()))


_CAPITALS = re.compile(r"[A-Z]{3,}")
_MARKS = re.compile(r"[ ]?[*†‡§¶#∗¹²³⁴⁵⁰-⁹\d]*")
_PIECE = re.compile(r"[^,;，；.(\[“\"]*")


def _unit(text: str, latin: str, at: int, kinds: list[str]) -> tuple[str, int] | None:
    """The author that stands here: in what form, and where it ends. `latin` is the text with its Chinese, Japanese and Korean signs masked."""
    inverted = "inverted" in kinds
    behalf = _BEHALF.match(latin, at) if kinds else None
    if behalf is not None:
        return "group", behalf.end()
    group = _GROUP.match(latin, at)
    if group is not None and is_group(group[0]):
        return "group", group.end()
    if (found := _INVERTED.match(latin, at)) and (inverted or not _goes_on(latin, found)):
        return "inverted", found.end()
    if "short" in kinds or not kinds:
        found = _SHORT.match(latin, at)
        if found is not None and (kinds or _SHORT_SEPARATOR.match(latin, found.end())):
            return "short", found.end()
    if (
        set(kinds) <= {"gost"}
        and (found := _GOST.match(latin, at))
        and (kinds or _GOST_SEPARATOR.match(latin, found.end()))
    ):
        return "gost", found.end()
    if not inverted and (found := _FORWARD.match(latin, at)) and not (kinds and set(kinds) == {"short"}):
        return "forward", found.end()
    if (found := _LAST_FIRST.match(latin, at)) and (
        _is_last_first(latin, found)
        if not kinds
        else kinds[-1] == "last-first" and latin[:at].rstrip().endswith((";", " and"))
    ):
        return "last-first", found.end()
    if (
        latin[at : at + 1] == _MASK
        and (chinese := _chinese().match(text, at))
        and set(kinds) <= {"full"}
        and looks_like_name(chinese[0])
    ):
        return "full", chinese.end()
    if (found := _FULL.match(latin, at)) and not inverted and "short" not in kinds:
        return _full(latin, found)
    return None


_SHORT_SEPARATOR = re.compile(
    rf"\s*[,;]\s*(?:and\s+|&\s*)?{_SURNAME},?\s{_UP}{{1,3}}\b|[,;]?\s*et\.?\s+al\b"
    # One author alone, where the reference is of this style: GB/T 7714 or Vancouver.
    r"|\.\s[^\n]{10,300}?(?:\[[JCDMNRP](?:/OL)?\]|(?:19|20)\d\d;\s?\d{1,4}(?:\(\w{1,6}\))?:)"
)


_GOST_SEPARATOR = re.compile(rf",\s*{_SURNAME}\s{_UP}\.")


def _full(text: str, found: re.Match[str]) -> tuple[str, int] | None:
    """A full name, as long as it looks like one: words of a title may follow without a mark."""
    name = _without_called(found[0])
    return ("full", found.end()) if looks_like_name(name) and len(name.split()) <= 5 else None


def _without_called(name: str) -> str:
    return re.sub(_CALLED, "", name) if "(" in name else name


def _is_last_first(text: str, found: re.Match[str]) -> bool:
    """Whether `Last, First` stands here rather than two names: other names in full, `et al.` or a stop and a year follow."""
    last, _, first = _without_called(found[0]).partition(",")
    if _NO_SURNAME.search(last) or _MONTH.fullmatch(first.strip()):
        return False  # `CoRL, Jun 2022`
    if len(last.split()) > 2 or len(first.split()) > 2 or not looks_like_name(f"{first.strip()} {last}"):
        return False
    if _ET_AL.match(text, found.end()):
        return True
    if _YEAR.match(text, found.end()) and len(last.split()) == 1:
        return True
    behind = _SEPARATOR.match(text, found.end())
    if behind is not None and ";" in behind[0]:
        return _LAST_FIRST.match(text, behind.end()) is not None
    if behind is not None and behind[0] == " and " and (other := _LAST_FIRST.match(text, behind.end())):
        # `Last, First and Last, First and …`, as BibTeX has them; two names and their year as well
        return _BIBTEX.match(text, other.end()) is not None
    if behind is None or len(last.split()) == 2:
        return False
    following = _FULL.match(text, behind.end())
    return following is not None and looks_like_name(following[0])


_BIBTEX = re.compile(r"\sand\s[^\W\d_]|,?\s*et al|[.,]?\s*\(?(?:19|20)\d\d")
_NO_SURNAME = re.compile(r"[A-Z]{3}|(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLa)(?<!\bVan)(?<=[a-z])[A-Z]")
_MONTH = re.compile(rf"{MONTH_NAME}\.?")
_YEAR = re.compile(r"\.?\s*\(?(?:19|20)\d\d|\.\s+[“\"]|:\s")


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Whether initials belong to a surname behind them rather than to the one before: `Alan Kay, B. Liskov, …`."""
    whole = " " in found[0].partition(",")[0]
    return (_NAME_BEHIND if whole else _SURNAME_BEHIND).match(text, found.end()) is not None


_SURNAME_BEHIND = re.compile(rf"\s*(?:{_PARTICLE}\s+)?{_WORD}\s*(?:[,;]|\s(?:and|&)\s)")
_NAME_BEHIND = re.compile(rf"\s*(?:{_PARTICLE}\s+)?{_WORD}(?:[\s-]{_WORD})?\s*(?:[,;.(*]|$|\s(?:and|&)\s)")


def _ends(text: str, end: int, last: str, et_al: bool) -> bool:
    """Whether a run may end here."""
    if _BOUNDARY.match(text, end) is not None:
        return True
    stopped = text[end - 1] == "." and (et_al or last in ("inverted", "last-first", "gost"))
    return (stopped or et_al) and _SENTENCE.match(text, end) is not None
