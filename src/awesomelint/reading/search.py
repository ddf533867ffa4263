"""Atoms -> segments with roles: the exact best reading of a candidate.

A dynamic program over all ways to cut the atoms into segments and give each a role. The state
is which roles were seen, so that a title, the authors and a date come once; nothing is pruned,
because a greedy "title already seen" once misread a whole list. Segments have a greatest
length a role, so the work is linear in the number of atoms.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from ..entries.names import is_initials, looks_like_name
from ..entries.venues import LONGEST, VenueTable
from . import evidence
from .atom import Atom, Flat, closes_line
from .cuts import BOLD, CODE, COMMAS, ITALIC, PLACE_BEHIND, QUOTES, are_capitals
from .name_worth import is_linked_name, is_person, name_worth
from .plain import Segment, plain_roles
from .short_names import with_full_title, with_named_title, with_title_below, with_told_title
from .weights import AFTER_TITLE, IMPOSSIBLE, date_of
from .weights import Segment as Run

TITLE, AUTHORS, VENUE, DATE = 1, 2, 4, 8
_BIT = {"title": TITLE, "authors": AUTHORS, "venue": VENUE, "date": DATE}
_LONGEST = {
    "title": 9,
    "authors": 60,
    "venue": 5,
    "date": 2,
    "acronym": 1,
    "description": 30,
    "link": 1,
    "badge": 1,
    "note": 1,
}
_AGAIN = {"title": -9.0, "authors": -4.0, "venue": -1.6, "date": -1.5}
_NOTE = -0.12
_IN_QUOTES = 1.2
_ARTICLES = frozenset(("the", "a", "an", "our", "see", "try"))
# What is in code and in bold at once is a mark beside words, and no part of them.
_MARKED = (CODE | BOLD, CODE | ITALIC)
# `…, in Some Journal, 2021`
_IN_VENUE = re.compile(r"[Ii]n (?:the )?(?:[A-Z]|npj )")
# What stands between a name and what is told of it.
_TELLS = re.compile(r"[\s)\]*_|]*(?:[-–—]+\s|[:：]\s|by\s)")
# What stands behind a journal's name: `58`, `12(3)`, `vol. 3`, `123-130`, `pp`; a year is none.
_CUT_COST = {"soft": -0.45, "medium": -0.1, "hard": 0.0}

# Among names stand no more than so many others.
MOST_STRANGERS = 3
# Authors, a year and a title stand before where a reference was published.
_LEAST_BEFORE = 3
# Candidates with more atoms than this are prose: of 35,104 entries the longest had 214.
MOST_ATOMS = 400


def read_roles(
    flat: Flat, venues: VenueTable, bonuses: tuple[tuple[tuple[str, float], ...], ...] = ()
) -> list[Segment]:
    """The best segmentation of a candidate; nothing for what is too long.

    `bonuses` is what the list's habits add to the evidence of a role at each atom.
    """
    atoms = tuple(atom for atom in flat.atoms if atom.kind != "key")
    if not atoms or len(atoms) > MOST_ATOMS:
        return []
    if not bonuses and (plain := plain_roles(atoms, flat.seen, venues)) is not None:
        return plain
    segments = with_full_title(_Search(atoms, flat.seen, venues, bonuses).run(), atoms, flat.seen)
    for better in (with_told_title, with_title_below, with_named_title):
        segments = better(segments, atoms, flat.seen)
    return segments


class _Search:
    def __init__(
        self,
        atoms: tuple[Atom, ...],
        seen: str,
        venues: VenueTable,
        bonuses: tuple[tuple[tuple[str, float], ...], ...] = (),
    ) -> None:
        self.bonuses = [dict(bonus) for bonus in bonuses]
        self.atoms = atoms
        self.seen = seen
        self.venues = venues
        changes = (
            (3.0 if b.before.strip() or a.style ^ b.style in _MARKED else 0.9 - 0.5 * bool(a.style & b.style))
            * (a.style != b.style)
            + 0.25 * (a.enclosed != b.enclosed)
            for a, b in pairwise(atoms)
        )
        self.mixed = list(accumulate(changes, initial=0.0))
        self.names = [atom.kind in ("text", "link") and looks_like_name(seen[atom.first : atom.last]) for atom in atoms]
        self.initials = [atom.kind == "text" and self.are_initials(seen[atom.first : atom.last]) for atom in atoms]
        self.cuts = [self.cut(index) for index in range(len(atoms))] + ["hard"]
        self.dates = [atom.kind == "text" and date_of(seen[atom.first : atom.last]) is not None for atom in atoms]
        self.named = list(accumulate(self.names, initial=0))
        # Several atoms are a venue together only where one of them by itself looks like it.
        self.placed = list(accumulate((self.could_be_venue(index) for index in range(len(atoms))), initial=0))
        worths, single = [], False
        for atom in atoms:
            worth = name_worth(seen[atom.first : atom.last], single)
            single = worth.single
            worths.append(worth)
        self.good = list(accumulate((worth.good for worth in worths), initial=0.0))
        self.bad = list(accumulate((worth.bad for worth in worths), initial=0))
        self.et_al = list(accumulate((worth.et_al for worth in worths), initial=0))

    def are_initials(self, words: str) -> bool:
        """Whether words are a first name's capitals (`Curie, M. P.`) and no venue of this table (`ICCV`)."""
        return is_initials(words) and self.venues.alias(words) is None

    def could_be_venue(self, index: int) -> bool:
        """Whether an atom by itself has something of a venue, or is a date."""
        atom = self.atoms[index]
        text = self.seen[atom.first : atom.last]
        return self.dates[index] or (len(text) <= LONGEST and self.venues.scored(text)[1] > 0)

    def cut(self, index: int) -> str:
        """How strong the border before an atom is."""
        if index == 0:
            return "hard"
        atom, before = self.atoms[index], self.atoms[index - 1]
        if (
            atom.line != before.line
            or atom.cell != before.cell
            or (atom.kind != "text" and atom.kind != before.kind)
            or before.kind not in ("text", "link")
            or (atom.kind == before.kind == "link" and not (self.names[index] and self.names[index - 1]))
            or atom.enclosed != before.enclosed
            or atom.key != before.key
        ):
            return "hard"
        if atom.style != before.style:
            return "medium"
        return "soft" if atom.before.strip().lstrip(".") in COMMAS else "medium"

    def run(self) -> list[Segment]:
        size = len(self.atoms)
        best: list[dict[int, tuple[float, int, int, str, float]]] = [{} for _ in range(size + 1)]
        best[0][0] = (0.0, -1, 0, "", 0.0)
        for start in range(size):
            here = [(seen, found[0]) for seen, found in best[start].items()]
            habits = self.bonuses[start] if self.bonuses else {}
            for stop, role, early, late in self.segments(start):
                if role in habits:
                    early, late = early + habits[role], late + habits[role]
                bit, again, there = _BIT.get(role, 0), _AGAIN.get(role, 0.0), best[stop]
                for seen, score in here:
                    own = late if seen & TITLE else early
                    if own <= IMPOSSIBLE:
                        continue
                    total = score + own + (again if bit & seen else 0.0)
                    old = there.get(seen | bit)
                    if old is None or total > old[0]:
                        there[seen | bit] = (total, start, seen, role, own)
        return self.path(best)

    def path(self, best: list[dict[int, tuple[float, int, int, str, float]]]) -> list[Segment]:
        # An entry without a title is hardly one: a small penalty lets a doubtful title win.
        ends = {seen: found[0] - (0.0 if seen & TITLE else 1.0) for seen, found in best[-1].items()}
        seen = max(ends, key=lambda key: ends[key])
        at, segments = len(self.atoms), []
        while at > 0:
            _, start, before, role, own = best[at][seen]
            segments.append(Segment(role, start, at, own))
            at, seen = start, before
        return segments[::-1]

    def segments(self, start: int) -> list[tuple[int, str, float, float]]:
        """The segments that may begin at an atom: where they end, role, score before and after a title."""
        lead = self.atoms[start]
        found: list[tuple[int, str, float, float]] = []
        if self.amid_names(start):
            return [(start + 1, "note", _NOTE, _NOTE)]
        if lead.kind == "target":
            return [(start + 1, "address", 0.0, 0.0)]
        if lead.kind in ("badge", "image"):
            return [(start + 1, "badge" if lead.kind == "badge" else "note", 1.0, 1.0)]
        cost = _CUT_COST[self.cuts[start]]
        for stop in range(start + 1, min(len(self.atoms), start + max(_LONGEST.values())) + 1):
            if stop - 1 > start and not self.joins(start, stop - 1):
                break
            self.score(found, start, stop, cost)
        return found

    def amid_names(self, start: int) -> bool:
        """Whether a name stands here in the middle of a run of names: nothing begins there."""
        if not start or self.cuts[start] != "soft" or not self.names[start - 1]:
            return False
        if not self.names[start]:
            return self.initials[start]
        lead, before = self.atoms[start], self.atoms[start - 1]
        if lead.kind != before.kind or lead.enclosed in QUOTES:
            return False
        return lead.style == before.style and self.venues.alias(self.seen[lead.first : lead.last]) is None

    def joins(self, start: int, index: int) -> bool:
        """Whether the atom may stand in one segment with the one before it."""
        atom, before, lead = self.atoms[index], self.atoms[index - 1], self.atoms[start]
        if atom.cell != before.cell or atom.key != lead.key:
            return False
        if atom.kind != "text" or before.kind != "text":
            return self.names[index] and self.names[index - 1] and atom.before.strip(" *_\n\t") in COMMAS
        if atom.line != before.line:
            if atom.style != before.style:
                return False
            # A line may be wrapped in the middle of a title.
            return bool(atom.style) or atom.before.lstrip().startswith((",", ";")) or atom.before == "\n"
        return "|" not in atom.before

    def score(self, found: list[tuple[int, str, float, float]], start: int, stop: int, cost: float) -> None:
        lead, size = self.atoms[start], stop - start
        bad = self.bad[stop] - self.bad[start]
        by_names = (bad < MOST_STRANGERS or lead.key == "authors") and self.names_may_end(stop)
        if size > _LONGEST["title"] and not by_names and self.cuts[stop] != "hard":
            return
        seen_lead = self.seen[lead.first : lead.last]
        plain, end = cost, _CUT_COST[self.cuts[stop]]  # emphasis in the middle of a sentence costs nothing
        if lead.enclosed in QUOTES:
            # What stands between quotes is one thing.
            cost -= _IN_QUOTES * (start > 0 and self.atoms[start - 1].enclosed == lead.enclosed)
            end -= _IN_QUOTES * (stop < len(self.atoms) and self.atoms[stop].enclosed == lead.enclosed)
        if size > 1:
            cost -= self.mixed[stop - 1] - self.mixed[start]
        part = self.part(start, stop)

        def add(role: str, score: float) -> None:
            if score > IMPOSSIBLE + 1:
                found.append((stop, role, score + cost, score + cost + AFTER_TITLE.get(role, 0.0)))

        if size == 1:
            if lead.kind == "link":
                add("link", evidence.link_score(part))
            else:
                found.append((stop, "note", _NOTE, _NOTE))
            then = self.atoms[stop] if stop < len(self.atoms) else None
            acronym = evidence.acronym_score(part, then)
            if acronym > -3:
                found.append((stop, "acronym", acronym + cost, acronym + cost if lead.key == "acronym" else IMPOSSIBLE))
        if size > 2 and not lead.key and self.named[stop] - self.named[start] == size:
            # Three names and nothing else are no title and no venue: only whether they are all is open.
            if self.names_may_end(stop):
                add("authors", evidence.authors_score(part) + end)
            return
        if size <= _LONGEST["date"]:
            add("date", evidence.date_score(part))
        opens_with_name = size > 1 and self.names[start] and " " in seen_lead and not self.could_be_venue(start)
        if (
            size <= _LONGEST["venue"]
            and not (opens_with_name or (size > 1 and seen_lead[:1].islower()))
            and (size == 1 or lead.key == "venue" or self.placed[stop] > self.placed[start])
            and not (lead.enclosed and self.spells(start))
        ):
            amid = self.cuts[start] == "soft" and (self.cuts[stop] == "soft" or size > 1)
            add(
                "venue",
                evidence.venue_score_of(part, self.beside_date(start, stop), amid, self.before_volume(start, stop))
                + end,
            )
        if size <= _LONGEST["title"]:
            add("title", evidence.title_score(part) + (end if size > 1 or self.cuts[stop] == "soft" else 0.0))
        if lead.kind == "text" or (lead.kind == "link" and (size > 1 or is_linked_name(lead, seen_lead))):
            if by_names:
                linked = start > 0 and self.atoms[start - 1].kind in ("link", "target")
                add("authors", evidence.authors_score(part, self.beside_date(start, stop), linked) + end)
            if lead.kind == "text" and (self.cuts[stop] == "hard" or self.before_authors(stop)):
                found.append((stop, "description", IMPOSSIBLE, evidence.description_score(part) + plain))

    def part(self, start: int, stop: int) -> Run:
        """The atoms from `start` to `stop` with what was worked out of their words."""
        lead, atoms = self.atoms[start], self.atoms[start:stop]
        text = self.seen[lead.first : atoms[-1].last]
        bad = self.bad[stop] - self.bad[start]
        line = self.whole(start, stop)
        before = self.atoms[start - 1] if start else None
        opens = before is None or before.cell != lead.cell or before.key != lead.key or before.line != lead.line
        if not opens and before is not None and before.style != lead.style:
            # An acronym may stand before the title in a title's column.
            opens = start < 2 or self.atoms[start - 2].cell != before.cell
        year = lead.in_link and stop < len(self.atoms) and self.atoms[stop].in_link and self.dates[stop]
        year = year or self.heads_reference(start, stop)
        goes_on = stop < len(self.atoms) and self.atoms[stop].line == atoms[-1].line and not self.names[stop - 1]
        good, et_al = self.good[stop] - self.good[start], self.et_al[stop] - self.et_al[start]
        ends = stop >= len(self.atoms) or self.atoms[stop].line != atoms[-1].line
        first = start == 0 or (start == 1 and self.is_led())
        told = (
            stop < len(self.atoms)
            and self.atoms[stop].kind == "text"
            and _TELLS.match(self.atoms[stop].before) is not None
        )
        return Run(
            atoms, text, first, line, len(self.atoms) == 1, ends, goes_on, year, good, bad, et_al, opens, self.is_behind(start), self.after_year(start), told, self.venues
        )  # fmt: skip

    def is_led(self) -> bool:
        """Whether the first atom only leads to the second: an article, a year, or a name in brackets within the words of one link."""
        lead, then = self.atoms[:2]
        year = self.dates[0] and lead.line == then.line and lead.in_link == then.in_link  # `2001 - A Title`
        if year or self.seen[lead.first : lead.last].lower() in _ARTICLES:
            return True
        return lead.in_link and lead.before.endswith("[") and then.before.startswith("]")

    def heads_reference(self, start: int, stop: int) -> bool:
        """Whether a year in brackets and a stop follow what begins the entry: `Ada Lovelace (2021). Notes on …`."""
        if start or stop + 1 >= len(self.atoms) or not self.dates[stop] or self.atoms[stop].enclosed not in ("(", "（"):
            return False
        return self.atoms[stop + 1].before.lstrip().startswith((").", "),", "):", "）"))

    def spells(self, start: int) -> bool:
        """Whether a bracket holds the capitals of the words before it: `Policy Gradient (PG)`."""
        atom, before = self.atoms[start], self.atoms[start - 1]
        short = self.seen[atom.first : atom.last]
        if not start or not short.isupper() or len(short) < 2 or before.line != atom.line:
            return False
        words = re.findall(r"[^\W_]+", self.seen[before.first : before.last])
        return len(words) >= len(short) and "".join(word[0].upper() for word in words[-len(short) :]) == short

    def is_behind(self, start: int) -> bool:
        """Whether words of some length, and then a link, stand before this place in one line."""
        here, told = self.atoms[start], False
        for atom in self.atoms[:start]:
            if atom.line == here.line and atom.cell == here.cell:
                if atom.kind == "link" and told:
                    return True
                told = told or (atom.kind == "text" and len(self.seen[atom.first : atom.last].split()) > 2)
        return False

    def after_year(self, start: int) -> bool:
        """Whether authors and a year in brackets stand before: `Lovelace, A. (1843). Notes on …`."""
        if start < 2 or not self.dates[start - 1]:
            return False
        if self.atoms[start - 1].enclosed not in ("(", "（"):
            # `Ada Lovelace. 1843. Notes`
            return start == 2 and self.atoms[0].key == "authors" and self.atoms[2].before.startswith(". ")
        led = self.atoms[0].key == "authors" or self.good[start - 1] >= 0.5 * (start - 1)
        return led and self.atoms[start].before.startswith((").", "),", "):", "）"))

    def whole(self, start: int, stop: int) -> bool:
        """Whether the atoms fill their line or cell."""
        first, last = self.atoms[start], self.atoms[stop - 1]
        before = self.atoms[start - 1] if start else None
        after = self.atoms[stop] if stop < len(self.atoms) else None
        opens = before is None or before.line != first.line or before.cell != first.cell
        return opens and (after is None or after.line != last.line or after.cell != last.cell)

    def names_may_end(self, stop: int) -> bool:
        """A run of names ends where something else begins, not in its middle."""
        if stop >= len(self.atoms) or self.cuts[stop] == "hard":
            return True
        if not self.names[stop]:
            return not (self.initials[stop] and self.names[stop - 1] and self.cuts[stop] == "soft")
        return self.cuts[stop] == "medium" or not self.amid_names(stop)

    def before_volume(self, start: int, stop: int) -> bool:
        """Whether one piece is followed by a volume and pages, as in `Some Journal 58 (1968) 367-398`, on a line with names or a title before."""
        if not start or stop > start + 1 or (self.atoms[start].enclosed and not self.atoms[start].in_link):
            return False
        return PLACE_BEHIND.match(self.seen, self.atoms[start].last) is not None or self.closes_reference(start)

    def closes_reference(self, start: int) -> bool:
        """Whether a name stands where a written-out reference says where it was published: `Lovelace, A. (1843). Notes. Basic Books.`"""
        atom = self.atoms[start]
        words = self.seen[atom.first : atom.last]
        if (
            start < _LEAST_BEFORE
            or atom.before.strip(" )]") != "."
            or atom.style & BOLD
            or any(map(str.isdigit, words))
        ):
            return False
        if not are_capitals(words):
            return False
        titles = [at for at in range(2, start) if self.after_year(at)]
        return bool(titles) and all("." not in one.before for one in self.atoms[titles[0] + 1 : start])

    def before_authors(self, stop: int) -> bool:
        """Whether a dash parts what stands before from somebody's name: `[TAPL](…) - Types and Languages - Ada Berg`."""
        atom = self.atoms[stop]
        return atom.before in (" - ", " – ", " — ") and is_person(self.seen[atom.first : atom.last])

    def beside_date(self, start: int, stop: int) -> bool:
        """Whether a date stands directly behind, as in `Some Journal | 3 May 2022`, or before in the same bracket."""
        if stop < len(self.atoms):
            after = self.atoms[stop]
            if after.line == self.atoms[start].line and self.dates[stop]:
                words = self.seen[self.atoms[start].first : self.atoms[start].last]
                if _IN_VENUE.match(words) and start and after.before.strip() in ("", ",", "("):
                    return True
                set_apart = bool(self.atoms[start].style & CODE) and start > 0
                if " " in words and not self.names[start] and self.venues.scored(words)[1] <= 0:
                    set_apart = set_apart or closes_line(self.atoms, start, stop)
                return self.atoms[start].line > 0 or bool(after.enclosed) or set_apart
            # `2017, Cell Systems, [A Title](…)`
            leads = start == 1 and stop == start + 1 and self.dates[0] and self.cuts[start] == "soft"
            return leads and (after.kind == "link" or after.in_link) and after.line == self.atoms[0].line
        return False
