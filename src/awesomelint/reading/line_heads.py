"""What may head a line before a title: a year, names with their year, a venue, each set apart by a colon or no more than a blank.

In go the words from the line's begin, out comes where the head ends or of what sort it is.
"""

from __future__ import annotations

import re

from ..entries.dates import find_date
from ..entries.names import looks_like_name
from ..entries.people import count_names
from ..entries.words import title_words

# What heads a line before its title: a date, a venue with its year, two names or more.
HEAD = re.compile(r"[^:：\n]{2,90}[:：]\s+(?=\S)")
LEADING_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?::?\s+(?=[A-Z])|\s*[-–—|]\s+(?=\S))")
_VENUE_YEAR = re.compile(r"[A-Z][\w&/.@ -]{1,30}?[ ,-]*(?:['’‘]?\d\d|(?:19|20)\d\d)")


def named_year(said: str) -> int | None:
    """How long the names are in words that are several names, or one and `et al.`, and a year: `Merz et al., 2016`."""
    found = _NAMED_YEAR.fullmatch(said)
    if found is None:
        return None
    count = count_names(found[1])
    return found.end(1) if count.names == count.parts and (count.et_al or count.parts > 1) else None


def year_named(said: str) -> int | None:
    """Where the names begin in words that are a year and then nothing but surnames: `1995 Cirac/Zoller`."""
    found = _YEAR_NAMED.fullmatch(said)
    if found is None:
        return None
    count = count_names(found[1].replace("/", ","))
    return (
        found.start(1)
        if count.names == count.parts and title_words().isdisjoint(set(found[1].lower().split()) - {"et", "al", "al."})
        else None
    )


def leads_title(said: str) -> bool:
    """Whether a year leads words that are neither names (`1995 Cirac/Zoller: …`) nor a venue (`2019 IEEE Symposium …`)."""
    word = said.split()[1:2]
    return year_named(said.partition(":")[0]) is None and not (word and word[0].isupper() and len(word[0]) > 1)


_YEAR_NAMED = re.compile(r"(?:19|20)\d\d:?\s+([A-Z][^:()\d]{1,40})")
_NAMED_YEAR = re.compile(r"([^:()]{3,80}?(?:\.(?=,))?)[,.]?\s*\(?(?:19|20)\d\d[a-z]?\)?")


def heads_line(said: str) -> bool:
    """Whether words before a colon are a date, a venue with its year, or names: no title begins with them."""
    if (found := find_date(said, short=True)) is not None and not re.search(
        r"\w", said[: found.start] + said[found.end :]
    ):
        return True
    if _VENUE_YEAR.fullmatch(said) and len(said.split()) <= 4:
        return True
    names = re.split(r",\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*", said)
    return len(names) > 1 and all(" " in name and looks_like_name(name) for name in names)
