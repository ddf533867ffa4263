"""The inline content of a candidate, flattened into atoms: the smallest pieces that hold one role.

In go the leaf blocks of a candidate (its paragraphs or cells), out come its atoms in order. Text
is cut at brackets, quotes, dashes, bars, commas and stops, never at a colon inside one style
unless a field's name stands before it (`Authors: …`): cut there, titles fall apart. A link, an image
and a badge are one atom each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from ..entries.author_run import author_run
from ..entries.names import looks_like_name
from ..markdown import Block, Inline, plain
from ..markdown.scalars import decode
from .atom import Atom, Flat, Piece
from .cuts import (
    AND,
    BOLD,
    BY,
    CODE,
    CUT,
    EDGE,
    EDITORS,
    GBT,
    INLINE_KEY,
    JOINTLY,
    KEY,
    LEFT_EDGE,
    ORDINAL,
    YEAR_BEHIND,
    all_authors,
    are_authors,
    inner_run,
    is_mark,
    is_named,
    is_title,
    joins_venue,
    skip_marks,
    tails,
    unparted,
    unquoted,
    whole_run,
)
from .emphasis import levelled
from .line_heads import HEAD, LEADING_YEAR, heads_line, leads_title, named_year, year_named
from .link_words import STYLES, holds_more, inner_style, label_of, only_image
from .page import Page
from .vocabulary import AUTHORS, DATE, DESCRIPTION, LINK, OWN, TITLE, VENUE, folded, key_role
from .wrapping import is_full, is_wrapped

# A stop before a word is part of it (`.NET`), one behind it ends a sentence.
# What stands between two blocks, or at a line break that the page shows; a line that is only wrapped ends in "\n".
BORDER = "\n\n"
_ANYWHERE = frozenset((TITLE, AUTHORS, VENUE, DATE, LINK, DESCRIPTION))
_OPEN = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "「": "」", "《": "》", "“": "”", "«": "»", '"': '"'}


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
        self.part = self.in_link = self.has_run = self.placed = False
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
                self.walk(node.children, style | STYLES[node.kind])

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
        text = self.document.text
        if node.kind == "soft_break" and (is_wrapped(text, node) or is_full(text, node, self.page.width)):
            self.say(" ", node.start, self.pieces[-1].style if self.pieces else 0, True)
            return
        self.say("\n" if node.kind == "soft_break" else BORDER, node.start, 0, False)
        self.flush()
        self.line += 1

    def whole(self, node: Inline, style: int) -> None:
        """A link or image is one atom."""
        self.flush()
        image = node if node.kind == "image" else only_image(node)
        if image is not None:
            label = plain(image.children)
            kind = "badge" if self.page.badge_image(image.url) is not None else "image"
        else:
            label = node.text if node.kind == "autolink" else label_of(node)
            kind = "link"
        if node.kind == kind == "link" and not self.whole_links and holds_more(node, label, self.page):
            self.label(node, style)
            return
        first = self.size
        self.words.append(label or "\ufffc")
        self.size += len(label or "\ufffc")
        self.atom(kind, first, self.size, node.start, node.end, style | inner_style(node), node, label)

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
        label = self.page.label(words) if node is not None and kind == "link" else 0
        self.atoms.append(
            Atom(
                kind, first, last, start, end, style, enclosed, "", self.line, self.cell, node, self.key, self.name,
                self.part, self.in_link, label,
            )
        )  # fmt: skip

    def flush(self) -> None:
        """Cut the pieces said so far into atoms; a style's border cuts too, but not within a bold title (`**Learning *in vivo* Dynamics**`)."""
        pieces, self.pieces = levelled(self.pieces), []
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
                if is_title(words):
                    at = self.lead(words, 0, pieces[start:last], pieces[start].first, BOLD)
                    self.piece_atom("text", words, at, len(words), pieces[start:last], pieces[start].first, BOLD)
                    start = last
                    continue
            following = pieces[stop].words.lstrip()[:1] if stop < len(pieces) else ""
            if not (style and following in (":", "：") and self.styled_key(pieces[start:stop])):
                self.cut(pieces[start:stop])
            start = stop

    def styled_key(self, pieces: list[Piece]) -> bool:
        """Read words in emphasis before a colon (`**Authors**: …`) as a field's name; whether they are one."""
        words = "".join([piece.words for piece in pieces])
        key = KEY.match(words + ":")
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
        if (":" in words or "：" in words) and (key := KEY.match(words)) and (role := self.announced(key, style)):
            if not (self.in_link and role == LINK):  # `[Paper: A Title](…)` opens a paper and has a title
                self.piece_atom("key", words, key.start("key"), key.end("key"), pieces, base, style)
                self.key, self.name = role, key["key"].strip()
            at = key.end()
        at = self.lead(words, at, pieces, base, style)
        if ":" in words or "：" in words:
            for key in INLINE_KEY.finditer(words, at):
                role = key_role(key["key"])
                if role in _ANYWHERE and (role != LINK or key[0].strip()[0] in "|｜;；•·"):
                    self.cut_run(words[: key.start()], at, pieces, base, style)
                    self.piece_atom("key", words, key.start("key"), key.end("key"), pieces, base, style)
                    self.key, self.name = role, key["key"].strip()
                    at = key.end()
        self.cut_run(words, at, pieces, base, style)

    def cut_run(self, words: str, at: int, pieces: list[Piece], base: int, style: int) -> None:
        """Cut a text from a place on that holds no field's name."""
        if self.key == "" and not self.has_run and (run := inner_run(words, at)) is not None:
            self.has_run = True
            self.cut_run(words[: run[0]], at, pieces, base, style)
            at = self.authors(words, *run, pieces, base, style)
        whole = whole_run(words, at, style, self.key == VENUE)
        for low, high in tails(words, at):
            if low < at:
                continue
            self.placed = True
            at = self.cut_whole(words[:low], at, whole, pieces, base, style)
            self.placed = False
            self.track_brackets(words[low:high])
            at = high
        self.cut_whole(words, at, whole, pieces, base, style)

    def cut_whole(
        self, words: str, at: int, whole: list[tuple[int, int]], pieces: list[Piece], base: int, style: int
    ) -> int:
        """Cut a text from a place on, apart from what in it is one whole; returns where it ends."""
        for low, high in whole:
            high = min(high, len(words))
            if at <= low < high:
                at = self.cut_text(words, at, low, pieces, base, style)
                self.piece_atom("text", words, low, high, pieces, base, style)
                at = high
        at = self.cut_text(words, at, len(words), pieces, base, style)
        self.piece_atom("text", words, at, len(words), pieces, base, style)
        return len(words)

    def cut_text(self, words: str, at: int, stop: int, pieces: list[Piece], base: int, style: int) -> int:
        """Cut a text up to a place; the rest, which may go on behind it, begins at what is returned."""
        glued = unparted(words)
        for found in CUT.finditer(words, at, stop):
            if glued and any(first < found.end() and found.start() < last for first, last in glued):
                continue
            if YEAR_BEHIND.match(words, found.start()) and not is_named(words[at : found.start()]):
                continue
            if found[0].strip() == "by" and found.end() < len(words) and not are_authors(words[found.end() :]):
                continue
            if AND.fullmatch(found[0]) and (self.key == VENUE or joins_venue(words, at, found, self.placed)):
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
        if not self.atoms and (number := ORDINAL.match(words, at)) and (number.end() < len(words) or not at):
            at = number.end()
        opens = not self.atoms or (self.in_link and not self.atoms[-1].in_link)
        if opens and (year := LEADING_YEAR.match(words, at)) and (self.in_link or leads_title(words[at:])):
            self.piece_atom("text", words, at, year.end("year"), pieces, base, style)
            at = year.end()
        if self.atoms and (by := BY.match(words, skip_marks(words, at))) and words[by.end()].isupper():
            return by.end()
        if self.key in ("", AUTHORS, TITLE) and (not style & BOLD or GBT.search(words, at) or all_authors(words, at)):
            first = skip_marks(words, at)
            # Behind a name that is a link, the names go on.
            goes_on = "," in words[at:first] and self.follows_name()
            if not (goes_on or self.has_run) and (end := author_run(words, first)) is not None:
                self.has_run = True
                return self.authors(words, first, end, pieces, base, style)
        if (not self.atoms or self.atoms[-1].line != self.line) and (head := HEAD.match(words, at)):
            said = words[at : head.end()].rstrip(" :：")
            if (names := named_year(said)) is not None:
                self.authors(words, at, at + names, pieces, base, style)
                self.piece_atom("text", words, at + names, at + len(said), pieces, base, style)
                at = head.end()
            elif (named := year_named(said)) is not None:
                self.piece_atom("text", words, at, at + named, pieces, base, style)
                self.authors(words, at + named, at + len(said), pieces, base, style)
                at = head.end()
            elif heads_line(said):
                self.piece_atom("text", words, at, at + len(said), pieces, base, style)
                at = head.end()
        return at

    def follows_name(self) -> bool:
        """Whether the piece before, on this line, is text, or a link that could be somebody's name."""
        if not self.atoms or self.atoms[-1].line != self.line:
            return False
        if self.atoms[-1].kind == "text":
            return True
        return looks_like_name("".join(self.words)[self.atoms[-1].first : self.atoms[-1].last])

    def authors(self, words: str, first: int, end: int, pieces: list[Piece], base: int, style: int) -> int:
        """Authors found as one run; returns where what follows them begins."""
        before, self.key, self.name = (self.key, self.name), AUTHORS, ""
        self.piece_atom("text", words, first, end, pieces, base, style)
        self.key, self.name = before
        editors = EDITORS.match(words, end)
        return editors.end() if editors is not None else end

    def announced(self, key: re.Match[str], style: int) -> str:
        """The role that a `Key:` announces. In the first line a title may begin with any word."""
        own = self.part and (style & BOLD or key.end() == len(key.string) or folded(key["key"]) in self.page.leads)
        role = key_role(key["name"]) or (OWN if own else "")
        return role if self.part or role in _ANYWHERE else ""

    def piece_atom(
        self, kind: str, words: str, first: int, last: int, pieces: list[Piece], base: int, style: int
    ) -> None:
        if first >= last:
            return
        if words[first] in "wj" and (joint := JOINTLY.match(words, first)):
            first = joint.end() if words.startswith("w/", first) or words.endswith("(", 0, first) else first
        while first < last and (
            words[first] in LEFT_EDGE
            or (words[first] == "." and words[first + 1 : first + 2] in ("", " "))
            or (words[first] > "\u2000" and is_mark(words[first]))
        ):
            first += 1
        while last > first and (words[last - 1] in EDGE or (words[last - 1] > "\u2000" and is_mark(words[last - 1]))):
            last -= 1
        first, last = unquoted(words, first, last)
        if last > first:
            start, end = _source(pieces, base + first), _source(pieces, base + last - 1) + 1
            self.atom(kind, base + first, base + last, start, end, style)

    def track_brackets(self, separator: str) -> None:
        for char in separator:
            if self.enclosed and char == _OPEN[self.enclosed[-1]]:
                self.enclosed.pop()
            elif char in _OPEN:
                self.enclosed.append(char)


def _source(pieces: list[Piece], seen: int) -> int:
    """Where a seen character stands in the source."""
    piece = pieces[bisect_right(pieces, seen, key=lambda piece: piece.first) - 1]
    return piece.start + (seen - piece.first if piece.literal else 0)


_RAW = re.compile(r"(?P<plain>[^\\&]+)|\\[!-/:-@\[-`{-~]|&(?:#\w{1,8}|\w{1,32});|[\\&]")
