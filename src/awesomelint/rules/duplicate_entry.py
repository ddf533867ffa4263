"""List every paper once.

Two entries are one paper where they share the paper's number, the address that the title opens, or the
title itself. Each is reported once, against the first. The same repository may serve several papers, and
across sections a second place may be meant: there it is a note.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Synthetic tumors for segmentation**, *Marie Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2303.00001v2)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList, Entry
from ..entries.same import keys_of_paper, two_titles
from ..finding import Fault, Severity

group = "duplicates"
severity = Severity.WARNING


def finds(found: AwesomeList, duplicates: str) -> Iterator[Fault]:
    seen: dict[str, Entry] = {}
    here: dict[tuple[tuple[str, ...], str], Entry] = {}
    for entry in found.entries:
        keys = list(keys_of_paper(entry))
        # The first of its own section, if there is one: that is the one to take out.
        first = next((here[entry.section, key] for key in keys if (entry.section, key) in here), None)
        if first is None and duplicates != "section":
            first = next((seen[key] for key in keys if key in seen and _one_paper(entry, seen[key])), None)
        for key in keys:
            seen.setdefault(key, entry)
            here.setdefault((entry.section, key), entry)
        if first is None or entry.certainty < Entry.SURE or not _one_paper(entry, first):
            continue
        place = entry.title or entry.fields[0]
        same = first.section == entry.section
        line = found.source.line_of(first.span.start)
        where = "" if same else f" under {first.section[-1]}" if first.section else " further up"
        message = f"this paper stands in line {line} already{where}: {first.name}"
        yield Fault(place.outer, message, severity=None if same else Severity.NOTE, other=first.span)


def _one_paper(one: Entry, other: Entry) -> bool:
    """Whether two entries that share a number are one paper; under two full titles one of the numbers is wrong (`one-id-two-titles`)."""
    return not two_titles(one, other)
