"""The house: data flows one way, no circles, no rooms without a name, heavy guests only where they are needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "src" / "awesomelint"
FLOORS = (
    ("source",), ("finding", "errors"), ("markdown",), ("entries",), ("reading",), ("evidence",), ("style",), ("suppressions",), ("rules",), ("engine",),
    ("config", "files", "discover", "baseline", "online", "bibliography"), ("report", "history"), ("cli",), ("__main__",),
)  # fmt: skip
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names} | {"__init__": -1}
ONLY_IN = {
    "mistune": {"markdown"},
    "click": {"cli"},
    "bibtexparser": {"bibliography"},
    "pylatexenc": {"bibliography"},
    "httpx": {"online"},
    "httpcore": {"online"},
    "sqlite3": {"online"},
    "platformdirs": {"online"},
    "defusedxml": {"online"},
    "rich": {"cli", "report"},
    "pathspec": {"discover"},
}


def modules() -> list[tuple[str, Path]]:
    return [(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path) for path in sorted(PACKAGE.rglob("*.py"))]


def imports(path: Path) -> list[tuple[int, str]]:
    """Level and dotted name of everything that a module imports."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            found += [(node.level, f"{node.module or ''}.{alias.name}".strip(".")) for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [(0, alias.name) for alias in node.names]
    return found


@pytest.mark.parametrize(("room", "path"), modules(), ids=lambda value: str(value).rpartition("awesomelint/")[2])
def test_a_file_imports_only_what_stands_above_it(room: str, path: Path) -> None:
    depth = len(path.relative_to(PACKAGE).parts)
    for level, name in imports(path):
        top = name.partition(".")[0]
        if level == 0:
            assert room in ONLY_IN.get(top, {room}), f"{path.name} imports {top}"
        elif level == depth and top in FLOOR:
            assert FLOOR[top] < FLOOR[room] or top == room, f"{room} imports {top}"


@pytest.mark.parametrize(("room", "path"), modules(), ids=lambda value: str(value).rpartition("awesomelint/")[2])
def test_nothing_is_read_without_the_configuration(room: str, path: Path) -> None:
    """`read` is for tests and scripts: it knows the built-in venues alone."""
    assert room == "reading" or "reading.read" not in {name for _, name in imports(path)}


def test_every_room_has_its_floor() -> None:
    assert {room for room, _ in modules()} <= set(FLOOR)


def test_no_circles_among_files() -> None:
    graph: dict[Path, set[Path]] = {}
    for _, path in modules():
        for level, name in imports(path):
            if level:
                base = path.parents[level - 1]
                parts = name.split(".")
                for size in (len(parts), len(parts) - 1):
                    target = base.joinpath(*parts[:size])
                    for found in (target.with_suffix(".py"), target / "__init__.py"):
                        if found.exists() and found != path:
                            graph.setdefault(path, set()).add(found)
                            break
                    else:
                        continue
                    break
    state: dict[Path, int] = {}

    def visit(path: Path, trail: tuple[str, ...]) -> None:
        assert state.get(path) != 1, " -> ".join((*trail, path.name))
        if path in state:
            return
        state[path] = 1
        # A folder's own __init__ gathers its files: they do not import it.
        for target in graph.get(path, ()):
            visit(target, (*trail, path.name))
        state[path] = 2

    for path in graph:
        visit(path, ())


def test_no_room_without_a_name() -> None:
    names = {part.removesuffix(".py") for _, path in modules() for part in path.relative_to(PACKAGE).parts}
    assert not names & {"utils", "util", "common", "core", "helpers", "helper", "manager", "misc"}


@pytest.mark.parametrize("path", [path for _, path in modules()], ids=lambda path: path.stem)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{node.name} is longer than a screen"


@pytest.mark.parametrize(
    ("command", "never"),
    [
        (["rules"], ["httpx", "rich", "asyncio", "sqlite3", "pathspec", "bibtexparser", "awesomelint.online"]),
        (["explain", "dead-link"], ["httpx", "asyncio", "sqlite3", "awesomelint.online"]),
        (["style", "tests/fixtures/synthetic-tumors.md"], ["httpx", "asyncio", "sqlite3", "awesomelint.online"]),
        (
            ["export", "tests/fixtures/synthetic-tumors.md", "--to", "bibtex"],
            ["httpx", "asyncio", "sqlite3", "bibtexparser"],
        ),
        (
            ["fix", "--diff", "tests/fixtures/synthetic-tumors.md"],
            ["httpx", "asyncio", "sqlite3", "awesomelint.online"],
        ),
        (["--version"], ["mistune", "httpx", "rich", "asyncio", "sqlite3", "pathspec", "awesomelint.entries"]),
        (
            ["check", "--output-format", "json", "tests/fixtures/synthetic-tumors.md"],
            ["httpx", "rich", "asyncio", "sqlite3", "pathspec"],
        ),
    ],
)
def test_heavy_guests_come_only_where_they_are_needed(command: list[str], never: list[str]) -> None:
    code = f"""
import sys
from awesomelint.cli import main
sys.argv = ["awesomelint", *{command!r}]
try:
    main()
except SystemExit:
    pass
print([name for name in {never!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip().endswith("[]"), done.stderr
