"""From drafts to records: order, ids, links between events and claims, codes of the codebook."""

from __future__ import annotations

import msgspec

from dragoman.codebooks import Codebook
from dragoman.extract.drafts import ClaimDraft, EventDraft
from dragoman.records import Claim, Coded, Date, Event, Mention
from dragoman.resolve.resolved import Resolved


def finish(
    resolved: Resolved, events: list[EventDraft], claims: list[ClaimDraft], codebook: Codebook
) -> Coded:
    """Number the drafts in text order and freeze everything into records."""
    claims = sorted(claims, key=lambda c: (c.evidence.start, c.action.start if c.action else 0))
    events = sorted(events, key=lambda e: (e.trigger.start, e.form != "visit"))
    claim_ids = {id(claim): f"c{n}" for n, claim in enumerate(claims, 1)}
    event_ids = {id(event): f"v{n}" for n, event in enumerate(events, 1)}
    reported = resolved.document.published
    in_own_words(resolved)
    return Coded(
        document=resolved.document,
        entities=tuple(resolved.entities),
        mentions=_mentions(resolved),
        events=tuple(_event(e, event_ids, claim_ids, codebook, reported) for e in events),
        claims=tuple(_claim(c, claim_ids[id(c)]) for c in claims),
    )


def in_own_words(resolved: Resolved) -> None:
    """Name places and issues as the document does.

    A canonical name that shares no word with the document's becomes an alias. The choice of a name is often a
    stand of its own ("Xizang", "Tibet"); the document's stand is not ours to change.
    """
    text = resolved.document.text
    tree = resolved.tree
    first: dict[int, str] = {}
    for mention in resolved.mentions:
        if mention.form == "name" and len(mention.entities) == 1:
            first.setdefault(
                mention.entities[0], text[tree.start[mention.first] : tree.end[mention.last - 1]]
            )
    for number, form in first.items():
        entity = resolved.entities[number]
        if entity.kind in {"place", "issue"} and not set(form.casefold().split()) & set(
            entity.name.casefold().split()
        ):
            aliases = tuple(dict.fromkeys((entity.name, *entity.aliases)))
            resolved.entities[number] = msgspec.structs.replace(entity, name=form, aliases=aliases)


def _mentions(resolved: Resolved) -> tuple[Mention, ...]:
    tree = resolved.tree
    out = []
    for mention in resolved.mentions:
        ids = tuple(resolved.entities[e].id for e in mention.entities)
        out.append(
            Mention(
                ids[0],
                tree.start[mention.first],
                tree.end[mention.last - 1],
                mention.form,
                ids if len(ids) > 1 else (),
            )
        )
    return tuple(out)


def _event(
    draft: EventDraft,
    event_ids: dict[int, str],
    claim_ids: dict[int, str],
    codebook: Codebook,
    reported: Date | None,
) -> Event:
    codes = codebook.codes(draft.type, draft.mode, draft.form, draft.status)
    return Event(
        id=event_ids[id(draft)],
        type=draft.type,
        mode=draft.mode,
        form=draft.form,
        contexts=draft.contexts,
        status=draft.status,
        coded_as=codes.coded_as,
        sources=draft.sources,
        targets=draft.targets,
        mutual=draft.mutual,
        date=draft.date,
        reported=reported,
        place=draft.place,
        part_of=event_ids.get(id(draft.parent)) if draft.parent is not None else None,
        claims=tuple(claim_ids[id(c)] for c in draft.claims),
        trigger=draft.trigger,
        evidence=draft.evidence,
        cameo=codes.cameo,
        goldstein=codes.goldstein,
        quad=codes.quad,
        confidence=draft.confidence,
        origin=draft.origin,
        cue=draft.cue,
    )


def _claim(draft: ClaimDraft, number: str) -> Claim:
    return Claim(
        id=number,
        kind=draft.kind,
        speakers=draft.speakers,
        addressees=draft.addressees,
        partners=draft.partners,
        stance=draft.stance,
        about=draft.about,
        topics=draft.topics,
        action=draft.action,
        strength=draft.strength,
        cue=draft.cue,
        quoted=draft.quoted,
        chain=draft.chain,
        negated=draft.negated,
        date=draft.date,
        evidence=draft.evidence,
        confidence=draft.confidence,
        origin=draft.origin,
    )
