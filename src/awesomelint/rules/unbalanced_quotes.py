"""Close every quotation mark and bracket that was opened.

What the sindresorhus index asks of its lists. Apostrophes are none, and code is not asked.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what “radium leaves.
                                                             ^
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..markdown import Inline
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_PAIRS = {"“": "”", "‘": "’", "『": "』", "（": "）", "《": "》", "「": "」", "【": "】"}
_OPENING = {right: left for left, right in _PAIRS.items()}
_BEHIND = frozenset(" \t\n.,;:!?()[]{}\"“”'–—")


def finds(found: AwesomeList) -> Iterator[Fault]:
    for block in found.leaves:
        if block.kind == "cell":
            continue
        letters = [letter for node in found.document.inlines(block) for letter in _letters(node)]
        yield from _in_text(letters)


def _letters(node: Inline) -> Iterator[tuple[str, int]]:
    """The characters of a node's texts with their places; code has none."""
    if node.kind == "text":
        whole = len(node.text) == node.end - node.start
        yield from ((char, node.start + n if whole else node.start) for n, char in enumerate(node.text))
    for child in node.children:
        yield from _letters(child)


def _in_text(letters: list[tuple[str, int]]) -> Iterator[Fault]:
    opened: list[tuple[str, int]] = []
    for number, (char, at) in enumerate(letters):
        if char in "’'" and _apostrophe(letters, number):
            continue
        if char == '"':
            quote = next((one for one in reversed(opened) if one[0] == char), None)
            if quote is None:
                opened.append((char, at))
            else:
                opened.remove(quote)
        elif char in _PAIRS:
            opened.append((char, at))
        elif char in _OPENING:
            partner = next((one for one in reversed(opened) if one[0] == _OPENING[char]), None)
            if partner is None:
                yield Fault(Span(at, at + 1), f"{char} closes what was never opened")
            else:
                opened.remove(partner)
    for char, at in opened:
        yield Fault(Span(at, at + 1), f"{char} is never closed")


def _apostrophe(letters: list[tuple[str, int]], number: int) -> bool:
    """Whether a mark stands in a word or behind one: `don't`, `students'`."""
    before = letters[number - 1][0] if number else ""
    behind = letters[number + 1][0] if number + 1 < len(letters) else ""
    return (before.isalnum() or before == "_") and (not behind or behind.isalnum() or behind in _BEHIND)
