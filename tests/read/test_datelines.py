"""Datelines one by one: what each must give, and beginnings that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.datelines import match_dateline, natural_case

DATELINES = [
    # dateline, place, evidence, month and day, agency
    ("BISHKEK, May 20 (Xinhua) -- ", "Bishkek", "BISHKEK", (5, 20), "Xinhua"),
    ("BISHKEK May 20 (Xinhua) -- ", "Bishkek", "BISHKEK", (5, 20), "Xinhua"),
    ("BISHKEK, May 20 Xinhua -- ", "Bishkek", "BISHKEK", (5, 20), "Xinhua"),
    ("LONDON, March 3 (Reuters) - ", "London", "LONDON", (3, 3), "Reuters"),
    ("GENEVA (AP) — ", "Geneva", "GENEVA", None, "AP"),
    ("GENEVA AP — ", "Geneva", "GENEVA", None, "AP"),
    ("SEOUL, South Korea (AP) — ", "Seoul", "SEOUL, South Korea", None, "AP"),
    (
        "UNITED NATIONS, New York, May 3 (Xinhua) -- ",
        "United Nations",
        "UNITED NATIONS, New York",
        (5, 3),
        "Xinhua",
    ),
    ("MOSCOW, January 15. /TASS/. ", "Moscow", "MOSCOW", (1, 15), "TASS"),
    ("MOSCOW. Jan 15 (Interfax) - ", "Moscow", "MOSCOW", (1, 15), "Interfax"),
    ("RIO DE JANEIRO, Sunday, May 5 (AFP) - ", "Rio de Janeiro", "RIO DE JANEIRO", (5, 5), "AFP"),
    ("ST. PETERSBURG, June 5. /TASS/. ", "St. Petersburg", "ST. PETERSBURG", (6, 5), "TASS"),
    ("WASHINGTON D.C. — ", "Washington D.C.", "WASHINGTON D.C.", None, None),
    ("(WASHINGTON) – ", "Washington", "WASHINGTON", None, None),
    ("BAKU, Azerbaijan, May 20. ", "Baku", "BAKU, Azerbaijan", (5, 20), None),
    ("Baku, May 20, AZERTAC – ", "Baku", "Baku", (5, 20), "AZERTAC"),
    ("PHNOM PENH (Mekong Wire) – ", "Phnom Penh", "PHNOM PENH", None, "Mekong Wire"),
    ("CAIRO - 3 May 2023: ", "Cairo", "CAIRO", (5, 3), None),
    ("May 3, 2023 – Ottawa, Ontario – ", "Ottawa", "Ottawa, Ontario", (5, 3), None),
    ("(Reuters) - ", None, "", None, "Reuters"),
    ("March 3 (Reuters) - ", None, "", (3, 3), "Reuters"),
]

SENTENCE = "The ministers met."


@pytest.mark.parametrize(
    ("dateline", "place", "evidence", "day", "agency"), DATELINES, ids=[row[0] for row in DATELINES]
)
def test_dateline(
    dateline: str, place: str | None, evidence: str, day: tuple[int, int] | None, agency: str | None
) -> None:
    line = dateline + SENTENCE
    found = match_dateline(line)
    assert found is not None
    assert line[found.end :] == SENTENCE
    assert found.place == place
    assert line[found.place_start : found.place_end] == evidence
    assert ((found.day.month, found.day.day) if found.day else None) == day
    assert found.agency == agency


NOT_DATELINES = [
    "Paris - a city of light - was quiet.",
    "The Paris - Berlin train was late.",
    "BREAKING — The ministers met.",
    "UPDATE 1 - The ministers met.",
    "WEDNESDAY — The ministers met.",
    "NATO — the alliance of thirty states — met.",
    "US - China talks began.",
    "U.S. officials -- who spoke on Monday -- agreed.",
    "On Monday, May 3 – the day of the talks – it rained.",
    "IAEA May 20 report said otherwise.",
    "QUESTION: Why?",
    "MR DOE: Well — the ministers met.",
    "Minister Wang -- who was there -- agreed.",
    "Monday, May 24, 2021",
    "Updated May 24, 2021",
    "LONDON - A CITY IN FLUX FOR A YEAR",
    "A (Reuters) report said otherwise.",
    "The Ministry, 3 May 2023 – a statement said.",
    "(Applause.)",
    "Tokyo (Japan) is a city.",
]


@pytest.mark.parametrize("line", NOT_DATELINES)
def test_not_a_dateline(line: str) -> None:
    assert match_dateline(line) is None


def test_colon_counts_only_where_it_may() -> None:
    assert match_dateline("ISLAMABAD: The ministers met.") is None
    found = match_dateline("ISLAMABAD: The ministers met.", colon=True)
    assert found is not None
    assert found.place == "Islamabad"


@pytest.mark.parametrize(
    ("written", "natural"),
    [
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("N'DJAMENA", "N'Djamena"),
        ("D.C.", "D.C."),
        ("THE HAGUE", "The Hague"),
        ("Paris", "Paris"),
        ("ULAN-UDE", "Ulan-Ude"),
        ("İZMİR", "İzmir"),
    ],
)
def test_natural_case(written: str, natural: str) -> None:
    assert natural_case(written).casefold() == natural.casefold()
    assert natural_case(written)[:3] == natural[:3]


@given(
    st.one_of(
        st.text(max_size=120),
        st.from_regex(
            r"[A-Z]{2,9}[ ,./(-]{0,3}[A-Z][a-z]{2,8} ?\d{0,2}[ (/)-]{0,4}[A-Za-z]{0,6}[)/ —:-]{0,4}",
            fullmatch=True,
        ),
    )
)
def test_offsets_fit(line: str) -> None:
    found = match_dateline(line)
    if found is not None:
        assert 0 <= found.place_start <= found.place_end <= found.end <= len(line)
        assert found.place is None or found.place_start < found.place_end
