"""Say so, or take it out, where a paper was withdrawn or retracted.

The authors have withdrawn it, or its journal has retracted it, by its own record. Readers who find it in a list take it for sound.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *arXiv*. [paper](https://arxiv.org/abs/2303.00001)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - **Learning from Small Datasets**. Emmy Noether. *arXiv*. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. *arXiv*. [paper](https://arxiv.org/abs/2301.00004)

Evidence:

    [[records]]
    source = "arXiv"
    paper = "arxiv:2303.00001"
    title = "Synthetic Tumors for Segmentation"
    withdrawn = "withdrawn"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..entries import Entry
from ..entries.same import own_papers
from ..evidence import Record
from ..finding import Fault, Severity

group = "online"
severity = Severity.WARNING
on = False

_SAID = re.compile(r"withdrawn|retracted|retraction", re.I)


def finds(entry: Entry, records: Mapping[str, tuple[Record, ...]]) -> Iterator[Fault]:
    for link in own_papers(entry):
        assert link.paper is not None
        for record in records.get(link.paper.key, ()):
            if record.withdrawn and not _SAID.search(entry.source.slice(entry.span)):
                place = entry.title.span if entry.title is not None else link.span
                yield Fault(place, f"this paper was {record.withdrawn} ({record.source}, {record.paper})")
                return
