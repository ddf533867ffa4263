"""Emphasise with one mark: stars, or underscores.

What the sindresorhus index asks of its lists. The mark that most of the page has is the page's own.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what *radium* leaves.
    - [Bessel](https://example.org/bessel) - Draws *closed* orbits.
    - [Radium](https://example.org/radium) - Glows _green_.
                                                   ^^^^^^^

Good:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what *radium* leaves.
    - [Bessel](https://example.org/bessel) - Draws *closed* orbits.
    - [Radium](https://example.org/radium) - Glows *green*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Edit, Fault, Fix, Severity
from ..markdown import Inline
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    for kind in ("emphasis", "strong"):
        nodes = [node for block in found.leaves for node in found.document.nodes(block) if node.kind == kind]
        marks = Counter(text[node.start] for node in nodes)
        if len(marks) < 2:
            continue
        mark = max(("*", "_"), key=lambda one: (marks[one], one == text[nodes[0].start]))
        for node in nodes:
            if text[node.start] != mark:
                yield Fault(Span(node.start, node.end), f"the page emphasises with `{mark}`", _fix(text, node, mark))


def _fix(text: str, node: Inline, mark: str) -> Fix | None:
    """The other mark on both sides; none where a letter stands beside, since underscores do not emphasise there."""
    beside = text[max(0, node.start - 1) : node.start] + text[node.end : node.end + 1]
    if mark == "_" and any(char.isalnum() for char in beside):
        return None
    width = node.inner_start - node.start
    return Fix((Edit(node.start, node.inner_start, mark * width), Edit(node.inner_end, node.end, mark * width)))
