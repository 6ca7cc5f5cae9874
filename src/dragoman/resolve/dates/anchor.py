"""The day that relative dates of a document count from.

The dateline's date wins, then the publication date that the reader found (its basis says where). A dateline
seldom prints the year; it is taken from the publication date, else the anchor is unknown: a year is never
guessed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.records import DateBasis, Document, Span
from dragoman.resolve.dates.expressions import Calendar, Context
from dragoman.resolve.dates.grammar import read
from dragoman.resolve.dates.lexer import lex


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day, how it is known, and where the document says so (`None` for metadata)."""

    day: dt.date
    basis: DateBasis
    evidence: Span | None


def find_anchor(document: Document) -> Anchor | None:
    """The day that relative dates of a document count from.

    Args:
        document: A read document with its layout.

    Returns:
        The dateline's date ("BISHKEK, May 20"; a missing year from the publication date), else the
        publication date with the basis that the reader gave it, else `None`.
    """
    published = document.published
    day = published.start if published is not None else None
    for segment in document.layout:
        if segment.kind == "dateline":
            found = _dateline_day(document.text, segment.start, segment.end, day)
            if found is not None:
                return found
    if published is None or day is None:
        return None
    return Anchor(day, published.basis, published.evidence)


def _dateline_day(text: str, start: int, end: int, published: dt.date | None) -> Anchor | None:
    for run in lex(text, start, end):
        for item in read(run, text):
            expression = item.value
            if not isinstance(expression, Calendar) or expression.day is None or expression.month is None:
                continue
            period = expression.ground(Context(published))
            if period is not None and period.start is not None:
                return Anchor(period.start, "dateline", Span(item.start, item.end))
    return None
