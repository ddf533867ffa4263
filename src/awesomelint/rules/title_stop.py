"""Close titles with a full stop, or all without.

The stop inside of the emphasis belongs to the form, not to the title: a search for the title does not find it.

Bad:

    - **Synthetic Tumors for Segmentation**, Ada Lovelace, Max Born, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, Emmy Noether, Emil Artin, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, Mary Shelley, Percy Shelley, [paper](https://arxiv.org/abs/2303.00003)
    - **Where Tumors Come From**, Lise Meitner, Otto Hahn, [paper](https://arxiv.org/abs/2303.00005)
    - **Diffusion Models for the Chest.**, Marie Curie, Pierre Curie, [paper](https://arxiv.org/abs/2303.00004)
                                      ^

Good:

    - **Synthetic Tumors for Segmentation**, Ada Lovelace, Max Born, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, Emmy Noether, Emil Artin, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, Mary Shelley, Percy Shelley, [paper](https://arxiv.org/abs/2303.00003)
    - **Where Tumors Come From**, Lise Meitner, Otto Hahn, [paper](https://arxiv.org/abs/2303.00005)
    - **Diffusion Models for the Chest**, Marie Curie, Pierre Curie, [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style
from ..style.template import dress_of

group = "title"
severity = Severity.WARNING


_ABBREVIATED = re.compile(r"(?:\bet al|\betc|\bInc|\bCo|\bvs?|\bvol|\bno|\b\w)$", re.I)


def _is_paper(entry: Entry) -> bool:
    """Whether an entry is a paper: the linked words of a tool or a video may be a sentence."""
    return entry.authors is not None or entry.venue is not None or any(link.paper is not None for link in entry.links)


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    title, usual = entry.title, style.title_dress(entry)
    if title is None or usual is None:
        return
    if not _is_paper(entry) or _ABBREVIATED.search(title.text) or ". " in title.text:
        return
    opening, closing = dress_of(entry, title)
    if closing == usual[1] or opening != usual[0] or closing.replace(".", "", 1) != usual[1].replace(".", "", 1):
        return
    if "." in usual[1] and title.text[-1:] in "?!…":
        return  # `Why?` is closed already
    place = Span(title.span.end, title.outer.end)
    stop = place.start + closing.find(".") if "." in closing else place.start
    said = "without" if "." in closing else "with"
    at = Span(stop, stop + 1) if "." in closing else title.span
    yield Want(place, usual[1], f"the list closes its titles {said} a full stop", at=at)
