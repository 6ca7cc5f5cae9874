"""How well the lexicon alone tells acts apart, and how many deeds it and the classifier find.

    python benchmarks/events.py plv [--confusion]
    python benchmarks/events.py stream [--items 200] [--seed 7] [--show]

`plv` measures the type of 1,050 published sentences whose actors are marked (`../shared/data/plv`; used for
measuring alone). `stream` codes a sample of news summaries and counts deeds per item, those of the lexicon
and those that the classifier found in clauses without a word of it.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from classifier import print_confusion, print_scores, read_plv
from dragoman.codebooks import load_codebook
from dragoman.extract import extract
from dragoman.extract.deeds_classify import LexiconClassifier
from dragoman.extract.deeds_unlisted import ORIGIN
from dragoman.extract.participants import Participants
from dragoman.knowledge import load_knowledge
from dragoman.models.rows import unmark
from dragoman.parse import EnglishParser
from dragoman.read import read_text
from dragoman.records import Event
from dragoman.resolve import Resolved, resolve

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The published labels hold both as one class."""
NOTHING = "(none)"
WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE"})
"""Types that are no deeds."""


def main() -> None:
    """Parse the command line and print one of the two tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["plv", "stream"])
    parser.add_argument("--confusion", action="store_true", help="print the commonest confusions of classes")
    parser.add_argument("--items", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", action="store_true", help="print every item with its events, for reading")
    args = parser.parse_args()
    if not SHARED.is_dir():
        raise SystemExit(f"{SHARED}: the development data is not here; nothing is measured.")
    if args.what == "plv":
        measure_plv(confusion=args.confusion)
    else:
        measure_stream(args.items, args.seed, show=args.show)


def resolved_texts(texts: list[str]) -> Iterator[Resolved]:
    """Each text read, parsed and resolved, in order."""
    knowledge = load_knowledge()
    documents = [read_text(text, f"text {number}") for number, text in enumerate(texts)]
    for document, tree in zip(documents, EnglishParser().parse(documents), strict=True):
        yield resolve(document, tree, knowledge)


def measure_plv(*, confusion: bool) -> None:
    """F1 of each class, accuracy and macro-F1 over the published sentences."""
    rows = read_plv()
    plain = [unmark(row["marked_sentence"]) for row in rows]
    knowledge, codebook = load_knowledge(), load_codebook()
    pairs: collections.Counter[tuple[str, str]] = collections.Counter()
    for row, (_, marks), resolved in zip(rows, plain, resolved_texts([p[0] for p in plain]), strict=True):
        judge = LexiconClassifier(Participants(resolved, knowledge), codebook).judge
        judgement = judge(marks.get("s"), marks.get("t"))
        predicted = judgement.coding.type if judgement is not None else NOTHING
        pairs[row["gold_root"], MERGED.get(predicted, predicted)] += 1
    print_scores(pairs)
    if confusion:
        print_confusion(pairs)


def measure_stream(items: int, seed: int, *, show: bool) -> None:
    """Events per item over a sample of news summaries."""
    path = SHARED / "current_events" / "current_events_2002_2022.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        every = [json.loads(line) for line in file]
    rows = random.Random(seed).sample(every, items)  # noqa: S311  # a sample, no secret
    knowledge, codebook = load_knowledge(), load_codebook()
    types: collections.Counter[str] = collections.Counter()
    origins: collections.Counter[str] = collections.Counter()
    with_event = 0
    for row, resolved in zip(rows, resolved_texts([r["text"] for r in rows]), strict=True):
        coded = extract(resolved, knowledge, codebook)
        deeds = [e for e in coded.events if e.form is None and e.type not in WORDS]
        types.update(e.type for e in deeds)
        origins.update("classifier" if e.origin == ORIGIN else "lexicon" for e in deeds)
        with_event += bool(deeds)
        if show:
            print(f"> {row['text']}")
            for deed in deeds:
                print(f"    {shown(deed, resolved.document.text)}")
    total = sum(types.values())
    print(f"{with_event} of {items} items with a deed, {total} deeds: {dict(types.most_common())}")
    print(f"by the {', by the '.join(f'{name} {n}' for name, n in origins.most_common())}")


def shown(deed: Event, text: str) -> str:
    """A deed on one line."""
    sides = (", ".join(f"{a.name} [{a.country}]" for a in side) for side in (deed.sources, deed.targets))
    source, target = (side or "?" for side in sides)
    what = f"{deed.type} {deed.mode or ''} {deed.status}"
    return f"{what}: {source} -> {target} ({deed.trigger.of(text)}; {deed.origin})"


if __name__ == "__main__":
    main()
