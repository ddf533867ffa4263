"""Words that the names of venues and publishers hold, and words of what is none: places of work, seasons, kinds of files.

Patterns that a venue's name is asked for where no table knows it; counted in 240 lists.
"""

from __future__ import annotations

import re

VENUE_WORD = re.compile(
    r"\b(?:conference|workshops?|journal|transactions|trans\.|proceedings|symposium|letters|magazine|review of|annals|archives of"
    r"|international (?:conf|journal)|int\. (?:conf|j)|ieee|acm|springer|elsevier|nature|lancet|plos|mdpi|arxiv|biorxiv|medrxiv|thesis|press"
    r"|findings of|lecture notes|advances in|communications|reports|informatics|@"
    # Publishers of books; those that are surnames as well only with what sets them apart.
    r"|prentice[- ]hall|addison[- ]wesley|mcgraw[- ]hill|o['’]reilly media|cengage|morgan kaufmann|birkhäuser|routledge|sage publications|chapman (?:&|and) hall|kluwer|world scientific"
    r"|john wiley|wiley-blackwell|pearson education|packt|basic books|apress|no starch|taylor (?:&|and) francis|north[- ]holland)",
    re.I,
)
# Where people work, when a course is held and what a file is are no places of publication.
NO_VENUE = re.compile(
    r"\b(?:universit\w+|univ\b|universidad\w*|universidade|instituto?|institute of|college|school of|laborator\w+|faculty of|department of)\b"
    r"|^(?:(?:early |late )?(?:spring|summer|fall|autumn|winter)|so?se|wi?se|pdf|e-?book|epub|html|part|chapter|section|lecture|week|day|module|unit|version|volume|level|phase|stage|episode|session|video|slides|online|free|paid|book|blog|course)$",
    re.I,
)
PUBLISHES = re.compile(
    r"press|journal|review|proceedings|conference|thesis|dissertation|report|workshop|symposium|transactions|letters|@",
    re.I,
)

# In what part of a conference a paper was shown, and how far it is.
QUALIFIER = (
    r"oral|spotlight|poster|keynote|invited|highlight|best paper(?: award)?(?: candidate)?|award candidate|main(?: conference| track)?|long|short|demo(?: track)?"
    r"|industry(?: track)?|datasets? and benchmarks?(?: track)?|d&b|findings track|accepted|to appear|submitted|under review|in press"
)
_SORT_OF_PAPER = re.compile(
    rf"(?:{QUALIFIER}|survey|review|overview|benchmark|dataset|tutorial|blog|book|thesis|new|hot)s?", re.I
)


def is_track(text: str) -> bool:
    """Whether a word or two say in what part of a conference a paper was shown, or what sort of paper it is: `Spotlight`, `Survey`."""
    return _SORT_OF_PAPER.fullmatch(text) is not None
