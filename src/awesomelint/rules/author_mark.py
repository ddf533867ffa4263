"""Take affiliation marks off names.

A digit or dagger that was copied with a name from the paper's first page points to a footnote
that the list does not have. The fix is unsafe: a digit may, rarely, be part of a pen name.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie1, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
                                           ^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Edit, Fault, Fix, Safety, Severity
from ..source import Span
from ..style import Style

group = "authors"
severity = Severity.WARNING


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    part = entry.authors
    if part is None or not style.trusts_authors(entry):
        return
    for person in part.authors.people:
        if person.mark is None:
            continue
        start, end = (part.span.start + offset for offset in person.mark)
        mark = entry.source.text[start:end]
        whole = Span(part.span.start + person.start, part.span.start + person.end)
        yield Fault(
            whole, f"affiliation mark `{mark}` in the name {person.name}", Fix((Edit(start, end, ""),), Safety.UNSAFE)
        )
