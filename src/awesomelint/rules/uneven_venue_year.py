"""Write a venue and its year in one form.

`CVPR'23`, `CVPR2023` and `CVPR, 2023` are one meeting to a reader and three to a search.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace, Max Born. *NeurIPS 2023*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether, Emil Artin. *MICCAI 2023*. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley, Percy Shelley. *ICLR 2023*. [paper](https://arxiv.org/abs/2303.00003)
    - **Where Tumors Come From**. Lise Meitner, Otto Hahn. *CVPR 2022*. [paper](https://arxiv.org/abs/2203.00005)
    - **Diffusion Models for the Chest**. Marie Curie, Pierre Curie. *MICCAI'23*. [paper](https://arxiv.org/abs/2303.00004)
                                                                      ^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace, Max Born. *NeurIPS 2023*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether, Emil Artin. *MICCAI 2023*. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley, Percy Shelley. *ICLR 2023*. [paper](https://arxiv.org/abs/2303.00003)
    - **Where Tumors Come From**. Lise Meitner, Otto Hahn. *CVPR 2022*. [paper](https://arxiv.org/abs/2203.00005)
    - **Diffusion Models for the Chest**. Marie Curie, Pierre Curie. *MICCAI 2023*. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry, VenueField
from ..finding import Severity, Want
from ..style import Style
from ..style.venue_years import kind_of, venue_year

group = "venue"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    if entry.html:
        return
    for part in entry.fields:
        if not isinstance(part, VenueField) or (entry.kind == "row" and entry.date is not None):
            continue
        choice, have = style.venue_years.get(kind_of(entry, part)), venue_year(part)
        if choice is None or choice.value is None or have is None:
            continue
        if have.form != choice.value and have.may_take(choice.value):
            text = have.write(choice.value)
            yield Want(have.span, text, f"the list writes a venue's year as in {text}")
