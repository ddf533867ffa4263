"""A list as a bibliography: what `awesomelint export --to bibtex`, `csl-json` and `csv` print.

In go lists, out comes text that reference managers and spreadsheets read. What a list does not say is left out. BibTeX keeps addresses and the repository of the code, so
that `awesomelint add --from` gives the same entries back.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from ..entries import AwesomeList, Date, Entry, Venue
from ..entries.names import PARTICLES
from ..entries.papers import repository
from ..entries.same import own_paper

_SPECIAL = {char: "\\" + char for char in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_TABLE = str.maketrans(_SPECIAL)
_WORD = re.compile(r"[A-Za-z0-9]+")
_DULL = frozenset("a an the on of for in to and with via from towards toward is are".split())


def bibtex(lists: Sequence[AwesomeList]) -> str:
    """Every entry with a title as BibTeX, under a key of author, year and first word."""
    taken: set[str] = set()
    return "\n".join(
        _bibtex(entry, _key(entry, taken)) for found in lists for entry in found.entries if entry.title is not None
    )


def _bibtex(entry: Entry, key: str) -> str:
    venue = _venue(entry)
    kind = _kind(venue)
    fields: dict[str, str] = {"title": "{" + _title(entry).translate(_TABLE) + "}"}
    if entry.authors is not None:
        names = [_bibtex_name(name) for name in entry.authors.authors.names]
        fields["author"] = " and ".join(names + ["others"] * bool(entry.authors.authors.et_al))
    if venue is not None and not venue.preprint:
        fields["journal" if kind == "article" else "booktitle"] = venue.name.translate(_TABLE)
    when = entry.when or entry.heading_date
    if when is not None:
        fields["year"] = str(when.year)
        if when.month is not None:
            fields["month"] = str(when.month)
            fields["date"] = str(when)
    fields |= _addresses(entry)
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{{key},\n{body}}}\n"


def _kind(venue: Venue | None) -> str:
    if venue is None or venue.preprint:
        return "misc"
    journal = venue.alias is not None and "journal" in venue.alias.venue.kind
    return "article" if journal else "inproceedings"


def _addresses(entry: Entry) -> dict[str, str]:
    fields: dict[str, str] = {}
    link = own_paper(entry)
    paper = link.paper if link is not None else None
    if paper is not None and paper.scheme == "arxiv":
        fields |= {"eprint": paper.number, "archiveprefix": "arXiv"}
    elif paper is not None and paper.scheme in ("doi", "biorxiv"):
        fields["doi"] = paper.number
    url = link.url if link is not None else next((one.url for one in entry.links if not repository(one.url)), "")
    code = next((one.url for one in entry.links if repository(one.url)), "") or next(
        (one.target for one in entry.badges if repository(one.target)), ""
    )
    return fields | ({"url": url} if url else {}) | ({"code": code} if code else {})


def _bibtex_name(name: str) -> str:
    words = name.translate(_TABLE)
    return "{" + words + "}" if " and " in f" {words} " or "," in words else words


def _key(entry: Entry, taken: set[str]) -> str:
    """lovelace2023synthetic, with a letter behind where that is taken."""
    names = entry.authors.authors.names if entry.authors is not None else ()
    author = _ascii(_family(names[0])[1]) if names else "anonymous"
    when = entry.when or entry.heading_date
    word = next((word for word in _WORD.findall(_ascii(_title(entry))) if word.lower() not in _DULL), "")
    key = re.sub(r"\W", "", f"{author}{when.year if when else ''}{word}".lower()) or "entry"
    made, number = key, 0
    while made in taken:
        number += 1
        made = f"{key}{_letters(number)}"
    taken.add(made)
    return made


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _family(name: str) -> tuple[str, str]:
    """Given and family name; a particle belongs to the family's."""
    words = name.split()
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def _title(entry: Entry) -> str:
    return " ".join(entry.title.text.split()) if entry.title is not None else ""


def _venue(entry: Entry) -> Venue | None:
    return entry.venue.venue if entry.venue is not None else entry.heading_venue


def csl_json(lists: Sequence[AwesomeList]) -> str:
    """Every entry with a title as CSL-JSON (citationstyles.org, schema 1.0)."""
    taken: set[str] = set()
    items = [_csl(entry, _key(entry, taken)) for found in lists for entry in found.entries if entry.title is not None]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _csl(entry: Entry, key: str) -> dict[str, Any]:
    venue = _venue(entry)
    kind = {"misc": "article", "article": "article-journal", "inproceedings": "paper-conference"}[_kind(venue)]
    item: dict[str, Any] = {"id": key, "type": kind, "title": _title(entry)}
    if entry.authors is not None:
        item["author"] = [_csl_name(name) for name in entry.authors.authors.names]
    if venue is not None:
        item["publisher" if venue.preprint else "container-title"] = venue.name
    when = entry.when or entry.heading_date
    if when is not None:
        item["issued"] = {"date-parts": [_parts(when)]}
    fields = _addresses(entry)
    item |= {"DOI": fields["doi"]} if "doi" in fields else {}
    item |= {"number": f"arXiv:{fields['eprint']}"} if "eprint" in fields else {}
    return item | ({"URL": fields["url"]} if "url" in fields else {})


def _csl_name(name: str) -> dict[str, str]:
    given, family = _family(name)
    return {"family": family, "given": given} if given else {"literal": name}


def _parts(when: Date) -> list[int]:
    return [part for part in (when.year, when.month, when.day) if part is not None]


COLUMNS = ("title", "authors", "venue", "date", "url", "code", "section", "acronym", "description", "path", "line")


def csv_text(lists: Sequence[AwesomeList]) -> str:
    """Every entry as a row (RFC 4180, but for line ends); authors are separated by semicolons."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    for found in lists:
        for entry in found.entries:
            writer.writerow([_cell(value) for value in _row(found, entry)])
    return made.getvalue()


def _row(found: AwesomeList, entry: Entry) -> list[str]:
    fields, venue = _addresses(entry), _venue(entry)
    when = entry.when or entry.heading_date
    names = entry.authors.authors.names if entry.authors is not None else ()
    return [
        _title(entry), "; ".join(names), venue.name if venue is not None else "", str(when or ""), fields.get("url", ""), fields.get("code", ""),
        " / ".join(entry.section), entry.acronym.text if entry.acronym else "", entry.description.text if entry.description else "",
        found.source.name, str(found.source.line_of(entry.span.start)),
    ]  # fmt: skip


def _cell(value: str) -> str:
    """A value that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return (
        "'" + value
        if value[:1] in ("=", "+", "-", "@") and not value.lstrip("+-").replace(".", "", 1).isdecimal()
        else value
    )


FORMATS = {"bibtex": bibtex, "csl-json": csl_json, "csv": csv_text}
"""The formats by name."""
