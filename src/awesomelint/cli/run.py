"""What check, fix and fmt share: read each file, run the engine, report, write, and sum up the exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from ..discover import NO_MARKDOWN
from ..engine import Settings, check, fix
from ..engine.fix import proven
from ..errors import AwesomelintError, NetError, UnreadableFile
from ..files import TextFile, decode, read_file, write_file
from ..finding import Safety, Severity
from ..report import FileReport, reporter
from ..report.model import worst
from ..rules import BY_NAME
from ..source import Source
from .options import STDIN, Options

CLEAN, FOUND, FAILED = 0, 1, 2


def run(options: Options, writes: bool, rules: Settings | None = None) -> int:
    """Check or mend every file that is meant; the exit status. One bad file does not stop the others."""
    # A list is many small records and no circles: looking for those costs a fifth of the time.
    gc.set_threshold(100_000, 50, 100)
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
    for done in _with_progress(_all(files, options, engine, writes), len(files), options):
        if done.report is None:
            click.echo(f"awesomelint: {done.error}", err=True)
            status = FAILED
            continue
        click.echo(done.diff, nl=False)
        reports.append(done.report)
        if done.changed and (options.diff or options.check):
            status = max(status, FOUND)
    _print(reports, options, to_stderr=STDIN in options.files and writes)
    threshold = 9 if options.exit_zero or options.fail_on == "never" else Severity[options.fail_on.upper()]
    if not (options.check or (options.diff and writes)) and worst(reports) >= threshold:
        status = max(status, FOUND)
    return status


class _Done(NamedTuple):
    """What became of one file: its report, whether its text changed or would change, and the diff; or the error."""

    report: FileReport | None
    changed: bool = False
    diff: str = ""
    error: str = ""


# So many files of so many bytes are worth the start of further processes.
MANY, LARGE = 4, 1_000_000


def _all(files: list[Path | str], options: Options, engine: Settings, writes: bool) -> Iterator[_Done]:
    """Every file in order; many large ones are shared among the processors."""
    size = sum(Path(file).stat().st_size for file in files if Path(file).is_file())
    if len(files) < MANY or size < LARGE or (os.cpu_count() or 1) < 2:
        for file in files:
            yield _try(file, options, engine, writes)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(files))) as pool:
        names = tuple(rule.name for rule in engine.rules)
        work = partial(_elsewhere, options=options, engine=engine._replace(rules=()), names=names, writes=writes)
        yield from pool.map(work, files)


def _elsewhere(file: Path | str, options: Options, engine: Settings, names: tuple[str, ...], writes: bool) -> _Done:
    """One file in another process, which knows rules by their names."""
    return _try(file, options, engine._replace(rules=tuple(BY_NAME[name] for name in names)), writes)


def _try(file: Path | str, options: Options, engine: Settings, writes: bool) -> _Done:
    try:
        return _one(file, options, engine, writes)
    except AwesomelintError as error:
        return _Done(None, error=f"{error}{_kept(error)}")


def _kept(error: AwesomelintError) -> str:
    """Where the two texts of a refused change lie, for whoever looks into it."""
    if not isinstance(error, NetError):
        return ""
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="awesomelint-"))
    for name, content in (("before.md", error.before), ("after.md", error.after)):
        (folder / name).write_text(content, encoding="utf-8", newline="")
    return f" (both texts are in {folder})"


def _with_progress(done: Iterable[_Done], count: int, options: Options) -> Iterable[_Done]:
    """What is done, with a bar where there are many files and somebody watches."""
    if count < 20 or options.quiet or options.format != "text" or not sys.stderr.isatty():
        return done
    from rich.console import Console
    from rich.progress import track

    return track(done, total=count, description="Reading", console=Console(stderr=True), transient=True)


def _one(file: Path | str, options: Options, engine: Settings, writes: bool) -> _Done:
    """One file, checked or mended and written."""
    name = options.stdin_filename or "<stdin>" if file == STDIN else str(file)
    if file == STDIN:
        content = read_stdin(name)
    else:
        content = read_file(Path(file), name)
    if options.verbose > 1:
        click.echo(f"awesomelint: reading {name}", err=True)
    source = Source(content.text, name)
    if Path(name).suffix.lower() in NO_MARKDOWN:
        checked = check(Source("", name), engine)
        return _Done(FileReport(name, checked.found.source, (), checked.findings))
    safety = Safety.UNSAFE if options.unsafe_fixes else Safety.SAFE
    if not writes and not options.diff:
        checked = proven(check(source, engine), engine, safety)
        return _Done(FileReport(name, source, checked.found.entries, checked.findings))
    fixed = fix(source, engine, safety)
    changed = fixed.source.text != source.text
    if options.diff or options.check:
        before = fixed.before
        shown = diff(source, fixed.source) if options.diff else ""
        return _Done(FileReport(name, source, before.found.entries, before.findings), changed, shown)
    if file == STDIN:
        write_stdout(content, fixed.source.text)
    else:
        write_file(content, fixed.source.text, name)
    after = fixed.after
    return _Done(FileReport(name, fixed.source, after.found.entries, after.findings, fixed.applied), changed)


def read_stdin(name: str) -> TextFile:
    """What standard input holds. Raises UnreadableFile where it is closed."""
    if sys.stdin is None:
        raise UnreadableFile(f"{name}: standard input is closed")
    data = sys.stdin.buffer.read()
    return TextFile(Path(), *decode(data, name), data)


def write_stdout(content: TextFile, text: str) -> None:
    """A text to standard output, with the byte-order mark that it came with."""
    sys.stdout.buffer.write((b"\xef\xbb\xbf" if content.marked else b"") + text.encode())
    sys.stdout.buffer.flush()


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
