"""Signings, and statements issued together: texts, and the two or more parties to them."""

from __future__ import annotations

from dragoman.extract import engagement_words as words
from dragoman.extract.clauses import direct_objects, doer, prep_objects
from dragoman.extract.drafts import EventDraft
from dragoman.extract.engagements_parties import besides
from dragoman.extract.engagements_rounds import Rounds
from dragoman.records import Actor


class Signings:
    """Reads "sign", "signing" and "issue a joint statement"."""

    def __init__(self, rounds: Rounds) -> None:
        self.rounds = rounds
        self.parties = rounds.parties
        self.participants = rounds.participants
        self.tree = rounds.tree

    def sign(self, verb: int) -> list[EventDraft]:
        """Read "signed an agreement with X"."""
        tree = self.tree
        objects = direct_objects(tree, verb)
        signed = [o for o in objects if self._is_text(o)]
        if not signed:
            return []
        signers = doer(tree, verb)
        sources = self.participants.actors(signers) if signers is not None else ()
        others = prep_objects(tree, verb, words.PARTY_PREPS)
        others += [p for o in signed for p in prep_objects(tree, o, words.PARTY_PREPS | words.BETWEEN)]
        return self._signing(verb, sources, self.parties.actors(others))

    def issue(self, verb: int) -> list[EventDraft]:
        """Read "issued a joint statement with": issued together, by two sides that are both named."""
        tree = self.tree
        for obj in direct_objects(tree, verb):
            joint = any(tree.lower[c] == "joint" for c in tree.children[obj])
            if not joint or tree.lemma[obj] not in words.SIGNED_NOUNS:
                continue
            others = prep_objects(tree, verb, words.PARTY_PREPS) + prep_objects(tree, obj, words.PARTY_PREPS)
            issuer = doer(tree, verb)
            sources = self.participants.actors(issuer) if issuer is not None else ()
            targets = self.parties.actors(others)
            if sources and (targets or len(sources) > 1):
                return [self.rounds.draft(verb, "signing", sources, targets)]
            nearby = self.parties.nearby(obj)
            if sources and nearby is not None:
                return [
                    self.rounds.draft(
                        verb,
                        "signing",
                        sources,
                        besides(list(self.participants.actors(nearby)), sources),
                    )
                ]
        return []

    def signing_noun(self, noun: int) -> list[EventDraft]:
        """Read "the signing of an agreement between A and B"."""
        tree = self.tree
        base = tree.head[noun] if tree.dep[noun] in {"compound", "amod", "nmod"} else noun
        preps = prep_objects(tree, base, frozenset({"of", "for"}))
        between = prep_objects(tree, base, words.BETWEEN)
        for text in preps:
            between += prep_objects(tree, text, words.BETWEEN | words.PARTY_PREPS)
        parties = self.parties.between(between)
        if len(parties) < 2 or not any(self._is_text(p) for p in preps):
            return []
        return self._signing(noun, parties, ())

    def _signing(
        self, trigger: int, sources: tuple[Actor, ...], targets: tuple[Actor, ...]
    ) -> list[EventDraft]:
        parties = self.participants.as_states(sources + targets)
        if len(parties) < 2:
            return []
        return [self.rounds.draft(trigger, "signing", parties[:1], parties[1:])]

    def _is_text(self, token: int) -> bool:
        """Whether a noun is an agreement, by its head or by a name that ends in one ("Artemis Accords")."""
        tree = self.tree
        if (
            tree.lemma[token].removesuffix("s") in words.SIGNED_NOUNS
            or tree.lower[token] in words.SIGNED_NOUNS
        ):
            return True
        mention = self.participants.resolved.mention(token)
        if mention is None:
            return any(
                tree.lower[i].removesuffix("s") in words.SIGNED_NOUNS
                for i in range(tree.left_edge(token), token)
            )
        return any(
            tree.lower[i].removesuffix("s") in words.SIGNED_NOUNS for i in range(mention.first, mention.last)
        )
