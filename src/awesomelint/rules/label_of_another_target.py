"""Let a label say what its link opens.

`[code]` on a paper's page, `[paper]` on a repository: one of them was pasted into the other's place. A file of a repository may well be the paper.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [code](https://arxiv.org/abs/2303.00004)
                                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..entries import AwesomeList, Link
from ..entries.papers import repository, without_scheme
from ..finding import Fault, Severity

group = "links"
severity = Severity.WARNING

_PAPER = frozenset("paper pdf arxiv abs abstract preprint 论文".split())
_CODE = frozenset(("code", "github", "official code", "source code", "code link", "repo", "代码", "implementation"))
_PROJECT = frozenset(("project", "project page", "website", "webpage", "homepage", "项目主页"))
_PAGE = re.compile(r"[\w-]+\.github\.io(?:/|$)", re.I)
_NO_PDF = re.compile(
    r"(?:www\.)?(?:researchgate\.net/publication|slideshare\.net|semanticscholar\.org/paper|medium\.com)/|\S+_paper\.html$",
    re.I,
)
_IN_REPOSITORY = re.compile(
    r"github\.com/[^/]+/[^/?#]+/(?:blob|raw|releases|files|tree|wiki|issues|pull|discussions)\b|\.pdf$", re.I
)
# Where a list does so again and again it means something by it.
_HABIT, _FEW = 0.1, 3


def finds(found: AwesomeList) -> Iterator[Fault]:
    wrong = [(link, said) for entry in found.entries for link in entry.links if (said := _mismatch(link))]
    labels = Counter(_words(link) for entry in found.entries for link in entry.links)
    slips = Counter(_words(link) for link, _ in wrong)
    for link, said in wrong:
        if slips[_words(link)] <= max(_FEW, _HABIT * labels[_words(link)]):
            # A project's page is not far from its code.
            near = "page" in said or _words(link) in _PROJECT
            yield Fault(link.outer, said, severity=Severity.NOTE if near else None)


def _words(link: Link) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", link.text).casefold().split())


def _mismatch(link: Link) -> str:
    words = _words(link)
    if "/attachment" in link.url:
        return ""
    if words in _CODE and _PAGE.match(without_scheme(link.url)):
        return f"[{link.text}] opens a project's page"
    if words == "pdf" and _NO_PDF.match(without_scheme(link.url)):
        return f"[{link.text}] opens a page, not the paper's PDF"
    if words in _PROJECT and repository(link.url) and not _IN_REPOSITORY.search(link.url):
        return f"[{link.text}] opens a repository"
    if (
        words in _CODE
        and link.paper is not None
        and link.paper.scheme in ("arxiv", "doi", "openreview", "cvf", "acl", "ieee")
    ):
        return f"[{link.text}] opens a paper"
    if words in _PAPER and repository(link.url) and not _IN_REPOSITORY.search(link.url):
        return f"[{link.text}] opens a repository"
    return ""
