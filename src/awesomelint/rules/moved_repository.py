"""Name a repository as it is called today.

GitHub leads from a repository's old name to its new one until somebody else takes the old one; a badge of the old name may count nothing.
The entry's link and badge are written together.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/ada/tumors)
                                                                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004) [code](https://github.com/curie/chest)

Evidence:

    [repositories]
    "ada/tumors" = { name = "lovelace-lab/synthetic-tumors" }
    "noether/small" = { name = "noether/small" }

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001) [code](https://github.com/lovelace-lab/synthetic-tumors)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002) [code](https://github.com/noether/small)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004) [code](https://github.com/curie/chest)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..entries import AwesomeList
from ..entries.addresses import addresses_of
from ..entries.papers import address_key, repository
from ..evidence import Repository
from ..finding import Change, Edit, Fault, Fix, Safety, Severity
from ..source import Source, Span

group = "online"
severity = Severity.WARNING
on = False


class _Use(NamedTuple):
    """One place that names a repository: an address, or a badge's picture."""

    span: Span
    name: str
    role: str
    url: str


def finds(found: AwesomeList, repositories: Mapping[str, Repository]) -> Iterator[Fault]:
    badges = list(_badges(found))
    uses: dict[tuple[int, str], list[_Use]] = {}
    for use in [*_links(found), *badges]:
        known = repositories.get(use.name.casefold())
        if known is not None and known.name.casefold() != use.name.casefold():
            uses.setdefault((_entry_at(found, use.span.start), use.name.casefold()), []).append(use)
    for (_, name), places in uses.items():
        new = repositories[name].name
        edits = [edit for use in places if (edit := _edit(found.source, use, new)) is not None]
        fix = None
        if len(edits) == len(places):
            changes = tuple(change for use in places for change in _changes(use, new))
            fix = Fix(tuple(dict.fromkeys(edits)), Safety.SAFE, changes)
        first = min(places, key=lambda use: (use.role == "badge", use.span))
        yield Fault(first.span, f"this repository is called {new} now", fix)


def _links(found: AwesomeList) -> Iterator[_Use]:
    for address in addresses_of(found):
        name = repository(address.url)
        if name is not None:
            yield _Use(address.span, name, "link", address.url)


def _badges(found: AwesomeList) -> Iterator[_Use]:
    for entry in found.entries:
        for badge in entry.badges:
            if badge.shows.repository and badge.image_span is not None:
                yield _Use(badge.image_span, badge.shows.repository, "badge", badge.image)


def _entry_at(found: AwesomeList, offset: int) -> int:
    """The number of the entry around a place, so that link and badge are written together; a place of its own outside of entries."""
    number = bisect_right(found.entries, offset, key=lambda entry: entry.span.start) - 1
    return number if number >= 0 and offset < found.entries[number].span.end else -1 - offset


def _edit(source: Source, use: _Use, new: str) -> Edit | None:
    written = source.slice(use.span)
    at = written.find(use.name)
    if at < 0 or written.count(use.name) != 1:
        return None
    return Edit(use.span.start + at, use.span.start + at + len(use.name), new)


def _changes(use: _Use, new: str) -> tuple[Change, ...]:
    """The facts that change: a link's address, or what a badge opens or counts."""
    name = Change("badge" if use.role == "badge" else "link", use.name.casefold(), new.casefold())
    if use.role == "badge":
        return (name,)
    return name, Change("link", address_key(use.url), address_key(use.url.replace(use.name, new, 1)))
