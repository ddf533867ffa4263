"""`fmt --template` and `fmt --layout`: lists written in another form."""

from __future__ import annotations

from pathlib import Path

import click

from ..engine.reform import reform
from ..errors import AwesomelintError, UsageError
from ..files import read_file, write_file
from ..source import Source
from ..style.layout import pattern_of_layout
from ..style.notation import parse_notation
from .options import STDIN, Options
from .run import CLEAN, FAILED, FOUND
from .standard import read_stdin, write_stdout
from .terminal import diff


def run_reform(options: Options, template: str | None, layout: str | None) -> int:
    """Write each file's entries in a template or a layout by name; the exit status."""
    if template is not None and layout is not None:
        raise UsageError("--template and --layout both say the form; give one of them")
    pattern = parse_notation(template.replace("\\n", "\n")) if template is not None else None
    status = CLEAN
    settings = options.settings()
    reader = settings.reader()
    files = [STDIN] if STDIN in options.files else [str(path) for path in options.paths(settings)]
    for name in files:
        try:
            shown = options.stdin_filename or "<stdin>" if name == STDIN else name
            content = read_stdin(shown) if name == STDIN else read_file(Path(name), name)
            source = Source(content.text, shown)
            after = reform(source, pattern or pattern_of_layout(layout or "", reader.read(source)), reader)
        except AwesomelintError as error:
            click.echo(f"awesomelint: {error}", err=True)
            status = FAILED
            continue
        changed = after.text != source.text
        if options.diff:
            click.echo(diff(source, after), nl=False)
        elif name == STDIN:
            write_stdout(content, after.text)
        elif not options.check and changed:
            write_file(content, after.text, name)
        if changed and (options.check or options.diff):
            status = max(status, FOUND)
    return status
