"""Which date belongs to which act, and what a date says about status."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.extract.timing import Timing
from dragoman.read import read_text
from dragoman.records import Date
from dragoman.resolve import resolve

HEAD = "OSLO, May 3, 2024 (NTB) -- "
MAY_3 = dt.date(2024, 5, 3)


@pytest.fixture(scope="module")
def resolved(parser, knowledge):
    def run(text):
        document = read_text(HEAD + text, "row")
        (tree,) = parser.parse([document])
        return resolve(document, tree, knowledge)

    return run


DATES = [
    ("Aasen met Otieno on April 30.", "met", "2024-04-30"),
    ("Aasen met Otieno on Tuesday.", "met", "2024-04-30"),
    ("On April 30, Aasen met Otieno.", "met", "2024-04-30"),
    ("Aasen will visit Kenya from May 6 to 12.", "visit", "2024-05-06"),
    ("Aasen held talks with Otieno on April 30.", "talks", "2024-04-30"),
    ("Aasen met Otieno on April 29 and flew home on April 30.", "met", "2024-04-29"),
    ("Aasen met Otieno on April 29 and flew home on April 30.", "flew", "2024-04-30"),
    ("Aasen said on April 30 that she had met Otieno.", "met", "2024-04-30"),
    ("Aasen met Otieno.", "met", None),
    ("Aasen met Otieno. She flew home on April 30.", "met", None),
    ("Aasen met Otieno, who took office in March.", "met", None),
]


@pytest.mark.parametrize(("text", "trigger", "start"), DATES)
def test_date_of_an_act(resolved, text, trigger, start):
    found = resolved(text)
    date = Timing(found).date(found.tree.words.index(trigger))
    assert (str(date.start) if date is not None else None) == start


def date(start, end=None):
    return Date(start, end or start, "day", "text")


STATUSES = [
    ("a day to come", "occurred", date(dt.date(2024, 5, 4)), "planned"),
    ("a stay to come", "ongoing", date(dt.date(2024, 5, 4), dt.date(2024, 5, 6)), "planned"),
    ("the day of the report", "occurred", date(MAY_3), "occurred"),
    ("a stay that is over", "ongoing", date(dt.date(2024, 4, 1), dt.date(2024, 4, 3)), "occurred"),
    ("a stay that goes on", "ongoing", date(dt.date(2024, 5, 1), dt.date(2024, 5, 6)), "ongoing"),
    ("years ago", "occurred", date(dt.date(2019, 5, 1)), "historical"),
    ("last month", "occurred", date(dt.date(2024, 4, 1)), "occurred"),
    ("a denied act to come", "negated", date(dt.date(2024, 5, 4)), "negated"),
    ("a possible act to come", "hypothetical", date(dt.date(2024, 5, 4)), "hypothetical"),
    ("no date", "occurred", None, "occurred"),
]


@pytest.mark.parametrize(("status", "day", "right"), [r[1:] for r in STATUSES], ids=[r[0] for r in STATUSES])
def test_a_date_corrects_the_status(resolved, status, day, right):
    assert Timing(resolved("Aasen met Otieno.")).status(status, day) == right


def test_reported_is_the_day_without_its_clock_time(resolved):
    reported = Timing(resolved("Aasen met Otieno.")).reported()
    assert (reported.start, reported.time) == (MAY_3, None)
