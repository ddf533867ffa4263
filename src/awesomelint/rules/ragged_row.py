"""Give every row of a table as many cells as its header.

GitHub hides the cells that are too many, and leaves those empty that are too few.

Bad:

    | Title | Venue | Link |
    |---|---|---|
    | Synthetic Tumors for Segmentation | CVPR 2023 | [paper](https://arxiv.org/abs/2303.00001) |
    | Learning from Small Datasets | MICCAI 2023 | [paper](https://arxiv.org/abs/2303.00002) |
    | A Survey of Medical Image Synthesis | ICLR 2023 | [paper](https://arxiv.org/abs/2303.00003) | [code](https://github.com/shelley/monster) |
                                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    | Diffusion Models for the Chest | ICCV 2023 | [paper](https://arxiv.org/abs/2303.00004) |
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..entries import AwesomeList
from ..finding import Edit, Fault, Fix, Safety, Severity
from ..markdown import Block, cells_of
from ..source import Span

group = "entry"
severity = Severity.WARNING

# Where more of a table's rows are ragged, it is how the table is written.
_FEW = 0.25


def finds(found: AwesomeList) -> Iterator[Fault]:
    text = found.source.text
    starts = [entry.span.start for entry in found.entries]
    for table in found.blocks():
        if table.kind != "table" or not table.children or not _holds_entry(table, starts):
            continue
        rows = [(row, cells_of(text, row.start, row.end)) for row in table.children[1:]]
        short = [row for row, cells in rows if len(cells) < table.level]
        for row, cells in rows:
            if len(cells) > table.level:
                hidden = [cell for cell in cells[table.level :] if cell[0] < cell[1]]
                if hidden:
                    place = Span(hidden[0][0], hidden[-1][1])
                    message = f"this row has {len(cells)} cells, the header {table.level}: GitHub hides this"
                    yield Fault(place, message)
            elif len(cells) < table.level and len(short) <= _FEW * len(rows):
                lacking = table.level - len(cells)
                closed = text[row.start : row.end].rstrip().endswith("|")
                end = row.start + len(text[row.start : row.end].rstrip())
                # A row without its closing pipe gets that first.
                text_added = "  |" * lacking if closed else " |" + "  |" * lacking
                edit = Edit(end, end, text_added)
                same = [text[slice(*own[len(cells) - 1])] for _, own in rows if len(own) == table.level]
                linked = "](" in text[slice(*cells[-1])]
                usual = sum("](" in cell for cell in same) * 2 > len(same)
                # A cell left out in the middle shows by what stands last: a link in a column of words.
                fix = Fix((edit,), Safety.UNSAFE) if same and linked == usual else None
                yield Fault(Span(row.start, end), f"this row has {len(cells)} cells, the header {table.level}", fix)


def _holds_entry(table: Block, starts: list[int]) -> bool:
    at = bisect_left(starts, table.start)
    return at < len(starts) and starts[at] < table.end
