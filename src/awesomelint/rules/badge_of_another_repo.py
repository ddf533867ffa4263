"""Let a badge count the repository that it opens.

A badge copied from the entry above counts that entry's stars. The fix is unsafe: now and then the
badge is right and the link is wrong.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004) [![Stars](https://img.shields.io/github/stars/curie/radium)](https://github.com/noether/small)
                                                                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..entries.papers import repository
from ..finding import Change, Edit, Fault, Fix, Safety, Severity

group = "badges"
severity = Severity.ERROR


def finds(entry: Entry) -> Iterator[Fault]:
    for badge in entry.badges:
        counted, opened = badge.shows.repository, repository(badge.target)
        if not counted or opened is None or badge.image_span is None or counted.casefold() == opened.casefold():
            continue
        written = entry.source.slice(badge.image_span)
        at = written.find(counted)
        if at < 0:
            continue
        start = badge.image_span.start + at
        change = Change("badge", counted.casefold(), opened.casefold())
        fix = Fix((Edit(start, start + len(counted), opened),), Safety.UNSAFE, (change,))
        yield Fault(badge.image_span, f"this badge counts {counted}, its link opens {opened}", fix)
