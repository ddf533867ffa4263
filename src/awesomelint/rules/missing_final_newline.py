"""End the file with a line end.

What the sindresorhus index asks of its lists: without one, whoever adds an entry changes the last line too.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
    - [Bessel](https://example.org/bessel) - Draws orbits.␄
                                                         ^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Edit, Fault, Fix, Severity
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    if text and not text.endswith(("\n", "\r")):
        end = len(text)
        yield Fault(Span(end - 1, end), "the last line has no end", Fix((Edit(end, end, found.source.newline),)))
