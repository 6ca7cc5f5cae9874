"""The chance that two statements, one of each document, report the same: features and their weights.

The weights were fitted by logistic regression to the odd-numbered pairs of tests/compare/pairs
(`python benchmarks/compare.py --fit`) and rounded; the even-numbered pairs are for measuring.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dragoman.compare.amounts import have_one_unit
from dragoman.compare.comparison import Party, Statement
from dragoman.compare.likeness import PhraseEncoder, overlap, rarity, stems
from dragoman.records import Claim, ClaimKind, Coded

Array = npt.NDArray[np.float64]
FEATURES = ("kind", "speakers", "others", "words", "likeness", "about", "named", "amount", "topics")
"""Names of the features, in the order of the last axis of `features`."""
WEIGHTS: Mapping[str, float] = {
    "kind": 2.9, "speakers": 1.0, "others": 1.8, "words": 2.7, "likeness": 4.3, "about": 2.5, "named": 0.0,
    "amount": 0.0, "topics": 1.4,
}  # fmt: skip
BIAS = -9.8
FLOOR = 0.5
"""The chance from which two statements are taken as one."""
UNKNOWN = 0.5
"""Value of a feature about which one of the two says nothing."""
NEAR = 0.6
"""Value of two kinds that one act may be told as."""
_FAMILIES: tuple[frozenset[ClaimKind], ...] = (
    frozenset({"position", "assessment", "accusation"}),
    frozenset({"pledge", "report", "assessment"}),
    frozenset({"request", "position"}),
    frozenset({"report", "position", "accusation"}),
)
"""Kinds that one act may be told as: what "deplores" makes an accusation, "regrets" makes a position."""
NAMED_KINDS = frozenset({"place", "venue", "project", "initiative", "framework", "organization", "person"})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement with what its features are made from."""

    statement: Statement
    stems: frozenset[str]
    named: frozenset[str]
    place: float
    """Where in its document it stands, 0 to 1; decides between equals only."""


def prepare(coded: Coded, statements: Sequence[Statement]) -> list[Prepared]:
    """Make statements ready for comparison.

    Args:
        coded: Their document's records.
        statements: What `build_statements` made of it.
    """
    claims = {claim.id: claim for claim in coded.claims}
    names = _Names(coded)
    length = max(len(coded.document.text), 1)
    return [
        Prepared(
            one,
            stems(one.content) | stems(" ".join(one.about)),
            names.within(claims[one.claim]),
            one.evidence.span.start / length,
        )
        for one in statements
    ]


def features(a: Sequence[Prepared], b: Sequence[Prepared], encoder: PhraseEncoder) -> Array:
    """What speaks for each pair being one.

    Returns:
        `(len(a), len(b), len(FEATURES))`, all values from 0 to 1.
    """
    weights = rarity([one.stems for one in (*a, *b)])
    alike = encoder.likeness([one.statement.content for one in a], [one.statement.content for one in b])
    about = _about(a, b, encoder)
    found = np.zeros((len(a), len(b), len(FEATURES)))
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            found[i, j] = (
                _kinds(one.statement.kind, other.statement.kind),
                _speakers(one.statement, other.statement),
                _parties(one.statement.others, other.statement.others),
                overlap(one.stems, other.stems, weights),
                alike[i, j],
                about[i, j],
                _sets(one.named, other.named),
                _amounts(one.statement, other.statement),
                _sets(frozenset(one.statement.topics), frozenset(other.statement.topics)),
            )
    return found


def chances(found: Array) -> Array:
    """The chance of each pair, from its features."""
    sums = found @ np.array([WEIGHTS[name] for name in FEATURES]) + BIAS
    chance: Array = 1 / (1 + np.exp(-sums))
    return chance


def nearness(a: Sequence[Prepared], b: Sequence[Prepared]) -> Array:
    """Up to 1e-6 for pairs that stand at the same place of their documents: decides between equals."""
    distance = np.subtract.outer([one.place for one in a], [one.place for one in b])
    return np.asarray((1 - np.abs(distance)) * 1e-6)


class _Names:
    """Names of a document's places, projects, bodies and the like, by where they stand."""

    def __init__(self, coded: Coded) -> None:
        entities = {entity.id: entity for entity in coded.entities if entity.kind in NAMED_KINDS}
        self._mentions = [
            (mention.start, mention.end, entity.identity or entity.name.lower(), entity.id)
            for mention in coded.mentions
            if (entity := entities.get(mention.entity))
        ]

    def within(self, claim: Claim) -> frozenset[str]:
        """What a claim's content names, less who speaks and who is spoken to."""
        span = claim.action or claim.evidence
        parties = {actor.entity for actor in (*claim.speakers, *claim.partners, *claim.addressees)}
        return frozenset(
            key
            for start, end, key, entity in self._mentions
            if span.start <= start and end <= span.end and entity not in parties
        )


def _kinds(one: ClaimKind, other: ClaimKind) -> float:
    if one == other:
        return 1.0
    return NEAR if any({one, other} <= family for family in _FAMILIES) else 0.0


def _speakers(one: Statement, other: Statement) -> float:
    """Countries that speak in common; less where one tells of what the other's speaker will do."""
    told = max(_told(one, other), _told(other, one))
    return max(_parties(one.speakers, other.speakers), told)


def _told(teller: Statement, speaker: Statement) -> float:
    """Whether a statement tells of another's speaker: "Mrema said Zambia will pay"."""
    if teller.kind not in {"assessment", "report"} or teller.stance is not None:
        return 0.0
    countries = {party.country for party in speaker.speakers if party.country}
    return NEAR if countries & {party.country for party in teller.others} else 0.0


def _parties(one: Sequence[Party], other: Sequence[Party]) -> float:
    """Share of countries in common; by name where a country is not known."""
    first, second = ({party.country or party.name for party in side} for side in (one, other))
    if first & second or not (first and second):
        return _sets(frozenset(first), frozenset(second))
    return _sets(*(frozenset(party.name for party in side) for side in (one, other)))


def _sets(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return UNKNOWN
    return len(one & other) / len(one | other)


def _amounts(one: Statement, other: Statement) -> float:
    """1 where an amount is the same, 0 where there are amounts of other things, else between."""
    if not one.amounts or not other.amounts:
        return UNKNOWN
    pairs = [(x, y) for x in one.amounts for y in other.amounts if have_one_unit(x, y)]
    if not pairs:
        return 0.0
    return 1.0 if any(math.isclose(x.value, y.value) for x, y in pairs) else 0.75


def _about(a: Sequence[Prepared], b: Sequence[Prepared], encoder: PhraseEncoder) -> Array:
    """Likeness of the two most alike things that the statements are about."""
    first, second = (
        [list(one.statement.about) or [one.statement.content] for one in side] for side in (a, b)
    )
    flat_a, flat_b = (sorted({phrase for side in sides for phrase in side}) for sides in (first, second))
    table = encoder.likeness(flat_a, flat_b)
    row, column = ({phrase: n for n, phrase in enumerate(flat)} for flat in (flat_a, flat_b))
    found = np.zeros((len(a), len(b)))
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            found[i, j] = table[np.ix_([row[p] for p in one], [column[p] for p in other])].max()
    return found
