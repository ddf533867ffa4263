"""Name every author once.

A name that stands twice was pasted twice; rarely two authors share it.

Bad:

    - **Synthetic Tumors for Segmentation**. *Ada Lovelace, Alan Turing*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. *Emmy Noether, Max Born*. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. *Mary Shelley, Percy Shelley*. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. *Marie Curie, Pierre Curie, Marie Curie*. [paper](https://arxiv.org/abs/2303.00004)
                                                                      ^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Change, Edit, Fault, Fix, Safety, Severity
from ..source import Span
from ..style import Style

group = "authors"
severity = Severity.WARNING


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    part = entry.authors
    if part is None or not style.trusts_authors(entry) or part.authors.inverted:
        return
    seen: set[str] = set()
    people = part.authors.people
    for number, person in enumerate(people):
        if person.letters in seen and " " in person.name.strip():
            place = Span(part.span.start + person.start, part.span.start + person.end)
            fix = None
            if number:
                edit = Edit(part.span.start + people[number - 1].end, place.end, "")
                if number == len(people) - 1 or part.text[person.end : person.end + 1] == ",":
                    fix = Fix((edit,), Safety.UNSAFE, (Change("author", person.letters, ""),))
            yield Fault(place, f"{person.name} stands in this entry already", fix)
        seen.add(person.letters)
