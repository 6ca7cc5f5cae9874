"""Each export is opened by a program that is not ours."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dragoman.exchange import iter_reports, layout_columns
from dragoman.export.event_exporters import EVENT_EXPORTERS
from dragoman.export.ftm import PROPERTIES
from dragoman.records import Coded


@pytest.fixture(scope="module")
def exported(coded: Coded, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("exported")
    paths = {}
    for layout, (export, default) in EVENT_EXPORTERS.items():
        stream = io.BytesIO()
        export(iter_reports(coded), stream, statuses=default)
        paths[layout] = folder / f"events.{layout}"
        paths[layout].write_bytes(stream.getvalue())
    return paths


def test_polars_reads_polecat(exported: dict[str, Path]) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.read_csv(exported["polecat"], separator="\t", try_parse_dates=True)
    assert frame.columns == list(layout_columns("polecat"))
    assert frame["Event Date"].dtype == polars.Date
    assert frame["Intensity"].dtype.is_numeric()
    assert set(frame["Event Type"]) == {"CONSULT", "AGREE", "ASSAULT"}


def test_polars_reads_csv(exported: dict[str, Path]) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.read_csv(exported["csv"], try_parse_dates=True)
    assert frame.height == 7
    assert frame.filter(polars.col("event") == "e1")["date_end"][0].isoformat() == "2025-03-12"
    assert "<who> protested" in frame.filter(polars.col("event") == "e7")["evidence"][0]


def test_duckdb_reads_icews(exported: dict[str, Path]) -> None:
    duckdb = pytest.importorskip("duckdb")
    rows = duckdb.read_csv(str(exported["icews"]), sep="\t", header=True, dtype={"CAMEO Code": "VARCHAR"})
    visits = rows.filter("\"CAMEO Code\" IN ('042', '043')").order('"CAMEO Code"')
    found = visits.project('"CAMEO Code", "Event Date"').fetchall()
    assert [(code, str(day)) for code, day in found] == [("042", "2025-03-10"), ("043", "2025-03-10")]


def test_duckdb_reads_gdelt(exported: dict[str, Path]) -> None:
    duckdb = pytest.importorskip("duckdb")
    names = list(layout_columns("gdelt"))
    rows = duckdb.read_csv(str(exported["gdelt"]), sep="\t", header=False, quotechar="", names=names)
    counted = rows.aggregate("count(*), min(GLOBALEVENTID) > 0, max(QuadClass), sum(NumMentions)")
    [(n_rows, positive, quad, mentions)] = counted.fetchall()
    assert n_rows == mentions == len(exported["gdelt"].read_text("utf-8").splitlines())
    assert positive
    assert quad == 4


def test_geopandas_reads_geojson(exported: dict[str, Path]) -> None:
    geopandas = pytest.importorskip("geopandas")
    frame = geopandas.read_file(exported["geojson"])
    assert len(frame) == 7
    placed = frame[~frame.geometry.isna()]
    assert [(point.x, point.y) for point in placed.geometry] == [(39.66, -4.06)]
    assert list(placed["form"]) == ["site visit"]
    assert frame.crs.to_epsg() == 4326


def test_followthemoney_reads_ftm(exported: dict[str, Path]) -> None:
    model = pytest.importorskip(
        "followthemoney", reason="needs followthemoney, which needs a compiler and ICU"
    ).model
    for line in exported["ftm"].read_text("utf-8").splitlines():
        given = json.loads(line)
        proxy = model.get_proxy(given, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        assert all(proxy.get(name) for name in given["properties"]), given


def test_ftm_writes_known_properties_and_refers_back(exported: dict[str, Path]) -> None:
    seen: set[str] = set()
    entities = [json.loads(line) for line in exported["ftm"].read_text("utf-8").splitlines()]
    assert {one["schema"] for one in entities} == set(PROPERTIES) - {"Organization"}
    for one in entities:
        assert set(one["properties"]) <= PROPERTIES[one["schema"]]
        assert one["properties"].get("name") or one["schema"] in {"Article", "UnknownLink"}
        for name in ("involved", "subject", "object", "proof", "addressEntity"):
            assert set(one["properties"].get(name, ())) <= seen
        seen.add(one["id"])
    assert len(seen) == len(entities)


def test_geojson_is_one_collection(exported: dict[str, Path]) -> None:
    collection = json.loads(exported["geojson"].read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert len({feature["id"] for feature in collection["features"]}) == 7
    assert [feature["properties"]["mutual"] for feature in collection["features"]].count(True) == 2
