"""pyproject.toml, awesomelint.toml or .awesomelint.toml -> what to run and which style is preferred.

The nearest file wins: the folder of the list, then its parents. Every mistake is an error that names
file, key and what was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from .engine import Settings
from .engine.check import KNOWN
from .entries.dates import DateForm, find_date
from .errors import ConfigError
from .rules import RULES, Rule
from .style import Preferences
from .style.notation import Pattern, parse_notation

NAMES = (".awesomelint.toml", "awesomelint.toml", "pyproject.toml")


class Config(NamedTuple):
    """What a configuration file says; everything has a default."""

    path: Path | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ("all",)
    unfixable: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    preferences: Preferences = Preferences()

    def settings(self) -> Settings:
        """The rules to run, and which of them may mend."""
        chosen = [rule for rule in RULES if self._runs(rule)]
        fixable = {rule.name for rule in RULES if _named(rule, self.fixable) and not _named(rule, self.unfixable)}
        return Settings(tuple(chosen), frozenset(fixable), self.preferences)

    def _runs(self, rule: Rule) -> bool:
        if rule.name in self.ignore:
            return False
        if rule.name in (*(self.select or ()), *self.extend_select):
            return True
        wanted = rule.on if self.select is None else _named(rule, self.select)
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


def _parse(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is no valid TOML: {error}") from error


def load(path: Path) -> Config:
    """What a file says. Raises ConfigError."""
    data = _parse(path)
    where = str(path)
    if path.name == "pyproject.toml":
        tool = data.get("tool", {})
        data = tool.get("awesomelint", {}) if isinstance(tool, dict) else {}
        where += " [tool.awesomelint]"
    if not isinstance(data, dict):
        raise ConfigError(f"{where}: ought to be a table")
    return Config(path=path, **_values(data, where))


def _values(data: dict[str, Any], where: str) -> dict[str, Any]:
    readers: dict[str, Callable[[Any, str], Any]] = {
        "select": rule_names,
        "extend-select": rule_names,
        "ignore": rule_names,
        "fixable": rule_names,
        "unfixable": rule_names,
        "files": _texts,
        "exclude": _texts,
        "style": _preferences,
    }
    values = {}
    for key, value in data.items():
        read = _reader(readers, key, where)
        name = "preferences" if key == "style" else key.replace("-", "_")
        values[name] = read(value, f"{where}: {key}")
    return values


def _reader(readers: dict[str, Callable[[Any, str], Any]], key: str, where: str) -> Callable[[Any, str], Any]:
    if key in readers:
        return readers[key]
    raise ConfigError(f"{where}: there is no setting called {key}{_hint(key, readers)}")


def _hint(word: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""


def _texts(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ConfigError(f'{where}: ought to be a list of texts, as in ["README.md"]')
    return tuple(value)


def rule_names(value: Any, where: str) -> tuple[str, ...]:
    """Names of rules or groups, each checked. Raises ConfigError with the nearest name that exists."""
    names = _texts(value, where)
    for name in names:
        if name not in KNOWN:
            raise ConfigError(
                f"{where}: no rule or group is called {name}{_hint(name, KNOWN)} (`awesomelint rules` lists them)"
            )
    return names


def _preferences(value: Any, where: str) -> Preferences:
    if not isinstance(value, dict):
        raise ConfigError(f"{where}: ought to be a table")
    readers: dict[str, Callable[[Any, str], Any]] = {
        "date": _date,
        "template": _template,
        "arxiv-address": _one_of("abs", "pdf"),
        "author-separator": _one_of(", ", "; ", " · "),
        "initials": _one_of("A. Name", "A Name"),
        "blank-lines": _number,
        "order": _one_of("newest", "oldest", "none"),
        "required": _roles,
    }
    values = {key.replace("-", "_"): _reader(readers, key, where)(one, f"{where}.{key}") for key, one in value.items()}
    return Preferences(**values)


def _one_of(*choices: str) -> Callable[[Any, str], str]:
    def read(value: Any, where: str) -> str:
        if value not in choices:
            shown = ", ".join(f'"{choice}"' for choice in choices)
            raise ConfigError(f"{where}: {value!r} is none of {shown}{_hint(str(value), choices)}")
        return str(value)

    return read


def _template(value: Any, where: str) -> Pattern:
    if not isinstance(value, str):
        raise ConfigError(f"{where} takes a template in quotes, as `awesomelint style` shows them")
    return parse_notation(value)


def _date(value: Any, where: str) -> DateForm:
    found = find_date(value) if isinstance(value, str) else None
    if found is None or found.date.month is None or (found.start, found.end) != (0, len(value)):
        raise ConfigError(
            f'{where}: write the second of March 2023 as your list does, as in "2 Mar 2023" or "2023-03-02"'
        )
    return found.form


def _number(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 5:
        raise ConfigError(f"{where}: ought to be a number from 0 to 5")
    return value


def _roles(value: Any, where: str) -> tuple[str, ...]:
    known = ("title", "authors", "venue", "date", "link", "badge", "description", "acronym")
    names = _texts(value, where)
    for name in names:
        if name not in known:
            raise ConfigError(f"{where}: no field is called {name}{_hint(name, known)}")
    return names
