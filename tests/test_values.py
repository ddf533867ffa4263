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
    # References in the styles of the sciences
    (f"Noether E, Born M. Tumors of the chest in small data. Phys Lett Bio. 2021;65(4):2077-92. {PAPER}", {"title": "Tumors of the chest in small data", "authors": ["Noether E", "Born M"], "venue": "Phys Lett Bio", "date": "2021"}),
    (f"Müßig J. Tumors of the chest in small data. Radio Med. 2021;65(4):2077-92. {PAPER}", {"title": "Tumors of the chest in small data", "authors": ["Müßig J"], "venue": "Radio Med"}),
    (f"NOETHER E M, BORN J-L. Tumors of the chest[J]. Chemical Physics, 2017, 387(3): 420-448. {PAPER}", {"title": "Tumors of the chest", "authors": ["NOETHER E M", "BORN J-L"], "venue": "Chemical Physics", "date": "2017"}),
    (f"E. Noether and M. Born, Waves in elastic rods of glass, Geophysics 338, 129 (2020). {PAPER}", {"title": "Waves in elastic rods of glass", "venue": "Geophysics", "date": "2020"}),
    (f"E. Noether and M. Born, *Waves in elastic rods*, Ann. of Math. **84** (2021), no. 2, 1181–1192. {PAPER}", {"title": "Waves in elastic rods", "venue": "Ann. of Math", "date": "2021"}),
    (f"NOETHER, E.; BORN, M. Waves in elastic rods of glass. **Annals of Rods & Glass**, v. 12, n. 3, p. 19-83, 2021. {PAPER}", {"authors": ["E NOETHER", "M BORN"], "venue": "Annals of Rods & Glass", "date": "2021"}),
    (f"Noether, E., & Born, M. (2017). Waves in elastic rods. In A. Lovelace (Ed.), *Handbook of Rods* (pp. 20–27). {PAPER}", {"title": "Waves in elastic rods", "venue": "Handbook of Rods", "date": "2017"}),
    (f"Noether, Emmy: Wellen in Stäben. In: *Zeitschrift der Stäbe* 6 (2021), S. 45–67. {PAPER}", {"title": "Wellen in Stäben", "authors": ["Emmy Noether"], "venue": "Zeitschrift der Stäbe"}),
    (f"NOvA Collaboration, *Search for heavy rods*, JHEP 252, 1225 (2025). {PAPER}", {"authors": ["NOvA Collaboration"], "venue": "JHEP", "date": "2025"}),
    # Names in other languages
    ("Emmy Noether y Max Born (2021). [Ondas en varillas elásticas](https://arxiv.org/abs/2303.00009). *Revista de Ondas*.", {"authors": BORN, "date": "2021"}),
    (f"龚晓峰 等. 遥感基础模型研究进展与展望[J]. 测绘学报, 2023. {PAPER}", {"title": "遥感基础模型研究进展与展望", "authors": ["龚晓峰"], "et_al": True}),
    # Dates in other languages, left as they are
    (f"**Ondas en varillas**, Emmy Noether, Max Born, 3 de marzo de 2021. {PAPER}", {"date": "2021-03-03", "authors": BORN}),
    (f"**Wellen in langen Stäben**, Emmy Noether, Max Born, 20.04.2023. {PAPER}", {"date": "2023-04-20"}),
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
