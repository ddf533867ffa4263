"""Which files are meant: paths and folders -> the Markdown files to read.

Folders are searched with respect to `.gitignore` and to what the configuration excludes. What a
person names outright is read, excluded or not.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from .errors import UnreadableFile, UsageError

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
# What is no Markdown by its name gets one note when it is named, and nothing else.
NO_MARKDOWN = frozenset(
    (
        ".rst",
        ".rest",
        ".adoc",
        ".asciidoc",
        ".org",
        ".tex",
        ".html",
        ".htm",
        ".ipynb",
        ".json",
        ".yaml",
        ".yml",
        ".toml",
    )
)
_NEVER = frozenset((".git", ".hg", "node_modules", ".venv", "venv", ".nox", ".tox", "__pycache__"))


def default_files(folder: Path) -> list[Path]:
    """README.md in whatever case it is written."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone are needed
    except OSError as error:
        raise UnreadableFile(f"{folder}: {error.strerror or error}") from error
    return [folder / name for name in names if name.lower() == "readme.md"][:1]


def expand(paths: Iterable[Path], exclude: tuple[str, ...]) -> list[Path]:
    """The files that paths mean, each once, folders searched. Raises UnreadableFile for a folder without Markdown."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = list(_markdown_in(path, exclude))
            if not inside:
                raise UnreadableFile(f"{path}: no Markdown file in this folder")
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def _markdown_in(folder: Path, exclude: tuple[str, ...]) -> Iterator[Path]:
    from pathspec import GitIgnoreSpec

    try:
        excluded = GitIgnoreSpec.from_lines(exclude)
    except ValueError as error:
        raise UsageError(f"exclude: {error}") from error
    ignored: dict[Path, GitIgnoreSpec] = {}
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        ignore = here / ".gitignore"
        if ignore.is_file():
            lines = ignore.read_text(encoding="utf-8", errors="replace").splitlines()
            # git passes over a pattern that means nothing, and so do we.
            ignored[here] = GitIgnoreSpec.from_lines(line for line in lines if line.strip().strip("!/\\ "))

        def skipped(path: Path, slash: str = "") -> bool:
            if excluded.match_file(path.relative_to(folder).as_posix() + slash):
                return True
            return any(
                spec.match_file(path.relative_to(root).as_posix() + slash)
                for root, spec in ignored.items()
                if root in path.parents
            )

        folders[:] = sorted(name for name in folders if name not in _NEVER and not skipped(here / name, "/"))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not skipped(here / name):
                yield here / name
