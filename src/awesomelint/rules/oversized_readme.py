"""Keep a README under 512,000 bytes.

GitHub cuts a README there ("About the repository README file" in its documentation: content beyond 500 KiB is truncated): what comes
later nobody sees. Move sections into files of their own.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    ␠×512000
    ^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity

group = "document"
severity = Severity.WARNING

LARGEST = 512_000


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    if 4 * len(text) <= LARGEST:
        return
    data = text.encode()
    if len(data) <= LARGEST:
        return
    cut = len(data[:LARGEST].decode(errors="ignore"))
    section = next((one for one in reversed(found.sections) if one.span.start <= cut and one.path), None)
    where = f"in the section {section.path[-1]}, " if section else ""
    line = found.source.line_of(cut)
    unseen = sum(entry.span.start >= cut for entry in found.entries)
    yield Fault(
        found.source.line_span(line),
        f"the page has {len(data):,} bytes; GitHub shows {LARGEST:,} of a README and cuts it here, {where}"
        f"before the last {unseen} entries; move sections into files of their own",
    )
