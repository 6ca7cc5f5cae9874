"""A lake's rows as reports: the same as those of the records, in whatever parts they are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

pytest.importorskip("deltalake", reason="needs the extra lake")

from dragoman.exchange import iter_reports, stored
from dragoman.lake import Lake
from dragoman.pipeline import Pipeline
from dragoman.records import Coded

TEXTS = (
    "OSLO, 3 February 2023 - Kenyan President Peter Otieno visited Norway on Thursday. He met Ingrid Vik.",
    "LIMA, 5 May 2024 - Peru condemned the attack. Chile sent two planes of aid to Peru on Saturday.",
    "LIMA, 6 May 2024 - Chile and Peru signed a copper deal.\n\nPeru expelled a diplomat of Bolivia.",
    "The ministers of Ghana and Togo held talks in Lome.",
)


@pytest.fixture(scope="module")
def coded(pipeline: Pipeline) -> list[Coded]:
    """The texts' records, and two documents without any, of the first ids and the last."""
    found = [pipeline(text, uri=f"{number}.txt") for number, text in enumerate(TEXTS)]
    for number, name in enumerate(("0" * 32, "f" * 32)):
        document = structs.replace(found[number].document, id=name)
        found.append(structs.replace(found[number], document=document, entities=(), mentions=(), events=()))
    return found


@pytest.mark.parametrize(("documents", "rows"), [(5000, 2000), (1, 1), (2, 1), (3, 2)])
def test_reports_of_rows_are_those_of_records(
    documents: int, rows: int, coded: list[Coded], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "DOCUMENTS_A_READ", documents)
    monkeypatch.setattr(stored, "ROWS_AT_ONCE", rows)
    lake = Lake.create(tmp_path / "lake")
    lake.append(coded)
    read = list(stored.iter_stored(lake.snapshot()))
    of_ids = {one.document.id: list(iter_reports(one)) for one in coded}
    order = list(dict.fromkeys(report.story.id for report in read))
    assert len(read) >= 5
    assert read == [report for one in order for report in of_ids[one]]
    assert set(order) == {one for one, reports in of_ids.items() if reports}
    assert list(stored.iter_stored(lake.snapshot(), coder="nobody")) == []
