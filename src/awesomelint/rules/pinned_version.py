"""Link the paper, not one version of it.

`v4` in an arXiv address shows that version for ever, whatever was mended since. The fix is
unsafe: somebody may have meant that version.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004v4)
                                                                                                                                  ^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry, PaperId
from ..finding import Change, Edit, Fault, Fix, Safety, Severity
from ..source import Span
from ..style import Style
from ..style.addresses import arxiv_address

group = "links"
severity = Severity.WARNING


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    if style.versions.value == "with":
        return
    for link in entry.links:
        address = arxiv_address(link.url)
        if address is None or not address.version or link.url_span is None:
            continue
        written = entry.source.slice(link.url_span)
        at = written.lower().find(address.number.lower() + address.version)
        if at < 0:
            continue
        start = link.url_span.start + at + len(address.number)
        span = Span(start, start + len(address.version))
        before, after = PaperId("arxiv", address.number, address.version), PaperId("arxiv", address.number)
        fix = Fix((Edit(*span, ""),), Safety.UNSAFE, (Change("link", str(before), str(after)),))
        yield Fault(span, f"this address is pinned to {address.version}; without it, it opens the newest version", fix)
