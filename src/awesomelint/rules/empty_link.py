"""Give every link its address.

`[Paper]()` opens the page that it stands on.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [code]()
                                                                                                 ^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "links"
severity = Severity.WARNING


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    if "](" not in text:
        return
    for entry in found.entries:
        for block in found.leaves_of(entry):
            for node in found.document.nodes(block):
                # `#` alone is how many write "no address yet"; it opens the top of the page.
                if node.kind == "link" and node.url.strip() in ("", "#") and not node.reference:
                    label = " ".join(text[node.inner_start : node.inner_end].split()).strip("[] ")
                    message = f"this link opens nothing: {label or 'no words, no address'}"
                    # `[]()` is what some write into an empty cell: nobody sees it.
                    yield Fault(Span(node.start, node.end), message, severity=None if label else Severity.NOTE)
