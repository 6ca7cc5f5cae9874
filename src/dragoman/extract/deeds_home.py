"""Whose the nameless are, and who acts where nobody is named: what a reader takes from the rest of the text.

People without a name who suffer an act of power are of the one country that the sentence, else the paragraph,
else the title speaks of. In a government's own release that government acts where a sanction names nobody.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.extract.deeds_cast import PRIVATE, Actors, Cast
from dragoman.extract.lexicon import Frame
from dragoman.extract.triggers import Trigger
from dragoman.records import Actor
from dragoman.resolve.coreference_speakers import issuers
from dragoman.resolve.resolved import TokenMention

SUFFERERS = PRIVATE | {"OPP", "PTY", "SOC"}
RULERS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP"})
"""They suffer another country's sanctions; their own country's force only where nobody else uses it."""
OFFICERS = frozenset({"GOV", "LEG", "JUD", "COP"})
FOREIGN = frozenset({
    "foreigner", "tourist", "migrant", "immigrant", "refugee", "expatriate", "asylum seeker", "inspector",
    "monitor", "observer", "diplomat", "envoy", "ambassador", "peacekeeper", "evacuee", "passenger",
})  # fmt: skip
"""People who by their name are not of the country they are in."""
TELLING = frozenset({"was", "were", "been", "being"})
ABROAD = frozenset({"foreign", "international", "western", "overseas"})
OF_POWER = frozenset({"COERCE", "SANCTION"})
COUNTED_FORMS = frozenset({"name", "demonym", "noun", "metonym"})


class Homes:
    """Countries that one document speaks of, by sentence, paragraph and title."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.resolved = cast.resolved
        self.tree = cast.tree
        found = [self.resolved.entities[e] for e in issuers(self.resolved, cast.participants.knowledge)]
        self.is_official = bool(found)
        self.issuer = found[0].country if len(found) == 1 else None
        self._mentions = sorted((m.first, c) for m in self.resolved.mentions for c in self._countries(m))
        self._firsts = [first for first, _ in self._mentions]
        self._segments: dict[int, tuple[int, int]] = {}
        for (first, last), segment in zip(self.tree.sents, self.tree.segment, strict=True):
            self._segments[segment] = (self._segments.get(segment, (first, last))[0], last)
        layout = self.resolved.document.layout
        titles = [tokens for n, tokens in self._segments.items() if layout[n].kind == "title"]
        self._title = (titles[0][0], titles[-1][1]) if titles else (0, 0)

    def placed(self, trigger: Trigger, sources: Actors, targets: Actors) -> Actors:
        """Targets of an act of power, nameless people among them given the country that is spoken of."""
        frame = trigger.frame
        allowed = SUFFERERS | RULERS if frame.type == "SANCTION" or not sources else SUFFERERS
        homeless = {a.entity for a in targets if a.sector in allowed and self._is_homeless(a)}
        if frame.type not in OF_POWER or not homeless:
            return targets
        home = self._home(trigger.token, self._others(frame, sources))
        if home is None:
            return targets
        return tuple(self.cast.in_country(a, home) if a.entity in homeless else a for a in targets)

    def ruling(self, trigger: Trigger, sources: Actors, targets: Actors) -> Actors:
        """Sources of an act of power, nameless officers among them given the country that is spoken of."""
        settled = any(actor.country is not None for actor in targets)
        lost = {a.entity for a in sources if a.sector in OFFICERS and self._is_homeless(a)}
        struck = trigger.frame.type == "ASSAULT" and all(a.sector == "CVL" for a in targets)
        if not (trigger.frame.type == "COERCE" or struck) or settled or not lost:
            return sources
        home = self._home(trigger.token, {self.issuer} if self.issuer is not None else set())
        if home is None:
            return sources
        return tuple(self.cast.in_country(a, home) if a.entity in lost else a for a in sources)

    def acting(self, trigger: Trigger, sources: Actors, targets: Actors) -> Actors:
        """Sources, or the government that issued the document where nobody is said to act on outsiders."""
        frame = trigger.frame
        if sources or not frame.issuer or self.issuer is None or not targets or not self._is_told(trigger):
            return sources
        if any(actor.country == self.issuer for actor in targets):
            return sources
        return (self.cast.participants.country_actor(self.issuer, targets[0].spans[0]),)

    def _is_told(self, trigger: Trigger) -> bool:
        """Whether a passive tells an act, "was designated", and not a state, "are designated groups"."""
        tree, verb = self.tree, trigger.token
        auxiliaries = {tree.lower[c] for c in tree.kids(verb, "aux", "auxpass")}
        return bool(auxiliaries & TELLING) or (bool(auxiliaries) and tree.kid(verb, "prep") is not None)

    def are_settled(self, trigger: Trigger, targets: Actors) -> bool:
        """Whether somebody named who suffers an act of power does so in the one country spoken of."""
        if trigger.frame.type not in OF_POWER or all(self.cast.is_nameless(actor) for actor in targets):
            return False
        return self._home(trigger.token, self._others(trigger.frame, ())) is not None

    def _is_homeless(self, actor: Actor) -> bool:
        if actor.country is not None or self.cast.noun_of(actor) in {None, *FOREIGN}:
            return False
        token = self.tree.token_at(actor.spans[0][0]) if actor.spans else None
        return token is None or not any(self.tree.lower[c] in ABROAD for c in self.tree.kids(token, "amod"))

    def _others(self, frame: Frame, sources: Actors) -> set[str]:
        """Countries that the sufferers are not of."""
        out = {self.issuer} if self.issuer is not None else set()
        if frame.type == "SANCTION" or frame.foreign:
            out |= {actor.country for actor in sources if actor.country is not None}
        return out

    def _home(self, token: int, others: set[str]) -> Actor | None:
        tree = self.tree
        number = tree.sent[token]
        for first, last in (tree.sents[number], self._segments[tree.segment[number]], self._title):
            found = self._between(first, last) - others
            if found:
                span = (tree.start[token], tree.end[token])
                return self.cast.participants.country_actor(found.pop(), span) if len(found) == 1 else None
        return None

    def _between(self, first: int, last: int) -> set[str]:
        low, high = bisect_left(self._firsts, first), bisect_left(self._firsts, last)
        return {country for _, country in self._mentions[low:high]}

    def _countries(self, mention: TokenMention) -> set[str]:
        entities = [self.resolved.entities[e] for e in mention.entities]
        if mention.form not in COUNTED_FORMS or any(e.kind == "person" for e in entities):
            return set()
        return {e.country for e in entities if e.country is not None}
