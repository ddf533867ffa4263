"""What is said of all files together: duplicates across them, and the findings that a baseline knows."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..config import Config
from ..engine.across import Paper, across, papers_of
from ..errors import AwesomelintError, UsageError
from ..files import read_file
from ..reading import Reader
from ..report import FileReport
from ..source import Source
from .options import STDIN, Options


def with_duplicates(
    reports: list[FileReport], papers: dict[str, tuple[Paper, ...]], options: Options, config: Config, reader: Reader
) -> list[FileReport]:
    """The reports with the papers that stand in another of the configuration's files as well, whichever were named."""
    if config.duplicates != "files" or not any(papers.values()):
        return reports
    named = {Path(name).resolve() for name in papers if name != options.stdin_filename}
    everything: dict[str, tuple[Paper, ...]] = {}
    if config.files and STDIN not in options.files:
        for path in options._replace(files=()).paths(config):
            if path.resolve() not in named:
                everything[str(path)] = _read(path, config, reader)
    if len(everything) + len(papers) < 2:
        return reports
    found = list(across({**everything, **papers}))
    if not found:
        return reports
    severity = dict(config.severity)
    return [
        report._replace(
            findings=tuple(
                sorted(
                    (
                        *report.findings,
                        *(
                            one._replace(severity=severity.get(one.rule, one.severity))
                            for name, one in found
                            if name == report.name
                        ),
                    ),
                    key=lambda one: (one.span, one.rule, one.message),
                )
            )
        )
        for report in reports
    ]


def _read(path: Path, config: Config, reader: Reader) -> tuple[Paper, ...]:
    """The papers of a file that nobody asked to check; one that cannot be read has none."""
    try:
        found = reader.read(Source(read_file(path, str(path)).text, str(path)))
    except AwesomelintError as error:
        click.echo(f"awesomelint: {error}; its papers are not compared", err=True)
        return ()
    return tuple(paper._replace(asked=False) for paper in papers_of(found, config.settings(reader, path)))


def _beside(baseline: Path, name: str) -> str:
    """A file's path as seen from the baseline, so that it is the same from wherever the program is called."""
    return os.path.relpath(Path(name).resolve(), baseline.resolve().parent)


def with_baseline(reports: list[FileReport], options: Options, config: Config) -> tuple[list[FileReport], bool]:
    """The reports without what the baseline knows, and whether one was written instead."""
    name = options.baseline or config.baseline
    if options.write_baseline is None and name is None:
        return reports, False
    from .. import baseline

    path = Path(options.write_baseline or name or "")
    if name is not None and options.baseline is None and options.write_baseline is None and config.path is not None:
        path = config.path.parent / name
    keys = [
        [baseline.key_of(_beside(path, report.name), report.entries, report.source, one) for one in report.findings]
        for report in reports
    ]
    if options.write_baseline is not None:
        if STDIN in options.files:
            raise UsageError("--write-baseline needs files, not standard input")
        number = baseline.write_baseline(path, (key for one in keys for key in one))
        click.echo(f"awesomelint: {number} findings written to {path}", err=True)
        return reports, True
    known = baseline.read_baseline(path)
    left = []
    for report, own in zip(reports, keys, strict=True):
        new = baseline.unknown(own, known)
        findings = tuple(one for one, is_new in zip(report.findings, new, strict=True) if is_new)
        left.append(report._replace(findings=findings, known=len(report.findings) - len(findings)))
    return left, False
