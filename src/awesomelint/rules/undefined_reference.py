"""Define every reference.

What the sindresorhus index asks of its lists: `[words][label]` without `[label]: url` shows its brackets. Notes of GitHub (`[!NOTE]`), footnotes and boxes to tick are none.

Bad:

    # Awesome Radium

    - [Polonium][po] - Counts what radium leaves.
      ^^^^^^^^^^^^^^
    - [Bessel](https://example.org/bessel) - Draws orbits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "links"
severity = Severity.WARNING
on = False
profile = "awesome"

_REFERENCE = re.compile(
    r"(?<![\]\\!])\[(?P<words>[^\[\]\n\ue000-\ue006]*[^\s\[\]\ue000-\ue006][^\[\]\n\ue000-\ue006]*)\](?:\[[^\[\]\n]*\])?(?![(\[:\]])"
)
_OTHER = re.compile(r"[ xX]$|\^|!(?:note|tip|important|warning|caution)$", re.I)


def finds(found: AwesomeList) -> Iterator[Fault]:
    for block in found.leaves:
        shown = found.document.loose(block)
        if "[" not in shown:
            continue
        for reference in _REFERENCE.finditer(shown):
            if not _OTHER.match(reference["words"]):
                place = Span(block.start + reference.start(), block.start + reference.end())
                yield Fault(place, f"nothing defines [{reference['words']}]")
