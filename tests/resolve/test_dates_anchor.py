"""Which day relative dates count from, and how that is known."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.records import Date, Document, Segment, Span
from dragoman.resolve.dates import find_anchor

MAY_21 = Date(dt.date(2024, 5, 21), dt.date(2024, 5, 21), "day", "byline", Span(0, 4))


def document(text: str, published: Date | None, *, dateline: str | None = None) -> Document:
    layout = (Segment("paragraph", 0, len(text)),)
    if dateline is not None:
        start = text.index(dateline)
        layout = (Segment("dateline", start, start + len(dateline)), *layout)
    return Document("", "", None, None, None, (), "en", published, None, text, layout=layout)


DATELINES = [
    # id, dateline, expected day
    ("month day", "BISHKEK, May 20 (Xinhua) --", dt.date(2024, 5, 20)),
    ("day month", "PARIS, 20 May --", dt.date(2024, 5, 20)),
    ("short month", "VIENNA, Dec. 31 (Reuters) -", dt.date(2023, 12, 31)),
    ("with year", "ROME, May 3, 2019 --", dt.date(2019, 5, 3)),
]


@pytest.mark.parametrize(("dateline", "day"), [pytest.param(*row, id=name) for name, *row in DATELINES])
def test_the_dateline_wins(dateline: str, day: dt.date) -> None:
    text = f"{dateline} They met on Friday."
    anchor = find_anchor(document(text, MAY_21 if day.month != 12 else new_year(), dateline=dateline))
    assert anchor is not None
    assert (anchor.day, anchor.basis) == (day, "dateline")
    assert anchor.evidence is not None
    assert anchor.evidence.of(text) in dateline


def new_year() -> Date:
    return Date(dt.date(2024, 1, 1), dt.date(2024, 1, 1), "day", "metadata")


def test_without_a_date_in_the_dateline_publication_counts() -> None:
    anchor = find_anchor(document("PARIS -- They met.", MAY_21, dateline="PARIS --"))
    assert anchor is not None
    assert (anchor.day, anchor.basis, anchor.evidence) == (dt.date(2024, 5, 21), "byline", Span(0, 4))


def test_a_dateline_without_year_or_publication_is_not_guessed() -> None:
    assert find_anchor(document("PARIS, May 20 -- They met.", None, dateline="PARIS, May 20 --")) is None


def test_no_date_at_all() -> None:
    assert find_anchor(document("They met.", None)) is None
