"""Where preprints have appeared: gathered from the surest source on.

The order of trust, as counted: arXiv's own DOI or reference and Crossref's relation; DBLP's pair of preprint and publication with the same title and first author;
OpenAlex; and Semantic Scholar, which is only a likelihood. In go the papers that a list calls preprints, out come the signs by number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..entries import Entry, VenueTable
from ..entries.same_people import one_person
from ..entries.titles import NEAR, PART, SAME, likeness
from ..evidence import Publication, Record, record_from
from .questions import Preprint
from .service import Line
from .services import crossref, dblp, openalex, semanticscholar

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ALIKE = (SAME, PART, NEAR)
# One search a paper, a second and a half each: what is left goes on in the next run.
SEARCHES = 400
_NO_VENUES = ("phd/", "books/", "homepages/", "data/")
_Found = dict[str, list[Publication]]


def publications_of(
    line: Line, preprints: Sequence[Preprint], records: Mapping[str, tuple[Record, ...]]
) -> dict[str, tuple[Publication, ...]]:
    """Every sign that one of the preprints has appeared."""
    found: _Found = {key: [] for key, *_ in preprints}
    if preprints:
        _by_record(line, preprints, records, found)
        _semantic_scholar(line, preprints, found)
        _dblp(line, [one for one in preprints if not any(sign.sure for sign in found[one.key])], records, found)
        _openalex(line, [one for one in preprints if not found[one.key]], found)
    return {key: tuple(signs) for key, signs in found.items() if signs}


def _by_record(
    line: Line, preprints: Sequence[Preprint], records: Mapping[str, tuple[Record, ...]], found: _Found
) -> None:
    """What the preprint's own record says of its publication, and the record of that."""
    named = {
        key: doi
        for key, *_ in preprints
        for record in records.get(key, ())[:1]
        if (doi := record.doi or record.published_as)
    }
    works = line.lookup(crossref.SERVICE, [doi for doi in named.values() if not doi.startswith("10.48550/")])
    for key, _, venues in preprints:
        for own in records.get(key, ())[:1]:
            doi = named.get(key, "")
            work = record_from(works[doi][0]) if works.get(doi) else None
            if work is not None and likeness(work.title, own.title) in _ALIKE:
                found[key] += [
                    Publication(own.source, key, work.venue, work.year, doi),
                    Publication("Crossref", f"doi:{doi}", work.venue, work.year, doi),
                ]
            elif own.kind == "preprint" and own.venue and own.source == "arXiv":
                years = _YEAR.findall(own.venue)
                found[key].append(
                    Publication("arXiv", key, venues.read(own.venue).name, int(years[-1]) if years else None, doi)
                )


def _semantic_scholar(line: Line, preprints: Sequence[Preprint], found: _Found) -> None:
    values = line.lookup(semanticscholar.SERVICE, [key for key, *_ in preprints if key.startswith(("arxiv:", "doi:"))])
    for key, entry, venues in preprints:
        for one in values.get(key) or ():
            record = record_from(one)
            if record.venue and not _is_preprint_server(record.venue, venues) and _alike(entry, record.title):
                found[key].append(Publication(semanticscholar.NAME, key, record.venue, sure=False))


def _dblp(line: Line, preprints: Sequence[Preprint], records: Mapping[str, tuple[Record, ...]], found: _Found) -> None:
    """The published one of two records with one title and one first author. What Semantic Scholar hints at is asked first."""
    titles = {key: _title(key, entry, records) for key, entry, _ in preprints}
    asked = sorted((key for key, title in titles.items() if title), key=lambda key: not found[key])
    hits = line.lookup(dblp.SERVICE, [titles[key] for key in asked], SEARCHES)
    for key, entry, venues in preprints:
        first = _first_author(key, entry, records)
        published = [
            hit
            for hit in hits.get(titles[key]) or ()
            if _is_publication(hit, venues) and first and _begins_with(hit, first)
        ]
        if published:
            best = sorted(published, key=lambda hit: (venues.of_record(hit["venue"]) is None, hit["year"] or 9999))[0]
            found[key].insert(0, Publication("DBLP", best["key"], best["venue"], best["year"], best["doi"]))


def _openalex(line: Line, preprints: Sequence[Preprint], found: _Found) -> None:
    numbers = {
        f"10.48550/arxiv.{one.key.removeprefix('arxiv:').lower()}": one
        for one in preprints
        if one.key.startswith("arxiv:")
    }
    for doi, works in line.lookup(openalex.SERVICE, list(numbers)).items():
        preprint = numbers[doi]
        for one in works or ():
            record = record_from(one)
            if record.venue and not _is_preprint_server(record.venue, preprint.venues):
                found[preprint.key].append(Publication(openalex.NAME, doi, record.venue, sure=False))


def _is_publication(hit: Mapping[str, Any], venues: VenueTable) -> bool:
    key = hit["key"]
    return (
        bool(hit["venue"])
        and not key.startswith((*dblp.PREPRINTS, *_NO_VENUES))
        and not _is_preprint_server(hit["venue"], venues)
    )


def _is_preprint_server(venue: str, venues: VenueTable) -> bool:
    known = venues.of_record(venue)
    return known is not None and known.kind == "preprint server"


def _begins_with(hit: Mapping[str, Any], first: str) -> bool:
    return bool(hit["authors"]) and one_person(hit["authors"][0], first)


def _title(key: str, entry: Entry, records: Mapping[str, tuple[Record, ...]]) -> str:
    """The paper's title by its record, where that is the entry's work; else as the list has it."""
    known = records.get(key, ())
    if known and known[0].title:
        return known[0].title if _alike(entry, known[0].title) else ""
    return entry.title.text if entry.title is not None and entry.authors is not None else ""


def _first_author(key: str, entry: Entry, records: Mapping[str, tuple[Record, ...]]) -> str:
    known = records.get(key, ())
    names = (
        known[0].authors
        if known and known[0].authors
        else entry.authors.authors.names
        if entry.authors is not None
        else ()
    )
    return names[0] if names else ""


def _alike(entry: Entry, title: str) -> bool:
    names = [part.text for part in (entry.title, entry.acronym, entry.description) if part is not None]
    return not names or any(likeness(name, title) in _ALIKE for name in names)
