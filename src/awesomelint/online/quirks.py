"""What is odd about some hosts: data, no code.

Each row: the end of the host's name, what an answer means there, and why. Seen in the issues of link checkers and of lists that use them.
"""

from __future__ import annotations

from typing import NamedTuple

from ..evidence import REFUSED, UNSURE


class Quirk(NamedTuple):
    """What holds for a host and those below it."""

    host: str
    never: str = ""
    """Why the host is not asked at all; nothing where it is."""
    means: tuple[tuple[int, str], ...] = ()
    """Statuses that mean something else here than elsewhere."""
    ask: str = ""
    """What to ask in the page's stead, with `{url}` for its address in quotes."""
    gap: float = 0.0
    """Seconds between two requests, where more than elsewhere."""


_LOGIN = "it shows programs a login, whatever the page"
_PICTURE = "a picture that is drawn for whatever it is asked"
QUIRKS = (
    Quirk("img.shields.io", never=_PICTURE),
    Quirk("badgen.net", never=_PICTURE),
    Quirk("badge.fury.io", never=_PICTURE),
    Quirk("visitor-badge.laobi.icu", never=_PICTURE),
    Quirk("hits.seeyoufarm.com", never=_PICTURE),
    Quirk("twitter.com", never=_LOGIN),
    Quirk("x.com", never=_LOGIN),
    Quirk("t.co", never=_LOGIN),
    Quirk("linkedin.com", never=_LOGIN),
    Quirk("facebook.com", never=_LOGIN),
    Quirk("instagram.com", never=_LOGIN),
    Quirk("discord.gg", never=_LOGIN),
    Quirk("discord.com", never=_LOGIN),
    Quirk("mp.weixin.qq.com", never=_LOGIN),
    # IEEE Xplore tells programs that it has accepted the request, and shows nothing.
    Quirk("ieeexplore.ieee.org", means=((202, REFUSED), (418, REFUSED), (404, UNSURE))),
    # What is private and what is not there are one at Hugging Face: 401.
    Quirk("huggingface.co", means=((401, UNSURE),)),
    # Kaggle and Zhihu answer programs as if the page were not there.
    Quirk("kaggle.com", means=((404, REFUSED),)),
    Quirk("zhihu.com", means=((404, REFUSED), (400, REFUSED))),
    Quirk("researchgate.net", means=((404, REFUSED),)),
    Quirk("bilibili.com", means=((412, REFUSED), (404, UNSURE))),
    Quirk("medium.com", means=((404, UNSURE),)),
    Quirk("openreview.net", means=((404, UNSURE),), gap=1.0),
    Quirk("semanticscholar.org", means=((404, UNSURE),), gap=1.0),
    # The page of a video that is gone is there; the description of it is not.
    Quirk("youtube.com", means=((401, "alive"), (400, "gone"), (403, UNSURE)), ask="https://www.youtube.com/oembed?format=json&url={url}"),
    Quirk("youtu.be", means=((401, "alive"), (400, "gone"), (403, UNSURE)), ask="https://www.youtube.com/oembed?format=json&url={url}"),
    Quirk("arxiv.org", gap=3.0),
    Quirk("github.com", gap=1.0),
    Quirk("scholar.google.com", never="it takes programs for robots"),
)  # fmt: skip
NONE = Quirk("")

# A way that ends at such a host or path asks who one is.
DOORS = (
    "login",
    "signin",
    "sign_in",
    "sign-in",
    "auth",
    "sso",
    "idp",
    "consent",
    "captcha",
    "challenge",
    "cookieabsent",
    "validate",
    "account",
    "accounts",
)


def quirk_of(host: str) -> Quirk:
    """What is odd about a host; `NONE` where nothing is known."""
    return next((one for one in QUIRKS if host == one.host or host.endswith("." + one.host)), NONE)
