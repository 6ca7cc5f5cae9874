"""Who takes part in an engagement: actors behind verbs, nouns and prepositions, named or by their place."""

from __future__ import annotations

from dragoman.extract import engagement_words as words
from dragoman.extract.clauses import iter_preps, subject
from dragoman.extract.participants import Participants
from dragoman.records import Actor

MAX_REACH = 20
"""How many tokens behind a trigger its counterpart may stand."""
NEAR = 5
"""Tokens behind "with" within which an actor is its object; further off it needs "including"."""
BEFORE_NAME = frozenset({"DET", "ADJ", "ADV", "PRON", "NOUN", "PROPN", "ADP"})
"""What may stand between "with" and the first actor of its phrase."""


class Parties:
    """Finds the actors of engagements in one document."""

    def __init__(self, participants: Participants) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree

    def of_subject(self, verb: int) -> tuple[Actor, ...]:
        """Actors of the verb's subject."""
        head = subject(self.tree, verb)
        return self.participants.actors(head) if head is not None else ()

    def actors(self, tokens: list[int]) -> tuple[Actor, ...]:
        """Actors at the tokens, one an entity."""
        found: dict[str, Actor] = {}
        for token in tokens:
            for actor in self.participants.actors(token):
                found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def behind(self, governor: int, preps: frozenset[str]) -> list[int]:
        """Objects of "with", each from the first actor behind it on: parsers make the last one the head."""
        tree = self.tree
        out = []
        for prep, obj in iter_preps(tree, governor):
            if tree.lower[prep] not in preps:
                continue
            start = obj
            for j in range(prep + 1, obj):
                if self.participants.at(j) is not None and tree.dep[j] != "poss":
                    start = j
                    break
                if tree.pos[j] not in {"DET", "ADJ", "ADV", "PRON"}:
                    break
            out.append(start)
        return out

    def nearby(self, trigger: int) -> int | None:
        """The first actor behind a "with" of the clause, where the parser hung it on another noun."""
        tree = self.tree
        end = tree.sents[tree.sent[trigger]][1]
        for i in range(trigger + 1, min(end, trigger + MAX_REACH)):
            if tree.tag[i] in {"VBD", "VBZ", "VBP", "MD"}:
                return None
            if tree.lower[i] in words.PARTY_PREPS:
                found = self._first_behind(i, end)
                if found is not None:
                    return found
        return None

    def _first_behind(self, prep: int, end: int) -> int | None:
        tree = self.tree
        for i in range(prep + 1, min(end, prep + MAX_REACH)):
            near = i <= prep + NEAR or tree.lower[i - 1] in {"including", "like"}
            if near and self.participants.at(i) is not None:
                return i
            if tree.pos[i] not in BEFORE_NAME and tree.lower[i] not in {"including", ",", "-"}:
                return None
        return None

    def between(self, preps: list[int]) -> tuple[Actor, ...]:
        """Both sides of "between A and B", read off the surface where the parse shows one."""
        parsed = self.actors(preps)
        if len(parsed) != 1 or not preps:
            return parsed
        tree = self.tree
        start = preps[0]
        while start > 0 and tree.lower[start] not in words.BETWEEN:
            start -= 1
        end = min(tree.sents[tree.sent[start]][1], start + MAX_REACH)
        named = []
        for i in range(start + 1, end):
            if tree.pos[i] in {"VERB", "AUX"} or tree.lower[i] in {".", ";"}:
                break
            mention = self.participants.at(i)
            if mention is not None and (mention.form != "demonym" or mention.group) and mention not in named:
                named.append(mention)
        return self.participants.build(named[:2])

    def named_before(self, token: int) -> tuple[Actor, ...]:
        """People named before "their" in its sentence: "X and Y before their meeting"."""
        first = self.tree.sents[self.tree.sent[token]][0]
        people = [
            m
            for m in self.resolved.mentions
            if first <= m.first < token and self.participants.entity(m).kind == "person"
        ]
        return self.participants.build(people)

    def is_plural_subject(self, verb: int) -> bool:
        """Whether the verb's subject is several people of one mention: "the ministers met"."""
        head = subject(self.tree, verb)
        return (
            head is not None
            and self.tree.tag[head] in {"NNS", "NNPS"}
            and bool(self.participants.actors(head))
        )

    def by_place(self, trigger: int, verb: int, partners: list[int]) -> list[Actor]:
        """Countries of nameless counterparts: those of the places the clause names."""
        tree = self.tree
        if not any(
            tree.lemma[c].removesuffix("s") in words.GROUP_NOUNS for p in partners for c in tree.conjuncts(p)
        ):
            return []
        governors = [trigger, verb, *partners]
        while (
            tree.dep[verb] == "conj" and tree.head[verb] != verb
        ):  # "In X, she will meet A and hold talks with B"
            verb = tree.head[verb]
            governors.append(verb)
        found: dict[str, Actor] = {}
        for governor in dict.fromkeys(governors):
            for prep, obj in iter_preps(tree, governor):
                if tree.lower[prep] in words.PLACE_PREPS:
                    for actor in self.participants.countries_of_places(obj):
                        found.setdefault(actor.entity, actor)
        return list(found.values()) or self._place_before(trigger)

    def _place_before(self, trigger: int) -> list[Actor]:
        """The country that an earlier sentence of the paragraph opened with ("In Ghana, …")."""
        tree = self.tree
        number = tree.sent[trigger]
        segment = tree.segment[number]
        while number >= 0 and tree.segment[number] == segment:
            first = tree.sents[number][0]
            if tree.lower[first] == "in":
                for obj in tree.kids(first, "pobj"):
                    found = self.participants.countries_of_places(obj)
                    if found:
                        return list(found[:1])
            number -= 1
        return []

    def is_party(self, token: int) -> bool:
        """Whether a noun can be met: an actor, or people without a name."""
        return (
            bool(self.participants.actors(token))
            or self.tree.lemma[token].removesuffix("s") in words.GROUP_NOUNS
        )

    def is_person_or_leader(self, token: int) -> bool:
        """Whether a noun is somebody one can call: a person, a title, a group of officials."""
        mention = self.participants.at(token)
        if mention is None:
            return False
        kinds = {self.resolved.entities[e].kind for e in mention.entities}
        return "person" in kinds or mention.group or mention.form == "title"


def besides(actors: list[Actor], sources: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, one an entity, less the sources."""
    own = {actor.entity for actor in sources}
    found: dict[str, Actor] = {}
    for actor in actors:
        if actor.entity not in own:
            found.setdefault(actor.entity, actor)
    return tuple(found.values())
