"""Link an address once in an entry.

One address under two labels: the second was copied and never changed. A linked title, a badge, and what a list does throughout are none.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **Diffusion Models for the Chest**. Marie Curie. [project](https://curie.example.org/chest) [code](https://curie.example.org/chest)
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..entries import AwesomeList, Entry, Link
from ..entries.letters import fold
from ..entries.papers import address_key
from ..finding import Change, Edit, Fault, Fix, Safety, Severity

group = "links"
severity = Severity.WARNING

_HABIT = 0.1


def finds(found: AwesomeList) -> Iterator[Fault]:
    doubled = [(entry, first, link) for entry in found.entries for first, link in _doubled(entry)]
    if len(doubled) > max(3, _HABIT * len(found.entries)):
        return
    for entry, first, link in doubled:
        yield Fault(link.outer, f"[{first.text}] opens the same address already", _fix(entry, link))


def _doubled(entry: Entry) -> Iterator[tuple[Link, Link]]:
    seen: dict[str, Link] = {}
    people = entry.authors.links if entry.authors is not None else ()
    for link in entry.links:
        if link in people:
            continue
        # One page of several names (a paper's abstract and its PDF) is two addresses to a reader.
        key = link.url.strip()
        if link.role != "link" or not key or not link.text:
            continue
        if key in seen:
            yield seen[key], link
        seen.setdefault(key, link)


def _fix(entry: Entry, link: Link) -> Fix | None:
    """The second one goes, with what stands between it and the field before."""
    if "data" in link.text.casefold():
        return None  # the same page may well hold the data, too
    for left, right in pairwise(entry.fields):
        gap = entry.source.text[left.outer.end : right.outer.start]
        if right is link and not entry.html and entry.kind != "row" and not gap.strip(" \t|,/·•-"):
            gone = (Change("link", address_key(link.url), ""), Change("label", fold(link.text), ""))
            return Fix((Edit(left.outer.end, link.outer.end, ""),), Safety.UNSAFE, gone)
    return None
