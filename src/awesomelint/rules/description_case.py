"""Begin every description with a capital, or all without.

In a list of `- [Name](url) - Description.` the descriptions are read one under another.

Bad:

    - [Radium](https://example.org/radium) - Finds tumors by their glow.
    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
    - [Bessel](https://example.org/bessel) - Draws orbits.
    - [Kepler](https://example.org/kepler) - Measures them.
    - [Noether](https://example.org/noether) - Keeps what is conserved.
    - [Lovelace](https://example.org/lovelace) - computes the rest.
                                                 ^

Good:

    - [Radium](https://example.org/radium) - Finds tumors by their glow.
    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
    - [Bessel](https://example.org/bessel) - Draws orbits.
    - [Kepler](https://example.org/kepler) - Measures them.
    - [Noether](https://example.org/noether) - Keeps what is conserved.
    - [Lovelace](https://example.org/lovelace) - Computes the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..entries.letters import fold
from ..finding import Severity, Want
from ..source import Span
from ..style import Style
from ..style.descriptions import begins, described

group = "entry"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    part = described(entry)
    if part is None or style.description_case.value != "capital" or begins(part) != "small":
        return
    if entry.title is not None and fold(part.text.split()[0]) in fold(entry.title.text):
        return  # a name keeps its own case
    first = part.text[0]
    if first.upper() != first and part.exact:
        place = Span(part.span.start, part.span.start + 1)
        yield Want(place, first.upper(), "the list begins its descriptions with a capital")
