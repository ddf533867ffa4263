"""The options that several commands share, and what they mean together with the configuration."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from ..errors import UnreadableFile, UsageError

if TYPE_CHECKING:
    from ..config import Config

F = TypeVar("F", bound=Callable[..., Any])
STDIN = "-"
FORMATS = ("text", "concise", "json", "github")
"""The formats of a report, by name; the reporters themselves are imported when one is needed."""


class Options(NamedTuple):
    """What a person asked for on the command line."""

    files: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ()
    unfixable: tuple[str, ...] = ()
    config: Path | None = None
    isolated: bool = False
    output_format: str | None = None
    color: str = "auto"
    quiet: bool = False
    verbose: int = 0
    diff: bool = False
    unsafe_fixes: bool = False
    stdin_filename: str = ""
    all: bool = False
    fail_on: str | None = None
    exit_zero: bool = False
    fix: bool = False
    check: bool = False
    profile: str | None = None
    since: str | None = None
    entry: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    add_suppressions: tuple[str, ...] = ()
    statistics: bool = False
    online: bool = False
    offline: bool = False
    refresh: bool = False

    @property
    def suppressing(self) -> tuple[str, ...]:
        """The rules to switch off where they find something."""
        return _split(self.add_suppressions, "add-suppressions")

    def settings(self) -> Config:
        """The configuration with what the command line says above it."""
        loaded = self._load()
        names = {"select": self.select, "ignore": self.ignore, "extend_select": self.extend_select}
        names |= {"fixable": self.fixable, "unfixable": self.unfixable}
        given = {key: _split(value, key.replace("_", "-")) for key, value in names.items() if value}
        for key in ("ignore", "extend_select", "unfixable"):
            if key in given:
                given[key] = (*getattr(loaded, key), *given[key])
        if "select" in given and "ignore" not in given:
            given["ignore"] = ()
        if self.online or self.offline or self.refresh:
            given["extend_select"] = (*given.get("extend_select", loaded.extend_select), "online")
        if self.profile is not None:
            loaded = loaded._replace(profile=self.profile)
        return loaded._replace(**given)  # type: ignore[arg-type]  # each name above is a tuple of names in Config

    def _load(self) -> Config:
        from .. import config as configuration

        if self.isolated:
            return configuration.Config()
        if self.config is not None:
            if not self.config.is_file():
                raise UsageError(f"{self.config}: no such configuration file")
            return configuration.load(self.config)
        first = Path(next((name for name in self.files if name != STDIN), "."))
        start = (first if first.is_dir() else first.parent).resolve()
        found = configuration.find(start)
        return configuration.load(found) if found else configuration.Config()

    def paths(self, settings: Config) -> list[Path]:
        """The files to read. Raises UnreadableFile where none is named and there is no README.md."""
        from ..discover import default_files, expand

        if self.files:
            return expand([Path(name) for name in self.files if name != STDIN], settings.exclude)
        if settings.files and settings.path is not None:
            root = settings.path.parent
            named = [path for pattern in settings.files for path in _matching(root, pattern)]
            return expand([_short(path) for path in named], settings.exclude)
        found = default_files(Path())
        if not found:
            raise UnreadableFile("README.md: no such file here; name the files to read")
        return found

    @property
    def format(self) -> str:
        """The report's format: asked for, or what fits the place it runs in."""
        asked = self.output_format or os.environ.get("AWESOMELINT_OUTPUT_FORMAT")
        if asked and asked not in FORMATS:
            raise UsageError(f"AWESOMELINT_OUTPUT_FORMAT: {asked} is none of {', '.join(FORMATS)}")
        return asked or ("github" if os.environ.get("GITHUB_ACTIONS") else "text")


def _matching(root: Path, pattern: str) -> list[Path]:
    """The files that a pattern of the configuration means; the path itself where none matches. Raises UsageError."""
    try:
        return sorted(root.glob(pattern)) or [root / pattern]
    except (NotImplementedError, ValueError) as error:
        raise UsageError(f"files: {pattern!r} is no pattern of paths below {root} ({error})") from error


def _short(path: Path) -> Path:
    """A path as seen from here, where that is shorter."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _split(values: tuple[str, ...], option: str) -> tuple[str, ...]:
    from ..config import rule_names

    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    return rule_names(names, f"--{option}")


def rules_and_output(command: F) -> F:
    """The options of check, fix and fmt."""
    many: dict[str, Any] = {"multiple": True, "metavar": "RULES"}
    decorators = [
        click.argument("files", nargs=-1, type=click.Path()),
        click.option("--select", help="Run these rules or groups only (separated by commas; `all`).", **many),
        click.option("--ignore", help="Run all but these.", **many),
        click.option("--extend-select", help="Run these as well.", **many),
        click.option("--fixable", help="Mend only what these rules find.", **many),
        click.option("--unfixable", help="Never mend what these rules find.", **many),
        click.option("--config", type=click.Path(path_type=Path), help="This configuration file and no other."),
        click.option("--isolated", is_flag=True, help="No configuration file at all."),
        click.option(
            "--output-format", type=click.Choice(list(FORMATS)), help="How to report (text; github in GitHub Actions)."
        ),
        click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours."),
        click.option("-q", "--quiet", is_flag=True, help="Report nothing; the exit status tells."),
        click.option("-v", "--verbose", count=True, help="Tell what is read and which settings are in force."),
        click.option("--diff", is_flag=True, help="Show what fix would write, write nothing."),
        click.option("--unsafe-fixes", is_flag=True, help="Take fixes in that may change a fact."),
        click.option("--stdin-filename", default="", metavar="NAME", help="The name of what stands on standard input."),
        click.option("--all", is_flag=True, help="Show every finding, however many."),
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning", "note", "never"]),
            help="Exit 1 from this severity on (warning).",
        ),
        click.option("--exit-zero", is_flag=True, help="The same as --fail-on never."),
        click.option("--profile", type=click.Choice(["awesome"]), help="Run what the sindresorhus index asks as well."),
        click.option("--since", metavar="REV", help="Only entries added or changed since; `pull-request` in CI."),
        click.option("--entry", metavar="LINE|TITLE", help="Only this entry."),
    ]
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


ONLINE_OPTIONS = (
    click.option(
        "--online", is_flag=True, help="Ask services and pages what they know of the list's papers and links."
    ),
    click.option("--offline", is_flag=True, help="Judge by what is known from earlier runs, and ask nobody."),
    click.option("--refresh", is_flag=True, help="Ask for everything anew, known or not."),
)


def adopting(command: F) -> F:
    """The options of check and fix for a list with a past."""
    decorators = [
        click.option("--baseline", metavar="FILE", help="Report only what this file does not know."),
        click.option("--write-baseline", metavar="FILE", help="Write what is found as known."),
        click.option(
            "--add-suppressions",
            multiple=True,
            metavar="RULES",
            help="Write a comment beside each entry that these rules find something in.",
        ),
        *ONLINE_OPTIONS,
        click.option("--statistics", is_flag=True, help="Counts by rule and section instead of findings."),
    ]
    for decorator in reversed(decorators):
        command = decorator(command)
    return command
