"""Dates: which days the text speaks of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dragoman.parse.tree import Tree
from dragoman.records import Date, Document, Span
from dragoman.resolve.dates.anchor import Anchor
from dragoman.resolve.resolved import DateMention

__all__ = ["Anchor", "find_anchor", "find_dates"]

MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
FIND = re.compile(
    rf"\b(?:(?P<m>{'|'.join(MONTHS)}) (?P<d>\d\d?)(?:[-–](?P<d2>\d\d?))?(?:, (?P<y>\d{{4}}))?|(?P<w>{'|'.join(DAYS)})"
    r"|today|yesterday|tomorrow)\b",
    re.IGNORECASE,
)


def find_anchor(document: Document) -> Anchor | None:
    """The day that relative dates of the document count from."""
    published = document.published
    if published is None or published.start is None:
        return None
    return Anchor(published.start, published.basis, published.evidence)


def find_dates(
    text: str,
    anchor: Anchor | None,
    *,
    tree: Tree | None = None,
    ranges: Sequence[tuple[int, int]] | None = None,
) -> list[DateMention]:
    """Time expressions of the text in text order; relative ones only with an anchor."""
    out = []
    for start, end in ranges or [(0, len(text))]:
        for match in FIND.finditer(text, start, end):
            date = _date(match, anchor)
            if date is not None:
                first = last = 0
                if tree is not None:
                    at, until = tree.token_at(match.start()), tree.token_at(match.end() - 1)
                    if at is None or until is None:
                        continue
                    first, last = at, until + 1
                out.append(DateMention(Span(match.start(), match.end()), first, last, date))
    return out


def _date(match: re.Match[str], anchor: Anchor | None) -> Date | None:
    evidence = Span(match.start(), match.end())
    if match["m"] and (match["y"] or anchor):
        year = int(match["y"]) if match["y"] else anchor.day.year if anchor else 0
        month = MONTHS.index(match["m"].lower()) + 1
        try:
            start = dt.date(year, month, int(match["d"]))
            end = dt.date(year, month, int(match["d2"])) if match["d2"] else start
        except ValueError:
            return None
        basis = "text" if match["y"] or anchor is None else anchor.basis
        return Date(start, end, "range" if match["d2"] else "day", basis, evidence) if start <= end else None
    if anchor is None:
        return None
    word = match[0].lower()
    if match["w"]:
        day = anchor.day - dt.timedelta((anchor.day.weekday() - DAYS.index(word)) % 7)
    else:
        day = anchor.day + dt.timedelta({"today": 0, "yesterday": -1, "tomorrow": 1}[word])
    return Date(day, day, "day", anchor.basis, evidence)
