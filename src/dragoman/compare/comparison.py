"""What a comparison says: what both documents report, with the differences, and what only one reports.

Everything is said of `a` and `b`; `mirrored` turns a comparison round. "Firmer" is always `b` against `a`.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from dragoman.compare.reasons import Reason, explain
from dragoman.records import ClaimKind, EventForm, Span, Stance, Status, Strength

Direction = Literal["firmer", "softer", "reversed"]
ChangeKind = Literal[
    "stance", "negation", "strength", "wording", "kind", "deadline", "amount", "speakers",
    "form", "status", "day", "place", "participants",
]  # fmt: skip

_TURNED: dict[Direction, Direction] = {"firmer": "softer", "softer": "firmer", "reversed": "reversed"}


class Words(msgspec.Struct, frozen=True):
    """Words of a document: where they stand, in code points, and what they are."""

    span: Span
    text: str


class Level(msgspec.Struct, frozen=True):
    """How strong the words are: a scale of the table of diplomatic words, or `pledge`, and the rank on it."""

    scale: str
    rank: int
    name: str
    words: Words | None


class Deadline(msgspec.Struct, frozen=True):
    """When it is to be done. `limit` is the preposition ("by", "before", "in"), where there is one."""

    limit: str | None
    start: dt.date | None
    end: dt.date | None
    words: Words


class Amount(msgspec.Struct, frozen=True):
    """How much: a value and its unit, an ISO 4217 code, "percent", or the words that follow the number."""

    value: float
    unit: str
    words: Words

    @property
    def is_money(self) -> bool:
        """Whether the unit is a currency's code."""
        return self.unit.isupper()


class Party(msgspec.Struct, frozen=True):
    """Somebody who takes part, speaks or is spoken to."""

    name: str
    country: str | None


class Statement(msgspec.Struct, frozen=True):
    """A claim, as far as it is compared."""

    claim: str
    kind: ClaimKind
    speakers: tuple[Party, ...]
    others: tuple[Party, ...]
    """Partners and addressees."""
    about: tuple[str, ...]
    topics: tuple[str, ...]
    content: str
    """What is pledged, asked or judged, in the text's words."""
    stance: Stance | None
    strength: Strength | None
    negated: bool
    level: Level | None
    deadline: Deadline | None
    amounts: tuple[Amount, ...]
    cue: Words | None
    evidence: Words
    quote: Words
    """The evidence with its cue, modifier or deadline, where they stand close by."""

    @property
    def marks(self) -> tuple[Span, ...]:
        """What stands out in the quote: cue, graded words, deadline and amounts."""
        words = (self.cue, self.level and self.level.words, self.deadline and self.deadline.words)
        return tuple(one.span for one in (*words, *(amount.words for amount in self.amounts)) if one)


class Engagement(msgspec.Struct, frozen=True):
    """A visit, meeting, call or the like, as far as it is compared."""

    event: str
    form: EventForm
    status: Status
    parties: tuple[Party, ...]
    start: dt.date | None
    end: dt.date | None
    place: str | None
    evidence: Words


class Change(msgspec.Struct, frozen=True):
    """What differs, in words; None where one side does not say. `steps` are ranks on the scale."""

    what: ChangeKind
    a: str | None
    b: str | None
    direction: Direction | None = None
    steps: int | None = None


class ClaimMatch(msgspec.Struct, frozen=True):
    """One thing that both documents report."""

    a: Statement
    b: Statement
    score: float
    """Chance that they are the same, from the weights of `dragoman.compare.scoring`."""
    reasons: tuple[Reason, ...]
    why: str
    """The reasons in words."""
    changes: tuple[Change, ...]


class EngagementMatch(msgspec.Struct, frozen=True):
    """One engagement that both documents report."""

    a: Engagement
    b: Engagement
    score: float
    reasons: tuple[Reason, ...]
    why: str
    """The reasons in words."""
    changes: tuple[Change, ...]


class Side(msgspec.Struct, frozen=True):
    """One of the two documents, and what it alone reports."""

    document: str
    """Its id."""
    uri: str
    title: str | None
    source: str | None
    published: dt.date | None
    n_engagements: int
    n_claims: int
    engagements: tuple[Engagement, ...]
    """Those that the other document has no match for."""
    claims: tuple[Statement, ...]
    """The same of claims."""


class Comparison(msgspec.Struct, frozen=True):
    """Two documents side by side; matches are in the order of `a`."""

    a: Side
    b: Side
    notes: tuple[str, ...]
    """What a reader must know first: one document twice, nothing in common, no claims."""
    engagements: tuple[EngagementMatch, ...]
    claims: tuple[ClaimMatch, ...]

    def mirrored(self) -> Comparison:
        """The same comparison from the other side: what `compare(b, a)` gives."""
        return Comparison(
            self.b,
            self.a,
            self.notes,
            tuple(sorted(map(_mirrored_engagement, self.engagements), key=_place_of_engagement)),
            tuple(sorted(map(_mirrored_claim, self.claims), key=_place_of_claim)),
        )


def _mirrored_engagement(match: EngagementMatch) -> EngagementMatch:
    return EngagementMatch(match.b, match.a, match.score, *_turned(match))


def _mirrored_claim(match: ClaimMatch) -> ClaimMatch:
    return ClaimMatch(match.b, match.a, match.score, *_turned(match))


def _turned(match: EngagementMatch | ClaimMatch) -> tuple[tuple[Reason, ...], str, tuple[Change, ...]]:
    reasons = tuple(msgspec.structs.replace(one, a=one.b, b=one.a) for one in match.reasons)
    changes = tuple(
        Change(
            one.what,
            one.b,
            one.a,
            _TURNED[one.direction] if one.direction else None,
            -one.steps if one.steps is not None else None,
        )
        for one in match.changes
    )
    return reasons, explain(reasons), changes


def _place_of_engagement(match: EngagementMatch) -> tuple[Span, str]:
    return match.a.evidence.span, match.a.event


def _place_of_claim(match: ClaimMatch) -> tuple[Span, str]:
    return match.a.evidence.span, match.a.claim
