"""Dates as lists write them: a day, a month or a year, and the form it is written in.

In goes a text, out come the date at the precision given and its `DateForm`, which writes
any date in the same form. The forms are those counted in 215 paper lists: `11 Oct 2022`,
`Oct 2022`, `October 11, 2022`, `11th Oct, 2022`, `2022-10-11`, `2022.10`, `2022/10/11`,
`10/2022`, `22.10.11`, `[2210]` and a year alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering
from typing import NamedTuple

_FULL = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
         "November", "December")  # fmt: skip
_NUMBER = {name.lower(): n for n, name in enumerate(_FULL, 1)}
_NUMBER |= {name[:3].lower(): n for n, name in enumerate(_FULL, 1)} | {"sept": 9, "june": 6, "july": 7}
MONTH_NAME = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
# Months as German, French, Spanish, Portuguese and Italian have them.
_FOREIGN = {
    name: number
    for names in (
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    )
    for number, name in enumerate(names.split(), 1)
}


def _days(year: int, month: int) -> int:
    """How many days a month has. (The standard library's calendar brings locale and datetime along, 4 ms of every start.)"""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@total_ordering
@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month (`day` is None) or a year (`month` is None too); `day` and `month` as written, valid or not."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO 8601 at this precision: `2023-03-20`, `2023-03`, `2023`."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: Date) -> bool:
        return self.first() < other.first()

    @property
    def precision(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return 1 + (self.month is not None) + (self.day is not None)

    @property
    def possible(self) -> bool:
        """Whether the calendar has it."""
        if self.month is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= _days(self.year, self.month)

    def first(self) -> tuple[int, int, int]:
        """The first day that it may mean."""
        return self.year, self.month or 1, self.day or 1

    def last(self) -> tuple[int, int, int]:
        """The last day that it may mean."""
        return self.year, self.month or 12, self.day or 31


class DateForm(NamedTuple):
    """How a date is written.

    `order` holds the parts in their order (`DMY`); `first`, `second` stand between them; `month` is
    abbr, full, number, or foreign (in words that are not written here); `padded` writes 02 for 2; `ordinal` writes 2nd; `dotted` writes `Mar.`;
    `short_year` writes 23.
    """

    order: str = "DMY"
    first: str = " "
    second: str = " "
    month: str = "abbr"
    padded: bool = False
    ordinal: bool = False
    dotted: bool = False
    short_year: bool = False

    def write(self, date: Date) -> str:
        """The date in this form, at its own precision."""
        year = f"{date.year % 100:02d}" if self.short_year else str(date.year)
        if date.month is None:
            return str(date.year)
        parts = {"Y": year, "M": self._month(date.month)}
        if date.day is None:
            left, right = [part for part in self.order if part != "D"]
            between = self.second if "D" in self.order[:1] or self.order == "MDY" else self.first
            return parts[left] + between + parts[right]
        parts["D"] = self._day(date.day)
        if "D" not in self.order:
            return self._replace(order="DMY" if self.order == "MY" else "YMD").write(date)
        left, middle, right = list(self.order)
        return parts[left] + self.first + parts[middle] + self.second + parts[right]

    def _month(self, month: int) -> str:
        if self.month == "number" or not 1 <= month <= 12:
            return f"{month:02d}" if self.padded else str(month)
        name = _FULL[month - 1]
        if self.month == "full":
            return name
        return name[:3] + ("." if self.dotted and len(name) > 3 else "")

    def _day(self, day: int) -> str:
        if self.ordinal:
            tail = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
            return f"{day}{tail}"
        return f"{day:02d}" if self.padded else str(day)

    def example(self) -> str:
        """The second of March 2023 in this form, for people."""
        return self.write(Date(2023, 3, 2))


class FoundDate(NamedTuple):
    """A date with its place in the text and the form it has."""

    start: int
    end: int
    date: Date
    form: DateForm


_DAY_FIRST = re.compile(
    rf"(?<![\w.])(?P<d>\d{{1,2}})(?P<o>st|nd|rd|th)?(?P<s1>[ \-]|\. )(?:of )?(?P<m>{MONTH_NAME})(?P<dot>\.)?(?P<s2>, ?| |-){_YEAR}(?!\d)",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<m>{MONTH_NAME})(?P<dot>\.)?(?P<s1> )(?P<d>\d{{1,2}})(?P<o>st|nd|rd|th)?(?P<s2>, ?| ){_YEAR}(?!\d)",
    re.I,
)
_MONTH_YEAR = re.compile(rf"(?<!\w)(?P<m>{MONTH_NAME})(?P<dot>\.)?(?P<s1>, ?| |-){_YEAR}(?!\d)", re.I)
_YEAR_FIRST = re.compile(
    rf"(?<![\w./-]){_YEAR}(?P<s1>[-./])(?P<m>\d{{1,2}})(?:(?P=s1)(?P<d>\d{{1,2}}))?(?![\w]|[-./]\d)"
)
_MONTH_SLASH_YEAR = re.compile(rf"(?<![\w./-])(?P<m>\d{{1,2}})(?P<s1>[/.]){_YEAR}(?![\w]|[-./]\d)")
_CHINESE = re.compile(rf"{_YEAR} ?(?P<s1>[年년]) ?(?P<m>\d{{1,2}}) ?[月월](?: ?(?P<d>\d{{1,2}}) ?[日일])?")
_DAY_MONTH_YEAR = re.compile(rf"(?<![\w./-])(?P<d>\d{{1,2}})(?P<s1>\.) ?(?P<m>\d{{1,2}})\. ?{_YEAR}(?![\w]|[-./]\d)")
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<d>\d{{1,2}})(?:\.|er|º)? (?:de )?)?(?P<m>{'|'.join(sorted(_FOREIGN, key=len, reverse=True))})(?: de| del|,)? {_YEAR}(?!\d)",
    re.I,
)
_SHORT = re.compile(
    r"(?<![\w./-])(?P<yy>[12]\d)(?=\.|/\d{1,2}/)(?P<s1>[./])(?P<m>\d{1,2})(?:(?P=s1)(?P<d>\d{2}))?(?![\w]|[-./]\d)"
)
_COMPACT = re.compile(
    r"(?<![\w./-])(?P<y>20[0-4]\d)(?P<s1>)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])?(?![\w]|[-./]\d)"
)
_ONLY_YEAR = re.compile(rf"(?<![\w./-]){_YEAR}(?:[年년](?!\d)|(?![\w]|[-./]\d))")
_NAMED = ((_DAY_FIRST, "DMY"), (_MONTH_FIRST, "MDY"), (_MONTH_YEAR, "MY"))


def find_date(text: str, short: bool = False) -> FoundDate | None:
    """The first date of a text, the most precise reading of it; None if it holds none.

    `short` also reads `24.05.15` and `25.9`, which elsewhere are version numbers; `29/03` is a day of any year.
    """
    for pattern, order in _NAMED:
        if found := pattern.search(text):
            return _named(found, order)
    if found := _IN_WORDS.search(text):
        day = int(found["d"]) if found["d"] else None
        date = Date(int(found["y"]), _FOREIGN[found["m"].lower()], day)
        return FoundDate(found.start(), found.end(), date, DateForm(month="foreign"))
    for pattern in (_DAY_MONTH_YEAR, _YEAR_FIRST, _MONTH_SLASH_YEAR, _CHINESE, *((_SHORT, _COMPACT) if short else ())):
        if (found := pattern.search(text)) and 0 < int(found["m"]) < 20:
            return _numeric(found)
    if found := _ONLY_YEAR.search(text):
        return FoundDate(found.start(), found.end(), Date(int(found["y"])), DateForm())
    return None


def _named(found: re.Match[str], order: str) -> FoundDate:
    parts = found.groupdict()
    day = int(parts["d"]) if parts.get("d") else None
    name = parts["m"]
    month = _NUMBER[name.lower()]
    form = DateForm(
        order=order,
        first=parts["s1"],
        second=parts.get("s2") or parts["s1"],
        month="full" if len(name) > 4 or name.lower() in ("june", "july") else "abbr",
        padded=bool(day is not None and parts["d"].startswith("0")),
        ordinal=bool(parts.get("o")),
        dotted=bool(parts["dot"]),
    )
    return FoundDate(found.start(), found.end(), Date(int(parts["y"]), month, day), form)


def _numeric(found: re.Match[str]) -> FoundDate:
    parts = found.groupdict()
    day = int(parts["d"]) if parts.get("d") else None
    year = int(parts["y"]) if parts.get("y") else 2000 + int(parts["yy"])
    first = found.start("m") < found.start("y") if parts.get("y") else False
    order = "MY" if first else "YMD" if day is not None else "YM"
    if first and day is not None:
        order = "DMY"
    padded = parts["m"].startswith("0") or (day is not None and parts["d"].startswith("0"))
    month = "foreign" if parts["s1"] in ("年", "년") else "number"
    form = DateForm(order, parts["s1"], parts["s1"], month, padded, short_year="yy" in parts and not parts.get("y"))
    return FoundDate(found.start(), found.end(), Date(year, int(parts["m"]), day), form)


_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?=$|T)")


def iso_date(text: str) -> Date | None:
    """A date as services give it: ISO 8601 of any precision, a time of day behind it or not; None for anything else."""
    found = _ISO.match(text)
    if found is None:
        return None
    parts = [int(part) for part in found.groups() if part is not None]
    date = Date(*parts)
    return date if date.possible else None
