"""Suppressions: every scope of the contract, and that they travel with what they are bound to."""

from __future__ import annotations

import pytest

from awesomelint.engine import Settings, check, fix
from awesomelint.reading import Reader
from awesomelint.rules import BY_NAME
from awesomelint.source import Source

ONE = "- **{}**, *Ada Lovelace, Alan Turing*, CVPR | {} 2023, [paper](https://arxiv.org/{}/2301.0000{})\n"
DATES = ("9 Dec", "8 Nov", "7 Oct", "6 Sep", "5 Aug", "4 Jul")


def made(comment: str = "", at: int = -1, inside: str = "", heading: str = "## Papers") -> str:
    """A list whose every entry but the first three links a pdf, with a comment before the entry number `at`."""
    text = f"# List\n\n{heading}\n\n"
    for number, date in enumerate(DATES):
        if number == at:
            text += comment
        line = ONE.format(f"Study {chr(65 + number)} of Things", date, "pdf" if number in (2, 4) else "abs", number)
        text += line.rstrip("\n") + (inside if number == at else "") + "\n"
    return text


def found(text: str) -> list[tuple[str, int]]:
    checked = check(Source(text), Settings(Reader(())))
    return [(one.rule, one.entry) for one in checked.findings]


BOTH = [("uneven-arxiv-address", 2), ("uneven-arxiv-address", 4)]


def test_without_any() -> None:
    assert found(made()) == BOTH


@pytest.mark.parametrize(
    ("comment", "at", "left"),
    [
        ("<!-- awesomelint-disable-next-entry uneven-arxiv-address -- the file has figures -->\n", 2, BOTH[1:]),
        ("<!-- awesomelint-disable-next-entry -->\n", 2, BOTH[1:]),
        ("<!-- awesomelint-disable-next-line links -->\n", 2, BOTH[1:]),
        ("<!-- awesomelint-disable uneven-arxiv-address -->\n", 1, []),
        ("<!-- awesomelint-disable uneven-arxiv-address, uneven-date -->\n", 3, [BOTH[0], ("unused-suppression", -1)]),
        ("<!-- awesomelint-disable-section all -->\n", 0, []),
        ("<!-- awesomelint-disable-file links -->\n", 5, []),
    ],
)
def test_scopes(comment: str, at: int, left: list[tuple[str, int]]) -> None:
    assert sorted(found(made(comment, at))) == sorted(left)


def test_inside_an_entry() -> None:
    assert found(made(at=2, inside=" <!-- awesomelint-disable uneven-arxiv-address -->")) == BOTH[1:]
    assert found(made(at=2, inside=" <!-- awesomelint-disable-line links -->")) == BOTH[1:]


def test_inside_a_heading() -> None:
    assert found(made(heading="## Papers <!-- awesomelint-disable links -->")) == []


@pytest.mark.parametrize(
    ("rules", "enabled", "left"),
    [
        ("links", "links", BOTH[1:]),
        ("", "", BOTH[1:]),
        ("links date", "links", [*BOTH[1:], ("unused-suppression", -1)]),
        ("all", "links", BOTH[1:]),
    ],
)
def test_enable_ends_it_rule_by_rule(rules: str, enabled: str, left: list[tuple[str, int]]) -> None:
    text = made(f"<!-- awesomelint-disable {rules} -->\n", 1)
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if "Study D" in line)
    lines.insert(at, f"<!-- awesomelint-enable {enabled} -->")
    assert sorted(found("\n".join(lines))) == sorted(left)


def test_unused_and_unknown_are_told() -> None:
    assert ("unused-suppression", -1) in found(made("<!-- awesomelint-disable-next-line uneven-date -->\n", 3))
    for comment in (
        "<!-- awesomelint-disable-next-entry uneven-dates -->\n",
        "<!-- awesomelint-disable-next-entries links -->\n",
    ):
        said = [
            one for one in check(Source(made(comment, 2)), Settings(Reader(()))).findings if one.rule == "unknown-rule"
        ]
        assert len(said) == 1
        assert "did you mean" in said[0].message


def test_an_example_in_code_switches_nothing_off() -> None:
    text = made() + "\n```md\n<!-- awesomelint-disable-file -->\n```\n\nand `<!-- awesomelint-disable-file -->` too\n"
    assert found(text) == BOTH


def test_it_travels_with_its_entry() -> None:
    text = made("<!-- awesomelint-disable-next-entry uneven-arxiv-address -->\n", 2).replace("7 Oct", "1 Jan")
    fixed = fix(Source(text), Settings(Reader(()))).source.text
    comment = fixed.index("<!--")
    assert fixed[comment:].split("\n")[1].startswith("- **Study C of Things**")
    assert "pdf/2301.00002" in fixed
    assert fixed.rstrip().endswith("00002)")


def test_a_range_is_a_wall() -> None:
    text = made("<!-- awesomelint-disable uneven-arxiv-address -->\n", 2).replace("7 Oct", "1 Jan")
    fixed = fix(Source(text), Settings(Reader(()))).source.text
    assert fixed.index("Study B") < fixed.index("<!-- awesomelint-disable") < fixed.index("Study C")
    assert fixed.count("/pdf/") == 2


def test_a_rule_that_does_not_run_leaves_no_unused_suppression_of_itself() -> None:
    rules = (BY_NAME["unused-suppression"], BY_NAME["uneven-arxiv-address"])
    text = made("<!-- awesomelint-disable-next-line uneven-date -->\n", 3)
    assert [
        one.rule
        for one in check(Source(text), Settings(Reader(()), rules=rules)).findings
        if one.rule == "unused-suppression"
    ] == []
