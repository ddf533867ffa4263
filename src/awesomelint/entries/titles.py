"""Titles of records beside titles of lists: when two of them name one work.

In go two titles, out comes how alike they are. Folded as records ask for: entities, tags, LaTeX, accents, case and marks are dress, and a
subtitle may be left out (60 of 62 differences between services, counted on 619 pairs, were such).
"""

from __future__ import annotations

import re
import unicodedata

SAME, PART, NEAR, OTHER, UNLIKE = "same", "part", "near", "other", "unlike"
"""The same letters; one a part of the other; most of the words shared; two works; two scripts, of which nothing can be said."""

_TAG = re.compile(r"</?\w+[^<>]*>")
_MACRO = re.compile(r"\\([A-Za-z]+)\s*")
_WORD = re.compile(r"[^\W_]+")
# A part names the whole only if it has so many letters.
LEAST_PART = 5
# Titles of one work share more than so much of their telling words, or nearly all of the shorter one's.
SHARED, NEARLY_ALL, LEAST_SHARED = 0.6, 0.8, 3
LETTERS = 0.85
_COMMON = frozenset(
    "a an and are as at be by can do for from how in into is it its of on or that the their to towards toward via via we what when with without your you using based".split()
)


def plain_title(title: str) -> str:
    """A title without entities, tags and LaTeX, in one line."""
    if "&" in title:
        import html

        title = html.unescape(title)
    title = _TAG.sub("", title)
    if "\\" in title:
        title = _MACRO.sub(_character, title)
    return " ".join(title.replace("$", "").replace("{", "").replace("}", "").split())


def _character(macro: re.Match[str]) -> str:
    """`\\omega` as ω; the name of a macro that stands for no letter is dress."""
    kind = "SMALL" if macro[1][0].islower() else "CAPITAL"
    name = macro[1].upper().replace("LAMBDA", "LAMDA")
    try:
        return unicodedata.lookup(f"GREEK {kind} LETTER {name}")
    except KeyError:
        return ""


def title_letters(title: str) -> str:
    """The letters and digits of a title, without case, accents and marks."""
    spread = unicodedata.normalize("NFKD", plain_title(title).replace("&", " and ")).casefold()
    return "".join(filter(str.isalnum, spread))


def likeness(one: str, other: str) -> str:
    """How alike two titles are: one of the words above."""
    a, b = title_letters(one), title_letters(other)
    if a == b:
        return SAME
    if not a or not b or _latin(a) != _latin(b):
        return UNLIKE
    short, long = sorted((a, b), key=len)
    if short in long and (len(short) >= LEAST_PART or (len(short) > 2 and long.startswith(short))):
        return PART
    words, others = _words(one), _words(other)
    shared, fewer, more = len(words & others), *sorted((len(words), len(others)))
    if shared > SHARED * more or (shared >= LEAST_SHARED and shared >= NEARLY_ALL * fewer):
        return NEAR
    return NEAR if _ratio(a, b) >= LETTERS else OTHER


def _ratio(one: str, other: str) -> float:
    """The share of letters that two titles have in common, in order."""
    import difflib

    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LETTERS and matcher.quick_ratio() >= LETTERS else 0.0


def telling_words(title: str) -> int:
    """How many words of a title say something by themselves."""
    return len(_words(title))


def _latin(letters: str) -> bool:
    """Whether most of the letters are of the Latin or Greek script."""
    return 2 * sum(char < "\u0400" for char in letters) >= len(letters)


def _words(title: str) -> set[str]:
    spread = unicodedata.normalize("NFKD", plain_title(title)).casefold()
    words = {word for word in _WORD.findall(spread.replace("-", " ")) if word not in _COMMON}
    return {word.removesuffix("s") if len(word) > 3 else word for word in words}
