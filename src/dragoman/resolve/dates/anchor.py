"""The day that relative dates of a document count from.

The dateline's date wins, then the publication date that the reader found (its basis says where). A dateline
seldom prints the year; it is taken from the publication date, else the anchor is unknown: a year is never guessed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.records import DateBasis, Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day, how it is known, and where the document says so (`None` for metadata)."""

    day: dt.date
    basis: DateBasis
    evidence: Span | None
