"""What claims do: a pledge is AGREE, backing is SUPPORT, asking REQUEST, blame ACCUSE, a warning THREATEN.

One event for each speaker set, target and type in a document, with the claims that make it. A claim that does
nothing to anybody gives none.
"""

from __future__ import annotations

from dragoman.extract.drafts import ClaimDraft, EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing
from dragoman.records import Actor, Span

TYPES = {"pledge": "AGREE", "request": "REQUEST", "accusation": "ACCUSE"}
Threat = tuple[int, tuple[Actor, ...], int]
"""Trigger, speakers and the measures' token."""
MODES = {"ACCUSE": "disapprove"}


def speech_acts(
    participants: Participants, timing: Timing, claims: list[ClaimDraft], threats: list[Threat]
) -> list[EventDraft]:
    """Events that the claims of a document amount to.

    Args:
        participants: The document's actors.
        timing: Its dates.
        claims: The claims, already found.
        threats: Measures warned of, as `Claims.threats` gives them.

    Returns:
        Drafts of verbal events, in text order.
    """
    acts: dict[tuple[str, bool, frozenset[str], frozenset[str]], EventDraft] = {}
    for claim in claims:
        kind = _event_type(claim)
        targets = _targets(participants, claim)
        joint = len({a.country for a in claim.speakers}) > 1
        if kind is None or (not targets and not joint):
            continue
        key = (
            kind,
            claim.negated,
            frozenset(a.entity for a in claim.speakers),
            frozenset(a.country or a.entity for a in targets),
        )
        known = acts.get(key)
        if known is not None:
            known.claims.append(claim)
            continue
        acts[key] = EventDraft(
            type=kind,
            mode=MODES.get(kind),
            form=None,
            status="negated" if claim.negated else "occurred",
            sources=claim.speakers,
            targets=() if joint and kind == "AGREE" else targets,
            trigger=claim.cue or claim.evidence,
            evidence=claim.evidence,
            origin="speech acts",
            token=claim.token,
            mutual=joint and kind == "AGREE",
            date=None,
            confidence=claim.confidence,
            claims=[claim],
        )
    return [*acts.values(), *_threats(participants, timing, threats)]


def _event_type(claim: ClaimDraft) -> str | None:
    if claim.kind in TYPES:
        return TYPES[claim.kind]
    if claim.kind in {"position", "assessment"} and claim.stance == "support":
        return "SUPPORT"
    if claim.kind == "position" and claim.stance == "oppose":
        return "ACCUSE"
    return None


def _targets(participants: Participants, claim: ClaimDraft) -> tuple[Actor, ...]:
    """Whom the claim is aimed at: people stand for their country unless they are the speaker's own."""
    homes = {a.country for a in claim.speakers if a.country}
    out: dict[str, Actor] = {}
    for actor in claim.partners:
        if actor.country is not None and actor.country in homes:
            continue
        target = (
            participants.country_actor(actor.country, actor.spans[0]) if actor.country is not None else actor
        )
        out.setdefault(target.entity, target)
    return tuple(out.values())


def _threats(participants: Participants, timing: Timing, threats: list[Threat]) -> list[EventDraft]:
    tree = participants.tree
    out = []
    for trigger, speakers, obj in threats:
        homes = {a.country for a in speakers}
        named = [i for i in tree.subtree(obj) if participants.at(i) is not None]
        targets: dict[str, Actor] = {}
        for token in named:
            for actor in participants.actors(token):
                if actor.country not in homes and actor.country is not None:
                    target = participants.country_actor(actor.country, actor.spans[0])
                    targets.setdefault(target.entity, target)
        first, last = tree.sents[tree.sent[trigger]]
        out.append(
            EventDraft(
                type="THREATEN",
                mode="restrict",
                form=None,
                status="occurred",
                sources=speakers,
                targets=tuple(targets.values()),
                trigger=Span(tree.start[trigger], tree.end[trigger]),
                evidence=Span(tree.start[first], tree.end[last - 1]),
                origin="speech acts",
                token=trigger,
                date=timing.date(trigger),
                confidence=0.7,
            )
        )
    return out
