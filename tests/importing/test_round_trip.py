"""Rows of others: export → import → export gives the same rows, and the lake holds them without evidence."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from dragoman.errors import ForeignRowsError, MissingInputError
from dragoman.exchange import Layout, Losses, Party, Report, Story, layout_columns
from dragoman.export.event_exporters import EVENT_EXPORTERS
from dragoman.export.gdelt import gdelt_rows
from dragoman.export.icews import icews_rows
from dragoman.export.polecat import polecat_rows
from dragoman.importing import import_file, iter_reports_of
from dragoman.lake import Lake
from dragoman.records import Coding, Date, Place

ROWS: dict[Layout, Callable[..., Iterator[list[str]]]] = {
    "polecat": polecat_rows,
    "icews": icews_rows,
    "gdelt": gdelt_rows,
}
DAY = dt.date(2025, 3, 10)
ON_DAY = Date(DAY, DAY, "day", "text")
STORY = Story(
    "s1",
    "https://news.example/1",
    url="https://news.example/1",
    source="Fisheries Wire",
    language="en",
    published=Date(DAY, DAY, "day", "metadata", time="14:30"),
    people=("Ingrid Vik",),
)
VIK = Party("Ingrid Vik", "NOR", "GOV", "Foreign Minister", "she")
KENYA = Party("Kenya", "KEN", "GOV", kind="country", identity="country:KEN")
UNION = Party("African Union", None, "UNK", kind="organization", identity="igo:AU")

VISIT, SHOT = Coding("CONSULT", "visit"), Coding("ASSAULT", "firearms")
REPORTS = (
    Report(
        STORY, "e1", VISIT.type, VISIT.mode, VISIT, (VIK,), (KENYA,), date=ON_DAY, cameo="042", goldstein=4.0,
        place=Place("Nairobi", "KEN", -1.28, 36.82, "city:184745", "text", None), quad=1, sentence=1,
        place_raw="the Kenyan capital", contexts=("diplomatic", "environment"), lead=True,
    ),
    Report(
        STORY, "e2", SHOT.type, SHOT.mode, SHOT, (Party("rebels", "KEN", "REB"),),
        (Party("villagers", "KEN", "CVL"),), reported=ON_DAY, cameo="190", goldstein=-9.0, quad=4, sentence=4,
        place=Place("Kenya", "KEN", None, None, None, "text", None), lead=False,
    ),
    Report(
        STORY, "e3", "SUPPORT", None, Coding("SUPPORT", None), (UNION,), (KENYA,), date=ON_DAY, cameo="051",
        goldstein=3.4, quad=1,
    ),
    Report(
        STORY, "e4", "CONSULT", None, Coding("CONSULT", None), (VIK, KENYA, UNION), (), date=ON_DAY,
        mutual=True, cameo="040", goldstein=2.5, quad=1,
    ),
)  # fmt: skip


def written(layout: Layout, path: Path, reports: tuple[Report, ...] = REPORTS) -> Path:
    stream = io.BytesIO()
    EVENT_EXPORTERS[layout][0](reports, stream, statuses=frozenset({"occurred"}))
    path.write_bytes(stream.getvalue())
    return path


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake.create(tmp_path / "lake")


@pytest.mark.parametrize("layout", ROWS)
def test_rows_come_back(layout: Layout, tmp_path: Path) -> None:
    path = written(layout, tmp_path / "rows")
    imported = list(iter_reports_of(path, layout))
    assert list(ROWS[layout](imported, losses=Losses())) == list(ROWS[layout](REPORTS, losses=Losses()))
    assert {report.origin for report in imported} == {f"import:{layout}"}


@pytest.mark.parametrize("layout", ROWS)
def test_what_is_read(layout: Layout, tmp_path: Path) -> None:
    first = next(iter_reports_of(written(layout, tmp_path / "rows"), layout))
    assert (first.type, first.mode) == ("CONSULT", "visit")
    assert first.date is not None
    assert first.date.start == DAY
    assert [party.country for party in (*first.sources, *first.targets)] == ["NOR", "KEN"]
    assert first.sources[0].sector == "GOV"
    assert first.place is not None
    assert (first.place.name, first.place.country, first.place.lat) == ("Nairobi", "KEN", -1.28)
    assert first.quad == 1
    assert first.evidence is None
    assert first.confidence is None


@pytest.mark.parametrize("layout", ROWS)
def test_importing_again_changes_nothing(layout: Layout, tmp_path: Path, lake: Lake) -> None:
    path = written(layout, tmp_path / "rows")
    first, again = import_file(path, layout, lake), import_file(path, layout, lake)
    assert first.added == again.unchanged > len(REPORTS)
    assert first.unchanged == again.added == first.n_refused == 0
    [[n_events, n_documents]] = counts(lake, "SELECT count(*), count(DISTINCT document) FROM events")
    assert n_events == n_documents == first.added


def counts(lake: Lake, sql: str) -> list[list[object]]:
    return [list(row.values()) for row in lake.query(sql).to_pylist()]


def test_all_three_stand_beside_each_other(tmp_path: Path, lake: Lake) -> None:
    for layout in ROWS:
        import_file(written(layout, tmp_path / layout), layout, lake)
    marked = counts(
        lake,
        "SELECT origin, count(evidence_text) + count(confidence) + count(trigger.start) AS n FROM events "
        "GROUP BY origin ORDER BY origin",
    )
    assert marked == [["import:gdelt", 0], ["import:icews", 0], ["import:polecat", 0]]
    [[texts]] = counts(lake, "SELECT count(text) FROM documents")
    assert texts == 0
    dyads = counts(
        lake, "SELECT DISTINCT source_country, target_country FROM dyads WHERE pair = 'KEN-NOR' ORDER BY 1"
    )
    assert dyads == [["KEN", "NOR"], ["NOR", "KEN"]]


@pytest.mark.parametrize("layout", ROWS)
def test_stored_rows_come_back(layout: Layout, tmp_path: Path, lake: Lake) -> None:
    """Through the lake nothing is lost: sentence numbers, root events and the stories' names neither."""
    from dragoman.exchange.stored import iter_stored

    import_file(written(layout, tmp_path / "rows"), layout, lake)
    expected = sorted(ROWS[layout](REPORTS, losses=Losses()))
    assert sorted(ROWS[layout](iter_stored(lake.snapshot()), losses=Losses())) == expected


def test_names_of_stories_are_entities(tmp_path: Path, lake: Lake) -> None:
    import_file(written("polecat", tmp_path / "rows"), "polecat", lake)
    named = counts(lake, "SELECT DISTINCT kind, name, origin FROM entities WHERE kind = 'person'")
    assert named == [["person", "Ingrid Vik", "import:polecat"]]
    assert lake.check() == []


BAD = [
    # id, layout, column, cell, what is said
    ("day that is none", "icews", "Event Date", "2025-02-30", "2025-02-30"),
    ("word for a number", "gdelt", "GoldsteinScale", "mild", "mild"),
    ("unknown type", "polecat", "Event Type", "DANCE", "DANCE"),
    ("no id", "polecat", "Event ID", "", "no Event ID"),
    ("code beyond the roots", "icews", "CAMEO Code", "990", "990"),
]


@pytest.mark.parametrize(
    ("layout", "column", "cell", "said"), [pytest.param(*row, id=name) for name, *row in BAD]
)
def test_bad_row_is_named_and_the_rest_go_in(
    layout: Layout, column: str, cell: str, said: str, tmp_path: Path, lake: Lake
) -> None:
    path = written(layout, tmp_path / "rows")
    lines = path.read_text("utf-8").splitlines()
    at = 2 if layout == "gdelt" else 3  # the second row
    cells = lines[at - 1].split("\t")
    cells[layout_columns(layout).index(column)] = cell
    lines[at - 1] = "\t".join(cells)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    done = import_file(path, layout, lake)
    assert done.n_refused == 1
    assert said in str(done.refused[0])
    assert f"line {at}" in str(done.refused[0])
    assert done.added == len(lines) - 1 - (layout != "gdelt")
    with pytest.raises(ForeignRowsError, match=said):
        list(iter_reports_of(path, layout))


WRONG = [
    ("other columns", "icews", "a\tb\n1\t2\n", "no column"),
    ("too few cells", "gdelt", "1\t2\t3\n", "3 cells"),
    ("half a row", "icews", "\t".join(layout_columns("icews")) + "\n1\t2\n", "2 cells under 20"),
    ("empty", "polecat", "", "no column"),
]


@pytest.mark.parametrize(("layout", "content", "said"), [pytest.param(*row, id=name) for name, *row in WRONG])
def test_wrong_file_is_refused(layout: Layout, content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "rows"
    path.write_text(content, "utf-8")
    with pytest.raises(ForeignRowsError, match=said):
        list(iter_reports_of(path, layout))


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match="nowhere"):
        list(iter_reports_of(tmp_path / "nowhere", "icews"))


@pytest.mark.parametrize("ending", [".gz", ".zip"])
def test_packed_files_are_read(ending: str, tmp_path: Path) -> None:
    plain = written("gdelt", tmp_path / "rows.csv")
    packed = plain.with_suffix(ending)
    if ending == ".gz":
        packed.write_bytes(gzip.compress(plain.read_bytes()))
    else:
        with zipfile.ZipFile(packed, "w") as archive:
            archive.write(plain, "rows.csv")
    assert list(iter_reports_of(packed, "gdelt")) == list(iter_reports_of(plain, "gdelt"))


def test_damaged_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "rows.zip"
    path.write_bytes(b"not an archive")
    with pytest.raises(ForeignRowsError, match="cannot be read"):
        list(iter_reports_of(path, "gdelt"))


def test_renamed_and_absent_columns(tmp_path: Path) -> None:
    """Some releases call the intensity otherwise and lack the Wikipedia columns."""
    path = written("polecat", tmp_path / "rows")
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    lost = lines[0].index("Wikipedia Actor ID")
    lines[0][lines[0].index("Intensity")] = "Event Intensity"
    path.write_text("\n".join("\t".join(line[:lost] + line[lost + 1 :]) for line in lines), "utf-8")
    assert next(iter_reports_of(path, "polecat")).goldstein == 4.0


@given(name=st.text(max_size=40), office=st.text(max_size=20), layout=st.sampled_from(sorted(ROWS)))
def test_any_name_comes_back(name: str, office: str, layout: Layout) -> None:
    """Tabs, quotes and line ends in names break no row; white space is one space, and no name stays none."""
    reports = (structs.replace(REPORTS[0], sources=(Party(f"x{name}", "NOR", "GOV", office),)),)
    with tempfile.TemporaryDirectory() as folder:
        imported = list(iter_reports_of(written(layout, Path(folder) / "rows", reports), layout))
    assert list(ROWS[layout](imported, losses=Losses())) == list(ROWS[layout](reports, losses=Losses()))
