"""How far readers agree on contexts: `agreement.tsv`, 60 lines of the corpus that six readers annotated.

    python training/agreement.py

Each read the rules of CONTEXTS.md and neither the others' answers nor the author's. Printed is the micro-F1
of two readers, a mean over all pairs, and of what most readers gave against what the authors had given
before there were rules.
"""

from __future__ import annotations

import csv
from collections import Counter
from itertools import combinations
from pathlib import Path
from statistics import fmean

PATH = Path(__file__).with_name("agreement.tsv")

Answers = list[set[str]]


def main() -> None:
    """Print both figures."""
    with PATH.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    author = answers(rows, "author")
    readers = [answers(rows, name) for name in rows[0] if name.startswith("reader")]
    pairs = [micro_f1(one, other) for one, other in combinations(readers, 2)]
    print(f"{len(rows)} lines, {len(readers)} readers")
    print(f"between readers: {fmean(pairs):.3f} ({min(pairs):.3f} to {max(pairs):.3f})")
    print(f"most readers against the authors: {micro_f1(author, most(readers)):.3f}")


def answers(rows: list[dict[str, str]], column: str) -> Answers:
    """Contexts of each line by one reader."""
    return [{name for name in row[column].split(",") if name} for row in rows]


def most(readers: list[Answers]) -> Answers:
    """What more than half of the readers gave."""
    counts = (Counter(name for given in line for name in given) for line in zip(*readers, strict=True))
    return [{name for name, count in line.items() if count > len(readers) / 2} for line in counts]


def micro_f1(one: Answers, other: Answers) -> float:
    """F1 over all lines and contexts."""
    hit = sum(len(a & b) for a, b in zip(one, other, strict=True))
    return 2 * hit / (sum(map(len, one)) + sum(map(len, other)))


if __name__ == "__main__":
    main()
