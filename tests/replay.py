"""A server that answers for the whole web, over real HTTP, on this machine.

`Replay` holds answers by host and address; every request is written down with its moment, so that a test can count. An answer may be late, cut off, endless, of the
wrong kind or garbage; a host may have a limit. `line_to` makes the program's own way to the services lead here.
"""

from __future__ import annotations

import itertools
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

from awesomelint.online import Access, Cache, Clock, Http, Line, Via


@dataclass(frozen=True)
class Reply:
    """One answer, and what goes wrong with it."""

    status: int = 200
    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    cut: bool = False
    """Close the connection amid the body."""
    drip: float = 0.0
    """Seconds between two bytes of the body."""

    @classmethod
    def of(cls, value: Any, status: int = 200, **more: Any) -> Reply:
        return cls(status, json.dumps(value).encode(), "application/json", **more)


@dataclass
class Request:
    """What was asked: moments in seconds, as the server saw them."""

    at: float
    until: float
    host: str
    path: str
    method: str
    headers: dict[str, str]
    body: bytes

    @property
    def plain(self) -> str:
        return unquote_plus(self.path)


Answerer = Callable[[Request], Reply | None]


@dataclass
class Replay:
    """The answers and the log of one server."""

    answers: list[Answerer] = field(default_factory=list)
    log: list[Request] = field(default_factory=list)
    port: int = 0

    def on(self, host: str, path: str, reply: Reply | Callable[[Request], Reply]) -> None:
        """Answer a host's addresses that hold `path`; what is added later goes first."""

        def answer(request: Request) -> Reply | None:
            if request.host != host or path not in request.plain:
                return None
            return reply(request) if callable(reply) else reply

        self.answers.insert(0, answer)

    def asked(self, host: str) -> list[Request]:
        return [one for one in self.log if one.host == host]

    def gaps(self, host: str) -> list[float]:
        """The seconds between the starts of a host's requests."""
        times = sorted(one.at for one in self.asked(host))
        return [later - earlier for earlier, later in itertools.pairwise(times)]

    def most_at_once(self, host: str) -> int:
        """How many requests were under way at one moment."""
        steps = sorted(step for one in self.asked(host) for step in ((one.at, 1), (one.until, -1)))
        most = now = 0
        for _, step in sorted(steps, key=lambda step: (step[0], step[1])):
            now += step
            most = max(most, now)
        return most

    @contextmanager
    def running(self) -> Iterator[Replay]:
        """The server while the block runs."""
        replay = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:  # the name that http.server calls
                replay._serve(self)

            do_POST = do_HEAD = do_GET  # noqa: N815  # the same

            def log_message(self, *arguments: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            request_queue_size = 128

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass  # a client that goes away is what some tests want

        server = Server(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        self.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()

    def _serve(self, handler: BaseHTTPRequestHandler) -> None:
        started = time.monotonic()
        size = int(handler.headers.get("Content-Length") or 0)
        body = handler.rfile.read(size)
        headers = {name.lower(): value for name, value in handler.headers.items()}
        host = headers.get("host", "").partition(":")[0]
        request = Request(started, started, host, handler.path, handler.command, headers, body)
        self.log.append(request)
        reply = next(
            (reply for one in self.answers if (reply := one(request)) is not None), Reply(404, b"nothing here")
        )
        try:
            if reply.delay:
                time.sleep(reply.delay)
            # An answer that is sent at once is the client's before this thread goes on: what it asks next is not asked beside it.
            request.until = time.monotonic()
            self._write(handler, reply)
        except OSError:
            pass  # the client went away, as some tests want
        finally:
            if reply.drip:
                request.until = time.monotonic()

    @staticmethod
    def _write(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        handler.send_response(reply.status)
        handler.send_header("Content-Type", reply.kind)
        handler.send_header("Content-Length", str(len(reply.body) + 1000 * reply.cut))
        for name, value in reply.headers:
            handler.send_header(name, value)
        handler.end_headers()
        if reply.drip:
            for byte in reply.body:
                handler.wfile.write(bytes([byte]))
                handler.wfile.flush()
                time.sleep(reply.drip)
        else:
            handler.wfile.write(reply.body)
            handler.wfile.flush()
        if reply.cut:
            handler.close_connection = True


def line_to(
    replay: Replay,
    cache: Path | None = None,
    speed: float = 1000.0,
    offline: bool = False,
    since: float = 0.0,
    clock: Clock | None = None,
    **keys: str,
) -> Line:
    """The program's way to the services, led to a server; time runs `speed` times as fast."""
    access = Access("curator@example.org", {name.replace("_", " "): key for name, key in keys.items()}, "test")
    http = Http(access.agent, Via("127.0.0.1", replay.port))
    return Line(http, Cache(cache), clock or Clock(speed), access, offline, since)
