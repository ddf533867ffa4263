"""The examples on a rule's page, as data.

In goes a rule's docstring, out come its sections: the Markdown of each `Bad:` and `Good:`, and the
places that carets mark. Blanks that matter are drawn as `␠`, a line of many as `␠×512000`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..evidence import Evidence, evidence_from
from ..source import Source, Span

_MANY = re.compile(r"^␠×(\d+)$")
# No line of an example is that long unless it is drawn shorter.
_DRAWN = 1000
_CARETS = re.compile(r"^ *\^[ ^]*$")


class Example(NamedTuple):
    """One example: bad or good, its text, and the marked places of a bad one."""

    bad: bool
    text: str
    places: tuple[Span, ...]


def examples(page: str) -> list[Example]:
    """The examples of a page, in order. Raises ValueError for a bad one without carets."""
    found = []
    for head, body in _sections(page):
        if head == "Evidence":
            continue
        example = read_example(body, bad=head == "Bad")
        if example.bad and not example.places:
            raise ValueError("a bad example needs carets under the fault")
        found.append(example)
    return found


def _sections(page: str) -> Iterator[tuple[str, str]]:
    """The parts of a page that are no prose: what heads them, and what is indented below."""
    for part in re.split(r"(?m)^(?=(?:Bad|Good|Evidence):$)", page)[1:]:
        head, _, body = part.partition("\n")
        lines = []
        for line in body.lstrip("\n").split("\n"):
            if line.strip() and not line.startswith("    "):
                break
            lines.append(line[4:])
        yield head.rstrip(":"), "\n".join(lines).strip("\n") + "\n"


def evidence_of(page: str) -> Evidence | None:
    """What the services say on a page, written as TOML; None where the rule asks no service."""
    import tomllib

    said = [body for head, body in _sections(page) if head == "Evidence"]
    return evidence_from(tomllib.loads("\n".join(said))) if said else None


def read_example(markdown: str, bad: bool) -> Example:
    """An example's text without its carets, and the places that they mark."""
    lines: list[str] = []
    marks: list[tuple[int, int, int]] = []
    for line in markdown.split("\n"):
        if _CARETS.match(line):
            marks += [(len(lines) - 1, found.start(), found.end()) for found in re.finditer(r"\^+", line)]
        else:
            lines.append(_MANY.sub(lambda many: "␠" * int(many[1]), line).replace("␠", " "))
    # `␄` draws the end of a file whose last line has no end.
    source = Source("\n".join(lines).partition("␄")[0])
    spans = [source.line_span(number + 1) for number in range(len(source.line_spans))]
    places = tuple(Span(spans[row].start + first, _end(spans[row], last)) for row, first, last in marks)
    return Example(bad, source.text, places)


def _end(line: Span, last: int) -> int:
    """Where a marked place ends; a line of many blanks is marked whole."""
    return line.end if line.end - line.start > _DRAWN else line.start + last
