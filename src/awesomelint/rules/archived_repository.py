"""Know which repositories nobody keeps any more.

An archived repository is read-only: its owner has said that nothing will be mended there. That is for the reader to know and no fault of the list.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/ada/tumors)
                                                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004) [code](https://github.com/curie/chest)

Evidence:

    [repositories]
    "ada/tumors" = { name = "ada/tumors", archived = true }
    "noether/small" = { name = "noether/small" }
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..entries import AwesomeList
from ..entries.addresses import addresses_of
from ..entries.papers import repository
from ..evidence import Repository
from ..finding import Fault, Severity

group = "online"
severity = Severity.NOTE
on = False


def finds(found: AwesomeList, repositories: Mapping[str, Repository]) -> Iterator[Fault]:
    told = set()
    for address in addresses_of(found):
        name = (repository(address.url) or "").casefold()
        known = repositories.get(name)
        if known is not None and known.archived and name not in told:
            told.add(name)
            yield Fault(address.span, "this repository is archived: nobody keeps it any more")
