"""GitHub's own parser as the measure: cmark-gfm's tree with positions.

The package cmarkgfm offers only HTML, but the library inside it also renders XML, which gives
every node with its place, raw address and text. Both trees are reduced to the same rows, so
that a test compares lists of tuples.
"""

from __future__ import annotations

import ctypes
import re
import xml.etree.ElementTree as ElementTree

from cmarkgfm import _cmark

from awesomelint.markdown import Block, Document, Inline
from awesomelint.source import Source

_LIBRARY = ctypes.CDLL(_cmark.__file__)
for _name in ("cmark_parser_new", "cmark_find_syntax_extension", "cmark_parser_finish", "cmark_render_xml"):
    getattr(_LIBRARY, _name).restype = ctypes.c_void_p
_LIBRARY.cmark_parser_attach_syntax_extension.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
_LIBRARY.cmark_parser_feed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
_LIBRARY.cmark_parser_finish.argtypes = [ctypes.c_void_p]
_LIBRARY.cmark_render_xml.argtypes = [ctypes.c_void_p, ctypes.c_int]
_LIBRARY.cmark_node_free.argtypes = [ctypes.c_void_p]
_LIBRARY.cmark_gfm_core_extensions_ensure_registered()

_SOURCEPOS = 2
_SPACE = "{http://commonmark.org/xml/1.0}"
_BLOCKS = {
    "block_quote": "quote", "list": "list", "item": "item", "paragraph": "paragraph", "heading": "heading",
    "code_block": "code", "html_block": "html", "thematic_break": "rule", "table": "table",
    "table_header": "row", "table_row": "row", "table_cell": "cell",
}  # fmt: skip
_INLINES = {
    "emph": "emphasis", "strong": "strong", "strikethrough": "strike", "link": "link", "image": "image",
    "code": "code", "html_inline": "html", "softbreak": "soft_break", "linebreak": "hard_break", "text": "text",
}  # fmt: skip

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

BlockRow = tuple[int, str, int]
InlineRow = tuple[int, str, str, str]


def github_tree(text: str) -> ElementTree.Element:
    """cmark-gfm's tree of a text, with GitHub's tables, strikethrough and autolinks."""
    parser = _LIBRARY.cmark_parser_new(_SOURCEPOS)
    for name in (b"table", b"strikethrough", b"autolink"):
        _LIBRARY.cmark_parser_attach_syntax_extension(parser, _LIBRARY.cmark_find_syntax_extension(name))
    data = text.encode()
    _LIBRARY.cmark_parser_feed(parser, data, len(data))
    root = _LIBRARY.cmark_parser_finish(parser)
    xml = ctypes.string_at(_LIBRARY.cmark_render_xml(root, _SOURCEPOS)).decode("utf-8", "replace")
    _LIBRARY.cmark_node_free(root)
    xml = re.sub(r"<!DOCTYPE[^>]*>", "", xml)
    return ElementTree.fromstring(_NOT_XML.sub("�", xml))


def github_rows(text: str) -> tuple[list[BlockRow], list[list[InlineRow]]]:
    """Blocks as (depth, kind, line) and the inline content of each that has any."""
    blocks: list[BlockRow] = []
    inlines: list[list[InlineRow]] = []

    def walk(node: ElementTree.Element, depth: int) -> None:
        for child in node:
            kind = _BLOCKS.get(child.tag.removeprefix(_SPACE))
            if kind is None:
                continue
            place = child.get("sourcepos", "0:")
            if kind != "cell":
                blocks.append((depth, kind, int(place.partition(":")[0])))
            if kind in ("paragraph", "heading", "cell"):
                rows: list[InlineRow] = []
                inline(child, 0, rows)
                if _merged(rows) or kind != "cell":
                    inlines.append(_merged(rows))
            walk(child, depth + 1)

    def inline(node: ElementTree.Element, depth: int, rows: list[InlineRow]) -> None:
        for child in node:
            kind = _INLINES[child.tag.removeprefix(_SPACE)]
            words = child.text or "" if kind in ("text", "code", "html") else ""
            rows.append((depth, kind, child.get("destination", ""), words))
            inline(child, depth + 1, rows)

    walk(github_tree(text), 0)
    return blocks, inlines


def our_rows(document: Document) -> tuple[list[BlockRow], list[list[InlineRow]]]:
    """The same rows of our own tree."""
    source = Source(document.text)
    blocks: list[BlockRow] = []
    inlines: list[list[InlineRow]] = []

    def walk(block: Block, depth: int) -> None:
        for child in block.children:
            if child.kind == "definition":
                continue
            if child.kind != "cell":
                blocks.append((depth, child.kind, source.line_of(child.start)))
            if child.lines and child.kind in ("paragraph", "heading", "cell"):
                rows: list[InlineRow] = []
                inline(document.inlines(child), 0, rows)
                if _merged(rows) or child.kind != "cell":
                    inlines.append(_merged(rows))
            walk(child, depth + 1)

    def inline(nodes: tuple[Inline, ...], depth: int, rows: list[InlineRow]) -> None:
        for node in nodes:
            if node.kind == "autolink":
                rows.append((depth, "link", node.url, ""))
                rows.append((depth + 1, "text", "", node.text))
            else:
                words = _NOT_XML.sub("�", node.text) if node.kind in ("text", "code", "html") else ""
                rows.append((depth, node.kind, node.url, words))
                inline(node.children, depth + 1, rows)

    walk(document.root, 0)
    return blocks, inlines


def _merged(rows: list[InlineRow]) -> list[InlineRow]:
    """Neighbouring texts as one; the parsers cut texts at different places."""
    merged: list[InlineRow] = []
    for depth, kind, url, words in rows:
        if kind == "text" and merged and merged[-1][:2] == (depth, "text"):
            merged[-1] = (depth, "text", "", merged[-1][3] + words)
        elif kind != "text" or words:
            merged.append((depth, kind, url, words))
    return merged
