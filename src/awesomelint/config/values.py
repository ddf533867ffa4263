"""What a setting may hold: each kind with its reader, its words for an error, and its JSON Schema.

In goes a value as TOML has it and the place where it stands, out comes what the program works with. Raises ConfigError for
anything else, with what was meant where that can be guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ..engine.check import KNOWN
from ..entries.dates import find_date
from ..errors import ConfigError, UsageError
from ..finding import Severity
from ..rules import BY_NAME
from ..style.links import BRACKETS
from ..style.notation import parse_notation
from ..style.order import DIRECTIONS

Schema = dict[str, Any]
FIELDS = ("title", "authors", "venue", "date", "link", "badge", "description", "acronym")
"""The fields that an entry may be required to have."""


class Kind(NamedTuple):
    """A kind of value: `read` takes a value and its place (`file:line: key`)."""

    read: Callable[[Any, str], Any]
    schema: Schema


def hint(word: str, known: Iterable[str]) -> str:
    """The nearest known word, as a question to be put behind an error."""
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
                f"{where}: no rule or group is called {name}{hint(name, KNOWN)} (`awesomelint rules` lists them)"
            )
    return names


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{where}: ought to be a text in quotes")
    return value


def _template(value: Any, where: str) -> Any:
    if not isinstance(value, str):
        raise ConfigError(f"{where} takes a template in quotes, as `awesomelint style` shows them")
    try:
        return parse_notation(value)
    except UsageError as error:
        raise ConfigError(f"{where}: {error}") from error


def _date(value: Any, where: str) -> Any:
    found = find_date(value) if isinstance(value, str) else None
    if (
        found is None
        or found.date.month is None
        or (found.start, found.end) != (0, len(value))
        or (found.date.year, found.date.month, found.date.day or 2) != (2023, 3, 2)
    ):
        raise ConfigError(
            f'{where}: write the second of March 2023 as your list does, as in "2 Mar 2023" or "2023-03-02"'
        )
    return found.form


def _number(value: Any, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 5:
        raise ConfigError(f"{where}: ought to be a number from 0 to 5")
    return value


def _fields(value: Any, where: str) -> tuple[str, ...]:
    names = _texts(value, where)
    for name in names:
        if name not in FIELDS:
            raise ConfigError(f"{where}: no field is called {name}{hint(name, FIELDS)}")
    return names


def _venue_year(value: Any, where: str) -> str:
    forms = {
        "CVPR" + form.replace("2023", "2023"): form
        for form in (" 2023", ", 2023", "2023", "'23", " '23", "' 23", "23", " 23", " (2023)")
    }
    forms["2023 CVPR"] = "2023 CVPR"
    if not isinstance(value, str) or value not in forms:
        shown = ", ".join(f'"{form}"' for form in forms)
        raise ConfigError(f"{where}: write CVPR of 2023 as your list does, one of {shown}")
    return forms[value]


def _badge(value: Any, where: str) -> str:
    if not isinstance(value, str) or value.count("{repository}") != 1:
        raise ConfigError(
            f'{where}: ought to be the picture\'s address with {{repository}} for owner/name in it, as in "https://img.shields.io/github/stars/{{repository}}"'
        )
    return value


def _names(value: Any, where: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A table of names with their other spellings."""
    if not isinstance(value, dict):
        raise ConfigError(f'{where}: ought to be a table of names with their other spellings, as in paper = ["pdf"]')
    return tuple((name, _texts(others, f"{where}.{name}")) for name, others in value.items())


def _severities(value: Any, where: str) -> tuple[tuple[str, Severity], ...]:
    if not isinstance(value, dict):
        raise ConfigError(f'{where}: ought to be a table, as in uneven-date = "error"')
    known = [str(one) for one in Severity]
    for name, severity in value.items():
        if name not in BY_NAME:
            raise ConfigError(f"{where}: no rule is called {name}{hint(name, BY_NAME)}")
        if severity not in known:
            raise ConfigError(f"{where}.{name}: {severity!r} is none of {', '.join(known)}{hint(str(severity), known)}")
    return tuple((name, Severity[severity.upper()]) for name, severity in value.items())


def _per_file(value: Any, where: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise ConfigError(f'{where}: ought to be a table of patterns, as in "docs/*.md" = ["order"]')
    return tuple((pattern, rule_names(names, f"{where}.{pattern}")) for pattern, names in value.items())


def one_of(*choices: str) -> Kind:
    """One of a few words."""

    def read(value: Any, where: str) -> str:
        if value not in choices:
            shown = ", ".join(f'"{choice}"' for choice in choices)
            raise ConfigError(f"{where}: {value!r} is none of {shown}{hint(str(value), choices)}")
        return str(value)

    return Kind(read, {"enum": list(choices)})


def _flag(value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise ConfigError(f"{where}: ought to be true or false")
    return value


_LIST: Schema = {"type": "array", "items": {"type": "string"}}
_RULE: Schema = {"type": "array", "items": {"enum": sorted(KNOWN)}}
TEXT = Kind(_text, {"type": "string"})
FLAG = Kind(_flag, {"type": "boolean"})
TEXTS = Kind(_texts, _LIST)
RULES = Kind(rule_names, _RULE)
TEMPLATE = Kind(_template, {"type": "string"})
DATE = Kind(_date, {"type": "string", "examples": ["2 Mar 2023", "2023-03-02", "2023.03"]})
NUMBER = Kind(_number, {"type": "integer", "minimum": 0, "maximum": 5})
REQUIRED = Kind(_fields, {"type": "array", "items": {"enum": list(FIELDS)}})
VENUE_YEAR = Kind(_venue_year, {"type": "string", "examples": ["CVPR 2023", "CVPR'23", "CVPR, 2023", "2023 CVPR"]})
BADGE = Kind(_badge, {"type": "string", "pattern": r"\{repository\}"})
NAMES = Kind(_names, {"type": "object", "additionalProperties": _LIST})
SEVERITIES = Kind(
    _severities,
    {
        "type": "object",
        "propertyNames": {"enum": sorted(BY_NAME)},
        "additionalProperties": {"enum": [str(one) for one in Severity]},
    },
)
PER_FILE = Kind(_per_file, {"type": "object", "additionalProperties": _RULE})
ORDER = one_of(*DIRECTIONS, "none")
_BRACKETS = one_of(*(form.format(label="label", url="url") for form in BRACKETS))
LINK_BRACKETS = Kind(
    lambda value, where: _BRACKETS.read(value, where).replace("label", "{label}").replace("url", "{url}"),
    _BRACKETS.schema,
)
