"""The list as data: what `awesomelint export FILE --to json` prints.

Values as a reader sees them, in the shape that the command line promises; other programs hold on
to these names, which change only by addition.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ..entries import AwesomeList, Entry, Person
from ..entries.collection import Collection
from ..entries.publication import publication_details


def to_json(found: AwesomeList, path: str) -> str:
    """The list as one JSON object, with a line end."""
    entries = [entry_as_data(found, entry) for entry in found.entries]
    return json.dumps({"path": path, "entries": entries}, ensure_ascii=False, indent=1) + "\n"


def collection_json(collection: Collection) -> str:
    """Several files as one JSON object: each list with its path, and what it is a translation of."""
    lists = [
        {
            "path": found.source.name,
            "translation_of": collection.translations.get(found.source.name),
            "entries": [entry_as_data(found, entry) for entry in found.entries],
        }
        for found in collection.lists
    ]
    return json.dumps({"lists": lists}, ensure_ascii=False, indent=1) + "\n"


def entry_as_data(found: AwesomeList, entry: Entry) -> dict[str, Any]:
    """One entry as plain values."""
    source = found.source
    authors, when = entry.authors, entry.when or entry.heading_date
    venue = entry.venue.venue if entry.venue else entry.heading_venue
    return {
        "line": source.line_of(entry.span.start),
        "end_line": source.line_of(max(entry.span.start, entry.span.end - 1)),
        "section": list(entry.section),
        "title": entry.title.text if entry.title else None,
        "acronym": entry.acronym.text if entry.acronym else None,
        "authors": [_without_stop(authors.text, person) for person in authors.authors.people] if authors else None,
        "et_al": bool(authors and authors.authors.et_al),
        "venue": venue.name if venue else None,
        "date": str(when) if when else None,
        "links": [{"label": link.text, "url": link.url} for link in entry.links],
        "badges": [{"image": badge.image, "target": badge.target or None} for badge in entry.badges],
        "description": entry.description.text if entry.description else None,
        "inherited": list(entry.inherited),
        "certainty": round(entry.certainty, 2),
        "fields": publication_details(entry) | entry.others,
    }


def _without_stop(text: str, person: Person) -> str:
    """A name in reading order; where it was written `Last, F.`, without the stop that closed it there, as no value here has one."""
    written = text[person.start : person.end]
    last, comma, first = written.partition(",")
    if not comma or not _ENDS_IN_INITIAL.search(first):
        return person.name
    return f"{' '.join(first.split()).rstrip('.')} {' '.join(last.split())}"


_ENDS_IN_INITIAL = re.compile(r"(?:^|[\s.-])\w\.?$")
