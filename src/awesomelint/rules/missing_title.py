"""Give the list one title, of the first level, in title case.

What the sindresorhus index asks of its lists: one main heading, `# Awesome Name`, and no second one of that level.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.

    # Second Title
    ^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..markdown import Block
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_HEADING = re.compile(r"<h[1-6][\s>]", re.I)
_CENTERED = re.compile(r"""align\s*=\s*["']center["']""", re.I)
_SMALL = frozenset("a an and as at but by en for from if in nor of on or the to v v. via vs vs. with".split())


def finds(found: AwesomeList) -> Iterator[Fault]:
    blocks = found.document.root.children
    count = int(bool(blocks) and _html_title(found, blocks[0]))
    for block, _ in found.headings:
        place = Span(block.start, block.end)
        if block.level > 1 and block is not blocks[0]:
            continue
        if block.level > 1:
            yield Fault(place, "the main heading ought to be of the first level")
        if not _title_case(found, block):
            yield Fault(place, "the main heading ought to be in title case")
        count += 1
        if count > 1:
            yield Fault(place, "a list has one main heading; this is another one")
    if not count:
        yield Fault(Span(0, 0), "the list has no main heading")


def _html_title(found: AwesomeList, block: Block) -> bool:
    """Whether the page begins with a heading in HTML, or a centred picture that stands for one."""
    html = found.source.text[block.start : block.end]
    return block.kind == "html" and bool(_HEADING.search(html) or (_CENTERED.search(html) and "<img" in html.lower()))


def _title_case(found: AwesomeList, block: Block) -> bool:
    """Whether every word of the heading's own text begins with a capital, but for small ones inside and names with a point or digit."""
    for node in found.document.inlines(block):
        words = node.text.split() if node.kind == "text" else []
        if len(words) > 1 and node.text.isupper():
            return False
        for number, word in enumerate(words):
            small = word[0].isalpha() and word[0].islower() and not re.search(r"[.\d_]|[A-Z]", word[1:])
            if small and (number == 0 or word not in _SMALL):
                return False
    return True
