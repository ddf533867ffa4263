"""Name every author once.

A name that stands twice was pasted twice; rarely two authors share it.

Bad:

    - **Synthetic Tumors for Segmentation**. *Ada Lovelace, Alan Turing*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. *Emmy Noether, Max Born*. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. *Mary Shelley, Percy Shelley*. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. *Marie Curie, Marie Curie, Pierre Curie*. [paper](https://arxiv.org/abs/2303.00004)
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
    letters = [person.letters for person in part.authors.people]
    recurring = len(letters) - len(set(letters))
    seen: set[str] = set()
    people = part.authors.people
    for number, person in enumerate(people):
        if person.letters in seen and " " in person.name.strip():
            place = Span(part.span.start + person.start, part.span.start + person.end)
            fix = None
            # Side by side, or alone in recurring, it was pasted twice; a list that recurs as a whole nobody can mend by halves.
            beside = letters[number - 1] == person.letters
            if number and recurring == 1 and beside:
                edit = Edit(part.span.start + people[number - 1].end, place.end, "")
                if number == len(people) - 1 or part.text[person.end : person.end + 1] == ",":
                    fix = Fix((edit,), Safety.UNSAFE, (Change("author", person.letters, ""),))
            severity = None if beside or recurring > 1 else Severity.NOTE
            yield Fault(place, f"{person.name} stands in this entry already", fix, severity)
        seen.add(person.letters)
