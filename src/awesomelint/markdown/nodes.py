"""What the Markdown layer gives: blocks and inline nodes, each at its exact place.

All offsets are code points into the source text. A node's span slices its own Markdown;
the children of a node lie inside it, in order, and do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Block(NamedTuple):
    """A block of the document.

    `kind` is one of document, quote, list, item, paragraph, heading, code, html, rule,
    definition, table, row, cell. `start` is the first character that is not white space,
    `end` lies behind the last character of the block's last line (white space at that line's
    end belongs to the block, its line end does not). `lines` are the pieces of source that
    hold inline content, a piece a line, without the container's prefixes.
    """

    kind: str
    start: int
    end: int
    children: tuple[Block, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    marker: str = ""
    """The list item's marker (`-`, `12.`), or the heading's (`##`, `=`)."""
    level: int = 0
    """A heading's level; a table's number of columns; a row's number in its table, the header's 0."""
    content: int = 0
    """Where the content of a list item begins."""

    def walk(self) -> Iterator[Block]:
        """This block and all below it, in the order of the text."""
        stack = [self]
        while stack:
            block = stack.pop()
            yield block
            stack.extend(reversed(block.children))


class Inline(NamedTuple):
    """A piece of inline content.

    `kind` is one of text, code, strong, emphasis, strike, link, image, autolink, html,
    hard_break, soft_break. `inner` is what stands between a node's marks (a link's label, an
    image's alternative text, the code between the backticks); for a text it is the text.
    `url` is decoded as a reader's browser gets it: escapes and entities are resolved,
    nothing is percent-encoded. `url_start`, `url_end` are where the address stands (without
    angle brackets), or -1 where it stands elsewhere, in a reference definition.
    """

    kind: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    children: tuple[Inline, ...] = ()
    text: str = ""
    """What the reader sees, for text and code: entities and escapes resolved."""
    url: str = ""
    url_start: int = -1
    url_end: int = -1
    title: str = ""
    reference: str = ""
    """The folded label of the definition that gives the address, or nothing."""

    def walk(self) -> Iterator[Inline]:
        """This node and all below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


class Definition(NamedTuple):
    """A link reference definition: `[label]: url "title"`, with the place of its address."""

    url: str
    url_start: int
    url_end: int
    title: str


def plain(nodes: tuple[Inline, ...] | list[Inline]) -> str:
    """The words of inline nodes as a reader sees them: no markup, a break is a blank."""
    words: list[str] = []
    for node in nodes:
        if node.kind in ("text", "code", "autolink"):
            words.append(node.text)
        elif node.kind in ("soft_break", "hard_break"):
            words.append(" ")
        elif node.kind != "html":
            words.append(plain(node.children))
    return "".join(words)
