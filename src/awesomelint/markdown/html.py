"""The seven kinds of HTML blocks of CommonMark (0.31, section 4.6): what begins one and what ends it.

The lists of tags and the grammar of attributes are mistune's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mistune.helpers import BLOCK_TAGS, HTML_ATTRIBUTES, HTML_TAGNAME, PRE_TAGS


class HtmlBlock(NamedTuple):
    """A block that begins; `ends` is found in its last line, None means that a blank line ends it."""

    ends: re.Pattern[str] | None


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]:
    """What begins each of the first six kinds, and what ends it. Made when a line begins with `<`: few lists have one."""
    raw = "|".join(PRE_TAGS)
    return (
        (re.compile(rf"<(?:{raw})(?:[\s>]|$)", re.I), re.compile(rf"</(?:{raw})>", re.I)),
        (re.compile(r"<!--"), re.compile(r"-->")),
        (re.compile(r"<\?"), re.compile(r"\?>")),
        (re.compile(r"<![A-Z]"), re.compile(r">")),
        (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
        (re.compile(rf"</?(?:{'|'.join(BLOCK_TAGS)})(?:\s|/?>|$)", re.I), None),
    )


@cache
def _any_tag() -> re.Pattern[str]:
    return re.compile(rf"(?:<{HTML_TAGNAME}{HTML_ATTRIBUTES}\s*/?>|</{HTML_TAGNAME}\s*>)[ \t]*$")


def html_block(text: str, at: int, end: int, interrupting: bool) -> HtmlBlock | None:
    """The HTML block that begins at an offset; one tag alone (kind 7) cannot interrupt a paragraph."""
    for opening, closing in _kinds():
        if opening.match(text, at, end):
            return HtmlBlock(closing)
    if not interrupting and _any_tag().match(text, at, end):
        return HtmlBlock(None)
    return None
