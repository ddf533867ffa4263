"""The commands that ask the world, as people call them: against one server that stands for it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from program import called
from replay import Replay, Reply
from test_services import entry as atom_entry
from test_services import feed

ROWS = (
    "- **Synthetic Tumors for Segmentation**. Ada Lovelace, Alan Turing. *arXiv 2023*. [[paper](https://arxiv.org/abs/2303.00001)] [[code](https://github.com/ada/tumors)]",
    "- **Learning from Small Datasets**. Emmy Noether, Max Born. *arXiv 2023*. [[paper](https://arxiv.org/abs/2303.00002)] [[code](https://github.com/noether/small)]",
    "- **A Survey of Medical Image Synthesis**. Ada Lovelace, Alan Turing. *CVPR 2023*. [[paper](https://arxiv.org/abs/2303.00003)] [[project](https://dead.example/survey)]",
    "- **Diffusion Models for the Chest**. Ada Lovelace, Alan Turing. *ICML 2023*. [[paper](https://arxiv.org/abs/2303.00004)] [[project](https://wall.example/chest?token=s3cret)]",
    "- **Where Tumors Come From**. Ada Lovelace, Alan Turing. *ICML 2023*. [[paper](https://arxiv.org/abs/2303.00005)] [[project](https://alive.example/tumors)]",
    "- **Where Tumors Go To**. Ada Lovelace, Alan Turing. *ICML 2023*. [[paper](https://arxiv.org/abs/2303.00006)] [[project](https://alive.example/more)]",
)  # fmt: skip
TITLES = {f"2303.0000{n}": row.split("**")[1] for n, row in enumerate(ROWS, 1)} | {
    "2303.00002": "On the Stability of Neutron Stars"
}
LIST = "# Awesome Papers\n\n## Papers\n\n" + "\n".join(ROWS) + "\n"


@pytest.fixture
def web() -> Iterator[Replay]:
    replay = Replay()
    replay.answers.append(lambda request: Reply(200, b"<p>a page</p>"))
    replay.on(
        "export.arxiv.org",
        "",
        lambda request: feed(*(atom_entry(n, title) for n, title in TITLES.items() if n in request.plain)),
    )
    moved = Reply(301, b"{}", "application/json", (("Location", "https://api.github.com/repositories/7"),))
    replay.on("api.github.com", "/repos/ada/tumors", moved)
    replay.on("api.github.com", "/repositories/7", Reply.of({"full_name": "lovelace-lab/tumors"}))
    replay.on("api.github.com", "/repos/noether/small", Reply.of({"full_name": "noether/small", "archived": True}))
    replay.on("dead.example", "", Reply(404))
    replay.on("wall.example", "", Reply(403))
    hits = [
        {"info": {"authors": {"author": [{"text": "Ada Lovelace"}]}, "title": "Synthetic Tumors for Segmentation.", "venue": venue, "year": "2024", "key": key}}
        for venue, key in (("CoRR", "journals/corr/x"), ("CVPR", "conf/cvpr/L24"))
    ]  # fmt: skip
    replay.on("dblp.org", "", Reply.of({"result": {"hits": {"hit": hits}}}))
    paper = {
        "externalIds": {"ArXiv": "2303.00001"},
        "title": "Synthetic tumors for segmentation",
        "venue": "Computer Vision and Pattern Recognition",
        "authors": [{"name": "Ada Lovelace"}],
    }
    replay.on("api.semanticscholar.org", "", Reply.of([paper]))
    replay.on("api.openalex.org", "", Reply.of({"results": []}))
    with replay.running():
        yield replay


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "README.md").write_text(LIST, encoding="utf-8")
    return tmp_path


def run(
    home: Path, *arguments: str, web: Replay | None = None, text: str | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    environment = {"AWESOMELINT_CACHE_DIR": str(home / "cache"), "PATH": "", "PYTHONIOENCODING": "utf-8", **more}
    if web is not None:
        environment["AWESOMELINT_ONLINE_VIA"] = f"127.0.0.1:{web.port}"
    done = called(list(arguments), home, environment, (text or "").encode())
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def found(done: subprocess.CompletedProcess[str]) -> dict[str, int]:
    return {one["rule"]: one["line"] for one in json.loads(done.stdout)["findings"]}


EXPECTED = {"dead-link": 7, "moved-repository": 5, "archived-repository": 6, "wrong-work": 6, "published-preprint": 5}


def test_check_online_says_what_the_world_knows_and_then_knows_it(home: Path, web: Replay) -> None:
    done = run(home, "check", "--online", "--output-format", "json", web=web)
    assert found(done) == EXPECTED, done.stderr
    assert done.returncode == 1
    asked = len(web.log)
    assert found(run(home, "check", "--online", "--output-format", "json", web=web)) == EXPECTED
    assert len(web.log) == asked
    assert found(run(home, "check", "--offline", "--output-format", "json")) == EXPECTED
    assert found(run(home, "check", "--online", "--refresh", "--output-format", "json", web=web)) == EXPECTED
    assert len(web.log) > asked
    assert found(run(home, "check", "--output-format", "json")) == {}


def test_fix_writes_new_names_and_with_leave_what_two_sources_agree_on(home: Path, web: Replay) -> None:
    run(home, "fix", "--online", web=web)
    text = (home / "README.md").read_text(encoding="utf-8")
    assert text == LIST.replace("github.com/ada/tumors", "github.com/lovelace-lab/tumors")
    run(home, "fix", "--online", "--unsafe-fixes", web=web)
    assert (home / "README.md").read_text(encoding="utf-8") == text.replace(
        "*arXiv 2023*. [[paper](https://arxiv.org/abs/2303.00001)]",
        "*CVPR 2024*. [[paper](https://arxiv.org/abs/2303.00001)]",
    )


@pytest.mark.parametrize(
    ("select", "asks"), [('["online"]', True), ('["dead-link"]', True), ('["all"]', False), ('["links"]', False)]
)
def test_the_network_is_asked_only_by_name(home: Path, web: Replay, select: str, asks: bool) -> None:
    (home / "awesomelint.toml").write_text(f"select = {select}\n", encoding="utf-8")
    run(home, "check", web=web)
    assert bool(web.log) == asks
    if select == '["dead-link"]':
        assert not web.asked("dblp.org"), "what no rule needs is not asked"


def test_only_the_entries_that_are_meant_are_asked_about(home: Path, web: Replay) -> None:
    run(home, "check", "--online", "--entry", "7", web=web)
    assert {one.host for one in web.log} == {"export.arxiv.org", "dead.example"}


def test_addresses_of_the_configuration_are_skipped(home: Path, web: Replay) -> None:
    (home / "awesomelint.toml").write_text(
        '[online]\nskip = ["dead.example/*"]\nmailto = "curator@example.org"\n', encoding="utf-8"
    )
    done = run(home, "check", "--online", "--output-format", "json", web=web)
    assert "dead-link" not in found(done)
    assert all("mailto:curator@example.org" in one.headers["user-agent"] for one in web.log)


def test_standard_input_is_asked_about_as_well(home: Path, web: Replay) -> None:
    done = run(home, "check", "-", "--online", "--output-format", "json", web=web, text=LIST)
    assert found(done) == EXPECTED


def test_nothing_secret_is_kept_or_said(home: Path, web: Replay) -> None:
    keys = {
        "GITHUB_TOKEN": "k3y-one",
        "OPENALEX_API_KEY": "k3y-two",
        "S2_API_KEY": "k3y-three",
        "OPENREVIEW_TOKEN": "k3y-four",
    }
    web.on("api.github.com", "/graphql", Reply(500))
    done = run(home, "check", "--online", "-vv", web=web, **keys)
    kept = b"".join(path.read_bytes() for path in (home / "cache").iterdir())
    for secret in ("k3y", "s3cret"):
        assert secret.encode() not in kept
    assert "k3y" not in done.stdout + done.stderr
    for one in web.log:
        if one.host not in ("api.github.com", "api.openalex.org", "api.semanticscholar.org", "api2.openreview.net"):
            assert "k3y" not in str(one), one.host


def test_without_a_network_services_are_named_once_and_nothing_is_concluded(home: Path) -> None:
    done = run(home, "check", "--online", "--output-format", "json")
    assert found(done) == {}
    assert done.returncode == 0
    lines = [line for line in done.stderr.splitlines() if "nothing is concluded" in line]
    assert len(lines) == len(done.stderr.splitlines())
    names = [name for line in lines for name in line.removeprefix("awesomelint: ").partition(":")[0].split(", ")]
    assert len(names) == len(set(names))
    assert {"arXiv", "GitHub", "pages"} <= set(names)


def test_a_damaged_cache_is_begun_anew(home: Path, web: Replay) -> None:
    (home / "cache").mkdir()
    (home / "cache" / "online.sqlite3").write_bytes(b"this is no database" * 100)
    done = run(home, "check", "--online", "--output-format", "json", web=web)
    assert found(done) == EXPECTED
    assert "begun anew" in done.stderr
    assert sqlite3.connect(home / "cache" / "online.sqlite3").execute("select count(*) from answers").fetchone()[0] > 5


def test_links_lists_every_address_with_its_state(home: Path, web: Replay) -> None:
    done = run(home, "links", "--output-format", "json", web=web)
    links: list[dict[str, Any]] = json.loads(done.stdout)["links"]
    states = {one["url"]: one["state"] for one in links}
    assert done.returncode == 1
    assert len(links) == LIST.count("](")
    assert states["https://dead.example/survey"] == "gone"
    assert states["https://wall.example/chest?token=s3cret"] == "refused"
    assert states["https://alive.example/tumors"] == "alive"
    assert states["https://github.com/ada/tumors"] == "moved"
    assert states["https://arxiv.org/abs/2303.00001"] == "alive"
    table = run(home, "links", "--offline").stdout
    assert table.splitlines()[0].startswith("gone    README.md:7:")
    assert "1 gone, 1 moved, 1 refused" in table
    issue = run(home, "links", "--offline", "--output-format", "markdown").stdout
    assert "1 dead and 1 moved links among 12 addresses." in issue
    assert (
        "- [ ] README.md:7 `A Survey of Medical Image Synthesis` `https://dead.example/survey`: the page answers 404"
        in issue
    )
    assert run(home, "links", "--offline", "--state", "alive").returncode == 1
    mended = LIST.replace("dead.example", "alive.example")
    (home / "README.md").write_text(mended, encoding="utf-8")
    assert run(home, "links", web=web).returncode == 0


def test_a_comment_for_a_rule_that_did_not_run_is_not_unused(home: Path, web: Replay) -> None:
    hidden = LIST.replace(
        ROWS[2], "<!-- awesomelint-disable-next-entry dead-link -- the page comes back -->\n" + ROWS[2]
    )
    (home / "README.md").write_text(hidden, encoding="utf-8")
    assert found(run(home, "check", "--output-format", "json")) == {}
    assert "dead-link" not in found(run(home, "check", "--online", "--output-format", "json", web=web))


def test_a_wrong_switch_is_told(home: Path) -> None:
    done = run(home, "links", AWESOMELINT_ONLINE_VIA="somewhere")
    assert done.returncode == 2
    assert "127.0.0.1:8123" in done.stderr


def test_a_cache_damaged_within_is_told_and_can_be_cleaned(home: Path, web: Replay) -> None:
    assert found(run(home, "check", "--online", "--output-format", "json", web=web)) == EXPECTED
    path = home / "cache" / "online.sqlite3"
    sqlite3.connect(path).execute("pragma wal_checkpoint(truncate)")
    path.write_bytes(path.read_bytes()[:4096] + b"x" * 40_000)
    done = run(home, "check", "--online", "--output-format", "json", web=web)
    assert "Traceback" not in done.stderr
    if done.returncode == 2:
        assert "clean --online" in done.stderr
    run(home, "clean", "--online")
    assert found(run(home, "check", "--online", "--output-format", "json", web=web)) == EXPECTED
