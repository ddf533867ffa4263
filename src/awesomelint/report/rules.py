"""The rules for people: one line each, and one page each. What a rule can mend is asked of its own examples."""

from __future__ import annotations

import json

from ..engine import Settings, check
from ..reading import Reader
from ..rules import RULES, Rule
from ..rules.pages import examples
from ..source import Source


def mends(rule: Rule) -> str:
    """safe, unsafe, shown or none: the safety of the fix that the rule offers on its own page."""
    for example in examples(rule.page):
        if example.bad:
            findings = check(Source(example.text), Settings(Reader(()), rules=(rule,))).findings
            fixes = [
                finding.fix.safety for finding in findings if finding.rule == rule.name and finding.fix is not None
            ]
            if fixes:
                return str(max(fixes))
    return "none"


def rules_text() -> str:
    """Every rule in a line, by group."""
    lines: list[str] = []
    group = ""
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        if rule.group != group:
            group = rule.group
            lines.append(f"{'' if not lines else chr(10)}{group}\n")
        state = "" if rule.on else " (off)"
        lines.append(f"  {rule.name:<{width}}  {rule.severity!s:<7}  fix: {mends(rule):<6}  {rule.summary}{state}\n")
    return "".join(lines)


def rules_json() -> str:
    """Every rule as data."""
    rows = [
        {
            "rule": rule.name,
            "group": rule.group,
            "severity": str(rule.severity),
            "kind": "style" if rule.styles else "meaning",
            "fix": mends(rule),
            "on": rule.on,
            "summary": rule.summary,
        }
        for rule in RULES
    ]
    return json.dumps(rows, indent=1) + "\n"


def page_text(rule: Rule) -> str:
    """A rule's page with what is derived from it above."""
    kind = "style rule" if rule.styles else "meaning rule"
    state = "on" if rule.on else "off by default"
    return f"{rule.name}  ({rule.group}, {rule.severity}, {kind}, fix: {mends(rule)}, {state})\n\n{rule.page}\n"
