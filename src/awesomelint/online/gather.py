"""Entries -> evidence: all that the services and pages say, gathered once before the rules judge.

In go lists and the kinds of evidence that the chosen rules need, out comes `Evidence`. Services come before pages: two of three links are answered by arXiv and GitHub in
batches. Each service and each host has a line of its own; nobody waits for another one's pace.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ..entries import PaperId
from ..entries.papers import impossible_number, paper_id, repository
from ..errors import NoNetwork
from ..evidence import ALIVE, GONE, MOVED, UNSURE, Evidence, LinkState, Record, Repository, record_from
from .clock import Stopped
from .pages import state_of
from .publications import publications_of
from .questions import Meant, Questions, doi_of, questions_of
from .quirks import quirk_of
from .service import Line
from .services import arxiv, crossref, datacite, github, handles, openreview, pubmed
from .suspects import second_opinions

PAGES = "pages"
# So many hosts are asked side by side.
HOSTS = 16
# A host that did not answer so many times in a row is left alone; nothing of that is kept.
PATIENCE = 4
_DOWN = ("no answer", "no connection", "the page answers 429")
# Without GitHub's answer its pages tell a new name as well; no more than so many of them in a run.
PAGES_OF_GITHUB = 300
# Where arXiv does not answer, DataCite has the same records, one a request.
IN_ARXIVS_STEAD = 100
_DATACITE = ("10.48550/", "10.5281/", "10.6084/", "10.4230/", "10.17605/", "10.17632/")


class Wishes(NamedTuple):
    """What is wanted of the world."""

    kinds: frozenset[str]
    fragments: bool = False
    """Whether the places within pages are looked for."""
    skip: tuple[str, ...] = ()
    """Patterns of addresses that are left alone."""


class _Known(NamedTuple):
    """What the services have said so far; each part is written by one line alone."""

    records: dict[str, tuple[Record, ...]]
    repositories: dict[str, Any]
    missing: dict[str, str]
    """Papers that the service itself does not know, with its words."""
    pages: dict[str, LinkState]


def gather(lists: Iterable[Meant], wishes: Wishes, line: Line) -> Evidence:
    """Ask for whatever is not known yet. Raises KeyboardInterrupt; what was learnt by then is kept."""
    questions = questions_of(lists, wishes.kinds, wishes.skip)
    known = _Known({}, {}, {}, {})
    together(
        line,
        [
            lambda: _arxiv(line, questions, known),
            lambda: _dois(line, questions.dois, known),
            lambda: _others(line, questions, known),
            lambda: _repositories(line, questions, known),
            *_pages(line, questions, wishes, known),
        ],
    )
    known.records.update(_by_other_numbers(questions, known))
    known.records.update(second_opinions(line, questions.papers, known.records))
    publications = publications_of(line, questions.preprints, known.records)
    repositories = {
        name: Repository(one["name"], bool(one["archived"]), one.get("stars"))
        for name, one in known.repositories.items()
        if one is not None
    }
    states = {url: state for url in questions.urls if (state := _state(url, known)) is not None}
    return Evidence(known.records, publications, repositories, states, line.silent)


def _by_other_numbers(questions: Questions, known: _Known) -> dict[str, tuple[Record, ...]]:
    """The records of papers whose own number stands for a DOI: those of the ACL Anthology and of bioRxiv."""
    found = {}
    for key, _ in questions.papers:
        scheme, _, number = key.partition(":")
        doi = doi_of(PaperId(scheme, number))
        if doi and known.records.get(f"doi:{doi}"):
            found[key] = known.records[f"doi:{doi}"]
    return found


def together(line: Line, tasks: Sequence[Callable[[], None]]) -> None:
    """Run tasks side by side. An interrupt stops them all; what one of them raises is raised here."""
    failures: list[BaseException] = []

    def run(task: Callable[[], None]) -> None:
        try:
            task()
        except Stopped:
            pass
        except BaseException as error:  # handed to whoever waits for the task
            failures.append(error)
            line.clock.stop()

    threads = [threading.Thread(target=run, args=(task,), daemon=True) for task in tasks]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            while thread.is_alive():
                thread.join(0.2)
    except KeyboardInterrupt:
        line.clock.stop()
        raise
    if failures:
        raise failures[0]


def _records(values: Mapping[str, Any], scheme: str) -> dict[str, tuple[Record, ...]]:
    return {f"{scheme}:{key}": tuple(record_from(one) for one in value) for key, value in values.items() if value}


def _arxiv(line: Line, questions: Questions, known: _Known) -> None:
    values = line.lookup(arxiv.SERVICE, questions.arxiv)
    known.records.update(_records(values, "arxiv"))
    known.missing.update(
        {f"arxiv:{key}": "arXiv has no paper of this number" for key, value in values.items() if value is None}
    )
    left = [number for number in questions.arxiv if number not in values]
    if left and not line.offline:
        instead = line.lookup(datacite.SERVICE, [datacite.ARXIV + number.lower() for number in left[:IN_ARXIVS_STEAD]])
        known.records.update(
            {
                f"arxiv:{number}": records
                for number in left
                if (records := _records(instead, "doi").get("doi:" + datacite.ARXIV + number.lower()))
            }
        )


def _dois(line: Line, dois: Sequence[str], known: _Known) -> None:
    """Crossref first, DataCite for what it has not, and doi.org for what neither has."""
    elsewhere = [doi for doi in dois if doi.startswith(_DATACITE)]
    values = line.lookup(crossref.SERVICE, [doi for doi in dois if doi not in set(elsewhere)])
    without = [doi for doi, value in values.items() if value is None]
    values |= line.lookup(datacite.SERVICE, [*elsewhere, *without])
    known.records.update(_records(values, "doi"))
    exists = line.lookup(handles.SERVICE, [doi for doi in dois if doi in values and values[doi] is None])
    known.missing.update({f"doi:{doi}": "doi.org knows no such DOI" for doi, value in exists.items() if value is None})
    known.records.update({f"doi:{doi}": () for doi, value in exists.items() if value})


def _others(line: Line, questions: Questions, known: _Known) -> None:
    for service, scheme, numbers in (
        (pubmed.SERVICE, "pubmed", questions.pubmed),
        (openreview.SERVICE, "openreview", questions.openreview),
    ):
        values = line.lookup(service, numbers)
        known.records.update(_records(values, scheme))
        known.missing.update(
            {
                f"{scheme}:{key}": f"{service.name} has no paper of this number"
                for key, value in values.items()
                if value is None
            }
        )


def _repositories(line: Line, questions: Questions, known: _Known) -> None:
    """GitHub's own word; where its limit is reached, its pages lead to the new name as well."""
    service = github.service(line.access)
    known.repositories.update(line.lookup(service, questions.repositories))
    left = [name for name in questions.repositories if name not in known.repositories]
    if left and not line.offline:
        known.repositories.update(_by_page(line, left[:PAGES_OF_GITHUB]))


def _by_page(line: Line, names: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for done, name in enumerate(names):
        try:
            state = state_of(line, f"https://github.com/{name}")
        except NoNetwork:
            return found
        line.told("GitHub's pages", done + 1, len(names))
        target = repository(state.target) if state.state == MOVED else name
        if state.state == GONE:
            found[name] = None
        elif state.state in (ALIVE, MOVED) and target is not None:
            found[name] = {"name": target, "archived": False}
        else:
            continue
        kind = "missing" if found[name] is None else "repository"
        line.cache.keep("GitHub", kind, {name: found[name]}, line.clock.now())
    return found


def _pages(line: Line, questions: Questions, wishes: Wishes, known: _Known) -> list[Callable[[], None]]:
    """The tasks that look at pages: hosts are shared among them, each asked by one at a time."""
    urls = [url for url in questions.urls if _is_page(url)]
    keys = {url: _key(url, wishes.fragments) for url in urls}
    before = line.known(PAGES, list(keys.values()))
    known.pages.update({url: LinkState(*before[key]) for url, key in keys.items() if key in before})
    hosts: dict[str, list[str]] = {}
    for url in urls:
        if url not in known.pages:
            hosts.setdefault(_line_of(url), []).append(url)
    waiting = sorted(hosts.values(), key=len)
    total = sum(map(len, waiting))
    if not total or line.offline:
        if total:
            line.falls_silent(PAGES, f"{total} are not known offline")
        return []
    done = [0]

    def work() -> None:
        while True:
            try:
                group = waiting.pop()
            except IndexError:
                return
            down = 0
            for url in group:
                if line.is_silent(PAGES):
                    return
                if down >= PATIENCE:
                    known.pages[url] = LinkState(UNSURE, "its host did not answer for others")
                    continue
                try:
                    state = state_of(line, url, wishes.fragments)
                except NoNetwork as error:
                    line.falls_silent(PAGES, str(error))
                    return
                known.pages[url] = state
                down = down + 1 if state.reason.startswith(_DOWN) else 0
                line.cache.keep(PAGES, state.state, {keys[url]: list(state)}, line.clock.now())
                done[0] += 1
                line.told(PAGES, done[0], total)

    return [work] * min(HOSTS, len(waiting))


def _is_page(url: str) -> bool:
    """Whether only the page itself can tell: no service answers for it."""
    if impossible_number(url):
        return False
    paper = paper_id(url)
    if paper is not None and (doi_of(paper) or paper.scheme in ("arxiv", "pubmed")):
        return False
    name = repository(url)
    return name is None or not _is_repository(url, name)


def _is_repository(url: str, name: str) -> bool:
    """Whether an address opens a repository itself rather than something in it."""
    path = urlsplit(url if "//" in url else "//" + url).path.strip("/").removesuffix(".git")
    return path.casefold() == name.casefold()


def _line_of(url: str) -> str:
    """The host in whose line an address stands; one that has a stand-in stands in that one's."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    return quirk_of(host).host or host


def _key(url: str, fragments: bool) -> str:
    """A page's name in the cache: a hash, since addresses may hold what is nobody's business."""
    address = url if fragments else url.partition("#")[0]
    return hashlib.sha256((address + ("\n#" if fragments and "#" in url else "")).encode()).hexdigest()


def _state(url: str, known: _Known) -> LinkState | None:
    """What is known of an address, by the service behind it before its page."""
    if (number := impossible_number(url)) != "":
        return LinkState(GONE, f"no paper can have the number {number}")
    paper = paper_id(url)
    if paper is not None:
        key = f"doi:{doi}" if (doi := doi_of(paper)) else paper.key
        if key in known.missing:
            return LinkState(GONE, known.missing[key], source="service")
        if key in known.records:
            return LinkState(ALIVE, source="service")
    name = repository(url)
    if name is not None and name.casefold() in known.repositories:
        there = known.repositories[name.casefold()]
        if there is None:
            return LinkState(GONE, "GitHub has no such repository: it is deleted or private", source="GitHub")
        if _is_repository(url, name):
            new = there["name"]
            if new.casefold() != name.casefold():
                return LinkState(MOVED, "GitHub calls it otherwise now", f"https://github.com/{new}", "GitHub")
            return LinkState(ALIVE, source="GitHub")
    return known.pages.get(url)


def kinds_needed(needs: Iterable[Collection[str]]) -> frozenset[str]:
    """All kinds of evidence that rules ask for."""
    return frozenset(kind for one in needs for kind in one)
