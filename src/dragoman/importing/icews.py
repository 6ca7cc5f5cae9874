"""ICEWS rows → reports. An event's id is unique only together with its date, so both make up ours."""

from __future__ import annotations

import csv

from dragoman.exchange import Codes, Party, Report, Story
from dragoman.exchange.codes import FORMS_OF_CODES
from dragoman.exchange.pairs import ICEWS_STORY
from dragoman.importing.table_files import Cells
from dragoman.importing.values import day, number, place, quad_of_code, text
from dragoman.records import Coding

ORIGIN = "import:icews"


def icews_report(row: Cells, codes: Codes) -> Report:
    """Read one row.

    Raises:
        ValueError: If a date, number or code is not what the layout says.
    """
    code = row["CAMEO Code"].strip()
    known = codes.cameo.get(code)
    identity = f"{row['Event Date'].strip()} {row['Event ID'].strip()}"
    coding = Coding(known.type, known.mode) if known and known.type else None
    sentence = row["Sentence Number"].strip()
    return Report(
        story=Story(
            id=row["Story ID"].strip(),
            uri=f"{ICEWS_STORY}{row['Story ID'].strip()}",
            source=text(row["Publisher"]),
        ),
        id=identity,
        type=coding.type if coding else None,
        mode=coding.mode if coding else None,
        coded_as=coding,
        form=FORMS_OF_CODES.get(code),
        contexts=known.contexts if known else (),
        sources=_party(row, "Source", codes),
        targets=_party(row, "Target", codes),
        date=day(row["Event Date"]),
        place=place(
            text(row["City"]) or text(row["Province"]) or text(row["Country"]),
            codes.by_name.get(row["Country"].strip()),
            row["Latitude"],
            row["Longitude"],
            _place_key(row),
        ),
        cameo=code,
        goldstein=number(row["Intensity"]),
        quad=quad_of_code(code),
        sentence=int(sentence) if sentence else None,
        origin=ORIGIN,
    )


def _place_key(row: Cells) -> str | None:
    """ICEWS names places without a gazetteer: the key says what kind of place it is."""
    for kind, column in (("city", "City"), ("region", "Province")):
        if name := text(row[column]):
            return f"{kind}:icews:{name}"
    return None


def _party(row: Cells, side: str, codes: Codes) -> tuple[Party, ...]:
    name = text(row[f"{side} Name"])
    if name is None:
        return ()
    country = codes.by_name.get(row[f"{side} Country"].strip())
    is_country = name == codes.icews_name(country)
    return (
        Party(
            name=name,
            country=country,
            sector=_sector(row[f"{side} Sectors"], codes),
            kind="country" if is_country else None,
            identity=f"country:{country}" if is_country else None,
        ),
    )


def _sector(cell: str, codes: Codes) -> str | None:
    """The first label that stands for a PLOVER sector; labels come in any order and may be quoted."""
    for label in next(csv.reader([cell], skipinitialspace=True), []):
        if sectors := codes.labels.get(label.strip()):
            return sectors[0]
    return None
