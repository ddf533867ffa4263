"""What services have said before: one SQLite file in the user's cache folder, shared by all runs and processes.

Kept are answers by service and key with their kind and the moment they were asked, that nothing was found as well, and when each host may be asked again.
No key, token or password gets in: a paper is kept under its number, a page under a hash of its address.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import FileError

_HOUR, _DAY = 3600.0, 86400.0
AGES: Mapping[str, float] = {
    "record": 30 * _DAY, "missing": 3 * _DAY, "repository": 7 * _DAY, "search": 14 * _DAY,
    "alive": 14 * _DAY, "moved": 7 * _DAY, "gone": _DAY, "refused": 7 * _DAY, "unsure": 6 * _HOUR,
}  # fmt: skip
"""How long an answer of each kind is believed, in seconds."""

_SCHEMA = 1
_TABLES = """
    create table if not exists answers (
        service text not null, key text not null, kind text not null, asked real not null, value text not null, primary key (service, key)
    ) without rowid;
    create table if not exists hosts (host text primary key, next real not null, until real not null default 0, why text not null default '') without rowid;
"""
# SQLite takes so many values in one statement on every build.
_MANY = 500


def folder() -> Path:
    """Where caches lie: AWESOMELINT_CACHE_DIR, else the user's cache folder."""
    given = os.environ.get("AWESOMELINT_CACHE_DIR")
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("awesomelint", appauthor=False)


FILE = "online.sqlite3"


class Cache:
    """Answers that are known; safe to use from several threads and several processes."""

    def __init__(self, path: Path | None = None) -> None:
        """Open or make the file at a path; without one nothing outlives the run. Raises FileError where it cannot be written."""
        self._lock = threading.Lock()
        self.notice = ""
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._database = self._opened(path)
        except sqlite3.DatabaseError as error:
            if path is None or isinstance(error, sqlite3.OperationalError):
                raise FileError(f"{path}: the cache cannot be used ({error})") from error
            # What no program can read is put aside, not thrown away without a word.
            aside = path.with_suffix(".damaged")
            with contextlib.suppress(OSError):
                path.replace(aside)
            self.notice = f"the cache was damaged and is begun anew (the old one is {aside})"
            self._database = self._opened(path)
        except OSError as error:
            raise FileError(
                f"{path}: the cache cannot be written ({error.strerror}); set AWESOMELINT_CACHE_DIR"
            ) from error

    def _opened(self, path: Path | None) -> sqlite3.Connection:
        database = sqlite3.connect(path or ":memory:", timeout=30, isolation_level=None, check_same_thread=False)
        try:
            database.execute("pragma journal_mode = wal")
            database.execute("pragma synchronous = normal")
            version = database.execute("pragma user_version").fetchone()[0]
            if version not in (0, _SCHEMA):
                database.executescript("drop table if exists answers; drop table if exists hosts;")
            database.executescript(_TABLES)
            database.execute(f"pragma user_version = {_SCHEMA}")
        except sqlite3.Error:
            database.close()
            raise
        return database

    def known(self, service: str, keys: Iterable[str], now: float | None, since: float = 0.0) -> dict[str, Any]:
        """The answers that are known and young enough at a moment, by key; without one of any age. None older than `since`."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, Any] = {}
        for at in range(0, len(wanted), _MANY):
            part = wanted[at : at + _MANY]
            marks = ",".join("?" * len(part))
            rows = self._all(
                f"select key, kind, asked, value from answers where service = ? and key in ({marks})", (service, *part)
            )
            for key, kind, asked, value in rows:
                if asked >= since and (now is None or asked <= now < asked + AGES.get(kind, 0)):
                    found[key] = json.loads(value)
        return found

    def keep(self, service: str, kind: str, answers: Mapping[str, Any], now: float) -> None:
        """Remember answers of one kind."""
        rows = [(service, key, kind, now, json.dumps(value, ensure_ascii=False)) for key, value in answers.items()]
        with self._lock, self._changing():
            self._database.executemany("insert or replace into answers values (?, ?, ?, ?, ?)", rows)

    def reserve(self, host: str, now: float, gap: float) -> float:
        """The next moment at which a host may be asked, taken from all others that ask it."""
        with self._lock, self._changing():
            row = self._database.execute("select next from hosts where host = ?", (host,)).fetchone()
            # What lies far ahead was left by a clock that went wrong.
            at = max(now, row[0]) if row is not None and row[0] < now + 600 + 100 * gap else now
            self._database.execute(
                "insert into hosts (host, next) values (?, ?) on conflict (host) do update set next = excluded.next",
                (host, at + gap),
            )
        return float(at)

    def hold(self, host: str, now: float, seconds: float) -> float:
        """Take a host for oneself for at most so long: 0 where it was free, else the seconds until it may be."""
        with self._lock, self._changing():
            row = self._database.execute("select next from hosts where host = ?", (host,)).fetchone()
            if row is not None and now < row[0] <= now + 600 + 2 * seconds:
                return float(row[0] - now)
            self._database.execute(
                "insert into hosts (host, next) values (?, ?) on conflict (host) do update set next = excluded.next",
                (host, now + seconds),
            )
        return 0.0

    def release(self, host: str, at: float) -> None:
        """A host that was held may be asked again from a moment on."""
        with self._lock, self._changing():
            self._database.execute("update hosts set next = ? where host = ?", (at, host))

    def spend(self, host: str, until: float, why: str) -> None:
        """Remember that a host gives nothing more until a moment."""
        with self._lock, self._changing():
            self._database.execute(
                "insert into hosts (host, next, until, why) values (?, 0, ?, ?) on conflict (host) do update set until = excluded.until, why = excluded.why",
                (host, until, why),
            )

    def spent(self, host: str, now: float) -> str:
        """Why a host gives nothing now; nothing where it does."""
        rows = self._all("select why from hosts where host = ? and until > ?", (host, now))
        return str(rows[0][0]) if rows else ""

    def _all(self, statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._database.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise _unusable(error) from error

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        try:
            self._database.execute("begin immediate")
            try:
                yield
            except BaseException:
                self._database.execute("rollback")
                raise
            self._database.execute("commit")
        except sqlite3.Error as error:
            raise _unusable(error) from error

    def close(self) -> None:
        with self._lock:
            self._database.close()


def _unusable(error: sqlite3.Error) -> FileError:
    return FileError(
        f"{folder() / FILE}: the cache cannot be used ({error}); `awesomelint clean --online` begins it anew"
    )


def clean() -> list[Path]:
    """Remove the cache of online answers; the files that are gone. Raises FileError."""
    gone = []
    for path in sorted(folder().glob("online.*")):
        try:
            path.unlink()
        except OSError as error:
            raise FileError(f"{path}: cannot be removed ({error.strerror})") from error
        gone.append(path)
    return gone
