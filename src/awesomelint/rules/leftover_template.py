"""Fill in or take out what was copied with the form.

`Title`, `et al, .` or `xxx` say that somebody copied an entry and was called away.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *CVPR 2023*. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. *MICCAI 2023*. [paper](https://arxiv.org/abs/2303.00002)
    - **Where Tumors Come From**. Lise Meitner. *ICLR 2023*. [paper](https://arxiv.org/abs/2303.00005)
    - **Paper Title**. Marie Curie. *ICCV 2023*. [paper](https://arxiv.org/abs/2303.00004)
        ^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..source import Span

group = "entry"
severity = Severity.WARNING

_COPIED = re.compile(
    r"(?<![\w-])(?:(?:[Pp]aper|PAPER)[ _-](?:[Tt]itle|TITLE|[Nn]ame)|[Tt]itle of (?:the )?[Pp]aper|[Aa]uthor[ _-]?[Nn]ames?|[Yy]our [Nn]ame"
    r"|XX+|[Xx]{3,}|YYYY|[Uu]pdating ?\.{2,}|[Ll]orem [Ii]psum|et al, \.)(?![\w-])"
)
_FREE = frozenset(("description", "address"))


def finds(found: AwesomeList) -> Iterator[Fault]:
    for entry in found.entries:
        for part in entry.fields:
            copied = _COPIED.search(part.text) if part.role not in _FREE else None
            if copied and (part.role in ("note", "authors") or len(copied[0]) >= len(part.text.strip(" .-")) - 1):
                place = part.outer
                if part.exact:
                    place = Span(part.span.start + copied.start(), part.span.start + copied.end())
                yield Fault(place, f"{copied[0]!r} was copied with the form")
