"""How a list writes its badges: the picture's address with the repository's name in it, the words, the link around it.

In go entries, out comes a `BadgeStyle` with the counts behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ..entries import Badge, Entry
from ..entries.papers import repository
from .choice import Choice, choose

LEAST = 3
# Badges are links, and repositories have badges, where so many do.
NEARLY_ALL = 0.8
LEAST_LINKED = 4


class BadgeStyle(NamedTuple):
    """What was seen of a list's badges of stars."""

    form: Choice[str]
    """The picture's address with `{repository}` for owner and name."""
    words: Choice[str]
    linked: bool
    everywhere: bool
    """Whether nearly all repositories that are linked have one."""


def infer_badges(entries: Iterable[Entry], form: str | None, alternative: str | None) -> BadgeStyle:
    """What the badges of stars have in common."""
    forms: Counter[str] = Counter()
    words: Counter[str] = Counter()
    linked = bare = having = lacking = 0
    for entry in entries:
        if entry.html:
            continue
        counted = set()
        for badge in entry.badges:
            have = badge_form(badge)
            if have is None:
                continue
            forms[have] += 1
            words[badge.text] += 1
            linked += bool(badge.target)
            bare += not badge.target
            counted.add(badge.shows.repository.casefold())
        repositories = {name.casefold() for link in entry.links if (name := repository(link.url))}
        having += len(repositories & counted) + len(counted - repositories)
        lacking += len(repositories - counted)
    return BadgeStyle(
        _choice("badge", forms, form),
        _choice("badge's words", words, alternative),
        linked >= LEAST_LINKED and linked >= NEARLY_ALL * (linked + bare),
        having >= LEAST_LINKED and having >= NEARLY_ALL * (having + lacking),
    )


def _choice(name: str, seen: Counter[str], wish: str | None) -> Choice[str]:
    return choose(name, seen, least=LEAST) if wish is None else Choice(name, wish, "configuration", tuple(seen.items()))


def badge_form(badge: Badge) -> str | None:
    """A badge of stars with `{repository}` in the place of its name; None for other badges."""
    name = badge.shows.repository
    if badge.shows.counts != "stars" or badge.image.count(name) != 1 or "{" in badge.image:
        return None
    return badge.image.replace(name, "{repository}")
