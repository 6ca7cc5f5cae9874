"""Records → rows → records is the identity; pairs of countries are what the record says."""

from __future__ import annotations

import datetime as dt
from types import ModuleType
from typing import Any

import msgspec
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import LakeError
from dragoman.lake.rows import arrow_of, coded_of, dyad_rows, rows_of, statement_rows
from dragoman.lake.tables import DATA_TABLES, arrow_type
from dragoman.records import Claim, Coded, Document, Entity, Event, Mention, Span

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


def of_type(kind: msgspec.inspect.Type) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911  # a table of types
    """Any value of a record's field."""
    match kind:
        case msgspec.inspect.NoneType():
            return st.none()
        case msgspec.inspect.UnionType(types=types):
            return st.one_of(map(of_type, types))
        case msgspec.inspect.StructType(cls=cls) if cls is Span:
            return st.builds(
                lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(1, 9)
            )
        case msgspec.inspect.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{field.name: of_type(field.type) for field in fields})
        case msgspec.inspect.VarTupleType(item_type=item):
            return st.lists(of_type(item), max_size=2).map(tuple)
        case msgspec.inspect.TupleType(item_types=items):
            return st.tuples(*map(of_type, items))
        case msgspec.inspect.LiteralType(values=values):
            return st.sampled_from(values)
        case msgspec.inspect.StrType():
            return TEXT
        case msgspec.inspect.IntType():
            return st.integers(-(2**31), 2**31 - 1)
        case msgspec.inspect.FloatType():
            return st.floats(allow_nan=False)
        case msgspec.inspect.BoolType():
            return st.booleans()
        case msgspec.inspect.DateType():
            return st.dates()
    raise TypeError(kind)


def any_of(record: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    return of_type(msgspec.inspect.type_info(record))


@st.composite
def documents(draw: st.DrawFn) -> list[Coded]:
    ids = draw(st.lists(TEXT, max_size=3, unique=True))
    parts = [st.lists(any_of(record), max_size=2).map(tuple) for record in (Entity, Mention, Event, Claim)]
    return [Coded(msgspec.structs.replace(draw(any_of(Document)), id=one), *map(draw, parts)) for one in ids]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_rows_hold_records(coded: list[Coded]) -> None:
    tables = arrow_of(rows_of(coded, "batch", "coder"))
    rows = {name: tables[name].to_pylist() if name in tables else [] for name in DATA_TABLES}
    for name, found in rows.items():
        if name != "documents":
            found.reverse()  # files keep no order
    assert coded_of(rows) == coded


@pytest.mark.parametrize("record", [Document, Entity, Mention, Event, Claim])
def test_every_field_has_its_column(record: type[msgspec.Struct]) -> None:
    table = {
        Document: "documents",
        Entity: "entities",
        Mention: "mentions",
        Event: "events",
        Claim: "claims",
    }[record]
    info: Any = msgspec.inspect.type_info(record)
    for field in info.fields:
        assert DATA_TABLES[table].field(field.name).type == arrow_type(field.type)


def actors(*countries: str | None) -> list[dict[str, Any]]:
    return [{"name": f"{country}", "country": country} for country in countries]


PAIRS = [
    # id, sources, targets, mutual, pairs with the source first
    ("one towards another", ["FRA"], ["MLI"], False, [("FRA", "MLI")]),
    ("a mutual one goes both ways", ["FRA"], ["MLI"], True, [("FRA", "MLI"), ("MLI", "FRA")]),
    ("several targets", ["FRA"], ["MLI", "TCD"], False, [("FRA", "MLI"), ("FRA", "TCD")]),
    ("one side of a mutual event", ["FRA", "MLI"], [], True, [("FRA", "MLI"), ("MLI", "FRA")]),
    ("sources alone do nothing to each other", ["FRA", "MLI"], [], False, []),
    ("nobody's country is known", [None], [None], True, []),
    ("at home", ["FRA"], ["FRA"], False, [("FRA", "FRA")]),
    ("two actors of a country count once", ["FRA", "FRA"], ["MLI"], False, [("FRA", "MLI")]),
]


@pytest.mark.parametrize(
    ("sources", "targets", "mutual", "expected"), [pytest.param(*row, id=name) for name, *row in PAIRS]
)
def test_pairs_of_an_event(sources: Any, targets: Any, mutual: bool, expected: Any) -> None:
    event = {
        "document": "d", "batch": "b", "year": 2024, "id": "v0", "mutual": mutual,
        "sources": actors(*sources), "targets": actors(*targets), "date": None, "place": None,
    }  # fmt: skip
    rows = dyad_rows(event, dt.date(2024, 5, 1))
    assert [(row["source_country"], row["target_country"]) for row in rows] == expected
    assert {row["pair"] for row in rows} == {"-".join(sorted(pair)) for pair in expected}
    assert event["filed_under"] == (rows[0]["pair"] if rows else None)


STATEMENTS = [
    # id, partners, addressees, about, (other country, relation)
    ("a partner outranks what it is about", ["MLI"], [], ["MLI"], [("MLI", "partner")]),
    ("addressee and subject", [], ["MLI"], ["TCD"], [("MLI", "addressee"), ("TCD", "about")]),
    ("about oneself", [], [], ["FRA"], []),
    ("nobody named", [None], [None], [], []),
]


@pytest.mark.parametrize(
    ("partners", "addressees", "about", "expected"),
    [pytest.param(*row, id=name) for name, *row in STATEMENTS],
)
def test_pairs_of_a_claim(partners: Any, addressees: Any, about: list[str], expected: Any) -> None:
    claim = {
        "document": "d", "batch": "b", "year": 2024, "id": "c0", "date": None,
        "speakers": actors("FRA"), "partners": actors(*partners), "addressees": actors(*addressees),
    }  # fmt: skip
    rows = statement_rows(claim, about)
    assert [(row["other_country"], row["relation"]) for row in rows] == expected


def test_rows_repeat_the_words_of_the_text(appender: ModuleType) -> None:
    rows = rows_of([appender.specimen(7, "first")], "b", "first")
    [event], [claim] = rows["events"], rows["claims"]
    assert event["evidence_text"] == "Envoy 7 of Chile met the envoy of Peru."
    assert (claim["evidence_text"], claim["cue_text"]) == ("He thanked Peru.", "thanked")
    assert claim["about_names"] == ["Peru"]
    assert claim["about_keys"] == ["country:PER"]
    assert rows["documents"][0]["year"] == 2021


def test_rows_without_evidence_are_no_records(appender: ModuleType) -> None:
    rows = rows_of([appender.specimen(7, "first")], "b", "import:other")
    rows["events"][0]["evidence"] = None
    with pytest.raises(LakeError, match="coded by import:other"):
        coded_of(rows)


def test_tables_have_simple_types() -> None:
    """Types that Delta Lake and everybody who reads it know."""

    def leaves(kind: pa.DataType) -> list[pa.DataType]:
        if pa.types.is_list(kind):
            return leaves(kind.value_type)
        if pa.types.is_struct(kind):
            return [leaf for field in kind for leaf in leaves(field.type)]
        return [kind]

    found = {str(leaf) for schema in DATA_TABLES.values() for field in schema for leaf in leaves(field.type)}
    assert found <= {"string", "int32", "double", "bool", "date32[day]"}
