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
from ..entries.loose_links import LINKS, loose_texts
from ..finding import Edit, Fault, Fix, Severity
from ..source import Span

group = "links"
severity = Severity.ERROR

_NESTED = re.compile(rf"\[+(?P<label>[^\[\]\n]*)\]+\((?P<link>{LINKS})\)")
_INNER = re.compile(r"\[(?P<label>[^\[\]\n]*)\]\((?P<url>[^()\s]+)\)")


def finds(found: AwesomeList) -> Iterator[Fault]:
    for entry in found.entries:
        for shown in loose_texts(found, entry):
            for nested in _NESTED.finditer(shown.text):
                place = Span(shown.base + nested.start(), shown.base + nested.end())
                link = Span(shown.base + nested.start("link"), shown.base + nested.end("link"))
                inner = _INNER.fullmatch(found.source.slice(link))
                fix = None
                if inner and fold(inner["label"]) in (fold(nested["label"]), fold(inner["url"])):
                    fix = Fix((Edit(*link, inner["url"]),), reveals=True)
                yield Fault(place, "a link stands where this link's address belongs", fix)
