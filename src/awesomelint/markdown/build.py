"""Inline nodes made of slices of a text.

In go a text and places in it, out come nodes with the text that a reader sees. Lists of papers have hundreds of thousands of nodes: here they are made by `tuple.__new__` with all twelve fields
in order, in half the time that `Inline(...)` takes.
"""

from __future__ import annotations

from .autolinks import MAIL_HINT, mail_addresses
from .nodes import Inline
from .scalars import decode

_new = tuple.__new__


def text_node(text: str, start: int, end: int) -> Inline:
    """A slice of a text as a reader sees it."""
    raw = text[start:end]
    if "\\" in raw or "&" in raw:
        raw = decode(raw)
    return _new(Inline, ("text", start, end, start, end, (), raw, "", -1, -1, "", ""))


def leaf_node(kind: str, start: int, end: int, inner_start: int, inner_end: int, text: str) -> Inline:
    """A node without children or URL: code, a tag, a break."""
    return _new(Inline, (kind, start, end, inner_start, inner_end, (), text, "", -1, -1, "", ""))


def label_nodes(text: str, place: tuple[int, int]) -> tuple[Inline, ...]:
    """The children of a link or image whose label is nothing but text."""
    start, end = place
    return (text_node(text, start, end),) if start < end else ()


def resource_node(
    text: str,
    kind: str,
    start: int,
    end: int,
    inner: tuple[int, int],
    children: tuple[Inline, ...],
    url: tuple[int, int],
) -> Inline:
    """A link or image whose URL stands in the text."""
    seen = text[url[0] : url[1]]
    if "&" in seen:
        seen = decode(seen)
    return _new(Inline, (kind, start, end, *inner, children, "", seen, *url, "", ""))


def container_node(
    kind: str, start: int, end: int, inner_start: int, inner_end: int, children: tuple[Inline, ...]
) -> Inline:
    """Emphasis of one kind or another."""
    return _new(Inline, (kind, start, end, inner_start, inner_end, children, "", "", -1, -1, "", ""))


def with_mail_in(text: str, nodes: list[Inline] | tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The nodes with the e-mail addresses in their texts; a link holds none."""
    made: list[Inline] = []
    for node in nodes:
        if node.kind == "text":
            raw = text[node.start : node.end]
            made += with_mail(raw, node.start) if MAIL_HINT in raw else (node,)
        elif node.children and node.kind != "link":
            made.append(node._replace(children=with_mail_in(text, node.children)))
        else:
            made.append(node)
    return tuple(made)


def with_mail(raw: str, start: int) -> list[Inline]:
    """A text that begins at `start` as text and e-mail addresses."""
    made, done = [], 0
    for first, last in [*mail_addresses(raw), (len(raw), len(raw))]:
        if done < first:
            span = (start + done, start + first)
            made.append(Inline("text", *span, *span, (), decode(raw[done:first])))
        if first < last:
            span = (start + first, start + last)
            made.append(Inline("autolink", *span, *span, (), raw[first:last], "mailto:" + raw[first:last], *span))
        done = last
    return made
