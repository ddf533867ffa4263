"""What a whole page tells of its pieces: the words that label links in it, and whether files beside it are what it lists.

In goes a document, out comes a `Page`. An image that stands at many places is a badge, whoever serves it. A link's words that open many targets in many places (`MJCF`, `Website`, `论文`) say what is opened, not what
it is about, whether they are known or not. Where hardly a link leads out of the repository, links to its own files are the list's links; elsewhere they lead about the
list, also where they are written as whole addresses.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import NamedTuple
from urllib.parse import unquote

from ..entries.badges import BadgeImage, badge_image
from ..entries.letters import fold
from ..entries.papers import leads_out, without_scheme
from ..entries.venues import VenueTable
from ..markdown import Block, Document, Inline, plain
from .vocabulary import folded, holds_fact, is_label, is_only_label
from .wrapping import width_of

# Words that open so many targets, each in another block, are a label. Of 7 lists with labels of their own the rarest was used 4 times.
RECURS = 4
# So many of the links with more than a label's words hold a whole entry, where a list writes so.
MOSTLY_CUT = 0.6
LONGEST_LABEL = 24
# So many paragraphs that begin with the same few words say the same of their entries.
LEADS, LONGEST_LEAD = 8, 4
MOST_WORDS = 3
# So many words are a title even where they open a file of notes beside the page.
LEAST_TITLE = 5
# Where fewer of a page's links lead out, its own files are what it lists.
MOSTLY_LOCAL = 0.5
LEAST_LOCAL = 3
# Images of one folder elsewhere that stand at so many places, each at about so many, say what something is rather than showing it.
LEAST_IMAGES, TIMES = 4, 3
_IMAGE = re.compile(r"!\[[^\]\n]*\]\(\s*<?(https?://[^)>\s]+)|<img\b[^>]*?\bsrc\s*=\s*[\"'](https?://[^\"']+)", re.I)
# Pages, folders and headings of a repository; its name says that it is a list.
_OF_LIST = re.compile(
    r"github\.com/(?P<repo>[\w.-]+/[\w.-]*(?:awesome|papers|list|survey|reading)[\w.-]*)"
    r"/?(?:#.+|(?:blob|tree)/[^#?]*?(?:/[^./#?]*|\.(?:md|markdown|rst))/?(?:[?#].*)?|wiki(?:[/#].*)?)$",
    re.I,
)
# So many links, of a few words each, lead about the list; where hardly another leads out, they are what it lists.
LEAST_ABOUT, MOST_ABOUT = 4, 0.8
_DOCUMENT = re.compile(
    r"(?!#|mailto:|[a-z]+://)[^#?\s][^#?]*\.(?:pdf|ps|ps\.gz|djvu|pptx?|docx?|html?|ipynb|epub|bib)(?:[#?].*)?$", re.I
)
_FILE = re.compile(
    r"(?!#|mailto:|[a-z]+://)(?!(?:[^#?]*/)?(?:contributing|code[-_]of[-_]conduct|licen[cs]e|changelog|security)\b)"
    r"[^#?\s][^#?]*\.(?:md|markdown|rst|txt)(?:[#?].*)?$",
    re.I,
)
# A folder beside the page: its name has no ending.
_FOLDER = re.compile(r"(?!#|mailto:|[a-z]+://)(?:[^#?.\s]|\./)[^#?.\s]*$", re.I)


PageKey = tuple[frozenset[str], frozenset[str], bool, bool, int, frozenset[str], frozenset[str]]


class Page(NamedTuple):
    """A document with what was counted over all of it."""

    document: Document
    labels: frozenset[str] = frozenset()
    """Words, folded, that label links here although they are in no vocabulary."""
    leads: frozenset[str] = frozenset()
    """Words, folded, that so many pieces begin with that they announce a field: `Published in`, `Context`."""
    cuts_links: bool = False
    """Whether most links hold a whole entry in their words: `[Title — Authors (Venue, 2020)](…)`."""
    local: bool = False
    """Whether files of the repository are what the page lists."""
    width: int = 0
    """The width in characters at which the page's lines are wrapped; 0 where breaks are meant to be seen."""
    icons: frozenset[str] = frozenset()
    """The addresses of images that stand at many places."""
    about: frozenset[str] = frozenset()
    """The addresses of pages and headings of the list's own repository."""

    @property
    def key(self) -> PageKey:
        """What decides of a leaf's reading besides its own words."""
        return self.labels, self.leads, self.cuts_links, self.local, self.width, self.icons, self.about

    def badge_image(self, url: str) -> BadgeImage | None:
        """What the badge at an address shows; None if the image is no badge."""
        found = badge_image(url)
        return BadgeImage("", "") if found is None and url in self.icons else found

    def is_label(self, text: str) -> bool:
        """Whether a link's words say what it opens."""
        return is_label(text) or (bool(self.labels) and folded(text) in self.labels)

    def label(self, text: str) -> int:
        """2 if a link's words are a label and nothing else, 1 if most of them are, 0 for others."""
        if self.labels and folded(text) in self.labels:
            return 2
        return is_label(text) + is_only_label(text)

    def leads_out(self, url: str) -> bool:
        """Whether a link opens something that a list could be about: another site, or a document beside the page."""
        if url in self.about:
            return False
        return leads_out(url) or (self.local and any(one.match(url) for one in (_DOCUMENT, _FILE, _FOLDER)))


def _is_own_folder(words: str, url: str) -> bool:
    """Whether a link opens a folder beside the page that is called as its words are: `[A Study of Rivers](A-Study-of-Rivers)`."""
    if _FOLDER.match(url) is None:
        return False
    name = fold(unquote(url).rstrip("/").rpartition("/")[2])
    return len(words.split()) > MOST_WORDS and 2 * len(name) > len(fold(words)) and name in fold(words)


def opens_document(url: str) -> bool:
    """Whether a link opens a document beside the page: `pdf/a.pdf`."""
    return _DOCUMENT.match(url) is not None


def page_of(document: Document, venues: VenueTable) -> Page:
    """Count a document's links."""
    targets: dict[str, set[str]] = defaultdict(set)
    blocks: dict[str, set[int]] = defaultdict(set)
    leads: Counter[str] = Counter()
    out = local = long = holding = 0
    paragraphs: list[Block] = []
    about: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for top in document.blocks:
        for block in top.walk():
            if not block.lines or block.children or block.kind == "heading":
                continue
            if block.kind == "paragraph":
                paragraphs.append(block)
            lead = _lead(document, block)
            if lead:
                leads[lead] += 1
            for words, url in _links(document, block):
                if leads_out(url):
                    out += 1
                    if (own := _OF_LIST.match(without_scheme(url))) is not None:
                        about[own["repo"].lower()].append((words, url))
                    if len(words.split()) > MOST_WORDS:
                        long += 1
                        holding += holds_all(words)
                elif (
                    _DOCUMENT.match(url)
                    or (_FILE.match(url) and ("#" in url or len(words.split()) > LEAST_TITLE))
                    or _is_own_folder(words, url)
                ):
                    local += 1
                if url and len(words) <= LONGEST_LABEL and not url.startswith("#"):
                    name = folded(words)
                    targets[name].add(url)
                    blocks[name].add(block.start)
    labels = frozenset(
        name
        for name, opened in targets.items()
        if len(opened) >= RECURS
        and len(blocks[name]) >= RECURS
        and name
        and len(name.split()) <= MOST_WORDS
        and not holds_fact(name)
        and not is_label(name)
        and venues.alias(name) is None
    )
    recurring = frozenset(
        lead for lead, times in leads.items() if times >= LEADS and not holds_fact(lead) and venues.alias(lead) is None
    )
    cuts = holding >= RECURS and holding >= MOSTLY_CUT * long
    is_local = local >= LEAST_LOCAL and out < MOSTLY_LOCAL * (out + local)
    width = width_of(document, paragraphs)
    return Page(document, labels, recurring, cuts, is_local, width, _icons(document.text), _about(about, out))


def _icons(text: str) -> frozenset[str]:
    """The addresses of images from elsewhere that stand at many places of a text."""
    folders: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in _IMAGE.findall(text):
        url = one or other
        folders[url.partition("?")[0].rpartition("/")[0]][url] += 1
    used = (
        times for times in folders.values() if times.total() >= LEAST_IMAGES and times.total() >= TIMES * len(times)
    )
    return frozenset(url for times in used for url in times)


def _about(links: dict[str, list[tuple[str, str]]], out: int) -> frozenset[str]:
    """The addresses among a list's links that lead about the list itself; `out` is how many links lead out in all."""
    found: set[str] = set()
    for named in links.values():
        opened = {url for _, url in named}
        short = sum(len(words.split()) <= LEAST_TITLE for words, _ in named) >= MOST_ABOUT * len(named)
        if len(opened) >= LEAST_ABOUT and short and len(named) < MOST_ABOUT * out:
            found |= opened
    return frozenset(found)


# A venue with its year at the end of a link's words, in brackets or behind a comma.
_ALL = re.compile(
    r",\s+[A-Z][\w&/ .-]{1,40}?(?:,?[ ](?:19|20)\d\d|['’‘]\d\d)\.?\s*$|\((?:[^()]*\b(?:19|20)\d\d\b(?:[^()]|\([^()]*\))*|[^()]*\([^()]*\b(?:19|20)\d\d\)[^()]*|[A-Z][\w@/& -]{1,20}?[ ]?['’‘]?\d\d)\)\.?\s*$"
)


def holds_all(words: str) -> bool:
    """Whether a link's words end as a whole entry does: `Title — Authors (Venue, 2020)`, `Title (OSDI'20)`."""
    return _ALL.search(words) is not None


def _lead(document: Document, block: Block) -> str:
    """The few words that a paragraph begins with before a short link, or before a colon; nothing for others."""
    if block.kind != "paragraph":
        return ""
    words, link = first_words(document.content(block))
    lead, colon, rest = words.partition(":")
    nodes = document.content(block)
    if not colon and (not nodes or nodes[0].kind != "strong"):
        return ""  # a field's name is in bold, or a colon ends it
    if link is None and not rest.strip():
        return ""
    if link is not None and not colon and len(plain((link,)).split()) > MOST_WORDS:
        return ""
    name = folded(lead)
    return name if 0 < len(name.split()) <= LONGEST_LEAD and len(name) <= 2 * LONGEST_LABEL else ""


def _links(document: Document, block: Block) -> list[tuple[str, str]]:
    """The words and targets of a leaf's links, pictures left out."""
    nodes = (node for top in document.content(block) for node in top.walk())
    return [(plain(node.children).strip(), node.url) for node in nodes if node.kind == "link" and node.children]


def first_words(nodes: tuple[Inline, ...]) -> tuple[str, Inline | None]:
    """The words of the first line up to its first link or image, and that."""
    words: list[str] = []
    for node in nodes:
        if node.kind in ("link", "autolink", "image"):
            return "".join(words), node
        if node.kind in ("soft_break", "hard_break"):
            if "".join(words).strip():
                break
        elif node.kind in ("text", "code"):
            words.append(node.text)
        elif node.children:
            more, link = first_words(node.children)
            words.append(more)
            if link is not None:
                return "".join(words), link
    return "".join(words), None
