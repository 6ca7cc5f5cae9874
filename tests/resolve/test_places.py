"""Which place a name means, by the words beside it and by the rest of the text.

A row of CHOICES names a text, and what some of its names must be read as: "name → country", with "@" and the
identity of the entry where only one will do, or "name → nothing" where no place is meant.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.knowledge import Knowledge
from dragoman.parse import EnglishParser
from dragoman.records import Document, Segment
from dragoman.resolve.actors_scan import Scan, TokenHit, scan_document
from dragoman.resolve.places import settle_places
from dragoman.resolve.places_evidence import CLEAR
from dragoman.resolve.places_readings import LOCAL_LEVEL

Read = Callable[[str], Scan]

CHOICES = [
    # after a comma or in brackets
    ("state after comma", "Choirs met in Paris, Texas, last spring.", ["Paris → USA", "Texas → USA"]),
    ("province after comma", "She teaches in London, Ontario, now.", ["London → CAN@city:6058560"]),
    ("country after comma", "Nurses marched in Tripoli, Lebanon, at noon.", ["Tripoli, Lebanon → LBN"]),
    ("state that no table has the town in", "Deputies in Moscow, Idaho, found the car.", ["Moscow → USA"]),
    ("country's name as a town", "The mill in Lebanon, Pennsylvania, shut.", ["Lebanon → USA"]),
    ("abbreviated state", "A tornado struck Athens, Ga., at dawn.", ["Athens → USA@city:4180386"]),
    ("postal abbreviation", "He was born in Alexandria, VA.", ["Alexandria → USA@city:4744091"]),
    ("brackets", "Trams in Birmingham (Alabama) are old.", ["Birmingham → USA@city:4049979"]),
    ("nation of a kingdom", "A bridge in Cambridge, England, reopened.", ["Cambridge → GBR@city:2653941"]),
    (
        "American Cambridge",
        "A laboratory in Cambridge, Massachusetts, burned.",
        ["Cambridge → USA@city:4931972"],
    ),
    ("which Springfield", "Crowds gathered in Springfield, Illinois.", ["Springfield → USA@city:4250542"]),
    (
        "Australian Newcastle",
        "Coal left Newcastle, New South Wales, by ship.",
        ["Newcastle → AUS@city:2155472"],
    ),
    (
        "two towns, one state",
        "Fires burned in Atlanta and Clarkston, Georgia, overnight.",
        ["Atlanta → USA", "Clarkston → USA", "Georgia → USA@region:US-GA"],
    ),
    (
        "both sides ambiguous",
        "He drove from Rome, Georgia, to Athens, Georgia.",
        ["Rome → USA@city:4219762", "Athens → USA@city:4180386", "Georgia → USA@region:US-GA"],
    ),
    ("not a container: a subject", "In Kyiv, Russia struck a substation.", ["Kyiv → UKR", "Russia → RUS"]),
    (
        "not a container: a list of states",
        "Storms hit New York, California and Texas.",
        ["New York → USA@city:5128581", "California → USA@region:US-CA"],
    ),
    (
        "not a container: a list of cities",
        "Talks in Geneva, Vienna and Oslo failed.",
        ["Geneva → CHE", "Vienna → AUT", "Oslo → NOR"],
    ),
    ("not a container: a demonym", "He died near Jerusalem, Jordanian doctors said.", ["Jerusalem → ISR"]),
    (
        "misplaced by a region says where else too",
        "They flew to Naples, Florida. Naples was calm.",
        ["Naples → USA"],
    ),
    # after a preposition, an owner, in apposition
    ("in", "Looters ran through Tripoli in northern Lebanon.", ["Tripoli → LBN@city:266826"]),
    ("in, with no town of that name", "A ferry sank off Laguna in the Philippines.", ["Laguna → PHL"]),
    ("owner", "Egypt's Alexandria had no water.", ["Alexandria → EGY@city:361058"]),
    ("owner, the smaller one", "Nicaragua's Granada was flooded.", ["Granada → NIC@city:3619136"]),
    ("demonym and noun", "The Spanish city of Valencia rebuilt its trams.", ["Valencia → ESP"]),
    (
        "demonym and noun, elsewhere",
        "The Venezuelan city of Valencia rebuilt its trams.",
        ["Valencia → VEN@city:3625549"],
    ),
    ("demonym alone", "Pakistani Hyderabad was under curfew.", ["Hyderabad → PAK@city:1176734"]),
    (
        "country, noun and a list",
        "The United Kingdom towns of Chelmsford and Perth won.",
        ["Chelmsford → GBR", "Perth → GBR@city:2640358"],
    ),
    ("apposition", "Tripoli, a port in northern Lebanon, was sealed off.", ["Tripoli → LBN@city:266826"]),
    ("apposed capital", "Georgetown, the Guyanese capital, was flooded.", ["Georgetown → GUY"]),
    # what the noun or the talk says
    ("state of", "The state of Georgia counted again.", ["Georgia → USA@region:US-GA"]),
    ("republic of", "The republic of Georgia counted again.", ["Georgia → GEO@country:GEO"]),
    ("governor", "Georgia Gov. Ann Holt signed the bill.", ["Georgia → USA@region:US-GA"]),
    ("senator", "A senator from Georgia objected.", ["Georgia → USA@region:US-GA"]),
    (
        "party",
        "The United States threatened Georgia with sanctions.",
        ["United States → USA@country:USA", "Georgia → GEO@country:GEO"],
    ),
    (
        "other name",
        "She flew to Jerusalem and to Ramallah.",
        ["Jerusalem → ISR@city:281184", "Ramallah → PSE@city:282239"],
    ),
    ("of a minister", "Minister of Defence of Cuba Pedro Soto spoke.", ["Cuba → CUB@country:CUB"]),
    ("president", "Georgia's president addressed parliament.", ["Georgia → GEO@country:GEO"]),
    (
        "part of a country",
        "A landslide cut off the Svaneti region of Georgia.",
        ["Georgia → GEO@country:GEO", "Svaneti → GEO"],
    ),
    ("Washington state", "Orchards across Washington state froze.", ["Washington → USA@region:US-WA"]),
    ("Washington alone", "The talks in Washington went on.", ["Washington → USA@country:USA"]),
    # the rest of the text
    (
        "state beside its city",
        "Voters in Atlanta and Savannah lined up across Georgia.",
        ["Georgia → USA@region:US-GA"],
    ),
    (
        "country in a list of countries",
        "Turkey, Georgia and Armenia opened a railway.",
        ["Georgia → GEO@country:GEO"],
    ),
    ("country beside its capital", "Envoys left Tbilisi as Georgia voted.", ["Georgia → GEO@country:GEO"]),
    ("Libyan Tripoli", "The militia left Tripoli, and Benghazi was calm.", ["Tripoli → LBY"]),
    (
        "Pakistani Hyderabad",
        "Officials in Lahore and Karachi said a train near Hyderabad derailed.",
        ["Hyderabad → PAK"],
    ),
    (
        "Indian Hyderabad",
        "Firms in Bengaluru and Hyderabad hired, India's ministry said.",
        ["Hyderabad → IND"],
    ),
    ("Chilean Santiago", "A volcano near Santiago woke, Chile's survey said.", ["Santiago → CHL"]),
    (
        "Dominican Santiago",
        "Floods hit Santiago and Puerto Plata in the Dominican Republic.",
        ["Santiago → DOM"],
    ),
    (
        "Californian San Jose",
        "San Jose and Oakland in California raised wages.",
        ["San Jose → USA@city:5392171"],
    ),
    ("Costa Rican San José", "Costa Rica's court in San José agreed.", ["San José → CRI"]),
    (
        "Russian St. Petersburg",
        "St. Petersburg hosted the forum of Russian bankers.",
        ["St. Petersburg → RUS"],
    ),
    (
        "Floridian St. Petersburg",
        "A storm struck Tampa and St. Petersburg on Florida's coast.",
        ["St. Petersburg → USA@city:4171563"],
    ),
    ("Spanish Córdoba", "Córdoba and Seville baked in Spain's heat.", ["Córdoba → ESP@city:2519240"]),
    ("Argentine Córdoba", "Workers in Córdoba and Rosario, Argentina, walked out.", ["Córdoba → ARG"]),
    ("Indian Punjab", "Farmers from Punjab and Haryana marched on New Delhi.", ["Punjab → IND"]),
    ("Pakistani Punjab", "Punjab's assembly in Lahore sat, Pakistan's radio said.", ["Punjab → PAK"]),
    (
        "Congolese by its neighbour",
        "Gabon and the Congolese town of Brazzaville signed.",
        ["Congolese → COG"],
    ),
    (
        "one sense in a text",
        "A man from Melbourne, Florida, won. Melbourne cheered.",
        ["Melbourne → USA@city:4163971", "Melbourne → USA@city:4163971"],
    ),
    ("town of a former capital", "Bolivia's La Paz and El Alto were shut.", ["La Paz → BOL@country:BOL"]),
    # no places
    ("given name", "Victoria Harlow flew to Kyiv.", ["Victoria → nothing", "Kyiv → UKR"]),
    (
        "given name that is a country",
        "Jordan Pettersen spoke in Toronto.",
        ["Jordan → nothing", "Toronto → CAN"],
    ),
    ("surname", "Denzel Washington played the part.", ["Washington → nothing"]),
    ("surname after initials", "Dr. Oscar P. London wrote it.", ["London → nothing"]),
    ("honorific", "Mr. Washington testified.", ["Washington → nothing"]),
    ("word at the start", "Nice weather is forecast for Ghana.", ["Nice → nothing", "Ghana → GHA"]),
    ("participle at the start", "Reading the report, Ghana objected.", ["Reading → nothing"]),
    ("doubtful but located", "The ministers met in Nice.", ["Nice → FRA"]),
    ("money", "Donors gave Peru US$ 3 million.", ["US → nothing", "Peru → PER"]),
    ("disease", "Doctors fear the Marburg virus.", ["Marburg → nothing"]),
    ("part of another place", "Soldiers left Fort Worthington and Port Antwerp.", ["Antwerp → nothing"]),
    ("community of", "The Community of Nations met in Ghana.", ["Nations → nothing"]),
    ("a wider area", "Visitors entered the Schengen area.", ["Schengen → nothing"]),
    ("feature in a body's name", "Essex County High School reopened.", ["Essex County → nothing"]),
    # seas, rivers, mountains
    ("sea", "Frigates crossed the Black Sea.", ["Black Sea → -"]),
    ("river after a state", "A barge sank in the Ohio River.", ["Ohio River → -"]),
    ("lake", "Trout are back in Lake Ohrid.", ["Lake Ohrid → -"]),
    ("continent", "Vaccines reached Africa.", ["Africa → -"]),
    ("county", "Deputies in Essex County, New Jersey, resigned.", ["Essex County → USA"]),
]
UNLISTED = [
    ("preposition and comma", "A mine collapsed in Riyom, Nigeria, on Monday.", "Riyom", "NGA"),
    ("several words", "A mine collapsed near Sao Domingos do Prata, Brazil.", "Sao Domingos do Prata", "BRA"),
    ("village of", "Snow cut off the village of Imlil in southern Morocco.", "Imlil", "MAR"),
    ("villages of", "Snow cut off the Moroccan villages of Imlil and Tamatert.", "Tamatert", "MAR"),
    ("district", "Police searched the Kyotera district of Uganda.", "Kyotera", "UGA"),
    (
        "near, by the text",
        "Kenya sent soldiers. Kenya's army said a truck burned near Modogashe.",
        "Modogashe",
        "KEN",
    ),
    ("again, elsewhere", "A mine collapsed in Riyom, Nigeria. Riyom residents fled.", "Riyom", "NGA"),
]


@pytest.fixture(scope="module")
def read(parser: EnglishParser, knowledge: Knowledge) -> Read:
    def run(text: str) -> Scan:
        layout = (Segment("paragraph", 0, len(text)),)
        document = Document("", "t", None, None, None, (), "en", None, None, text, layout=layout)
        scan = scan_document(document, next(iter(parser.parse([document]))), knowledge)
        settle_places(scan)
        return scan

    return run


def hits_of(scan: Scan, name: str) -> list[TokenHit]:
    text, tree = scan.document.text, scan.tree
    return [hit for hit in scan.hits if text[tree.start[hit.first] : tree.end[hit.last - 1]] == name]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for name, *row in CHOICES])
def test_choices(text: str, expected: list[str], read: Read) -> None:
    scan = read(text)
    seen: dict[str, int] = {}
    for line in expected:
        name, _, meant = line.partition(" → ")
        hits = hits_of(scan, name)
        if meant == "nothing":
            assert not hits, f"{name} is read as {hits[0].entry.name}"
            continue
        number = seen.get(name, 0)
        seen[name] = number + 1
        assert len(hits) > number, f"{name} is not found"
        country, _, identity = meant.partition("@")
        assert (hits[number].entry.country or "-") == country
        assert not identity or identity in {entry.identity for entry in hits[number].entries[:2]}


@pytest.mark.parametrize(
    ("text", "name", "country"), [pytest.param(*row, id=name) for name, *row in UNLISTED]
)
def test_unlisted_place_has_no_point(text: str, name: str, country: str, read: Read) -> None:
    hits = hits_of(read(text), name)
    assert len(hits) == text.count(name)
    for hit in hits:
        assert hit.entry.country == country
        assert hit.entry.lat is None
        assert hit.confidence < 1.0


def test_unsettled_town_keeps_its_country_and_loses_its_point(read: Read) -> None:
    (hit,) = hits_of(read("Workers in Manchester went on strike."), "Manchester")
    assert hit.confidence < CLEAR
    assert hit.entry.country == "GBR"
    assert hit.entry.lat is None
    assert hit.entry.identity.startswith("local:")


def test_disputed_town_keeps_its_point(read: Read) -> None:
    (hit,) = hits_of(read("Shots were heard in Jerusalem."), "Jerusalem")
    assert any(entry.lat is not None for entry in hit.entries)


def test_name_of_one_place_is_certain(read: Read) -> None:
    (hit,) = hits_of(read("Shots were heard in Ouagadougou."), "Ouagadougou")
    assert hit.confidence == 1.0


def test_support_raises_confidence(read: Read) -> None:
    alone = hits_of(read("Shots were heard in Valencia."), "Valencia")[0]
    supported = hits_of(read("Shots were heard in Valencia, Seville and Madrid."), "Valencia")[0]
    assert supported.entry.country == "ESP"
    assert supported.confidence > alone.confidence


NAMES = st.sampled_from(
    [
        "Georgia",
        "Paris",
        "Texas",
        "Tripoli",
        "Lebanon",
        "Moscow",
        "Riyom",
        "Victoria",
        "Springfield",
        "Lake Ohrid",
        "Nice",
        "Jerusalem",
        "Ga.",
        "Black Sea",
        "US$",
        "St. Petersburg",
    ]
)
LINKS = st.sampled_from([", ", " and ", " in ", " of ", " (", ". ", "'s ", "; ", " "])


@settings(max_examples=40, deadline=None)
@given(parts=st.lists(st.tuples(NAMES, LINKS), min_size=1, max_size=8))
def test_hits_stay_in_order_apart_and_indexed(parts: list[tuple[str, str]], read: Read) -> None:
    scan = read("They met in " + "".join(name + link for name, link in parts) + "yesterday.")
    end = 0
    for number, hit in enumerate(scan.hits):
        assert end <= hit.first < hit.last <= len(scan.tree)
        assert 0.0 < hit.confidence <= 1.0
        assert all(scan.hit_at[i] == number for i in range(hit.first, hit.last))
        local = [entry for entry in hit.entries if entry.kind in LOCAL_LEVEL and entry.lat is not None]
        assert all(entry.lon is not None for entry in local)
        end = hit.last
    assert sum(number >= 0 for number in scan.hit_at) == sum(hit.last - hit.first for hit in scan.hits)
