"""Put no blank between a link's words and its address.

`[paper] (url)` is no link: the page shows brackets and a bare address.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper] (https://arxiv.org/abs/2303.00004)
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

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

_SPACED = re.compile(
    rf"\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]*\]){{0,160}})\](?P<gap>[ \t]+)\([ \t]*{ADDRESSES}[^()\n]*\)"
)


def finds(found: AwesomeList) -> Iterator[Fault]:
    for shown in loose_texts(found):
        for link in _SPACED.finditer(shown.text):
            place = Span(shown.base + link.start(), shown.base + link.end())
            if link["words"].strip(" []xX") == "":
                continue  # a box to tick
            gap = Edit(shown.base + link.start("gap"), shown.base + link.end("gap"), "")
            fix = Fix((gap,), reveals=True)
            yield Fault(place, "a blank before the address makes this no link", fix)
