"""CSV for spreadsheets and statistics programs: one row an event, every field, lists with semicolons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from dragoman.exchange import STATUSES, Losses, Party, Report
from dragoman.export.cells import joined, number, text
from dragoman.export.delimited import write_rows
from dragoman.export.sink import ByteSink
from dragoman.records import Date

COLUMNS = (
    "document", "event", "type", "mode", "form", "status", "coded_type", "coded_mode", "contexts", "mutual",
    "sources", "source_countries", "source_sectors", "source_offices",
    "targets", "target_countries", "target_sectors", "target_offices",
    "date_start", "date_end", "date_precision", "date_basis", "reported",
    "place", "place_country", "lat", "lon", "part_of", "cameo", "goldstein", "quad", "confidence",
    "publisher", "url", "title", "published", "evidence", "origin",
)  # fmt: skip


def export_csv(
    reports: Iterable[Report],
    stream: ByteSink,
    *,
    statuses: Set[str] = frozenset(STATUSES),
    losses: Losses | None = None,
) -> None:
    """Write comma-separated values with a header.

    Args:
        reports: Events.
        stream: Where to write.
        statuses: Which events to write.
        losses: Counts events left out.
    """
    rows = csv_rows(reports, statuses=statuses, losses=losses or Losses())
    write_rows(rows, stream, header=COLUMNS, separator=",")


def csv_rows(reports: Iterable[Report], *, statuses: Set[str], losses: Losses) -> Iterator[list[str]]:
    """Rows in the order of `COLUMNS`."""
    for report in reports:
        if report.status not in statuses:
            losses.by_status += 1
            continue
        cells = {
            **_event_cells(report),
            **_party_cells("source", report.sources),
            **_party_cells("target", report.targets),
            **_date_cells(report),
            **_place_cells(report),
            **_story_cells(report),
        }
        yield [cells[column] for column in COLUMNS]


def _event_cells(report: Report) -> dict[str, str]:
    coded = report.coded_as
    return {
        "document": report.story.id,
        "event": report.id,
        "type": text(report.type),
        "mode": text(report.mode),
        "form": text(report.form),
        "status": report.status,
        "coded_type": coded.type if coded else "",
        "coded_mode": (coded.mode or "") if coded else "",
        "contexts": joined(report.contexts),
        "mutual": str(report.mutual).lower(),
        "part_of": text(report.part_of),
        "cameo": text(report.cameo),
        "goldstein": number(report.goldstein),
        "quad": str(report.quad or ""),
        "confidence": number(report.confidence),
        "evidence": text(report.evidence),
        "origin": text(report.origin),
    }


def _party_cells(side: str, parties: tuple[Party, ...]) -> dict[str, str]:
    return {
        f"{side}s": joined(party.name for party in parties),
        f"{side}_countries": joined(party.country or "" for party in parties),
        f"{side}_sectors": joined(party.sector or "" for party in parties),
        f"{side}_offices": joined(party.office or "" for party in parties),
    }


def _date_cells(report: Report) -> dict[str, str]:
    date = report.date
    return {
        "date_start": _day(date, last=False),
        "date_end": _day(date, last=True),
        "date_precision": date.precision if date else "",
        "date_basis": date.basis if date else "",
        "reported": _day(report.reported, last=False),
    }


def _place_cells(report: Report) -> dict[str, str]:
    place = report.place
    return {
        "place": text(place.name) if place else "",
        "place_country": text(place.country) if place else "",
        "lat": number(place.lat) if place else "",
        "lon": number(place.lon) if place else "",
    }


def _story_cells(report: Report) -> dict[str, str]:
    story = report.story
    return {
        "publisher": text(story.source),
        "url": text(story.url),
        "title": text(story.title),
        "published": _day(story.published, last=False),
    }


def _day(date: Date | None, *, last: bool) -> str:
    day = (date.end if last else date.start) if date else None
    return day.isoformat() if day else ""
