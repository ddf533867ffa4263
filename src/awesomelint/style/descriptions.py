"""The descriptions of a classic list (`- [Name](url) - Description.`): how they begin and end.

In go entries, out comes the form of each description, to be counted and held to.
"""

from __future__ import annotations

import re

from ..entries import Entry, Field

# A remark behind the sentence: `[MIT]`, `(formerly Radium)`.
_TAIL = re.compile(r"(?:\s*[\[(][^\[\]()]*[\])])+$")
_OTHERS = ("..", "!", "?", "…", "。", "！", "？", ":", ";", ",", '."', ".”", ".'", '!"', '?"', "!”", "?”", ".)")
# A name keeps its own case: `iOS`, `npm-run`, `e.g.`; so does what begins with a digit or a mark.
_WORD = re.compile(r"(?P<first>[^\W\d_])(?P<rest>[a-zà-ÿ'’]*)(?=[\s,-]|$)")


def described(entry: Entry) -> Field | None:
    """The description of a name that is a link; nothing for a paper, which authors, venue or date tell."""
    part = entry.description
    if part is None or entry.html or entry.certainty < Entry.SURE or not part.text:
        return None
    if entry.authors is not None or entry.venue is not None or entry.of("address") is None:
        return None
    return part


def begins(part: Field) -> str:
    """capital, small, or nothing where the first word says neither."""
    word = _WORD.match(part.text)
    if word is None:
        return ""
    if word["first"].isupper():
        return "capital"
    return "small" if word["first"].islower() else ""


def ends(entry: Entry, part: Field) -> str:
    """stop, none, or nothing where another mark closes the description, or a link or image does, or more follows it."""
    behind = entry.source.text[part.outer.end : entry.span.end]
    if entry.kind == "row":
        behind = behind.partition("|")[0]
    behind = behind.strip()
    words = _TAIL.sub("", part.text)
    if (
        not part.exact
        or words.endswith(_OTHERS)
        or behind not in ("", ".")
        or (words != part.text and words.endswith("."))
    ):
        return ""
    if behind == ".":
        return "stop"
    return "none" if part.text[-1].isalnum() or part.text[-1] in ")\"'”’" else ""
