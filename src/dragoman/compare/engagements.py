"""Visits, meetings and calls of two documents: which are one, and what is told differently."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dragoman.compare.assignment import assign
from dragoman.compare.comparison import Change, Engagement, EngagementMatch, Party, Words
from dragoman.compare.reasons import Reason, explain
from dragoman.compare.statements import parties
from dragoman.records import Coded, EventForm

Array = npt.NDArray[np.float64]
FLOOR = 0.5
"""The score from which two engagements are taken as one."""
PARTIES, DAY, FORM, PLACE = 0.5, 0.25, 0.15, 0.1
"""Weights, which add up to 1: who met decides, then when; tellers differ on "talks" and "meeting" most."""
UNKNOWN = 0.6
"""Value of a day or place that one of the two does not give."""
FAR_DAYS = 4
"""Days from which two dates can't be one engagement, whatever else fits."""
TALKS: frozenset[EventForm] = frozenset({"meeting", "negotiation", "summit", "mediation"})
TRIPS: frozenset[EventForm] = frozenset({"visit", "site visit"})
SAME_FAMILY = 0.7


def build_engagements(coded: Coded) -> tuple[Engagement, ...]:
    """A document's engagements as they are compared, in text order."""
    text = coded.document.text
    found = [
        Engagement(
            event=event.id,
            form=event.form,
            status=event.status,
            parties=parties((*event.sources, *event.targets)),
            start=event.date.start if event.date else None,
            end=event.date.end if event.date else None,
            place=event.place.name if event.place else None,
            evidence=Words(event.evidence, event.evidence.of(text)),
        )
        for event in coded.events
        if event.form is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.evidence.span, one.event)))


def match_engagements(a: Sequence[Engagement], b: Sequence[Engagement]) -> list[EngagementMatch]:
    """Pairs that are one engagement, in the order of `a`.

    Both documents' people, days, forms and places count; where it took place least, since tellers at home
    and abroad name it differently.
    """
    scores = np.array([[_score(one, other) for other in b] for one in a]).reshape(len(a), len(b))
    matches = []
    for i, j in assign(scores, FLOOR):
        reasons = _reasons(a[i], b[j])
        score = round(float(scores[i, j]), 2)
        matches.append(
            EngagementMatch(a[i], b[j], score, reasons, explain(reasons), tuple(_changes(a[i], b[j])))
        )
    return matches


def _score(one: Engagement, other: Engagement) -> float:
    days = _days(one, other)
    form = _form(one.form, other.form)
    if days == 0 or form == 0:
        return 0.0
    place = UNKNOWN if not one.place or not other.place else float(one.place == other.place)
    return PARTIES * shared_parties(one.parties, other.parties) + DAY * days + FORM * form + PLACE * place


def shared_parties(one: Sequence[Party], other: Sequence[Party]) -> float:
    """How far two sets of people agree: by name, else by country at less."""
    if not one or not other:
        return 0.0
    small, large = sorted((one, other), key=len)
    return sum(max(_likeness(party, candidate) for candidate in large) for party in small) / len(small)


def _likeness(one: Party, other: Party) -> float:
    if one.name == other.name:
        return 1.0
    if one.name.split()[-1] == other.name.split()[-1]:
        return 0.9  # "Mrema" where the whole name is nowhere in one of the documents
    return 0.5 if one.country is not None and one.country == other.country else 0.0


def _days(one: Engagement, other: Engagement) -> float:
    """1 where the days overlap, less the further they are apart, 0 from `FAR_DAYS` on."""
    first, second = _span(one), _span(other)
    if first is None or second is None:
        return UNKNOWN
    apart = max((first[0] - second[1]).days, (second[0] - first[1]).days, 0)
    return max(0.0, 1 - apart / FAR_DAYS)


def _span(one: Engagement) -> tuple[dt.date, dt.date] | None:
    start, end = one.start or one.end, one.end or one.start
    return (start, end) if start and end else None


def _form(one: EventForm, other: EventForm) -> float:
    if one == other:
        return 1.0
    return SAME_FAMILY if {one, other} <= TALKS or {one, other} <= TRIPS else 0.0


def _reasons(a: Engagement, b: Engagement) -> tuple[Reason, ...]:
    found = [Reason("parties", names(a.parties), names(b.parties))]
    if _span(a) and _span(b):
        found.append(Reason("day", days(a), days(b)))
    found.append(Reason("form", a.form, b.form))
    return tuple(found)


def _changes(a: Engagement, b: Engagement) -> list[Change]:
    found = []
    if a.form != b.form:
        found.append(Change("form", a.form, b.form))
    if a.status != b.status:
        found.append(Change("status", a.status, b.status))
    if days(a) != days(b):
        found.append(Change("day", days(a) or None, days(b) or None))
    if a.place != b.place:
        found.append(Change("place", a.place, b.place))
    extra = _only(a.parties, b.parties), _only(b.parties, a.parties)
    if any(extra):
        found.append(Change("participants", names(extra[0]) or None, names(extra[1]) or None))
    return found


def _only(one: Sequence[Party], other: Sequence[Party]) -> tuple[Party, ...]:
    """Parties that the other side does not name."""
    return tuple(party for party in one if max((_likeness(party, x) for x in other), default=0.0) < 0.9)


def names(some: Sequence[Party]) -> str:
    """Names in alphabetical order, as both sides are compared in."""
    return ", ".join(sorted(party.name for party in some))


def days(one: Engagement) -> str:
    """The day or days; empty where they are not known."""
    span = _span(one)
    if span is None:
        return ""
    return f"{span[0]}" if span[0] == span[1] else f"{span[0]} to {span[1]}"
