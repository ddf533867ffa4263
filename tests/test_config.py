"""The configuration: where it is found, what it may say, and how a mistake in it is told."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from awesomelint.config import load
from awesomelint.config.schema import schema_text
from awesomelint.engine import Settings, check
from awesomelint.errors import ConfigError
from awesomelint.reading import Reader
from awesomelint.rules import BY_NAME
from awesomelint.source import Source
from conftest import ROOT
from test_adoption import entry, text_of
from test_cli import run


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["order"]', "1: there is no setting called selct; did you mean select?"),
        (
            '\nignore = ["uneven-dates"]',
            "2: ignore: no rule or group is called uneven-dates; did you mean uneven-date?",
        ),
        ("[style]\ndate = 3", "2: style.date: write the second of March 2023"),
        ("[style]\n# x\nblank-lins = 1", "3: style: there is no setting called blank-lins; did you mean blank-lines?"),
        ('[style]\narxiv-address = "html"', "2: style.arxiv-address: 'html' is none of"),
        (
            '[per-section."Old Papers"]\nordr = "newest"',
            "2: per-section.Old Papers: there is no setting called ordr; did you mean order?",
        ),
        ('[severity]\nuneven-date = "fatal"', "2: severity.uneven-date: 'fatal' is none of note, warning, error"),
        ('files = "README.md"', "1: files: ought to be a list of texts"),
        ('extend = "none.toml"', "1: extend: none.toml does not exist"),
        ("[style", "is no valid TOML"),
        ("[style]\ntemplate = 3", "2: style.template takes a template in quotes"),
        ('[venues]\nMRM = "x"', "2: venues.MRM: ought to be a list of texts"),
        ('[style]\nvenue-year = "CVPR-23"', "2: style.venue-year: write CVPR of 2023 as your list does"),
        ('[style]\nbadge = "https://x.org/a.svg"', "2: style.badge: ought to be the picture's address"),
        ("per-section = 1", "1: per-section: ought to be tables"),
    ],
)
def test_a_mistake_is_told_at_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "awesomelint.toml"
    path.write_text(text + "\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert said in str(caught.value).replace(f"{path}:", "")
    assert "\n" not in str(caught.value)


def test_the_nearest_file_wins_and_extends(tmp_path: Path) -> None:
    inner = tmp_path / "lists"
    inner.mkdir()
    (tmp_path / "base.toml").write_text(
        'ignore = ["order"]\n[style]\nbullet = "*"\norder = "newest"\n', encoding="utf-8"
    )
    (tmp_path / "awesomelint.toml").write_text('ignore = ["title"]\n', encoding="utf-8")
    (inner / ".awesomelint.toml").write_text('extend = "../base.toml"\n[style]\nbullet = "-"\n', encoding="utf-8")
    (inner / "README.md").write_text(text_of([entry(n) for n in range(5)]), encoding="utf-8")
    shown = run("config", "lists/README.md", cwd=tmp_path).stdout
    assert 'ignore = ["order"]' in shown
    assert "base.toml:1" in shown
    assert '"-"' in shown
    assert ".awesomelint.toml:3" in shown
    assert '"newest"' in shown


def test_extending_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('extend = "b.toml"\n', encoding="utf-8")
    (tmp_path / "b.toml").write_text('extend = "a.toml"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="leads back"):
        load(tmp_path / "a.toml")


def test_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.awesomelint]\nignore = ["order"]\n[tool.other]\nx = 1\n', encoding="utf-8"
    )
    assert load(tmp_path / "pyproject.toml").ignore == ("order",)


ITEMS = "".join(
    f"- **Study {n} of Imaging**. *Ada Lovelace, Alan Turing*. [paper](https://arxiv.org/abs/2303.1000{n}) \n"
    for n in range(6)
)
TWO = f"# T\n\n## Surveys\n\n{ITEMS}\n## Methods\n\n{ITEMS.replace('Study', 'Method').replace('2303', '2304')}"


def rules_at(folder: Path, configuration: str, text: str = TWO) -> set[tuple[str, str]]:
    (folder / "README.md").write_text(text, encoding="utf-8")
    (folder / "awesomelint.toml").write_text(configuration, encoding="utf-8")
    data = json.loads(run("check", "--output-format", "json", cwd=folder).stdout)
    return {(one["rule"], one["entry"]["title"].split()[0]) for one in data["findings"] if one["entry"]}


def test_settings_for_a_section(tmp_path: Path) -> None:
    found = rules_at(tmp_path, '[per-section.Surveys]\nignore = ["trailing-blank"]\n')
    assert ("trailing-blank", "Method") in found
    assert ("trailing-blank", "Study") not in found
    found = rules_at(tmp_path, '[per-section.Methods]\nrequired = ["venue"]\nselect = ["missing-field"]\n')
    assert ("missing-field", "Method") in found
    assert ("missing-field", "Study") not in found
    assert ("trailing-blank", "Method") not in found


def test_settings_for_files(tmp_path: Path) -> None:
    assert not rules_at(tmp_path, '[per-file-ignores]\n"READ*.md" = ["entry"]\n')


def test_severities_and_fail_on(tmp_path: Path) -> None:
    rules_at(tmp_path, '[severity]\ntrailing-blank = "note"\n')
    assert run("check", cwd=tmp_path).returncode == 0
    rules_at(tmp_path, 'fail-on = "error"\n')
    assert run("check", cwd=tmp_path).returncode == 0


def test_style_choices_of_the_configuration(tmp_path: Path) -> None:
    found = rules_at(tmp_path, '[style]\narxiv-address = "pdf"\nbullet = "*"\n')
    assert ("uneven-arxiv-address", "Study") in found


def test_labels_and_venues_of_ones_own(tmp_path: Path) -> None:
    text = TWO.replace("*Ada Lovelace, Alan Turing*. ", "*Ada Lovelace, Alan Turing*. Radium Letters. ")
    text = text.replace("Radium Letters", "RadLett", 1)
    configuration = '[labels]\nPDF = ["paper"]\n[venues]\n"Radium Letters" = ["RadLett"]\n'
    found = rules_at(tmp_path, configuration, text)
    assert ("uneven-label", "Study") in found
    assert ("uneven-venue", "Study") in found
    data = json.loads(run("export", "README.md", "--to", "json", cwd=tmp_path).stdout)
    assert {one["venue"] for one in data["entries"]} == {"Radium Letters", "RadLett"}


OWN = '[venues]\n"Radium Letters" = ["radlett"]\n'
"""A venue that no table knows and that looks like none: read as one only by its own name."""


@pytest.fixture
def radium(tmp_path: Path) -> Path:
    """A folder with a list whose venue only the configuration in elsewhere.toml knows."""
    titles = ("Street Maps from Camera", "Learning to Segment the Liver", "Diffusion Models for the Chest")
    text = "".join(
        f"- **{title}**. *Ada Lovelace, Alan Turing*. radlett 2023. [paper](https://arxiv.org/abs/2303.0000{n})\n"
        for n, title in enumerate(titles)
    )
    (tmp_path / "README.md").write_text(f"# Papers\n\n{text}", encoding="utf-8")
    (tmp_path / "elsewhere.toml").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_style_reads_with_the_venues_of_the_configuration_that_was_named(radium: Path) -> None:
    assert "{venue}" not in run("style", "README.md", cwd=radium).stdout
    assert "{venue}" in run("style", "--config", "elsewhere.toml", "README.md", cwd=radium).stdout


def test_isolated_reads_without_the_venues_of_the_list(radium: Path) -> None:
    (radium / "elsewhere.toml").rename(radium / "awesomelint.toml")
    assert "{venue}" in run("style", "README.md", cwd=radium).stdout
    assert "{venue}" not in run("style", "--isolated", "README.md", cwd=radium).stdout


def test_another_form_is_written_with_the_venues_of_the_configuration(radium: Path) -> None:
    template = ("--template", "- {title}. {authors}. {venue}. [{label}]({url})")
    assert run("fmt", "--diff", *template, cwd=radium).returncode == 2  # the venue is read as a note
    (radium / "elsewhere.toml").rename(radium / "awesomelint.toml")
    done = run("fmt", "--diff", *template, cwd=radium)
    assert "+- Street Maps from Camera. Ada Lovelace, Alan Turing. radlett 2023. [paper]" in done.stdout
    assert "+| Title | Authors | Venue | Links |" in run("fmt", "--diff", "--layout", "table", cwd=radium).stdout
    assert run("fmt", "--isolated", "--diff", *template, cwd=radium).returncode == 2


def test_init_reads_with_the_venues_of_the_configuration(radium: Path) -> None:
    (radium / "elsewhere.toml").rename(radium / "awesomelint.toml")
    assert "{venue}" in run("init", "--stdout", cwd=radium).stdout
    assert "{venue}" in run("init", "--contributing", cwd=radium).stdout


def test_readers_with_other_venues_know_nothing_of_each_other(radium: Path) -> None:
    source = Source((radium / "README.md").read_text(encoding="utf-8"), "README.md")
    slip = Source(source.text.replace("radlett", "RadLeters", 1), "README.md")
    rules = (BY_NAME["misspelt-venue"],)
    readers = {own: Reader(own) for own in ((), (("Radium Letters", ("radlett",)),), (("RadLetters", ()),))}
    plain, radlett, letters = readers
    for _ in range(2):
        for order in ((plain, radlett, letters), (letters, radlett, plain)):
            for own in order:
                venues = {entry.venue.venue.key for entry in readers[own].read(source).entries if entry.venue}
                assert venues == ({"Radium Letters"} if own == radlett else set())
                said = [one.message for one in check(slip, Settings(readers[own], rules)).findings]
                assert said == ["RadLeters is likely to mean RadLetters"] * (own == letters)


def test_a_reader_knows_its_venues_in_another_process_too() -> None:
    own = (("Quokkas", ("QK",)),)
    copy = pickle.loads(pickle.dumps(Reader(own)))
    assert copy.venues.own == own
    assert copy.venues.read("QK 2023").key == "Quokkas"


def test_a_template_for_a_section(tmp_path: Path) -> None:
    configuration = "[per-section.Methods]\ntemplate = '- **{title}**, *{authors}*. [{label}]({url})'\n"
    found = rules_at(tmp_path, configuration)
    assert ("uneven-separator", "Method") in found
    assert ("uneven-separator", "Study") not in found


def test_the_schema_is_fresh() -> None:
    assert (ROOT / "docs" / "awesomelint.schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_schema_takes_what_init_writes(tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    import tomllib

    (tmp_path / "README.md").write_text(text_of([entry(n) for n in range(30)]), encoding="utf-8")
    run("init", cwd=tmp_path)
    written = tomllib.loads((tmp_path / "awesomelint.toml").read_text(encoding="utf-8"))
    jsonschema.validate(written, json.loads(schema_text()))
