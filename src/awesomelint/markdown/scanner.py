"""The inline nodes of a leaf in one pass, for the Markdown that nearly every line of a list is made of.

The scanner jumps from one special character to the next and makes nodes at once: text, emphasis that nests
properly, links, images, code spans, tags, bare URLs, line breaks. Where it is not certain to read as
`exact.py` does, it raises `Unsure`, and the leaf is read there. It never goes back in the text, so the time
is linear in the length of the leaf.

In goes a slice of a text, out come nodes with places in that text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mistune.helpers import HTML_ATTRIBUTES, HTML_TAGNAME, MAX_LINK_LABEL_LENGTH
from mistune.inline_parser import InlineParser
from mistune.util import unikey

from . import autolinks
from .build import container_node, label_nodes, leaf_node, resource_node, text_node, with_mail_in
from .nodes import Definition, Inline
from .scalars import decode, decode_code, decode_entities

# Parts of the patterns below. `++` and `*+` never give back what they took, so a failed match costs no second look.
_LABEL = r"[^\[\]\\`*_<~\n]*+"
_URL = r"[^\s()<>\\\x00-\x1f\x7f]++"
_SPECIAL = rf"""
    \[ ({_LABEL}) \]\( ({_URL}) \)                              # [label](url)
  | \[!\[ ({_LABEL}) \]\( ({_URL}) \)\]\( ({_URL}) \)           # [![alt](url)](url)
  | !\[ ({_LABEL}) \]\( ({_URL}) \)                             # ![alt](url)
  | \[\[ ({_LABEL}) \]\( ({_URL}) \)\]                          # [[label](url)]
  | \*\** | __* | ~~* | !\[ | [\[\]<\n\\]                       # anything else that may be markup
  | ``* | ://
"""
_TEXT_LINK, _IMAGE, _BRACKETED_LINK = 2, 7, 9  # the last group of each; the badge's is 5
_SPECIAL_CHARACTER = re.compile(_SPECIAL, re.X)
# As above, with `www.`: kept apart because the search would stop at every `w`.
_SPECIAL_OR_WWW = re.compile(_SPECIAL + r"| www\.", re.X)

# What follows the label of a link: `(url)`, `(<url>)`, `(url "title")`, with one level of parentheses in the URL.
_TARGET = re.compile(
    rf"""\([ \t]*+ (?: < (?P<angle> [^<>\\\n\x00]*+ ) > | (?P<url> (?: {_URL} | \( (?:{_URL})?+ \) )*+ ) )
    (?: [ \t]++ (?: "(?P<a> [^"\\\n\x00]*+ )" | '(?P<b> [^'\\\n\x00]*+ )' ) )?+ [ \t]*+ \)""",
    re.X,
)
_REFERENCE = re.compile(rf"\[([^\\\[\]]{{0,{MAX_LINK_LABEL_LENGTH}}}+)\]")
_BREAK = re.compile(r"<[bB][rR] ?/?>")
_TAG = re.compile(rf"<{HTML_TAGNAME}{HTML_ATTRIBUTES}\s*/?>|</{HTML_TAGNAME}\s*>")
_ANGLE_URL = re.compile(InlineParser.SPECIFICATION["auto_link"])
_ANGLE_MAIL = re.compile(InlineParser.SPECIFICATION["auto_email"])
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_KINDS = {"*": ("emphasis", "strong"), "_": ("emphasis", "strong"), "~": ("strike", "strike")}

# Brackets and emphasis nested deeper than this are read by the exact reader, whose limits are mistune's.
_MAX_OPEN = 30


class Unsure(Exception):
    """This leaf needs the exact reader."""


class _Run:
    """An open run of `*`, `_` or `~`; `around` holds the nodes before it, `brackets` counts those open around it."""

    __slots__ = ("around", "at", "brackets", "marks", "to")

    def __init__(self, marks: str, at: int, to: int, around: list[Inline], brackets: int) -> None:
        self.marks = marks
        self.at = at
        self.to = to
        self.around = around
        self.brackets = brackets


class _Bracket:
    """An open `[` or `![`; `nodes` and `runs` count what was made and opened before it."""

    __slots__ = ("active", "at", "inner", "nested", "nodes", "runs")

    def __init__(self, at: int, inner: int, nodes: int, runs: int) -> None:
        self.at = at
        self.inner = inner
        self.nodes = nodes
        self.runs = runs
        self.active = True  # a link that holds a link is none
        self.nested = False


class Scanner:
    """Reads leaves that share reference definitions."""

    def __init__(self, text: str, definitions: dict[str, Definition]) -> None:
        self.text = text
        self.definitions = definitions
        self.first = self.last = 0
        self.leaf = ""  # the slice itself, made for the first bare URL in it
        self.done = 0  # what stands before is in `nodes`, what follows is text until something else is found
        self.nodes: list[Inline] = []
        self.runs: list[_Run] = []
        self.brackets: list[_Bracket] = []
        self.handlers = {
            "[": self.bracket, "!": self.bracket, "]": self.closing, "*": self.marks, "_": self.marks, "~": self.marks,
            "`": self.code, "<": self.angle, "\\": self.backslash, "\n": self.line_end, ":": self.scheme, "w": self.www,
        }  # fmt: skip

    def read(self, first: int, last: int) -> tuple[Inline, ...]:
        """The nodes of a slice of the text."""
        text = self.text
        search = (_SPECIAL_CHARACTER if text.find("www.", first, last) < 0 else _SPECIAL_OR_WWW).search
        found = search(text, first, last)
        if found is None:
            nodes: list[Inline] = [text_node(text, first, last)]
        else:
            self.first, self.last, self.done, self.leaf = first, last, first, ""
            self.nodes, self.runs, self.brackets = [], [], []
            handlers, link = self.handlers, self.link
            while found is not None:
                at, to = found.span()
                to = link(found, at, to) if found.lastindex else handlers[text[at]](at, to)
                found = search(text, to, last)
            self.flush(last)
            while self.runs:
                self.give_up()
            nodes = self.nodes
        return with_mail_in(text, nodes) if text.find(autolinks.MAIL_HINT, first, last) >= 0 else tuple(nodes)

    def flush(self, to: int) -> None:
        """Make a text of what was passed over."""
        if self.done < to:
            self.nodes.append(text_node(self.text, self.done, to))

    def add(self, kind: str, start: int, end: int, inner_start: int, inner_end: int, text: str = "") -> int:
        """Add a node without children or URL."""
        if self.done < start:
            self.nodes.append(text_node(self.text, self.done, start))
        self.nodes.append(leaf_node(kind, start, end, inner_start, inner_end, text))
        self.done = end
        return end

    # Links and images

    def link(self, found: re.Match[str], at: int, to: int) -> int:
        """A link, image or badge that one match covers, up to the offset that is given back."""
        text, kind, end = self.text, found.lastindex, to
        if kind == _BRACKETED_LINK:
            at, end = at + 1, to - 1  # the outer brackets are text: no link holds a link
        if self.done < at:
            self.nodes.append(text_node(text, self.done, at))
        if self.brackets:
            self.brackets[-1].nested = True
            if kind != _IMAGE:
                self.deactivate()
        if kind == _TEXT_LINK:
            node = resource_node(text, "link", at, to, found.span(1), label_nodes(text, found.span(1)), found.span(2))
        elif kind == _IMAGE:
            node = resource_node(text, "image", at, to, found.span(6), label_nodes(text, found.span(6)), found.span(7))
        elif kind == _BRACKETED_LINK:
            node = resource_node(text, "link", at, end, found.span(8), label_nodes(text, found.span(8)), found.span(9))
        else:  # a badge
            inner = (at + 1, found.end(4) + 1)
            image = resource_node(text, "image", *inner, found.span(3), label_nodes(text, found.span(3)), found.span(4))
            node = resource_node(text, "link", at, to, inner, (image,), found.span(5))
        self.nodes.append(node)
        self.done = end
        return to

    def bracket(self, at: int, to: int) -> int:
        """A `[` or `![` that may turn out to begin a link or image."""
        if self.brackets:
            self.brackets[-1].nested = True
            if len(self.brackets) >= _MAX_OPEN:
                raise Unsure
        self.brackets.append(_Bracket(at, to, len(self.nodes), len(self.runs)))
        return to

    def closing(self, at: int, to: int) -> int:
        """A `]`: a link or image ends here, or the bracket is text."""
        if not self.brackets:
            return to
        bracket = self.brackets.pop()
        if bracket.runs != len(self.runs):
            raise Unsure  # emphasis was opened inside and not closed
        if not bracket.active:
            return to
        if self.text.startswith("(", to, self.last):
            target = _TARGET.match(self.text, to, self.last)
            if target is None:
                raise Unsure
            url = target.span("url" if target["angle"] is None else "angle")
            title = target["a"] or target["b"] or ""
            return self.close(bracket, at, target.end(), decode(self.text[url[0] : url[1]]), url, title)
        if not self.definitions:
            return to
        key, end = self.reference(bracket, at, to)
        definition = self.definitions.get(key)
        if definition is None:
            return to
        return self.close(bracket, at, end, definition.url, (-1, -1), definition.title, key)

    def reference(self, bracket: _Bracket, at: int, to: int) -> tuple[str, int]:
        """The folded label that a bracket refers to (`[text][label]`, `[label][]`, `[label]`), and where it ends."""
        end = to
        if self.text.startswith("[", to, self.last):
            label = _REFERENCE.match(self.text, to, self.last)
            if label is None:
                raise Unsure
            if label[1]:
                return unikey(label[1]), label.end()
            end = label.end()
        if bracket.nested or at - bracket.inner > MAX_LINK_LABEL_LENGTH:
            return "", end
        return unikey(self.text[bracket.inner : at]), end

    def close(
        self, bracket: _Bracket, at: int, end: int, url: str, place: tuple[int, int], title: str, key: str = ""
    ) -> int:
        """Make a link or image of an open bracket and what followed it."""
        kind = "link" if bracket.inner - bracket.at == 1 else "image"
        self.flush(at)
        inner, self.nodes[bracket.nodes :] = self.nodes[bracket.nodes :], []
        # The first is a text that holds the bracket: its front stays outside, its end belongs to the label.
        start, stop = inner[0].start, inner[0].end
        if start < bracket.at:
            self.nodes.append(text_node(self.text, start, bracket.at))
        children = (*label_nodes(self.text, (bracket.inner, stop)), *inner[1:])
        self.nodes.append(Inline(kind, bracket.at, end, bracket.inner, at, children, "", url, *place, title, key))
        if kind == "link":
            self.deactivate()
        self.done = end
        return end

    def deactivate(self) -> None:
        """No link may hold the link that was just made."""
        for bracket in self.brackets:
            if bracket.inner - bracket.at == 1:
                bracket.active = False

    # Emphasis

    def marks(self, at: int, to: int) -> int:
        """A run of marks opens emphasis, closes what was opened last, or is text."""
        text = self.text
        mark, size = text[at], to - at
        before = text[at - 1] if at > self.first else "\n"
        after = text[to] if to < self.last else "\n"
        if mark == "~":
            if size > 2:
                return to
        elif before == "~" or after == "~":
            raise Unsure
        opens, closes = _sides(mark, before, after)
        if not opens and not closes:
            return to
        if size > 3 or len(self.runs) >= _MAX_OPEN:
            raise Unsure
        if closes and self.runs:
            self.end_emphasis(at, to)
        elif opens:
            if self.done < at:
                self.nodes.append(text_node(text, self.done, at))
            self.runs.append(_Run(text[at:to], at, to, self.nodes, len(self.brackets)))
            self.nodes = []
            self.done = to
        return to

    def end_emphasis(self, at: int, to: int) -> None:
        """Close the run that was opened last: a run of as many of the same marks always may."""
        run = self.runs.pop()
        marks = run.marks
        if marks != self.text[at:to] or run.brackets != len(self.brackets):
            raise Unsure
        self.flush(at)
        single, double = _KINDS[marks[0]]
        size = min(to - at, 2)
        kind = double if size == 2 else single
        inner = container_node(kind, run.to - size, at + size, run.to, at, tuple(self.nodes))
        if to - at == 3:
            inner = container_node(single, run.at, to, run.at + 1, to - 1, (inner,))
        run.around.append(inner)
        self.nodes = run.around
        self.done = to

    def give_up(self) -> None:
        """The run that was opened last is text: nothing closed it."""
        run = self.runs.pop()
        start, end, nodes = run.at, run.to, self.nodes
        if run.around and run.around[-1].kind == "text":
            start = run.around.pop().start
        if nodes and nodes[0].kind == "text":
            end = nodes.pop(0).end
        self.nodes = [*run.around, text_node(self.text, start, end), *nodes]

    # All else

    def code(self, at: int, to: int) -> int:
        """A run of backticks with the code up to the next run of as many."""
        text, marks = self.text, self.text[at:to]
        end = text.find(marks, to, self.last)
        stop = end + to - at
        if end < 0 or (stop < self.last and text[stop] == "`"):
            raise Unsure
        return self.add("code", at, stop, to, end, decode_code(text[to:end]))

    def backslash(self, at: int, to: int) -> int:
        """A backslash: an escaped character is text, an escaped line end a hard break."""
        if to < self.last:
            if self.text[to] in _PUNCTUATION:
                return to + 1
            if self.text[to] == "\n":
                return self.add_break("hard_break", at, to + 1)
        return to

    def line_end(self, at: int, to: int) -> int:
        """A line end with the white space around it; two spaces before it make it a hard break."""
        start = at
        while start > self.done and self.text[start - 1] == " ":
            start -= 1
        return self.add_break("hard_break" if at - start >= 2 else "soft_break", start, to)

    def add_break(self, kind: str, start: int, to: int) -> int:
        """Add a break that takes the white space behind it too."""
        while to < self.last and self.text[to] in " \t":
            to += 1
        return self.add(kind, start, to, start, to)

    def angle(self, at: int, to: int) -> int:
        """A `<`: a tag, a comment, a URL or an e-mail address, or text."""
        text, last = self.text, self.last
        tag = _BREAK.match(text, at, last)
        if tag is None:
            if address := _ANGLE_URL.match(text, at, last) or _ANGLE_MAIL.match(text, at, last):
                return self.address(at, address.end(), 1, "mailto:" if address.re is _ANGLE_MAIL else "")
            tag = _TAG.match(text, at, last)
        if tag is not None:
            end = tag.end()
        elif text.startswith("!", to, last) or text.startswith("?", to, last):
            end = text.find("-->", at + 4, last) + 3
            if end < 3 or not text.startswith("<!--", at) or text.startswith((">", "->"), at + 4):
                raise Unsure
        else:
            return to
        return self.add("html", at, end, at, end, text[at:end])

    def address(self, at: int, end: int, mark: int, prefix: str) -> int:
        """Add an autolink, between marks of that width."""
        self.flush(at)
        start, stop = at + mark, end - mark
        seen = self.text[start:stop]
        if mark:
            seen = decode_entities(seen)
        self.nodes.append(Inline("autolink", at, end, start, stop, (), seen, prefix + seen, start, stop))
        self.done = end
        return end

    def scheme(self, at: int, to: int) -> int:
        """A `://`: the URL began with the scheme before it."""
        for scheme in ("https", "http", "ftp"):
            start = at - len(scheme)
            if start >= self.done and self.text.startswith(scheme, start):
                return self.bare_address(start, "") or to
        return to

    def www(self, at: int, to: int) -> int:
        return self.bare_address(at, "http://") or at + 1

    def bare_address(self, at: int, prefix: str) -> int:
        """A URL without marks; GitHub looks for it outside of open brackets only. 0 if there is none."""
        if self.brackets:
            return 0
        if not self.leaf:
            self.leaf = self.text[self.first : self.last]
        end = autolinks.address_at(self.leaf, at - self.first)
        return self.address(at, self.first + end, 0, prefix) if end else 0


@lru_cache(4096)
def _sides(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run between these characters may open and may close emphasis."""
    blank_before, blank_after = before.isspace(), after.isspace()
    points_before, points_after = autolinks.is_punctuation(before), autolinks.is_punctuation(after)
    left = not blank_after and (not points_after or blank_before or points_before)
    right = not blank_before and (not points_before or blank_after or points_after)
    if mark == "_":
        return left and (not right or points_before), right and (not left or points_after)
    return left, right
