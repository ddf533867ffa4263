"""Speed, compared in one run: `python tasks/bench.py [--entries N]`.

Whole processes: `awesomelint check` beside `mdformat --check`. In one process: reading, and the Markdown layer alone, beside
mistune's bare parse. And growth: what an entry costs from 36 to 10,000 of them. But for the list that ships with the project,
all entries of a list differ.
"""

from __future__ import annotations

import argparse
import compileall
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import mistune
from made import LAYOUTS, made

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


def processes() -> None:
    """Whole processes beside `mdformat --check`: the list that ships, and 1,000 entries that all differ in three layouts."""
    # As they are installed: with their bytecode written, which pip does for both.
    compileall.compile_dir(Path(awesomelint.__file__).parent, quiet=1)
    mdformat = shutil.which("mdformat", path=str(Path(sys.executable).parent))
    ours = str(Path(sys.executable).parent / "awesomelint")
    with tempfile.TemporaryDirectory() as folder:
        texts = {"the list that ships": FIXTURE.read_text(encoding="utf-8")}
        texts |= {f"1,000 entries, {layout}": made(layout, 1000) for layout in LAYOUTS}
        for name, text in texts.items():
            (Path(folder) / "README.md").write_text(text, encoding="utf-8")

            def call(command: list[str]) -> None:
                subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

            rows = {"check": [ours, "check", "--isolated", "README.md"]}
            if mdformat:
                rows["mdformat --check"] = [mdformat, "--check", "README.md"]
            # By turns, so that a busy moment of the machine hits all of them.
            rounds = [{row: best(partial(call, command), 1) for row, command in rows.items()} for _ in range(5)]
            times = {row: min(one[row] for one in rounds) for row in rows}
            ratio = f"  {times['check'] / times['mdformat --check']:.2f} of mdformat --check" if mdformat else ""
            print(f"check of {name:<26} {1000 * times['check']:7.0f} ms{ratio}")


def reading() -> None:
    """Reading beside mistune's bare parse of the same text, cold: every entry is seen for the first time."""
    bare = mistune.create_markdown(renderer=None, plugins=["table", "strikethrough", "url"])
    for layout in LAYOUTS:
        text = made(layout, 1000)

        def everything(text: str = text) -> None:
            document = parse(text)
            for block in document.root.walk():
                document.inlines(block)

        base = best(partial(bare, text), 3)
        markdown = best(everything, 3)
        read = best(lambda text=text: Reader(()).read(Source(text)), 1)  # type: ignore[misc]  # a default binds the loop's text
        print(
            f"{layout:<8} mistune {1000 * base:5.0f} ms   Markdown layer {markdown / base:.2f} of it   reading {read / base:.2f} of it"
        )


def growth(most: int) -> None:
    """What an entry costs as the list grows."""
    for entries in (36, 360, 1000, 3600, 10_000):
        if entries > most:
            break
        text = made("bullet", entries)
        seconds = best(partial(check, Source(text), Settings(Reader(()))), 1)
        print(f"check of {entries:>6} entries    {seconds:7.2f} s  {1000 * seconds / entries:.2f} ms an entry")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000, help="the most entries to grow to")
    given = parser.parse_args()
    processes()
    print()
    reading()
    print()
    growth(given.entries)
    return 0


if __name__ == "__main__":
    sys.exit(main())
