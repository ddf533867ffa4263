"""Places in a leaf whose lines were put together -> places in the source.

The lines of a leaf are apart in the source where a quote, an indent or a two-character line end stands between them.
"""

from __future__ import annotations

from bisect import bisect_right

from .nodes import Inline


def places_of(lines: tuple[tuple[int, int], ...]) -> tuple[list[int], list[int]]:
    """Where each line begins in the joined text, and in the source."""
    starts, at = [], 0
    for start, end in lines:
        starts.append(at)
        at += end - start + 1
    return starts, [start for start, _ in lines]


def place(offset: int, starts: list[int], sources: list[int]) -> int:
    """The place in the source of an offset into the joined text."""
    line = bisect_right(starts, offset) - 1
    return sources[line] + offset - starts[line]


def moved(nodes: tuple[Inline, ...], starts: list[int], sources: list[int]) -> tuple[Inline, ...]:
    """Nodes of the joined text at their places in the source."""
    made = []
    for node in nodes:
        line = bisect_right(starts, node.start) - 1
        if line + 1 == len(starts) or node.end < starts[line + 1]:
            made.append(_shifted(node, sources[line] - starts[line]))
            continue
        start, end, inner_start, inner_end = [place(at, starts, sources) for at in node[1:5]]
        url_start, url_end = [place(at, starts, sources) if at >= 0 else -1 for at in (node.url_start, node.url_end)]
        made.append(
            node._replace(
                start=start,
                end=end,
                inner_start=inner_start,
                inner_end=inner_end,
                children=moved(node.children, starts, sources),
                url_start=url_start,
                url_end=url_end,
            )
        )
    return tuple(made)


def _shifted(node: Inline, by: int) -> Inline:
    """A node that lies in one line, further on by so many characters."""
    kind, start, end, inner_start, inner_end, children, text, url, url_start, url_end, title, reference = node
    if url_start >= 0:
        url_start, url_end = url_start + by, url_end + by
    if children:
        children = tuple([_shifted(child, by) for child in children])
    inner = (inner_start + by, inner_end + by)
    fields = (kind, start + by, end + by, *inner, children, text, url, url_start, url_end, title, reference)
    return tuple.__new__(Inline, fields)
