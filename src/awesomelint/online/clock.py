"""Time as the network's users see it: it can be waited for, hurried in tests, and stopped by whoever interrupts."""

from __future__ import annotations

import threading
import time


class Stopped(Exception):
    """Somebody has interrupted the run; nothing is asked any more."""


class Clock:
    """Seconds since 1970, `speed` times as fast."""

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._start = time.time()
        self._stop = threading.Event()

    def now(self) -> float:
        return self._start + (time.time() - self._start) * self._speed

    def wait(self, seconds: float) -> None:
        """Wait so long. Raises Stopped."""
        if self._stop.wait(max(0.0, seconds) / self._speed):
            raise Stopped

    def go_on(self) -> None:
        """Raises Stopped where the run was interrupted."""
        if self._stop.is_set():
            raise Stopped

    def stop(self) -> None:
        self._stop.set()
