"""Write a link's label as the list does.

`[Paper]`, `[paper]` and `[[paper]](…)` are one thing to a reader. Spelling and brackets are the list's own where two thirds agree; which word a list uses is its own
choice, and `pdf` is not rewritten to `paper` unless the configuration's `labels` say so.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. Marie Curie. [Paper](https://arxiv.org/abs/2303.00004)
                                                        ^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry, Link
from ..finding import Severity, Want
from ..reading.vocabulary import is_label
from ..style import Style
from ..style.links import BRACKETS, form_of, label_place, written_in

group = "links"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    if entry.html:
        return
    for link in entry.links:
        if link.role != "link" or not is_label(link.text) or _in_prose(entry, link):
            continue
        yield from _spelling(entry, link, style)
        have, want = form_of(entry, link), style.links.form(entry)
        if have in BRACKETS and want in BRACKETS and have != want:
            text = written_in(want, entry, link)
            yield Want(link.outer, text, f"the list writes its links as in `{want.format(label=link.text, url='…')}`")


def _in_prose(entry: Entry, link: Link) -> bool:
    """Whether a link is a word of a sentence (`find the code [here](…)`), or a bracket beside it was left over."""
    text = entry.source.text
    before, behind = text[max(0, link.outer.start - 3) : link.outer.start], text[link.outer.end : link.outer.end + 1]
    if link.text.casefold() == "here" or behind == "]" or before.endswith("["):
        return True
    return before[-1:] == " " and before[-2:-1].isalpha() and before[-2:-1].islower() and link.outer == link.span


def _loses_capital(have: str, want: str) -> bool:
    """Whether a name would lose a capital within: `PyTorch` is right, whatever most write."""
    return re.search(r"[a-z][A-Z]", have) is not None and re.search(r"[a-z][A-Z]", want) is None


def _spelling(entry: Entry, link: Link, style: Style) -> Iterator[Want]:
    label = style.links.label(link.text)
    place = label_place(entry, link)
    if label is not None and place is not None and label != link.text and not _loses_capital(link.text, label):
        yield Want(place, label, f"the list writes this label {label}")
