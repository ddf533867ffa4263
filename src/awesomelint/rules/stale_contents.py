"""Let the table of contents name every section.

A section that the contents lack is found by nobody; one called by its old name is taken for another. Asked of the levels of which
the contents name nearly all headings, and of sections that hold entries. A link to a heading that is gone is `broken-anchor`.

Bad:

    - [Datasets](#datasets)
    - [Methods](#methods)
    - [Surveys](#surveys)
    - [Benchmarks](#benchmarks)

    ## Datasets

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)

    ## Methods

    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)

    ## Theory
       ^^^^^^

    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)

    ## Surveys

    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)

    ## Benchmarks

    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)

Good:

    - [Datasets](#datasets)
    - [Methods](#methods)
    - [Theory](#theory)
    - [Surveys](#surveys)
    - [Benchmarks](#benchmarks)

    ## Datasets

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)

    ## Methods

    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)

    ## Theory

    - **Where Tumors Come From**. Lise Meitner. [paper](https://arxiv.org/abs/2303.00005)

    ## Surveys

    - **A Survey of Medical Image Synthesis**. Mary Shelley. [paper](https://arxiv.org/abs/2303.00003)

    ## Benchmarks

    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2303.00004)
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.anchors import Anchor
from ..entries.contents import Contents, Line, contents_of
from ..entries.letters import fold
from ..finding import Severity, Want
from ..source import Span

group = "document"
severity = Severity.WARNING

# A level is the contents' own if they name so much of it, and so many of its headings.
_NAMED = 0.8
_LEAST = 3
# A name other than the heading's is stale only where nearly all others are the headings' own.
_FAITHFUL = 0.9


def wants(found: AwesomeList) -> Iterator[Want]:
    contents = contents_of(found)
    if contents is None:
        return
    yield from _misnamed(contents)
    holding = {section.span.start for section in found.sections if section.entries}
    named = {line.anchor.name for line in contents.lines if line.anchor}
    lost = [fold(line.text) for line in contents.lines if line.anchor is None and fold(line.text)]
    for level in {anchor.heading.level for anchor in contents.anchors}:
        ours = [anchor for anchor in contents.anchors if anchor.heading.level == level]
        present = sum(anchor.name in named for anchor in ours)
        if present < _LEAST or present < _NAMED * len(ours):
            continue
        for anchor in ours:
            if anchor.name in named or anchor.heading.start not in holding or not anchor.heading.lines:
                continue
            if "omit" in found.source.text[anchor.heading.start : anchor.heading.end]:
                continue  # `<!-- omit in toc -->` is how tools are told to leave a heading out
            if not _meant(fold(anchor.title), lost):
                yield from _missing(found, contents, anchor)


def _meant(title: str, lost: list[str]) -> bool:
    """Whether a line whose link is broken means this heading; that is `broken-anchor`'s."""
    return any(one in title or title in one for one in lost) or bool(difflib.get_close_matches(title, lost, 1))


def _misnamed(contents: Contents) -> Iterator[Want]:
    """Lines whose words are neither their heading's nor a part of them."""
    lines = [line for line in contents.lines if line.anchor is not None]
    strange = [line for line in lines if not _same(line)]
    if len(lines) < _LEAST or len(strange) > (1 - _FAITHFUL) * len(lines):
        return
    for line in strange:
        assert line.anchor is not None
        if line.exact and not set("[]*`<\\") & set(line.anchor.title):
            yield Want(line.words, line.anchor.title, f"the heading that this opens is called {line.anchor.title}")


def _same(line: Line) -> bool:
    assert line.anchor is not None
    one, other = fold(line.text), fold(line.anchor.title)
    return one in other or other in one or set(_letters(line.text)) <= set(_letters(line.anchor.title))


def _letters(title: str) -> list[str]:
    return [fold(word) for word in re.split(r"[\W_]+", title) if word]


def _missing(found: AwesomeList, contents: Contents, anchor: Anchor) -> Iterator[Want]:
    """A line for a section, behind that of the nearest heading above it which has one."""
    above = [line for line in contents.lines if line.anchor and line.anchor.heading.start < anchor.heading.start]
    peers = [line for line in contents.lines if line.anchor and line.anchor.heading.level == anchor.heading.level]
    if not peers or set("[]*`<\\") & set(anchor.title):
        return
    peer = peers[0]
    words = f"{peer.before}[{anchor.title}](#{anchor.name})"
    place = Span(anchor.heading.lines[0][0], anchor.heading.lines[-1][1])
    message = "the table of contents has no line for this section"
    if above:
        last = max(above, key=lambda line: line.anchor.heading.start if line.anchor else 0)
        assert last.anchor is not None
        below = last.anchor.heading.level < anchor.heading.level
        at = found.source.line_span(found.source.line_of(last.start)).end if below else last.end
        yield Want(Span(at, at), found.source.newline + words, message, at=place)
    else:
        at = found.source.line_span(found.source.line_of(contents.lines[0].start)).start
        yield Want(Span(at, at), words + found.source.newline, message, at=place)
