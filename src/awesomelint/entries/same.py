"""When two entries are one paper: by number, by title, or nearly by title.

In go entries, out come pairs. Everything is found by key, never by comparing all with all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .letters import fold
from .model import Entry, Link

# A title of fewer words is a name that several papers may share.
FULL_TITLE = 4
SHORTEST_TITLE = 3
# What one title has over the other may be so many letters.
FEW = 2
_NUMBER = re.compile(r"\d|\b(?:i{1,3}|iv|v|vi{1,3}|ix|x)\b", re.I)


def own_paper(entry: Entry) -> Link | None:
    """The link that opens the entry's own paper: the first that has a paper's number. A survey's page that all share is none."""
    return next((link for link in entry.links if link.paper is not None), None)


def title_key(entry: Entry) -> str:
    """A title by its letters; nothing for a title too short to name one paper."""
    if entry.title is None or len(entry.title.text.split()) < SHORTEST_TITLE:
        return ""
    return fold(entry.title.text.replace("+", "plus").replace("#", "sharp"))


def keys_of_paper(entry: Entry) -> Iterator[str]:
    """What names a paper: the number in its own paper's link, and its folded title."""
    link = own_paper(entry)
    if link is not None and link.paper is not None:
        yield f"{link.paper.scheme}:{link.paper.number}"
    if title := title_key(entry):
        yield "title:" + title


def two_titles(one: Entry, other: Entry) -> bool:
    """Whether two entries have two full titles, neither a part of the other."""
    if one.title is None or other.title is None:
        return False
    if min(len(one.title.text.split()), len(other.title.text.split())) < FULL_TITLE:
        return False
    a, b = fold(one.title.text), fold(other.title.text)
    if a in b or b in a or _near(a, b, max(FEW, len(a) // 10)):
        return False
    words, others = _words(one.title.text), _words(other.title.text)
    # A paper that was renamed between two versions keeps most of its words.
    return len(words & others) < 0.6 * min(len(words), len(others))


def _words(title: str) -> set[str]:
    return {fold(word) for word in title.split() if len(word) > 3}


def two_papers(one: Entry, other: Entry) -> bool:
    """Whether two entries of one title are two papers all the same: of two years under two addresses, or of two groups of authors.

    A workshop is held every year under one name, and `Computer Vision` is the title of several books.
    """
    first, second = own_paper(one), own_paper(other)
    if first is not None and second is not None and first.paper == second.paper:
        return False
    if {link.url for link in one.links} & {link.url for link in other.links}:
        return False
    years = [entry.when.year if entry.when is not None else None for entry in (one, other)]
    if None not in years and years[0] != years[1] and (first is None or second is None) and one.links and other.links:
        return True
    people = [
        {person.letters for person in entry.authors.authors.people} if entry.authors else set()
        for entry in (one, other)
    ]
    return bool(people[0] and people[1] and not people[0] & people[1])


def near_titles(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs whose titles differ by a few letters, each second entry once.

    Two titles that differ by at most two letters share one of three thirds of their letters at its place from the front or the end.
    """
    seen: dict[tuple[str, str], list[tuple[Entry, str]]] = {}
    for entry in entries:
        letters = title_key(entry)
        if entry.title is None or len(entry.title.text.split()) < FULL_TITLE or entry.certainty < Entry.SURE:
            continue
        third = len(letters) // 3
        keys = (("front", letters[:third]), ("end", letters[-third:]))
        near = next(
            (one for key in keys for one, other in seen.get(key, ())[:20] if other != letters and _same(one, entry, other, letters)),
            None,
        )  # fmt: skip
        if near is not None:
            yield near, entry
        for length in (third - 1, third, third + 1):
            seen.setdefault(("front", letters[:length]), []).append((entry, letters))
            seen.setdefault(("end", letters[-length:]), []).append((entry, letters))


def _same(one: Entry, other: Entry, a: str, b: str) -> bool:
    if not _near(a, b, FEW) or one.title is None or other.title is None:
        return False
    if _numbers(one.title.text) != _numbers(other.title.text):
        return False
    papers = own_paper(one), own_paper(other)
    if papers[0] is not None and papers[1] is not None and papers[0].paper != papers[1].paper:
        return False
    return one.acronym is None or other.acronym is None or fold(one.acronym.text) == fold(other.acronym.text)


def _numbers(title: str) -> list[str]:
    return [found.casefold() for found in _NUMBER.findall(title)]


def _near(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters have to be put in, taken out or changed to make one of the other."""
    if abs(len(one) - len(other)) > most:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    tail = next(
        (n for n, (a, b) in enumerate(zip(reversed(one), reversed(other), strict=False)) if a != b), min(len(one), len(other))
    )  # fmt: skip
    one, other = one[: len(one) - tail], other[: len(other) - tail]
    return max(len(one), len(other)) <= most


_PAPER_LABELS = frozenset(
    "paper title pdf arxiv abs abstract doi link html fulltext openreview preprint article publication url 论文 文章".split()
)


def own_papers(entry: Entry) -> list[Link]:
    """The links that open the entry's own paper by a number: its title's, those labelled as papers are, else the first that has one."""
    numbered = [link for link in entry.links if link.paper is not None and link.role in ("link", "address")]
    labelled = [link for link in numbered if not link.text or fold(link.text) in _PAPER_LABELS]
    return labelled or numbered[:1]
