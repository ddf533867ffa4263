"""Let a badge open the repository, not its own picture.

A click on it shows a bare picture; GitHub writes such a link by itself around an image that has none.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [![Stars](https://img.shields.io/github/stars/curie/chest)](https://img.shields.io/github/stars/curie/chest)
                                                                                                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [![Stars](https://img.shields.io/github/stars/curie/chest)](https://github.com/curie/chest)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..entries.badges import badge_image
from ..entries.papers import address_key
from ..finding import Change, Edit, Fault, Fix, Safety, Severity

group = "badges"
severity = Severity.WARNING


def finds(entry: Entry) -> Iterator[Fault]:
    for badge in entry.badges:
        opened = badge_image(badge.target) if badge.target else None
        if badge.target_span is None or opened is None or not opened.repository or not badge.shows.repository:
            continue
        page = f"https://github.com/{badge.shows.repository}"
        change = Change("link", address_key(badge.target).casefold(), badge.shows.repository.casefold())
        fix = Fix((Edit(*badge.target_span, page),), Safety.UNSAFE, (change,))
        yield Fault(badge.target_span, "this badge opens a picture of itself", fix)
