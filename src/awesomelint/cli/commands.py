"""The commands, each a few lines: options in, one call, exit status out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import UsageError
from ..evidence import STATES
from .options import Options, adopting, rules_and_output

if TYPE_CHECKING:
    from ..config import Config
    from ..entries import AwesomeList


@click.command()
@click.option("--fix", is_flag=True, help="Mend as well: the same as `awesomelint fix`.")
@rules_and_output
@adopting
def check(**given: Any) -> int:
    """Say what is wrong with a list, each fault at its place."""
    from .run import run

    options = Options(**given)
    return run(options, writes=options.fix)


@click.command()
@rules_and_output
@adopting
def fix(**given: Any) -> int:
    """Mend what can be mended safely; report what is left."""
    from .run import run

    return run(Options(**given), writes=True)


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@click.option("--template", help="Write every entry in this template, as `awesomelint style` shows them.")
@click.option("--layout", type=click.Choice(["table", "bullet", "block"]), help="Write every entry in this layout.")
@rules_and_output
def fmt(template: str | None, layout: str | None, **given: Any) -> int:
    """Write a list in its own one form, or in another: never a fact, never the order of entries."""
    from .run import run

    options = Options(**given)
    if template is not None or layout is not None:
        from .reform import run_reform

        return run_reform(options, template, layout)
    return run(options, writes=True, styles_only=True)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--to",
    "form",
    type=click.Choice(["json", "bibtex", "csl-json", "csv"]),
    default="json",
    help="The form of the data.",
)
def export(files: tuple[str, ...], form: str) -> int:
    """Write a list as data to standard output; several files, or a folder, as one."""
    from ..entries.collection import collect
    from ..report.export import collection_json, to_json

    options = Options(files=files)
    lists = _lists(options, options.settings())
    if form != "json":
        from ..report.bibliography import FORMATS

        click.echo(FORMATS[form](lists), nl=False)
        return 0
    if len(lists) == 1 and not Path(files[0]).is_dir():
        click.echo(to_json(lists[0], lists[0].source.name), nl=False)
    else:
        click.echo(collection_json(collect(lists)), nl=False)
    return 0


def _lists(options: Options, config: Config) -> list[AwesomeList]:
    """The lists of files and folders in order, read with the configuration's venues."""
    from ..files import read_file
    from ..source import Source

    reader = config.reader()
    return [reader.read(Source(read_file(path, str(path)).text, str(path))) for path in options.paths(config)]


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--config", type=click.Path(path_type=Path), help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
def style(files: tuple[str, ...], config: Path | None, isolated: bool) -> int:
    """Show the templates and the style seen in a list, with the counts behind them and what differs."""
    from ..entries.collection import collect
    from ..report.style import style_text
    from ..style import infer

    options = Options(files=files, config=config, isolated=isolated)
    settings = options.settings()
    collection = collect(_lists(options, settings))
    for number, found in enumerate(collection.lists):
        if len(collection.lists) > 1:
            origin = collection.translations.get(found.source.name)
            note = f" (a translation of {origin})" if origin else ""
            click.echo("\n" * bool(number) + f"{found.source.name}{note}\n")
        click.echo(style_text(found, infer(found, settings.preferences)), nl=False)
    return 0


@click.command()
@click.argument("file", metavar="FILE[:LINE]")
@click.option("--config", type=click.Path(path_type=Path), help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
def show(file: str, config: Path | None, isolated: bool) -> int:
    """Show what is read of a list: its entries, every field in its place, and why other blocks are no entries.

    With a line, the entry or block at that line, field by field.
    """
    from .showing import show_reading

    return show_reading(file, config, isolated)


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@click.option("--stdout", is_flag=True, help="Print the configuration instead of writing awesomelint.toml.")
@click.option("--contributing", is_flag=True, help="The list's form as a passage for CONTRIBUTING.md instead.")
@click.option("--into", type=click.Path(path_type=Path), help="With --contributing: put the passage into this file.")
@click.option("--check", "checks", is_flag=True, help="With --into: write nothing; exit 1 if the passage is not fresh.")
def init(file: str | None, stdout: bool, contributing: bool, into: Path | None, checks: bool) -> int:
    """Write what a list does as a configuration, or as a passage for its contributors."""
    from .starting import write_configuration, write_passage

    options = Options(files=(file,) if file else ())
    if checks and into is None:
        raise UsageError("--check looks whether a passage is fresh; say where it is with --into FILE")
    if stdout and (contributing or into is not None):
        raise UsageError("--stdout is of the configuration; --contributing prints the passage by itself")
    if contributing or into is not None:
        return write_passage(options, into, checks)
    return write_configuration(options, stdout)


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@click.option("--config", type=click.Path(path_type=Path), help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
@click.option("--profile", type=click.Choice(["awesome"]), help="As for check.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration, for editors.")
def config(file: str | None, config: Path | None, isolated: bool, profile: str | None, schema: bool) -> int:
    """Show the settings in force for a list, and where each came from."""
    from ..config.schema import schema_text
    from ..report.settings import settings_text

    options = Options(files=(file,) if file else (), config=config, isolated=isolated, profile=profile)
    click.echo(schema_text() if schema else settings_text(options.settings()), nl=False)
    return 0


@click.command()
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to list them.")
def rules(output_format: str) -> int:
    """List every rule in a line."""
    from ..report.rules import rules_json, rules_text

    click.echo(rules_json() if output_format == "json" else rules_text(), nl=False)
    return 0


@click.command()
@click.argument("rule")
def explain(rule: str) -> int:
    """Show a rule's page: what, why, an example of bad and good."""
    import difflib

    from ..report.rules import page_text
    from ..rules import BY_NAME

    if rule not in BY_NAME:
        near = difflib.get_close_matches(rule, list(BY_NAME), 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UsageError(f"no rule is called {rule}{hint} (`awesomelint rules` lists them)")
    click.echo(page_text(BY_NAME[rule]), nl=False)
    return 0


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE…]")
@click.option("--config", type=click.Path(path_type=Path), help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
@click.option(
    "--output-format", type=click.Choice(["table", "json", "markdown"]), default="table", help="How to list them."
)
@click.option("--state", "states", multiple=True, type=click.Choice(STATES), help="Only addresses of this state.")
@click.option("--fragments", is_flag=True, help="Look for the place within a page (`#results`) as well.")
@click.option("--offline", is_flag=True, help="Show what is known from earlier runs, and ask nobody.")
@click.option("--refresh", is_flag=True, help="Ask for every address anew.")
@click.option("-q", "--quiet", is_flag=True, help="No progress display.")
def links(
    files: tuple[str, ...], config: Path | None, isolated: bool, output_format: str, states: tuple[str, ...], fragments: bool,
    offline: bool, refresh: bool, quiet: bool,
) -> int:  # fmt: skip
    """List every address with its state: alive, gone, moved, refused or unsure; exit 1 if one is gone."""
    from .links import run_links

    options = Options(
        files=files, config=config, isolated=isolated, online=True, offline=offline, refresh=refresh, quiet=quiet
    )
    settings = options.settings()
    return run_links(_lists(options, settings), options, settings.online, output_format, states, fragments)


@click.command()
@click.argument("file")
@click.argument("papers", nargs=-1, metavar="ID|URL…")
@click.option(
    "--from",
    "bibliography",
    type=click.Path(path_type=Path),
    help="Add the papers of this .bib file; `-` as a paper reads BibTeX from standard input.",
)
@click.option("--section", help="The section to write in; not needed where there is only one.")
@click.option(
    "--code",
    default="",
    metavar="URL",
    help="The paper's repository, written with its badge where the list has badges.",
)
@click.option("--dry-run", is_flag=True, help="Show the diff, write nothing.")
@click.option("--config", type=click.Path(path_type=Path), help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
@click.option("--online", is_flag=True, help="Ask the services: what happens anyway, unless --offline says otherwise.")
@click.option("--offline", is_flag=True, help="Take records from earlier runs, and ask nobody.")
@click.option("--refresh", is_flag=True, help="Ask anew, known or not.")
def add(
    file: str,
    papers: tuple[str, ...],
    bibliography: Path | None,
    section: str | None,
    code: str,
    dry_run: bool,
    **given: Any,
) -> int:
    """Write papers as entries of a list: by arXiv number, DOI, address, repository or BibTeX, in the list's form and at their place."""
    from .adding import run_add

    return run_add(Options(files=(file,), **given), papers, bibliography, section, code, dry_run)


@click.command()
@click.option("--online", is_flag=True, help="Only what services and pages have answered.")
def clean(online: bool) -> int:
    """Remove the caches."""
    from ..online import clean as remove

    del online  # there is no other cache
    gone = remove()
    click.echo(f"{len(gone)} file{'s' * (len(gone) > 1)} removed" if gone else "nothing to remove")
    return 0


COMMANDS = (check, fix, fmt, export, show, style, init, config, rules, explain, add, links, clean)
"""Every command, in the order of the help."""
