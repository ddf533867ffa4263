"""Say once that a file holds no list that could be read.

Nothing else is said of such a file: what is not understood is left alone. If it does hold a list,
its form may be one that no evidence speaks for: entries without links, dates, venues and names.

Bad:

    # Our reading group
    ^^^^^^^^^^^^^^^^^^^

    We meet on Mondays.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "document"
severity = Severity.NOTE


def finds(found: AwesomeList) -> Iterator[Fault]:
    if not found.entries:
        lines = found.source.line_spans
        first = next((line for line in lines if found.source.slice(line).strip()), Span(0, 0))
        yield Fault(first, "no list found here: no entry could be read, so nothing else is checked")
