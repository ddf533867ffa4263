"""The settings in force, each with where it comes from: what `awesomelint config` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..config import Config
from ..config.settings import ONLINE, STYLE, TOP
from ..rules import RULES


def settings_text(config: Config) -> str:
    """Every setting in the form of the configuration, with its origin behind it."""
    given = dict(config.origins)
    lines = [f"# settings from {config.path or 'nowhere: the defaults'}"]
    lines += _rows(((one.key, one.key) for one in TOP if one.key != "extend"), given, config)
    lines += ["", "[style]"]
    lines += _rows(((one.key, f"style.{one.key}") for one in STYLE), given, config)
    lines += ["", "[online]"]
    lines += _rows(((one.key, f"online.{one.key}") for one in ONLINE), given, config)
    sections: dict[str, list[tuple[str, str]]] = {}
    for key in given:
        if key.startswith("per-section."):
            head, _, last = key.rpartition(".")
            sections.setdefault(head.removeprefix("per-section."), []).append((last, key))
    for name, keys in sections.items():
        lines += ["", f'[per-section."{name}"]', *_rows(keys, given, config)]
    running = {rule.name for rule in config.settings(config.reader()).rules}
    off = [rule.name for rule in RULES if rule.name not in running]
    lines += ["", f"# {len(running)} of {len(RULES)} rules run" + (f"; off: {', '.join(off)}" if off else "")]
    return "\n".join(lines) + "\n"


def _rows(keys: Iterable[tuple[str, str]], given: Mapping[str, object], config: Config) -> list[str]:
    rows = []
    for key, whole in keys:
        origin = given.get(whole)
        if origin is not None:
            rows.append(f"{key} = {getattr(origin, 'value', '')}  # {origin}")
        elif whole.startswith("online."):
            rows.append(f"# {key}: none (default)")
        elif whole.startswith("style."):
            rows.append(f"# {key}: what the list does")
        else:
            default = getattr(config, key.replace("-", "_"))
            shown = {None: "none", (): "none"}.get(default, default) if default is None or default == () else default
            shown = ", ".join(map(str, shown)) if isinstance(shown, tuple) else shown
            rows.append(f"# {key}: {shown} (default)")
    return rows
