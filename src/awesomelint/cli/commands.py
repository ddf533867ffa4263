"""The commands, each a few lines: options in, one call, exit status out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..errors import UsageError
from .options import Options, rules_and_output


@click.command()
@click.option("--fix", is_flag=True, help="Mend as well: the same as `awesomelint fix`.")
@rules_and_output
def check(**given: Any) -> int:
    """Say what is wrong with a list, each fault at its place."""
    from .run import run

    options = Options(**given)
    return run(options, writes=options.fix)


@click.command()
@rules_and_output
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
    settings = options.settings().settings()
    rules = tuple(rule for rule in settings.rules if rule.styles)
    return run(options, writes=True, rules=settings._replace(rules=rules))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "form", type=click.Choice(["json"]), default="json", help="The form of the data.")
def export(file: Path, form: str) -> int:
    """Write a list as data to standard output."""
    from ..entries import read
    from ..files import read_file
    from ..report.export import to_json
    from ..source import Source

    found = read(Source(read_file(file, str(file)).text, str(file)))
    click.echo({"json": to_json}[form](found, str(file)), nl=False)
    return 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--config", type=click.Path(path_type=Path), help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
def style(file: Path, config: Path | None, isolated: bool) -> int:
    """Show the templates and the style seen in a list, with the counts behind them."""
    from ..entries import read
    from ..files import read_file
    from ..report.style import style_text
    from ..source import Source
    from ..style import infer

    settings = Options(files=(str(file),), config=config, isolated=isolated).settings()
    found = read(Source(read_file(file, str(file)).text, str(file)))
    click.echo(style_text(found, infer(found, settings.preferences)), nl=False)
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


COMMANDS = (check, fix, fmt, export, style, rules, explain)
"""Every command, in the order of the help."""
