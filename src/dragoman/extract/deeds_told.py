"""Acts in words that the classifier sees, less those that claims and engagements of the document tell of."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.drafts import EventDraft
from dragoman.parse.tree import Tree

Key = tuple[str, frozenset[str], frozenset[str]]


def untold(acts: Iterable[EventDraft], told: Iterable[EventDraft], tree: Tree) -> list[EventDraft]:
    """The acts that stand in no sentence with one told of and are not the same as one, each once.

    Args:
        acts: Acts in words, in text order.
        told: What other records hold: engagements, and what claims do.
        tree: The document's parse.
    """
    told = list(told)
    sentences = {tree.sent[draft.token] for draft in told}
    known = {_key(draft) for draft in told}
    out = []
    for act in acts:
        if tree.sent[act.token] not in sentences and _key(act) not in known:
            known.add(_key(act))
            out.append(act)
    return out


def _key(draft: EventDraft) -> Key:
    """An act's type and the countries, else the entities, of its sides; both as one where neither leads."""
    sources, targets = (
        frozenset(actor.country or actor.entity for actor in side) for side in (draft.sources, draft.targets)
    )
    if draft.mutual or draft.form is not None:
        return draft.type, sources | targets, frozenset()
    return draft.type, sources, targets
