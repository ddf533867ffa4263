"""The text of one block -> inline nodes with exact spans.

mistune's inline parser does the reading: its loop, its links, its code spans, its tags. Here
each rule stamps the token it makes with the place (`at`, `to`) it was made from; emphasis is
resolved by our own pass over delimiter runs (`delimiters.py`), because mistune's makes new
tokens without places and because GitHub counts punctuation, `~` and emoji otherwise.

In goes a block's text, lines joined by line feeds; offsets here are into that text. What
comes out is proven: the top tokens must tile the text, or `AssertionError` says which do not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mistune.core import InlineState
from mistune.helpers import parse_link_href
from mistune.inline_parser import InlineParser

from . import autolinks
from .delimiters import Token, resolve

# One regular expression for what nearly every line of a list holds: `[label](url)` and the
# badge `[![alt](image)](target)`, without anything that needs a closer look.
_PLAIN = r"[^\[\]\\`*_<>~!&\n]*"
# An ampersand is itself unless an entity follows.
_URL = r"(?:[^\s()<>\\&\[\]\x00-\x1f\x7f]|&(?!#?\w{1,32};))+"
_ADDRESS = re.compile(r"[^\s()<>\\]+(?=\))")
_SIMPLE = re.compile(
    r"\[(?:!\[(?P<alt>%s)\]\((?P<src>%s)\)|(?P<text>%s))\]\((?P<href>%s)\)|!\[(?P<bare>%s)\]\((?P<image>%s)\)"
    % (_PLAIN, _URL, _PLAIN, _URL, _PLAIN, _URL)
)


class _State(InlineState):
    """mistune's state; `at` is how far the tokens that were made reach."""

    at = 0
    tokens: list[Token]


class SpanningParser(InlineParser):
    """mistune's inline parser whose tokens know where they stand."""

    def __init__(self, bare_addresses: bool) -> None:
        super().__init__(max_nested_level=100)
        self.state_cls = _State
        self.specification["link_close"] = r"\]"
        self.specification["linebreak"] = r"(?:\\| {2,})\n[ \t]*"
        self.specification["softbreak"] = r" ?\n[ \t]*"
        if bare_addresses:
            self.register("bare_address", r"https?://|ftp://|www\.", _parse_bare_address, start_chars=list("hfwHF"))

    def read(self, text: str, references: Mapping[str, Any]) -> list[Token]:
        """The tokens of a text, in order, each with its place."""
        state = _State({"ref_links": references})
        state.src = text
        tokens: list[Token] = self.parse(state)
        return tokens

    def process_text(self, text: str, state: InlineState, parse_emphasis: bool = True) -> None:
        assert isinstance(state, _State)
        start, state.at = state.at, state.at + len(text)
        state.append_token({"type": "text", "at": start, "to": state.at, "opaque": not parse_emphasis})

    def _stamp(self, state: InlineState, kind: str, start: int, end: int, **more: Any) -> int:
        assert isinstance(state, _State)
        state.append_token({"type": kind, "at": start, "to": end, **more})
        state.at = end
        return end

    def parse_escape(self, m: re.Match[str], state: InlineState) -> int:
        self.process_text(m[0], state, parse_emphasis=False)
        return m.end()

    def parse_codespan(self, m: re.Match[str], state: InlineState) -> int:
        end = state.delimiters.code_end(m[0], m.end())
        if end is None:
            self.process_text(m[0], state, parse_emphasis=False)
            return m.end()
        return self._stamp(state, "code", m.start(), end + len(m[0]), inner=(m.end(), end))

    def parse_linebreak(self, m: re.Match[str], state: InlineState) -> int:
        return self._stamp(state, "hard_break", m.start(), m.end())

    def parse_softbreak(self, m: re.Match[str], state: InlineState) -> int:
        return self._stamp(state, "soft_break", m.start(), m.end())

    def parse_auto_link(self, m: re.Match[str], state: InlineState) -> int:
        inner = (m.start() + 1, m.end() - 1)
        return self._stamp(state, "autolink", m.start(), m.end(), inner=inner, children=[])

    def parse_auto_email(self, m: re.Match[str], state: InlineState) -> int:
        inner = (m.start() + 1, m.end() - 1)
        return self._stamp(state, "autolink", m.start(), m.end(), inner=inner, children=[], mail=True)

    def parse_inline_html(self, m: re.Match[str], state: InlineState) -> int | None:
        end = super().parse_inline_html(m, state)
        state.in_link = False  # GitHub reads links inside `<a>`, mistune does not
        if end is None:
            return None
        state.tokens.pop()
        return self._stamp(state, "html", m.start(), end)

    def parse_link(self, m: re.Match[str], state: InlineState) -> int | None:
        assert isinstance(state, _State)
        if simple := _SIMPLE.match(state.src, m.start()):
            return self._simple_link(simple, state)
        end = super().parse_link(m, state)
        state.tokens[-1].update(at=m.start(), to=m.end(), opaque=True)
        state.at = m.end()
        return end

    def _simple_link(self, m: re.Match[str], state: _State) -> int | None:
        if m["bare"] is not None:
            return self._image(m, state, "bare", "image")
        if state.brackets:
            # What mistune does when a link closes: the brackets around it can no longer be links.
            state.brackets[-1].nested = True
            bracket = state.last_link
            while bracket is not None and bracket.active:
                bracket.active = False
                bracket = bracket.previous_link
        if m["text"] is not None:
            children: list[Token] = [_text(*m.span("text"))] if m["text"] else []
            inner = m.span("text")
        else:
            inner = (m.start("alt") - 2, m.end("src") + 1)
            alt: list[Token] = [_text(*m.span("alt"))] if m["alt"] else []
            image = {"type": "image", "at": inner[0], "to": inner[1], "inner": m.span("alt"), "children": alt}
            children = [{**image, "url": m.span("src")}]
        return self._stamp(state, "link", m.start(), m.end(), inner=inner, children=children, url=m.span("href"))

    def _image(self, m: re.Match[str], state: _State, alt: str, src: str) -> int:
        if state.brackets:
            state.brackets[-1].nested = True
        children = [_text(*m.span(alt))] if m[alt] else []
        return self._stamp(state, "image", m.start(), m.end(), inner=m.span(alt), children=children, url=m.span(src))

    def parse_link_close(self, m: re.Match[str], state: InlineState) -> int:
        assert isinstance(state, _State)
        opener = state.brackets[-1] if state.brackets else None
        end = super().parse_link_close(m, state)
        token = state.tokens[-1]
        if opener is not None and "at" not in token:
            image = bool(opener.image)
            attrs = token.pop("attrs")
            token.update(at=opener.start - 1 - image, to=end, inner=(opener.start, m.start()))
            if "label" in token:
                token["reference"] = token.pop("ref")
                del token["label"]
            else:
                token["url"] = _address_span(state.src, m.end() + 1)
                token["title"] = attrs.get("title") or ""
            state.at = end
        return end

    def finalize_tokens(self, tokens: list[Token], depth: int) -> list[Token]:
        return resolve(tokens, self._source)

    def parse(self, state: InlineState) -> list[Token]:
        self._source = state.src
        tokens: list[Token] = super().parse(state)
        return tokens


def _text(start: int, end: int) -> Token:
    return {"type": "text", "at": start, "to": end}


def _address_span(src: str, at: int) -> tuple[int, int]:
    """Where the address of `](address "title")` stands, without angle brackets."""
    if simple := _ADDRESS.match(src, at):
        return simple.span()
    href, after = parse_link_href(src, at)
    if href is None or after is None:
        return (at, at)
    end = after - 1 if after > len(href) + 1 and src[after - 1] == ">" and src[after - len(href) - 2] == "<" else after
    return (end - len(href), end)


def _parse_bare_address(parser: InlineParser, m: re.Match[str], state: InlineState) -> int | None:
    assert isinstance(parser, SpanningParser)
    if state.brackets:
        return None  # GitHub looks for bare addresses outside of open brackets only
    end = autolinks.address_at(state.src, m.start())
    if not end:
        return None
    span = (m.start(), end)
    return parser._stamp(state, "autolink", *span, inner=span, children=[], www=m[0].lower() == "www.")
