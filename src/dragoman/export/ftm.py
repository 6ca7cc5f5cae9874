"""FollowTheMoney entities, a JSON object a line: what Aleph, OpenAleph and OpenSanctions read.

A document becomes an Article, an actor a Person, Organization or PublicBody, an event an Event that names
those involved, each pair of them an UnknownLink, which says who acted on whom. A country as actor is its
government: a PublicBody. A place with coordinates is an Address.

An entity that the knowledge tables know has the same id in every document, so that readers merge it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

import msgspec

from dragoman.exchange import STATUSES, Losses, Party, Report, Story
from dragoman.exchange.pairs import iter_pairs
from dragoman.exchange.reports import first_day
from dragoman.export.cells import number
from dragoman.export.sink import ByteSink
from dragoman.knowledge.countries import load_countries
from dragoman.records import Date, Place

Entity = dict[str, Any]

PUBLIC_SECTORS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})

_SOURCE = frozenset({"recordId", "proof", "sourceUrl", "publisher"})
PROPERTIES: Mapping[str, frozenset[str]] = {
    "Article": frozenset({"title", "publishedAt", "sourceUrl", "publisher", "language", "fileName"}),
    "Person": frozenset({"name", "country", "position", "sector"}),
    "Organization": frozenset({"name", "country", "sector"}),
    "PublicBody": frozenset({"name", "country", "sector"}),
    "Address": frozenset({"name", "full", "country", "latitude", "longitude"}),
    "Event": _SOURCE | {"name", "summary", "description", "startDate", "endDate", "location", "addressEntity",
                        "involved", "country", "keywords"},
    "UnknownLink": _SOURCE | {"subject", "object", "role", "status", "startDate", "endDate", "summary"},
}  # fmt: skip
"""Schema → the properties written, of FollowTheMoney 4."""


def export_ftm(
    reports: Iterable[Report],
    stream: ByteSink,
    *,
    statuses: Set[str] = frozenset(STATUSES),
    losses: Losses | None = None,
) -> None:
    """Write entities, a line each, before those that refer to them.

    Args:
        reports: Events; those of one story follow each other.
        stream: Where to write.
        statuses: Which events to write.
        losses: Counts events left out.
    """
    counted = losses or Losses()
    for entity in ftm_entities(reports, statuses=statuses, losses=counted):
        stream.write(msgspec.json.encode(entity) + b"\n")
    stream.flush()


def ftm_entities(reports: Iterable[Report], *, statuses: Set[str], losses: Losses) -> Iterator[Entity]:
    """Entities, each id once, but for those known by one document alone: once a document."""
    iso2 = {iso3: country.iso2.lower() for iso3, country in load_countries().items() if country.iso2}
    known: set[str] = set()
    local: set[str] = set()
    story = ""
    for report in reports:
        if report.status not in statuses:
            losses.by_status += 1
            continue
        if report.story.id != story:
            story, local = report.story.id, set()
        for entity, is_known in _entities(report, iso2):
            seen = known if is_known else local
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield entity


def _entities(report: Report, iso2: Mapping[str, str]) -> Iterator[tuple[Entity, bool]]:
    article = _article(report.story)
    yield article, False
    for party in (*report.sources, *report.targets):
        yield _actor(party, report.story, iso2), party.identity is not None
    address = _address(report.place, iso2) if report.place else None
    if address:
        yield address, True
    yield _event(report, article, address, iso2), False
    for source, target in iter_pairs(report):
        if source is not None and target is not None:
            yield _link(report, source, target, article), False


def _entity(schema: str, key: str, **properties: str | Iterable[str] | None) -> Entity:
    values = {
        name: [value] if isinstance(value, str) else list(dict.fromkeys(value))
        for name, value in properties.items()
        if value
    }
    return {
        "id": _id(key),
        "schema": schema,
        "properties": {name: own for name, own in values.items() if own},
    }


def _id(key: str) -> str:
    return hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()


def _article(story: Story) -> Entity:
    return _entity(
        "Article",
        f"article {story.id}",
        title=story.title,
        fileName=story.uri,
        publishedAt=_day(story.published),
        sourceUrl=story.url,
        publisher=story.source,
        language=story.language,
    )


def _party_key(party: Party, story: Story) -> str:
    return party.identity or f"entity {story.id} {party.entity or party.name}"


def _actor(party: Party, story: Story, iso2: Mapping[str, str]) -> Entity:
    public = party.kind == "country" or (party.kind != "person" and party.sector in PUBLIC_SECTORS)
    schema = "Person" if party.kind == "person" else "PublicBody" if public else "Organization"
    more = {"position": party.office} if schema == "Person" else {}
    return _entity(
        schema,
        _party_key(party, story),
        name=party.name,
        country=iso2.get(party.country or ""),
        sector=party.sector,
        **more,
    )


def _address(place: Place, iso2: Mapping[str, str]) -> Entity | None:
    if place.lat is None or place.lon is None:
        return None
    country = iso2.get(place.country or "")
    return _entity(
        "Address",
        f"place {place.gazetteer_id or (place.name, place.country, place.lat, place.lon)}",
        name=place.name,
        full=place.name,
        country=country,
        latitude=number(place.lat),
        longitude=number(place.lon),
    )


def _event(report: Report, article: Entity, address: Entity | None, iso2: Mapping[str, str]) -> Entity:
    story, place = report.story, report.place
    countries = [iso2.get(party.country or "") for party in (*report.sources, *report.targets)]
    return _entity(
        "Event",
        f"event {story.id} {report.id}",
        name=_title(report),
        summary=_role(report),
        description=report.evidence,
        startDate=_day(report.date),
        endDate=_last_day(report.date),
        location=place.name if place else None,
        addressEntity=address["id"] if address else None,
        involved=[_id(_party_key(party, story)) for party in (*report.sources, *report.targets)],
        country=[code for code in countries if code],
        keywords=[f"status: {report.status}", *(f"context: {context}" for context in report.contexts)],
        recordId=f"{story.id}:{report.id}",
        proof=article["id"],
        sourceUrl=story.url,
        publisher=story.source,
    )


def _link(report: Report, source: Party, target: Party, article: Entity) -> Entity:
    story = report.story
    subject, object_ = _party_key(source, story), _party_key(target, story)
    return _entity(
        "UnknownLink",
        f"link {story.id} {report.id} {subject} {object_}",
        subject=_id(subject),
        object=_id(object_),
        role=_role(report),
        status=report.status,
        startDate=_day(report.date),
        endDate=_last_day(report.date),
        recordId=f"{story.id}:{report.id}",
        proof=article["id"],
        summary=report.evidence,
        sourceUrl=story.url,
        publisher=story.source,
    )


def _role(report: Report) -> str:
    parts = (report.type, report.mode or report.form, f"CAMEO {report.cameo}" if report.cameo else None)
    return " ".join(part for part in parts if part)


def _title(report: Report) -> str:
    sides = [", ".join(party.name for party in side) for side in (report.sources, report.targets) if side]
    return f"{report.form or report.type or report.cameo}: {' – '.join(sides) or 'no actor named'}"


def _day(date: Date | None) -> str | None:
    day = first_day(date)
    return day.isoformat() if day else None


def _last_day(date: Date | None) -> str | None:
    return date.end.isoformat() if date and date.end else None
