"""Repeats of an act in a document are one event: the fullest telling is kept, what the others add is joined."""

from __future__ import annotations

from dragoman.extract.drafts import EventDraft
from dragoman.records import Actor, Date

REAL = frozenset({"occurred", "ongoing"})
"""Statuses that two tellings of one act may differ in."""

MODAL = frozenset({"COERCE", "SANCTION"})
"""Types whose modes are acts of their own: a crackdown is not the arrest that it led to."""


def merge_repeats(
    drafts: list[EventDraft], title_sentences: frozenset[int], sentence: list[int]
) -> list[EventDraft]:
    """Join drafts that tell of the same act.

    Args:
        drafts: Deeds in text order.
        title_sentences: Numbers of the sentences of the title, which tell in short what the text tells in full.
        sentence: Sentence number of each token.

    Returns:
        Deeds in text order. Two are the same when type, mode, date and each side agree or one of them leaves it open,
        and at least one actor is shared; what the title tells of a type that the text has too is dropped.
    """
    drafts = _join_means(drafts, sentence)
    body = [d for d in drafts if sentence[d.token] not in title_sentences]
    kept: list[EventDraft] = []
    for draft in body:
        same = next((k for k in kept if _is_same(k, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, draft)
    types = {d.type for d in kept}
    titles = [d for d in drafts if sentence[d.token] in title_sentences and d.type not in types]
    return sorted([*titles, *kept], key=lambda d: d.token)


def _join_means(drafts: list[EventDraft], sentence: list[int]) -> list[EventDraft]:
    """Means and end are one act: "used tear gas to disperse the crowd"."""
    gone: set[int] = set()
    for means in drafts:
        if means.mode != "crowd-control":
            continue
        for end in drafts:
            if end.origin == "coerce.disperse" and sentence[end.token] == sentence[means.token]:
                means.sources = _fuller(means.sources, end.sources)
                means.targets = means.targets or end.targets
                gone.add(id(end))
    return [d for d in drafts if id(d) not in gone]


def _fuller(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The side whose country is known."""
    return b if b and not any(actor.country for actor in a) else a


def _is_same(a: EventDraft, b: EventDraft) -> bool:
    if a.type != b.type or (a.status != b.status and not {a.status, b.status} <= REAL):
        return False
    if a.mode != b.mode and (a.type in MODAL or None not in {a.mode, b.mode}):
        return False
    if not _dates_agree(a.date, b.date):
        return False
    if not (_sides_agree(a.sources, b.sources) and _sides_agree(a.targets, b.targets)):
        return False
    return bool(_ids(a.actors()) & _ids(b.actors()))


def _ids(actors: tuple[Actor, ...]) -> set[str]:
    """Entities, or the sector of a country's people: two mentions of a country's police are the same actor."""
    return {actor.entity for actor in actors}


def _sides_agree(a: tuple[Actor, ...], b: tuple[Actor, ...]) -> bool:
    if not a or not b:
        return True
    x, y = _ids(a), _ids(b)
    return x <= y or y <= x


def _dates_agree(a: Date | None, b: Date | None) -> bool:
    if a is None or b is None:
        return True
    return (a.start, a.end) == (b.start, b.end)


def _join(kept: EventDraft, other: EventDraft) -> None:
    """Add to `kept` what `other` alone says; the evidence becomes that of the fuller telling."""
    fuller = len(other.actors()) > len(kept.actors()) or (
        not kept.targets and bool(other.targets) and bool(other.sources)
    )
    if fuller:
        kept.trigger, kept.evidence, kept.token, kept.origin = (
            other.trigger,
            other.evidence,
            other.token,
            other.origin,
        )
    kept.sources = max(kept.sources, other.sources, key=len)
    kept.targets = max(kept.targets, other.targets, key=len)
    taken = _ids(kept.sources)
    kept.targets = tuple(actor for actor in kept.targets if actor.entity not in taken)
    kept.mode = kept.mode or other.mode
    kept.date = kept.date or other.date
    kept.contexts = tuple(dict.fromkeys([*kept.contexts, *other.contexts]))
    kept.confidence = max(kept.confidence, other.confidence)
