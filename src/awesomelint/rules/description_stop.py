"""End every description with a full stop, or all without.

In a list of `- [Name](url) - Description.` the descriptions are read one under another.

Bad:

    - [Radium](https://example.org/radium) - Finds tumors by their glow.
    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
    - [Bessel](https://example.org/bessel) - Draws orbits.
    - [Kepler](https://example.org/kepler) - Measures them.
    - [Noether](https://example.org/noether) - Keeps what is conserved.
    - [Lovelace](https://example.org/lovelace) - Computes the rest
                                                 ^^^^^^^^^^^^^^^^^

Good:

    - [Radium](https://example.org/radium) - Finds tumors by their glow.
    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
    - [Bessel](https://example.org/bessel) - Draws orbits.
    - [Kepler](https://example.org/kepler) - Measures them.
    - [Noether](https://example.org/noether) - Keeps what is conserved.
    - [Lovelace](https://example.org/lovelace) - Computes the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style
from ..style.descriptions import described, ends

group = "entry"
severity = Severity.WARNING

# Where several sentences stand, the last one keeps its stop.
_SENTENCES = re.compile(r"[.!?] ")


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    part = described(entry)
    choice = style.description_stop_of(entry)
    if part is None or choice is None or choice.value is None:
        return
    have = ends(entry, part)
    end = part.outer.end
    if choice.value == "stop" and have == "none":
        yield Want(Span(end, end), ".", "the list ends its descriptions with a full stop", at=part.span)
    elif (
        choice.value == "none" and have == "stop" and not _SENTENCES.search(part.text) and entry.source.text[end] == "."
    ):
        yield Want(Span(end, end + 1), "", "the list ends its descriptions without a full stop", at=part.span)
