"""An event as one document reports it, apart from the document: what foreign layouts can hold.

Spans of a text become words, and ids of entities what they stand for. Exporters make rows from reports,
importers make reports from rows. Unknown is `None`.
"""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from dragoman.records import Actor, Coded, Coding, Date, Document, Entity, Event, Place, Segment

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")
_NAMED = {"person": "people", "organization": "organizations", "place": "places"}


class Story(msgspec.Struct, frozen=True):
    """The document that reports an event."""

    id: str
    uri: str
    url: str | None = None
    source: str | None = None
    """The publisher."""
    title: str | None = None
    language: str | None = None
    """ISO 639-1."""
    published: Date | None = None
    length: int | None = None
    """In code points."""
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Names of the cities, places and venues it speaks of."""


class Party(msgspec.Struct, frozen=True):
    """A participant. `raw` are the words of the text that name it; `identity` is as in `Entity`."""

    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    raw: str | None = None
    kind: str | None = None
    identity: str | None = None
    entity: str | None = None
    """Its entity's id in the document."""


class Report(msgspec.Struct, frozen=True):
    """One event in one document. Fields are those of `Event` where they have its names."""

    story: Story
    id: str
    """Unique within the story."""
    type: str | None
    mode: str | None
    """Type and mode of the act itself; None where a foreign code stands for no PLOVER type."""
    coded_as: Coding | None
    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    form: str | None = None
    contexts: tuple[str, ...] = ()
    status: str = "occurred"
    mutual: bool = False
    date: Date | None = None
    reported: Date | None = None
    place: Place | None = None
    place_raw: str | None = None
    part_of: str | None = None
    cameo: str | None = None
    goldstein: float | None = None
    quad: int | None = None
    confidence: float | None = None
    evidence: str | None = None
    """The sentence or clause; None for imported rows, which have none."""
    sentence: int | None = None
    """Number of the sentence in the text, from 1, counted by its end marks; of imported rows, as they say."""
    lead: bool | None = None
    """Whether it stands in the first paragraph; of GDELT's rows, whether it is a root event."""
    origin: str | None = None


def iter_reports(coded: Coded) -> Iterator[Report]:
    """The events of a document as reports, in their order."""
    story = _story(coded)
    entities = {entity.id: entity for entity in coded.entities}
    ends = sentence_ends(coded.document.text)
    for event in coded.events:
        yield _report(event, story, coded.document, entities, ends)


def sentence_ends(text: str) -> list[int]:
    """Where sentences end, by their end marks and line ends; abbreviations before a capital count too."""
    return [found.start() for found in _SENTENCE_END.finditer(text)]


def sentence_number(ends: Sequence[int], start: int) -> int:
    """The number, from 1, of the sentence that a place of the text is in."""
    return 1 + bisect.bisect_left(ends, start)


def lead_end(text: str, layout: Iterable[Segment]) -> int:
    """Where the first paragraph ends; the text's end where the layout is unknown."""
    for segment in layout:
        if segment.kind == "paragraph":
            end = text.find("\n", segment.end)
            return end if end > 0 else len(text)
    return len(text)


def _story(coded: Coded) -> Story:
    document = coded.document
    names: dict[str, dict[str, None]] = {group: {} for group in _NAMED.values()}
    for entity in coded.entities:
        group = _NAMED.get("place" if entity.kind == "venue" else entity.kind)
        if group:
            names[group][entity.name] = None
    return Story(
        id=document.id,
        uri=document.uri,
        url=document.url,
        source=document.source,
        title=document.title,
        language=document.language,
        published=document.published,
        length=len(document.text),
        people=tuple(names["people"]),
        organizations=tuple(names["organizations"]),
        places=tuple(names["places"]),
    )


def _report(
    event: Event, story: Story, document: Document, entities: Mapping[str, Entity], ends: Sequence[int]
) -> Report:
    text = document.text
    start = event.evidence.start
    return Report(
        story=story,
        id=event.id,
        type=event.type,
        mode=event.mode,
        coded_as=event.coded_as,
        sources=tuple(_party(actor, entities, text) for actor in event.sources),
        targets=tuple(_party(actor, entities, text) for actor in event.targets),
        form=event.form,
        contexts=event.contexts,
        status=event.status,
        mutual=event.mutual,
        date=event.date,
        reported=event.reported,
        place=event.place,
        place_raw=event.place.evidence.of(text) if event.place and event.place.evidence else None,
        part_of=event.part_of,
        cameo=event.cameo,
        goldstein=event.goldstein,
        quad=event.quad,
        confidence=event.confidence,
        evidence=event.evidence.of(text),
        sentence=sentence_number(ends, start),
        lead=start < lead_end(text, document.layout),
        origin=event.origin,
    )


def _party(actor: Actor, entities: Mapping[str, Entity], text: str) -> Party:
    entity = entities.get(actor.entity)
    first = actor.spans[0] if actor.spans else None
    return Party(
        name=actor.name,
        country=actor.country,
        sector=actor.sector,
        office=actor.office,
        raw=text[first[0] : first[1]] if first else None,
        kind=entity.kind if entity else None,
        identity=entity.identity if entity else None,
        entity=actor.entity,
    )


def report_day(report: Report) -> dt.date | None:
    """The day for layouts that know no unknown date: the event's first day, else that of the report."""
    for date in (report.date, report.reported):
        if date is not None and (date.start or date.end):
            return date.start or date.end
    return None


def first_day(date: Date | None) -> dt.date | None:
    """A date's first known day."""
    return (date.start or date.end) if date else None
