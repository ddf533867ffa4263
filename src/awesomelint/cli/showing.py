"""`awesomelint show FILE[:LINE]`: what was read of a list, printed."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ..errors import UsageError
from ..files import read_file
from ..report.show import show_text
from ..source import Source
from .options import STDIN, Options
from .standard import read_stdin

_WITH_LINE = re.compile(r"(?P<file>.+):(?P<line>\d+)$")


def show_reading(given: str, config: Path | None, isolated: bool) -> int:
    """Print the reading of a file, or of the block at one of its lines; the exit status. Raises UsageError for a line that the file has not."""
    file, line = _file_and_line(given)
    options = Options(files=(file,), config=config, isolated=isolated)
    settings = options.settings()
    path = file if file == STDIN else str(options.paths(settings)[0])
    text = read_stdin("<stdin>").text if file == STDIN else read_file(Path(path), path).text
    source = Source(text, "<stdin>" if file == STDIN else path)
    if line is not None and not 1 <= line <= len(source.line_spans):
        raise UsageError(f"{path} has {len(source.line_spans)} lines; there is no line {line}")
    click.echo(show_text(source, settings.reader().trace(source), line), nl=False)
    return 0


def _file_and_line(given: str) -> tuple[str, int | None]:
    """A file's name, and the line behind it; a file whose own name ends so wins."""
    found = _WITH_LINE.match(given)
    if found is None or Path(given).exists():
        return given, None
    return found["file"], int(found["line"])
