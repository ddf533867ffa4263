"""The places of entries in the text: what travels with an entry, and what nothing crosses.

A comment directly above an entry, and with it a suppression, belongs to the entry. Any other text
between two entries is a wall.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..entries import AwesomeList, Entry
from ..source import Span

_COMMENTS = re.compile(r"(?P<blank>[ \t\r\n>]*)(?P<comments>(?:<!--(?:[^-]|-(?!->))*-->[ \t]*(?:\r\n|\n|\r)[ \t>]*)*)")


# These speak of a stretch of the text, so they stay where they are and nothing crosses them.
_RANGE = re.compile(r"<!--\s*awesomelint-(?:disable(?!-next|-line)|enable)")


class Place(NamedTuple):
    """An entry with the text that moves with it."""

    entry: Entry
    span: Span


def places_between_walls(found: AwesomeList, run: Sequence[Entry]) -> list[list[Place]]:
    """The places of a run, cut where a wall stands between two of them."""
    stretches: list[list[Place]] = []
    text = found.source.text
    before: Entry | None = None
    for entry in run:
        start = _line_start(text, entry.span.start)
        gap_start = before.span.end if before is not None else start
        gap = _COMMENTS.fullmatch(text, gap_start, start)
        if gap is not None and _RANGE.search(text, gap_start, start):
            gap = None
        whole = Span(start, entry.span.end)
        if before is not None and gap is not None:
            if gap["comments"]:
                whole = Span(gap.start("comments"), entry.span.end)
            stretches[-1].append(Place(entry, whole))
        else:
            stretches.append([Place(entry, _with_comment_above(text, whole))])
        before = entry
    return stretches


def _line_start(text: str, offset: int) -> int:
    """Where the line's indent begins, if nothing else stands before the entry."""
    at = offset
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return at if at == 0 or text[at - 1] in "\r\n" else offset


def _with_comment_above(text: str, span: Span) -> Span:
    """The first entry of a stretch, with the comments that stand directly above it."""
    start = span.start
    while (found := _COMMENT_ABOVE.search(text[max(0, start - 2000) : start])) and not _RANGE.search(found[0]):
        start -= len(found[0])
    return Span(start, span.end)


_COMMENT_ABOVE = re.compile(r"(?m)^<!--(?:[^-]|-(?!->))*-->[ \t]*(?:\r\n|\n|\r)\Z")
