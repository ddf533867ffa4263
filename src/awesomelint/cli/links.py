"""`awesomelint links`: every address of the lists with its state."""

from __future__ import annotations

from typing import Any

import click

from ..entries import AwesomeList
from ..evidence import GONE
from ..report.links import FORMATS, counted, rows_of
from .gathering import asking, tell_silence
from .options import Options


def run_links(
    lists: list[AwesomeList],
    options: Options,
    online: tuple[tuple[str, Any], ...],
    form: str,
    states: tuple[str, ...],
    fragments: bool,
) -> int:
    """Ask for every address, print what is known; 1 where one is gone."""
    from ..online import Meant, Wishes, gather

    given = dict(online)
    wishes = Wishes(
        frozenset(("links", "repositories")), fragments or bool(given.get("fragments")), tuple(given.get("skip", ()))
    )
    with asking(options, online) as line:
        evidence = gather([Meant(found) for found in lists], wishes, line)
    tell_silence(evidence)
    rows = [row for found in lists for row in rows_of(found, evidence)]
    shown = [row for row in rows if not states or row.state.state in states]
    click.echo(FORMATS[form](shown), nl=False)
    return 1 if counted(rows)[GONE] else 0
