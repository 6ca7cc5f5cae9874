"""From participants to engagements: one round, or one a government, a place or a counterpart."""

from __future__ import annotations

from dragoman.extract import engagement_words as words
from dragoman.extract.drafts import EventDraft
from dragoman.extract.engagements_parties import Parties, besides
from dragoman.extract.status import clause_status
from dragoman.extract.timing import Timing
from dragoman.records import Actor, Date, EventForm, Place, Span
from dragoman.resolve.resolved import TokenMention

MODES: dict[str, str | None] = {
    "meeting": None,
    "call": "phone",
    "summit": "multilateral",
    "negotiation": None,
    "mediation": "third-party",
}


class Rounds:
    """Makes the drafts of engagements."""

    def __init__(self, parties: Parties, timing: Timing) -> None:
        self.parties = parties
        self.participants = parties.participants
        self.tree = parties.tree
        self.timing = timing

    def engage(
        self, trigger: int, verb: int, sources: tuple[Actor, ...], partners: list[int], form: EventForm
    ) -> list[EventDraft]:
        """Engagements of the sources with their partners.

        Args:
            trigger: Token of the verb or noun that tells of it.
            verb: The clause's verb.
            sources: Who met.
            partners: Tokens of whom they met.
            form: Its form.

        Returns:
            One draft a government, counterpart ("respectively") or place; none where a side is missing.
        """
        groups = [self.participants.actors(p) for p in partners]
        if not any(groups):
            nearby = self.parties.nearby(trigger)
            groups = [self.participants.actors(nearby)] if nearby is not None else groups
        targets = besides([a for group in groups for a in group], sources)
        if not sources:
            return []
        if partners and not targets:
            placed = self.parties.by_place(trigger, verb, partners)
            return [
                self.draft(trigger, form, sources, (actor,))
                for actor in placed
                if actor.country not in {s.country for s in sources}
            ]
        if not targets and len(sources) < 2 and not self.parties.is_plural_subject(verb):
            return []
        if len(targets) > 1 and self._split(trigger, verb):
            drafts = [self.draft(trigger, form, sources, (target,)) for target in targets]
            for draft, place in zip(drafts, self._places_in_turn(trigger, len(drafts)), strict=False):
                draft.place, draft.date = place, self._own_date(trigger, draft.date)
            return drafts
        sides = [targets] if self._together(trigger, verb) else by_government(targets)
        return [self.draft(trigger, form, sources, side) for side in sides]

    def draft(
        self,
        trigger: int,
        form: EventForm,
        sources: tuple[Actor, ...],
        targets: tuple[Actor, ...],
        *,
        mutual: bool = True,
    ) -> EventDraft:
        """One engagement, with its status and date."""
        tree = self.tree
        status, cue = clause_status(tree, trigger)
        date = self.timing.date(trigger)
        first, last = tree.sents[tree.sent[trigger]]
        kind = "SUPPORT" if form == "signing" else "CONSULT"
        return EventDraft(
            type=kind,
            mode=MODES.get(form),
            form=form,
            status=self.timing.status(status, date),
            sources=sources,
            targets=targets,
            trigger=Span(tree.start[trigger], tree.end[trigger]),
            evidence=Span(tree.start[first], tree.end[last - 1]),
            origin=f"engagements:{tree.lemma[trigger]}",
            token=trigger,
            sentence=tree.sent[trigger],
            mutual=mutual,
            date=date,
            cue=cue,
            confidence=0.85 if targets else 0.7,
        )

    def _split(self, trigger: int, verb: int) -> bool:
        """Whether "respectively" or "separately" tells the counterparts apart."""
        tree = self.tree
        near = set(tree.children[trigger]) | set(tree.children[verb])
        first, last = tree.sents[tree.sent[trigger]]
        near |= {i for i in range(max(first, trigger - 2), last) if tree.lower[i] == "respectively"}
        return any(tree.lower[i] in words.SPLITTERS for i in near)

    def _places_in_turn(self, trigger: int, number: int) -> list[Place]:
        """The places of "to Paris and Rome, where he met A and B respectively", one a counterpart."""
        tree = self.tree
        first, last = tree.sents[tree.sent[trigger]]
        if not any(tree.lower[i] == "respectively" for i in range(trigger, last)):
            return []
        listed: list[TokenMention] = []
        for mention in self.participants.resolved.mentions:
            if not first <= mention.first < trigger or not self.participants.is_place(mention):
                continue
            country = self.participants.entity(mention).country
            inside = bool(listed) and mention.first - listed[-1].last <= 1  # "Tbilisi, Georgia"
            if not (inside and self.participants.entity(listed[-1]).country == country):
                listed.append(mention)
        return [self.participants.place(m) for m in listed] if len(listed) == number else []

    def _own_date(self, trigger: int, date: Date | None) -> Date | None:
        """The date of meetings in turn: none of several that stand with the places before them."""
        tree = self.tree
        before = [
            d
            for d in self.participants.resolved.dates
            if d.last > d.first and tree.sent[d.first] == tree.sent[trigger] and d.first < trigger
        ]
        return date if len(before) < 2 else None

    def _together(self, trigger: int, verb: int) -> bool:
        """Whether several governments met as one round: "a trilateral meeting", "met together", a summit."""
        tree = self.tree
        near = {tree.lower[c] for i in (trigger, verb) for c in tree.children[i]} | {tree.lower[trigger]}
        return bool(near & words.ROUND_WORDS)


def by_government(targets: tuple[Actor, ...]) -> list[tuple[Actor, ...]]:
    """Counterparts of one list, a group each government.

    A list of ministers is a series of bilateral meetings. People without a country go with the first group.
    """
    groups: dict[str, list[Actor]] = {}
    loose = [actor for actor in targets if actor.country is None]
    for actor in targets:
        if actor.country is not None:
            groups.setdefault(actor.country, []).append(actor)
    if len(groups) < 2:
        return [targets]
    sides = list(groups.values())
    sides[0].extend(loose)
    return [tuple(side) for side in sides]
