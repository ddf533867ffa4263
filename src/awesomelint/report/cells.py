"""How many columns of a terminal a text takes."""

from __future__ import annotations


def cell_len(text: str) -> int:
    """The width of a text in columns: Chinese signs and emoji take two, joined marks none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)
