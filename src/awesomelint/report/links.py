"""Every address of lists with its state: what `awesomelint links` prints.

In go addresses with what is known of them, out comes text: a table for a terminal, JSON for programs, Markdown for an issue that people work through. Places are lines and
columns from 1.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..entries import AwesomeList
from ..entries.addresses import addresses_of
from ..evidence import ALIVE, GONE, MOVED, REFUSED, STATES, UNSURE, Evidence, LinkState
from .cells import cell_len

# What is worse stands first.
ORDER = (GONE, MOVED, UNSURE, REFUSED, ALIVE)
_SAID = {
    GONE: "Gone: mend or take out",
    MOVED: "Moved: write the new address",
    UNSURE: "Unsure: look by hand, or another day",
    REFUSED: "Refused: these do not talk to programs, and are most likely fine",
}


class Row(NamedTuple):
    """One address at one place."""

    path: str
    line: int
    column: int
    entry: str
    url: str
    state: LinkState


def rows_of(found: AwesomeList, evidence: Evidence) -> list[Row]:
    """The addresses of a list in the order of the text; one that nobody could ask is unsure."""
    rows = []
    for address in addresses_of(found):
        line, column = found.source.position(address.span.start)
        at = bisect_right(found.entries, address.span.start, key=lambda entry: entry.span.start) - 1
        entry = found.entries[at].name if at >= 0 and address.span.start < found.entries[at].span.end else ""
        known = evidence.links.get(address.url, LinkState(UNSURE, "nobody could tell"))
        rows.append(Row(found.source.name, line, column, entry, address.url, known))
    return rows


def counted(rows: Sequence[Row]) -> dict[str, int]:
    """How many addresses have each state, each address once."""
    seen = Counter({row.url: row.state.state for row in rows}.values())
    return {state: seen[state] for state in STATES}


def _sorted(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.path, ORDER.index(row.state.state), row.line, row.column))


def _why(row: Row) -> str:
    return row.state.target if row.state.state == MOVED else row.state.reason


def table(rows: Sequence[Row]) -> str:
    """Lines of place, state and address, and a line of counts."""
    places = {row: f"{row.path}:{row.line}:{row.column}" for row in rows}
    widest = max((cell_len(place) for place in places.values()), default=0)
    lines = []
    for row in _sorted(rows):
        why = f"  ({_why(row)})" if _why(row) else ""
        lines.append(f"{row.state.state:<8}{places[row]}{' ' * (widest - cell_len(places[row]))}  {row.url}{why}")
    counts = ", ".join(f"{number} {state}" for state, number in counted(rows).items() if number)
    return "\n".join([*lines, "", f"{len({row.url for row in rows})} addresses: {counts or 'none'}."]) + "\n"


def as_json(rows: Sequence[Row]) -> str:
    """One JSON object with every address and the counts."""
    links = [
        {"path": row.path, "line": row.line, "column": row.column, "entry": row.entry or None, "url": row.url, "state": row.state.state,
         "reason": row.state.reason or None, "target": row.state.target or None}
        for row in rows
    ]  # fmt: skip
    return json.dumps({"links": links, "summary": counted(rows)}, ensure_ascii=False, indent=1) + "\n"


def markdown(rows: Sequence[Row]) -> str:
    """An issue's text: boxes to tick for what is gone or moved, the rest folded away. What is alive is only counted."""
    counts = counted(rows)
    parts = [f"{counts[GONE]} dead and {counts[MOVED]} moved links among {sum(counts.values())} addresses.\n"]
    for state in ORDER[:-1]:
        here = [row for row in _sorted(rows) if row.state.state == state]
        if not here:
            continue
        items = "\n".join(_item(row) for row in here)
        if state in (GONE, MOVED):
            parts.append(f"## {_SAID[state]}\n\n{items}\n")
        else:
            parts.append(
                f"<details><summary>{_SAID[state]} ({len(here)})</summary>\n\n{items.replace('- [ ] ', '- ')}\n\n</details>\n"
            )
    return "\n".join(parts)


def _item(row: Row) -> str:
    name = f" {_code(row.entry)}" if row.entry else ""
    why = (
        f" → {_code(row.state.target)}"
        if row.state.state == MOVED
        else f": {row.state.reason}"
        if row.state.reason
        else ""
    )
    return f"- [ ] {row.path}:{row.line}{name} {_code(row.url)}{why}"


def _code(text: str) -> str:
    """Words as code, so that nothing in them is a mention, a picture or a link of the issue."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{' ' * (fence != '`')}{' '.join(text.split())}{' ' * (fence != '`')}{fence}"


FORMATS = {"table": table, "json": as_json, "markdown": markdown}
"""The formats by name."""
