"""What a service is, and how its answers are looked up: in the cache first, then in batches at its pace.

In go keys (paper numbers, repositories, titles), out come the values that the service has for them; None says that the service has none. A service that does not
answer is silent for the rest of the run and named once.
"""

from __future__ import annotations

import json
import math
import random
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from ..errors import Barred, NoNetwork, Spent, Unanswered
from ..evidence import Silence
from .cache import Cache
from .clock import Clock
from .http import Answer, Ask, Http
from .pace import Pace, Pacer, retry_after

T = TypeVar("T")
TRIES = 3
# Nobody waits longer than a minute for one answer.
LONGEST_WAIT = 60.0
_DAY = 86400.0
# After so many answers that cannot be used in a row a service is left alone.
PATIENCE = 2
_AGAIN = frozenset((408, 429, 500, 502, 503, 504))


class Access(NamedTuple):
    """What the user has given for the services: an address to write to, and keys, which go to their own service only."""

    mailto: str = ""
    keys: Mapping[str, str] = {}
    version: str = ""

    @property
    def agent(self) -> str:
        """How we introduce ourselves, to services and pages alike."""
        to = f"; mailto:{self.mailto}" if self.mailto else ""
        return f"awesomelint/{self.version} (linter of paper lists{to})"


class Service(NamedTuple):
    """One service: where it is, how fast it may be asked, what to ask and how to read the answer."""

    name: str
    host: str
    pace: Pace
    batch: int
    asks: Callable[[Sequence[str], Access], Ask]
    reads: Callable[[Answer, Sequence[str]], Mapping[str, Any]]
    """Values by key, None for what the service says it has not; a key that is absent was not spoken of. Raises Unanswered or Spent."""
    kind: str = "record"
    confirms: bool = False
    """Whether a key that an answer passes over has to be asked for again before it counts as missing."""
    needs_key: bool = False


class Line:
    """The way to all services: cache, pace, retries, and who has fallen silent."""

    def __init__(
        self, http: Http, cache: Cache, clock: Clock, access: Access, offline: bool = False, since: float = 0.0
    ) -> None:
        """`since` is the moment before which nothing in the cache counts (for --refresh)."""
        self.http = http
        self.cache = cache
        self.clock = clock
        self.access = access
        self.offline = offline
        self.pacer = Pacer(cache, clock)
        self.told: Callable[[str, int, int], None] = lambda name, done, total: None
        self._since = since
        self._silent: dict[str, str] = {}
        self._missed: dict[str, int] = {}
        self._lock = threading.Lock()

    @property
    def silent(self) -> tuple[Silence, ...]:
        return tuple(Silence(name, reason) for name, reason in sorted(self._silent.items()))

    def falls_silent(self, name: str, reason: str) -> None:
        with self._lock:
            self._silent.setdefault(name, reason)

    def is_silent(self, name: str) -> bool:
        return name in self._silent

    def known(self, service: str, keys: Sequence[str]) -> dict[str, Any]:
        """What the cache has, young enough; of any age where nothing may be asked."""
        return self.cache.known(service, keys, None if self.offline else self.clock.now(), self._since)

    def lookup(self, service: Service, keys: Sequence[str], most: int | None = None) -> dict[str, Any]:
        """The service's values for keys, None for those that it has not. At most `most` are asked for."""
        wanted = list(dict.fromkeys(keys))
        found = self.known(service.name, wanted)
        left = [key for key in wanted if key not in found]
        if not left:
            return found
        if self.offline:
            self.falls_silent(service.name, f"{len(left)} of {len(wanted)} are not known offline")
            return found
        if service.needs_key and not self.access.keys.get(service.name):
            return found
        if most is not None and len(left) > most:
            self.falls_silent(service.name, f"{most} of {len(left)} were asked for in this run; the next one goes on")
            left = left[:most]
        done = 0
        for at in range(0, len(left), service.batch):
            part = left[at : at + service.batch]
            if self.stands_back(service):
                break
            found |= self._batch(service, part)
            done += len(part)
            self.told(service.name, done, len(left))
        return found

    def stands_back(self, service: Service) -> bool:
        """Whether a service is not to be asked: it has said so, or has not answered."""
        why = self.cache.spent(service.host, self.clock.now())
        if why:
            self.falls_silent(service.name, why)
        return bool(why) or self._missed.get(service.name, 0) >= PATIENCE

    def _batch(self, service: Service, keys: Sequence[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        try:
            found = dict(self._asked(service, keys))
            passed_over = [key for key in keys if key not in found]
            if passed_over and service.confirms:
                again = dict(self._asked(service, passed_over))
                found |= {key: again.get(key) for key in passed_over}
                self._keep(service, found)
            self._missed[service.name] = 0
        except _Refused as refused:
            if len(keys) > 1:
                # One number that the service cannot read costs the whole batch: halves find it.
                middle = len(keys) // 2
                return self._batch(service, keys[:middle]) | self._batch(service, keys[middle:])
            self.falls_silent(service.name, str(refused))
        except Spent as spent:
            now = self.clock.now()
            # Nobody is shut out for longer than a day, whatever an answer says.
            until = min(spent.until, now + _DAY) if math.isfinite(spent.until) else now + _DAY
            self.cache.spend(service.host, until, str(spent))
            self.falls_silent(service.name, str(spent))
            self._missed[service.name] = PATIENCE
        except (Unanswered, Barred) as error:
            self.falls_silent(service.name, str(error))
            self._missed[service.name] = self._missed.get(service.name, 0) + (
                PATIENCE if isinstance(error, NoNetwork) else 1
            )
        return found

    def _asked(self, service: Service, keys: Sequence[str]) -> Mapping[str, Any]:
        """One request for a batch; what it says is kept at once, so that an interrupt loses nothing."""
        answer = self.send(service.asks(keys, self.access), service.pace, service.name)
        if answer.status == 400:
            raise _Refused("the service cannot read the request")
        try:
            found = service.reads(answer, keys)
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            raise Unanswered("the answer has another form than expected") from error
        wanted = set(keys)
        # The same values as the cache will give: no tuple today that is a list tomorrow.
        said: dict[str, Any] = json.loads(json.dumps({key: value for key, value in found.items() if key in wanted}))
        self._keep(service, said)
        return said

    def _keep(self, service: Service, found: Mapping[str, Any]) -> None:
        now = self.clock.now()
        there = {key: value for key, value in found.items() if value is not None}
        self.cache.keep(service.name, service.kind, there, now)
        self.cache.keep(service.name, "missing", {key: None for key in found if key not in there}, now)

    def send(self, ask: Ask, pace: Pace, name: str) -> Answer:
        """One answer, waited and asked for again within bounds; redirects on the same host are followed. Raises Unanswered or Spent."""
        for hop in range(4):
            answer = self._patiently(ask, pace)
            if answer.status not in (301, 302, 307, 308) or not answer.location:
                return answer
            following = ask._replace(url=_joined(ask.url, answer.location), params=())
            less_safe = ask.url.startswith("https:") and not following.url.startswith("https:")
            if following.host != ask.host or less_safe or hop == 3:
                raise Unanswered(f"{name} sends us elsewhere")
            ask = following
        raise AssertionError("unreachable")

    def _patiently(self, ask: Ask, pace: Pace) -> Answer:
        failure = Unanswered("no answer")
        for attempt in range(TRIES):
            wait = 2.0 ** (attempt + 1)
            try:
                with self.pacer.slot(ask.host, pace, ask.seconds):
                    answer = self.http.send(ask)
                self.pacer.heed(ask.host, answer)
                if answer.status not in _AGAIN:
                    return answer
                asked = retry_after(answer, self.clock.now())
                if asked is None and answer.status == 429 and b"budget" in answer.body[:2000]:
                    return answer  # a day's budget does not come back by waiting
                said = f"it answers {answer.status}" + (" (too many requests)" if answer.status == 429 else "")
                failure = Unanswered(said)
                if asked is not None and asked > LONGEST_WAIT:
                    raise Spent(f"{said} and asks for {asked / 60:.0f} minutes of rest", self.clock.now() + asked)
                wait = asked if asked is not None else wait
            except NoNetwork:
                raise
            except Unanswered as error:
                failure = error
            if attempt + 1 < TRIES:
                self.clock.wait(wait + random.uniform(0, wait / 4))
        raise failure


class _Refused(Unanswered):
    """The request itself was not understood."""


def _joined(base: str, location: str) -> str:
    from urllib.parse import urljoin, urlsplit

    try:
        joined = urljoin(base, location)
        urlsplit(joined)
    except ValueError as error:
        raise Unanswered("it leads to no address") from error
    return joined


def expect(answer: Answer, *statuses: int) -> None:
    """Raises Unanswered, or Spent where the service says for how long, unless the answer has one of these statuses."""
    if answer.status in statuses:
        return
    if answer.status in (401, 403):
        raise Unanswered(f"it refuses us ({answer.status})")
    if answer.status == 429:
        raise Unanswered("too many requests (429)")
    raise Unanswered(f"it answers {answer.status}")
