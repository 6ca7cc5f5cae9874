"""Finding words: the index follows the tables, and is never needed."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.errors import QueryError
from dragoman.lake import Lake
from dragoman.lake.search import FOLDER


@pytest.fixture
def lake(tmp_path: Path, appender: ModuleType) -> Lake:
    made = Lake.create(tmp_path / "lake")
    made.append([appender.specimen(number, "first") for number in range(3)], coder="first")
    return made


def found(lake: Lake, words: str) -> list[tuple[int, str]]:
    """Document and claim, or "text", of what is found."""
    return sorted((int(hit.document), hit.claim or "text") for hit in lake.search(words))


def test_texts_and_claims_are_found(lake: Lake) -> None:
    assert found(lake, "thanked") == [(n, where) for n in range(3) for where in ("c0", "text")]
    [hit] = lake.search('"envoy 2"')
    assert (int(hit.document), hit.claim, str(hit.reported)) == (2, None, "2022-03-03")
    assert "Envoy 2 of Chile" in hit.excerpt


QUERIES = [
    ("another form of the word", "envoys meeting AND envoy", 3),
    ("a phrase", '"the envoy of Peru"', 3),
    ("a phrase that is not there", '"Peru of envoy the"', 0),
    ("without a word", "envoy -thanked", 0),
    ("any case", "CHILE", 3),
    ("nothing like it", "parliament", 0),
]


@pytest.mark.parametrize(("words", "n_hits"), [pytest.param(*row, id=name) for name, *row in QUERIES])
def test_ways_to_ask(words: str, n_hits: int, lake: Lake) -> None:
    assert len([hit for hit in lake.search(words) if hit.claim is None]) == n_hits


def test_limit(lake: Lake) -> None:
    assert len(lake.search("Peru", limit=2)) == 2


def test_what_is_appended_later_is_found(lake: Lake, appender: ModuleType) -> None:
    assert found(lake, '"envoy 7"') == []
    lake.append([appender.specimen(7, "first")], coder="first")
    assert found(lake, '"envoy 7"') == [(7, "text")]


def test_replaced_documents_are_found_once(lake: Lake, appender: ModuleType) -> None:
    lake.search("Peru")
    lake.append([appender.specimen(1, "second")], coder="second")
    assert found(lake, '"envoy 1"') == [(1, "text")]


@pytest.mark.parametrize("harm", ["gone", "garbage", "old note"])
def test_index_is_made_anew(harm: str, lake: Lake) -> None:
    before = found(lake, "thanked")
    folder = lake.path / FOLDER
    if harm == "gone":
        shutil.rmtree(folder)
    elif harm == "garbage":
        (folder / "meta.json").write_text("no index")
    else:
        (folder / "seq").unlink()
    assert found(lake, "thanked") == before


@pytest.mark.parametrize("words", ['"unclosed', "nofield:Peru", "(("])
def test_words_that_cannot_be_read(words: str, lake: Lake) -> None:
    with pytest.raises(QueryError, match="put quotes in pairs"):
        lake.search(words)
