"""Keep the entries of a section in the section's own order.

Lists are sorted newest first or oldest first; which of the two, their entries say. Reported are the
fewest entries that have to move, one finding each. An entry moves whole, with a comment directly above it;
any other text between entries is a wall that nothing crosses. Entries without a date stay beside
their neighbour. Where the entries follow no order, nothing is said.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 9 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Jan 2023, [paper](https://arxiv.org/abs/2301.00002)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Max Born*, ICLR | 7 Mar 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 6 Mar 2023, [paper](https://arxiv.org/abs/2301.00004)
    - **Where Tumors Come From**, *Ludwig Boltzmann, Max Planck*, ICML | 5 Mar 2023, [paper](https://arxiv.org/abs/2302.00014)
    - **Where Tumors Go To**, *Lise Meitner, Otto Hahn*, ICML | 4 Mar 2023, [paper](https://arxiv.org/abs/2302.00015)

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 9 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Max Born*, ICLR | 7 Mar 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Diffusion Models for the Chest**, *Marie Curie, Pierre Curie*, ICCV | 6 Mar 2023, [paper](https://arxiv.org/abs/2301.00004)
    - **Where Tumors Come From**, *Ludwig Boltzmann, Max Planck*, ICML | 5 Mar 2023, [paper](https://arxiv.org/abs/2302.00014)
    - **Where Tumors Go To**, *Lise Meitner, Otto Hahn*, ICML | 4 Mar 2023, [paper](https://arxiv.org/abs/2302.00015)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Jan 2023, [paper](https://arxiv.org/abs/2301.00002)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from ..entries import AwesomeList, Entry
from ..finding import Edit, Fault, Fix, Safety, Severity
from ..source import Source
from ..style import Style
from ..style.order import Order, keys_of, movers, rank
from ..style.places import Place, places_between_walls

group = "order"
severity = Severity.WARNING


def finds(found: AwesomeList, style: Style) -> Iterator[Fault]:
    for run in found.runs:
        order = style.orders.get(run[0].group)
        if order is not None and not any(entry.html for entry in run):
            for places in places_between_walls(found, run):
                yield from _in_one_place(found.source, places, order)


def _in_one_place(source: Source, places: Sequence[Place], order: Order) -> Iterator[Fault]:
    """The entries between two walls that have to move, each with where it goes."""
    descending = order.descending
    keys = keys_of([place.entry for place in places], order.direction)
    dated = {index: key for index, key in enumerate(keys) if key is not None}
    moving = movers(keys, descending)
    going = set(moving)
    staying = [index for index in dated if index not in going]
    ladder: list[Any] = [rank(dated[index], descending) for index in staying]
    for number, index in enumerate(sorted(moving, key=lambda one: rank(dated[one], descending))):
        above = bisect_right(ladder, rank(dated[index], descending))
        target = staying[above] if above < len(staying) else None
        entry = places[index].entry
        title = (entry.title or entry.fields[0]).outer
        yield Fault(title, _message(source, places, target, entry, order), _move(source, places, index, target, number))


def _message(source: Source, places: Sequence[Place], target: int | None, entry: Entry, order: Order) -> str:
    where = "at the end"
    if target is not None:
        where = f"before line {source.line_of(places[target].entry.span.start)}"
    what = entry.called if order.direction == "title" else entry.name
    if order.direction not in ("title", "venue"):
        what = entry.date.text if entry.date is not None else str(entry.when)
    return f"{what} is out of order: the entries stand {order.said}, so this one belongs {where}"


def _move(source: Source, places: Sequence[Place], index: int, target: int | None, rank: int) -> Fix | None:
    """Take an entry with what belongs to it out of its place and put it before another, or at the end."""
    text, moved = source.text, places[index].span
    chunk = text[moved.start : moved.end]
    if index + 1 < len(places):
        gone = Edit(moved.start, places[index + 1].span.start, "")
        between = text[moved.end : places[index + 1].span.start]
    else:
        gone = Edit(places[index - 1].span.end, moved.end, "")
        between = text[places[index - 1].span.end : moved.start]
    if target is None:
        end = places[-1].span.end
        put = Edit(end, end, between + chunk)
    else:
        start = places[target].span.start
        put = Edit(start, start, chunk + between)
    return Fix((gone, put), Safety.SAFE, rank=rank, moves=True)
