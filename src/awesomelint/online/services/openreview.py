"""OpenReview: submissions by their number, for whoever has a token (OPENREVIEW_TOKEN).

Since 2026 clients without a login get 403 with a challenge: that says nothing of the paper. `venueid` tells what became of it: accepted, rejected, withdrawn or under
review; an import from elsewhere may hold anything in `venue`, its own title even.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...entries.titles import plain_title, title_letters
from ...errors import Unanswered
from ...evidence import Record
from ..http import Answer, Ask
from ..pace import Pace
from ..service import Access, Service, expect

NAME = "OpenReview"
_ACCEPTED = re.compile(
    r"(?P<venue>[A-Za-z][\w-]*)(?:\.\w+)*/(?P<year>\d{4})/(?P<track>Conference|Workshop/\w+|Track/\w+)$|^(?P<tmlr>TMLR)$"
)
_STATE = re.compile(r"(?:Rejected|Withdrawn|Desk_Rejected)_Submission|/Submission$", re.I)


def asks(numbers: Sequence[str], access: Access) -> Ask:
    token = access.keys.get(NAME, "")
    return Ask(
        "https://api2.openreview.net/notes",
        (("id", numbers[0]),),
        headers=(("Authorization", f"Bearer {token}"),) if token else (),
    )


def reads(answer: Answer, numbers: Sequence[str]) -> Mapping[str, Any]:
    """A note as a record; refusal is never absence."""
    if answer.status in (401, 403):
        raise Unanswered("it lets nobody in without a valid token (OPENREVIEW_TOKEN)")
    if answer.status == 404:
        return {numbers[0]: None}
    expect(answer, 200)
    notes = [note for note in answer.json()["notes"] if note.get("id") == numbers[0] or note.get("forum") == numbers[0]]
    return {numbers[0]: [record_of(notes[0])._replace(paper=f"openreview:{numbers[0]}")._asdict()]} if notes else {}


def record_of(note: Mapping[str, Any]) -> Record:
    """A note as a record; its venue only where it was accepted."""
    content = {
        name: value.get("value") if isinstance(value, Mapping) else value for name, value in note["content"].items()
    }
    title = plain_title(str(content.get("title") or ""))
    venue, year = accepted_at(str(content.get("venueid") or ""), _one(content.get("venue")), title)
    state = _STATE.search(str(content.get("venueid") or ""))
    return Record(
        source=NAME,
        paper=f"openreview:{note['id']}",
        title=title,
        authors=tuple(_name(one) for one in content.get("authors") or ()),
        venue=venue,
        year=year,
        withdrawn="withdrawn" if state and "Withdrawn" in state[0] else "",
        kind="paper" if venue else "preprint",
    )


def accepted_at(venueid: str, venue: str, title: str) -> tuple[str, int | None]:
    """The venue and year of an accepted paper; nothing for a submission, a rejection or an import that says neither."""
    if found := _ACCEPTED.search(venueid):
        if found["tmlr"]:
            return "TMLR", None
        name = found["venue"] if "Workshop" not in found["track"] else f"{found['venue']} Workshop"
        return name, int(found["year"])
    if (
        _STATE.search(venueid)
        or venue.startswith(("Submitted", "CoRR"))
        or title_letters(venue) == title_letters(title)
    ):
        return "", None
    if found := re.match(
        r"(?P<venue>[A-Za-z][\w .&-]*?) (?P<year>\d{4})(?: (?:poster|oral|spotlight|notable).*)?$", venue, re.I
    ):
        return found["venue"], int(found["year"])
    return "", None


def _one(value: Any) -> str:
    return str((value[0] if value else "") if isinstance(value, list) else value or "")


def _name(author: Any) -> str:
    return str(author.get("fullname") or author.get("name") or "") if isinstance(author, Mapping) else str(author)


SERVICE = Service(NAME, "api2.openreview.net", Pace(0.5), 1, asks, reads, needs_key=True)
