"""Fill in the code of conduct.

What the sindresorhus index asks of its lists: a code of conduct that is there holds something, and names an address of the list's own maintainers rather
than a placeholder or that of another project.

Bad:

    # Awesome Radium
    ^^^^^^^^^^^^^^^^

    - [Polonium](https://example.org/polonium) - Counts what radium leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..entries import AwesomeList
from ..finding import Fault, Severity

group = "document"
severity = Severity.WARNING
on = False
profile = "awesome"

_NAME = re.compile(r"(?:.*[/\\])?code[-_]of[-_]conduct\.md$", re.I)
_PLACEHOLDER = re.compile(r"\[INSERT (?:EMAIL ADDRESS|CONTACT METHOD)\]", re.I)
_ANOTHERS = "sindresorhus@gmail.com"


def finds(found: AwesomeList, neighbours: Mapping[str, str] | None) -> Iterator[Fault]:
    if _NAME.match(found.source.name):
        line, message = _fault_in(found.source.text)
        if message:
            yield Fault(found.source.line_span(line), message)
        return
    for name, text in (neighbours or {}).items():
        if _NAME.match(name):
            line, message = _fault_in(text)
            if message:
                yield Fault(found.source.line_span(1), f"{name}, line {line}: {message}")


def _fault_in(text: str) -> tuple[int, str]:
    """The line and the fault of a code of conduct; no words where it has none."""
    if not text.strip():
        return 1, "the code of conduct is empty"
    for number, line in enumerate(text.splitlines(), 1):
        if _PLACEHOLDER.search(line):
            return number, "the placeholder ought to be an address of yours"
        if _ANOTHERS in line:
            return number, "the address is that of another project"
    return 1, ""
