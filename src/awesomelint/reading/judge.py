"""Which readings are entries, judged one by one and then beside their neighbours.

In go readings of candidates, out come those that are entries: they say something of one thing, it leads somewhere, and
they are made like the others around them. What is none is passed over in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import NamedTuple

from ..entries.letters import fold
from ..entries.model import Entry, Field, Link
from ..entries.papers import leads_out
from ..entries.venues import VenueTable
from .atom import Flat
from .beside import Believed, beside
from .candidates import Candidate
from .cuts import in_title_case
from .page import Page, opens_document
from .vocabulary import AUTHORS, DATE, DESCRIPTION, LINK, TITLE, VENUE, is_label

# Where a list asks its readers to write to it.
_INVITATION = re.compile(r"github\.com/[^/]+/[^/]+/(?:(?:issues|pulls|discussions)(?:/new\b.*)?/?$|edit/)", re.I)
# An issue may hold the notes on a paper, but not under its own name.
_ISSUE = re.compile(r"github\.com/[^/]+/[^/]+/(?:issues|pull|discussions)/\d+/?$", re.I)
# The share of a list's entries below which a shape is likelier a misreading than a form.
SELDOM = 0.02
OFTEN = 0.15
# Where so many paragraphs have parts below them, one without is none of them.
PARTED = 0.8
# Where so many entries have a link, what has none is a sentence or a heading.
MOSTLY = 0.97
_KNOWN = frozenset((TITLE, AUTHORS, VENUE, DATE, LINK, DESCRIPTION))
# Where so many rows have a title of some words in a column that is called so, they are entries without links as well.
MOSTLY_TITLED = 0.6
# So many items of nothing but titles, with hardly another item beside them, make a list without links.
LEAST_BARE, MOSTLY_BARE = 40, 0.6
# A paragraph of a title and links has hardly a word besides.
FEW_WORDS = 3
# So many neighbours make a reading believed that says little by itself.
ALIKE = 3
# So many paragraphs of one shape under one heading are a list of their own.
TOGETHER = 4
# In a list of so few entries one that opens a paper needs no other like it.
_FEW = 3


class Reading(NamedTuple):
    """A candidate as it was read: its atoms, and how many segments they were put together to."""

    candidate: Candidate
    entry: Entry
    flat: Flat
    segments: int

    @property
    def pieces(self) -> int:
        return sum(atom.kind != "key" for atom in self.flat.atoms)


SURE, PERHAPS = "sure", "perhaps"
NO_TITLE = "no title was found"
NO_LINK = "no link leads out of the list, and fewer than two of authors, venue and date were found"
ONLY_VENUE = "all it says is where a conference is"
ANNOUNCEMENT = "it announces something of the list itself"
PROSE = "links stand amid sentences"
FEW_ALIKE = "it says little, and fewer than three neighbours are made like it"
UNLIKE = "hardly anything else in the list is made like it"
BARE = "it has no link, where nearly all others have one"


def standing(reading: Reading, page: Page, venues: VenueTable) -> str:
    """Whether a reading is an entry by itself (SURE), would be one among others like it (PERHAPS), or why it can be none."""
    candidate, entry = reading.candidate, reading.entry
    outward = [link for link in entry.links if page.leads_out(link.url) and not _invites(link, entry)]
    facts = facts_of(entry)
    if (
        entry.links
        and not outward
        and facts < 2
        and not (facts and any(opens_document(link.url) for link in entry.links))
    ):
        return NO_LINK
    if entry.title is None:
        if not (entry.acronym and outward):
            return NO_TITLE
        return SURE if facts else PERHAPS
    if (
        _is_prose(entry)
        or _is_sentence(entry)
        or _defines(candidate, entry, page)
        or (candidate.kind == "paragraph" and _tells(entry))
    ):
        return PROSE
    if _ANNOUNCEMENT.match(entry.title.text) or _is_headed_by_announcement(entry):
        return ANNOUNCEMENT
    if _is_only_venue(entry, candidate, reading.segments, venues):
        return ONLY_VENUE
    words = len(entry.title.text.split())
    if candidate.kind == "paragraph" and len(candidate.leaves) == 1 and not facts:
        if not outward or not entry.title.text:
            return NO_LINK
        if _linked_title(entry):
            return SURE if reading.pieces <= 12 else PROSE
        if _is_bare(entry):
            return SURE
        return PERHAPS if _rest(entry) <= FEW_WORDS else PROSE
    if (
        outward
        or any(
            leads_out(badge.target) or badge.shows.counts
            for badge in entry.badges
            if badge.target or badge.shows.counts
        )
        or (facts >= 2 and words >= 3)
        or (facts >= 1 and words >= 4 and (candidate.kind == "row" or entry.when is not None))
    ):
        return SURE
    return PERHAPS if not entry.links and (facts or candidate.kind == "row") else NO_LINK


_SHORT_NAME = re.compile(r"\s*\([A-Z][\w-]{1,12}\)$")


def _invites(link: Link, entry: Entry) -> bool:
    """Whether a link only asks readers to write."""
    words = len(entry.title.text.split()) if entry.title is not None else 0
    return _INVITATION.search(link.url) is not None or (words < FEW_WORDS and _ISSUE.search(link.url) is not None)


def _is_only_venue(entry: Entry, candidate: Candidate, segments: int, venues: VenueTable) -> bool:
    """Whether all it says is a venue's name and where it is: the page of a conference."""
    if entry.title is None or segments > 2 or len(entry.links) != 1 or candidate.kind in ("row", "heading"):
        return False
    title = entry.title.text.strip()
    alias = venues.read(title).alias
    if alias is None and (short := _SHORT_NAME.search(title)) is not None:
        # `Medical Image Analysis (MedIA)`
        title = title[: short.start()]
        alias = venues.read(title).alias
    shouted = sum(sign.isupper() for sign in title) > 1
    return alias is not None and shouted and fold(title) in (fold(alias.venue.name), fold(alias.venue.full))


def _is_prose(entry: Entry) -> bool:
    """Whether links stand in the middle of sentences rather than a title at the head of its facts."""
    before = 0
    for part in entry.fields:
        if part.role == "title":
            break
        before += (part.role == "note" and len(part.text) > 3) or (part.role == "link" and not is_label(part.text))
    return before > 2


_PREDICATE = re.compile(r"(?:is|are|was|were|has|have|can|will|means|refers to|measures)\b")
_VERB = re.compile(r"\b(?:are|is|was|were|has been|have been|can be)\b")
_ANNOUNCEMENT = re.compile(
    r"\W*(?:updates?|news|note|notice|warning|important|tip|todo|disclaimer)\b[^:：]{0,20}(?:[:：]|$)"
    r"|\W*(?:last (?:edited|updated?|modified|revised)|back to (?:the )?top|(?:maintained|curated|compiled) by|pull requests? (?:are )?welcome)\b",
    re.I,
)


def _is_headed_by_announcement(entry: Entry) -> bool:
    """Whether an entry begins with `Update (2024/05/02)`; the mark of an alert, `[!NOTE]`, says nothing of what it holds."""
    head = entry.fields[0]
    return head.role == "acronym" and not head.text.startswith("!") and _ANNOUNCEMENT.match(head.text) is not None


def _tells(entry: Entry) -> bool:
    """Whether an unlinked title is a sentence that leads to links amid it."""
    title = entry.title
    assert title is not None
    return (
        not _linked_title(entry)
        and facts_of(entry) < 2
        and len(title.text.split()) > FEW_WORDS
        and _VERB.search(title.text) is not None
        and not title.text.endswith("?")
        and any(link.text and not is_label(link.text) for link in entry.links)
    )


def _is_bare(entry: Entry) -> bool:
    """Whether an entry is a title in bold with labelled links and nothing else."""
    title = entry.title
    assert title is not None
    before = entry.source.text[title.outer.start : title.span.start]
    return (
        "*" in before
        and not _rest(entry)
        and bool(entry.links)
        and all(link.text and is_label(link.text) for link in entry.links)
    )


def _defines(candidate: Candidate, entry: Entry, page: Page) -> bool:
    """Whether an item begins with a word in bold and says what that is, with links amid the sentences: `**X** is a benchmark by [Y](…)`."""
    nodes = page.document.content(candidate.leaves[0].block)
    if candidate.kind == "row" or len(nodes) < 2 or nodes[0].kind != "strong" or nodes[1].kind != "text":
        return False
    first = nodes[0].children[:1]
    if not first or first[0].kind != "text" or _PREDICATE.match(nodes[1].text.lstrip()) is None:
        return False
    return not any(link.text and is_label(link.text) for link in entry.links)


def _is_sentence(entry: Entry) -> bool:
    """Whether an unlinked title is the subject of a sentence: `**X** is a widely used benchmark`."""
    fields = entry.fields
    at = next((n for n, part in enumerate(fields) if part.role == "title"), 0)
    if at + 1 >= len(fields) or fields[at + 1].role not in ("note", "description"):
        return False
    linked = any(part.role == "address" for part in fields[:at] + fields[at + 1 : at + 2])
    return not linked and _PREDICATE.match(fields[at + 1].text) is not None


def _linked_title(entry: Entry) -> bool:
    """Whether an entry begins with a title, or with a short name before it, that is a link."""
    lead = next((part.role for part in entry.fields if not _is_short_name(part)), "")
    return lead == "title" and any(part.role == "address" for part in entry.fields)


def _is_short_name(part: Field) -> bool:
    return part.role == "acronym" or (part.role == "note" and len(part.text.split()) == 1)


def verdicts(readings: list[Reading], page: Page, venues: VenueTable) -> list[str]:
    """Why each reading is no entry; an empty text for those that are. All are judged beside their neighbours.

    What says little by itself is believed where others are made like it. One odd paragraph among many bullets is prose, not an entry: a
    shape needs a part of the list.
    """
    stands = [standing(reading, page, venues) for reading in readings]
    stands = _as_unlinked(readings, stands)
    believed = [why in (SURE, PERHAPS) for why in stands]
    alike = Counter(_form(one) for one, yes in zip(readings, believed, strict=True) if yes)
    beside = Counter((one.candidate.section, _form(one)) for one, yes in zip(readings, believed, strict=True) if yes)
    rows = Counter(one.entry.shape for one, why in zip(readings, stands, strict=True) if why == SURE)
    held = Counter(one.entry.shape for one in readings)
    linked = Counter(one.entry.shape for one in readings if one.entry.links)
    titled = Counter(one.entry.shape for one in readings if _is_titled(one))
    for n, reading in enumerate(readings):
        if stands[n] == PERHAPS:
            form = _form(reading)
            often = sum(times for (_, *other), times in alike.items() if tuple(other) == form[1:])
            enough = (
                beside[reading.candidate.section, form] >= ALIKE
                or alike[form] >= max(ALIKE, OFTEN * len(readings))
                or (often > ALIKE and 2 * often > len(readings))
            )
            if not reading.entry.links and not facts_of(reading.entry):
                # A row that has nothing but words is one beside rows that have more.
                says = reading.entry.kind == "row" and len(reading.entry.fields) > 1
                enough = says and 2 * rows[reading.entry.shape] > held[reading.entry.shape]
                listed = titled[reading.entry.shape] >= max(ALIKE, MOSTLY_TITLED * held[reading.entry.shape])
                enough = enough or (listed and 2 * linked[reading.entry.shape] < held[reading.entry.shape])
            stands[n] = SURE if enough else FEW_ALIKE
    for judged in (_unlike, partial(_beside, page=page)):
        kept = [reading for reading, why in zip(readings, stands, strict=True) if why == SURE]
        told = iter(judged(kept))
        stands = [(next(told) or SURE) if why == SURE else why for why in stands]
    return ["" if why == SURE else why for why in stands]


def _as_unlinked(readings: list[Reading], stands: list[str]) -> list[str]:
    """How readings stand, where a page has hardly a link and very many items that are titles by their look: they are the list."""
    items = [n for n, one in enumerate(readings) if one.entry.kind in ("item", "line")]
    bare = [n for n in items if stands[n] == NO_LINK and not readings[n].entry.links and _looks_titled(readings[n])]
    if len(bare) < LEAST_BARE or len(bare) < MOSTLY_BARE * len(items) or 2 * len(items) < len(readings):
        return stands
    deeper = [n for n in bare if len(readings[n].candidate.path) > 1]
    own = frozenset(deeper if 2 * len(deeper) > len(bare) else bare)  # what stands above all sections tells of the list
    return [SURE if n in own else why for n, why in enumerate(stands)]


def _looks_titled(reading: Reading) -> bool:
    """Whether nothing but a title stands in a reading, its words written large as in titles."""
    title = reading.entry.title
    alone = len(reading.entry.fields) == 1 and len(reading.candidate.leaves) == 1
    return alone and title is not None and in_title_case(title.text) and not title.text.endswith((".", ":", ";"))


def _is_titled(reading: Reading) -> bool:
    """Whether a row has some words in a column that is called title and nothing else."""
    leaves = [leaf for leaf in reading.candidate.leaves if leaf.key == TITLE]
    title = reading.entry.title
    return bool(leaves) and title is not None and len(title.text.split()) > FEW_WORDS


def _beside(readings: list[Reading], page: Page) -> list[str]:
    return beside([Believed(reading.candidate, reading.entry) for reading in readings], page)


def _rest(entry: Entry) -> int:
    """How many words stand outside of the title, links and facts."""
    return sum(len(part.text.split()) for part in entry.fields if part.role in ("note", "description", "acronym"))


def _form(reading: Reading) -> tuple[str, bool, bool, bool]:
    """What makes two readings alike: their shape, and whether they have a linked title, links, and facts."""
    return _sort(reading.entry), *_plain_form(reading.entry)


def _plain_form(entry: Entry) -> tuple[bool, bool, bool]:
    return _linked_title(entry), bool(entry.links or entry.badges), facts_of(entry) > 0


def _unlike(readings: list[Reading]) -> list[str]:
    """Why each of some readings is none beside the others."""
    # How deep an item is nested does not tell entries from prose.
    shapes = Counter(_sort(reading.entry) for reading in readings)
    near = Counter((reading.candidate.section, reading.entry.shape) for reading in readings)
    linked = sum(bool(reading.entry.links or reading.entry.badges) for reading in readings)
    forms = Counter(_plain_form(reading.entry) for reading in readings)
    # Where paragraphs have parts below them, one that has none stands beside the list.
    whole = [len(reading.candidate.leaves) for reading in readings if reading.entry.kind == "paragraph"]
    parted = sum(size > 1 for size in whole) > PARTED * len(whole)
    told = []
    for candidate, entry, _, _ in readings:
        alike = shapes[_sort(entry)]
        if entry.kind == "paragraph":
            # Among bullets or rows a paragraph is prose, however many links it holds.
            usual = alike >= OFTEN * len(readings) or near[candidate.section, entry.shape] >= TOGETHER
            usual = usual or (
                entry.title is not None and bool(entry.links) and len(candidate.leaves) == 1 and _is_bare(entry)
            )
            usual = usual or (_rest(entry) <= FEW_WORDS and 2 * forms[_plain_form(entry)] > len(readings))
        else:
            usual = alike >= max(2, SELDOM * len(readings)) or _plainly(entry)
            usual = usual or (entry.kind == "row" and near[candidate.section, entry.shape] >= TOGETHER)
            alone = len(readings) <= _FEW and (facts_of(entry) or any(link.paper for link in entry.links))
            usual = usual or bool(alone)
            alike += usual and bool(alone)
            headed = entry.kind == "row" and any(leaf.key in _KNOWN for leaf in candidate.leaves)
            usual = usual or (headed and bool(entry.links))
            alike += headed
        bare = not entry.links and not entry.badges
        if parted and entry.kind == "paragraph" and len(candidate.leaves) == 1 and not _plainly(entry):
            usual = False
        if not usual or not (alike > 1 or _plainly(entry)):
            told.append(UNLIKE)
        else:
            told.append(BARE if bare and linked > MOSTLY * len(readings) else "")
    return told


def _sort(entry: Entry) -> str:
    return entry.shape if entry.kind == "row" else entry.kind


def _plainly(entry: Entry) -> bool:
    """Whether an entry is one by itself: a title with two facts beside it."""
    facts = (entry.authors, entry.venue, entry.date, entry.links or None)
    return entry.title is not None and sum(fact is not None for fact in facts) >= 3


def facts_of(entry: Entry) -> int:
    """How many of authors, venue and date an entry has."""
    return sum(fact is not None for fact in (entry.authors, entry.venue, entry.date))
