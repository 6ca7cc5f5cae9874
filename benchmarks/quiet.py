"""False alarms: how many events are read off texts in which there is none.

    python benchmarks/quiet.py [--show]

Codes the passages of `training/quiet/*.txt`, one a line: local news, sport, culture, science, business, none
with a political act. Prints events per hundred passages by where they come from, visits and meetings among
them, and how many clauses the classifier was asked about.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import dragoman
from dragoman.records import Event

FOLDER = Path(__file__).resolve().parents[1] / "training" / "quiet"
BOUND = 2.0
"""Events per hundred passages that the project allows."""


def main() -> int:
    """Print the table; 1 where there are more events than allowed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print every passage with an event")
    show = parser.parse_args().show
    passages = [
        line
        for path in sorted(FOLDER.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]
    pipeline = dragoman.load()
    kinds: Counter[str] = Counter()
    for passage in passages:
        coded = pipeline(passage)
        kinds.update(kind_of(event) for event in coded.events)
        if show and coded.events:
            print(passage)
            for event in coded.events:
                print(f"    {kind_of(event)}: {event.type} {event.trigger.of(passage)!r} ({event.origin})")
    total = sum(kinds.values())
    rate = 100 * total / len(passages)
    print(f"{len(passages)} passages, {total} events ({rate:.1f} per hundred): {dict(kinds)}")
    return int(rate >= BOUND)


def kind_of(event: Event) -> str:
    """What found an event."""
    if event.form is not None:
        return "engagements"
    if event.origin == "classifier":
        return "classifier"
    return "words" if event.type in {"AGREE", "SUPPORT", "REQUEST", "ACCUSE"} else "lexicon"


if __name__ == "__main__":
    raise SystemExit(main())
