"""How a paper stands in its venue: track, volume, issue and pages, as the words behind the venue say them."""

from __future__ import annotations

import pytest

from awesomelint.entries.publication import publication_details
from awesomelint.reading import Reader
from awesomelint.source import Source

SAID = [
    ("CVPR 2021 (Oral).", {"track": "Oral"}),
    ("NeurIPS 2021 Spotlight, 27 Mar 2021.", {"track": "Spotlight"}),
    ("Nature Machine Intelligence 5, 123–130 (2021).", {"volume": "5", "pages": "123–130"}),
    ("JMLR 2021, 14(2):1–20.", {"volume": "14", "issue": "2", "pages": "1–20"}),
    ("IEEE TMI, vol. 40, no. 3, pp. 12-15, 2021.", {"volume": "40", "issue": "3", "pages": "12-15"}),
    ("Physical Review Letters 58 (1968) 367-398.", {"volume": "58", "pages": "367-398"}),
    ("Pattern Recognition, 2021, 113(4): 107828.", {"volume": "113", "issue": "4", "pages": "107828"}),
    ("CVPR, 27 Mar 2021.", {}),
    ("ACL 2021.", {}),
]


@pytest.mark.parametrize(("said", "details"), SAID)
def test_what_stands_behind_a_venue(said: str, details: dict[str, str]) -> None:
    text = f"# Papers\n\n- **Robots on Mars**. *Ada Byron, Alan Turing*. {said} [[paper](https://arxiv.org/abs/2108.20000)]\n"
    (entry,) = Reader(()).read(Source(text, "README.md")).entries
    assert publication_details(entry) == details
    assert entry.title is not None
    assert entry.title.text == "Robots on Mars"
    assert entry.description is None
