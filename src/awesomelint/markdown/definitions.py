"""Link reference definitions (`[label]: address "title"`) at the front of a paragraph.

In go the lines of a paragraph, out come its definitions, each with the lines that it takes and the place of
its address. Labels, addresses and titles are read by mistune's grammar.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from mistune.helpers import parse_link_href, parse_link_label, parse_link_title
from mistune.util import unikey

from .nodes import Definition
from .scalars import decode


class Found(NamedTuple):
    """A definition: its folded label, what it says, and how many lines of the paragraph it takes."""

    key: str
    definition: Definition
    lines: int


def definitions_of(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int, Found]]:
    """The definitions with which a paragraph begins: where each starts and ends, and what it says."""
    joined = "\n".join([text[start:end] for start, end in lines])
    offsets = list(accumulate((end - start + 1 for start, end in lines[:-1]), initial=0))
    used = 0
    while read := _definition(joined, used):
        key, definition, after = read
        first = bisect_right(offsets, used) - 1
        last = bisect_right(offsets, after - 1) - 1
        line = bisect_right(offsets, definition.url_start) - 1
        place = lines[line][0] + definition.url_start - offsets[line]
        placed = definition._replace(url_start=place, url_end=place + definition.url_end - definition.url_start)
        yield lines[first][0], lines[last][1], Found(key, placed, last - first + 1)
        used = after
        if used >= len(joined):
            return


def _definition(joined: str, at: int) -> tuple[str, Definition, int] | None:
    """The definition that begins at an offset, and the offset behind its line end."""
    if not joined.startswith("[", at):
        return None
    label, colon = parse_link_label(joined, at + 1)
    if label is None or colon is None or not joined.startswith(":", colon) or not unikey(label):
        return None
    href, after = parse_link_href(joined, colon + 1, block=True)
    if href is None or after is None:
        return None
    title, closed = parse_link_title(joined, after, len(joined))
    ends = _rest_of_line(joined, closed) if title is not None and closed is not None else 0
    if not ends:
        title, ends = None, _rest_of_line(joined, after)
    if not ends:
        return None
    close = after - 1 if joined[after - 1] == ">" and joined[after - len(href) - 2] == "<" else after
    return unikey(label), Definition(decode(href), close - len(href), close, decode(title or "")), ends


def _rest_of_line(text: str, at: int) -> int:
    """Behind the line end if only blanks stand before it, else 0."""
    while at < len(text) and text[at] in " \t":
        at += 1
    if at >= len(text):
        return at
    return at + 1 if text[at] == "\n" else 0
