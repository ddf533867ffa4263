"""The project as others meet it: its pages, its hooks, its own Markdown."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from awesomelint.cli.options import FORMATS
from awesomelint.engine import Settings, check
from awesomelint.reading import Reader
from awesomelint.report import NAMES
from awesomelint.rules import RULES
from awesomelint.source import Source
from conftest import FIXTURES, ROOT


def test_the_handbook_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tasks" / "docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_rule_is_in_the_handbook() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert list(re.findall(r"^\| \[([\w-]+)\]\(rules/", page, re.M)) == [rule.name for rule in RULES]
    assert {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")} == {rule.name for rule in RULES}


def test_the_formats_have_one_list() -> None:
    assert tuple(NAMES) == FORMATS


@pytest.mark.parametrize(
    "path",
    sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("adopting.md"), *(ROOT / "docs").glob("contributing.md")]),
    ids=lambda path: path.name,
)
def test_its_own_markdown_is_clean(path: Path) -> None:
    checked = check(Source(path.read_text(encoding="utf-8"), path.name), Settings(Reader(())))
    assert {finding.rule for finding in checked.findings} <= {"unrecognised-list"}


def test_links_between_pages_lead_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "style").glob("*.md")]:
        for target in re.findall(
            r"\]\((?!https?:|#|\{)([^)#\s]+)", re.sub(r"`[^`]*`", "", path.read_text(encoding="utf-8"))
        ):
            if target:
                assert (path.parent / target).exists(), f"{path.name} links {target}"


def test_the_readme_has_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(
        r"^    python3 -m venv .* && \.venv/bin/awesomelint check tests/fixtures/synthetic-tumors\.md$", readme, re.M
    )
    assert re.search(r"^    python3 -m venv .* && \.venv/bin/nox -s test$", readme, re.M)


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None,
    reason="pre-commit clones the project, which is no checkout here",
)
def test_the_hooks_run_in_pre_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    work = tmp_path / "list"
    work.mkdir()
    (work / "README.md").write_bytes((FIXTURES / "synthetic-tumors.md").read_bytes())
    (work / "notes.md").write_text("# Notes\n")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "a list"]):
        subprocess.run([*git, *words], cwd=work, check=True, capture_output=True)

    def hook(name: str, touched: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), name, "--files", touched]
        return subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)

    found = hook("awesomelint", "notes.md")  # what it says does not depend on which file a commit touches
    assert found.returncode == 1, found.stdout + found.stderr
    assert "README.md:13:9: warning: uneven-arxiv-address" in found.stdout
    assert "files were modified" in hook("awesomelint-fix", "README.md").stdout
    assert "27 Mar 2023" in (work / "README.md").read_text(encoding="utf-8")
