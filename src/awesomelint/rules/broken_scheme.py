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

from ..entries import Entry, Link
from ..entries.papers import address_key
from ..finding import Change, Edit, Fault, Fix, Severity
from ..source import Span

group = "links"
severity = Severity.ERROR

_RIGHT = re.compile(
    r"https?://(?!/|https?:)(?!https?//)[\w\[%-]|(?!h?t?tps?[:/]|h?ttp)[a-z][a-z0-9+.-]*:|[#/.]|$", re.I
)
_BROKEN = re.compile(
    r"(?:https?:/{0,2})?(?:h{1,3}t{1,3}p{1,2}s?|ttps?|tps|htps|htp|hppts?|httos|htttps|hhttps|https?s)(?::/{1,3}|:?//|:)(?=[\w-]+\.[\w-])",
    re.I,
)


def finds(entry: Entry) -> Iterator[Fault]:
    for link in entry.links:
        if not isinstance(link, Link) or link.url_span is None or _RIGHT.match(link.url.strip()):
            continue
        written = entry.source.slice(link.url_span)
        broken = _BROKEN.match(written)
        if broken is None:
            continue
        place = Span(link.url_span.start, link.url_span.start + broken.end())
        mended = "https://" + written[broken.end() :]
        change = Change("link", address_key(link.url), address_key(mended))
        yield Fault(place, f"no address begins with {broken[0]}", Fix((Edit(*place, "https://"),), declares=(change,)))
