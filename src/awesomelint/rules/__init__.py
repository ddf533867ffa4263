"""The rules: one fault a file, each with its page, its check and its right form.

A rule is a plain module. Its name is its file's name and names the fault; its docstring is its page,
whose examples run as its tests. It defines one of two functions, told apart by name:

    wants(entry | section | found, style)  -> Iterator[Want]    a style rule: only what is right
    finds(entry | section | found, …)      -> Iterator[Fault]   a meaning rule: what is wrong

The first parameter's name says what it looks at: one `entry`, one `section`, or the list that was
`found`. The others are asked for by name: `style`, `suppressions`.

Adding a rule touches two places: its file and its name in the tuple below, which is the
handbook's order.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import cached_property
from types import ModuleType
from typing import Any, Protocol, cast

from ..finding import Fault, Severity, Want
from . import (
    author_mark,
    author_spelt_twice,
    badge_of_another_repo,
    bare_authors,
    bare_title,
    bibtex_names,
    damaged_text,
    doubled_blank,
    duplicate_entry,
    file_share_link,
    impossible_date,
    misplaced_field,
    missing_field,
    out_of_order,
    pinned_version,
    run_together_lines,
    trailing_blank,
    uneven_arxiv_address,
    uneven_author_separator,
    uneven_date,
    uneven_et_al,
    uneven_initials,
    uneven_publisher_address,
    uneven_separator,
    uneven_spacing,
    uneven_venue,
    unknown_rule,
    unrecognised_list,
    unused_suppression,
    vague_date,
)

_MODULES = (
    damaged_text,
    unrecognised_list,
    bare_title,
    bare_authors,
    uneven_separator,
    misplaced_field,
    trailing_blank,
    doubled_blank,
    uneven_spacing,
    run_together_lines,
    missing_field,
    uneven_author_separator,
    bibtex_names,
    uneven_et_al,
    author_mark,
    uneven_initials,
    author_spelt_twice,
    uneven_venue,
    uneven_date,
    vague_date,
    impossible_date,
    uneven_arxiv_address,
    pinned_version,
    uneven_publisher_address,
    file_share_link,
    badge_of_another_repo,
    out_of_order,
    duplicate_entry,
    unused_suppression,
    unknown_rule,
)


class RuleModule(Protocol):
    """What every rule's module has; `wants` or `finds` besides."""

    __name__: str
    __doc__: str | None
    group: str
    severity: Severity


class Rule:
    """A rule's module with what is derived from it."""

    def __init__(self, module: RuleModule) -> None:
        self.module = module

    @cached_property
    def name(self) -> str:
        """The rule's name: its file's, with hyphens."""
        return self.module.__name__.rpartition(".")[2].replace("_", "-")

    @property
    def group(self) -> str:
        return self.module.group

    @property
    def severity(self) -> Severity:
        return self.module.severity

    @property
    def on(self) -> bool:
        """Whether it runs where nobody chose."""
        return bool(getattr(self.module, "on", True))

    @property
    def styles(self) -> bool:
        """Whether it is a style rule: form, never facts."""
        return hasattr(self.module, "wants")

    @cached_property
    def page(self) -> str:
        """What `awesomelint explain` prints."""
        return inspect.cleandoc(self.module.__doc__ or "")

    @property
    def summary(self) -> str:
        """The page's first line."""
        return self.page.partition("\n")[0]

    @cached_property
    def looks_at(self) -> str:
        """entry, section or found."""
        return next(iter(self._parameters))

    @cached_property
    def asks_for(self) -> tuple[str, ...]:
        """What else it needs, by name."""
        return tuple(self._parameters)[1:]

    @cached_property
    def _parameters(self) -> dict[str, Any]:
        return dict(inspect.signature(self.run).parameters)

    @cached_property
    def run(self) -> Callable[..., Iterator[Want | Fault]]:
        """The function that the module defines."""
        function = getattr(self.module, "wants", None) or getattr(self.module, "finds", None)
        return cast("Callable[..., Iterator[Want | Fault]]", function)


def _rule(module: ModuleType) -> Rule:
    return Rule(cast("RuleModule", module))


RULES: tuple[Rule, ...] = tuple(_rule(module) for module in _MODULES)
"""Every rule, in the handbook's order."""

BY_NAME = {rule.name: rule for rule in RULES}
