"""Leave no bracket over.

A bracket without its partner is left from an edit, and the page shows it.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)]
                                                                                                ^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.loose_links import MOST, Loose, entry_around, loose_texts, unmatched
from ..finding import Edit, Fault, Fix, Severity
from ..markdown.loose import ADDRESS, LINK
from ..source import Span
from ..style import Style

group = "links"
severity = Severity.ERROR


def finds(found: AwesomeList, style: Style) -> Iterator[Fault]:
    for shown in loose_texts(found):
        loose = [at for at in unmatched(shown.text, "[", "]")[:MOST] if not _opens_link(shown.text, at)]
        loose += [
            at for at in unmatched(shown.text, "(", ")")[:MOST] if shown.text[max(0, at - 1) : at + 1] == LINK + ")"
        ]
        for at in sorted(loose)[:MOST]:
            place = Span(shown.base + at, shown.base + at + 1)
            yield Fault(place, f"this `{shown.text[at]}` has no partner", _fix(found, style, shown, at))


# A half-open interval, closed by a parenthesis or opened by one.
_INTERVAL = re.compile(r"\[\s*-?[\d.]+\s*,[^\[\]()]*\)|\(\s*-?[\d.]+\s*,[^\[\]()]*\]")


def _opens_link(text: str, at: int) -> bool:
    """Whether the bracket opens before a link or before what ought to be one, which is `unclosed-link`, or is an interval's."""
    if any(found.start() == at or found.end() == at + 1 for found in _INTERVAL.finditer(text)):
        return True
    return text[at] == "[" and (text[at + 1 : at + 2] == LINK or ADDRESS in text[at:].partition("\n")[0])


def _fix(found: AwesomeList, style: Style, shown: Loose, at: int) -> Fix | None:
    """Taken out directly behind a link; where the list writes its links between brackets, its partner is put in."""
    if shown.text[at] == "[" or shown.text[at - 1 : at] != LINK:
        return None
    place = shown.base + at
    entry = entry_around(found, place)
    if entry is None:
        return None
    link = next((link for link in entry.links if link.span.end == place), None)
    if shown.text[at] == "]" and style.links.form(entry).startswith("[[{label}]("):
        return None if link is None else Fix((Edit(link.span.start, link.span.start, "["),), reveals=True)
    return Fix((Edit(place, place + 1, ""),), reveals=True)
