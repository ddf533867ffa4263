"""Begin addresses with `https://`.

`[code](github.com/…)` is a path to a file of this repository, which does not exist.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](arxiv.org/abs/2303.00004)
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.loose_links import leaves_among_entries
from ..finding import Edit, Fault, Fix, Severity
from ..source import Span

group = "links"
severity = Severity.ERROR

# A host that is known, or `www.`, or a name of three parts: no file of a repository is called so.
_HOST = re.compile(
    r"(?:www\.[\w-]+\.\w|(?:[\w-]+\.)?(?:github|gitlab|arxiv|doi|openreview|huggingface|youtube|youtu|springer|acm|ieee|nature|acs|biorxiv|medrxiv|bitbucket|sciencedirect"
    r"|aclweb|aclanthology|thecvf|kaggle|zenodo|wikipedia)\.(?:com|org|net|be|co|io)/)[^\s]+$|^(?:[\w-]+\.)+(?:github\.io|readthedocs\.io)(?:/\S*)?$",
    re.I,
)


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    for block in leaves_among_entries(found):
        for node in found.document.nodes(block):
            written = text[node.url_start : node.url_end] if node.kind == "link" and node.url_start >= 0 else ""
            if written and _HOST.match(written):
                fix = Fix((Edit(node.url_start, node.url_start, "https://"),), reveals=True)
                yield Fault(
                    Span(node.url_start, node.url_end),
                    "without https:// this is a path to a file of the repository",
                    fix,
                )
