"""POLECAT's columns: one row for each actor and recipient.

`Event Date` is the event's first day, and where the text gives none the day of the report, as in POLECAT
itself; `Losses` counts those. Type and mode are the folded ones (`coded_as`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from dragoman.exchange import CODED_STATUSES, Losses, Party, Report, layout_columns, load_codes, report_day
from dragoman.exchange.codes import Codes
from dragoman.exchange.pairs import is_exportable as exportable
from dragoman.exchange.pairs import is_from, iter_pairs
from dragoman.exchange.reports import first_day
from dragoman.export.cells import QUADS, is_city, is_international, is_region, joined, number, place_key, text
from dragoman.export.delimited import write_rows
from dragoman.export.sink import ByteSink

VERSION = "dragoman"
LANGUAGES = {"en": "English"}
EMPTY = "None"
"""What POLECAT writes in a country cell that is empty."""


def export_polecat(
    reports: Iterable[Report],
    stream: ByteSink,
    *,
    statuses: Set[str] = CODED_STATUSES,
    losses: Losses | None = None,
) -> None:
    """Write tab-separated values with a header.

    Args:
        reports: Events; those of one story follow each other.
        stream: Where to write.
        statuses: Which events to write.
        losses: Counts what the layout cannot hold.
    """
    rows = polecat_rows(reports, statuses=statuses, losses=losses or Losses())
    write_rows(rows, stream, header=layout_columns("polecat"), separator="\t")


def polecat_rows(
    reports: Iterable[Report], *, statuses: Set[str] = CODED_STATUSES, losses: Losses
) -> Iterator[list[str]]:
    """Rows in the order of `layout_columns("polecat")`."""
    codes = load_codes()
    columns = layout_columns("polecat")
    story, rows = "", 0
    for report in reports:
        if report.coded_as is None:
            losses.uncoded += 1
            continue
        if not exportable(report, statuses, losses):
            continue
        if report.story.id != story:
            story, rows = report.story.id, 0
        for actor, recipient in iter_pairs(report):
            rows += 1
            cells = {
                **_event_cells(report, rows),
                **_party_cells("Actor", actor, codes),
                **_party_cells("Recipient", recipient, codes),
                **_place_cells(report),
                **_story_cells(report),
            }
            yield [cells[column] for column in columns]


def _event_cells(report: Report, row: int) -> dict[str, str]:
    coded = report.coded_as
    day = report_day(report)
    assert coded is not None  # noqa: S101  # checked by the caller
    assert day is not None  # noqa: S101
    published = first_day(report.story.published) or day
    story = report.story.id.replace("_", "-")
    own = f"{published:%Y%m%d}-{story}_{coded.type}_{row}"
    return {
        "Event ID": report.id if is_from(report, "polecat") else own,
        "Event Date": day.isoformat(),
        "Event Type": coded.type,
        "Event Mode": coded.mode or "",
        "Intensity": number(report.goldstein),
        "Quad Code": QUADS.get(report.quad or 0, ""),
        "Contexts": joined(report.contexts),
    }


def _party_cells(side: str, party: Party | None, codes: Codes) -> dict[str, str]:
    country = party.country if party else None
    other = "IGO" if is_international(party) else EMPTY
    sector = text(party.sector) if party else ""
    return {
        f"{side} Name": text(party.name) if party else "",
        f"{side} Country": country or other,
        f"{side} COW": joined(codes.cow_of([country])) if country else "",
        f"Primary {side} Sector": sector,
        f"{side} Sectors": sector,
        f"{side} Title": text(party.office) if party else "",
        f"{side} Name Raw": text(party.raw) if party else "",
        f"Wikipedia {side} ID": "",
    }


def _place_cells(report: Report) -> dict[str, str]:
    place = report.place
    number_ = place_key(report).removeprefix("city:")
    return {
        "Placename": text(place.name) if place else "",
        "City": text(place.name) if place and is_city(report) else "",
        "District": "",
        "Province": text(place.name) if place and is_region(report) else "",
        "Country": (place.country or EMPTY) if place else EMPTY,
        "Latitude": number(place.lat) if place else "",
        "Longitude": number(place.lon) if place else "",
        "GeoNames ID": number_ if number_.isdecimal() else "",
        "Raw Placename": text(report.place_raw),
        "Feature Type": "",
    }


def _story_cells(report: Report) -> dict[str, str]:
    story = report.story
    published = first_day(story.published)
    return {
        "Source": text(story.source),
        "Publication Date": published.isoformat() if published else "",
        "Story People": joined(story.people),
        "Story Organizations": joined(story.organizations),
        "Story Locations": joined(story.places),
        "Language": LANGUAGES.get(story.language or "", text(story.language)),
        "Version": VERSION,
    }
