"""Names in emphasis among others: the list's own people, as pages of publications set them.

In go the pieces of a leaf's text, out come the same pieces, those that hold one name of several without their emphasis, so that
`A. Lovelace, **M. Curie**, N. Bohr` is one run of names.
"""

from __future__ import annotations

import re

from ..entries.author_run import author_run
from ..entries.names import looks_like_name
from .atom import Piece
from .cuts import BOLD, CODE, ITALIC

# What stands between two names.
_BEFORE = re.compile(r"(?:[,;，、；]|\b(?:and|by)|&)\s*$")
_BEHIND = re.compile(r"\s*(?:[,;，、；]|\.[,;]|\*|and\b|&|et al)")
# `Ada Lovelace *et al.*`
_ET_AL = re.compile(r"\s*(?:et\.? al\b|and others|and colleagues)[.,]*\s*")
_CLOSES = " *†‡§¶,.#"


def levelled(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with names in emphasis as plain as the names beside them."""
    if not any(piece.style & (BOLD | ITALIC) for piece in pieces) or len(pieces) < 2:
        return pieces
    found = list(pieces)
    for n, piece in enumerate(pieces):
        if not piece.style & (BOLD | ITALIC) or piece.style & CODE:
            continue
        before = found[n - 1].words if n and not found[n - 1].style else ""
        behind = pieces[n + 1].words if n + 1 < len(pieces) and not pieces[n + 1].style else ""
        if _ET_AL.fullmatch(piece.words) or (_is_among(before, behind) and _is_name(piece.words)):
            found[n] = piece._replace(style=0)
    return found


def _is_name(words: str) -> bool:
    name = words.strip(_CLOSES + "123456789")
    return (looks_like_name(name) and (" " in name or "." in name)) or author_run(words, 0) in (
        len(words),
        len(words.rstrip(" ,.")),
    )


def _is_among(before: str, behind: str) -> bool:
    """Whether other names stand on one side or on both, parted from this one."""
    left = _BEFORE.search(before)
    right = _BEHIND.match(behind)
    if left is not None and _last(before[: left.start()].rstrip(" ,;")):
        return right is not None or not behind.strip() or behind.lstrip()[:1] in ".(:["
    return right is not None and (left is not None or not before.strip(" -*\n")) and _first(behind[right.end() :])


def _last(words: str) -> bool:
    """Whether some words end in a name, or in a first name's capitals."""
    name = re.split(r"[,;，、；]|\band\b|&", words)[-1].strip(_CLOSES)
    return looks_like_name(name) or (0 < len(name) <= _INITIALS and name.replace(".", "").replace(" ", "").isupper())


def _first(words: str) -> bool:
    return looks_like_name(re.split(r"[,;，、；(“\"]|\band\b|&", words.strip(_CLOSES), maxsplit=1)[0].strip(_CLOSES))


_INITIALS = 6
