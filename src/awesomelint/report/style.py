"""The style of a list for people: its templates and choices, with the counts behind them and what differs."""

from __future__ import annotations

from collections import Counter

from ..entries import AwesomeList, Entry
from ..style import Choice, Style, Template

# So many entries that differ are named a template; the rest is counted by reason.
NAMED = 5


def style_text(found: AwesomeList, style: Style) -> str:
    """What `awesomelint style FILE` prints."""
    if not found.entries:
        return "No entry could be read, so there is no style to show.\n"
    parts = []
    for key, template in style.templates.items():
        if isinstance(key, str):
            members = [entry for entry in found.entries if entry.shape == key]
            parts.append(_template(found, style, f"{len(members)} entries ({members[0].kind}s)", template, members))
            lines = style.blank_lines.get(key)
            if lines is not None and lines.counts:
                parts.append(_row(lines) + "\n")
        elif template.local is not None and template.local.notation() != style.templates[key[-1]].notation():
            section = " > ".join(key[:-1]) or "the top"
            parts.append(f"Section {section} has a form of its own:\n\n{_indented(template.local.notation())}\n")
    parts.append("Style:\n\n")
    parts += [_row(choice) for choice in style.choices if choice.counts]
    for group, order in style.orders.items():
        section = " > ".join(group[:-1]) or "the list"
        parts.append(f"    order of {section}: {order.direction} first ({order.agreeing} of {order.steps} steps)\n")
    for roles in sorted({roles for roles in style.required.values() if roles}):
        parts.append(f"    nearly every entry has: {', '.join(roles)}\n")
    return "".join(parts)


def _template(found: AwesomeList, style: Style, what: str, template: Template, members: list[Entry]) -> str:
    """A template with the entries that it does not give back, and why."""
    differing = []
    for entry in members:
        own = style.template_of(entry)
        if own is not None and not own.fits(entry):
            differing.append((found.source.line_of(entry.span.start), entry.name, own.misfit(entry) or "blanks"))
    text = f"Template of {what}; {len(members) - len(differing)} fit it exactly:\n\n{_indented(template.notation())}\n"
    for line, name, why in differing[:NAMED]:
        text += f"    line {line} differs ({why}): {name[:60]}\n"
    if len(differing) > NAMED:
        rest = Counter(why for _, _, why in differing[NAMED:])
        told = ", ".join(f"{why} {number}" for why, number in rest.most_common(NAMED))
        text += f"    and {len(differing) - NAMED} more: {told}\n"
    return text + ("\n" if differing else "")


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.split("\n"))


def _row(choice: Choice[str] | Choice[int]) -> str:
    counts = ", ".join(f"{_shown(value)} {number}" for value, number in choice.counts)
    by = {"list": "the list's own", "default": "no two thirds: the default", "configuration": "configured"}
    decided = by.get(choice.by, "no two thirds: nothing is said")
    value = "" if choice.value is None else f" {_shown(choice.value)}"
    return f"    {choice.name}:{value} ({decided}; {counts})\n"


def _shown(value: object) -> str:
    text = str(value)
    return f"`{text}`" if not text or text != text.strip() or not any(char.isalnum() for char in text) else text
