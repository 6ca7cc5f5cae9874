"""What two reports of one statement put differently: stance, strength, deadline, amount, who speaks."""

from __future__ import annotations

import math
from collections.abc import Iterator

from dragoman.compare.amounts import have_one_unit
from dragoman.compare.comparison import Amount, Change, ChangeKind, Deadline, Direction, Level, Statement
from dragoman.compare.engagements import names
from dragoman.compare.statements import PLEDGE_SCALE
from dragoman.knowledge import diplomatic_words


def find_changes(a: Statement, b: Statement) -> tuple[Change, ...]:
    """The differences between two statements that are one; `b` is measured against `a`.

    Firmer and softer are of the table of diplomatic words and of the scale of pledges. Other words for the
    same thing are no change.
    """
    found = [*_stances(a, b), *_levels(a, b)]
    if a.kind != b.kind and not (a.level and b.level):  # the words' levels say more than the kinds they make
        found.append(Change("kind", a.kind, b.kind))
    found += _deadlines(a.deadline, b.deadline)
    found += _amounts(a, b)
    if _who(a) != _who(b):
        found.append(Change("speakers", names(a.speakers), names(b.speakers)))
    return tuple(found)


def _stances(a: Statement, b: Statement) -> Iterator[Change]:
    if a.stance != b.stance and a.stance and b.stance:
        yield Change("stance", a.stance, b.stance, "reversed")
    if a.negated != b.negated:
        yield Change("negation", _negation(a), _negation(b), "reversed")


def _negation(one: Statement) -> str | None:
    return "not" if one.negated else None


def _levels(a: Statement, b: Statement) -> Iterator[Change]:
    first, second = a.level, b.level
    if first is None or second is None or (first.scale, first.rank) == (second.scale, second.rank):
        return
    steps = None if _is_denied(a) or _is_denied(b) else _steps(first, second)
    direction: Direction | None = None
    if steps is not None:
        direction = "firmer" if steps > 0 else "softer"
    elif _are_opposed(first, second):
        direction = "reversed"
    what: ChangeKind = "strength" if PLEDGE_SCALE in {first.scale, second.scale} else "wording"
    yield Change(what, first.name, second.name, direction, steps)


def _is_denied(one: Statement) -> bool:
    """Whether a negation stands beside the graded word: "is not ready to" is no softer than "will not".

    "Rejects" is a denial by itself.
    """
    return one.negated and (one.level is None or one.level.scale != "opposition")


def _steps(first: Level, second: Level) -> int | None:
    if PLEDGE_SCALE in {first.scale, second.scale}:
        return second.rank - first.rank if first.scale == second.scale else None
    steps = diplomatic_words.step(_known(first), _known(second))
    return steps or None


def _are_opposed(first: Level, second: Level) -> bool:
    return PLEDGE_SCALE not in {first.scale, second.scale} and diplomatic_words.are_opposed(
        _known(first), _known(second)
    )


def _known(level: Level) -> diplomatic_words.Level:
    scale = next(one for one in diplomatic_words.SCALES if one == level.scale)
    return diplomatic_words.Level(scale, level.rank, level.name)


def _deadlines(a: Deadline | None, b: Deadline | None) -> Iterator[Change]:
    if a is None and b is None:
        return
    if a is None or b is None or (a.limit, a.start, a.end) != (b.limit, b.start, b.end):
        yield Change("deadline", a.words.text if a else None, b.words.text if b else None)


def _amounts(a: Statement, b: Statement) -> Iterator[Change]:
    """Amounts of one unit that differ, and those that one side leaves out."""
    left = list(b.amounts)
    for one in a.amounts:
        other = _counterpart(one, left)
        if other is not None:
            left.remove(other)
            if not math.isclose(one.value, other.value):
                yield Change("amount", one.words.text, other.words.text)
        else:
            yield Change("amount", one.words.text, None)
    for one in left:
        yield Change("amount", None, one.words.text)


def _counterpart(one: Amount, others: list[Amount]) -> Amount | None:
    """The other side's amount of the same thing, or of as many of a thing that it names otherwise."""
    fitting = [
        other
        for other in others
        if have_one_unit(one, other) or (other.value == one.value and not (one.is_money or other.is_money))
    ]
    return min(fitting, key=lambda other: abs(other.value - one.value), default=None)


def _who(one: Statement) -> frozenset[str]:
    """Countries that speak, else names."""
    return frozenset(party.country or party.name for party in one.speakers)
