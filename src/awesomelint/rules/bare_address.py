"""Give an address its label.

A naked address in a list that labels its links is long, and says less than `[paper]`.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003) [code](https://github.com/shelley/monster)
    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005) [code](https://github.com/meitner/tumors)
    - **Where Tumors Go To**. Otto Hahn. [paper](https://arxiv.org/abs/2303.00006) [code](https://github.com/hahn/tumors)
    - **Diffusion Models for the Chest**. Marie Curie. https://arxiv.org/abs/2303.00004 [code](https://github.com/curie/chest)
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003) [code](https://github.com/shelley/monster)
    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005) [code](https://github.com/meitner/tumors)
    - **Where Tumors Go To**. Otto Hahn. [paper](https://arxiv.org/abs/2303.00006) [code](https://github.com/hahn/tumors)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [code](https://github.com/curie/chest)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..entries.letters import fold
from ..finding import Change, Edit, Fault, Fix, Severity
from ..style import Style
from ..style.links import BRACKETS, target_kind

group = "links"
severity = Severity.NOTE


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    if entry.html or not style.links.labelled or entry.certainty < Entry.SURE:
        return
    for link in entry.links:
        if link.role != "link" or link.text or link.url_span is None:
            continue
        written = entry.source.slice(link.span)
        if written.strip("<>") != entry.source.slice(link.url_span) or not link.url.startswith("http"):
            continue
        before = entry.source.text[entry.span.start : link.outer.start].rstrip(" \t\r\n(")
        if before.endswith(("]", ":", "：")):
            continue  # a broken link's, or the value of a key
        label = style.links.names.get(target_kind(link.url))
        form = style.links.form(entry)
        fix = None
        if label is not None and form in BRACKETS and link.outer == link.span:
            text = form.format(label=label, url=written.strip("<>"))
            fix = Fix((Edit(*link.outer, text),), declares=(Change("label", "", fold(label)),))
        yield Fault(link.outer, "the list labels its links; this address is naked", fix)
