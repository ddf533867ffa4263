"""PubMed: summaries of biomedical papers, two hundred a request.

Three requests a second, ten with a key; tool and address are to be named (NCBI E-utilities). Names are `Surname II`, a title ends with a stop.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...entries.titles import plain_title
from ...evidence import Record
from ..http import Answer, Ask
from ..pace import Pace
from ..service import Access, Service, expect

NAME = "PubMed"
_NAME = re.compile(r"^(?P<last>.+) (?P<initials>[A-Z]{1,4})$")
_DATE = re.compile(r"(?P<y>\d{4})(?: (?P<m>[A-Z][a-z]{2}))?(?: (?P<d>\d{1,2}))?")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def asks(numbers: Sequence[str], access: Access) -> Ask:
    params = [("db", "pubmed"), ("id", ",".join(numbers)), ("retmode", "json"), ("tool", "awesomelint")]
    params += [("email", access.mailto)] if access.mailto else []
    params += [("api_key", access.keys[NAME])] if access.keys.get(NAME) else []
    return Ask("https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi", tuple(params))


def reads(answer: Answer, numbers: Sequence[str]) -> Mapping[str, Any]:
    expect(answer, 200)
    result = answer.json()["result"]
    found: dict[str, Any] = {}
    for number in numbers:
        summary = result.get(number)
        if summary is not None:
            found[number] = (
                None if "error" in summary else [record_of(summary)._replace(paper=f"pubmed:{number}")._asdict()]
            )
    return found


def record_of(summary: Mapping[str, Any]) -> Record:
    """A summary as a record."""
    ids = {one.get("idtype"): str(one.get("value", "")) for one in summary.get("articleids") or ()}
    dates = [date for name in ("epubdate", "pubdate") if (date := _iso(str(summary.get(name) or "")))]
    retracted = any("Retract" in kind for kind in summary.get("pubtype") or ())
    return Record(
        source=NAME,
        paper=f"pubmed:{summary['uid']}",
        title=plain_title(str(summary.get("title") or "")).removesuffix("."),
        authors=tuple(_name(str(one["name"])) for one in summary.get("authors") or () if one.get("name")),
        venue=plain_title(str(summary.get("fulljournalname") or "")),
        year=int(dates[-1][:4]) if dates else None,
        dates=tuple(dict.fromkeys(dates)),
        doi=ids.get("doi", "").lower(),
        withdrawn="retracted" if retracted else "",
        kind="article",
    )


def _name(name: str) -> str:
    """`Piwowar HA` as `H. A. Piwowar`."""
    found = _NAME.match(name)
    return " ".join([*(letter + "." for letter in found["initials"]), found["last"]]) if found else name


def _iso(date: str) -> str:
    """`2007 Mar 21` as 2007-03-21."""
    found = _DATE.match(date)
    if found is None:
        return ""
    parts = [found["y"]]
    if found["m"] in _MONTHS:
        parts.append(f"{_MONTHS.index(found['m']) + 1:02d}")
        parts += [f"{int(found['d']):02d}"] if found["d"] else []
    return "-".join(parts)


SERVICE = Service(NAME, "eutils.ncbi.nlm.nih.gov", Pace(0.35), 200, asks, reads)
