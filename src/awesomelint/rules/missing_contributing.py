"""Tell contributors how, in contributing.md.

What the sindresorhus index asks of its lists: a contributing.md beside the README or in .github, with something in it.

Bad:

    # Awesome Radium
    ^^^^^^^^^^^^^^^^

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..entries import AwesomeList
from ..finding import Fault, Severity

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_NAMES = ("contributing.md", ".github/contributing.md")


def finds(found: AwesomeList, neighbours: Mapping[str, str] | None) -> Iterator[Fault]:
    if neighbours is None:
        return  # who reads standard input knows of no folder
    texts = [neighbours[name] for name in _NAMES if name in neighbours]
    if any(text.strip() for text in texts):
        return
    message = "contributing.md is empty" if texts else "there is no contributing.md beside the list or in .github"
    yield Fault(found.source.line_span(1), message)
