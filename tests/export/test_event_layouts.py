"""Events in foreign layouts: every row fits its layout, meetings mirror, plans are coded as agreements."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import msgspec
import pytest

from dragoman.exchange import CODED_STATUSES, Layout, Losses, Report, check_row, iter_reports, layout_columns
from dragoman.export.event_exporters import EVENT_EXPORTERS
from dragoman.export.gdelt import gdelt_rows, quad_class
from dragoman.export.icews import icews_rows
from dragoman.export.polecat import polecat_rows
from dragoman.records import Coded, Coding

ROWS: dict[Layout, Callable[..., Iterator[list[str]]]] = {
    "polecat": polecat_rows,
    "icews": icews_rows,
    "gdelt": gdelt_rows,
}


@pytest.fixture(scope="session")
def reports(coded: Coded) -> list[Report]:
    return list(iter_reports(coded))


def rows(layout: Layout, reports: list[Report], losses: Losses | None = None) -> list[dict[str, str]]:
    found = list(ROWS[layout](reports, losses=losses or Losses()))
    for row in found:
        check_row(layout, row)
    return [dict(zip(layout_columns(layout), row, strict=True)) for row in found]


def of(reports: list[Report], event: str) -> list[Report]:
    return [report for report in reports if report.id == event]


def test_report_of_an_event(reports: list[Report], coded: Coded) -> None:
    met = of(reports, "e2")[0]
    assert met.story.source == "Fisheries Wire"
    assert met.story.people == ("Ingrid Vik", "Peter Otieno", "Grace Otieno")
    assert met.story.places == ("Mombasa",)
    assert met.sources[0].raw == "Ingrid Vik"
    assert met.evidence == coded.events[1].evidence.of(coded.document.text)
    assert met.lead
    assert not of(reports, "e7")[0].lead
    assert of(reports, "e7")[0].sentence > of(reports, "e6")[0].sentence > met.sentence


@pytest.mark.parametrize("layout", ROWS)
def test_every_row_fits_its_layout(layout: Layout, reports: list[Report]) -> None:
    losses = Losses()
    assert rows(layout, reports, losses)
    assert losses.by_status == 1  # the summit that she will not attend


def test_polecat_has_a_row_a_pair_and_no_mirror(reports: list[Report]) -> None:
    [row] = rows("polecat", of(reports, "e2"))
    assert (row["Event Type"], row["Actor Name"], row["Recipient Name"]) == (
        "CONSULT",
        "Ingrid Vik",
        "Peter Otieno",
    )
    assert (row["Actor Country"], row["Actor COW"], row["Recipient COW"]) == ("NOR", "385", "501")
    assert row["Actor Title"] == "Foreign Minister"
    assert row["Quad Code"] == "VERBAL COOPERATION"
    assert row["Event Date"] == "2025-03-12", "the day of the report, as the text gives none"
    assert row["Story People"] == "Ingrid Vik; Peter Otieno; Grace Otieno"


def test_polecat_ids_differ(reports: list[Report]) -> None:
    ids = [row["Event ID"] for row in rows("polecat", reports)]
    assert len(ids) == len(set(ids))
    assert {one.split("_")[0] for one in ids} == {"20250312-" + "0" * 32}


@pytest.mark.parametrize("layout", ["icews", "gdelt"])
def test_meeting_goes_both_ways(layout: Layout, reports: list[Report]) -> None:
    names = ("Source Name", "Target Name") if layout == "icews" else ("Actor1Name", "Actor2Name")
    found = [tuple(row[name].casefold() for name in names) for row in rows(layout, of(reports, "e2"))]
    assert found == [("ingrid vik", "peter otieno"), ("peter otieno", "ingrid vik")]


def test_visit_is_made_and_hosted(reports: list[Report]) -> None:
    made, hosted = rows("icews", of(reports, "e1"))
    assert (made["CAMEO Code"], made["Event Text"], made["Target Name"]) == ("042", "Make a visit", "Kenya")
    assert (hosted["CAMEO Code"], hosted["Event Text"], hosted["Source Name"]) == (
        "043",
        "Host a visit",
        "Kenya",
    )
    assert made["Event Date"] == "2025-03-10"
    assert made["Event ID"] != hosted["Event ID"]
    assert made["Story ID"] == hosted["Story ID"]


def test_gdelt_row(reports: list[Report]) -> None:
    [row] = rows("gdelt", of(reports, "e7"))
    assert (row["Actor1Code"], row["Actor1CountryCode"], row["Actor1Type1Code"]) == ("KENGOV", "KEN", "GOV")
    assert (row["SQLDATE"], row["MonthYear"], row["FractionDate"]) == ("20250311", "202503", "2025.1890")
    assert row["EventRootCode"] == row["EventCode"][:2]
    assert row["QuadClass"] == "4"
    assert row["AvgTone"] == ""
    assert row["ActionGeo_Type"] == "0"


def test_gdelt_place_is_by_fips(reports: list[Report]) -> None:
    report = of(reports, "e4")[0]
    assert report.place is not None
    city = msgspec.structs.replace(
        report, place=msgspec.structs.replace(report.place, gazetteer_id="city:186301")
    )
    row = rows("gdelt", [city])[0]
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"]) == ("4", "KE")
    assert row["ActionGeo_FullName"] == "port of Mombasa, Kenya"


def test_planned_act_is_written_as_it_is_folded(reports: list[Report]) -> None:
    planned = msgspec.structs.replace(
        of(reports, "e2")[0], status="planned", coded_as=Coding("AGREE", None), cameo="036"
    )
    assert rows("polecat", [planned])[0]["Event Type"] == "AGREE"
    assert rows("icews", [planned])[0]["CAMEO Code"] == "036"


def test_event_without_a_code_is_counted(reports: list[Report]) -> None:
    losses = Losses()
    bare = msgspec.structs.replace(reports[0], type=None, coded_as=None, cameo=None)
    assert [rows(layout, [bare], losses) for layout in ROWS] == [[], [], []]
    assert losses.uncoded == 3


def test_tabs_and_line_ends_stay_out_of_cells(reports: list[Report]) -> None:
    odd = msgspec.structs.replace(
        of(reports, "e7")[0], story=msgspec.structs.replace(reports[0].story, uri="a\tb\nc.txt")
    )
    stream = io.BytesIO()
    EVENT_EXPORTERS["gdelt"][0]([odd], stream)
    assert stream.getvalue().count(b"\n") == 1
    assert stream.getvalue().count(b"\t") == len(layout_columns("gdelt")) - 1


@pytest.mark.parametrize(
    ("root", "quad"), [("01", 1), ("05", 1), ("06", 2), ("08", 2), ("09", 3), ("13", 3), ("14", 4), ("20", 4)]
)
def test_quad_class(root: str, quad: int) -> None:
    assert quad_class(root) == quad


@pytest.mark.parametrize("layout", EVENT_EXPORTERS)
def test_exporting_twice_gives_the_same_bytes(layout: str, reports: list[Report]) -> None:
    export, default = EVENT_EXPORTERS[layout]
    results = []
    for _ in range(2):
        stream = io.BytesIO()
        export(reports, stream, statuses=default)
        results.append(stream.getvalue())
    assert results[0] == results[1]
    assert results[0]


def test_statuses_are_chosen(reports: list[Report]) -> None:
    losses = Losses()
    found = list(polecat_rows(reports, statuses=frozenset({"negated"}), losses=losses))
    assert len(found) == 1
    assert losses.by_status == len(reports) - 1
    assert "negated" not in CODED_STATUSES
