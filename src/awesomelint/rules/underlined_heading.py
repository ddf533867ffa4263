"""Write headings with hashes.

What the sindresorhus index asks of its lists: an underlined heading has two levels only, and a line of hyphens is a rule or a table elsewhere.

Bad:

    Awesome Radium
    ^^^^^^^^^^^^^^
    ==============

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
    for block, _ in found.headings:
        if not block.marker.startswith("#") and block.lines:
            hashes = "#" * block.level
            yield Fault(
                Span(block.lines[0][0], block.lines[-1][1]),
                f"an underlined heading; `{hashes}` before it does the same",
            )
