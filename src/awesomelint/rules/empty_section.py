"""Leave no heading with nothing under it.

Readers follow the contents to an empty place.

Bad:

    ## Datasets

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)

    ## Methods
       ^^^^^^^

    ## Surveys

    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..markdown import Block, plain
from ..source import Span

group = "document"
severity = Severity.NOTE

_LONGEST = 10
_LIST = 3


def finds(found: AwesomeList) -> Iterator[Fault]:
    entries = {entry.span.start for entry in found.entries}
    blocks = (*found.document.root.children, None)
    empty: list[Fault] = []
    run = 0
    for block, following in pairwise(blocks):
        if block is not None and block.kind != "heading":
            # Three empty headings one behind another are a list themselves.
            yield from empty if run < _LIST else ()
            empty, run = [], 0
        if block is None or block.kind != "heading" or block.start in entries or not block.lines:
            continue
        if not _is_name(found, block):
            continue
        ends = following is None or (following.kind == "heading" and following.level <= block.level)
        if ends and not _speaks(found, block):
            place = Span(block.lines[0][0], block.lines[-1][1])
            empty.append(Fault(place, "nothing stands under this heading"))
            run += 1
    yield from empty if run < _LIST else ()


def _is_name(found: AwesomeList, block: Block) -> bool:
    """Whether a heading names a section: a ruler of hyphens and a sentence in large type do not."""
    nodes = [node for node in found.document.inlines(block) if node.kind != "text" or node.text.strip()]
    title = plain(nodes).strip()
    if not any(char.isalpha() for char in title) or len(title.split()) > _LONGEST or title.endswith((".", "!", ":")):
        return False
    return not (len(nodes) == 1 and nodes[0].kind in ("emphasis", "strong") and len(title.split()) > _LONGEST // 2)


def _speaks(found: AwesomeList, block: Block) -> bool:
    """Whether a heading holds something itself: the page's title, a link, a picture."""
    first = next((one for one, _ in found.headings), None)
    return block is first or any(
        node.kind in ("link", "image", "html", "autolink")
        for top in found.document.inlines(block)
        for node in top.walk()
    )
