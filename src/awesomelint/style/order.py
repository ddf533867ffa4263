"""The order of entries: which one a section follows, and which entries break it.

In go the entries of one run, out come the order (by date, by year, by title or by venue, up or down) and the fewest entries that would have to move.
Both directions are common and lists are about 97 % sorted, so the order is inferred; where the
steps do not agree there is none, and nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from ..entries import Date, Entry

# Of 161 lists, those sorted by eye had at least three of four changing steps in one direction.
AGREEING = 0.75
# With fewer steps than this the direction may be chance.
LEAST_STEPS = 4
# The least share of entries that may stay where they are for the run to count as sorted.
STAYING = 0.75

# Letters agree by chance more easily than days, and a year more easily than a month.
AGREEING_OTHERWISE = 0.9
LEAST_LETTERS = 8
# So many sections show what the list does in those that are too short to.
LEAST_SECTIONS = 3
STAYING_OTHERWISE = 0.9

_NUMBER = re.compile(r"\d+")
_MARKS = re.compile(r"^[\W_]+")

Day = tuple[int, int, int]
Key = Day | str

DIRECTIONS = ("newest", "oldest", "newest-year", "oldest-year", "title", "venue")
"""What a list may be sorted by; the years alone where entries have no more than a year."""


class Order(NamedTuple):
    """One of `DIRECTIONS`, with the counts of steps that agree with it, and of all steps."""

    direction: str
    agreeing: int
    steps: int

    @property
    def descending(self) -> bool:
        """Whether what is later stands first."""
        return self.direction.startswith("newest")

    @property
    def said(self) -> str:
        """The order in words, behind `the entries stand`."""
        return {"title": "by title", "venue": "by venue"}.get(
            self.direction, f"{self.direction.partition('-')[0]} first"
        )


def keys_of(entries: Sequence[Entry], direction: str = "newest") -> list[Key | None]:
    """A key an entry under an order; none where it may stand anywhere."""
    if direction == "title":
        return [_letters(entry.called) if entry.called else None for entry in entries]
    if direction == "venue":
        return [_letters(entry.venue.venue.name) if entry.venue is not None else None for entry in entries]
    if direction.endswith("-year"):
        whens = [entry.when for entry in entries]
        return [(when.year, 0, 0) if when is not None and when.possible else None for when in whens]
    return _days_of(entries)


def _letters(text: str) -> str:
    """What a reader sorts by: the words without case and without marks before the first one, numbers by their value."""
    return _NUMBER.sub(lambda number: number[0].zfill(9), _MARKS.sub("", text.casefold()))


def _days_of(entries: Sequence[Entry]) -> list[Key | None]:
    """A key an entry: its date; a vague date stands wherever its neighbour lets it.

    No key has an entry without a date, one with a year among months, and one whose date its own arXiv
    number contradicts: there the date is wrong, not the place.
    """
    precise = any(entry.date is not None and entry.date.date.precision > 1 for entry in entries)
    keys: list[Key | None] = []
    last: Day | None = None
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


def _settled(when: Date, last: Day | None) -> Day:
    """The day that a date stands for: of the days that a vague one may mean, the one nearest to its neighbour's."""
    first, final = when.first(), when.last()
    if last is None:
        return first if first == final else final
    return min(max(last, first), final)


def infer_order(entries: Sequence[Entry]) -> Order | None:
    """The order that a run follows, or None: by date where most entries have a month, else by year, else by title."""
    dated = [entry.date.date for entry in entries if entry.date and entry.date.date.possible]
    if dated and sum(date.precision > 1 for date in dated) >= 0.5 * len(dated):
        return _order(entries, ("newest", "oldest"), AGREEING, LEAST_STEPS, STAYING)
    by_year = _order(entries, ("newest-year", "oldest-year"), AGREEING_OTHERWISE, LEAST_STEPS, STAYING_OTHERWISE)
    return by_year or _order(entries, ("", "title"), AGREEING_OTHERWISE, LEAST_LETTERS, STAYING_OTHERWISE)


def like_the_rest(entries: Sequence[Entry], others: Iterable[Order]) -> Order | None:
    """The order by time that nearly all sections of a list share, for a section too short to show one; None where it shows another."""
    directions = Counter(order.direction.partition("-")[0] for order in others)
    direction, often = directions.most_common(1)[0] if directions else ("", 0)
    enough = often >= LEAST_SECTIONS and often >= AGREEING_OTHERWISE * directions.total()
    if direction not in ("newest", "oldest") or not enough:
        return None
    if all(entry.date is None or entry.date.date.precision == 1 for entry in entries):
        direction += "-year"
    keys = [key for key in keys_of(entries, direction) if key is not None]
    steps = sum(a != b for a, b in pairwise(keys))
    if not 0 < steps < LEAST_STEPS or len(keys) < len(entries):
        return None
    return Order(direction, 0, steps) if len(movers(keys, direction.startswith("newest"))) <= 1 else None


def _order(
    entries: Sequence[Entry], directions: tuple[str, str], agreeing: float, least: int, most: float
) -> Order | None:
    """The order down or up, if enough of the steps agree and enough entries may stay."""
    keys = [key for key in keys_of(entries, directions[1]) if key is not None]
    down = sum(a > b for a, b in pairwise(keys))  # type: ignore[operator]  # the keys of one order are of one type
    up = sum(a < b for a, b in pairwise(keys))  # type: ignore[operator]  # the same
    steps = down + up
    direction = directions[0] if down >= up else directions[1]
    if not direction or steps < least or max(down, up) < agreeing * steps or len(keys) < most * len(entries):
        return None
    order = Order(direction, max(down, up), steps)
    staying = len(keys) - len(movers(keys, order.descending))
    return order if staying >= most * len(keys) else None


def rank(key: Key, descending: bool) -> Key:
    """A key that grows down the list."""
    return key if isinstance(key, str) or not descending else (-key[0], -key[1], -key[2])


def movers(keys: Sequence[Key | None], descending: bool) -> list[int]:
    """The fewest places whose entries have to move for the rest to be in order (a longest run that is)."""
    tails: list[Any] = []
    tail_at: list[int] = []
    before: list[int] = [-1] * len(keys)
    for index, key in enumerate(keys):
        if key is None:
            continue
        value = rank(key, descending)
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
