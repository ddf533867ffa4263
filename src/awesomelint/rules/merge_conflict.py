"""Take the marks of a merge out.

A merge that stopped half-way leaves both versions of some entries in the page, with the marks between them.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    <<<<<<< HEAD
    ^^^^^^^^^^^^
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    =======
    - **Learning from Small Datasets**. Max Born. [paper](https://arxiv.org/abs/2303.00002)
    >>>>>>> add-datasets
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "document"
severity = Severity.ERROR

_MARK = re.compile(r"^<{7}(?: .*)?$", re.M)


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    if "<<<<<<<" not in text or ">>>>>>>" not in text:
        return
    code = [(block.start, block.end) for block in found.blocks() if block.kind == "code"]
    for mark in _MARK.finditer(text):
        if not any(start <= mark.start() < end for start, end in code):
            span = Span(mark.start(), len(mark[0].rstrip()) + mark.start())
            yield Fault(span, "a merge conflict begins here; keep one side and take the marks out")
