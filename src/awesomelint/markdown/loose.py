"""What a page shows of a leaf besides its links, code and images: the characters that Markdown did not understand.

In goes a leaf, out comes a text of the same length in which everything that was understood is one private character each.
A bracket, star or address that is left over there is one that readers see.
"""

from __future__ import annotations

from .nodes import Block, Inline

LINK, ADDRESS, CODE, IMAGE, TAG, MARK, ESCAPED = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006"
_WHOLE = {"link": LINK, "code": CODE, "image": IMAGE, "html": TAG}


def loose(text: str, block: Block, nodes: tuple[Inline, ...]) -> str:
    """The leaf from `block.start` to `block.end`, a character for a character."""
    shown = list(text[block.start : block.end])
    _mask(text, nodes, shown, block.start)
    return "".join(shown)


def _mask(text: str, nodes: tuple[Inline, ...], shown: list[str], base: int) -> None:
    for node in nodes:
        if node.kind == "autolink":
            _fill(shown, node.start - base, node.start - base + _own(text[node.start : node.end]), ADDRESS)
        elif node.kind in _WHOLE:
            _fill(shown, node.start - base, node.end - base, _WHOLE[node.kind])
        elif node.kind in ("emphasis", "strong", "strike"):
            _fill(shown, node.start - base, node.inner_start - base, MARK)
            _fill(shown, node.inner_end - base, node.end - base, MARK)
            _mask(text, node.children, shown, base)
        elif node.kind == "text":
            at = text.find("\\", node.start, node.end)
            while at >= 0:
                _fill(shown, at - base, min(at + 2, node.end) - base, ESCAPED)
                at = text.find("\\", at + 2, node.end)


def _own(address: str) -> int:
    """How much of a bare address is its own: a bracket that closes what was opened before it is not."""
    depth = 0
    for at, char in enumerate(address):
        depth += (char in "([") - (char in ")]")
        if depth < 0:
            return at
    return len(address)


def _fill(shown: list[str], start: int, end: int, with_what: str) -> None:
    shown[start:end] = with_what * max(0, end - start)
