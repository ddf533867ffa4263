"""Standard input and output as files: the same bytes in, the same bytes out."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from ..errors import UnreadableFile
from ..files import TextFile, decode


def read_stdin(name: str) -> TextFile:
    """What standard input holds. Raises UnreadableFile where it is closed."""
    if sys.stdin is None:
        raise UnreadableFile(f"{name}: standard input is closed")
    data = _standard_input()
    return TextFile(Path(), *decode(data, name), data)


@cache
def _standard_input() -> bytes:
    """It can be read once only, and is wanted twice where services are asked before the rules judge."""
    return sys.stdin.buffer.read()


def write_stdout(content: TextFile, text: str) -> None:
    """A text to standard output, with the byte-order mark that it came with."""
    sys.stdout.buffer.write((b"\xef\xbb\xbf" if content.marked else b"") + text.encode())
    sys.stdout.buffer.flush()
