"""Put every title between the list's own quotes, or none.

Quotes around some titles look as if these were quotations.

Bad:

    - Synthetic Tumors for Segmentation, *Ada Lovelace*, [paper](https://arxiv.org/abs/2303.00001)
    - Learning from Small Datasets, *Emmy Noether*, [paper](https://arxiv.org/abs/2303.00002)
    - A Survey of Medical Image Synthesis, *Mary Shelley*, [paper](https://arxiv.org/abs/2303.00003)
    - Where Tumors Come From, *Lise Meitner*, [paper](https://arxiv.org/abs/2303.00005)
    - "Diffusion Models for the Chest", *Marie Curie*, [paper](https://arxiv.org/abs/2303.00004)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - Synthetic Tumors for Segmentation, *Ada Lovelace*, [paper](https://arxiv.org/abs/2303.00001)
    - Learning from Small Datasets, *Emmy Noether*, [paper](https://arxiv.org/abs/2303.00002)
    - A Survey of Medical Image Synthesis, *Mary Shelley*, [paper](https://arxiv.org/abs/2303.00003)
    - Where Tumors Come From, *Lise Meitner*, [paper](https://arxiv.org/abs/2303.00005)
    - Diffusion Models for the Chest, *Marie Curie*, [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..style import Style
from ..style.template import dress_of

group = "title"
severity = Severity.WARNING

_QUOTES = str.maketrans("", "", "\"“”'‘’«»")


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    title, usual = entry.title, style.title_dress(entry)
    if title is None or usual is None or not title.exact:
        return
    have = dress_of(entry, title)
    if have == usual or [side.translate(_QUOTES) for side in have] != [side.translate(_QUOTES) for side in usual]:
        return
    quoted = usual[0] != usual[0].translate(_QUOTES)
    words = entry.source.slice(title.span)
    around = entry.source.text[max(0, title.outer.start - 2) : title.outer.end + 2]
    if quoted and set(words + around) & set('"“”'):
        return
    said = f"`{usual[0]}…{usual[1]}`" if quoted else "no quotes"
    yield Want(title.outer, usual[0] + words + usual[1], f"the list writes its titles with {said}")
