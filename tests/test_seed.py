"""What must be said of the list that this project was created for: every row, each at its line, and nothing else.

The fixture holds that list's facts at the lines where they stand; where the list itself lies beside the
project it is read too.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from awesomelint.engine import Checked, Settings, check, fix
from awesomelint.entries import Date
from awesomelint.files import decode
from awesomelint.finding import Safety
from awesomelint.reading import Reader, read
from awesomelint.report.export import entry_as_data
from awesomelint.source import Source
from awesomelint.style import Preferences
from conftest import FIXTURES, SHARED

ARXIV = {13, 19, 24, 29, 34, 45, 90, 94, 129, 154, 174}
DATES = {103, 108, 113, 118, 123, 128, 133, 138, 143, 148, 153, 158, 163, 168, 173, 178, 183, 189}
BLANKS = {
    n for n in range(106, 184) if n not in (109, 114, 119, 124, 129, 134, 139, 144, 149, 154, 159, 164, 169, 174, 179)
}
BLANKS -= {110, 115, 120, 125, 130, 135, 140, 145, 150, 155, 160, 165, 166, 167, 168, 170, 175, 180}

EXPECTED: dict[str, set[int]] = {
    "damaged-text": {5, 6},
    "misplaced-field": {14, 35},
    "pinned-version": {13},
    "uneven-arxiv-address": ARXIV,
    "author-mark": {27},
    "doubled-blank": {43},
    "bibtex-names": {68},
    "uneven-venue": {79},
    "vague-date": {79},
    "bare-authors": {88},
    "missing-field": {92},
    "trailing-blank": BLANKS,
    "uneven-date": DATES,
    "uneven-author-separator": {117, 177},
    "file-share-link": {134},
    "uneven-separator": {169},
    "uneven-publisher-address": {139, 149, 179, 184},
    "uneven-spacing": {185},
    "out-of-order": {10, 31, 47, 57, 67, 72, 77},
    "run-together-lines": {10},
    "uneven-initials": {68, 93, 112, 157},
    "author-spelt-twice": {127},
}
NOTES = {"file-share-link", "vague-date", "run-together-lines", "uneven-initials", "author-spelt-twice"}


def paths() -> list[Path]:
    return [FIXTURES / "synthetic-tumors.md", SHARED / "seed-list.md"]


@pytest.fixture(params=paths(), ids=["fixture", "seed"])
def seed(request: pytest.FixtureRequest) -> Source:
    path: Path = request.param
    if not path.exists():
        pytest.skip("the seed list does not lie beside the project")
    return Source(decode(path.read_bytes(), path.name)[0], path.name)


def lines(checked: Checked) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for finding in checked.findings:
        found.setdefault(finding.rule, set()).add(checked.found.source.line_of(finding.span.start))
    return found


def test_every_fault_is_found_and_nothing_else(seed: Source) -> None:
    assert lines(check(seed, Settings(Reader(())))) == EXPECTED
    assert len(BLANKS) == 45


def test_notes_are_notes(seed: Source) -> None:
    for finding in check(seed, Settings(Reader(()))).findings:
        line = seed.line_of(finding.span.start)
        slash_or_door = finding.rule == "uneven-publisher-address" and line != 184
        assert (str(finding.severity) == "note") == (finding.rule in NOTES or slash_or_door), finding


def test_a_configuration_may_say_otherwise(seed: Source) -> None:
    pdf = lines(check(seed, Settings(Reader(()), preferences=Preferences(arxiv_address="pdf"))))
    assert pdf["uneven-arxiv-address"] == {45, 55, 65, 70, 80, 90, 94, 99, 104, 129, 154, 174}
    form = read(seed).entries[-1].date
    assert form is not None
    full = lines(check(seed, Settings(Reader(()), preferences=Preferences(date=form.form))))
    assert {12, 18, 23, 33} <= full["uneven-date"]
    assert not {103, 108} & full["uneven-date"]


def test_all_thirty_six_are_read_whole(seed: Source) -> None:
    entries = [entry_as_data(read(seed), entry) for entry in read(seed).entries]
    assert len(entries) == 36
    for entry in entries:
        assert entry["title"]
        assert entry["authors"]
        assert entry["links"][0]["label"] == "paper"
        assert entry["description"] is None
        assert entry["acronym"] is None
        lacks = entry["line"] == 92
        assert (entry["venue"] is None, entry["date"] is None) == (lacks, lacks)
    by_line = {entry["line"]: entry for entry in entries}
    assert by_line[67]["authors"][0] == "Virginia Fernandez"
    assert len(by_line[67]["authors"]) == 6
    assert by_line[26]["authors"][0] == "Lingting Zhu"
    assert by_line[72]["authors"][-1] == "for the ADNI"
    assert by_line[77]["date"] == "2023-02"
    assert by_line[87]["venue"] == "MICCAI Workshop on Big Task Small Data"
    assert by_line[106]["links"][1] == {"label": "dataset", "url": "https://doi.org/10.7281/T1/2PGJQU"}
    assert by_line[10]["et_al"]
    assert sum(len(entry["badges"]) for entry in entries) == seed.text.count("![GitHub stars]")


def test_fix_makes_it_whole(seed: Source) -> None:
    fixed = fix(seed, Settings(Reader(())))
    text = fixed.source.text
    assert set(lines(check(fixed.source, Settings(Reader(()))))) == {
        "author-mark", "author-spelt-twice", "file-share-link", "missing-field", "pinned-version", "run-together-lines", "vague-date",
    }  # fmt: skip
    assert fix(fixed.source, Settings(Reader(()))).source.text == text
    dates = [entry.date.date for entry in read(fixed.source).entries if entry.date]
    assert all(a.last() >= b.first() for a, b in pairwise(dates))
    assert not re.search(r"[ \t]$", text[text.index("## Paper") :], re.M)
    before, after = seed.text.split("\n")[:9], text.split("\n")[:9]
    assert after[:4] == before[:4]
    assert after[6:] == before[6:]
    assert after[4].startswith("- ❤ ")
    assert after[5].startswith("- 🔥 ")
    assert before[4][5:] == after[4][3:]
    assert before[5][6:] == after[5][3:]


def test_unsafe_fixes_take_the_rest(seed: Source) -> None:
    fixed = fix(seed, Settings(Reader(())), Safety.UNSAFE)
    assert {"author-mark", "pinned-version", "run-together-lines"}.isdisjoint(lines(fixed.after))
    assert "Lingting Zhu," in fixed.source.text
    assert "2305.16037)" in fixed.source.text
    people = {person for entry in read(fixed.source).entries if entry.authors for person in entry.authors.authors.names}
    assert {"Sotirios A. Tsaftaris", "S. Kevin Zhou"} <= people


def test_the_dates_are_as_they_were(seed: Source) -> None:
    before = sorted(str(entry.when) for entry in read(seed).entries if entry.when)
    after = sorted(str(entry.when) for entry in read(fix(seed, Settings(Reader(()))).source).entries if entry.when)
    assert before == after
    assert str(Date(2023, 2)) in before
