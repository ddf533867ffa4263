"""How well lists are read, against labels, and where each wrong entry is lost.

    nox -s reading -- FOLDER [FOLDER...] --gold DIR [DIR...] [--without FILE] [--only TEXT] [-v] [--save FILE] [--against FILE] [--jobs N]

FOLDER holds real lists, DIR their labels (see `shared/tools/score.py`, whose comparison is used). Printed: the score, and for every
wrong entry the first stage that loses it:

    block    no leaf of the document holds its line (in a comment, in code, in HTML that was not taken apart)
    record   no candidate begins at its line, or its links stand in another candidate
    gate     it was read, but not believed to be an entry
    value    no run of atoms has the right value
    role     a run of atoms has the right value, and was given another role
    extent   the right role, at another run of atoms

For every group the share of right entries is given by certainty, too. `--save` keeps the result of every entry, `--against` counts the lists improved and harmed since. `-v` prints each loss, and nothing of
folders of labels whose name holds "left-out": these give totals alone. `--without` names lists to leave out (one a line), which are reported apart.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from awesomelint.entries import Entry
from awesomelint.entries.dates import find_date
from awesomelint.entries.people import read_authors
from awesomelint.files import read_file
from awesomelint.reading import Reader
from awesomelint.reading.atom import Flat
from awesomelint.report.export import entry_as_data
from awesomelint.source import Source

STAGES = ("block", "record", "gate", "value", "role", "extent")
FIELDS = ("title", "authors", "venue", "date", "urls", "labels", "badges")
LONGEST_RUN = 80


class Loss(NamedTuple):
    """One labelled entry: whether it is right, else the stage and what differs."""

    line: int
    right: bool
    read: bool
    stage: str
    detail: str
    certainty: float


class Result(NamedTuple):
    name: str
    folder: str
    losses: list[Loss]
    tally: dict[str, Counter[str]]
    traps: int
    sprung: list[tuple[int, str]]


def scorer(tools: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", tools / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(label_file: Path, folders: list[Path]) -> Result | None:
    score = scorer(label_file.parent.parent / "tools")
    gold: dict[str, Any] = json.loads(label_file.read_text(encoding="utf-8"))
    name = gold["repo"].replace("/", "+")
    file = next((folder / name / gold["path"] for folder in folders if (folder / name / gold["path"]).exists()), None)
    if file is None:
        return None
    source = Source(read_file(file, file.name).text, file.name)
    reader = Reader(())
    found = reader.read(source)
    entries = [entry_as_data(found, entry) for entry in found.entries]
    tally: dict[str, Counter[str]] = {field: Counter() for field in score.FIELDS}
    losses = []
    stages = None
    for label in gold["entries"]:
        over = [entry for entry in entries if entry["line"] <= label["line"] <= entry["end_line"]]
        own = min(over, key=lambda entry: entry["end_line"] - entry["line"], default=None)
        said: list[str] = []
        right = score.compare(label, own, tally, said.append)
        certainty = own["certainty"] if own is not None else 0.0
        if right:
            losses.append(Loss(label["line"], True, True, "", "", certainty))
            continue
        if stages is None:
            stages = Stages(source, reader)
        stage = stages.of(score, label, own)
        shown = "\n".join(source.text.split("\n")[label["line"] - 1 : min(label["end_line"], label["line"] + 11)])
        detail = f"{shown}\n" + ("    NOT READ\n" if own is None else "\n".join(said))
        losses.append(Loss(label["line"], False, own is not None, stage, detail, certainty))
    starts = {entry["line"]: entry for entry in entries}
    traps = gold.get("not_entries", [])
    sprung = [
        (t["line"], f"{t['why']} | {source.text.split(chr(10))[t['line'] - 1][:150]}")
        for t in traps
        if t["line"] in starts
    ]
    return Result(name + "/" + gold["path"], label_file.parent.name, losses, tally, len(traps), sprung)


class Stages:
    """The stages of one source's reading, asked entry by entry."""

    def __init__(self, source: Source, reader: Reader) -> None:
        self.reader = reader
        self.trace = reader.trace(source)
        self.document = self.trace.page.document
        self.candidates = self.trace.candidates
        self.flats = {one.candidate: one.flat for one in self.trace.readings}
        self.lines = [
            (source.line_of(one.start), source.line_of(max(one.start, one.end - 1))) for one in self.candidates
        ]
        self.leaf_lines = {
            source.line_of(start)
            for block in [*self.document.root.walk(), *(b for top in self.document.blocks for b in top.walk())]
            if block.lines
            for start, _ in block.lines
        }

    def of(self, score: ModuleType, label: dict[str, Any], own: dict[str, Any] | None) -> str:
        line = label["line"]
        over = [n for n, (first, last) in enumerate(self.lines) if first <= line <= last]
        if not over:
            return "record" if any(line <= at <= label["end_line"] for at in self.leaf_lines) else "block"
        n = min(over, key=lambda one: self.lines[one][1] - self.lines[one][0])
        first, last = self.lines[n]
        if first != line:
            return "record"
        if own is None or own["line"] != line:
            return "gate"
        want, got = score.values(label, True), score.values(own, False)
        if want["urls"] != got["urls"] and (last < label["end_line"] or last > label["end_line"]):
            return "record"
        flat = self.flats[self.candidates[n]]
        worst = "extent"
        for field in FIELDS:
            if want[field] == got[field] or (field in ("venue", "date") and label.get(f"heading_{field}")):
                continue
            if field in ("urls", "labels", "badges"):
                worst = "role"
                continue
            if not want[field]:
                worst = "role"
            elif not self.reachable(score, flat, field, next(iter(want[field]))):
                return "value"
            elif not got[field]:
                worst = "role"
        return worst

    def reachable(self, score: ModuleType, flat: Flat, field: str, value: str) -> bool:
        atoms = [atom for atom in flat.atoms if atom.kind != "key"]
        for first in range(len(atoms)):
            for last in range(first + 1, min(len(atoms), first + LONGEST_RUN) + 1):
                words = flat.seen[atoms[first].first : atoms[last - 1].last]
                data: dict[str, Any] = {"links": []}
                if field == "title":
                    data["title"] = words
                elif field == "authors":
                    data["authors"] = list(read_authors(words).names)
                elif field == "venue":
                    data["venue"] = self.reader.venues.read(words).name
                else:
                    found = find_date(words, short=True)
                    year = self.reader.venues.read(words).year
                    data["date"] = str(found.date) if found else str(year) if year else None
                if value in score.values(data, False)[field]:
                    return True
        return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of real lists")
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="folders of labels")
    parser.add_argument("--without", type=Path, help="a file of lists that are reported apart, as totals")
    parser.add_argument("--only", default="", help="lists whose name holds this text")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args()
    apart = set(args.without.read_text(encoding="utf-8").split()) if args.without else set()
    files = [f for g in args.gold for f in sorted(g.glob("*.json")) if args.only.lower() in f.name.lower()]
    with ProcessPoolExecutor(args.jobs) as pool:
        results = [one for one in pool.map(partial(judge, folders=args.folders), files, chunksize=4) if one is not None]
    groups: dict[str, list[Result]] = defaultdict(list)
    for one in results:
        groups["apart" if one.name.split("/")[0] in apart else one.folder].append(one)
    for group, held in groups.items():
        if args.v and group != "apart" and "left-out" not in group:
            for one in held:
                tell(one)
    for group, held in groups.items():
        summary(group, held)
    if len(groups) > 1:
        summary("all", results)
    kept = {
        one.name: {str(loss.line): [loss.right, loss.stage] for loss in one.losses}
        | {"traps": [line for line, _ in one.sprung]}
        for one in results
    }
    if args.against:
        compare(
            json.loads(args.against.read_text(encoding="utf-8")),
            kept,
            args.v,
            apart | {one.name for one in results if "left-out" in one.folder},
        )
    if args.save:
        args.save.write_text(json.dumps(kept), encoding="utf-8")
    return 0


def tell(one: Result) -> None:
    wrong = [loss for loss in one.losses if not loss.right]
    if not wrong and not one.sprung:
        return
    print(f"\n=== {one.name}: {len(one.losses) - len(wrong)} of {len(one.losses)}")
    for loss in wrong:
        print(f"  line {loss.line} lost at {loss.stage}")
        print("    | " + loss.detail.replace("\n", "\n    | "))
    for line, why in one.sprung:
        print(f"  line {line} is no entry: {why}")


def summary(group: str, held: list[Result]) -> None:
    losses = [loss for one in held for loss in one.losses]
    right = sum(loss.right for loss in losses)
    unread = sum(not loss.right and not loss.read for loss in losses)
    traps, sprung = sum(one.traps for one in held), sum(len(one.sprung) for one in held)
    f1 = []
    names = list(held[0].tally)
    for field in names:
        counts = Counter[str]()
        for one in held:
            counts.update(one.tally[field])
        f1.append(2 * counts["right"] / max(1, counts["read"] + counts["gold"]))
    print(
        f"\n{group}: {len(held)} lists, {len(losses)} entries: exact {right / max(1, len(losses)):.3f}, mean F1 {sum(f1) / len(f1):.3f}, unread {unread} ({unread / max(1, len(losses)):.1%}), traps {sprung} of {traps} ({sprung / max(1, traps):.1%})"
    )
    print("  F1: " + "  ".join(f"{name} {value:.3f}" for name, value in zip(names, f1, strict=True)))
    stages = Counter(loss.stage for loss in losses if not loss.right)
    lists = {stage: sum(any(loss.stage == stage for loss in one.losses) for one in held) for stage in STAGES}
    print("  lost at: " + "  ".join(f"{stage} {stages[stage]} ({lists[stage]} lists)" for stage in STAGES))
    bands = {"below 0.5": (0.0, Entry.SURE), "to 0.8": (Entry.SURE, Entry.CERTAIN), "from 0.8": (Entry.CERTAIN, 2.0)}
    told = []
    for name, (low, high) in bands.items():
        within = [loss.right for loss in losses if loss.read and low <= loss.certainty < high]
        told.append(f"{name} {sum(within) / max(1, len(within)):.2f} of {len(within)}")
    print("  right by certainty: " + "  ".join(told))


def compare(before: dict[str, Any], after: dict[str, Any], verbose: bool, silent: set[str]) -> None:
    better: list[tuple[str, int]] = []
    worse: list[tuple[str, int]] = []
    for name, now in after.items():
        was = before.get(name)
        if was is None:
            continue
        gain = sum(v[0] for k, v in now.items() if k != "traps") - sum(v[0] for k, v in was.items() if k != "traps")
        gain -= len(now["traps"]) - len(was["traps"])
        if gain:
            (better if gain > 0 else worse).append((name, gain))
    print(f"\nlists improved {len(better)}, harmed {len(worse)}")
    for name, gain in better + worse:
        if name not in silent and name.split("/")[0] not in silent:
            print(f"  {gain:+d} {name}")


if __name__ == "__main__":
    sys.exit(main())
