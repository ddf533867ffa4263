"""Write `et al.` in one form.

`et al`, `et. al.` and `et al,` are slips of one phrase (Latin *et alii*: only the second word is cut short).

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Where Tumors Come From**, *Ludwig Boltzmann, et al.*, ICCV | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00014)
    - **Where Tumors Go To**, *Lise Meitner, et al.*, ICCV | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00015)
    - **Diffusion Models for the Chest**, *Marie Curie, et. al.*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
                                                        ^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Where Tumors Come From**, *Ludwig Boltzmann, et al.*, ICCV | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00014)
    - **Where Tumors Go To**, *Lise Meitner, et al.*, ICCV | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00015)
    - **Diffusion Models for the Chest**, *Marie Curie, et al.*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style

group = "authors"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    part = entry.authors
    if part is None or not style.trusts_authors(entry) or part.authors.et_al is None or style.et_al.value is None:
        return
    start, end = part.authors.et_al
    have = part.text[start:end]
    if have.casefold().startswith("et") and style.et_al.value.startswith("et") and have != style.et_al.value:
        where = Span(part.span.start + start, part.span.start + end)
        yield Want(where, style.et_al.value, f"`{have}` ought to be `{style.et_al.value}`")
