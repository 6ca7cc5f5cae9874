"""Builds the tables of foreign codes from the development data: `python -m dragoman.exchange.build`.

Needs `../shared/data` beside the repository. Says what it wrote; changes nothing else.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from dragoman.exchange.tables import FOLDER
from dragoman.knowledge.countries import load_countries

DATA = FOLDER.parents[3] / "shared" / "data"
NO_COUNTRY = "---"

CAMEO_TO_ISO = {"KSV": "XKX", "TMP": "TLS", "FRNWLF": "WLF", "ANT": "ATA"}
"""CAMEO codes that are not the ISO code of their country, nor end in it."""
JOINED_FIPS = {"RIKV": {"SRB": "RI", "XKX": "KV"}, "GZWE": {"PSE": "WE"}, "SVJN": {"SJM": "SV"}}
"""Cells of the source that hold two FIPS codes; the Gaza Strip's (GZ) is read as Palestine, not written."""
SHARED_FIPS = {"BES"}
"""Lists the FIPS code of another country, as it has none."""

CAMEO_ROLES = {
    "AGR": "AGR", "BUS": "BUS", "COP": "COP", "CRM": "CRM", "CVL": "CVL", "DEV": "SOC", "EDU": "EDU",
    "ELI": "ELI", "GOV": "GOV", "HLH": "MED", "HRI": "SOC", "JUD": "JUD", "LAB": "LAB", "LEG": "LEG",
    "MED": "JRN", "MIL": "MIL", "OPP": "OPP", "PTY": "PTY", "REB": "REB", "REF": "REF", "REL": "REL",
    "SEP": "REB", "SPY": "SPY", "UAF": "UAF",
}  # fmt: skip
"""CAMEO role → PLOVER sector. CAMEO's media (MED) and health (HLH) are PLOVER's JRN and MED."""


CORRECTED = {
    "Agricultural": "AGR", "Social": "SOC",
    "Disaster Ministry": "GOV", "Drugs Ministry": "GOV", "Elections Ministry": "GOV", "Elite": "ELI",
    "Energy Ministry": "GOV", "Environment Ministry": "GOV", "Ethnic NGOs": "SOC", "Food Ministry": "GOV",
    "Housing / Construction Ministry": "GOV", "International Ethnic": "CVL", "Medical / Health": "MED",
    "National Religious": "REL", "Religious Majority": "REL", "Religious Minority": "REL",
    "Tourism Ministry": "GOV", "Transportation Ministry": "GOV", "Water Ministry": "GOV",
}  # fmt: skip
"""Labels that the source files under the sector of the line above them, or under a wider one."""


def build_country_codes() -> list[list[str]]:
    """Rows of `country_codes.csv`."""
    fips = _fips()
    icews = _icews_countries()
    rows = []
    for iso3 in sorted(load_countries()):
        names, cow, cameo = icews.get(iso3, ([], "", iso3))
        rows.append([iso3, fips.get(iso3, ""), cow, cameo, "|".join(sorted(names, key=len))])
    return rows


def _fips() -> dict[str, str]:
    with (DATA / "country_codes" / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        cells = {row["ISO3166-1-Alpha-3"]: row["FIPS"].strip() for row in csv.DictReader(file)}
    fips = {iso3: code for iso3, code in cells.items() if len(code) == 2 and iso3 not in SHARED_FIPS}
    for code in cells.values():
        fips |= JOINED_FIPS.get(code, {})
    return fips


def _icews_countries() -> dict[str, tuple[list[str], str, str]]:
    found: dict[str, tuple[list[str], str, str]] = {}
    known = load_countries()
    for name, code, cow in _lines("countrynames.txt"):
        iso3 = CAMEO_TO_ISO.get(code) or (code if code in known else code[-3:])
        if code == NO_COUNTRY or iso3 not in known or (iso3 in found and cow == "000"):
            continue  # a dependency listed under its state's code would give the state its name
        names, earlier, _ = found.get(iso3, ([], "", ""))
        number = cow.lstrip("0") if cow != "000" else earlier
        found[iso3] = ([*names, name], number, code if code in CAMEO_TO_ISO and code != "FRNWLF" else iso3)
    return found


def build_icews_sectors() -> list[list[str]]:
    """Rows of `icews_sectors.csv`: labels that stand for a PLOVER sector."""
    rows: dict[str, str] = {}
    for label, code, _ in _lines("agentnames.txt"):
        roles = [part for part in re.findall("...", code) if part not in {"IGO", "MNC", "IMG", "INT"}]
        sectors = dict.fromkeys(CAMEO_ROLES[role] for role in roles if role in CAMEO_ROLES)
        if sectors and len(sectors) == len(dict.fromkeys(roles)):
            rows.setdefault(label, ";".join(sectors))
    return sorted([label, sectors] for label, sectors in (rows | CORRECTED).items())


def _lines(name: str) -> Iterable[list[str]]:
    text = (DATA / "cameo" / "icews" / name).read_text("utf-8", errors="replace")
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) == 3 and cells[0]:
            yield cells


def _write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    print(f"{path.name}: {len(rows)} rows")  # noqa: T201  # a build script


if __name__ == "__main__":
    _write(
        FOLDER / "country_codes.csv", ["iso3", "fips", "cow", "cameo", "icews_names"], build_country_codes()
    )
    _write(FOLDER / "icews_sectors.csv", ["label", "sectors"], build_icews_sectors())
