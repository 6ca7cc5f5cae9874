"""Statements of two documents: which are one, and why."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.compare.assignment import assign
from dragoman.compare.changes import find_changes
from dragoman.compare.comparison import ClaimMatch
from dragoman.compare.engagements import names
from dragoman.compare.likeness import PhraseEncoder
from dragoman.compare.reasons import Reason, explain
from dragoman.compare.scoring import FEATURES, Array, Prepared, chances, features, nearness


def match_statements(
    a: Sequence[Prepared], b: Sequence[Prepared], encoder: PhraseEncoder, floor: float
) -> list[ClaimMatch]:
    """Pairs that are one statement, in the order of `a`.

    Each statement is in one pair at most, and the pairs are those whose chances add up to most.
    """
    if not a or not b:
        return []
    found = features(a, b, encoder)
    chance = chances(found)
    matches = []
    for i, j in assign(chance + nearness(a, b), floor):
        reasons = _reasons(a[i], b[j], found[i, j], encoder)
        one, other = a[i].statement, b[j].statement
        changes = find_changes(one, other)
        matches.append(
            ClaimMatch(one, other, round(float(chance[i, j]), 2), reasons, explain(reasons), changes)
        )
    return matches


def _reasons(a: Prepared, b: Prepared, found: Array, encoder: PhraseEncoder) -> tuple[Reason, ...]:
    one, other = a.statement, b.statement
    value = dict(zip(FEATURES, found.tolist(), strict=True))
    reasons = []
    if value["speakers"] and one.speakers and other.speakers:
        reasons.append(Reason("speakers", names(one.speakers), names(other.speakers)))
    if one.others and other.others and value["others"]:
        reasons.append(Reason("parties", names(one.others), names(other.others)))
    reasons.append(_about(a, b, value, encoder))
    if value["kind"]:
        reasons.append(Reason("kind", one.kind, other.kind))
    return tuple(reasons)


def _about(a: Prepared, b: Prepared, value: dict[str, float], encoder: PhraseEncoder) -> Reason:
    """The two phrases that are most alike: what the statements are about, or their whole content."""
    if value["likeness"] >= value["about"]:
        return Reason("about", a.statement.content, b.statement.content, round(value["likeness"], 2))
    sides = [sorted(one.statement.about) or [one.statement.content] for one in (a, b)]
    table = encoder.likeness(*sides)
    i, j = divmod(int(table.argmax()), table.shape[1])
    return Reason("about", sides[0][i], sides[1][j], round(float(table[i, j]), 2))
