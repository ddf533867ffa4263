"""The seven kinds of HTML blocks of CommonMark (0.31, section 4.6): what begins one and what ends it.

The lists of tags and the grammar of attributes are mistune's.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mistune.helpers import BLOCK_TAGS, HTML_ATTRIBUTES, HTML_TAGNAME, PRE_TAGS

_HTML_STARTS = (
    (re.compile(r"<(?:%s)(?:[\s>]|$)" % "|".join(PRE_TAGS), re.I), re.compile(r"</(?:%s)>" % "|".join(PRE_TAGS), re.I)),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<![A-Z]"), re.compile(r">")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
)
_HTML_BLOCK = re.compile(r"</?(?:%s)(?:\s|/?>|$)" % "|".join(BLOCK_TAGS), re.I)
_HTML_TAG = re.compile(r"(?:<%s%s\s*/?>|</%s\s*>)[ \t]*$" % (HTML_TAGNAME, HTML_ATTRIBUTES, HTML_TAGNAME))


class HtmlBlock(NamedTuple):
    """A block that begins; `ends` is found in its last line, None means that a blank line ends it."""

    ends: re.Pattern[str] | None


def html_block(text: str, at: int, end: int, interrupting: bool) -> HtmlBlock | None:
    """The HTML block that begins at an offset; one tag alone (kind 7) cannot interrupt a paragraph."""
    for opening, closing in _HTML_STARTS:
        if opening.match(text, at, end):
            return HtmlBlock(closing)
    if _HTML_BLOCK.match(text, at, end) or (not interrupting and _HTML_TAG.match(text, at, end)):
        return HtmlBlock(None)
    return None
