"""When: the days that a text speaks of."""

from dragoman.resolve.dates.anchor import Anchor, find_anchor
from dragoman.resolve.dates.find import find_dates

__all__ = ["Anchor", "find_anchor", "find_dates"]
