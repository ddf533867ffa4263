"""Let a paper's number stand under one title.

One number under two titles: a link was copied and never changed, or a paper stands in the list under two names. Asked of full titles (four words and more, neither a part
of the other).

Bad:

    - **Synthetic Tumors for Medical Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Medical Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00001)
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.same import own_paper, two_titles
from ..finding import Fault, Severity

group = "duplicates"
severity = Severity.WARNING


def finds(found: AwesomeList) -> Iterator[Fault]:
    first: dict[str, list[int]] = {}
    for number, entry in enumerate(found.entries):
        link = own_paper(entry)
        if link is None or link.paper is None:
            continue
        key = f"{link.paper.scheme}:{link.paper.number}"
        others = [found.entries[one] for one in first.get(key, ())]
        if others and all(two_titles(entry, other) for other in others):
            line = found.source.line_of(others[0].span.start)
            message = f"{key} is {others[0].name!r} in line {line}, here another title: a wrong link, or one paper under two names"
            yield Fault(link.url_span or link.span, message, other=others[0].span)
        first.setdefault(key, []).append(number)
