"""Events and claims before they have their ids: extraction fills these, `finish` makes records of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.records import Actor, ClaimKind, Date, EventForm, Place, Span, Stance, Status, Strength


@dataclass(slots=True, eq=False)
class EventDraft:
    """An event under construction; fields as in `records.Event`."""

    type: str
    mode: str | None
    form: EventForm | None
    status: Status
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    trigger: Span
    evidence: Span
    origin: str
    token: int
    """Token number of the trigger, for ordering and attachment."""
    sentence: int = -1
    """Number of the trigger's sentence, where it matters."""
    mutual: bool = False
    date: Date | None = None
    place: Place | None = None
    parent: EventDraft | None = None
    cue: Span | None = None
    contexts: tuple[str, ...] = ()
    confidence: float = 0.8
    claims: list[ClaimDraft] = field(default_factory=list)

    def actors(self) -> tuple[Actor, ...]:
        """Sources, then targets."""
        return self.sources + self.targets

    def people(self) -> frozenset[str]:
        """Entity ids of all participants."""
        return frozenset(actor.entity for actor in self.actors())


@dataclass(slots=True, eq=False)
class ClaimDraft:
    """A claim under construction; fields as in `records.Claim`."""

    kind: ClaimKind
    speakers: tuple[Actor, ...]
    evidence: Span
    token: int
    origin: str
    stance: Stance | None = None
    partners: tuple[Actor, ...] = ()
    addressees: tuple[Actor, ...] = ()
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    action: Span | None = None
    strength: Strength | None = None
    cue: Span | None = None
    quoted: bool = False
    chain: tuple[Actor, ...] = ()
    negated: bool = False
    date: Date | None = None
    confidence: float = 0.7
