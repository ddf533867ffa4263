"""Use every definition, or take it out.

What the sindresorhus index asks of its lists: a definition that nothing uses is left over from a link that is gone.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.

    [ra]: https://example.org/radium
          ^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "links"
severity = Severity.WARNING
on = False
profile = "awesome"


def finds(found: AwesomeList) -> Iterator[Fault]:
    definitions = found.document.definitions
    if not definitions:
        return
    used = {
        node.reference
        for block in found.leaves
        for top in found.document.inlines(block)
        for node in top.walk()
        if node.reference
    }
    for label, definition in definitions.items():
        # A line such as `[//]: # (a remark)` is a comment.
        if label not in used and label.strip() not in ("//", "comment", "#"):
            yield Fault(Span(definition.url_start, definition.url_end), f"nothing uses the definition of [{label}]")
