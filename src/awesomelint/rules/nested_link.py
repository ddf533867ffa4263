"""Write an address, not a link, between a link's parentheses.

`[[blog]]([blog](url))` comes from pasting a link where its address belongs.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper]([paper](https://arxiv.org/abs/2303.00004))
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.letters import fold
from ..entries.loose_links import leaves_among_entries
from ..finding import Edit, Fault, Fix, Severity
from ..markdown import plain
from ..source import Span

group = "links"
severity = Severity.ERROR

_INNER = re.compile(r"\[+(?P<label>[^\[\]\n]*)\]+\((?P<url>[^()\s]+)\)")


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    if "]([" not in text:
        return
    for block in leaves_among_entries(found):
        for node in found.document.nodes(block):
            if node.kind != "link" or node.url_start < 0 or not node.url.startswith("["):
                continue
            inner = _INNER.fullmatch(text[node.url_start : node.url_end])
            fix = None
            if inner and fold(inner["label"]) in (fold(plain(node.children)), fold(inner["url"])):
                fix = Fix((Edit(node.url_start, node.url_end, inner["url"]),), reveals=True)
            yield Fault(Span(node.start, node.end), "a link stands where this link's address belongs", fix)
