"""Let the count in a heading be that of its entries.

`## Agents (39)` over 41 entries misleads, and nobody counts again. Asked only where several headings carry a count and most are right: `(2021)` is a year.

Bad:

    ## Datasets (2)

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)

    ## Methods (1)

    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)

    ## Surveys (3)
                ^

    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)

Good:

    ## Datasets (2)

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)

    ## Methods (1)

    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)

    ## Surveys (2)

    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList, Section
from ..finding import Severity, Want
from ..source import Span

group = "document"
severity = Severity.WARNING

_COUNT = re.compile(
    r"[(\[]\s*(\d{1,5})(?:\s+(?:papers?|entries|items|works|tools))?\s*[)\]]\s*$|:\s*(\d{1,5})\s+(?:papers?|entries)\b"
)
# A year in brackets is none of these; so many headings must carry a count, and most must be right.
_YEARS = range(1950, 2101)
_LEAST = 3


def wants(found: AwesomeList) -> Iterator[Want]:
    counted = []
    for number, section in enumerate(found.sections):
        if (place := _place(found, section)) is not None:
            counted.append((place, _nearest(found, number, int(found.source.slice(place)))))
    right = sum(found.source.slice(place) == str(number) for place, number in counted)
    near = sum(abs(int(found.source.slice(place)) - number) <= 1 + number // 5 for place, number in counted)
    if len(counted) < _LEAST or 2 * right <= len(counted) or near < len(counted) - len(counted) // 3:
        return
    for place, number in counted:
        yield Want(place, str(number), f"{number} entries stand under this heading")


def _nearest(found: AwesomeList, number: int, said: int) -> int:
    """The section's own entries or, with those of the sections below, all of them: whichever is nearer to what is said."""
    return min(len(found.sections[number].entries), _entries_under(found, number), key=lambda one: abs(one - said))


def _place(found: AwesomeList, section: Section) -> Span | None:
    """Where a section's heading carries its count."""
    if not section.path:
        return None
    line = found.source.line_span(found.source.line_of(section.span.start))
    count = _COUNT.search(found.source.slice(line).rstrip("# \t*"))
    if count is None:
        return None
    which = 1 if count[1] else 2
    if int(count[which]) in _YEARS:
        return None
    return Span(line.start + count.start(which), line.start + count.end(which))


def _entries_under(found: AwesomeList, number: int) -> int:
    """The entries of a section and of those below it."""
    path = found.sections[number].path
    total = len(found.sections[number].entries)
    for section in found.sections[number + 1 :]:
        if len(section.path) <= len(path) or section.path[: len(path)] != path:
            break
        total += len(section.entries)
    return total
