"""List every paper once.

Two entries are one paper where they share the paper's number, the address that the title opens, or the
title itself. Each is reported once, against the first. The same repository may serve several papers, and
across sections a second place may be meant: there it is a note.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Synthetic tumors for segmentation**, *Ada Lovelace, Alan Turing*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2303.00001v2)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..entries import AwesomeList, Entry
from ..entries.papers import address_key
from ..entries.same import FULL_TITLE, keys_of_paper, own_paper, title_key, two_papers, two_titles
from ..finding import Fault, Severity

group = "duplicates"
severity = Severity.WARNING

# A section that repeats so many of others, and half of what it holds, does so on purpose; so does a list of which so much stands twice.
MANY = 5
THROUGHOUT = 0.1


def finds(found: AwesomeList, duplicates: str) -> Iterator[Fault]:
    seen: dict[str, Entry] = {}
    here: dict[tuple[tuple[str, ...], str], Entry] = {}
    apart: list[tuple[Entry, Entry]] = []
    for entry in found.entries:
        keys = list(keys_of_paper(entry))
        # The first of its own section, if there is one: that is the one to take out.
        # Its number may stand under another title as well: then its own title finds it.
        same = _first_of_paper(entry, (here.get((entry.section, key)) for key in keys))
        first = _first_of_paper(entry, (seen.get(key) for key in keys))
        for key in keys:
            seen.setdefault(key, entry)
            here.setdefault((entry.section, key), entry)
        if entry.certainty < Entry.SURE:
            continue
        if same is not None:
            yield _fault(found, entry, same)
        elif first is not None and first.section != entry.section:
            apart.append((entry, first))
    if duplicates != "section":
        yield from _across(found, apart)


def _first_of_paper(entry: Entry, others: Iterable[Entry | None]) -> Entry | None:
    return next((one for one in others if one is not None and _one_paper(entry, one)), None)


def _one_paper(one: Entry, other: Entry) -> bool:
    """Whether two entries that share a number or a title are one paper; under two full titles one of the numbers is wrong (`one-id-two-titles`)."""
    return not two_titles(one, other) and not two_papers(one, other)


def _across(found: AwesomeList, pairs: list[tuple[Entry, Entry]]) -> Iterator[Fault]:
    """What stands in two sections, each where that is rare: a section or a list that repeats others throughout does so on purpose."""
    pairs = [pair for pair in pairs if _surely_one(*pair)]
    if len(pairs) > max(MANY, THROUGHOUT * len(found.entries)):
        return
    sections = Counter(entry.section for entry in found.entries)
    repeated = Counter(entry.section for entry, _ in pairs)
    for entry, first in pairs:
        number = repeated[entry.section]
        if number < MANY or 2 * number < sections[entry.section]:
            yield _fault(found, entry, first)


def _surely_one(one: Entry, other: Entry) -> bool:
    """Whether two entries of two sections are one paper beyond its name: a course and a book may share one, a repository and its paper as well."""
    if one.title is None or len(one.title.text.split()) < FULL_TITLE:
        return False
    if {address_key(link.url) for link in one.links} & {address_key(link.url) for link in other.links}:
        return True
    return own_paper(one) is not None and own_paper(other) is not None


def _fault(found: AwesomeList, entry: Entry, first: Entry) -> Fault:
    same = first.section == entry.section
    line = found.source.line_of(first.span.start)
    where = "" if same else f" under {first.section[-1]}" if first.section else " further up"
    message = f"this paper stands in line {line} already{where}: {first.name}"
    one, other = title_key(entry), title_key(first)
    if one not in other and other not in one:
        message = f"this entry opens the paper of line {line}{where}, there called {first.name}: a wrong link, or the paper twice"
    place = entry.title or entry.fields[0]
    return Fault(place.outer, message, severity=None if same else Severity.NOTE, other=first.span)
