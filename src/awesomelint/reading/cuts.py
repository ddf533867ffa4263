"""Where a text is cut into atoms, and where it is not: the marks between the pieces of an entry, whatever its layout.

Patterns and questions about a text, each by itself: what stays whole (a bold title, a quoted one, an abbreviated journal, proceedings), what parts, what
heads a line before its title, and when a line was only wrapped.
"""

from __future__ import annotations

import re
import unicodedata

from ..entries.author_run import author_run
from ..entries.dates import MONTH_NAME
from ..entries.names import is_known_name, looks_like_name
from ..entries.people import count_names
from ..markdown import Inline
from .vocabulary import FACT

BOLD, ITALIC, CODE, STRIKE = 1, 2, 4, 8
DASHES = ("-", "–", "—", "--", ":", "：")
COMMAS = (",", "，", "、", ";", "；", "&", "and", "/", ", and", ",and", "; and", ", &", "·")
QUOTES = ('"', "“", "«", "《", "「")

_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
# Blanks before a mark are taken from their first one on: tried at each of them, a long run costs its square.
CUT = re.compile(
    # Who edited the book that a chapter stands in.
    r"[.,?!]?\s+(?:In:?|in:)\s+(?!the\b)[^()\n.?!]{1,60}(?:\.\s?[^()\n.?!]{2,60}){0,6}\((?:Eds?|Hrsg|Hg)\.?\),?\s*"
    r"|(?:^|[.,?!])\s*[Ii]n:?\s*$|(?<=\w)\[(?:[JCDMNRP]|J/OL|EB/OL|C/OL)\](?://|\.)?\s*|(?<!\s)(?:\s+[-–—−]+\s+|\s*[|｜]+\s*|\s*[•·]\s+|\s+[/&]\s+|\s*[;；]\s*|\s*[,，、]\s*(?!al\b)(?:(?:and|&)\s+(?=[A-Z]))?"
    r"|\s+and\s+(?=[A-Z])|\s*[:：]\s+$)"
    # `202011 arXiv`: a month before a venue.
    r"|(?<=\b(?:19|20)\d\d[01]\d)\s+(?=[A-Za-z])"
    # `[NIPS 2018 TADAM]`: a name of its own behind a venue and its year
    r"|(?<=[A-Z]{3} (?:19|20)\d\d)\s+(?=[A-Z][\w-]{2,}[\])】])(?i:(?!workshops?|keynotes?|invited|orals?|posters?|spotlights?|findings|highlights?|best|award|tutorials?|demos?|challenge|track|main|short|long|industry))"
    # `NDSS'24 Protocol fuzzing: …`
    r"|(?<=[A-Z&]{2}['’]\d\d)\s+(?=[A-Z][\w-]{2,})(?!\w+ ?[Ww]orkshop)(?i:(?!workshops?|keynotes?|invited|orals?|posters?|spotlights?|findings|highlights?|best|award|tutorials?|demos?|challenge|track|main|short|long|industry))"
    # `Huang et al.. 2025`
    r"|(?<=\bal)\.{0,2},?\s+(?=(?:19|20)\d\d\b)"
    # `(P Bailis, J Hellerstein 2013)`: only behind a name
    r"|(?<=[^\W\d_])[ ](?=(?:19|20)\d\d[)\]）])"
    # A date behind a word (`arXiv 2023.04`) is a fact of its own.
    r"|(?<=[A-Za-z])\s+(?=(?:19|20)\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?(?!\w))"
    # `arXiv 202012`, `arXiv2020.12`
    r"|(?<=[A-Za-z]{3})\s?(?=(?:19|20)\d\d[./-]?(?:0[1-9]|1[0-2])(?![\w./-]))"
    # A stop ends a sentence, but not behind an initial, a month or the like.
    rf"|(?<=[^\s.][^\s.A-Z])(?<!\b(?:et|vs|St|Jr|Dr|Mr|Ms|No))(?<!\bUniv)(?<!\bProf)(?<!\b(?:{_MONTHS}))[.。]\s+(?=\S)|(?<=[^\s.][!?？！])\s+(?=\S)|(?<=[A-Z]{{2}})\.\s+(?=[A-Z])"
    rf"|(?<=[^\s\d,.])(?<!\d(?:st|nd|rd|th))\s+(?=(?:\d{{1,2}} )?{MONTH_NAME}\.?,? (?:19|20)\d\d)"
    r"|[()\[\]{}（）【】「」《》“”«»\"]+|^\s*[:：]\s+|\n"
    # `… for elastic waves: Geophysics, 56, 231`
    r"|:\s+(?=[A-Z][\w .&]{2,50},\s*(?:[Vv]ol\.?\s*|v\.\s*)?\d{1,4},\s*(?:no\.|\d))"
    # `Title by Ada Lovelace`: two capitalised words behind it are a name.
    r"|\s+by\s*$|\s+by\s+(?=(?:[A-Z][\w.'’-]*\s+){1,3}(?:[A-Z][\w'’-]+|et\.? al\b))"
    # `… by Cooper and Torczon`: only where all that follows are surnames
    r"|\s+by\s+(?=[A-Z][\w'’-]+(?:(?:,\s+|\s+and\s+|,\s+and\s+|\s*&\s*)[A-Z][\w'’-]+)+\W*$)"
)
# `… on Acoustics, Speech, and Signal Processing`: fields that a conference names, the last behind `and`.
_LISTED = r"(?:(?:, [A-Z][\w-]+(?: [A-Z][\w-]+){0,2}){0,3},? and [A-Z][\w-]+(?: [A-Z][\w-]+){0,3}(?=\s*[.,(:]|\s*$))?"
# What stays whole inside of a text: words between quotes, an abbreviated journal before its volume, proceedings up to the next mark.
_WHOLE = re.compile(
    r"(?<=[“«\"])[^“”«»\"\n]{12,300}(?=[”»\"])"
    r"|(?:^|(?<=^\s)|(?<=[,.;:)\]”\"»|–—(-]\s)|(?<=[(,;*_\[])|(?<=\b[Ii]n\s))(?!Proc\. of)(?:[A-Z]{2,6} |npj )?[A-Z][A-Za-z]{0,14}\.[-\s]?(?:[A-Z][A-Za-z]{0,14}\.[-\s]?|[A-Z][a-z]{2,9} (?=[A-Z][A-Za-z]{0,14}\.)|(?:of|the|and|in|on|et|de|für) |& ){1,8}(?:[A-Z][A-Za-z]{0,14}\b\.?)?(?=[.,]?\s*(?:[Vv]ol\.?\s*|v\.\s*)?[(\d])"
    r"|\b(?:Commun|J|Proc|Trans)\. (?:ACM|IEEE|AMS|SIAM|INFORMS)(?=[.,]?\s*\d)"
    r"|(?<![\w.])(?!\w+\.\s?Preprint)(?:[A-Z][A-Za-z]{2,14}\.[-\s]?){2,6}(?:[A-Z][A-Za-z]{0,14}\b\.?)?(?=\s*$)"
    r"|(?<=[-–—,;|]\s)(?:[A-Z][A-Za-z]{1,5}\s)?[A-Z][A-Za-z]{0,14}\.\s?(?:[A-Z][A-Za-z]{1,14}\.\s?|[A-Z]\.\s?(?=[A-Z])|of (?=[A-Z])|[A-Z][a-z]{2,9}\s(?=[A-Z][A-Za-z]{1,14}\.)){0,6}(?:[A-Z][A-Za-z]+\.?)?(?=\s*$)"
    rf"|(?:Proceedings|Proc\.) of (?:the )?[^,;.()\[\]\n]{{8,140}}{_LISTED}"
    r"|(?:\b[A-Z][\w/&-]*\s+(?:(?:19|20)\d\d\s+)?){0,6}\b(?:Transactions|Journal|Conference|Symposium|Workshop|Letters|Annals|Archives|Advances|Bulletin|Magazine)s?"
    rf"\s+(?:on|of|in|for)\s+[A-Z][^,;:()\[\]|\n.'’\"”]{{2,120}}{_LISTED}"
    # `Journal of Physics: Condensed Matter 12`
    r"(?:: [A-Z][a-z]+(?: (?:and )?[A-Z][a-z]+){0,3}(?=,?\s*(?:\((?:19|20)\d\d|\d|[Vv]ol)))?"
)
_WHOLE_HINT = re.compile(
    r"[\"“«]|\.\s|Proceed|Transac|Journal|Confer|Sympos|Worksh|Letters|Annals|Archives|Advances|Bulletin|Magazine"
)
_YEAR = r"(?:19|20)\d\d"
_VOLUME = rf"(?:[Vv]ol(?:ume)?\.?\s*|v\.\s*|Bd\.\s*)?(?!{_YEAR}\b)\d{{1,4}}"
_ISSUE = r"\s*\(\d{1,4}(?:[-–/]\d{1,4})?\)"
_NUMBER = r"(?:(?:no?\.?|nr\.?|n\.|issue)\s*\d{1,4}(?:[-–]\d{1,4})?)"
_PAGES = r"(?:pp?\.?\s*|S\.\s*|Article\s)?[A-Za-z]?\d{1,7}(?:\s*[-–−—]+\s*[A-Za-z]?\d{1,6})?"
# Volume, issue and pages behind a journal's name, with the year behind or before: they are facts of the place, not of the paper.
_TAIL = re.compile(
    rf"(?:(?<=[A-Za-z.&)])|^)[,.]?\s*(?:"
    # `56, 231 (2020)`, `58(3): 367-398, 2020`, `vol. 5, no. 3, pp. 1-9, Jul. 2020`, `328, no. 5 (March 2024)`
    rf"{_VOLUME}(?:{_ISSUE})?\s*[,:]\s*(?:{_NUMBER}\s*[,:]\s*)?(?:{_PAGES}|{_NUMBER})(?=\s*[,(]*\s*(?:{MONTH_NAME}\.?,?\s*)?{_YEAR}\b)"
    # `58 (1968) 367-398`
    rf"|{_VOLUME}\s*(?=\({_YEAR}\))"
    # `14(3) 1995`
    rf"|{_VOLUME}{_ISSUE}(?=\s+{_YEAR}\b)"
    # `69, 553-566` at the end
    rf"|{_VOLUME}\s*[,:]\s*\d{{1,5}}\s*[-–−—]+\s*\d{{1,5}}(?=\W*$)"
    # `210 (12): 1059–1079`
    rf"|{_VOLUME}{_ISSUE}\s*[:,]\s*(?!{_YEAR}\b){_PAGES}(?![\w-]))"
    # `2017, 387(3): 420-448`, `2018;264(8):1038-67`
    rf"|(?<=\b\d{{4}})\)?\s*[,;:]\s*{_VOLUME}(?:{_ISSUE})?\s*:\s*{_PAGES}(?![\w-])"
    # `(1968) 367-398`, `(2021), no. 2, 1181–1192`
    rf"|(?<=\b\d{{4}}\))\s*[,:]?\s*(?:{_NUMBER},?\s*)?{_PAGES}(?=\s*(?:$|[.,;\[(]))"
)
_TAIL_HINT = re.compile(r"\d\)?\s*[,:;(]|\d{4}\)")
# The year between a journal and its volume: `Chemical Science, 2017, 387(3): 420-448`.
PLACE_BEHIND = re.compile(
    rf"[.,]?\s*(?:{_YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?\s*[,;:]\s*)?{_VOLUME}(?:{_ISSUE})?\s*(?:[,:]\s*|(?=\({_YEAR}))[\w(]|[.,]?\s*(?:[Vv]ol(?:ume)?\.?|no\.|pp?\.)\s*\d"
)
# Brackets that part nothing: `p(x|y)`, `SE(3)`, `(Un)Fair`, `Agent(s)`, `[0, 1)`, `$[0, 1)$`.
_UNPARTED = re.compile(
    r"\b[A-Za-z]{1,3}\([a-z0-9](?:\s?[|,+^-]\s?[a-z0-9])*\)"
    r"|\((?:Un|Re|In|Im|De|Dis|Non|Mis|Over|Under|Pre|Co|Multi|Semi|Self|Anti|Sub|Inter|Ir|Out|Bi|Ex|Auto|Meta)-?\)(?=[A-Za-z]{2})"
    # `the "BIG"-Programming System`, `How the "Rules" Have Changed`
    r"|(?<=[a-z] )[\"“][\w'’-]{1,20}[\"”](?=-\w| (?!by\b|from\b|in\b|and\b)[A-Za-z])"
    r"|(?<=[A-Za-z])\(e?s\)|[(\[]\d[\d.]{0,5},\s?(?:\d[\d.]{0,5}|∞)[)\]]|\$[^$\n]{1,80}\$",
    re.I,
)
# What a link's words hold besides a title: a year before it, who wrote it.
CUT_LINK = re.compile(
    r"^(?:19|20)\d\d(?:\s+(?=[A-Z])|\s*[-–—:|]\s+(?=\S))|(?:\((?:19|20)\d\d\)|,\s(?:19|20)\d\d)\s*$"
    # `A Title, VLSI'06`, `A Title, FCCM 2007`
    r"|,\s[A-Z][\w&+-]*[A-Z][\w&+-]*(?:\s?['’]\d\d|\s(?:19|20)\d\d)\)?\s*$"
    # `Some Journal 65 (2021): 136-144.`
    r"|\s\d{1,4}(?:\.\d{1,3})? \((?:19|20)\d\d\)(?::\s?[\w–-]+)?\.?\s*$"
    r"|\sby\s+[A-Z][\w.'’-]*\s+(?:[A-Z][\w.'’-]*\s+)?[A-Z][\w'’-]+(?:,| and |$)|\sby\s+(?:[A-Z][\w.'’-]*\s+){1,3}et\.? al\b"
)
# The blank before the year of a publication that stands behind a name without a mark between.
YEAR_BEHIND = re.compile(r" (?=(?:19|20)\d\d[)\]）])")
# What a link's words begin with before what it is about: a label (`Paper: A Title`), a method's name in brackets (`[ResNet] Deep …`).
LED_LINK = re.compile(r"(?:\[[^\[\]]{1,24}\]\s+\w|(?P<key>[^\W\d_][\w ]{1,15}?)\s*[:：]\s+\w)")
# A preprint server with its year is a venue, though its name alone labels a link.
PREPRINT = re.compile(r"\W*(?:ar|bior|medr|chemr|psyar|techr)xiv\W*(?:19|20)\d\d\W*$", re.I)
AND = re.compile(r"\s+(?:and|&)\s+")
# The end of a journal's name before its volume, and of a venue's before its year at the end of a bracket.
_JOURNAL_BEHIND = re.compile(
    r"[A-Z][\w ]{2,40}?,?\s(?:[Vv]ol(?:ume|\.)?\s*)?\d{1,4}(?:\s?\(\d|,\s*(?:[e\d]|no\b|pp?\b)|:|[-–]\d)"
)
_YEAR_IN_BRACKET = re.compile(r"([A-Z][\w ]{2,40})(?:,? (?:19|20)\d\d[)\]]| \((?:19|20)\d\d\))")
_IN = re.compile(r"\W*in ")
_OF_VENUES = re.compile(
    r"\b(?:IEEE|ACM|Journal|Conference|Workshop|Symposium|Transactions|Proceedings|International|Annual|Advances|Annals)\b"
)
# A number that counts the entries: `12.`, `[3]`; the mark of an alert or a task: `[!TIP]`, `[x]`; an emoji by name: `:book:`.
ORDINAL = re.compile(
    r"\s*(?:\[\^?\d{1,3}\](?!\():?|\[\^[\w+:.-]{1,40}\]:|\(\d{1,3}\)|【\d{1,3}】|\d{1,3}[.)](?=\s|[A-Z\[“\"])|\d{1,3}、)\s*|\s*\[(?:![A-Z]+|[ xX])\]\s*|\s*:[a-z][a-z0-9_+-]{1,30}:\s+"
)
# Who are named edited the book.
EDITORS = re.compile(r"\s*\((?:Eds?|Hrsg|Hg|Coords?|Orgs?|eds?)\.?\)[.,]?\s*")
# Who wrote it besides the list's owner: `(w/ Ada Lovelace)`, `(with Marie Curie and Niels Bohr)`.
JOINTLY = re.compile(r"(?:w/|(?:joint(?:ly)? (?:work )?)?with)\s+(?=[A-Z])")
BY = re.compile(r"(?:[Bb]y|[Ff]rom|[Pp]ar|[Pp]or|[Aa]uthors?:|作者：?)\s+(?=\S)")
# GB/T 7714 marks what kind of publication follows, straight behind the title.
GBT = re.compile(r"(?<=\w)\[(?:[JCDMNRP]|J/OL|EB/OL|C/OL)\]")
KEY = re.compile(r"^\W{0,4}(?P<key>(?P<name>[\w ;/]{2,24}?)(?:\s?[(（][^()（）]{1,16}[)）])?)\s*[:：]\s*(?=\S|$)")
# A field's name amid a line: `A Title | Authors: …`, `… ｜ 作者：…`.
INLINE_KEY = re.compile(r"(?:\s*[|｜;；•·]\s*|(?<=\w[.。])\s+)(?P<key>[^\W\d_][\w /]{1,18}?)\s*[:：]\s*(?=\S)")
LEFT_EDGE = " \t\n\r,:;|*_`~-–—−·•>，。：；、"
EDGE = " \t\n\r.,:;|*_`~-–—−·•>，。：；、"


def whole_run(words: str, at: int, style: int, venue: bool) -> list[tuple[int, int]]:
    """Where texts stand that are not cut."""
    if style & BOLD and is_title(words[at:]):
        return [(at, len(words))]
    if (style & (BOLD | ITALIC | CODE) or venue) and is_venue_name(words[at:]):
        return [(at, len(words))]
    if _WHOLE_HINT.search(words, at):
        return [found.span() for found in _WHOLE.finditer(words, at)]
    return []


def inner_run(words: str, at: int) -> tuple[int, int] | None:
    """Where authors stand behind a title, their first names as capitals: `On a Title. Curie, M., Curie, P. and Bémont, G. Nature 1898`."""
    if _FIRST_NAMES.search(words, at) is None:
        return None
    for stop in _STOP.finditer(words, at):
        end = author_run(words, stop.end())
        if end is not None and len(_FIRST_NAMES.findall(words, stop.end(), end)) > 1:
            return stop.end(), end
    return None


# A first name's capitals behind a surname, and what a reference's title ends in.
_FIRST_NAMES = re.compile(
    r"(?<=[^\W\d_]),? (?:[A-Z]\.[ -]?){1,3}(?:,|\s(?:and|&)\s|$|(?<=\.)\s)|(?<=[a-zà-ÿ]) [A-Z]{1,2}(?=[,.]|$)"
)
_STOP = re.compile(r"(?<=[^\W_A-Z][.?!])\s+(?=[A-Z])")


def tails(words: str, at: int) -> list[tuple[int, int]]:
    """Where volume, issue and pages of journals stand."""
    return [found.span() for found in _TAIL.finditer(words, at)] if _TAIL_HINT.search(words, at) else []


_UNPARTED_HINT = re.compile(r"[(\[$\"“]")


def unparted(words: str) -> list[tuple[int, int]]:
    """Where brackets belong to a word or a formula and part nothing."""
    return [found.span() for found in _UNPARTED.finditer(words)] if _UNPARTED_HINT.search(words) else []


def all_authors(words: str, at: int) -> bool:
    """Whether a text from a place on is one run of authors, with surnames before their first names: `SILVA, A.; SOUZA, B.`"""
    end = author_run(words, skip_marks(words, at))
    return end is not None and end >= len(words.rstrip(" .:")) and "," in words


def are_authors(words: str) -> bool:
    """Whether what stands behind `by` begins with a name in full, or is nothing but surnames."""
    count = count_names(words.strip(EDGE))
    return " " in re.split(r",|\sand\s|&", words)[0].strip() or count.names == count.parts


def is_named(words: str) -> bool:
    """Whether some words end in somebody's name, or in `et al`."""
    last = re.split(r"[,;(\[&]|\sand\s", words)[-1].strip()
    return words.endswith("al") or (" " in last and looks_like_name(last))


def joins_venue(words: str, at: int, joint: re.Match[str], placed: bool) -> bool:
    """Whether an `and` within a text's piece that begins at `at` is part of a venue's name: `in Maps and Roads`, `Brain Sciences and Minds, 43, e28`.

    `placed` is whether a volume or pages stand behind all of the words.
    """
    first = words[at : joint.start()]
    if _IN.match(first) or _OF_VENUES.search(first) or _JOURNAL_BEHIND.match(words, joint.end()):
        return True
    last = words[joint.end() :]
    if placed and are_capitals(last) and not is_known_name(last):
        return True
    behind = _YEAR_IN_BRACKET.match(words, joint.end())
    if behind is None or " " not in first + behind[1]:
        return False
    return not (looks_like_name(first.rpartition("(")[2]) or looks_like_name(behind[1]))


def is_reference(words: str) -> bool:
    """Whether a link's words are a whole reference: `Curie M, Curie P, et al. On a New Substance[J]. Some Journal, 1898.`"""
    if FACT.search(words) is None:
        return False
    if (cited := _CITED.match(words)) and count_names(cited[1]).names:
        return True
    return GBT.search(words) is not None or (
        (end := author_run(words, 0)) is not None and len(words[end:].split()) > _TITLE_WORDS
    )


# `"A Title" by Ada Lovelace`: the quoted words are the title, and not the rest.
_QUOTED_TITLE = re.compile(r"\s*[\"“][^\"”]{6,}[\"”],?\s+(?:by|edited by|[A-Z])")
# `Cichy et al (2016) - A Title`
_CITED = re.compile(r"([^()\[\]]{3,60}?),?\s*\((?:19|20)\d\d[a-z]?\)\s*[-–—:.,]\s+\S")


def is_title(words: str) -> bool:
    """Whether a bold run is one title: some words without a year, a bar or names."""
    return (
        len(words) <= _LONGEST_TITLE
        and GBT.search(words) is None
        and len(words.split()) >= _TITLE_WORDS
        and not _PARTED.search(words)
        and not _QUOTED_TITLE.match(words)
        and not FACT.search(words)
        and not are_names(words)
    )


def is_venue_name(words: str) -> bool:
    """Whether a run in italics or a venue's cell is one name: `*Security and Communication Networks*`, `*Geophys. Res. Lett.*`."""
    return (
        1 < len(words.split()) <= _LONGEST_NAME
        and FACT.search(words) is None
        and not _MONTH_BEHIND.search(words)
        and not _QUOTED_TITLE.match(words)
        and not re.search(r"[,;|()\n]", words)
        and not are_names(words)
    )


# `arXiv 202012`
_MONTH_BEHIND = re.compile(r"(?:19|20)\d{4}(?!\d)")


def are_names(words: str) -> bool:
    """Whether most of the parts of some words are names, and there are several."""
    count = count_names(words.strip(EDGE))
    return count.parts > 1 and 4 * count.names >= 3 * count.parts


# A bold run of so many words, and no longer than that, is a title rather than several fields.
_TITLE_WORDS, _LONGEST_TITLE = 3, 220
_LONGEST_NAME = 10
_PARTED = re.compile(r"\s\|\s|\||[;；]\s|\n|\b[A-Z]{4,}\)")


def tells(before: str) -> bool:
    """Whether what stands before some words is a dash or a colon: they tell of what was named."""
    return before.strip(" \n)]|*_") in DASHES


def in_title_case(words: str) -> bool:
    """Whether nearly all words of some length begin with a capital, as in titles and not in sentences."""
    long = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if len(word) > _SMALL and word not in _JOINING]
    return len(long) >= _TITLE_WORDS and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)


def are_capitals(words: str) -> bool:
    """Whether all of a few words of some length begin with a capital, as in a name."""
    long = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if len(word) > _SMALL]
    return 0 < len(long) <= _LONGEST_NAME and all(word[0].isupper() for word in long)


# Of words longer than this so many begin with a capital.
_SMALL, _CAPITALS = 3, 0.85
_JOINING = frozenset(
    "from with under over into onto between through without within across toward towards using beyond against upon when that than".split()
)


def unquoted(words: str, first: int, last: int) -> tuple[int, int]:
    """A piece of a text without the quotes around all of it, and without the stop within them: a title in bold keeps its quotes in one atom."""
    quote = _QUOTE.get(words[first], "") if last - first > 2 else ""
    if quote and words[last - 1] == quote and quote not in words[first + 1 : last - 1]:
        first, last = first + 1, last - 1
        while last > first and words[last - 1] in EDGE:
            last -= 1
    return first, last


_QUOTE = {'"': '"', "“": "”", "«": "»"}


def skip_marks(words: str, at: int) -> int:
    """Past the marks before a word."""
    while at < len(words) and words[at] in LEFT_EDGE:
        at += 1
    return at


def is_mark(char: str) -> bool:
    """Whether a character is an emoji, a star or what joins them: it decorates words, and is none."""
    return char in "\u200b\u200d\ufe0e\ufe0f" or unicodedata.category(char) in ("So", "Sk")


def is_parted(node: Inline) -> bool:
    """Whether a link's words stand on two lines, or part in bold and part in italics: a title and who wrote it."""
    kinds = {child.kind for child in node.children}
    return "hard_break" in kinds or {"strong", "emphasis"} <= kinds
