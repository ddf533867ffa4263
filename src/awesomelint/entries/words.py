"""Words of titles and words of names, as counted in the titles and authors of 239 lists.

`title_words.txt` holds the words that stand in at least 12 titles of 6 lists and hardly ever in a name (in fewer than 2 of 100 uses);
`name_words.txt` those that stand in at least 6 names of 3 lists and seldom in a title. What is in neither says nothing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def title_words() -> frozenset[str]:
    """Words, in small letters, that titles are made of and names are not."""
    return _words("title_words.txt")


@cache
def name_words() -> frozenset[str]:
    """First names and surnames, in small letters."""
    return _words("name_words.txt")


def _words(name: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(name).read_text(encoding="utf-8").split())
