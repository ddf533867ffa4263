"""Write one venue in one form.

`MEDIA` and `Medical Image Analysis`, `Arxiv` and `arXiv` are one venue each. Rewritten is only what means
the very same: a former name (`NIPS 2015`), a track (`ICLR Oral`), a workshop and a joint meeting are facts.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Where Tumors Come From**, *Ludwig Boltzmann, Max Planck*, arXiv | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00014)
    - **Where Tumors Go To**, *Lise Meitner, Otto Hahn*, arXiv | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00015)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, Arxiv | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
                                                                       ^^^^^

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Where Tumors Come From**, *Ludwig Boltzmann, Max Planck*, arXiv | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00014)
    - **Where Tumors Go To**, *Lise Meitner, Otto Hahn*, arXiv | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00015)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, arXiv | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..style import Style

group = "venue"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    part = entry.venue
    if part is None or not part.exact or entry.certainty < Entry.SURE:
        return
    text = entry.source.text
    if text[part.name_span.end : part.name_span.end + 2].lstrip().startswith("("):
        return  # `International Conference on Robotics and Automation (ICRA)` gives both forms on purpose
    if text[part.name_span.end : part.name_span.end + 1] == "." and "." in part.venue.name:
        return  # the stop is the abbreviation's
    if "preprint" in part.venue.name.casefold():
        return  # says that it is one, not where
    choice = style.venues.get(part.venue.key)
    have = entry.source.slice(part.name_span)
    if choice is None or choice.value is None or have == choice.value or have != part.venue.name:
        return
    yield Want(part.name_span, choice.value, f"{have} is {choice.value} elsewhere in the list")
