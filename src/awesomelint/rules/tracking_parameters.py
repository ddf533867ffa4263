"""Take out of addresses what only counts the reader.

`utm_source=…` and the like open the same page without them; two entries with and without are one.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [blog](https://example.org/chest?utm_source=mail&utm_medium=link)
                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [blog](https://example.org/chest)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..entries.papers import address_key
from ..finding import Change, Edit, Fault, Fix, Severity
from ..source import Span

group = "links"
severity = Severity.NOTE

_PARAMETERS = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|spm|share_source|share_medium|vd_source|ref_src", re.I)


def finds(entry: Entry) -> Iterator[Fault]:
    for link in entry.links:
        if link.url_span is None or "?" not in link.url:
            continue
        written = entry.source.slice(link.url_span)
        before, _, rest = written.partition("?")
        query, hash_, fragment = rest.partition("#")
        parts = query.split("&")
        kept = [part for part in parts if not _counts(part, before)]
        if len(kept) == len(parts):
            continue
        new = (before + "?" + "&".join(kept) if kept else before) + hash_ + fragment
        start = link.url_span.start + len(before)
        place = Span(start, start + 1 + len(query))
        changed = Change("link", address_key(link.url), address_key(new))
        fix = Fix((Edit(link.url_span.start, link.url_span.end, new),), declares=(changed,))
        yield Fault(place, "these parameters count the reader; the address opens the same page without them", fix)


def _counts(part: str, address: str) -> bool:
    name = part.partition("=")[0]
    if name == "s" and re.search(r"//(?:www\.|mobile\.)?(?:twitter|x)\.com/", address):
        return True
    return _PARAMETERS.fullmatch(name) is not None
