"""Put a blank behind a list item's mark.

`-[Title](url)` is no list item: the page shows a hyphen and runs the lines together.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)

    -[Diffusion Models for the Chest](https://arxiv.org/abs/2303.00004). Marie Curie.
    ^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)

    - [Diffusion Models for the Chest](https://arxiv.org/abs/2303.00004). Marie Curie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.loose_links import leaves_among_entries
from ..finding import Edit, Fault, Fix, Severity
from ..source import Span

group = "entry"
severity = Severity.WARNING

_ITEM = re.compile(r"[-+*](?=\[[^\]\n]*\]\()|-(?=\*\*\w)")


def finds(found: AwesomeList) -> Iterator[Fault]:
    for block in leaves_among_entries(found):
        if block.kind != "paragraph":
            continue
        for start, _ in block.lines:
            if (mark := _ITEM.match(found.source.text, start)) and not _in_emphasis(found.source.text, start):
                fix = Fix((Edit(start + 1, start + 1, " "),), reveals=True)
                place = Span(start, start + 1)
                yield Fault(place, f"without a blank behind the `{mark[0]}` this is no list item", fix)


def _in_emphasis(text: str, start: int) -> bool:
    """Whether the mark opens emphasis: `*[title](url)*`."""
    line = text[start + 1 :].partition("\n")[0]
    return text[start] == "*" and "*" in line
