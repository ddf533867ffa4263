"""A report -> text, JSON or GitHub annotations: one function a format, from data to a text."""

from __future__ import annotations

from collections.abc import Callable

from .concise import concise
from .github import github
from .json_ import json_report
from .model import FileReport
from .text import text

FORMATS: dict[str, Callable[[list[FileReport]], str]] = {
    "text": text,
    "concise": concise,
    "json": json_report,
    "github": github,
}
"""Every format by its name on the command line."""

__all__ = ["FORMATS", "FileReport", "text"]
