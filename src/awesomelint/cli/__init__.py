"""The command line: thin, deciding nothing. The only place that knows click.

Exit status: 0 nothing at or above `--fail-on` is left; 1 something is, or a diff is not empty; 2 the
tool could not do its work; 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys

import click

from .. import __version__
from ..errors import AwesomelintError
from . import commands

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="awesomelint")
def cli() -> None:
    """Read a paper list as data, say what is wrong with it, write it back in its own form."""


for _command in commands.COMMANDS:
    cli.add_command(_command)


def main() -> None:
    """The program: runs a command and ends with its exit status."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115, PTH123 - it stays open to the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Trees of nodes are no garbage: looking for cycles among them all the while costs a tenth of the run.
    gc.set_threshold(200_000, 20, 20)
    try:
        status = cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        status = 130
    except KeyboardInterrupt:
        status = 130
    except click.ClickException as error:
        error.show()
        status = 2
    except AwesomelintError as error:
        click.echo(f"awesomelint: {error}", err=True)
        status = 2
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nobody is left to tell.
        sys.stderr.close()
        status = 1
    except OSError as error:
        click.echo(f"awesomelint: {error}", err=True)
        status = 2
    sys.exit(status if isinstance(status, int) else 0)
