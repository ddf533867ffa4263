"""Do not begin a description with the name that stands before it.

`- [Radium](…) - Radium is …` says the name twice.

Bad:

    - [Radium](https://example.org/radium) - Finds tumors by their glow.
    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
    - [Bessel](https://example.org/bessel) - Draws orbits.
    - [Kepler](https://example.org/kepler) - Measures them.
    - [Noether](https://example.org/noether) - Keeps what is conserved.
    - [Lovelace](https://example.org/lovelace) - Lovelace is a computer of numbers.
                                                 ^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..entries.letters import fold
from ..finding import Fault, Severity
from ..source import Span
from ..style import Style
from ..style.descriptions import described

group = "entry"
severity = Severity.NOTE

_SAYS = re.compile(r"^(?P<name>[\w.+#-]+(?: [\w.+#-]+){0,2}?) (?:is|are|was)\b(?: (?:an?|the)\b)?(?: [\w-]+)?")


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    part = described(entry)
    if part is None or entry.title is None or style.description_stop_of(entry) is None:
        return
    said = _SAYS.match(part.text)
    if said and fold(said["name"]) == fold(entry.title.text):
        place = Span(part.span.start, part.span.start + said.end()) if part.exact else part.span
        yield Fault(place, f"the description says the name {entry.title.text} again")
