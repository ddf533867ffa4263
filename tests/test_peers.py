"""The profile `awesome` beside awesome-lint itself: its fixtures with its verdicts, read in place.

A verdict is a rule, a file and the lines where it says something. Where we say something else, the reason is written down here.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from awesomelint.engine import Settings, check
from awesomelint.files import neighbours
from awesomelint.reading import Reader
from awesomelint.rules import BY_NAME
from awesomelint.source import Source
from conftest import SHARED

PEERS = SHARED / "peers" / "awesome-lint"
OURS = {
    "badge": "missing-awesome-badge",
    "balanced-punctuation": "unbalanced-quotes",
    "code-of-conduct": "unfinished-code-of-conduct",
    "contributing": "missing-contributing",
    "double-link": "doubled-address",
    "heading": "missing-title",
    "license": "license-section",
    "list-item": "awkward-item",
    "no-ci-badge": "ci-badge",
    "spell-check": "misspelt-name",
    "toc": "contents-out-of-step",
}
REASONS = {
    "fixtures/code-of-conduct/error1/code-of-conduct.md": "awesome-lint looks for an undefined reference and never finds the placeholder; ours does",
    "fixtures/code-of-conduct/error2/code-of-conduct.md": "awesome-lint points at the paragraph's begin, ours at the line of the address",
    "fixtures/code-of-conduct/valid2/code-of-conduct.md": "awesome-lint asks the remote who the author is; ours asks nobody: the address is another project's",
    "code-of-conduct": "run on a README, awesome-lint's rule takes it for the code of conduct and calls it empty; ours looks at the file beside it",
}


def verdicts() -> list[tuple[str, str, list[int]]]:
    path = PEERS / "verdicts.json"
    if not path.is_file():
        return []
    data = json.loads(path.read_text(encoding="utf-8"))
    return [(name, one["rule"], sorted({m["line"] for m in one["messages"]})) for name, one in data.items()]


def lines(path: Path, rule: str) -> list[int]:
    source = Source(path.read_text(encoding="utf-8"), str(path))
    settings = Settings(Reader(()), rules=(BY_NAME[rule],), neighbours=neighbours(path.parent))
    return sorted({source.line_of(one.span.start) for one in check(source, settings).findings})


@pytest.mark.skipif(not verdicts(), reason="awesome-lint's fixtures lie beside the project only where it is developed")
@pytest.mark.parametrize(("name", "rule", "expected"), verdicts() or [("", "", [])], ids=lambda value: str(value)[:60])
def test_says_what_awesome_lint_says(name: str, rule: str, expected: list[int]) -> None:
    path = PEERS / name
    if name in REASONS:
        assert lines(path, OURS[rule]) != expected, "the difference is gone: take the reason out"
        pytest.skip(REASONS[name])
    if rule == "code-of-conduct" and path.name == "readme.md":
        pytest.skip(REASONS[rule])
    assert lines(path, OURS[rule]) == expected
