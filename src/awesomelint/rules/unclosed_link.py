"""Close every bracket and parenthesis of a link.

`[[code](url)` shows its first bracket, `[code](url` is no link at all.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [[paper](https://arxiv.org/abs/2303.00001)]
    - **Learning from Small Datasets**. Emmy Noether. [[paper](https://arxiv.org/abs/2303.00002)]
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [[paper](https://arxiv.org/abs/2303.00003)]
    - **Diffusion Models for the Chest**. Marie Curie. [[paper](https://arxiv.org/abs/2303.00004)
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [[paper](https://arxiv.org/abs/2303.00001)]
    - **Learning from Small Datasets**. Emmy Noether. [[paper](https://arxiv.org/abs/2303.00002)]
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [[paper](https://arxiv.org/abs/2303.00003)]
    - **Diffusion Models for the Chest**. Marie Curie. [[paper](https://arxiv.org/abs/2303.00004)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.loose_links import ADDRESSES, MOST, Loose, entry_around, loose_texts, unmatched
from ..finding import Edit, Fault, Fix, Safety, Severity
from ..markdown import Inline
from ..source import Span
from ..style import Style

group = "links"
severity = Severity.ERROR

_OPEN = re.compile(rf"\[(?:[^\[\]\n]|\[[^\[\]\n]*\]){{0,160}}\]\((?P<url>{ADDRESSES})(?P<rest>[^)\n]*)$", re.M)
_LINK = re.compile("\ue000+")


def finds(found: AwesomeList, style: Style) -> Iterator[Fault]:
    for shown in loose_texts(found):
        for at in unmatched(shown.text, "[", "]")[:MOST]:
            if shown.text[at] == "[" and (link := _LINK.match(shown.text, at + 1)):
                yield _bracket(found, style, shown, at, link)
        for opened in _OPEN.finditer(shown.text):
            place = Span(shown.base + opened.start(), shown.base + opened.end("url"))
            last = opened["rest"].strip(" \t|].") == "" and (
                found.source.text[place.end - 1].isalnum() or found.source.text[place.end - 1] == "/"
            )
            fix = Fix((Edit(place.end, place.end, ")"),), Safety.SAFE if last else Safety.SHOWN, reveals=True)
            yield Fault(place, "this link is never closed, so it is none", fix)


def _bracket(found: AwesomeList, style: Style, shown: Loose, at: int, link: re.Match[str]) -> Fault:
    """`[[code](url)`: closed where the list writes its links in such brackets, else the bracket goes."""
    start = shown.base + at
    node = _first(found, shown, link)
    place = Span(start, node.end)
    near = entry_around(found, start)
    form = style.links.form(near) if near is not None else ""
    text = found.source.text
    if form.startswith("[[{label}]](") and text[node.inner_start : node.inner_start + 1] == "[":
        fix = Fix((Edit(start, start + 1, ""),), reveals=True)  # the link is whole without it
    elif form.startswith("[[{label}]]("):
        fix = Fix((Edit(node.inner_end, node.inner_end, "]"),), reveals=True)
    elif form.startswith("[[{label}]("):
        fix = Fix((Edit(place.end, place.end, "]"),), reveals=True)
    elif form.startswith("[{label}]("):
        fix = Fix((Edit(start, start + 1, ""),), reveals=True)
    else:
        fix = Fix((Edit(place.end, place.end, "]"),), Safety.SHOWN, reveals=True)
    return Fault(place, "the bracket before this link is never closed", fix)


def _first(found: AwesomeList, shown: Loose, link: re.Match[str]) -> Inline:
    """The first of the links that stand side by side."""
    block = next(block for block in found.leaves if block.start == shown.base and block.lines)
    nodes = found.document.nodes(block)
    return next(node for node in nodes if node.kind == "link" and node.start == shown.base + link.start())
