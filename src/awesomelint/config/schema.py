"""The configuration as a JSON Schema, for editors and for `awesomelint config --schema`.

Made of the table of settings (draft 2020-12, json-schema.org); editors that know TOML take it from a `#:schema` comment.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .settings import ONLINE, SECTION, STYLE, TOP, Setting

ADDRESS = "https://raw.githubusercontent.com/awesomelint/awesomelint/main/docs/awesomelint.schema.json"


def schema() -> dict[str, Any]:
    """The schema of awesomelint.toml and of `[tool.awesomelint]`."""
    properties = _properties(TOP)
    properties["style"] = _table(STYLE, "How entries are written, above what the list does.")
    properties["online"] = _table(ONLINE, "What is told to the services, and what they are not asked.")
    properties["per-section"] = {
        "type": "object",
        "description": "Settings for the sections of a name.",
        "additionalProperties": _table(SECTION, "Settings for this section."),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ADDRESS,
        "title": "awesomelint",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def schema_text() -> str:
    """The schema as the file that the handbook carries."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _properties(settings: Iterable[Setting]) -> dict[str, Any]:
    return {one.key: {**one.kind.schema, "description": one.what} for one in settings}


def _table(settings: Iterable[Setting], what: str) -> dict[str, Any]:
    return {
        "type": "object",
        "description": what,
        "additionalProperties": False,
        "properties": _properties(settings),
    }
