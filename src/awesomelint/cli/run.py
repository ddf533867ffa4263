"""What check, fix and fmt share: read each file, run the engine, report, write, and sum up the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from ..discover import NO_MARKDOWN
from ..engine import Settings, check, fix
from ..engine.fix import proven
from ..errors import AwesomelintError, NetError, UnreadableFile
from ..files import TextFile, decode, read_file, write_file
from ..finding import Safety, Severity
from ..report import FileReport, reporter
from ..report.model import worst
from ..source import Source
from .options import STDIN, Options

CLEAN, FOUND, FAILED = 0, 1, 2


def run(options: Options, writes: bool, rules: Settings | None = None) -> int:
    """Check or mend every file that is meant; the exit status. One bad file does not stop the others."""
    settings = options.settings()
    engine = rules or settings.settings()
    if options.verbose:
        click.echo(f"awesomelint: settings from {settings.path or 'nowhere: the defaults'}", err=True)
    reports: list[FileReport] = []
    status = CLEAN
    _ = options.format  # a wrong format is told before anything is written
    files: list[Path | str] = [*options.paths(settings)] if set(options.files) != {STDIN} else []
    if STDIN in options.files:
        files.insert(0, STDIN)
    for file in _with_progress(files, options):
        try:
            report, changed = _one(file, options, engine, writes)
        except AwesomelintError as error:
            click.echo(f"awesomelint: {error}{_kept(error)}", err=True)
            status = FAILED
            continue
        reports.append(report)
        if changed and (options.diff or options.check):
            status = max(status, FOUND)
    _print(reports, options, to_stderr=STDIN in options.files and writes)
    threshold = 9 if options.exit_zero or options.fail_on == "never" else Severity[options.fail_on.upper()]
    if not (options.check or (options.diff and writes)) and worst(reports) >= threshold:
        status = max(status, FOUND)
    return status


def _kept(error: AwesomelintError) -> str:
    """Where the two texts of a refused change lie, for whoever looks into it."""
    if not isinstance(error, NetError):
        return ""
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="awesomelint-"))
    for name, content in (("before.md", error.before), ("after.md", error.after)):
        (folder / name).write_text(content, encoding="utf-8", newline="")
    return f" (both texts are in {folder})"


def _with_progress(files: Iterable[Path | str], options: Options) -> Iterable[Path | str]:
    """The files, with a bar where there are many and somebody watches."""
    files = list(files)
    if len(files) < 20 or options.quiet or options.format != "text" or not sys.stderr.isatty():
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, description="Reading", console=Console(stderr=True), transient=True)


def _one(file: Path | str, options: Options, engine: Settings, writes: bool) -> tuple[FileReport, bool]:
    """One file: what was found, and whether its text changed or would change."""
    name = options.stdin_filename or "<stdin>" if file == STDIN else str(file)
    if file == STDIN:
        if sys.stdin is None:
            raise UnreadableFile(f"{name}: standard input is closed")
        data = sys.stdin.buffer.read()
        content = TextFile(Path(), *decode(data, name), data)
    else:
        content = read_file(Path(file), name)
    if options.verbose > 1:
        click.echo(f"awesomelint: reading {name}", err=True)
    source = Source(content.text, name)
    if Path(name).suffix.lower() in NO_MARKDOWN:
        checked = check(Source("", name), engine)
        return FileReport(name, checked.found.source, (), checked.findings), False
    safety = Safety.UNSAFE if options.unsafe_fixes else Safety.SAFE
    if not writes and not options.diff:
        checked = proven(check(source, engine), engine, safety)
        return FileReport(name, source, checked.found.entries, checked.findings), False
    fixed = fix(source, engine, safety)
    changed = fixed.source.text != source.text
    if options.diff:
        click.echo(diff(source, fixed.source), nl=False)
    if options.diff or options.check:
        before = fixed.before
        return FileReport(name, source, before.found.entries, before.findings), changed
    if file == STDIN:
        sys.stdout.buffer.write((b"\xef\xbb\xbf" if content.marked else b"") + fixed.source.text.encode())
        sys.stdout.buffer.flush()
    else:
        write_file(content, fixed.source.text, name)
    after = fixed.after
    return FileReport(name, fixed.source, after.found.entries, after.findings, fixed.applied), changed


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


def _print(reports: list[FileReport], options: Options, to_stderr: bool) -> None:
    if options.quiet or options.diff:
        return
    if options.format == "text":
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
