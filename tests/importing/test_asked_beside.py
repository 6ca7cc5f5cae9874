"""Imported rows answer every question that coded ones do: dossier, views, series, exports, links."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

pytest.importorskip("deltalake", reason="needs the extra lake")

from dragoman.exchange import LAYOUTS, Layout, layout_columns
from dragoman.exchange.stored import iter_stored
from dragoman.export.event_exporters import EVENT_EXPORTERS
from dragoman.importing import import_file
from dragoman.lake import Lake, dossier_html, dossier_json, dossier_markdown
from dragoman.lake.views import VIEWS
from dragoman.link.in_lake import link_lake
from dragoman.series import Choice, chart, render, series
from dragoman.series.counts import PERIODS

ROWS: dict[Layout, tuple[dict[str, str], ...]] = {
    "gdelt": (
        {
            "GLOBALEVENTID": "1", "SQLDATE": "20250310", "Actor1Code": "NOR", "Actor1Name": "NORWAY",
            "Actor1CountryCode": "NOR", "Actor2Code": "KEN", "Actor2Name": "KENYA",
            "Actor2CountryCode": "KEN", "IsRootEvent": "1", "EventCode": "042",
            "QuadClass": "1", "GoldsteinScale": "1.9",
            "DATEADDED": "20250311144500", "SOURCEURL": "https://news.example/1",
        },
        {  # 010, make a statement, is no PLOVER event
            "GLOBALEVENTID": "2", "SQLDATE": "20250312", "Actor1Code": "NORGOV", "Actor1Name": "OSLO",
            "Actor1CountryCode": "NOR", "Actor1Type1Code": "GOV", "Actor2Code": "KEN", "Actor2Name": "KENYA",
            "Actor2CountryCode": "KEN", "IsRootEvent": "0", "EventCode": "010", "QuadClass": "1",
            "GoldsteinScale": "0", "DATEADDED": "20250312", "SOURCEURL": "https://news.example/2",
        },
        {  # one actor, nothing else
            "GLOBALEVENTID": "3", "SQLDATE": "20250313", "Actor1Code": "KEN", "Actor1Name": "KENYA",
            "Actor1CountryCode": "KEN", "EventCode": "145", "DATEADDED": "20250313",
        },
    ),
    "icews": (
        {
            "Event ID": "11", "Event Date": "2025-03-10", "Source Name": "Ingrid Vik",
            "Source Sectors": "Government", "Source Country": "Norway", "CAMEO Code": "040",
            "Intensity": "1.0", "Target Name": "Kenya", "Target Country": "Kenya", "Story ID": "7",
            "Sentence Number": "2", "Publisher": "Fisheries Wire", "City": "Nairobi", "Country": "Kenya",
            "Latitude": "-1.28", "Longitude": "36.82",
        },
        {
            "Event ID": "12", "Event Date": "2025-03-11", "Source Name": "Norway", "Source Country": "Norway",
            "CAMEO Code": "112", "Intensity": "-2.0", "Target Name": "Kenya", "Target Country": "Kenya",
            "Story ID": "8",
        },
    ),
    "polecat": (
        {
            "Event ID": "20250310-9_CONSULT_1", "Event Date": "2025-03-10", "Event Type": "CONSULT",
            "Event Mode": "phone", "Intensity": "1.0", "Quad Code": "VERBAL COOPERATION",
            "Contexts": "diplomatic", "Actor Name": "Ingrid Vik", "Actor Country": "NOR",
            "Primary Actor Sector": "GOV", "Recipient Name": "Grace Otieno", "Recipient Country": "KEN",
            "Primary Recipient Sector": "GOV", "Country": "None", "Source": "Fisheries Wire",
            "Publication Date": "2025-03-10", "Story People": "Ingrid Vik; Grace Otieno",
            "Story Locations": "Nairobi", "Language": "English",
        },
        {
            "Event ID": "20250312-9_ASSAULT_1", "Event Date": "2025-03-12", "Event Type": "ASSAULT",
            "Actor Name": "rebels", "Actor Country": "None", "Recipient Country": "None", "Country": "None",
        },
    ),
}  # fmt: skip

N_ROWS = sum(map(len, ROWS.values()))


def write_rows(layout: Layout, path: Path) -> Path:
    """A file as its publisher gives it; what a row does not say is empty."""
    columns = layout_columns(layout)
    lines = ["\t".join(row.get(column, "") for column in columns) for row in ROWS[layout]]
    head = [] if layout == "gdelt" else ["\t".join(columns)]
    path.write_text("\n".join(head + lines) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    """All three layouts in one lake."""
    folder = tmp_path_factory.mktemp("imported")
    made = Lake.create(folder / "lake")
    for layout in LAYOUTS:
        done = import_file(write_rows(layout, folder / layout), layout, made)
        assert (done.added, done.n_refused) == (len(ROWS[layout]), 0)
    return made


@pytest.mark.parametrize("layout", LAYOUTS)
def test_dossier_of_each_layout_alone(layout: Layout, tmp_path: Path) -> None:
    lake = Lake.create(tmp_path / "lake")
    import_file(write_rows(layout, tmp_path / layout), layout, lake)
    dossier = lake.dossier("KEN", "NOR")
    deeds = [*dossier.engagements, *dossier.deeds, *dossier.words]
    assert {deed.confidence for deed in deeds} == {deed.words for deed in deeds} == {None}
    assert [source.number for source in dossier.sources] == list(range(1, len(deeds) + 1))


def test_dossier_of_all(lake: Lake) -> None:
    dossier = lake.dossier("NOR", "KEN")
    told = [(str(deed.day), deed.what) for deed in (*dossier.engagements, *dossier.deeds, *dossier.words)]
    assert sorted(told[:2]) == [("2025-03-10", "call"), ("2025-03-10", "visit")]
    assert told[2:] == [
        ("2025-03-10", "consult"),
        ("2025-03-11", "accuse (allege)"),
        ("2025-03-12", "CAMEO 010"),
    ]
    [there, back] = dossier.tallies
    assert (there.verbal_cooperation, there.verbal_conflict, back.verbal_cooperation) == (4, 1, 0)


def test_dossier_in_every_format(lake: Lake) -> None:
    dossier = lake.dossier("NOR", "KEN")
    text = dossier_markdown(dossier).decode()
    assert "- **2025-03-10** visit: NORWAY (NOR) → KENYA (KEN) [" in text
    assert "None" not in text.replace("None.\n", "")
    page = dossier_html(dossier).decode()
    HTMLParser().feed(page)
    assert page.count("<li class=") == 5
    assert "None<" not in page
    assert "<blockquote></blockquote>" not in page
    assert [deed["confidence"] for deed in json.loads(dossier_json(dossier))["words"]] == [None] * 3


N_OF_VIEW = {"visits": 1, "meetings": 1, "timeline": N_ROWS, "goldstein_weekly": 1}
"""View → its rows; claims are not imported, so that the other views have none."""


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_answers(view: str, lake: Lake) -> None:
    rows = lake.query(f"SELECT * FROM {view}").to_pylist()  # noqa: S608  # our names
    assert len(rows) == N_OF_VIEW.get(view, 0)
    if view == "timeline":
        assert sorted(row["what"] for row in rows) == [
            *("ACCUSE", "ASSAULT", "CAMEO 010", "CONSULT", "PROTEST", "call", "visit"),
        ]
    if view == "visits":
        assert rows[0]["visitor_countries"] == ["NOR"]
        assert rows[0]["host_country"] == "KEN"
    if view == "goldstein_weekly":
        assert (rows[0]["n_events"], rows[0]["n_verbal_conflict"]) == (5, 1)


def test_events_are_selected_and_found_by_nothing_but_rows(lake: Lake) -> None:
    assert len(lake.events(between=("NOR", "KEN"))) == 5
    assert len(lake.events(actor="KEN", form="visit")) == 1
    assert lake.search("Kenya") == []  # they have no text
    assert lake.check() == []


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("period", PERIODS)
def test_every_series_counts(period: str, directed: bool, lake: Lake) -> None:
    table = series(lake.snapshot(), Choice(period=period, directed=directed))  # type: ignore[arg-type]
    [row] = table.to_pylist()
    assert (row["dyad"], row["n_events"]) == ("NOR>KEN" if directed else "KEN-NOR", 5)
    assert row["share_conflict"] == pytest.approx(1 / 5)


@pytest.mark.parametrize("measure", ["counts", "goldstein", "shares"])
def test_every_plot_is_drawn(measure: str, lake: Lake) -> None:
    table = series(lake.snapshot(), Choice(period="month"))
    drawn = render(chart(table, measure, period="month", title="Kenya and Norway"), "svg")  # type: ignore[arg-type]
    assert drawn.startswith(b"<svg")


@pytest.mark.parametrize("to", EVENT_EXPORTERS)
def test_every_exporter_writes_them(to: str, lake: Lake) -> None:
    export, statuses = EVENT_EXPORTERS[to]
    stream = io.BytesIO()
    export(iter_stored(lake.snapshot()), stream, statuses=statuses)
    text = stream.getvalue().decode()
    assert "nan" not in text.casefold().split("\t")
    if to == "geojson":
        assert len(json.loads(text)["features"]) == N_ROWS
    elif to == "ftm":
        events = [one for one in map(json.loads, text.splitlines()) if one["schema"] == "Event"]
        assert len(events) == N_ROWS
    else:
        # polecat has no type for 010; icews and gdelt take POLECAT's rows by the codes of their types
        wanted = {"polecat": N_ROWS, "icews": N_ROWS + 1, "gdelt": N_ROWS, "csv": N_ROWS + 1}[to]
        assert len(text.splitlines()) == wanted


def test_events_of_imports_are_linked(lake: Lake) -> None:
    done = link_lake(lake)
    assert done.documents == 0
    assert len(lake.query("SELECT * FROM event_links")) == done.events
