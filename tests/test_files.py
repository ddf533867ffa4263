"""Files: one step or nothing, and nobody else's change is overwritten."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from awesomelint.engine import Settings, check
from awesomelint.errors import ChangedMeanwhile, UnwritableFile
from awesomelint.files import read_file, write_file
from awesomelint.reading import Reader
from awesomelint.source import Source


def test_a_mark_mode_and_link_are_kept(tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_bytes(b"\xef\xbb\xbfa\r\nb")
    real.chmod(0o640)
    link = tmp_path / "README.md"
    link.symlink_to(real)
    file = read_file(link, "README.md")
    assert file.text == "a\r\nb"
    write_file(file, "a\r\nc", "README.md")
    assert real.read_bytes() == b"\xef\xbb\xbfa\r\nc"
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "real.md"]


def test_the_same_text_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x")
    before = path.stat().st_mtime_ns
    write_file(read_file(path, "a.md"), "x", "a.md")
    assert path.stat().st_mtime_ns == before


def test_a_change_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x")
    file = read_file(path, "a.md")
    path.write_bytes(b"y")
    with pytest.raises(ChangedMeanwhile, match=r"a\.md: somebody changed it meanwhile"):
        write_file(file, "z", "a.md")
    assert path.read_bytes() == b"y"


def test_a_write_that_fails_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x")
    file = read_file(path, "a.md")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableFile, match="No space left"):
        write_file(file, "z", "a.md")
    assert path.read_bytes() == b"x"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_thousands_of_brackets_are_read_in_linear_time() -> None:
    """Law 8: a line of brackets is no link, however long."""
    text = "# L\n\n- **Study of Things**. A. [paper](https://x.org/a)\n- **Study of Others**. A. [paper](https://x.org/b)\n"
    for piece in ("[[a](https://x.org/b) ", "[", "]", "[a] (", "(a)["):
        started = time.perf_counter()
        check(Source(text + "- " + piece * 5000 + "\n"), Settings(Reader(())))
        assert time.perf_counter() - started < 20
