"""Do not begin a description with the name that stands before it.

`- [Radium](…) - Radium is …` says the name twice.

Bad:

    - [Radium](https://example.org/radium) - Finds tumors by their glow.
    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
    - [Bessel](https://example.org/bessel) - Draws orbits.
    - [Kepler](https://example.org/kepler) - Measures them.
    - [Galois](https://example.org/galois) - Groups what is alike.
    - [Hypatia](https://example.org/hypatia) - Cuts cones.
    - [Banneker](https://example.org/banneker) - Foretells eclipses.
    - [Hopper](https://example.org/hopper) - Compiles all of it.
    - [Noether](https://example.org/noether) - Keeps what is conserved.
    - [Lovelace](https://example.org/lovelace) - Lovelace is a computer of numbers.
                                                 ^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList, Entry, Field
from ..entries.letters import fold
from ..finding import Fault, Severity
from ..source import Span
from ..style.descriptions import described

group = "entry"
severity = Severity.NOTE

# Where more descriptions do so than this, it is how the list describes.
_HABIT = 0.1
_LEAST = 6
# A shorter name is a word of the sentence.
_NAME = 3
_SAYS = re.compile(r"^(?P<name>[\w.+#-]+(?: [\w.+#-]+){0,2}?) (?:is|are|was)\b(?: (?:an?|the)\b)?(?: [\w-]+)?")


def finds(found: AwesomeList) -> Iterator[Fault]:
    descriptions = [(entry, part) for entry in found.entries if (part := described(entry)) is not None]
    saying = [(entry, part, said) for entry, part in descriptions if (said := _says(entry, part)) is not None]
    if len(descriptions) < _LEAST or len(saying) > _HABIT * len(descriptions):
        return
    for entry, part, said in saying:
        place = Span(part.span.start, part.span.start + said.end()) if part.exact else part.span
        yield Fault(place, f"the description says the name {entry.name} again")


def _says(entry: Entry, part: Field) -> re.Match[str] | None:
    said = _SAYS.match(part.text)
    if said is None or entry.title is None or fold(said["name"]) != fold(entry.title.text):
        return None
    return said if len(said["name"]) >= _NAME else None
