"""Files in and out: bytes to text and back, in one step or not at all.

A file is read as UTF-8, with or without byte-order mark. It is written to a temporary file in the same
folder, flushed and renamed over the old one (a file with several names is overwritten in place);
permissions, links and line ends stay. Nobody else's
change is overwritten: a file that is no longer what was read stays as it is.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from .errors import ChangedMeanwhile, NotUtf8, UnreadableFile, UnwritableFile

_MARK = b"\xef\xbb\xbf"
# GitHub shows no more than 512,000 bytes of a README; a hundred times that is no list.
LARGEST = 64 * 1024 * 1024


class TextFile(NamedTuple):
    """A file's text as it was read, without byte-order mark, and what is needed to write it back."""

    path: Path
    text: str
    marked: bool
    data: bytes


def read_file(path: Path, name: str) -> TextFile:
    """The text of a file. `name` is the path as the user wrote it, for messages.

    Raises UnreadableFile or NotUtf8, each worded for the person who named the file.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFile(f"{name}: is a folder, not a file")
        if not stat.S_ISREG(mode):
            raise UnreadableFile(f"{name}: is no regular file")
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(f"{name}: is larger than {LARGEST // 1024 // 1024} MB, which no list is")
        data = path.read_bytes()
    except OSError as error:
        reason = {"FileNotFoundError": "no such file", "PermissionError": "no permission to read it"}
        raise UnreadableFile(f"{name}: {reason.get(type(error).__name__, error.strerror or str(error))}") from error
    text, marked = decode(data, name)
    return TextFile(path, text, marked, data)


_BESIDE = ("contributing.md", "code-of-conduct.md", "code_of_conduct.md")


def neighbours(folder: Path) -> dict[str, str]:
    """The texts of contributing.md and the code of conduct in a folder and its .github, by name in small letters; what is no text is empty."""
    found = {}
    for prefix, place in (("", folder), (".github/", folder / ".github")):
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.name.lower() in _BESIDE and path.is_file():
                found[prefix + path.name.lower()] = path.read_bytes().decode("utf-8", errors="replace")
    return found


def decode(data: bytes, name: str) -> tuple[str, bool]:
    """The text of bytes, and whether a byte-order mark stood before it. Raises NotUtf8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotUtf8(f"{name}: is UTF-16; save it as UTF-8")
    marked = data.startswith(_MARK)
    try:
        text = data.decode("utf-8-sig" if marked else "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotUtf8(f"{name}:{line}: is not UTF-8 (byte 0x{data[error.start]:02x}); save it as UTF-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise NotUtf8(f"{name}:{line}: holds a NUL byte, so it is no text")
    return text, marked


def write_file(file: TextFile, text: str, name: str) -> None:
    """Put a new text in a file's place, in one step; nothing happens where the text is the same.

    Raises ChangedMeanwhile if the file is no longer what was read, UnwritableFile if it cannot be written.
    """
    data = (_MARK if file.marked else b"") + text.encode("utf-8")
    if data == file.data:
        return
    target = file.path.resolve()
    try:
        if target.read_bytes() != file.data:
            raise ChangedMeanwhile(f"{name}: somebody changed it meanwhile; nothing was written, run again")
        # Somebody who may write everywhere is told as well: a file without a write bit is meant to stay.
        if not os.access(target, os.W_OK) or not target.stat().st_mode & 0o222:
            raise UnwritableFile(f"{name}: is read-only; nothing was written")
        if target.stat().st_nlink > 1:
            _overwrite(target, data)  # a new file would part from its other names
        else:
            _replace(target, data)
    except OSError as error:
        raise UnwritableFile(f"{name}: cannot be written ({error.strerror or error}); it is as it was") from error


def _overwrite(target: Path, data: bytes) -> None:
    with target.open("r+b") as stream:
        stream.write(data)
        stream.truncate()
        stream.flush()
        os.fsync(stream.fileno())


def _replace(target: Path, data: bytes) -> None:
    import tempfile

    handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))  # noqa: PTH101 - a path as text came from mkstemp
        os.replace(temporary, target)  # noqa: PTH105 - the same
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
