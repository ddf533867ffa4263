"""How a list breaks the lines of an entry: whether the page shows the break, and with what mark.

In go entries, out comes a `BreakStyle` with the counts behind it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from ..entries import Entry
from ..source import Span
from .choice import Choice, choose

# What forces a break before a line's end (CommonMark 0.31, "Hard line breaks"), and HTML's own.
_BREAK = re.compile(r"(?P<mark>[ \t]*<br[ \t]*/?>[ \t]*|[ \t]*\\|[ \t]*)(?=\r\n|\n|\r)")
# A form of so many breaks is the list's own if so much of them have it.
LEAST = 8
NEARLY_ALL = 0.9


class LineBreak(NamedTuple):
    """One break between two fields: where its mark stands, and the form: `\\`, `<br>`, two blanks or nothing."""

    span: Span
    form: str
    raw: str
    """As it stands, with the blanks around it."""
    between_links: bool


class BreakStyle(NamedTuple):
    """forced or soft, the mark that forces nearly all breaks, and how that is mostly written, blanks included."""

    shown: Choice[str]
    mark: Choice[str]
    text: str


def breaks_of(entry: Entry) -> Iterator[LineBreak]:
    """The breaks between the fields of an entry in one paragraph; a blank line between two is none."""
    if entry.html or entry.kind == "row":
        return
    text = entry.source.text
    for left, right in pairwise(entry.fields):
        gap = text[left.outer.end : right.outer.start]
        found = _BREAK.search(gap)
        if found is None or not _in_one_paragraph(gap[found.end() :]):
            continue
        mark = found["mark"]
        form = "\\" if "\\" in mark else "<br>" if "<" in mark else "  " if mark.endswith("  ") else ""
        links = {left.role, right.role} <= {"link", "badge"}
        yield LineBreak(Span(left.outer.end + found.start(), left.outer.end + found.end()), form, mark, links)


def _in_one_paragraph(rest: str) -> bool:
    """Whether the line behind a break goes on with the same paragraph: no blank line, list mark, quote or heading begins it."""
    return re.match(r"(?:\r\n|\n|\r)[ \t]*(?![-*+>#|\r\n]|\d+[.)] )", rest + " ") is not None and rest.count("\n") == 1


def infer_breaks(entries: Iterable[Entry], wish: str | None) -> BreakStyle:
    """What the breaks of the entries have in common."""
    seen = [one for entry in entries for one in breaks_of(entry)]
    forms = Counter(one.form for one in seen)
    shown = Counter({"forced": sum(n for form, n in forms.items() if form), "soft": forms[""]})
    choice = choose("line break", +shown)
    if wish is not None:
        choice = Choice("line break", wish, "configuration", choice.counts)
    marks = Counter({form: n for form, n in forms.items() if form})
    mark, often = marks.most_common(1)[0] if marks else ("", 0)
    settled = often >= LEAST and often >= NEARLY_ALL * forms.total()
    written = Counter(one.raw for one in seen if one.form == mark and settled)
    text = written.most_common(1)[0][0] if written else mark
    own = Choice(
        "mark of a line break", mark if settled else None, "list" if settled else "nobody", tuple(marks.items())
    )
    return BreakStyle(choice, own, text if mark != "  " else mark)
