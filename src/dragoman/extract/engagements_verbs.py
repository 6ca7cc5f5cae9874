"""Engagements told by a verb: to meet, speak, call, host, negotiate, mediate."""

from __future__ import annotations

from dragoman.extract import engagement_words as words
from dragoman.extract.clauses import direct_objects, doer, is_passive, iter_preps, prep_objects
from dragoman.extract.drafts import EventDraft
from dragoman.extract.engagements_rounds import Rounds
from dragoman.records import EventForm


class MeetingVerbs:
    """Reads verbs of meeting and talking."""

    def __init__(self, rounds: Rounds) -> None:
        self.rounds = rounds
        self.parties = rounds.parties
        self.participants = rounds.participants
        self.tree = rounds.tree

    def meet(self, verb: int) -> list[EventDraft]:
        """Read "met X" and "met with X", but not "met expectations" or "was met with"."""
        if is_passive(self.tree, verb):
            return []
        objects = [self._named_behind(o) for o in direct_objects(self.tree, verb)]
        partners = self.parties.behind(verb, words.PARTY_PREPS) + objects
        if objects and not any(self.parties.is_party(o) for o in objects):
            partners = [p for p in partners if p not in objects]
            if not partners:
                return []
        return self.rounds.engage(
            verb, verb, self.parties.of_subject(verb), partners, self._remote(verb, "meeting")
        )

    def _named_behind(self, obj: int) -> int:
        """The name of somebody whom a noun describes: "the widow of A, B"; else the noun itself."""
        tree = self.tree
        if self.participants.at(obj) is not None or tree.pos[obj] != "NOUN":
            return obj
        for head in (obj, *prep_objects(tree, obj, frozenset({"of"}))):
            for name in tree.kids(head, "appos"):
                mention = self.participants.at(name)
                if mention is not None and self.participants.entity(mention).kind == "person":
                    return name
        return obj

    def speak(self, verb: int) -> list[EventDraft]:
        """Read "spoke with X", a call unless they were in one place; "talked with X" is a meeting."""
        partners = self.parties.behind(verb, frozenset({"with", "to"}))
        partners = [p for p in partners if self.participants.actors(p)]
        nearby = self.parties.nearby(verb)
        if not partners and nearby is not None:
            partners = [nearby]
        if is_passive(self.tree, verb):
            return []
        if not partners:
            return self._spoke_together(verb)
        if not any(self.parties.is_person_or_leader(p) for p in partners):
            return []
        talked = self.tree.lemma[verb] != "speak" and self._remote(verb, "meeting") == "meeting"
        met = talked or (self._in_person(verb) and self._remote(verb, "meeting") == "meeting")
        form: EventForm = "meeting" if met else "call"
        return self.rounds.engage(verb, verb, self.parties.of_subject(verb), partners, form)

    def _spoke_together(self, verb: int) -> list[EventDraft]:
        """Read "X and Y spoke by telephone", where the two sides are one subject."""
        together = self.parties.of_subject(verb)
        if len(together) < 2 or self._remote(verb, "meeting") != "call":
            return []
        return self.rounds.engage(verb, verb, together, [], "call")

    def phone(self, verb: int) -> list[EventDraft]:
        """Read "phoned X"."""
        return self.rounds.engage(
            verb, verb, self.parties.of_subject(verb), direct_objects(self.tree, verb), "call"
        )

    def call(self, verb: int) -> list[EventDraft]:
        """Read "called X" as a call and "called on X" as a courtesy call."""
        return self._ring(verb) or self._call_on(verb)

    def _ring(self, verb: int) -> list[EventDraft]:
        """Read "called X", but not "called X a liar", "called for talks" or "called a meeting"."""
        tree = self.tree
        objects = direct_objects(tree, verb)
        if is_passive(tree, verb) or not objects or tree.kids(verb, "oprd", "ccomp", "prt", "acomp", "attr"):
            return []
        if any(o > verb + 6 for o in objects) or prep_objects(tree, verb, frozenset({"on", "for", "upon"})):
            return []
        if not all(self.parties.is_person_or_leader(o) for o in objects):
            return []
        return self.rounds.engage(verb, verb, self.parties.of_subject(verb), objects, "call")

    def _call_on(self, verb: int) -> list[EventDraft]:
        """Read "called on President X": a courtesy call, unless X is asked for something."""
        tree = self.tree
        if tree.kids(verb, "xcomp", "advcl", "ccomp") or prep_objects(tree, verb, frozenset({"for"})):
            return []
        hosts = [
            o for o in self.parties.behind(verb, frozenset({"on"})) if self.parties.is_person_or_leader(o)
        ]
        if not hosts and verb + 2 < len(tree) and tree.lower[verb + 1] in {"on", "upon"}:
            named = next((i for i in (verb + 2, verb + 3) if self.parties.is_person_or_leader(i)), None)
            hosts = [named] if named is not None and tree.sent[named] == tree.sent[verb] else []
        if any(tree.kids(o, "acl", "relcl") for o in hosts):
            return []
        return (
            self.rounds.engage(verb, verb, self.parties.of_subject(verb), hosts, "meeting") if hosts else []
        )

    def host(self, verb: int) -> list[EventDraft]:
        """Read "received X"; "welcomed X" needs a place or an occasion, else it is a greeting in words."""
        tree = self.tree
        told = direct_objects(tree, verb)
        objects = [o for o in told if self.parties.is_person_or_leader(o)]
        if not told and not is_passive(tree, verb):
            objects = self._far_object(verb)
        if not objects:
            return []
        host = doer(tree, verb)
        sources = self.participants.actors(host) if host is not None else ()
        placed = bool(prep_objects(tree, verb, frozenset({"at", "in", "to", "for", "on"})))
        if not sources or (tree.lemma[verb] in {"welcome", "greet"} and not placed):
            return []
        return self.rounds.engage(verb, verb, sources, objects, "meeting")

    def _far_object(self, verb: int) -> list[int]:
        """The person in "received today at the palace in Oslo the minister", hung on the place."""
        tree = self.tree
        for i in range(verb + 2, tree.right_edge(verb) + 1):
            if tree.pos[i] in {"VERB", "AUX"} or tree.lower[i] in {",", "and", ";", "by"}:
                return []
            mention = self.participants.at(i)
            if mention is None or mention.form == "pronoun" or not self.parties.is_person_or_leader(i):
                continue
            before = mention.first - 1
            while tree.pos[before] in {"DET", "ADJ"}:
                before -= 1
            return [mention.head] if tree.pos[before] in {"NOUN", "PROPN", "ADV", "NUM"} else []
        return []

    def negotiate(self, verb: int) -> list[EventDraft]:
        """Read "negotiated with X"."""
        partners = prep_objects(self.tree, verb, words.PARTY_PREPS)
        return (
            self.rounds.engage(verb, verb, self.parties.of_subject(verb), partners, "negotiation")
            if partners
            else []
        )

    def mediate(self, verb: int) -> list[EventDraft]:
        """Read "mediated between A and B" and "brokered a truce between A and B"."""
        tree = self.tree
        objects = direct_objects(tree, verb)
        direct = prep_objects(tree, verb, words.BETWEEN)
        if not direct and not any(tree.lemma[o] in words.MEDIATED_NOUNS for o in objects):
            return []
        parties = direct + [
            p for o in objects for p in prep_objects(tree, o, words.BETWEEN | {"of", "with", "by"})
        ]
        mediator = doer(tree, verb)
        sources = self.participants.actors(mediator) if mediator is not None else ()
        targets = (
            self.parties.between(parties)
            if any(tree.lower[i] in words.BETWEEN for i in tree.subtree(verb))
            else self.parties.actors(parties)
        )
        if not sources or not targets:
            return []
        return [self.rounds.draft(verb, "mediation", sources, targets, mutual=False)]

    def _remote(self, verb: int, form: EventForm) -> EventForm:
        tree = self.tree
        if any(tree.lower[c] in words.REMOTE_ADVERBS for c in tree.children[verb]):
            return "call"
        by = prep_objects(tree, verb, frozenset({"by", "via", "through", "over"}))
        return "call" if any(tree.lower[o] in words.REMOTE_WORDS for o in by) else form

    def _in_person(self, verb: int) -> bool:
        tree = self.tree
        for prep, obj in iter_preps(tree, verb):
            if tree.lower[prep] == "in" and tree.lower[obj] == "person":
                return True
            if tree.lower[prep] in {"in", "at"} and self.participants.countries_of_places(obj):
                return True
            if tree.lower[prep] == "on" and tree.lemma[obj].removesuffix("s") in {"margin", "sideline"}:
                return True
        return False
