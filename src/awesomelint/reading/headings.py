"""The headings of a document: which of them head a section, and which are entries themselves.

In goes the document, out come the sections in the order of the text. A list that gives every paper a heading is
known by its headings: they carry the paper's link, or what stands under them only says more of one paper.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from ..markdown import SUMMARY_LEVEL, Block, Document, plain
from .glance import Glance, Glances
from .vocabulary import CONTENTS, MAY_HOLD_LIST, NO_LIST

# So many headings of a document must be entries before one of them is believed to be.
LEAST = 3
# Where fewer of the headings of one level look like entries, they head sections.
MOST = 0.6
# Under a heading of one word so many fields by name make it an entry.
KEYS = 2
# So many headings of one level, nearly all of them, under each of which hardly one thing could be an entry, are entries themselves.
SINGLE, NEARLY_ALL = 5, 0.8
# Of a level with so many headings, nearly all of them over one short thing that leads out, each is an entry.
MANY, SHORT_BODY = 20, 4
# Many headings over parts of an entry are entries where they are half of their level, the others sections.
HALF = 0.5
# Deeper headings of the same words, so many, are part of what they stand in.
RECURS = 3
# What follows an entry's heading is short: a list under it makes it a section.
LARGEST_BODY = 40
# A bold line heads what is below it under any heading, but stands above none.
BOLD_LEVEL = 8
LONGEST_BOLD = 6


class Heading(NamedTuple):
    """What heads a section, with the titles above it; `holds_entries` says whether a list may stand under it."""

    path: tuple[str, ...]
    start: int
    holds_entries: bool
    contents: bool = False
    """Whether it heads a table of contents, under which nothing but a table's rows are entries."""


def headings_of(document: Document, glance: Glances) -> tuple[list[Heading], dict[int, int]]:
    """The sections of a document in order, after a nameless one for what stands above them; and where headings that are entries begin and end."""
    blocks = document.blocks
    entries = _entries(document, blocks, glance)
    found = [Heading((), 0, holds_entries=True)]
    stack: list[tuple[int, str]] = []
    inside = 0
    for index, block in enumerate(blocks):
        inside = max(inside, entries.get(block.start, 0) if block.kind == "heading" else 0)
        if block.start < inside:
            continue
        if block.kind == "end":
            if any(level >= block.level for level, _ in stack):
                stack = [one for one in stack if one[0] < block.level]
                found.append(_heading(stack, block))
        elif block.kind == "heading" and block.start not in entries:
            title = " ".join(plain(document.content(block)).split())
            while stack and stack[-1][0] >= block.level:
                stack.pop()
            stack.append((block.level, title))
            found.append(_heading(stack, block, _lists(blocks, index, glance)))
        elif block.kind == "paragraph" and (
            title := _bold_heading(document, block, blocks[index + 1 : index + 2], glance)
        ):
            stack = [one for one in stack if one[0] < BOLD_LEVEL]
            stack.append((BOLD_LEVEL, title))
            found.append(_heading(stack, block))
    return found, entries


def _bold_heading(document: Document, block: Block, following: tuple[Block, ...], glance: Glances) -> str:
    """The words of a paragraph that heads the list below it: a few in bold, and nothing else."""
    if not following or following[0].kind not in ("list", "table"):
        return ""
    nodes = [node for node in document.content(block) if node.kind != "text" or node.text.strip()]
    if len(nodes) != 1 or nodes[0].kind != "strong":
        return ""
    title = " ".join(plain(nodes[0].children).split())
    first = next(iter(leaves_of(following[0])), None)
    if len(title.split()) > LONGEST_BOLD or first is None or glance(first).part:
        return ""
    return title


def _lists(blocks: tuple[Block, ...], index: int, glance: Glances) -> bool:
    """Whether most of the items up to the next heading are linked titles, and there are several."""
    stop = next((n for n in range(index + 1, len(blocks)) if blocks[n].kind == "heading"), len(blocks))
    items = [item for block in blocks[index + 1 : stop] if block.kind == "list" for item in block.children]
    firsts = [next(iter(leaves_of(item)), None) for item in items]
    titles = sum(one is not None and (seen := glance(one)).lead == "title" and seen.linked for one in firsts)
    return titles >= LEAST and titles >= MOST * len(items)


def _heading(stack: list[tuple[int, str]], block: Block, lists: bool = False) -> Heading:
    path = tuple(name for _, name in stack)
    # The first title is the page's own: "News" under it is no list, "Introduction to X" as its name may be one.
    holds = not any(NO_LIST.match(name) and not (lists and MAY_HOLD_LIST.match(name)) for name in path[1:] or path)
    return Heading(path, block.start, holds, bool(path) and CONTENTS.match(path[-1]) is not None)


def body_of(blocks: tuple[Block, ...], index: int, recurring: set[int]) -> int:
    """Where the body of the heading at an index ends: the index of what follows it.

    Deeper headings whose words head many bodies (`Abstract`, `Links`) are part of it, and so is what they fold away.
    """
    stop, folded_away = index + 1, False
    while stop < len(blocks):
        block = blocks[stop]
        if block.kind == "heading":
            if block.level <= blocks[index].level or block.start not in recurring:
                break
            folded_away = True
        elif block.kind == "end" and not folded_away:
            # What a summary heads ends with its `</details>`, and that belongs to it.
            return stop + (blocks[index].level == SUMMARY_LEVEL)
        stop += 1
    return stop


def _recurring(document: Document, blocks: tuple[Block, ...]) -> set[int]:
    """Where the headings begin whose few words head so many bodies that they announce a field."""
    words = {
        block.start: " ".join(plain(document.content(block)).split()).casefold()
        for block in blocks
        if block.kind == "heading"
    }
    times = Counter(words.values())
    return {start for start, said in words.items() if times[said] >= RECURS and len(said.split()) <= LONGEST_BOLD}


def _entries(document: Document, blocks: tuple[Block, ...], glance: Glances) -> dict[int, int]:
    """Where the headings begin that are entries, and where the body of each ends."""
    recurring = _recurring(document, blocks)
    ends: dict[int, int] = {}
    linked: list[int] = []
    bare: dict[int, list[int]] = {}
    alike: dict[int, list[int]] = {}
    single: dict[int, list[int]] = {}
    short: dict[int, list[int]] = {}
    levels: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if block.kind != "heading" or block.start in recurring or (block.level == 1 and not linked and not levels):
            continue
        levels[block.level] = levels.get(block.level, 0) + 1
        head = glance(block)
        stop = body_of(blocks, index, recurring)
        below = blocks[index + 1 : stop]
        ends[block.start] = blocks[stop - 1].end
        if any(one.kind == "table" and len(one.children) > 1 for one in below):
            continue  # its rows are the entries
        body = [leaf for one in below for leaf in leaves_of(one)]
        if head.lead == "label" and head.outward == 1:
            head = head._replace(lead="title", linked=True)  # a heading is no label: `### [Keras](https://keras.io)`
        if len(body) > LARGEST_BODY or head.lead != "title" or NO_LIST.match(plain(document.content(block))):
            continue
        seen = [glance(leaf) for leaf in body]
        if sum(one.stands for one in seen) < 2 and (head.outward or any(one.outward for one in seen)):
            if len(body) <= SHORT_BODY:
                short.setdefault(block.level, []).append(block.start)
            alike.setdefault(block.level, []).append(block.start)
            items = [item for one in below if one.kind == "list" for item in one.children]
            firsts = [next(iter(leaves_of(item)), None) for item in items]
            if _holds_one(seen) and not any(one is not None and glance(one).stands for one in firsts):
                single.setdefault(block.level, []).append(block.start)
        if head.linked or head.stands:
            if sum(one.stands for one in seen) < 2:
                linked.append(block.start)
        elif _only_parts(head, seen):
            bare.setdefault(block.level, []).append(block.start)
    found = set(linked) if len(linked) >= LEAST else set()
    for level, starts in bare.items():
        most = HALF if len(starts) >= MANY // 2 else MOST
        if len(starts) >= LEAST and len(starts) >= most * levels[level]:
            found.update(starts)
    for level, starts in short.items():
        if len(starts) >= MANY and len(starts) >= NEARLY_ALL * levels[level]:
            found.update(starts)
    for level, starts in single.items():
        if len(starts) >= SINGLE and len(starts) >= NEARLY_ALL * levels[level]:
            found.update(starts)
    for level, starts in alike.items():
        # Where most of their siblings are entries, those are that could be: what stands under them may be misread.
        known = found.intersection(starts)
        if len(known) >= LEAST and len(known) >= MOST * levels[level]:
            found.update(starts)
    return {start: ends[start] for start in found}


def _holds_one(body: list[Glance]) -> bool:
    """Whether below a heading stands no linked title, and not more than one title with the links that say more of it."""
    number, title = 0, False
    for one in body:
        if (one.lead == "title" and one.linked and one.stands) or one.outward > 3:
            return False
        stands = one.lead == "title" and one.outward > 0
        number += stands or (title and one.part and one.outward > 0)
        title = one.lead == "title" and not stands
    return number <= 1


def _only_parts(head: Glance, body: list[Glance]) -> bool:
    """Whether what stands under a heading without a link says more of one paper."""
    if sum(one.lead == "title" and then.part for one, then in pairwise(body)) > 1:
        return False  # several titles, each with what says more of it
    if body and body[0].lead == "names" and not any(one.lead == "names" for one in body[1:]):
        return True  # who wrote it
    keys = sum(one.lead == "key" for one in body)
    titles = sum(one.lead == "title" for one in body)
    if not head.outward and keys >= LEAST and keys == len(body) and not any(one.outward for one in body):
        return True  # a book's fields, without a link
    return (
        (head.own >= LEAST or (keys >= KEYS and titles < KEYS))
        and any(one.outward for one in body)
        and all(one.part or not one.outward for one in body)
        and any(one.part for one in body)
    )


def leaves_of(block: Block) -> list[Block]:
    """The leaves below a block that hold inline content; a table or code among them counts as many."""
    return [
        one
        for one in block.walk()
        if one.kind in ("paragraph", "heading") or (one.kind == "cell" and one.lines and not one.children)
    ]
