"""One request, one answer: the only place that sends anything.

In goes an `Ask`, out comes an `Answer` or an OnlineError. No redirect is followed here, no cookie kept, no proxy or password taken from the environment;
a body is read up to a limit and time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpcore
import httpx

from ..errors import Barred, NoSuchHost, Unanswered
from .guard import Deadline, Guard, Resolve, public, resolve

PORTS = (None, 80, 443)
SECONDS = 25.0
MOST_BYTES = 20_000_000


class Ask(NamedTuple):
    """What is asked: nothing of it but the address is ever shown to anybody."""

    url: str
    params: tuple[tuple[str, str], ...] = ()
    json: Any = None
    """What is posted; None for a plain request."""
    headers: tuple[tuple[str, str], ...] = ()
    limit: int = MOST_BYTES
    """How much of the body is read, in bytes; 0 for the head alone."""
    seconds: float = SECONDS

    @property
    def host(self) -> str:
        return (urlsplit(self.url).hostname or "").lower()


class Answer(NamedTuple):
    """What came back; header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str

    @property
    def location(self) -> str:
        return self.headers.get("location", "")

    def json(self) -> Any:
        """The body as JSON. Raises Unanswered for anything else."""
        import json

        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise Unanswered("the answer is no JSON") from error


class Via(NamedTuple):
    """The one server that stands for all hosts in tests; named by an explicit switch."""

    host: str
    port: int

    @classmethod
    def named(cls, text: str) -> Via:
        """`127.0.0.1:8123` as an address."""
        host, _, port = text.rpartition(":")
        return cls(host or "127.0.0.1", int(port))


class Http:
    """Sends requests; safe to use from several threads."""

    def __init__(self, agent: str, via: Via | None = None, lookup: Resolve = resolve) -> None:
        self._deadline = Deadline()
        self._via = via
        self._lookup = lookup
        guard = Guard(self._deadline, lookup, via)
        self._client = httpx.Client(
            transport=_Transport(guard, via is None),
            headers={"User-Agent": agent, "Accept-Encoding": "gzip, deflate"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            follow_redirects=False,
            trust_env=False,
            timeout=SECONDS,
        )

    def send(self, ask: Ask) -> Answer:
        """The answer to one request. Raises Barred, NoSuchHost or Unanswered."""
        target, headers = self._checked(ask)
        self._deadline.at = time.monotonic() + ask.seconds
        try:
            method = "GET" if ask.json is None else "POST"
            params = dict(ask.params) or None
            with self._client.stream(method, target, params=params, json=ask.json, headers=headers) as response:
                body = _read(response, ask.limit)
                heads = {name.lower(): value for name, value in response.headers.items()}
                return Answer(response.status_code, heads, body, ask.url)
        except (httpx.TimeoutException, httpcore.TimeoutException) as error:
            raise Unanswered(f"no answer within {ask.seconds:.0f} seconds") from error
        except (httpx.InvalidURL, httpcore.UnsupportedProtocol, httpcore.LocalProtocolError, UnicodeError) as error:
            raise Barred("no address that can be asked") from error
        except (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError) as error:
            raise Unanswered(_told(error)) from error
        finally:
            self._deadline.at = float("inf")

    def _checked(self, ask: Ask) -> tuple[str, dict[str, str]]:
        """The address to connect to and the headers, if the address may be asked at all."""
        try:
            parts = urlsplit(ask.url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise Barred("no address that can be asked") from error
        if parts.scheme.lower() not in ("http", "https") or not host:
            raise Barred("only http and https are asked")
        if port not in PORTS:
            raise Barred(f"port {port} is never asked")
        if parts.username is not None or parts.password is not None:
            raise Barred("the address holds a password; it is never asked")
        if _is_number(host):
            public([host], host)
        headers = dict(ask.headers)
        if self._via is None:
            return ask.url, headers
        _stand_in(host)
        headers |= {"Host": parts.netloc, "X-Forwarded-Proto": parts.scheme.lower()}
        rest = ask.url.split("://", 1)[1].partition("/")
        path = "/" + rest[2] if rest[1] else "/" + ("?" + parts.query if parts.query else "")
        return f"http://{self._via.host}:{self._via.port}{path.partition('#')[0]}", headers

    def close(self) -> None:
        self._client.close()


def _is_number(host: str) -> bool:
    """Whether a host is an address rather than a name, in any of the ways in which one may be written (`2130706433`, `0x7f.1`)."""
    import re

    return ":" in host or re.fullmatch(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}\.?", host, re.I) is not None


def _stand_in(host: str) -> None:
    """What the name service would say of a name that a stand-in answers for (RFC 6761: `.invalid` never exists, `localhost` is here)."""
    if host.endswith(".invalid"):
        raise NoSuchHost(f"there is no host {host}")
    if host == "localhost" or host.endswith(".localhost"):
        raise Barred(f"{host} is a private address, which is never asked")


def _read(response: httpx.Response, limit: int) -> bytes:
    """The body up to a limit. Raises Unanswered for a service's answer that is longer."""
    if not limit:
        return b""
    pieces, size = [], 0
    for piece in response.iter_bytes(65536):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            if limit == MOST_BYTES:
                raise Unanswered("the answer is too long")
            break
    return b"".join(pieces)[:limit]


def _told(error: Exception) -> str:
    """A failure in words, without what a server may have put into it."""
    text = f"{error!r} {error.__cause__!r} {error.__context__!r}"
    if "CERTIFICATE" in text or "SSL" in text or "TLS" in text:
        return "its certificate is not accepted"
    if isinstance(error, httpcore.ConnectError | httpx.ConnectError | ConnectionError):
        return "no connection"
    return "the connection broke off"


class _Transport(httpx.BaseTransport):
    """httpx over httpcore with our guard beneath; httpx itself has no way to hand one in."""

    def __init__(self, guard: Guard, encrypted: bool) -> None:
        context = httpx.create_ssl_context(trust_env=False) if encrypted else None
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            max_connections=64,
            max_keepalive_connections=16,
            keepalive_expiry=15,
            network_backend=guard,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
