"""Whether an expression looks back or ahead, and the choice between candidates that follows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import Enum

from dragoman.resolve.dates.periods import ONE_DAY, Period, days_between


class Direction(Enum):
    """What the governing words say of the time.

    `PLANNED` is a present tense that speaks of a timetable ("is visiting", "arrives"). `NEAREST` is a noun of
    something that can lie on either side ("the May 24 summit").
    """

    PAST = "past"
    PRESENT = "present"
    PLANNED = "planned"
    FUTURE = "future"
    NEAREST = "nearest"

    @property
    def ahead(self) -> bool:
        """Looks ahead."""
        return self in {Direction.FUTURE, Direction.PLANNED}


def choose(candidates: Sequence[Period], day: dt.date, direction: Direction | None) -> Period | None:
    """The candidate that the direction asks for.

    Args:
        candidates: Periods in time order.
        day: The anchor.
        direction: `PAST` takes the last that has begun (one day of grace: wires date by the place of the
            event, metadata by the place of the server); ahead the first that has not ended; else the
            nearest, the earlier of two.
    """
    if direction is Direction.PAST:
        begun = [p for p in candidates if p.start is not None and p.start <= day + ONE_DAY]
        return begun[-1] if begun else None
    if direction is not None and direction.ahead:
        return next((p for p in candidates if p.end is not None and p.end >= day), None)
    return min(candidates, key=lambda p: days_between(p, day), default=None)
