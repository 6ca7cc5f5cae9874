"""How well two readouts are matched: `python benchmarks/compare.py [--fit] [--floor CHANCE]`.

The pairs in tests/compare/pairs were written for this in the voices of two governments, or of one in two
years, with what corresponds marked `{key|words}` in both. Weights and floor were chosen on the odd-numbered
pairs; the even-numbered ones are for measuring. A match is right if both its claims lie on words of one key.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.compare import scoring
from dragoman.compare.compare import compare
from dragoman.compare.comparison import Comparison
from dragoman.compare.likeness import load_phrase_encoder
from dragoman.compare.statements import build_statements
from dragoman.knowledge.diplomatic_words import load_diplomatic_words
from dragoman.pipeline import Pipeline, load
from dragoman.records import Coded, Span

PAIRS = Path(__file__).resolve().parents[1] / "tests" / "compare" / "pairs"
MARK = re.compile(r"\{(\w+)\|([^}]*)\}")
DIRECTIONS = ("firmer", "softer", "reversed")
Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Marked:
    """A text with what was marked in it: key → spans in code points."""

    text: str
    spans: Mapping[str, list[Span]]

    def key(self, span: Span) -> str | None:
        """The key whose words a span lies on; that with most of them where there are several."""
        covered = {
            key: sum(max(0, min(span.end, own.end) - max(span.start, own.start)) for own in spans)
            for key, spans in self.spans.items()
        }
        best = max(covered, key=covered.__getitem__, default=None)
        return best if best is not None and covered[best] else None


@dataclass(frozen=True)
class Pair:
    """Two readouts; `changes` says which way the wording of a key goes from A to B."""

    name: str
    a: Marked
    b: Marked
    changes: Mapping[str, str]

    @property
    def is_for_tuning(self) -> bool:
        """Whether weights may be chosen on it."""
        return int(self.name[:2]) % 2 == 1

    def shared(self, *, engagements: bool) -> set[str]:
        """Keys marked on both sides: of engagements, or of claims."""
        both = self.a.spans.keys() & self.b.spans.keys()
        return {key for key in both if bool(re.fullmatch(r"e\d+", key)) == engagements}


@dataclass
class Count:
    """Matches that are right, matches, keys that have a right match, and keys."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0
    missed: list[str] = field(default_factory=list)

    def row(self) -> str:
        """Precision and recall, as a line of the table."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.found / self.gold if self.gold else 0.0
        return (
            f"P {precision:.3f} ({self.right} of {self.predicted})  "
            f"R {recall:.3f} ({self.found} of {self.gold})"
        )


def read_pairs(folder: Path = PAIRS) -> list[Pair]:
    """The pairs, by name."""
    pairs = []
    for path in sorted(folder.glob("*.txt")):
        _, a, b, changes = re.split(r"^== (?:A|B|changes)\n", path.read_text("utf-8"), flags=re.M)
        ways = dict(line.split() for line in changes.splitlines() if line.strip())
        pairs.append(Pair(path.stem, unmark(f"{a.strip()}\n"), unmark(f"{b.strip()}\n"), ways))
    return pairs


def unmark(marked: str) -> Marked:
    """A text without its marks, and where they stood."""
    text, at = "", 0
    spans: dict[str, list[Span]] = {}
    for found in MARK.finditer(marked):
        text += marked[at : found.start()]
        spans.setdefault(found[1], []).append(Span(len(text), len(text) + len(found[2])))
        text += found[2]
        at = found.end()
    return Marked(text + marked[at:], spans)


def measure(
    pairs: Iterable[Pair], coded: Mapping[str, tuple[Coded, Coded]], floor: float = scoring.FLOOR
) -> dict[str, Count]:
    """Counts over pairs, by what is counted.

    "Claims found" leaves out those that were not coded on both sides; "direction" counts the right matches
    whose wording goes the marked way.
    """
    counts = {name: Count() for name in ("claims", "claims found", "engagements", "direction")}
    for pair in pairs:
        _measure(pair, coded[pair.name], compare(*coded[pair.name], floor=floor), counts)
    return counts


def _measure(
    pair: Pair, coded: tuple[Coded, Coded], comparison: Comparison, counts: Mapping[str, Count]
) -> None:
    keys = [
        {claim.id: side.key(claim.action or claim.evidence) for claim in one.claims}
        for side, one in zip((pair.a, pair.b), coded, strict=True)
    ]
    matched = [(keys[0][m.a.claim], keys[1][m.b.claim], m) for m in comparison.claims]
    right = {a for a, b, _ in matched if a is not None and a == b}
    gold = pair.shared(engagements=False)
    reachable = gold & set(keys[0].values()) & set(keys[1].values())
    for name, wanted in (("claims", gold), ("claims found", reachable)):
        counts[name].right += sum(a is not None and a == b for a, b, _ in matched)
        counts[name].predicted += len(matched)
        counts[name].found += len(wanted & right)
        counts[name].gold += len(wanted)
        counts[name].missed += [f"{pair.name}:{key}" for key in sorted(wanted - right)]
    _measure_engagements(pair, comparison, counts["engagements"])
    for a, b, match in matched:
        if a is None or a != b or a not in pair.changes:
            continue
        said = next((c.direction for c in match.changes if c.direction in DIRECTIONS), "same")
        counts["direction"].predicted += 1
        counts["direction"].gold += 1
        counts["direction"].right += said == pair.changes[a]
        counts["direction"].found += said == pair.changes[a]
        if said != pair.changes[a]:
            counts["direction"].missed.append(f"{pair.name}:{a} {said} for {pair.changes[a]}")


def _measure_engagements(pair: Pair, comparison: Comparison, count: Count) -> None:
    gold = pair.shared(engagements=True)
    found = set()
    for match in comparison.engagements:
        a, b = pair.a.key(match.a.evidence.span), pair.b.key(match.b.evidence.span)
        count.predicted += 1
        if a is not None and a == b:  # what "agreed to sign" announces is marked as what was agreed
            count.right += 1
            found.add(a)
    count.found += len(found & gold)
    count.gold += len(gold)
    count.missed += [f"{pair.name}:{key}" for key in sorted(gold - found)]


def fit(pairs: Iterable[Pair], coded: Mapping[str, tuple[Coded, Coded]], penalty: float = 0.3) -> None:
    """Fit weights that are not negative, and print them.

    Method: logistic regression with a ridge penalty, by gradient descent projected on weights of at least 0.
    """
    rows, labels = _examples(pairs, coded)
    weights, bias = np.zeros(rows.shape[1]), 0.0
    for _ in range(20_000):
        error = 1 / (1 + np.exp(-(rows @ weights + bias))) - labels
        weights = np.maximum(0, weights - 0.5 * (rows.T @ error + penalty * weights) / len(labels))
        bias -= 0.5 * float(error.mean())
    print({name: round(float(one), 1) for name, one in zip(scoring.FEATURES, weights, strict=True)})
    print(f"bias {bias:.1f}, from {len(labels)} pairs of claims, {int(labels.sum())} of them one")


def _examples(pairs: Iterable[Pair], coded: Mapping[str, tuple[Coded, Coded]]) -> tuple[Array, Array]:
    words, encoder = load_diplomatic_words(), load_phrase_encoder()
    rows, labels = [], []
    for pair in pairs:
        ready = [scoring.prepare(one, build_statements(one, words)) for one in coded[pair.name]]
        found = scoring.features(ready[0], ready[1], encoder)
        claims = [{claim.id: claim for claim in one.claims} for one in coded[pair.name]]
        keys = [
            [side.key(own[one.statement.claim].action or own[one.statement.claim].evidence) for one in some]
            for side, own, some in zip((pair.a, pair.b), claims, ready, strict=True)
        ]
        for (i, a), (j, b) in itertools.product(enumerate(keys[0]), enumerate(keys[1])):
            rows.append(found[i, j])
            labels.append(float(a is not None and a == b))
    return np.array(rows), np.array(labels)


def code(pipeline: Pipeline, pairs: Iterable[Pair]) -> dict[str, tuple[Coded, Coded]]:
    """Both sides of each pair, coded."""
    return {pair.name: (pipeline(pair.a.text), pipeline(pair.b.text)) for pair in pairs}


def main() -> None:
    """Print the table, or the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--fit", action="store_true", help="fit the weights to the odd-numbered pairs")
    parser.add_argument("--floor", type=float, default=scoring.FLOOR, help="chance from which claims match")
    arguments = parser.parse_args()
    pairs = read_pairs()
    coded = code(load(), pairs)
    if arguments.fit:
        fit([pair for pair in pairs if pair.is_for_tuning], coded)
        return
    for half, tuning in (("tuned on", True), ("held out", False)):
        counts = measure([pair for pair in pairs if pair.is_for_tuning == tuning], coded, arguments.floor)
        for name, count in counts.items():
            print(f"{half}  {name:<13} {count.row()}  missed: {', '.join(count.missed) or 'none'}")


if __name__ == "__main__":
    main()
