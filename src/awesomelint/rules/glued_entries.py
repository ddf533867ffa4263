"""Put a blank line between two entries.

Without it the page runs them together to one paragraph, and every tool takes them for one entry.

Bad:

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    CVPR | 2 Mar 2023
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    MICCAI | 1 Mar 2023
    [paper](https://arxiv.org/abs/2303.00002)

    **A Survey of Medical Image Synthesis**
    *Mary Shelley, Percy Shelley*
    ICLR | 3 Feb 2023
    [paper](https://arxiv.org/abs/2302.00003)
    **Diffusion Models for the Chest**
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    *Marie Curie, Pierre Curie*
    ICCV | 1 Feb 2023
    [paper](https://arxiv.org/abs/2302.00004)

Good:

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    CVPR | 2 Mar 2023
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    MICCAI | 1 Mar 2023
    [paper](https://arxiv.org/abs/2303.00002)

    **A Survey of Medical Image Synthesis**
    *Mary Shelley, Percy Shelley*
    ICLR | 3 Feb 2023
    [paper](https://arxiv.org/abs/2302.00003)

    **Diffusion Models for the Chest**
    *Marie Curie, Pierre Curie*
    ICCV | 1 Feb 2023
    [paper](https://arxiv.org/abs/2302.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList, Entry
from ..finding import Edit, Fault, Fix, Severity
from ..markdown import Block, plain
from ..source import Span
from ..style import Style

group = "entry"
severity = Severity.WARNING

# The lines of an entry that says more than a title.
_LEAST_LINES = 2


def finds(found: AwesomeList, style: Style) -> Iterator[Fault]:
    for entry in found.entries:
        template = style.template_of(entry)
        title = template.slot("title") if template else None
        if entry.kind != "paragraph" or entry.html or title is None or title.dress.value is None:
            continue
        opening, closing = title.dress.value
        if not opening.startswith("**") or not closing.startswith("**"):
            continue
        for block in found.leaves_of(entry):
            yield from _in_block(found, entry, block)


def _in_block(found: AwesomeList, entry: Entry, block: Block) -> Iterator[Fault]:
    """The lines that are nothing but bold words, behind a line with a link."""
    first = entry.title
    if first is None or found.source.text[first.outer.start : first.outer.start + 2] != "**":
        return
    linked = False
    nodes = {node.start: node for node in found.document.inlines(block)}
    for number, (start, end) in enumerate(block.lines):
        node = nodes.get(start)
        alone = node is not None and node.kind == "strong" and not found.source.text[node.end : end].strip(" \t\\")
        if node is not None and alone and linked and number >= _LEAST_LINES and len(plain((node,)).split()) > 2:
            newline = found.source.newline
            fix = Fix((Edit(start, start, newline),), reveals=True)
            yield Fault(Span(start, node.end), "an entry begins here without a blank line before it", fix)
            linked = False
        linked = linked or any(node.kind == "link" for at, node in nodes.items() if start <= at < end)
