"""Let a badge open the repository that it counts.

Where the other badges are links, readers click on this one too.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [![Stars](https://img.shields.io/github/stars/lovelace/tumors)](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [![Stars](https://img.shields.io/github/stars/noether/small)](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [![Stars](https://img.shields.io/github/stars/shelley/monster)](https://github.com/shelley/monster)
    - **Where Tumors Come From**. Lise Meitner. [![Stars](https://img.shields.io/github/stars/meitner/tumors)](https://github.com/meitner/tumors)
    - **Diffusion Models for the Chest**. Marie Curie. ![Stars](https://img.shields.io/github/stars/curie/chest)
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [![Stars](https://img.shields.io/github/stars/lovelace/tumors)](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [![Stars](https://img.shields.io/github/stars/noether/small)](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [![Stars](https://img.shields.io/github/stars/shelley/monster)](https://github.com/shelley/monster)
    - **Where Tumors Come From**. Lise Meitner. [![Stars](https://img.shields.io/github/stars/meitner/tumors)](https://github.com/meitner/tumors)
    - **Diffusion Models for the Chest**. Marie Curie. [![Stars](https://img.shields.io/github/stars/curie/chest)](https://github.com/curie/chest)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..finding import Change, Edit, Fault, Fix, Severity
from ..style import Style

group = "badges"
severity = Severity.WARNING


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    if not style.badges.linked or entry.html:
        return
    for badge in entry.badges:
        repo = badge.shows.repository
        if badge.shows.counts != "stars" or badge.target or badge.image_span is None:
            continue
        if entry.source.text[badge.span.start : badge.span.start + 2] != "![":
            continue
        edits = (
            Edit(badge.span.start, badge.span.start, "["),
            Edit(badge.span.end, badge.span.end, f"](https://github.com/{repo})"),
        )
        change = (Change("link", "", repo.casefold()),)
        yield Fault(
            badge.span, f"the list links its badges; this one does not open {repo}", Fix(edits, declares=change)
        )
