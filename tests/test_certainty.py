"""An entry that reads unlike its neighbours is less certain, and no safe fix rewrites its fields."""

from __future__ import annotations

from awesomelint.engine.check import Settings, check
from awesomelint.finding import Safety
from awesomelint.reading import Reader, read
from awesomelint.source import Source

LIKE = "- **{}**, {}, CVPR 2023 [[paper](https://arxiv.org/abs/2303.0000{})]\n"
PAPERS = (
    ("Synthetic Tumors for Liver Segmentation", "Ada Lovelace, Max Born"),
    ("Learning to Segment from Small Datasets", "Emmy Noether, Emil Artin"),
    ("A Survey of Medical Image Synthesis", "Mary Shelley, Percy Shelley"),
    ("Diffusion Models for the Human Chest", "Marie Curie, Pierre Curie"),
    ("How Tumors Come to Be Segmented", "Lise Meitner, Otto Hahn"),
    ("Shape Priors for Lung Segmentation", "Grace Hopper, Alan Turing"),
)
LIST = "# Papers\n\n" + "".join(LIKE.format(*paper, number) for number, paper in enumerate(PAPERS))


def test_another_order_is_less_certain() -> None:
    odd = "- Otto Stern, Walther Gerlach, **Beams of Silver in a Field.**, CVPR 2023 [[paper](https://arxiv.org/abs/2303.00009)]\n"
    *like, other = read(Source(LIST + odd, "README.md")).entries
    assert {entry.certainty for entry in like} == {1.0}
    assert other.certainty < other.CERTAIN


def test_a_missing_field_makes_no_other_order() -> None:
    short = "- **Beams of Silver in a Strong Field**, Otto Stern, Walther Gerlach [[paper](https://arxiv.org/abs/2303.00009)]\n"
    assert read(Source(LIST + short, "README.md")).entries[-1].certainty == 1.0


def test_no_safe_fix_rewrites_what_is_not_certain() -> None:
    text = LIST.replace("CVPR 2023", "CVPR 2023, 1 Mar 2023")
    sure = "- **Beams of Silver in a Strong Field**, Otto Stern, Walther Gerlach, CVPR 2023, Mar 2 2023 [[paper](https://arxiv.org/abs/2303.00009)]\n"
    odd = "- Otto Stern, Walther Gerlach, **Beams of Silver in a Strong Field**, CVPR 2023, Mar 2 2023 [[paper](https://arxiv.org/abs/2303.00009)]\n"
    for last, safety in ((sure, Safety.SAFE), (odd, Safety.UNSAFE)):
        findings = check(Source(text + last, "README.md"), Settings(Reader(()))).findings
        dates = [one.fix.safety for one in findings if one.rule == "uneven-date" and one.fix is not None]
        assert dates == [safety]
