"""What stands beside a list though it is made like its entries: results tables, copies, lists of the same kind, words above the list.

In go the readings that were believed, out comes for each why it is none after all, or an empty text. All of it is seen over the whole list: a single
row or bullet does not tell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ..entries.letters import fold
from ..entries.model import Entry
from ..entries.names import is_cjk, looks_like_name
from ..entries.papers import address_key
from .candidates import Candidate
from .page import Page

RESULTS = "the table holds results: most of its columns are numbers"
COPY = "the links of this table or section are those of entries elsewhere in the list"
INDEX = "the table repeats the titles of entries elsewhere in the list"
NEWS = "it is news of the list, under a heading for such"
PERSON = "it is a person"
RELATED = "it is another list, under a heading for such"
ABOVE = "it stands above the list"
SOURCE = "it is one of the list's sources, named at its end"

# So many columns of numbers with decimals make a table of results.
LEAST_COLUMNS, MOSTLY = 3, 0.6
# The share of links found elsewhere in the list that makes a table, or a section of news, a copy.
REPEATED, REPEATED_NEWS = 0.8, 0.8
MOST_NEWS = 12
LEAST_ROWS = 3
# So few readings before the first section of the list, with so many behind, are no part of it.
MOST_ABOVE, LEAST_BELOW = 2, 10
_DECIMAL = re.compile(r"[*_~ ]*[<>≈~±-]? ?\d{1,4}[.,]\d+ ?%?[*_~ ]*(?:\(?±.*)?$")
_NEWS = re.compile(
    r"\b(?:latest|recent(?:ly)?|news|highlights?|updates?|featured|announcements?|additions)\b|最新|更新", re.I
)
_ONLY_NEWS = re.compile(
    r"\W*(?:(?:latest|recent|what['’]?s|our|project|repo\w*|list) )?(?:news|updates?|new|change ?logs?|announcements?|release notes)"
    r"(?: (?:and|&|/) (?:news|updates?|announcements?|change ?logs?))?\W*(?:\d{4}\W*)?|\W*(?:更新|新闻|动态|公告|更新日志)\W*",
    re.I,
)
_SOURCES = re.compile(r"\W*(?:references?|sources?|bibliography|credits?|参考(?:文献|资料|链接)?|引用文献)\W*", re.I)
# Sources are few beside the list, which has at least so many entries.
MOST_SOURCES, LEAST_LIST = 0.1, 30
_PEOPLE = re.compile(
    r"\b(?:scholars?|researchers?|people|professors?|faculty|experts?|scientists?|contributors?|maintainers?|who to follow)\b|学者|大牛",
    re.I,
)
_RELATED = re.compile(
    r"\b(?:related (?:\w+ )?(?:lists?|repo\w*|collections?|surveys?)|similar|references|see also|inspir\w+|acknowledg\w+|credits?|other (?:paper )?lists?|friends?"
    r"|(?:listas|enlaces|links|recursos) relacionad[oa]s|otras listas|outras listas|v[eé]ase también|ver también|veja também"
    r"|listes (?:liées|connexes|associées|similaires)|autres listes|voir aussi|(?:verwandte|ähnliche|andere|weitere) listen|siehe auch|см\. также|другие списки)\b"
    r"|参考|相关(?:列表|资源|仓库|项目|链接|工作)?|友情链接|関連(?:リンク|リスト|リポジトリ)?|その他のリスト|관련 (?:목록|리스트|저장소|링크)|다른 목록",
    re.I,
)
_OTHER_LIST = re.compile(
    r"(?:github|gitlab)\.com/[^/]+/[^/#?]*(?:awesome|paper-?list|papers)[^/#?]*/?(?:[#?].*)?$", re.I
)
# Where hardly anything but people has accounts.
_FOLLOWED = re.compile(
    r"https?://(?:www\.)?(?:twitter|x)\.com/\w+/?$|https?://(?:\w+\.)?linkedin\.com/in/[\w-]+/?$", re.I
)
_ACCOUNT = re.compile(r"https?://(?:www\.)?(?:github|gitlab|twitter|x|linkedin)\.com/(?:in/)?[\w-]+/?$", re.I)


class Believed(NamedTuple):
    """A candidate with the entry that it was read as."""

    candidate: Candidate
    entry: Entry


def beside(readings: Sequence[Believed], page: Page) -> list[str]:
    """Why each reading is no part of the list; an empty text for those that are."""
    results = _results(readings, page)
    copies = _copies(readings)
    index = _index(readings)
    above = _above(readings)
    news = {n for n, one in enumerate(readings) if one.candidate.path and _ONLY_NEWS.fullmatch(one.candidate.path[-1])}
    if 2 * len(news) > len(readings):
        news = set()  # a list of nothing else
    sources = _sources(readings)
    told = []
    for n, (candidate, entry) in enumerate(readings):
        if candidate.kind == "row" and candidate.shape in results:
            told.append(RESULTS)
        elif n in copies:
            told.append(COPY)
        elif n in index:
            told.append(INDEX)
        elif _is_related(entry, candidate):
            told.append(RELATED)
        elif n in news:
            told.append(NEWS)
        elif n in sources:
            told.append(SOURCE)
        elif _is_person(entry, candidate):
            told.append(PERSON)
        else:
            told.append(ABOVE if n in above else "")
    return told


def _results(readings: Sequence[Believed], page: Page) -> set[str]:
    """The shapes of tables whose columns are mostly numbers with decimals."""
    numbers: dict[str, Counter[int]] = defaultdict(Counter)
    rows: Counter[str] = Counter()
    text = page.document.text
    for candidate, _ in readings:
        if candidate.kind == "row":
            rows[candidate.shape] += 1
            for leaf in candidate.leaves:
                if _DECIMAL.match(text[leaf.block.start : min(leaf.block.end, leaf.block.start + 40)]):
                    numbers[candidate.shape][leaf.cell] += 1
    return {
        shape
        for shape, cells in numbers.items()
        if sum(times >= MOSTLY * rows[shape] for times in cells.values()) >= LEAST_COLUMNS
    }


def _copies(readings: Sequence[Believed]) -> set[int]:
    """The readings of a table, or of a section with news, whose links stand in other entries as well."""
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    places: dict[str, set[tuple[int, str]]] = defaultdict(set)
    paths: dict[tuple[int, str], tuple[str, ...]] = {}
    first = [_first_link(entry) for _, entry in readings]
    for n, (candidate, _) in enumerate(readings):
        group = (candidate.section, candidate.shape if candidate.kind == "row" else "")
        groups[group].append(n)
        places[first[n]].add(group)
        paths[group] = candidate.path
    found: set[int] = set()
    for group, members in groups.items():
        linked = [n for n in members if first[n]]
        path = readings[members[0]].candidate.path
        repeated = sum(len(places[first[n]]) > 1 for n in linked)
        near = sum(any(_are_near(path, paths[other]) for other in places[first[n]] if other != group) for n in linked)
        table = bool(group[1]) and len(linked) >= LEAST_ROWS and near >= REPEATED * len(linked)
        news = bool(path) and any(_NEWS.search(title) for title in path[1:] or path)
        if (table and not _is_fuller(readings, members, first)) or (
            news and 0 < len(members) <= MOST_NEWS and repeated >= REPEATED_NEWS * max(1, len(linked))
        ):
            found.update(members)
    return found


def _index(readings: Sequence[Believed]) -> set[int]:
    """The readings of tables without a link whose titles or short names are those of entries with links."""
    named = {fold(name) for _, entry in readings if entry.links or entry.badges for name in _names(entry)}
    tables: dict[tuple[int, str], list[int]] = defaultdict(list)
    for n, (candidate, _) in enumerate(readings):
        if candidate.kind == "row":
            tables[candidate.section, candidate.shape].append(n)
    found: set[int] = set()
    for rows in tables.values():
        if len(rows) < LEAST_ROWS or any(readings[n].entry.links or readings[n].entry.badges for n in rows):
            continue
        known = sum(any(fold(name) in named for name in _names(readings[n].entry)) for n in rows)
        if known >= REPEATED * len(rows):
            found.update(rows)
    return found


def _names(entry: Entry) -> list[str]:
    """What an entry may be called: its title, the short name that leads it, and words of the list's own columns that might be one."""
    named = [part.text for part in entry.fields if part.role not in _UNNAMED]
    return named + [name.partition(":")[0] for name in named if ":" in name]


_UNNAMED = frozenset(("authors", "venue", "date", "link", "address", "badge", "description"))


def _are_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two headings are one, one stands under the other, or both under a third that is not the page's own."""
    size = min(len(one), len(other))
    return one[:size] == other[:size] or (size > 2 and one[: size - 1] == other[: size - 1])


def _is_fuller(readings: Sequence[Believed], members: list[int], first: list[str]) -> bool:
    """Whether a table says more of what it holds than the entries elsewhere: then those are the copies."""
    own = sum(_told(readings[n].entry) for n in members) / len(members)
    targets = {first[n] for n in members}
    inside = set(members)
    others = [n for n in range(len(readings)) if first[n] in targets and n not in inside]
    return not others or own > sum(_told(readings[n].entry) for n in others) / len(others)


def _told(entry: Entry) -> int:
    """How much an entry says: its fields, and the words that tell what it is about."""
    words = sum(len(part.text.split()) for part in entry.fields if part.role in ("authors", "description"))
    return len(entry.fields) + words


def _first_link(entry: Entry) -> str:
    return address_key(entry.links[0].url) if entry.links else ""


def _is_related(entry: Entry, candidate: Candidate) -> bool:
    """Whether an entry is another list under a heading that says so."""
    if not candidate.path or not entry.links or not _OTHER_LIST.search(entry.links[0].url):
        return False
    return any(_RELATED.search(title) for title in candidate.path[1:] or candidate.path)


def _sources(readings: Sequence[Believed]) -> set[int]:
    """The few readings at the end of a list under a heading for its sources, where nearly all others stand under other headings."""
    under = {n for n, one in enumerate(readings) if one.candidate.path and _SOURCES.fullmatch(one.candidate.path[-1])}
    few = 0 < len(under) <= MOST_SOURCES * len(readings) and len(readings) >= LEAST_LIST
    last = len(readings) - len(under)
    return under if few and min(under) >= last - len(under) else set()


def _is_person(entry: Entry, candidate: Candidate) -> bool:
    """Whether an entry is a researcher's page under a heading that says so, or no more than somebody's name and account."""
    if entry.title is None:
        return False
    name = entry.title.text.strip("@ ")
    alone = len(entry.links) == 1 and not any(part.role in ("description", "note") for part in entry.fields)
    if alone and _ACCOUNT.match(entry.links[0].url) and looks_like_name(name) and (" " in name or is_cjk(name)):
        return True
    if alone and _FOLLOWED.match(entry.links[0].url):
        return True
    if not candidate.path or not _PEOPLE.search(candidate.path[-1]):
        return False
    named = looks_like_name(entry.title.text) or (entry.authors is not None and entry.venue is None)
    return named and not any(link.paper for link in entry.links)


def _above(readings: Sequence[Believed]) -> set[int]:
    """The few readings before the first section that holds the list: under no heading, under the page's own, or before all that lies deeper."""
    deeper = min((candidate.start for candidate, _ in readings if len(candidate.path) > 1), default=0)
    top = [n for n, (candidate, _) in enumerate(readings) if len(candidate.path) <= 1]
    found: set[int] = set()
    for above in (
        [n for n in top if readings[n].candidate.section <= 1],
        [n for n in top if readings[n].candidate.start < deeper],
    ):
        if len(above) <= MOST_ABOVE and len(readings) - len(above) >= LEAST_BELOW:
            found.update(above)
    return found
