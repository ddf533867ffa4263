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
from ..markdown import Inline
from ..source import Span

group = "links"
severity = Severity.WARNING

# Where more of the entries have an empty `[]()`, it is how the list writes "none".
_FEW, _HABIT = 5, 0.1


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    if "](" not in text:
        return
    empty = [(Span(node.start, node.end), _label(text, node)) for node in _links(found)]
    bare = sum(not label for _, label in empty)
    for place, label in empty:
        if label:
            yield Fault(place, f"this link opens nothing: {label}")
        elif bare <= max(_FEW, _HABIT * len(found.entries)):
            # `[]()` is what some write into an empty cell: nobody sees it.
            yield Fault(place, "this link has neither words nor address", severity=Severity.NOTE)


def _links(found: AwesomeList) -> Iterator[Inline]:
    """The links of the entries that open nothing; `#` alone is how many write "no address yet", and opens the top of the page."""
    for entry in found.entries:
        for block in found.leaves_of(entry):
            for node in found.document.nodes(block):
                if node.kind == "link" and node.url.strip() in ("", "#") and not node.reference:
                    yield node


def _label(text: str, node: Inline) -> str:
    return " ".join(text[node.inner_start : node.inner_end].split()).strip("[] ")
