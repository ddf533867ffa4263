"""The inline content of a candidate, flattened into atoms: the smallest pieces that hold one role.

In go the leaf blocks of a candidate (its paragraphs or cells), out come its atoms in order. Text
is cut at brackets, quotes, dashes, bars, commas and stops, never at a colon inside one style
unless a field's name stands before it (`Authors: …`): cut there, titles fall apart. A link, an image
and a badge are one atom each.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from ..entries.author_run import author_run
from ..entries.badges import badge_image
from ..entries.dates import MONTH_NAME, find_date
from ..entries.people import looks_like_name
from ..markdown import Block, Inline, plain
from ..markdown.scalars import decode
from .page import Page, holds_all
from .vocabulary import AUTHORS, DATE, DESCRIPTION, FACT, LINK, OWN, TITLE, VENUE, folded, holds_fact, key_role

BOLD, ITALIC, CODE, STRIKE = 1, 2, 4, 8
_STYLE = {"strong": BOLD, "emphasis": ITALIC, "strike": STRIKE}

_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# Blanks before a mark are taken from their first one on: tried at each of them, a long run costs its square.
_CUT = re.compile(
    r"\s*\[(?:[JCDMNRP]|J/OL|EB/OL|C/OL)\](?://|\.)?\s*|(?<!\s)(?:\s+[-–—−]+\s+|\s*\|+\s*|\s*[•·]\s+|\s+[/&]\s+|\s*[;；]\s*|\s*[,，、]\s*(?!al\b)(?:(?:and|&)\s+(?=[A-Z]))?"
    r"|\s+and\s+(?=[A-Z])|\s*[:：]\s+$)"
    # `202011 arXiv`: a month before a venue.
    r"|(?<=\b(?:19|20)\d\d[01]\d)\s+(?=[A-Za-z])"
    # `Huang et al.. 2025`
    r"|(?<=\bal)\.{1,2},?\s+(?=(?:19|20)\d\d\b)"
    # A date behind a word (`arXiv 2023.04`) is a fact of its own.
    r"|(?<=[A-Za-z])\s+(?=(?:19|20)\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?(?!\w))"
    # A stop ends a sentence, but not behind an initial, a month or the like.
    rf"|(?<=[^\s.][^\s.A-Z])(?<!\b(?:et|vs|St|Jr|Dr|No))(?<!\b(?:{_MONTHS}))[.。]\s+(?=\S)|(?<=[^\s.][!?？！])\s+(?=\S)|(?<=[A-Z]{{2}})\.\s+(?=[A-Z])"
    rf"|(?<=[^\s\d,.])(?<!\d(?:st|nd|rd|th))\s+(?={MONTH_NAME}\.?,? (?:19|20)\d\d)"
    r"|[()\[\]{}（）【】「」《》“”\"]+|^\s*[:：]\s+|\n"
    # `… for elastic waves: Geophysics, 56, 231`
    r"|:\s+(?=[A-Z][\w .&]{2,50},\s*(?:[Vv]ol\.?\s*|v\.\s*)?\d{1,4},\s*(?:no\.|\d))"
    # `Title by Ada Lovelace`: two capitalised words behind it are a name.
    r"|\s+by\s*$|\s+by\s+(?=[A-Z][\w.'’-]*\s+(?:[A-Z][\w.'’-]*\s+)?[A-Z][\w'’-]+)"
)
# What stays whole inside of a text: words between quotes, an abbreviated journal before its volume, proceedings up to the next mark.
_WHOLE = re.compile(
    r"(?<=[“\"])[^“”\"\n]{12,300}(?=[”\"])"
    r"|(?<![\w.])(?:[A-Z]{2,6} )?(?:[A-Z][A-Za-z]{0,14}\.[-\s]?|(?:of|the|and|in|on|et|de|für) |& ){2,9}(?:[A-Z][A-Za-z]{0,14}\b\.?)?(?=,?\s*(?:[Vv]ol\.?\s*)?\d)"
    r"|(?<![\w.])(?:[A-Z][A-Za-z]{2,14}\.[-\s]?){2,6}(?:[A-Z][A-Za-z]{0,14}\b\.?)?(?=\s*$)"
    r"|(?<=[-–—,;|]\s)(?:[A-Z][A-Za-z]{1,5}\s)?(?:[A-Z][A-Za-z]{1,14}\.\s?){1,6}(?:[A-Z][A-Za-z]+\.?)?(?=\s*$)"
    r"|(?:Proceedings|Proc\.) of (?:the )?[^,;.()\[\]\n]{8,140}"
    r"|(?:\b[A-Z][\w/&-]*\s+){0,6}\b(?:Transactions|Journal|Conference|Symposium|Workshop|Letters|Annals|Archives|Advances|Bulletin|Magazine)s?"
    r"\s+(?:on|of|in|for)\s+[A-Z][^,;:()\[\]|\n.'’\"”]{2,120}"
)
_WHOLE_HINT = re.compile(
    r"[\"“]|\.\s|Proceed|Transac|Journal|Confer|Sympos|Worksh|Letters|Annals|Archives|Advances|Bulletin|Magazine"
)
# What a link's words hold besides a title: a year before it, who wrote it.
_CUT_LINK = re.compile(
    r"^(?:19|20)\d\d\s+(?=[A-Z])|\sby\s+[A-Z][\w.'’-]*\s+(?:[A-Z][\w.'’-]*\s+)?[A-Z][\w'’-]+(?:,| and |$)"
)
_AND = re.compile(r"\s+(?:and|&)\s+")
_OF_VENUES = re.compile(
    r"\b(?:IEEE|ACM|Journal|Conference|Workshop|Symposium|Transactions|Proceedings|International|Annual|Advances|Annals)\b"
)
_LEADING_YEAR = re.compile(r"(?:19|20)\d\d\s+(?=[A-Z])")
# A number that counts the entries: `12.`, `[3]`.
_ORDINAL = re.compile(r"\s*(?:\[\^?\d{1,3}\](?!\():?|\(\d{1,3}\)|\d{1,3}[.)、](?=\s|[A-Z\[“\"]))\s*")
_BY = re.compile(r"(?:[Bb]y|[Ff]rom|[Aa]uthors?:|作者：?)\s+(?=\S)")
# What heads a line before its title: a date, a venue with its year, two names or more.
_HEAD = re.compile(r"[^:：\n]{2,90}[:：]\s+(?=\S)")
_VENUE_YEAR = re.compile(r"[A-Z][\w&/.@ -]{1,30}?[ ,-]*(?:['’‘]?\d\d|(?:19|20)\d\d)")
_KEY = re.compile(r"^\W{0,4}(?P<key>(?P<name>[\w ;/]{2,24}?)(?:\s?[(（][^()（）]{1,16}[)）])?)\s*[:：]\s*(?=\S|$)")
# A stop before a word is part of it (`.NET`), one behind it ends a sentence.
# What stands between two blocks, or at a line break that the page shows; a line that is only wrapped ends in "\n".
BORDER = "\n\n"
_ANYWHERE = frozenset((TITLE, AUTHORS, VENUE, DATE, LINK, DESCRIPTION))
_LEFT_EDGE = " \t\n\r,:;|*_`~-–—−·•>，。：；、"
_EDGE = " \t\n\r.,:;|*_`~-–—−·•>，。：；、"
_OPEN = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "「": "」", "《": "》", "“": "”", '"': '"'}


class Piece(NamedTuple):
    """A run of visible text: where it stands in the candidate's seen text and in the source."""

    first: int
    last: int
    start: int
    style: int
    literal: bool
    words: str


class Atom(NamedTuple):
    """The smallest piece that holds one role.

    `first`, `last` are offsets into the candidate's seen text; `start`, `end` into the source.
    `before` is the seen text between this atom and the one before. `line` counts the candidate's
    lines as the author broke them, `cell` its cells.
    """

    kind: str
    """text, link, badge, image, key, or target: the address of a link whose words are atoms of their own."""
    first: int
    last: int
    start: int
    end: int
    style: int
    enclosed: str
    before: str
    line: int
    cell: int
    node: Inline | None = None
    key: str = ""
    """The role that a table's header or a `Key:` before it announces."""
    name: str = ""
    """That header's or key's own words."""
    part: bool = False
    """Whether its block says more of the candidate's first."""
    in_link: bool = False
    """Whether a target follows that these words are linked to."""
    label: int = 0
    """Whether it is a link whose words say what it opens rather than what it is about: 2 if all of them do, 1 if most."""


class Flat(NamedTuple):
    """A candidate's visible text with its atoms."""

    seen: str
    atoms: list[Atom]


def flatten(page: Page, leaves: Iterable[tuple[Block, str, int, str]], whole_links: bool = False) -> Flat:
    """The atoms of leaf blocks; each comes with the role that its column's header announces, its cell and that header.

    With `whole_links` every link is one atom, even if its words hold a venue or a date.
    """
    builder = _Builder(page, whole_links)
    for number, (block, key, cell, name) in enumerate(leaves):
        builder.leaf(block, key, cell, name, number)
    seen = "".join(builder.words)
    last, atoms = 0, []
    for atom in builder.atoms:
        atoms.append(atom._replace(before=seen[last : atom.first]))
        last = atom.last
    return Flat(seen, atoms)


class _Builder:
    def __init__(self, page: Page, whole_links: bool) -> None:
        self.page = page
        self.document = page.document
        self.whole_links = whole_links
        self.atoms: list[Atom] = []
        self.words: list[str] = []
        self.size = 0
        self.pieces: list[Piece] = []
        self.line = self.cell = 0
        self.key = self.name = ""
        self.part = self.in_link = False
        self.enclosed: list[str] = []

    def leaf(self, block: Block, key: str, cell: int, name: str, number: int) -> None:
        self.part = number > 0 and cell == self.cell
        self.cell, self.key, self.name = cell, key, name
        if number:
            self.say(BORDER, block.start, 0, False)
            self.line += 1
        self.enclosed.clear()
        self.walk(self.document.content(block), 0)
        self.flush()

    def say(self, words: str, start: int, style: int, literal: bool) -> None:
        self.pieces.append(Piece(self.size, self.size + len(words), start, style, literal, words))
        self.words.append(words)
        self.size += len(words)

    def walk(self, nodes: tuple[Inline, ...], style: int) -> None:
        for node in nodes:
            if node.kind == "text":
                self.text(node, style)
            elif node.kind == "code":
                self.say(node.text, node.inner_start, style | CODE, node.inner_end - node.inner_start == len(node.text))
            elif node.kind in ("link", "autolink", "image"):
                self.whole(node, style)
            elif node.kind in ("soft_break", "hard_break"):
                self.line_break(node)
            elif node.kind != "html":
                self.walk(node.children, style | _STYLE[node.kind])

    def text(self, node: Inline, style: int) -> None:
        raw = self.document.text[node.start : node.end]
        if raw == node.text:
            self.say(raw, node.start, style, True)
            return
        # Escapes and entities: seen text and source run apart, so each is a piece of its own.
        for found in _RAW.finditer(raw):
            chunk = found[0]
            seen = chunk if found["plain"] is not None else decode(chunk)
            self.say(seen, node.start + found.start(), style, len(seen) == len(chunk))

    def line_break(self, node: Inline) -> None:
        # Blanks before it are seen by nobody.
        while self.pieces and self.pieces[-1].words.endswith((" ", "\t")):
            piece = self.pieces.pop()
            words = piece.words.rstrip(" \t")
            self.size = piece.first + len(words)
            self.words[-1] = words
            if words:
                self.pieces.append(piece._replace(last=self.size, words=words))
            else:
                self.words.pop()
        if node.kind == "soft_break" and _is_wrapped(self.document.text, node):
            self.say(" ", node.start, self.pieces[-1].style if self.pieces else 0, True)
            return
        self.say("\n" if node.kind == "soft_break" else BORDER, node.start, 0, False)
        self.flush()
        self.line += 1

    def whole(self, node: Inline, style: int) -> None:
        """A link or image is one atom."""
        self.flush()
        image = node if node.kind == "image" else _only_image(node)
        if image is not None:
            label = plain(image.children)
            kind = "badge" if badge_image(image.url) is not None else "image"
        else:
            label = node.text if node.kind == "autolink" else _label(node)
            kind = "link"
        if (
            node.kind == kind == "link"
            and not self.whole_links
            and (
                holds_fact(label)
                or _CUT_LINK.search(label)
                or _is_parted(node)
                or (self.page.cuts_links and holds_all(label))
            )
            and not self.page.is_label(label)
        ):
            self.label(node, style)
            return
        first = self.size
        self.words.append(label or "\ufffc")
        self.size += len(label or "\ufffc")
        self.atom(kind, first, self.size, node.start, node.end, style | _inner_style(node), node, label)

    def label(self, node: Inline, style: int) -> None:
        """A link whose words hold a venue, a date or names: each is an atom, and the address another."""
        self.in_link, outside = True, list(self.enclosed)
        self.enclosed.append("[")
        self.walk(node.children, style)
        self.flush()
        self.enclosed = outside
        self.atom("target", self.size, self.size, node.inner_end, node.end, style, node)
        self.in_link = False

    def atom(
        self,
        kind: str,
        first: int,
        last: int,
        start: int,
        end: int,
        style: int,
        node: Inline | None = None,
        words: str = "",
    ) -> None:
        enclosed = self.enclosed[-1] if self.enclosed else ""
        self.atoms.append(
            Atom(
                kind,
                first,
                last,
                start,
                end,
                style,
                enclosed,
                "",
                self.line,
                self.cell,
                node,
                self.key,
                self.name,
                self.part,
                self.in_link,
                self.page.label(words) if node is not None and kind == "link" else 0,
            )
        )

    def flush(self) -> None:
        """Cut the pieces said so far into atoms; a style's border cuts too, but not within a bold title (`**Learning *in vivo* Dynamics**`)."""
        pieces, self.pieces = self.pieces, []
        start = 0
        while start < len(pieces):
            style = pieces[start].style
            stop = start + 1
            while stop < len(pieces) and pieces[stop].style == style:
                stop += 1
            if style & BOLD and stop < len(pieces) and pieces[stop].style & BOLD:
                last = stop
                while last < len(pieces) and pieces[last].style & BOLD:
                    last += 1
                words = "".join([piece.words for piece in pieces[start:last]])
                if self.is_title(words):
                    at = self.lead(words, 0, pieces[start:last], pieces[start].first, BOLD)
                    self.piece_atom("text", words, at, len(words), pieces[start:last], pieces[start].first, BOLD)
                    start = last
                    continue
            following = pieces[stop].words.lstrip()[:1] if stop < len(pieces) else ""
            if not (style and following in (":", "：") and following and self.styled_key(pieces[start:stop])):
                self.cut(pieces[start:stop])
            start = stop

    def styled_key(self, pieces: list[Piece]) -> bool:
        """Read words in emphasis before a colon (`**Authors**: …`) as a field's name; whether they are one."""
        words = "".join([piece.words for piece in pieces])
        key = _KEY.match(words + ":")
        role = self.announced(key, pieces[0].style) if key is not None and key.end() > len(words) else ""
        if key is None or not role:
            return False
        self.piece_atom("key", words, key.start("key"), key.end("key"), pieces, pieces[0].first, pieces[0].style)
        self.key, self.name = role, key["key"].strip()
        return True

    def cut(self, pieces: list[Piece]) -> None:
        base = pieces[0].first
        words = "".join([piece.words for piece in pieces])
        if words.isspace():
            return
        style = pieces[0].style
        at = 0
        if (":" in words or "：" in words) and (key := _KEY.match(words)) and (role := self.announced(key, style)):
            self.piece_atom("key", words, key.start("key"), key.end("key"), pieces, base, style)
            self.key, self.name = role, key["key"].strip()
            at = key.end()
        at = self.lead(words, at, pieces, base, style)
        whole = self.whole_run(words, at, style)
        for low, high in whole:
            at = self.cut_text(words, at, low, pieces, base, style)
            self.piece_atom("text", words, low, high, pieces, base, style)
            at = high
        at = self.cut_text(words, at, len(words), pieces, base, style)
        self.piece_atom("text", words, at, len(words), pieces, base, style)

    def cut_text(self, words: str, at: int, stop: int, pieces: list[Piece], base: int, style: int) -> int:
        """Cut a text up to a place; the rest, which may go on behind it, begins at what is returned."""
        for found in _CUT.finditer(words, at, stop):
            if _AND.fullmatch(found[0]) and _OF_VENUES.search(words, at, found.start()):
                continue  # `IEEE Robotics and Automation Letters`
            self.piece_atom("text", words, at, found.start(), pieces, base, style)
            self.track_brackets(found[0])
            at = found.end()
        if stop < len(words):
            self.piece_atom("text", words, at, stop, pieces, base, style)
            at = stop
        return at

    def lead(self, words: str, at: int, pieces: list[Piece], base: int, style: int) -> int:
        """Part what heads a line from it: a number, `by`, or what a colon sets apart though it is no field's name."""
        if not self.atoms and (number := _ORDINAL.match(words, at)) and (number.end() < len(words) or not at):
            at = number.end()
        if self.in_link and (not self.atoms or not self.atoms[-1].in_link) and (year := _LEADING_YEAR.match(words, at)):
            self.piece_atom("text", words, at, year.end(), pieces, base, style)
            at = year.end()
        if self.atoms and (by := _BY.match(words, _skip(words, at))) and words[by.end()].isupper():
            return by.end()
        if self.key in ("", AUTHORS) and not style & BOLD:
            first = _skip(words, at)
            # Behind a name that is a link, the names go on.
            goes_on = bool(self.atoms) and self.atoms[-1].line == self.line and "," in words[at:first]
            if not goes_on and (end := author_run(words, first)) is not None:
                before, self.key = self.key, AUTHORS
                self.piece_atom("text", words, first, end, pieces, base, style)
                self.key = before
                return end
        if (not self.atoms or self.atoms[-1].line != self.line) and (head := _HEAD.match(words, at)):
            said = words[at : head.end()].rstrip(" :：")
            if _heads(said):
                self.piece_atom("text", words, at, at + len(said), pieces, base, style)
                at = head.end()
        return at

    def whole_run(self, words: str, at: int, style: int) -> list[tuple[int, int]]:
        """Where texts stand that are not cut."""
        if style & BOLD and self.is_title(words[at:]):
            return [(at, len(words))]
        if (style & (ITALIC | CODE) or self.key == VENUE) and self.is_venue_name(words[at:]):
            return [(at, len(words))]
        if _WHOLE_HINT.search(words, at):
            return [found.span() for found in _WHOLE.finditer(words, at)]
        return []

    def is_title(self, words: str) -> bool:
        """Whether a bold run is one title: some words without a year, a bar or names."""
        return (
            len(words) <= _LONGEST_TITLE
            and len(words.split()) >= _TITLE_WORDS
            and not _PARTED.search(words)
            and not FACT.search(words)
            and not self.are_names(words)
        )

    def is_venue_name(self, words: str) -> bool:
        """Whether a run in italics or a venue's cell is one name: `*Security and Communication Networks*`, `*Geophys. Res. Lett.*`."""
        return (
            1 < len(words.split()) <= _LONGEST_NAME
            and FACT.search(words) is None
            and not re.search(r"[,;|()\n]", words)
            and not self.are_names(words)
        )

    @staticmethod
    def are_names(words: str) -> bool:
        parts = [
            part for part in re.split(r"\s*[,;，、]\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*", words.strip(_EDGE)) if part
        ]
        return len(parts) > 1 and 4 * sum(map(looks_like_name, parts)) >= 3 * len(parts)

    def announced(self, key: re.Match[str], style: int) -> str:
        """The role that a `Key:` announces. In the first line a title may begin with any word."""
        own = self.part and (style & BOLD or key.end() == len(key.string) or folded(key["key"]) in self.page.leads)
        role = key_role(key["name"]) or (OWN if own else "")
        return role if self.part or role in _ANYWHERE else ""

    def piece_atom(
        self, kind: str, words: str, first: int, last: int, pieces: list[Piece], base: int, style: int
    ) -> None:
        while first < last and (
            words[first] in _LEFT_EDGE
            or (words[first] == "." and words[first + 1 : first + 2] in ("", " "))
            or (words[first] > "\u2000" and _is_mark(words[first]))
        ):
            first += 1
        while last > first and (words[last - 1] in _EDGE or (words[last - 1] > "\u2000" and _is_mark(words[last - 1]))):
            last -= 1
        if last > first:
            start, end = _source(pieces, base + first), _source(pieces, base + last - 1) + 1
            self.atom(kind, base + first, base + last, start, end, style)

    def track_brackets(self, separator: str) -> None:
        for char in separator:
            if self.enclosed and char == _OPEN[self.enclosed[-1]]:
                self.enclosed.pop()
            elif char in _OPEN:
                self.enclosed.append(char)


# A bold run of so many words, and no longer than that, is a title rather than several fields.
_TITLE_WORDS, _LONGEST_TITLE = 3, 220
_LONGEST_NAME = 10
_PARTED = re.compile(r"\s\|\s|\||[;；]\s|\n|\b[A-Z]{4,}\)")


def _skip(words: str, at: int) -> int:
    """Past the marks before a word."""
    while at < len(words) and words[at] in _LEFT_EDGE:
        at += 1
    return at


def _heads(said: str) -> bool:
    """Whether words before a colon are a date, a venue with its year, or names: no title begins with them."""
    if (found := find_date(said, short=True)) is not None and not re.search(
        r"\w", said[: found.start] + said[found.end :]
    ):
        return True
    if _VENUE_YEAR.fullmatch(said) and len(said.split()) <= 4:
        return True
    names = re.split(r",\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*", said)
    return len(names) > 1 and all(" " in name and looks_like_name(name) for name in names)


def _is_wrapped(text: str, node: Inline) -> bool:
    """Whether a line was only wrapped: it breaks off amid a sentence, and the next one goes on with it."""
    before = text[max(0, node.start - _WRAPPED) : node.start]
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :].rstrip()
    after = _NEXT_WORD.match(text, node.end)
    if after is None or len(line) < _SHORTEST_WRAPPED or (not line[-1:].isalnum() and line[-1] not in ",-"):
        return False
    return after[1].islower() or (line[-1] in ",-" and after[1].isalnum())


_WRAPPED, _SHORTEST_WRAPPED = 200, 40
_NEXT_WORD = re.compile(r"[\s>]*([^\W_])")


def _is_mark(char: str) -> bool:
    """Whether a character is an emoji, a star or what joins them: it decorates words, and is none."""
    return char in "\u200b\u200d\ufe0e\ufe0f" or unicodedata.category(char) in ("So", "Sk")


def _source(pieces: list[Piece], seen: int) -> int:
    """Where a seen character stands in the source."""
    piece = pieces[bisect_right(pieces, seen, key=lambda piece: piece.first) - 1]
    return piece.start + (seen - piece.first if piece.literal else 0)


_RAW = re.compile(r"(?P<plain>[^\\&]+)|\\[!-/:-@\[-`{-~]|&(?:#\w{1,8}|\w{1,32});|[\\&]")


def _only_image(node: Inline) -> Inline | None:
    """The image of a link that holds nothing else."""
    children = [child for child in node.children if child.kind != "text" or child.text.strip()]
    return children[0] if len(children) == 1 and children[0].kind == "image" else None


def _is_parted(node: Inline) -> bool:
    """Whether a link's words stand on two lines, or part in bold and part in italics: a title and who wrote it."""
    kinds = {child.kind for child in node.children}
    return "hard_break" in kinds or {"strong", "emphasis"} <= kinds


def _label(node: Inline) -> str:
    """The words of a link; what a picture among them says only where there are no others."""
    words = plain([child for child in node.children if child.kind != "image"])
    return words if words.strip() else plain(node.children)


def _inner_style(node: Inline) -> int:
    """The style of a link's whole label: `[**Title**](url)`."""
    style = 0
    children = node.children
    while len(children) == 1 and (children[0].kind in _STYLE or children[0].kind == "code"):
        style |= _STYLE.get(children[0].kind, CODE)
        children = children[0].children
    return style
