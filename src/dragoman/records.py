"""The record types: what every stage hands on and what users get.

Offsets are Unicode code points into `Document.text`, half-open. Dates in records are inclusive at both
ends. Unknown is `None`. Records are frozen; change one with `msgspec.structs.replace`.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from dragoman.errors import EvidenceError

SCHEMA = 1
"""Version of the record layout; renaming a field raises it."""

Basis = Literal["text", "knowledge", "inferred"]
DateBasis = Literal["text", "dateline", "byline", "metadata", "url", "knowledge"]
Precision = Literal["day", "range", "week", "month", "quarter", "year"]
EntityKind = Literal[
    "person", "country", "organization", "place", "venue", "project", "initiative", "framework", "issue"
]
MentionForm = Literal["name", "title", "noun", "pronoun", "demonym", "metonym"]
EventForm = Literal["visit", "site visit", "meeting", "call", "negotiation", "mediation", "summit", "signing"]
Status = Literal["occurred", "ongoing", "planned", "hypothetical", "negated", "historical"]
ClaimKind = Literal["pledge", "position", "assessment", "request", "accusation", "report"]
Stance = Literal["support", "oppose", "neutral"]
Strength = Literal["wish", "willing", "ready", "will", "agreed", "signed", "done"]
SegmentKind = Literal["title", "byline", "stamp", "dateline", "heading", "paragraph", "contact"]


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open range of Unicode code points into `Document.text`.

    Raises:
        EvidenceError: If the range is empty, reversed or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(f"span [{self.start}, {self.end}) is empty or reversed")

    def meets(self, other: Span) -> bool:
        """Whether both hold a code point in common."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The evidence, word for word."""
        if self.end > len(text):
            raise EvidenceError(f"span ends at {self.end}, the text at {len(text)}")
        return text[self.start : self.end]


class Date(msgspec.Struct, frozen=True):
    """A day or a stretch of days; both ends inclusive. A `None` start or end is an open end."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    basis: DateBasis
    evidence: Span | None = None
    time: str | None = None
    """Clock time "HH:MM" of a stamp, where given."""


class Place(msgspec.Struct, frozen=True):
    """Where something is. `confidence` falls when several gazetteer entries could be meant."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    gazetteer_id: str | None
    basis: str
    evidence: Span | None
    confidence: float = 1.0


class Office(msgspec.Struct, frozen=True):
    """An office that a person holds or held. `start` and `end` bound the tenure where known."""

    title: str
    organization: str | None
    country: str | None
    start: dt.date | None
    end: dt.date | None
    basis: Basis
    origin: str | None
    """The table or rule that says so; None for `basis="text"`."""
    evidence: Span | None
    sector: str | None = None
    former: bool = False


class Segment(msgspec.Struct, frozen=True):
    """A part of the document's layout. `speaker` is the label before a transcript turn."""

    kind: SegmentKind
    start: int
    end: int
    speaker: Span | None = None


class Document(msgspec.Struct, frozen=True):
    """One input, as text, with what its head says."""

    id: str
    uri: str
    source: str | None
    url: str | None
    title: str | None
    authors: tuple[str, ...]
    language: str
    published: Date | None
    dateline: Place | None
    text: str
    warnings: tuple[str, ...] = ()
    layout: tuple[Segment, ...] = ()


class Entity(msgspec.Struct, frozen=True):
    """Somebody or something the document speaks of."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None
    offices: tuple[Office, ...]
    identity: str | None = None
    """Stable key from the knowledge tables, such as `country:KGZ`; None where no table knows it."""
    basis: Basis = "text"
    """How `country` is known."""
    origin: str | None = None
    lat: float | None = None
    lon: float | None = None


class Mention(msgspec.Struct, frozen=True):
    """Where the text speaks of an entity; a plural one lists several in `entities`."""

    entity: str
    start: int
    end: int
    form: MentionForm
    entities: tuple[str, ...] = ()


class Actor(msgspec.Struct, frozen=True):
    """A participant of an event or claim, as at its date."""

    entity: str
    name: str
    country: str | None
    sector: str | None
    office: str | None
    spans: tuple[tuple[int, int], ...]


class Coding(msgspec.Struct, frozen=True):
    """A PLOVER type and mode."""

    type: str
    mode: str | None


class Event(msgspec.Struct, frozen=True):
    """Something that was done, is planned, or is denied."""

    id: str
    type: str
    mode: str | None
    form: EventForm | None
    contexts: tuple[str, ...]
    status: Status
    coded_as: Coding
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    mutual: bool
    date: Date | None
    reported: Date | None
    place: Place | None
    part_of: str | None
    claims: tuple[str, ...]
    trigger: Span
    evidence: Span
    cameo: str | None
    goldstein: float | None
    quad: int | None
    confidence: float
    origin: str | None = None
    """The rule that found it."""
    cue: Span | None = None
    """The words that decided `status`, where any did."""


class Claim(msgspec.Struct, frozen=True):
    """What somebody said, kept apart from what happened."""

    id: str
    kind: ClaimKind
    speakers: tuple[Actor, ...]
    addressees: tuple[Actor, ...]
    partners: tuple[Actor, ...]
    stance: Stance | None
    about: tuple[str, ...]
    topics: tuple[str, ...]
    action: Span | None
    strength: Strength | None
    cue: Span | None
    quoted: bool
    chain: tuple[Actor, ...]
    negated: bool
    date: Date | None
    evidence: Span
    confidence: float
    origin: str | None = None


class Coded(msgspec.Struct, frozen=True):
    """All records of one document."""

    document: Document
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    schema: int = SCHEMA

    def to_json(self) -> bytes:
        """The object of `dragoman code`, without a line end."""
        return msgspec.json.encode(self)
