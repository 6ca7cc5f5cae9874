"""The ready-made views, each on documents made for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.lake import Lake
from dragoman.records import Actor, Claim, Coded, Coding, Date, Document, Entity, Event, Place, Span

HERE = Span(0, 5)


def day(text: str) -> Date:
    return Date(dt.date.fromisoformat(text), dt.date.fromisoformat(text), "day", "text")


def actor(country: str | None, name: str | None = None) -> Actor:
    return Actor("e0", name or f"{country}", country, "GOV", None, ())


def document(
    name: str, published: str | None, *parts: Event | Claim, entities: Iterable[Entity] = ()
) -> Coded:
    date = day(published) if published else None
    head = Document(name, f"{name}.txt", "Wire", None, f"On {name}", (), "en", date, None, f"words of {name}")
    events = tuple(part for part in parts if isinstance(part, Event))
    claims = tuple(part for part in parts if isinstance(part, Claim))
    return Coded(head, tuple(entities), (), events, claims)


def event(id_: str, source: Actor, target: Actor, **facts: Any) -> Event:
    known = {
        "type": "CONSULT", "mode": None, "form": None, "contexts": (), "status": "occurred",
        "coded_as": Coding("CONSULT", None), "sources": (source,), "targets": (target,), "mutual": False,
        "date": None, "reported": None, "place": None, "part_of": None, "claims": (), "trigger": HERE,
        "evidence": HERE, "cameo": "040", "goldstein": 1.0, "quad": 1, "confidence": 0.9,
    }  # fmt: skip
    return Event(id=id_, **{**known, **facts})


def claim(id_: str, speaker: Actor, **facts: Any) -> Claim:
    known = {
        "kind": "position", "speakers": (speaker,), "addressees": (), "partners": (), "stance": None,
        "about": (), "topics": (), "action": None, "strength": None, "cue": None, "quoted": False,
        "chain": (), "negated": False, "date": None, "evidence": HERE, "confidence": 0.9,
    }  # fmt: skip
    return Claim(id=id_, **{**known, **facts})


CHN, KGZ, KAZ = actor("CHN"), actor("KGZ", "Sadyr Japarov"), actor("KAZ")
RAIL = Entity("e1", "project", "the railway", (), None, None, (), "project:cku")
DAM = Entity("e2", "project", "Dam", (), None, None, ())


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    made = Lake.create(tmp_path_factory.mktemp("views") / "lake")
    trip = Date(dt.date(2024, 3, 4), dt.date(2024, 3, 6), "range", "text")
    place = Place("Bishkek", "KGZ", None, None, None, "text", None)
    documents = [
        document(
            "visit", "2024-03-07",
            event("v0", CHN, KGZ, form="visit", mode="visit", date=trip, place=place),
            event("v1", CHN, KGZ, form="meeting", mutual=True, date=day("2024-03-05"), part_of="v0"),
            event("v2", CHN, KGZ, form="call", status="planned", mutual=True),
            event("v3", KAZ, KGZ, type="SANCTION", quad=4, goldstein=-6.0, date=day("2024-03-05")),
        ),
        document(
            "first", "2024-03-01",
            claim("c0", CHN, kind="pledge", partners=(KGZ,), about=("e1",), strength="willing", cue=HERE),
            claim("c1", CHN, about=("e1",), stance="support"),
            claim("c2", KGZ, about=("e1", "e2"), stance="support"),
            entities=[RAIL, DAM],
        ),
        document(
            "second", "2024-06-01",
            claim("c0", CHN, kind="pledge", partners=(KGZ,), about=("e1",), strength="agreed", cue=HERE),
            claim("c1", CHN, about=("e1",), stance="support"),
            claim("c2", KGZ, about=("e1",), stance="oppose", negated=True, date=day("2024-05-30")),
            entities=[RAIL],
        ),
        document("undated", None, claim("c0", KGZ, about=("e1",), stance="neutral"), entities=[RAIL]),
    ]  # fmt: skip
    made.append(documents, coder="test")
    return made


def test_visits(lake: Lake) -> None:
    [row] = lake.query("SELECT * FROM visits").to_pylist()
    assert (row["visitors"], row["visitor_countries"], row["host_country"]) == (["CHN"], ["CHN"], "KGZ")
    assert (row["date_start"], row["date_end"]) == (dt.date(2024, 3, 4), dt.date(2024, 3, 6))
    assert (row["place"], row["n_parts"]) == ("Bishkek", 1)


def test_meetings(lake: Lake) -> None:
    rows = lake.query("SELECT * FROM meetings ORDER BY event").to_pylist()
    assert [(row["event"], row["form"], row["status"]) for row in rows] == [
        ("v1", "meeting", "occurred"),
        ("v2", "call", "planned"),
    ]
    assert sorted(rows[0]["countries"]) == ["CHN", "KGZ"]


def test_pledges(lake: Lake) -> None:
    rows = lake.query("SELECT * FROM pledges ORDER BY reported").to_pylist()
    assert [(row["strength"], row["strength_rank"]) for row in rows] == [("willing", 2), ("agreed", 5)]
    assert (rows[0]["speaker_countries"], rows[0]["partner_countries"]) == (["CHN"], ["KGZ"])
    assert rows[0]["cue_text"] == "words"


def test_positions_are_one_an_issue(lake: Lake) -> None:
    rows = lake.query(
        "SELECT issue, stance FROM positions WHERE document = 'first' AND claim = 'c2' ORDER BY issue"
    ).to_pylist()
    assert rows == [{"issue": "Dam", "stance": "support"}, {"issue": "the railway", "stance": "support"}]


def test_wording_changes(lake: Lake) -> None:
    """China's pledge grew; Kyrgyzstan's stance turned; China's position stayed; the dam came up once."""
    rows = lake.query("SELECT * FROM wording_changes ORDER BY speaker_country").to_pylist()
    assert [(row["speaker_country"], row["issue_key"], row["kind"], row["changed"]) for row in rows] == [
        ("CHN", "project:cku", "pledge", ["strength"]),
        ("KGZ", "project:cku", "position", ["stance", "negation"]),
    ]
    assert (rows[0]["previous_strength"], rows[0]["strength"]) == ("willing", "agreed")
    assert [row["direction"] for row in rows] == ["firmer", "reversed"]
    assert (rows[1]["previous_day"], rows[1]["day"]) == (dt.date(2024, 3, 1), dt.date(2024, 5, 30))


BRIDGE = "Oder-Varna bridge"

ISSUES = [
    # id, the earlier issue, the later one, each as (kind, name, identity), one issue
    ("a known one, and its building", ("initiative", BRIDGE, "initiative:ov"),
     ("project", f"construction of the {BRIDGE}", None), True),
    ("the building of it, first", ("project", f"start of the construction of the {BRIDGE}", None),
     ("initiative", BRIDGE, "initiative:ov"), True),
    ("neither known", ("project", f"{BRIDGE} project", None),
     ("issue", f"early completion of the {BRIDGE.lower()}", None), True),
    ("its end", ("issue", "sanctions on steel", None),
     ("issue", "lifting of sanctions on steel", None), False),
    ("another one", ("project", "railway bridge", None), ("project", "railway tunnel", None), False),
    ("a word that is left", ("project", "railway", None), ("project", "railway construction", None), False),
    ("names", ("organization", "Oder Development Fund", None), ("organization", "Oder Fund", None), False),
    ("two known ones", ("initiative", BRIDGE, "initiative:ov"), ("treaty", BRIDGE, "treaty:ov"), False),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "same"), [pytest.param(*row, id=name) for name, *row in ISSUES])
def test_wording_changes_are_on_one_issue_in_other_words(
    before: Any, after: Any, same: bool, tmp_path: Path
) -> None:
    made = Lake.create(tmp_path / "lake")
    for month, strength, (kind, name, identity) in ((3, "willing", before), (6, "will", after)):
        about = Entity("e1", kind, name, (), None, None, (), identity)
        pledge = claim("c0", CHN, kind="pledge", partners=(KGZ,), about=("e1",), strength=strength)
        made.append([document(f"of {month}", f"2024-0{month}-01", pledge, entities=[about])], coder="test")
    rows = made.query("SELECT * FROM wording_changes").to_pylist()
    assert [(row["previous_issue"], row["issue"], row["changed"]) for row in rows] == (
        [(before[1], after[1], ["strength"])] if same else []
    )
    assert [one.issue for one in made.dossier("CHN", "KGZ").changes] == ([after[1]] if same else [])


def test_timeline(lake: Lake) -> None:
    rows = lake.query("SELECT * FROM timeline WHERE list_contains(countries, 'KAZ')").to_pylist()
    assert [(row["record"], row["what"], row["day"]) for row in rows] == [
        ("event", "SANCTION", dt.date(2024, 3, 5))
    ]
    assert len(lake.query("SELECT * FROM timeline")) == 4 + 7
    undated = lake.query("SELECT day, date_start FROM timeline WHERE id = 'v2'").to_pylist()
    assert undated == [{"day": None, "date_start": None}]


def test_goldstein_weekly(lake: Lake) -> None:
    rows = lake.query("SELECT * FROM goldstein_weekly ORDER BY source_country, target_country").to_pylist()
    assert [(row["source_country"], row["target_country"], row["n_events"]) for row in rows] == [
        ("CHN", "KGZ", 2),
        ("KAZ", "KGZ", 1),
        ("KGZ", "CHN", 1),
    ]
    assert {row["week"] for row in rows} == {dt.date(2024, 3, 4)}
    assert (rows[1]["goldstein_sum"], rows[1]["n_material_conflict"]) == (-6.0, 1)


EVENTS = [
    # id, filter, ids of the events found
    ("between two countries", {"between": ("KGZ", "CHN")}, ["v0", "v1", "v2"]),
    ("a country", {"actor": "KAZ"}, ["v3"]),
    ("a person, in any case", {"actor": "sadyr japarov", "form": "call"}, ["v2"]),
    ("several forms", {"form": ["meeting", "call"]}, ["v1", "v2"]),
    ("a type", {"type": "SANCTION"}, ["v3"]),
    ("a status", {"status": "planned"}, ["v2"]),
    ("from a day within", {"start": dt.date(2024, 3, 6)}, ["v0"]),
    ("up to a day", {"end": dt.date(2024, 3, 4)}, ["v0"]),
    ("nobody", {"between": ("FRA", "MLI")}, []),
]


@pytest.mark.parametrize(("which", "expected"), [pytest.param(*row, id=name) for name, *row in EVENTS])
def test_events(which: Any, expected: list[str], lake: Lake) -> None:
    assert [row["id"] for row in lake.events(**which).to_pylist()] == expected


CLAIMS = [
    ("between two countries", {"between": ("CHN", "KGZ")}, ["first c0", "second c0"]),
    ("a speaker", {"speaker": "KGZ", "stance": ["oppose", "neutral"]}, ["second c2", "undated c0"]),
    ("about a name", {"about": "dam"}, ["first c2"]),
    ("about an identity", {"about": "project:cku", "kind": "pledge"}, ["first c0", "second c0"]),
    ("by the report's day where undated", {"start": dt.date(2024, 6, 1)}, ["second c0", "second c1"]),
]


@pytest.mark.parametrize(("which", "expected"), [pytest.param(*row, id=name) for name, *row in CLAIMS])
def test_claims(which: Any, expected: list[str], lake: Lake) -> None:
    rows = lake.claims(**which).to_pylist()
    assert sorted(f"{row['document']} {row['id']}" for row in rows) == expected


def test_country_codes_are_codes(lake: Lake) -> None:
    with pytest.raises(UsageError, match="China is no country code"):
        lake.events(between=("China", "KGZ"))


def test_answers_go_to_polars(lake: Lake) -> None:
    pl = pytest.importorskip("polars")
    frame = lake.events(between=("CHN", "KGZ")).to_polars()
    assert frame.select(pl.col("form")).to_series().to_list() == ["visit", "meeting", "call"]
    assert pl.DataFrame(lake.events()).height == 4


def test_pandas_is_asked_for_by_name(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from dragoman.errors import MissingExtraError

    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match="pip install 'pandas'"):
        lake.events().to_pandas()
