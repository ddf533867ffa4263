"""pyproject.toml, awesomelint.toml or .awesomelint.toml -> what to run and which style is preferred.

The nearest file wins: the folder of the list, then its parents; `extend` begins with another file. Every mistake is an error that names
file, line, key and what was meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

from ..engine import Settings
from ..engine.check import SectionSettings
from ..errors import ConfigError
from ..finding import Severity
from ..reading import Reader
from ..rules import RULES, Rule
from ..style import Preferences, SectionWish
from .places import line_of
from .settings import ONLINE, SECTION, STYLE, TOP, Setting
from .values import hint, rule_names

__all__ = ["Config", "Origin", "find", "load", "rule_names"]

NAMES = (".awesomelint.toml", "awesomelint.toml", "pyproject.toml")


class Origin(NamedTuple):
    """Where a setting comes from: a file with a line, or words such as `the command line`."""

    where: str
    line: int = 0
    value: str = ""
    """The value as it was written, in TOML's or JSON's notation."""

    def __str__(self) -> str:
        return f"{self.where}:{self.line}" if self.line else self.where


class SectionConfig(NamedTuple):
    """What a configuration says of the sections of one name."""

    name: str
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    required: tuple[str, ...] = ()
    template: Any = None
    order: str | None = None


class Config(NamedTuple):
    """What a configuration file says; everything has a default. `origins` has the keys that were given."""

    path: Path | None = None
    profile: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ("all",)
    unfixable: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = "warning"
    baseline: str | None = None
    since: str | None = None
    duplicates: str = "files"
    severity: tuple[tuple[str, Severity], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    venues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    style: tuple[tuple[str, Any], ...] = ()
    sections: tuple[SectionConfig, ...] = ()
    online: tuple[tuple[str, Any], ...] = ()
    origins: tuple[tuple[str, Origin], ...] = ()

    @property
    def preferences(self) -> Preferences:
        """What the configuration says of the style."""
        wishes = tuple(
            SectionWish(one.name, one.required, one.template, one.order)
            for one in self.sections
            if one.required or one.template is not None or one.order is not None
        )
        return Preferences(**dict(self.style), labels=self.labels, venues=self.venues, sections=wishes)

    @property
    def asks_online(self) -> bool:
        """Whether rules that judge by evidence were asked for by name: `all` alone does not touch the network."""
        named = {*(self.select or ()), *self.extend_select}
        return "online" in named or any(rule.name in named for rule in RULES if rule.needs)

    def reader(self) -> Reader:
        """A new reader that knows the venues of the configuration; one command makes one, and reads everything with it."""
        return Reader(self.venues)

    def settings(self, reader: Reader, path: Path | None = None) -> Settings:
        """The rules to run on a file, and which of them may mend."""
        ignored = self._ignored_in(path)
        chosen = [rule for rule in RULES if self._runs(rule) and not _named(rule, ignored)]
        fixable = {rule.name for rule in RULES if _named(rule, self.fixable) and not _named(rule, self.unfixable)}
        sections = tuple(SectionSettings(one.name, one.ignore, one.select) for one in self.sections)
        return Settings(
            reader, tuple(chosen), frozenset(fixable), self.preferences, severities=self.severity, sections=sections, duplicates=self.duplicates
        )  # fmt: skip

    def _ignored_in(self, path: Path | None) -> set[str]:
        if path is None or not self.per_file_ignores:
            return set()
        root = self.path.parent if self.path is not None else Path.cwd()
        try:
            name = path.resolve().relative_to(root.resolve()).as_posix()
        except ValueError:
            name = path.as_posix()
        matching = (
            names for pattern, names in self.per_file_ignores if fnmatch(name, pattern) or fnmatch(path.name, pattern)
        )
        return {rule for names in matching for rule in names}

    def _runs(self, rule: Rule) -> bool:
        if rule.name in self.ignore:
            return False
        if rule.name in (*(self.select or ()), *self.extend_select):
            return True
        wanted = rule.on if self.select is None else _named(rule, self.select)
        wanted = wanted or (self.profile is not None and rule.profile == self.profile)
        return (wanted or _named(rule, self.extend_select)) and not _named(rule, self.ignore)


def _named(rule: Rule, names: Iterable[str]) -> bool:
    return not {rule.name, rule.group, "all"}.isdisjoint(names)


def find(start: Path) -> Path | None:
    """The nearest configuration file at or above a folder. Raises ConfigError for a broken pyproject.toml beside the list."""
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _speaks_of_us(path, beside=folder == start)):
                return path
    return None


def _speaks_of_us(path: Path, beside: bool) -> bool:
    """Whether a pyproject.toml has a word for this program; one that nobody can read may have had."""
    if b"awesomelint" in path.read_bytes():
        return True
    if beside:
        _parse(path)
    return False


def _parse(path: Path) -> tuple[dict[str, Any], str]:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text), text
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: is no valid TOML: {error}") from error


def load(path: Path) -> Config:
    """What a file says, with what it extends. Raises ConfigError."""
    return Config(path=path)._replace(**_loaded(path, ()))


def _loaded(path: Path, above: tuple[Path, ...]) -> dict[str, Any]:
    """The values of a file above those of the one that it extends."""
    data, text = _parse(path)
    prefix: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        prefix = ("tool", "awesomelint")
        tool = data.get("tool", {})
        data = tool.get("awesomelint", {}) if isinstance(tool, dict) else {}
    if not isinstance(data, dict):
        raise ConfigError(f"{path}: [tool.awesomelint] ought to be a table")
    values = _Reader(path, text, prefix).top(data)
    base = values.pop("extend", None)
    if base is None:
        return values
    other = (path.parent / base).resolve()
    if other in above or other == path.resolve():
        raise ConfigError(f"{path}: extend leads back to {other.name}")
    if not other.is_file():
        raise ConfigError(f"{path}:{line_of(text, (*prefix, 'extend'))}: extend: {base} does not exist")
    return _merged(_loaded(other, (*above, path.resolve())), values)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Two files as one: tables are joined key by key, anything else is replaced."""
    merged = {**below, **above}
    for key in ("style", "online", "severity", "per_file_ignores", "venues", "labels", "origins"):
        merged[key] = tuple({**dict(below.get(key, ())), **dict(above.get(key, ()))}.items())
    named = {one.name: one for one in (*below.get("sections", ()), *above.get("sections", ()))}
    merged["sections"] = tuple(named.values())
    return merged


class _Reader:
    """Reads the tables of one file; knows its text for the places of mistakes."""

    def __init__(self, path: Path, text: str, prefix: tuple[str, ...]) -> None:
        self.path = path
        self.text = text
        self.prefix = prefix
        self.origins: dict[str, Origin] = {}

    def top(self, data: dict[str, Any]) -> dict[str, Any]:
        """Everything that the file says, by the names of Config."""
        data = dict(data)
        style, sections, online = data.pop("style", {}), data.pop("per-section", {}), data.pop("online", {})
        values = self._table(data, TOP, (), ("style", "per-section", "online"))
        online = self._checked(online, ("online",))
        values["online"] = tuple(self._table(online, ONLINE, ("online",)).items())
        values["style"] = tuple(self._table(self._checked(style, ("style",)), STYLE, ("style",)).items())
        if not isinstance(sections, dict):
            raise ConfigError(f'{self._where(("per-section",))}: ought to be tables, as in [per-section."Surveys"]')
        values["sections"] = tuple(
            SectionConfig(
                name, **self._table(self._checked(one, ("per-section", name)), SECTION, ("per-section", name))
            )
            for name, one in sections.items()
        )
        values["origins"] = tuple(self.origins.items())
        return values

    def _checked(self, value: Any, path: tuple[str, ...]) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise ConfigError(f"{self._where(path)}: ought to be a table")
        return value

    def _table(
        self, data: dict[str, Any], settings: tuple[Setting, ...], path: tuple[str, ...], others: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        known = {one.key: one for one in settings}
        values = {}
        for key, value in data.items():
            here = (*path, key)
            if key not in known:
                near = hint(key, (*known, *others))
                raise ConfigError(f"{self._where(path, here)}: there is no setting called {key}{near}")
            values[known[key].name] = self._read(known[key], value, here)
            self.origins[".".join(here)] = Origin(
                str(self.path),
                line_of(self.text, (*self.prefix, *here)),
                json.dumps(value, ensure_ascii=False, default=str),
            )
        return values

    def _read(self, setting: Setting, value: Any, here: tuple[str, ...]) -> Any:
        """A value; a mistake within a table is told at its own line."""
        try:
            return setting.kind.read(value, self._where(here))
        except ConfigError as error:
            inner = (
                next((name for name in value if f"{here[-1]}.{name}" in str(error)), None)
                if isinstance(value, dict)
                else None
            )
            if inner is None:
                raise
            return setting.kind.read(value, self._where(here, (*here, inner)))

    def _where(self, path: tuple[str, ...], at: tuple[str, ...] | None = None) -> str:
        line = line_of(self.text, (*self.prefix, *(at or path)))
        return f"{self.path}:{line}: {'.'.join(path)}".rstrip(": ")
