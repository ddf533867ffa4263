"""How a list writes its links: the labels, the brackets around them, and which comes first.

In go entries, out comes a `LinkStyle` with the counts behind it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from ..entries import Entry, Link
from ..entries.letters import fold
from ..entries.papers import paper_id, repository
from ..reading.vocabulary import is_label
from ..source import Span
from .choice import Choice, choose
from .skeleton import fill, skeleton_of, values_of
from .template import dress_of

BRACKETS = ("[{label}]({url})", "[[{label}]({url})]", "[[{label}]]({url})")
"""The three ways in which lists put a link between brackets."""
# A label's spelling is the list's own from so many uses on; a sequence of two labels as well.
LEAST = 3
LEAST_PAIRS = 5
ORDERED = 0.85
# A list labels its links if so many of so many are labelled.
LABELLED = 0.9
LEAST_LABELLED = 10
# One label in so many of the links to one kind of target is what such links are called.
CALLED = 0.5


class LinkStyle(NamedTuple):
    """What was seen of a list's links; labels are found by their letters."""

    labels: Mapping[str, Choice[str]]
    forms: Mapping[str, Choice[str]]
    """By the entries' shape: one of `BRACKETS`."""
    pairs: Mapping[tuple[str, str], int]
    """How often one label stands right before another."""
    labelled: bool
    names: Mapping[str, str]
    """What links to one kind of target are called."""
    aliases: Mapping[str, str]
    """From the configuration: the label to write for another one."""

    def label(self, text: str) -> str | None:
        """How the list writes a label; None where it has no way of its own."""
        key = fold(text)
        if key in self.aliases:
            return self.aliases[key]
        choice = self.labels.get(key)
        return choice.value if choice is not None else None

    def form(self, entry: Entry) -> str:
        """The brackets around a link's label, as the list writes them; nothing where it has no way of its own."""
        choice = self.forms.get(entry.shape)
        return (choice.value or "") if choice is not None else ""

    def first(self, one: str, other: str) -> bool:
        """Whether the list has one label before another, nearly always."""
        here, there = self.pairs.get((fold(one), fold(other)), 0), self.pairs.get((fold(other), fold(one)), 0)
        return here >= LEAST_PAIRS and here >= ORDERED * (here + there)


def infer_links(entries: Iterable[Entry], wished: Mapping[str, tuple[str, ...]], brackets: str | None) -> LinkStyle:
    """What the entries' links have in common; `wished` has other labels by the one to write."""
    labels: dict[str, Counter[str]] = {}
    forms: dict[str, Counter[str]] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    called: dict[str, Counter[str]] = {}
    with_label = without = 0
    for entry in entries:
        if entry.html:
            continue
        links = [part for part in entry.fields if isinstance(part, Link) and part.role == "link"]
        for link in links:
            if not link.text:
                without += 1
                continue
            with_label += 1
            labels.setdefault(fold(link.text), Counter())[link.text] += 1
            called.setdefault(target_kind(link.url), Counter())[link.text] += 1
            if is_label(link.text) and (form := form_of(entry, link)) in BRACKETS:
                forms.setdefault(entry.shape, Counter())[form] += 1
        pairs.update((fold(left.text), fold(right.text)) for left, right in pairwise(links) if left.text and right.text)
    return LinkStyle(
        {
            key: choose(f"label {key}", spellings, least=LEAST)
            for key, spellings in labels.items()
            if sum(spellings.values()) > 1
        },
        {shape: _brackets(seen, brackets) for shape, seen in forms.items()},
        pairs,
        with_label >= LABELLED * (with_label + without) and with_label >= LEAST_LABELLED,
        {kind: name for kind, seen in called.items() if kind and (name := _name(seen)) is not None},
        {fold(other): label for label, others in wished.items() for other in (label, *others)},
    )


def _brackets(seen: Counter[str], wish: str | None) -> Choice[str]:
    name = "brackets of a link"
    return choose(name, seen, least=LEAST) if wish is None else Choice(name, wish, "configuration", tuple(seen.items()))


def _name(seen: Counter[str]) -> str | None:
    name, often = seen.most_common(1)[0]
    return name if often >= LEAST and often >= CALLED * sum(seen.values()) else None


def target_kind(url: str) -> str:
    """paper, code, or nothing where an address does not say what it opens."""
    if repository(url):
        return "code"
    if paper_id(url) is not None:
        return "paper"
    return "paper" if urlsplit(url.strip()).path.endswith(".pdf") else ""


def form_of(entry: Entry, link: Link) -> str:
    """A link with its dress as it is written, with names in the place of label and address."""
    opening, closing = dress_of(entry, link)
    return opening + skeleton_of(entry, link) + closing


def written_in(form: str, entry: Entry, link: Link) -> str:
    """A link in another form."""
    return fill(form, entry, link)


def label_place(entry: Entry, link: Link) -> Span | None:
    """Where a label's words stand, if they stand there as they read."""
    place = values_of(entry, link).get("label")
    if place is None or entry.source.text[place[0] : place[1]] != link.text:
        return None
    return Span(*place)
