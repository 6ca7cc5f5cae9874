"""How well the gold readouts are coded, and whether any score fell.

    python benchmarks/score.py [--update]

Codes the example article and the development readouts of `../shared/gold` in one run of the command, scores
them with `../shared/tools/score_readouts.py`, and compares each F1 with `floors.json`. A fall of more than
0.002 fails unless a line of `docs/scores.md` gives the reason; the line to write is printed. `--update` moves
the floors to the scores, where nothing fell without a reason. The odd lines of the development readouts are
held out from tuning: they are scored like the others, and only their totals are shown.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"
GOLD = ("seed.jsonl", "dev.jsonl")
COMMAND = Path(sys.executable).with_name("dragoman")
FLOORS = Path(__file__).with_name("floors.json")
REASONS = REPOSITORY / "docs" / "scores.md"

TOLERANCE = 0.002
"""F1 may fall by this much without a reason: less than one record of the rarest layer."""

ROW = re.compile(
    r"(?P<layer>\S.*?)\s+P (?P<precision>\S+)\s+R (?P<recall>\S+)\s+F1 (?P<f1>\S+)"
    r"\s+\((?P<right>\d+) right of (?P<predicted>\d+) predicted, (?P<gold>\d+) gold\)"
)


class Score(NamedTuple):
    """One layer of one part: F1 from 0 to 1, and the counts behind it."""

    f1: float
    right: int
    predicted: int
    gold: int

    @property
    def is_empty(self) -> bool:
        """Nothing was to be found and nothing was."""
        return not self.predicted and not self.gold


Scores = Mapping[str, Mapping[str, Score]]
"""Part → layer → score."""
Floors = Mapping[str, Mapping[str, float]]
"""Part → layer → F1; an empty layer counts as 1, so that inventing a record there is a fall."""


class Fall(NamedTuple):
    """A layer whose F1 is lower than its floor."""

    part: str
    layer: str
    floor: float
    f1: float

    def reason_line(self) -> str:
        """What `docs/scores.md` must hold, up to the reason."""
        today = dt.datetime.now(dt.UTC).date()
        return f"- {today} · {self.part} · {self.layer} · {self.floor:.3f} → {self.f1:.3f}: "

    def is_explained(self, lines: Sequence[str]) -> bool:
        """Whether one of the lines names this very fall and says why."""
        fact = f" · {self.part} · {self.layer} · {self.floor:.3f} → {self.f1:.3f}: "
        return any(
            re.match(r"- \d{4}-\d\d-\d\d", line) and len(line.partition(fact)[2].split()) > 2
            for line in lines
        )


def main() -> int:
    """Score, print, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="move the floors to the scores")
    update = parser.parse_args().update
    if not all((SHARED / "gold" / name).is_file() for name in GOLD):
        print("No gold readouts in ../shared: nothing to score.")
        return 0
    scores = score_all()
    print(table(scores))
    held = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"digests": {}, "floors": {}}
    if held["floors"] and held["digests"] != digests() and not update:
        print("The gold readouts are not those of benchmarks/floors.json. Compare by eye, then run --update.")
        return 1
    same_gold = held["digests"] == digests()
    falls = find_falls(scores, held["floors"]) if same_gold else []
    lines = REASONS.read_text("utf-8").splitlines() if REASONS.exists() else []
    unexplained = [fall for fall in falls if not fall.is_explained(lines)]
    if unexplained:
        print(f"{len(unexplained)} scores fell. Mend that, or give the reason in docs/scores.md after:")
        print("\n".join(fall.reason_line() for fall in unexplained))
        return 1
    if update:
        FLOORS.write_text(
            json.dumps({"digests": digests(), "floors": as_floors(scores)}, indent=2) + "\n", "utf-8"
        )
        print("benchmarks/floors.json holds these scores now.")
    elif not held["floors"] or as_floors(scores) != held["floors"]:
        print("No score fell without a reason. Run --update to hold the new ones.")
    else:
        print("Every score is as benchmarks/floors.json has it.")
    return 0


def score_all() -> Scores:
    """Code every gold document in one run and score the parts."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name in GOLD:
            run_tool("gold_texts.py", SHARED / "gold" / name, folder / "texts")
        coded = folder / "coded.jsonl"
        command = [str(COMMAND), "code", str(folder / "texts"), "-o", str(coded)]
        if subprocess.run(command, check=False).returncode:
            sys.exit("Some gold documents were not coded.")
        return {part: score(path, coded) for part, path in split_gold(folder).items()}


def split_gold(folder: Path) -> dict[str, Path]:
    """The parts scored: the example article, the readouts, and the two halves of those."""
    dev = (SHARED / "gold" / "dev.jsonl").read_text("utf-8").splitlines(keepends=True)
    parts = {"dev": dev, "dev even": dev[1::2], "dev odd": dev[::2]}  # lines are counted from 1
    paths = {"seed": SHARED / "gold" / "seed.jsonl"}
    for part, lines in parts.items():
        paths[part] = folder / f"{part.replace(' ', '-')}.jsonl"
        paths[part].write_text("".join(lines), "utf-8")
    return paths


def score(gold: Path, coded: Path) -> dict[str, Score]:
    """What the shared scorer says of one gold file, by layer."""
    printed = run_tool("score_readouts.py", gold, coded)
    return {
        row["layer"]: Score(float(row["f1"]), int(row["right"]), int(row["predicted"]), int(row["gold"]))
        for row in ROW.finditer(printed)
    }


def run_tool(name: str, *arguments: Path) -> str:
    """Run one of the shared tools and return what it prints."""
    command = [sys.executable, str(SHARED / "tools" / name), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def table(scores: Scores) -> str:
    """The scores as a Markdown table: F1, and what it rests on."""
    parts = list(scores)
    rows = [["layer", *parts], ["---", *("---:" for _ in parts)]]
    rows += [[layer, *(cell(scores[part][layer]) for part in parts)] for layer in scores[parts[0]]]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        f"| {' | '.join(text.ljust(width) for text, width in zip(row, widths, strict=True))} |"
        for row in rows
    )


def cell(score: Score) -> str:
    """One score, as "0.912 (31 of 33, 35)": F1, right of predicted, gold."""
    return "–" if score.is_empty else f"{score.f1:.3f} ({score.right} of {score.predicted}, {score.gold})"


def find_falls(scores: Scores, floors: Floors) -> list[Fall]:
    """Every layer that is lower than its floor, or gone."""
    now = as_floors(scores)
    return [
        Fall(part, layer, floor, now.get(part, {}).get(layer, 0.0))
        for part, layers in floors.items()
        for layer, floor in layers.items()
        if now.get(part, {}).get(layer, 0.0) < floor - TOLERANCE
    ]


def as_floors(scores: Scores) -> dict[str, dict[str, float]]:
    """Scores as floors."""
    return {
        part: {layer: 1.0 if score.is_empty else score.f1 for layer, score in layers.items()}
        for part, layers in scores.items()
    }


def digests() -> dict[str, str]:
    """SHA-256 of each gold file."""
    return {name: hashlib.sha256((SHARED / "gold" / name).read_bytes()).hexdigest() for name in GOLD}


if __name__ == "__main__":
    sys.exit(main())
