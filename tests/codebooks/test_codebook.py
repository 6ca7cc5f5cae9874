"""The PLOVER codebook: what it holds, how acts fold, what they export as."""

from __future__ import annotations

import pytest

from dragoman.codebooks import Codebook, load_codebook
from dragoman.errors import UsageError
from dragoman.records import Coding

EVENT_TYPES = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip

FOLDED = [
    # id, type, mode, form, status, expected type, mode
    ("planned visit", "CONSULT", "visit", "visit", "planned", "AGREE", None),
    ("planned aid", "AID", None, None, "planned", "AGREE", None),
    ("planned cooperation", "COOPERATE", None, None, "planned", "AGREE", None),
    ("planned signing", "SUPPORT", None, "signing", "planned", "AGREE", None),
    ("planned release", "RETREAT", "release", None, "planned", "CONCEDE", None),
    ("planned concession", "CONCEDE", None, None, "planned", "CONCEDE", None),
    ("planned exercise stays", "MOBILIZE", "troops", None, "planned", "MOBILIZE", "troops"),
    ("planned attack stays", "ASSAULT", None, None, "planned", "ASSAULT", None),
    ("held visit", "CONSULT", None, "visit", "occurred", "CONSULT", "visit"),
    ("call without a mode", "CONSULT", None, "call", "occurred", "CONSULT", "phone"),
    ("plain meeting", "CONSULT", None, "meeting", "occurred", "CONSULT", None),
    ("negated meeting is no refusal", "CONSULT", None, "meeting", "negated", "CONSULT", None),
    ("hypothetical aid", "AID", None, None, "hypothetical", "AID", None),
]

TURNED = [
    # id, how, type, mode, expected
    ("threatened attack", "threatened", "ASSAULT", "aerial", ("THREATEN", "violence")),
    ("threatened sanctions", "threatened", "SANCTION", "discontinue", ("THREATEN", "restrict")),
    ("threatened expulsion", "threatened", "SANCTION", "expel", ("THREATEN", "expel")),
    ("threatened arrest", "threatened", "COERCE", "arrest", ("THREATEN", "arrest")),
    ("threatened curfew", "threatened", "COERCE", "curfew", ("THREATEN", "restrict")),
    ("refused talks", "refused", "CONSULT", "visit", ("REJECT", "meet")),
    ("refused release", "refused", "RETREAT", "release", ("REJECT", "yield")),
    ("refused aid", "refused", "AID", None, ("REJECT", "assist")),
    ("requested resignation", "requested", "RETREAT", "resign", ("REQUEST", "change")),
    ("threatened aid is nothing", "threatened", "AID", None, None),
]

CAMEO = [
    # id, type, mode, form, status, code
    ("meeting", "CONSULT", None, "meeting", "occurred", "040"),
    ("visit", "CONSULT", "visit", "visit", "occurred", "042"),
    ("call", "CONSULT", "phone", "call", "occurred", "041"),
    ("signing", "SUPPORT", None, "signing", "occurred", "057"),
    ("planned meeting", "CONSULT", None, "meeting", "planned", "036"),
    ("planned aid", "AID", None, None, "planned", "033"),
    ("planned release", "RETREAT", "release", None, "planned", "0353"),
    ("arrest", "COERCE", "arrest", None, "occurred", "173"),
    ("planned arrest keeps its code", "COERCE", "arrest", None, "planned", "173"),
    ("air strike", "ASSAULT", "aerial", None, "occurred", "195"),
    ("no code of its own", "COERCE", "withhold", None, "occurred", "170"),
    ("militia takes the type's code", "MOBILIZE", "militia", None, "occurred", "150"),
]


@pytest.fixture(scope="module")
def plover() -> Codebook:
    return load_codebook()


def test_types_modes_contexts_sectors(plover: Codebook) -> None:
    assert list(plover.types) == EVENT_TYPES
    assert sum(len(event.modes) for event in plover.types.values()) == 67
    assert len(plover.contexts) == 37
    assert len(plover.sectors) == 25


@pytest.mark.parametrize(
    ("type_", "quad"), [("AGREE", 1), ("AID", 2), ("REQUEST", 3), ("SANCTION", 4), ("RETREAT", 2)]
)
def test_quad(plover: Codebook, type_: str, quad: int) -> None:
    assert plover.quad(type_) == quad


@pytest.mark.parametrize(
    ("type_", "mode", "score"),
    [
        ("ACCUSE", None, -3),
        ("ASSAULT", "unconventional", -10),
        ("RETREAT", "disarm", 10),
        ("AID", "no such mode", 10),
    ],
)
def test_goldstein(plover: Codebook, type_: str, mode: str | None, score: float) -> None:
    assert plover.goldstein(type_, mode) == score


def test_conflict_scores_below_cooperation(plover: Codebook) -> None:
    for name, event in plover.types.items():
        scores = [event.goldstein, *(mode.goldstein for mode in event.modes.values())]
        assert (
            all(score > 0 for score in scores)
            if event.quad in {1, 2}
            else all(score <= 0.5 for score in scores)
        ), name


@pytest.mark.parametrize(
    ("act", "form", "status", "expected"),
    [
        pytest.param((type_, mode), form, status, to, id=name)
        for name, type_, mode, form, status, *to in FOLDED
    ],
)
def test_folded(plover: Codebook, act, form, status, expected) -> None:
    assert plover.folded(*act, form, status) == Coding(*expected)


@pytest.mark.parametrize(
    ("how", "type_", "mode", "expected"), [pytest.param(*row, id=name) for name, *row in TURNED]
)
def test_turned(plover: Codebook, how, type_, mode, expected) -> None:
    assert plover.turned(how, type_, mode) == (Coding(*expected) if expected else None)


@pytest.mark.parametrize(
    ("type_", "mode", "form", "status", "code"), [pytest.param(*row, id=name) for name, *row in CAMEO]
)
def test_cameo_code(plover: Codebook, type_, mode, form, status, code) -> None:
    assert plover.cameo_code(type_, mode, form, status) == code


def test_every_type_and_mode_exports(plover: Codebook) -> None:
    missing = [
        (name, mode)
        for name, event in plover.types.items()
        for mode in (None, *event.modes)
        if plover.cameo_code(name, mode) is None
    ]
    assert missing == []


def test_codes_are_those_of_the_folded_act(plover: Codebook) -> None:
    codes = plover.codes("CONSULT", None, "visit", "planned")
    assert (codes.coded_as, codes.quad, codes.goldstein, codes.cameo) == (
        Coding("AGREE", None),
        1,
        2.5,
        "036",
    )


def test_an_unknown_type_is_named(plover: Codebook) -> None:
    with pytest.raises(UsageError, match=r"FIGHT.*AGREE"):
        plover.quad("FIGHT")
