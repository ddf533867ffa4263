"""Give the address itself, not a shortener's.

Nobody sees what a short link opens, and it dies with its service.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://bit.ly/chest-diffusion)
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Fault, Severity

group = "links"
severity = Severity.NOTE

_SHORTENER = re.compile(
    r"^(?:https?:)?//(?:www\.)?(?:bit\.ly|tinyurl\.com|goo\.gl/(?!maps)|t\.co|t\.cn|ow\.ly|is\.gd|buff\.ly|suo\.im|dwz\.cn|lnkd\.in|cutt\.ly|rb\.gy|shorturl\.at|v\.gd|tiny\.cc)"
    r"(?:/|(?<=/))\S+",
    re.I,
)


def finds(entry: Entry) -> Iterator[Fault]:
    for link in entry.links:
        if _SHORTENER.match(link.url):
            yield Fault(link.url_span or link.span, "this address hides behind a shortener; give the page itself")
