"""Put the list's own emphasis around the authors.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley*, [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**, Marie Curie, Pierre Curie, [paper](https://arxiv.org/abs/2303.00004)
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley*, [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..style import Style
from ..style.emphasis import emphasised

group = "entry"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    template = style.template_of(entry)
    if (
        template
        and entry.authors
        and style.trusts_authors(entry)
        and (text := emphasised(entry, entry.authors, template))
    ):
        yield Want(entry.authors.outer, text, "the authors lack the emphasis that the list gives them")
