"""Write a paper's title as its record has it.

The record of that very number has the same work under other words: a typing slip, or the title of an earlier version. A subtitle left out, another
case and other marks are no difference. The fix is offered as unsafe where two services agree, else only shown.

Bad:

    - **Synthetic Tumours for Segmantation of the Liver**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004)

Evidence:

    [[records]]
    source = "arXiv"
    paper = "arxiv:2303.00001"
    title = "Synthetic Tumors for Segmentation of the Liver"

    [[records]]
    source = "Semantic Scholar"
    paper = "arxiv:2303.00001"
    title = "Synthetic tumors for segmentation of the liver"

    [[records]]
    source = "arXiv"
    paper = "arxiv:2303.00002"
    title = "Learning from Small Datasets: A Survey"

Good:

    - **Synthetic Tumors for Segmentation of the Liver**. Ada Lovelace. [paper](https://arxiv.org/abs/2303.00001)
    - **Learning from Small Datasets**. Emmy Noether. [paper](https://arxiv.org/abs/2303.00002)
    - **Diffusion Models for the Chest**. Marie Curie. [paper](https://arxiv.org/abs/2301.00004)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..entries import Entry
from ..entries.letters import fold
from ..entries.same import own_papers
from ..entries.same_people import shared_people
from ..entries.titles import NEAR, OTHER, PART, SAME, likeness, plain_title, title_letters
from ..evidence import Record
from ..finding import Change, Edit, Fault, Fix, Safety, Severity
from ..markdown.escape import escaped

group = "online"
severity = Severity.NOTE
on = False


def finds(entry: Entry, records: Mapping[str, tuple[Record, ...]]) -> Iterator[Fault]:
    title = entry.title
    if title is None or entry.certainty < Entry.SURE:
        return
    known = [
        record for link in own_papers(entry) if link.paper for record in records.get(link.paper.key, ()) if record.title
    ]
    alike = {likeness(title.text, record.title) for record in known}
    # One of the records has the title as it stands: another one of another version says nothing against it.
    if not known or alike & {SAME, PART}:
        return
    record = known[0]
    if NEAR not in alike and not (OTHER in alike and _same_people(entry, known)):
        return
    wanted = plain_title(record.title)
    agreeing = {one.source for one in known if title_letters(one.title) == title_letters(wanted)}
    fix = None
    if title.exact and not entry.html:
        change = Change("title", fold(title.text), fold(wanted))
        safety = Safety.UNSAFE if len(agreeing) > 1 else Safety.SHOWN
        fix = Fix((Edit(*title.span, escaped(wanted, entry.kind == "row")),), safety, (change,))
    sources = " and ".join(sorted(agreeing))
    yield Fault(title.span, f"the record has another title: “{wanted}” ({sources}, {record.paper})", fix)


def _same_people(entry: Entry, known: list[Record]) -> bool:
    return entry.authors is not None and any(
        shared_people(entry.authors.authors.names, record.authors) for record in known
    )
