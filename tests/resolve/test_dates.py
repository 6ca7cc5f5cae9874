"""Dates of news sentences, written for this test. The anchor is Wednesday, 22 May 2024."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.parse import EnglishParser
from dragoman.records import Document, Segment
from dragoman.resolve.dates import Anchor, find_dates
from dragoman.resolve.resolved import DateMention

WEDNESDAY = Anchor(dt.date(2024, 5, 22), "byline", None)


def written(mention: DateMention, text: str) -> str:
    """A mention as "words: start..end precision"; a single day without its end, an open end as nothing."""
    date = mention.date
    ends = [day.isoformat() if day is not None else "" for day in (date.start, date.end)]
    days = ends[0] if ends[0] == ends[1] else "..".join(ends)
    return f"{mention.span.of(text)}: {days} {date.precision}"


def found(text: str, anchor: Anchor | None = WEDNESDAY) -> list[str]:
    return [written(mention, text) for mention in find_dates(text, anchor)]


def rows(table: list[tuple[str, ...]]) -> list[object]:
    return [pytest.param(text, list(expected), id=name) for name, text, *expected in table]


ABSOLUTE = [
    # id, sentence, expected mentions; nothing here needs an anchor
    ("month day year", "They met on May 20, 2024.", "May 20, 2024: 2024-05-20 day"),
    ("day month year", "They met on 20 May 2024.", "20 May 2024: 2024-05-20 day"),
    ("ordinal of month", "Signed on the 20th of May, 2024.", "the 20th of May, 2024: 2024-05-20 day"),
    ("short month", "Signed on Sept. 3, 1991.", "Sept. 3, 1991: 1991-09-03 day"),
    ("weekday first", "Signed on Monday, May 20, 2024.", "Monday, May 20, 2024: 2024-05-20 day"),
    ("iso", "Dated 2024-05-20.", "2024-05-20: 2024-05-20 day"),
    ("iso with time", "Stamped 2024-05-20T09:30:00Z.", "2024-05-20T09:30:00Z: 2024-05-20 day"),
    ("slashes, day past 12", "Dated 20/05/2024.", "20/05/2024: 2024-05-20 day"),
    ("slashes, month first", "Dated 05/06/2024.", "05/06/2024: 2024-05-06 day"),
    ("slashes, day first elsewhere", "Filed 05/06/2024, heard 25/06/2024.",
     "05/06/2024: 2024-06-05 day", "25/06/2024: 2024-06-25 day"),
    ("dots", "Dated 13.5.2015.", "13.5.2015: 2015-05-13 day"),
    ("day-month-year dashes", "Dated 05-Aug-2016.", "05-Aug-2016: 2016-08-05 day"),
    ("1900", "The treaty of 7 March 1900 lapsed.", "7 March 1900: 1900-03-07 day"),
    ("2030", "It expires on December 31, 2030.", "December 31, 2030: 2030-12-31 day"),
    ("leap day", "Held on February 29, 2024.", "February 29, 2024: 2024-02-29 day"),
    ("days of a month", "He toured the region May 24-27, 2021.",
     "May 24-27, 2021: 2021-05-24..2021-05-27 range"),
    ("days, en dash", "The forum ran November 15–20, 2022.",
     "November 15–20, 2022: 2022-11-15..2022-11-20 range"),
    ("days before the month", "Held on 12–13 May 2024.", "12–13 May 2024: 2024-05-12..2024-05-13 range"),
    ("between and", "Held between 3 and 5 May 2023.",
     "between 3 and 5 May 2023: 2023-05-03..2023-05-05 range"),
    ("two days in a row", "Held on 3 and 4 May 2023.", "3 and 4 May 2023: 2023-05-03..2023-05-04 range"),
    ("two days apart", "Held on 3 and 9 May 2023.", "3: 2023-05-03 day", "9 May 2023: 2023-05-09 day"),
    ("across months", "Open May 30 – June 2, 2021.", "May 30 – June 2, 2021: 2021-05-30..2021-06-02 range"),
    ("across new year", "From December 28 to January 3, 2021, it rained.",
     "From December 28 to January 3, 2021: 2020-12-28..2021-01-03 range"),
    ("month year", "Elected in May 2024.", "May 2024: 2024-05-01..2024-05-31 month"),
    ("this and month and year", "Key parts of this February 2020 pact hold.",
     "February 2020: 2020-02-01..2020-02-29 month"),
    ("month of year", "Elected in May of 2024.", "May of 2024: 2024-05-01..2024-05-31 month"),
    ("months of a year", "From January to April 2015, prices rose.",
     "From January to April 2015: 2015-01-01..2015-04-30 range"),
    ("year", "Elected in 2024.", "2024: 2024-01-01..2024-12-31 year"),
    ("year before noun", "The 2014 annexation was condemned.", "2014: 2014-01-01..2014-12-31 year"),
    ("month and year before noun", "After an August 2020 coup, aid stopped.",
     "August 2020: 2020-08-01..2020-08-31 month"),
    ("years", "He served from 2018 to 2021.", "from 2018 to 2021: 2018-01-01..2021-12-31 range"),
    ("years, dash", "The 1914-1918 war.", "1914-1918: 1914-01-01..1918-12-31 range"),
    ("two-year season", "The 2015-16 budget passed.", "2015-16: 2015-01-01..2016-12-31 range"),
    ("since", "He has ruled since 2014.", "since 2014: 2014-01-01.. year"),
    ("until", "The pact holds until 2030.", "until 2030: ..2030-12-31 year"),
    ("by", "Emissions must fall by 2030.", "by 2030: ..2030-12-31 year"),
    ("before", "Nobody knew before 1990.", "before 1990: ..1989-12-31 year"),
    ("after", "Nothing happened after May 20, 2024.", "after May 20, 2024: 2024-05-21.. day"),
    ("onward", "From 2015 onward, trade grew.", "From 2015 onward: 2015-01-01.. year"),
    ("decade", "In the 1990s, they fought.", "the 1990s: 1990-01-01..1999-12-31 range"),
    ("early decade", "In the early 1990s, they fought.", "the early 1990s: 1990-01-01..1994-12-31 range"),
    ("century", "A 19th century border.", "19th century: 1800-01-01..1899-12-31 range"),
    ("mid-year", "It reopened in mid-2024.", "mid-2024: 2024-05-01..2024-08-31 range"),
    ("end of year", "It closed at the end of 2000.", "the end of 2000: 2000-09-01..2000-12-31 range"),
    ("quarter", "Output fell in the first quarter of 2023.",
     "the first quarter of 2023: 2023-01-01..2023-03-31 quarter"),
    ("Q3", "Output fell in Q3 2022.", "Q3 2022: 2022-07-01..2022-09-30 quarter"),
    ("half", "Output fell in the second half of 2023.",
     "the second half of 2023: 2023-07-01..2023-12-31 range"),
    ("first months", "In the first nine months of 2023, exports rose.",
     "the first nine months of 2023: 2023-01-01..2023-09-30 range"),
    ("week of", "In the week of May 20, 2024, they met.",
     "the week of May 20, 2024: 2024-05-20..2024-05-26 week"),
    ("nth weekday", "Held on the first Monday of May 2024.",
     "the first Monday of May 2024: 2024-05-06 day"),
    ("fiscal year", "The ministry's fiscal year 2022 budget.",
     "fiscal year 2022: 2022-01-01..2022-12-31 year"),
    ("US fiscal year", "U.S. aid in FY 2019.", "FY 2019: 2018-10-01..2019-09-30 year"),
    ("in words", "On September the twenty-first nineteen seventy-eight, he died.",
     "September the twenty-first nineteen seventy-eight: 1978-09-21 day"),
    ("time of day", "On May 20, 2024, at 3 p.m., they met.", "May 20, 2024: 2024-05-20 day"),
    ("next day by text", "It began on 3 March 2024; the next day, shelling resumed.",
     "3 March 2024: 2024-03-03 day", "the next day: 2024-03-04 day"),
    ("deadline from a day", "Within ten days of May 5, 2024, they must reply.",
     "Within ten days of May 5, 2024: 2024-05-05..2024-05-15 range"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), rows(ABSOLUTE))
def test_absolute_dates_need_no_anchor(text: str, expected: list[str]) -> None:
    assert found(text, None) == expected
    assert found(text, WEDNESDAY) == expected
    assert {mention.date.basis for mention in find_dates(text, WEDNESDAY)} == {"text"}


RELATIVE = [
    ("today", "He left today.", "today: 2024-05-22 day"),
    ("yesterday evening", "He left yesterday evening.", "yesterday evening: 2024-05-21 day"),
    ("tomorrow", "He leaves tomorrow.", "tomorrow: 2024-05-23 day"),
    ("tonight", "He speaks tonight.", "tonight: 2024-05-22 day"),
    ("last night", "Shots rang out last night.", "last night: 2024-05-21 day"),
    ("this morning", "They met this morning.", "this morning: 2024-05-22 day"),
    ("the day before yesterday", "He left the day before yesterday.",
     "the day before yesterday: 2024-05-20 day"),
    ("the day after tomorrow", "He leaves the day after tomorrow.", "the day after tomorrow: 2024-05-24 day"),
    ("weekday", "He left on Monday.", "Monday: 2024-05-20 day"),
    ("weekday of today", "He left on Wednesday.", "Wednesday: 2024-05-22 day"),
    ("weekday and part of day", "He left on Friday evening.", "Friday evening: 2024-05-17 day"),
    ("part of day of weekday", "He left in the morning of Friday.", "Friday: 2024-05-17 day"),
    ("last weekday", "He left last Tuesday.", "last Tuesday: 2024-05-14 day"),
    ("past weekday", "He left this past Tuesday.", "this past Tuesday: 2024-05-21 day"),
    ("next weekday", "He leaves next Tuesday.", "next Tuesday: 2024-05-28 day"),
    ("coming weekday", "He leaves this coming Tuesday.", "this coming Tuesday: 2024-05-28 day"),
    ("this weekday", "He leaves this Friday.", "this Friday: 2024-05-24 day"),
    ("weekday of next week", "He leaves on Friday of next week.", "Friday of next week: 2024-05-31 day"),
    ("next week on weekday", "He leaves next week on Friday.", "next week on Friday: 2024-05-31 day"),
    ("weekday range", "He stayed from Friday to Monday.",
     "from Friday to Monday: 2024-05-17..2024-05-20 range"),
    ("weekdays in a row", "They met on Monday and Tuesday.",
     "Monday and Tuesday: 2024-05-20..2024-05-21 range"),
    ("weekdays apart", "They met on Monday and Friday.", "Monday: 2024-05-20 day", "Friday: 2024-05-17 day"),
    ("last week", "They met last week.", "last week: 2024-05-13..2024-05-19 week"),
    ("this week", "They met this week.", "this week: 2024-05-20..2024-05-26 week"),
    ("next week", "They meet next week.", "next week: 2024-05-27..2024-06-02 week"),
    ("earlier this week", "They met earlier this week.", "earlier this week: 2024-05-20..2024-05-21 range"),
    ("later this month", "They meet later this month.", "later this month: 2024-05-22..2024-05-31 range"),
    ("weekend", "Clashes broke out over the weekend.", "the weekend: 2024-05-18..2024-05-19 range"),
    ("last month", "They met last month.", "last month: 2024-04-01..2024-04-30 month"),
    ("next quarter", "Rates fall next quarter.", "next quarter: 2024-07-01..2024-09-30 quarter"),
    ("last year", "They met last year.", "last year: 2023-01-01..2023-12-31 year"),
    ("late last year", "They met late last year.", "late last year: 2023-07-01..2023-12-31 range"),
    ("month of last year", "They met in March of last year.",
     "March of last year: 2023-03-01..2023-03-31 month"),
    ("day of next month", "They meet on the 20th of next month.", "the 20th of next month: 2024-06-20 day"),
    ("days ago", "They met three days ago.", "three days ago: 2024-05-19 day"),
    ("weeks ago", "They met two weeks ago.", "two weeks ago: 2024-05-08 week"),
    ("months ago", "They met a couple of months ago.", "a couple of months ago: 2024-03-22 month"),
    ("years ago", "They met 10 years ago.", "10 years ago: 2014-05-22 year"),
    ("month and days ago", "They met 1 month and 21 days ago.", "1 month and 21 days ago: 2024-04-01 day"),
    ("more than years ago", "It began more than two years ago.",
     "more than two years ago: ..2022-05-21 year"),
    ("from now", "They meet two weeks from now.", "two weeks from now: 2024-06-05 week"),
    ("past weeks", "In the past three weeks, talks stalled.",
     "the past three weeks: 2024-05-01..2024-05-21 range"),
    ("last year, rolling", "Over the last year, prices rose.", "the last year: 2023-05-22..2024-05-21 range"),
    ("next days", "In the next two days, it rains.", "the next two days: 2024-05-23..2024-05-24 range"),
    ("within", "They must reply within 30 days.", "within 30 days: 2024-05-22..2024-06-21 range"),
    ("nearest day", "The pact of May 24 was hailed.", "May 24: 2024-05-24 day"),
    ("nearest day, new year", "The pact of December 30 was hailed.", "December 30: 2023-12-30 day"),
    ("nearest month", "The pact of March was hailed.", "March: 2024-03-01..2024-03-31 month"),
    ("since month", "Since October, trade has grown.", "Since October: 2023-10-01.. month"),
    ("last month by name", "They met last March.", "last March: 2024-03-01..2024-03-31 month"),
    ("next month by name", "They meet next March.", "next March: 2025-03-01..2025-03-31 month"),
    ("early month", "They met in early May.", "early May: 2024-05-01..2024-05-15 range"),
    ("late month", "They meet in late June.", "late June: 2024-06-16..2024-06-30 range"),
    ("first half of month", "They met in the first half of May.",
     "the first half of May: 2024-05-01..2024-05-15 range"),
    ("months", "From March to May, exports rose.", "From March to May: 2024-03-01..2024-05-31 range"),
    ("days across months", "It lasts from June 28 to July 2.",
     "from June 28 to July 2: 2024-06-28..2024-07-02 range"),
    ("from until", "It lasted from 12 May until 14 May.",
     "from 12 May until 14 May: 2024-05-12..2024-05-14 range"),
    ("decade without century", "In the '90s, they fought.", "the '90s: 1990-01-01..1999-12-31 range"),
    ("weekday fixes the year", "Held on Friday, June 2.", "Friday, June 2: 2023-06-02 day"),
    ("weekday and ordinal", "Held on Friday the 17th.", "Friday the 17th: 2024-05-17 day"),
    ("day of the month", "On the 15th, they spoke by phone.", "the 15th: 2024-05-15 day"),
    ("following day", "He came on May 3. The following day he left.", "May 3: 2024-05-03 day",
     "The following day: 2024-05-04 day"),
    ("days later", "Arrested on May 3, he was freed two days later.", "May 3: 2024-05-03 day",
     "two days later: 2024-05-05 day"),
    ("day before", "He came on May 3, having called the day before.", "May 3: 2024-05-03 day",
     "the day before: 2024-05-02 day"),
    ("same day", "He came on May 3 and left the same day.", "May 3: 2024-05-03 day",
     "the same day: 2024-05-03 day"),
    ("day after an event", "A day after Monday's vote, it was annulled.",
     "A day after Monday: 2024-05-21 day"),
    ("noun takes the day", "Before Monday's vote, they met.", "Monday: 2024-05-20 day"),
    ("deadline", "They must leave by Friday.", "by Friday: ..2024-05-24 day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), rows(RELATIVE))
def test_relative_dates_count_from_the_anchor(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    assert found(text, None) == []
    assert {mention.date.basis for mention in find_dates(text, WEDNESDAY)} == {"byline"}


NO_DATES = [
    ("may as verb", "They may return and march on the city."),
    ("May as name", "Theresa May resigned; May said so herself."),
    ("March as name", "The March on Washington drew crowds."),
    ("June as name", "June Osborne spoke with April Ryan."),
    ("this may", "This may take time."),
    ("following a duration", "The accord came about following 30 years of patient talks."),
    ("second as rank", "A second official said the first round had failed."),
    ("anniversary", "Guests marked the 61st anniversary."),
    ("session", "The 27th session opened in the 15th arrondissement."),
    ("money", "The fine was $2024, or 5.2 percent of sales."),
    ("count", "More than 2000 people fled."),
    ("count with of", "A force of 2000 soldiers advanced."),
    ("thousand in words", "Two thousand soldiers advanced."),
    ("resolution", "Resolution 1970 and resolution 2231 were cited."),
    ("age", "A 20-year-old, aged 21, was held."),
    ("telephone", "Call 555-1212 or +86 138-2010-2015."),
    ("code", "File 133-03-03-2020 and ABC-12345 are closed."),
    ("aircraft and disease", "An F-16 crew caught COVID-19 at the G20."),
    ("score and ratio", "It ended 3-2, a 2/3 majority, in a 16/9 frame."),
    ("round the clock", "They work 24/7."),
    ("attack by its day", "He spoke of 9/11."),
    ("duration", "It was the first visit in three years."),
    ("length of stay", "They stayed for three days."),
    ("recurring", "They meet every Friday and each May."),
    ("vague", "It ended a few days ago."),
    ("february 30", "The deadline of February 30, 2024 was a joke."),
    ("no 13th month", "The code 2024-13-40 failed."),
    ("named games", "The Tokyo 2020 Games and Vision 2030 were praised."),
    ("time only", "They met at 3:30 p.m."),
    ("last day", "It was his last day in office."),
    ("day before what is not dated", "He left the day before the summit and the day prior to the vote."),
    ("version", "Version 4.22 was released."),
    ("empty", ""),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NO_DATES])
def test_no_date_where_there_is_none(text: str) -> None:
    assert found(text) == []


ANCHORS = [
    ("1900", dt.date(1900, 3, 1), "yesterday", dt.date(1900, 2, 28)),
    ("leap year 2000", dt.date(2000, 3, 1), "yesterday", dt.date(2000, 2, 29)),
    ("2030", dt.date(2030, 1, 1), "yesterday", dt.date(2029, 12, 31)),
    ("29 February far away", dt.date(1903, 5, 5), "February 29", dt.date(1904, 2, 29)),
    ("month end", dt.date(2023, 3, 31), "one month ago", dt.date(2023, 2, 28)),
]


@pytest.mark.parametrize(
    ("day", "words", "expected"), [pytest.param(*row, id=name) for name, *row in ANCHORS]
)
def test_anchors_of_all_years(day: dt.date, words: str, expected: dt.date) -> None:
    (mention,) = find_dates(f"It happened {words}.", Anchor(day, "metadata", None))
    assert mention.date.start == expected
    assert mention.date.basis == "metadata"


TENSE = [
    # id, sentence, expected mention by the real parser
    ("past", "The minister met his counterpart on Friday.", "Friday: 2024-05-17 day"),
    ("past, same day", "The minister met his counterpart on Wednesday.", "Wednesday: 2024-05-22 day"),
    ("future", "The minister will meet his counterpart on Friday.", "Friday: 2024-05-24 day"),
    ("future, same day", "The minister will meet his counterpart on Wednesday.", "Wednesday: 2024-05-22 day"),
    ("is to", "The two sides are to meet on Monday.", "Monday: 2024-05-27 day"),
    ("agreed to", "The ministers agreed to hold talks on Monday.", "Monday: 2024-05-27 day"),
    ("plans to", "The premier plans to fly to Ankara on Thursday.", "Thursday: 2024-05-23 day"),
    ("is expected to", "The president is expected to arrive on Sunday.", "Sunday: 2024-05-26 day"),
    ("would", "He said he would travel to Ankara on Thursday.", "Thursday: 2024-05-23 day"),
    ("scheduled for", "The vote was scheduled for Tuesday.", "Tuesday: 2024-05-28 day"),
    ("postponed to", "The court postponed the hearing until Friday.", "until Friday: ..2024-05-24 day"),
    ("postponed on", "The hearing was postponed on Friday.", "Friday: 2024-05-17 day"),
    ("progressive", "The envoy is travelling to Geneva on Thursday.", "Thursday: 2024-05-23 day"),
    ("timetable", "The delegation arrives in Hanoi on Friday.", "Friday: 2024-05-24 day"),
    ("headline", "Premier to visit Hanoi on Friday", "Friday: 2024-05-24 day"),
    ("could not", "Negotiators could not agree on a text on Friday.", "Friday: 2024-05-17 day"),
    ("noun, past event", "He condemned Monday's attack on the embassy.", "Monday: 2024-05-20 day"),
    ("noun, past event in a future sentence", "We want to condemn the attack on Friday against the ship.",
     "Friday: 2024-05-17 day"),
    ("noun ahead of", "Ahead of Friday's summit, leaders traded barbs.", "Friday: 2024-05-24 day"),
    ("noun, upcoming", "Leaders discussed Friday's upcoming summit.", "Friday: 2024-05-24 day"),
    ("noun, will attend", "She will attend Friday's summit.", "Friday: 2024-05-24 day"),
    ("talks in the past", "Talks on Saturday ended without a deal.", "Saturday: 2024-05-18 day"),
    ("month day, past", "Troops crossed the border on November 20.", "November 20: 2023-11-20 day"),
    ("month day, future", "The election will be held on November 5.", "November 5: 2024-11-05 day"),
    ("month day, attack", "The October 7 attack killed hundreds.", "October 7: 2023-10-07 day"),
    ("month day, attack ahead", "The panel will examine the October 7 attack.", "October 7: 2023-10-07 day"),
    ("month day, deadline", "The deadline is June 1.", "June 1: 2024-06-01 day"),
    ("month, past", "The talks resumed in March.", "March: 2024-03-01..2024-03-31 month"),
    ("month, future", "The parliament will convene in March.", "March: 2025-03-01..2025-03-31 month"),
    ("deadline by month", "The army must withdraw by March.", "by March: ..2025-03-31 month"),
    ("visit under way", "The premier is on a visit to Peru from Tuesday to Friday.",
     "from Tuesday to Friday: 2024-05-21..2024-05-24 range"),
    ("visit to come", "The premier will visit Peru from Friday to Sunday.",
     "from Friday to Sunday: 2024-05-24..2024-05-26 range"),
    ("visit made", "The premier visited Peru from Friday to Sunday.",
     "from Friday to Sunday: 2024-05-17..2024-05-19 range"),
    ("on the sidelines", "The leaders met on the sidelines of the summit held on 12–13 May.",
     "12–13 May: 2024-05-12..2024-05-13 range"),
    ("in weeks", "The plant will reopen in three weeks.", "in three weeks: 2024-06-12 week"),
    ("weekend ahead", "Voters will go to the polls this weekend.",
     "this weekend: 2024-05-25..2024-05-26 range"),
]  # fmt: skip


@pytest.fixture(scope="module")
def in_context(parser: EnglishParser) -> dict[str, list[str]]:
    """What is found in each sentence of the tense table with its parse."""
    documents = [
        Document(
            id=str(n), uri="", source=None, url=None, title=None, authors=(), language="en", published=None,
            dateline=None, text=row[1], layout=(Segment("paragraph", 0, len(row[1])),),
        )
        for n, row in enumerate(TENSE)
    ]  # fmt: skip
    trees = parser.parse(documents)
    return {
        document.text: [
            written(mention, document.text) for mention in find_dates(document.text, WEDNESDAY, tree=tree)
        ]
        for document, tree in zip(documents, trees, strict=True)
    }


@pytest.mark.parametrize(("text", "expected"), rows(TENSE))
def test_tense_decides(text: str, expected: list[str], in_context: dict[str, list[str]]) -> None:
    assert in_context[text] == expected


def test_mentions_have_their_tokens(parser: EnglishParser) -> None:
    text = "They met on May 20, 2024 in Paris."
    document = Document(
        "", "", None, None, None, (), "en", None, None, text, layout=(Segment("paragraph", 0, len(text)),)
    )
    (tree,) = parser.parse([document])
    (mention,) = find_dates(text, None, tree=tree)
    assert tree.words[mention.first : mention.last] == ["May", "20", ",", "2024"]
    assert mention.date.evidence == mention.span


def test_only_the_ranges_asked_for() -> None:
    text = "On May 1, 2024 they came; on May 2, 2024 they left."
    (mention,) = find_dates(text, None, ranges=[(25, len(text))])
    assert mention.span.of(text) == "May 2, 2024"


def test_tables_of_numbers_and_endless_digits_do_no_harm() -> None:
    text = (
        "May " + ", ".join(str(n % 31 + 1) for n in range(5000)) + " and " + "7" * 5000 + " on May 20, 2024."
    )
    assert found(text, None)[-1] == "May 20, 2024: 2024-05-20 day"


def test_a_blank_line_parts_a_date() -> None:
    assert found("He will speak in May\n\n20 ministers came.") == ["May: 2024-05-01..2024-05-31 month"]
