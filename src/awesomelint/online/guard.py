"""What keeps requests out of places that a list has no business in.

In goes a host, out come the public addresses that it has; a connection is made to the very address that was checked, so that a name cannot change its mind
in between. Every hop of a redirect passes here, because every connection does.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from ..errors import Barred, NoNetwork, NoSuchHost, Unanswered

Resolve = Callable[[str, int], list[str]]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# A name that is taken for granted: if even this one is unknown, the name service is what is missing.
KNOWN_NAME = "doi.org"


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host. Raises NoSuchHost where the name service denies it, Unanswered where nobody can be asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if (
            error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
            and host != KNOWN_NAME
            and _names_are_known()
        ):
            raise NoSuchHost(f"there is no host {host}") from error
        raise NoNetwork("no name can be looked up: is there a network?") from error
    except UnicodeError as error:
        raise NoSuchHost(f"{host!r} is no name of a host") from error
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def _names_are_known() -> bool:
    try:
        return bool(resolve(KNOWN_NAME, 443))
    except Unanswered:
        return False


def public(addresses: Iterable[str], host: str) -> list[str]:
    """The addresses, if all of them are public. Raises Barred: a host that is private in part may answer from there."""
    checked = []
    for address in addresses:
        if not is_public(address):
            raise Barred(f"{host} is a private address, which is never asked")
        checked.append(address)
    return checked


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, whatever it is wrapped in."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner: list[ipaddress.IPv4Address | None] = []
    if isinstance(found, ipaddress.IPv6Address):
        inner = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
        if found in _NAT64:
            inner.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
    if isinstance(found, ipaddress.IPv6Address) and found.is_site_local:
        return False
    every = [found, *(one for one in inner if one is not None)]
    return all(
        one.is_global and not one.is_multicast and not one.is_reserved and not one.is_unspecified for one in every
    )


class Deadline(threading.local):
    """The moment at which the request of this thread has to be over, whatever its pieces take."""

    at: float = float("inf")

    def left(self, asked: float | None) -> float:
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this request is over")
        return left if asked is None else min(left, asked)


class Guard(httpcore.NetworkBackend):
    """Connects to public addresses, or, where a test says so, to the one address that stands for all of them."""

    def __init__(self, deadline: Deadline, lookup: Resolve = resolve, via: tuple[str, int] | None = None) -> None:
        self._plain = httpcore.SyncBackend()
        self._deadline = deadline
        self._lookup = lookup
        self._via = via

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = [self._via[0]] if self._via is not None else public(self._lookup(host, port), host)
        error: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                stream = self._plain.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
                return _Timed(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        raise error


class _Timed(httpcore.NetworkStream):
    """A connection whose reads end with the request's deadline: a server that drips bytes cannot hold it."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
