"""What somebody pasted -> the record behind it: numbers and addresses of papers, and repositories that name theirs.

In goes a word such as `2303.00001`, `doi:10.1145/1.2` or an address, out come the record, the address to link and the repository. Raises NotFound where no service knows
it, Unanswered where none could tell, UsageError for what names no paper.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlsplit

from ..entries.dates import iso_date
from ..entries.papers import PaperId, impossible_number, paper_id, repository
from ..entries.titles import plain_title
from ..errors import NotFound, Unanswered, UsageError
from ..evidence import Record, record_from
from .http import Ask
from .pace import PAGES, Pace
from .questions import doi_of
from .quirks import quirk_of
from .service import Line, Service
from .services import arxiv, crossref, datacite, github, openreview, pubmed

_ARXIV = re.compile(r"(?:arxiv:)?\s*(?P<n>\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?", re.I)
_DOI = re.compile(r"(?:doi:)?\s*(?P<n>10\.\d{4,9}/\S+)", re.I)
_ADDRESS = re.compile(r"https?://[^\s)>\]\"'}]+")
_EPRINT = re.compile(r"(?:eprint\s*=\s*[{\"]?|arXiv:)\s*(?P<n>\d{4}\.\d{4,5})", re.I)
_HEAD_BYTES = 400_000


class Found(NamedTuple):
    """A paper with its record, the address to link, and the repository that it was found by."""

    record: Record
    url: str
    code: str = ""


def found_behind(line: Line, pasted: str) -> Found:
    """The paper that a pasted word means."""
    text = pasted.strip()
    if found := _ARXIV.fullmatch(text):
        return _of_paper(line, PaperId("arxiv", found["n"]), f"https://arxiv.org/abs/{found['n']}")
    if found := _DOI.fullmatch(text):
        url = f"https://doi.org/{found['n']}"
        return _of_paper(line, paper_id(url) or PaperId("doi", found["n"].lower()), url)
    url = text if "://" in text else f"https://{text}" if "." in text.partition("/")[0] and "/" in text else ""
    if not url:
        raise UsageError(
            f"{pasted!r} names no paper; give an arXiv number, a DOI, an address, or a .bib file with --from"
        )
    try:
        urlsplit(url)
    except ValueError as error:
        raise UsageError(f"{pasted!r} is no address") from error
    if number := impossible_number(url):
        raise UsageError(f"{pasted}: no paper can have the number {number}")
    name = repository(url)
    if name is not None:
        return _of_repository(line, name)
    paper = paper_id(url)
    return _of_paper(line, paper, url) if paper is not None else _of_page(line, url, url)


def _of_paper(line: Line, paper: PaperId, url: str) -> Found:
    if paper.scheme == "arxiv":
        url = f"https://arxiv.org/abs/{paper.number}"
        return Found(
            _record(
                line, paper, ((arxiv.SERVICE, paper.number), (datacite.SERVICE, datacite.ARXIV + paper.number.lower()))
            ),
            url,
        )
    if paper.scheme == "pubmed":
        return Found(_record(line, paper, ((pubmed.SERVICE, paper.number),)), url)
    if paper.scheme == "openreview":
        url = f"https://openreview.net/forum?id={paper.number}"
        if line.access.keys.get(openreview.NAME):
            return Found(_record(line, paper, ((openreview.SERVICE, paper.number),)), url)
        return _of_page(line, url, url)
    if doi := doi_of(paper):
        services = ((crossref.SERVICE, doi), (datacite.SERVICE, doi))
        try:
            return Found(_record(line, paper, services), url)
        except NotFound:
            if paper.scheme != "acl":
                raise
    return _of_page(line, _landing(paper, url), url)


def _record(line: Line, paper: PaperId, services: tuple[tuple[Service, str], ...]) -> Record:
    """The first record that a service has. Raises NotFound, Unanswered."""
    missing = ""
    for service, key in services:
        values = line.lookup(service, [key])
        if values.get(key):
            record = record_from(values[key][0])
            return record._replace(paper=paper.key)
        if key in values:
            missing = missing or service.name
    if missing:
        raise NotFound(f"{missing} has no paper {paper}")
    reasons = "; ".join(f"{one.service}: {one.reason}" for one in line.silent)
    raise Unanswered(f"nobody could be asked for {paper} ({reasons or 'it is not known offline'})")


def _landing(paper: PaperId, url: str) -> str:
    """The page of a paper that carries its record, where the address opens the PDF."""
    if paper.scheme == "acl":
        return f"https://aclanthology.org/{paper.number}/"
    if paper.scheme == "cvf":
        return re.sub(r"/papers/([^/]+)\.pdf$", r"/html/\1.html", url)
    if paper.scheme == "pmlr":
        volume, _, name = paper.number.partition("/")
        return f"https://proceedings.mlr.press/{volume}/{name.removesuffix('.html').removesuffix('.pdf')}.html"
    if paper.scheme == "nips":
        page = re.sub(r"/file/([0-9a-f]{32})-(Paper[\w-]*|Metadata)\.\w+$", r"/hash/\1-Abstract.html", url)
        return page.replace("-Paper-Conference", "-Conference")
    return url


def _of_page(line: Line, landing: str, url: str) -> Found:
    """The record that a page carries in its head for reference managers (Highwire's `citation_` tags)."""
    host = (urlsplit(landing).hostname or "").lower()
    quirk = quirk_of(host)
    if quirk.never:
        raise Unanswered(f"{host} does not talk to programs; give the paper's DOI or arXiv number")
    key = f"{landing}\nrecord"
    known = line.known("records of pages", [key]).get(key)
    if known is None:
        if line.offline:
            raise Unanswered(f"{landing} is not known offline")
        answer = line.send(Ask(landing, limit=_HEAD_BYTES), Pace(quirk.gap) if quirk.gap else PAGES, host)
        if answer.status in (404, 410):
            raise NotFound(f"{landing}: the page answers {answer.status}")
        if answer.status != 200:
            raise Unanswered(f"{landing}: the page answers {answer.status}; give the paper's DOI or arXiv number")
        record = record_of_page(answer.body.decode("utf-8", "replace"), str(paper_id(url) or ""))
        if record is None:
            raise NotFound(f"{landing}: the page says of no paper what it is; give its DOI or arXiv number")
        line.cache.keep("records of pages", "record", {key: record._asdict()}, line.clock.now())
        return Found(record, url)
    return Found(record_from(known), url)


class _Metas(HTMLParser):
    """The `citation_` tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name = (values.get("name") or "").lower()
        if tag == "meta" and name.startswith("citation_") and values.get("content"):
            self.found.setdefault(name.removeprefix("citation_"), []).append(str(values["content"]).strip())


def record_of_page(page: str, paper: str) -> Record | None:
    """A page's own record; None where it names no title."""
    reader = _Metas()
    try:
        reader.feed(page)
    except AssertionError:  # html.parser on a marked section that it does not know
        return None
    metas = reader.found

    def first(*names: str) -> str:
        return next((metas[name][0] for name in names if name in metas), "")

    title = plain_title(first("title"))
    if not title:
        return None
    dates = [
        made
        for name in ("publication_date", "online_date", "date", "year")
        for text in metas.get(name, ())
        if (made := _iso(text))
    ]
    number = first("arxiv_id")
    venue = plain_title(first("conference_title", "conference", "journal_title", "inbook_title"))
    return Record(
        source="page",
        paper=paper,
        title=title,
        authors=tuple(_name(one) for one in metas.get("author", ()) if one),
        venue=venue,
        year=int(dates[0][:4]) if dates else None,
        dates=tuple(dict.fromkeys(dates)),
        doi="" if number else first("doi").lower().removeprefix("https://doi.org/"),
        arxiv=number,
        kind="paper" if venue else "preprint" if number else "other",
    )


def _name(author: str) -> str:
    last, comma, first = plain_title(author).partition(", ")
    return f"{first} {last}" if comma else last


def _iso(text: str) -> str:
    """`2021/6/18` as 2021-06-18."""
    date = iso_date(text.replace("/", "-"))
    return str(date) if date is not None else ""


def _of_repository(line: Line, name: str) -> Found:
    """The paper that a repository's README names, and the repository."""
    readme = _readme(line, name)
    papers = papers_named(readme)
    if not papers:
        raise NotFound(f"github.com/{name} names no paper in its README; give the paper and the repository with --code")
    if len(papers) > 1:
        shown = ", ".join(str(paper) for paper in papers[:5])
        raise UsageError(
            f"github.com/{name} names several papers ({shown}); give the one that you mean and the repository with --code"
        )
    number = papers[0]
    address = (
        f"https://arxiv.org/abs/{number.number}" if number.scheme == "arxiv" else f"https://doi.org/{number.number}"
    )
    return _of_paper(line, number, address)._replace(code=f"https://github.com/{name}")


def _readme(line: Line, name: str) -> str:
    key = f"readme of {name.casefold()}"
    known = line.known("GitHub", [key]).get(key)
    if known is not None:
        return str(known["text"])
    if line.offline:
        raise Unanswered(f"github.com/{name} is not known offline")
    service = github.service(line.access)
    token = (("Authorization", f"Bearer {line.access.keys[github.NAME]}"),) if line.access.keys.get(github.NAME) else ()
    ask = Ask(
        f"https://{github.HOST}/repos/{name}/readme",
        headers=(("Accept", "application/vnd.github.raw+json"), *token),
        limit=_HEAD_BYTES,
    )
    answer = line.send(ask, service.pace, github.NAME)
    if answer.status == 404:
        raise NotFound(f"github.com/{name}: GitHub has no such repository, or it has no README")
    if answer.status != 200:
        raise Unanswered(f"github.com/{name}: GitHub answers {answer.status}")
    text = answer.body.decode("utf-8", "replace")
    line.cache.keep("GitHub", "repository", {key: {"text": text}}, line.clock.now())
    return text


def papers_named(readme: str) -> list[PaperId]:
    """The papers that a README may be about: what its citation names, else what it links to before all others."""
    cited = [PaperId("arxiv", found["n"]) for found in _EPRINT.finditer(readme)]
    if len(set(cited)) == 1:
        return cited[:1]
    linked = [paper for found in _ADDRESS.finditer(readme) if (paper := paper_id(found[0].rstrip(".,;"))) is not None]
    usable = [paper._replace(version="") for paper in linked if paper.scheme == "arxiv" or doi_of(paper)]
    counted = list(dict.fromkeys(usable))
    both = [paper for paper in counted if paper in cited]
    return both[:1] if len(both) == 1 else counted
