"""Put every field on the line where the list has it.

Bad:

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace/tumors)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)

    **A Survey of Medical Image Synthesis**
    *Mary Shelley, Percy Shelley*
    [paper](https://arxiv.org/abs/2303.00003) [code](https://github.com/shelley/survey)

    **Where Tumors Come From**
    *Lise Meitner, Otto Hahn*
    [paper](https://arxiv.org/abs/2303.00005) [code](https://github.com/meitner/tumors)

    **Where Tumors Go To**
    *Ida Noddack, Walter Noddack*
    [paper](https://arxiv.org/abs/2303.00006) [code](https://github.com/noddack/tumors)

    **Diffusion Models for the Chest**
    *Marie Curie, Pierre Curie*
    [paper](https://arxiv.org/abs/2303.00004)
    [code](https://github.com/curie/chest)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace/tumors)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)

    **A Survey of Medical Image Synthesis**
    *Mary Shelley, Percy Shelley*
    [paper](https://arxiv.org/abs/2303.00003) [code](https://github.com/shelley/survey)

    **Where Tumors Come From**
    *Lise Meitner, Otto Hahn*
    [paper](https://arxiv.org/abs/2303.00005) [code](https://github.com/meitner/tumors)

    **Where Tumors Go To**
    *Ida Noddack, Walter Noddack*
    [paper](https://arxiv.org/abs/2303.00006) [code](https://github.com/noddack/tumors)

    **Diffusion Models for the Chest**
    *Marie Curie, Pierre Curie*
    [paper](https://arxiv.org/abs/2303.00004) [code](https://github.com/curie/chest)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Severity, Want
from ..style import Style
from ..style.template import a_break_of

group = "entry"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    template = style.template_of(entry)
    if template is None or entry.kind == "row":
        return
    for joint in template.joints(entry):
        have, want = joint.tidy.count("\n"), joint.wanted.count("\n")
        if (
            have == want
            or not joint.mendable
            or joint.leads_to_description
            or have + want > 1
            or not template.surely(joint.left.role, joint.right.role)
        ):
            continue
        text = joint.wanted
        if want:
            line_break = a_break_of(entry)
            if line_break is None:
                continue
            text = joint.wanted.replace("\n", line_break)
        where = "on a line of its own" if have else f"on the line of the {joint.left.role}"
        message = f"the {joint.right.role} stands {where}; elsewhere in the list it does not"
        yield Want(joint.span, text, message, at=joint.right.outer)
