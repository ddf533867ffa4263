"""The rules: one fault a file, each with its page, its check and its right form.

A rule is a plain module. Its name is its file's name and names the fault; its docstring is its page,
whose examples run as its tests. It defines one of two functions, told apart by name:

    wants(entry | section | found, style)  -> Iterator[Want]    a style rule: only what is right
    finds(entry | section | found, …)      -> Iterator[Fault]   a meaning rule: what is wrong

The first parameter's name says what it looks at: one `entry`, one `section`, or the list that was
`found`. The others are asked for by name: `style`, `suppressions`, `venues`; a rule that asks for `records`, `publications`, `repositories` or
`links` judges by evidence from the services, and runs only where that was gathered.

Adding a rule touches two places: its file and its name in the tuple below, which is the
handbook's order.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import cached_property
from types import ModuleType
from typing import Any, Protocol, cast

from ..evidence import KINDS
from ..finding import Fault, Severity, Want
from . import (
    archived_repository,
    author_mark,
    author_spelt_twice,
    awkward_item,
    badge_links_itself,
    badge_of_another_repo,
    bare_address,
    bare_authors,
    bare_title,
    bibtex_names,
    blank_in_address,
    bold_heading,
    broken_anchor,
    broken_scheme,
    ci_badge,
    contents_out_of_step,
    damaged_text,
    date_before_arxiv_id,
    dead_link,
    description_case,
    description_stop,
    differing_authors,
    differing_date,
    differing_title,
    doubled_address,
    doubled_author,
    doubled_blank,
    doubled_link,
    duplicate_entry,
    empty_author,
    empty_link,
    empty_section,
    file_share_link,
    full_width_punctuation,
    future_date,
    glued_entries,
    heading_without_space,
    impossible_date,
    insecure_link,
    label_of_another_target,
    latex_in_title,
    leftover_template,
    license_section,
    malformed_badge,
    malformed_id,
    merge_conflict,
    misnumbered,
    misplaced_field,
    missing_awesome_badge,
    missing_badge,
    missing_contributing,
    missing_field,
    missing_final_newline,
    missing_scheme,
    missing_title,
    misspelt_name,
    misspelt_venue,
    moved_link,
    moved_repository,
    name_in_description,
    near_duplicate,
    nested_link,
    old_venue_name,
    one_id_two_titles,
    out_of_order,
    oversized_readme,
    pinned_version,
    placeholder_link,
    published_preprint,
    ragged_row,
    repeated_mark,
    reversed_link,
    run_together_lines,
    shortened_link,
    shouted_title,
    skipped_heading_level,
    spaced_link,
    stale_contents,
    stopped_heading,
    stray_bracket,
    title_quotes,
    title_stop,
    tracking_parameters,
    trailing_blank,
    unbalanced_quotes,
    unclosed_emphasis,
    unclosed_link,
    undefined_reference,
    underlined_heading,
    uneven_arxiv_address,
    uneven_author_separator,
    uneven_badge,
    uneven_break,
    uneven_bullet,
    uneven_date,
    uneven_doi_address,
    uneven_emphasis_mark,
    uneven_et_al,
    uneven_initials,
    uneven_label,
    uneven_link_order,
    uneven_publisher_address,
    uneven_separator,
    uneven_spacing,
    uneven_venue,
    uneven_venue_year,
    unfinished_code_of_conduct,
    unknown_rule,
    unlinked_badge,
    unlisted_item,
    unrecognised_list,
    unused_definition,
    unused_suppression,
    vague_date,
    venue_year_off,
    withdrawn_paper,
    wrong_count,
    wrong_work,
)

_MODULES = (
    damaged_text,
    merge_conflict,
    oversized_readme,
    broken_anchor,
    stale_contents,
    wrong_count,
    empty_section,
    heading_without_space,
    skipped_heading_level,
    unrecognised_list,
    missing_awesome_badge,
    missing_title,
    ci_badge,
    missing_contributing,
    unfinished_code_of_conduct,
    license_section,
    unbalanced_quotes,
    doubled_address,
    misspelt_name,
    contents_out_of_step,
    uneven_emphasis_mark,
    underlined_heading,
    stopped_heading,
    bold_heading,
    missing_final_newline,
    repeated_mark,
    bare_title,
    bare_authors,
    uneven_separator,
    misplaced_field,
    trailing_blank,
    doubled_blank,
    uneven_spacing,
    uneven_break,
    uneven_bullet,
    misnumbered,
    run_together_lines,
    missing_field,
    glued_entries,
    unlisted_item,
    ragged_row,
    unclosed_emphasis,
    leftover_template,
    full_width_punctuation,
    description_case,
    description_stop,
    name_in_description,
    awkward_item,
    title_stop,
    title_quotes,
    shouted_title,
    latex_in_title,
    uneven_author_separator,
    bibtex_names,
    uneven_et_al,
    author_mark,
    empty_author,
    doubled_author,
    uneven_initials,
    author_spelt_twice,
    uneven_venue,
    misspelt_venue,
    uneven_venue_year,
    old_venue_name,
    venue_year_off,
    uneven_date,
    vague_date,
    impossible_date,
    future_date,
    date_before_arxiv_id,
    empty_link,
    undefined_reference,
    unused_definition,
    placeholder_link,
    reversed_link,
    spaced_link,
    unclosed_link,
    nested_link,
    stray_bracket,
    blank_in_address,
    broken_scheme,
    missing_scheme,
    malformed_id,
    uneven_arxiv_address,
    pinned_version,
    uneven_doi_address,
    uneven_publisher_address,
    tracking_parameters,
    insecure_link,
    file_share_link,
    shortened_link,
    uneven_label,
    label_of_another_target,
    uneven_link_order,
    doubled_link,
    bare_address,
    badge_of_another_repo,
    malformed_badge,
    unlinked_badge,
    badge_links_itself,
    uneven_badge,
    missing_badge,
    out_of_order,
    duplicate_entry,
    one_id_two_titles,
    near_duplicate,
    unused_suppression,
    unknown_rule,
    dead_link,
    moved_link,
    moved_repository,
    archived_repository,
    wrong_work,
    differing_title,
    differing_authors,
    differing_date,
    published_preprint,
    withdrawn_paper,
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
    def profile(self) -> str | None:
        """The profile that it belongs to, for rules that only some lists want."""
        return getattr(self.module, "profile", None)

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

    @property
    def needs(self) -> tuple[str, ...]:
        """What has to be gathered online for it; nothing for a rule that judges by the list alone."""
        return tuple(name for name in self.asks_for if name in KINDS)

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
