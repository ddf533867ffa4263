"""How fast a host is asked: so many at once, so much time between two, and never before it said.

The pace of a service is its own documentation's; of pages a polite one. Times are reserved in the cache, so that two runs at once keep one pace.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from .cache import Cache
from .clock import Clock
from .http import Answer


class Pace(NamedTuple):
    """Seconds between two requests, and how many may be under way."""

    gap: float
    at_once: int = 1
    exclusive: bool = False
    """Whether only one connection may be open at a time, over all runs on this machine."""


PAGES = Pace(0.25)
"""For pages: less than half of what link checkers do by default."""


class Pacer:
    """Hands out the moments at which hosts may be asked."""

    def __init__(self, cache: Cache, clock: Clock) -> None:
        self._cache = cache
        self._clock = clock
        self._lock = threading.Lock()
        self._open: dict[str, threading.Semaphore] = {}
        self._slower: dict[str, float] = {}
        self._sent: dict[str, float] = {}

    @contextmanager
    def slot(self, host: str, pace: Pace, seconds: float) -> Iterator[None]:
        """A place in the host's line, waited for. Raises Stopped. A request may take `seconds`."""
        with self._lock:
            line = self._open.setdefault(host, threading.Semaphore(pace.at_once))
        gap = max(pace.gap, self._slower.get(host, 0.0))
        with line:
            self._clock.go_on()
            self._wait_for(host, pace, gap, seconds)
            if pace.at_once == 1:
                # Whoever woke up late is not made up for by the next one.
                self._clock.wait(self._sent.get(host, 0.0) + gap - self._clock.now())
            at = self._sent[host] = self._clock.now()
            try:
                yield
            finally:
                if pace.exclusive:
                    self._cache.release(host, max(self._clock.now(), at + gap))

    def _wait_for(self, host: str, pace: Pace, gap: float, seconds: float) -> None:
        """Wait until it is our turn among all runs; a host of one connection is held until the answer is there."""
        if not pace.exclusive:
            self._clock.wait(self._cache.reserve(host, self._clock.now(), gap) - self._clock.now())
            return
        while (wait := self._cache.hold(host, self._clock.now(), gap + seconds)) > 0:
            self._clock.wait(min(wait, gap))

    def slow_down(self, host: str, gap: float) -> None:
        """Keep at least so much time between two requests from now on."""
        self._slower[host] = max(gap, self._slower.get(host, 0.0))

    def heed(self, host: str, answer: Answer) -> None:
        """Take over the pace that an answer's headers name (Crossref: `x-rate-limit-limit` requests in `x-rate-limit-interval`)."""
        limit, interval = answer.headers.get("x-rate-limit-limit", ""), answer.headers.get("x-rate-limit-interval", "")
        if limit.isdecimal() and int(limit) and interval.rstrip("s").isdecimal():
            self._slower[host] = int(interval.rstrip("s")) / int(limit)


def retry_after(answer: Answer, now: float) -> float | None:
    """The seconds that an answer asks to wait (RFC 9110, 10.2.3: seconds or a date); None where it does not say."""
    given = answer.headers.get("retry-after", "").strip()
    if given.replace(".", "", 1).isdecimal():
        return float(given)
    try:
        return max(0.0, parsedate_to_datetime(given).timestamp() - now)
    except (ValueError, TypeError):
        return None
