"""What one line says: the line, and the values that a reader sees in it.

Each line stands alone in its list, so that nothing but its own words decides; a tool, which opens no paper, has two others beside it.
"""

from __future__ import annotations

import pytest

from awesomelint.reading import Reader
from awesomelint.report.export import entry_as_data
from awesomelint.source import Source

PAPER = "[[paper](https://arxiv.org/abs/2303.00001)]"
BORN, CURIE = ["Emmy Noether", "Max Born"], ["Marie Curie", "Pierre Curie"]

LINES = [
    # A venue in capitals behind names, a comma before it
    (f"**Robots on Mars**, Marie Curie, Pierre Curie, ICCV, 3 Jan 2023. {PAPER}", {"title": "Robots on Mars", "authors": CURIE, "venue": "ICCV", "date": "2023-01-03"}),
    (f"**Robots on Mars**, Emmy Noether, Max Born, MICCAI 2023. {PAPER}", {"authors": BORN, "venue": "MICCAI", "date": "2023"}),
    (f"Emmy Noether, Max Born. Contrastive Learning of Speech. ICASSP 2022. {PAPER}", {"title": "Contrastive Learning of Speech", "authors": BORN, "venue": "ICASSP"}),
    (f"Emmy Noether, Max Born. Robots on Mars, CVPR, 2022. {PAPER}", {"title": "Robots on Mars", "authors": BORN, "venue": "CVPR", "date": "2022"}),
    # What a dash or a colon sets before a title
    (f"27 Mar 2023: Robots on Mars. {PAPER}", {"title": "Robots on Mars", "date": "2023-03-27"}),
    (f"CVPR 2023: Robots on Mars. {PAPER}", {"title": "Robots on Mars", "venue": "CVPR", "date": "2023"}),
    (f"STNet - Robots on Pluto (CVPR 2023), {PAPER}", {"title": "Robots on Pluto", "acronym": "STNet", "venue": "CVPR"}),
    (f"BLIP-2 — Planning for Robots on Pluto, ICML 2023. {PAPER}", {"title": "Planning for Robots on Pluto", "acronym": "BLIP-2", "venue": "ICML"}),
    (f"STNet: Robots on Pluto (CVPR 2023), {PAPER}", {"title": "STNet: Robots on Pluto", "acronym": None}),
    # Brackets, code, emphasis and formulas within a title
    (f"**Paths in $[0, 1)$ and p(x|y)**, Emmy Noether, Max Born, Science 2023. {PAPER}", {"title": "Paths in $[0, 1)$ and p(x|y)", "authors": BORN}),
    (f"(Un)Fair Learning from Data {PAPER}", {"title": "(Un)Fair Learning from Data", "acronym": None}),
    (f"Learning SE(3)-Equivariant Maps of Robots. CVPR 2023. {PAPER}", {"title": "Learning SE(3)-Equivariant Maps of Robots", "venue": "CVPR"}),
    (f"How Agent(s) Talk on Mars. ACL 2023. {PAPER}", {"title": "How Agent(s) Talk on Mars", "venue": "ACL"}),
    ("[.NET for Learners](https://arxiv.org/abs/2303.00008), Nature 2023", {"title": ".NET for Learners", "venue": "Nature"}),
    (f"**[Re] Reproducing the Chest**, Marie Curie, Pierre Curie, Nature 2023. {PAPER}", {"title": "[Re] Reproducing the Chest", "authors": CURIE}),
    # Descriptions, whole
    ("[mu](https://github.com/l/mu) - An editor, see [nu](https://github.com/l/nu) for more.", {"title": "mu", "description": "An editor, see nu for more"}),
    ("[kappa](https://github.com/l/kappa) - \"Quoted\" editor for text.", {"title": "kappa", "description": '"Quoted" editor for text'}),
    # A venue's own part
    (f"**Robots on Mars**. *Emmy Noether, Max Born*. ACL (Findings) 2021. {PAPER}", {"venue": "ACL (Findings)", "date": "2021"}),
    (f"**Robots on Mars**. *Emmy Noether, Max Born*. CVPR 2021 (Oral). {PAPER}", {"venue": "CVPR", "date": "2021", "fields": {"track": "Oral"}}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "values"), LINES)
def test_a_line_says(line: str, values: dict[str, object]) -> None:
    beside = (
        ""
        if "arxiv" in line
        else "- [chi](https://github.com/l/chi) - Draws maps.\n- [rho](https://github.com/l/rho) - Plays music.\n"
    )
    found = Reader(()).read(Source(f"# Papers\n\n- {line}\n{beside}", "README.md"))
    entry = found.entries[0]
    data = entry_as_data(found, entry)
    assert {name: data[name] for name in values} == values


def test_what_stands_where_the_others_have_their_authors_are_authors() -> None:
    """A company and names in small letters, in the emphasis in which eleven neighbours have theirs."""
    names = [
        "Ada Lovelace, Alan Turing",
        "Emmy Noether, Max Born",
        "Marie Curie, Pierre Curie",
        "Rosa Parks, John Snow",
    ]
    lines = [f"- **Robots on Moon {n} of Mars**. *{names[n % 4]}*. ICML 2021. {PAPER}" for n in range(12)]
    odd = [
        f"- **Why Hike Around the Town**. *{who}*. ICML 2021. {PAPER}" for who in ("OpenAI", "ada byron, alan turing")
    ]
    found = Reader(()).read(Source("# Papers\n\n" + "\n".join([*lines, *odd]) + "\n", "README.md"))
    read = [entry_as_data(found, entry)["authors"] for entry in found.entries[-2:]]
    assert read == [["OpenAI"], ["ada byron", "alan turing"]]
