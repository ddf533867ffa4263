"""A report -> text, concise, JSON or GitHub annotations: one function a format, from data to a text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from .model import FileReport

NAMES = {"text": "text", "concise": "concise", "json": "json_", "github": "github"}
"""Every format by its name on the command line, and the module that writes it."""


def reporter(name: str) -> Callable[[list[FileReport]], str]:
    """The function that writes a format; only that one is imported."""
    module = import_module(f".{NAMES[name]}", __package__)
    function: Callable[[list[FileReport]], str] = module.report
    return function


__all__ = ["NAMES", "FileReport", "reporter"]
