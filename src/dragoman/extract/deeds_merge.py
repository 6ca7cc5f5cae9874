"""Repeats of an act in a document are one event: the fullest telling is kept, the others add to it."""

from __future__ import annotations

from dragoman.extract.drafts import EventDraft
from dragoman.parse.tree import Tree
from dragoman.records import Actor, Date

REAL = frozenset({"occurred", "ongoing"})
"""Statuses that two tellings of one act may differ in."""
MODAL = frozenset({"COERCE", "SANCTION"})
"""Types whose modes are acts of their own: a crackdown is not the arrest that it led to."""
REACH = 100
"""Earlier deeds of a type and actor that a deed is compared with, so that cost stays linear."""

Actors = tuple[Actor, ...]


def merge_repeats(drafts: list[EventDraft], title_sentences: frozenset[int], tree: Tree) -> list[EventDraft]:
    """Join drafts that tell of the same act.

    Args:
        drafts: Deeds in text order.
        title_sentences: Numbers of the title's sentences: it tells in short what the text tells in full.
        tree: The document's parse.

    Returns: Deeds in text order. Two are the same when type, mode, date and each side agree or one of them
        leaves it open, and at least one actor is shared. What the title tells of a type that the text has
        too is dropped.
    """
    drafts = _join_outcomes(_join_means(drafts, tree), tree)
    kept: list[EventDraft] = []
    known: dict[tuple[str, str], list[EventDraft]] = {}
    for draft in drafts:
        if tree.sent[draft.token] in title_sentences:
            continue
        keys = [(draft.type, entity) for entity in _ids(draft.actors())]
        same = next((k for key in keys for k in known.get(key, [])[-REACH:] if _is_same(k, draft)), None)
        if same is None and _points_back(draft, tree):
            same = next((k for k in kept[::-1][:REACH] if _may_be_meant(k, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, draft)
        for key in keys:
            known.setdefault(key, []).append(same or draft)
    types = {draft.type for draft in kept}
    titles = [d for d in drafts if tree.sent[d.token] in title_sentences and d.type not in types]
    return sorted([*titles, *kept], key=lambda d: d.token)


def _points_back(draft: EventDraft, tree: Tree) -> bool:
    """Whether a noun means an act told before: "Iran conducted this attack"."""
    return any(tree.lower[c] in {"this", "these", "that", "those"} for c in tree.kids(draft.token, "det"))


def _may_be_meant(earlier: EventDraft, draft: EventDraft) -> bool:
    return earlier.type == draft.type and _open_or_agree(earlier.sources, draft.sources)


def _open_or_agree(a: Actors, b: Actors) -> bool:
    return not a or not b or bool(_ids(a) & _ids(b))


def _join_means(drafts: list[EventDraft], tree: Tree) -> list[EventDraft]:
    """Means and end are one act: "used tear gas to disperse the crowd"."""
    gone: set[int] = set()
    for number, end in enumerate(drafts):
        if end.origin != "coerce.disperse":
            continue
        for means in drafts[max(0, number - REACH) : number + REACH]:
            if means.mode == "crowd-control" and tree.sent[end.token] == tree.sent[means.token]:
                means.sources = _placed(means.sources, end.sources)
                means.targets = means.targets or end.targets
                gone.add(id(end))
    return [d for d in drafts if id(d) not in gone]


def _placed(a: Actors, b: Actors) -> Actors:
    """The side whose country is known."""
    return b if b and not any(actor.country for actor in a) else a


def _join_outcomes(drafts: list[EventDraft], tree: Tree) -> list[EventDraft]:
    """An attack and its outcome are one act: "jets hit the market, killing two nurses"."""
    kept: list[EventDraft] = []
    for draft in drafts:
        is_outcome = tree.dep[draft.token] == "advcl" and tree.tag[draft.token] == "VBG"
        attack = next((k for k in kept[-REACH:] if is_outcome and _is_attack(k, draft, tree)), None)
        if attack is None:
            kept.append(draft)
            continue
        known = _ids(attack.actors())
        attack.targets += tuple(actor for actor in draft.targets if actor.entity not in known)
        attack.mode = attack.mode or draft.mode
    return kept


def _is_attack(draft: EventDraft, outcome: EventDraft, tree: Tree) -> bool:
    same_sentence = tree.sent[draft.token] == tree.sent[outcome.token]
    same_type = draft.type == outcome.type == "ASSAULT"
    return same_sentence and same_type and _ids(draft.sources) == _ids(outcome.sources)


def _is_same(a: EventDraft, b: EventDraft) -> bool:
    if a.status != b.status and not {a.status, b.status} <= REAL:
        return False
    if a.mode != b.mode and (a.type in MODAL or None not in {a.mode, b.mode}):
        return False
    return (
        _dates_agree(a.date, b.date)
        and _sides_agree(a.sources, b.sources)
        and _sides_agree(a.targets, b.targets)
    )


def _ids(actors: Actors) -> set[str]:
    return {actor.entity for actor in actors}


def _sides_agree(a: Actors, b: Actors) -> bool:
    """Whether one side's actors are all among the other's; an open side agrees with any."""
    x, y = _ids(a), _ids(b)
    return x <= y or y <= x


def _dates_agree(a: Date | None, b: Date | None) -> bool:
    return a is None or b is None or (a.start, a.end) == (b.start, b.end)


def _join(kept: EventDraft, other: EventDraft) -> None:
    """Add to `kept` what `other` alone says; the evidence becomes that of the fuller telling."""
    if len(other.actors()) > len(kept.actors()):
        kept.trigger, kept.evidence, kept.token = other.trigger, other.evidence, other.token
        kept.origin, kept.cue = other.origin, other.cue
    kept.sources = max(kept.sources, other.sources, key=len)
    taken = {(actor.entity, actor.sector) for actor in kept.sources}
    targets = max(kept.targets, other.targets, key=len)
    kept.targets = tuple(a for a in targets if (a.entity, a.sector) not in taken)
    kept.mode = kept.mode or other.mode
    kept.date = kept.date or other.date
    kept.confidence = max(kept.confidence, other.confidence)
