"""Close no heading with a stop, a colon or another mark.

What the sindresorhus index asks of its lists: a heading is a name, not a sentence.

Bad:

    # Awesome Radium

    ## Isotopes:
       ^^^^^^^^^

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

_MARKS = (".", ",", ";", ":", "!", "?")


def finds(found: AwesomeList) -> Iterator[Fault]:
    for block, title in found.headings:
        if title.endswith(_MARKS) and block.lines:
            yield Fault(Span(block.lines[0][0], block.lines[-1][1]), f"a heading closes without `{title[-1]}`")
