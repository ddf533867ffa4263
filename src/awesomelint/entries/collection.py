"""Several files as one list: a folder's lists, with the translations among them told apart.

In go lists that were read, out comes a `Collection`. A translation says the same of the same papers in another language; counted
as more entries it would make a duplicate of every one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from .model import AwesomeList, Entry
from .papers import address_key

_LANGUAGE = re.compile(
    r"^(?P<stem>.+?)[._-](?:zh(?:[_-]?(?:cn|tw|hk|hans|hant))?|cn|en|ja|jp|ko|kr|fr|de|es|pt(?:[_-]?br)?|ru|tr|tu|it|vi|ar|hi|pl|nl|id|uk|fa|he|th|cs|sv|fi|el|ro|hu)$",
    re.I,
)
# A file named like a translation is one if so much of what it links is linked in the other file.
SHARED = 0.5


class Collection(NamedTuple):
    """Lists that belong together; `translations` has the name of each translation with that of what it translates."""

    lists: tuple[AwesomeList, ...]
    translations: dict[str, str]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of all lists, translations left out."""
        return tuple(
            entry for found in self.lists if found.source.name not in self.translations for entry in found.entries
        )


def collect(lists: Iterable[AwesomeList]) -> Collection:
    """The lists as one; a file is a translation by its name and by the addresses that it shares."""
    found = tuple(lists)
    by_name = {_key(PurePath(one.source.name)): one for one in found}
    translations = {}
    for one in found:
        path = PurePath(one.source.name)
        named = _LANGUAGE.match(path.stem)
        if named is None:
            continue
        base = by_name.get(_key(path.with_name(named["stem"] + path.suffix)))
        if base is not None and base is not one and _shares(one, base):
            translations[one.source.name] = base.source.name
    return Collection(found, translations)


def _key(path: PurePath) -> str:
    return path.as_posix().casefold()


def _shares(one: AwesomeList, base: AwesomeList) -> bool:
    """Whether most of what a list links is linked in the other one."""
    own, others = _addresses(one), _addresses(base)
    return not own or len(own & others) >= SHARED * min(len(own), len(others) or 1)


def _addresses(found: AwesomeList) -> set[str]:
    return {address_key(link.url) for entry in found.entries for link in entry.links if link.url}
