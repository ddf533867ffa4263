"""Lists for measuring: any number of entries, no two alike, in the three layouts that lists have most.

    made("block", 1000)  made("bullet", 1000)  made("table", 1000)

The words are drawn from a fixed seed, so that every run and every machine measures the same text.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

_WORDS = (
    "robust deep sparse graph neural causal bayesian dense modular hybrid stochastic contrastive language vision speech protein road traffic"
    " memory planning agents robots maps alignment segmentation detection tracking retrieval synthesis reasoning learning transfer policy"
    " control diffusion transformer attention image video text audio tumor liver chest brain cell survey benchmark dataset model models"
    " network networks theory analysis adaptive efficient scalable online offline federated private secure"
).split()
_FIRST = (
    "Ada Alan Grace Emmy Max Mary Ann Bram Marie Pierre Rosa John Niels Lise Otto Barbara Kurt Lotte Yann Wei Jing Hao Xin Yu Li Anna"
    " Peter Sofia Lucas Emma Noah Olivia Liam Mia Juan Jose Ana Luis Kenji Yuki Hiro Min Jun Sang Ravi Priya Arjun"
).split()
_LAST = (
    "Lovelace Turing Hopper Noether Born Shelley Radcliffe Stoker Curie Parks Snow Bohr Meitner Hahn Kay Liskov Weill Lenya Zhang Wang Li"
    " Chen Liu Yang Zhao Huang Zhou Wu Smith Jones Brown Miller Davis Garcia Rodriguez Martinez Tanaka Suzuki Sato Kim Park Lee Patel"
    " Kumar Singh"
).split()
_VENUES = (
    "CVPR ICCV ECCV NeurIPS ICML ICLR AAAI IJCAI ACL EMNLP NAACL MICCAI TPAMI TMI IJCV Nature ICRA IROS CoRL KDD WWW SIGIR arXiv"
).split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class _Paper(NamedTuple):
    title: str
    authors: str
    venue: str
    year: int
    month: int
    day: int
    number: str
    repository: str


def made(layout: str, entries: int) -> str:
    """The text of a list with so many entries, all different."""
    return _LAYOUTS[layout](_papers(entries))


def _papers(entries: int) -> Iterator[_Paper]:
    draw = random.Random(1)
    for n in range(entries):
        words = " ".join(draw.choice(_WORDS) for _ in range(draw.randint(4, 9))).title()
        name = f"{draw.choice('ABCDEFGHKLMNPRST')}{draw.choice(_WORDS)[:3].upper()}Net: " if draw.random() < 0.4 else ""
        title = f"{name}{words} of {draw.choice(_WORDS).title()} {draw.choice(_WORDS).title()}{n}"
        people = [
            f"{draw.choice(_FIRST)} {draw.choice('ABCDEFGHJKLMN')}. {draw.choice(_LAST)}{draw.choice(('', '', 'son', 'mann', 'ez'))}"
            for _ in range(draw.randint(2, 6))
        ]
        number = f"{draw.randint(16, 24)}{draw.randint(1, 12):02d}.{draw.randint(10000, 99999)}"
        repository = f"{draw.choice(_LAST).lower()}{n}/{draw.choice(_WORDS)}{n}"
        when = draw.randint(2016, 2024), draw.randint(1, 12), draw.randint(1, 28)
        yield _Paper(title, ", ".join(people), draw.choice(_VENUES), *when, number, repository)


def _block(papers: Iterator[_Paper]) -> str:
    return "# List\n\n## Papers\n\n" + "\n".join(
        f"**{one.title}** <br/>\n*{one.authors}* <br/>\n{one.venue} | {one.day} {_MONTHS[one.month - 1]} {one.year} <br/>\n"
        f"[[paper](https://arxiv.org/abs/{one.number})] [[code](https://github.com/{one.repository})]\n"
        f"![Stars](https://img.shields.io/github/stars/{one.repository}?style=social)\n"
        for one in papers
    )


def _bullet(papers: Iterator[_Paper]) -> str:
    return "# List\n\n## Papers\n\n" + "".join(
        f"- **{one.title}**. *{one.authors}*. {one.venue} {one.year}. [[paper](https://arxiv.org/abs/{one.number})]"
        f" [[code](https://github.com/{one.repository})]\n"
        for one in papers
    )


def _table(papers: Iterator[_Paper]) -> str:
    head = "# List\n\n## Papers\n\n| Date | Title | Authors | Venue | Code |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| {one.year}-{one.month:02d} | [{one.title}](https://arxiv.org/abs/{one.number}) | {one.authors} | {one.venue} {one.year}"
        f" | [Code](https://github.com/{one.repository}) |\n"
        for one in papers
    )


_LAYOUTS: dict[str, Callable[[Iterator[_Paper]], str]] = {"block": _block, "bullet": _bullet, "table": _table}
LAYOUTS = tuple(_LAYOUTS)
