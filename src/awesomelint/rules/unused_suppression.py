"""Take a suppression out that suppresses nothing.

It hides the next fault that appears there.

Bad:

    <!-- awesomelint-disable-next-entry uneven-date -->
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    **Synthetic Tumors for Segmentation**
    *Ada Lovelace, Alan Turing*
    CVPR | 2 Mar 2023
    [paper](https://arxiv.org/abs/2303.00001)

    **Learning from Small Datasets**
    *Emmy Noether, Max Born*
    CVPR | 1 Mar 2023
    [paper](https://arxiv.org/abs/2303.00002)
"""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Fault, Severity
from ..suppressions import Suppressions

group = "suppressions"
severity = Severity.WARNING


def finds(found: AwesomeList, suppressions: Suppressions) -> Iterator[Fault]:
    for suppression in suppressions.unused():
        name = "every rule" if suppression.rule == "all" else suppression.rule
        yield Fault(suppression.span, f"this suppression of {name} suppresses nothing; take it out")
