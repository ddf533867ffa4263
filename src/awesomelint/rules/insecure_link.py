"""Open pages over https.

`http://` sends a reader's request in the clear. Off by default: some old pages have no https, and only a request can tell.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [project](http://example.org/chest)
                                                                 ^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..entries.papers import address_key
from ..finding import Change, Edit, Fault, Fix, Safety, Severity
from ..source import Span

group = "links"
severity = Severity.NOTE
on = False


def finds(entry: Entry) -> Iterator[Fault]:
    for link in entry.links:
        if link.url_span is None or not entry.source.slice(link.url_span).lower().startswith("http://"):
            continue
        place = Span(link.url_span.start, link.url_span.start + len("http://"))
        key = address_key(link.url)
        fix = Fix((Edit(*place, "https://"),), Safety.UNSAFE, (Change("link", key, key),))
        yield Fault(place, "this page is opened without encryption", fix)
