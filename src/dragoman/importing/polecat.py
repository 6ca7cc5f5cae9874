"""POLECAT rows → reports."""

from __future__ import annotations

from dragoman.exchange import Codes, Party, Report, Story
from dragoman.exchange.codes import FORMS_OF_MODES
from dragoman.importing.table_files import Cells
from dragoman.importing.values import QUADS, country_of, day, items, number, place, text
from dragoman.records import Coding

ORIGIN = "import:polecat"


def polecat_report(row: Cells, codes: Codes) -> Report:
    """Read one row.

    Raises:
        ValueError: If a date, number or type is not what the layout says.
    """
    identity = row["Event ID"].strip()
    if not identity:
        raise ValueError("no Event ID")
    coding = Coding(row["Event Type"].strip(), text(row["Event Mode"]))
    if coding.type not in codes.codebook.types:
        raise ValueError(f"no PLOVER type: {coding.type}")
    return Report(
        story=_story(row, identity),
        id=identity,
        type=coding.type,
        mode=coding.mode,
        coded_as=coding,
        form=FORMS_OF_MODES.get(coding.mode or "") if coding.type == "CONSULT" else None,
        sources=_party(row, "Actor", codes),
        targets=_party(row, "Recipient", codes),
        contexts=items(row["Contexts"]),
        date=day(row["Event Date"]),
        reported=day(row["Publication Date"]),
        place=place(
            text(row["Placename"]) or text(row["City"]),
            country_of(row["Country"], codes),
            row["Latitude"],
            row["Longitude"],
            _city_key(row),
        ),
        place_raw=text(row["Raw Placename"]),
        goldstein=number(row["Intensity"]),
        quad=QUADS.get(row["Quad Code"].strip()),
        origin=ORIGIN,
    )


def _city_key(row: Cells) -> str | None:
    number_ = text(row["GeoNames ID"])
    return f"city:{number_}" if number_ and text(row["City"]) else None


def _story(row: Cells, identity: str) -> Story:
    language = text(row["Language"])
    return Story(
        id=identity.split("_", maxsplit=1)[0],
        uri=f"polecat:{identity}",
        source=text(row["Source"]),
        language="en" if language == "English" else language,
        published=day(row["Publication Date"]),
        people=items(row["Story People"]),
        organizations=items(row["Story Organizations"]),
        places=items(row["Story Locations"]),
    )


def _party(row: Cells, side: str, codes: Codes) -> tuple[Party, ...]:
    country = country_of(row[f"{side} Country"], codes)
    name = text(row[f"{side} Name"]) or country
    if name is None:
        return ()
    return (
        Party(
            name=name,
            country=country,
            sector=text(row[f"Primary {side} Sector"]),
            office=text(row[f"{side} Title"]),
            raw=text(row[f"{side} Name Raw"]),
            identity=f"igo:{name}" if row[f"{side} Country"].strip() == "IGO" else None,
        ),
    )
