"""Open every arXiv paper in one way.

`abs` shows a page with all versions, `pdf` the file; a list has one of them (`abs` where neither has two
thirds). `.pdf` at the end, a mirror's host, `http:` and `?context=` are never a list's own.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/pdf/2301.00004.pdf)
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

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
from ..style.addresses import arxiv_address

group = "links"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    for link in entry.links:
        address = arxiv_address(link.url)
        if address is None or link.url_span is None:
            continue
        text = address.write(style.arxiv.value or address.form, style.arxiv_suffix.value == "with")
        if entry.source.slice(link.url_span) == link.url and text != link.url:
            yield Want(link.url_span, text, f"this address ought to be {text}")
