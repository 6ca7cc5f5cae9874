"""Nouns that make a name the name of a body, a venue, a project or an initiative. All in small letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dragoman.records import EntityKind
from dragoman.resolve.actors_words import word_set


class NounKind(NamedTuple):
    """What a name that ends in the noun (or begins with it: "Ministry of") stands for.

    `small` nouns also do in small letters after a name ("Altynken mining project").
    """

    kind: EntityKind
    sector: str | None
    small: bool = False


_BODIES: Mapping[str, str] = {
    "GOV": """administration agency authority bureau cabinet commission committee council department
        directorate government inspectorate ministry office presidency secretariat treasury mission
        delegation""",
    "LEG": "assembly chamber congress duma knesset legislature majlis parliament rada senate",
    "JUD": "court courts tribunal",
    "COP": "constabulary gendarmerie police",
    "MIL": "army command corps fleet forces guard guards navy regiment",
    "REB": "brigade brigades front militia",
    "PTY": "party",
    "BUS": """airlines airways bank banks chamber-of-commerce co. company consortium corp corp. corporation
        enterprises group holdings inc inc. industries limited llc ltd ltd. motors plc pharmaceuticals""",
    "LAB": "unions",
    "JRN": "gazette herald network news newspaper post times tribune",
    "SOC": "association charity federation foundation society trust",
    "": "alliance bloc board coalition community fund league movement organisation organization union club",
}
_VENUES: Mapping[str, str] = {
    "EDU": "academy campus college institute kindergarten laboratory school university",
    "MED": "clinic hospital",
    "GOV": "consulate embassy",
    "": """airport arena base bridge camp castle cathedral cemetery center centre church factory gallery
        garden gardens hall headquarters hotel library market memorial monastery monument mosque museum
        observatory palace pavilion plant plaza port prison refinery residence resort shrine square stadium
        station synagogue temple terminal theater theatre tower villa zone shipyard seaport spaceport
        cosmodrome""",
}
_PROJECTS = """canal corridor dam expressway highway metro mine pipeline project projects railroad railway
    reservoir"""
_INITIATIVES = "campaign compact dialogue forum initiative initiatives mechanism partnership process summit"
_FRAMEWORKS = """accord accords act agenda agreement agreements charter communique communiqué constitution
    convention covenant declaration framework memorandum pact plan protocol roadmap statement strategy
    treaty"""
_ISSUES = "conflict crisis dispute question war"

SMALL_NOUNS = word_set(
    """accord accords agreement agreements airport base bridge camp canal conflict corridor crisis dam
    dispute embassy factory framework group highway hospital initiative market mechanism militia mine
    movement museum party peninsula pipeline plan plant port prison process project projects railway
    refinery stadium station summit treaty university war pact protocol brigade alliance"""
)
"""Those that follow a name in small letters: "Al-Hol camp", "Minsk agreements"."""


def _noun_kinds() -> dict[str, NounKind]:
    tables: list[tuple[EntityKind, Mapping[str, str]]] = [
        ("organization", _BODIES),
        ("venue", _VENUES),
        ("project", {"": _PROJECTS}),
        ("initiative", {"": _INITIATIVES}),
        ("framework", {"": _FRAMEWORKS}),
        ("issue", {"": _ISSUES}),
    ]
    return {
        word: NounKind(kind, sector or None, word in SMALL_NOUNS)
        for kind, table in tables
        for sector, text in table.items()
        for word in text.split()
    }


NOUN_KINDS: Mapping[str, NounKind] = _noun_kinds()
"""Noun → what a name with it stands for."""

HEAD_FIRST = word_set(
    """academy agency association authority bank board bureau chamber coalition college commission committee
    community company congress consulate council court department directorate embassy federation foundation
    front fund government institute league library memorandum ministry mission movement museum office
    organisation organization parliament party port secretariat senate society treaty union university
    administration alliance agreement convention declaration charter protocol delegation school center
    centre hospital treasury"""
)
"""Nouns that a name may begin with: "Ministry of", "University of", "Memorandum of Understanding"."""

SCHOOLS = word_set("academy clinic college consulate embassy hospital institute laboratory school university")
"""Venues that also act: as the subject of a verb they are bodies."""

WORKS = word_set(
    """construction development expansion modernisation modernization reconstruction redevelopment
    refurbishment rehabilitation renovation restoration upgrade upgrading"""
)
"""What is done to a site: "renovation of the old port" is a project."""

COMPANY_NOUNS: Mapping[str, str | None] = {
    **dict.fromkeys(
        word_set(
            """airline automaker bank broker carrier chipmaker company conglomerate contractor developer
            firm giant manufacturer miner operator producer retailer start-up startup subsidiary supplier
            utility"""
        ),
        "BUS",
    ),
    **dict.fromkeys(["newspaper", "broadcaster", "daily", "website", "channel", "magazine", "agency"], "JRN"),
    **dict.fromkeys(["militia", "faction", "insurgents", "rebels", "militants"], "REB"),
    **dict.fromkeys(["group", "organization", "organisation", "movement"], None),
    "party": "PTY", "union": "LAB", "charity": "SOC", "university": "EDU",
}  # fmt: skip
"""Noun in small letters before a name: "Libyan company Hatif"."""
