"""Write every date in one form.

Two forms of one day can be neither sorted nor searched for. Order, month's name, leading zero and
separators are the list's own where two thirds agree; below that a named month is short and a day has no
leading zero: `2 Mar 2023`.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 01 February 2023, [paper](https://arxiv.org/abs/2301.00004)
                                                                              ^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..style import Style

group = "date"
severity = Severity.WARNING

_RANGE = re.compile(r"\d[^\n|]*\s[-–]\s*$")


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    part = entry.date
    if part is None or not part.exact:
        return
    if _RANGE.search(entry.source.text[max(0, part.span.start - 16) : part.span.start]):
        return  # the second half of a range
    text = style.dates.write(part.date, part.form)
    if text is not None and text != entry.source.slice(part.span):
        yield Want(part.span, text, f"this date ought to be written {text}")
