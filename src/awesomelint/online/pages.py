"""Whether a page is there: alive, gone, moved, refused or unsure.

In goes an address, out comes its `LinkState`. Only the head of an answer is read, unless a fragment is looked for. Every hop is a request of its own, through the same
guard and at its host's pace. Gone is what says 404 or 410 twice, or has no host; a move counts where every hop is permanent and the end is another page that is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urljoin, urlsplit

from ..errors import Barred, NoNetwork, NoSuchHost, Unanswered
from ..evidence import ALIVE, GONE, MOVED, REFUSED, UNSURE, LinkState
from .http import Answer, Ask
from .pace import PAGES, Pace, retry_after
from .quirks import DOORS, Quirk, quirk_of
from .service import LONGEST_WAIT, Line

HOPS = 8
SECONDS = 20.0
FRAGMENT_BYTES = 2_000_000
PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_REFUSING = frozenset((202, 401, 402, 403, 405, 406, 407, 412, 418, 423, 425, 429, 451, 999))
# What a link leads to for a few minutes is no place to write down.
_PASSING = frozenset(
    "token signature sig x-amz-signature expires key auth session sessionid sid ticket jsessionid code state nonce".split()
)
_FRONT = re.compile(r"^/?(?:index\.\w+|home|default\.aspx|[a-z]{2}(?:-[a-z]{2})?)?/?$", re.I)
# What a description can be asked of: a video, not its channel.
_ASKED_FOR = re.compile(r"/(?:watch\?|shorts/|live/|embed/|playlist\?)|//youtu\.be/[\w-]")
_LOCALE = re.compile(r"^/[a-z]{2}(?:[-_][a-z]{2})?(?=/)", re.I)


class _Hop(NamedTuple):
    url: str
    answer: Answer


def state_of(line: Line, url: str, fragments: bool = False) -> LinkState:
    """What is known of a page. Raises Stopped, and NoNetwork where no page can be asked."""
    try:
        return _state(line, "https:" + url if url.startswith("//") else url, fragments)
    except ValueError:
        # An address that cannot be taken apart, the list's own or a redirect's (`http://[bad/`).
        return LinkState(UNSURE, "no address that can be asked")


def _state(line: Line, address: str, fragments: bool) -> LinkState:
    host = (urlsplit(address).hostname or "").lower()
    quirk = quirk_of(host)
    if quirk.never:
        return LinkState(REFUSED, quirk.never)
    if quirk.ask and not _ASKED_FOR.search(address):
        quirk = quirk._replace(ask="", means=((404, UNSURE), (400, UNSURE)))
    seen = _tried(line, address, quirk, fragments)
    if seen.state == GONE and not seen.reason.startswith("there is no host"):
        # A page that was away for a moment is not dead: it is asked twice.
        line.clock.wait(1.0)
        again = _tried(line, address, quirk, fragments)
        return seen if again.state == GONE else again._replace(state=again.state if again.state != MOVED else UNSURE)
    return seen


def _tried(line: Line, address: str, quirk: Quirk, fragments: bool) -> LinkState:
    asked = quirk.ask.replace("{url}", quote(address, safe="")) if quirk.ask else address
    try:
        hops = _hops(line, asked, fragments and not quirk.ask)
    except NoNetwork:
        raise
    except NoSuchHost as error:
        return LinkState(GONE, str(error))
    except Barred as error:
        return LinkState(UNSURE, str(error))
    except Unanswered as error:
        return LinkState(UNSURE, str(error))
    if isinstance(hops, LinkState):
        return hops
    judged = _judged(asked, hops, quirk)
    if quirk.ask and judged.state == MOVED:
        return LinkState(ALIVE)
    if judged.state in (ALIVE, MOVED) and fragments and not quirk.ask and not _has_fragment(address, hops[-1].answer):
        return LinkState(UNSURE, f"the page has no place called #{urlsplit(address).fragment}")
    return judged


def _hops(line: Line, url: str, fragments: bool) -> list[_Hop] | LinkState:
    """The way from an address to its page, or why it has no end."""
    made: list[_Hop] = []
    limit = FRAGMENT_BYTES if fragments and urlsplit(url).fragment else 0
    seen = set()
    for _ in range(HOPS + 1):
        if url in seen:
            return LinkState(UNSURE, "it leads in a circle")
        seen.add(url)
        if made and _is_door(url):
            return LinkState(REFUSED, "it leads to a login")
        answer = _asked(line, Ask(url, limit=limit, seconds=SECONDS))
        made.append(_Hop(url, answer))
        if answer.status not in _REDIRECTS or not answer.location:
            return made
        following = urljoin(url, answer.location)
        if urlsplit(following).scheme not in ("http", "https"):
            return LinkState(UNSURE, "it leads away from the web")
        url = following.partition("#")[0] if limit == 0 else following
    return LinkState(UNSURE, f"it leads on and on, over {HOPS} hops")


def _asked(line: Line, ask: Ask) -> Answer:
    """One answer; what a server could not do at the moment is asked once more."""
    quirk = quirk_of(ask.host)
    pace = Pace(quirk.gap) if quirk.gap else PAGES
    failure = Unanswered("no answer")
    for attempt in range(2):
        try:
            with line.pacer.slot(ask.host, pace, ask.seconds):
                answer = line.http.send(ask)
            if answer.status == 429:
                line.pacer.slow_down(ask.host, min(LONGEST_WAIT, retry_after(answer, line.clock.now()) or 2.0))
            if answer.status not in (500, 502, 503, 504, 408) or attempt:
                return answer
            line.clock.wait(min(LONGEST_WAIT, retry_after(answer, line.clock.now()) or 2.0))
        except (NoSuchHost, NoNetwork):
            raise
        except Unanswered as error:
            failure = error
            if attempt == 0:
                line.clock.wait(1.0)
    raise failure


def _judged(asked: str, hops: list[_Hop], quirk: Quirk) -> LinkState:
    answer = hops[-1].answer
    status = answer.status
    meant = dict(quirk.means).get(status) or dict(quirk_of(urlsplit(hops[-1].url).hostname or "").means).get(status)
    said = f"the page answers {status}"
    if meant is not None:
        return LinkState(meant, said if meant != ALIVE else "")
    if status in (404, 410):
        return LinkState(GONE, said)
    if status in _REFUSING or (status == 503 and _is_challenge(answer)):
        return LinkState(REFUSED, said)
    if not 200 <= status < 300:
        return LinkState(UNSURE, said)
    if len(hops) == 1:
        return LinkState(ALIVE)
    return _moved(asked, hops)


def _moved(asked: str, hops: list[_Hop]) -> LinkState:
    """What a way that ends at a page means: a move, a front page in the place of what was there, or nothing."""
    end = hops[-1].url
    first, last = urlsplit(asked), urlsplit(end)
    if _FRONT.match(last.path) and not last.query and not _FRONT.match(first.path):
        return LinkState(UNSURE, "it leads to a front page")
    if any(hop.answer.status not in PERMANENT for hop in hops[:-1]) or _one_page(asked, end):
        return LinkState(ALIVE)
    if any(name.casefold() in _PASSING for name, _ in parse_qsl(last.query)):
        return LinkState(ALIVE)
    target = end + (f"#{first.fragment}" if first.fragment and not last.fragment else "")
    return LinkState(MOVED, "every hop is permanent", target)


def _one_page(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing that anybody would write down: `www.`, a closing slash, the reader's language, letters' case."""
    return _plainly(one) == _plainly(other)


def _plainly(url: str) -> tuple[str, str, str, str]:
    parts = urlsplit(url)
    path = _LOCALE.sub("", unquote(parts.path)).rstrip("/").casefold()
    return parts.scheme, (parts.hostname or "").removeprefix("www."), path, unquote(parts.query)


def _is_door(url: str) -> bool:
    parts = urlsplit(url)
    words = re.split(r"[./_]", f"{parts.hostname or ''}{parts.path}".casefold())
    return any(word in DOORS for word in words)


def _is_challenge(answer: Answer) -> bool:
    return "cf-mitigated" in answer.headers or "cloudflare" in answer.headers.get("server", "").casefold()


def _has_fragment(url: str, answer: Answer) -> bool:
    """Whether a page has the place that an address names; what is drawn by a script, or cut off, may have it."""
    fragment = unquote(urlsplit(url).fragment)
    kind = answer.headers.get("content-type", "")
    if (
        not fragment
        or "html" not in kind
        or fragment.startswith((":~:", "/", "!"))
        or len(answer.body) >= FRAGMENT_BYTES
    ):
        return True
    try:
        names = set(_names(answer.body.decode("utf-8", "replace")))
    except AssertionError:  # html.parser on a marked section that it does not know
        return True
    return fragment in names or f"user-content-{fragment}" in names or fragment.casefold() == "top"


def _names(page: str) -> Iterator[str]:
    reader = _Names()
    reader.feed(page)
    yield from reader.found


class _Names(HTMLParser):
    """The places of a page: the values of `id`, and of `name` on anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if value and (name == "id" or (name == "name" and tag == "a"))]
