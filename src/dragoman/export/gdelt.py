"""GDELT 2.0 event columns: one row for each direction of each pair, tab-separated, without a header.

What dragoman does not measure is left empty: tone, the places of the actors, divisions below the country.
`DATEADDED` is the time of the report, as an export has no clock of its own.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Set

from dragoman.exchange import CODED_STATUSES, Losses, Party, Report, layout_columns, load_codes, report_day
from dragoman.exchange.codes import ROLES, Codes
from dragoman.exchange.pairs import is_exportable, is_from, iter_directed, mirrored_code
from dragoman.exchange.reports import first_day
from dragoman.export.cells import (
    cameo_of,
    is_city,
    is_international,
    is_region,
    number,
    stable_integer,
    text,
)
from dragoman.export.delimited import write_rows
from dragoman.export.sink import ByteSink

GEO_NONE, GEO_COUNTRY, GEO_US_STATE, GEO_US_CITY, GEO_CITY, GEO_STATE = range(6)


def export_gdelt(
    reports: Iterable[Report],
    stream: ByteSink,
    *,
    statuses: Set[str] = CODED_STATUSES,
    losses: Losses | None = None,
) -> None:
    """Write tab-separated values; GDELT's files have no header.

    Args:
        reports: Events.
        stream: Where to write.
        statuses: Which events to write.
        losses: Counts what the layout cannot hold.
    """
    rows = gdelt_rows(reports, statuses=statuses, losses=losses or Losses())
    write_rows(rows, stream, header=None, separator="\t", quoted=False)


def gdelt_rows(
    reports: Iterable[Report], *, statuses: Set[str] = CODED_STATUSES, losses: Losses
) -> Iterator[list[str]]:
    """Rows in the order of `layout_columns("gdelt")`."""
    codes = load_codes()
    columns = layout_columns("gdelt")
    for report in reports:
        coded = cameo_of(report, codes)
        if coded is None:
            losses.uncoded += 1
            continue
        day = report_day(report)
        if not is_exportable(report, statuses, losses) or day is None:
            continue
        for row, (source, target, mirror) in enumerate(iter_directed(report)):
            cells = {
                **_event_cells(report, row, day, mirrored_code(coded[0], mirror=mirror), codes),
                **_actor_cells("Actor1", source, codes),
                **_actor_cells("Actor2", target, codes),
                **_geo_cells("ActionGeo", report, codes),
            }
            yield [cells.get(column, "") for column in columns]


def _event_cells(report: Report, row: int, day: dt.date, code: str, codes: Codes) -> dict[str, str]:
    story = report.story
    root = code[:2]
    own = str(stable_integer(f"{story.id} {report.id} {row}"))
    return {
        "GLOBALEVENTID": report.id if is_from(report, "gdelt") else own,
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": _fraction(day),
        "IsRootEvent": "" if report.lead is None else str(int(report.lead)),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": root,
        "QuadClass": str(quad_class(root)),
        "GoldsteinScale": number(codes.cameo[code].goldstein),
        "NumMentions": "1",
        "NumSources": "1",
        "NumArticles": "1",
        "Actor1Geo_Type": str(GEO_NONE),
        "Actor2Geo_Type": str(GEO_NONE),
        "DATEADDED": _added(report, day),
        "SOURCEURL": story.url or story.uri,
    }


def quad_class(root: str) -> int:
    """The class of a CAMEO root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    for quad, last in enumerate((5, 8, 13, 20), start=1):
        if int(root) <= last:
            return quad
    raise ValueError(root)


def _fraction(day: dt.date) -> str:
    days = 366 if calendar.isleap(day.year) else 365
    return f"{day.year + (day.timetuple().tm_yday - 1) / days:.4f}"


def _added(report: Report, day: dt.date) -> str:
    published = report.story.published
    clock = (published.time if published else None) or "00:00"
    return f"{first_day(published) or day:%Y%m%d}{clock.replace(':', '')[:4]}00"


def _actor_cells(side: str, party: Party | None, codes: Codes) -> dict[str, str]:
    if party is None:
        return {}
    known = codes.countries.get(party.country or "")
    country = known.cameo if known else ""
    role = "IGO" if is_international(party) else ROLES.get(party.sector or "", "")
    if party.kind == "country":
        role = ""  # GDELT codes a bare country without a role
    return {
        f"{side}Code": country + role,
        f"{side}Name": text(party.name).upper(),
        f"{side}CountryCode": country,
        f"{side}Type1Code": role,
    }


def _geo_cells(side: str, report: Report, codes: Codes) -> dict[str, str]:
    place = report.place
    known = codes.countries.get(place.country or "") if place else None
    if place is None or known is None:
        return {f"{side}_Type": str(GEO_NONE)}
    in_us = place.country == "USA"
    kind = GEO_COUNTRY
    if is_city(report):
        kind = GEO_US_CITY if in_us else GEO_CITY
    elif is_region(report):
        kind = GEO_US_STATE if in_us else GEO_STATE
    name = place.name if kind == GEO_COUNTRY else f"{place.name}, {known.icews}"
    return {
        f"{side}_Type": str(kind),
        f"{side}_FullName": text(name),
        f"{side}_CountryCode": known.fips or "",
        f"{side}_Lat": number(place.lat),
        f"{side}_Long": number(place.lon),
    }
