"""Who may have done something to whom: ranked proposals for verbs and event nouns, in the lexicon or not.

A proposal joins two noun phrases by a predicate around which both stand. Proposals are ranked by a linear
model over grammatical roles, kinds of phrases and words; the chances of one sentence's proposals add up to
one. `benchmarks/roles_fit.py` makes its weights.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import TableError
from dragoman.extract.deeds_nouns import Nouns
from dragoman.extract.proposals_features import Features
from dragoman.extract.proposals_phrases import Phrase, phrases
from dragoman.extract.proposals_roles import Argument, arguments, predicates

WEIGHTS = Path(__file__).with_name("proposals.csv")


Keep = Callable[[int], bool]
"""Whether a token is of use."""


class Weights(NamedTuple):
    """Weights by feature: of predicates, of phrases as sources and as targets, and of both together."""

    own: Mapping[str, float]
    source: Mapping[str, float]
    target: Mapping[str, float]
    pair: Mapping[str, float]


NO_WEIGHTS = Weights({}, {}, {}, {})


class Side(NamedTuple):
    """A phrase in a role, with the features of both."""

    role: str
    phrase: Phrase
    features: list[str]


class Surroundings(NamedTuple):
    """A predicate and the phrases around it."""

    predicate: int
    letter: str
    lexical: str
    own: list[str]
    sides: list[Side]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Numbers of the sides of every possible source and target."""
        for i, source in enumerate(self.sides):
            for j, target in enumerate(self.sides):
                if source.phrase.head != target.phrase.head:
                    yield i, j


class Proposal(NamedTuple):
    """Two noun phrases that a predicate may join; `chance` is its share among the sentence's proposals."""

    trigger: int
    source: Phrase
    target: Phrase
    chance: float


class Proposer:
    """Proposes acts in one document."""

    def __init__(self, nouns: Nouns, weights: Weights | None = None) -> None:
        self.tree = nouns.tree
        self.features = Features(nouns)
        self._weights = weights
        self._arguments: dict[int, list[Argument]] = {}

    def propose(
        self, sentence: int, limit: int = 3, keep: Keep | None = None, joins: Keep | None = None
    ) -> list[Proposal]:
        """The likeliest proposals of a sentence, the best first.

        Args:
            sentence: Its number in the tree.
            limit: Most proposals to return.
            keep: Whether a noun phrase is of use, by its head; None takes all.
            joins: Whether a verb or noun is of use as the predicate; None takes all.
        """
        scored = [found for near in self.surroundings(sentence, keep, joins) for found in self._scored(near)]
        if not scored:
            return []
        most = max(score for *_, score in scored)
        total, chances = 0.0, dict[tuple[Phrase, Phrase], tuple[float, float, int]]()
        for trigger, source, target, score in scored:
            chance = math.exp(score - most)
            total += chance
            known, best, kept = chances.get((source, target), (0.0, 0.0, trigger))
            chances[source, target] = (known + chance, max(best, chance), trigger if chance > best else kept)
        ranked = sorted(chances.items(), key=lambda item: -item[1][0])[:limit]
        return [Proposal(trigger, *sides, known / total) for sides, (known, _, trigger) in ranked]

    def arguments(self, predicate: int) -> list[Argument]:
        """Noun phrases around a predicate; read off the tree once."""
        found = self._arguments.get(predicate)
        if found is None:
            found = self._arguments[predicate] = arguments(self.tree, predicate)
        return found

    def _scored(self, near: Surroundings) -> Iterator[tuple[int, Phrase, Phrase, float]]:
        weights = self._weights if self._weights is not None else load_weights()
        base = _sum(weights.own, near.own)
        sources = [_sum(weights.source, side.features) for side in near.sides]
        targets = [_sum(weights.target, side.features) for side in near.sides]
        for i, j in near.pairs():
            score = base + sources[i] + targets[j] + _sum(weights.pair, self.of_pair(near, i, j))
            yield near.predicate, near.sides[i].phrase, near.sides[j].phrase, score

    def of_pair(self, near: Surroundings, i: int, j: int) -> Iterator[str]:
        """Features of two sides of a predicate together."""
        source, target = near.sides[i], near.sides[j]
        return self.features.of_pair(
            near.letter, near.lexical, (source.role, target.role), source.phrase, target.phrase
        )

    def surroundings(
        self, sentence: int, keep: Keep | None = None, joins: Keep | None = None
    ) -> Iterator[Surroundings]:
        """Every predicate of a sentence that has two phrases around it."""
        tree = self.tree
        first, last = tree.sents[sentence]
        by_head: dict[int, list[Phrase]] = {}
        for phrase in phrases(tree, first, last):
            if keep is None or keep(phrase.head):
                by_head.setdefault(phrase.head, []).append(phrase)
        if len(by_head) < 2:
            return
        for predicate in predicates(tree, first, last):
            if joins is not None and not joins(predicate):
                continue
            found = [a for a in self.arguments(predicate) if a.token in by_head]
            if len(found) > 1:
                yield self._around(predicate, found, by_head)

    def _around(
        self, predicate: int, found: list[Argument], by_head: Mapping[int, list[Phrase]]
    ) -> Surroundings:
        features = self.features
        letter, lexical, own = features.of_predicate(predicate)
        thing = features.of_object(predicate)
        sides = []
        for argument in found:
            near = features.around(argument, found)
            for phrase in by_head[argument.token]:
                own_features = features.of_side(letter, lexical, argument.role, thing, phrase)
                sides.append(Side(argument.role, phrase, near + own_features))
        return Surroundings(predicate, letter, lexical, own, sides)


def _sum(weights: Mapping[str, float], features: Iterable[str]) -> float:
    total = 0.0
    for feature in features:
        if feature in weights:
            total += weights[feature]
    return total


@cache
def load_weights() -> Weights:
    """Weights by part and feature.

    Raises:
        TableError: If the table is missing or malformed.
    """
    parts: dict[str, dict[str, float]] = {name: {} for name in Weights._fields}
    try:
        with WEIGHTS.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                parts[row["part"]][row["feature"]] = float(row["weight"])
    except (OSError, UnicodeDecodeError, csv.Error, KeyError, TypeError, ValueError) as error:
        raise TableError(WEIGHTS.name, f"cannot be read ({error})") from error
    return Weights(**parts)
