"""Which line breaks of a document were made only because a line was full.

In goes a document, out comes the width at which its lines were wrapped by hand or by an editor, if they were. A break that a
reader is meant to see stands anywhere; one of a wrapped text stands where the next word had no room.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..markdown import Block, Document, Inline

# The widths that editors wrap at.
NARROWEST, WIDEST = 50, 130
# So many breaks tell a width from chance. Of 239 lists six are wrapped throughout, and no other had more than .56 of its breaks at one width, but for long lines.
LEAST, MOSTLY = 8, 0.6
# Hardly a line of a wrapped text is longer than its width.
LONGER = 0.05
# A longer word, an address above all, has room in no line and tells nothing.
LONGEST_WORD = 12
_HARD = re.compile(r"(?: {2}|\\|<br ?/?>\s*)$")
_WORD = re.compile(r"\S+")


def width_of(document: Document, blocks: Iterable[Block]) -> int:
    """The width in characters at which the lines of paragraphs are wrapped; 0 where they are not."""
    breaks = [one for block in blocks if len(block.lines) > 1 for one in _breaks(document.text, block)]
    if len(breaks) < LEAST:
        return 0
    steps = [0] * (WIDEST + 2)
    for length, room in breaks:
        # A line of this length is full at every width from its own up to where the next word would fit.
        if length <= WIDEST:
            steps[length] += 1
            steps[min(WIDEST, length + room) + 1] -= 1
    full, most, width = sum(steps[:NARROWEST]), 0, 0
    for at in range(NARROWEST, WIDEST + 1):
        full += steps[at]
        if full > most:
            most, width = full, at
    longer = sum(length > width for length, _ in breaks)
    return width if most >= MOSTLY * len(breaks) and longer <= LONGER * len(breaks) else 0


def is_full(text: str, node: Inline, width: int) -> bool:
    """Whether the line that ends in a soft break had no room for the next word."""
    if not width:
        return False
    begin = max(text.rfind("\n", 0, node.start), text.rfind("\r", 0, node.start)) + 1
    length = len(text[begin : node.start].rstrip())
    following = _WORD.search(text, node.end)
    return following is not None and length <= width < length + 1 + min(LONGEST_WORD, len(following[0]))


def _breaks(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """How long each line before a soft break is, and how long the word behind it."""
    for (start, end), (below, last) in zip(block.lines, block.lines[1:], strict=False):
        if _HARD.search(text, start, end):
            continue
        begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        following = _WORD.search(text, below, last)
        if following is not None:
            yield len(text[begin:end].rstrip()), min(LONGEST_WORD, len(following[0]))


def is_wrapped(text: str, node: Inline) -> bool:
    """Whether a line was only wrapped: it breaks off amid a sentence, and the next one goes on with it."""
    before = text[max(0, node.start - _WRAPPED) : node.start]
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :].rstrip()
    after = _NEXT_WORD.match(text, node.end)
    if after is None or len(line) < _SHORTEST_WRAPPED or (not line[-1:].isalnum() and line[-1] not in ",-"):
        return False
    if after[1].islower() or (line[-1] in ",-" and after[1].isalnum()):
        return True
    return line.rpartition(" ")[2] in _HANGING  # `In Proceedings of the`


_WRAPPED, _SHORTEST_WRAPPED = 200, 40
# No line ends in these words but where it was wrapped.
_HANGING = frozenset("the of on and in for a an with to from".split())
_NEXT_WORD = re.compile(r"[\s>]*([^\W_])")
