"""HTML as inline content: `<a href>`, `<img>`, `<b>`, `<br>` become the nodes that Markdown has for the same.

In go inline nodes, some of them raw HTML, or a slice of an HTML block; out come nodes in which links,
images, emphasis and breaks are themselves, with exact places. mistune gives a tag as one string and
Python's html.parser gives attributes no places, so the few rules of tags are read here (HTML 5, section 13.1.2).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from .build import leaf_node
from .nodes import Inline, plain
from .scalars import decode_html

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>")
_ATTRIBUTE = re.compile(r"(?P<name>[A-Za-z_:][\w.:-]*)\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'=<>`]+))")
_TOKEN = re.compile(r"<!--.*?(?:-->|\Z)|<[?!][^>]*>|" + _TAG.pattern + r"|[^<]+|<", re.S)
_BREAKS = frozenset(("<br>", "<br/>", "<br />"))  # the tag of nearly every line that ends in one, told at a glance
_STYLES = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis",
    "del": "strike", "s": "strike", "strike": "strike", "code": "code", "kbd": "code", "tt": "code",
}  # fmt: skip


class Tag(NamedTuple):
    """One tag: its name in small letters, its place, and where each attribute's value stands."""

    name: str
    closing: bool
    start: int
    end: int
    values: dict[str, tuple[int, int]]


class Token(NamedTuple):
    """A tag, or (without one) a run of text."""

    start: int
    end: int
    tag: Tag | None


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tags and texts of a slice of HTML; comments are left out."""
    tokens = []
    for found in _TOKEN.finditer(text, start, end):
        if found["name"]:
            tokens.append(Token(found.start(), found.end(), _tag(found)))
        elif not found[0].startswith(("<!", "<?")):
            tokens.append(Token(found.start(), found.end(), None))
    return tokens


def html_nodes(text: str, start: int, end: int) -> tuple[Inline, ...]:
    """The inline nodes of a slice of an HTML block."""
    nodes = []
    for token in tokens_of(text, start, end):
        place = (token.start, token.end)
        raw = text[token.start : token.end]
        if token.tag is not None:
            nodes.append(Inline("html", *place, *place, (), raw))
            continue
        # A line end in HTML is a blank; where the text stands is told line by line.
        for piece in re.finditer(r"[^\r\n]+|[\r\n]+\s*", raw):
            spot = (token.start + piece.start(), token.start + piece.end())
            if piece[0][0] in "\r\n":
                nodes.append(Inline("text", *spot, *spot, (), " "))
            else:
                nodes.append(Inline("text", *spot, *spot, (), decode_html(piece[0])))
    return resolved(text, tuple(nodes))


def resolved(text: str, nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline nodes with HTML's links, images, emphasis and breaks among them; other tags say nothing and are left out."""
    if not _holds_html(nodes):
        return nodes
    stack: list[tuple[Tag | None, list[Inline]]] = [(None, [])]
    opened: Counter[str] = Counter()  # the names on the stack: a long stack is not searched for each closing tag
    for node in nodes:
        if node.kind != "html":
            if node.children:
                children = resolved(text, node.children)
                node = node if children is node.children else node._replace(children=children)
            stack[-1][1].append(node)
            continue
        if node.text in _BREAKS:
            stack[-1][1].append(leaf_node("hard_break", *node[1:5], ""))
            continue
        found = _TAG.match(text, node.start, node.end)
        if found is None:
            continue
        tag = _tag(found)
        if tag.name == "br":
            stack[-1][1].append(leaf_node("hard_break", *node[1:5], ""))
        elif tag.name == "img":
            stack[-1][1].append(_image(text, tag))
        elif not tag.closing:
            if tag.name == "a" or tag.name in _STYLES:
                stack.append((tag, []))
                opened[tag.name] += 1
        elif opened[tag.name]:
            _close(text, stack, tag, opened)
    while len(stack) > 1:
        _, inner = stack.pop()
        stack[-1][1].extend(inner)
    return tuple(stack[0][1])


def _holds_html(nodes: tuple[Inline, ...]) -> bool:
    return any(node.kind == "html" or (node.children and _holds_html(node.children)) for node in nodes)


def _close(text: str, stack: list[tuple[Tag | None, list[Inline]]], closing: Tag, opened: Counter[str]) -> None:
    """Make the node that ends here; what was opened inside of it and never closed means nothing."""
    while True:
        tag, inner = stack.pop()
        assert tag is not None
        opened[tag.name] -= 1
        if tag.name == closing.name:
            break
        stack[-1][1].extend(inner)
    place = (tag.start, closing.end, tag.end, closing.start)
    if tag.name == "a":
        if "href" not in tag.values:
            stack[-1][1].extend(inner)  # an anchor, not a link
            return
        start, end = tag.values["href"]
        stack[-1][1].append(Inline("link", *place, tuple(inner), "", decode_html(text[start:end]), start, end))
    elif (kind := _STYLES[tag.name]) == "code":
        if any(node.kind in ("link", "image") for node in inner):
            stack[-1][1].extend(inner)
        else:
            stack[-1][1].append(Inline(kind, *place, (), plain(inner)))
    else:
        stack[-1][1].append(Inline(kind, *place, tuple(inner)))


def _tag(found: re.Match[str]) -> Tag:
    values: dict[str, tuple[int, int]] = {}
    base = found.start("rest")
    for one in _ATTRIBUTE.finditer(found["rest"]):
        group = one.lastgroup
        assert group is not None
        values.setdefault(one["name"].lower(), (base + one.start(group), base + one.end(group)))
    return Tag(found["name"].lower(), bool(found["closing"]), found.start(), found.end(), values)


def _image(text: str, tag: Tag) -> Inline:
    nowhere = (tag.end, tag.end)
    first, last = tag.values.get("alt", nowhere)
    start, end = tag.values.get("src", nowhere)
    words = decode_html(text[first:last])
    children = (Inline("text", first, last, first, last, (), words),) if words else ()
    return Inline("image", tag.start, tag.end, first, last, children, "", decode_html(text[start:end]), start, end)
