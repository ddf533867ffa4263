"""What a list does by habit: which role stands in which place, counted over a first reading.

In go the candidates of one shape as they were read by evidence alone, out comes what to add to the evidence of a role at an
atom of one that was read unlike the others. The list's own majority is a correction: it is bounded, so that plain evidence is never
outvoted, needs enough votes, and is asked only about what stands out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from .atom import Atom
from .plain import Segment

Place = tuple[int, str, int, str, bool, bool, str]
Bonus = tuple[tuple[str, float], ...]

# A place with fewer votes has no habit.
VOTES = 5
# A reading stands out where fewer than this share have its role in this place, while another role has that share.
ODD, USUAL = 0.34, 0.6
# What so many have in a place is what stands there, whatever it is called.
MOSTLY = 0.75
# A role that fewer of a list's entries have, of so many, is doubted wherever it turns up.
RARE, ENOUGH = 0.06, 15
# No habit weighs more than this against the evidence: a known venue with its year has 6.
MOST, LEAST = 1.6, -2.0
_DOUBTED = frozenset(("authors", "venue", "acronym"))
_DOUBT = -2.2
_MARK = re.compile(r"[^\s\w]")


class Reading(NamedTuple):
    """A candidate's atoms (keys left out) with the roles that evidence gave them."""

    atoms: Sequence[Atom]
    segments: Sequence[Segment]


class Habits(NamedTuple):
    """The roles by place, and the roles that the entries of a shape seldom have."""

    places: dict[Place, Counter[str]]
    rare: frozenset[str]

    def odd(self, reading: Reading) -> bool:
        """Whether a candidate was read unlike the others."""
        for segment in reading.segments:
            lead = reading.atoms[segment.first]
            if segment.role in self.rare and not lead.key:
                return True
            counts = self.places.get(place_of(lead))
            if counts is not None and (total := counts.total()) >= VOTES:
                usual, votes = counts.most_common(1)[0]
                if usual != segment.role and votes >= USUAL * total and counts[segment.role] < ODD * total:
                    return True
        return False

    def settled(self, atoms: Sequence[Atom], segments: Sequence[Segment]) -> list[Segment]:
        """Segments in which words that are nothing else are the authors, where emphasis sets them apart in the place where the others have theirs."""
        found = list(segments)
        if any(segment.role == "authors" for segment in found):
            return found
        for n, one in enumerate(found):
            lead = atoms[one.first]
            if one.role != "note" or not lead.style or lead.kind != "text" or not self._mostly(lead, "authors"):
                continue
            stop = n + 1
            while stop < len(found) and found[stop].role == "note" and atoms[found[stop].first].style == lead.style:
                stop += 1
            return [*found[:n], one._replace(role="authors", last=found[stop - 1].last), *found[stop:]]
        return found

    def _mostly(self, atom: Atom, role: str) -> bool:
        """Whether nearly all of those that have something in this place have that role there."""
        counts = self.places.get(place_of(atom))
        return counts is not None and counts.total() >= 2 * VOTES and counts[role] >= MOSTLY * counts.total()

    def bonuses(self, atoms: Iterable[Atom]) -> tuple[Bonus, ...]:
        """What to add to each role's evidence at each atom."""
        return tuple(self._bonus(atom) for atom in atoms)

    def _bonus(self, atom: Atom) -> Bonus:
        found: dict[str, float] = {}
        counts = self.places.get(place_of(atom))
        if counts is not None and (total := counts.total()) >= VOTES:
            for role, votes in counts.items():
                # A note is said of every atom that is nothing else: rewarded for each, it would break up names.
                most = 0.0 if role == "note" else MOST
                found[role] = max(LEAST, min(most, log((votes + 0.5) / (total + 1.5) / 0.3)))
            for role in ("title", *_DOUBTED):
                found.setdefault(role, max(LEAST, log(0.5 / (total + 1.5) / 0.3)))
        for role in self.rare:
            found[role] = found.get(role, 0.0) + _DOUBT
        return tuple(sorted(found.items()))


def habits_of(readings: Iterable[Reading]) -> Habits:
    """The habits of the candidates of one shape."""
    places: dict[Place, Counter[str]] = {}
    has: Counter[str] = Counter()
    size = 0
    for reading in readings:
        size += 1
        has.update({segment.role for segment in reading.segments})
        for segment in reading.segments:
            places.setdefault(place_of(reading.atoms[segment.first]), Counter())[segment.role] += 1
    rare = {role for role in _DOUBTED if size >= ENOUGH and has[role] < RARE * size}
    return Habits(places, frozenset(rare))


def place_of(atom: Atom) -> Place:
    """What tells an atom's place from others, whatever it says."""
    mark = _MARK.findall(atom.before)
    return (
        atom.cell,
        atom.kind,
        atom.style,
        atom.enclosed,
        atom.line > 0,
        atom.first == 0 or not atom.before,
        mark[0] if mark else "",
    )
