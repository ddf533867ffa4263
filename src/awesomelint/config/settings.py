"""Every setting: its name, what it may hold, and what it is for.

One table, from which the reader, the JSON Schema, the handbook's page and `awesomelint config` are made.
"""

from __future__ import annotations

from typing import NamedTuple

from .values import (
    BADGE,
    DATE,
    FLAG,
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
    """One setting: the key, the kind of its value, and what it is for; of a choice of style the reason and the rules that hold to it."""

    key: str
    kind: Kind
    what: str
    why: str = ""
    rules: tuple[str, ...] = ()

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
    Setting("template", TEMPLATE, "The form of an entry, in the notation that `awesomelint style` shows.",
            "Readers find a field where the entries above have it. Without a wish it is inferred, by shape and by section.",
            ("uneven-separator", "misplaced-field", "bare-title", "bare-authors")),
    Setting("date", DATE, "The date form: the second of March 2023 as the list writes it.",
            "Two forms of one day can be neither sorted nor searched for. Below two thirds a named month is short and a day has no leading zero: `2 Mar 2023`.",
            ("uneven-date",)),
    Setting("author-separator", one_of(", ", "; ", " · "), "What stands between two authors.",
            "A program that reads the list, and a reader who counts, takes each separator for the next person. Below two thirds: a comma.",
            ("uneven-author-separator",)),
    Setting("last-author-separator", one_of(", ", " and ", ", and ", " & ", ", & ", "; "), "What stands before the last author.",
            "`A, B and C` and `A, B, C` are two forms; half a list of each is no fault, so below two thirds nothing is said.",
            ("uneven-author-separator",)),
    Setting("author-names", one_of("First Last", "Last, First"), "How a name is written.",
            "`Last, First and Last, First` comes from BibTeX; among comma-separated names its commas divide people from themselves. Below two thirds: `First Last`.",
            ("bibtex-names",)),
    Setting("et-al", one_of("et al.", "et al", "and others"), "How names left out are named.",
            "`et al.` is short for *et alii*, hence its stop.", ("uneven-et-al",)),
    Setting("initials", one_of("A. Name", "A Name"), "Initials with their stop, or without.",
            "`Pong C Yuen` and `Pong C. Yuen` are one person to a reader and two to a search. Below two thirds: with the stop.", ("uneven-initials",)),
    Setting("venue-year", VENUE_YEAR, "How a venue and its year are written: CVPR of 2023 as the list writes it.",
            "`CVPR'23`, `CVPR2023` and `CVPR, 2023` are one meeting. No form is better than another, so below two thirds nothing is said.", ("uneven-venue-year",)),
    Setting("arxiv-address", one_of("abs", "pdf"), "Which of arXiv's pages is linked.",
            "The abstract's page shows versions, licence and code and opens everywhere; some lists prefer the PDF. Below two thirds: `abs`, unless that would rewrite the greater part of a large list.",
            ("uneven-arxiv-address",)),
    Setting("arxiv-version", one_of("with", "without"), "Whether addresses name a version.",
            "A pinned version stays old when the paper is mended. Below two thirds: without.", ("pinned-version",)),
    Setting("link-brackets", LINK_BRACKETS, "The brackets around a link's label.",
            "Three forms look alike in the source and differ on the page. Below two thirds nothing is said.", ("uneven-label",)),
    Setting("badge", BADGE, "The address of a badge's picture, with {repository} for owner/name.",
            "A column of badges is even only if all come from one host in one style. Below two thirds nothing is said.", ("uneven-badge", "missing-badge")),
    Setting("badge-words", TEXT, "The alternative text of a badge.",
            "It is what a screen reader says, and what stands there while the picture loads.", ("uneven-badge",)),
    Setting("bullet", one_of("-", "*", "+"), "The mark that begins an entry of a list.",
            "Where the mark changes Markdown begins another list, with a gap between. Said only of neighbours; below two thirds nothing.", ("uneven-bullet",)),
    Setting("blank-lines", NUMBER, "How many blank lines stand between two entries.",
            "In a bulleted list a single blank line makes the whole list loose.", ("uneven-spacing",)),
    Setting("line-break", one_of("forced", "soft"), "Whether the lines of an entry end in a hard break.",
            "Without one the page runs the lines together.", ("run-together-lines", "uneven-break")),
    Setting("description-case", one_of("capital", "small"), "How descriptions begin.",
            "In a list of names the descriptions are read one under another.", ("description-case",)),
    Setting("description-stop", one_of("stop", "none"), "How descriptions end.",
            "In a list of names the descriptions are read one under another. Below two thirds nothing is said.", ("description-stop",)),
    Setting("order", ORDER, "What entries are sorted by; `none` leaves them where they are.",
            "Both directions are common, so the order is each section's own: by date, by year, by title. A section without one is left alone; entries move as few as possible.",
            ("out-of-order",)),
    Setting("required", REQUIRED, "Fields that every entry must have.",
            "What nine of ten entries have is asked of the tenth as well; this asks for more.", ("missing-field",)),
)  # fmt: skip

ONLINE = (
    Setting("mailto", TEXT, "An address that services may write to; most of them answer faster whoever gives one."),
    Setting("skip", TEXTS, "Addresses that are never asked for, as patterns: `example.org/*`."),
    Setting("fragments", FLAG, "Whether the place within a page (`#results`) is looked for as well; the page is then read."),
)  # fmt: skip

SECTION = (
    Setting("ignore", RULES, "Rules that are not run in the section."),
    Setting("select", RULES, "Run only these rules in the section."),
    Setting("required", REQUIRED, "Fields that every entry of the section must have."),
    Setting("template", TEMPLATE, "The form of the section's entries."),
    Setting("order", ORDER, "What the section's entries are sorted by."),
)
