"""Close emphasis where it was opened, with as many marks.

`**Title*` and `** Title**` are no emphasis: the page shows the marks.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - ** Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
      ^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Edit, Fault, Fix, Safety, Severity
from ..source import Span

group = "entry"
severity = Severity.WARNING

# Two stars, or underscores beside a word's end; a power (`a**b`) or a row of stars is none.
_LEFT = re.compile(r"(?<![*\w])\*\*(?!\*)|(?<!\*)\*\*(?![*\w])|(?<![\w_])__(?=\w)")
# Stars behind names are contribution marks.
_MARKED = re.compile(r"[^\W\d_]\*{1,3}(?=[,;&]| and\b)")
_PADDED = re.compile(r"\*\*(?P<left>[ \t]*)(?P<words>[^*\n]+?)(?P<right>[ \t]*)\*\*")


def finds(found: AwesomeList) -> Iterator[Fault]:
    for entry in found.entries:
        for block in found.leaves_of(entry):
            if "**" not in found.source.text[block.start : block.end]:
                continue
            shown = found.document.loose(block)
            places = [mark for mark in _LEFT.finditer(shown) if block.start + mark.start() >= entry.span.start]
            if places and not _MARKED.search(shown):
                at = block.start + places[0].start()
                yield Fault(
                    Span(at, at + 2), "these marks open or close nothing: the page shows them", _fix(shown, block.start)
                )


def _fix(shown: str, base: int) -> Fix | None:
    """Blanks inside of the marks moved out of them, where that is all that is wrong."""
    padded = _PADDED.search(shown)
    if padded is None or not (padded["left"] or padded["right"]):
        return None
    edits = [Edit(base + padded.start(name), base + padded.end(name), "") for name in ("left", "right") if padded[name]]
    return Fix(tuple(edits), Safety.SHOWN)
