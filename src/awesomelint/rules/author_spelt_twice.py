"""Tell of one person who is spelt in two ways.

Two names are taken for one person where they have the same letters and the papers share another
author. Which of the two is right only the person knows, so nothing is mended.

Bad:

    - **Synthetic Tumors for Segmentation**, *Jie-Neng Chen, Alan Turing*, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Jieneng Chen, Alan Turing*, [paper](https://arxiv.org/abs/2303.00002)
                                         ^^^^^^^^^^^^
    - **A Survey of Medical Image Synthesis**, *Mary Shelley*, [paper](https://arxiv.org/abs/2303.00003)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..entries import AwesomeList, Entry
from ..entries.names import looks_like_name
from ..finding import Fault, Severity
from ..source import Span
from ..style import Style

group = "authors"
severity = Severity.NOTE


def finds(found: AwesomeList, style: Style) -> Iterator[Fault]:
    spellings: dict[str, dict[str, list[tuple[Entry, Span]]]] = {}
    for entry in found.entries:
        if entry.authors is None or not style.trusts_authors(entry):
            continue
        for person in entry.authors.authors.people:
            if " " not in person.name or person.mark is not None or not looks_like_name(person.name):
                continue
            place = Span(entry.authors.span.start + person.start, entry.authors.span.start + person.end)
            spellings.setdefault(_letters(person.name), {}).setdefault(_spelling(person.name), []).append(
                (entry, place)
            )
    for names in spellings.values():
        if len(names) > 1:
            yield from _differing(names)


def _differing(names: dict[str, list[tuple[Entry, Span]]]) -> Iterator[Fault]:
    """The rarer spellings, each at its first place, where a co-author says that it is one person."""
    ranked = sorted(names.items(), key=lambda item: (-len(item[1]), item[0]))
    _, common = ranked[0]
    usual = common[0][0].source.slice(common[0][1])
    for _, places in ranked[1:]:
        entry, place = places[0]
        own = {_letters(usual)}
        if any((_co_authors(entry) & _co_authors(other)) - own for other, _ in common):
            name = entry.source.slice(place)
            line = common[0][0].source.line_of(common[0][1].start)
            later = (place, name, usual, line)
            if place.start < common[0][1].start and len(common) == len(places):
                later = (common[0][1], usual, name, entry.source.line_of(place.start))
            yield Fault(later[0], f"{later[1]} is spelt {later[2]} in line {later[3]}, beside the same co-author")


def _letters(name: str) -> str:
    return re.sub(r"[\W\d_]+", "", unicodedata.normalize("NFKC", name)).casefold()


def _spelling(name: str) -> str:
    """What counts as one spelling: full stops behind initials do not."""
    return " ".join(name.replace(".", " ").split())


def _co_authors(entry: Entry) -> set[str]:
    people = entry.authors.authors.people if entry.authors else ()
    letters = [_letters(person.name) for person in people]
    return {name for name in letters if letters.count(name) == 1}
