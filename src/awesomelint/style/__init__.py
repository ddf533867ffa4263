"""The form of a list as data: its templates and its style, inferred from entries that were read."""

from .choice import Choice, choose
from .infer import Style, infer
from .preferences import Preferences, SectionWish
from .template import Template

__all__ = ["Choice", "Preferences", "SectionWish", "Style", "Template", "choose", "infer"]
