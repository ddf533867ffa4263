"""The way in for a list with a past: what changed since, one entry, known findings, comments, counts."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from test_cli import run

NAMES = ("Ada Lovelace, Alan Turing", "Emmy Noether, Max Born", "Marie Curie, Pierre Curie", "Lise Meitner, Otto Hahn")


def entry(number: int, blanks: str = " ") -> str:
    """One entry of the list; blanks at the ends of its lines are its faults."""
    title = f"**A Study of Question Number {number} in Imaging**"
    month = f"{1 + number % 12} Mar {2023 - number // 40}"
    paper = f"[paper](https://arxiv.org/abs/2303.{10000 + number})"
    return f"{title}{blanks}\n*{NAMES[number % 4]}*{blanks}\nCVPR | {month}{blanks}\n{paper}{blanks}\n"


OLD = [entry(number) for number in range(130)]
RIGHT = entry(900, "")
WRONG = (
    RIGHT.replace("Ada Lovelace, Alan Turing", "Ada Lovelace; Alan Turing")
    .replace("CVPR | 1 Mar 2001", "CVPR | 01 March 2001")
    .replace("arxiv.org/abs/2303.10900", "browse.arxiv.org/abs/2303.10900")
)


def text_of(entries: list[str]) -> str:
    return "# Papers\n\n## Imaging\n\n" + "\n".join(entries)


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A list with five hundred findings on its main branch, and a branch that adds an entry."""
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "README.md").write_text(text_of(OLD), encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "the list")
    git(tmp_path, "checkout", "-q", "-b", "add")
    return tmp_path


def findings(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    data = json.loads(done.stdout)
    return sorted((one["rule"], (one["entry"] or {"title": ""})["title"]) for one in data["findings"])


def test_a_pull_request_with_three_faults(repository: Path) -> None:
    list_ = repository / "README.md"
    assert len(findings(run("check", "--output-format", "json", cwd=repository))) >= 500
    list_.write_text(text_of([*OLD, WRONG]), encoding="utf-8")
    done = run("check", "--since", "main", "--output-format", "json", cwd=repository)
    title = "A Study of Question Number 900 in Imaging"
    assert findings(done) == [
        ("uneven-arxiv-address", title),
        ("uneven-author-separator", title),
        ("uneven-date", title),
    ]
    assert json.loads(done.stdout)["hidden"]["outside"] >= 500
    assert done.returncode == 1
    list_.write_text(text_of([*OLD, RIGHT]), encoding="utf-8")
    done = run("check", "--since", "main", cwd=repository)
    assert done.returncode == 0
    assert "elsewhere in the list not shown" in done.stdout


def test_fix_since_touches_nothing_else(repository: Path) -> None:
    list_ = repository / "README.md"
    list_.write_text(text_of([*OLD, WRONG]), encoding="utf-8")
    assert run("fix", "--since", "main", cwd=repository).returncode == 0
    assert list_.read_text(encoding="utf-8") == text_of([*OLD, RIGHT])


def test_the_base_of_a_pull_request(repository: Path) -> None:
    (repository / "README.md").write_text(text_of([*OLD, WRONG]), encoding="utf-8")
    git(repository, "update-ref", "refs/remotes/origin/main", "main")
    done = run("check", "--since", "pull-request", "--output-format", "json", cwd=repository, GITHUB_BASE_REF="main")
    assert len(findings(done)) == 3
    outside = run("check", "--since", "pull-request", "--output-format", "json", cwd=repository, GITHUB_BASE_REF="")
    assert len(findings(outside)) >= 500


def test_what_was_only_moved_is_not_new(repository: Path) -> None:
    (repository / "README.md").write_text(text_of(list(reversed(OLD))), encoding="utf-8")
    done = run("check", "--since", "main", "--ignore", "order", cwd=repository)
    assert done.returncode == 0


def test_a_duplicate_that_is_added_is_told(repository: Path) -> None:
    (repository / "README.md").write_text(text_of([entry(100, ""), *OLD]), encoding="utf-8")
    done = run("check", "--since", "main", "--select", "duplicates", "--output-format", "json", cwd=repository)
    assert [rule for rule, _ in findings(done)] == ["duplicate-entry"]


@pytest.mark.parametrize(
    ("words", "said"), [(["--since", "nowhere"], "no such revision"), (["--since", "-x"], "is no revision")]
)
def test_a_revision_that_does_not_exist(repository: Path, words: list[str], said: str) -> None:
    done = run("check", *words, cwd=repository)
    assert done.returncode == 2
    assert said in done.stderr


def test_since_outside_of_a_repository(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(text_of(OLD), encoding="utf-8")
    done = run("check", "--since", "main", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 2
    assert "git repository" in done.stderr


def test_one_entry_by_line_and_by_title(repository: Path) -> None:
    list_ = repository / "README.md"
    before = list_.read_text(encoding="utf-8")
    assert run("fix", "--entry", "10", cwd=repository).returncode == 0
    assert list_.read_text(encoding="utf-8") == before.replace(OLD[1], entry(1, ""))
    run("fix", "--entry", "question number 7 in imaging", cwd=repository)
    assert list_.read_text(encoding="utf-8") == before.replace(OLD[1], entry(1, "")).replace(OLD[7], entry(7, ""))
    several = run("check", "--entry", "Question Number", cwd=repository)
    assert several.returncode == 2
    assert "give the line" in several.stderr


def test_a_baseline_survives_sorting(repository: Path) -> None:
    list_ = repository / "README.md"
    assert run("check", "--write-baseline", "known.json", cwd=repository).returncode == 0
    assert run("check", "--baseline", "known.json", cwd=repository).returncode == 0
    list_.write_text(text_of(list(reversed([*OLD, WRONG]))), encoding="utf-8")
    done = run("check", "--baseline", "known.json", "--ignore", "order", "--output-format", "json", cwd=repository)
    assert len(findings(done)) == 3
    broken = repository / "known.json"
    broken.write_text("{", encoding="utf-8")
    done = run("check", "--baseline", "known.json", cwd=repository)
    assert done.returncode == 2
    assert "is no baseline" in done.stderr


ROWS = "".join(
    f"| Study {n} of Imaging | CVPR | {n + 10} Mar 2023 | [paper](https://arxiv.org/abs/2303.1000{n}) |\n"
    for n in range(9)
)
TABLE = f"# T\n\n| Title | Venue | Date | Link |\n|---|---|---|---|\n{ROWS}"
ITEMS = "".join(
    f"- **Study {n} of Imaging**. *Ada Lovelace*. CVPR, {n + 10} Mar 2023. [paper](https://arxiv.org/abs/2303.1000{n})\n"
    for n in range(9)
)


@pytest.mark.parametrize(
    "text",
    [
        TABLE.replace("13 Mar 2023", "13 March 2023"),
        "# T\n\n" + ITEMS.replace("13 Mar 2023", "13 March 2023"),
        text_of([entry(n, "") for n in range(9)]).replace("CVPR | 4 Mar", "CVPR | 04 March"),
    ],
    ids=["rows", "items", "paragraphs"],
)
def test_suppressions_are_written_where_they_hold(tmp_path: Path, text: str) -> None:
    list_ = tmp_path / "README.md"
    list_.write_text(text, encoding="utf-8")
    assert len(findings(run("check", "--select", "uneven-date", "--output-format", "json", cwd=tmp_path))) == 1
    assert run("check", "--add-suppressions", "uneven-date", "--select", "uneven-date", cwd=tmp_path).returncode == 0
    after = list_.read_text(encoding="utf-8")
    assert after.count("<!-- awesomelint-disable") == 1
    assert not findings(run("check", "--select", "uneven-date,suppressions", "--output-format", "json", cwd=tmp_path))
    entries = json.loads(run("export", "README.md", "--to", "json", cwd=tmp_path).stdout)["entries"]
    assert len(entries) == 9


def test_counts_instead_of_findings(repository: Path) -> None:
    done = run("check", "--statistics", cwd=repository)
    assert "520  trailing-blank" in done.stdout
    assert "Papers > Imaging  (130 entries)" in done.stdout
    data = json.loads(run("check", "--statistics", "--output-format", "json", cwd=repository).stdout)
    assert data["statistics"]["rules"][0]["rule"] == "trailing-blank"


def test_duplicates_across_files(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text_of([entry(n, "") for n in range(9)]), encoding="utf-8")
    (tmp_path / "b.md").write_text(text_of([entry(n, "") for n in (3, *range(20, 29))]), encoding="utf-8")
    (tmp_path / "awesomelint.toml").write_text('files = ["a.md", "b.md"]\n', encoding="utf-8")
    done = run("check", "b.md", "--select", "duplicates", "--output-format", "json", cwd=tmp_path)
    data = json.loads(done.stdout)["findings"]
    assert [(one["path"], one["rule"], one["severity"]) for one in data] == [("b.md", "duplicate-entry", "note")]
    assert "a.md, line" in data[0]["message"]
    hidden = (
        (tmp_path / "b.md")
        .read_text(encoding="utf-8")
        .replace(entry(3, ""), "<!-- awesomelint-disable-next-entry duplicates -->\n" + entry(3, ""))
    )
    (tmp_path / "b.md").write_text(hidden, encoding="utf-8")
    select = "duplicates,suppressions"
    assert not findings(run("check", "b.md", "--select", select, "--output-format", "json", cwd=tmp_path))
    (tmp_path / "awesomelint.toml").write_text('files = ["a.md", "b.md"]\nduplicates = "file"\n', encoding="utf-8")
    assert not findings(run("check", "b.md", "--select", "duplicates", "--output-format", "json", cwd=tmp_path))


def test_the_passage_for_contributors_is_held_fresh(repository: Path) -> None:
    assert run("init", "--into", "CONTRIBUTING.md", cwd=repository).returncode == 0
    passage = (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "**{title}**" in passage
    assert run("init", "--into", "CONTRIBUTING.md", "--check", cwd=repository).returncode == 0
    text = (repository / "README.md").read_text(encoding="utf-8")
    (repository / "README.md").write_text(text.replace("**", "__"), encoding="utf-8")
    assert run("init", "--into", "CONTRIBUTING.md", "--check", cwd=repository).returncode == 1


def test_init_says_what_check_would(repository: Path) -> None:
    before = findings(run("check", "--output-format", "json", cwd=repository))
    assert run("init", cwd=repository).returncode == 0
    assert findings(run("check", "--output-format", "json", cwd=repository)) == before
    again = run("init", cwd=repository)
    assert again.returncode == 2
    assert "exists already" in again.stderr


def test_a_sentence_about_the_marks_is_not_the_passage(repository: Path) -> None:
    mention = "Use `<!-- awesomelint: the form of an entry -->` and keep me.\r\n\r\nsee <!-- awesomelint: end -->\r\n"
    (repository / "CONTRIBUTING.md").write_bytes(mention.encode())
    for _ in range(2):
        assert run("init", "--into", "CONTRIBUTING.md", cwd=repository).returncode == 0
    text = (repository / "CONTRIBUTING.md").read_bytes().decode()
    assert text.startswith(mention)
    assert text.count("## Adding an entry") == 1
    assert text.count("\n") == text.count("\r\n")


def test_prose_that_reads_as_an_entry_beside_a_new_one_was_not_touched(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    list_ = tmp_path / "README.md"
    before = "# L\n\n- **About this list**: papers that we read  \n\n" + text_of([entry(n, "") for n in range(9)])
    list_.write_text(before, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "the list")
    added = "\n- **New Paper about Something**. Ada Lovelace. [paper](ttps://arxiv.org/abs/2401.00001) \n"
    list_.write_text(before + added, encoding="utf-8")
    run("fix", "--since", "main", cwd=tmp_path)
    assert list_.read_text(encoding="utf-8").startswith(before)


def test_a_baseline_is_the_same_from_every_folder(repository: Path) -> None:
    run("check", "--write-baseline", "known.json", cwd=repository)
    inside = run(
        "check", "--baseline", str(repository / "known.json"), str(repository / "README.md"), cwd=repository.parent
    )
    assert inside.returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--since", ""],
        ["check", "--since", "main", "--entry", "10"],
        ["check", "--entry", "²"],
        ["init", "--check"],
        ["init", "-"],
        ["init", "--into", "nowhere/C.md"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_told(repository: Path, words: list[str]) -> None:
    done = run(*words, cwd=repository)
    assert done.returncode == 2
    assert done.stderr.startswith("awesomelint: ")
