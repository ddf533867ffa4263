"""What a list does, written as a configuration: what `awesomelint init` makes.

In go a list and its style, out comes the text of awesomelint.toml: every choice that the list has settled with the counts behind it, every
one that it has not as a comment.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from ..config.schema import ADDRESS
from ..entries import AwesomeList, Date
from ..style import Choice, Style

# The template of so many of the entries is the list's.
MAIN = 0.8


def init_text(found: AwesomeList, style: Style, name: str) -> str:
    """The configuration of one list."""
    lines = [
        f"#:schema {ADDRESS}",
        f"# What {name} does, counted over {len(found.entries)} entries. What is commented out the list has not settled: choose, or leave it out.",
        "# `awesomelint style` shows the counts, `awesomelint config` what is in force.",
        "",
        f"files = [{json.dumps(name, ensure_ascii=False)}]",
        "# ignore = []            # rules that you do not want",
        '# since = "pull-request"  # in CI, report only what a pull request adds or changes',
        "",
        "[style]",
        *_template(found, style),
        *_date(style),
        *_choices(style),
        *_order(style),
        *_required(style),
    ]
    return "\n".join(lines) + "\n"


def _template(found: AwesomeList, style: Style) -> Iterator[str]:
    shapes = Counter(entry.shape for entry in found.entries)
    shape, number = shapes.most_common(1)[0] if shapes else ("", 0)
    template = style.templates.get(shape)
    if template is None:
        return
    settled = number >= MAIN * len(found.entries)
    yield f"# The form of {number} of {len(found.entries)} entries. Uncommented it stands for all sections, above what each does by itself."
    text = template.notation()
    quoted = (
        f"'''\n{text}'''" if "\n" in text else f"'{text}'" if "'" not in text else json.dumps(text, ensure_ascii=False)
    )
    yield from (f"# {line}" for line in f"template = {quoted}".split("\n"))
    if not settled:
        yield "# (the others have forms of their own)"


def _date(style: Style) -> Iterator[str]:
    form = style.dates.day or style.dates.month
    seen = [choice for choice in style.dates.choices[:2] if choice.counts]
    if form is not None:
        date = Date(2023, 3, 2 if style.dates.day is not None else None)
        yield _line("date", form.write(date), max(seen, key=lambda one: len(one.counts)) if seen else None)
    elif seen:
        yield f"# date = …  # {_counts(seen[0])}"


def _choices(style: Style) -> Iterator[str]:
    """Each choice by the name that the configuration gives it."""
    year = _agreed(list(style.venue_years.values()))
    brackets = _agreed(list(style.links.forms.values()))
    bullets = [choice for key, choice in style.bullets.items() if isinstance(key, str)]
    blank = [choice for key, choice in style.blank_lines.items() if isinstance(key, str)]
    stops = [choice for key, choice in style.description_stops.items() if isinstance(key, str)]
    named: list[tuple[str, Choice[str] | None]] = [
        ("author-separator", style.author_separator),
        ("last-author-separator", style.last_separator),
        ("author-names", style.bibtex_names),
        ("et-al", style.et_al),
        ("initials", style.initials),
        ("venue-year", _as_cvpr(year)),
        ("arxiv-address", style.arxiv),
        ("arxiv-version", style.versions),
        ("link-brackets", _without_names(brackets)),
        ("badge", style.badges.form),
        ("badge-words", style.badges.words),
        ("bullet", bullets[0] if len(bullets) == 1 and all(isinstance(key, str) for key in style.bullets) else None),
        ("description-case", style.description_case),
        (
            "description-stop",
            stops[0] if len(stops) == 1 and all(isinstance(key, str) for key in style.description_stops) else None,
        ),
        ("line-break", style.breaks.shown),
    ]
    for key, choice in named:
        if choice is None or not choice.counts:
            continue
        if choice.by == "list" and choice.value is not None:
            yield _line(key, choice.value, choice)
        else:
            yield f"# {key} = {json.dumps(choice.counts[0][0], ensure_ascii=False)}  # no two thirds: {_counts(choice)}"
    if len(blank) == 1 and blank[0].by == "list" and all(isinstance(key, str) for key in style.blank_lines):
        yield f"blank-lines = {blank[0].value}  # {_counts(blank[0])}"


def _agreed(choices: list[Choice[str]]) -> Choice[str] | None:
    """What all shapes of entries do; None where they do not agree, or one of them has not settled."""
    return choices[0] if len({choice.value for choice in choices}) == 1 else None


def _as_cvpr(choice: Choice[str] | None) -> Choice[str] | None:
    """A venue's year as the configuration writes it."""
    if choice is None or choice.value is None:
        return None
    shown = choice.value if choice.value == "2023 CVPR" else "CVPR" + choice.value
    return choice._replace(value=shown)


def _without_names(choice: Choice[str] | None) -> Choice[str] | None:
    if choice is None or choice.value is None:
        return None
    counts = tuple((form.format(label="label", url="url"), number) for form, number in choice.counts)
    return choice._replace(value=choice.value.format(label="label", url="url"), counts=counts)


def _order(style: Style) -> Iterator[str]:
    directions = Counter(order.direction for order in style.orders.values())
    if len(directions) == 1:
        direction, number = directions.most_common(1)[0]
        sections = "section" if number == 1 else "sections"
        yield f'# order = "{direction}"  # so do {number} {sections}; uncommented it stands for all'
    elif directions:
        told = ", ".join(f"{direction} {number}" for direction, number in directions.most_common())
        yield f"# order = …  # by section: {told}"


def _required(style: Style) -> Iterator[str]:
    roles = sorted({role for own in style.required.values() for role in own})
    if roles:
        yield f"# required = {json.dumps(roles)}  # nearly every entry has these"


def _line(key: str, value: str, choice: Choice[str] | None) -> str:
    told = f"  # {_counts(choice)}" if choice is not None else ""
    return f"{key} = {json.dumps(value, ensure_ascii=False)}{told}"


def _counts(choice: Choice[str] | Choice[int]) -> str:
    told = ", ".join(f"{value!s} {number}" for value, number in choice.counts[:4])
    return " ".join(told.split()) + (" …" if len(choice.counts) > 4 else "")
