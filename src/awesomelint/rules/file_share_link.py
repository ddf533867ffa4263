"""Tell of a paper on a file share.

A file on somebody's Drive or Dropbox moves with its owner's account, and nobody can cite it. The paper's
number or its publisher's page stays.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://drive.google.com/file/d/16GQqAv384QQ)
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList, Entry, Link
from ..entries.papers import without_scheme
from ..finding import Fault, Severity

group = "links"
severity = Severity.NOTE

_SHARE = re.compile(
    r"^(?:drive\.google\.com/(?:file|open|uc)|(?:www\.)?dropbox\.com/s|(?:1drv\.ms|onedrive\.live\.com)/|pan\.baidu\.com/s|we\.tl/)",
    re.I,
)
_MANY = 5
_OTHER = re.compile(r"slides?|talks?|data|dataset|embedding|video|tutorial|course|lecture|提取码", re.I)
_PAPER = re.compile(r"(?:^|\W)(?:paper|pdf|article|preprint|title|论文)(?:\W|$)", re.I)


def finds(found: AwesomeList) -> Iterator[Fault]:
    shared = [link for entry in found.entries for link in entry.links if _shares(entry, link)]
    # Where many stand, the list keeps files there on purpose.
    for link in shared if len(shared) < _MANY else ():
        yield Fault(link.url_span or link.span, "a paper on a file share: a number or a publisher's page lasts longer")


def _shares(entry: Entry, link: Link) -> bool:
    """Whether a link opens a paper on a file share: slides and data sets have no better place."""
    if link.url_span is None or not _SHARE.match(without_scheme(link.url)):
        return False
    paper = entry.authors is not None or entry.venue is not None
    section = " ".join(entry.section) + " " + link.text
    return not _OTHER.search(section) and (_PAPER.search(link.text) is not None or (paper and link.role == "address"))
