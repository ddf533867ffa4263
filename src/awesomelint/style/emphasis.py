"""The emphasis that a list gives a field, for one that lacks it."""

from __future__ import annotations

import re

from ..entries import Entry, Field
from .template import LEAST, Template, dress_of


def emphasised(entry: Entry, part: Field, template: Template) -> str | None:
    """The field with the emphasis that the list gives its role; None where it has some, or nothing is settled."""
    slot = template.slot(part.role)
    if slot is None or slot.dress.value is None or not part.exact or not template.usual(entry):
        return None
    opening, closing = slot.dress.value
    if not _EMPHASIS.search(opening) or sum(n for _, n in slot.dress.counts) < LEAST:
        return None
    before, behind = dress_of(entry, part)
    text = entry.source.text
    around = text[max(0, part.outer.start - 1) : part.outer.start] + text[part.outer.end : part.outer.end + 1]
    if before or behind or _EMPHASIS.search(part.text + around):
        return None
    return opening + part.text + closing


_EMPHASIS = re.compile(r"[*_]")
