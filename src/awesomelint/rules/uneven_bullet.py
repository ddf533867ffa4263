"""Begin every entry with the list's own bullet.

Where the mark changes, Markdown begins another list: a gap opens on the page between two entries that belong together.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
    * **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)
    ^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style

group = "entry"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    if entry.kind != "item" or entry.html:
        return
    bullet = style.bullets.get(entry.group) or style.bullets.get(entry.shape)
    mark = entry.source.text[entry.span.start]
    if bullet is not None and bullet.value is not None and mark in "-*+" and mark != bullet.value:
        place = Span(entry.span.start, entry.span.start + 1)
        yield Want(place, bullet.value, f"the list begins its entries with `{bullet.value}`")
