"""Begin addresses with `https://`, spelt so.

`ttps://`, `hhttps://` and `http://https://` open nothing.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](ttps://arxiv.org/abs/2303.00004)
                                                               ^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.loose_links import leaves_among_entries
from ..entries.papers import address_key
from ..finding import Change, Edit, Fault, Fix, Severity
from ..source import Span

group = "links"
severity = Severity.ERROR

_RIGHT = re.compile(
    r"https?://(?!/|https?:)(?!https?//)[\w\[%-]|(?!h*t+p{1,2}s?:|h*tt?ps?:|hppts?:|httos:|htp)[a-z][a-z0-9+.-]*:|[#/.]|$",
    re.I,
)
_BROKEN = re.compile(
    r"(?:https?:/{0,2})?(?:h{1,3}t{1,3}p{1,2}s?|ttps?|tps|htps|htp|hppts?|httos|htttps|hhttps|https?s)(?::/{1,3}|:?//|:)(?=[\w-]+\.[\w-])",
    re.I,
)


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    for block in leaves_among_entries(found):
        for node in found.document.nodes(block):
            if node.kind != "link" or node.url_start < 0 or _RIGHT.match(node.url.strip()):
                continue
            written = text[node.url_start : node.url_end]
            broken = _BROKEN.match(written)
            if broken is None:
                continue
            place = Span(node.url_start, node.url_start + broken.end())
            mended = "https://" + written[broken.end() :]
            change = Change("link", address_key(node.url), address_key(mended))
            fix = Fix((Edit(*place, "https://"),), declares=(change,), reveals=True)
            yield Fault(place, f"no address begins with {broken[0]}", fix)
