"""Write the letters that LaTeX commands stand for.

`{\\"o}` and `\\textit{…}` are what a BibTeX file has; the page shows them raw. GitHub does render what stands between dollars ("Writing mathematical
expressions" in its documentation), so `$\\omega$` is left alone.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for \\textit{the} Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
                             ^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Fault, Severity
from ..source import Span

group = "title"
severity = Severity.NOTE

_COMMAND = re.compile(
    r"\{?\\(?:[\"'`^~=.]\{?\\?[aeiouyncszAEIOUYNCSZ]\}?(?=[a-z}])|[a-zA-Z]+\{[^{}\n]*\}|(?:alpha|beta|gamma|delta|epsilon|lambda|mu|omega|pi|sigma|theta|infty|ell)\b)\}?"
)
_FORMULA = re.compile(r"\$[^$\n]+\$")


def finds(entry: Entry) -> Iterator[Fault]:
    title = entry.title
    if title is None or "\\" not in entry.source.slice(title.outer):
        return
    raw = entry.source.slice(title.span)
    formulas = [formula.span() for formula in _FORMULA.finditer(raw)]
    for command in _COMMAND.finditer(raw):
        if not any(start <= command.start() < end for start, end in formulas):
            place = Span(title.span.start + command.start(), title.span.start + command.end())
            yield Fault(place, "the page shows this LaTeX as it stands here")
            return
