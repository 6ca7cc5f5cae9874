"""When a pledge is to be kept or a request to be met, as its own words say."""

from __future__ import annotations

import re

from dragoman.compare.comparison import Deadline, Words
from dragoman.records import Document, Span
from dragoman.resolve.dates import find_anchor, find_dates

_LIMIT = re.compile(
    r"\b(?P<limit>no later than|not later than|by|before|until|till|within|as of|from|starting|after|in|on|"
    r"during)\s+(?:the\s+)?(?:(?:end|start|beginning|middle|close|course|spring|summer|autumn|fall|winter)\s+of\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
REACH = 40
"""Code points before a date in which its preposition stands."""


class DeadlineFinder:
    """Finds the deadlines of one document's statements."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        anchor = find_anchor(document)
        self._dates = find_dates(document.text, anchor)

    def within(self, span: Span) -> Deadline | None:
        """The first date in a stretch of the text, with the preposition that makes it a limit."""
        for mention in self._dates:
            if span.start <= mention.span.start and mention.span.end <= span.end:
                limit = _LIMIT.search(
                    self._text, max(span.start, mention.span.start - REACH), mention.span.start
                )
                start = limit.start() if limit else mention.span.start
                words = Span(start, mention.span.end)
                return Deadline(
                    limit["limit"].lower() if limit else None,
                    mention.date.start,
                    mention.date.end,
                    Words(words, words.of(self._text)),
                )
        return None
