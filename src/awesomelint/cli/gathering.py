"""Ask the world before the rules judge: one progress display, and a line for each service that did not answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..config import Config
from ..engine import Settings
from ..errors import AwesomelintError
from ..evidence import Evidence
from ..files import read_file
from ..source import Source
from ..style import Style
from .options import STDIN, Options
from .standard import read_stdin

if TYPE_CHECKING:
    from ..online import Line, Meant


SettingsFor = Callable[[Path | str, Source], tuple[Settings, Style | None]]


def gathered(files: Sequence[Path | str], options: Options, config: Config, settings_for: SettingsFor) -> Evidence:
    """What services and pages say of the entries that are meant, for the rules that run on each file."""
    from ..online import Wishes, gather, kinds_needed

    lists, needs = _meant(files, options, settings_for)
    given = dict(config.online)
    wishes = Wishes(kinds_needed(needs), bool(given.get("fragments")), tuple(given.get("skip", ())))
    with asking(options, config.online) as line:
        evidence = gather(lists, wishes, line)
    tell_silence(evidence)
    return evidence


def _meant(
    files: Sequence[Path | str], options: Options, settings_for: SettingsFor
) -> tuple[list[Meant], list[tuple[str, ...]]]:
    """The lists with the entries that are asked about, and what their rules need; a file that cannot be read is told of later."""
    from ..online import Meant

    lists: list[Meant] = []
    needs: list[tuple[str, ...]] = []
    for file in files:
        name = options.stdin_filename or "<stdin>" if file == STDIN else str(file)
        try:
            content = read_stdin(name) if file == STDIN else read_file(Path(file), name)
            source = Source(content.text, name)
            engine, _ = settings_for(file, source)
        except AwesomelintError:
            continue  # the run itself reads it again, and says so
        found = engine.reader.read(source)
        lists.append(Meant(found, engine.scope.changed(found) if engine.scope is not None else None))
        needs += [rule.needs for rule in engine.rules if rule.needs]
    return lists, needs


@contextmanager
def asking(options: Options, online: tuple[tuple[str, Any], ...]) -> Iterator[Line]:
    """The way to the services, with a display of how far it is where somebody watches."""
    from ..online import open_line

    line = open_line(str(dict(online).get("mailto", "")), options.offline, options.refresh)
    if line.cache.notice:
        click.echo(f"awesomelint: {line.cache.notice}", err=True)
    try:
        if options.quiet or not sys.stderr.isatty():
            yield line
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            bars: dict[str, TaskID] = {}

            def told(name: str, done: int, total: int) -> None:
                if name not in bars:
                    bars[name] = progress.add_task(name, total=total)
                progress.update(bars[name], completed=done, total=total)

            line.told = told
            yield line
    finally:
        line.http.close()


def tell_silence(evidence: Evidence) -> None:
    """Name each service that did not answer, once; those of one reason in one line."""
    reasons: dict[str, list[str]] = {}
    for one in evidence.silent:
        reasons.setdefault(one.reason, []).append(one.service)
    for reason, names in reasons.items():
        click.echo(f"awesomelint: {', '.join(names)}: {reason}; nothing is concluded from that", err=True)
