"""Give a label its link, or take it out.

`[code]` without a target, where the rest of the list links the word, is a promise that nobody kept. Where many entries write it, it is the list's way of
saying "none yet", and nothing is said.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003) [code](https://github.com/shelley/monster)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004) [code]
                                                                                                 ^^^^^^
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.letters import fold
from ..entries.loose_links import entry_around, loose_texts
from ..finding import Fault, Severity
from ..source import Span

group = "links"
severity = Severity.NOTE

_BRACKETS = re.compile(r"\[{1,2}(?P<label>[^\[\]\n\ue000-\ue006]{2,30})\]{1,2}(?![(\[\]:\ue000-\ue006])")
_LEAST = 3
# Where more entries do it than this, it is a habit.
_FEW = 3


def finds(found: AwesomeList) -> Iterator[Fault]:
    labels = Counter(fold(link.text) for entry in found.entries for link in entry.links if link.url)
    places: list[tuple[Span, str]] = []
    for shown in loose_texts(found):
        for brackets in _BRACKETS.finditer(shown.text):
            label = brackets["label"].strip()
            if (
                labels[fold(label)] >= _LEAST
                and not fold(label).isdigit()
                and not _behind(shown.text, brackets)
                and not _leads(found, shown.base + brackets.start())
            ):
                place = Span(shown.base + brackets.start(), shown.base + brackets.end())
                places.append((place, label))
    habits = Counter(fold(label) for _, label in places)
    for place, label in places:
        if habits[fold(label)] <= _FEW and re.search(r"[^\W\d_]", label) and len(places) <= 2 * _FEW:
            yield Fault(place, f"[{label}] has no address; elsewhere in this list it is a link")


def _leads(found: AwesomeList, at: int) -> bool:
    """Whether a label stands before its entry's title: there it is a tag."""
    entry = entry_around(found, at)
    return entry is not None and entry.title is not None and at < entry.title.span.start


def _behind(text: str, brackets: re.Match[str]) -> bool:
    """Whether an address stands behind the brackets all the same, in some broken way; that is another rule's."""
    return re.match(r"\s*[(\[:]?\s*(?:\ue000|\ue001|http)", text[brackets.end() : brackets.end() + 12]) is not None
