from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from dragoman.export.wording import (
    ENTITY_GROUPS,
    FORMS,
    KIND_PHRASES,
    MODES,
    STRENGTHS,
    TYPES,
    Verb,
    event_verb,
    inflect,
)
from dragoman.records import ClaimKind, Coded, EntityKind, EventForm, Status, Strength

MEET = FORMS["meeting"]

INFLECTED = [
    # id, verb, status, plural, expected
    ("occurred", MEET, "occurred", False, "met"),
    ("historical", MEET, "historical", True, "met"),
    ("ongoing", MEET, "ongoing", False, "is meeting"),
    ("ongoing, several", MEET, "ongoing", True, "are meeting"),
    ("planned", MEET, "planned", False, "is to meet"),
    ("planned, several", FORMS["visit"], "planned", True, "are to visit"),
    ("hypothetical", TYPES["PROTEST"], "hypothetical", False, "may protest"),
    ("negated", MODES["COERCE", "arrest"], "negated", True, "did not arrest"),
]


@pytest.mark.parametrize(
    ("verb", "status", "plural", "expected"), [pytest.param(*row, id=name) for name, *row in INFLECTED]
)
def test_inflect(verb: Verb, status: Status, plural: bool, expected: str) -> None:
    assert inflect(verb, status, plural=plural) == expected


@pytest.mark.parametrize(
    ("table", "values"),
    [
        pytest.param(FORMS, get_args(EventForm), id="forms"),
        pytest.param(STRENGTHS, get_args(Strength), id="strengths"),
        pytest.param(KIND_PHRASES, get_args(ClaimKind), id="claims"),
        pytest.param({**ENTITY_GROUPS, "person": "People"}, get_args(EntityKind), id="entities"),
    ],
)
def test_every_value_of_the_records_has_words(table: dict[str, object], values: tuple[str, ...]) -> None:
    assert set(table) == set(values)


def test_strengths_are_in_order() -> None:
    assert tuple(STRENGTHS) == get_args(Strength)


def test_verbs_are_those_of_the_codebook() -> None:
    from dragoman.codebooks import load_codebook

    codebook = load_codebook()
    assert set(TYPES) == set(codebook.types)
    assert set(MODES) <= {(name, mode) for name, kind in codebook.types.items() for mode in kind.modes}
    assert {name for name, _ in MODES} == {name for name, kind in codebook.types.items() if kind.modes} - {
        "CONSULT"
    }


def test_type_of_another_codebook_is_named(coded: Coded) -> None:
    event = msgspec.structs.replace(coded.events[-1], type="BLOCKADE", mode=None)
    assert event_verb(event).object == "(BLOCKADE)"
