"""The form of a list as data: its templates and its style, inferred from entries that were read."""

from .choice import Choice, choose
from .infer import Preferences, Style, infer
from .template import Template

__all__ = ["Choice", "Preferences", "Style", "Template", "choose", "infer"]
