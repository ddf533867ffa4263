"""Break the lines of an entry with the list's own mark.

A backslash, two blanks and `<br>` do the same on the page; a line without any runs into the next one. Asked where nine of ten breaks have one mark.

Bad:

    **Synthetic Tumors for Segmentation**\\
    *Ada Lovelace, Alan Turing*\\
    CVPR | 2 Mar 2023\\
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**\\
    *Emmy Noether, Max Born*\\
    MICCAI | 1 Mar 2023\\
    [paper](https://arxiv.org/abs/2303.00002)

    **A Survey of Medical Image Synthesis**\\
    *Mary Shelley, Percy Shelley*\\
    ICLR | 3 Feb 2023\\
    [paper](https://arxiv.org/abs/2302.00003)

    **Where Tumors Come From**\\
    *Lise Meitner, Otto Hahn*\\
    ICLR | 2 Feb 2023\\
    [paper](https://arxiv.org/abs/2302.00005)

    **Diffusion Models for the Chest**\\
    *Marie Curie, Pierre Curie*<br>
                               ^^^^
    ICCV | 1 Feb 2023\\
    [paper](https://arxiv.org/abs/2302.00004)

Good:

    **Synthetic Tumors for Segmentation**\\
    *Ada Lovelace, Alan Turing*\\
    CVPR | 2 Mar 2023\\
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**\\
    *Emmy Noether, Max Born*\\
    MICCAI | 1 Mar 2023\\
    [paper](https://arxiv.org/abs/2303.00002)

    **A Survey of Medical Image Synthesis**\\
    *Mary Shelley, Percy Shelley*\\
    ICLR | 3 Feb 2023\\
    [paper](https://arxiv.org/abs/2302.00003)

    **Where Tumors Come From**\\
    *Lise Meitner, Otto Hahn*\\
    ICLR | 2 Feb 2023\\
    [paper](https://arxiv.org/abs/2302.00005)

    **Diffusion Models for the Chest**\\
    *Marie Curie, Pierre Curie*\\
    ICCV | 1 Feb 2023\\
    [paper](https://arxiv.org/abs/2302.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style
from ..style.breaks import breaks_of

group = "entry"
severity = Severity.WARNING

_SAID = {"\\": "a backslash", "<br>": "`<br>`", "  ": "two blanks"}


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    mark = style.breaks.mark.value
    if mark is None or entry.certainty < Entry.SURE:
        return
    for found in breaks_of(entry):
        # Where links stand on lines of their own nobody sees whether these run together.
        if found.form != mark and (found.form or not found.between_links):
            have = _SAID.get(found.form, "nothing")
            at = found.span if found.form else Span(found.span.start - 1, found.span.start)
            yield Want(found.span, style.breaks.text, f"{have} breaks this line; the list has {_SAID[mark]}", at=at)
