"""Name a rule that exists.

A suppression of a rule that does not exist does nothing, and looks as if it did.

Bad:

    <!-- awesomelint-disable-file uneven-dates -->
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
    for span, message in suppressions.unknown():
        yield Fault(span, message)
