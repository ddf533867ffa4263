"""Show the Awesome badge beside the list's title.

What the sindresorhus index asks of its lists: the main heading carries the badge of awesome.re, linked to awesome.re or to the index's repository.

Bad:

    # Awesome Radium
    ^^^^^^^^^^^^^^^^

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..markdown import Block, Inline
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_TARGETS = frozenset(("https://awesome.re", "https://github.com/sindresorhus/awesome"))
_PICTURES = frozenset(f"https://awesome.re/{name}.svg" for name in ("badge", "badge-flat", "badge-flat2"))


def finds(found: AwesomeList) -> Iterator[Fault]:
    first = next(iter(found.document.root.children), None)
    if first is None or first.kind != "heading":
        return  # a page that begins with HTML has its badge there
    pictures = list(_pictures(found, first)) if first.level == 1 else []
    wrong = next((node for node in pictures if node.url not in _PICTURES), None)
    if wrong is not None:
        yield Fault(Span(wrong.start, wrong.end), "the badge is not one of awesome.re's own pictures")
    elif not pictures:
        yield Fault(Span(first.start, first.end), "the main heading lacks the Awesome badge")


def _pictures(found: AwesomeList, heading: Block) -> Iterator[Inline]:
    """The pictures of the heading's links to the index."""
    for node in found.document.inlines(heading):
        if node.kind == "link" and node.url in _TARGETS:
            yield from (child for child in node.children if child.kind == "image")
