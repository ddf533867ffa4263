"""What check, fix and fmt share: read each file, run the engine, report, write, and sum up the exit status."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import click

from ..config import Config
from ..discover import NO_MARKDOWN
from ..engine import Settings, check, fix
from ..engine.across import Paper, papers_of
from ..engine.fix import proven
from ..engine.scope import OneEntry, Since
from ..errors import AwesomelintError, NetError, UsageError
from ..evidence import Evidence
from ..files import TextFile, neighbours, read_file, write_file
from ..finding import Safety, Severity
from ..reading import Reader
from ..report import FileReport
from ..report.model import worst
from ..source import Source
from ..style import Style, infer
from .known import with_baseline, with_duplicates
from .options import STDIN, Options
from .standard import read_stdin, write_stdout
from .terminal import diff, print_report, with_progress

CLEAN, FOUND, FAILED = 0, 1, 2


def run(options: Options, writes: bool, styles_only: bool = False) -> int:
    """Check or mend every file that is meant; the exit status. One bad file does not stop the others."""
    # A list is many small records and no circles: looking for those costs a fifth of the time.
    gc.set_threshold(100_000, 50, 100)
    settings = options.settings()
    if options.verbose:
        click.echo(f"awesomelint: settings from {settings.path or 'nowhere: the defaults'}", err=True)
    reader = settings.reader()
    task = Task(options, settings, reader, writes, styles_only, today(), _revision(options, settings))
    reports: list[FileReport] = []
    status = CLEAN
    _ = options.format  # a wrong format is told before anything is written
    files: list[Path | str] = [*options.paths(settings)] if set(options.files) != {STDIN} else []
    if STDIN in options.files:
        files.insert(0, STDIN)
    if settings.asks_online and not styles_only:
        from .gathering import gathered

        task = task._replace(evidence=gathered(files, options, settings, task.settings))
    papers: dict[str, tuple[Paper, ...]] = {}
    for done in with_progress(_all(files, task), len(files), options):
        if done.report is None:
            click.echo(f"awesomelint: {done.error}", err=True)
            status = FAILED
            continue
        click.echo(done.diff, nl=False)
        reports.append(done.report)
        papers[done.report.name] = done.papers
        if done.changed and (options.diff or options.check):
            status = max(status, FOUND)
    reports = with_duplicates(reports, papers, options, settings, reader)
    reports, written = with_baseline(reports, options, settings)
    print_report(reports, options, to_stderr=STDIN in options.files and writes)
    fail_on = "never" if options.exit_zero or written else options.fail_on or settings.fail_on
    threshold = 9 if fail_on == "never" else Severity[fail_on.upper()]
    if not (options.check or (options.diff and writes)) and worst(reports) >= threshold:
        status = max(status, FOUND)
    return status


def today() -> date:
    """The day, or what SOURCE_DATE_EPOCH says it is (reproducible-builds.org). Raises UsageError."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return date.today()
    try:
        return datetime.fromtimestamp(int(given), tz=UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH: {given!r} is no number of seconds") from error


def _revision(options: Options, settings: Config) -> str | None:
    """The commit to compare with, if only what changed since is asked for."""
    wanted = options.since if options.since is not None else settings.since if options.entry is None else None
    if wanted is None:
        return None
    if not wanted.strip():
        raise UsageError("--since: no revision was given; an empty variable, perhaps")
    if options.entry is not None:
        raise UsageError("--since and --entry both say which entries are meant; give one of them")
    from ..history import base_revision

    first = Path(next((name for name in options.files if name != STDIN), "."))
    return base_revision(wanted, first if first.is_dir() else first.parent)


class Task(NamedTuple):
    """What is to be done with every file; it goes to other processes, which know rules by their names."""

    options: Options
    config: Config
    reader: Reader
    writes: bool
    styles_only: bool
    today: date
    revision: str | None
    evidence: Evidence | None = None

    def settings(self, file: Path | str, source: Source) -> tuple[Settings, Style | None]:
        """The engine's settings for a file, and the style that it is judged by, where that is not its own."""
        engine = self.config.settings(self.reader, Path(file) if file != STDIN else Path(source.name))
        if self.styles_only:
            engine = engine._replace(rules=tuple(rule for rule in engine.rules if rule.styles))
        several = self.config.duplicates == "files" and max(len(self.config.files), len(self.options.files)) > 1
        engine = engine._replace(today=self.today, several=several, evidence=self.evidence)
        if file != STDIN and any("neighbours" in rule.asks_for for rule in engine.rules):
            engine = engine._replace(neighbours=neighbours(Path(file).parent))
        if self.options.entry is not None:
            return engine._replace(scope=OneEntry(self.options.entry, self.reader.read(source))), None
        if self.revision is None:
            return engine, None
        from ..history import text_at

        path = Path(self.options.stdin_filename or "README.md") if file == STDIN else Path(file)
        base = self.reader.read(Source(text_at(self.revision, path), source.name))
        style = infer(base, engine.preferences) if base.entries else None
        return engine._replace(scope=Since(base)), style


class _Done(NamedTuple):
    """What became of one file: its report, whether its text changed or would change, and the diff; or the error."""

    report: FileReport | None
    changed: bool = False
    diff: str = ""
    error: str = ""
    papers: tuple[Paper, ...] = ()


# So many files of so many bytes are worth the start of further processes.
MANY, LARGE = 4, 1_000_000


def _all(files: list[Path | str], task: Task) -> Iterator[_Done]:
    """Every file in order; many large ones are shared among the processors."""
    size = sum(Path(file).stat().st_size for file in files if Path(file).is_file())
    if len(files) < MANY or size < LARGE or (os.cpu_count() or 1) < 2:
        for file in files:
            yield _try(file, task)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(files))) as pool:
        yield from pool.map(partial(_try, task=task), files)


def _try(file: Path | str, task: Task) -> _Done:
    try:
        return _one(file, task)
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


def _one(file: Path | str, task: Task) -> _Done:
    """One file, checked or mended and written."""
    options = task.options
    name = options.stdin_filename or "<stdin>" if file == STDIN else str(file)
    content = read_stdin(name) if file == STDIN else read_file(Path(file), name)
    if options.verbose > 1:
        click.echo(f"awesomelint: reading {name}", err=True)
    source = Source(content.text, name)
    if Path(name).suffix.lower() in NO_MARKDOWN:
        checked = check(Source("", name), task.config.settings(task.reader))
        return _Done(FileReport(name, checked.found.source, (), checked.findings))
    engine, style = task.settings(file, source)
    safety = Safety.UNSAFE if options.unsafe_fixes else Safety.SAFE
    if options.add_suppressions:
        return _suppress(content, source, engine, task)
    if not task.writes and not options.diff:
        checked = proven(check(source, engine, style), engine, safety)
        report = FileReport(name, source, checked.found.entries, checked.findings, outside=checked.outside)
        return _Done(report, papers=papers_of(checked.found, engine))
    fixed = fix(source, engine, safety, style)
    changed = fixed.source.text != source.text
    if options.diff or options.check:
        before = fixed.before
        shown = diff(source, fixed.source) if options.diff else ""
        report = FileReport(name, source, before.found.entries, before.findings, outside=before.outside)
        return _Done(report, changed, shown)
    if file == STDIN:
        write_stdout(content, fixed.source.text)
    else:
        write_file(content, fixed.source.text, name)
    after = fixed.after
    report = FileReport(name, fixed.source, after.found.entries, after.findings, fixed.applied, after.outside)
    return _Done(report, changed, papers=papers_of(after.found, engine))


def _suppress(content: TextFile, source: Source, engine: Settings, task: Task) -> _Done:
    """A file with comments that switch the findings of some rules off, and what is left to find in it."""
    from ..engine.suppress import suppressed

    rules = frozenset(
        rule.name for rule in engine.rules if {rule.name, rule.group, "all"} & set(task.options.suppressing)
    )
    after, number = suppressed(source, engine, rules)
    if task.options.diff:
        return _Done(FileReport(source.name, source, (), ()), number > 0, diff(source, after))
    if STDIN in task.options.files:
        write_stdout(content, after.text)
    else:
        write_file(content, after.text, source.name)
    checked = proven(check(after, engine), engine, Safety.SAFE)
    return _Done(FileReport(after.name, after, checked.found.entries, checked.findings), number > 0)
