"""Comments that switch rules off, each bound to its place before any fix.

In goes a list that was read, out come its suppressions:

    <!-- awesomelint-disable-next-entry RULE… -- reason -->
    -disable-next-line, -disable-line, -disable … -enable, -disable-section, -disable-file

A comment inside an entry's own line or cell is that entry's, one inside a heading that section's.
Rules are named, or groups of rules, or `all`; no name means all.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .entries import AwesomeList
from .finding import Finding
from .markdown import Block
from .source import Span

_COMMENT = re.compile(
    r"<!--\s*awesomelint-(?P<what>disable(?:-next-entry|-next-line|-line|-section|-file)?|enable)(?=[\s>-])(?P<rest>(?:[^-]|-(?!->))*)-->"
)


@dataclass
class Suppression:
    """One comment: the rules that it names, and the range of offsets that it covers."""

    span: Span
    rules: tuple[str, ...]
    covers: Span
    entry: int = -1
    used: bool = field(default=False, compare=False)

    def names(self, finding: Finding) -> bool:
        return not self.rules or not {"all", finding.rule, finding.group}.isdisjoint(self.rules)


class Suppressions:
    """The suppressions of one text."""

    def __init__(self, found: AwesomeList, known: frozenset[str]) -> None:
        self.found = found
        self.known = known
        self.all: list[Suppression] = []
        if "awesomelint-" in found.source.text:
            self._read()

    def hide(self, finding: Finding) -> bool:
        """Whether a finding is suppressed; marks what suppressed it as used."""
        hidden = False
        for one in self.all:
            inside = one.covers.start <= finding.span.start < max(one.covers.end, one.covers.start + 1)
            if one.names(finding) and (inside or (one.entry >= 0 and one.entry == finding.entry)):
                one.used = hidden = True
        return hidden

    def unused(self) -> list[Suppression]:
        """Those that hid nothing and name no rule that does not exist."""
        return [one for one in self.all if not one.used and all(name in self.known for name in one.rules)]

    def unknown(self) -> Iterator[tuple[Suppression, str, str]]:
        """The names that no rule has, with the nearest one that a rule has."""
        for one in self.all:
            for name in one.rules:
                if name not in self.known:
                    near = difflib.get_close_matches(name, sorted(self.known), 1)
                    yield one, name, near[0] if near else ""

    def _read(self) -> None:
        text, open_ranges = self.found.source.text, list[Suppression]()
        blocks = [block for block in self.found.blocks() if not block.children or block.kind in ("row", "item")]
        for comment in _COMMENT.finditer(text):
            if self._is_code(comment.start(), blocks):
                continue
            span = Span(*comment.span())
            rules = tuple(filter(None, re.split(r"[\s,]+", comment["rest"].partition("--")[0])))
            if comment["what"] == "enable":
                for one in open_ranges:
                    if not rules or one.rules == rules:
                        one.covers = Span(one.covers.start, span.start)
                open_ranges = [one for one in open_ranges if rules and one.rules != rules]
                continue
            one = self._bound(comment["what"], span, rules)
            self.all.append(one)
            if comment["what"] == "disable" and one.covers.end == len(text) + 1:
                open_ranges.append(one)

    def _is_code(self, offset: int, blocks: list[Block]) -> bool:
        """Whether a comment's text stands in code, where it is an example."""
        for block in blocks:
            if block.start <= offset < block.end:
                if block.kind == "code":
                    return True
                if block.lines:
                    return any(
                        node.kind == "code" and node.start <= offset < node.end
                        for top in self.found.document.inlines(block)
                        for node in top.walk()
                    )
        return False

    def _bound(self, what: str, span: Span, rules: tuple[str, ...]) -> Suppression:
        source, entries = self.found.source, self.found.entries
        bind: dict[str, Callable[[], Suppression]] = {
            "disable-file": lambda: Suppression(span, rules, Span(0, len(source.text) + 1)),
            "disable-section": lambda: Suppression(span, rules, self._section(span)),
            "disable-line": lambda: Suppression(span, rules, self._line(source.line_of(span.start))),
            "disable-next-line": lambda: Suppression(span, rules, self._line(source.line_of(span.end) + 1)),
        }
        if what in bind:
            return bind[what]()
        if what == "disable-next-entry":
            number = next((n for n, entry in enumerate(entries) if entry.span.start >= span.end), -1)
            covers = entries[number].span if number >= 0 else span
            return Suppression(span, rules, covers, number)
        number = next((n for n, entry in enumerate(entries) if entry.span.covers(span)), -1)
        if number >= 0:
            return Suppression(span, rules, entries[number].span, number)
        heading = next(
            (b for b in self.found.document.root.children if b.kind == "heading" and b.start <= span.start < b.end),
            None,
        )
        if heading is not None:
            return Suppression(span, rules, self._section(span))
        return Suppression(span, rules, Span(span.start, len(source.text) + 1))

    def _line(self, line: int) -> Span:
        source = self.found.source
        return source.line_span(line) if line <= len(source.line_spans) else Span(0, 0)

    def _section(self, span: Span) -> Span:
        """The section around a place, with the sections below it."""
        sections = self.found.sections
        number = max(n for n, section in enumerate(sections) if section.span.start <= span.start)
        path = sections[number].path
        end = sections[number].span.end
        for section in sections[number + 1 :]:
            if len(section.path) <= len(path) or section.path[: len(path)] != path:
                break
            end = section.span.end
        return Span(sections[number].span.start, end + 1)
