"""Write addresses without blanks.

`( https…` still opens on GitHub, elsewhere it does not; a blank within makes it no link.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](␠https://arxiv.org/abs/2303.00004)
                                                               ^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.loose_links import ADDRESSES, loose_texts
from ..finding import Edit, Fault, Fix, Severity
from ..markdown import Inline
from ..source import Span

group = "links"
severity = Severity.ERROR

_WITHIN = re.compile(rf"\[[^\[\]\n]*\]\((?P<url>{ADDRESSES}[ \t]+[^()\n\"'\ue000-\ue006]*)\)")


def finds(found: AwesomeList) -> Iterator[Fault]:
    for entry in found.entries:
        for block in found.leaves_of(entry):
            for node in found.document.nodes(block):
                if node.kind == "link" and node.url_start >= 0 and node.url:
                    yield from _around(found.source.text, node)
                    yield from _padded(found.source.text, node)
    for shown in loose_texts(found):
        for link in _WITHIN.finditer(shown.text):
            place = Span(shown.base + link.start("url"), shown.base + link.end("url"))
            yield Fault(place, "a blank within the address makes this no link; write it as %20, or take it out")


def _around(text: str, node: Inline) -> Iterator[Fault]:
    """Blanks between the parentheses and the address."""
    start, end = node.url_start, node.url_end
    if text[start - 1 : start] in (" ", "\t"):
        first = len(text[:start].rstrip(" \t"))
        if text[first - 1] == "(":
            yield _fault(Span(first, start))
    if text[end : end + 1] in (" ", "\t"):
        last = end + len(text[end : node.end]) - len(text[end : node.end].lstrip(" \t"))
        if text[last] == ")":
            yield _fault(Span(end, last))


def _padded(text: str, node: Inline) -> Iterator[Fault]:
    """Blanks between the brackets and the words: they are underlined with them."""
    words = text[node.inner_start : node.inner_end]
    if not words.strip() or words.startswith("!["):
        return
    left, right = len(words) - len(words.lstrip(" \t")), len(words) - len(words.rstrip(" \t"))
    for place in (Span(node.inner_start, node.inner_start + left), Span(node.inner_end - right, node.inner_end)):
        if place.start < place.end:
            fix = Fix((Edit(place.start, place.end, ""),))
            yield Fault(place, "a blank stands beside the link's words", fix, severity=Severity.NOTE)


def _fault(place: Span) -> Fault:
    fix = Fix((Edit(place.start, place.end, ""),))
    return Fault(place, "a blank stands beside the address", fix, severity=Severity.WARNING)
