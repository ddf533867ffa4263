"""What the words of a segment say of its role, for any list.

In goes a segment (some neighbouring atoms of a candidate), out comes a score a role: above 0 the
segment looks like it, below 0 it does not. The evidence is universal: a known venue, a date,
names, a column's header or a `Key:`, a link's label, emphasis, the look of a title. Nothing here
knows a layout. What each kind of evidence is worth was weighed on real lists: venue, date and
names carry most, then headers, then style.
"""

from __future__ import annotations

import re

from ..entries.dates import MONTH_NAME
from ..entries.letters import counted_words
from ..entries.names import is_cjk, is_initials, is_surname, looks_like_name
from ..entries.people import read_authors
from ..entries.venue_words import is_track
from ..entries.venues import LONGEST
from .atom import Atom
from .cuts import BOLD, CODE, ITALIC, QUOTES, tells
from .name_worth import is_person
from .vocabulary import is_label, is_only_label
from .weights import IMPOSSIBLE, WEIGHTS, Segment, date_of, header_score

FUNCTION_WORDS = frozenset(
    "the of for with and in on via using from to by at as an a is are how why what when towards toward through into without"
    " beyond under over between against can do does not you your all its their we it more be or than your make made".split()
)
_DAY = re.compile(rf"{MONTH_NAME}\.? ?\d{{0,2}}(?:st|nd|rd|th)?\.?")
_ADDRESS = re.compile(r"\w*:?//|www\.")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SUFFIX = re.compile(r"[a-z]{3}(?:ing|ion|ment|ity|ness|ised|ized|ased|aware|driven|ive|als?|ic|works?|els?)\b")
_REPOSITORY_NAME = re.compile(r"[\w.-]+/[\w.-]+$")

# `In: Informatik-Spektrum`
_IN = re.compile(r"[Ii]n[:：]\s*(?=[^\W\d])")
_IN_BEFORE = re.compile(r"(?:^|[\s.,?!])[Ii]n:?\s*(?:[^\n]*\((?:Eds?|Hrsg|Hg)\.?\),?\s*)?$")
# A journal's name has no more words.
MOST_OF_JOURNAL = 10
# How a paper was presented is no part of its title.
_TRACK = re.compile(
    r"(?:oral|spotlight|poster|highlight|best (?:student )?paper(?: award)?|honou?rable mention)s?", re.I
)
# A stop or comma within quotes, or behind them, ends the title that they hold: `“A Title,” Some Journal`, `« Un titre », une revue`, `"A Title" by Ada Lovelace`.
_QUOTED = re.compile(r"[,.][”\"]|\s?[”»\"](?:[,.]|\s(?:edited )?by\s)")
# A method's name as its authors coin it, set apart by a dash: `STNet - Robots on Pluto`.
_METHOD = re.compile(r"(?=(?:.*[A-Z0-9]){2})[A-Z][\w+.-]{2,15}")
# GB/T 7714 marks what kind of publication follows, straight behind the title: `[J]. `, `[C]//`; `- [R] - ` is a language.
_GBT = re.compile(r"\[(?:[JCDMNRP]|J/OL|EB/OL|C/OL)\](?://|[.,。])?\s*")
# What stands in brackets behind a venue's name in full: `(CVPR)`, `(SDP 2025)`, `(S&P)`.
_SHORT_NAME = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][\w&/+-]{1,14}(?:[ ']+\d{2,4})?")
# Proceedings of their own beside a conference's: `ACL (Findings)`.
_OWN_PART = re.compile(r"(?:findings|workshops?|companion)", re.I)
# A title does not end in these: what does is the beginning of a sentence.
_HANGING = frozenset(
    "see of for on with by the a an and to in from at about as or e.g via using including like".split()
)
# What is told of a name that a dash or colon sets apart, rather than the title of a paper so called.
_SENTENCE = re.compile(
    r"^(?:This|These|We|It|They|Our|You|[a-z])\b|\b(?:is an?|are|which|provides?|contains?|includes?|consists?|allows?|that (?:is|are|can|has|have|[a-z]+s))\b"
)


# A place of publication with its year: `…, Distributed Computing 2006`
_PLACE_AT_END = re.compile(r", [A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3} (?:19|20)\d\d$")


def title_score(part: Segment) -> float:
    w, atoms, text = WEIGHTS, part.atoms, part.text
    words = _WORD.findall(text)
    lead = atoms[0]
    linked = lead.kind == "link" or lead.in_link
    if not linked and is_only_label(text.rstrip(" =")) and len(words) == 1:
        return IMPOSSIBLE  # `DOI=` before its address
    if not words or lead.kind in ("badge", "image") or _ADDRESS.match(text) or (lead.kind == "link" and len(atoms) > 1):
        return IMPOSSIBLE
    if lead.in_link and text.rstrip(".").endswith(" et al"):
        return IMPOSSIBLE
    score = w["title.word"] * min(len(words), 14) - 0.4
    if len(words) > 2 and not FUNCTION_WORDS.isdisjoint(text.lower().split()[1:]):
        score += w["title.function_word"]
    if ": " in text:
        score += w["title.colon"]
    if not linked and len(atoms) > 1 and _PLACE_AT_END.search(text):
        score += w["title.place"]
    if len(words) > 1 and _SUFFIX.search(text):
        score += w["title.suffix"]
    if len(words) > 2 and not words[0][0].isupper() and not is_cjk(words[0]):
        score += w["title.lower"]
    if is_cjk(text) and len(text) > 8:
        score += 1.0
    style = lead.style
    score += (
        w["title.bold"] * bool(style & BOLD)
        + w["title.italic"] * bool(style & ITALIC)
        + w["title.code"] * bool(style & CODE)
    )
    if linked:
        if part.first:
            # What leads and is told of is no label, whatever it is called: `[Kaggle](…) - Data sets of all kinds`.
            label = not part.alone and not part.told and (is_only_label(text) or lead.label > 1)
        else:
            label = not part.alone and (bool(lead.label) or is_label(text))
        score += w["title.label"] if label else w["title.link"] + w["title.lead"] * part.first
    if lead.enclosed in QUOTES:
        score += w["title.quoted"]
    elif lead.enclosed and not linked:
        score += w["title.bracketed"]
    score += w["title.after_year"] * part.after_year
    score += w["title.behind"] * (part.behind and not (linked or style & BOLD or lead.key))
    score += w["title.first"] * part.first + w["title.line"] * part.whole_line
    if not lead.line and not lead.cell and part.ends_line:
        score += w["title.end"]
    if lead.line and not (linked or style & BOLD or lead.enclosed or lead.key):
        score += w["title.below"] if lead.part else 0.5 * w["title.below"]
    if not (linked or style or lead.enclosed) and tells(lead.before) and _SENTENCE.search(text):
        score += w["title.sentence"]
    score += _title_doubts(part, len(words))
    return score + header_score(part, "title")


def _is_told(atom: Atom, words: str) -> bool:
    """Whether an atom tells something of the name before it: `Name - proposes a model that …`."""
    return words[0].islower() and tells(atom.before) and len(words.split()) > 2


def _title_doubts(part: Segment, words: int) -> float:
    """What speaks against a title: names, a venue, a date, cuts that a title seldom has."""
    w, atoms, text = WEIGHTS, part.atoms, part.text
    score = _cut_doubts(part) + _name_doubts(part, words) if len(atoms) > 1 else 0.0
    if words < 14 and len(text) < LONGEST and ": " not in text:
        venue, looks = part.venues.scored(text)
        if looks >= 2.5 and (venue.alias is not None or venue.year is not None or looks >= 3.6):
            score += w["title.venue"]
    if date_of(text) is not None:
        score += w["title.date"]
    if text.rsplit(None, 1)[-1].lower() in _HANGING and not part.whole_line:
        score += w["title.hanging"]
    if ". In " in text or ("). " in text and "(Ed" in text):
        score += w["title.et_al"]
    if "et al" in text:
        score += w["title.et_al"]
    if len(atoms) == 1:
        lead = atoms[0]
        if not (lead.style or lead.kind == "link" or lead.in_link or lead.key) and is_person(text):
            score += w["title.is_name"]
        if not part.first and words in (2, 3) and lead.kind == "link" and looks_like_name(text):
            score += w["title.linked_name"]
    return score


def _name_doubts(part: Segment, words: int) -> float:
    """What speaks against a title of several pieces: names at its begin, at its end, or all over."""
    w, atoms, text = WEIGHTS, part.atoms, part.text
    texts = [text[atom.first - atoms[0].first : atom.last - atoms[0].first] for atom in atoms]
    named = [looks_like_name(one) for one in texts]
    names, score = sum(named), 0.0
    leading = next((n for n, one in enumerate(named) if not one), 0)
    if leading and not atoms[0].style and not atoms[0].enclosed:
        score += w["title.after_names"] * (leading - 1 + (" " in texts[0]))
    if names >= 0.75 * len(atoms) and names > 1:
        score += w["title.names"] if len(atoms) > 2 else 0.6 * w["title.names"]
    trailing = next((n for n, one in enumerate(reversed(named)) if not one), 0)
    if trailing > 1 and " " in texts[-trailing]:
        score += w["title.ends_in_name"] * (trailing - 1)
    elif atoms[-1].before == ", " and not atoms[-1].style and is_person(texts[-1]):
        score += w["title.ends_in_name"]
    return score


def _cut_doubts(part: Segment) -> float:
    """What speaks against a title of several pieces: the marks between them."""
    w, atoms, text = WEIGHTS, part.atoms, part.text
    score = w["title.cut"] * sum(atom.before.strip() in (",", "，", "|", ".", "。") for atom in atoms[1:])
    if atoms[0].in_link and not atoms[1].before.strip() and date_of(text[: atoms[0].last - atoms[0].first]):
        score += w["title.date"]  # `[2001 A Title](…)`
    if any(_QUOTED.match(atom.before) for atom in atoms[1:]):
        score += w["title.et_al"]
    if part.after_year:
        # A written-out reference ends its title with a stop.
        score += w["title.over_stop"] * sum(atom.before.lstrip(" )]").startswith((". ", ".) ")) for atom in atoms[1:])
    if "\n" in text:
        above = text.partition("\n")[0]
        hanging = above.rsplit(None, 1)[-1].lower() in FUNCTION_WORDS
        wrapped = atoms[0].style or len(above) > 60 or part.line_goes_on or hanging
        score += w["title.wrapped"] if wrapped else w["title.broken"]
    if any(_is_told(atom, text[atom.first - atoms[0].first : atom.last - atoms[0].first]) for atom in atoms[1:]):
        score += w["title.told"]
    if atoms[-1].enclosed in ("(", "（", "[") and _TRACK.fullmatch(text[atoms[-1].first - atoms[0].first :]):
        score += w["title.et_al"]
    return score


def _is_surname_behind(part: Segment) -> bool:
    """Whether a single name stands behind a dash, as in `[A Title](…) - Rosenblatt (1958)`; a venue that is called so is known."""
    lead, text = part.atoms[0], part.text
    return (
        len(part.atoms) == 1
        and _DASHED.fullmatch(lead.before) is not None
        and not (lead.style or lead.enclosed)
        and " " not in text
        and is_surname(text)
        and part.venues.alias(text) is None
    )


_DASHED = re.compile(r"[\"”»]?\s*[-–—]+\s+")


def authors_score(part: Segment, beside_date: bool = False, after_link: bool = False) -> float:
    w, atoms, text = WEIGHTS, part.atoms, part.text
    lead = atoms[0]
    if lead.kind not in ("text", "link") or _ADDRESS.match(text):
        return IMPOSSIBLE
    good, bad = part.good, part.bad
    score = w["authors.base"] + w["authors.name"] * (min(good, 5) + 0.1 * max(0.0, good - 5)) + w["authors.other"] * bad
    if part.et_al:
        score += w["authors.et_al"]
    if good < 0.5 and not part.before_year and lead.key != "authors":
        score += w["authors.alone"]
    if lead.before.rstrip().lower().endswith("by") and good >= 0.5 * (good + bad):
        score += w["authors.by"]
    if (part.before_year or (beside_date and _is_surname_behind(part))) and bad == 0:
        score += w["authors.before_year"]
    if bad == 0 and len(atoms) > 2 and " and " in text and read_authors(text).inverted:
        score += w["authors.inverted"]
    style = lead.style
    if lead.part and good <= 1.0 and not (style or lead.key or part.et_al):
        score += w["authors.lone_part"]
    score += (
        w["authors.italic"] * bool(style & ITALIC)
        + w["authors.bold"] * bool(style & BOLD)
        + w["authors.line"] * part.whole_line
    )
    alone = (part.whole_line and len(atoms) > 1) or (
        is_person(text) and (part.whole_line or lead.before.strip() == ",")
    )
    score += w["authors.linked"] * (lead.kind == "link" and len(atoms) < 3 and not alone)
    score += w["authors.bracketed"] * bool(lead.enclosed)
    if after_link and len(atoms) == 1 and lead.before == ", " and good >= 1 and not bad:
        score += w["authors.comma"]
    if part.venues.scored(text)[1] > 3 if len(text) < LONGEST else False:
        score -= 3.0
    return score + header_score(part, "authors")


def venue_score_of(part: Segment, beside_date: bool, amid_commas: bool = False, before_volume: bool = False) -> float:
    w, lead, text = WEIGHTS, part.atoms[0], part.text
    if lead.kind in ("badge", "image") or len(text) > LONGEST or lead.label or _ADDRESS.match(text) or "et al" in text:
        return IMPOSSIBLE
    venue, score = part.venues.scored(text)
    if text.islower() and not lead.key and venue.alias is None:
        return IMPOSSIBLE
    if venue.end <= venue.start:
        return IMPOSSIBLE
    if (
        beside_date
        and score < 2.5
        and not part.before_year
        and not _is_surname_behind(part)
        and (text[:1].isupper() or is_cjk(text[:1]))
        and len(text.split()) <= 8
    ):
        score = max(score, 0.0) + w["venue.beside_date"]
    if before_volume and len(text.split()) <= MOST_OF_JOURNAL and any(char.isupper() for char in text[:6]):
        score = max(score, 0.0) + w["venue.volume"]
        amid_commas = False
    if (_IN.match(text) or _IN_BEFORE.search(lead.before)) and not part.first:
        score = max(score, 0.0) + w["venue.in"]
        amid_commas = False
    if venue.year is not None and lead.enclosed in ("(", "（", "[") and text[:1].isupper() and len(text.split()) <= 9:
        score = max(score, w["venue.dated_bracket"])
    if (lead.enclosed in QUOTES and not lead.key) or part.after_year:
        score += w["venue.quoted"]
    if score > 0:
        style = lead.style
        score += w["venue.italic"] * bool(style & ITALIC) + w["venue.code"] * bool(style & CODE)
        score += w["venue.bracketed"] * bool(lead.enclosed) + w["venue.line"] * part.whole_line
        if lead.kind == "link":
            score -= 1.0
    if amid_commas and venue.year is None and not beside_date:
        score += w["venue.amid_commas"]
    if (
        venue.alias is None
        and venue.year is None
        and not lead.enclosed
        and not lead.key
        and len(text.split()) > 2
        and tells(lead.before)
    ):
        score += w["venue.told"]  # what is told of a name is no venue, whatever words are in it
    if _GBT.fullmatch(lead.before):
        score = max(score, 0.0) + w["venue.gbt"]
    last = part.atoms[-1]
    if (
        len(part.atoms) == 2
        and last.enclosed in ("(", "（")
        and not lead.enclosed
        and (
            _SHORT_NAME.fullmatch(text[last.first - lead.first :])
            or _OWN_PART.fullmatch(text[last.first - lead.first :])
        )
    ):
        score += w["venue.short_name"]
    score += w["venue.cut"] * (len(part.atoms) - 1)
    return score + header_score(part, "venue")


def date_score(part: Segment) -> float:
    w, lead = WEIGHTS, part.atoms[0]
    if lead.kind != "text" or len(part.text) > 40:
        return IMPOSSIBLE
    found = date_of(part.text)
    if found is None:
        return IMPOSSIBLE
    score = w[("date.year", "date.month", "date.day")[found.date.precision - 1]]
    if found.form.short_year and not (lead.enclosed or part.whole_line):
        score = 0.5
    return score + header_score(part, "date")


def acronym_score(part: Segment, then: Atom | None) -> float:
    """A method's short name, set apart before its title or in a column of its own."""
    w, lead, text = WEIGHTS, part.atoms[0], part.text
    words = text.split()
    if lead.kind not in ("text", "link") or len(words) > 3 or len(text) > 28 or len(part.atoms) > 1:
        # A method that is told in a sentence is no short name.
        return header_score(part, "acronym") if lead.key == "acronym" and len(words) <= 6 else IMPOSSIBLE
    if lead.label or is_only_label(text) or (lead.kind == "link" and part.first and lead.key != "acronym"):
        return -3.0 + header_score(part, "acronym")  # `(Blog) [A Title](…)`; what leads and is linked is the title
    if (
        _DAY.fullmatch(text)
        or is_track(text)
        or not any(char.isupper() for char in text)
        or ("." in text and is_initials(text))
        or date_of(text) is not None
        or part.venues.scored(text)[1] >= 2.5
    ):
        return -3.0 + header_score(part, "acronym")
    score = w["acronym.base"] + w["acronym.word"] * (len(words) - 1)
    if len(words) > 1 and looks_like_name(text):
        score += w["acronym.name"]
    apart = then is not None and (then.style != lead.style or then.enclosed != lead.enclosed or then.cell != lead.cell)
    # `[[ResNet] Deep Residual Learning](…)`
    apart = apart or (then is not None and lead.in_link and lead.before.endswith("[") and then.before.startswith("]"))
    named = part.first and lead.kind == "text" and not (lead.style or lead.in_link) and _METHOD.fullmatch(text)
    dashed = then is not None and then.before in (" - ", " – ", " — ") and then.kind == "text"
    if not (apart or (named and dashed)) or not (part.first or lead.before):
        return header_score(part, "acronym") if lead.key == "acronym" else IMPOSSIBLE
    score += w["acronym.set_apart"] * part.first
    return score + header_score(part, "acronym")


_BY_BEFORE = re.compile(r"\b[Bb]y\s*$")


def description_score(part: Segment) -> float:
    w, lead, text = WEIGHTS, part.atoms[0], part.text
    if lead.kind in ("badge", "image"):
        return IMPOSSIBLE
    words = counted_words(text)
    if len(words) == 1 and lead.key != "description" and not (tells(lead.before) and text.isalpha()):
        return IMPOSSIBLE  # a mark such as :star: is no sentence
    if not _WORD.search(text):
        return IMPOSSIBLE  # nor is `1–20`
    if _BY_BEFORE.search(lead.before) and looks_like_name(text[: lead.last - lead.first]):
        return IMPOSSIBLE  # `by Ada Lovelace. I am reading this`
    score = w["description.base"] + w["description.word"] * min(len(words), 40)
    if tells(lead.before) or (len(part.atoms) > 1 and tells(lead.before.rstrip("".join(QUOTES)))):
        score += w["description.dash"]
        if len(words) < 5 and looks_like_name(text):
            score += w["description.name"]
    elif len(words) < 4:
        score -= 1.5
    return score + w["description.line"] * part.whole_line + header_score(part, "description")


def link_score(part: Segment) -> float:
    """A link whose words are a label rather than the entry's title."""
    text = part.text
    if part.told and part.first and part.atoms[0].label < 2 and not is_only_label(text):
        return WEIGHTS["link.other"]
    if part.atoms[0].label or _REPOSITORY_NAME.fullmatch(text):
        return WEIGHTS["link.label"]
    return WEIGHTS["link.other"] + (header_score(part, "link") if part.atoms[0].key != "own" else 0.0)
