"""What a form may stand for, and what the rest of a text says about it."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge import Entry, Knowledge
from dragoman.resolve.places_context import holds
from dragoman.resolve.places_evidence import Evidence, choose, softmax
from dragoman.resolve.places_readings import Reading, distance_km, find_readings, find_state

DEGREES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def town(country: str, lat: float, lon: float, people: float = 50_000, region: str | None = None) -> Entry:
    return Entry("city", f"city:{country}{lat}", "X", country, None, "cities", lat, lon, people, region)


@pytest.mark.parametrize(
    ("form", "countries"),
    [
        ("Tripoli", ["LBY", "LBN"]),
        ("Georgia", ["GEO", "USA"]),
        ("Luxembourg", ["LUX"]),
        ("Abidjan", ["CIV"]),
        ("Black Sea", [None]),
    ],
)
def test_entries_of_one_place_are_one_reading(
    form: str, countries: list[str | None], knowledge: Knowledge
) -> None:
    assert [reading.country for reading in find_readings(knowledge.gazetteer.get(form))] == countries


def test_bodies_are_no_readings(knowledge: Knowledge) -> None:
    assert find_readings(knowledge.gazetteer.get("NATO")) == ()


def test_towns_of_one_name_far_apart_are_two_readings() -> None:
    assert len(find_readings((town("USA", 40, -80), town("USA", 34, -118)))) == 2
    assert len(find_readings((town("USA", 40, -80), town("USA", 40.1, -80.1)))) == 1


def test_region_holds_its_towns_and_not_itself(knowledge: Knowledge) -> None:
    state = find_state("Ga.", knowledge.gazetteer)
    assert state is not None
    assert holds(state, find_readings((town("USA", 33.9, -83.4, region="US-GA"),))[0])
    assert not holds(state, find_readings((town("USA", 30.6, -97.7, region="US-TX"),))[0])
    assert not holds(state, state)


@pytest.mark.parametrize("abbreviation", ["Xx.", "", "Georgia"])
def test_other_words_are_no_states(abbreviation: str, knowledge: Knowledge) -> None:
    assert find_state(abbreviation, knowledge.gazetteer) is None


def test_seat_of_government_has_its_towns_coordinates(knowledge: Knowledge) -> None:
    (reading,) = find_readings(knowledge.gazetteer.get("Abidjan"))
    assert reading.point is not None
    assert distance_km(reading.point, (5.35, -4.0)) < 20


@given(a=DEGREES, b=DEGREES)
def test_distance_is_symmetric_and_bounded(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)
    assert 0 <= distance_km(a, b) <= math.pi * 6371.0 + 1e-6


def test_distance_of_known_points() -> None:
    assert distance_km((51.5085, -0.1257), (48.8534, 2.3488)) == pytest.approx(344, abs=2)  # London to Paris


@given(scores=st.lists(st.floats(-50, 50), min_size=1, max_size=6))
def test_shares_sum_to_one_and_keep_the_order(scores: list[float]) -> None:
    shares = softmax(scores)
    assert sum(shares) == pytest.approx(1.0)
    assert max(shares) == shares[scores.index(max(scores))]


def test_every_mention_adds_support_and_each_less_than_the_last() -> None:
    reading = find_readings((town("NOR", 60, 10),))[0]
    evidence, support = Evidence(), [0.0]
    for _ in range(3):
        evidence.add(Reading((), "country", "NOR", 0.0, frozenset()), None)
        support.append(evidence.support(reading))
    gains = [b - a for a, b in itertools.pairwise(support)]
    assert gains == sorted(gains, reverse=True)
    assert min(gains) > 0


def test_likeliest_country_comes_before_the_likeliest_town() -> None:
    readings = find_readings((town("USA", 40, -80), town("USA", 34, -118), town("GBR", 52, 0)))
    choice = choose(readings, [0.0, 0.0, 0.5])
    assert choice.reading.country == "USA"
    assert choice.confidence < 0.5
    assert not choice.is_clear


def test_nobody_leads_an_empty_document() -> None:
    assert Evidence().leading(0.3) == []
