"""Write one separator between authors.

Commas in most lists; `;` and `&` make one person of two for every script that reads the list. An
`and` before the last name is a form of its own: it is a fault only where two thirds of the list
do without.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Irene Curie & Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
                                                                   ^^^

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Irene Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style
from ..style.counts import one_blank

group = "authors"
severity = Severity.WARNING

_LAST_FIRST = re.compile(r"^[^\s,.]+, (?:[A-Z]\.[ -]?)+,")


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    part = entry.authors
    if part is None or not style.trusts_authors(entry) or part.authors.inverted:
        return
    # `Last, First; First Last`: the comma divides one name. `Last, F., & Last, F.` is a form of its own.
    if (";" in part.text and "," in part.text) or _LAST_FIRST.search(part.text):
        return
    last = len(part.authors.separators) - 1
    for number, (start, end) in enumerate(part.authors.separators):
        closing = number == last and part.authors.et_al is None
        wanted = style.last_separator.value if closing else style.author_separator.value
        have = part.text[start:end]
        if len(part.authors.people) == 2 and have.strip() in ("and", "&"):
            continue  # two people are joined by a word in any list
        if wanted is not None and one_blank(have) != wanted:
            where = Span(part.span.start + start, part.span.start + end)
            yield Want(where, wanted, f"`{have.strip()}` between authors; the list writes `{wanted.strip() or wanted}`")
