"""Where a key stands in a TOML file, for errors and for `awesomelint config`.

In go the text and the path of a key, out comes its line, from 1. The reader of Python's library keeps no places, so the lines are
looked through for the key; where it cannot be told, the line of the table is given.
"""

from __future__ import annotations

import re

_TABLE = re.compile(r"^\s*\[\[?\s*(?P<path>[^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(?P<key>(?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def line_of(text: str, path: tuple[str, ...]) -> int:
    """The line of a key, else of the table above it, else 1."""
    table: tuple[str, ...] = ()
    best, depth = 1, 0
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            table = _parts(found["path"])
            here = table
        elif found := _KEY.match(line):
            here = (*table, *_parts(found["key"]))
        else:
            continue
        shared = len(here) if path[: len(here)] == here else 0
        if shared > depth:
            best, depth = number, shared
    return best


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(path))
