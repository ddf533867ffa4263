"""One choice of a list's style, with the counts behind it.

A choice is the list's own when at least two thirds of the entries that have the field make it; below
that the documented default stands, or nothing where no form is better than another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Choice(NamedTuple, Generic[T]):
    """What was chosen under a name, by whom (list, default, configuration or nobody), from which counts."""

    name: str
    value: T | None
    by: str
    counts: tuple[tuple[T, int], ...]


def choose(name: str, counts: Counter[T], default: T | None = None, least: int = 1) -> Choice[T]:
    """The list's own form, if two thirds of at least `least` uses agree, else the default."""
    ranked = tuple(sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0]))))
    total = sum(counts.values())
    if ranked and total >= least and 3 * ranked[0][1] >= 2 * total:
        return Choice(name, ranked[0][0], "list", ranked)
    return Choice(name, default, "default" if default is not None else "nobody", ranked)
