"""List every paper once.

Two entries are one paper where they share the paper's number, the address that the title opens, or the
title itself. Each is reported once, against the first. The same repository may serve several papers, and
across sections a second place may be meant: there it is a note.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2303.00001v2)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList, Entry, Link
from ..entries.letters import fold
from ..finding import Fault, Severity

group = "duplicates"
severity = Severity.WARNING

_SHORTEST_TITLE = 3


def finds(found: AwesomeList) -> Iterator[Fault]:
    seen: dict[str, Entry] = {}
    for entry in found.entries:
        keys = list(_keys(entry))
        shared = next((key for key in keys if key in seen), "")
        first = seen.get(shared)
        for key in keys:
            seen.setdefault(key, entry)
        if first is None or entry.certainty < Entry.SURE:
            continue
        place = entry.title or entry.fields[0]
        same = first.section == entry.section
        line = found.source.line_of(first.span.start)
        where = "" if same else f" under {first.section[-1]}" if first.section else " further up"
        message = f"this paper stands in line {line} already{where}: {first.name}"
        if not shared.startswith("title:") and not _alike(entry, first):
            message = f"this entry opens {shared}, which line {line}{where} gives to another title: {first.name}"
        yield Fault(place.outer, message, severity=None if same else Severity.NOTE)


def _keys(entry: Entry) -> Iterator[str]:
    """What names the paper: the number in its first paper link, and its folded title."""
    if (paper := next((link for link in entry.links if _names_paper(link)), None)) and paper.paper:
        yield f"{paper.paper.scheme}:{paper.paper.number}"
    if entry.title is not None and len(entry.title.text.split()) >= _SHORTEST_TITLE:
        yield "title:" + fold(entry.title.text)


def _alike(one: Entry, other: Entry) -> bool:
    """Whether two titles are one, or one a part of the other."""
    a, b = (fold(entry.title.text) if entry.title else "" for entry in (one, other))
    return a in b or b in a


def _names_paper(link: Link) -> bool:
    return link.paper is not None
