"""Entries written in another form than their own: in a pattern that a maintainer gave, or in a layout by name.

In goes an entry and a pattern, out comes the entry's Markdown in it, or what the pattern cannot hold. Values are taken
as they stand in the source, so that an escaped character stays escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..entries import AwesomeList, Badge, Entry, Field, Link
from ..errors import Refused
from .notation import Pattern, Place, parse_notation
from .skeleton import fill, skeleton_of, values_of

LAYOUTS = ("table", "bullet", "block")
_PIPE = re.compile(r"(?<!\\)\|")
_BREAKS = re.compile(r"[ \t]*(?:\\|<br[ \t]*/?>)?[ \t]*(?:\r\n|\n|\r)[ \t>]*")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_FIXED = re.compile(r"^\[+(?P<label>[^\[\]{}]+)\]+\(")
_HEADERS = {"link": "Links", "badge": "Badges", "note": "Notes"}
_ORDER = ("date", "acronym", "title", "authors", "venue", "description", "link", "badge", "note")


class Unheld(Exception):
    """What a pattern cannot hold of an entry; the words say which of its values."""


def pattern_of_layout(layout: str, found: AwesomeList) -> Pattern:
    """The pattern of a layout by name, with a place for whatever the list's entries have."""
    has: Counter[str] = Counter()
    for entry in found.entries:
        has.update({part.role for part in entry.fields})
    linked = 2 * has["address"] > has["title"]
    title = "[{title}]({url})" if linked else "{title}"
    if not has:
        raise Refused(f"{found.source.name}: no list was found in it")
    own = [role for role in has if role not in (*_ORDER, "address")]
    if layout == "table":
        shown = {"title": title, "link": "[{label}]({url}) ...", "badge": _badge(found) + " ...", "note": "{note}"}
        roles = [role for role in _ORDER if has[role]] + own
        return parse_notation("| " + " | ".join(shown.get(role, "{" + role + "}") for role in roles) + " |")
    tail = "".join(" {" + role + "}" for role in own) + (" {note}" if has["note"] else "")
    links = (
        ("[? [{label}]({url}) ...]" if has["link"] else "")
        + ("[? " + _badge(found) + " ...]" if has["badge"] else "")
        + tail
    )
    if layout == "bullet":
        bold = title.replace("{title}", "**{title}**")
        middle = ("[?, *{authors}*]" if has["authors"] else "") + "[?, {venue}][? ({date})]"
        said = "[? - {description}]" if has["description"] else ""
        return parse_notation(
            f"- [?**{{acronym}}**: ]{bold}{middle}{links}{said}" if has["acronym"] else f"- {bold}{middle}{links}{said}"
        )
    bold = title.replace("{title}", "**{title}**")
    lines = [("[?{acronym}: ]" if has["acronym"] else "") + bold]
    lines += ["[?*{authors}*]"] if has["authors"] else []
    lines += ["[?{venue}][? | {date}]"] if has["venue"] or has["date"] else []
    lines += [links.replace("[? ", "[?", 1)] if links.startswith("[? ") else [links.strip()] if links.strip() else []
    lines += ["{description}"] if has["description"] else []
    return parse_notation("  \n".join(lines))


def _badge(found: AwesomeList) -> str:
    """How most of the list's badges are written."""
    forms = Counter(skeleton_of(entry, badge) for entry in found.entries for badge in entry.badges)
    return forms.most_common(1)[0][0] if forms else "[![{alt}]({image})]({url})"


def write_in(pattern: Pattern, entry: Entry) -> str:
    """The entry in a pattern, without indent. Raises Unheld for what has no place in it."""
    return _Writer(pattern, entry).run()


def header_of(pattern: Pattern, entries: Iterable[Entry]) -> str:
    """A table's two first rows: what each column holds, in the list's own words where it has some."""
    called = {role: name for entry in entries for role, name in entry.names}
    names: dict[int, str] = {}
    for place, cell in zip(pattern.places, pattern.cells, strict=True):
        if place.role == "address":
            continue
        fixed = _FIXED.match(place.skeleton)
        name = fixed["label"] if fixed else called.get(place.role) or _HEADERS.get(place.role, place.role.capitalize())
        names.setdefault(cell, name)
    count = max(pattern.cells) + 1
    row = " | ".join(names.get(cell, "") for cell in range(count))
    return f"| {row} |\n|{'|'.join([' --- '] * count)}|\n"


class _Writer:
    def __init__(self, pattern: Pattern, entry: Entry) -> None:
        self.pattern = pattern
        self.entry = entry
        self.text = entry.source.text
        self.left: list[Field] = list(entry.fields)

    def run(self) -> str:
        if self.entry.html:
            raise Unheld("it is written in HTML")
        if _COMMENT.search(self.text, self.entry.span.start, self.entry.span.end):
            raise Unheld("a comment stands in it")
        if self.entry.certainty < Entry.SURE:
            raise Unheld("it was not understood well enough")
        written = [self.place(place, number) for number, place in enumerate(self.pattern.places)]
        if self.left:
            part = self.left[0]
            what = self.text[part.outer.start : part.outer.end].strip()
            raise Unheld(f"the template has no place for its {_NAMES.get(part.role, part.role)}: {what[:60]}")
        if self.pattern.cells:
            return self.row(written)
        made = self.pattern.head
        bare = True
        for place, words in zip(self.pattern.places, written, strict=True):
            if words:
                before = place.before.lstrip(" .,;:|-") if bare else place.before
                if made.endswith((".", "?", "!")) and before.startswith("."):
                    before = before[1:]
                made += before + words
                bare = False
        tail = self.pattern.tail
        return made + (tail if not made.endswith(tail.strip() or "\n") else "")

    def row(self, written: list[str]) -> str:
        cells: dict[int, str] = {}
        for place, cell, words in zip(self.pattern.places, self.pattern.cells, written, strict=True):
            if words:
                before = place.before if cells.get(cell) else ""
                cells[cell] = cells.get(cell, "") + before + _PIPE.sub(r"\\|", words)
        row = " | ".join(cells.get(cell, "") for cell in range(max(self.pattern.cells) + 1))
        return f"| {row} |"

    def place(self, place: Place, number: int) -> str:
        """What stands in one place; nothing where the entry has none of it."""
        parts = self.taken(place)
        if not parts:
            return ""
        if place.role == "address":
            return fill(place.skeleton, self.entry, parts[0]) if place.skeleton else ""
        opening, closing = place.opening, place.closing
        follows = self.pattern.places[number + 1].role == "address" if number + 1 < len(self.pattern.places) else False
        if follows and not any(part.role == "address" for part in self.left):
            opening = opening.removeprefix("[")  # the entry's title opens nothing
        if place.skeleton:
            words = [opening + self.filled(place, part) + closing for part in parts]
            return place.again.join(words)
        words = [self.value(part) for part in parts]
        between = ", " if place.role == "note" else "; " if place.role == "date" else " "
        value = between.join(words)
        return opening + (value.rstrip(".") if closing.startswith(".") else value) + closing

    def filled(self, place: Place, part: Field) -> str:
        """A link or badge in the place's form; a title's address is labelled as papers are."""
        if part.role == "address":
            span = values_of(self.entry, part).get("url")
            url = self.text[slice(*span)] if span else ""
            label = "paper" if part.text == "title" else part.text
            return place.skeleton.replace("{label}", label).replace("{url}", url)
        values = values_of(self.entry, part)
        if isinstance(part, Link) and "url" not in values:
            raise Unheld(f"the address of {part.text or 'a link'} stands in a definition elsewhere")
        if isinstance(part, Badge) and (("{url}" in place.skeleton) != ("url" in values)):
            return self.text[part.span.start : part.span.end]  # linked or bare as it was
        if isinstance(part, Link) and "label" not in values and "{label}" in place.skeleton:
            return self.text[part.span.start : part.span.end]
        return fill(place.skeleton, self.entry, part)

    def taken(self, place: Place) -> list[Field]:
        """The entry's fields that belong in a place, taken from what is left."""
        fixed = _FIXED.match(place.skeleton)
        found = []
        for part in list(self.left):
            mine = part.role == place.role
            if place.role == "link" and part.role == "address" and not fixed:
                mine = "address" not in self.pattern.roles or part.text != "title"
            if mine and fixed and isinstance(part, Link):
                mine = part.text.casefold() == fixed["label"].casefold()
            if mine:
                found.append(part)
                if place.role in ("title", "address", "authors"):
                    break
        for part in found:
            self.left.remove(part)
        return found

    def value(self, part: Field) -> str:
        words = self.text[part.span.start : part.span.end]
        if isinstance(part, Link | Badge):
            words = self.text[part.outer.start : part.outer.end]
        return _BREAKS.sub(" ", words)


_NAMES = {"note": "words", "badge": "badge", "link": "link", "address": "address"}
