"""What stands where in a brief."""

from __future__ import annotations

import msgspec
import pytest

from dragoman.export.arrange import build_brief
from dragoman.export.atoms import document_marks
from dragoman.export.brief import Line, Word
from dragoman.records import Coded, Coding


def said(words: tuple[Word, ...]) -> str:
    return "".join(word.text for word in words)


def outline(lines: tuple[Line, ...]) -> list[object]:
    return [(line.record, outline(line.children)) if line.children else line.record for line in lines]


def test_parts_stand_within_their_visit(coded: Coded) -> None:
    assert outline(build_brief(coded).engagements) == [("e1", ["e2", "e3", "e4"]), "e5"]


def test_headlines(coded: Coded) -> None:
    brief = build_brief(coded)
    visit, summit = brief.engagements
    assert said(visit.words) == "Ingrid Vik visited Kenya"
    assert [said(part.words) for part in visit.children] == [
        "Ingrid Vik met Peter Otieno",
        "Ingrid Vik met Grace Otieno",
        "Ingrid Vik visited port of Mombasa",
    ]
    assert (said(summit.words), summit.tags) == ("Ingrid Vik did not attend a summit", ("negated",))
    assert said(brief.deeds[0].words) == "Police in Kisumu used riot control on fishermen"


def test_country_is_told_of_those_who_are_none(coded: Coded) -> None:
    visit = build_brief(coded).engagements[0]
    assert {word.text: word.country for word in visit.words if word.entity} == {
        "Ingrid Vik": "NOR",
        "Kenya": None,
    }


def test_country_the_document_does_not_name_has_its_name_from_the_table(coded: Coded) -> None:
    entities = tuple(entity for entity in coded.entities if entity.kind != "country")
    people = build_brief(msgspec.structs.replace(coded, entities=entities)).people
    assert [person.country for person in people] == ["Norway", "Kenya", "Kenya"]


def test_claims_of_one_breath_are_one_statement(coded: Coded) -> None:
    (speaker,) = build_brief(coded).speakers
    assert said(speaker.words) == "Ingrid Vik"
    assert speaker.roles == ("Foreign Minister, Norway",)
    assert [(said(s.words), s.firmness, s.tags, s.records) for s in speaker.statements] == [
        ("ready to, with Kenya", 3, (), ("c1", "c2", "c3")),
        ("supports Kenya on", None, ("quoted",), ("c4", "c5")),
    ]
    assert [point.words for point in speaker.statements[0].points] == [
        "train coast guards",
        "share satellite data",
        "buy Kenyan tea",
    ]
    (point,) = speaker.statements[1].points
    assert [said(aspect.about) for aspect in point.aspects] == ["Lake Turkana", "Blue Economy Initiative"]


def test_what_saying_it_did_stands_with_the_speaker(coded: Coded) -> None:
    brief = build_brief(coded)
    assert outline(brief.speakers[0].acts) == ["e6"]
    assert outline(brief.deeds) == ["e7"]


def test_act_without_a_claim_of_its_speaker_has_a_group_of_its_own(coded: Coded) -> None:
    silent = msgspec.structs.replace(coded, claims=())
    (speaker,) = build_brief(silent).speakers
    assert (speaker.statements, outline(speaker.acts)) == ((), ["e6"])


def test_deed_that_somebody_reports_names_them(coded: Coded) -> None:
    events = tuple(
        msgspec.structs.replace(event, claims=("c1",)) if event.id == "e7" else event
        for event in coded.events
    )
    (deed,) = build_brief(msgspec.structs.replace(coded, events=events)).deeds
    assert ("according to", "Ingrid Vik") in [(fact.label, fact.value) for fact in deed.facts]


def test_date_that_the_text_does_not_give_is_not_made_up(coded: Coded) -> None:
    meeting = build_brief(coded).engagements[0].children[0]
    assert [(fact.value, fact.note) for fact in meeting.facts] == [
        ("no date given", "reported Wed 12 March 2025")
    ]


def test_events_that_are_part_of_each_other_are_shown_once(coded: Coded) -> None:
    circle = {"e2": "e3", "e3": "e2"}
    events = tuple(
        msgspec.structs.replace(event, part_of=circle.get(event.id, event.part_of)) for event in coded.events
    )
    engagements = build_brief(msgspec.structs.replace(coded, events=events)).engagements
    assert outline(engagements) == [("e1", ["e4"]), "e5", "e2", "e3"]


def test_folded_code_is_told(coded: Coded) -> None:
    event = msgspec.structs.replace(
        coded.events[0], coded_as=msgspec.structs.replace(coded.events[5].coded_as)
    )
    line = build_brief(msgspec.structs.replace(coded, events=(event,))).engagements[0]
    assert line.code == "CONSULT visit · coded as AGREE · CAMEO 042 · score +1.9 · diplomatic"


@pytest.mark.parametrize("empty", ["entities", "mentions", "events", "claims"])
def test_any_list_may_be_empty(empty: str, coded: Coded) -> None:
    brief = build_brief(msgspec.structs.replace(coded, **{empty: ()}))
    assert brief.title == coded.document.title


KINDS = [
    # id, type, form, status, folded into, its quad, how it is shown
    ("planned aid", "AID", None, "planned", "AGREE", 1, "deed"),
    ("planned cooperation", "COOPERATE", None, "planned", "AGREE", 1, "deed"),
    ("planned withdrawal", "RETREAT", None, "planned", "CONCEDE", 1, "deed"),
    ("planned support", "SUPPORT", None, "planned", "AGREE", 1, "word"),
    ("planned visit", "CONSULT", "visit", "planned", "AGREE", 1, "engagement"),
    ("aid", "AID", None, "occurred", "AID", 2, "deed"),
    ("accusation", "ACCUSE", None, "occurred", "ACCUSE", 3, "word"),
    ("word of another codebook", "OWN", None, "occurred", "OWN", 3, "word"),
    ("deed of another codebook", "OWN", None, "occurred", "OWN", 4, "deed"),
]


@pytest.mark.parametrize(
    ("type_", "form", "status", "folded", "quad", "kind"),
    [pytest.param(*row, id=name) for name, *row in KINDS],
)
def test_the_act_itself_decides_its_kind(
    type_: str, form: str | None, status: str, folded: str, quad: int, kind: str, coded: Coded
) -> None:
    """A planned act is coded as the agreement that it amounts to, and shown as what is planned."""
    [deed] = [event for event in coded.events if event.id == "e7"]
    changed = msgspec.structs.replace(
        deed, type=type_, mode=None, form=form, status=status, coded_as=Coding(folded, None), quad=quad
    )
    others = tuple(event for event in coded.events if event.id != "e7")
    brief = build_brief(msgspec.structs.replace(coded, events=(*others, changed)))
    found = {line.record: line for line in (*brief.engagements, *brief.deeds)}
    assert found["e7"].kind == kind
    assert (status in found["e7"].tags) is (status != "occurred")
    marks = document_marks(msgspec.structs.replace(coded, events=(changed,)))
    assert {mark.kind for mark in marks if mark.record == "e7"} == {kind}


def test_planned_deed_with_claims_is_no_act_of_saying_them(coded: Coded) -> None:
    events = tuple(
        msgspec.structs.replace(event, type="AID", status="planned") if event.id == "e6" else event
        for event in coded.events
    )
    brief = build_brief(msgspec.structs.replace(coded, events=events))
    assert [line.record for line in brief.deeds] == ["e6", "e7"]
    assert [act.record for speaker in brief.speakers for act in speaker.acts] == []
    assert ("according to", "Ingrid Vik") in [(fact.label, fact.value) for fact in brief.deeds[0].facts]
