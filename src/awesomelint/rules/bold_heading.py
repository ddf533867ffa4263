"""Make a heading of a line that is one.

What the sindresorhus index asks of its lists: a paragraph in bold over another one looks like a heading, but no contents name it.

Bad:

    # Awesome Radium

    Lists of what glows.

    **Isotopes**
    ^^^^^^^^^^^^

    These are the isotopes.

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"


def finds(found: AwesomeList) -> Iterator[Fault]:
    entries = {entry.span.start for entry in found.entries}
    for parent in found.blocks():
        blocks = parent.children
        for number, block in enumerate(blocks[:-1]):
            if block.kind != "paragraph" or block.start in entries or blocks[number + 1].kind != "paragraph":
                continue
            nodes = found.document.inlines(block)
            alone = len(nodes) == 1 and nodes[0].kind in ("emphasis", "strong")
            if alone and (not number or blocks[number - 1].kind != "heading"):
                yield Fault(Span(nodes[0].start, nodes[0].end), "this line looks like a heading and is none")
