"""Entries -> evidence: all network I/O, cache and pace. The only place that knows httpx, httpcore and SQLite.

`open_line` makes the way to the services from what the user has given, `gather` asks for what the rules need. Nothing here is imported unless somebody asks for the network.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from .. import __version__
from ..errors import UsageError
from .cache import FILE, Cache, clean, folder
from .clock import Clock
from .gather import Wishes, gather, kinds_needed
from .http import Answer, Ask, Http, Via
from .pasted import Found, found_behind
from .questions import Meant
from .service import Access, Line

__all__ = [
    "Access",
    "Answer",
    "Ask",
    "Cache",
    "Clock",
    "Found",
    "Http",
    "Line",
    "Meant",
    "Via",
    "Wishes",
    "clean",
    "folder",
    "found_behind",
    "gather",
    "kinds_needed",
    "open_line",
]

VIA = "AWESOMELINT_ONLINE_VIA"
"""The switch for tests: the one server, as `127.0.0.1:8123`, that stands for all hosts."""
_KEYS = {
    "GitHub": ("GITHUB_TOKEN", "GH_TOKEN"),
    "OpenAlex": ("OPENALEX_API_KEY",),
    "Semantic Scholar": ("S2_API_KEY", "SEMANTIC_SCHOLAR_API_KEY"),
    "PubMed": ("NCBI_API_KEY",),
    "OpenReview": ("OPENREVIEW_TOKEN",),
}  # fmt: skip


def keys_of(environment: Mapping[str, str]) -> dict[str, str]:
    """The keys that the environment has, by service."""
    given = {
        service: next((environment[name] for name in names if environment.get(name)), "")
        for service, names in _KEYS.items()
    }
    return {service: key for service, key in given.items() if key}


def open_line(mailto: str = "", offline: bool = False, refresh: bool = False) -> Line:
    """The way to the services with the user's own cache, keys and address. Raises FileError, UsageError."""
    via = os.environ.get(VIA, "")
    try:
        server = Via.named(via) if via else None
    except ValueError as error:
        raise UsageError(f"{VIA}: {via!r} is no address with a port, as in 127.0.0.1:8123") from error
    clock = Clock()
    access = Access(mailto, keys_of(os.environ), __version__)
    since = clock.now() if refresh else 0.0
    return Line(Http(access.agent, server), Cache(folder() / FILE), clock, access, offline, since)
