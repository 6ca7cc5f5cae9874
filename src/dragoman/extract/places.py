"""Where an act took place: the clause's own place, then the visit's, the sentence's, the dateline's.

`Place.basis` says which: `text` for a place written with the act, `sentence` for one written near it, `visit`
for the host of the visit it belongs to, `dateline` for where the report comes from. Confidence falls in that
order. A place that is an actor ("Cairo said") or talked about ("the situation in Haiti") is none.
"""

from __future__ import annotations

import msgspec

from dragoman.extract.clauses import clause_verb, iter_preps
from dragoman.extract.participants import Participants
from dragoman.records import Actor, EventForm, Place, Span
from dragoman.resolve.resolved import TokenMention

PLACE_PREPS = frozenset({
    "in", "at", "near", "outside", "inside", "across", "throughout", "around", "off", "on", "to", "into",
    "from",
})  # fmt: skip
CONFIDENCE = {"text": 0.95, "sentence": 0.7, "visit": 0.7, "dateline": 0.4}
"""How often each basis held on the even half of the development readouts, rounded: it is multiplied by how
sure it is which of several namesakes is meant."""
MOTION_ONLY = frozenset({"to", "into", "from"})
MOTION_LEMMAS = frozenset({
    "travel", "visit", "go", "fly", "deploy", "send", "move", "enter", "return", "ship", "deliver",
    "withdraw", "flee",
})  # fmt: skip
NOWHERE: frozenset[str] = frozenset({"call"})
TOPIC_NOUNS = frozenset({
    "situation", "crisis", "conflict", "war", "development", "issue", "election", "peace", "democracy",
    "violence", "people",
})  # fmt: skip


class Places:
    """Finds the places of the acts of one document."""

    def __init__(self, participants: Participants) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree

    def of(
        self, trigger: int, form: EventForm | None, host: Place | None, actors: tuple[Actor, ...] = ()
    ) -> Place | None:
        """The place of the act that `trigger` denotes.

        Args:
            trigger: Token number of its verb or noun.
            form: Its form; a call has no place.
            host: Place of the visit it is part of, if any.
            actors: Its participants: the dateline lends its place only to acts of its own country's people.

        Returns:
            The place, or None where the text leaves it open.
        """
        if form in NOWHERE:
            return None
        own = self._clause_place(trigger)
        if own is not None:
            return self._place(own, "text")
        if host is not None:
            return msgspec.structs.replace(host, basis="visit", confidence=CONFIDENCE["visit"])
        near = self._sentence_place(trigger)
        if near is not None:
            return self._place(near, "sentence")
        return self._dateline(actors)

    def _clause_place(self, trigger: int) -> TokenMention | None:
        tree = self.tree
        governors = [trigger]
        verb = clause_verb(tree, trigger)
        if verb is not None and verb != trigger:
            governors.append(verb)
        for governor in governors:
            for prep, obj in iter_preps(tree, governor):
                word = tree.lower[prep]
                if word not in PLACE_PREPS or (
                    word in MOTION_ONLY and tree.lemma[governor] not in MOTION_LEMMAS
                ):
                    continue
                found = self._located(obj)
                if found is not None:
                    return found
            for obj in tree.kids(governor, "dobj"):  # "held talks in Oslo", the phrase hung on the object
                for prep, inner in iter_preps(tree, obj):
                    if tree.lower[prep] in PLACE_PREPS - MOTION_ONLY:
                        found = self._located(inner)
                        if found is not None:
                            return found
        return None

    def _located(self, token: int) -> TokenMention | None:
        """The place a phrase names, itself or through its own "in" phrase ("at the palace in Rabat")."""
        mention = self.resolved.mention(token)
        if mention is not None and self._is_place(mention):
            return mention
        if self.tree.lemma[token] in TOPIC_NOUNS:
            return None
        for prep, obj in iter_preps(self.tree, token):
            if self.tree.lower[prep] in {"in", "of", "at", "near"}:
                inner = self.resolved.mention(obj)
                if inner is not None and self._is_place(inner):
                    return inner
        return None

    def _sentence_place(self, trigger: int) -> TokenMention | None:
        tree = self.tree
        first, last = tree.sents[tree.sent[trigger]]
        for i in range(first, last):
            if tree.lower[i] not in {"in", "at", "near", "outside"} or tree.pos[i] != "ADP":
                continue
            if tree.pos[tree.head[i]] not in {"VERB", "AUX"}:
                continue
            for obj in tree.kids(i, "pobj"):
                found = self._located(obj)
                if found is not None:
                    return found
        return None

    def _is_place(self, mention: TokenMention) -> bool:
        entity = self.resolved.entities[mention.entities[0]]
        if mention.group or mention.form in {"demonym", "pronoun", "title"}:
            return False
        return entity.kind in {"place", "country", "venue"} or (
            entity.kind == "issue" and entity.lat is not None
        )

    def _place(self, mention: TokenMention, basis: str) -> Place:
        entity = self.resolved.entities[mention.entities[0]]
        span = Span(self.tree.start[mention.first], self.tree.end[mention.last - 1])
        return Place(
            entity.name,
            entity.country,
            entity.lat,
            entity.lon,
            entity.identity,
            basis,
            span,
            round(CONFIDENCE[basis] * mention.confidence, 3),
        )

    def _dateline(self, actors: tuple[Actor, ...]) -> Place | None:
        dateline = self.resolved.document.dateline
        countries = {actor.country for actor in actors}
        if dateline is None or dateline.country is None or dateline.country not in countries:
            return None
        confidence = round(CONFIDENCE["dateline"] * dateline.confidence, 3)
        return msgspec.structs.replace(dateline, confidence=confidence)
