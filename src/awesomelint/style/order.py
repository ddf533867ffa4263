"""The order of entries: which one a section follows, and which entries break it.

In go the entries of one run, out come the direction and the fewest entries that would have to move.
Both orders are common and lists are about 97 % sorted, so direction is inferred; where the
steps do not agree there is no order, and nothing is said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..entries import Date, Entry

# Of 161 lists, those sorted by eye had at least three of four changing steps in one direction.
AGREEING = 0.75
# With fewer steps than this the direction may be chance.
LEAST_STEPS = 4
# The least share of entries that may stay where they are for the run to count as sorted.
STAYING = 0.75

Key = tuple[int, int, int]


class Order(NamedTuple):
    """`newest` or `oldest` first, with the counts of steps up and down behind it."""

    direction: str
    agreeing: int
    steps: int


def keys_of(entries: Sequence[Entry]) -> list[Key | None]:
    """A key an entry: its date; a vague date stands wherever its neighbour lets it.

    No key has an entry without a date, one with a year among months, and one whose date its own arXiv
    number contradicts: there the date is wrong, not the place.
    """
    precise = any(entry.date is not None and entry.date.date.precision > 1 for entry in entries)
    keys: list[Key | None] = []
    last: Key | None = None
    for entry in entries:
        when = entry.date.date if entry.date else None
        if when is None or not when.possible or (precise and when.precision == 1) or _contradicted(entry, when):
            keys.append(None)
            continue
        last = _settled(when, last)
        keys.append(last)
    return keys


def _contradicted(entry: Entry, when: Date) -> bool:
    """Whether a paper's number says that it did not exist until two months or more after its date."""
    for link in entry.links:
        if (
            link.paper is not None
            and link.paper.scheme == "arxiv"
            and when.month is not None
            and link.paper.number[:4].isdigit()
        ):
            year, month = 2000 + int(link.paper.number[:2]), int(link.paper.number[2:4])
            return 12 * year + month >= 12 * when.year + when.month + 2
    return False


def _settled(when: Date, last: Key | None) -> Key:
    """The day that a date stands for: of the days that a vague one may mean, the one nearest to its neighbour's."""
    first, final = when.first(), when.last()
    if last is None:
        return first if first == final else final
    return min(max(last, first), final)


def infer_order(entries: Sequence[Entry]) -> Order | None:
    """The order that a run follows, or None."""
    dated = [entry.date.date for entry in entries if entry.date and entry.date.date.possible]
    if not dated or sum(date.precision > 1 for date in dated) < 0.5 * len(dated):
        return None
    keys = [key for key in keys_of(entries) if key is not None]
    down = sum(a > b for a, b in pairwise(keys))
    up = sum(a < b for a, b in pairwise(keys))
    steps = down + up
    if steps < LEAST_STEPS or max(down, up) < AGREEING * steps:
        return None
    direction = "newest" if down >= up else "oldest"
    staying = len(keys) - len(movers(keys, direction == "newest"))
    if staying < STAYING * len(keys):
        return None
    return Order(direction, max(down, up), steps)


def movers(keys: Sequence[Key | None], descending: bool) -> list[int]:
    """The fewest places whose entries have to move for the rest to be in order (a longest run that is)."""
    tails: list[Key] = []
    tail_at: list[int] = []
    before: list[int] = [-1] * len(keys)
    for index, key in enumerate(keys):
        if key is None:
            continue
        value: Key = (-key[0], -key[1], -key[2]) if descending else key
        at = bisect_right(tails, value)
        before[index] = tail_at[at - 1] if at else -1
        if at == len(tails):
            tails.append(value)
            tail_at.append(index)
        else:
            tails[at] = value
            tail_at[at] = index
    staying = set()
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        staying.add(at)
        at = before[at]
    return [index for index, key in enumerate(keys) if key is not None and index not in staying]
