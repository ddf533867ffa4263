"""arXiv: the records of preprints, a hundred numbers a request.

Terms of use: one request in three seconds, one connection over all of one's machines (info.arxiv.org/help/api/tou). Seen in recordings of 2026: an unknown number is
passed over in silence among known ones, a malformed one costs the whole batch (400, with an entry called Error).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...entries.titles import plain_title
from ...errors import Unanswered
from ...evidence import Record
from ..http import Answer, Ask
from ..pace import Pace
from ..service import Access, Service, expect

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ATOM, _OWN = "{http://www.w3.org/2005/Atom}", "{http://arxiv.org/schemas/atom}"
_NUMBER = re.compile(r"/abs/(?P<number>.+?)(?:v\d+)?$")
# A withdrawal's comment says so at its beginning; `no longer withdrawn` and a long story are something else.
_SAYS_WITHDRAWN = re.compile(
    r"^\W*(?:(?:this|the)\s+(?:paper|article|manuscript|submission|work|preprint|version)\s+(?:has been|was|is|have been)\s+(?:temporarily\s+)?)?withdrawn\b",
    re.I,
)


def asks(numbers: Sequence[str], access: Access) -> Ask:
    del access
    params = (("id_list", ",".join(numbers)), ("max_results", str(len(numbers))))
    return Ask("https://export.arxiv.org/api/query", params)


def reads(answer: Answer, numbers: Sequence[str]) -> Mapping[str, Any]:
    """The records of the feed by their own numbers; never by position."""
    expect(answer, 200)
    wanted = {number.casefold(): number for number in numbers}
    found = {}
    for record in records_of(answer.body):
        number = wanted.get(record.arxiv.casefold())
        if number is not None:
            found[number] = [record._replace(paper=f"arxiv:{number}")._asdict()]
    return found


def records_of(feed: bytes) -> Iterator[Record]:
    """The papers of an Atom feed. Raises Unanswered for anything else."""
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(feed)
    except (ParseError, ValueError) as error:
        raise Unanswered("the answer is no feed") from error
    if root.tag != f"{_ATOM}feed":
        raise Unanswered("the answer is no feed")
    for entry in root.iter(f"{_ATOM}entry"):
        if (record := _record(entry)) is not None:
            yield record


def _record(entry: Element) -> Record | None:
    found = _NUMBER.search(_text(entry, "id"))
    if found is None:
        return None  # an error dressed as an entry
    number = found["number"]
    days = tuple(_text(entry, name)[:10] for name in ("published", "updated") if _text(entry, name))
    comment = _text(entry, "comment", _OWN)
    summary = _text(entry, "summary")
    gone = _SAYS_WITHDRAWN.search(comment) or (_SAYS_WITHDRAWN.search(summary) and len(summary) < 400)
    return Record(
        source="arXiv",
        paper=f"arxiv:{number}",
        title=plain_title(_text(entry, "title")),
        authors=tuple(_line(name.text) for name in entry.iter(f"{_ATOM}name") if _line(name.text)),
        venue=_text(entry, "journal_ref", _OWN),
        year=int(days[0][:4]) if days else None,
        dates=tuple(dict.fromkeys(days)),
        doi=_text(entry, "doi", _OWN).lower(),
        arxiv=number,
        withdrawn="withdrawn" if gone else "",
        kind="preprint",
    )


def _text(entry: Element, name: str, space: str = _ATOM) -> str:
    found = entry.find(space + name)
    return _line(found.text) if found is not None else ""


def _line(text: str | None) -> str:
    """Titles are wrapped, and names may begin with a blank."""
    return " ".join((text or "").split())


SERVICE = Service("arXiv", "export.arxiv.org", Pace(3.0, 1, exclusive=True), 100, asks, reads, confirms=True)
