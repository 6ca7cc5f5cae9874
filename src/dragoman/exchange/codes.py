"""Codes of foreign layouts: countries by FIPS, COW and ICEWS name, sectors by CAMEO role and ICEWS label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from dragoman.codebooks import Codebook, load_codebook
from dragoman.exchange.tables import read_table
from dragoman.knowledge.countries import load_countries
from dragoman.records import EventForm

COUNTRY_COLUMNS = ("iso3", "fips", "cow", "cameo", "icews_names")
SECTOR_COLUMNS = ("label", "sectors")
CAMEO_COLUMNS = ("code", "label", "goldstein", "type", "mode", "contexts", "basis", "export")

ROLES: Mapping[str, str] = {
    "AGR": "AGR", "BUS": "BUS", "COP": "COP", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI",
    "GOV": "GOV", "JRN": "MED", "JUD": "JUD", "LAB": "LAB", "LEG": "LEG", "MED": "HLH", "MIL": "MIL",
    "OPP": "OPP", "PTY": "PTY", "REB": "REB", "REF": "REF", "SOC": "CVL", "SPY": "SPY", "UAF": "UAF",
}  # fmt: skip
"""PLOVER sector → CAMEO role. PRM, PRE, REL and UNK have none (CAMEO codes religions, not clergy)."""

SECTORS: Mapping[str, str] = {
    **{role: sector for sector, role in ROLES.items() if sector != "SOC"},
    "HRI": "SOC", "DEV": "SOC", "NGO": "SOC", "NGM": "SOC", "SEP": "REB", "INS": "REB",
}  # fmt: skip
"""CAMEO role → PLOVER sector."""

LABELS: Mapping[str, str] = {
    "AGR": "Agricultural", "BUS": "Business", "COP": "Police", "CRM": "Criminals / Gangs",
    "CVL": "General Population / Civilian / Social", "EDU": "Education", "ELI": "Elite", "GOV": "Government",
    "JRN": "Media", "JUD": "Judicial", "LAB": "Labor", "LEG": "Legislative / Parliamentary",
    "MED": "Medical / Health", "MIL": "Military", "OPP": "Dissident", "PTY": "Parties", "REB": "Rebel",
    "REF": "Refugees / Displaced", "REL": "National Religious", "SOC": "Social",
    "SPY": "Intelligence Ministry", "UAF": "Unidentified Forces",
}  # fmt: skip
"""PLOVER sector → the ICEWS label that is nearest. PRM, PRE and UNK have none."""

FORMS_OF_CODES: Mapping[str, EventForm] = {
    "041": "call", "042": "visit", "044": "meeting", "045": "mediation", "046": "negotiation",
    "057": "signing",
}  # fmt: skip
"""CAMEO code → the form of the engagement that it names. 040 names none; 043 has the visit's host first."""

FORMS_OF_MODES: Mapping[str, EventForm] = {"visit": "visit", "phone": "call"}
"""Mode of CONSULT → form."""


class CountryCodes(NamedTuple):
    """A country's codes; None where it has none."""

    fips: str | None
    cow: str | None
    cameo: str
    icews: str
    """Its name in ICEWS, or ours where ICEWS has none."""


class CameoCode(NamedTuple):
    """What a CAMEO code is called, scores and amounts to in PLOVER."""

    label: str
    goldstein: float | None
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]


class Codes:
    """All tables, with their reverses. Make one with `load_codes()`."""

    def __init__(self) -> None:
        names = {iso3: country.name for iso3, country in load_countries().items()}
        self.countries: dict[str, CountryCodes] = {}
        self.by_fips: dict[str, str] = {"GZ": "PSE"}
        self.by_cow: dict[str, str] = {}
        self.by_cameo: dict[str, str] = {}
        self.by_name: dict[str, str] = {name: iso3 for iso3, name in names.items()}
        for iso3, fips, cow, cameo, icews in read_table("country_codes", COUNTRY_COLUMNS):
            forms = icews.split("|") if icews else [names.get(iso3, iso3)]
            self.countries[iso3] = CountryCodes(fips or None, cow or None, cameo, forms[0])
            self.by_name |= dict.fromkeys(forms, iso3)
            self.by_cameo |= {cameo: iso3, iso3: iso3}
            self.by_fips |= {fips: iso3} if fips else {}
            self.by_cow |= {cow: iso3} if cow else {}
        self.labels = {
            label: tuple(sectors.split(";")) for label, sectors in read_table("icews_sectors", SECTOR_COLUMNS)
        }
        self.cameo = _cameo_codes()
        self.codebook: Codebook = load_codebook()

    def cow_of(self, countries: Iterable[str]) -> list[str]:
        """Correlates of War codes of those countries that have one."""
        return [codes.cow for one in countries if (codes := self.countries.get(one)) and codes.cow]

    def icews_name(self, country: str | None) -> str | None:
        """A country's name in ICEWS."""
        codes = self.countries.get(country) if country else None
        return codes.icews if codes else None


def _cameo_codes() -> dict[str, CameoCode]:
    return {
        code: CameoCode(
            label=label,
            goldstein=float(goldstein) if goldstein else None,
            type=type_ or None,
            mode=mode or None,
            contexts=tuple(contexts.split(";")) if contexts else (),
        )
        for code, label, goldstein, type_, mode, contexts, _, _ in read_table(
            "../codebooks/cameo", CAMEO_COLUMNS
        )
    }


@cache
def load_codes() -> Codes:
    """Every table of foreign codes; later calls return the same object.

    Raises:
        TableError: If a table is missing or malformed.
    """
    return Codes()
