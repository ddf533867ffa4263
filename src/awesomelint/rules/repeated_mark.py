"""Write a mark once.

What the sindresorhus index asks of its lists: `!!` shouts. Three dots are an ellipsis.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what radium leaves!!
                                                                          ^^
    - [Bessel](https://example.org/bessel) - Draws orbits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "document"
severity = Severity.NOTE
on = False
profile = "awesome"

_REPEATED = re.compile(r"(?P<mark>[！!~～，,·?？])(?P=mark)+")


def finds(found: AwesomeList) -> Iterator[Fault]:
    for block in found.leaves:
        for repeated in _REPEATED.finditer(found.document.loose(block)):
            place = Span(block.start + repeated.start(), block.start + repeated.end())
            yield Fault(place, f"`{repeated['mark']}` stands more than once")
