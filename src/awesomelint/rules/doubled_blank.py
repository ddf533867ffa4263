"""Write one blank between two words.

The page shows one; a search for the author's name does not find two.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace,␠␠Alan Turing*, [paper](https://arxiv.org/abs/2303.00001)
                                                           ^^
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, [paper](https://arxiv.org/abs/2303.00002)

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..entries import Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style

group = "entry"
severity = Severity.WARNING

_DOUBLED = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_WORDS = ("title", "authors", "venue", "description", "acronym")


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    for part in entry.fields:
        if part.role in _WORDS:
            for found in _DOUBLED.finditer(entry.source.text, part.span.start, part.span.end):
                yield Want(Span(*found.span()), " ", "more than one blank between two words")
    template = style.template_of(entry)
    for left, right in pairwise(entry.fields):
        gap = entry.source.text[left.outer.end : right.outer.start]
        # What the list writes between two fields is `uneven-separator`'s.
        settled = template is not None and entry.kind != "row" and template.gap(left.role, right.role) is not None
        if len(gap) > 1 and not gap.strip(" ") and not settled:
            yield Want(Span(left.outer.end, right.outer.start), " ", "more than one blank between two fields")
