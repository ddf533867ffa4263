"""The command line as its users meet it: whole processes in the main, bad input above all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import FIXTURES
from program import called

LIST = FIXTURES / "synthetic-tumors.md"


def run(
    *words: str | Path, cwd: Path | None = None, stdin: bytes | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """The program with these words; its output as text."""
    kept = {key: value for key, value in os.environ.items() if key not in ("GITHUB_ACTIONS", "FORCE_COLOR", "NO_COLOR")}
    done = called(list(map(str, words)), cwd or Path.cwd(), {**kept, **variables}, stdin or b"")
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "README.md").write_bytes(LIST.read_bytes())
    return tmp_path


def test_check_finds_readme_by_itself(folder: Path) -> None:
    (folder / "README.md").rename(folder / "readme.MD")
    done = run("check", cwd=folder)
    assert done.returncode == 1
    assert (
        "readme.MD:103:8: warning: uneven-date: this date ought to be written 27 Mar 2023"
        in run("check", "--all", cwd=folder).stdout
    )
    assert "uneven-date: 13 more in 13 entries (--all shows them)" in done.stdout


def test_fix_then_check_then_fix(folder: Path) -> None:
    shown = run("check", "--diff", cwd=folder)
    done = run("fix", "--output-format", "json", cwd=folder)
    data = json.loads(done.stdout)
    assert done.returncode == 1  # warnings are left: an affiliation mark, a missing venue
    assert len(data["applied"]) == 104
    assert {"path", "rule", "line", "before", "after"} == set(data["applied"][0])
    assert shown.returncode == 1
    text = (folder / "README.md").read_text(encoding="utf-8")
    rebuilt = subprocess.run(
        ["git", "apply", "--check", "-R", "-"],
        cwd=folder,
        input=shown.stdout,
        text=True,
        capture_output=True,
        check=False,
    )
    assert rebuilt.returncode == 0, rebuilt.stderr  # the diff that was announced is the one that was written
    run("fix", cwd=folder)
    assert (folder / "README.md").read_text(encoding="utf-8") == text
    assert run("check", "--diff", cwd=folder).stdout == ""


def test_fmt_moves_nothing_and_check_option_writes_nothing(folder: Path) -> None:
    before = (folder / "README.md").read_bytes()
    assert run("fmt", "--check", cwd=folder).returncode == 1
    assert (folder / "README.md").read_bytes() == before
    run("fmt", cwd=folder)
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert text.index("GenerateCT") < text.index("Anatomically-Controllable")
    assert "‚ù§" in text
    assert run("fmt", "--check", cwd=folder).returncode == 0


def test_json_is_as_promised(folder: Path) -> None:
    data = json.loads(run("check", "--output-format", "json", "--select", "uneven-date", cwd=folder).stdout)
    first = data["findings"][0]
    assert {**first, "message": "…"} == {
        "path": "README.md", "rule": "uneven-date", "group": "date", "severity": "warning", "message": "…",
        "line": 103, "column": 8, "end_line": 103, "end_column": 21,
        "entry": {"line": 101, "title": "Label-Free Liver Tumor Segmentation"},
        "fix": {"safety": "safe", "edits": [{"start": first["fix"]["edits"][0]["start"], "end": first["fix"]["edits"][0]["end"], "text": "27 Mar 2023"}]},
    }  # fmt: skip
    text = LIST.read_text(encoding="utf-8")
    edit = first["fix"]["edits"][0]
    assert text[edit["start"] : edit["end"]] == "27 March 2023"
    assert data["summary"] == {"files": 1, "entries": 36, "findings": 18, "fixable": 18}


def test_export_is_as_promised(folder: Path) -> None:
    data = json.loads(run("export", "README.md", "--to", "json", cwd=folder).stdout)
    keys = "line end_line section title acronym authors et_al venue date links badges description inherited certainty fields"
    assert set(data["entries"][0]) == set(keys.split())
    assert data["entries"][19]["date"] == "2023-03-20"


def test_standard_input(folder: Path) -> None:
    data = (folder / "README.md").read_bytes()
    done = run("fix", "-", "--stdin-filename", "x.md", stdin=data)
    run("fix", "README.md", cwd=folder)
    assert done.stdout == (folder / "README.md").read_text(encoding="utf-8")
    assert "x.md:" in done.stderr
    assert "<stdin>:5:3:" in run("check", "-", stdin=data).stdout


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        (b"", 0, "no list found"),
        ("# Über uns\n\nGrüße".encode("latin-1"), 2, "README.md:1: is not UTF-8"),
        ("# List\n".encode("utf-16"), 2, "README.md: is UTF-16"),
        (b"# List\n\n\0\n", 2, "README.md:3: holds a NUL byte"),
        (b"[" * 10_000, 0, "no list found"),
        (b"Papers\n======\n\n* `A paper <https://a.org>`_\n\n.. note:: hi\n", 0, "no list found"),
        (b"\xef\xbb\xbf# Only a heading", 0, "no list found"),
    ],
    ids=["empty", "latin-1", "utf-16", "nul", "brackets", "rst", "bom"],
)
def test_bad_input(tmp_path: Path, data: bytes, status: int, says: str) -> None:
    path = tmp_path / "README.md"
    path.write_bytes(data)
    for command in ("check", "fix"):
        done = run(command, "README.md", cwd=tmp_path)
        assert done.returncode == status
        assert says in done.stdout + done.stderr
        assert len((done.stderr or "one").strip().splitlines()) == 1
        assert path.read_bytes() == data


def test_fifty_megabytes_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_bytes(b"word, " * (50 * 1024 * 1024 // 6))
    started = time.perf_counter()
    done = run("check", "README.md", cwd=tmp_path)
    assert done.returncode == 0
    assert "no list found" in done.stdout
    assert time.perf_counter() - started < 60


def test_what_is_not_there(tmp_path: Path) -> None:
    assert run("check", "gone.md", cwd=tmp_path).stderr == "awesomelint: gone.md: no such file\n"
    assert run("check", cwd=tmp_path).returncode == 2
    (tmp_path / "empty").mkdir()
    done = run("check", "empty", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "awesomelint: empty: no Markdown file in this folder\n")
    assert run("export", "empty", cwd=tmp_path).stderr == "awesomelint: empty: no Markdown file in this folder\n"


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "bad.md").write_bytes(b"\xff")
    done = run("check", "bad.md", "README.md", cwd=folder)
    assert done.returncode == 2
    assert "uneven-date" in done.stdout
    assert "bad.md" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_read_only_file_stays(folder: Path) -> None:
    path = folder / "README.md"
    path.chmod(0o444)
    before = path.read_bytes()
    done = run("fix", cwd=folder)
    assert done.returncode == 2
    assert "read-only" in done.stderr
    assert path.read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["README.md"]


def test_folders_heed_gitignore(folder: Path) -> None:
    (folder / ".gitignore").write_text("build/\n")
    for name in ("build", "docs", "node_modules"):
        (folder / name).mkdir()
        (folder / name / "list.md").write_bytes(LIST.read_bytes())
    paths = {
        finding["path"]
        for finding in json.loads(run("check", ".", "--output-format", "json", cwd=folder).stdout)["findings"]
    }
    assert paths == {"README.md", "docs/list.md"}


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("[tool.awesomelint\n", "is no valid TOML"),
        ("[project\nname = \n", "is no valid TOML"),
        ("[tool.awesomelint]\nselct = []\n", "no setting called selct; did you mean select?"),
        (
            '[tool.awesomelint]\nignore = ["uneven-dates"]\n',
            "no rule or group is called uneven-dates; did you mean uneven-date?",
        ),
        ('[tool.awesomelint.style]\narxiv-address = "pfd"\n', 'none of "abs", "pdf"; did you mean pdf?'),
        ('[tool.awesomelint]\nselect = "date"\n', "ought to be a list"),
        ('[tool.awesomelint.style]\ndate = "soon"\n', "2 Mar 2023"),
    ],
)
def test_a_broken_configuration(folder: Path, config: str, says: str) -> None:
    (folder / "pyproject.toml").write_text(config)
    done = run("check", cwd=folder)
    assert done.returncode == 2
    assert says in done.stderr
    assert "pyproject.toml" in done.stderr
    assert run("check", "--isolated", cwd=folder).returncode == 1


def test_the_nearest_configuration_wins(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.awesomelint]\nselect = ["uneven-date"]\n')
    assert "1 finding" not in run("check", cwd=folder).stdout
    rules = {
        finding["rule"]
        for finding in json.loads(run("check", "--output-format", "json", cwd=folder).stdout)["findings"]
    }
    assert rules == {"uneven-date"}
    (folder / "awesomelint.toml").write_text('select = ["vague-date"]\nfiles = ["*.md"]\n')
    rules = {
        finding["rule"]
        for finding in json.loads(run("check", "--output-format", "json", cwd=folder).stdout)["findings"]
    }
    assert rules == {"vague-date"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "--select", "uneven-dates"], "did you mean uneven-date?"),
        (["explain", "uneven-dat"], "did you mean uneven-date?"),
        (["check", "--output-format", "jsn"], "jsn"),
        (["chek"], "chek"),
        (["check", "--config", "gone.toml"], "gone.toml: no such configuration file"),
    ],
)
def test_a_slip_on_the_command_line(folder: Path, words: list[str], says: str) -> None:
    done = run(*words, cwd=folder)
    assert done.returncode == 2
    assert says in done.stderr


def test_exit_status_follows_severity(folder: Path) -> None:
    assert run("check", "--select", "vague-date", cwd=folder).returncode == 0
    assert run("check", "--select", "vague-date", "--fail-on", "note", cwd=folder).returncode == 1
    assert run("check", "--select", "uneven-date", "--fail-on", "error", cwd=folder).returncode == 0
    assert run("check", "--exit-zero", cwd=folder).returncode == 0
    quiet = run("check", "-q", cwd=folder)
    assert (quiet.returncode, quiet.stdout) == (1, "")


def test_fixable_and_unfixable(folder: Path) -> None:
    run("fix", "--fixable", "date", cwd=folder)
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert "27 Mar 2023" in text
    assert "pdf/2402.19470.pdf" in text
    run("fix", "--unfixable", "links,order", cwd=folder)
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert "pdf/2402.19470.pdf" in text
    assert "Medical Image Analysis | Feb 2023" in text


def test_where_no_colour_is_wanted_there_is_none(folder: Path) -> None:
    assert "\x1b[" not in run("check", cwd=folder).stdout
    assert "\x1b[" in run("check", "--color", "always", cwd=folder).stdout
    assert "\x1b[" in run("check", cwd=folder, FORCE_COLOR="1").stdout
    assert "\x1b[" not in run("check", cwd=folder, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_github_is_the_default_in_actions(folder: Path) -> None:
    done = run("check", cwd=folder, GITHUB_ACTIONS="true")
    assert done.stdout.startswith("::error file=README.md,line=5,endLine=5,col=3,endColumn=6,title=damaged-text::")
    assert run("check", "--output-format", "concise", cwd=folder, GITHUB_ACTIONS="true").stdout.startswith(
        "README.md:5:3: "
    )
    assert run("check", cwd=folder, AWESOMELINT_OUTPUT_FORMAT="json").stdout.startswith("{")


def test_rules_and_explain() -> None:
    listed = run("rules").stdout
    assert "uneven-date" in listed
    assert "fix: unsafe" in listed
    page = run("explain", "uneven-date").stdout
    assert page.startswith("uneven-date  (date, warning, style rule, fix: safe, on)")
    assert "Good:" in page


def test_style_shows_the_template(folder: Path) -> None:
    shown = run("style", "README.md", cwd=folder).stdout
    assert (
        "    **{title}**\n    *{authors}*\n    {venue} | {date}\n    [{label}]({url}) ...[? [![{alt}]({image})]({url})]\n"
        in shown
    )
    assert "arXiv address: abs (no two thirds: the default; pdf 11, abs 6)" in shown


def test_the_reader_of_the_output_may_go_away(folder: Path) -> None:
    command = f"{sys.executable} -m awesomelint check --all README.md | head -1"
    done = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_the_profile_for_lists_of_the_index(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(
        "# Awesome Radium\n\n- [Polonium](https://example.org/po) - Glows.\n", encoding="utf-8"
    )
    done = run("check", "--profile", "awesome", "--output-format", "concise", cwd=tmp_path)
    said = {line.split(": ")[1] for line in done.stdout.splitlines()}
    assert {"missing-awesome-badge", "missing-contributing"} <= said
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "CONTRIBUTING.md").write_text("Open a pull request.\n", encoding="utf-8")
    done = run("check", "--profile", "awesome", "--output-format", "concise", cwd=tmp_path)
    assert "missing-contributing" not in done.stdout
    assert "missing-awesome-badge" not in run("check", "--output-format", "concise", cwd=tmp_path).stdout
