"""The Markdown layer against GitHub's own parser, over generated documents and real lists."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.markdown import Block, Document, Inline, parse
from awesomelint.markdown.exact import ExactReader
from awesomelint.markdown.places import places_of
from awesomelint.markdown.scanner import Scanner, Unsure
from awesomelint.source import Source
from oracle import github_rows, our_rows

_WORDS = ("alpha", "beta", "**bold**", "*it*", "`code`", "[a](u)", "![i](b.svg)", "[![x](y)](z)", "<b>", "你好", "🙂", "a_b_c", "~~no~~", "\\*", "&amp;",
          "https://a.org/x_y", "<https://b.org>", "w@x.org", "[ref]", "(x)", "***both***", "\"q\"", "|", "1.", "a*b*c", "__u__", "<!-- c -->", "[un", "x]")  # fmt: skip
line = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)
blocks = st.one_of(
    st.lists(line, min_size=1, max_size=3).map("\n".join),
    st.builds(lambda marks, words: "#" * marks + " " + words, st.integers(1, 6), line),
    st.lists(line, min_size=1, max_size=3).map(lambda items: "\n".join("- " + item for item in items)),
    st.lists(line, min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
    ),
    st.builds(lambda head, rest: f"- {head}\n  - {rest}\n\n  {head}", line, line),
    st.lists(line, min_size=1, max_size=2).map(lambda lines: "\n".join("> " + one for one in lines)),
    st.builds(lambda a, b, c: f"| h {a.replace('|', '')} | k |\n|---|:-:|\n| {b} | {c} |\n| {c}", line, line, line),
    st.just("```py\n[a](b)\n```"),
    st.just("    indented"),
    st.just("<div>\n\n**x**\n\n</div>"),
    st.just('[ref]: https://c.org "t"'),
    st.just("---"),
    line.map(lambda words: words + "\n==="),
)
documents = st.lists(blocks, min_size=1, max_size=5).map("\n\n".join)


@given(documents)
@settings(max_examples=300)
def test_markdown_is_read_as_github_reads_it(text: str) -> None:
    ours, github = our_rows(parse(text)), github_rows(text)
    assert [row[:2] for row in ours[0]] == [row[:2] for row in github[0]]
    assert [a[2] for a, b in zip(ours[0], github[0], strict=True) if b[2]] == [b[2] for b in github[0] if b[2]]
    assert ours[1] == github[1]


SMALL = (
    "> q\n- item\n***", "para\n> quote\n2. x", "> q\n# h", "*   a\n  - b", "para\n<br/>", "<br/>", "- a\n<div>", "<a href=u>[x](y)</a>",
    "a**🔥b**", "[a <http://x> b](y)", "- # h\n<br> </br>", "1)\nb", "> # h\nb", ">1. <div>\n>x", "-   a\n  - b", "-\n  a", "#  a  ##",
    "|a\\|b|\n|-|\n|c `\\|` d|", "[x](https://y", "~a~ ~~b~~ ~c~~", "|a|b|\n|-|-|\n|1|\n|1|2|3|", "- a\n\n      code", "\tx", "- \tx", ">\tx",
    "a\n===\nb\n---", "[a]: b\n===", "![a [b](c)](d)", "*a **b*** c", "a\\\nb", "a  \nb", "<!-- a\n\nb -->\nc", "1. a\n\n   b\n2. c", "www.a.org.",
    "(https://a.org/b_(c))", "`a\nb`", "[a]\n\n[a]: <b c> 'd'", "**a\nb**", "- [ ] task", "&nbsp;&#65;&copy;", "#", "##a", "- a\n---", "* * *", "|a|\n|b|",
)  # fmt: skip


@pytest.mark.parametrize("text", SMALL)
def test_known_traps_are_read_as_github_reads_them(text: str) -> None:
    ours, github = our_rows(parse(text)), github_rows(text)
    assert [row[:2] for row in ours[0]] == [row[:2] for row in github[0]]
    assert ours[1] == github[1]


def nodes_of(document: Document) -> Iterator[tuple[Block, Inline]]:
    for block in document.root.walk():
        for top in document.inlines(block):
            for node in top.walk():
                yield block, node


@given(documents, st.sampled_from(("\n", "\r\n", "\r")))
def test_line_ends_change_no_node(text: str, ending: str) -> None:
    plain, other = parse(text), parse(text.replace("\n", ending))
    old, new = Source(text), Source(text.replace("\n", ending))
    for (_, a), (_, b) in zip(nodes_of(plain), nodes_of(other), strict=True):
        assert (a.kind, a.url, old.position(a.start), a.end - a.start) == (
            b.kind,
            b.url,
            new.position(b.start),
            b.end - b.start,
        ) or "\n" in text[a.start : a.end]


def alike(a: Inline, b: Inline, shift: int) -> bool:
    return (a.kind, a.start - shift, a.end - shift, a.url, a.text, a.inner_start - shift) == (
        b.kind,
        b.start,
        b.end,
        b.url,
        b.text,
        b.inner_start,
    )


@given(documents)
def test_a_nodes_slice_alone_is_the_same_node(text: str) -> None:
    document = parse(text)
    for _, node in nodes_of(document):
        piece = text[node.start : node.end]
        if (
            node.kind not in ("link", "image", "code", "autolink", "html")
            or "\n" in piece
            or "|" in piece
            or node.reference
        ):
            continue
        if piece[0] in "*_~":
            continue  # what stands before a delimiter run decides what it may do
        alone = parse("x " + piece)
        first = next(one for one in alone.inlines(alone.root.children[0]) if one.kind != "text")
        assert alike(
            node,
            first._replace(start=first.start - 2, end=first.end - 2, inner_start=first.inner_start - 2),
            node.start,
        )


# Pieces that meet each other in any order: every way into the scanner, and every way out of it to the exact reader.
_PIECES = (
    "a", "b ", " ", "  ", "\n", "  \n", "\\\n", "\\", "*", "**", "***", "_", "__", "~", "~~", "[", "]", "](", "](u)", "(", ")", "![", "!", "`", "``",
    "<", "<br/>", "<b>", "</b>", '<a href="x">', "</a>", "<!-- c -->", "<!--", "<http://x.y>", "<m@x.yz>", "https://a.org/b_c", "http://", "www.a.org",
    "www.", "://", "@", "m@x.org", "&amp;", "&", "\\*", "\\[", "|", ' "t")', "[r]", "[R ]", "[r][r]", "[x][]", "你", "—", "🙂", "\u00a0", "[a](u)", "[[a](u)]",
    "[a](<u v>)", "[a](u(v)w)", "![i](s)", "[![i](s)](u)", "**b**", "*i*", "_i_", "~~s~~", "`c`", ".", ",", "#", "\x00",
)  # fmt: skip
pieces = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=25).map("".join)


def exactly(document: Document, block: Block) -> tuple[Inline, ...]:
    """The nodes of a leaf by way of mistune."""
    text = "\n".join([document.text[start:end] for start, end in block.lines])
    return ExactReader(document.definitions).nodes(text, *places_of(block.lines)) if text else ()


@given(pieces, st.sampled_from(("", "> ", "- ")), st.sampled_from(("\n", "\r\n")), st.booleans())
@settings(max_examples=500)
def test_the_scanner_reads_as_the_exact_reader(text: str, prefix: str, ending: str, defined: bool) -> None:
    inside = "\n" + (prefix if prefix != "- " else "  ")
    text = prefix + text.replace("\n", inside) + ("\n\n[r]: https://r.org 'title'\n" if defined else "")
    document = parse(text.replace("\n", ending))
    for block in document.root.walk():
        assert document.inlines(block) == exactly(document, block)


def test_the_scanner_reads_real_lists_as_the_exact_reader(corpus: list[Path]) -> None:
    """Every node of every fifth list the same, and at most 3 of 100 leaves left to the exact reader."""
    leaves = unsure = 0
    for path in corpus[::5]:
        document = parse(path.read_bytes().decode("utf-8-sig"))
        for block in document.root.walk():
            if not block.lines:
                continue
            assert document.inlines(block) == exactly(document, block)
            leaves += 1
            text = "\n".join([document.text[start:end] for start, end in block.lines])
            try:
                Scanner(text, document.definitions).read(0, len(text))
            except Unsure:
                unsure += 1
    assert unsure <= 0.03 * leaves


@pytest.mark.parametrize(
    "piece",
    ["[", "]", "![", "*", "**a", "_a ", "~", "`", "` `` ", "<", "<a ", "<!--", "](", "[a](", "[a](b(", "[*a", "[[a](u)", "https://a.b ", "a@b.co ", "\\["],
)  # fmt: skip
def test_long_runs_are_read_in_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        document = parse("x " + piece * (size // len(piece)))
        start = time.perf_counter()
        document.content(document.root.children[0])
        return time.perf_counter() - start

    assert seconds(80_000) < 20 * seconds(10_000) + 0.1


def test_inline_content_is_read_only_when_asked_for() -> None:
    document = parse("a **b**\n\nc")
    assert not document._read
    document.inlines(document.root.children[0])
    assert len(document._read) == 1


def test_a_link_over_a_quote_has_its_address_in_place() -> None:
    text = "> - see [a\n>   b](<https://x.org/a b>)\n"
    document = parse(text)
    link = next(node for _, node in nodes_of(document) if node.kind == "link")
    assert text[link.url_start : link.url_end] == link.url == "https://x.org/a b"


def test_the_corpus_is_read_as_github_reads_it(corpus: list[Path]) -> None:
    """At least 99 of 100 real files with every block right, and no inline node wrong."""
    wrong_blocks, wrong_inlines, nodes = [], [], 0
    for path in corpus:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        ours, github = our_rows(parse(text)), github_rows(text)
        if [row[:2] for row in ours[0]] != [row[:2] for row in github[0]] or any(
            b[2] and a[2] != b[2] for a, b in zip(ours[0], github[0], strict=True)
        ):
            wrong_blocks.append(path)
        if ours[1] != github[1]:
            wrong_inlines.append(path)
        nodes += sum(map(len, ours[1]))
    assert nodes > 100_000
    assert len(wrong_blocks) <= 0.01 * len(corpus)
    assert not wrong_inlines
