"""Write a link's words in brackets, its address in parentheses.

`(text)[url]` is no link: the page shows both.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. (paper)[https://arxiv.org/abs/2303.00004]
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.loose_links import ADDRESSES, loose_texts
from ..finding import Edit, Fault, Fix, Severity
from ..source import Span

group = "links"
severity = Severity.ERROR

_REVERSED = re.compile(rf"\((?P<label>[^()\n\ue000-\ue006]{{1,60}})\)\[(?P<url>{ADDRESSES})\]")


def finds(found: AwesomeList) -> Iterator[Fault]:
    for shown in loose_texts(found):
        for link in _REVERSED.finditer(shown.text):
            place = Span(shown.base + link.start(), shown.base + link.end())
            url = found.source.text[shown.base + link.start("url") : shown.base + link.end("url")]
            fix = Fix((Edit(*place, f"[{link['label']}]({url})"),), reveals=True)
            yield Fault(place, "brackets and parentheses are exchanged: this is no link", fix)
