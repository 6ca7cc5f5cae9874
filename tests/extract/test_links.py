"""Links between the records of a document."""

from __future__ import annotations

import pytest

MINISTER = "Norwegian Foreign Minister Lena Aasen"
PRESIDENT = "Kenyan President Daniel Otieno"
OMANI = "Omani Foreign Minister Salim Al Harthy"

TRIPS = [
    (f"{MINISTER} visited Kenya. Aasen met {PRESIDENT}.", ["KEN"]),
    (f"{MINISTER} visited Kenya and Oman. Aasen met {PRESIDENT} and {OMANI}.", ["KEN", "OMN"]),
    (f"{MINISTER} visited Kenya. Aasen spoke with {OMANI} by phone.", [None]),
    (f"{MINISTER} met {PRESIDENT}.", [None]),
    (f"{MINISTER} visited Kenya on April 10. Aasen met {PRESIDENT} on April 30.", [None]),
]


@pytest.mark.parametrize(("text", "hosts"), TRIPS)
def test_a_meeting_is_part_of_the_visit_it_was_held_on(code, text, hosts):
    events = {e.id: e for e in code(text).coded.events}
    meetings = [e for e in events.values() if e.form in {"meeting", "call"}]
    found = [events[e.part_of].targets[0].country if e.part_of else None for e in meetings]
    assert sorted(found, key=str) == hosts


def test_a_stop_is_part_of_its_visit(code):
    events = code(f"{MINISTER} flew to Nairobi.").coded.events
    visit, stop = (next(e for e in events if e.form == form) for form in ("visit", "site visit"))
    assert stop.part_of == visit.id


ACTS = [
    (f"{MINISTER} said Norway will build a port in Kenya.", "AGREE", "KEN"),
    (f"{MINISTER} thanked Kenya for its help.", "SUPPORT", "KEN"),
    ("Norway urged Ethiopia to withdraw its troops.", "REQUEST", "ETH"),
    ("Norway condemned Ethiopia for the raid.", "ACCUSE", "ETH"),
]


@pytest.mark.parametrize(("text", "kind", "target"), ACTS)
def test_words_that_do_something_are_acts_of_their_claims(code, text, kind, target):
    coded = code(text).coded
    (act,) = [e for e in coded.events if e.origin == "speech acts"]
    assert (act.type, [a.country for a in act.targets]) == (kind, [target])
    assert act.claims == tuple(claim.id for claim in coded.claims)


@pytest.mark.parametrize(
    "text", ["Norway welcomes the ceasefire.", f"{MINISTER} said the road is open to traffic."]
)
def test_words_aimed_at_nobody_are_no_act(code, text):
    assert [e for e in code(text).coded.events if e.origin == "speech acts"] == []


def test_one_act_for_several_claims_on_one_target(code):
    coded = code("Norway urged Ethiopia to free the sailors and to reopen the border.").coded
    (act,) = [e for e in coded.events if e.type == "REQUEST"]
    assert len(act.claims) == len(coded.claims) == 2


def test_every_link_leads_to_a_record_of_the_document(code):
    coded = code(
        f"{MINISTER} visited Kenya. Aasen met {PRESIDENT}. Aasen said Norway will widen trade with Kenya."
    ).coded
    claims, events = {c.id for c in coded.claims}, {e.id for e in coded.events}
    assert all(set(e.claims) <= claims and (e.part_of is None or e.part_of in events) for e in coded.events)


def test_a_planned_visit_is_scored_as_the_agreement_it_is(code):
    happened = code(f"{MINISTER} visited Kenya.").coded.events[0]
    planned = code(f"{MINISTER} will visit Kenya.").coded.events[0]
    assert (happened.type, planned.type) == ("CONSULT", "CONSULT")
    assert (happened.coded_as.type, planned.coded_as.type) == ("CONSULT", "AGREE")
    assert happened.cameo != planned.cameo
