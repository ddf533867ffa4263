"""Keep badges of builds out of the list.

What the sindresorhus index asks of its lists: whether a build passes is of no interest to readers.

Bad:

    # Awesome Radium

    ![build](https://travis-ci.org/curie/radium.svg)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_BUILD = re.compile(r"travis|circleci", re.I)


def finds(found: AwesomeList) -> Iterator[Fault]:
    for block in found.leaves:
        for node in found.document.nodes(block):
            if node.kind == "image" and (
                _BUILD.search(node.url) or _BUILD.search(node.title) or "build status" in node.title.lower()
            ):
                yield Fault(Span(node.start, node.end), "a badge of a build tells readers of the list nothing")
