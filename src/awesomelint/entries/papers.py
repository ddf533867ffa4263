"""Paper numbers in addresses: which paper an address opens, and in what form it says so.

In goes an address, out comes a `PaperId` (scheme, number, version) or None. The forms of arXiv
numbers are arXiv's own (info.arxiv.org, "arXiv identifier"); the hosts are those counted in
215 lists.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote


class PaperId(NamedTuple):
    """A paper's number under a scheme: arxiv, doi, openreview, pubmed, pmc, ieee, acl, cvf, pmlr, nips,
    biorxiv, semanticscholar, sciencedirect, huggingface, acm."""

    scheme: str
    number: str
    version: str = ""

    def __str__(self) -> str:
        return f"{self.scheme}:{self.number}{self.version}"

    @property
    def key(self) -> str:
        """The paper without its version: `arxiv:2303.00001`."""
        return f"{self.scheme}:{self.number}"


_ARXIV_NUMBER = r"(?P<n>\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7})(?P<v>v\d+)?"
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("arxiv.org/", "arxiv", rf"^(?:[\w.-]+\.)?arxiv\.org/(?:abs|pdf|html|format|ps|e-print|src)/{_ARXIV_NUMBER}"),
    ("xiv", "arxiv", rf"^(?:www\.)?(?:alphaxiv|ar5iv(?:\.labs\.arxiv)?)\.org/(?:abs|html|pdf|overview)/{_ARXIV_NUMBER}"),
    ("10.48550/arxiv", "arxiv", rf"^(?:dx\.|www\.)?doi\.org/10\.48550/arxiv\.{_ARXIV_NUMBER}"),
    ("huggingface.co/papers", "arxiv", rf"^huggingface\.co/papers/{_ARXIV_NUMBER}"),
    ("doi.org/", "doi", r"^(?:dx\.|www\.)?doi\.org/(?:doi:)?(?P<n>10\.\d{4,9}/[^?#\s]+)"),
    ("dl.acm.org/", "doi", r"^(?:www\.)?dl\.acm\.org/(?:doi|citation\.cfm\?doid=)/?(?:abs/|pdf/|full/|fullHtml/|epdf/)?(?P<n>10\.\d{4,9}/[^?#\s]+)"),
    ("springer.com/", "doi", r"^(?:link|www)\.springer\.com/(?:chapter|article|content/pdf|book)/(?P<n>10\.\d{4,9}/[^?#\s]+?)(?:\.pdf)?(?=$|[?#/])"),
    ("nature.com/articles", "doi", r"^(?:www\.)?nature\.com/articles/(?P<n>[sn][\w.-]+?)(?:\.pdf)?(?=$|[?#/])"),
    ("rxiv.org/content", "biorxiv", r"^(?:www\.)?(?:bio|med)rxiv\.org/content/(?:biorxiv/early/[\d/]+/)?(?P<n>10\.1101/[\d.]+)(?P<v>v\d+)?"),
    ("openreview.net/", "openreview", r"^(?:www\.)?openreview\.net/(?:forum|pdf|attachment|revisions|references/pdf)\?(?:[^#]*&)?id=(?P<n>[\w-]+)"),
    ("openreview.net/pdf/", "openreview", r"^(?:www\.)?openreview\.net/pdf/(?P<n>[\w-]+)"),
    ("ncbi.nlm.nih.gov/", "pubmed", r"^(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(?P<n>\d+)"),
    ("/articles/pmc", "pmc", r"^(?:www\.)?(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/(?P<n>PMC\d+)"),
    ("ieeexplore", "ieee", r"^(?:www\.)?ieeexplore\.ieee\.org/(?:abstract/|iel\d*/\d+/\d+/)?(?:document/)?0*(?P<n>\d{5,})"),
    ("arnumber=", "ieee", r"^(?:www\.)?ieeexplore\.ieee\.org/[^?#]*\?(?:[^#]*&)?arnumber=0*(?P<n>\d+)"),
    ("acl", "acl", r"^(?:www\.)?(?:aclanthology\.org|aclanthology\.info/papers|aclweb\.org/anthology|aclanthology\.coli\.uni-saarland\.de/papers)/(?:papers/)?(?:[A-Z]/[A-Z]\d\d/)?(?P<n>[A-Z]\d\d-\d{4}|\d{4}\.[\w-]+\.\d+)"),
    ("thecvf.com/", "cvf", r"^openaccess\.thecvf\.com/(?:content/?\w*/(?:W\w*/|papers/|html/)*)?(?P<n>[^/?#]+?_(?:CVPR|ICCV|WACV|ECCV|ACCV)W?_20\d\d)_paper"),
    ("/v", "pmlr", r"^(?:proceedings\.mlr\.press|jmlr\.org/proceedings/papers)/(?P<n>v[\w-]+/[\w-]+)"),
    ("/paper", "nips", r"^(?:papers\.(?:nips|neurips)\.cc|proceedings\.neurips\.cc)/paper(?:_files/paper)?/\d{4}/(?:file|hash)/(?P<n>[0-9a-f]{32})"),
    ("semanticscholar.org/paper", "semanticscholar", r"^(?:www\.)?semanticscholar\.org/paper/(?:[^/?#]+/)?(?P<n>[0-9a-f]{40})"),
    ("/pii/", "sciencedirect", r"^(?:www\.)?sciencedirect\.com/science/article/(?:abs/|am/)?pii/(?P<n>S[0-9X]+)"),
)  # fmt: skip
"""What an address holds in small letters, the scheme, and the pattern from the host on. Compiled when first needed."""


@cache
def _pattern(number: int) -> re.Pattern[str]:
    return re.compile(_PATTERNS[number][2], re.I)


# A scheme, a host without one (`www.x.org`, `arxiv.org/abs/…`), or a slip of a scheme (`ttps://`, `https:/`).
_OUT = re.compile(
    r"\s*(?:\w{2,8}:/|//|mailto:|doi:|10\.\d{4,9}/|(?:[\w-]+\.)+(?:org|com|net|edu|io|ai|gov|cn|de|uk|fr|eu|cc|dev|me|co)(?:/|$))",
    re.I,
)
_SCHEME = re.compile(r"^(?:https?:)?//", re.I)


def leads_out(url: str) -> bool:
    """Whether an address leads out of the repository that a list stands in; one left empty is meant to."""
    return url.startswith("https://") or not url.strip() or _OUT.match(url) is not None


def without_scheme(url: str) -> str:
    """An address without `https://`."""
    url = url.strip()
    if url.startswith("https://"):
        return url[8:]
    return _SCHEME.sub("", url, count=1)


def paper_id(url: str) -> PaperId | None:
    """The paper that an address opens, or None where the address does not say."""
    address = without_scheme(url)
    if "/" not in address:
        return None
    folded = address.lower()
    for n, (hint, scheme, _) in enumerate(_PATTERNS):
        if hint in folded and (found := _pattern(n).match(address)):
            number = found["n"]
            version = found.groupdict().get("v") or ""
            if scheme == "doi":
                number = number if number.startswith("10.") else "10.1038/" + number
                number = number.rstrip(".)/").lower()
            elif scheme == "acl":
                number = number.upper() if "-" in number[:4] else number
            return PaperId(scheme, number, version.lower())
    return None


def month_of(number: str) -> tuple[int, int] | None:
    """The year and month in which an arXiv number was given out (info.arxiv.org, "arXiv identifier"); None for no such number."""
    digits = number.rpartition("/")[2][:4]
    if not digits.isdigit() or not 1 <= int(digits[2:]) <= 12:
        return None
    year = int(digits[:2])
    return (1900 if year > 90 else 2000) + year, int(digits[2:])


_ARXIV_PAGE = re.compile(r"^(?:www\.|export\.|browse\.)?arxiv\.org/(?:abs|pdf)/(?P<n>[^?#\s]*)", re.I)
_ARXIV_FULL = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?/?", re.I)
_DOI_PAGE = re.compile(r"^(?:dx\.|www\.)?doi\.org/(?:doi:)?(?P<n>[^?#\s]*)", re.I)
_FIVE_DIGITS = (2015, 1)


def impossible_number(url: str) -> str:
    """The number in an address of arXiv or doi.org that no paper can have; nothing for one that may exist, and for other addresses."""
    address = without_scheme(url)
    if (page := _ARXIV_PAGE.match(address)) is not None:
        number = page["n"]
        return number or "of nothing" if not _ARXIV_FULL.fullmatch(number) or not _given_out(number) else ""
    if (page := _DOI_PAGE.match(address)) is not None:
        number = unquote(page["n"])
        # A short DOI (shortdoi.org) is `10/…` or letters alone.
        if number.startswith("10.") and not re.match(r"10\.\d{4,9}(?:\.\d+)*/\S", number):
            return number
        return number if number.lower().startswith(("http", "www.")) else ""
    return ""


def _given_out(number: str) -> bool:
    """Whether arXiv may have given a number out: its month exists, and it has as many digits as numbers of that time."""
    when = month_of(number)
    if when is None:
        return False
    if "/" in number.rstrip("/"):
        return (1991, 7) <= when <= (2007, 3)
    digits = re.match(r"\d+", number.partition(".")[2])
    return when >= (2007, 4) and len(digits[0] if digits else "") == (5 if when >= _FIVE_DIGITS else 4)


_REPOSITORY = re.compile(r"^(?:www\.)?(?P<host>github|gitlab)\.com/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+)", re.I)
_NO_OWNER = frozenset("topics sponsors features about orgs users settings marketplace search apps".split())


def repository(url: str) -> str | None:
    """`owner/name` of a repository's address on GitHub, or any page below it; None for others."""
    found = _REPOSITORY.match(without_scheme(url))
    if found is None or found["host"].lower() != "github" or found["owner"].lower() in _NO_OWNER:
        return None
    return f"{found['owner']}/{found['name'].removesuffix('.git')}"


def address_key(url: str) -> str:
    """What makes two addresses one place: the paper's number, else the address without scheme and closing slash."""
    found = paper_id(url)
    if found is not None:
        return str(found)
    address = without_scheme(url).removeprefix("www.")
    host, slash, rest = address.partition("/")
    return host.lower() + slash + rest.rstrip("/")
