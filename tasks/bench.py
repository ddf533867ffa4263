"""Speed, compared in one run: `python tasks/bench.py [--entries N]`.

Whole processes: `awesomelint check` beside `mdformat --check` on the list that ships with the project. In one process:
the Markdown layer beside mistune's bare parse. And growth: the time from 36 to 10,000 entries.
"""

from __future__ import annotations

import argparse
import compileall
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import mistune

import awesomelint
from awesomelint.engine import Settings, check
from awesomelint.markdown import parse
from awesomelint.reading import Reader
from awesomelint.source import Source

FIXTURE = Path(__file__).parent.parent / "tests" / "fixtures" / "synthetic-tumors.md"


def best(run: Callable[[], object], times: int) -> float:
    """The shortest of some runs, in seconds: the one that the rest of the machine disturbed least."""
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def repeated(entries: int) -> str:
    """The list that ships with the project, repeated with other titles and numbers."""
    text = FIXTURE.read_text(encoding="utf-8")
    head, body = text.split("## Paper\n\n")
    copies = []
    for copy in range(-(-entries // 36)):
        changed = re.sub(r"^\*\*(.+?)\*\*", rf"**\1 {copy}**", body, flags=re.M)
        # arXiv numbers shift by seven a copy, so that no paper stands there twice
        pieces = re.split(r"(?<=\d{4}\.)(\d{5})", changed)
        pieces[1::2] = [f"{(int(number) + 7 * copy) % 100_000:05d}" for number in pieces[1::2]]
        copies.append("".join(pieces).rstrip("\n"))
    return head + "## Paper\n\n" + "\n\n".join(copies) + "\n"


def processes() -> None:
    # As they are installed: with their bytecode written, which pip does for both.
    compileall.compile_dir(Path(awesomelint.__file__).parent, quiet=1)
    mdformat = shutil.which("mdformat", path=str(Path(sys.executable).parent))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "README.md"
        shutil.copy(FIXTURE, path)

        def call(command: list[str]) -> None:
            subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

        ours = str(Path(sys.executable).parent / "awesomelint")
        rows = {
            "awesomelint check": [ours, "check", "--isolated", "README.md"],
            "awesomelint --version": [ours, "--version"],
        }
        if mdformat:
            rows["mdformat --check"] = [mdformat, "--check", "README.md"]
        for command in rows.values():
            call(command)
        # By turns, so that a busy moment of the machine hits all of them.
        rounds = [{name: best(partial(call, command), 1) for name, command in rows.items()} for _ in range(9)]
        times = {name: min(one[name] for one in rounds) for name in rows}
    for name, seconds in times.items():
        print(f"{name:<26} {1000 * seconds:7.0f} ms")
    if mdformat:
        print(f"{'check / mdformat --check':<26} {times['awesomelint check'] / times['mdformat --check']:7.2f}")


def layer() -> None:
    text = repeated(1000)
    bare = mistune.create_markdown(renderer=None, plugins=["table", "strikethrough", "url"])

    def everything() -> None:
        document = parse(text)
        for block in document.root.walk():
            document.inlines(block)

    base = best(lambda: bare(text), 5)
    print(f"\n{'mistune, bare parse':<26} {1000 * base:7.0f} ms  ({len(text) // 1024} kB)")
    for name, run in (("blocks with spans", lambda: parse(text)), ("blocks and inline nodes", everything)):
        seconds = best(run, 5)
        print(f"{name:<26} {1000 * seconds:7.0f} ms  {seconds / base:.2f} of it")


def growth(most: int) -> None:
    print()
    for entries in (36, 360, 1008, 3600, 10_008):
        if entries > most + 36:
            break
        text = repeated(entries)
        seconds = best(partial(check, Source(text), Settings(Reader(()))), 3 if entries < 2000 else 1)
        print(f"check of {entries:>6} entries    {seconds:7.2f} s  {1000 * seconds / entries:.2f} ms an entry")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000, help="the most entries to grow to")
    given = parser.parse_args()
    processes()
    layer()
    growth(given.entries)
    return 0


if __name__ == "__main__":
    sys.exit(main())
