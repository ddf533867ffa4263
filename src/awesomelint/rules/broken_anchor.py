"""Let every link within the page open a heading.

A link to `#fragment` without its heading does nothing. Fragments are as GitHub makes them of headings (small letters, hyphens for blanks, `-1` for a
repeat), or written by hand as `id=` or `name=`. Where only the case differs, the fix is the heading's own fragment.

Bad:

    [Datasets](#Datasets) [Methods](#our-methods)
               ^^^^^^^^^            ^^^^^^^^^^^^

    ## Datasets

    - **Synthetic Tumors for Segmentation**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)

    ## Methods

    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..entries import AwesomeList
from ..entries.anchors import anchors_of, by_hand, fragment_of
from ..entries.letters import fold
from ..finding import Change, Edit, Fault, Fix, Safety, Severity
from ..markdown import plain
from ..source import Span

group = "document"
severity = Severity.WARNING

# GitHub's own: the top of the page, and what its interface opens.
_ALWAYS = frozenset(("", "top", "readme"))
_NEAR = 0.75


def finds(found: AwesomeList) -> Iterator[Fault]:
    if "](#" not in found.source.text:
        return
    anchors = anchors_of(found)
    names = [anchor.name for anchor in anchors]
    by_words: dict[str, list[str]] = {}
    for anchor in anchors:
        by_words.setdefault(fold(anchor.title), []).append(anchor.name)
    known = {*names, *by_hand(found), *_ALWAYS}
    folded: dict[str, list[str]] = {}
    for name in names:
        folded.setdefault(_folded(name), []).append(name)
    for block in found.leaves:
        if "](#" not in found.source.text[block.start : block.end]:
            continue
        for node in found.document.nodes(block):
            fragment = fragment_of(node.url) if node.kind == "link" and node.url_start >= 0 else None
            if fragment is None or fragment in known or fragment.removeprefix("user-content-") in known:
                continue
            same = by_words.get(fold(plain(node.children)), [])
            yield _fault(Span(node.url_start, node.url_end), fragment, same if len(same) == 1 else names, folded)


def _folded(name: str) -> str:
    """A fragment by its letters: without case, and without the marks that emoji leave."""
    return name.casefold().replace("\ufe0f", "").strip("-")


def _fault(span: Span, fragment: str, names: list[str], folded: dict[str, list[str]]) -> Fault:
    same = folded.get(_folded(fragment), [])
    if len(same) == 1:
        edit = Edit(span.start, span.end, "#" + same[0])
        fix = Fix((edit,), Safety.UNSAFE, (Change("link", "#" + fragment, edit.text),))
        message = f"no heading has the fragment #{fragment}; #{same[0]} is one"
        # GitHub's script looks past capitals; other readers of the page do not.
        return Fault(span, message, fix, Severity.NOTE if fragment.lower() == same[0] else None)
    near = names if len(names) == 1 else difflib.get_close_matches(fragment, names, 1, _NEAR)
    if not near:
        return Fault(span, f"no heading has the fragment #{fragment}, so this link opens nothing")
    shown = Fix((Edit(span.start, span.end, "#" + near[0]),), Safety.SHOWN)
    return Fault(span, f"no heading has the fragment #{fragment}; did you mean #{near[0]}?", shown)
