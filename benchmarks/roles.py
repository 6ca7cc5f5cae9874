"""Whether the encoder reads who acts on whom off a sentence without marks, over batches of the corpus.

    python benchmarks/roles.py [BATCH ...] [--misses N]

Counted are the lines that name an event and mark both parties; a sentence may have several. A party is right
when it shares at least half of its code points with the marked one (those of both over those of either); a
line is right at N when one of the N likeliest readings has both parties right. "of its own" takes as many
readings of a sentence as it has marked pairs: one reading cannot be right about two acts. `exact` counts
readings of which both parties are the marked ones to the letter, at one. Name batches that nothing was fitted
on.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from dragoman.models import Parties, load_classifier
from dragoman.records import Span

sys.path.append(str(Path(__file__).resolve().parents[1] / "training"))

from corpus import NOTHING, read_corpus  # from the folder just added

HELD = ("latin", "pacific")
PLACES = (1, 2, 3, 10)
HALF = 0.5

Pair = tuple[Span, Span]


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("batches", nargs="*", default=HELD)
    parser.add_argument("--misses", type=int, default=0, help="print this many lines not read at one")
    args = parser.parse_args()
    print(
        "| batch | lines | " + " | ".join(f"at {place}" for place in PLACES) + " | of its own | exact, at 1 |"
    )
    print("| --- | ---: |" + " ---: |" * (len(PLACES) + 2))
    for batch in args.batches:
        measure(batch, args.misses)


def measure(batch: str, misses: int) -> None:
    """Print one batch's row, and some of what it misses."""
    marked: dict[str, list[Pair]] = {}
    for example in read_corpus([batch]):
        if example.type != NOTHING and example.source is not None and example.target is not None:
            marked.setdefault(example.text, []).append((example.source, example.target))
    reader, hits, lines = load_classifier().reader, Counter[int](), 0
    exact = own = 0
    for text, pairs in marked.items():
        found = reader.read(text, max(PLACES))
        for pair in pairs:
            lines += 1
            place = next((n for n, one in enumerate(found) if is_right(one, pair)), max(PLACES))
            hits.update(n for n in PLACES if place < n)
            own += place < len(set(pairs))
            exact += (found[0].source, found[0].target) == pair
            if place > 0 and misses > 0:
                misses -= 1
                print_miss(text, found[0], pair)
    shares = " | ".join(f"{hits[n] / lines:.3f}" for n in PLACES)
    print(f"| {batch} | {lines:,} | {shares} | {own / lines:.3f} | {exact / lines:.3f} |")


def is_right(found: Parties, pair: Pair) -> bool:
    """Whether both parties of a reading are the marked ones, at least by half."""
    return all(
        one is not None and overlap(one, mark) >= HALF
        for one, mark in zip((found.source, found.target), pair, strict=True)
    )


def overlap(one: Span, other: Span) -> float:
    """Code points of both spans over those of either."""
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    return common / (one.end - one.start + other.end - other.start - common)


def print_miss(text: str, found: Parties, pair: Pair) -> None:
    """A line that the best reading does not meet."""
    read = [span.of(text) if span else "–" for span in (found.source, found.target)]
    print(f"> {text}\n    marked {[span.of(text) for span in pair]}; read {read}")


if __name__ == "__main__":
    main()
