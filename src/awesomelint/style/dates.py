"""The date style of a list: each dimension of the form is a choice of its own.

`27 March 2023` and `27 Mar 2023` agree on order and separators and differ in the month's name; so
the parts are counted apart, and what no two thirds agree on gets its documented default: short
month names, no leading zero before a named month, `2 Mar 2023`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ..entries import Date, DateForm, Entry
from .choice import Choice, choose

_Layout = tuple[str, str, str, str]


class DateStyle(NamedTuple):
    """How days and months are written; None where the list has no form of its own."""

    day: DateForm | None
    month: DateForm | None
    choices: tuple[Choice[str], ...]

    def write(self, date: Date, own: DateForm) -> str | None:
        """A date in the list's form; None where nothing is to be said: years, and forms without a majority.

        `own` is the form that it has. A leading zero in a date of numbers is never taken away: `2023-03-02`
        is ISO 8601, and sorts.
        """
        form = self.day if date.precision == 3 else self.month
        if form is None or date.precision == 1 or not date.possible:
            return None
        if form.month == "number" and not form.padded:
            form = form._replace(padded=own.padded)
        return form.write(date)


def infer_dates(entries: Iterable[Entry], wish: DateForm | None) -> DateStyle:
    """The form in which most entries write their dates."""
    found = [entry.date for entry in entries if entry.date is not None and entry.date.date.precision > 1]
    days = [part.form for part in found if part.date.precision == 3]
    months = [part.form for part in found if part.date.precision == 2]
    names: Counter[str] = Counter()
    padding: Counter[str] = Counter()
    ordinal: Counter[str] = Counter()
    dots: Counter[str] = Counter()
    for part in found:
        form, date = part.form, part.date
        named = form.month != "number"
        if named and date.month != 5:  # May is both
            names[form.month] += 1
        if named and form.month == "abbr" and date.month != 5:
            dots["Mar." if form.dotted else "Mar"] += 1
        if date.day is not None and named:
            ordinal["2nd" if form.ordinal else "2"] += 1
        small = date.day if date.day is not None and named else date.month
        if small is not None and small < 10 and not form.ordinal and (not named or date.day is not None):
            padding["02" if form.padded else "2"] += 1
    picks = (
        choose("month name", names, "abbr"),
        choose("leading zero", padding, "2"),
        choose("ordinal day", ordinal, "2"),
        choose("stop after a short month", dots, "Mar"),
    )
    day = _form("day's form", days, picks)
    month = _form("month's form", months, picks)
    day_form, month_form = day[0], month[0]
    if day_form is not None and day_form.month != "number" and (month_form is None or month_form.month != "number"):
        month_form = (
            day_form if month_form is None else month_form._replace(month=day_form.month, dotted=day_form.dotted)
        )
    if wish is not None:
        day_form = month_form = wish
    return DateStyle(day_form, month_form, (day[1], month[1], *picks))


def _form(name: str, forms: list[DateForm], picks: tuple[Choice[str], ...]) -> tuple[DateForm | None, Choice[str]]:
    """The layout that two thirds share, filled with what was chosen of the rest."""
    layouts: Counter[_Layout] = Counter(_layout(form) for form in forms)
    chosen = choose(name, layouts)
    shown: Choice[str] = Choice(
        name,
        None if chosen.value is None else _example(chosen.value),
        chosen.by,
        tuple((_example(k), n) for k, n in chosen.counts),
    )
    if chosen.value is None:
        return None, shown
    month, padded, ordinal, dotted = (pick.value for pick in picks)
    order, first, second, kind = chosen.value
    return (
        DateForm(
            order,
            first,
            second,
            (month or "abbr") if kind == "name" else "number",
            padded == "02",
            ordinal == "2nd" and kind == "name",
            dotted == "Mar." and kind == "name",
            kind == "short",
        ),
        shown,
    )


def _layout(form: DateForm) -> _Layout:
    kind = "name" if form.month != "number" else "short" if form.short_year else "number"
    return form.order, form.first, form.second, kind


def _example(layout: _Layout) -> str:
    order, first, second, kind = layout
    form = DateForm(
        order, first, second, "abbr" if kind == "name" else "number", kind != "name", short_year=kind == "short"
    )
    return form.write(Date(2023, 3, 2 if "D" in order else None))
