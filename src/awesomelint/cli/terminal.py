"""What people see: the report with its colours, a diff, a bar where many files are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from ..report import FileReport, reporter
from ..source import Source
from .options import Options

T = TypeVar("T")


def with_progress(done: Iterable[T], count: int, options: Options) -> Iterable[T]:
    """What is done, with a bar where there are many files and somebody watches."""
    if count < 20 or options.quiet or options.format != "text" or not sys.stderr.isatty():
        return done
    from rich.console import Console
    from rich.progress import track

    return track(done, total=count, description="Reading", console=Console(stderr=True), transient=True)


def diff(before: Source, after: Source) -> str:
    """A unified diff; a line keeps its own line end."""
    import difflib

    rows = difflib.unified_diff(
        _lines(before.text), _lines(after.text), fromfile=before.name, tofile=before.name, lineterm="\n"
    )
    return "".join(row if row.endswith("\n") else row + "\n\\ No newline at end of file\n" for row in rows)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def print_report(reports: list[FileReport], options: Options, to_stderr: bool) -> None:
    """Print what was found, in the format that was asked for."""
    if options.quiet or options.diff:
        return
    if options.statistics and options.format == "text":
        from ..report.statistics import report as counts

        shown = counts(reports)
    elif options.statistics and options.format == "json":
        from ..report.json_ import report as as_json

        shown = as_json(reports, counts=True)
    elif options.format == "text":
        from ..report.text import Look, report

        shown = report(reports, Look(options.all, _painter(options, to_stderr)))
    else:
        shown = reporter(options.format)(reports)
    click.echo(shown, nl=False, err=to_stderr, color=True)


def _painter(options: Options, to_stderr: bool) -> Callable[[str, str], str]:
    """A function that paints words, or leaves them as they are where no colour is wanted."""
    stream = sys.stderr if to_stderr else sys.stdout
    forced = bool(os.environ.get("FORCE_COLOR"))
    wanted = options.color == "always" or (
        options.color == "auto" and not os.environ.get("NO_COLOR") and (forced or stream.isatty())
    )
    if not wanted:
        return lambda words, style: words
    from rich.color import ColorSystem
    from rich.style import Style

    from ..report.text import styles

    painted = {name: Style.parse(look) for name, look in styles().items() if look}

    def paint(words: str, style: str) -> str:
        if style not in painted:
            return words
        return "\n".join(
            painted[style].render(line, color_system=ColorSystem.STANDARD) if line else line
            for line in words.split("\n")
        )

    return paint
