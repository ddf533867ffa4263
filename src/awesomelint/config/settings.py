"""Every setting: its name, what it may hold, and what it is for.

One table, from which the reader, the JSON Schema, the handbook's page and `awesomelint config` are made.
"""

from __future__ import annotations

from typing import NamedTuple

from .values import (
    BADGE,
    DATE,
    LINK_BRACKETS,
    NAMES,
    NUMBER,
    ORDER,
    PER_FILE,
    REQUIRED,
    RULES,
    SEVERITIES,
    TEMPLATE,
    TEXT,
    TEXTS,
    VENUE_YEAR,
    Kind,
    one_of,
)


class Setting(NamedTuple):
    """One setting: the key, the kind of its value, what it is for, and why one would set it."""

    key: str
    kind: Kind
    what: str

    @property
    def name(self) -> str:
        """The key as Python writes it."""
        return self.key.replace("-", "_")


TOP = (
    Setting("extend", TEXT, "Another configuration file to begin with; what stands here is above it."),
    Setting("profile", one_of("awesome"), "A set of rules to run as well: `awesome` is what the sindresorhus index asks of a list."),
    Setting("select", RULES, "Run these rules or groups only."),
    Setting("extend-select", RULES, "Run these as well, among them rules that are off by default."),
    Setting("ignore", RULES, "Run all but these."),
    Setting("fixable", RULES, "Mend only what these rules find."),
    Setting("unfixable", RULES, "Never mend what these rules find."),
    Setting("files", TEXTS, "The lists to read where none is named on the command line; patterns are allowed."),
    Setting("exclude", TEXTS, "What to leave out of folders, as in .gitignore."),
    Setting("fail-on", one_of("error", "warning", "note", "never"), "Exit with 1 from this severity on."),
    Setting("baseline", TEXT, "The file with the findings that are known; only others are reported."),
    Setting("since", TEXT, "Report only entries added or changed since this revision; `pull-request` is the base of the pull request that CI runs for."),
    Setting("duplicates", one_of("files", "file", "section"), "How far duplicates are looked for: over all files, within a file, or within a section."),
    Setting("severity", SEVERITIES, "Another severity for a rule."),
    Setting("per-file-ignores", PER_FILE, "Rules that are not run on files of a pattern."),
    Setting("venues", NAMES, "Venues of your own, each with its other spellings: they are read as venues, and written by their name."),
    Setting("labels", NAMES, "The labels to write, each with those that it stands for."),
)  # fmt: skip

STYLE = (
    Setting("template", TEMPLATE, "The form of an entry, in the notation that `awesomelint style` shows."),
    Setting("date", DATE, "The date form: the second of March 2023 as the list writes it."),
    Setting("author-separator", one_of(", ", "; ", " · "), "What stands between two authors."),
    Setting("last-author-separator", one_of(", ", " and ", ", and ", " & ", ", & ", "; "), "What stands before the last author."),
    Setting("author-names", one_of("First Last", "Last, First"), "How a name is written."),
    Setting("et-al", one_of("et al.", "et al", "and others"), "How names left out are named."),
    Setting("initials", one_of("A. Name", "A Name"), "Initials with their stop, or without."),
    Setting("venue-year", VENUE_YEAR, "How a venue and its year are written: CVPR of 2023 as the list writes it."),
    Setting("arxiv-address", one_of("abs", "pdf"), "Which of arXiv's pages is linked."),
    Setting("arxiv-version", one_of("with", "without"), "Whether addresses name a version."),
    Setting("link-brackets", LINK_BRACKETS, "The brackets around a link's label."),
    Setting("badge", BADGE, "The address of a badge's picture, with {repository} for owner/name."),
    Setting("badge-words", TEXT, "The alternative text of a badge."),
    Setting("bullet", one_of("-", "*", "+"), "The mark that begins an entry of a list."),
    Setting("blank-lines", NUMBER, "How many blank lines stand between two entries."),
    Setting("line-break", one_of("forced", "soft"), "Whether the lines of an entry end in a hard break."),
    Setting("description-case", one_of("capital", "small"), "How descriptions begin."),
    Setting("description-stop", one_of("stop", "none"), "How descriptions end."),
    Setting("order", ORDER, "What entries are sorted by; `none` leaves them where they are."),
    Setting("required", REQUIRED, "Fields that every entry must have."),
)  # fmt: skip

SECTION = (
    Setting("ignore", RULES, "Rules that are not run in the section."),
    Setting("select", RULES, "Run only these rules in the section."),
    Setting("required", REQUIRED, "Fields that every entry of the section must have."),
    Setting("template", TEMPLATE, "The form of the section's entries."),
    Setting("order", ORDER, "What the section's entries are sorted by."),
)
