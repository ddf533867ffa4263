"""Let the section Contents name all sections, in their order and with their words.

What the sindresorhus index asks of its lists: one list under `## Contents`, two levels deep, a line for every heading below, with its own words; but none for
Contributing, Footnotes and Related Lists.

Bad:

    # Awesome Radium

    ## Contents

    - [Isotopes](#isotopes)
    - [Uses](#usage)
      ^^^^^^^^^^^^^^

    ## Isotopes

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.

    ## Usage

    - [Radium](https://example.org/radium) - Glows.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.anchors import Anchor, anchors_of
from ..finding import Fault, Severity
from ..markdown import Block, Inline, plain
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_UNLISTED = frozenset(("Contributing", "Footnotes", "Related Lists"))
_DEEPEST = 2


def finds(found: AwesomeList) -> Iterator[Fault]:
    blocks = found.document.root.children
    anchors = [anchor for anchor in anchors_of(found) if anchor.heading in blocks]
    contents = next((one for one in anchors if one.heading.level == 2 and one.title == "Contents"), None)
    if contents is None:
        return
    place = Span(contents.heading.start, contents.heading.end)
    before = [one for one in anchors if one.heading.start < contents.heading.start]
    html = any(block.kind == "html" and block.start < contents.heading.start for block in blocks)
    if len(before) > 1:
        yield Fault(place, "Contents ought to be the first section")
    elif not before and not html:
        yield Fault(place, "the list's name ought to be the first heading")
    behind = [one for one in anchors if one.heading.start > contents.heading.start]
    sections = [one for one in behind if one.heading.level == 2 and one.title not in _UNLISTED]
    if not sections:
        yield Fault(place, "no section follows the contents")
        return
    lists = [
        block
        for block in blocks
        if block.kind == "list" and contents.heading.end <= block.start < sections[0].heading.start
    ]
    if len(lists) != 1:
        yield Fault(place, "Contents ought to hold one list" if lists else "Contents holds no list")
        return
    used: set[str] = set()
    yield from _Lines(found, behind, used).check(lists[0], sections, 1)


class _Lines:
    """The lines of the contents against the headings below."""

    def __init__(self, found: AwesomeList, headings: list[Anchor], used: set[str]) -> None:
        self.found = found
        self.headings = headings
        self.names = {one.name.replace("\ufe0f", "") for one in anchors_of(found)}
        self.used = used

    def check(self, block: Block, sections: list[Anchor], depth: int) -> Iterator[Fault]:
        """The first line of a level that is out of step; what follows it would only be pushed along."""
        for number, item in enumerate(block.children):
            message = self._message(item, sections[number] if number < len(sections) else None)
            if message:
                first = item.children[0] if item.children else item
                yield Fault(Span(first.start, first.end), message)
                return
            below = next((child for child in item.children if child.kind == "list"), None)
            if below is None:
                continue
            if depth >= _DEEPEST:
                yield Fault(Span(item.start, below.start), f"Contents goes deeper than {_DEEPEST} levels")
                return
            end = sections[number + 1].heading.start if number + 1 < len(sections) else len(self.found.source.text) + 1
            inner = [
                one
                for one in self.headings
                if one.heading.level == depth + 2 and sections[number].heading.start < one.heading.start < end
            ]
            yield from self.check(below, [one for one in inner if not self._unlisted(one)], depth + 1)
        if len(block.children) < len(sections):
            missing = sections[len(block.children)]
            place = Span(missing.heading.start, missing.heading.end)
            yield Fault(place, f"Contents has no line for {missing.title}")

    def _unlisted(self, anchor: Anchor) -> bool:
        above = [one for one in self.headings if one.heading.level == 2 and one.heading.start < anchor.heading.start]
        return bool(above) and above[-1].title in _UNLISTED

    def _message(self, item: Block, section: Anchor | None) -> str:
        link = next(self._links(item), None)
        if link is None:
            return "this line of the contents links nothing"
        words = plain(link.children)
        if not words:
            return "this line of the contents has no words"
        if section is None:
            if words in _UNLISTED:
                return f"the contents leave {words} out"
            return f"no heading stands in this place for {words}"
        if words != section.title:
            return f"the heading in this place is called {section.title}"
        fragment = link.url.removeprefix("#").replace("\ufe0f", "")
        if fragment not in self.names:
            return f"no heading has the fragment #{fragment}"
        if fragment in self.used:
            return f"#{fragment} is linked already"
        self.used.add(fragment)
        return ""

    def _links(self, item: Block) -> Iterator[Inline]:
        for child in item.children:
            if child.lines:
                for node in (node for top in self.found.document.inlines(child) for node in top.walk()):
                    if node.kind == "link":
                        yield node
