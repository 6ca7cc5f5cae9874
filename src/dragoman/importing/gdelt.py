"""GDELT 2.0 event rows → reports."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from dragoman.exchange import Codes, Party, Report, Story
from dragoman.exchange.codes import FORMS_OF_CODES, SECTORS
from dragoman.importing.table_files import Cells
from dragoman.importing.values import day, number, place, quad_of_code, text
from dragoman.records import Coding, Date, Place

ORIGIN = "import:gdelt"

GEO_KINDS: Mapping[str, str] = {"2": "region", "3": "city", "4": "city", "5": "region"}
"""ActionGeo_Type → what the place is; 1 is a country."""


def gdelt_report(row: Cells, codes: Codes) -> Report:
    """Read one row.

    Raises:
        ValueError: If a date, number or code is not what the layout says.
    """
    code = row["EventCode"].strip()
    known = codes.cameo.get(code)
    identity = row["GLOBALEVENTID"].strip()
    if not identity:
        raise ValueError("no GLOBALEVENTID")
    coding = Coding(known.type, known.mode) if known and known.type else None
    published = _added(row["DATEADDED"].strip())
    return Report(
        story=Story(
            id=row["SOURCEURL"].strip() or identity,
            uri=f"gdelt:{identity}",
            url=text(row["SOURCEURL"]),
            published=published,
        ),
        id=identity,
        type=coding.type if coding else None,
        mode=coding.mode if coding else None,
        coded_as=coding,
        form=FORMS_OF_CODES.get(code),
        contexts=known.contexts if known else (),
        sources=_party(row, "Actor1", codes),
        targets=_party(row, "Actor2", codes),
        date=day(row["SQLDATE"], "%Y%m%d"),
        reported=published,
        place=_place(row, codes),
        cameo=code,
        goldstein=number(row["GoldsteinScale"]),
        quad=int(row["QuadClass"]) if row["QuadClass"].strip() else quad_of_code(code),
        lead=row["IsRootEvent"].strip() == "1" if row["IsRootEvent"].strip() else None,
        origin=ORIGIN,
    )


def _added(cell: str) -> Date | None:
    """GDELT has had days in this column, and seconds; midnight is no clock time."""
    found = day(cell[:8], "%Y%m%d")
    clock = f"{cell[8:10]}:{cell[10:12]}"
    return structs.replace(found, time=clock) if found and len(cell) == 14 and clock != "00:00" else found


def _party(row: Cells, side: str, codes: Codes) -> tuple[Party, ...]:
    country = codes.by_cameo.get(row[f"{side}CountryCode"].strip())
    name = text(row[f"{side}Name"]) or text(row[f"{side}Code"])
    if name is None:
        return ()
    role = row[f"{side}Type1Code"].strip()
    bare = country is not None and not role
    return (
        Party(
            name=name,
            country=country,
            sector=SECTORS.get(role),
            kind="country" if bare else None,
            identity=f"country:{country}" if bare else f"igo:{name}" if role == "IGO" else None,
        ),
    )


def _place(row: Cells, codes: Codes) -> Place | None:
    name = text(row["ActionGeo_FullName"])
    kind = GEO_KINDS.get(row["ActionGeo_Type"].strip())
    feature = row["ActionGeo_FeatureID"].strip() or "0"
    return place(
        name.split(",")[0] if name and kind else name,
        codes.by_fips.get(row["ActionGeo_CountryCode"].strip()),
        row["ActionGeo_Lat"],
        row["ActionGeo_Long"],
        f"{kind}:gns:{feature}" if kind else None,
    )
