"""Keep an entry's links in the list's own order.

Where nearly all entries have paper, code, project, a reader looks for the code in the second place.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003) [code](https://github.com/shelley/monster)
    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005) [code](https://github.com/meitner/tumors)
    - **Where Tumors Go To**. Otto Hahn. [paper](https://arxiv.org/abs/2303.00006) [code](https://github.com/hahn/tumors)
    - **What Tumors Are**. Ida Noddack. [paper](https://arxiv.org/abs/2303.00007) [code](https://github.com/noddack/tumors)
    - **Diffusion Models for the Chest**. Marie Curie. [code](https://github.com/curie/chest) [paper](https://arxiv.org/abs/2303.00004)
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003) [code](https://github.com/shelley/monster)
    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005) [code](https://github.com/meitner/tumors)
    - **Where Tumors Go To**. Otto Hahn. [paper](https://arxiv.org/abs/2303.00006) [code](https://github.com/hahn/tumors)
    - **What Tumors Are**. Ida Noddack. [paper](https://arxiv.org/abs/2303.00007) [code](https://github.com/noddack/tumors)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [code](https://github.com/curie/chest)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..entries import Entry, Link
from ..finding import Severity, Want
from ..source import Span
from ..style import Style

group = "links"
severity = Severity.NOTE


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    if entry.html or entry.kind == "row":
        return
    taken = -1
    for number, (left, right) in enumerate(pairwise(entry.fields)):
        if not isinstance(left, Link) or not isinstance(right, Link) or number <= taken or left.role != right.role:
            continue
        following = entry.fields[number + 2] if number + 2 < len(entry.fields) else None
        # A badge belongs to the link before it.
        if style.links.first(right.text, left.text) and (following is None or following.role != "badge"):
            text = entry.source.text
            gap = text[left.outer.end : right.outer.start]
            if gap.strip(" \t|,/·•-"):
                continue
            turned = entry.source.slice(right.outer) + gap + entry.source.slice(left.outer)
            message = f"the list has {right.text} before {left.text}"
            yield Want(Span(left.outer.start, right.outer.end), turned, message)
            taken = number + 1
