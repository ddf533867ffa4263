"""Link every address once in the list.

What the sindresorhus index asks of its lists, over the whole page; links in descriptions are not asked. Two addresses are one without scheme, `www.` and closing slash.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - [Radium](https://example.org/polonium/) - Glows.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..markdown import Block, Inline
from ..source import Span

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_SCHEME = re.compile(r"^(?:https?:)?//(?:www\.)?", re.I)
_INDEX = re.compile(r"/index\.[a-z]+(?=$|[?#])", re.I)


def finds(found: AwesomeList) -> Iterator[Fault]:
    described = set(_in_descriptions(found))
    places: dict[str, list[Inline]] = {}
    for block in found.leaves:
        for node in found.document.nodes(block):
            if node.kind in ("link", "autolink") and not node.reference and node.start not in described:
                places.setdefault(_key(node.url), []).append(node)
    for nodes in places.values():
        for node in nodes if len(nodes) > 1 else ():
            yield Fault(Span(node.start, node.end), f"{node.url or 'an empty address'} is linked {len(nodes)} times")


def _key(url: str) -> str:
    if url.startswith("#"):
        return url
    address = _INDEX.sub("/", _SCHEME.sub("", url.strip()))
    host, slash, rest = address.partition("/")
    path, hash_, fragment = rest.partition("#")
    return host.lower() + (slash + path).rstrip("/") + hash_ + fragment


def _in_descriptions(found: AwesomeList) -> Iterator[int]:
    """Where the links of list items begin that are not what the item is about."""
    for block in found.blocks():
        if block.kind == "item" and block.children and block.children[0].kind == "paragraph":
            yield from _described(found, block.children[0])


def _described(found: AwesomeList, paragraph: Block) -> Iterator[int]:
    nodes = found.document.inlines(paragraph)
    main, before = False, False
    for number, node in enumerate(nodes):
        if node.kind != "link":
            continue
        behind = nodes[number + 1] if number + 1 < len(nodes) else None
        leads = behind is not None and behind.kind == "text" and behind.text.startswith(" - ")
        if not main and (leads or not before):
            main = True
        else:
            yield node.start
        before = True
