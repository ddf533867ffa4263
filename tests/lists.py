"""Lists that hypothesis makes: three templates, filled with facts and with the faults of real lists.

The facts are kept beside the text, so that a test can ask for them back.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from awesomelint.entries import Date, DateForm

_SUBJECTS = ("Tumor", "Retina", "Pancreas", "Chest X-Ray", "Brain MRI", "Lesion", "Café Scene", "点云", "Polyp")
_TASKS = ("Segmentation", "Synthesis", "Detection", "Registration", "Generation", "Classification", "Reconstruction")
_WAYS = (
    "with Diffusion Models",
    "via Pseudo Labels",
    "from Few Examples",
    "in the Wild",
    "without Labels",
    "for Rare Diseases",
)
_FIRST = ("Ada", "Emmy", "Alan", "Marie", "José", "Li", "Anna-Lena", "Max", "Zoë", "Grace B.")
_LAST = ("Lovelace", "Noether", "Turing", "Curie", "García", "Chen", "van der Berg", "Müller", "O'Neill", "Hopper")
_VENUES = ("CVPR", "MICCAI", "NeurIPS", "arXiv", "Medical Image Analysis", "IEEE TMI", "Nature Communications")


@dataclass(frozen=True)
class Paper:
    """The facts of one entry."""

    title: str
    authors: tuple[str, ...]
    venue: str
    date: Date
    number: str
    repository: str | None


def numbered(paper: Paper, number: int) -> Paper:
    """The paper with a title and number that no other of its list has."""
    return Paper(
        f"{paper.title}, Part {number + 10}",
        paper.authors,
        paper.venue,
        paper.date,
        f"2301.{10000 + number}",
        paper.repository,
    )


papers = st.builds(
    Paper,
    title=st.builds(" ".join, st.tuples(st.sampled_from(_SUBJECTS), st.sampled_from(_TASKS), st.sampled_from(_WAYS))),
    authors=st.lists(
        st.builds(" ".join, st.tuples(st.sampled_from(_FIRST), st.sampled_from(_LAST))),
        min_size=2,
        max_size=5,
        unique=True,
    ).map(tuple),
    venue=st.sampled_from(_VENUES),
    date=st.builds(Date, st.integers(2019, 2025), st.integers(1, 12), st.integers(1, 28)),
    number=st.just(""),
    repository=st.none() | st.sampled_from(("ada/tumors", "noether/small-data", "x-lab/Some.Repo")),
)


def _rare(usual: str, *others: str) -> st.SearchStrategy[str]:
    return st.sampled_from((usual,) * 8 + others)


@st.composite
def faults(draw: st.DrawFn) -> dict[str, str]:
    """How one entry departs from its list's form; mostly it does not."""
    return {
        "blank": draw(_rare("", " ", "  \t")),
        "separator": draw(_rare(", ", "; ", ",  ")),
        "date": draw(_rare("abbr", "full")),
        "address": draw(_rare("abs/{}", "pdf/{}", "pdf/{}.pdf")),
        "bar": draw(_rare(" | ", ", ")),
        "badge": draw(_rare(" ", "", "\n")),
        "gap": draw(_rare("\n\n", "\n\n\n")),
    }


def _badge(repository: str) -> str:
    return f"[![Stars](https://img.shields.io/github/stars/{repository}?style=social)](https://github.com/{repository})"


def _block(paper: Paper, way: dict[str, str]) -> str:
    date = DateForm(month=way["date"]).write(paper.date)
    lines = [f"**{paper.title}**", f"*{way['separator'].join(paper.authors)}*", f"{paper.venue}{way['bar']}{date}"]
    links = f"[paper](https://arxiv.org/{way['address'].format(paper.number)})"
    if paper.repository:
        links += way["badge"] + _badge(paper.repository)
    return (way["blank"] + "\n").join([*lines, links]) + way["blank"].replace("\t", "")


def _bullet(paper: Paper, way: dict[str, str]) -> str:
    date = DateForm(month=way["date"]).write(paper.date)
    link = f"[[paper](https://arxiv.org/{way['address'].format(paper.number)})]"
    badge = " " + _badge(paper.repository) if paper.repository else ""
    return f"- **{paper.title}**, *{way['separator'].join(paper.authors)}*, {paper.venue}{way['bar']}{date}. {link}{badge}{way['blank'].strip(chr(9))}"


def _row(paper: Paper, way: dict[str, str]) -> str:
    date = DateForm(month=way["date"]).write(paper.date)
    link = f"[paper](https://arxiv.org/{way['address'].format(paper.number)})"
    return f"| {paper.title} | {way['separator'].join(paper.authors)} | {paper.venue} | {date} | {link} |"


FORMS = ("block", "bullet", "table")


@st.composite
def lists(
    draw: st.DrawFn, form: str | None = None, least: int = 3, sorted_by_date: bool = False
) -> tuple[str, list[Paper]]:
    """A list's text and its papers, in the order of the text."""
    form = form or draw(st.sampled_from(FORMS))
    drawn = [numbered(paper, n) for n, paper in enumerate(draw(st.lists(papers, min_size=least, max_size=9)))]
    if sorted_by_date:
        drawn.sort(key=lambda paper: paper.date.first(), reverse=True)
    ways = [draw(faults()) for _ in drawn]
    text = "# A List\n\nWhat we read, *mostly*. 你好 🙂\n\n## Papers\n\n"
    if form == "block":
        for paper, way in zip(drawn, ways, strict=True):
            text += _block(paper, way) + way["gap"]
        text = text.rstrip("\n") + draw(st.sampled_from(("\n", "")))
    elif form == "bullet":
        text += "\n".join(_bullet(paper, way) for paper, way in zip(drawn, ways, strict=True)) + "\n"
    else:
        text += "| Title | Authors | Venue | Date | Link |\n|---|---|---|---|---|\n"
        text += "\n".join(_row(paper, way) for paper, way in zip(drawn, ways, strict=True)) + "\n"
    text += draw(st.sampled_from(("", "\n## Thanks\n\nTo `everybody`  \nwho wrote.\n")))
    return text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n")))), drawn
