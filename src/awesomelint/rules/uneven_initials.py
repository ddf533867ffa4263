"""Write initials with their stop, or all without.

`Pong C Yuen` and `Pong C. Yuen` are one person to a reader and two to a search.

Bad:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Where Tumors Come From**, *Ludwig E. Boltzmann*, ICCV | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00014)
    - **Where Tumors Go To**, *Lise M. Meitner*, ICCV | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00015)
    - **Diffusion Models for the Chest**, *Marie S Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
                                           ^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**, *Ada Lovelace, Alan Turing*, CVPR | 2 Mar 2023, [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**, *Emmy Noether, Max Born*, MICCAI | 1 Mar 2023, [paper](https://arxiv.org/abs/2303.00002)
    - **A Survey of Medical Image Synthesis**, *Mary Shelley, Percy Shelley*, ICLR | 3 Feb 2023, [paper](https://arxiv.org/abs/2302.00003)
    - **Where Tumors Come From**, *Ludwig E. Boltzmann*, ICCV | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00014)
    - **Where Tumors Go To**, *Lise M. Meitner*, ICCV | 2 Feb 2023, [paper](https://arxiv.org/abs/2302.00015)
    - **Diffusion Models for the Chest**, *Marie S. Curie, Pierre Curie*, ICCV | 1 Feb 2023, [paper](https://arxiv.org/abs/2301.00004)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..entries import Entry
from ..entries.people import Person, bare_initials
from ..finding import Severity, Want
from ..source import Span
from ..style import Style

group = "authors"
severity = Severity.NOTE

_STOPPED = re.compile(r"(?<![\w.'’-])([A-Z])\.(?=\s)")


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    part = entry.authors
    if part is None or not style.trusts_authors(entry):
        return
    dotted = style.initials.value == "A. Name"
    for person in part.authors.people:
        have = part.text[person.start : person.end]
        if person.mark is not None or _whole_name(have, part.authors.people):
            continue
        stopped = person.end == len(part.text) and entry.source.text.startswith(".", part.span.end)
        wanted = _with_stops(have, stopped) if dotted else _STOPPED.sub(r"\1", have)
        if wanted != have:
            where = Span(part.span.start + person.start, part.span.start + person.end)
            yield Want(where, wanted, f"initials: the list writes `{style.initials.value}`, so `{wanted}`")


def _whole_name(name: str, people: Iterable[Person]) -> bool:
    """Whether a letter is a name by itself: `U Kang` among names spelt out, the `E` of `Shan E Ahmed`."""
    words = name.split()
    if len(words) == 2 and len(words[0]) == 1:
        others = [other.name.split() for other in people if other.name != name]
        return bool(others) and all(len(other[0].rstrip(".")) > 1 for other in others if other)
    return any(word == "E" for word in words[1:-1]) and len(words) > 3


def _with_stops(name: str, stopped: bool) -> str:
    """A name with a stop behind every initial; the last one may have it from what follows the field (`Efros, Alexei A. *ICCV*`)."""
    for end in reversed(bare_initials(name)):
        if stopped and end == len(name):
            continue
        name = name[:end] + "." + name[end:]
    return name
