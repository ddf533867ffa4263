"""Give a badge the path that its service knows.

`…/github/stars/https://github.com/owner/name` or half a path shows "invalid" or "not found" (shields.io, "GitHub Repo stars": `/github/stars/:user/:repo`).

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [![Stars](https://img.shields.io/github/stars/https://github.com/curie/chest)](https://github.com/curie/chest)
                                                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [![Stars](https://img.shields.io/github/stars/curie/chest)](https://github.com/curie/chest)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..entries.papers import repository
from ..finding import Edit, Fault, Fix, Safety, Severity

group = "badges"
severity = Severity.WARNING

_STARS = re.compile(
    r"(?P<before>https?://img\.shields\.io/github/(?:stars|forks)/)(?P<path>[^?#]*)(?P<rest>.*)$", re.I | re.S
)
_RIGHT = re.compile(r"[\w.-]+/[\w.-]+/?$")


def finds(entry: Entry) -> Iterator[Fault]:
    for badge in entry.badges:
        if badge.image_span is None:
            continue
        stars = _STARS.match(entry.source.slice(badge.image_span))
        if stars is None or _RIGHT.match(stars["path"]):
            continue
        wanted = repository(stars["path"]) or repository(badge.target)
        fix = None
        if wanted is not None:
            start = badge.image_span.start
            path = Edit(start + stars.start("path"), start + stars.end("path"), wanted)
            fix = Fix((path,), Safety.UNSAFE, reveals=True)
        yield Fault(badge.image_span, f"a badge of stars is asked for by owner/name, not by {stars['path']}", fix)
