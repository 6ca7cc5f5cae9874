"""How well the classifier tells acts apart.

    python benchmarks/classifier.py plv [--relabelled] [--confusion] [--alone]
    python benchmarks/classifier.py held [--batch latin] [--alone]
    python benchmarks/classifier.py speed [--alone]

`plv` measures the type of 1,050 published sentences whose actors are marked (`../shared/data/plv`; used for
measuring alone): `root`, the type under the conversion of 2021 in which they are labelled, or with
`--relabelled` the type of the manual against labels mended as docs/classifier.md lists. `held` measures type,
mode, contexts, status and calibration on a batch of the corpus that nothing was fitted on. `speed` times
`classify` over the published sentences on one core. `--alone` asks the encoder without the lexicon.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.classify import load_sentence_classifier
from dragoman.codebooks import load_codebook
from dragoman.models import Classification, Question, load_classifier
from dragoman.models.rows import Classifier, Columns, RowClassifier, unmark

REPOSITORY = Path(__file__).resolve().parents[1]
PLV = REPOSITORY.parent / "shared" / "data" / "plv" / "PLV_train.tsv"
sys.path.append(str(REPOSITORY / "training"))

AS_MENDED = {
    ("SANCTION", "discontinue"): "SANCTION", ("COERCE", "restrict"): "COERCE",
    ("CONCEDE", ""): "YIELD",
    **{("RETREAT", mode): "YIELD" for mode in ("", *load_codebook().types["RETREAT"].modes)},
}  # fmt: skip
"""Acts that the mended labels give as the manual does, whatever the conversion of 2021 says."""
RELABELLED = (
    ("COERCE", r"\bimpos\w+\b.*\bsanction|\bsanctions? (?:on|against)\b", "SANCTION"),
    ("AGREE", r"\bagree\w* to (?:resign|step down|a? ?cease|halt|stop|withdraw|pull|leave|free)", "YIELD"),
    ("ASSAULT", r"\bblockade", "COERCE"),
    ("SUPPORT", r"\bapolog", "YIELD"),
    ("AID", r"\bamnest", "YIELD"),
    ("REJECT", r"\bfail\w* to (?:reach|agree|strike)", None),
)  # fmt: skip
"""Label, wording, label under the manual; None: left out. From the table that compares the two codebooks."""
BINS = 10


def main() -> None:
    """Parse the command line and print one of the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["plv", "held", "speed"])
    parser.add_argument("--batch", default="latin")
    parser.add_argument("--relabelled", action="store_true")
    parser.add_argument("--confusion", action="store_true", help="print which classes are taken for which")
    parser.add_argument("--alone", action="store_true", help="the encoder without the lexicon")
    args = parser.parse_args()
    classifier: Classifier = load_classifier() if args.alone else load_sentence_classifier()
    if args.what == "held":
        measure_held(classifier, args.batch)
        return
    if not PLV.is_file():
        raise SystemExit("../shared/data/plv: the development data is not here; nothing is measured.")
    if args.what == "plv":
        measure_plv(classifier, relabelled=args.relabelled, confusion=args.confusion)
    else:
        measure_speed(classifier)


def read_plv() -> list[dict[str, str]]:
    """The published rows."""
    with PLV.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def measure_plv(classifier: Classifier, *, relabelled: bool, confusion: bool) -> None:
    """F1 of each class, accuracy and macro-F1, of all rows and of each half.

    The errors on the even rows were read, those on the odd ones were not.
    """
    rows = read_plv()
    classified = RowClassifier(classifier, Columns("marked_sentence")).classify(
        {"marked_sentence": row["marked_sentence"]} for row in rows
    )
    halves: tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]] = (Counter(), Counter())
    for number, (row, found) in enumerate(zip(rows, classified, strict=True)):
        gold: str | None = row["gold_root"]
        predicted = found["root"]
        if relabelled:
            gold = mended(row["gold_root"], row["sentence"])
            predicted = AS_MENDED.get((found["type"], found["mode"]), predicted)
        if gold is not None:
            halves[number % 2][gold, predicted] += 1
    pairs = sum(halves, Counter[tuple[str, str]]())
    print_scores(pairs)
    for name, half in zip(("even", "odd"), halves, strict=True):
        print(f"{name} rows: {means(half)}")
    if confusion:
        print_confusion(pairs)


def mended(label: str, sentence: str) -> str | None:
    """A published label under the manual of 2024; None where the row is left out."""
    for old, wording, new in RELABELLED:
        if label == old and re.search(wording, sentence, re.IGNORECASE):
            return new
    return label


def print_scores(pairs: Counter[tuple[str, str]]) -> None:
    """One line a class, then the means."""
    for name, (precision, recall, f1, gold) in scores(pairs).items():
        print(f"{name:10s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({gold} gold)")
    print(f"{means(pairs)}  ({pairs.total()} sentences)")


def scores(pairs: Counter[tuple[str, str]]) -> dict[str, tuple[float, float, float, int]]:
    """Precision, recall, F1 and count of each label."""
    out = {}
    for name in sorted({gold for gold, _ in pairs}):
        hit = pairs[name, name]
        predicted = sum(n for (_, p), n in pairs.items() if p == name)
        gold = sum(n for (g, _), n in pairs.items() if g == name)
        precision, recall = hit / max(1, predicted), hit / gold
        out[name] = precision, recall, 2 * precision * recall / max(1e-9, precision + recall), gold
    return out


def means(pairs: Counter[tuple[str, str]]) -> str:
    """Accuracy and macro-F1."""
    right = sum(n for (g, p), n in pairs.items() if g == p)
    found = scores(pairs).values()
    return f"accuracy {right / pairs.total():.3f}  macro-F1 {sum(one[2] for one in found) / len(found):.3f}"


def print_confusion(pairs: Counter[tuple[str, str]]) -> None:
    """The whole matrix: a row a label, a column a prediction."""
    names = sorted({name for pair in pairs for name in pair})
    print("\n| label \\ found | " + " | ".join(name[:7] for name in names) + " |")
    print("| --- |" + " ---: |" * len(names))
    for gold in names:
        print(f"| {gold} | " + " | ".join(str(pairs[gold, name] or "") for name in names) + " |")


def measure_held(classifier: Classifier, batch: str) -> None:
    """The heads and their calibration on a held-out batch."""
    from corpus import NOTHING, read_corpus

    examples = read_corpus([batch])
    found = classifier.classify([Question(e.text, e.source, e.target) for e in examples])
    acts = [(e, f) for e, f in zip(examples, found, strict=True) if e.type != NOTHING]
    print_scores(Counter((e.type, f.type) for e, f in acts))
    modes = [(f"{e.type}/{e.mode}", f"{f.type}/{f.mode}") for e, f in acts if e.mode]
    print(f"mode macro-F1 {macro(modes):.3f}", end="")
    given = [(f"{e.type}/{e.mode}", f"{e.type}/{f.mode}") for e, f in acts if e.mode and e.type == f.type]
    print(f"; {macro(given):.3f} where the type is right")
    hit = sum(len({*e.contexts} & {*f.contexts}) for e, f in acts)
    said, gold = sum(len(f.contexts) for _, f in acts), sum(len(e.contexts) for e, _ in acts)
    print(f"contexts micro-F1 {2 * hit / (said + gold):.3f} (P {hit / said:.3f} R {hit / gold:.3f})")
    print(f"status accuracy {np.mean([e.status == f.status for e, f in acts]):.3f}")
    is_event = np.array([e.type != NOTHING for e in examples])
    chance = np.array([f.event for f in found])
    for threshold in (0.5, 0.7, 0.9):
        kept, lost = np.mean(chance[is_event] >= threshold), np.mean(chance[~is_event] >= threshold)
        print(f"event >= {threshold}: {kept:.3f} of the events, {lost:.3f} of the others")
    print_calibration([(f.confidence, e.type == f.type) for e, f in zip(examples, found, strict=True)])


def macro(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 of the labels."""
    counts = Counter(pairs)
    scores = []
    for name in {gold for gold, _ in pairs}:
        hit = counts[name, name]
        both = sum(n for (g, _), n in counts.items() if g == name) + sum(
            n for (_, p), n in counts.items() if p == name
        )
        scores.append(2 * hit / both)
    return sum(scores) / len(scores)


def print_calibration(answers: Sequence[tuple[float, bool]]) -> None:
    """The reliability diagram as a table, and the expected calibration error."""
    error = 0.0
    print("confidence   answers  right")
    for lowest in np.arange(BINS) / BINS:
        inside = [
            (c, right)
            for c, right in answers
            if lowest <= c < lowest + 1 / BINS or (c == 1 and lowest == 0.9)
        ]
        if inside:
            said, right = float(np.mean([c for c, _ in inside])), float(np.mean([r for _, r in inside]))
            error += abs(said - right) * len(inside) / len(answers)
            print(f"{lowest:.1f} to {lowest + 0.1:.1f}  {len(inside):7d}  {right:.3f}  (said {said:.3f})")
    print(f"expected calibration error {error:.3f}")


def measure_speed(classifier: Classifier) -> None:
    """Sentences a second, the best of three."""
    rows = [
        {"text": unmark(row["marked_sentence"])[0], "s": row["source"], "t": row["target"]}
        for row in read_plv()
    ]
    times: list[float] = []
    for _ in range(3):
        begun = time.perf_counter()
        found: list[Classification] = []
        found += RowClassifier(classifier, Columns("text", "s", "t")).classify(rows)  # type: ignore[arg-type]
        times.append(time.perf_counter() - begun)
    print(
        f"{len(rows) / min(times):.0f} sentences a second on one core ({len(rows)} sentences, best of three)"
    )


if __name__ == "__main__":
    main()
