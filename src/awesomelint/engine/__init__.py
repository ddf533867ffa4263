"""Check, fix and format: run the rules, honour suppressions, apply edits to rest, keep the net under it."""

from .check import Checked, Settings, check
from .fix import Fixed, fix

__all__ = ["Checked", "Fixed", "Settings", "check", "fix"]
