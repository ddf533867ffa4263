"""What a paragraph is at a glance, before it is read: the head of an entry, a part of one, or neither.

In goes a leaf block, out comes a `Glance`. Grouping asks it of paragraphs and nested items: which of
them stand for an entry by themselves, and which only say more of the one above.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..entries.author_run import author_run
from ..entries.names import looks_like_name
from ..entries.people import count_names
from ..entries.venues import LONGEST, VenueTable
from ..markdown import HTML, Block, Inline, plain
from .page import Page, PageKey, first_words
from .vocabulary import folded, holds_fact, is_emoji, key_role
from .weights import date_of

_KEY = re.compile(r"^\W{0,4}([\w ;/&-]{2,30}?)(?:\s?[(（][^()（）]{1,16}[)）])?\W{0,3}[:：]")
_FRONT_PAGE = re.compile(r"https?://github\.com/[^/#]+/[^/#]+/?(?:(?:blob|tree)/[^#]*)?#(?!readme$)", re.I)
_EDGES = " \t\n.,;:|-–—*_()[]"
# Words before the first link of a line that are more than this are prose or a title, and no fact.
_FEW = 3


class Glance(NamedTuple):
    """What stands in a leaf, counted.

    `lead` is what it begins with: title (a link or words), label, names, fact (a venue or date), key, image or nothing.
    """

    lead: str
    linked: bool
    """It begins with a link that is no label."""
    outward: int
    """Links out of the document, badges not counted."""
    labelled: int
    """Of these, how many have a label, a venue or a date for their words."""
    badges: int
    """Links out of the document that are badges."""
    own: int
    """Words outside of links."""
    home: bool
    """Its first link names a place in a repository's front page in full, as contents sometimes do."""

    @property
    def stands(self) -> bool:
        """Whether it could be an entry by itself: a title with a link."""
        return self.lead == "title" and (self.linked or (self.labelled > 0 and self.own >= _FEW))

    @property
    def part(self) -> bool:
        """Whether it can only say more of another."""
        return self.lead in ("label", "names", "fact", "key", "image")


NOTHING = Glance("", False, 0, 0, 0, 0, False)


_MOST = 20_000


Memory = dict[PageKey, dict[tuple[str, int, str, bool], Glance]]
"""What was seen at a glance, by what the page counts and by a leaf's words."""


class Glances:
    """Leaves at a glance; remembered by their words, since most of them are read again after every pass of a fix."""

    def __init__(self, page: Page, venues: VenueTable, memory: Memory) -> None:
        self.page = page
        self.venues = venues
        self._remembered = memory.setdefault(page.key, {})

    def __call__(self, block: Block) -> Glance:
        document = self.page.document
        words = document.text[block.start : block.end]
        if "]:" in words or "][" in words or (document.definitions and "]" in words):
            return _glance(
                document.content(block), self.page, self.venues
            )  # what a reference opens is not in its words
        key = (words, len(block.lines), block.kind, block.marker == HTML)
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) >= _MOST:
                self._remembered.clear()
            found = self._remembered[key] = _glance(document.content(block), self.page, self.venues)
        return found


def _glance(nodes: tuple[Inline, ...], page: Page, venues: VenueTable) -> Glance:
    if not nodes:
        return NOTHING
    links = [node for top in nodes for node in top.walk() if node.kind in ("link", "autolink")]
    outward = [link for link in links if page.leads_out(link.url) and not _badge(link, page)]
    labelled = sum(
        link.kind == "autolink" or page.is_label(plain((link,))) or holds_fact(plain((link,))) for link in outward
    )
    own = " ".join(_own_words(nodes).split())
    lead, linked = _lead(nodes, outward, page, venues)
    badges = sum(_badge(link, page) for link in links)
    home = bool(links) and _FRONT_PAGE.match(links[0].url) is not None
    return Glance(lead, linked, len(outward), labelled, badges, len(re.findall(r"\w+", own)), home)


def _badge(link: Inline, page: Page) -> bool:
    return any(child.kind == "image" and page.badge_image(child.url) is not None for child in link.children)


def _own_words(nodes: tuple[Inline, ...]) -> str:
    words = []
    for node in nodes:
        if node.kind in ("text", "code"):
            words.append(node.text)
        elif node.kind in ("soft_break", "hard_break"):
            words.append(" ")
        elif node.kind not in ("link", "autolink", "image", "html"):
            words.append(_own_words(node.children))
    return "".join(words)


def _lead(nodes: tuple[Inline, ...], outward: list[Inline], page: Page, venues: VenueTable) -> tuple[str, bool]:
    """What a leaf begins with, and whether that is a linked title."""
    words, link = first_words(nodes)
    if link is not None and link is nodes[0] and is_emoji(plain((link,))) and len(nodes) > 1:
        return _lead(nodes[1:], outward, page, venues)
    key = _KEY.match(words)
    words = words.strip(_EDGES)
    if words and folded(words.partition(":")[0]) in page.leads and not (link is not None and _is_long(plain((link,)))):
        return "key", False
    if key and key_role(key[1]) and len(words) - key.end() < 200:
        return "key", False
    if not words:
        if link is None or link.kind == "image" or _badge(link, page):
            return ("image" if link is not None else ""), False
        if all(child.kind == "image" or not plain((child,)).strip() for child in link.children) and link.kind == "link":
            return "image", False
        label = plain((link,)).strip(_EDGES)
        if not page.leads_out(link.url):
            return "inward", False
        if link.kind == "autolink" or page.is_label(label):
            told = link.kind == "link" and page.leads_out(link.url) and _TELLS.match(_behind(nodes, link)) is not None
            return ("title", True) if told else ("label", False)
        people = sum(looks_like_name(plain((one,))) for one in outward)
        if people > 1 and people >= 0.7 * len(outward):
            return "names", False
        return ("fact", False) if holds_fact(label) and _is_fact(label, venues) else ("title", True)
    if (
        nodes[0].kind == "strong"
        and len(bold := plain(nodes[0].children).split()) > 1
        and not _is_fact(" ".join(bold), venues)
        and not _are_dated_names(" ".join(bold))
    ):
        return "title", False
    if _are_names(words) or _are_authors(words) or _are_dated_names(words):
        # Names before a linked title begin an entry; names alone say who wrote the one above.
        label = plain((link,)) if link is not None and link.kind == "link" and page.leads_out(link.url) else ""
        return ("title", True) if _is_long(label) and not page.is_label(label) else ("names", False)
    if _is_fact(words, venues) and (link is None or page.is_label(plain((link,)))):
        return "fact", False
    tokens = words.split()
    if link is not None and link.kind == "link" and len(tokens) <= _FEW and page.leads_out(link.url):
        # A number, a bold acronym or a venue may stand before a linked title.
        return "title", not page.is_label(plain((link,))) and not _badge(link, page)
    return "title", False


# A link that words follow behind a dash is what they are about, whatever its own words are.
_TELLS = re.compile(r"[\s)\]|]*(?:[-–—]+|[:：])\s*\w+\s+\w+")


def _behind(nodes: tuple[Inline, ...], link: Inline) -> str:
    """The words behind a link up to the next one, where it stands in no emphasis."""
    for n, node in enumerate(nodes):
        if node is link:
            rest = nodes[n + 1 : n + 3]
            return "".join(one.text for one in rest if one.kind in ("text", "code"))
    return ""


def _are_dated_names(words: str) -> bool:
    """Whether words are names and the year of what they wrote: `Luis Damas and Robin Milner (1982)`."""
    found = _DATED.fullmatch(words.strip(_EDGES + "."))
    if found is None:
        return False
    count = count_names(found[1])
    return count.names == count.parts and (" " in found[1] or count.et_al)


_DATED = re.compile(r"([^()]{4,200}?),?\s*\((?:19|20)\d\d[a-z]?\)?")


def _are_authors(words: str) -> bool:
    """Whether words are a run of authors with hardly more than a venue and a year behind it."""
    end = author_run(words, 0)
    rest = words[end:].split() if end is not None else []
    return end is not None and len(rest) <= _FEW + 1


def _is_long(words: str) -> bool:
    return len(words.split()) > _FEW and not looks_like_name(words)


def _are_names(words: str) -> bool:
    if len(words) > 4000:
        return False
    count = count_names(words)
    return count.parts > (not count.et_al) and count.names >= 0.75 * count.parts


# Volume, issue and pages say nothing of what stands before them.
_PAGES = re.compile(r"\W*(?:vol\.?|no\.?|pp?\.?|pages)?\s*(?!(?:19|20)\d\d\W*$)\d[\d\s:–-]*\W*", re.I)


def _is_fact(words: str, venues: VenueTable) -> bool:
    if len(words) > LONGEST:
        return False
    if date_of(words) is not None:
        return True
    parts = [part for part in re.split(r"[|,\[\]()]\s*", words) if part.strip() and not _PAGES.fullmatch(part)]
    known = sum(date_of(part) is not None or venues.scored(part)[1] >= 2.5 for part in parts)
    return bool(parts) and known == len(parts)
