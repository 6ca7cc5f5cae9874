"""How well a codebook of one's own codes: `election_violence` on sentences that were written apart from it.

    python benchmarks/own_codebook.py [FILE.tsv] [--codebook NAME|FILE] [--errors]

The table has a column `type`, with NONE for sentences of no type, and a column `sentence`, whose marks
`<s>…</s>`, `<t>…</t>` are taken off. Three questions are asked: is the nearest type the right one; is it
taken where it should be and nowhere else (`dragoman classify`, from the threshold that the examples give);
and does `dragoman code` find an event of the type in the bare sentence. What the examples say when each is
left out stands above them, and how many sentences share four words in a row with an example.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from dragoman.codebooks import Codebook, load_codebook
from dragoman.models.examples import ExampleClassifier, load_examples
from dragoman.models.rows import unmark
from dragoman.pipeline import load

TABLE = Path(__file__).with_name("election_violence.tsv")
NONE = "NONE"
SHINGLE = 4

Row = tuple[str, str]
"""A sentence's type and its plain text."""


def read_rows(path: Path) -> list[Row]:
    """The table's sentences."""
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["type"], unmark(row["sentence"])[0]) for row in reader]


def shared_wording(rows: Sequence[Row], codebook: Codebook) -> int:
    """How many sentences share `SHINGLE` words in a row with an example."""
    known = {one for event in codebook.types.values() for text in event.examples for one in _shingles(text)}
    return sum(bool(known & set(_shingles(text))) for _, text in rows)


def _shingles(text: str) -> Iterable[tuple[str, ...]]:
    words = unmark(text)[0].lower().split()
    return zip(*(words[n:] for n in range(SHINGLE)), strict=False)


def nearest(rows: Sequence[Row], examples: ExampleClassifier) -> list[tuple[str, bool]]:
    """The nearest type of each sentence, and whether it is taken."""
    out = []
    for near in examples.near([text for _, text in rows]):
        kind = int(near.scores[:-1].argmax())
        out.append((examples.types[kind], examples.lead(near, kind) >= examples.threshold))
    return out


def coded(rows: Sequence[Row], codebook: Codebook) -> list[list[str]]:
    """The types of the events that the pipeline finds in each sentence, read as a document."""
    pipeline = load(codebook)
    return [[event.type for event in pipeline(text).events] for _, text in rows]


def report(rows: Sequence[Row], found: Sequence[tuple[str, bool]], events: Sequence[Sequence[str]]) -> None:
    """Print the table by type, and the sums."""
    sums: Counter[str] = Counter()
    print(f"{'type':24} {'n':>4} {'nearest':>8} {'taken':>6} {'event':>6} {'false':>6}")
    for name in dict.fromkeys(kind for kind, _ in rows if kind != NONE):
        own = [(f, e) for (kind, _), f, e in zip(rows, found, events, strict=True) if kind == name]
        false = [f for (kind, _), f in zip(rows, found, strict=True) if kind != name and f == (name, True)]
        counts = {
            "n": len(own),
            "nearest": sum(f[0] == name for f, _ in own),
            "taken": sum(f == (name, True) for f, _ in own),
            "event": sum(name in e for _, e in own),
            "false": len(false),
        }
        sums.update(counts)
        print(
            f"{name:24} "
            + " ".join(f"{n:>{w}}" for n, w in zip(counts.values(), (4, 8, 6, 6, 6), strict=True))
        )
    n = sums["n"]
    print(f"\nright type, actors given  {sums['nearest'] / n:.3f}  ({sums['nearest']} of {n})")
    print(f"right type and taken      {sums['taken'] / n:.3f}  ({sums['taken']} of {n})")
    print(f"event of the right type   {sums['event'] / n:.3f}  ({sums['event']} of {n})")
    none = [(f, e) for (kind, _), f, e in zip(rows, found, events, strict=True) if kind == NONE]
    if none:
        print(f"taken though none         {sum(f[1] for f, _ in none)} of {len(none)}")
        print(f"event though none         {sum(bool(e) for _, e in none)} of {len(none)}")
    wrong = sum(
        any(one != kind for one in e) for (kind, _), e in zip(rows, events, strict=True) if kind != NONE
    )
    print(f"event of a wrong type     {wrong} of {n}")


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("table", nargs="?", type=Path, default=TABLE)
    parser.add_argument("--codebook", default="election_violence")
    parser.add_argument("--errors", action="store_true", help="print what went wrong, sentence by sentence")
    given = parser.parse_args()
    codebook = load_codebook(given.codebook)
    examples = load_examples(codebook)
    rows = read_rows(given.table)
    print(
        f"encoder {examples.model.card.version}; threshold {examples.threshold:.2f}, sure {examples.sure:.2f}"
    )
    print(f"each example left out: right type {examples.left_out:.3f} of {len(examples.texts)} examples")
    print(
        f"sentences that share {SHINGLE} words in a row with an example: {shared_wording(rows, codebook)}\n"
    )
    found, events = nearest(rows, examples), coded(rows, codebook)
    report(rows, found, events)
    if given.errors:
        for (kind, text), (name, taken), types in zip(rows, found, events, strict=True):
            if (
                (kind == NONE) == taken
                or (taken and name != kind)
                or set(types) - {kind}
                or (kind != NONE and not types)
            ):
                print(f"{kind}\t{name if taken else '-'}\t{','.join(types) or '-'}\t{text}")


if __name__ == "__main__":
    main()
