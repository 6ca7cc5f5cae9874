"""One event, many sources: what agrees, what keeps two records apart, and why."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.exchange import Party, Report, Story
from dragoman.link import link_events
from dragoman.link.matching import MIN_SCORE, WINDOW_DAYS, compared, match
from dragoman.records import Coding, Date, Place

DAY = dt.date(2025, 3, 10)


def on(day: int) -> Date:
    date = dt.date(2025, 3, day)
    return Date(date, date, "day", "text")


VIK = Party("Ingrid Vik", "NOR", "GOV", kind="person")
OTIENO = Party("Peter Otieno", "KEN", "GOV", kind="person")
KENYA = Party("Kenya", "KEN", "GOV", kind="country", identity="country:KEN")
NAIROBI = Place("Nairobi", "KEN", -1.28, 36.82, "city:184745", "text", None)
MOMBASA = Place("Mombasa", "KEN", -4.05, 39.66, "city:186301", "text", None)
TUNIS = Place("Tunis", "TUN", 36.8, 10.18, "city:2464470", "text", None)


def report(document: str, event: str = "e1", **more: Any) -> Report:
    values: dict[str, Any] = {
        "type": "CONSULT", "mode": None, "sources": (VIK,), "targets": (OTIENO,), "date": on(10),
        "mutual": True, "reported": on(11), "place": NAIROBI, "evidence": "Vik met Otieno in Nairobi.",
    }  # fmt: skip
    values |= more
    return Report(
        story=Story(document, document), id=event, coded_as=Coding(values["type"], values["mode"]), **values
    )


CASES = [
    # id, changes in the second document, linked
    ("the same", {}, True),
    ("told from the other side", {"sources": (OTIENO,), "targets": (VIK,)}, True),
    ("place not told", {"place": None}, True),
    ("day not told", {"date": None, "reported": on(10)}, True),
    ("country not told", {"sources": (Party("Ingrid Vik"),)}, True),
    ("accents and order of a name", {"sources": (Party("VIK, Ingrid", "NOR"),)}, True),
    ("another type", {"type": "AGREE"}, False),
    ("denied", {"status": "negated"}, False),
    ("two days later", {"date": on(12)}, False),
    ("a month later", {"date": Date(dt.date(2025, 4, 10), dt.date(2025, 4, 10), "day", "text")}, False),
    ("another person of the country", {"targets": (Party("Grace Otieno", "KEN"),)}, False),
    ("a city abroad, day not told", {"place": TUNIS, "date": None, "reported": on(10)}, False),
    ("no day at all", {"date": None, "reported": None}, False),
    ("nobody", {"sources": (), "targets": ()}, False),
]


@pytest.mark.parametrize(("changes", "linked"), [pytest.param(*row, id=name) for name, *row in CASES])
def test_match(changes: dict[str, Any], linked: bool) -> None:
    found = list(link_events([report("a"), report("b", **changes)]))
    assert bool(found) is linked


SAID = [
    # id, words of the two documents, changes in both, linked
    ("a trip and a sum", ("will travel to Mombasa", "2.5 million kroner in aid"), {}, False),
    ("names, offices and promising alone", ("Norway's Vik told Kenya she is ready to help Otieno",
                                            "The minister said Norway will lend Kenyans boats"), {}, False),
    ("one word of many", ("will send boats for the coast guard of the lake",
                          "will send engineers to two dams and a bridge"), {}, False),
    ("told in other words", ("will give 2.5 million kroner for fishing boats",
                             "promised money for boats, 2.5 million kroner in all"), {}, True),
    ("the same words", ("thanked Kenya", "thanked Kenya"), {}, True),
    ("a dated act in words", ("will travel to Mombasa", "2.5 million kroner in aid"), {"date": on(10)}, True),
    ("deeds", ("will travel to Mombasa", "2.5 million kroner in aid"), {"type": "AID"}, True),
    ("planned visits", ("will travel to Mombasa", "is expected by Otieno"), {"form": "visit"}, True),
]  # fmt: skip


@pytest.mark.parametrize(("words", "changes", "linked"), [pytest.param(*row, id=name) for name, *row in SAID])
def test_undated_words_are_one_if_they_say_one_thing(
    words: tuple[str, str], changes: dict[str, Any], linked: bool
) -> None:
    both = {"type": "AGREE", "date": None, "mutual": False} | changes
    told = [report(name, evidence=one, **both) for name, one in zip("ab", words, strict=True)]
    assert bool(list(link_events(told))) is linked


def test_reason_names_what_agrees() -> None:
    [link] = link_events([report("a"), report("b", place=None)])
    assert link.reason == "both CONSULT; the same actors; the same day; place not told by both"
    assert (link.document, link.event, link.other_document, link.other_event) == ("a", "e1", "b", "e1")
    assert link.score == 0.94
    [whole] = link_events([report("a"), report("b")])
    assert whole.score == 1.0


def test_events_of_one_document_are_not_linked() -> None:
    assert list(link_events([report("a", "e1"), report("a", "e2")])) == []


def test_an_event_is_linked_to_the_best_of_a_document() -> None:
    """Where scores are equal the words of the evidence decide."""
    reports = [
        report("a", "e1", evidence="They met again in the evening."),
        report("a", "e2"),
        report("b", "e1"),
    ]
    [link] = link_events(reports)
    assert link.event == "e2"


def test_a_stay_and_a_day_within_it_overlap() -> None:
    stay = Date(dt.date(2025, 3, 8), dt.date(2025, 3, 12), "range", "text")
    [link] = link_events([report("a", date=stay), report("b")])
    assert "days that overlap" in link.reason


def test_links_do_not_depend_on_the_order() -> None:
    reports = [report("a"), report("b", place=None), report("c", date=None), report("d", place=MOMBASA)]
    ends = [
        {frozenset({one.document, one.other_document}) for one in link_events(order)}
        for order in (reports, reports[::-1])
    ]
    assert ends[0] == ends[1]
    assert ends[0]


PARTIES = st.sampled_from([VIK, OTIENO, KENYA, Party("Grace Otieno", "KEN"), Party("Norway", "NOR")])
SIDES = st.lists(PARTIES, max_size=3, unique=True).map(tuple)
TOLD = st.fixed_dictionaries(
    {
        "sources": SIDES,
        "targets": SIDES,
        "mutual": st.booleans(),
        "mode": st.sampled_from([None, "visit"]),
        "date": st.sampled_from([None, on(8), on(10), on(11)]),
        "place": st.sampled_from([None, NAIROBI, MOMBASA]),
    }
)


@settings(deadline=None)  # the first example loads what others find loaded
@given(
    told=st.lists(TOLD, min_size=2, max_size=8), min_score=st.sampled_from([0.6, 0.8, 0.85, MIN_SCORE, 0.95])
)
def test_nothing_is_lost_by_comparing_few(told: list[dict[str, Any]], min_score: float) -> None:
    """Those that are compared hold every pair that scores enough."""
    reports = [report(f"d{number}", **one) for number, one in enumerate(told)]
    found = {(link.document, link.other_document) for link in link_events(reports, min_score=min_score)}
    wanted = set()
    for one, other in itertools.combinations([one for one in map(compared, reports) if one], 2):
        apart = abs(((one.first or one.reported) - (other.first or other.reported)).days)
        link = match(one, other)
        if link and link.score >= min_score and apart <= WINDOW_DAYS:
            wanted.add((link.document, link.other_document))
    assert found == wanted
