"""Badges: images that count something, and the repository whose stars they count.

In goes an image's address, out comes what the badge shows. The hosts are those counted in 215
lists (shields.io, badgen.net, ghbtns.com, star-history); shields.io's paths are documented at
shields.io/badges.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .papers import without_scheme

_HOST = re.compile(
    r"^(?:(?:img|raster|custom-icon-badges)\.(?:shields\.io|demolab\.com)|badgen\.net|badge\.fury\.io|ghbtns\.com|awesome\.re|cdn\.rawgit\.com"
    r"|api\.visitorbadge\.io|visitor-badge\.\w+|hits\.\w+|komarev\.com|zenodo\.org/badge|colab\.research\.google\.com/assets"
    r"|api\.star-history\.com|github-readme-stats|travis-ci|codecov\.io|static\.pepy\.tech|camo\.githubusercontent\.com)",
    re.I,
)
_COUNTER = re.compile(
    r"^(?:img|raster)\.shields\.io/github/(?P<what>stars|forks|watchers|last-commit|license|issues|downloads|contributors)/(?P<repo>[^/?#]+/[^/?#]+)"
    r"|^badgen\.net/github/(?P<what2>stars|forks|license|last-commit)/(?P<repo2>[^/?#]+/[^/?#]+)",
    re.I,
)


class BadgeImage(NamedTuple):
    """What a badge's address says: `counts` is stars, forks and so on, or nothing for a static badge."""

    counts: str
    repository: str


def badge_image(url: str) -> BadgeImage | None:
    """What the badge at an address shows; None if the image is no badge."""
    address = without_scheme(url)
    if found := _COUNTER.match(address):
        counts = (found["what"] or found["what2"]).lower()
        return BadgeImage(counts, (found["repo"] or found["repo2"]).removesuffix(".svg"))
    if _HOST.match(address) or "badge" in address.partition("?")[0].lower():
        return BadgeImage("", "")
    return None
