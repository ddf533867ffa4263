"""Write Latin punctuation in Latin text.

A full-width colon or comma from a Chinese keyboard leaves a wide gap in an English line, and a search for the title fails.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Chest：Diffusion Models**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
             ^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Chest: Diffusion Models**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..entries.letters import ideographs
from ..finding import Severity, Want
from ..source import Span

group = "entry"
severity = Severity.NOTE

_LATIN = {"：": ": ", "，": ", ", "；": "; ", "（": " (", "）": ") ", "！": "! ", "？": "? "}
_WIDE = re.compile(r"[ \t]*(?P<mark>[：，；（）！？])[ \t]*")
_ASKED = frozenset(("title", "authors", "venue", "acronym"))


def wants(entry: Entry) -> Iterator[Want]:
    for part in entry.fields:
        if part.role not in _ASKED or not part.exact or part.text.isascii() or ideographs().search(part.text):
            continue
        for wide in _WIDE.finditer(part.text):
            before, behind = part.text[: wide.start()], part.text[wide.end() :]
            latin = _LATIN[wide["mark"]]
            latin = latin if before else latin.lstrip(" ")
            latin = latin if behind and behind[0] not in ".,;:)" else latin.rstrip(" ")
            place = Span(part.span.start + wide.start(), part.span.start + wide.end())
            yield Want(place, latin, f"`{wide['mark']}` is a full-width mark in a Latin field")
