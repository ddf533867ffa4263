"""A list's form as a passage for CONTRIBUTING.md: what `awesomelint init --contributing` prints.

In go a list, its style and the entries with findings, out comes Markdown between two comments, by which the passage is found again and held fresh.
"""

from __future__ import annotations

import re
from collections import Counter

from ..entries import AwesomeList, Date, Entry
from ..source import Source
from ..style import Style

BEGIN, END = "<!-- awesomelint: the form of an entry -->", "<!-- awesomelint: end -->"


def passage(found: AwesomeList, style: Style, faulty: frozenset[int], name: str) -> str:
    """The passage with its comments; `faulty` are the numbers of entries that are no example."""
    shapes = Counter(entry.shape for entry in found.entries)
    parts = [BEGIN, "", "## Adding an entry", ""]
    for shape, _ in shapes.most_common(2):
        template = style.templates.get(shape)
        if template is None:
            continue
        kind = "row" if shape.startswith("row:") else "entry"
        parts += [
            f"Write {'an' if kind == 'entry' else 'a'} {kind} in this form (what stands between `[?` and `]` may be left out):",
            "",
        ]
        parts += [_code(template.notation()), ""]
        example = _example(found, style, shape, faulty)
        if example is not None:
            parts += ["for example:", "", _code(_text(example)), ""]
    parts += [*(f"- {line}" for line in _habits(style)), ""]
    parts += [
        "Check it before you open a pull request; only what you add or change is reported:",
        "",
        _code(
            f"pip install awesomelint\nawesomelint check --since origin/HEAD {name}\nawesomelint fix --since origin/HEAD {name}"
        ),
        "",
        END,
    ]
    return "\n".join(parts) + "\n"


# Alone on its line: a sentence may speak of the marks.
_BEGINS = re.compile(rf"^{re.escape(BEGIN)}[ \t]*\r?$", re.M)
_ENDS = re.compile(rf"^{re.escape(END)}[ \t]*\r?$", re.M)


def put_into(text: str, new: str) -> str:
    """A CONTRIBUTING.md with the passage in its place, or at its end where it has none."""
    newline = Source(text).newline
    new = new.replace("\n", newline)
    begin = _BEGINS.search(text)
    end = _ENDS.search(text, begin.end()) if begin is not None else None
    if begin is None or end is None:
        return text.rstrip("\r\n") + (2 * newline if text.strip() else "") + new
    rest = text[end.end() :].lstrip("\r\n")
    return text[: begin.start()] + new + (newline + rest if rest else "")


def _example(found: AwesomeList, style: Style, shape: str, faulty: frozenset[int]) -> Entry | None:
    """The first of the fullest entries that have the list's form and no finding."""
    best: tuple[int, Entry] | None = None
    for number, entry in enumerate(found.entries):
        template = style.template_of(entry)
        if entry.shape == shape and number not in faulty and template is not None and template.fits(entry):
            roles = len({part.role for part in entry.fields})
            if best is None or roles > best[0]:
                best = (roles, entry)
    return best[1] if best is not None else None


def _text(entry: Entry) -> str:
    return entry.source.text[entry.span.start : entry.span.end].rstrip()


def _code(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def _habits(style: Style) -> list[str]:
    """What the list has settled, a line each."""
    said = []
    form = style.dates.day or style.dates.month
    if form is not None:
        said.append(f"dates as `{form.write(Date(2023, 3, 2 if style.dates.day is not None else None))}`")
    if style.author_separator.by == "list":
        said.append(f"authors with `{style.author_separator.value}` between them")
    if style.arxiv.by == "list":
        said.append(f"arXiv as `https://arxiv.org/{style.arxiv.value}/…`, without a version")
    directions = {order.direction for order in style.orders.values()}
    if len(directions) == 1:
        direction = directions.pop()
        words = {"title": "in alphabetical order", "venue": "sorted by venue"}
        said.append(f"entries {words.get(direction, direction.partition('-')[0] + ' first')}")
    required = sorted({role for own in style.required.values() for role in own})
    if required:
        said.append(f"every entry has: {', '.join(required)}")
    return said
