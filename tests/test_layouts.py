"""Every layout and every trap, on lists made for them: what is read of each entry, and what is none.

A case is a list in Markdown and, a line an entry, what must be read of it.
"""

from __future__ import annotations

import pytest

from awesomelint.entries import Entry
from awesomelint.reading import read
from awesomelint.source import Source

CASES: dict[str, tuple[str, str]] = {
    "a title that is a link, with a description": (
        """
        - [grepper](https://github.com/ada/grepper) - Searches (and replaces) text, files and folders. Fast.
        - [Loom](https://loom.example.org) – Weaves logs together.
        - [knot](https://github.com/emmy/knot): ties *things* with `rope`.
        """,
        """
        title=grepper links=title
        title=Loom links=title
        title=knot links=title
        """,
    ),
    "a heading without a link above one thing each": (
        """
        ### Running Tasks in Order
        Runs tasks in order, and [this page](https://clockwork.example.org) tells how.

        ### Telling Time by Light
        Tells the time of day by light, see [the pages of it](https://sundial.example.org).

        ### Counting Drops of Water
        Drips once in a second, and [counts them well](https://water.example.org).

        ### Turning Sand into Hours
        Turns over once an hour, as [its author says](https://sand.example.org).

        ### Drawing the Sky at Night
        Draws the sky of [any night](https://stars.example.org).
        """,
        """
        title=Running Tasks in Order links=this page
        title=Telling Time by Light links=the pages of it
        title=Counting Drops of Water links=counts them well
        title=Turning Sand into Hours links=its author says
        title=Drawing the Sky at Night links=any night
        """,
    ),
    "a heading whose siblings are entries": (
        """
        ### Tumor Growth on a Grid

        Ada Lovelace, Emmy Noether. CVPR 2023. [paper](https://arxiv.org/abs/2301.00001)

        ### Retina Maps

        Alan Turing, Max Born. MICCAI 2022. [paper](https://arxiv.org/abs/2201.00002)

        ### Lesions in the Wild of Light

        Grace Hopper, Li Chen. ICML 2024. [paper](https://arxiv.org/abs/2401.00003)

        ### Waves in Elastic Rods

        Lise Meitner, Otto Hahn. ICLR 2024. [paper](https://arxiv.org/abs/2401.00004)
        """,
        """
        title=Tumor Growth on a Grid authors=Ada Lovelace/Emmy Noether venue=CVPR date=2023 links=paper
        title=Retina Maps authors=Alan Turing/Max Born venue=MICCAI date=2022 links=paper
        title=Lesions in the Wild of Light authors=Grace Hopper/Li Chen venue=ICML date=2024 links=paper
        title=Waves in Elastic Rods authors=Lise Meitner/Otto Hahn venue=ICLR date=2024 links=paper
        """,
    ),
    "one line an entry": (
        """
        - **Tumor Growth on a Grid** - Ada Lovelace, Emmy Noether. *CVPR 2023* [[paper](https://arxiv.org/abs/2301.00001)] [[code](https://github.com/ada/grid)]
        - **Retina Maps from Few Examples** - Alan Turing et al. *MICCAI 2022* [[paper](https://arxiv.org/abs/2201.00002)]
        - **Lesions in the Wild** - Grace Hopper, Li Chen. *arXiv 2024* [[paper](https://arxiv.org/abs/2401.00003)]
        """,
        """
        title=Tumor Growth on a Grid authors=Ada Lovelace/Emmy Noether venue=CVPR date=2023 links=paper,code
        title=Retina Maps from Few Examples authors=Alan Turing/… venue=MICCAI date=2022 links=paper
        title=Lesions in the Wild authors=Grace Hopper/Li Chen venue=arXiv date=2024 links=paper
        """,
    ),
    "a venue or a date as the words of a link": (
        """
        - Learning to Segment Polyps [[ECCV2020]](https://arxiv.org/abs/2001.00001) [[Pytorch]](https://github.com/ada/polyps)
        - Counting Cells without Labels [[17 Nov 2022]](https://arxiv.org/abs/2211.00002)
        - Sorting by Comparing. [Hopper (1952)](https://example.org/sort.pdf).
        - Reading Machines: Three Essays. [Lovelace, Noether (1943)](https://example.org/essays.pdf).
        """,
        """
        title=Learning to Segment Polyps venue=ECCV date=2020 links=ECCV2020,Pytorch
        title=Counting Cells without Labels date=2022-11-17 links=17 Nov 2022
        title=Sorting by Comparing authors=Hopper date=1952 links=Hopper (1952)
        title=Reading Machines: Three Essays authors=Lovelace/Noether date=1943 links=Lovelace, Noether (1943)
        """,
    ),
    "nested parts of one entry": (
        """
        - **Boosted Trees for Short Texts (ICLR 2021)**
          - Ada Lovelace, Emmy Noether
          - [[Paper]](https://arxiv.org/abs/2101.00001)
        - **Forests and What They Miss (KDD 2019)**
          - Alan Turing, Marie Curie
          - [[Paper]](https://arxiv.org/abs/1901.00002)
          - [[Code]](https://github.com/alan/forests)
        """,
        """
        title=Boosted Trees for Short Texts authors=Ada Lovelace/Emmy Noether venue=ICLR date=2021 links=Paper
        title=Forests and What They Miss authors=Alan Turing/Marie Curie venue=KDD date=2019 links=Paper,Code
        """,
    ),
    "nested entries under a topic": (
        """
        - Scheduling
          - [clockwork](https://github.com/ada/clockwork) - Runs tasks in order.
          - [sundial](https://github.com/emmy/sundial) - Runs tasks by day.
        - Parsing
          - [gramr](https://github.com/alan/gramr) - Reads grammars.
          - [tokn](https://github.com/marie/tokn) - Cuts words.
        """,
        """
        title=clockwork links=title
        title=sundial links=title
        title=gramr links=title
        title=tokn links=title
        """,
    ),
    "a title with keys below it": (
        """
        **Traffic Scenes at Night and in Rain**

        - Paper: http://arxiv.org/abs/2403.00001
        - Code: None

        **Street Maps from One Camera**

        - 论文/Paper：https://arxiv.org/abs/2403.00002
        - 代码/Code：https://github.com/ada/streets

        **Roads That Nobody Drew**

        - Paper: http://arxiv.org/abs/2403.00003
        """,
        """
        title=Traffic Scenes at Night and in Rain links=Paper
        title=Street Maps from One Camera links=论文/Paper,代码/Code
        title=Roads That Nobody Drew links=Paper
        """,
    ),
    "a heading an entry": (
        """
        # Awesome instruments

        ## Telescopes

        ### [Lens - A Lens Toolkit](https://lens.example.org)

        > Lens is a toolkit for lenses. It grinds, polishes and measures.

        ### [Mirror](https://mirror.example.org)
        Reflects light.

        ### [Tube](https://tube.example.org)
        Holds both.
        """,
        """
        title=Lens - A Lens Toolkit links=title
        title=Mirror links=title
        title=Tube links=title
        """,
    ),
    "blocks with a quote": (
        """
        **Molecules by Diffusion in Three Dimensions**
        > *Ada Lovelace, Emmy Noether, Alan Turing* \\
        > arXiv 2022. [[Paper](https://arxiv.org/abs/2210.00001)] \\
        > 24 Oct 2022

        **Protein Backbones from Sparse Restraints**
        > *Marie Curie, Grace Hopper* \\
        > ICML 2022. [[Paper](https://arxiv.org/abs/2203.00002)] [[Github](https://github.com/marie/backbones)] \\
        > 31 Mar 2022

        **Docking with an Equivariant Flow**
        > *Li Chen, José García* \\
        > NeurIPS 2022. [[Paper](https://arxiv.org/abs/2209.00003)] \\
        > 2 Sep 2022
        """,
        """
        title=Molecules by Diffusion in Three Dimensions authors=Ada Lovelace/Emmy Noether/Alan Turing venue=arXiv date=2022-10-24 links=Paper
        title=Protein Backbones from Sparse Restraints authors=Marie Curie/Grace Hopper venue=ICML date=2022-03-31 links=Paper,Github
        title=Docking with an Equivariant Flow authors=Li Chen/José García venue=NeurIPS date=2022-09-02 links=Paper
        """,
    ),
    "a table with columns of its own": (
        """
        | Date | Keywords | Institute | Paper | Publication | Others |
        | --- | --- | --- | --- | --- | --- |
        | 2024-03-11 | GridTalk | ETH | [GridTalk: Speaking with Grids](https://arxiv.org/abs/2403.00001) | CVPR '24 | [project](https://grid.example.org) |
        | 2024-02-03 | MapLM | TUM | [MapLM: Maps for Language Models](https://arxiv.org/abs/2402.00002) | arXiv | [github](https://github.com/ada/maplm) |
        | 2024-01-20 | SeeSaw | MIT | [SeeSaw: Balancing Views](https://arxiv.org/abs/2401.00003) | ICLR '24 | |
        | 2023-12-01 | Plumb | EPFL | [Plumb: Straight Lines in Scenes](https://arxiv.org/abs/2312.00004) | arXiv | |
        """,
        """
        title=GridTalk: Speaking with Grids acronym=GridTalk venue=CVPR date=2024-03-11 links=title,project Institute=ETH
        title=MapLM: Maps for Language Models acronym=MapLM venue=arXiv date=2024-02-03 links=title,github Institute=TUM
        title=SeeSaw: Balancing Views acronym=SeeSaw venue=ICLR date=2024-01-20 links=title Institute=MIT
        title=Plumb: Straight Lines in Scenes acronym=Plumb venue=arXiv date=2023-12-01 links=title Institute=EPFL
        """,
    ),
    "a table whose headers are Chinese": (
        """
        | 公司 | 内容 | 标签 | 时间 |
        | --- | --- | --- | --- |
        | 天河 | [基于图模型的搜索排序实践](https://example.org/a) | 广告 | 2023-08-26 |
        | 星火 | [推荐系统中的序列建模方法](https://example.org/b) | 推荐 | 2023-07-11 |
        | 天河 | [冷启动问题的多任务学习方案](https://example.org/c) | 推荐 | 2023-05-02 |
        """,
        """
        title=基于图模型的搜索排序实践 date=2023-08-26 links=title 公司=天河 标签=广告
        title=推荐系统中的序列建模方法 date=2023-07-11 links=title 公司=星火 标签=推荐
        title=冷启动问题的多任务学习方案 date=2023-05-02 links=title 公司=天河 标签=推荐
        """,
    ),
    "a table in tags": (
        """
        <table>
          <tr><th>Year</th><th>Paper</th><th>Venue</th><th>Link</th></tr>
          <tr>
            <td>2021</td><td>Tents: Adapting at Test Time</td><td>ICLR</td>
            <td><a href="https://arxiv.org/abs/2006.00001">arXiv</a> <a href="https://github.com/ada/tents">GitHub</a></td>
          </tr>
          <tr>
            <td>2022</td><td>Anchors for Drifting Domains</td><td>IEEE TMI</td>
            <td><a href="https://arxiv.org/abs/2205.00002">arXiv</a></td>
          </tr>
        </table>
        """,
        """
        title=Tents: Adapting at Test Time venue=ICLR date=2021 links=arXiv,GitHub
        title=Anchors for Drifting Domains venue=IEEE TMI date=2022 links=arXiv
        """,
    ),
    "items and badges in tags, a summary above": (
        """
        # Awesome views

        <details>
        <summary>2023 (2 papers)</summary>

        - Views of Small Things, *Lovelace et al.* <a href="https://arxiv.org/abs/2301.00001">paper</a> <a href="https://github.com/ada/views"><img src="https://img.shields.io/github/stars/ada/views" alt="stars"></a>
        - Views of Large Things, *Noether et al.* <a href="https://arxiv.org/abs/2302.00002">paper</a>

        </details>

        <ul>
        <li><a href="https://arxiv.org/abs/2102.00003">Views of Nothing at All</a>, CVPR 2021</li>
        <li><a href="https://arxiv.org/abs/2103.00004">Views of Everything at Once</a>, CVPR 2021</li>
        </ul>
        """,
        """
        title=Views of Small Things authors=Lovelace/… date=2023 links=paper badges=1 inherited=date
        title=Views of Large Things authors=Noether/… date=2023 links=paper inherited=date
        title=Views of Nothing at All venue=CVPR date=2021 links=title
        title=Views of Everything at Once venue=CVPR date=2021 links=title
        """,
    ),
    "names that are links, and in every order": (
        """
        **Fields and How They Bend.**<br>
        *[Ada Lovelace](https://ada.example.org), [Emmy Noether](https://emmy.example.org), [Alan Turing](https://alan.example.org).*<br>
        CVPR 2023 (Highlight). [[PDF](https://arxiv.org/abs/2303.00001)]

        **Waves and How They Break.**<br>
        *Noether, Emmy and Lovelace, Ada and Curie, Marie.*<br>
        ICML 2022. [[PDF](https://arxiv.org/abs/2203.00002)]

        **Stones and How They Roll.**<br>
        *Turing, A., Hopper, G., & Chen, L.*<br>
        ICCV 2021. [[PDF](https://arxiv.org/abs/2103.00003)]

        **Winds and How They Turn.**<br>
        *Zhong, Xiukun, Guohong Liang, Lingbei Meng, and Wei Xi.*<br>
        ECCV 2020. [[PDF](https://arxiv.org/abs/2003.00004)]
        """,
        """
        title=Fields and How They Bend authors=Ada Lovelace/Emmy Noether/Alan Turing venue=CVPR date=2023 links=Ada Lovelace,Emmy Noether,Alan Turing,PDF
        title=Waves and How They Break authors=Emmy Noether/Ada Lovelace/Marie Curie venue=ICML date=2022 links=PDF
        title=Stones and How They Roll authors=A. Turing/G. Hopper/L. Chen venue=ICCV date=2021 links=PDF
        title=Winds and How They Turn authors=Xiukun Zhong/Guohong Liang/Lingbei Meng/Wei Xi venue=ECCV date=2020 links=PDF
        """,
    ),
    "venue and year from the heading": (
        """
        # Awesome lenses

        ## CVPR 2023

        - Lenses for Tired Eyes [[paper](https://arxiv.org/abs/2301.00001)]
        - Lenses for Young Eyes [[paper](https://arxiv.org/abs/2302.00002)]

        ## Before

        - Lenses of Sand (ICCV 2019) [[paper](https://arxiv.org/abs/1901.00003)]
        """,
        """
        title=Lenses for Tired Eyes venue=CVPR date=2023 links=paper inherited=venue,date
        title=Lenses for Young Eyes venue=CVPR date=2023 links=paper inherited=venue,date
        title=Lenses of Sand venue=ICCV date=2019 links=paper
        """,
    ),
    "lines of one paragraph": (
        """
        [Sparse Maps of Dense Cities](https://arxiv.org/abs/2101.00001), CVPR 2021 [[code]](https://github.com/ada/maps)
        [Dense Maps of Sparse Fields](https://arxiv.org/abs/2102.00002), ICCV 2021
        [Maps without Scale](https://arxiv.org/abs/2003.00003), ECCV 2020
        """,
        """
        title=Sparse Maps of Dense Cities venue=CVPR date=2021 links=title,code
        title=Dense Maps of Sparse Fields venue=ICCV date=2021 links=title
        title=Maps without Scale venue=ECCV date=2020 links=title
        """,
    ),
    "a title wrapped, or in capitals, or with a question": (
        """
        - [ICLR 2021] ([paper](https://arxiv.org/abs/2101.00001)) WHY SHOULD LEARNERS FORGET?
          - They ask what is lost when a learner adapts, and answer with three tasks
        - [NeurIPS 2020] ([paper](https://arxiv.org/abs/2006.00002)) Remembering What Matters: Rehearsal with
          Few Examples and Less Memory
        - [CVPR 2019] ([paper](https://arxiv.org/abs/1904.00003)) Learning to Learn without Examples
          - Surprisingly simple, and works on three benchmarks
        """,
        """
        title=WHY SHOULD LEARNERS FORGET? venue=ICLR date=2021 links=paper
        title=Remembering What Matters: Rehearsal with Few Examples and Less Memory venue=NeurIPS date=2020 links=paper
        title=Learning to Learn without Examples venue=CVPR date=2019 links=paper
        """,
    ),
    "what is no entry": (
        """
        # Awesome kites

        A list of kites. See [the guide](https://kites.example.org/guide) and read [how to add one](CONTRIBUTING.md) first.

        ## Contents

        - [Kites](#kites)
        - [Strings](https://github.com/ada/kites#strings)

        ## News

        - [2023/09/22] We moved to [a new home](https://kites.example.org), and [a mirror](https://mirror.example.org) too.

        ## Kites

        - [Box](https://box.example.org) - A kite of two boxes.
        - [Delta](https://delta.example.org) - A kite of one triangle.
        - Welcome to share a kite through the [issues](https://github.com/ada/kites/issues/1).

        **License**

        - [CC0](https://creativecommons.org/publicdomain/zero/1.0/)
        """,
        """
        title=Box links=title
        title=Delta links=title
        """,
    ),
}  # fmt: skip


def told(entry: Entry) -> str:
    """What was read of an entry, in a line."""
    said = [f"title={entry.title.text}"] if entry.title else []
    said += [f"acronym={entry.acronym.text}"] if entry.acronym else []
    if entry.authors is not None:
        authors = entry.authors.authors
        said.append("authors=" + "/".join((*authors.names, *(("…",) if authors.et_al else ()))))
    venue = entry.venue.venue if entry.venue else entry.heading_venue
    said += [f"venue={venue.name}"] if venue else []
    date = entry.when or entry.heading_date
    said += [f"date={date}"] if date else []
    said += ["links=" + ",".join(link.text for link in entry.links)] if entry.links else []
    said += [f"badges={len(entry.badges)}"] if entry.badges else []
    said += [f"{name}={text}" for name, text in entry.others.items() if name not in ("Type", "内容")]
    said += ["inherited=" + ",".join(entry.inherited)] if entry.inherited else []
    return " ".join(said)


def dedented(text: str) -> str:
    return "\n".join(line[8:] for line in text.strip("\n").split("\n")).rstrip() + "\n"


@pytest.mark.parametrize("name", CASES)
def test_what_is_read(name: str) -> None:
    text, expected = (dedented(part) for part in CASES[name])
    found = read(Source(text))
    assert [told(entry) for entry in found.entries] == expected.strip().split("\n")


@pytest.mark.parametrize("name", CASES)
def test_every_field_stands_where_it_says(name: str) -> None:
    text = dedented(CASES[name][0])
    for entry in read(Source(text)).entries:
        end = entry.span.start
        for part in entry.fields:
            assert end <= part.outer.start <= part.span.start <= part.span.end <= part.outer.end <= entry.span.end
            end = part.outer.end
            if part.exact and part.role not in ("link", "badge", "address"):
                assert text[part.span.start : part.span.end] == part.text


@pytest.mark.parametrize("name", CASES)
def test_a_list_further_down_reads_the_same(name: str) -> None:
    text = dedented(CASES[name][0])
    moved = "# Above\n\n" + text if not text.startswith("#") else "\n\n" + text
    before, after = read(Source(text)), read(Source(moved))
    assert [told(entry) for entry in before.entries] == [told(entry) for entry in after.entries]
