"""Dates, people, venues and paper numbers in the forms that were counted in real lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesomelint.entries import Date, DateForm
from awesomelint.entries.badges import badge_image
from awesomelint.entries.dates import find_date
from awesomelint.entries.names import looks_like_name
from awesomelint.entries.papers import address_key, paper_id, repository
from awesomelint.entries.people import bare_initials, read_authors
from awesomelint.entries.same_people import one_person
from awesomelint.entries.titles import likeness
from awesomelint.entries.venues import VenueTable
from awesomelint.style.addresses import arxiv_address, publisher_address

VENUES = VenueTable(())


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("11 Oct 2022", "2022-10-11"), ("02 March 2023", "2023-03-02"), ("Feb 2023", "2023-02"), ("Jan., 2025", "2025-01"),
        ("2nd Nov., 2022", "2022-11-02"), ("24th May, 2024", "2024-05-24"), ("May 17, 2025", "2025-05-17"), ("2022-10-11", "2022-10-11"),
        ("2022.10", "2022-10"), ("2022/10/11", "2022-10-11"), ("10/2022", "2022-10"), ("2024", "2024"), ("24.05.15", "2024-05-15"),
        ("25.9", "2025-09"), ("2023年3月2日", "2023-03-02"), ("31 Feb 2023", "2023-02-31"), ("Sept 2021", "2021-09"),
    ],
)  # fmt: skip
def test_dates_are_read_at_the_precision_given(text: str, iso: str) -> None:
    found = find_date(text, short=True)
    assert found is not None
    assert (str(found.date), found.start, found.end) == (iso, 0, len(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jeon, Jihyeong; Park, Jiwon; Kang, U", "Jihyeong Jeon/Jiwon Park/U Kang"),
        ("Zhu, H., Zhu, Z. & Lu, SY.", "H. Zhu/Z. Zhu/SY Lu"),
        ("Wei, S., Ramakrishna, V., & Sheikh, Y.", "S. Wei/V. Ramakrishna/Y. Sheikh"),
        ("Zhong, Xiukun, Guohong Liang, Wei Xi", "Xiukun Zhong/Guohong Liang/Wei Xi"),
    ],
)
def test_inverted_names_are_put_in_reading_order(text: str, names: str) -> None:
    assert "/".join(read_authors(text).names) == names


@pytest.mark.parametrize("text", ["2024.07.15.603480", "v1.2.3", "10.1101", "a2023b", "ICLR"])
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


forms = st.one_of(
    st.tuples(st.sampled_from((" ", ", ")), st.sampled_from(("abbr", "full")), st.booleans()).map(
        lambda drawn: DateForm("DMY", " ", drawn[0], drawn[1], padded=drawn[2])
    ),
    st.sampled_from("-./").map(lambda mark: DateForm("YMD", mark, mark, "number", padded=True)),
)
dates = st.builds(Date, st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28))


@given(forms, dates)
def test_what_a_form_writes_is_read_back(form: DateForm, date: Date) -> None:
    found = find_date(form.write(date))
    assert found is not None
    assert found.date == date


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Lovelace, Alan Turing", ["Ada Lovelace", "Alan Turing"]),
        ("A. Lovelace and A. M. Turing", ["A. Lovelace", "A. M. Turing"]),
        ("Lovelace, Ada and Turing, Alan Mathison", ["Ada Lovelace", "Alan Mathison Turing"]),
        ("Lovelace, A., Turing, A. M.", ["A. Lovelace", "A. M. Turing"]),
        ("Ada Lovelace; Alan Turing", ["Ada Lovelace", "Alan Turing"]),
        ("Ada Lovelace, Alan Turing & Emmy Noether", ["Ada Lovelace", "Alan Turing", "Emmy Noether"]),
        ("Ada Lovelace1, Alan Turing", ["Ada Lovelace", "Alan Turing"]),
        ("Juan Iglesias, for the ADNI", ["Juan Iglesias", "for the ADNI"]),
        ("Mihaela van der Schaar, Xu Li, et al.", ["Mihaela van der Schaar", "Xu Li"]),
        ("张三, 李四, 等", ["张三", "李四"]),
        ("Ada Lovelace · Alan Turing", ["Ada Lovelace", "Alan Turing"]),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    authors = read_authors(text)
    assert list(authors.names) == names
    assert bool(authors.et_al) == ("al." in text or "等" in text)


def test_one_person_in_two_spellings() -> None:
    bibtex, plain = read_authors("Lovelace, Ada and Turing, A"), read_authors("Ada Lovelace, A. Turing")
    assert [person.letters for person in bibtex.people] == [person.letters for person in plain.people]


def test_initials() -> None:
    assert bare_initials("Pong C Yuen") == [6]
    assert bare_initials("S Kevin Zhou") == [1]
    assert not bare_initials("Pong C. Yuen")
    assert not bare_initials("J-P Serre")


@pytest.mark.parametrize(
    "name", ["Adrian V. Dalca", "van den Oord", "O'Neill", "李四", "Ludwig A. Prandtl", "Yu-Cheng Chou", "LI Wei"]
)
def test_what_looks_like_a_name(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize("text", ["Towards Generalizable Synthesis", "of the", "GPT-4", "paper", "Deep Learning"])
def test_what_looks_like_none(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    ("text", "name", "year", "key"),
    [
        ("CVPR 2023", "CVPR", 2023, "CVPR"), ("CVPR'23", "CVPR", 2023, "CVPR"), ("CVPR23", "CVPR", 2023, "CVPR"),
        ("ICLR 2024 (Oral)", "ICLR", 2024, "ICLR"), ("2023 CVPR", "CVPR", 2023, "CVPR"), ("Medical Image Analysis", "Medical Image Analysis", None, "MedIA"),
        ("MEDIA", "MEDIA", None, "MedIA"), ("Arxiv", "Arxiv", None, "arXiv"), ("NIPS 2015", "NIPS", 2015, "nips"),
        ("MICCAI Workshop on Big Task Small Data", "MICCAI Workshop on Big Task Small Data", None, "miccaiworkshoponbigtasksmalldata"),
        ("3DV", "3DV", None, "3DV"),
    ],
)  # fmt: skip
def test_venues(text: str, name: str, year: int | None, key: str) -> None:
    venue = VENUES.read(text)
    assert (venue.name, venue.year, venue.key) == (name, year, key)
    assert VENUES.score(venue) > 2


@pytest.mark.parametrize("text", ["Ada Lovelace", "paper", "Towards Generalizable Tumor Synthesis", "2023"])
def test_what_is_no_venue(text: str) -> None:
    assert VENUES.score(VENUES.read(text)) < 2


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://arxiv.org/abs/2303.14869", "arxiv:2303.14869"), ("http://browse.arxiv.org/pdf/2308.03008v2.pdf", "arxiv:2308.03008v2"),
        ("https://arxiv.org/abs/cs/0112017", "arxiv:cs/0112017"), ("https://doi.org/10.7281/T1/2PGJQU", "doi:10.7281/t1/2pgjqu"),
        ("https://doi.org/10.48550/arXiv.2303.14869", "arxiv:2303.14869"), ("https://openreview.net/pdf?id=S1zk9iRqF7", "openreview:S1zk9iRqF7"),
        ("https://pubmed.ncbi.nlm.nih.gov/35522642/", "pubmed:35522642"), ("https://ieeexplore.ieee.org/abstract/document/8478237", "ieee:8478237"),
        ("https://ieeexplore.ieee.org/stamp/stamp.jsp?arnumber=8886112", "ieee:8886112"), ("https://aclanthology.org/2020.acl-main.1/", "acl:2020.acl-main.1"),
        ("https://www.nature.com/articles/s41467-023-36102-1", "doi:10.1038/s41467-023-36102-1"),
        ("https://link.springer.com/chapter/10.1007/978-3-031-44689-4_9", "doi:10.1007/978-3-031-44689-4_9"),
        ("https://proceedings.mlr.press/v139/li21a.html", "pmlr:v139/li21a"),
    ],
)  # fmt: skip
def test_paper_numbers_in_addresses(url: str, number: str) -> None:
    assert str(paper_id(url)) == number


def test_addresses_of_one_place() -> None:
    assert address_key("https://arxiv.org/pdf/2303.14869.pdf") == address_key("http://www.arxiv.org/abs/2303.14869")
    assert address_key("https://x.org/a/") == address_key("http://X.org/a")
    assert address_key("https://arxiv.org/abs/2303.14869") != address_key("https://arxiv.org/abs/2303.14868")
    assert repository("https://github.com/a/b.git") == repository("https://github.com/a/b/tree/main/c") == "a/b"


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2303.14869#page=3",
        "https://arxiv.org/pdf/2303.14869?utm_source=x",
        "https://arxiv.org/list/cs",
    ],
)
def test_arxiv_addresses_that_say_more_keep_it(url: str) -> None:
    address = arxiv_address(url)
    assert address is None or address.write("abs").endswith("#page=3")


def test_publishers() -> None:
    page = publisher_address("https://ieeexplore.ieee.org/stamp/stamp.jsp?tp=&arnumber=8886112&tag=1")
    assert page is not None
    assert page.write("document") == "https://ieeexplore.ieee.org/document/8886112"
    assert publisher_address("https://openreview.net/forum?id=abc&noteId=def") is None


def test_badges() -> None:
    star = badge_image("https://img.shields.io/github/stars/a/b.svg?logo=github&label=Stars")
    assert star is not None
    assert (star.counts, star.repository) == ("stars", "a/b")
    assert badge_image("https://badgen.net/github/stars/a/b") is not None
    assert badge_image("https://img.shields.io/badge/arXiv-2303-red") is not None
    assert badge_image("https://example.org/figure.png") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("José M. García", "Jose Garcia", True), ("J. García", "José Miguel García", True), ("Zhongwei Wan", "Wan Zhongwei", True), ("Ludwig van der Maaten", "L. Maaten", True),
        ("Jean-Luc Picard", "J.-L. Picard", True), ("John Smith Jr.", "John Smith", True), ("Jürgen Müller", "Juergen Mueller", True), ("Łukasz Kaiser", "Lukasz Kaiser", True),
        ("S. Kevin Zhou", "Kevin Zhou", True), ("Ming-Hsuan Yang", "Minghsuan Yang", True), ("Bin Yu", "Bo Yu", False), ("Wei Liu", "Wei Li", False), ("Ada Lovelace", "Alan Turing", False),
        ("A. Lovelace", "E. Lovelace", False),
    ],
)  # fmt: skip
def test_two_spellings_of_one_person(one: str, other: str, same: bool) -> None:
    assert one_person(one, other) == one_person(other, one) == same


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Learning to Segment", "Learning to Segment: A Study of Small Things", "part"), ("BERT", "BERT: Pre-training of Deep Transformers", "part"), ("$O(n)$ Attention", "O(n) attention.", "same"),
        (r"$\omega$Test", "ωTest", "same"), ("Tumours &amp; Lesions", "Tumours and Lesions", "same"), ("Étude of <i>Small</i> Things", "Etude of small things", "same"),
        ("Synthetic Tumours for Segmantation", "Synthetic Tumors for Segmentation", "near"), ("A Survey on Diffusion Models", "A Survey on Large Language Models", "other"),
        ("Models are few-shot learners", "Models are unsupervised multitask learners", "other"), ("Learning from Small Datasets", "On the Stability of Neutron Stars", "other"),
        ("小样本学习", "Learning from Small Datasets", "unlike"),
    ],
)  # fmt: skip
def test_two_titles_of_one_work(one: str, other: str, how: str) -> None:
    assert likeness(one, other) == likeness(other, one) == how


@pytest.mark.parametrize(
    ("name", "venue"),
    [
        ("2021 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)", "CVPR"), ("2021 IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)", "CVPR Workshop"),
        ("ACL (1)", "ACL"), ("ACM Trans. Graph.", "TOG"), ("NIPS", "NeurIPS"), ("CoRR", "arXiv"), ("2007 IEEE 11th International Conference on Computer Vision", "ICCV"), ("Proceedings of the AAAI Conference on Artificial Intelligence", "AAAI"),
        ("Findings of the Association for Computational Linguistics: EMNLP 2023", "Findings of EMNLP"), ("Annual Review of Nothing", None),
    ],
)  # fmt: skip
def test_venues_as_services_name_them(name: str, venue: str | None) -> None:
    known = VENUES.of_record(name)
    assert (known.name if known is not None else None) == venue
