"""Amounts and deadlines: what is one, what is none, and when two count the same."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.compare.amounts import have_one_unit, iter_amounts
from dragoman.compare.deadlines import DeadlineFinder
from dragoman.read import read_text
from dragoman.records import Span

AMOUNTS = [
    # id, text, and of each amount: value, unit, words
    ("sign and scale", "give $40 million to farmers", [(40e6, "USD", "$40 million")]),
    ("words for money", "pay 35 million US dollars", [(35e6, "USD", "35 million US dollars")]),
    ("another dollar", "spend 90 million Canadian dollars", [(90e6, "CAD", "90 million Canadian dollars")]),
    ("short scale", "lend €1.5bn", [(1.5e9, "EUR", "€1.5bn")]),
    ("code before", "invest RMB 2 billion", [(2e9, "CNY", "RMB 2 billion")]),
    ("share", "cut duties by 10 per cent", [(10, "percent", "10 per cent")]),
    (
        "counted people",
        "train 60 customs officers from Peru",
        [(60, "customs officers", "60 customs officers")],
    ),
    ("thousands", "sell 200,000 tonnes of wheat", [(200e3, "tonnes", "200,000 tonnes")]),
    ("number word", "deliver six patrol boats by autumn", [(6, "patrol boats", "six patrol boats")]),
    ("a year is none", "open in 2026 new consulates", []),
    ("a day is none", "meet on May 3 with doctors", []),
    ("the two sides are none", "the two sides agreed", []),
    ("a number alone is none", "chapter 12 of the treaty", []),
    ("an ordinal is none", "hold the 3rd round", []),
    ("several", "send 20 doctors and 4 trucks", [(20, "doctors", "20 doctors"), (4, "trucks", "4 trucks")]),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in AMOUNTS])
def test_amounts(text: str, expected: list[tuple[float, str, str]]) -> None:
    found = list(iter_amounts(text, 0, len(text)))
    assert [(one.value, one.unit, one.words.text) for one in found] == expected


@settings(deadline=None)
@given(st.text(alphabet="0123456789 ,.$€%abmillion-tonnes\n", max_size=40))
def test_words_are_where_they_say(text: str) -> None:
    for one in iter_amounts(text, 0, len(text)):
        assert one.words.span.of(text) == one.words.text
        assert one.value >= 0


UNITS = [
    ("other spelling", "5 cubic meters of gas", "9 cubic metres of gas", True),
    ("same noun", "12 Peruvian students", "14 students", True),
    ("other noun", "12 students", "12 tractors", False),
    ("other currency", "$5 million", "€5 million", False),
    ("money and things", "$5 million", "5 million doses", False),
]


@pytest.mark.parametrize(("a", "b", "expected"), [pytest.param(*row, id=name) for name, *row in UNITS])
def test_units(a: str, b: str, expected: bool) -> None:
    (one,), (other,) = (list(iter_amounts(text, 0, len(text))) for text in (a, b))
    assert have_one_unit(one, other) == have_one_unit(other, one) == expected


DEADLINES = [
    ("by a day", "reopen the bridge by June 30, 2025", "by", dt.date(2025, 6, 30), "by June 30, 2025"),
    ("end of a year", "pay by the end of 2026", "by", dt.date(2026, 12, 31), "by the end of 2026"),
    ("in a season's year", "lend a ship in the winter of 2025", "in", dt.date(2025, 12, 31), None),
    ("no preposition", "reopen the bridge May 4, 2025", None, dt.date(2025, 5, 4), "May 4, 2025"),
]


@pytest.mark.parametrize(
    ("text", "limit", "end", "words"), [pytest.param(*row, id=name) for name, *row in DEADLINES]
)
def test_deadlines(text: str, limit: str | None, end: dt.date, words: str | None) -> None:
    document = read_text(f"LIMA, March 3, 2025 -- Peru will {text}.", "peru.txt")
    start = document.text.index(text)
    found = DeadlineFinder(document).within(Span(start, start + len(text)))
    assert found is not None
    assert (found.limit, found.end) == (limit, end)
    assert found.words.span.of(document.text) == found.words.text
    assert words is None or found.words.text == words


def test_no_deadline_outside_the_span() -> None:
    document = read_text("LIMA, March 3, 2025 -- Peru will pay. Chile will pay by May 1, 2026.", "peru.txt")
    start = document.text.index("pay")
    assert DeadlineFinder(document).within(Span(start, start + 3)) is None
