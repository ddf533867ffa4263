"""Put a blank between the hashes of a heading and its words.

Without it GitHub shows the hashes as text: the heading is none, and what stands under it belongs to the section before.

Bad:

    ## Datasets

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)

    ##Methods
    ^^

    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)

Good:

    ## Datasets

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)

    ## Methods

    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Edit, Fault, Fix, Severity
from ..source import Span

group = "document"
severity = Severity.WARNING

# One hash before a word may be a tag; two are a heading that lacks its blank.
_HEADING = re.compile(r"(?P<hashes>#{2,6})(?=[^\W\d_]|\[|\*|`|\U0001f300)")


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    for block in found.leaves:
        if block.kind != "paragraph" or not text.startswith("##", block.start):
            continue
        mark = _HEADING.match(text, block.start, block.end)
        if mark and found.source.line_span(found.source.line_of(block.start)).start == block.start:
            span = Span(*mark.span())
            fix = Fix((Edit(span.end, span.end, " "),))
            yield Fault(span, "without a blank behind the hashes this is no heading", fix)
