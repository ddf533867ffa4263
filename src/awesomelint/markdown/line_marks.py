"""The marks that begin or end the blocks of a line (CommonMark 0.31, sections 4 and 5)."""

from __future__ import annotations

import re

ATX = re.compile(r"#{1,6}(?=[ \t]|$)")
ATX_CLOSE = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,}).*$")
FENCE_CLOSE = re.compile(r"(`{3,}|~{3,})[ \t]*$")
SETEXT = re.compile(r"(=+|-+)[ \t]*$")
RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$")
MARKER = re.compile(r"([-+*])(?=[ \t]|$)|(\d{1,9})([.)])(?=[ \t]|$)")
TABLE_HINT = re.compile(r"[|:-][|: \t-]*$")
