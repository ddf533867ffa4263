"""Nodes -> AwesomeList: the stages of reading, from blocks to entries with their fields at their places."""

from __future__ import annotations

from ..entries import AwesomeList
from ..source import Source
from .read import Reader, Trace

__all__ = ["Reader", "Trace", "read"]


def read(source: Source) -> AwesomeList:
    """The list that a text holds, read anew with the built-in venues alone: for tests and scripts, since it knows of no configuration."""
    return Reader(()).read(source)
