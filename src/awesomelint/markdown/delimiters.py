"""Emphasis and strikethrough, resolved over tokens that keep their places.

The algorithm is CommonMark's ("process emphasis", spec 0.31, appendix), with cmark-gfm's
strikethrough: runs of one or two tildes match runs of their own length, and the marks `*` and
`_` look past a tilde when they judge what stands beside them. Linear in the number of runs.
"""

from __future__ import annotations

import re
from typing import Any

from .autolinks import is_punctuation

Token = dict[str, Any]

_RUN = re.compile(r"\*+|_+|~+")
_KINDS = {"*": ("emphasis", "strong"), "_": ("emphasis", "strong"), "~": ("strike", "strike")}


class _Run:
    """A run of marks; `part` is its place in the list of parts, `at` to `to` is what is left of it."""

    __slots__ = ("at", "closes", "full", "mark", "opens", "part", "spent", "to")

    def __init__(self, mark: str, at: int, to: int, opens: bool, closes: bool, part: int) -> None:
        self.mark = mark
        self.at = at
        self.to = to
        self.opens = opens
        self.closes = closes
        self.full = to - at
        self.part = part
        self.spent = False


def resolve(tokens: list[Token], source: str) -> list[Token]:
    """The tokens with emphasis made of the marks in their texts; offsets are into `source`."""
    if not any(t["type"] == "text" and not t.get("opaque") and _RUN.search(source, t["at"], t["to"]) for t in tokens):
        return tokens if len(tokens) < 2 else _merged(tokens)
    parts: list[Token | _Run] = []
    runs: list[_Run] = []
    for token in tokens:
        if token["type"] != "text" or token.get("opaque"):
            parts.append(token)
            continue
        at, end = token["at"], token["to"]
        for found in _RUN.finditer(source, at, end):
            # mistune gives one run of marks as several texts where a rule failed inside it
            start, stop = found.span()
            if start > at:
                parts.append({"type": "text", "at": at, "to": start})
            at = stop
            run = _run(source, start, stop, len(parts))
            if run is None:
                parts.append({"type": "text", "at": start, "to": stop})
            else:
                runs.append(run)
                parts.append(run)
        if at < end:
            parts.append({"type": "text", "at": at, "to": end})
    return _merged(_build(parts, _pairs(runs)))


def _run(source: str, start: int, stop: int, part: int) -> _Run | None:
    """The run with what it may do, or nothing if it may do nothing."""
    mark = source[start]
    if mark == "~" and stop - start > 2:
        return None
    before, after = _beside(source, start - 1, -1, mark), _beside(source, stop, 1, mark)
    blank_before, blank_after = before.isspace(), after.isspace()
    points_before, points_after = is_punctuation(before), is_punctuation(after)
    left = not blank_after and (not points_after or blank_before or points_before)
    right = not blank_before and (not points_before or blank_after or points_after)
    if mark == "_":
        left, right = left and (not right or points_before), right and (not left or points_after)
    if not left and not right:
        return None
    return _Run(mark, start, stop, left, right, part)


def _beside(source: str, at: int, step: int, mark: str) -> str:
    """The character beside a run; a line end beyond the text."""
    if mark != "~":
        while 0 <= at < len(source) and source[at] == "~":
            at += step
    return source[at] if 0 <= at < len(source) else "\n"


def _pairs(runs: list[_Run]) -> list[tuple[_Run, int, int, _Run, int, int, str]]:
    """The matches, inner ones first: opener with the marks used, closer with the marks used, kind."""
    pairs = []
    bottom: dict[tuple[str, bool, int], int] = {}
    open_runs: list[_Run] = []  # a stack of runs that may still open, in order
    for closer in runs:
        while closer.closes and closer.at < closer.to:
            key = (closer.mark, closer.opens, closer.full % 3)
            floor = bottom.get(key, -1)
            index = len(open_runs) - 1
            while index >= 0 and open_runs[index].at > floor and not _match(open_runs[index], closer):
                index -= 1
            if index < 0 or open_runs[index].at <= floor:
                bottom[key] = closer.at - 1
                break
            opener = open_runs[index]
            del open_runs[index + 1 :]
            use = _use(opener, closer)
            if use:
                kind = _KINDS[closer.mark][use - 1]
                pairs.append((opener, opener.to - use, opener.to, closer, closer.at, closer.at + use, kind))
                opener.to -= use
                closer.at += use
            if not use or opener.at >= opener.to:
                open_runs.pop()
            if not use:
                closer.spent = True
                break
        if closer.opens and closer.at < closer.to and not closer.spent:
            open_runs.append(closer)
    return pairs


def _match(opener: _Run, closer: _Run) -> bool:
    if opener.mark != closer.mark:
        return False
    if not (closer.opens or opener.closes) or closer.full % 3 == 0:
        return True
    return (opener.full + closer.full) % 3 != 0


def _use(opener: _Run, closer: _Run) -> int:
    """How many marks a match takes from each side; tildes of unequal number spend each other."""
    have, need = opener.to - opener.at, closer.to - closer.at
    if closer.mark == "~":
        return have if have == need else 0
    return 2 if have >= 2 and need >= 2 else 1


def _build(parts: list[Token | _Run], pairs: list[tuple[_Run, int, int, _Run, int, int, str]]) -> list[Token]:
    """Nest the parts: each match becomes a token around what stands between its marks."""
    opening: dict[int, list[tuple[int, int, str, int]]] = {}
    closing: dict[int, int] = {}
    for opener, start, inside, closer, end, behind, kind in pairs:
        opening.setdefault(opener.part, []).append((start, inside, kind, end))
        closing[closer.part] = closing.get(closer.part, 0) + (behind - end)
    result: list[Token] = []
    stack: list[tuple[Token, list[Token]]] = []
    for index, part in enumerate(parts):
        if not isinstance(part, _Run):
            result.append(part)
            continue
        # What this run closes stands at its left, what it opens at its right; both were cut off
        # from the run, whose own rest lies between and is text.
        first = part.at - closing.get(index, 0)
        at = first
        while at < part.at and stack:
            token, around = stack.pop()
            size = token["inner"][0] - token["at"]
            token.update(to=at + size, inner=(token["inner"][0], at), children=_merged(result))
            around.append(token)
            result = around
            at += size
        if part.at < part.to:
            result.append({"type": "text", "at": part.at, "to": part.to})
        for start, inside, kind, _ in sorted(opening.get(index, ())):
            stack.append(({"type": kind, "at": start, "inner": (inside, inside)}, result))
            result = []
    assert not stack, "a pair of emphasis marks was opened and never closed"
    return result


def _merged(tokens: list[Token]) -> list[Token]:
    """Neighbouring texts as one."""
    merged: list[Token] = []
    for token in tokens:
        if token["type"] == "text" and merged and merged[-1]["type"] == "text":
            merged[-1] = {"type": "text", "at": merged[-1]["at"], "to": token["to"]}
        elif token["type"] != "text" or token["at"] < token["to"]:
            merged.append(token)
    return merged
