"""Write every item as `- [Name](url) - Description.`, and in no other way.

What the sindresorhus index asks of its lists: a link with words, a hyphen between blanks, a description that begins with a capital and ends with a stop. Items that
begin with text are not asked, nor is the table of contents.

Bad:

    # Awesome Radium

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
    - [Radium](https://example.org/radium) – Glows.
                                          ^^^^^^^^^
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..markdown import Block, Inline, plain
from ..source import Span

group = "entry"
severity = Severity.WARNING
on = False
profile = "awesome"

_URL = re.compile(r"^(?:[a-z][a-z\d+.-]*:)?//[^\s/?#]+\S*$|^mailto:\S+$", re.I)
_LINK_HOLDS = frozenset(("text", "code", "strong", "emphasis"))
_ENDS_WITH = frozenset(("text", "strong", "emphasis", "link", "autolink", "image", "html"))
_HOLDS = _LINK_HOLDS | _ENDS_WITH | {"soft_break", "hard_break"}
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]+")
_STOPPED = re.compile(r"[.!?…][\"”]?$")
_FREE_CASE = frozenset(("npm",))


def finds(found: AwesomeList) -> Iterator[Fault]:
    blocks = found.document.root.children
    start = 0
    for number, block in enumerate(blocks):
        if block.kind == "heading" and block.level == 2 and _words(found, block) == "Contents":
            start = next((n for n in range(number + 1, len(blocks)) if blocks[n].kind == "heading"), len(blocks))
            break
    for top in blocks[start:]:
        for block in top.walk():
            if block.kind == "item":
                yield from _item(found, block)
    for block in found.leaves:
        nodes = found.document.inlines(block) if block.kind == "paragraph" else ()
        if len(nodes) > 1 and nodes[0].kind == "text" and nodes[0].text == "-" and nodes[1].kind == "link":
            yield Fault(Span(nodes[0].start, nodes[0].end), "a blank belongs behind a list item's mark")


def _words(found: AwesomeList, block: Block) -> str:
    return plain([node for node in found.document.inlines(block) if node.kind != "html"]).strip()


def _item(found: AwesomeList, item: Block) -> Iterator[Fault]:
    first = item.children[0] if item.children else None
    if first is None or first.kind != "paragraph" or not first.lines:
        yield Fault(Span(item.start, item.start + len(item.marker)), "a list item begins with a link")
        return
    nodes = found.document.inlines(first)
    if not nodes or nodes[0].kind == "text":
        return
    at = _main_link(nodes)
    if at is None:
        yield Fault(_place(nodes[0]), "a list item begins with a link")
        return
    link, rest = nodes[at], nodes[at + 1 :]
    if not link.reference and not _URL.match(link.url):
        yield Fault(_place(link), "the item's link has no address of a page")
    elif not plain((link,)).strip() and not link.reference:
        yield Fault(_place(link), "the item's link has no words")
    elif any(child.kind not in _LINK_HOLDS for child in link.children) and not link.reference:
        yield Fault(_place(link), "the words of an item's link are text")
    elif rest:
        yield from _description(rest)


def _main_link(nodes: tuple[Inline, ...]) -> int | None:
    """The link before ` - `, else the first one."""
    links = [n for n, node in enumerate(nodes) if node.kind in ("link", "autolink")]
    dashed = (
        n for n in links if n + 1 < len(nodes) and nodes[n + 1].kind == "text" and nodes[n + 1].text.startswith(" - ")
    )
    return next(dashed, links[0] if links else None)


def _description(nodes: tuple[Inline, ...]) -> Iterator[Fault]:
    text = plain(nodes)
    first, last = nodes[0], nodes[-1]
    lead = first.text if first.kind == "text" else ""
    if not text.startswith(" - "):
        if _only_aside(text):
            return
        if not (lead and text == lead and _ends_in_emoji(lead)):
            if message := _separator(text, plain((first,))):
                yield Fault(_place(first), message)
            return
    if last.kind not in _ENDS_WITH or (last.kind == "text" and not _ends_well(text, last.text)):
        yield Fault(_place(last), "the description ends with a full stop or another closing mark")
    elif first is last and not _begins_well(lead[3:]):
        yield Fault(_place(first), "the description begins with a capital")
    elif any(node.kind not in _HOLDS for node in nodes):
        yield Fault(_place(first), "the description holds what is no text, link or picture")


def _only_aside(text: str) -> bool:
    """Whether nothing but emoji or one remark in parentheses stands behind the link."""
    bare = _EMOJI.sub("", text).strip()
    return not bare or re.fullmatch(r"\([^)]+\)", bare) is not None


def _separator(text: str, lead: str) -> str:
    """What is wrong with what stands between link and description; nothing where a dash comes later."""
    if re.match(r"[\s\u00a0]-[\s\u00a0]", lead):
        return "the blanks around the dash are no plain blanks"
    if re.match(r"\s*[/–—]", lead):
        return "a hyphen between blanks stands between link and description, no longer dash"
    return "" if re.search(r" - [A-Z]", text) else "a hyphen between blanks stands between link and description"


def _ends_in_emoji(text: str) -> bool:
    return re.search(_EMOJI.pattern + "$", text) is not None


def _ends_well(text: str, last: str) -> bool:
    """Whether a description ends as one should: in a stop, a quotation with one, an aside or an emoji behind one."""
    if re.fullmatch(r"`.*[.!?…]*`[.!?…]*", text):
        return re.fullmatch(r"`.+`.+`.+", text) is not None
    if re.search(r"[\"”][.!?…]+$", text):
        return re.search(r"[.!?…][\"”][.!?…]+$", text) is None
    if _STOPPED.search(text):
        return True
    if not re.search(r"[.!?…]", text):
        words = [word for word in re.split(r"[- ;./']", text) if word]
        return len(words) <= 2 and bool(words) and _ends_in_emoji(words[-1])
    return re.search(r"\)\s*$", last) is not None or _ends_in_emoji(last)


def _begins_well(text: str) -> bool:
    if re.match(r"[/@#$~&%]", text.strip()):
        return True
    words = [word for word in re.split(r"[- ;./']", text) if word]
    if not words:
        return False
    word = words[0]
    if not re.match(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]", word) or word in _FREE_CASE or any(char.isdigit() for char in word):
        return True
    letters = re.sub(r"\W+", "", word)
    return any(char.isupper() for char in letters)


def _place(node: Inline) -> Span:
    return Span(node.start, node.end)
