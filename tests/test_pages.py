"""Pages and links: what is dead, what has moved, what does not talk to programs; and what is never asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import httpcore
import pytest

from awesomelint.errors import Barred, NoNetwork, NoSuchHost, Unanswered
from awesomelint.evidence import ALIVE, GONE, MOVED, REFUSED, UNSURE
from awesomelint.online import Ask, Http, Meant, Via, Wishes, gather
from awesomelint.online.guard import Deadline, Guard, is_public
from awesomelint.online.pages import state_of
from awesomelint.online.quirks import QUIRKS
from awesomelint.reading import read
from awesomelint.source import Source
from replay import Replay, Reply, Request, line_to


@pytest.fixture
def web() -> Iterator[Replay]:
    with Replay().running() as replay:
        yield replay


def to(url: str, status: int = 301) -> Reply:
    return Reply(status, b"", headers=(("Location", url),))


def at(path: str, reply: Reply) -> Callable[[Request], Reply]:
    """One answer for that very path, and the page for every other one."""
    return lambda request: reply if request.path == path else HERE


HERE = Reply(200, b"<h1 id='there'>here</h1><a name=old></a>")


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, ALIVE), (204, ALIVE), (206, ALIVE), (404, GONE), (410, GONE), (202, REFUSED), (401, REFUSED), (403, REFUSED), (406, REFUSED), (405, REFUSED),
        (418, REFUSED), (429, REFUSED), (451, REFUSED), (999, REFUSED), (400, UNSURE), (500, UNSURE), (503, UNSURE), (304, UNSURE),
    ],
)  # fmt: skip
def test_only_404_and_410_are_dead(web: Replay, status: int, state: str) -> None:
    web.on("page.example", "", Reply(status, b"secret words of a page" if status not in (204, 304) else b""))
    found = state_of(line_to(web), "https://page.example/paper")
    assert found.state == state
    assert "secret" not in found.reason


@pytest.mark.parametrize(
    ("hops", "state", "target"),
    [
        (["https://b.example/paper"], MOVED, "https://b.example/paper"),
        (["https://b.example/1", "https://c.example/paper"], MOVED, "https://c.example/paper"),
        (["https://a.example/paper/"], ALIVE, ""),
        (["https://www.a.example/paper"], ALIVE, ""),
        (["https://a.example/en/paper"], ALIVE, ""),
        (["https://b.example/"], UNSURE, ""),
        (["https://b.example/index.html"], UNSURE, ""),
        (["https://b.example/login?next=/paper"], REFUSED, ""),
        (["https://accounts.b.example/x"], REFUSED, ""),
        (["https://b.example/paper?token=abc"], ALIVE, ""),
        (["https://a.example/paper"], UNSURE, ""),
        (["ftp://b.example/paper"], UNSURE, ""),
        (["http://127.0.0.1/paper"], UNSURE, ""),
        (["http://[::1]:80/paper"], UNSURE, ""),
        (["http://169.254.169.254/latest/meta-data"], UNSURE, ""),
        (["http://2130706433/"], UNSURE, ""),
        (["http://0x7f.1/"], UNSURE, ""),
        (["https://user:password@b.example/paper"], UNSURE, ""),
        (["https://b.example:8443/paper"], UNSURE, ""),
    ],
)
def test_a_move_counts_where_every_hop_is_permanent_and_leads_to_a_page(
    web: Replay, hops: list[str], state: str, target: str
) -> None:
    start = "https://a.example/paper"
    for host in ("a.example", "b.example", "c.example", "www.a.example", "accounts.b.example"):
        web.on(host, "", HERE)
    for here, there in zip([start, *hops], hops, strict=False):
        host, _, path = here.partition("://")[2].partition("/")
        web.on(host, "/" + path, at("/" + path, to(there)))
    found = state_of(line_to(web), start)
    assert (found.state, found.target) == (state, target)
    assert not [one for one in web.log if one.host[0].isdigit() or one.host.startswith("[")]


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_passing_redirect_is_no_move(web: Replay, status: int) -> None:
    web.on("a.example", "", to("https://b.example/paper", status))
    web.on("b.example", "", HERE)
    assert state_of(line_to(web), "https://a.example/paper").state == ALIVE


def test_endless_redirects_and_circles_end(web: Replay) -> None:
    web.on("a.example", "", lambda request: to(f"https://a.example/{len(web.log)}"))
    assert "on and on" in state_of(line_to(web), "https://a.example/x").reason
    web.on("b.example", "/x", to("https://b.example/y"))
    web.on("b.example", "/y", to("https://b.example/x"))
    assert "circle" in state_of(line_to(web), "https://b.example/x").reason


def test_a_page_that_was_away_for_a_moment_is_not_dead(web: Replay) -> None:
    replies = iter([Reply(404), HERE])
    web.on("a.example", "", lambda request: next(replies))
    assert state_of(line_to(web), "https://a.example/x").state == ALIVE


def test_a_cut_connection_and_a_dripping_one_are_unsure(web: Replay) -> None:
    web.on("cut.example", "", Reply(200, b"", cut=True))
    assert state_of(line_to(web), "https://cut.example/").state == ALIVE, (
        "the head has come, and that is all that is asked for"
    )
    web.on("drip.example", "", Reply(200, b"x" * 10_000, drip=0.02))
    http = Http("test", Via("127.0.0.1", web.port))
    start = time.monotonic()
    with pytest.raises(Unanswered, match="no answer within"):
        http.send(Ask("https://drip.example/", seconds=0.5, limit=100_000))
    assert time.monotonic() - start < 3


def test_a_body_is_read_up_to_its_limit(web: Replay) -> None:
    web.on("large.example", "", Reply(200, b"x" * 3_000_000))
    http = Http("test", Via("127.0.0.1", web.port))
    assert len(http.send(Ask("https://large.example/", limit=1000)).body) == 1000
    assert http.send(Ask("https://large.example/", limit=0)).body == b""


def test_no_cookie_and_no_key_goes_to_a_page(web: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    web.on("a.example", "/one", Reply(200, b"", headers=(("Set-Cookie", "session=1; Path=/"),)))
    web.on("a.example", "/two", HERE)
    line = line_to(web, GitHub="secret", Semantic_Scholar="secret")
    for path in ("one", "two"):
        assert state_of(line, f"https://a.example/{path}").state == ALIVE
    assert all(not {"cookie", "authorization", "x-api-key"} & set(one.headers) for one in web.log)


@pytest.mark.parametrize(
    ("fragment", "state"),
    [("there", ALIVE), ("old", ALIVE), ("nowhere", UNSURE), ("", ALIVE), (":~:text=x", ALIVE), ("top", ALIVE)],
)
def test_places_within_pages_are_looked_for_where_asked(web: Replay, fragment: str, state: str) -> None:
    web.on("a.example", "", HERE)
    url = f"https://a.example/page#{fragment}"
    assert state_of(line_to(web), url, fragments=True).state == state
    assert state_of(line_to(web), url).state == ALIVE


def test_quirks_are_data(web: Replay) -> None:
    for quirk in QUIRKS:
        assert all(state in (ALIVE, GONE, MOVED, REFUSED, UNSURE) for _, state in quirk.means)
    assert state_of(line_to(web), "https://img.shields.io/github/stars/a/b").state == REFUSED
    assert state_of(line_to(web), "https://x.com/ada").state == REFUSED
    assert not web.log
    web.on("www.youtube.com", "/oembed", lambda request: Reply.of({}) if "v=here" in request.plain else Reply(400))
    assert state_of(line_to(web), "https://www.youtube.com/watch?v=here").state == ALIVE
    assert state_of(line_to(web), "https://youtu.be/gone").state == GONE


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::",
     "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fe80::1%eth0", "not an address"],
)  # fmt: skip
def test_private_addresses_are_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "151.101.1.69", "2606:4700:4700::1111"])
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("addresses", [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:192.168.0.1"]])
def test_a_name_that_leads_to_a_private_address_is_refused(addresses: list[str]) -> None:
    guard = Guard(Deadline(), lambda host, port: addresses)
    with pytest.raises(Barred, match="private"):
        guard.connect_tcp("rebinding.example", 80, timeout=0.1)


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    connected = []

    def connect(self: object, host: str, port: int, *more: object) -> None:
        connected.append(host)
        raise httpcore.ConnectError("stop here")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    guard = Guard(Deadline(), lambda host, port: next(answers))
    with pytest.raises(httpcore.ConnectError):
        guard.connect_tcp("rebinding.example", 443)
    assert connected == ["8.8.8.8"]


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "http://a.example:22/",
        "http://u:p@a.example/",
        "http:///x",
        "http://[::1]/",
        "http://127.1/",
        "gopher://a/",
    ],
)
def test_addresses_that_are_never_asked(web: Replay, url: str) -> None:
    with pytest.raises(Barred):
        Http("test", Via("127.0.0.1", web.port)).send(Ask(url))
    with pytest.raises(Barred):
        Http("test").send(Ask(url))
    assert not web.log


LIST = """# Papers

- [A Study of One](https://a.example/one). Ada Lovelace. CVPR 2023. [code](https://github.com/ada/one)
- [A Study of Two](https://gone.invalid/two). Alan Turing. CVPR 2023. [code](https://github.com/alan/two)
- [A Study of Three](http://localhost/three). Emmy Noether. CVPR 2023. [arXiv](https://arxiv.org/abs/2303.99999)
"""


def test_services_come_before_pages_and_no_host_is_a_dead_link(web: Replay) -> None:
    web.on("a.example", "", HERE)
    web.on("api.github.com", "/repos/ada/one", Reply.of({"full_name": "ada/one"}))
    evidence = gather([Meant(read(Source(LIST)))], Wishes(frozenset(("links",))), line_to(web))
    states = {url: state.state for url, state in evidence.links.items()}
    assert states["https://a.example/one"] == ALIVE
    assert states["https://github.com/ada/one"] == ALIVE
    assert states["https://github.com/alan/two"] == GONE
    assert states["https://gone.invalid/two"] == GONE
    assert states["http://localhost/three"] == UNSURE
    assert not web.asked("github.com"), "the service has answered"


def test_without_a_network_each_service_is_named_once_and_nothing_is_found() -> None:
    def nobody(host: str, port: int) -> list[str]:
        raise NoNetwork("no name can be looked up")

    web = Replay()
    line = line_to(web)
    line.http = Http("test", lookup=nobody)
    evidence = gather(
        [Meant(read(Source(LIST)))], Wishes(frozenset(("links", "records", "repositories", "publications"))), line
    )
    assert not evidence.links or all(state.reason.startswith("no paper can have") for state in evidence.links.values())
    assert not evidence.records
    assert not evidence.repositories
    names = [one.service for one in evidence.silent]
    assert sorted(set(names)) == sorted(names)
    assert {"GitHub", "pages"} <= set(names)


def test_no_such_host_is_believed_only_where_names_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    from awesomelint.online import guard

    def unknown(host: str, *more: object, **others: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NoNetwork):
        guard.resolve("gone.example", 443)

    def one_known(host: str, *more: object, **others: object) -> list[object]:
        return [(None, None, None, None, ("8.8.8.8", 443))] if host == guard.KNOWN_NAME else unknown(host)

    monkeypatch.setattr(socket, "getaddrinfo", one_known)
    with pytest.raises(NoSuchHost):
        guard.resolve("gone.example", 443)


@pytest.mark.parametrize("location", ["http://[bad/x", "https://[::g]/"])
def test_a_redirect_to_no_address_is_unsure(web: Replay, location: str) -> None:
    web.on("a.example", "", to(location))
    assert state_of(line_to(web), "https://a.example/x").state == UNSURE
    assert state_of(line_to(web), location).state == UNSURE


def test_a_channel_is_no_video(web: Replay) -> None:
    web.on("www.youtube.com", "", Reply(404))
    assert state_of(line_to(web), "https://www.youtube.com/@someone").state == UNSURE
    assert not [one for one in web.log if "oembed" in one.path]


def test_a_page_that_no_parser_reads_has_the_place(web: Replay) -> None:
    web.on("a.example", "", Reply(200, b"<![foo[ x"))
    assert state_of(line_to(web), "https://a.example/x#y", fragments=True).state == ALIVE


def test_a_host_that_is_down_is_left_alone(web: Replay) -> None:
    web.on("a.example", "", Reply(429))
    rows = "".join(f"- [A Study of Number {n}](https://a.example/{n}). Ada Lovelace. CVPR 2023.\n" for n in range(30))
    evidence = gather([Meant(read(Source(f"# Papers\n\n{rows}")))], Wishes(frozenset(("links",))), line_to(web))
    assert len(evidence.links) == 30
    assert not [one for one in evidence.links.values() if one.state in (ALIVE, GONE)]
    assert len(web.log) <= 5
