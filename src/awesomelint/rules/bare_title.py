"""Put the list's own emphasis around every title.

Readers find a paper by its title; a bare one drowns between bold neighbours.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley*, [paper](https://arxiv.org/abs/2303.00003)
    - Diffusion Models for the Chest, *Marie Curie, Pierre Curie*, [paper](https://arxiv.org/abs/2303.00004)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

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
    if template and template.local is not None:
        slot = template.local.slot("title")
        if slot is not None and slot.dress.counts[0][0] == ("", ""):
            return  # the section writes its titles bare
    if template and entry.title and (text := emphasised(entry, entry.title, template)):
        yield Want(entry.title.outer, text, "the title lacks the emphasis that the list gives its titles")
