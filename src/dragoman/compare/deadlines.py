"""When a pledge is to be kept or a request to be met, as its own words say."""

from __future__ import annotations

import re

from dragoman.compare.comparison import Deadline, Words
from dragoman.records import Document, Span
from dragoman.resolve.dates import find_anchor, find_dates

_LIMITS = (
    r"\b(?P<limit>no later than|not later than|by|before|until|till|within|as of|from|starting|after|in|on)\b"
)
_PART = r"(?:start|beginning|middle|end|close|course|spring|summer|autumn|fall|winter)"
_INSIDE = re.compile(_LIMITS, re.IGNORECASE)
_BEFORE = re.compile(rf"{_LIMITS}\s+(?:the\s+)?(?:{_PART}\s+of\s+)?(?:the\s+)?\Z", re.IGNORECASE)
REACH = 40
"""Code points before a date in which its preposition stands."""


class DeadlineFinder:
    """Finds the deadlines of one document's statements."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._dates = find_dates(document.text, find_anchor(document))

    def within(self, span: Span) -> Deadline | None:
        """The first date in a stretch of the text, with the preposition that makes it a limit."""
        for mention in self._dates:
            if span.start <= mention.span.start and mention.span.end <= span.end:
                start, limit = self._limit(span, mention.span)
                words = Span(start, mention.span.end)
                date = mention.date
                return Deadline(limit, date.start, date.end, Words(words, words.of(self._text)))
        return None

    def _limit(self, span: Span, date: Span) -> tuple[int, str | None]:
        """Where the words begin, and the preposition: date expressions hold their own ("by June")."""
        if inside := _INSIDE.match(self._text, date.start, date.end):
            return date.start, inside["limit"].lower()
        if before := _BEFORE.search(self._text, max(span.start, date.start - REACH), date.start):
            return before.start(), before["limit"].lower()
        return date.start, None
