"""Every failure that this program raises, drawn as a tree.

    AwesomelintError                something the user can act on; exit status 2
    ├── FileError                   a file that cannot be used
    │   ├── UnreadableFile          missing, a folder, no permission, too large
    │   ├── NotUtf8                 bytes that are no UTF-8 text
    │   ├── ChangedMeanwhile        the file on disk is no longer the one that was read
    │   └── UnwritableFile          the new text could not be put in the old one's place
    ├── ConfigError                 a setting that is not understood, with its place
    ├── HistoryError                no git, no repository, or no such revision
    ├── BaselineError               a file of known findings that cannot be used
    ├── OnlineError                 what could not be learnt over the network; becomes a note, never a finding
    │   ├── Unanswered              a service or a page that did not answer, or not in a way that can be read
    │   │   ├── NoSuchHost          the name service says that there is none
    │   │   └── NoNetwork           no name can be looked up at all
    │   ├── NotFound                a service says that it has no such paper
    │   ├── Spent                   what a service gives away in an hour or a day is used up
    │   └── Barred                  an address that is never asked: private, another scheme, another port
    ├── UsageError                  a command line that asks for what cannot be
    ├── Refused                     a list cannot be written in the form that was asked for without losing something
    │   └── Duplicate               a paper stands in the list already
    └── NetError                    the net under every write refused a change
        ├── FactLost                a fix would lose or alter what it did not declare
        └── Unsettled               the rules named here undo each other

Each message is one line: what, where, and what to do about it.
"""

from __future__ import annotations


class AwesomelintError(Exception):
    """The root: `str(error)` is one line for the person who can mend it."""


class FileError(AwesomelintError):
    """A file that cannot be used."""


class UnreadableFile(FileError):
    """Missing, a folder where a file is needed, no permission."""


class NotUtf8(FileError):
    """Bytes that are no UTF-8 text: another encoding, or no text at all."""


class ChangedMeanwhile(FileError):
    """Somebody else wrote the file between our reading and our writing."""


class UnwritableFile(FileError):
    """The new text could not be put in the old one's place."""


class ConfigError(AwesomelintError):
    """A setting that is not understood; the message names file, key and what was meant."""


class HistoryError(AwesomelintError):
    """No git, no repository, or no such revision."""


class BaselineError(AwesomelintError):
    """A file of known findings that cannot be read or written."""


class OnlineError(AwesomelintError):
    """What could not be learnt over the network; it becomes a note, never a finding."""


class Unanswered(OnlineError):
    """A service or a page that did not answer, or not in a way that can be read."""


class NoSuchHost(Unanswered):
    """The name service says that there is no such host."""


class NoNetwork(Unanswered):
    """No name can be looked up at all: nothing more is asked."""


class NotFound(OnlineError):
    """A service says that it has no such paper, or a page that it carries none."""


class Spent(OnlineError):
    """What a service gives away in an hour or a day is used up; `until` is when it gives again, in seconds since 1970."""

    def __init__(self, message: str, until: float) -> None:
        super().__init__(message)
        self.until = until


class Barred(OnlineError):
    """An address that is never asked: a private one, another scheme than http, another port."""


class UsageError(AwesomelintError):
    """A command line that asks for what cannot be."""


class NetError(AwesomelintError):
    """The net under every write refused a change; the file is as it was. Both texts are kept."""

    def __init__(self, message: str, before: str, after: str) -> None:
        super().__init__(message)
        self.before = before
        self.after = after


class FactLost(NetError):
    """A fix would lose or alter an entry, title, person, date or link that it did not declare."""


class Unsettled(NetError):
    """Two or more rules undo each other's work."""


class Refused(AwesomelintError):
    """A list cannot be written in the form that was asked for without losing something."""


class Duplicate(Refused):
    """A paper stands in the list already; the message says where."""
