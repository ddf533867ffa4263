"""Every rule's page runs as its test, and so do the corner cases in tests/rules/<rule>.md.

The harness asserts everything for every rule: the findings stand exactly at the carets, mending the bad
gives the good, the good is clean, a second run is idle, the same with CRLF.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from awesomelint.engine import Settings, check, fix
from awesomelint.evidence import Evidence
from awesomelint.finding import Safety
from awesomelint.reading import Reader
from awesomelint.rules import RULES, Rule
from awesomelint.rules.pages import Example, evidence_of, examples
from awesomelint.source import Source

CASES = Path(__file__).parent / "rules"


def cases() -> list[tuple[Rule, list[Example], str, Evidence | None]]:
    """The pages, and the files of corner cases: each `##` heading begins one."""
    found = [(rule, examples(rule.page), "page", evidence_of(rule.page)) for rule in RULES]
    for rule in RULES:
        path = CASES / f"{rule.name}.md"
        if path.exists():
            for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
                name, _, body = part.partition("\n")
                found.append((rule, examples(body), name.strip(), evidence_of(body)))
    return found


# What the rules of files beside the list find on their pages.
NEIGHBOURS = {"code-of-conduct.md": ""}
ALL = cases()
IDS = [f"{rule.name}-{name}" for rule, _, name, _ in ALL]


def places(text: str, rule: Rule, evidence: Evidence | None) -> list[tuple[int, int]]:
    """Where a rule finds something; a place that runs over its line's end is cut there, an empty one is one wide."""
    checked = check(
        Source(text),
        Settings(Reader(()), rules=RULES, today=date(2026, 1, 1), neighbours=NEIGHBOURS, evidence=evidence),
    )
    source = checked.found.source
    found = []
    for finding in checked.findings:
        if finding.rule != rule.name:
            continue
        line = source.line_span(source.line_of(finding.span.start))
        found.append((finding.span.start, max(finding.span.start + 1, min(finding.span.end, line.end))))
    return found


@pytest.mark.parametrize(("rule", "shown", "name", "evidence"), ALL, ids=IDS)
def test_fires_exactly_at_the_carets(rule: Rule, shown: list[Example], name: str, evidence: Evidence | None) -> None:
    assert shown, "a page needs an example"
    for example in shown:
        assert places(example.text, rule, evidence) == [tuple(place) for place in example.places]


@pytest.mark.parametrize(("rule", "shown", "name", "evidence"), ALL, ids=IDS)
def test_mending_the_bad_gives_the_good(rule: Rule, shown: list[Example], name: str, evidence: Evidence | None) -> None:
    for bad, good in pairwise(shown):
        if bad.bad and not good.bad:
            mended = fix(Source(bad.text), Settings(Reader(()), rules=(rule,), evidence=evidence), Safety.UNSAFE)
            assert mended.source.text == good.text
            assert (
                fix(mended.source, Settings(Reader(()), rules=(rule,), evidence=evidence), Safety.UNSAFE).source.text
                == good.text
            )


@pytest.mark.parametrize(("rule", "shown", "name", "evidence"), ALL, ids=IDS)
def test_the_same_with_carriage_returns(rule: Rule, shown: list[Example], name: str, evidence: Evidence | None) -> None:
    for bad, good in pairwise(shown):
        if bad.bad and not good.bad:
            mended = fix(
                Source(bad.text.replace("\n", "\r\n")),
                Settings(Reader(()), rules=(rule,), evidence=evidence),
                Safety.UNSAFE,
            )
            assert mended.source.text == good.text.replace("\n", "\r\n")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_says_what_and_why(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert len(rule.summary) < 90
    assert any(example.bad for example in examples(rule.page))
    assert hasattr(rule.module, "wants") != hasattr(rule.module, "finds")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.styles], ids=lambda rule: rule.name)
def test_a_style_rule_shows_the_right_form(rule: Rule) -> None:
    assert any(not example.bad for example in examples(rule.page))


def test_a_bad_example_needs_carets() -> None:
    with pytest.raises(ValueError, match="carets"):
        examples("Bad:\n\n    a line\n")


def test_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_file_of_corner_cases_has_its_rule() -> None:
    names = {rule.name for rule in RULES}
    assert {path.stem for path in CASES.glob("*.md")} <= names
