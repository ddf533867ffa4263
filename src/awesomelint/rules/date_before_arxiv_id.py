"""Let a preprint's date not stand before its number.

An arXiv number begins with the year and month in which the paper was given in: 2303 is March 2023. A date two months or more earlier belongs to another
paper, or the number does. One month early is normal; a venue's date, and a date of a year alone, are not asked.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. *arXiv*. 2 Mar 2023. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. *arXiv*. 1 Mar 2023. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. *arXiv*. 1 Feb 2022. [paper](https://arxiv.org/abs/2302.00004)
                                                                ^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..entries.papers import month_of
from ..finding import Fault, Severity

group = "date"
severity = Severity.WARNING

_EARLY = 2


def finds(entry: Entry) -> Iterator[Fault]:
    part = entry.date
    if part is None or part.date.month is None or not part.date.possible or entry.certainty < Entry.SURE:
        return
    # A paper of a journal or meeting may have gone to arXiv later.
    if entry.venue is not None and not entry.venue.venue.preprint:
        return
    if entry.venue is None and entry.heading_venue is not None and not entry.heading_venue.preprint:
        return
    papers = [link.paper for link in entry.links if link.paper is not None]
    numbers = {paper.number for paper in papers if paper.scheme == "arxiv"}
    if len(numbers) != 1 or len(papers) != sum(paper.scheme == "arxiv" for paper in papers):
        return
    number = numbers.pop()
    since = month_of(number)
    if since is None:
        return
    year, month = since
    if 12 * year + month - (12 * part.date.year + part.date.month) >= _EARLY:
        message = f"{part.text} is before arXiv:{number} was given in ({year}-{month:02})"
        yield Fault(part.span, message)
