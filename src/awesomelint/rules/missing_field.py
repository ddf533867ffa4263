"""Give every entry the fields that nearly every entry has.

A field is missing where at least nine of ten entries have it and this one does not, in a list of ten
or more; the configuration can require fields as well. What belongs there only its author knows.

Bad:

    | Title | Venue | Date | Link |
    |---|---|---|---|
    | A Study of Number 20 in Imaging | CVPR | 20 Mar 2023 | [paper](https://arxiv.org/abs/2303.00000) |
    | A Study of Number 19 in Imaging | CVPR | 19 Mar 2023 | [paper](https://arxiv.org/abs/2303.00009) |
    | A Study of Number 18 in Imaging | CVPR | 18 Mar 2023 | [paper](https://arxiv.org/abs/2303.00008) |
    | A Study of Number 17 in Imaging | CVPR | 17 Mar 2023 | [paper](https://arxiv.org/abs/2303.00007) |
    | A Study of Number 16 in Imaging | CVPR | 16 Mar 2023 | [paper](https://arxiv.org/abs/2303.00006) |
    | A Study of Number 15 in Imaging | CVPR | 15 Mar 2023 | [paper](https://arxiv.org/abs/2303.00005) |
    | A Study of Number 14 in Imaging | CVPR | 14 Mar 2023 | [paper](https://arxiv.org/abs/2303.00004) |
    | A Study of Number 13 in Imaging | CVPR | 13 Mar 2023 | [paper](https://arxiv.org/abs/2303.00003) |
    | A Study of Number 12 in Imaging | CVPR | 12 Mar 2023 | [paper](https://arxiv.org/abs/2303.00002) |
    | A Study of Number 11 in Imaging | CVPR | 11 Mar 2023 | [paper](https://arxiv.org/abs/2303.00001) |
    | A Study of Nothing in Imaging | | 1 Mar 2023 | [paper](https://arxiv.org/abs/2303.00031) |
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import Entry
from ..finding import Fault, Severity
from ..style import Style

group = "entry"
severity = Severity.WARNING

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# `(Chaos, Solitons & Fractals, 2022)`: a venue that holds a comma.
_ENCLOSED = re.compile(r"[(\[][^()\[\]\n]*[A-Za-z][^()\[\]\n]*,\s*(?:19|20)\d\d[)\]]")
_LETTERS = re.compile(r"[^\W\d_]{3}")


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    if entry.certainty < Entry.SURE:
        return
    lacking = [role for role in style.required_of(entry) if not _has(entry, role) and not _may_have(entry, role)]
    place = entry.title or next(iter(entry.fields), None)
    if lacking and place is not None:
        named = " and no ".join(lacking)
        yield Fault(place.outer, f"this entry has no {named}; nearly all others do")


def _may_have(entry: Entry, role: str) -> bool:
    """Whether words that were not understood may be what seems to be missing: a venue that nobody knows, a year in a title."""
    if role not in ("authors", "venue", "date"):
        return False
    words = [part.text for part in entry.fields if part.role in ("note", "title")]
    if role == "date":
        return any(_YEAR.search(part.text) for part in entry.fields)
    if _ENCLOSED.search(entry.source.text, entry.span.start, entry.span.end):
        return True
    if role == "authors" and entry.title is not None and "[" in entry.title.text:
        return True
    if any(_LETTERS.search(part.text) for part in entry.fields if part.role == "note"):
        return True
    return role == "venue" and any(_YEAR.search(text) for text in words)


def _has(entry: Entry, role: str) -> bool:
    if role == "date":
        return entry.when is not None
    return bool(entry.links) if role == "link" else entry.of(role) is not None
