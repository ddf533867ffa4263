"""Write what stands between two fields as the list does.

A bar here and a comma there, no blank before a badge: the eye stumbles, and scripts that read the
list break. Words between two fields are never touched.

Bad:

    - **Synthetic Tumors for Segmentation** - *Ada Lovelace, Alan Turing* - [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets** - *Emmy Noether, Max Born* - [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis** - *Mary Shelley* - [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie* - [paper](https://arxiv.org/abs/2303.00004)
                                        ^^

Good:

    - **Synthetic Tumors for Segmentation** - *Ada Lovelace, Alan Turing* - [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets** - *Emmy Noether, Max Born* - [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis** - *Mary Shelley* - [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest** - *Marie Curie, Pierre Curie* - [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..style import Style
from ..style.template import with_breaks_of

group = "entry"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    template = style.template_of(entry)
    if template is None or entry.kind == "row":
        return
    for joint in template.joints(entry):
        if joint.tidy == joint.wanted or not joint.mendable or joint.tidy.count("\n") != joint.wanted.count("\n"):
            continue
        text = with_breaks_of(joint.raw, joint.wanted)
        if text is not None:
            yield Want(
                joint.span,
                text,
                f"the list writes {_shown(joint.wanted)} before the {_NAMES.get(joint.right.role, joint.right.role)}",
            )


_NAMES = {"link": "link", "badge": "badge", "address": "address"}


def _shown(gap: str) -> str:
    return "nothing" if not gap else "one blank" if gap == " " else "`" + gap.replace("\n", "⏎") + "`"
