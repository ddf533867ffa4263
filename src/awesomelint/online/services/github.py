"""GitHub: what a repository is called today, and whether anybody keeps it.

With a token (GITHUB_TOKEN) a hundred repositories a request over GraphQL; without one sixty requests an hour (docs.github.com, rate limits). A renamed or transferred
repository answers 301 with its number, and the next answer has its name; 404 is deleted or private, which is one to a reader; 403 with nothing remaining is a limit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ...errors import Spent, Unanswered
from ..http import Answer, Ask
from ..pace import Pace, retry_after
from ..service import Access, Service, expect

NAME = "GitHub"
HOST = "api.github.com"
# What GitHub gives without a token in an hour.
ANONYMOUS = 60
_HOUR = 3600.0


def asks_one(names: Sequence[str], access: Access) -> Ask:
    del access
    return Ask(f"https://{HOST}/repos/{names[0]}", headers=(("Accept", "application/vnd.github+json"),))


def asks_many(names: Sequence[str], access: Access) -> Ask:
    parts = [
        f"r{number}: repository(owner: {json.dumps(owner)}, name: {json.dumps(name)}) {{ nameWithOwner isArchived stargazerCount }}"
        for number, (owner, _, name) in enumerate(one.partition("/") for one in names)
    ]
    query = "query { " + " ".join(parts) + " }"
    return Ask(
        f"https://{HOST}/graphql", json={"query": query}, headers=(("Authorization", f"Bearer {access.keys[NAME]}"),)
    )


def reads_one(answer: Answer, names: Sequence[str]) -> Mapping[str, Any]:
    if answer.status == 404:
        return {names[0]: None}
    _heed_limit(answer)
    expect(answer, 200)
    body = answer.json()
    return {
        names[0]: {
            "name": body["full_name"],
            "archived": bool(body.get("archived")),
            "stars": body.get("stargazers_count"),
        }
    }


def reads_many(answer: Answer, names: Sequence[str]) -> Mapping[str, Any]:
    """The repositories by the alias that each was asked under; one that is null with an error NOT_FOUND is none."""
    _heed_limit(answer)
    expect(answer, 200)
    body = answer.json()
    missing = {
        error["path"][0] for error in body.get("errors") or () if error.get("type") == "NOT_FOUND" and error.get("path")
    }
    data = body.get("data") or {}
    if not data:
        raise Unanswered("the answer has no data")
    found: dict[str, Any] = {}
    for number, name in enumerate(names):
        one = data.get(f"r{number}")
        if one is not None:
            found[name] = {
                "name": one["nameWithOwner"],
                "archived": bool(one["isArchived"]),
                "stars": one.get("stargazerCount"),
            }
        elif f"r{number}" in missing:
            found[name] = None
    return found


def _heed_limit(answer: Answer) -> None:
    """Raises Spent where the limit of the hour is reached, which GitHub says with 403 or 429."""
    if answer.status not in (403, 429):
        return
    import time

    now = time.time()
    remaining, reset = answer.headers.get("x-ratelimit-remaining"), answer.headers.get("x-ratelimit-reset", "")
    wait = retry_after(answer, now)
    if remaining == "0" or wait is not None:
        until = now + wait if wait is not None else float(reset) if reset.isdecimal() else now + _HOUR
        # A limit of an hour is over in an hour, whatever an old answer says.
        raise Spent("the limit of the hour is reached (GITHUB_TOKEN has a larger one)", min(until, now + _HOUR))


def service(access: Access) -> Service:
    """GitHub as it may be asked with what the user has given."""
    if access.keys.get(NAME):
        return Service(NAME, HOST, Pace(0.5), 100, asks_many, reads_many, kind="repository")
    return Service(NAME, HOST, Pace(0.3), 1, asks_one, reads_one, kind="repository")
