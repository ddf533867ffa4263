"""doi.org: whether a DOI exists, without touching its publisher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ...errors import Unanswered
from ..http import Answer, Ask
from ..pace import Pace
from ..service import Access, Service, expect

_FOUND, _NO_VALUES, _NO_SUCH = 1, 200, 100


def asks(dois: Sequence[str], access: Access) -> Ask:
    del access
    return Ask(f"https://doi.org/api/handles/{quote(dois[0], safe='/')}")


def reads(answer: Answer, dois: Sequence[str]) -> Mapping[str, Any]:
    """Whether the handle exists, by the code of the answer (Handle System, response codes)."""
    expect(answer, 200, 404)
    code = answer.json()["responseCode"]
    if code in (_FOUND, _NO_VALUES):
        return {dois[0]: True}
    if code == _NO_SUCH:
        return {dois[0]: None}
    raise Unanswered("the answer has another form than expected")


SERVICE = Service("doi.org", "doi.org", Pace(0.2), 1, asks, reads)
