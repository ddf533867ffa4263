"""Bare addresses in text, as GitHub links them: `https://…`, `www.…`, `name@host.org`.

The rules are those of GitHub Flavored Markdown's autolink extension (spec section 6.9) in the
shape that cmark-gfm gives them: a bracket that closes nothing is cut off, an entity at the
end is left outside, a host needs a dot without underscores in its last two parts.
"""

from __future__ import annotations

import re
import unicodedata

HINT = re.compile(r"://|www\.", re.I)
_SCHEME = re.compile(r"https?://|ftp://", re.I)
_STOP = re.compile(r"[\s<]")
_TRAILING = frozenset("?!.,:*_~'\"")
_HOST = re.compile(r"@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+")
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+_-")
MAIL_HINT = "@"


def is_punctuation(char: str) -> bool:
    """GitHub's punctuation: ASCII's, and Unicode's classes P*, symbols and emoji not among them."""
    if char < "\x80":
        return char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    return unicodedata.category(char)[0] == "P"


def address_at(text: str, at: int) -> int:
    """Behind the bare address that begins here; 0 if none does."""
    if scheme := _SCHEME.match(text, at):
        if at and text[at - 1].isascii() and text[at - 1].isalpha():
            return 0
        host = scheme.end()
        if host >= len(text) or text[host].isspace() or is_punctuation(text[host]):
            return 0
        if not (domain := _domain_end(text, host, short=True)):
            return 0
    elif text.startswith("www.", at):
        if at and text[at - 1] not in "*_~(" and not text[at - 1].isspace():
            return 0
        if not (domain := _domain_end(text, at, short=False)):
            return 0
    else:
        return 0
    stop = _STOP.search(text, domain)
    return _trim(text, at, stop.start() if stop else len(text))


def mail_addresses(text: str) -> list[tuple[int, int]]:
    """The places of e-mail addresses in text that holds no other link."""
    found: list[tuple[int, int]] = []
    for host in _HOST.finditer(text):
        low = found[-1][1] if found else 0
        start = host.start()
        while start > low and text[start - 1] in _LOCAL:
            start -= 1
        end = _trim(text, start, host.end())
        if (
            start < host.start()
            and end > host.start() + 1
            and "." in text[host.start() : end]
            and text[end - 1].isalpha()
        ):
            found.append((start, end))
    return found


def _domain_end(text: str, start: int, short: bool) -> int:
    """Behind the host name; 0 if it is none."""
    dots = before = last = 0
    at, size = start + 1, len(text)
    while at < size:
        char = text[at]
        if char == "_":
            last += 1
        elif char == ".":
            before, last, dots = last, 0, dots + 1
        elif char != "-" and (char.isspace() or is_punctuation(char)):
            break
        at += 1
    if (before or last) and dots <= 10:
        return 0
    return at if short or dots else 0


def _trim(text: str, start: int, end: int) -> int:
    """Leave out what GitHub leaves out at the end of an address; 0 if nothing is left."""
    opening, closing = text.count("(", start, end), text.count(")", start, end)
    while end > start:
        char = text[end - 1]
        if char == ")":
            if closing <= opening:
                return end
            closing -= 1
            end -= 1
        elif char in _TRAILING:
            end -= 1
        elif char == ";":
            amp = end - 2
            while amp > start and text[amp].isascii() and text[amp].isalpha():
                amp -= 1
            end = amp if amp < end - 2 and text[amp] == "&" else end - 1
        else:
            return end
    return 0
