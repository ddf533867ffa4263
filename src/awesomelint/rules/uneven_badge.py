"""Write badges in the list's own form.

One address (host, path, query) and one alternative text, so that a column of badges is even and one search finds all.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [![Stars](https://img.shields.io/github/stars/lovelace/tumors?style=social)](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [![Stars](https://img.shields.io/github/stars/noether/small?style=social)](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [![Stars](https://img.shields.io/github/stars/shelley/monster?style=social)](https://github.com/shelley/monster)
    - **Diffusion Models for the Chest**. Marie Curie. [![Stars](https://img.shields.io/github/stars/curie/chest.svg)](https://github.com/curie/chest)
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [![Stars](https://img.shields.io/github/stars/lovelace/tumors?style=social)](https://github.com/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [![Stars](https://img.shields.io/github/stars/noether/small?style=social)](https://github.com/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [![Stars](https://img.shields.io/github/stars/shelley/monster?style=social)](https://github.com/shelley/monster)
    - **Diffusion Models for the Chest**. Marie Curie. [![Stars](https://img.shields.io/github/stars/curie/chest?style=social)](https://github.com/curie/chest)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Badge, Entry
from ..finding import Severity, Want
from ..source import Span
from ..style import Style
from ..style.badges import badge_form

group = "badges"
severity = Severity.WARNING


def wants(entry: Entry, style: Style) -> Iterator[Want]:
    if entry.html:
        return
    for badge in entry.badges:
        form = badge_form(badge)
        wanted = style.badges.form.value
        if form is None or badge.image_span is None:
            continue
        if wanted is not None and form != wanted:
            text = wanted.replace("{repository}", badge.shows.repository)
            yield Want(badge.image_span, text, f"the list writes its badges as {wanted}")
        place = _alternative(entry, badge)
        if place is not None and style.badges.words.value is not None:
            yield Want(
                place, style.badges.words.value, f"the list's badges say {style.badges.words.value or 'nothing'}"
            )


def _alternative(entry: Entry, badge: Badge) -> Span | None:
    """Where the alternative text stands."""
    at = entry.source.text.find("![", badge.span.start, badge.span.end)
    end = at + 2 + len(badge.text)
    if at < 0 or not badge.exact or entry.source.text[at + 2 : end + 2] != badge.text + "](":
        return None
    return Span(at + 2, end)
