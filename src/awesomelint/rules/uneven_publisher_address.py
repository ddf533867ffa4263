"""Open a publisher's page by its own address.

`stamp.jsp?arnumber=` is the viewer behind a page of IEEE Xplore, `/abstract/document/` an old door to
it: both open `/document/`. PubMed's closing slash and OpenReview's `pdf` or `forum` are the list's own.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=8886112)
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://ieeexplore.ieee.org/document/8886112)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..style import Style
from ..style.addresses import PUBLISHER_DEFAULTS, publisher_address

group = "links"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    for link in entry.links:
        page = publisher_address(link.url)
        if page is None or link.url_span is None or entry.source.slice(link.url_span) != link.url:
            continue
        if page.form == "stamp" and "pdf" in link.text.casefold():
            continue  # what it opens is the PDF
        choice = style.publishers.get(page.host)
        form = choice.value if choice is not None else None
        if form == "abstract/document" and page.form == "document":
            continue  # `document` is the host's own form; nobody is sent the longer way
        if page.form == "abstract/document" and not (choice is not None and choice.counts):
            continue  # the list has no other form to be like
        text = page.write(form if form is not None else PUBLISHER_DEFAULTS[page.host])
        if text != link.url:
            severity = None if page.form == "stamp" else Severity.NOTE
            yield Want(link.url_span, text, f"this address ought to be {text}", severity=severity)
