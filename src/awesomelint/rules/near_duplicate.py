"""Look twice at two titles that differ by a few letters.

One paper typed twice, once with a slip. Titles that differ by a number, a version or a part are two papers, and so are two that open two papers' pages.

Bad:

    - **Synthetic Tumors for Medical Segmentation**. Ada Lovelace. [code](https://github.com/lovelace/tumors)
    - **Learning from Small Medical Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Sythetic Tumors for Medical Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.same import near_titles
from ..finding import Fault, Severity

group = "duplicates"
severity = Severity.NOTE


def finds(found: AwesomeList) -> Iterator[Fault]:
    for first, second in near_titles(found.entries):
        assert second.title is not None
        line = found.source.line_of(first.span.start)
        yield Fault(second.title.span, f"nearly the title of line {line}: {first.name}", other=first.span)
