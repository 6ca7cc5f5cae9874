"""Coded → `Brief`: nest, group and put into words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.export.brief import Aspect, Brief, Fact, Line, Person, Point, Speaker, Statement, Word
from dragoman.export.dates import SOURCES, basis_words, date_words, day_words
from dragoman.export.evidence import claim_marks, event_marks, excerpt
from dragoman.export.wording import (
    ENTITY_GROUPS,
    STRENGTHS,
    claim_phrase,
    event_kind,
    event_verb,
    inflect,
    is_verbal,
)
from dragoman.knowledge.countries import load_countries
from dragoman.records import Actor, Claim, Coded, Date, Document, Entity, Event, Office, Span

TRIPS = frozenset({"visit", "site visit"})

PLACE_SOURCES = {"text": "", "dateline": "from the dateline", "visit": "from the visit"}
"""How each `Place.basis` reads after a place; another one reads as it is."""


def build_brief(coded: Coded) -> Brief:
    """Arrange a document's records for reading.

    Args:
        coded: The records of one document.

    Returns:
        Engagements and deeds in text order, visits first, with their parts inside; statements grouped by who
        made them, in the order they first speak.
    """
    return _Arrangement(coded).brief()


def document_title(document: Document) -> str:
    """The document's title, or where it came from."""
    return document.title or document.uri


class _Arrangement:
    """One document's records with the lookups that arranging them needs."""

    def __init__(self, coded: Coded) -> None:
        self.coded = coded
        self.document = coded.document
        self.entities = {entity.id: entity for entity in coded.entities}
        self.claims = {claim.id: claim for claim in coded.claims}
        self.countries = {
            entity.country: entity.name
            for entity in coded.entities
            if entity.kind == "country" and entity.country
        }

    def brief(self) -> Brief:
        events = sorted(self.coded.events, key=lambda event: event.trigger)
        told = [event for event in events if not _is_said(event)]
        return Brief(
            title=document_title(self.document),
            head=tuple(self.head()),
            warnings=self.document.warnings,
            engagements=self.nested(_trips_first([event for event in told if event.form is not None])),
            speakers=self.speakers([event for event in events if _is_said(event)]),
            deeds=self.nested([event for event in told if event.form is None]),
            people=tuple(self.person(entity) for entity in self.coded.entities if entity.kind == "person"),
            others=self.others(),
        )

    def head(self) -> Iterator[Fact]:
        document = self.document
        if document.source:
            yield Fact("source", document.source)
        if document.published:
            yield Fact("published", date_words(document.published), SOURCES[document.published.basis])
        if document.dateline:
            yield Fact("dateline", document.dateline.name)
        if document.authors:
            yield Fact("by", ", ".join(document.authors))
        yield Fact("file", document.uri)

    # Events

    def nested(self, events: Sequence[Event]) -> tuple[Line, ...]:
        shown = {event.id for event in events}
        parts: dict[str | None, list[Event]] = {}
        for event in events:
            whole = event.part_of if event.part_of in shown else None
            parts.setdefault(whole, []).append(event)

        def lines(whole: str | None) -> tuple[Line, ...]:
            return tuple(self.line(event, lines(event.id)) for event in parts.pop(whole, ()))

        top = lines(None)
        # Events that are part of each other have no way in from the top; they are shown all the same.
        stray = tuple(self.line(event) for events in parts.values() for event in events)
        return top + stray

    def line(self, event: Event, children: tuple[Line, ...] = ()) -> Line:
        return Line(
            record=event.id,
            kind=event_kind(event),
            words=tuple(self.headline(event)),
            tags=() if event.status == "occurred" else (event.status,),
            facts=tuple(self.event_facts(event)),
            code=_code(event),
            confidence=event.confidence,
            excerpt=excerpt(self.document.text, self.document.layout, event.evidence, event_marks(event)),
            children=children,
        )

    def headline(self, event: Event) -> Iterator[Word]:
        verb = event_verb(event)
        yield from self.names(event.sources) or [Word("somebody")]
        yield Word(f" {inflect(verb, event.status, plural=len(event.sources) > 1)}")
        if verb.object:
            yield Word(f" {verb.object}")
        objects = self.names(event.targets)
        if not objects and event.form in TRIPS:
            objects = [Word(event.place.name if event.place else "a place not named")]
        if objects:
            yield Word(f" {verb.link} " if verb.link else " ")
            yield from objects
        if verb.tail:
            yield Word(f" {verb.tail}")

    def event_facts(self, event: Event) -> Iterator[Fact]:
        if event.date is not None:
            yield self.date_fact("when", event.date)
        elif event.reported is not None:
            yield Fact("when", "no date given", f"reported {date_words(event.reported)}")
        told = {actor.name for actor in event.targets}
        if event.place is not None and event.form not in TRIPS and event.place.name not in told:
            basis = event.place.basis
            yield Fact("where", event.place.name, PLACE_SOURCES.get(basis, basis))
        claims = [] if _is_said(event) else [self.claims[i] for i in event.claims if i in self.claims]
        speakers = dict.fromkeys(actor.name for claim in claims for actor in claim.speakers)
        if speakers:
            yield Fact("according to", _join(list(speakers)))

    # Claims

    def speakers(self, spoken: Sequence[Event]) -> tuple[Speaker, ...]:
        claims: dict[frozenset[str], list[Claim]] = {}
        for claim in sorted(self.coded.claims, key=lambda claim: claim.evidence):
            claims.setdefault(_who(claim.speakers), []).append(claim)
        acts: dict[frozenset[str], list[Event]] = {}
        for event in spoken:
            acts.setdefault(_who(event.sources), []).append(event)
        speakers = [
            self.speaker(own[0].speakers, self.statements(own), acts.pop(who, ()))
            for who, own in claims.items()
        ]
        # Acts by somebody to whom no claim is ascribed, as where a spokesman speaks for a government.
        speakers += [self.speaker(own[0].sources, (), own) for own in acts.values()]
        return tuple(speakers)

    def speaker(
        self, actors: Sequence[Actor], statements: tuple[Statement, ...], acts: Sequence[Event]
    ) -> Speaker:
        roles = []
        for actor in actors:
            parts = [
                part for part in (actor.office, self.country(actor.country)) if part and part != actor.name
            ]
            if parts:
                roles.append(", ".join(parts) if len(actors) == 1 else f"{actor.name}: {', '.join(parts)}")
        words = self.names(actors, countries=False) or [Word("The article itself")]
        return Speaker(tuple(words), tuple(roles), statements, tuple(self.line(event) for event in acts))

    def statements(self, claims: Sequence[Claim]) -> tuple[Statement, ...]:
        breaths: dict[tuple[object, ...], list[Claim]] = {}
        for claim in claims:
            toward = _who(claim.partners or claim.addressees)
            manner = (claim.kind, claim.stance, claim.strength, claim.negated, claim.quoted)
            breaths.setdefault((claim.cue or claim.evidence, toward, *manner), []).append(claim)
        return tuple(self.statement(own) for own in breaths.values())

    def statement(self, claims: Sequence[Claim]) -> Statement:
        first = claims[0]
        evidence = Span(first.evidence.start, max(claim.evidence.end for claim in claims))
        marks = [span for claim in claims for span in claim_marks(claim, self.coded.mentions)]
        return Statement(
            kind=first.kind,
            words=tuple(self.claim_words(first)),
            firmness=list(STRENGTHS).index(first.strength) + 1 if first.strength else None,
            tags=(*(("negated",) if first.negated else ()), *(("quoted",) if first.quoted else ())),
            facts=tuple(self.claim_facts(first)),
            points=self.points(claims),
            excerpt=excerpt(self.document.text, self.document.layout, evidence, marks),
        )

    def claim_words(self, claim: Claim) -> Iterator[Word]:
        phrase = claim_phrase(claim)
        partners = self.names(claim.partners or claim.addressees, countries=False)
        verb = phrase.one if len(claim.speakers) < 2 else phrase.several
        if not partners:
            yield Word(f"{verb} {phrase.alone}".rstrip())
        elif phrase.after_partner:
            yield from (Word(f"{verb} "), *partners, Word(f" {phrase.after_partner}"))
        else:
            yield from (Word(f"{verb}, {phrase.aside} "), *partners)

    def claim_facts(self, claim: Claim) -> Iterator[Fact]:
        if claim.date is not None and claim.date.basis == "text":  # else the day of the whole report
            yield self.date_fact("when", claim.date)
        if len(claim.chain) > 2:
            yield Fact("heard through", " → ".join(actor.name for actor in claim.chain))

    def points(self, claims: Sequence[Claim]) -> tuple[Point, ...]:
        points: dict[str | None, list[Aspect]] = {}
        for claim in claims:
            about = [Word(self.entities[i].name, i) for i in claim.about if i in self.entities]
            about = about or [Word(topic.replace("_", " ")) for topic in claim.topics]
            span = claim.action or (None if about else claim.evidence)
            words = " ".join(span.of(self.document.text).split()) if span else None
            points.setdefault(words, []).append(Aspect(claim.id, tuple(about)))
        return tuple(Point(words, tuple(aspects)) for words, aspects in points.items())

    # Entities

    def person(self, entity: Entity) -> Person:
        offices = tuple(self.office(office) for office in entity.offices)
        return Person(entity.id, entity.name, self.country(entity.country), offices)

    def office(self, office: Office) -> str:
        title = f"former {office.title}" if office.former else office.title
        more = (office.organization, self.country(office.country))
        parts = [title, *(part for part in more if part and part not in title)]
        if office.start or office.end:
            start = day_words(office.start) if office.start else "…"
            end = day_words(office.end) if office.end else "…"
            parts.append(f"{start} – {end}")
        return ", ".join(parts) + (f" ({office.origin})" if office.origin else "")

    def others(self) -> tuple[tuple[str, tuple[Word, ...]], ...]:
        named: dict[str, list[Word]] = {}
        for entity in self.coded.entities:
            if entity.kind != "person":
                named.setdefault(ENTITY_GROUPS[entity.kind], []).append(Word(entity.name, entity.id))
        return tuple((group, tuple(named[group])) for group in ENTITY_GROUPS.values() if group in named)

    def names(self, actors: Sequence[Actor], *, countries: bool = True) -> list[Word]:
        words: list[Word] = []
        for number, actor in enumerate(actors):
            if number:
                words.append(Word(" and " if number == len(actors) - 1 else ", "))
            entity = self.entities.get(actor.entity)
            is_country = entity is not None and entity.kind == "country"
            words.append(
                Word(actor.name, actor.entity, actor.country if countries and not is_country else None)
            )
        return words

    def country(self, code: str | None) -> str | None:
        """The name that the document's own country entity bears, else the table's, else the code."""
        if code is None:
            return None
        return self.countries.get(code) or _country_names().get(code, code)

    def date_fact(self, label: str, date: Date) -> Fact:
        return Fact(label, date_words(date), basis_words(date, self.document.text))


@cache
def _country_names() -> dict[str, str]:
    return {code: country.name for code, country in load_countries().items()}


def _is_said(event: Event) -> bool:
    """Whether an event is the act of saying its claims: such a one is shown with its speaker."""
    return event.form is None and bool(event.claims) and is_verbal(event)


def _trips_first(events: Sequence[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.form != "visit")


def _who(actors: Sequence[Actor]) -> frozenset[str]:
    return frozenset(actor.entity for actor in actors)


def _code(event: Event) -> str:
    parts = [f"{event.type} {event.mode or ''}".rstrip()]
    if event.coded_as.type != event.type or event.coded_as.mode != event.mode:
        parts.append(f"coded as {event.coded_as.type} {event.coded_as.mode or ''}".rstrip())
    if event.cameo:
        parts.append(f"CAMEO {event.cameo}")
    if event.goldstein is not None:
        parts.append(f"score {event.goldstein:+.1f}".replace("-", "−").replace("+0.0", "0"))
    if event.contexts:
        parts.append(", ".join(context.replace("_", " ") for context in event.contexts))
    return " · ".join(parts)


def _join(names: Sequence[str]) -> str:
    """Join names with commas, the last with "and"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
