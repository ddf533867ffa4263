"""BibTeX -> records: what a reference manager gives out, as the papers that `awesomelint add` writes.

In goes the text of a .bib file, out come the papers in their order, and what could not be read with its line. The only place that knows bibtexparser; LaTeX is read by
pylatexenc, which takes a bare `%` for a comment, so that one is escaped first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from .entries.papers import PaperId, paper_id
from .evidence import Record

_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_PREPRINT = re.compile(r"arxiv|corr\b|preprint", re.I)
_NUMBER = re.compile(r"(?:arxiv[:.\s/]*(?:abs/)?)?(?P<n>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.I)
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_KINDS = {
    "article": "article",
    "inproceedings": "paper",
    "conference": "paper",
    "incollection": "chapter",
    "inbook": "chapter",
    "phdthesis": "other",
}


class Citation(NamedTuple):
    """One paper of a bibliography, with the addresses that it names."""

    record: Record
    url: str = ""
    code: str = ""


class Bibliography(NamedTuple):
    """The papers of a file, and what of it could not be read, in words with its line."""

    citations: tuple[Citation, ...]
    failures: tuple[str, ...] = ()


def read_bibtex(text: str) -> Bibliography:
    """The papers of a BibTeX text."""
    import logging

    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import MonthIntMiddleware, SeparateCoAuthors

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # its failures are told in our own words
    library = parse_string(text, append_middleware=[MonthIntMiddleware(), SeparateCoAuthors()])
    citations = []
    for entry in library.entries:
        values = {field.key.lower(): field.value for field in entry.fields}
        citations.append(_citation(entry.entry_type.lower(), values))
    failures = [
        f"line {(block.start_line or 0) + 1}: this entry cannot be read; is a brace or a comma missing?"
        for block in library.failed_blocks
    ]
    return Bibliography(tuple(citations), tuple(failures))


def _citation(kind: str, values: Mapping[str, Any]) -> Citation:
    plain = {key: _plain(value) for key, value in values.items() if key != "author" and not isinstance(value, list)}
    venue = plain.get("booktitle") or plain.get("journal") or plain.get("journaltitle") or ""
    url = plain.get("url", "")
    arxiv = _arxiv(plain, venue)
    doi = plain.get("doi", "").lower().removeprefix("https://doi.org/")
    doi = "" if doi.startswith("10.48550/") else doi
    preprint = bool(_PREPRINT.search(venue)) or (not venue and bool(arxiv))
    number = f"doi:{doi}" if doi and not preprint else f"arxiv:{arxiv}" if arxiv else str(_of_url(url) or "")
    date = _date(plain)
    record = Record(
        source="BibTeX",
        paper=number,
        title=plain.get("title", ""),
        authors=tuple(name for one in _names(values.get("author")) if (name := _name(one))),
        venue="" if preprint else venue,
        year=int(date[:4]) if date else None,
        dates=(date,) if date else (),
        doi=doi,
        arxiv=arxiv,
        kind="preprint" if preprint else _KINDS.get(kind, "other"),
    )
    return Citation(record, url, plain.get("code", ""))


def _arxiv(values: Mapping[str, str], venue: str) -> str:
    if values.get("archiveprefix", "arxiv").lower() == "arxiv" and (
        found := _NUMBER.fullmatch(values.get("eprint", ""))
    ):
        return found["n"]
    if _PREPRINT.search(venue) and (found := _NUMBER.search(venue)):
        return found["n"]
    of_url = _of_url(values.get("url", ""))
    return of_url.number if of_url is not None and of_url.scheme == "arxiv" else ""


def _of_url(url: str) -> PaperId | None:
    return paper_id(url) if url else None


def _date(values: Mapping[str, str]) -> str:
    """`date` as biblatex has it, else year and month."""
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", values.get("date", "")):
        return values["date"]
    year = re.search(r"\d{4}", values.get("year", "") or values.get("date", ""))
    if year is None:
        return ""
    month = values.get("month", "").strip().lower()
    number = int(month) if month.isdecimal() else _MONTHS.get(month[:3], 0)
    day = values.get("day", "")
    parts = [year[0]] + ([f"{number:02d}"] if 1 <= number <= 12 else [])
    return "-".join([*parts, f"{int(day):02d}"] if len(parts) == 2 and day.isdecimal() else parts)


def _names(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def _name(raw: str) -> str:
    """A name in reading order; what stands in braces is one word, a group's name say."""
    if raw.strip() == "others":
        return ""
    if raw.startswith("{") and raw.endswith("}") and raw.count("{") == 1:
        return _plain(raw)
    parts = [_plain(part) for part in re.split(r",(?![^{]*\})", raw)]
    return " ".join(" ".join([*parts[1:][::-1], parts[0]]).split()) if len(parts) == 2 else _junior(parts)


def _junior(parts: list[str]) -> str:
    """`von Last, Jr., First` as First von Last Jr."""
    if len(parts) == 3:
        return " ".join(f"{parts[2]} {parts[0]} {parts[1]}".split())
    return " ".join(" ".join(parts).split())


def _plain(value: Any) -> str:
    """A field's words without LaTeX."""
    text = str(value)
    if "\\" in text or "{" in text or "$" in text:
        from pylatexenc.latex2text import LatexNodes2Text

        text = LatexNodes2Text(math_mode="text").latex_to_text(_BARE_PERCENT.sub(r"\\%", text))
    return " ".join(text.replace("~", " ").split())
