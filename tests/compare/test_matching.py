"""What is matched, what is not, and which changes are told: single sentences, then whole readouts."""

from __future__ import annotations

from types import ModuleType

import pytest

from dragoman.compare import Comparison, compare
from dragoman.pipeline import Pipeline
from dragoman.records import Coded

HEAD = "LIMA, March 3, 2025 -- "
WHO = "Peruvian Foreign Minister Rosa Quispe"
REST = f" {WHO} thanked Chile for its hospitality."

CHANGES = [
    # id, what A says, what B says, the changes as (what, a, b, direction, steps)
    (
        "pledge grows firmer",
        "said Peru is willing to reopen the consulate in Arica",
        "said Peru will reopen its consulate in Arica",
        [("strength", "willing", "will", "firmer", 2)],
    ),
    (
        "concern grows deep",
        "expressed concern about the embargo on copper",
        "expressed deep concern over the copper embargo",
        [("wording", "concerned", "deeply concerned", "firmer", 1)],
    ),
    (
        "from regret to blame",
        "regretted the closure of the border bridge",
        "condemned in the strongest terms the closure of the border bridge",
        [("wording", "regrets", "condemns in the strongest terms", "firmer", 4)],
    ),
    (
        "support grows weaker",
        "reiterated firm support for the fishing treaty",
        "welcomed the fishing treaty",
        [("wording", "firmly supports", "welcomes", "softer", -3)],
    ),
    (
        "a demand becomes a request",
        "demanded that Chile release the trawler",
        "asked Chile to release the trawler",
        [("wording", "demands", "asks", "softer", -2)],
    ),
    (
        "an amount shrinks, a deadline goes",
        "said Peru will pay $40 million for the tunnel by June 2026",
        "said Peru will pay $25 million for the tunnel",
        [
            ("deadline", "by June 2026", None, None, None),
            ("amount", "$40 million", "$25 million", None, None),
        ],
    ),
    (
        "only other words",
        "said Peru will build a road to the Chilean border",
        "said Peru will construct a road to the border of Chile",
        [],
    ),
    (
        "a promise withdrawn",
        "said Peru will join the copper pact",
        "said Peru will not join the copper pact",
        [("negation", None, "not", "reversed", None)],
    ),
    (
        "for and against",
        "welcomed the new mining law of Chile",
        "condemned the new mining law of Chile",
        [("wording", "welcomes", "condemns", "reversed", None)],
    ),
]


@pytest.mark.parametrize(("a", "b", "changes"), [pytest.param(*row, id=name) for name, *row in CHANGES])
def test_change(
    a: str,
    b: str,
    changes: list[tuple[str, str | None, str | None, str | None, int | None]],
    pipeline: Pipeline,
) -> None:
    comparison = compared(pipeline, a, b)
    (match,) = (one for one in comparison.claims if "thanked" not in one.a.content)
    assert [(one.what, one.a, one.b, one.direction, one.steps) for one in match.changes] == changes
    assert "same speaker (Rosa Quispe)" in match.why


APART = [
    ("another issue", "said Peru will reopen the consulate", "said Peru will lower the tariff on wheat"),
    ("another amount of another thing", "said Peru will send 20 doctors", "said Peru will buy 20 ferries"),
    ("request and pledge", "urged Chile to release the trawler", "said Peru will train customs officers"),
]


@pytest.mark.parametrize(("a", "b"), [pytest.param(*row, id=name) for name, *row in APART])
def test_not_matched(a: str, b: str, pipeline: Pipeline) -> None:
    comparison = compared(pipeline, a, b)
    assert [match for match in comparison.claims if "thanked" not in match.a.content] == []
    assert len(comparison.a.claims) == len(comparison.b.claims) == 1


def test_other_speaker_is_another_claim(pipeline: Pipeline) -> None:
    comparison = compare(
        pipeline(f"{HEAD}{WHO} said Peru will build a dam on the Tumbes river."),
        pipeline(f"{HEAD}Bolivian President Hugo Mamani said Bolivia will build a road to Oruro."),
    )
    assert comparison.claims == ()


ENGAGEMENTS = [
    # id, A, B, whether they are one, what differs
    (
        "received and met",
        "Chilean President Pablo Rojas met Peruvian President Ana Flores in Arica on March 2, 2025.",
        "Chilean President Pablo Rojas received Peruvian President Ana Flores in Arica on March 2, 2025.",
        True,
        [],
    ),
    (
        "another day",
        "Chilean President Pablo Rojas met Peruvian President Ana Flores in Arica on March 2, 2025.",
        "Peruvian President Ana Flores met Chilean President Pablo Rojas in Arica on March 1, 2025.",
        True,
        ["day"],
    ),
    (
        "another year",
        "Chilean President Pablo Rojas met Peruvian President Ana Flores in Arica on March 2, 2025.",
        "Peruvian President Ana Flores met Chilean President Pablo Rojas in Arica on May 6, 2024.",
        False,
        [],
    ),
    (
        "a call is no meeting",
        "Chilean President Pablo Rojas met Peruvian President Ana Flores on March 2, 2025.",
        "Peruvian President Ana Flores spoke by phone with Chilean President Pablo Rojas on March 2, 2025.",
        False,
        [],
    ),
    (
        "other people",
        "Chilean President Pablo Rojas met Peruvian President Ana Flores in Arica on March 2, 2025.",
        "Brazilian President Joana Reis met Kenyan President Amos Kiprop in Nairobi on March 2, 2025.",
        False,
        [],
    ),
]


@pytest.mark.parametrize(
    ("a", "b", "is_one", "differs"), [pytest.param(*row, id=name) for name, *row in ENGAGEMENTS]
)
def test_engagements(a: str, b: str, is_one: bool, differs: list[str], pipeline: Pipeline) -> None:
    comparison = compare(pipeline(HEAD + a), pipeline(HEAD + b))
    assert [[change.what for change in match.changes] for match in comparison.engagements] == (
        [differs] if is_one else []
    )
    assert len(comparison.a.engagements) == len(comparison.b.engagements) == (0 if is_one else 1)


FLOORS = [
    # half, what, precision, recall: a little below what was measured, for another model's sake
    ("tuned", "claims", 0.92, 0.80),
    ("tuned", "engagements", 0.95, 0.95),
    ("tuned", "direction", 0.90, 0.90),
    ("held out", "claims", 0.92, 0.70),
    ("held out", "engagements", 0.95, 0.95),
    ("held out", "direction", 0.85, 0.85),
]


@pytest.mark.parametrize(("half", "what", "precision", "recall"), FLOORS)
def test_pairs_stay_above_their_floor(
    half: str,
    what: str,
    precision: float,
    recall: float,
    pairs: dict[str, tuple[Coded, Coded]],
    benchmark: ModuleType,
) -> None:
    chosen = [pair for pair in benchmark.read_pairs() if pair.is_for_tuning == (half == "tuned")]
    count = benchmark.measure(chosen, pairs)[what]
    assert count.right >= precision * count.predicted
    assert count.found >= recall * count.gold


def compared(pipeline: Pipeline, a: str, b: str) -> Comparison:
    """Two readouts of two sentences: one that is told differently, and one that is the same."""
    return compare(pipeline(f"{HEAD}{WHO} {a}.{REST}"), pipeline(f"{HEAD}{WHO} {b}.{REST}"))
