"""A template that a maintainer wrote, as one that checks and writes.

In go a pattern and what the list itself does, out comes a `Template`: what the pattern leaves open is as in the list.
"""

from __future__ import annotations

from collections import Counter

from .choice import Choice
from .notation import Pattern
from .template import LOCAL, Slot, Template, tidy_gap


def template_of_pattern(pattern: Pattern, shape: str, seen: Template | None) -> Template:
    """A written template as one that checks and writes; what it leaves open is as the list does it."""
    slots, gaps, before = [], dict(seen.gaps) if seen else {}, dict(seen.before) if seen else {}
    dresses = dict(seen.dresses) if seen else {}
    last = ""
    for place in pattern.places:
        dress = (place.opening, place.closing)
        chosen = Choice(f"dress of {place.role}", dress, "configuration", ((dress, LOCAL),))
        share = 0.5 if place.optional else 1.0
        skeleton = place.skeleton
        slots.append(Slot(place.role, *dress, share, chosen, skeleton, place.again if place.repeats else None))
        for key in [key for key in dresses if key[1] == place.role]:
            del dresses[key]
        if last and not pattern.cells:
            gap = tidy_gap(place.before)
            gaps[last, place.role] = Choice(f"gap {last}-{place.role}", gap, "configuration", ((gap, LOCAL),))
            before[place.role] = Choice(f"gap before {place.role}", gap, "configuration", ((gap, LOCAL),))
        if place.repeats:
            again = place.again
            gaps[place.role, place.role] = Choice(
                f"gap {place.role}-{place.role}", again, "configuration", ((again, LOCAL),)
            )
        last = place.role
    entries, sequences = (seen.entries, seen.sequences) if seen else (0, Counter[tuple[str, ...]]())
    return Template(shape, entries, tuple(slots), gaps, before, sequences, dresses)
