"""What holds for any two documents: symmetry, completeness, evidence."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.compare import Comparison, compare, comparison_html, comparison_json, comparison_text
from dragoman.records import Coded

LAW = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="session")
def documents(pairs: dict[str, tuple[Coded, Coded]]) -> list[Coded]:
    """All 24 readouts."""
    return [one for pair in pairs.values() for one in pair]


def thinned(data: st.DataObject, documents: list[Coded]) -> Coded:
    """A readout with some of its claims and events; some of them twice, under another id."""
    coded = data.draw(st.sampled_from(documents))
    claims = [claim for claim in coded.claims if data.draw(st.booleans())]
    twice = [
        msgspec.structs.replace(claim, id=f"{claim.id}x") for claim in claims if data.draw(st.booleans())
    ]
    events = tuple(event for event in coded.events if data.draw(st.booleans()))
    return msgspec.structs.replace(coded, claims=(*claims, *twice), events=events)


@LAW
@given(st.data())
def test_the_other_order_is_the_mirror(documents: list[Coded], data: st.DataObject) -> None:
    a, b = thinned(data, documents), thinned(data, documents)
    comparison = compare(a, b)
    assert compare(b, a) == comparison.mirrored()
    assert comparison.mirrored().mirrored() == comparison


@LAW
@given(st.data())
def test_everything_is_there_once(documents: list[Coded], data: st.DataObject) -> None:
    a, b = thinned(data, documents), thinned(data, documents)
    comparison = compare(a, b)
    for coded, side, letter in ((a, comparison.a, "a"), (b, comparison.b, "b")):
        matched = [getattr(match, letter).claim for match in comparison.claims]
        assert sorted([*matched, *(one.claim for one in side.claims)]) == sorted(
            one.id for one in coded.claims
        )
        met = [getattr(match, letter).event for match in comparison.engagements]
        engagements = sorted(event.id for event in coded.events if event.form)
        assert sorted([*met, *(one.event for one in side.engagements)]) == engagements
        assert (side.n_claims, side.n_engagements) == (len(coded.claims), len(engagements))


def words_in(value: Any) -> list[dict[str, Any]]:
    """Every span with its text in a comparison's JSON."""
    if isinstance(value, list):
        return [found for one in value for found in words_in(one)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.keys() == {"span", "text"} else []
    return [*own, *(found for one in value.values() for found in words_in(one))]


def test_evidence_stands_where_it_says(pairs: dict[str, tuple[Coded, Coded]]) -> None:
    for a, b in pairs.values():
        data = msgspec.json.decode(comparison_json(compare(a, b)))
        for letter, coded in (("a", a), ("b", b)):
            parts = [data[letter]["claims"], data[letter]["engagements"]]
            parts += [match[letter] for match in (*data["claims"], *data["engagements"])]
            found = words_in(parts)
            assert found
            for words in found:
                assert coded.document.text[words["span"]["start"] : words["span"]["end"]] == words["text"]


def test_one_document_with_itself_has_no_change(documents: list[Coded]) -> None:
    for coded in documents:
        comparison = compare(coded, coded)
        assert [match.a for match in comparison.claims] == [match.b for match in comparison.claims]
        assert comparison.a.claims == comparison.b.claims == ()
        assert [match.changes for match in comparison.claims if match.changes] == []
        assert comparison.notes == ("Both are the same text: nothing can differ.",)
        assert comparison.mirrored() == comparison


def test_json_comes_back(pairs: dict[str, tuple[Coded, Coded]]) -> None:
    comparison = compare(*pairs["01-border-post"])
    assert msgspec.json.decode(comparison_json(comparison), type=Comparison) == comparison


def test_markup_in_a_text_stays_text(pairs: dict[str, tuple[Coded, Coded]]) -> None:
    a, b = pairs["01-border-post"]
    evil = msgspec.structs.replace(a.document, title="<script>alert(1)</script>\x1b[31m")
    comparison = compare(msgspec.structs.replace(a, document=evil), b)
    assert b"<script>alert" not in comparison_html(comparison)
    assert b"\x1b" not in comparison_html(comparison)
    assert b"\x1b" not in comparison_text(comparison)


def test_text_is_narrow_enough(pairs: dict[str, tuple[Coded, Coded]]) -> None:
    for a, b in pairs.values():
        assert max(map(len, comparison_text(compare(a, b)).decode().splitlines())) <= 100
