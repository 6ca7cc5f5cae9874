"""Linking a lake writes tables beside the records, and again gives the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.lake import Lake
from dragoman.link.in_lake import Linked, link_lake
from dragoman.pipeline import Pipeline

pytest.importorskip("rensa")

MET = (
    "Norwegian Foreign Minister Ingrid Vik met Kenyan President Peter Otieno in Nairobi on March 10, 2025. "
    "They discussed fishing rights on Lake Turkana and the port of Mombasa."
)
TEXTS = (
    f"NAIROBI, March 10, 2025 - {MET} Ingrid Vik thanked Kenya for its help with coast guards.",
    f"NAIROBI, March 11, 2025 - {MET} Officials gave no details of the talks.",
    "GENEVA, March 11, 2025 - Negotiators of Chad and Niger spent the week over a map of wells.",
)


@pytest.fixture(scope="module")
def lake(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Lake:
    made = Lake.create(Path(tmp_path_factory.mktemp("linked")) / "lake")
    made.append(pipeline(text, uri=f"{number}.txt") for number, text in enumerate(TEXTS))
    return made


def test_link_lake(lake: Lake) -> None:
    before = lake.query("SELECT count(*) AS n FROM events").to_pylist()
    found = link_lake(lake)
    assert isinstance(found, Linked)
    assert found.documents == 1
    assert found.events >= 1
    [pair] = lake.query("SELECT * FROM document_links").to_pylist()
    uris = {row["id"]: row["uri"] for row in lake.query("SELECT id, uri FROM documents").to_pylist()}
    assert (uris[pair["one"]], uris[pair["other"]]) == ("0.txt", "1.txt")
    reasons = [row["reason"] for row in lake.query("SELECT reason FROM event_links").to_pylist()]
    assert any("the same actors" in reason for reason in reasons)
    keys = lake.query(
        "SELECT key, count(*) AS n FROM identity_links WHERE key LIKE '%ingrid-vik' GROUP BY key"
    )
    assert [row["n"] for row in keys.to_pylist()] == [2]
    assert lake.query("SELECT count(*) AS n FROM events").to_pylist() == before


def test_linking_again_gives_the_same(lake: Lake) -> None:
    first = link_lake(lake)
    rows = lake.query("SELECT * FROM event_links ORDER BY ALL").to_pylist()
    assert link_lake(lake) == first
    assert lake.query("SELECT * FROM event_links ORDER BY ALL").to_pylist() == rows


def test_an_empty_lake_has_empty_tables(tmp_path: Path) -> None:
    lake = Lake.create(tmp_path / "lake")
    assert link_lake(lake) == Linked(0, 0, 0)
    assert lake.query("SELECT * FROM event_links").to_pylist() == []


def test_texts_are_read_in_parts_by_day(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.link import in_lake

    monkeypatch.setattr(in_lake, "DOCUMENTS_A_READ", 1)
    read = list(in_lake._texts(lake.snapshot()))
    assert [text.text for text in read] == list(TEXTS)
    assert [str(text.day) for text in read] == ["2025-03-10", "2025-03-11", "2025-03-11"]


def test_links_are_written_in_parts(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.link import in_lake

    whole = link_lake(lake)
    rows = lake.query("SELECT * FROM identity_links ORDER BY ALL").to_pylist()
    monkeypatch.setattr(in_lake, "LINKS_AT_ONCE", 1)
    assert link_lake(lake) == whole
    assert lake.query("SELECT * FROM identity_links ORDER BY ALL").to_pylist() == rows
