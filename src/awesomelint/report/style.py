"""The style of a list for people: its templates and choices, with the counts behind them."""

from __future__ import annotations

from ..entries import AwesomeList
from ..style import Choice, Style


def style_text(found: AwesomeList, style: Style) -> str:
    """What `awesomelint style FILE` prints."""
    if not found.entries:
        return "No entry could be read, so there is no style to show.\n"
    parts = []
    for shape, template in style.templates.items():
        if not isinstance(shape, str):
            continue
        members = [entry for entry in found.entries if entry.shape == shape]
        fitting = sum(template.fits(entry) for entry in members)
        kind = members[0].kind
        parts.append(f"Template of {len(members)} entries ({kind}s); {fitting} fit it exactly:\n\n")
        parts.append("".join(f"    {line}\n" for line in template.notation().split("\n")) + "\n")
        lines = style.blank_lines.get(shape)
        if lines is not None and lines.counts:
            parts.append(_row(lines) + "\n")
    parts.append("Style:\n\n")
    parts += [_row(choice) for choice in style.choices if choice.counts]
    for group, order in style.orders.items():
        section = " > ".join(group[:-1]) or "the list"
        parts.append(f"    order of {section}: {order.direction} first ({order.agreeing} of {order.steps} steps)\n")
    for roles in sorted({roles for roles in style.required.values() if roles}):
        parts.append(f"    nearly every entry has: {', '.join(roles)}\n")
    return "".join(parts)


def _row(choice: Choice[str] | Choice[int]) -> str:
    counts = ", ".join(f"{_shown(value)} {number}" for value, number in choice.counts)
    by = {"list": "the list's own", "default": "no two thirds: the default", "configuration": "configured"}
    decided = by.get(choice.by, "no two thirds: nothing is said")
    value = "" if choice.value is None else f" {_shown(choice.value)}"
    return f"    {choice.name}:{value} ({decided}; {counts})\n"


def _shown(value: object) -> str:
    text = str(value)
    return f"`{text}`" if not text or text != text.strip() or not any(char.isalnum() for char in text) else text
