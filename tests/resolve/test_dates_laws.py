"""What holds for any text and any anchor."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.resolve.dates import Anchor, find_dates
from dragoman.resolve.dates.lexicon import PHRASES, WORDS
from dragoman.resolve.dates.periods import add_months, unit_at

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2030, 12, 31))
PIECES = st.one_of(
    st.sampled_from([*WORDS, *(phrase for group in PHRASES.values() for phrase, _, _ in group)]),
    st.integers(0, 3000).map(str),
    st.integers(1, 31).map(lambda n: f"{n}th"),
    st.sampled_from(
        [",", ".", "-", "–", "/", "'s", "(", "$", "2024-02-30", "31/12/1999", "1990s", "Q3", "10:30"]
    ),
    st.text(max_size=5),
)
TEXTS = st.lists(PIECES, max_size=25).flatmap(
    lambda pieces: st.sampled_from([" ", "  ", "", "\n", "\n\n"]).map(lambda space: space.join(pieces))
)
FORMATS = [
    "%B {d}, %Y",
    "{d} %B %Y",
    "the {d}th of %B, %Y",
    "%b {d}, %Y",
    "%Y-%m-%d",
    "%A, %B {d}, %Y",
    "{d}-%b-%Y",
]
UNITS = st.sampled_from(
    ["day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century"]
)


@settings(max_examples=300)
@given(TEXTS, st.one_of(st.none(), DAYS))
def test_any_text_gives_sound_mentions(text: str, day: dt.date | None) -> None:
    anchor = None if day is None else Anchor(day, "metadata", None)
    mentions = find_dates(text, anchor)
    end = 0
    for mention in mentions:
        assert mention.span.start >= end, "mentions overlap or are out of order"
        end = mention.span.end
        words = mention.span.of(text)
        assert words == words.strip()
        assert mention.date.evidence == mention.span
        start, last = mention.date.start, mention.date.end
        assert start is not None or last is not None
        assert start is None or last is None or start <= last
        assert mention.date.basis == "text" or day is not None
    assert find_dates(text, anchor) == mentions


@settings(max_examples=300)
@given(DAYS, st.sampled_from(FORMATS))
def test_a_written_day_comes_back(day: dt.date, form: str) -> None:
    written = day.strftime(form).replace("{d}", str(day.day))
    (mention,) = find_dates(f"They met on {written}.", None)
    assert (mention.date.start, mention.date.end, mention.date.precision) == (day, day, "day")
    assert mention.date.basis == "text"


@given(DAYS, st.integers(-180, 180), st.sampled_from(["%B {d}", "{d} %B"]))
def test_a_day_without_its_year_is_the_nearest(day: dt.date, distance: int, form: str) -> None:
    meant = day + dt.timedelta(days=distance)
    written = meant.strftime(form).replace("{d}", str(meant.day))
    (mention,) = find_dates(f"The pact of {written} held.", Anchor(day, "byline", None))
    assert mention.date.start is not None
    assert (mention.date.start.month, mention.date.start.day) == (meant.month, meant.day)
    if (meant.month, meant.day) != (2, 29):
        assert mention.date.start == meant


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_is_the_last(day: dt.date, back: int) -> None:
    meant = day - dt.timedelta(days=back)
    (mention,) = find_dates(f"They met on {meant:%A}.", Anchor(day, "byline", None))
    assert mention.date.start == meant


@given(DAYS, st.integers(1, 30), st.sampled_from(["ago", "later", "from now"]))
def test_days_counted_from_the_anchor(day: dt.date, n: int, word: str) -> None:
    found = find_dates(f"It happened {n} days {word}.", Anchor(day, "byline", None))
    if word == "later":
        assert found == []  # later than what is not said
    else:
        assert found[0].date.start == day + dt.timedelta(days=-n if word == "ago" else n)


@given(
    st.permutations(["last", "week", "May", "20", ",", "2024", "from", "to", "Friday", "the", "3", "until"])
)
def test_words_in_any_order_do_no_harm(words: list[str]) -> None:
    for mention in find_dates(" ".join(words), Anchor(dt.date(2024, 5, 22), "byline", None)):
        assert (
            mention.date.start is None or mention.date.end is None or mention.date.start <= mention.date.end
        )


@given(DAYS, UNITS, st.integers(-15, 15))
def test_units_are_contiguous(day: dt.date, unit: str, offset: int) -> None:
    here, there = unit_at(day, unit, offset), unit_at(day, unit, offset + 1)  # type: ignore[arg-type]
    assert here.start is not None
    assert here.end is not None
    assert there.start is not None
    assert (there.start - here.end).days == (6 if unit == "weekend" else 1)


@given(DAYS, st.integers(-600, 600))
def test_months_move_by_whole_months(day: dt.date, n: int) -> None:
    moved = add_months(day, n)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == n
    assert moved.day <= day.day
