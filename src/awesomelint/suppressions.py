"""Comments that switch rules off, each bound to its place before any fix.

In goes a list that was read, out come its suppressions:

    <!-- awesomelint-disable-next-entry RULE… -- reason -->
    -disable-next-line, -disable-line, -disable … -enable, -disable-section, -disable-file

A comment inside an entry's own line or cell is that entry's, one inside a heading that section's.
Rules are named, or groups of rules, or `all`; no name means all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from .entries import AwesomeList
from .finding import Finding
from .source import Span

_OPENING = re.compile(r"<!--\s*awesomelint-(?P<what>[\w-]*\w)(?=\s|-->)")
# awesome-lint's own comments (remark-message-control): lists that come from it need not change theirs.
_LINT = re.compile(r"<!--\s*lint\s+(?P<what>disable|enable|ignore)(?P<names>(?:\s+[\w:-]+)*)\s*-->")
_THEIRS = {
    "awesome-badge": "missing-awesome-badge",
    "awesome-heading": "missing-title",
    "awesome-contributing": "missing-contributing",
    "awesome-code-of-conduct": "unfinished-code-of-conduct",
    "awesome-license": "license-section",
    "awesome-list-item": "awkward-item",
    "awesome-no-ci-badge": "ci-badge",
    "awesome-spell-check": "misspelt-name",
    "awesome-toc": "contents-out-of-step",
    "double-link": "doubled-address",
    "balanced-punctuation": "unbalanced-quotes",
    "match-punctuation": "unbalanced-quotes",
    "no-repeat-item-in-description": "name-in-description",
}
COMMANDS = (
    "disable-next-entry", "disable-next-line", "disable-line", "disable", "enable", "disable-section", "disable-file",
)  # fmt: skip


class Suppression:
    """One rule (or group, or `all`) that one comment switches off, and the offsets for which it does.

    `lifted` are rules that an `enable` took out of an `all` again, each with the offset from which on.
    """

    def __init__(self, span: Span, rule: str, covers: Span, entry: int = -1) -> None:
        self.span = span
        self.rule = rule
        self.covers = covers
        self.entry = entry
        self.lifted: list[tuple[str, int]] = []
        self.used = False

    def hides(self, finding: Finding) -> bool:
        """Whether it switches this finding off."""
        names = (finding.rule, finding.group)
        if self.rule != "all" and self.rule not in names:
            return False
        at = finding.span.start
        if any(name in names and at >= start for name, start in self.lifted):
            return False
        inside = self.covers.start <= at < max(self.covers.end, self.covers.start + 1)
        return inside or (self.entry >= 0 and self.entry == finding.entry)


class Suppressions:
    """The suppressions of one text."""

    def __init__(self, found: AwesomeList, known: frozenset[str], running: frozenset[str] | None = None) -> None:
        """`known` are all names that exist, `running` those whose rules run: only they can be found unused."""
        self.found = found
        self.known = known
        self.running = known if running is None else running
        self.all: list[Suppression] = []
        self.strangers: list[tuple[Span, str]] = []
        """Comments whose command does not exist."""
        if "awesomelint-" in found.source.text:
            self._read()
        if "lint " in found.source.text:
            self._read_theirs()
        self._by_rule: dict[str, list[Suppression]] = {}
        for one in sorted(self.all, key=lambda one: one.covers.start):
            self._by_rule.setdefault(one.rule, []).append(one)

    def hide(self, finding: Finding) -> bool:
        """Whether a finding is suppressed; marks what suppressed it as used."""
        hidden = False
        for name in ("all", finding.rule, finding.group):
            for one in self._by_rule.get(name, ()):
                if one.covers.start > finding.span.start:
                    break
                if one.hides(finding):
                    one.used = hidden = True
        return hidden

    def unused(self) -> list[Suppression]:
        """Those that hid nothing, of rules that ran."""
        return [one for one in self.all if not one.used and one.rule in self.running]

    def unknown(self) -> Iterator[tuple[Span, str]]:
        """The places of names that no rule or comment has, each with a sentence that says so."""
        for span, what in self.strangers:
            yield span, f"there is no comment awesomelint-{what}{_near(what, COMMANDS)}; nothing is switched off"
        for one in self.all:
            if one.rule not in self.known:
                yield one.span, f"no rule is called {one.rule}{_near(one.rule, sorted(self.known))}"

    def _read(self) -> None:
        text = self.found.source.text
        code = _code_spans(self.found)
        open_ranges: list[Suppression] = []
        for comment in _OPENING.finditer(text):
            end = text.find("-->", comment.end())
            if end < 0:
                return
            span = Span(comment.start(), end + 3)
            at = bisect_right(code, (span.start, len(text))) - 1
            if at >= 0 and span.start < code[at][1]:
                continue  # an example in code
            words = text[comment.end() : end].partition("--")[0]
            rules = tuple(filter(None, re.split(r"[\s,]+", words))) or ("all",)
            what = comment["what"]
            if what not in COMMANDS:
                self.strangers.append((span, what))
            elif what == "enable":
                open_ranges = _lift(open_ranges, rules, span.start)
            else:
                covers, entry = self._bound(what, span)
                made = [Suppression(span, rule, covers, entry) for rule in rules]
                self.all += made
                if what == "disable" and covers.end > len(text):
                    open_ranges += made

    def _read_theirs(self) -> None:
        """awesome-lint's comments, for the rules that are ours as well; nobody asks whether those are used."""
        open_ranges: list[Suppression] = []
        for comment in _LINT.finditer(self.found.source.text):
            names = [name.removeprefix("remark-lint:") for name in comment["names"].split()]
            rules = tuple(_THEIRS[name] for name in names if name in _THEIRS)
            if comment["what"] == "enable":
                open_ranges = _lift(open_ranges, rules or tuple(_THEIRS.values()), comment.start())
                continue
            span = Span(*comment.span())
            covers = Span(span.end, len(self.found.source.text) + 1)
            if comment["what"] == "ignore":
                blocks = self.found.document.root.children
                at = bisect_right(blocks, span.end, key=lambda block: block.start)
                covers = Span(span.end, blocks[at].end if at < len(blocks) else span.end)
            made = [Suppression(span, rule, covers) for rule in rules or (() if names else _THEIRS.values())]
            for one in made:
                one.used = True
            self.all += made
            if comment["what"] == "disable":
                open_ranges += made

    def _bound(self, what: str, span: Span) -> tuple[Span, int]:
        """What a comment covers, and the entry that it is bound to, or -1."""
        source, entries = self.found.source, self.found.entries
        everything = len(source.text) + 1
        if what == "disable-file":
            return Span(0, everything), -1
        if what == "disable-section":
            return self._section(span), -1
        if what in ("disable-line", "disable-next-line"):
            line = source.line_of(span.start) if what == "disable-line" else source.line_of(span.end) + 1
            return (source.line_span(line) if line <= len(source.line_spans) else Span(span.start, span.start)), -1
        number = bisect_right(entries, span.start, key=lambda entry: entry.span.start) - 1
        if what == "disable-next-entry":
            return (entries[number + 1].span, number + 1) if number + 1 < len(entries) else (span, -1)
        if number >= 0 and entries[number].span.covers(span):
            return entries[number].span, number
        headings = [block for block in self.found.document.root.children if block.kind == "heading"]
        at = bisect_right(headings, span.start, key=lambda block: block.start) - 1
        if at >= 0 and span.start < headings[at].end:
            return self._section(span), -1
        return Span(span.start, everything), -1

    def _section(self, span: Span) -> Span:
        """The section around a place, with the sections below it."""
        sections = self.found.sections
        number = bisect_right(sections, span.start, key=lambda section: section.span.start) - 1
        path = sections[number].path
        end = sections[number].span.end
        for section in sections[number + 1 :]:
            if len(section.path) <= len(path) or section.path[: len(path)] != path:
                break
            end = section.span.end
        return Span(sections[number].span.start, end + 1)


def _lift(open_ranges: list[Suppression], rules: tuple[str, ...], at: int) -> list[Suppression]:
    """End the open ranges of these rules here; what goes on afterwards."""
    going_on = []
    for one in open_ranges:
        if "all" in rules or one.rule in rules:
            one.covers = Span(one.covers.start, at)
        else:
            if one.rule == "all":
                one.lifted += [(rule, at) for rule in rules]
            going_on.append(one)
    return going_on


def _code_spans(found: AwesomeList) -> list[tuple[int, int]]:
    """Where code stands, in which a comment is an example."""
    spans = []
    for block in found.blocks():
        if block.kind == "code":
            spans.append((block.start, block.end))
        elif block.lines and "awesomelint-" in found.source.text[block.start : block.end]:
            nodes = (node for top in found.document.inlines(block) for node in top.walk())
            spans += [(node.start, node.end) for node in nodes if node.kind == "code"]
    return sorted(spans)


def _near(word: str, known: tuple[str, ...] | list[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""
