"""`awesomelint init`: a configuration and a passage for contributors, written from what a list does."""

from __future__ import annotations

from pathlib import Path

import click

from ..config import Config, find
from ..engine import check
from ..entries import AwesomeList
from ..errors import UsageError
from ..files import TextFile, read_file, write_file
from ..reading import Reader
from ..report.contributing import passage, put_into
from ..report.init import init_text
from ..source import Source
from ..style import infer
from .options import STDIN, Options

NAME = "awesomelint.toml"


def write_configuration(options: Options, stdout: bool) -> int:
    """awesomelint.toml beside the list; the exit status. Raises UsageError where there is one already, or no list."""
    config = options.settings()
    path, found = _list(options, config, config.reader())
    text = init_text(found, infer(found, None), path.name)
    if stdout:
        click.echo(text, nl=False)
        return 0
    target = path.parent / NAME
    there = target if target.exists() else find(path.parent.resolve())
    if there is not None and there.parent == path.parent.resolve():
        raise UsageError(
            f"{there}: there is a configuration already; `awesomelint init --stdout` prints what would be written"
        )
    if target.exists():
        raise UsageError(f"{target}: exists already; `awesomelint init --stdout` prints what would be written")
    target.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{target} written from {len(found.entries)} entries; what the list has not settled is commented out.")
    return 0


def write_passage(options: Options, into: Path | None, checks: bool) -> int:
    """The list's form for its contributors, printed or put into a file; 1 where `checks` finds the file not fresh."""
    config = options.settings()
    reader = config.reader()
    path, found = _list(options, config, reader)
    checked = check(found.source, config.settings(reader, path))
    faulty = frozenset(finding.entry for finding in checked.findings)
    new = passage(checked.found, checked.style, faulty, path.name)
    if into is None:
        if checks:
            raise UsageError("--check needs --into FILE")
        click.echo(new, nl=False)
        return 0
    if not into.parent.is_dir():
        raise UsageError(f"{into}: there is no folder {into.parent}; make it first")
    file = read_file(into, str(into)) if into.exists() else TextFile(into, "", False, b"")
    after = put_into(file.text, new)
    if checks:
        if after == file.text:
            return 0
        click.echo(
            f"{into}: the form of an entry is not what {path} does now; run `awesomelint init --into {into}`", err=True
        )
        return 1
    if not into.exists():
        into.write_text(after, encoding="utf-8", newline="\n")
    else:
        write_file(file, after, str(into))
    return 0


def _list(options: Options, config: Config, reader: Reader) -> tuple[Path, AwesomeList]:
    if STDIN in options.files:
        raise UsageError("init needs a file; it writes beside it")
    path = options.paths(config)[0]
    found = reader.read(Source(read_file(path, str(path)).text, str(path)))
    if not found.entries:
        raise UsageError(f"{path}: no list was found in it, so there is nothing to write down")
    return path, found
