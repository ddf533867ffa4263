"""Give every repository the badge that nearly all others have.

Off by default: a badge is a matter of taste, and of the page's weight.

Bad:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [code](https://github.com/lovelace/tumors) ![Stars](https://img.shields.io/github/stars/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [code](https://github.com/noether/small) ![Stars](https://img.shields.io/github/stars/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [code](https://github.com/shelley/monster) ![Stars](https://img.shields.io/github/stars/shelley/monster)
    - **Where Tumors Come From**. Lise Meitner. [code](https://github.com/meitner/tumors) ![Stars](https://img.shields.io/github/stars/meitner/tumors)
    - **Where Tumors Go To**. Otto Hahn. [code](https://github.com/hahn/tumors) ![Stars](https://img.shields.io/github/stars/hahn/tumors)
    - **Diffusion Models for the Chest**. Marie Curie. [code](https://github.com/curie/chest)
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Good:

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [code](https://github.com/lovelace/tumors) ![Stars](https://img.shields.io/github/stars/lovelace/tumors)
    - **Learning from Small Datasets**. Emmy Noether. [code](https://github.com/noether/small) ![Stars](https://img.shields.io/github/stars/noether/small)
    - **A Survey of Medical Image Synthesis**. Mary Shelley. [code](https://github.com/shelley/monster) ![Stars](https://img.shields.io/github/stars/shelley/monster)
    - **Where Tumors Come From**. Lise Meitner. [code](https://github.com/meitner/tumors) ![Stars](https://img.shields.io/github/stars/meitner/tumors)
    - **Where Tumors Go To**. Otto Hahn. [code](https://github.com/hahn/tumors) ![Stars](https://img.shields.io/github/stars/hahn/tumors)
    - **Diffusion Models for the Chest**. Marie Curie. [code](https://github.com/curie/chest) ![Stars](https://img.shields.io/github/stars/curie/chest)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..entries.papers import repository
from ..finding import Change, Edit, Fault, Fix, Severity
from ..style import Style

group = "badges"
severity = Severity.NOTE
on = False


def finds(entry: Entry, style: Style) -> Iterator[Fault]:
    if not style.badges.everywhere or entry.html or style.badges.form.value is None:
        return
    counted = {badge.shows.repository.casefold() for badge in entry.badges}
    for link in entry.links:
        repo = repository(link.url)
        if repo is None or link.role != "link" or repo.casefold() in counted or "/blob/" in link.url or counted:
            continue
        image = style.badges.form.value.replace("{repository}", repo)
        badge = f"![{style.badges.words.value or ''}]({image})"
        changes = [Change("badge", "", repo.casefold())]
        if style.badges.linked:
            badge = f"[{badge}](https://github.com/{repo})"
            changes.append(Change("link", "", repo.casefold()))
        fix = Fix((Edit(link.outer.end, link.outer.end, " " + badge),), declares=tuple(changes))
        yield Fault(link.outer, f"nearly all repositories have a badge here; {repo} has none", fix)
