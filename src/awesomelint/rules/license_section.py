"""Keep the licence out of the list.

What the sindresorhus index asks of its lists: the licence stands in a file of its own, and GitHub shows it.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.

    ## License
       ^^^^^^^

    CC0
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
    for block, title in found.headings:
        if title.lower() in ("license", "licence") and block.lines:
            place = Span(block.lines[0][0], block.lines[-1][1])
            yield Fault(place, "the licence belongs into a file of its own, not into the list")
