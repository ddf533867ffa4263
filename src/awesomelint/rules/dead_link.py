"""Let no link lead nowhere.

Dead is what the page (404, 410), the name service (no such host) or the service behind it (no such paper, no such repository) says is gone.
A page that does not talk to programs, that is down for the moment or that asks for a login is not dead and is never reported here;
`awesomelint links` shows it.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [project](https://lovelace.example/tumors)
                                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [project](https://noether.example/small)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004) [project](https://curie.example/chest)

Evidence:

    [links]
    "https://lovelace.example/tumors" = { state = "gone", reason = "the page answers 404" }
    "https://noether.example/small" = { state = "refused", reason = "the page answers 403" }
    "https://curie.example/chest" = { state = "alive" }
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..entries import AwesomeList
from ..entries.addresses import addresses_of
from ..evidence import GONE, LinkState
from ..finding import Fault, Severity

group = "online"
severity = Severity.ERROR
on = False


def finds(found: AwesomeList, links: Mapping[str, LinkState]) -> Iterator[Fault]:
    for address in addresses_of(found):
        known = links.get(address.url)
        if known is not None and known.state == GONE:
            yield Fault(address.span, f"this link is dead: {known.reason}")
