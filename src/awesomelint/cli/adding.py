"""`awesomelint add`: papers from services or a bibliography, written one after the other into a list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..bibliography import read_bibtex
from ..config import Config
from ..engine.add import Added, added
from ..engine.compose import Paper
from ..entries.papers import repository
from ..errors import AwesomelintError, Duplicate, UsageError
from ..files import read_file, write_file
from ..source import Source
from .gathering import asking
from .options import STDIN, Options
from .run import CLEAN, FAILED, FOUND, today
from .standard import read_stdin
from .terminal import diff


def run_add(
    options: Options, pasted: tuple[str, ...], bibliography: Path | None, section: str | None, code: str, dry_run: bool
) -> int:
    """Add each paper, say where it stands and what is left to fill in; 1 where one was there already, 2 where one could not be had."""
    name = options.files[0]
    if not pasted and bibliography is None:
        raise UsageError(
            "say what to add: an arXiv number, a DOI, an address, `-` for BibTeX on standard input, or --from FILE"
        )
    if code and repository(code) is None:
        raise UsageError(f"--code: {code} is no repository on GitHub")
    config = options.settings()
    content = read_file(Path(name), name)
    before = source = Source(content.text, name)
    status = CLEAN
    done: list[tuple[Added, Paper]] = []
    settings = config.settings(config.reader(), Path(name))._replace(today=today())
    for paper in _papers(options, config, pasted, bibliography, code):
        if isinstance(paper, AwesomelintError):
            click.echo(f"awesomelint: {paper}", err=True)
            status = FAILED
            continue
        try:
            made = added(source, paper, settings, section)
        except Duplicate as error:
            click.echo(f"awesomelint: {error}", err=True)
            status = max(status, FOUND)
            continue
        except UsageError:
            raise  # the section is not clear, for none of the papers
        except AwesomelintError as error:
            click.echo(f"awesomelint: {error}", err=True)
            status = FAILED
            continue
        source = made.source
        done.append((made, paper))
    if dry_run:
        click.echo(diff(before, source), nl=False)
    elif source is not before:
        write_file(content, source.text, name)
    for made, paper in done:
        _tell(made, paper, source, "would be added" if dry_run else "added")
    return status


def _papers(
    options: Options, config: Config, pasted: tuple[str, ...], bibliography: Path | None, code: str
) -> Iterator[Paper | AwesomelintError]:
    """The papers that are meant, in order; an error in the place of one that could not be had."""
    texts = [read_stdin("<stdin>").text] if STDIN in pasted else []
    texts += [read_file(bibliography, str(bibliography)).text] if bibliography is not None else []
    for text in texts:
        read = read_bibtex(text)
        if not read.citations and not read.failures:
            yield UsageError(
                f"{bibliography or '<stdin>'}: there is no paper in it; BibTeX is read, as in @article{{key, title = {{…}}}}"
            )
        for failure in read.failures:
            yield UsageError(f"{bibliography or '<stdin>'}: {failure}")
        for one in read.citations:
            # What a bibliography calls an address may be anything: a script, say.
            url = one.url if one.url.lower().startswith(("http://", "https://")) else ""
            url = url or (f"https://doi.org/{one.record.doi}" if one.record.doi else "")
            url = url or (f"https://arxiv.org/abs/{one.record.arxiv}" if one.record.arxiv else "")
            yield Paper(one.record, url, code or (one.code if repository(one.code) else ""))
    words = [word for word in pasted if word != STDIN]
    if not words:
        return
    from ..online import found_behind

    with asking(options, config.online) as line:
        for word in words:
            try:
                found = found_behind(line, word)
            except AwesomelintError as error:
                yield error
                continue
            yield Paper(found.record, found.url, code or found.code)


def _tell(made: Added, paper: Paper, final: Source, verb: str) -> None:
    """Where the entry stands at the end, and what is left to do by hand."""
    name, first = made.source.name, made.source.slice(made.source.line_span(made.line))
    # Papers that came later may have pushed it down.
    lines = [number for number, span in enumerate(final.line_spans, 1) if final.slice(span) == first]
    line = min(lines, key=lambda number: abs(number - made.line), default=made.line)
    click.echo(f"{name}:{line}: {verb}: {paper.record.title} ({paper.record.source})", err=True)
    for one in made.findings:
        at, column = made.source.position(one.span.start)
        click.echo(f"{name}:{at + line - made.line}:{column}: {one.severity}: {one.rule}: {one.message}", err=True)
