"""A venue and its year as a list writes them.

In go a venue's name and a year, out comes the text that the list's own entries would have: its spelling of the venue, its form of the year.
"""

from __future__ import annotations

from ..entries import Entry, VenueTable
from ..source import Span
from .infer import Style
from .venue_years import VenueYear


def written_venue(
    name: str, year: int | None, entry: Entry, style: Style, venues: VenueTable, default: str = " 2023"
) -> str:
    """The venue in the form of the entries that stand around `entry`; `default` is the form of the year where the list has none of its own."""
    known = venues.read(name)
    choice = style.venues.get(known.key)
    # Without a settled spelling the commonest is still the list's own.
    called = (choice.value or (choice.counts[0][0] if choice.counts else name)) if choice is not None else name
    if year is None:
        return called
    journal = known.alias is not None and "journal" in known.alias.venue.kind
    form = style.venue_years.get(f"{entry.shape} journal" if journal else entry.shape) or style.venue_years.get(
        entry.shape
    )
    wanted = form.value if form is not None and form.value else default
    whole = VenueYear(Span(0, 0), called, year, wanted)
    return whole.write(wanted if whole.may_take(wanted) else " 2023")
