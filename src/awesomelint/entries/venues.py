"""Venues: the table of known names, and the year, track and name in a venue's text.

In goes a text such as `CVPR'23 (Oral)`, out comes a `Venue`: the name as written without year and
track, and the known venue that it means. The table, `venues.tsv`, holds 408 names counted in 240
lists with their aliases; an alias has a kind, because only a *form* means the very same:

    form        another spelling of the name: `IEEE TMI`, `Med. Image Anal.`
    former      right until a year: `NIPS=2017`
    typo        a known slip: `NeurlPS`
    track       a part of the venue: `ICLR Oral`
    joint       held together with another: `ACL-IJCNLP`
    ambiguous   a venue only beside a year: `MM`, `Media`
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from .letters import fold
from .venue_names import forms_of_record, is_workshop
from .venue_words import NO_VENUE, PUBLISHES, QUALIFIER, VENUE_WORD


class KnownVenue(NamedTuple):
    """One row of the table."""

    name: str
    full: str
    kind: str


class Alias(NamedTuple):
    """A spelling in the table: the venue that it means and in what way."""

    venue: KnownVenue
    kind: str
    """name, full, form, former, typo, track, joint or ambiguous."""
    until: int = 0
    """The last year in which a former name was right."""


class Venue(NamedTuple):
    """A venue as an entry names it. Offsets are into the text that was read."""

    name: str
    """As written, without year, track, volume and pages."""
    start: int
    end: int
    year: int | None = None
    year_span: tuple[int, int] | None = None
    track: str = ""
    alias: Alias | None = None

    @property
    def preprint(self) -> bool:
        """Whether it is a server of preprints rather than a publication."""
        return (
            self.alias is not None and self.alias.venue.kind == "preprint server"
        ) or "preprint" in self.name.lower()

    @property
    def key(self) -> str:
        """One key for all forms of one venue."""
        if self.alias is not None and self.alias.kind in ("name", "full", "form", "ambiguous"):
            return self.alias.venue.name
        return fold(self.name)


OwnVenues = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of venues that a configuration knows, each with its other spellings."""


def _with_own(own: OwnVenues) -> dict[str, Alias]:
    """The table with the venues of a configuration above it."""
    table = dict(_table())
    for name, others in own:
        known = table.get(fold(name))
        venue = KnownVenue(name, known.venue.full if known else name, known.venue.kind if known else "own")
        for alias in [one for one in table.values() if known is not None and one.venue == known.venue]:
            table[fold(alias.venue.name)] = Alias(venue, "form")
        table.update({fold(other): Alias(venue, "form") for other in others})
        table[fold(name)] = Alias(venue, "name")
    return table


@cache
def _table() -> dict[str, Alias]:
    """The table by folded spelling; a name wins over an alias of another venue."""
    names: dict[str, Alias] = {}
    others: dict[str, Alias] = {}
    lines = Path(__file__).with_name("venues.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        name, full, kind, beside_year, forms, more = line.split("\t")
        venue = KnownVenue(name, full, kind)
        names.setdefault(fold(name), Alias(venue, "ambiguous" if beside_year else "name"))
        others.setdefault(fold(full), Alias(venue, "full"))
        for form in filter(None, forms.split(";")):
            others.setdefault(fold(form), Alias(venue, "form"))
        for other in filter(None, more.split(";")):
            sort, _, rest = other.partition("=")
            spelling, _, until = rest.partition("=")
            others.setdefault(fold(spelling), Alias(venue, sort, int(until or 0)))
    return {**others, **names}


# The longest venue of 94,000 counted entries has 203 characters; the patterns below never see more.
LONGEST = 240

_TRACK = re.compile(rf"[\s,(\[-]+(?P<track>(?:{QUALIFIER})(?:\s*(?:paper|presentation|track))?)[\s)\]!]*$", re.I)
_YEAR_END = re.compile(
    r"(?P<gap>[\s,\-_(]*)(?P<quote>['’‘`])? ?(?P<year>(?<![\d.])(?:19|20)\d\d|(?<=['’‘` A-Za-z])\d\d)(?P<tail>['’)\]]*)$"
)
_DIGIT = re.compile(r"\d")
# What stands at a venue's end begins no farther from it than so many characters.
_LONGEST_YEAR, _LONGEST_TRACK = 24, 80
_TRACK_WORD = re.compile(
    r"[oO]ral|[sS]potl|[pP]oster|[hH]ighl|[aA]ward|[mM]ain|[lL]ong|[sS]hort|[dD]emo|[tT]rack|[iI]ndus|D&B|[dD]atas|[aA]ccep|[tT]o app|[sS]ubm|[uU]nder r|[iI]n pr|[fF]indi"
)
_YEAR_START = re.compile(r"^(?P<year>(?:19|20)\d\d)[\s,\-_]+(?=\S)")
_YEAR_INSIDE = re.compile(r"(?:(?:[\s,]+|(?<=[A-Za-z]))(?P<year>(?:19|20)\d\d)|\s?['’‘](?P<short>\d\d))(?=[\s,]+\S)")
_PROCEEDINGS = re.compile(r"^(?:in\s+)?(?:the\s+)?proc(?:eedings|\.)?\s+of\s+(?:the\s+)?", re.I)
# A journal's volume: `Nature Machine Intelligence 5`; a year is none.
_VOLUME_BEHIND = re.compile(
    r"(?<=[A-Za-z.])(?<!\bp\.)(?<!\bpp\.)(?<!\bno\.)(?<!\bvol\.)(?:,?\s(?!(?:19|20)\d\d\b)\d{1,5})+$"
)
# `arXiv:2511.12149 [cs]`: the number is no part of the name.
_ARXIV_NUMBER = re.compile(
    r"(?P<name>(?:ar|bio|med|chem)xiv(?: e-?prints?| preprint)?)(?: preprint)?[\s:,]+(?:arXiv:)?\d{4}\.\d{4,5}(?:v\d+)?(?:\s*\[[\w.-]+\])?$",
    re.I,
)
_PAGES = re.compile(
    r"[\s,;:]+(?:(?:vol(?:ume|\.)?|no\.?|pp?\.?|pages)[\s:]*[A-Za-z]?\d|\(?\d+\s*\(\d+\)|\d+\s*[:(]\s*\d+|\d+\s*[-–]\s*\d+).*$",
    re.I,
)
# What stands behind a year or a known name and is no part of it: `AAAI 2021 paper`, `WACV Proceedings`, `bioRxiv preprint`.
_SORT_BEHIND = re.compile(r"\s+(?:papers?|proceedings|proc\.|(?:pre|e-?)prints?):?$", re.I)
_LEAD = re.compile(
    r"^(?:in:?\s+|in the\s+|published (?:in|at)\s+|(?:(?:the )?(?:official |source )*(?:code|implementation) (?:for|of)(?: (?:our|the))?\s+)|accepted (?:at|by|to|in)\s+|presented at\s+)",
    re.I,
)
# Where a publisher is, before its name: `New York: Oxford University Press`, `Cambridge, MA: MIT Press`.
_PLACE = re.compile(
    r"[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}(?:, (?:[A-Z][\w.]+ ?){1,3})?:\s+(?=(?:[A-Z][\w&’'-]*\s+){0,4}(?:Press|Verlag|Publish\w+|Books|Media|Wiley|Springer|Elsevier|Hall)\b)"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[-/ @&][A-Z0-9][A-Za-z0-9]*){0,2}$|[A-Z]{2,}\d?$|\d[A-Z]{2,}$")


class VenueTable:
    """The known venues: those of the built-in table, and above them those of a configuration; with a memory of what was asked."""

    def __init__(self, own: OwnVenues) -> None:
        self.own = own
        self._aliases = _with_own(own) if own else _table()
        self.scored: Callable[[str], tuple[Venue, float]] = lru_cache(maxsize=16384)(self._scored)
        """A text as a venue, and how much it looks like one."""
        self.is_token: Callable[[str], bool] = lru_cache(maxsize=8192)(self._is_token)
        """Whether a single word is a known venue's name and nothing else: `NeurIPS`, but not `Nature`."""
        self.of_record: Callable[[str], KnownVenue | None] = lru_cache(maxsize=4096)(self._of_record)
        """The known venue that a record's name means; a workshop is never its conference."""

    def __reduce__(self) -> tuple[type[VenueTable], tuple[OwnVenues]]:
        """A copy in another process knows the same venues and remembers nothing."""
        return VenueTable, (self.own,)

    def alias(self, name: str) -> Alias | None:
        """What the table says of a spelling."""
        return self._aliases.get(fold(name))

    def read(self, text: str) -> Venue:
        """The venue that a text names, whatever it is; whether it is one is for `score` to say."""
        start, end = 0, len(text)
        if end > LONGEST:
            return Venue(text, 0, end)
        while start < end and text[start] in " \t\n([{*_`\"'“.,:@":
            start += 1
        while end > start and text[end - 1] in ' \t\n*_`"“”.,:;':
            end -= 1
        if (number := _ARXIV_NUMBER.match(text, start, end)) is not None:
            end = number.end("name")
        end = self._without_sort(text, start, end)
        track, year, year_span = "", None, None
        if lead := _LEAD.match(text[start:end]):
            start += lead.end()
        if ": " in text and (place := _PLACE.match(text, start, end)):
            start = place.end()
        # Most texts hold neither a digit nor a track's word, and are asked for nothing more.
        dated = _DIGIT.search(text, start, end) is not None
        tracked = _TRACK_WORD.search(text, start, end) is not None
        for _ in range(2 if dated or tracked else 0):
            if tracked and (found := _TRACK.search(text, max(start, end - _LONGEST_TRACK), end)):
                track, end = found["track"], found.start()
            if (
                dated
                and year is None
                and (found := _YEAR_END.search(text, max(start, end - _LONGEST_YEAR), end))
                and found.start() > start
                and _is_year(text, found)
                and (
                    found["quote"] or len(found["year"]) == 4 or found["gap"] or self.alias(text[start : found.start()])
                )
            ):
                year, year_span, end = _full_year(found["year"]), found.span("year"), found.start()
        if dated and year is None and (found := _YEAR_START.match(text[start:end])):
            year, year_span = int(found["year"]), (start, start + 4)
            start += found.end()
        if text.endswith(" on", start, end):
            end -= 3  # `arXiv on 24 May 2019`
        while end > start and text[end - 1] in " \t,-(.'’":
            end -= 1
        end = self._without_sort(text, start, end)
        name = text[start:end]
        alias = self.alias(name) or self.alias(_PROCEEDINGS.sub("", name))
        if alias is None and (volume := _VOLUME_BEHIND.search(text, max(start, end - _LONGEST_TRACK), end)) is not None:
            known = self.alias(text[start : volume.start()])
            if known is not None or text.count(" ", start, volume.start()):
                end, name, alias = volume.start(), text[start : volume.start()], known
        if alias is None and (dated or " p" in name or " v" in name):
            name, start, end, year, year_span = _without_details(text, start, end, year, year_span)
            alias = self.alias(name)
        return Venue(" ".join(name.split()), start, end, year, year_span, track, alias)

    def _without_sort(self, text: str, start: int, end: int) -> int:
        """Where a venue's text ends without `paper` or the like behind a year or a known name; `arXiv preprint` is known as it is."""
        sort = _SORT_BEHIND.search(text, max(start, end - _LONGEST_YEAR), end)
        if sort is None:
            return end
        known = self.alias(text[start:end]) is None and self.alias(text[start : sort.start()]) is not None
        return sort.start() if known or text[sort.start() - 1].isdigit() else end

    def _scored(self, text: str) -> tuple[Venue, float]:
        venue = self.read(text)
        return venue, self.score(venue)

    def score(self, venue: Venue) -> float:
        """How much a text looks like a venue, from -3 (no) to 6 (a known name, with a year)."""
        alias, name = venue.alias, venue.name
        if not name or len(name) > 160 or name.isdigit():
            return -3.0
        # `It is long` tells of no track.
        dated = venue.year is not None or bool(venue.track and (venue.alias or not venue.track[0].islower()))
        if alias is not None and alias.kind != "ambiguous":
            exact = name in (alias.venue.name, alias.venue.full) or len(name) > 4
            if not dated and alias.venue.name.isupper() and name.istitle() and len(name) < _A_WORD:
                return 0.5  # FAST is a conference, `Fast.` is a word
            return 6.0 if dated else 4.5 if exact or name.isupper() else 2.5
        if alias is not None:
            return 4.5 if dated else 0.0
        if NO_VENUE.search(name) is not None and PUBLISHES.search(name) is None:
            return -2.0
        words = name.split()
        if len(words) <= 22 and _has_venue_word(name):
            return 3.6 + 1.4 * dated
        if len(words) <= 9 and _ABBREVIATED.fullmatch(name):
            return 3.2 + 1.4 * dated
        if len(words) <= 9 and any(self.is_token(word) for word in words) and not _is_prose(words):
            return 2.8 + 1.4 * dated
        if len(name) <= 16 and _ACRONYM.fullmatch(name):
            return 3.0 if dated else -0.4
        if dated and len(words) <= 6 and name[0].isupper():
            return 1.2
        return -1.5

    def meant(self, venue: Venue, dated: bool) -> str | None:
        """The known venue that a misspelt name means; None for a known name, and where two venues are as near.

        A known slip is one wherever it stands. What is one letter off (or has two neighbours exchanged) is believed of names of six letters and more
        beside a year: shorter ones are near to everything. A `W` behind a name is its workshop.
        """
        if venue.alias is not None:
            return venue.alias.venue.name if venue.alias.kind == "typo" else None
        if not dated or not _NEAR_ENOUGH.fullmatch(venue.name):
            return None
        name = venue.name.casefold()
        if name.endswith("w") and name[:-1] in {known.casefold() for known in self._slips.get(len(name), ())}:
            return None
        near = {known for known in self._slips.get(len(name), ()) if _one_slip(name, known.casefold())}
        return near.pop() if len(near) == 1 else None

    @cached_property
    def _slips(self) -> dict[int, tuple[str, ...]]:
        """The known names by the lengths that a slip of one letter may have."""
        found: dict[int, list[str]] = {}
        for alias in self._aliases.values():
            name = alias.venue.name
            if alias.kind == "name" and len(name) >= 6 and name.isalpha():
                for length in (len(name) - 1, len(name), len(name) + 1):
                    found.setdefault(length, []).append(name)
        return {length: tuple(dict.fromkeys(names)) for length, names in found.items()}

    def _is_token(self, word: str) -> bool:
        if len(word) < 4 or not any(char.isupper() for char in word[1:]):
            return False
        alias = self.alias(word)
        return alias is not None and alias.kind in ("name", "form", "former", "typo")

    def _of_record(self, name: str) -> KnownVenue | None:
        for form in forms_of_record(name):
            alias = self.alias(form)
            if alias is None or alias.kind in ("typo", "track", "joint"):
                continue
            venue = alias.venue
            if is_workshop(name) and not (
                venue.kind == "workshop" or venue.name.endswith("W") or "orkshop" in venue.full
            ):
                return None
            return venue
        return None

    def usual_name(self, name: str) -> str:
        """What people call the venue that a record names: its short name, but not a bibliographer's (`Nat. Commun.`); the record's words where the table does not know it."""
        venue = self.of_record(name)
        if venue is None:
            return name
        return venue.full if "." in venue.name else venue.name


def _without_details(
    text: str, start: int, end: int, year: int | None, year_span: tuple[int, int] | None
) -> tuple[str, int, int, int | None, tuple[int, int] | None]:
    """A long name without volume and pages, and with a year in its middle taken out."""
    if (pages := _PAGES.search(text, start, end)) and pages.start() > start + 2:
        end = pages.start()
    if year is None and (inside := _YEAR_INSIDE.search(text, start, end)):
        year = _full_year(inside["year"] or inside["short"])
        year_span = inside.span("year" if inside["year"] else "short")
        return text[start : inside.start()] + text[inside.end() : end], start, end, year, year_span
    return text[start:end], start, end, year, year_span


def _is_year(text: str, found: re.Match[str]) -> bool:
    """Whether a number behind a name is a year: `Vol. 23` and `Computer Vision, 60` are none."""
    if len(found["year"]) == 4:
        return True
    if _VOLUME.search(text, 0, found.start()):
        return False
    return bool(found["quote"]) or int(found["year"]) <= 40 or int(found["year"]) >= 85


_VOLUME = re.compile(r"\b(?:vol(?:ume)?|no|pp?|issue|pages?)\.?\s*$", re.I)


def _full_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 50 else 1900 + int(digits)


_NEAR_ENOUGH = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z]{6,}")


def _one_slip(one: str, other: str) -> bool:
    """Whether a letter was left out, put in, changed, or two neighbours were exchanged."""
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    left, right = one[same:], other[same:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[1::-1] == right[:2] and left[2:] == right[2:])
    return left[1:] == right or left == right[1:]


# Shorter names are words too where they are not written in capitals.
_A_WORD = 6


# A journal by ISO 4: at least two abbreviated words, one of them longer than an initial (`Bull. Seismol. Soc. Am`).
_ABBREVIATED = re.compile(
    r"(?!(?:Prof|Dr|Mrs?|Ms)\.)(?=.*[a-z]{2}\.)(?!.*\b[A-Z]\.\s*[A-Z][a-z]+$)[A-Z][A-Za-z]{0,12}\.(?:[\s-]?(?:[A-Z][A-Za-z]{0,12}\.?|of|the|and|in|&|et))+"
)
# Words of titles and sentences that no venue's name holds.
_TITLE_WORD = re.compile(
    r"\b(?:via|using|with|from|towards?|how|what|why|is|are|can|through|by|without|under|based|that|which|this|we|your|an?)\b"
)


def _has_venue_word(name: str) -> bool:
    """Whether a name holds a word that venues have (`Journal`, `Workshop`), written large as in a name, and none that only titles have."""
    found = VENUE_WORD.search(name)
    if found is None or not (found[0][0].isupper() or found[0] == "@" or found[0].endswith("rxiv") or name.islower()):
        return False
    return _TITLE_WORD.search(name) is None


def _is_prose(words: list[str]) -> bool:
    """Whether a word is a common one written small: `inactive after the CVPR challenge`, `NDSS'24 Protocol fuzzing`."""
    return any(word.islower() and word not in _SMALL for word in words)


_SMALL = frozenset(
    "of the on in and for at to from workshop workshops track oral spotlight poster findings paper challenge".split()
)
