"""How well the lexicon alone tells acts apart, and how many deeds it and the classifier find.

    python benchmarks/events.py plv [--confusion]
    python benchmarks/events.py bare
    python benchmarks/events.py stream [--items 200] [--seed 7] [--show]
    python benchmarks/events.py sentences [--batch latin] [--show]

`plv` measures the type of 1,050 published sentences whose actors are marked (`../shared/data/plv`; used for
measuring alone). `bare` codes the same sentences without their marks, and counts in how many of them an event
of the labelled type is found, and one between the marked parties. `stream` codes a sample of news summaries
and counts deeds per item, those of the lexicon and those that the classifier found. `sentences` codes each
sentence of a batch of the training corpus by itself, without its marks, and counts how many of its deeds are
found.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from classifier import print_confusion, print_scores, read_plv
from dragoman.codebooks import load_codebook
from dragoman.codebooks.conversion import root_2021
from dragoman.extract import extract
from dragoman.extract.deeds_classify import LexiconClassifier
from dragoman.extract.deeds_unlisted import ORIGIN
from dragoman.extract.participants import Participants
from dragoman.knowledge import load_knowledge
from dragoman.models.rows import unmark
from dragoman.parse import EnglishParser
from dragoman.read import read_text
from dragoman.records import Actor, Event, Span
from dragoman.resolve import Resolved, resolve

sys.path.append(str(Path(__file__).resolve().parents[1] / "training"))

from corpus import NOTHING as NO_EVENT  # from the folder just added
from corpus import Example, read_corpus

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The published labels hold both as one class."""
NOTHING = "(none)"
WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE"})
"""Types that are no deeds."""
TOLD = frozenset({"occurred", "ongoing", "historical"})
"""Statuses of deeds that are told as facts."""


def main() -> None:
    """Parse the command line and print one of the two tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["plv", "bare", "stream", "sentences"])
    parser.add_argument("--confusion", action="store_true", help="print the commonest confusions of classes")
    parser.add_argument("--items", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", action="store_true", help="print every item with its events, for reading")
    parser.add_argument("--batch", default="latin", help="batch of the corpus; hold it out of all fitting")
    args = parser.parse_args()
    if args.what == "sentences":
        measure_sentences(args.batch, show=args.show)
        return
    if not SHARED.is_dir():
        raise SystemExit(f"{SHARED}: the development data is not here; nothing is measured.")
    if args.what == "plv":
        measure_plv(confusion=args.confusion)
    elif args.what == "bare":
        measure_bare()
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


def measure_bare() -> None:
    """Published sentences, unmarked: how many have an event of their label, and one of the marked parties."""
    rows = read_plv()
    plain = [unmark(row["marked_sentence"]) for row in rows]
    knowledge, codebook = load_knowledge(), load_codebook()
    count: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for row, (text, marks), resolved in zip(rows, plain, resolved_texts([p[0] for p in plain]), strict=True):
        events = extract(resolved, knowledge, codebook).events
        right = [e for e in events if root_2021(e.type, e.mode, e.status, text) == row["gold_root"]]
        label = count[row["gold_root"]]
        label["sentences"] += 1
        label["typed"] += bool(right)
        label["joined"] += any(joins(e, marks.get("s"), marks.get("t")) for e in right)
        label["given"] += len(events)
    total = sum(count.values(), collections.Counter[str]())
    print("| label | sentences | with an event of the type | and of the marked parties |")
    print("| --- | ---: | ---: | ---: |")
    for name, found in (*sorted(count.items()), ("all", total)):
        typed, joined = (found[key] / found["sentences"] for key in ("typed", "joined"))
        print(f"| {name} | {found['sentences']:,} | {typed:.3f} | {joined:.3f} |")
    print(f"{total['given']:,} events in all; a sentence may tell more than its label says")


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


def measure_sentences(batch: str, *, show: bool) -> None:
    """Recall of a batch's deeds by type, with both parties, and how many of those found are among its labels.

    A sentence may hold acts that its batch does not label, so the share of right ones is a lower bound.
    """
    lines: dict[str, list[Example]] = {}
    for example in read_corpus([batch]):
        lines.setdefault(example.text, []).append(example)
    knowledge, codebook = load_knowledge(), load_codebook()
    count: collections.Counter[str] = collections.Counter()
    for text, resolved in zip(lines, resolved_texts(list(lines)), strict=True):
        coded = extract(resolved, knowledge, codebook)
        found = [e for e in coded.events if e.form is None and e.type not in WORDS]
        labelled = {example.type for example in lines[text]}
        gold = [e for e in lines[text] if e.type not in WORDS and e.status in TOLD]
        hits = [[e for e in found if e.type == example.type] for example in gold]
        count["deeds"] += len(gold)
        count["found"] += sum(map(bool, hits))
        count["joined"] += sum(
            any(joins(e, x.source, x.target) for e in hit) for hit, x in zip(hits, gold, strict=True)
        )
        count["by the classifier"] += sum(any(e.origin == ORIGIN for e in hit) for hit in hits)
        count["given"] += len(found)
        count["right"] += sum(e.type in labelled for e in found)
        if labelled == {NO_EVENT}:
            count["empty"] += 1
            count["false"] += bool(found)
        if show and not all(hits):
            missed = ", ".join(e.type for e, hit in zip(gold, hits, strict=True) if not hit)
            print(f"> {text}\n    missed {missed}; found {[shown(e, text) for e in found]}")
    print(
        f"{count['found'] / count['deeds']:.3f} of {count['deeds']} deeds found by type "
        f"({count['by the classifier']} by the classifier), {count['joined'] / count['deeds']:.3f} with both "
        f"parties; {count['right'] / count['given']:.3f} of {count['given']} given are among the labels; "
        f"{count['false']} of {count['empty']} sentences without an event have one"
    )


def joins(deed: Event, source: Span | None, target: Span | None) -> bool:
    """Whether a deed's parties stand in the marked ones; where a party is not marked, anything does."""

    def meets(actors: Sequence[Actor], mark: Span | None) -> bool:
        return mark is None or any(mark.meets(Span(*span)) for actor in actors for span in actor.spans)

    ahead = meets(deed.sources, source) and meets(deed.targets, target)
    everybody = (*deed.sources, *deed.targets)
    return ahead or (deed.mutual and meets(everybody, source) and meets(everybody, target))


def shown(deed: Event, text: str) -> str:
    """A deed on one line."""
    sides = (", ".join(f"{a.name} [{a.country}]" for a in side) for side in (deed.sources, deed.targets))
    source, target = (side or "?" for side in sides)
    what = f"{deed.type} {deed.mode or ''} {deed.status}"
    return f"{what}: {source} -> {target} ({deed.trigger.of(text)}; {deed.origin})"


if __name__ == "__main__":
    main()
