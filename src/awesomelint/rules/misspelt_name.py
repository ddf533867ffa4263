"""Spell the names of techniques as they spell themselves.

What the sindresorhus index asks of its lists: `JavaScript`, `macOS`, `GitHub`. Words that are names only in company (`swift`, `rust`) are asked only beside such
company; what stands in code, an address or a longer name (`node-js-tools`) is not.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what javascript leaves.
                                                             ^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..entries import AwesomeList
from ..entries.technologies import ALONE, BESIDE
from ..finding import Fault, Severity
from ..markdown import Inline
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_ADDRESS = re.compile(r"\S+://\S+|www\.\S+")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern a name: what it is called wrongly. Letters on both sides, and marks that make a longer name, forbid it."""
    made = [(rf"(?<![\w.-])(?P<said>{wrong})(?![\w-]|\.\w)", name) for name, wrong in ALONE.items()]
    made += [(rf"(?<![\w.-])(?P<said>{wrong})(?=\s+(?:{beside})\b)", name) for name, (wrong, beside) in BESIDE.items()]
    made += [(rf"^[^\w.]*(?P<said>{wrong})\W*$", name) for name, (wrong, _) in BESIDE.items()]
    return tuple((re.compile(pattern, re.I), name) for pattern, name in made)


def finds(found: AwesomeList) -> Iterator[Fault]:
    for block in found.leaves:
        for node in (node for top in found.document.inlines(block) for node in _texts(top)):
            shown = _ADDRESS.sub(lambda address: " " * len(address[0]), node.text)
            whole = len(node.text) == node.end - node.start
            for pattern, name in _patterns():
                for word in pattern.finditer(shown):
                    said = word["said"]
                    if said != name:
                        at = node.start + word.start("said")
                        place = Span(at, at + len(said)) if whole else Span(node.start, node.end)
                        yield Fault(place, f"the name is written {name}")
                        break


def _texts(node: Inline) -> Iterator[Inline]:
    if node.kind == "text":
        yield node
    for child in node.children:
        yield from _texts(child)
