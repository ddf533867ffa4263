"""The inline nodes of a leaf by way of mistune: for every leaf that `scanner.py` does not read with certainty.

In goes the text of a leaf with the place of each of its lines, out come its nodes with places in the source.
"""

from __future__ import annotations

from functools import cached_property

from . import autolinks
from .build import with_mail
from .delimiters import Token
from .inlines import SpanningParser
from .nodes import Definition, Inline
from .places import place
from .scalars import decode, decode_code, decode_entities


class ExactReader:
    """Reads leaves that share reference definitions."""

    def __init__(self, definitions: dict[str, Definition]) -> None:
        self.definitions = definitions

    def nodes(self, text: str, starts: list[int], sources: list[int]) -> tuple[Inline, ...]:
        """The nodes of a leaf; its lines begin at `starts` in `text`, and at `sources` in the source."""
        return _Places(text, starts, sources, self.definitions).nodes(self._tokens(text))

    def _tokens(self, text: str) -> list[Token]:
        tokens = self._plain_parser.read(text, self._references)
        if autolinks.HINT.search(text) and any(_holds_address(text, token) for token in tokens):
            tokens = self._address_parser.read(text, self._references)
        return tokens

    @cached_property
    def _references(self) -> dict[str, dict[str, str]]:
        return {key: {"url": found.url, "title": found.title} for key, found in self.definitions.items()}

    @cached_property
    def _plain_parser(self) -> SpanningParser:
        return SpanningParser(bare_addresses=False)

    @cached_property
    def _address_parser(self) -> SpanningParser:
        return SpanningParser(bare_addresses=True)


def _holds_address(text: str, token: Token) -> bool:
    """Whether a bare address may stand in a text outside of links."""
    kind = token["type"]
    if kind == "text":
        return autolinks.HINT.search(text, token["at"], token["to"]) is not None
    if kind in ("emphasis", "strong", "strike"):
        return any(_holds_address(text, child) for child in token["children"])
    return False


class _Places:
    """Turns tokens with places in a block's text into nodes with places in the source."""

    def __init__(self, text: str, starts: list[int], sources: list[int], definitions: dict[str, Definition]) -> None:
        self.text = text
        self.starts = starts
        self.sources = sources
        self.definitions = definitions

    def at(self, offset: int) -> int:
        return place(offset, self.starts, self.sources)

    def nodes(self, tokens: list[Token], in_link: bool = False) -> tuple[Inline, ...]:
        text, at = self.text, self.at
        made: list[Inline] = []
        for token in tokens:
            kind, first, last = token["type"], token["at"], token["to"]
            start, end = at(first), at(last)
            if kind == "text":
                raw = text[first:last]
                if autolinks.MAIL_HINT in raw and not in_link:
                    made.extend(with_mail(raw, start))
                else:
                    made.append(Inline(kind, start, end, start, end, (), decode(raw)))
            elif kind in ("soft_break", "hard_break"):
                made.append(Inline(kind, start, end, start, end))
            elif kind == "html":
                made.append(Inline(kind, start, end, start, end, (), text[first:last]))
            elif kind == "code":
                inner_first, inner_last = token["inner"]
                code = decode_code(text[inner_first:inner_last])
                made.append(Inline(kind, start, end, at(inner_first), at(inner_last), (), code))
            elif kind == "autolink":
                made.append(self.autolink(token, start, end))
            else:
                made.append(self.container(token, start, end, in_link))
        return tuple(made)

    def container(self, token: Token, start: int, end: int, in_link: bool) -> Inline:
        """Emphasis, a link or an image."""
        kind = token["type"]
        at_first, at_last = token["inner"]
        children = self.nodes(token["children"], in_link or kind == "link")
        span = (self.at(at_first), self.at(at_last))
        if kind not in ("link", "image"):
            return Inline(kind, start, end, *span, children)
        if "reference" in token:
            found = self.definitions[token["reference"]]
            title, key = found.title, token["reference"]
            return Inline(kind, start, end, *span, children, "", found.url, -1, -1, title, key)
        first, last = token["url"]
        url = decode(self.text[first:last])
        return Inline(kind, start, end, *span, children, "", url, self.at(first), self.at(last), token.get("title", ""))

    def autolink(self, token: Token, start: int, end: int) -> Inline:
        first, last = token["inner"]
        span = (self.at(first), self.at(last))
        words = self.text[first:last]
        prefix = "http://" if token.get("www") else "mailto:" if token.get("mail") else ""
        seen = decode_entities(words) if span != (start, end) else words
        return Inline("autolink", start, end, *span, (), seen, prefix + seen, *span)
