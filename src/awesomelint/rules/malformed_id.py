"""Give papers numbers that can exist.

arXiv's numbers are a year, a month and four or five digits (`2303.00001`; info.arxiv.org, "arXiv identifier"), a DOI is `10.`, a registrant's number, a slash
and more (doi.org, "DOI Handbook"). What cannot be opens nothing.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/6.5538)
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..entries.papers import impossible_number
from ..finding import Fault, Severity

group = "links"
severity = Severity.ERROR


def finds(entry: Entry) -> Iterator[Fault]:
    for link in entry.links:
        number = impossible_number(link.url)
        if number:
            yield Fault(link.url_span or link.span, f"no paper can have the number {number}")
