"""What `kill -9` does to a lake: `python benchmarks/lake_kill.py [--kills 200] [--documents 30] [--seed 1]`.

Processes append, code anew and compact, and are killed at random moments. After each kill the lake is opened
and every record of every document is compared with what was written. Printed at the end: where the kills
fell, and how many acknowledged documents were lost, doubled or half there. All three must be 0.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from dragoman.lake import Lake, Snapshot

APPENDER = Path(__file__).resolve().parent.parent / "tests" / "lake" / "appender.py"
VERBS = ("append", "append", "append", "recode", "recode", "compact")
CODERS = {"append": "first", "recode": "second"}
LONGEST_SECONDS = 1.5


def load_appender() -> ModuleType:
    """The program that is killed, for the records that it writes."""
    spec = importlib.util.spec_from_file_location("appender", APPENDER)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{APPENDER} is missing: run this from a clone of the repository.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Killer:
    """Runs commands in processes, kills them, and keeps what the last one acknowledged."""

    def __init__(self, lake: Path) -> None:
        self.acknowledged: dict[int, str] = {}
        self._lake = lake
        self._process = subprocess.Popen(
            [sys.executable, str(APPENDER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._read()

    def run(self, verb: str, documents: int, kill_after: float) -> bool:
        """Carry out a command; returns whether it was killed."""
        if self._process.stdin is None:
            raise RuntimeError("the program takes no commands")
        self.acknowledged = {}
        self._process.stdin.write(f"{verb} {self._lake} 0 {documents} {kill_after}\n")
        while not (line := self._read()).startswith("end "):
            _, number, coder = line.split()
            self.acknowledged[int(number)] = coder
        return line == "end -9"

    def close(self) -> None:
        """End the program."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait(timeout=30)

    def _read(self) -> str:
        if self._process.stdout is None:
            raise RuntimeError("the program says nothing")
        return self._process.stdout.readline().strip()


def place_of_kill(snapshot: Snapshot) -> str:
    """What the dead process was at, from what it left."""
    if snapshot.state.writers:
        return "within a batch"
    if snapshot.state.dead or snapshot.state.unclean:
        return "between batches, or while cleaning"
    return "elsewhere: starting, compacting, ending"


def look(
    lake: Path, sure: Mapping[int, str], verb: str, appender: ModuleType
) -> tuple[dict[int, str], Counter[str]]:
    """Who coded each document, and how many documents are lost, doubled or half there.

    Args:
        lake: The lake.
        sure: Who coded each document that was there before, or that is acknowledged since.
        verb: The last command; it may have appended what it had no time to acknowledge.
        appender: Makes the records that should be there.
    """
    snapshot = Lake.open(lake).snapshot()
    found = snapshot.query("SELECT id, coder FROM documents").to_pylist()
    there = {int(row["id"]): row["coder"] for row in found}
    lost = sum(there.get(number) not in {coder, CODERS.get(verb, coder)} for number, coder in sure.items())
    ids = sorted({row["id"] for row in found})
    expected = [appender.specimen(int(one), there[int(one)]) for one in ids]
    stored = snapshot.coded(ids) if len(ids) == len(found) else []
    half = sum(one != other for one, other in zip(stored, expected, strict=False))
    return there, Counter(lost=lost, doubled=len(found) - len(ids), half=half)


def main() -> None:
    """Kill, look, and report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--documents", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance, appender = random.Random(arguments.seed), load_appender()  # noqa: S311  # chance, no secret
    begun, places, wrong, ended = time.monotonic(), Counter[str](), Counter[str](), 0
    sure: dict[int, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        lake = Path(folder) / "lake"
        Lake.create(lake)
        killer = Killer(lake)
        while places.total() < arguments.kills:
            verb = chance.choice(VERBS)
            killed = killer.run(verb, arguments.documents, chance.uniform(0.001, LONGEST_SECONDS))
            if killed:
                places[place_of_kill(Lake.open(lake).snapshot())] += 1
            ended += not killed
            sure, found = look(lake, sure | killer.acknowledged, verb, appender)
            wrong += found
        killer.run("append", arguments.documents, 0)
        sure, found = look(lake, sure | killer.acknowledged, "append", appender)
        wrong += found
        findings = Lake.open(lake).check()
        killer.close()
    print(f"{places.total()} kills, seed {arguments.seed}; {ended} commands ended before theirs")
    for place, count in places.most_common():
        print(f"  {count:>4} {place}")
    print(f"{len(killer.acknowledged)} of {arguments.documents} documents acknowledged at the end")
    print(f"lost {wrong['lost']}, doubled {wrong['doubled']}, half there {wrong['half']}")
    print(f"check: {'nothing found' if not findings else '; '.join(finding.text for finding in findings)}")
    print(f"{time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
