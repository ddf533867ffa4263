"""Faults planted in real lists, with answers of all services to match: every one is found, nothing blocked is called dead, and no host is asked too fast.

The lists are read in place and skipped where they are absent. Nothing leaves this machine: one server answers for every host, and counts.
"""

from __future__ import annotations

import json
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from awesomelint.engine import Settings, check, fix
from awesomelint.entries import AwesomeList, Entry, VenueField
from awesomelint.entries.addresses import addresses_of
from awesomelint.entries.papers import repository
from awesomelint.entries.same import own_papers
from awesomelint.evidence import Evidence, Record
from awesomelint.finding import Safety, Severity
from awesomelint.online import Clock, Meant, Wishes, gather
from awesomelint.online.gather import _is_page
from awesomelint.online.pace import PAGES
from awesomelint.online.quirks import quirk_of
from awesomelint.online.services import arxiv, crossref, dblp, github, semanticscholar
from awesomelint.reading import Reader, read
from awesomelint.rules import RULES
from awesomelint.source import Source
from replay import Replay, Reply, Request, line_to
from test_services import entry as atom_entry
from test_services import feed

ONLINE = tuple(rule for rule in RULES if rule.needs)
KINDS = frozenset(("records", "publications", "repositories", "links"))
EACH = 50
BLOCKED = 200
SPEED = 25.0
# The server sees a request some milliseconds after it was sent, now more and now less, and more on a busy machine.
LATE = 0.1
SOMEBODY = ("Ada Lovelace",)


class World(NamedTuple):
    """The lists, what is planted in them, and the server's knowledge."""

    lists: list[AwesomeList]
    titles: dict[str, str]
    wrong: set[str]
    moved: set[str]
    published: set[str]
    dead: set[str]
    blocked: set[str]


def _papers(found: AwesomeList) -> Iterator[tuple[str, Entry]]:
    for entry in found.entries:
        if entry.title is not None and entry.certainty >= Entry.SURE:
            for link in own_papers(entry):
                if link.paper is not None and link.paper.scheme == "arxiv":
                    yield link.paper.number, entry


def _world(paths: list[Path]) -> World:
    """A world that knows everything of some lists, with faults at random places (seed 5)."""
    chance = random.Random(5)
    lists: list[AwesomeList] = []
    titles: dict[str, str] = {}
    preprints: list[str] = []
    pages: list[str] = []
    repositories: list[str] = []
    for path in sorted(paths, key=lambda path: (path.stat().st_size > 60_000, chance.random())):
        found = read(Source(path.read_text(encoding="utf-8-sig"), path.name))
        lists.append(found)
        for number, entry in _papers(found):
            assert entry.title is not None
            titles.setdefault(number, entry.title.text)
            venues = [part.venue for part in entry.fields if isinstance(part, VenueField)]
            if venues and all(venue.preprint for venue in venues):
                preprints.append(number)
        for address in addresses_of(found):
            if _is_page(address.url) and not quirk_of(address.url.partition("://")[2].partition("/")[0]).host:
                pages.append(address.url)
            elif (name := repository(address.url)) is not None:
                repositories.append(name.casefold())
        if len(set(preprints)) > 3 * EACH and len(set(pages)) > 2 * (EACH + BLOCKED):
            break
    pages, repositories = sorted(set(pages)), sorted(set(repositories))
    chosen = chance.sample(pages, EACH + BLOCKED)
    published = set(chance.sample(sorted(set(preprints)), EACH))
    wrong = set(chance.sample(sorted(set(titles) - published), EACH))
    return World(
        lists, titles, wrong, set(chance.sample(repositories, EACH)), published, set(chosen[:EACH]), set(chosen[EACH:])
    )


def _answers(world: World, web: Replay) -> None:
    """What the services and pages of the world say."""
    web.answers.append(lambda request: Reply(200, b"<p>a page</p>"))

    def arxiv_says(request: Request) -> Reply:
        numbers = request.plain.partition("id_list=")[2].partition("&")[0].split(",")
        chance = random.Random(len(web.log))
        chance.shuffle(numbers)
        return feed(
            *(
                atom_entry(
                    number,
                    "On Quite Another Matter of Astronomy"
                    if number in world.wrong
                    else _xml(world.titles.get(number, "Unheard of")),
                )
                for number in numbers
            )
        )

    def dblp_says(request: Request) -> Reply:
        words = request.plain.partition("q=")[2].partition("&format")[0]
        hits = [
            hit
            for number in world.published
            for hit in _pair(number, world.titles[number])
            if _same_words(words, world.titles[number])
        ]
        return Reply.of({"result": {"hits": {"hit": hits}}})

    def github_says(request: Request) -> Reply:
        query = json.loads(request.body)["query"]
        data = {}
        for alias, owner, name in re.findall(r'(r\d+): repository\(owner: "([^"]+)", name: "([^"]+)"\)', query):
            new = "new-" if f"{owner}/{name}".casefold() in world.moved else ""
            data[alias] = {"nameWithOwner": f"{new}{owner}/{name}", "isArchived": False, "stargazerCount": 1}
        return Reply.of({"data": data})

    web.on("export.arxiv.org", "", arxiv_says)
    web.on("dblp.org", "", dblp_says)
    web.on("api.github.com", "/graphql", github_says)
    web.on(
        "api.crossref.org",
        "",
        lambda request: (
            Reply.of({"message": {"items": []}})
            if "?" in request.path and "filter" in request.path
            else Reply(404, b"Resource not found.")
        ),
    )
    web.on("api.datacite.org", "", Reply(404))
    web.on("doi.org", "/api/handles", Reply.of({"responseCode": 1}))
    web.on("api.semanticscholar.org", "", Reply.of([]))
    web.on("api.openalex.org", "", Reply.of({"results": []}))
    web.on("eutils.ncbi.nlm.nih.gov", "", Reply.of({"result": {}}))
    walls = [Reply(403), Reply(429), Reply(202), Reply(401), Reply(418), Reply(503, b"", headers=(("Server", "cloudflare"),)), Reply(500), Reply(999), Reply(451),
             Reply(302, b"", headers=(("Location", "/login"),)), Reply(301, b"", headers=(("Location", "http://10.0.0.1/"),))]  # fmt: skip
    for number, url in enumerate(sorted(world.blocked)):
        _page(web, url, walls[number % len(walls)])
    for number, url in enumerate(sorted(world.dead)):
        _page(web, url, Reply(410 if number % 5 == 0 else 404))


def _page(web: Replay, url: str, reply: Reply) -> None:
    host, _, path = url.partition("://")[2].partition("#")[0].partition("/")

    def answer(request: Request) -> Reply | None:
        return reply if request.host == host.lower() and request.path == _path("/" + path) else None

    web.answers.insert(0, answer)


def _path(path: str) -> str:
    import httpx

    return httpx.URL("http://x" + path).raw_path.decode()


def _xml(title: str) -> str:
    return title.replace("&", "&amp;").replace("<", "&lt;")


def _same_words(words: str, title: str) -> bool:
    from awesomelint.entries.titles import title_letters

    return title_letters(words) == title_letters(title)


def _pair(number: str, title: str) -> list[dict[str, Any]]:
    authors = {"author": [{"text": "Ada Lovelace"}]}
    return [
        {
            "info": {
                "authors": authors,
                "title": title + ".",
                "venue": "CoRR",
                "year": "2023",
                "key": f"journals/corr/abs-{number}",
            }
        },
        {
            "info": {
                "authors": authors,
                "title": title + ".",
                "venue": "CVPR",
                "year": "2024",
                "key": f"conf/cvpr/{number}",
            }
        },
    ]


def test_a_world_with_planted_faults(corpus: list[Path]) -> None:
    """One run over the lists, as long as its hosts' paces are; what it gathered and how it asked is then judged."""
    world = _world(corpus)
    web = Replay()
    _answers(world, web)
    with web.running():
        evidence = gather(
            [Meant(found) for found in world.lists], Wishes(KINDS), line_to(web, speed=SPEED, GitHub="token")
        )
    _everything_planted_is_found(world, evidence)
    _no_host_is_asked_faster_than_its_pace(web)
    _nothing_private_is_asked(web)
    _fixes_keep_the_laws(world, evidence)


def _findings(world: World, evidence: Evidence) -> Iterator[tuple[AwesomeList, Any]]:
    for found in world.lists:
        for one in check(found.source, Settings(Reader(()), rules=ONLINE, evidence=evidence)).findings:
            yield found, one


def _everything_planted_is_found(world: World, evidence: Evidence) -> None:
    said: dict[str, set[str]] = {}
    errors = 0
    for found, one in _findings(world, evidence):
        text = found.source.slice(one.span)
        said.setdefault(one.rule, set()).add(text + " " + one.message)
        errors += one.rule == "wrong-work" and one.severity == Severity.ERROR
    wrong = {number for number in world.wrong if any(f"arxiv:{number})" in text for text in said["wrong-work"])}
    assert sorted(world.wrong - wrong) == []
    # The lists have wrong numbers of their own: one number under two titles.
    assert len(said["wrong-work"]) <= 1.3 * len(wrong), "right numbers are not called wrong"
    assert errors >= 0.8 * len(world.wrong)
    moved = {
        name for name in world.moved if any(f"new-{name} now" in text.casefold() for text in said["moved-repository"])
    }
    assert sorted(world.moved - moved) == []
    published = {number for number in world.published if any(number in text for text in said["published-preprint"])}
    assert sorted(world.published - published) == []
    assert len(said["dead-link"]) >= EACH
    assert [url for url in world.blocked if evidence.links[url].state == "gone"] == []
    gone = {
        url
        for url, state in evidence.links.items()
        if state.state == "gone" and "can have the number" not in state.reason
    }
    assert gone == world.dead


def _paced(gaps: list[float], wanted: float) -> bool:
    """Whether every stretch of ten requests, and all of them, took as long as the pace asks for."""
    stretches = [gaps, *(gaps[at : at + 10] for at in range(max(0, len(gaps) - 9)))]
    return all(sum(one) >= wanted * len(one) - LATE for one in stretches)


def _no_host_is_asked_faster_than_its_pace(web: Replay) -> None:
    paces = {
        service.host: service.pace
        for service in (arxiv.SERVICE, crossref.SERVICE, dblp.SERVICE, semanticscholar.SERVICE)
    }
    paces[github.HOST] = github.service(line_to(web, GitHub="token").access).pace
    hosts = {one.host for one in web.log}
    assert {"export.arxiv.org", "dblp.org", "api.github.com"} <= hosts
    for host in hosts:
        gap = paces[host].gap if host in paces else max(PAGES.gap, quirk_of(host).gap)
        wanted = gap / SPEED
        assert _paced(web.gaps(host), wanted), (host, wanted)
        assert web.most_at_once(host) == 1, host


def _fixes_keep_the_laws(world: World, evidence: Evidence) -> None:
    """What the online rules mend settles, loses nothing (`fix` raises where it would), and names every repository as it is called today."""
    settings = Settings(Reader(()), rules=ONLINE, evidence=evidence)
    for found in world.lists:
        once = fix(found.source, settings, Safety.UNSAFE)
        assert fix(once.source, settings, Safety.UNSAFE).source.text == once.source.text
        moved = [one for one in once.after.findings if one.rule == "moved-repository"]
        assert all(one.fix is None for one in moved), found.source.name


def _nothing_private_is_asked(web: Replay) -> None:
    assert not [one for one in web.log if one.host == "localhost" or one.host.replace(".", "").isdigit()]


def _wait_for(web: Replay, requests: int) -> None:
    """Until the server has seen so many, however slow the machine is."""
    end = time.monotonic() + 60
    while len(web.log) < requests and time.monotonic() < end:
        time.sleep(0.02)
    assert len(web.log) >= requests


@pytest.mark.parametrize("after", [14, 40])
def test_killed_and_started_again_it_does_not_ask_for_what_it_knows(tmp_path: Path, after: int) -> None:
    entries = "\n".join(
        f"- [A Study of Number {n}](https://host{n % 7}.example/{n}). Ada Lovelace. *arXiv*. [code](https://github.com/ada/r{n})"
        for n in range(40)
    )
    (tmp_path / "README.md").write_text(f"# Papers\n\n{entries}\n", encoding="utf-8")
    web = Replay()
    web.answers.append(lambda request: Reply(200))
    web.on("api.github.com", "", lambda request: Reply.of({"full_name": request.path.removeprefix("/repos/")}))
    with web.running():
        environment = {
            "AWESOMELINT_ONLINE_VIA": f"127.0.0.1:{web.port}",
            "AWESOMELINT_CACHE_DIR": str(tmp_path / "cache"),
            "PATH": "",
        }
        command = [
            sys.executable,
            "-m",
            "awesomelint",
            "check",
            "--online",
            "--select",
            "online",
            "--isolated",
            "README.md",
        ]
        first = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _wait_for(web, after)
        first.send_signal(signal.SIGKILL)
        first.wait()
        before = len(web.log)
        answered = {(one.host, one.path) for one in web.log[: before - 8]}
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=120)
        again = [(one.host, one.path) for one in web.log[before:]]
        assert not answered & set(again)
        assert {f"/{n}" for n in range(40)} <= {one.path for one in web.log}
        done = len(web.log)
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=120)
        assert len(web.log) == done, "a third run asks for nothing"


def test_an_interrupt_keeps_what_was_learnt(tmp_path: Path) -> None:
    entries = "\n".join(f"- [A Study of Number {n}](https://host.example/{n}). Ada Lovelace." for n in range(40))
    (tmp_path / "README.md").write_text(f"# Papers\n\n{entries}\n", encoding="utf-8")
    web = Replay()
    web.answers.append(lambda request: Reply(200))
    with web.running():
        environment = {
            "AWESOMELINT_ONLINE_VIA": f"127.0.0.1:{web.port}",
            "AWESOMELINT_CACHE_DIR": str(tmp_path / "cache"),
            "PATH": "",
        }
        command = [sys.executable, "-m", "awesomelint", "links", "--isolated", "README.md"]
        # A shell starts what runs in the background with interrupts ignored; ours is to hear them.
        heard = signal.signal(signal.SIGINT, signal.default_int_handler)
        first = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        signal.signal(signal.SIGINT, heard)
        _wait_for(web, 5)
        first.send_signal(signal.SIGINT)
        _, said = first.communicate(timeout=10)
        assert first.returncode == 130
        assert "Traceback" not in said
        before = {one.path for one in web.log[:-1]}
        assert before
        done = len(web.log)
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=120)
        assert not before & {one.path for one in web.log[done:]}


def test_two_runs_at_once_keep_one_pace(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    web = Replay()
    web.on("dblp.org", "", Reply.of({"result": {"hits": {}}}))
    web.on("export.arxiv.org", "", lambda request: feed())
    with web.running():
        clock = Clock(SPEED)
        lines = [line_to(web, tmp_path / "c.sqlite3", clock=clock) for _ in range(2)]
        jobs = [
            (line, service, [f"A Study of {start + n}" for n in range(5)])
            for start, line in enumerate(lines)
            for service in (dblp.SERVICE, arxiv.SERVICE._replace(batch=1))
        ]
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda job: job[0].lookup(job[1], [f"{id(job[0])} {key}" for key in job[2]]), jobs))
    assert _paced(web.gaps("dblp.org"), 1.5 / SPEED)
    assert _paced(web.gaps("export.arxiv.org"), 3.0 / SPEED)
    assert web.most_at_once("export.arxiv.org") == 1


def test_records_survive_the_cache_as_they_were() -> None:
    record = Record("arXiv", "arxiv:2303.00001", "A Study", SOMEBODY, dates=("2023-03-01",))
    from awesomelint.evidence import record_from

    assert record_from(record._asdict()) == record
