"""Pledges: what a clause or noun commits its speaker to, one claim an action and an area."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract import claim_words as words
from dragoman.extract.claims_acts import Acts
from dragoman.extract.claims_context import ClaimContext, Content, Walk, is_told_in_past
from dragoman.extract.clauses import subject
from dragoman.extract.phrases import items
from dragoman.extract.pledges import (
    WILL,
    Commitment,
    actions_of,
    content_end,
    find_commitment,
    is_programme,
    threat_object,
)
from dragoman.extract.stances import Performed
from dragoman.extract.voices import Voice
from dragoman.records import Actor, Span

SPOKEN = frozenset({*words.VERB_ACTS, *words.SPEECH_VERBS, "make"})
"""Verbs that act by being wished: "I'd like to thank X" thanks."""


TELLING = frozenset({"say", "tell", "comment", "confirm", "announce"})
PREPARED = frozenset({"ready", "prepared", "prepare", "willing"})
"""Cues behind which to tell is no promise: "is not prepared to say that"."""


class Pledges:
    """Reads commitments into pledges, positions and threats."""

    def __init__(self, context: ClaimContext, walk: Walk, acts: Acts) -> None:
        self.context = context
        self.walk = walk
        self.acts = acts
        self.tree = context.tree

    def commits(self, verb: int, voice: Voice, limit: int) -> bool:
        """A clause in which the voice's side commits itself."""
        voices = self.context.voices
        commitment = find_commitment(self.tree, verb, backshifted=is_told_in_past(self.context, voice))
        if commitment is None:
            return False
        head = commitment.promiser if commitment.promiser is not None else subject(self.tree, verb)
        if head is not None and commitment.cue == verb and not any(a.country for a in voice.speakers):
            promisers = self.context.participants.actors(head)
            own = {a.entity for a in voice.speakers}
            if voice.reported and promisers and not own & {a.entity for a in promisers}:
                told = voice.under(promisers, verb, voice.limit)  # "Oman pledged aid, according to officials"
                return self.commit(commitment, promisers, told, limit)
        if head is None or not (voices.own_side(head, voice) or self._for_country(head, voice)):
            return False
        speakers = voice.speakers
        if voice.institution and commitment.promiser is None:
            speakers = voices.speakers(verb, voice) or speakers
        return self.commit(commitment, speakers, voice, limit)

    def commit(self, commitment: Commitment, speakers: tuple[Actor, ...], voice: Voice, limit: int) -> bool:
        """What a commitment promises: things to stand for, a gift, or actions; False where it is nothing."""
        said = replace(voice, speakers=speakers)
        if commitment.noun is not None:
            self._stand_for(commitment, commitment.noun, said, limit)
            return True
        if commitment.gift is not None:
            self._give(commitment, commitment.gift, said, limit)
            return True
        if commitment.action is None:
            return False
        self._act(commitment, commitment.action, voice, said, limit)
        return True

    def _give(self, commitment: Commitment, gift: int, voice: Voice, limit: int) -> None:
        """A pledge for each thing promised: "60 million dollars in aid and 40 million kroner for schools"."""
        tree = self.tree
        end = max(content_end(tree, gift, limit), gift + 1)
        gifts = [gift]
        for other in tree.conjuncts(gift)[1:]:
            counted = tree.pos[other] == "NUM" or bool(tree.kids(other, "nummod"))
            if other < end and counted and tree.lower[tree.left_edge(other) - 1] in {"and", ","}:
                gifts.append(other)
        starts = [tree.left_edge(g) for g in gifts]
        for start, following in zip(starts, [*starts[1:], None], strict=True):
            stop = end if following is None else following - 1
            while stop > start + 1 and tree.lower[stop - 1] in {",", "and"}:
                stop -= 1
            self.pledge(commitment, voice, (start, stop), None)

    def pledge(self, commitment: Commitment, voice: Voice, action: tuple[int, int], area: int | None) -> None:
        """One pledge: an action, or one of the areas that it spreads over."""
        tree, context = self.tree, self.context
        start, stop = action
        about = self._area_entity(area, stop) if area is not None else context.action_about(start, stop)
        partners = self._partners(commitment, start, stop, voice.speakers)
        span = Span(tree.start[start], tree.end[stop - 1])
        content = Content(
            "pledge", commitment.cue, span.start, span.end,
            about=about, partners=partners, strength=commitment.strength, action=span,
            negated=commitment.negated,
        )  # fmt: skip
        context.add(voice, content)

    def pledge_actions(self, commitment: Commitment, voice: Voice, end: int) -> None:
        """A pledge for each action of a commitment and each area that an action spreads over."""
        for action, areas in actions_of(self.tree, commitment, end):
            for area in areas or (None,):
                self.pledge(commitment, voice, action, area)

    def _for_country(self, head: int, voice: Voice) -> bool:
        """Whether somebody of unknown country commits a country, which only its own people do.

        "X said China would …" shows that X speaks for China.
        """
        known = any(a.country for a in voice.speakers) and not self._is_guessed(voice.speakers)
        if not voice.reported or known:
            return False
        return any(a.country is not None for a in self.context.participants.actors(head))

    def _is_guessed(self, speakers: tuple[Actor, ...]) -> bool:
        """Whether the speakers' country is only concluded, so that whom they commit tells more."""
        inferred = {e.id for e in self.context.resolved.entities if e.basis == "inferred"}
        return bool(speakers) and all(a.entity in inferred for a in speakers)

    def _stand_for(self, commitment: Commitment, noun: int, voice: Voice, limit: int) -> None:
        """Read "commitment to X and support for Y": verbless, so a position for X and what Y's noun says."""
        things = [h for n in (noun, *commitment.more) for h in items(self.tree, n, limit)]
        nested = [h for h in things if self.acts.tells(h)]
        plain = tuple(h for h in things if h not in nested)
        self.acts.stand(Performed(commitment.cue, words.SUPPORT, plain or (noun,), ()), voice)
        for other in nested:
            self.acts.noun(other, commitment.cue, voice)

    def _act(self, commitment: Commitment, action: int, voice: Voice, said: Voice, limit: int) -> None:
        """A commitment to do something, which may be to say something, to threaten, or a programme."""
        context = self.context
        if self._acts_at_once(commitment, action):
            context.done.discard(action)
            self.walk.clause(action, voice)
            return
        context.done.add(action)
        if self.tree.lemma[action] == "say" and not self.tree.kids(action, "dobj", "ccomp"):
            return  # "that is all I will say"
        threatened = threat_object(self.tree, commitment)
        if threatened is not None:
            context.threats.append((action, said.speakers, threatened))
            return
        if voice.institution and is_programme(self.tree, action) and self.tree.lower[commitment.cue] in WILL:
            # a programme is no pledge, what it announces to say is a claim: "will travel to express support"
            self.walk.descend(action, Voice(), ("advcl", "xcomp", "conj"))
            return
        self.pledge_actions(commitment, said, content_end(self.tree, action, limit))

    def _acts_at_once(self, commitment: Commitment, action: int) -> bool:
        """Whether wishing or working to say it says it: "is working with X to seek their release" asks."""
        lemma = self.tree.lemma
        if lemma[action] in TELLING and lemma[commitment.cue] in PREPARED:
            return True
        if commitment.strength == "wish" and lemma[action] in SPOKEN:
            return True
        act = words.VERB_ACTS.get(lemma[action])
        return lemma[commitment.cue] == "work" and act is not None and act.kind == "request"

    def _area_entity(self, area: int, stop: int) -> tuple[str, ...]:
        lower = self.tree.lower
        first = area
        while first > 0 and lower[first - 1] not in {",", "in", "on", "across", "other"}:
            first -= 1
        while lower[first] in {"and", "the"}:
            first += 1
        return (self.context.topics.span_entity(first, min(area + 1, stop)),)

    def _partners(
        self, commitment: Commitment, start: int, stop: int, speakers: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        """With whom: the object of "with", else the joint speakers' countries, else countries named."""
        tree, context = self.tree, self.context
        tokens = [commitment.partner] if commitment.partner is not None else []
        for i in range(start, stop):
            if tree.lower[i] in {"with", "alongside"}:
                tokens.extend(tree.kids(i, "pobj"))
        found = context.actors(tokens)
        if found:
            own = {a.entity for a in speakers}
            return tuple(a for a in found if a.entity not in own)
        if len({a.country for a in speakers}) > 1:
            return tuple(
                context.participants.country_actor(a.country, a.spans[0])
                for a in speakers
                if a.country is not None
            )
        mentions = [i for i in range(start, stop) if context.participants.at(i) is not None]
        states = {e.id for e in context.resolved.entities if e.kind == "country"}
        return tuple(a for a in context.strangers(mentions, speakers) if a.entity in states)
