"""Write names as they are read: first name first, commas between.

`Last, First and Last, First` is BibTeX's way of telling names apart; on a page it reads as twice as
many people.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Curie, Marie and Curie, Pierre*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..style import Style

group = "authors"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    part = entry.authors
    if (
        part is None
        or not style.trusts_authors(entry)
        or not part.authors.inverted
        or style.bibtex_names.value != "First Last"
    ):
        return
    if " and " not in part.text or len(part.authors.people) < 2:
        return
    separator = style.author_separator.value or ", "
    names = separator.join(part.authors.names)
    if part.authors.et_al is not None:
        names += separator + part.text[slice(*part.authors.et_al)]
    yield Want(part.span, names, "names as in BibTeX; the list writes first names first")
