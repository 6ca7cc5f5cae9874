"""The facts that a reader takes from each example, looked up in its records.

Each row names what must be there; records may say more. Names are compared whole, so a person who is only
found by surname fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.read import read_text
from dragoman.records import Actor, Claim, Coded, Date, Event

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Fact(NamedTuple):
    """An event that must be among a document's records; what is left out may be anything."""

    kind: str
    """A PLOVER type ("SANCTION") or an engagement's form ("visit")."""
    status: str
    sources: tuple[str, ...]
    targets: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    country: str | None = None
    part_of: str | None = None
    """Form of the event it happened within."""
    mode: str | None = None


class Said(NamedTuple):
    """A claim that must be among a document's records."""

    kind: str
    speaker: str
    about: str | None = None
    stance: str | None = None
    strength: str | None = None
    partner: str | None = None
    words: str | None = None
    """A piece of its evidence."""
    negated: bool = False


WANG = "01-wang-africa-tour"
KOREA = "02-panmunjom-summit"
CALL = "03-obama-rouhani-call"
SANCTION = "04-sanctions-pdvsa"
PROTEST = "05-minsk-protests"
PLEDGE = "06-pakistan-flood-pledges"

FACTS = {
    "Wang went to Egypt": (
        WANG,
        Fact("visit", "occurred", ("Wang Yi",), ("EGY",), "2024-01-13", "2024-01-18"),
    ),
    "Wang went to Tunisia": (
        WANG,
        Fact("visit", "occurred", ("Wang Yi",), ("TUN",), "2024-01-13", "2024-01-18"),
    ),
    "Wang went to Togo": (
        WANG,
        Fact("visit", "occurred", ("Wang Yi",), ("TGO",), "2024-01-13", "2024-01-18"),
    ),
    "Wang went to Côte d'Ivoire": (
        WANG,
        Fact("visit", "occurred", ("Wang Yi",), ("CIV",), "2024-01-13", "2024-01-18"),
    ),
    "Wang met Sisi": (
        WANG,
        Fact("meeting", "occurred", ("Wang Yi",), ("Abdel Fattah al-Sisi",), "2024-01-14", country="EGY"),
    ),
    "Wang met Shoukry": (
        WANG,
        Fact("meeting", "occurred", ("Wang Yi",), ("Sameh Shoukry",), "2024-01-14", country="EGY"),
    ),
    "Wang met Aboul Gheit": (WANG, Fact("meeting", "occurred", ("Wang Yi",), ("Ahmed Aboul Gheit",))),
    "Wang met Gnassingbé": (
        WANG,
        Fact("meeting", "occurred", ("Wang Yi",), ("Faure Gnassingbé",), country="TGO"),
    ),
    "Wang met Ouattara": (
        WANG,
        Fact("meeting", "occurred", ("Wang Yi",), ("Alassane Ouattara",), country="CIV"),
    ),
    "Wang will go to Brazil": (
        WANG,
        Fact("visit", "planned", ("Wang Yi",), ("BRA",), "2024-01-18", "2024-01-22"),
    ),
    "Wang will go to Jamaica": (
        WANG,
        Fact("visit", "planned", ("Wang Yi",), ("JAM",), "2024-01-18", "2024-01-22"),
    ),
    "the Koreas signed": (KOREA, Fact("signing", "occurred", ("KOR",), ("PRK",), "2018-04-27")),
    "Moon will go to Pyongyang": (KOREA, Fact("visit", "planned", ("Moon Jae-in",), ("PRK",))),
    "Kim is to meet Trump": (KOREA, Fact("meeting", "planned", ("Kim Jong Un", "Donald Trump"))),
    "Obama called Rouhani": (
        CALL,
        Fact("call", "occurred", ("Barack Obama",), ("Hassan Rouhani",), "2013-09-27"),
    ),
    "Kerry met Zarif the day before": (
        CALL,
        Fact("meeting", "occurred", ("John Kerry",), ("Mohammad Javad Zarif",), "2013-09-26"),
    ),
    "Netanyahu will go to Washington": (
        CALL,
        Fact("visit", "planned", ("Benjamin Netanyahu",), ("USA",), "2013-09-30"),
    ),
    "sanctions on PDVSA": (
        SANCTION,
        Fact("SANCTION", "occurred", ("USA",), ("PDVSA",), "2019-01-28"),
    ),
    "Maduro broke relations": (SANCTION, Fact("SANCTION", "occurred", ("Nicolás Maduro",), ("USA",))),
    "Maduro accused the United States": (SANCTION, Fact("ACCUSE", "occurred", ("Nicolás Maduro",), ("USA",))),
    "a protest is planned": (SANCTION, Fact("PROTEST", "planned", (), (), "2019-01-30")),
    "people protested": (PROTEST, Fact("PROTEST", "occurred", ("BLR",))),
    "police detained protesters": (PROTEST, Fact("COERCE", "occurred", ("BLR",), mode="arrest")),
    "riot police fired": (PROTEST, Fact("ASSAULT", "occurred", ("riot police",), ("protesters",))),
    "the United States promised aid": (PLEDGE, Fact("AGREE", "occurred", ("USA",), ("PAK",))),
    "Guterres went to Pakistan before": (
        PLEDGE,
        Fact("visit", "historical", ("António Guterres",), ("PAK",)),
    ),
}
"""What happened: name of the case → document and event."""

CLAIMS = {
    "Egypt backs China on Taiwan": (
        WANG,
        Said("position", "EGY", about="Taiwan", stance="support", partner="CHN"),
    ),
    "China is willing to advance the Belt and Road": (
        WANG,
        Said("pledge", "Wang Yi", strength="willing", partner="EGY"),
    ),
    "Iran denies seeking weapons": (CALL, Said("report", "IRN", words="seeking such weapons", negated=True)),
    "Maduro blames Washington": (SANCTION, Said("accusation", "Nicolás Maduro", words="Citgo")),
    "Maduro denies a crisis": (
        SANCTION,
        Said("report", "Nicolás Maduro", words="humanitarian crisis", negated=True),
    ),
    "the Koreas agree on denuclearization": (
        KOREA,
        Said("pledge", "Moon Jae-in", about="Denuclearization", strength="agreed", partner="PRK"),
    ),
    "Tsikhanouskaya rejects the result": (
        PROTEST,
        Said("position", "Sviatlana Tsikhanouskaya", stance="oppose", words="official result"),
    ),
    "the EU condemns the violence": (PROTEST, Said("accusation", "European Union", words="violence")),
    "Morawiecki asks for a summit": (
        PROTEST,
        Said("request", "Mateusz Morawiecki", words="emergency EU summit"),
    ),
    "the Islamic Development Bank pledges 4.2 billion": (
        PLEDGE,
        Said("pledge", "Islamic Development Bank", words="4.2 billion dollars"),
    ),
    "the United States pledges 100 million": (PLEDGE, Said("pledge", "USA", words="100 million dollars")),
    "Japan pledges 77 million": (PLEDGE, Said("pledge", "JPN", words="77 million dollars")),
}
"""What was said."""


GAPS = {
    "Guterres went to Pakistan before": "'a visit that X paid to Y' is not found",
    "amounts": "'respectively' does not pair amounts with their holders",
}
"""What the program does not find yet: case → why. A case that is found fails until its line here is gone."""


def cases(table: dict[str, object]) -> list[object]:
    """Test parameters from a table, those in `GAPS` marked."""
    return [
        pytest.param(name, row, id=name, marks=gap(name) if name in GAPS else ())
        for name, row in table.items()
    ]


def gap(name: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(reason=GAPS[name], strict=True)


@pytest.fixture(scope="module")
def coded(pipeline) -> dict[str, Coded]:
    documents = [read_text(path.read_text("utf-8"), path.name) for path in sorted(EXAMPLES.glob("*.txt"))]
    return {
        Path(document.uri).stem: result
        for document, result in zip(documents, pipeline.stream(documents), strict=True)
    }


def called(actors: tuple[Actor, ...]) -> set[str]:
    """Names and countries of actors: a row may name either."""
    return {name for actor in actors for name in (actor.name, actor.country) if name}


def starts(date: Date | None) -> str | None:
    return date.start.isoformat() if date and date.start else None


def ends(date: Date | None) -> str | None:
    return date.end.isoformat() if date and date.end else None


def fits(event: Event, fact: Fact, forms: dict[str, str | None]) -> bool:
    sources, targets = called(event.sources), called(event.targets)
    if event.mutual:
        sources = targets = sources | targets
    return (
        fact.kind in {event.type, event.form}
        and event.status == fact.status
        and set(fact.sources) <= sources
        and set(fact.targets) <= targets
        and fact.start in {None, starts(event.date)}
        and fact.end in {None, ends(event.date)}
        and fact.country in {None, event.place and event.place.country}
        and fact.mode in {None, event.mode}
        and (fact.part_of is None or (event.part_of is not None and forms[event.part_of] == fact.part_of))
    )


def holds(claim: Claim, said: Said, names: dict[str, str], text: str) -> bool:
    return (
        claim.kind == said.kind
        and claim.negated == said.negated
        and said.speaker in called(claim.speakers)
        and (said.about is None or any(said.about in names[key] for key in claim.about))
        and said.stance in {None, claim.stance}
        and said.strength in {None, claim.strength}
        and (said.partner is None or said.partner in called(claim.partners))
        and (said.words is None or said.words in claim.evidence.of(text))
    )


def listed(events: tuple[Event, ...]) -> Iterator[str]:
    """One line an event, for the message of a failure."""
    for event in events:
        who = f"{sorted(called(event.sources))} -> {sorted(called(event.targets))}"
        when = f"{starts(event.date)}..{ends(event.date)}"
        place = event.place.country if event.place else None
        yield f"{event.type}/{event.mode or event.form} {event.status} {who} {when} {place}"


@pytest.mark.parametrize(("name", "row"), cases(FACTS))
def test_event(coded, name, row):
    document, fact = row
    events = coded[document].events
    forms = {event.id: event.form for event in events}
    assert [event for event in events if fits(event, fact, forms)], "\n".join([name, *listed(events)])


@pytest.mark.parametrize(("name", "row"), cases(CLAIMS))
def test_claim(coded, name, row):
    document, said = row
    result = coded[document]
    names = {entity.id: entity.name for entity in result.entities}
    found = [claim for claim in result.claims if holds(claim, said, names, result.document.text)]
    lines = (
        f"{claim.kind} {sorted(called(claim.speakers))} {claim.evidence.of(result.document.text)}"
        for claim in result.claims
    )
    assert found, "\n".join([name, *lines])


PERSONS = {
    "Wang Yi": (WANG, "CHN"),
    "Moon Jae-in": (KOREA, "KOR"),
    "Kim Jong Un": (KOREA, "PRK"),
    "Hassan Rouhani": (CALL, "IRN"),
    "John Kerry": (CALL, "USA"),
    "Nicolás Maduro": (SANCTION, "VEN"),
    "Alexander Lukashenko": (PROTEST, "BLR"),
    "Mateusz Morawiecki": (PROTEST, "POL"),
    "Shehbaz Sharif": (PLEDGE, "PAK"),
    "António Guterres": (PLEDGE, None),
}
"""Person → document and the country the person acts for; an official of a body of many countries has none."""


@pytest.mark.parametrize(("name", "row"), cases(PERSONS))
def test_person(coded, name, row):
    document, country = row
    people = [
        entity for entity in coded[document].entities if entity.kind == "person" and entity.name == name
    ]
    assert [entity.country for entity in people] == [country]


HEADS = {
    WANG: ("Foreign Minister Wang Yi Concludes Visit to Four African Countries", "2024-01-18", ()),
    KOREA: ("Leaders of two Koreas sign declaration at border summit", "2018-04-27", ()),
    CALL: ("Obama and Rouhani hold first direct talk between leaders since 1979", "2013-09-27", ()),
    SANCTION: ("U.S. imposes sanctions on Venezuela's state oil company", "2019-01-29", ()),
    PROTEST: (
        "Belarus police detain thousands after disputed election",
        "2020-08-10",
        ("Halina Marchanka",),
    ),
    PLEDGE: ("Donors pledge more than 9 billion dollars for Pakistan flood recovery", "2023-01-09", ()),
}
"""Title, day of publication, authors."""


@pytest.mark.parametrize("document", HEADS)
def test_head(coded, document):
    head = coded[document].document
    assert (head.title, starts(head.published), head.authors) == HEADS[document]


DATELINES = {
    WANG: None,
    KOREA: "Panmunjom",
    CALL: "Washington",
    SANCTION: "Washington",
    PROTEST: "Minsk",
    PLEDGE: "Geneva",
}


def test_dateline_names_the_place(coded):
    places = {name: result.document.dateline for name, result in coded.items()}
    assert {name: place.name if place else None for name, place in places.items()} == DATELINES


def test_dateline_knows_the_country(coded):
    places = {name: result.document.dateline for name, result in coded.items()}
    expected = {WANG: None, KOREA: "KOR", CALL: "USA", SANCTION: "USA", PROTEST: "BLR", PLEDGE: "CHE"}
    assert {name: place.country if place else None for name, place in places.items()} == expected


def test_protest_and_police_response_are_two_events(coded):
    events = [event for event in coded[PROTEST].events if event.status == "occurred"]
    protests = {event.id for event in events if event.type == "PROTEST"}
    police = {event.id for event in events if any(actor.sector == "COP" for actor in event.sources)}
    assert protests
    assert police
    assert not protests & police


def test_denied_killing_did_not_occur(coded):
    result = coded[PROTEST]
    start = result.document.text.index("killed")
    assert [
        event
        for event in result.events
        if event.trigger.start == start and event.status in {"occurred", "ongoing"}
    ] == []


@gap("amounts")
def test_respectively_over_amounts_gives_each_its_own(coded):
    result = coded[PLEDGE]
    held = {
        (actor.name, claim.action.of(result.document.text))
        for claim in result.claims
        for actor in claim.speakers
        if claim.kind == "pledge" and claim.action and "Bank" in actor.name
    }
    world = {action for name, action in held if name == "World Bank"}
    assert any("2 billion" in action for action in world)
    assert not any("1.5 billion" in action for action in world)


def test_every_example_is_described_and_tested():
    names = {path.name for path in EXAMPLES.glob("*.txt")}
    manual = (EXAMPLES.parent / "docs" / "examples.md").read_text("utf-8")
    assert {path.name for path in EXAMPLES.iterdir() if path.is_file()} == names
    for folder, page in (("codebooks", "codebooks.md"), ("compare", "compare.md")):
        described = (EXAMPLES.parent / "docs" / page).read_text("utf-8")
        assert all(path.name in described for path in (EXAMPLES / folder).iterdir())
    assert {name for name in names if f"`{name}`" not in manual} == set()
    assert {Path(name).stem for name in names} == HEADS.keys()
