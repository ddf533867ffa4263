"""The forms of an address that open one and the same page, and how to write them.

In goes an address, out comes its form (abs, pdf, …) or the address in another form. Only what is
the same document by its host's own documentation is rewritten.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_ARXIV = re.compile(
    r"^(?P<scheme>https?:)?//(?P<host>(?:[\w-]+\.)*)arxiv\.org/(?P<form>abs|pdf|html)/"
    r"(?P<number>\d{4}\.\d{4,5}|[a-z][a-z-]*(?:\.[A-Z]{2})?/\d{7})(?P<version>v\d+)?(?P<pdf>\.pdf)?(?P<rest>[/?#].*)?$",
    re.I,
)
# Mirrors and doors of arXiv that serve the same records (info.arxiv.org/help/mirrors).
_MIRRORS = frozenset(("", "www.", "browse.", "export.", "cn.", "xxx.", "lanl.", "uk.", "de.", "es.", "in."))
_IEEE = re.compile(
    r"^(?P<scheme>https?:)//ieeexplore\.ieee\.org/(?:(?P<form>abstract/document|document)/0*(?P<n>\d+)(?P<slash>/?)"
    r"|(?P<stamp>stamp/stamp\.jsp|xpl/articleDetails\.jsp|xpl/freeabs_all\.jsp)\?(?:tp=&)?arnumber=0*(?P<n2>\d+)(?:&tag=\d+)?)$",
    re.I,
)
_PUBMED = re.compile(r"^(?P<scheme>https?:)//pubmed\.ncbi\.nlm\.nih\.gov/(?P<n>\d+)(?P<slash>/?)$", re.I)
_OPENREVIEW = re.compile(r"^(?P<scheme>https?:)//openreview\.net/(?P<form>forum|pdf)\?id=(?P<n>[\w-]+)$", re.I)


class ArxivAddress(NamedTuple):
    """The parts of an address on arXiv."""

    form: str
    number: str
    version: str
    fragment: str
    suffix: str = ""
    """`.pdf`, where the address ends in it."""

    def write(self, form: str, suffix: bool = False) -> str:
        """The paper's address in a form: abs or pdf, with its `.pdf` where the list has it. arXiv has `html` for some papers only; that stays."""
        kept = "html" if self.form == "html" else form
        ending = (self.suffix if self.form == "pdf" else ".pdf") if suffix and kept == "pdf" else ""
        return f"https://arxiv.org/{kept}/{self.number}{self.version}{ending}{self.fragment}"


def arxiv_address(url: str) -> ArxivAddress | None:
    """The parts of an address on arXiv or a mirror of it; None for others."""
    found = _ARXIV.match(url)
    if found is None or found["host"].lower() not in _MIRRORS:
        return None
    rest = found["rest"] or ""
    fragment = rest if rest.startswith("#") else ""
    if rest and not fragment and not rest.lower().startswith("?context=") and rest not in ("/", "?"):
        return None
    return ArxivAddress(
        found["form"].lower(), found["number"], (found["version"] or "").lower(), fragment, found["pdf"] or ""
    )


class PublisherAddress(NamedTuple):
    """A publisher's page in one of the forms in which its host serves it."""

    host: str
    form: str
    number: str
    plain: bool = True
    """Whether the form is one that a list may hold to as its own."""
    slash: str = ""
    """The closing slash, where the host takes the address with and without it."""

    def write(self, form: str) -> str:
        """The page's address in another form of its host."""
        return {
            "ieee": "https://ieeexplore.ieee.org/{form}/{number}{slash}",
            "pubmed": "https://pubmed.ncbi.nlm.nih.gov/{number}{form}",
            "openreview": "https://openreview.net/{form}?id={number}",
        }[self.host].format(form=form, number=self.number, slash=self.slash)


def publisher_address(url: str) -> PublisherAddress | None:
    """The parts of a page's address at IEEE Xplore, PubMed or OpenReview; None for others."""
    if found := _IEEE.match(url):
        if found["stamp"]:
            return PublisherAddress("ieee", "stamp", found["n2"], plain=False)
        return PublisherAddress("ieee", found["form"].lower(), found["n"], slash=found["slash"])
    if found := _PUBMED.match(url):
        return PublisherAddress("pubmed", found["slash"], found["n"])
    if found := _OPENREVIEW.match(url):
        return PublisherAddress("openreview", found["form"].lower(), found["n"])
    return None


PUBLISHER_DEFAULTS = {"ieee": "document", "pubmed": "/", "openreview": "forum"}
"""The form that each host calls the page's own (its canonical address)."""

# A way round to the page is the list's own only where many go it.
_ROUND, _MANY = "abstract/document", 10


def settled(forms: Counter[str]) -> Counter[str]:
    """The forms of a host's addresses that a list may hold to."""
    if forms[_ROUND] >= _MANY:
        return forms
    return Counter({form: number for form, number in forms.items() if form != _ROUND})
