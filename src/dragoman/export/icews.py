"""CAMEO rows as ICEWS has them: one for each direction of each pair.

A meeting gives two rows, and so does a visit: 042 out, 043 back. Intensity is the CAMEO code's score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from dragoman.exchange import CODED_STATUSES, Losses, Party, Report, layout_columns, load_codes, report_day
from dragoman.exchange.codes import LABELS, Codes
from dragoman.exchange.pairs import ICEWS_STORY, is_exportable, is_from, iter_directed, mirrored_code
from dragoman.export.cells import cameo_of, is_city, is_region, number, stable_integer, text
from dragoman.export.delimited import write_rows
from dragoman.export.sink import ByteSink


def export_icews(
    reports: Iterable[Report],
    stream: ByteSink,
    *,
    statuses: Set[str] = CODED_STATUSES,
    losses: Losses | None = None,
) -> None:
    """Write tab-separated values with a header.

    Args:
        reports: Events.
        stream: Where to write.
        statuses: Which events to write.
        losses: Counts what the layout cannot hold.
    """
    rows = icews_rows(reports, statuses=statuses, losses=losses or Losses())
    write_rows(rows, stream, header=layout_columns("icews"), separator="\t")


def icews_rows(
    reports: Iterable[Report], *, statuses: Set[str] = CODED_STATUSES, losses: Losses
) -> Iterator[list[str]]:
    """Rows in the order of `layout_columns("icews")`."""
    codes = load_codes()
    columns = layout_columns("icews")
    for report in reports:
        coded = cameo_of(report, codes)
        if coded is None:
            losses.uncoded += 1
            continue
        if not is_exportable(report, statuses, losses):
            continue
        for number_, (source, target, mirror) in enumerate(iter_directed(report)):
            cells = {
                **_event_cells(report, number_, mirrored_code(coded[0], mirror=mirror), codes),
                **_party_cells("Source", source, codes),
                **_party_cells("Target", target, codes),
                **_place_cells(report, codes),
            }
            yield [cells[column] for column in columns]


def _event_cells(report: Report, row: int, code: str, codes: Codes) -> dict[str, str]:
    story = report.story
    day = report_day(report)
    foreign = is_from(report, "icews")
    own = str(stable_integer(f"{story.id} {report.id} {row}"))
    return {
        "Event ID": report.id.split()[-1] if foreign else own,
        "Event Date": day.isoformat() if day else "",
        "Event Text": codes.cameo[code].label,
        "CAMEO Code": code,
        "Intensity": number(codes.cameo[code].goldstein),
        "Story ID": story.uri.removeprefix(ICEWS_STORY) if foreign else str(stable_integer(story.id)),
        "Sentence Number": str(report.sentence) if report.sentence else "",
        "Publisher": text(story.source),
    }


def _party_cells(side: str, party: Party | None, codes: Codes) -> dict[str, str]:
    country = codes.icews_name(party.country) if party else None
    name = country if party and party.kind == "country" and country else party.name if party else None
    return {
        f"{side} Name": text(name),
        f"{side} Sectors": LABELS.get(party.sector or "", "") if party else "",
        f"{side} Country": text(country),
    }


def _place_cells(report: Report, codes: Codes) -> dict[str, str]:
    place = report.place
    return {
        "City": text(place.name) if place and is_city(report) else "",
        "District": "",
        "Province": text(place.name) if place and is_region(report) else "",
        "Country": text(codes.icews_name(place.country)) if place else "",
        "Latitude": number(place.lat) if place else "",
        "Longitude": number(place.lon) if place else "",
    }
