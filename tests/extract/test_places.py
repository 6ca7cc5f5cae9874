"""Where an act took place, and how that is known."""

from __future__ import annotations

import pytest

MINISTER = "Norwegian Foreign Minister Lena Aasen"
PRESIDENT = "Kenyan President Daniel Otieno"

PLACES = [
    (f"{MINISTER} and {PRESIDENT} held talks in Nairobi.", "meeting", "Nairobi", "text"),
    pytest.param(
        f"{MINISTER} held talks with {PRESIDENT} in Nairobi.",
        "meeting",
        "Nairobi",
        "text",
        marks=pytest.mark.xfail(strict=True, reason="the parser hangs 'in Nairobi' on the name"),
    ),
    (f"In Muscat, {MINISTER} met {PRESIDENT}.", "meeting", "Muscat", "text"),
    (f"{MINISTER} met {PRESIDENT} at the palace in Muscat.", "meeting", "Muscat", "text"),
    (f"{MINISTER} met {PRESIDENT}.", "meeting", "Oslo", "dateline"),
    (f"{MINISTER} spoke with {PRESIDENT} by phone.", "call", None, None),
    ("Kenya and Oman held talks.", "meeting", None, None),
    (f"{MINISTER} met {PRESIDENT} to discuss the situation in Sudan.", "meeting", "Oslo", "dateline"),
    (f"{MINISTER} visited Kenya on Tuesday. Aasen met {PRESIDENT} on Tuesday.", "meeting", "Kenya", "visit"),
]


@pytest.mark.parametrize(("text", "form", "name", "basis"), PLACES)
def test_place(code, text, form, name, basis):
    (event,) = [e for e in code(text).coded.events if e.form == form]
    place = event.place
    assert (place.name if place else None, place.basis if place else None) == (name, basis)


def test_what_is_written_counts_more_than_what_is_near():
    from dragoman.extract.places import CONFIDENCE

    assert CONFIDENCE["text"] > CONFIDENCE["sentence"] >= CONFIDENCE["visit"] > CONFIDENCE["dateline"]
