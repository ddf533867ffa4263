"""Leave no place for an author empty.

`A, , B` and a comma behind the last name are left over from a name taken out.

Bad:

    - **Synthetic Tumors for Segmentation**. *Ada Lovelace, Alan Turing*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. *Emmy Noether, Max Born*. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. *Mary Shelley, Percy Shelley*. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. *Marie Curie, , Pierre Curie*. [paper](https://arxiv.org/abs/2303.00004)
                                                      ^^^^

Good:

    - **Synthetic Tumors for Segmentation**. *Ada Lovelace, Alan Turing*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. *Emmy Noether, Max Born*. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. *Mary Shelley, Percy Shelley*. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. *Marie Curie, Pierre Curie*. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Edit, Fault, Fix, Severity
from ..source import Span
from ..style import Style

group = "authors"
severity = Severity.WARNING

_EMPTY = re.compile(r"(?P<first>[,;])(?:\s*[,;])+\s*")
_LAST = re.compile(r"\s*[,;]\s*$")


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    part = entry.authors
    if part is None or not style.trusts_authors(entry):
        return
    for empty in _EMPTY.finditer(part.text):
        place = Span(part.span.start + empty.start(), part.span.start + empty.end())
        kept = empty["first"] + " " if empty.end() < len(part.text) else ""
        yield Fault(place, "a name is missing between these separators", Fix((Edit(*place, kept),)))
    behind = entry.source.text[part.span.end : part.outer.end]
    if (closing := _LAST.search(part.text)) and not _EMPTY.search(part.text, max(0, closing.start() - 2)):
        place = Span(part.span.start + closing.start(), part.span.start + closing.end())
        yield Fault(place, "no name follows this separator", Fix((Edit(*place, ""),)))
    elif part.outer != part.span and (mark := re.match(r"\s*[,;](?=\s*[*_]+$)", behind)):
        place = Span(part.span.end, part.span.end + mark.end())
        yield Fault(place, "no name follows this separator", Fix((Edit(*place, ""),)))
