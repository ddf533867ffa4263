"""How well real lists are read, against labels made by hand; skipped where the labels do not lie beside the project."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from types import ModuleType
from typing import Any

import pytest

from awesomelint.files import read_file
from awesomelint.reading import read
from awesomelint.report.export import entry_as_data
from awesomelint.source import Source
from conftest import SHARED

HERE = (SHARED / "gold").is_dir() and (SHARED / "tools" / "score.py").is_file()
pytestmark = pytest.mark.skipif(not HERE, reason="the labels made by hand do not lie beside the project")


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def totals(folder: str) -> tuple[dict[str, float], float, float, float]:
    """The F1 of every field, the share of entries right in all, not read, and of places that are none but were read."""
    score = scorer()
    tally: dict[str, Counter[str]] = {name: Counter() for name in score.FIELDS}
    labelled = exact = missed = traps = sprung = 0
    for path in sorted((SHARED / folder).glob("*.json")):
        gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        file = SHARED / "corpus" / gold["repo"].replace("/", "+") / gold["path"]
        found = read(Source(read_file(file, file.name).text, file.name))
        entries = [entry_as_data(found, entry) for entry in found.entries]
        for label in gold["entries"]:
            over = [entry for entry in entries if entry["line"] <= label["line"] <= entry["end_line"]]
            own = min(over, key=lambda entry: entry["end_line"] - entry["line"], default=None)
            labelled, missed = labelled + 1, missed + (own is None)
            exact += score.compare(label, own, tally, lambda *_: None)
        traps += len(gold.get("not_entries", []))
        starts = {entry["line"] for entry in entries}
        sprung += sum(trap["line"] in starts for trap in gold.get("not_entries", []))
    fields = {name: 2 * counts["right"] / max(1, counts["read"] + counts["gold"]) for name, counts in tally.items()}
    return fields, exact / labelled, missed / labelled, sprung / traps


def test_the_lists_worked_with_are_read() -> None:
    fields, exact, missed, sprung = totals("gold")
    assert sum(fields.values()) / len(fields) >= 0.97
    assert min(fields.values()) >= 0.90, fields
    assert exact >= 0.90
    assert missed <= 0.02
    assert sprung <= 0.02


def test_the_lists_left_out_are_read() -> None:
    fields, exact, _, _ = totals("gold-left-out")
    assert sum(fields.values()) / len(fields) >= 0.96
    assert exact >= 0.90
