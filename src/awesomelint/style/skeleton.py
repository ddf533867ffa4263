"""How links and badges are written, with names in the place of their values.

In goes a field, out comes its skeleton (`[[{label}]({url})]`), and back: a skeleton filled with a field's own values.
"""

from __future__ import annotations

import re

from ..entries import Badge, Entry, Field, Link


def values_of(entry: Entry, part: Field) -> dict[str, tuple[int, int]]:
    """Where the values of a link or badge stand in the source, by the name that a skeleton gives them."""
    if isinstance(part, Badge):
        found = {"image": part.image_span, "url": part.target_span}
        return {name: (span.start, span.end) for name, span in found.items() if span is not None}
    assert isinstance(part, Link)
    start, end = part.outer if part.role == "address" else part.span
    text = entry.source.text
    url = part.url_span
    places = {"url": (url.start, url.end)} if url is not None else {}
    if part.role == "link":
        stop = url.start if url is not None and text[start] == "[" else end
        at = text.find(part.text, start, stop) if part.text else -1
        if part.text and (url is None or at < 0 or at + len(part.text) <= url.start or at >= url.end):
            if at >= 0:
                places["label"] = (at, at + len(part.text))
            elif text[start] == "[" and url is not None:
                places["label"] = (start + 1, max(start + 1, text.rfind("]", start, url.start)))
    return places


def skeleton_of(entry: Entry, part: Field) -> str:
    """A link's or badge's Markdown with names in the place of its values; nothing for words."""
    if not isinstance(part, Link | Badge):
        return ""
    start, end = part.outer if part.role == "address" else part.span
    text, made, at = entry.source.text, [], start
    for name, (first, last) in sorted(values_of(entry, part).items(), key=lambda item: item[1]):
        made += [text[at:first], "{" + name + "}"]
        at = last
    alt = "".join((*made, text[at:end]))
    return _ALT.sub("![{alt}](", alt) if isinstance(part, Badge) else alt


def fill(skeleton: str, entry: Entry, part: Field) -> str:
    """A skeleton with the values of a link or badge in their places."""
    text = entry.source.text
    places = values_of(entry, part)
    values = {name: text[first:last] for name, (first, last) in places.items()}
    if isinstance(part, Badge):
        found = _ALT.search(text, part.span.start, part.span.end)
        values["alt"] = found[1] if found else part.text
    return _NAME.sub(lambda name: values.get(name[1], name[0]), skeleton)


_ALT = re.compile(r"!\[([^\]]*)\]\(")
_NAME = re.compile(r"\{(\w+)\}")
