"""Where the authors end at the head of a reference: phrases, with a bar behind the last author."""

from __future__ import annotations

import pytest

from awesomelint.entries.author_run import author_run
from awesomelint.entries.people import read_authors

RUNS = [
    ("Fontanella, C., Siddiqi, A.-R., & Larkspur, M. T.| (2023). Who Gets Counted?", ["C. Fontanella", "A.-R. Siddiqi", "M. T. Larkspur"]),
    ("Castellanos Vega, B., dos Santos, R. and Thévenin, J.-L.| (2015) 'Estimating'", ["B. Castellanos Vega", "R. dos Santos", "J.-L. Thévenin"]),
    ("Wiśniewski, T.; Whitcombe, A. M.; von Strahlenberg, F.| Machine-Learned Density", ["T. Wiśniewski", "A. M. Whitcombe", "F. von Strahlenberg"]),
    ("Wiśniewski T, O'Hanlon S, Okereke N|. Explainability in the ICU", ["Wiśniewski T", "O'Hanlon S", "Okereke N"]),
    ("Wang L, Li Y, Chen H, et al.| A title[J]. Pattern Recognition", ["Wang L", "Li Y", "Chen H"]),
    ('J.-W. Kang and Ó. Guðmundsson|, "Neural Weather Models,"', ["J.-W. Kang", "Ó. Guðmundsson"]),
    ("C. Bai, E. ter Haar, and M. T. Larkspur|, “Solar flares”", ["C. Bai", "E. ter Haar", "M. T. Larkspur"]),
    ("Z. Alterman, F. Karal|, Propagation of elastic waves, Bull. Seismol. Soc. Am. 58", ["Z. Alterman", "F. Karal"]),
    ("Farrokhzad, Amir H., Anne-Sophie Brébisson, and Xiaoyu Zheng|. 2022. “Waves”", ["Amir H. Farrokhzad", "Anne-Sophie Brébisson", "Xiaoyu Zheng"]),
    ("Whitcombe, Ada M., et al.| “Archives and models.”", ["Ada M. Whitcombe"]),
    ("Alan Kay, Barbara Liskov|. Language Models That Plan", ["Alan Kay", "Barbara Liskov"]),
    ("Te Pi, Xi Li, Zhongfei (Mark) Zhang|. 2019", ["Te Pi", "Xi Li", "Zhongfei (Mark) Zhang"]),
    ("Pi, Te and Li, Xi (Leo) and Zhang, Zhongfei|. 2019", ["Te Pi", "Xi (Leo) Li", "Zhongfei Zhang"]),
    ("The ATLAS Collaboration|, Search for resonances", ["The ATLAS Collaboration"]),
    ("Larkspur, M. T., Fontanella, C.|: Distant viewing", ["M. T. Larkspur", "C. Fontanella"]),
]  # fmt: skip

NO_RUNS = [
    "Deep Learning, Computer Vision and more",
    "Graph Neural Networks, a survey",
    "J. Am. Chem. Soc. 2018, 165",
    "CoRL, Jun 2022",
    "Robots in Space. Ada Lovelace",
    "Spatial Data Science, R and Python",
    "Ray Tracing, an overview",
    "Te Pi, Xi Li, Zhongfei (MIT) Zhang. 2019",
]


@pytest.mark.parametrize(("drawn", "people"), RUNS)
def test_a_run_of_authors_ends(drawn: str, people: list[str]) -> None:
    text = drawn.replace("|", "")
    assert author_run(text, 0) == drawn.index("|")
    assert list(read_authors(text[: drawn.index("|")]).names) == people


@pytest.mark.parametrize("text", NO_RUNS)
def test_what_is_no_run_of_authors(text: str) -> None:
    assert author_run(text, 0) is None


@pytest.mark.parametrize(
    "text", ["A" * 50_000, "A. " * 3_000, "Ab, C., " * 3_000, "and " * 5_000, "É" * 9_000 + ", É."]
)
def test_long_texts_take_no_time(text: str) -> None:
    author_run(text[:6_000], 0)


@pytest.mark.parametrize("joint", [", ", ", and ", " and ", " & "])
@pytest.mark.parametrize(
    "names",
    [
        ("Ada Lovelace", "Alan M. Turing"),
        ("Jun Sato", "Li N. Davis", "Mary-Ann Van Dyke"),
        ("Grace Hopper", "Deep Learning Team"),
    ],
)
def test_names_in_full_are_read_the_same_way_at_once(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], joint: str
) -> None:
    text = ", ".join(names[:-1]) + joint + names[-1]
    at_once = author_run(text, 0), read_authors(text).names
    monkeypatch.setattr("awesomelint.entries.author_run._are_plain", lambda text, start: False)
    assert at_once == (author_run(text, 0), names)
