"""What a table's columns hold whose headers are no field's name.

In go the columns' roles by their headers and some cells of each, out come the roles again: a column of the list's own (licences, languages, sizes,
scores) is marked as such, and the first column holds the titles where no other could.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ..entries.dates import find_date
from ..entries.people import count_names
from ..entries.venues import LONGEST, VenueTable
from .vocabulary import DESCRIPTION, LINK, OWN, TITLE, VENUE, folded, is_title_column

# The share of cells that decides what a column holds.
MOSTLY = 0.4
# Cells that repeat so much come from a small vocabulary.
REPEATED = 0.6
LEAST_CELLS = 4
# Where fewer of a column's cells look like venues, they are none.
FEW_VENUES = 0.3
# So many of a column's cells differ where it names what is listed.
DISTINCT = 0.9
SHORT, LONG = 3.0, 4.0


class Cell(NamedTuple):
    """A cell's words, and whether a link is among them."""

    text: str
    linked: bool
    link_words: int
    """How many words its longest link has."""


def with_own(roles: list[str], names: list[str], cells: list[list[Cell]], venues: VenueTable) -> list[str]:
    """The columns' roles; OWN for columns of the list's own, TITLE for a first column that holds the names of what is listed."""
    held = [[cell for cell in column if cell.text and cell.text not in ("-", "–", "—", "/", "N/A")] for column in cells]
    words = [sum(len(cell.text.split()) for cell in column) / max(1, len(column)) for column in held]
    found = [
        "" if role == VENUE and _is_other_source(name, column, venues) else role
        for role, name, column in zip(roles, names, held, strict=True)
    ]
    first = names and is_title_column(names[0]) and len(held[0]) >= LEAST_CELLS and _distinct(held[0]) > DISTINCT
    if first and roles[0] == "" and TITLE not in roles and all(size < LONG for size in words[1:]):
        found[0] = TITLE
    for n, column in enumerate(held):
        if found[n] or len(column) < LEAST_CELLS or is_title_column(names[n]) or (not folded(names[n]) and not n):
            continue
        if _share(column, lambda text: _is_fact(text, venues)) >= MOSTLY or _share(column, _are_names) >= MOSTLY:
            continue
        linked = sum(cell.linked for cell in column) > 0.3 * len(column)
        if not linked and (_distinct(column) < REPEATED or (n and folded(names[n]) and words[n] <= SHORT)):
            found[n] = OWN
    named = [n for n, name in enumerate(names) if _NAMES.fullmatch(folded(name)) and n and n < len(held)]
    if TITLE not in found and len(named) == 1 and len(held[named[0]]) >= LEAST_CELLS:
        column = held[named[0]]
        told = all(size < 2 * LONG for size, role in zip(words, found, strict=True) if role != DESCRIPTION)
        if _distinct(column) > DISTINCT and told and not any(map(_is_titled, held)):
            found = (
                [role or OWN for role in found[: named[0]]] + [TITLE] + found[named[0] + 1 :]
            )  # `Anatomy | Dataset | …`
    leads = found[:1] == [OWN] and TITLE not in found and len(held[0]) >= LEAST_CELLS and not _COUNTS.search(names[0])
    others = [column for column, role in zip(held[1:], found[1:], strict=True) if role != LINK]
    if leads and _distinct(held[0]) > DISTINCT and words[0] < LONG and not any(map(_is_titled, others)):
        found[0] = TITLE  # the first column names what is listed, whatever it is called: `Company`, `Framework`
    return found


def _is_other_source(name: str, column: list[Cell], venues: VenueTable) -> bool:
    """Whether a column that says where something is from names no venues: `Source` over databases, `Publication` over titles."""
    return (
        _SOURCE.fullmatch(folded(name)) is not None
        and len(column) >= LEAST_CELLS
        and _share(column, lambda text: len(text) < LONGEST and venues.scored(text)[1] > 0) < FEW_VENUES
    )


_SOURCE = re.compile(r"source|where|publisher|publication|published|by|lugar|evento|来源|出处|出典|출처")


_NAMES = re.compile(r"name|dataset|model|project|tool|software|library|package|resource|course|book")


# A first column called so counts the rows, or says how they are sorted.
_COUNTS = re.compile(
    r"^\W*(?:#|no\.?|id|index|rank|s\.? ?no\.?|序号|编号|score|stars?|citations?|cited by|type|status|size)?\W*$", re.I
)


def _is_titled(column: list[Cell]) -> bool:
    """Whether most cells of a column are links of some words."""
    return 2 * sum(cell.link_words >= SHORT for cell in column) > len(column)


def with_unlinked_title(roles: list[str], names: list[str], cells: list[list[Cell]]) -> list[str]:
    """The columns' roles; in a table without links TITLE for the one column called `Paper` or the like whose cells have some words."""
    if TITLE in roles or any(cell.linked for column in cells for cell in column):
        return roles
    named = [
        n
        for n, name in enumerate(names)
        if is_title_column(name) and sum(len(cell.text.split()) for cell in cells[n]) >= SHORT * max(1, len(cells[n]))
    ]
    return [TITLE if [n] == named else role for n, role in enumerate(roles)]


def _distinct(column: list[Cell]) -> float:
    return len({cell.text for cell in column}) / max(1, len(column))


def _share(column: list[Cell], holds: Callable[[str], bool]) -> float:
    return sum(holds(cell.text) for cell in column) / max(1, len(column))


def _is_fact(text: str, venues: VenueTable) -> bool:
    """Whether a text holds a date, or is a venue."""
    return find_date(text) is not None or (len(text) < LONGEST and venues.scored(text)[1] >= 2.5)


def _are_names(text: str) -> bool:
    """Whether a text is several names, a name in full, or ends in `et al.`"""
    count = count_names(text)
    return count.names == count.parts > 0 and (count.parts > 1 or " " in text)
