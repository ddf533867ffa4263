"""Faults planted in random places of real lists: every one is found. Skipped where the lists do not lie beside the project."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from awesomelint.engine import Settings, check
from awesomelint.engine.check import entry_at
from awesomelint.entries import AwesomeList, Entry
from awesomelint.entries.same import two_titles
from awesomelint.files import read_file
from awesomelint.reading import Reader, read
from awesomelint.rules import BY_NAME
from awesomelint.source import Source

PLACES = 40
# Large lists take long to read again for every place; badges stand in few of the small.
LARGEST = {"badge-of-another-repo": 50_000, "impossible-date": 40_000}
_ARXIV = re.compile(r"arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})")
_DAYS = re.compile(r"\d{1,2}$|^\d{1,2}(?=\D)")


@cache
def list_of(path: Path) -> AwesomeList:
    return read(Source(read_file(path, path.name).text, str(path)))


def numbers(entry: Entry) -> list[str]:
    return _ARXIV.findall(entry.source.slice(entry.span))


def wrong_number(found: AwesomeList, entry: Entry, chance: random.Random) -> str | None:
    """The number of another title's paper in the place of its own."""
    own = numbers(entry)
    others = [
        one for one in found.entries if one is not entry and len(numbers(one)) == 1 and one.certainty >= Entry.SURE
    ]
    papers = [link for link in entry.links if link.paper is not None]
    if len(own) != 1 or len(papers) != 1 or not others or entry.certainty < Entry.SURE:
        return None
    other = chance.choice(others)
    if not two_titles(entry, other) or len([link for link in other.links if link.paper is not None]) != 1:
        return None
    if sum(numbers(other)[0] in numbers(one) for one in found.entries) > 1:
        return None  # two short names share it already: whose it is nobody can tell
    return entry.source.slice(entry.span).replace(own[0], numbers(other)[0])


def wrong_badge(found: AwesomeList, entry: Entry, chance: random.Random) -> str | None:
    """The badge of the next repository."""
    for badge in entry.badges:
        if badge.shows.repository and badge.shows.repository.casefold() in badge.target.casefold() and badge.image_span:
            text, start = entry.source.slice(entry.span), badge.image_span.start - entry.span.start
            end = badge.image_span.end - entry.span.start
            return (
                text[:start] + text[start:end].replace(badge.shows.repository, "somebody/something-else") + text[end:]
            )
    return None


def wrong_day(found: AwesomeList, entry: Entry, chance: random.Random) -> str | None:
    """A day that no month has."""
    part = entry.date
    if part is None or part.date.day is None or not part.exact or entry.certainty < Entry.SURE:
        return None
    text = part.text
    day = next(
        (place for place in re.finditer(r"\d+", text) if place[0].isdigit() and int(place[0]) == part.date.day), None
    )
    if day is None or part.date.day <= 12:
        return None
    start = part.span.start - entry.span.start
    whole = entry.source.slice(entry.span)
    return whole[: start + day.start()] + "32" + whole[start + day.end() :]


def copied(found: AwesomeList, entry: Entry, chance: random.Random) -> str | None:
    """The entry twice, the second time under another form of its paper's address."""
    own = numbers(entry)
    if len(own) != 1 or entry.certainty < Entry.SURE or entry.html or entry.title is None:
        return None
    if entry.kind not in ("item", "row") or "\n" in entry.source.slice(entry.span):
        return None
    line = entry.source.line_span(entry.source.line_of(entry.span.start))
    indent = entry.source.text[line.start : entry.span.start]
    again = _ARXIV.sub(
        lambda address: f"arxiv.org/{'pdf' if 'abs' in address[0] else 'abs'}/{address[1]}v2",
        entry.source.slice(entry.span),
    )
    return entry.source.slice(entry.span) + entry.source.newline + indent + again.replace(".pdf", "")


def planted(
    files: list[Path], largest: int, how: Callable[[AwesomeList, Entry, random.Random], str | None]
) -> Iterator[tuple[Source, int, int]]:
    """Texts with one fault each, and from where to where it lies."""
    chance = random.Random(4)
    small = [path for path in files if path.stat().st_size < largest]
    places = [(found, entry) for found in map(list_of, small) for entry in found.entries]
    chance.shuffle(places)
    number = 0
    for found, entry in places:
        if number == PLACES:
            return
        text = how(found, entry, chance)
        if text is None:
            continue
        number += 1
        start, end = entry.span
        whole = found.source.text[:start] + text + found.source.text[end:]
        yield Source(whole, found.source.name), start, start + len(text)


@pytest.mark.parametrize(
    ("rule", "how"),
    [
        ("one-id-two-titles", wrong_number),
        ("badge-of-another-repo", wrong_badge),
        ("impossible-date", wrong_day),
        ("duplicate-entry", copied),
    ],
)
def test_every_planted_fault_is_found(
    corpus: list[Path], rule: str, how: Callable[[AwesomeList, Entry, random.Random], str | None]
) -> None:
    missed, number = [], 0
    for source, start, end in planted(corpus, LARGEST.get(rule, 30_000), how):
        checked = check(source, Settings(Reader(()), rules=(BY_NAME[rule],)))
        entry = entry_at(checked.found.entries, start)
        hit = any(start <= one.span.start < end or entry in (one.entry, one.also) for one in checked.findings)
        number += 1
        if not hit:
            missed.append(f"{Path(source.name).parent.name}:{source.line_of(start)} {source.text[start:end][:300]!r}")
    assert number == PLACES
    assert not missed, "\n".join(missed)
