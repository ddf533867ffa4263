"""The nine laws, each with its property test over lists of three templates, and over the seed list."""

from __future__ import annotations

import random
import re
import socket
import sys
import time
from collections import Counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from awesomelint.engine import Settings, check, fix
from awesomelint.engine.fix import applicable
from awesomelint.engine.net import altered, facts_of
from awesomelint.entries import Entry
from awesomelint.errors import FactLost
from awesomelint.finding import Safety
from awesomelint.markdown import Block, Inline, parse
from awesomelint.reading import Reader, read
from awesomelint.rules import RULES
from awesomelint.source import Source
from awesomelint.style import infer
from conftest import FIXTURES
from lists import FORMS, Paper, lists

SEED = (FIXTURES / "synthetic-tumors.md").read_text(encoding="utf-8")
markdown = st.text(alphabet=st.sampled_from('ab*_`[]()!<>~|-#:\\&;/.,\n\n\r\t 1é你🙂"'), max_size=120)


def covered(text: str) -> None:
    """Law 1 for one text: nodes lie in their parents, in order; pieces and gaps join to the text."""
    document = parse(text)

    def block(node: Block) -> None:
        at = node.start
        for child in node.children:
            assert at <= child.start <= child.end <= node.end
            at = child.end
            block(child)
        inlines(document.inlines(node), node.start, node.end)

    def inlines(nodes: tuple[Inline, ...], start: int, end: int) -> None:
        at = start
        for node in nodes:
            assert at <= node.start < node.end <= end
            assert node.start <= node.inner_start <= node.inner_end <= node.end
            at = node.end
            inlines(node.children, node.inner_start, node.inner_end)

    block(document.root)
    assert (document.root.start, document.root.end) == (0, len(text))


@given(markdown)
@settings(max_examples=400)
def test_1_lossless_for_any_text(text: str) -> None:
    covered(text)


@given(lists())
def test_1_lossless_for_lists(made: tuple[str, list[Paper]]) -> None:
    text, _ = made
    covered(text)
    for entry in read(Source(text)).entries:
        at = entry.span.start
        for part in entry.fields:
            assert at <= part.outer.start <= part.span.start <= part.span.end <= part.outer.end <= entry.span.end
            at = part.outer.end
            if part.exact and part.role not in ("link", "badge", "address"):
                assert entry.source.slice(part.span) == part.text


@given(lists())
def test_reading_gives_the_facts_back(made: tuple[str, list[Paper]]) -> None:
    text, papers = made
    entries = read(Source(text)).entries
    assert [entry.title and entry.title.text for entry in entries] == [paper.title for paper in papers]
    for entry, paper in zip(entries, papers, strict=True):
        assert entry.authors is not None
        assert entry.authors.authors.names == paper.authors
        assert entry.venue is not None
        assert entry.venue.venue.name == paper.venue
        assert entry.when == paper.date
        assert [link.paper and link.paper.number for link in entry.links] == [paper.number]
        assert [badge.shows.repository for badge in entry.badges] == [paper.repository] * len(entry.badges)


def outside(text: str) -> str:
    """What stands outside of entries, without white space between neighbours."""
    at, rest = 0, ""
    for entry in read(Source(text)).entries:
        rest += text[at : entry.span.start].strip()
        at = entry.span.end
    return rest + text[at:].rstrip() if not text[at:].strip() else rest + text[at:]


@given(lists())
def test_2_untouched(made: tuple[str, list[Paper]]) -> None:
    text, _ = made
    fixed = fix(Source(text), Settings(Reader(())), Safety.UNSAFE).source.text
    assert outside(fixed) == outside(text)
    assert ("\r\n" in fixed) == ("\r\n" in text)
    assert re.findall(r"[\r\n]*\Z", fixed)[0] == re.findall(r"[\r\n]*\Z", text)[0]


def facts(text: str) -> Counter[frozenset[tuple[tuple[str, str], int]]]:
    return Counter(frozenset(facts_of(entry).items()) for entry in read(Source(text)).entries)


@given(lists())
def test_3_nothing_lost(made: tuple[str, list[Paper]]) -> None:
    text, papers = made
    fixed = fix(Source(text), Settings(Reader(()))).source.text
    assert facts(fixed) == facts(text)
    after = {entry.title.text: entry for entry in read(Source(fixed)).entries if entry.title}
    for paper in papers:
        entry = after[paper.title]
        assert entry.authors is not None
        assert entry.authors.authors.names == paper.authors
        assert (entry.when, entry.links[0].paper and entry.links[0].paper.number) == (paper.date, paper.number)


def test_3_the_net_sees_what_is_lost() -> None:
    before = read(Source(SEED))
    for broken in (
        SEED.replace("Lingting Zhu1", "Lingting Xhu1"),
        SEED.replace("24 May 2024", "24 May 2023"),
        SEED.replace("2403.12852", "2403.12853"),
        SEED.replace("Towards Generalizable", "Towards Generalisable"),
        SEED.replace("MICCAI | 25 May", "MIDL01 | 25 May"),
    ):
        assert broken != SEED
        assert len(altered(before, read(Source(broken)), [])) == 1


def test_3_a_fix_that_loses_a_fact_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    from awesomelint.rules import uneven_date

    def wants(entry: Entry, style: object) -> object:
        from awesomelint.finding import Want

        if entry.date:
            yield Want(entry.date.span, "1 Jan 1999", "wrong on purpose")

    monkeypatch.setattr(uneven_date, "wants", wants)
    rule = next(rule for rule in RULES if rule.name == "uneven-date")
    broken = type(rule)(rule.module)
    fixed = fix(Source(SEED), Settings(Reader(()), rules=(broken,)))
    assert fixed.source.text == SEED
    assert all(finding.withheld for finding in fixed.before.findings)


def test_3_the_write_itself_is_netted(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["awesomelint.engine.fix"]
    monkeypatch.setattr("awesomelint.engine.net.altered", lambda before, after, applied: [0] if applied else [])
    monkeypatch.setattr(module, "proven", lambda checked, *rest: checked)
    with pytest.raises(FactLost, match="nothing was written"):
        fix(Source(SEED), Settings(Reader(())))


@given(lists())
def test_4_one_truth(made: tuple[str, list[Paper]]) -> None:
    text, _ = made
    fixed = fix(Source(text), Settings(Reader(())))
    left = applicable(check(fixed.source, Settings(Reader(())), fixed.before.style), Settings(Reader(())), Safety.SAFE)
    assert not left
    assert not applicable(fixed.after, Settings(Reader(())), Safety.SAFE)


@given(lists(), st.sampled_from((Safety.SAFE, Safety.UNSAFE)))
def test_5_settles(made: tuple[str, list[Paper]], safety: Safety) -> None:
    text, _ = made
    fixed = fix(Source(text), Settings(Reader(())), safety)
    assert fix(fixed.source, Settings(Reader(())), safety).source.text == fixed.source.text


@given(lists(), st.randoms(use_true_random=False))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_6_any_order(made: tuple[str, list[Paper]], chance: random.Random) -> None:
    text, _ = made
    shuffled = list(RULES)
    chance.shuffle(shuffled)
    mended = fix(Source(text), Settings(Reader(()), rules=RULES)).source.text
    assert fix(Source(text), Settings(Reader(()), rules=tuple(shuffled))).source.text == mended


@given(lists())
def test_6_no_two_wants_in_one_place(made: tuple[str, list[Paper]]) -> None:
    found = read(Source(made[0]))
    style = infer(found)
    wanted: dict[tuple[int, int], tuple[str, str]] = {}
    for rule in RULES:
        if not rule.styles:
            continue
        subjects = found.entries if rule.looks_at == "entry" else (found,)
        for subject in subjects:
            for want in rule.run(subject, **({"style": style} if rule.asks_for else {})):
                if found.source.slice(want.span) == want.text:  # type: ignore[union-attr]  # a style rule makes wants
                    continue
                key = (want.span.start, want.span.end)
                assert wanted.setdefault(key, (rule.name, want.text)) == (rule.name, want.text)  # type: ignore[union-attr]  # the same


@given(markdown)
@settings(max_examples=150)
def test_7_unsure_means_silent(text: str) -> None:
    assume(not re.search(r"[Ã�]", text))
    checked = check(Source(text), Settings(Reader(())))
    if not checked.found.entries:
        assert {finding.rule for finding in checked.findings} <= {"unrecognised-list"}
        assert fix(Source(text), Settings(Reader(())), Safety.UNSAFE).source.text == text


def seconds(entries: int) -> float:
    one = "**Paper {0} on a Certain Subject**\n*Ada Lovelace, Alan Turing*\nCVPR | 02 March 2023\n[paper](https://arxiv.org/pdf/23{0:02}.1{0:04})\n\n"
    text = "# L\n\n" + "".join(one.format(n % 90 + 1) for n in range(entries))
    started = time.perf_counter()
    check(Source(text), Settings(Reader(())))
    return time.perf_counter() - started


def test_8_linear() -> None:
    seconds(50)
    small = min(seconds(150) for _ in range(3))
    assert min(seconds(600) for _ in range(2)) < 4 * small * 2.0


@pytest.mark.parametrize(
    "text",
    ["[" * 10_000, "[a](" * 5_000, "*a_ " * 5_000, "`" * 9_999 + "a", "> " * 3_000 + "a", "- " * 2_000 + "a", "<" * 20_000, "![" * 9_000,
     "a" * 200_000, " " * 200_000 + "a", "|" * 20_000 + "\n" + "|-" * 5_000, "[a]: b\n" * 5_000, "**a** " * 5_000, "A. B, " * 20_000,
     "~~a" * 5_000, "&amp;" * 20_000, "\\(" * 20_000, "a@b." * 5_000, "http://" * 5_000, "<!-- awesomelint-disable " * 500],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_8_no_text_makes_it_hang(text: str) -> None:
    started = time.perf_counter()
    check(Source(text), Settings(Reader(())))
    assert time.perf_counter() - started < 10


def test_9_offline_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    first = check(Source(SEED), Settings(Reader(()))).findings
    assert first == check(Source(SEED), Settings(Reader(()))).findings


@pytest.mark.parametrize("form", FORMS)
def test_style_survives_its_own_fix(form: str) -> None:
    @given(lists(form=form, least=5))
    @settings(max_examples=25)
    def survives(made: tuple[str, list[Paper]]) -> None:
        before = infer(read(Source(made[0])))
        after = infer(read(fix(Source(made[0]), Settings(Reader(()))).source))
        assert (after.arxiv.value, after.author_separator.value) == (before.arxiv.value, before.author_separator.value)
        assert (after.dates.day, after.blank_lines.keys()) == (before.dates.day, before.blank_lines.keys())

    survives()


def test_5_fixes_that_touch_wait_for_each_other() -> None:
    """A backslash at a line's end and a badge that leaves its own line meet at one line break."""
    one = "**{0}**\n*Ada Lovelace, Emmy Noether*\nCVPR | 1 Jan 2019\n[paper](https://arxiv.org/abs/2301.1000{1}){2}[![Stars](https://img.shields.io/github/stars/a/b)](https://github.com/a/b)\n\n"
    text = "# L\n\n" + "".join(
        one.format(f"Study {name} of Things", n, " " if n else "\n") for n, name in enumerate("ABCDEF")
    )
    fixed = fix(Source(text), Settings(Reader(())), Safety.UNSAFE)
    assert fix(fixed.source, Settings(Reader(())), Safety.UNSAFE).source.text == fixed.source.text
    assert fixed.source.text.count("\\\n") == 18
    assert ") [![Stars]" in fixed.source.text.split("\n\n")[1]
