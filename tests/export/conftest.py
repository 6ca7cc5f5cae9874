"""One document with hand-made records of every sort: exporters are tested apart from the coding."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.records import (
    Actor,
    Claim,
    Coded,
    Coding,
    Date,
    Document,
    Entity,
    Event,
    Mention,
    Office,
    Place,
    Segment,
    Span,
)

TITLE = "Norway and Kenya widen fisheries work"
PARAGRAPHS = (
    TITLE,
    "NAIROBI, 12 March 2025 -- Norwegian Foreign Minister Ingrid Vik visited Kenya from Monday to Wednesday "
    "and met Kenyan President Peter Otieno and Prime Minister Grace Otieno respectively.",
    "Norway is ready to train coast guards, share satellite data and buy Kenyan tea, Vik said. "
    "“We stand with Kenya on Lake Turkana and the Blue Economy Initiative,” she added.",
    "During her stay she toured the port of Mombasa. She will not attend the summit in Kampala.",
    "Police in Kisumu fired tear gas at fishermen <who> protested against the deal on Tuesday.",
)
TEXT = "\n\n".join(PARAGRAPHS) + "\n"


def at(words: str, within: str | None = None) -> Span:
    """Where words stand: the first time in the text, or in the first stretch that reads `within`."""
    base = TEXT.index(within) if within else 0
    start = TEXT.index(words, base)
    return Span(start, start + len(words))


def layout() -> tuple[Segment, ...]:
    spans = [at(paragraph) for paragraph in PARAGRAPHS]
    kinds = ("title", "paragraph", "paragraph", "paragraph", "paragraph")
    return tuple(Segment(kind, span.start, span.end) for kind, span in zip(kinds, spans, strict=True))


def actor(entity: str, name: str, country: str, *spans: Span, office: str | None = None) -> Actor:
    return Actor(entity, name, country, "GOV", office, tuple((span.start, span.end) for span in spans))


PUBLISHED = Date(dt.date(2025, 3, 12), dt.date(2025, 3, 12), "day", "dateline", at("12 March 2025"))
TRIP = Date(dt.date(2025, 3, 10), dt.date(2025, 3, 12), "range", "text", at("from Monday to Wednesday"))
TUESDAY = Date(dt.date(2025, 3, 11), dt.date(2025, 3, 11), "day", "text", at("Tuesday"))

VIK = actor("n1", "Ingrid Vik", "NOR", at("Ingrid Vik"), office="Foreign Minister")
PETER = actor("n2", "Peter Otieno", "KEN", at("Peter Otieno"), office="President")
GRACE = actor("n3", "Grace Otieno", "KEN", at("Grace Otieno"), office="Prime Minister")
KENYA = actor("n5", "Kenya", "KEN", at("Kenya", "visited Kenya"))
POLICE = actor("n9", "Police in Kisumu", "KEN", at("Police in Kisumu"))
FISHERMEN = actor("n10", "fishermen", "KEN", at("fishermen <who>"))

ENTITIES = (
    Entity("n1", "person", "Ingrid Vik", ("Vik",), "NOR", "GOV", (
        Office(
            "Foreign Minister", None, "NOR", dt.date(2024, 1, 8), None, "text", "leaders", at("Foreign Min"),
        ),
    )),
    Entity("n2", "person", "Peter Otieno", (), "KEN", "GOV", (
        Office("President", None, "KEN", None, None, "text", None, at("President")),
    )),
    Entity("n3", "person", "Grace Otieno", (), "KEN", "GOV", ()),
    Entity("n4", "country", "Norway", (), "NOR", "GOV", (), "country:NOR"),
    Entity("n5", "country", "Kenya", (), "KEN", "GOV", (), "country:KEN"),
    Entity("n6", "place", "Mombasa", (), "KEN", None, ()),
    Entity("n7", "initiative", "Blue Economy Initiative", (), None, None, ()),
    Entity("n8", "issue", "Lake Turkana", (), None, None, ()),
    Entity("n9", "organization", "Police in Kisumu", (), "KEN", "COP", ()),
    Entity("n10", "organization", "fishermen", (), "KEN", "CVL", ()),
)  # fmt: skip

MENTIONS = tuple(
    Mention(entity, span.start, span.end, form)
    for entity, span, form in (
        ("n4", at("Norway"), "name"),
        ("n5", at("Kenya"), "name"),
        ("n1", at("Ingrid Vik"), "name"),
        ("n5", at("Kenya", "visited Kenya"), "name"),
        ("n2", at("Peter Otieno"), "name"),
        ("n3", at("Grace Otieno"), "name"),
        ("n4", at("Norway", "Norway is ready"), "name"),
        ("n1", at("Vik", "Vik said"), "name"),
        ("n7", at("Blue Economy Initiative"), "name"),
        ("n8", at("Lake Turkana"), "name"),
        ("n6", at("Mombasa"), "name"),
    )
)


def event(number: str, kind: str, trigger: Span, evidence: Span, **more: object) -> Event:
    mode = more.pop("mode", None)
    values: dict[str, object] = {
        "form": None, "contexts": (), "status": "occurred", "sources": (VIK,), "targets": (), "mutual": False,
        "date": None, "reported": PUBLISHED, "place": None, "part_of": None, "claims": (), "cameo": None,
        "goldstein": None, "quad": 1, "confidence": 0.9, "coded_as": Coding(kind, mode),
    }  # fmt: skip
    return Event(id=number, type=kind, mode=mode, trigger=trigger, evidence=evidence, **(values | more))


MET = at("met", " met Kenyan")
ARRIVAL = at(PARAGRAPHS[1].split(" -- ")[1])
STAY = at("During her stay she toured the port of Mombasa.")
TEAR_GAS = at(PARAGRAPHS[4])
READY = at("Norway is ready to train coast guards, share satellite data and buy Kenyan tea, Vik said.")
STAND = at("“We stand with Kenya on Lake Turkana and the Blue Economy Initiative,” she added.")
MOMBASA = Place("port of Mombasa", "KEN", -4.06, 39.66, None, "text", at("port of Mombasa"))

EVENTS = (
    event("e1", "CONSULT", at("visited"), ARRIVAL, mode="visit", form="visit", targets=(KENYA,), date=TRIP,
          cameo="042", goldstein=1.9, contexts=("diplomatic",)),
    event("e2", "CONSULT", MET, ARRIVAL, form="meeting", targets=(PETER,), mutual=True, part_of="e1"),
    event("e3", "CONSULT", MET, ARRIVAL, form="meeting", targets=(GRACE,), mutual=True, part_of="e1"),
    event("e4", "CONSULT", at("toured"), STAY, form="site visit", place=MOMBASA, part_of="e1"),
    event("e5", "CONSULT", at("attend"), at("She will not attend the summit in Kampala."), form="summit",
          status="negated", cue=at("not", "She will not")),
    event("e6", "AGREE", at("ready"), READY, targets=(KENYA,), claims=("c1", "c2", "c3"), goldstein=2.5),
    event("e7", "ASSAULT", at("fired tear gas"), TEAR_GAS, mode="crowd-control", sources=(POLICE,),
          targets=(FISHERMEN,), date=TUESDAY, quad=4, goldstein=-7.5),
)  # fmt: skip


def claim(number: str, kind: str, evidence: Span, **more: object) -> Claim:
    values: dict[str, object] = {
        "speakers": (VIK,), "addressees": (), "partners": (KENYA,), "stance": None, "about": (), "topics": (),
        "action": None, "strength": None, "cue": None, "quoted": False, "chain": (VIK,), "negated": False,
        "date": PUBLISHED, "confidence": 0.8,
    }  # fmt: skip
    return Claim(id=number, kind=kind, evidence=evidence, **(values | more))


PLEDGED = ("train coast guards", "share satellite data", "buy Kenyan tea")

CLAIMS = (
    *(
        claim(f"c{number}", "pledge", READY, action=at(action), cue=at("ready to"), strength="ready")
        for number, action in enumerate(PLEDGED, start=1)
    ),
    claim("c4", "position", STAND, cue=at("stand with"), stance="support", about=("n8",), quoted=True),
    claim("c5", "position", STAND, cue=at("stand with"), stance="support", about=("n7",), quoted=True),
)


@pytest.fixture(scope="session")
def coded() -> Coded:
    """The records of the document above."""
    document = Document(
        id="0" * 32,
        uri="examples/nairobi.txt",
        source="Fisheries Wire",
        url=None,
        title=TITLE,
        authors=("A. Writer",),
        language="en",
        published=PUBLISHED,
        dateline=Place("Nairobi", "KEN", -1.28, 36.8, None, "text", at("NAIROBI")),
        text=TEXT,
        warnings=("the dateline's bracket is not closed",),
        layout=layout(),
    )
    return Coded(document, ENTITIES, MENTIONS, EVENTS, CLAIMS)
