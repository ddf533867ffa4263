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

from ..entries import AwesomeList
from ..entries.letters import fold
from ..finding import Severity, Want
from ..source import Span
from ..style import Style
from ..style.descriptions import begins, described

group = "entry"
severity = Severity.WARNING


def wants(found: AwesomeList, style: Style) -> Iterator[Want]:
    if style.description_case.value != "capital":
        return
    names = {fold(entry.title.text) for entry in found.entries if entry.title is not None}
    for entry in found.entries:
        part = described(entry)
        if part is None or not part.exact or begins(part) != "small":
            continue
        word = part.text.split()[0]
        # A name keeps its own case.
        named = entry.title is not None and fold(entry.title.text).startswith(fold(word)[:3])
        if named or fold(word) in names or word.startswith("lib") or word.endswith(("'s", "’s")):
            continue
        place = Span(part.span.start, part.span.start + 1)
        yield Want(place, part.text[0].upper(), "the list begins its descriptions with a capital")
