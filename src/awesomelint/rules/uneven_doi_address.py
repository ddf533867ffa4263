"""Write DOIs as `https://doi.org/…`.

`dx.doi.org` and `http:` are the old doors to the same page (doi.org, "DOI Handbook": the preferred form since 2017).

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](http://dx.doi.org/10.1000/182)
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://doi.org/10.1000/182)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want

group = "links"
severity = Severity.WARNING

_DOOR = re.compile(r"^(?:https?:)?//(?:dx\.|www\.)?doi\.org/(?:doi:\s*)?(?=10\.\d{4,9}/)", re.I)


def wants(entry: Entry) -> Iterator[Want]:
    for link in entry.links:
        if link.url_span is not None and (door := _DOOR.match(entry.source.slice(link.url_span))):
            rest = entry.source.slice(link.url_span)[door.end() :]
            yield Want(link.url_span, f"https://doi.org/{rest}", "a DOI's address begins with https://doi.org/")
