"""Links between records of a document: meetings to visits, acts to claims, events to places and contexts."""

from __future__ import annotations

from dragoman.extract.contexts import Contexts
from dragoman.extract.drafts import ClaimDraft, EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.places import Places
from dragoman.records import Place


def without_repeats(deeds: list[EventDraft], others: list[EventDraft]) -> list[EventDraft]:
    """Deeds whose trigger no engagement and no speech act of the same type already uses."""
    taken = {(e.trigger.start, e.type) for e in others}
    taken |= {(e.trigger.start, "") for e in others if e.form is not None}
    return [d for d in deeds if (d.trigger.start, d.type) not in taken and (d.trigger.start, "") not in taken]


def link_visits(participants: Participants, visits: list[EventDraft], engagements: list[EventDraft]) -> None:
    """Put meetings inside the visits they were held on.

    A meeting belongs to the traveller's visit to the country of its counterpart, or of the place its sentence
    names; to the only visit, where neither speaks against it. Calls are held from anywhere.
    """
    trips = [v for v in visits if v.form == "visit"]
    for event in engagements:
        if event.form == "call":
            continue
        own = [v for v in trips if {a.entity for a in v.sources} & event.people()]
        event.parent = _trip(participants, own, event)


def _trip(participants: Participants, own: list[EventDraft], event: EventDraft) -> EventDraft | None:
    abroad = {a.country for a in event.actors()}
    if event.place is not None and event.place.country is not None:  # the text says where
        abroad = {event.place.country}
    there = [v for v in own if v.targets and v.targets[0].country in abroad and _dates_agree(v, event)]
    near = [v for v in there if v.evidence == event.evidence]
    if near or there:
        return (near or there)[0]
    if len(own) == 1 and _dates_agree(own[0], event) and own[0].status == event.status:
        place = Places(participants).of(event.token, event.form, None)
        if place is None or place.country == own[0].targets[0].country:
            return own[0]
    return None


def _dates_agree(visit: EventDraft, event: EventDraft) -> bool:
    if visit.date is None or event.date is None:
        return True
    starts = (visit.date.start, event.date.start)
    ends = (visit.date.end, event.date.end)
    if starts[0] is None or starts[1] is None or ends[0] is None or ends[1] is None:
        return True
    return starts[0] <= ends[1] and starts[1] <= ends[0]


def place_events(participants: Participants, events: list[EventDraft]) -> None:
    """Give each event its place; see `places`."""
    places = Places(participants)
    for event in events:
        if event.form == "visit":
            event.place = event.place or _host_place(event)
    for event in events:
        if event.place is None and not event.claims:
            host = event.parent.place if event.parent is not None else None
            event.place = places.of(event.token, event.form, host, event.actors())


def _host_place(visit: EventDraft) -> Place | None:
    if not visit.targets:
        return None
    host = visit.targets[0]
    return Place(
        host.name,
        host.country,
        None,
        None,
        f"country:{host.country}" if host.country else None,
        "text",
        visit.evidence,
    )


def link_claims(events: list[EventDraft], claims: list[ClaimDraft]) -> None:
    """Tell which claims report an act: those whose content holds its trigger.

    Acts told by the narrator have none.
    """
    for event in events:
        if event.claims or event.origin == "speech acts":
            continue
        for claim in claims:
            if claim.quoted or claim.kind in {"report", "assessment", "accusation"}:
                span = claim.action or claim.evidence
                if span.start <= event.trigger.start < span.end:
                    event.claims.append(claim)


def add_contexts(contexts: Contexts, events: list[EventDraft], claims: list[ClaimDraft]) -> None:
    """Contexts of events that have none yet, and topics of claims, from the cue words around them."""
    for event in events:
        if not event.contexts:
            event.contexts = contexts.of(event.token, event.type, event.mode, event.actors())
    for claim in claims:
        claim.topics = contexts.of(claim.token, "", None, claim.speakers)
