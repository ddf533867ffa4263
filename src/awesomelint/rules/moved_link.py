"""Link to where a page is now.

Reported where every step on the way is a permanent move, the last page is there, and the way does not end at a login, at a site's front page or
at a notice. The fix is unsafe: whether the page still is what it was only a reader can say. Repositories have a rule of their own.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [project](https://old.example/tumors)
                                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [project](https://noether.example/small)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004) [project](https://curie.example/chest)

Evidence:

    [links]
    "https://old.example/tumors" = { state = "moved", target = "https://new.example/tumors" }
    "https://noether.example/small" = { state = "alive" }

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [project](https://new.example/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [project](https://noether.example/small)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004) [project](https://curie.example/chest)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..entries import AwesomeList
from ..entries.addresses import addresses_of
from ..entries.papers import address_key, repository
from ..evidence import MOVED, LinkState
from ..finding import Change, Edit, Fault, Fix, Safety, Severity

group = "online"
severity = Severity.WARNING
on = False

# What cannot stand in an address between round brackets or in a table's cell as it is.
_ESCAPED = str.maketrans({"(": "%28", ")": "%29", " ": "%20", "|": "%7C", "<": "%3C", ">": "%3E", '"': "%22"})


def finds(found: AwesomeList, links: Mapping[str, LinkState]) -> Iterator[Fault]:
    for address in addresses_of(found):
        known = links.get(address.url)
        if known is None or known.state != MOVED or repository(address.url) is not None:
            continue
        target = known.target.translate(_ESCAPED)
        fix = None
        if address.written and found.source.slice(address.span) == address.url:
            change = Change("link", address_key(address.url), address_key(target))
            fix = Fix((Edit(*address.span, target),), Safety.UNSAFE, (change,))
        yield Fault(address.span, f"this page has moved to {known.target}", fix)
