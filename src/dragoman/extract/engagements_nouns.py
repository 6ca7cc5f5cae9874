"""Engagements told by a noun: "held talks with", "a meeting between A and B", "their call"."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract import engagement_words as words
from dragoman.extract.clauses import clause_verb, doer, iter_preps, prep_objects, subject
from dragoman.extract.drafts import EventDraft
from dragoman.extract.engagements_rounds import Rounds
from dragoman.records import Actor, EventForm


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A noun that denotes an engagement, with the verb of its clause and whether that verb holds it."""

    noun: int
    form: EventForm
    verb: int | None
    held: bool


class MeetingNouns:
    """Reads nouns of meeting and talking."""

    def __init__(self, rounds: Rounds) -> None:
        self.rounds = rounds
        self.parties = rounds.parties
        self.participants = rounds.participants
        self.tree = rounds.tree

    def read(self, noun: int) -> list[EventDraft]:
        """The engagements that a noun tells of."""
        meeting = self._meeting(noun)
        if meeting is None:
            return []
        tree, verb = self.tree, meeting.verb
        partners = prep_objects(tree, noun, words.PARTY_PREPS) + self._rung(noun, verb)
        if meeting.held and verb is not None:
            partners += [p for p in prep_objects(tree, verb, words.PARTY_PREPS) if p not in partners]
        between = prep_objects(tree, noun, words.BETWEEN)
        for held_verb in tree.kids(noun, "acl"):  # "talks held in May between A and B"
            between += prep_objects(tree, held_verb, words.BETWEEN)
        sources = self._sources(meeting, shared=bool(between), partnered=bool(partners))
        if between:
            return self._between(meeting, sources, between)
        of_parties = [p for p in prep_objects(tree, noun, frozenset({"of"})) if self.participants.actors(p)]
        if of_parties:
            return self._of(meeting, sources, of_parties, partners)
        owned = meeting.held or tree.kid(noun, "poss") is not None
        if not partners and (len(sources) < 2 or not owned):
            return []
        return self.rounds.engage(noun, verb if verb is not None else noun, sources, partners, meeting.form)

    # which nouns

    def _meeting(self, noun: int) -> _Meeting | None:
        tree = self.tree
        lemma = tree.lemma[noun].removesuffix("s")
        if lemma in words.PLURAL_TALK and tree.tag[noun] not in {"NNS", "NNPS"}:
            return None
        if tree.dep[noun] in {"compound", "nmod", "amod"} or self._is_name(noun):
            return None
        if lemma == "call" and self._calls_for(noun):
            return None
        verb = clause_verb(tree, noun)
        held = verb is not None and tree.lemma[verb] in words.HOLDING_VERBS and self._held_by(noun, verb)
        form = self._form(noun, lemma)
        phoned = lemma in words.PHONED_NOUNS and form == "call"
        if not held and lemma not in words.COUNTED_NOUNS and not phoned:
            return None
        if held and verb is not None and self._offered(verb):
            return None
        return _Meeting(noun, form, verb, held)

    def _offered(self, verb: int) -> bool:
        """Whether somebody only offers to hold it: "is ready to host talks between A and B"."""
        tree = self.tree
        return tree.dep[verb] == "xcomp" and tree.lemma[tree.head[verb]] in words.OFFERS

    def _rung(self, noun: int, verb: int | None) -> list[int]:
        """The other end of "received a call from X", "made a call to X" and "paid a courtesy call on X"."""
        tree = self.tree
        if verb is None or tree.lemma[noun] != "call" or tree.head[noun] != verb:
            return []
        if tree.lemma[verb] in words.GETTING_VERBS:
            preps = frozenset({"from"})
        elif tree.lemma[verb] in words.PAYING_VERBS:
            preps = frozenset({"on", "to"})
        else:
            return []
        found = self.parties.behind(noun, preps) + self.parties.behind(verb, preps)
        return [p for p in found if self.parties.is_person_or_leader(p)]

    def _calls_for(self, noun: int) -> bool:
        """Whether a call asks for something ("our call for their release") and rings nobody."""
        dated = self.participants.resolved.date_at
        asks = any(
            self.tree.lower[prep] in {"for", "on"} and dated[obj] < 0
            for prep, obj in iter_preps(self.tree, noun)
        )
        partners = prep_objects(self.tree, noun, words.PARTY_PREPS)
        return asks and not partners and not self._rung(noun, clause_verb(self.tree, noun))

    def _is_name(self, noun: int) -> bool:
        """Part of a proper name such as "Munich Security Conference"."""
        mention = self.participants.resolved.mention(noun)
        if mention is None:
            return False
        return self.participants.resolved.entities[mention.entities[0]].kind in {
            "organization",
            "venue",
            "person",
        }

    def _held_by(self, noun: int, verb: int) -> bool:
        tree = self.tree
        if tree.dep[noun] in {"dobj", "nsubjpass", "obj"} and tree.head[noun] == verb:
            return True
        if tree.dep[noun] == "conj":
            return self._held_by(tree.head[noun], verb) if tree.head[noun] != noun else False
        head = tree.head[noun]
        if tree.dep[noun] == "pobj" and tree.lower[head] == "of":  # "a week of talks"
            amount = tree.head[head]
            return tree.lemma[amount] in words.AMOUNTS and self._held_by(amount, verb)
        return (
            tree.dep[noun] == "pobj"
            and tree.head[head] == verb
            and tree.lemma[verb] in {"participate", "take", "engage"}
        )

    def _form(self, noun: int, lemma: str) -> EventForm:
        tree = self.tree
        modifiers = {tree.lower[c] for c in tree.children[noun]} | ({tree.lower[noun - 1]} if noun else set())
        if lemma == "call" and "courtesy" in modifiers:
            return "meeting"
        if lemma in words.CALL_NOUNS or modifiers & words.REMOTE_WORDS:
            return "call"
        if lemma in words.SUMMIT_NOUNS:
            return "summit"
        return "negotiation" if lemma == "negotiation" else "meeting"

    def _holder(self, noun: int, verb: int) -> tuple[Actor, ...]:
        tree = self.tree
        holder = doer(tree, verb) if tree.lemma[verb] in words.HOLDING_VERBS else subject(tree, verb)
        return self.participants.actors(holder) if holder is not None and holder != noun else ()

    # who

    def _sources(self, meeting: _Meeting, *, shared: bool, partnered: bool) -> tuple[Actor, ...]:
        """Whose meeting it is: its owner's, those named before "their", or the subject of its verb."""
        owner = self.tree.kid(meeting.noun, "poss")
        sources = self.participants.actors(owner) if owner is not None else ()
        if not sources and owner is not None and self.tree.lower[owner] == "their":
            sources = self.parties.named_before(owner)
        if not sources and meeting.verb is not None and (meeting.held or partnered) and not shared:
            if not meeting.held and self._is_cause(meeting.noun):
                return ()
            sources = self._holder(meeting.noun, meeting.verb)
        return sources

    def _is_cause(self, noun: int) -> bool:
        """Whether the noun only gives a reason ("because of talks with Oman") or a setting."""
        tree = self.tree
        link = tree.head[noun]
        near = {tree.lower[link], tree.lower[tree.head[link]], tree.lower[max(link - 1, 0)]}
        near |= {tree.lower[c] for c in tree.children[link]} if tree.pos[link] == "ADP" else set()
        return tree.dep[noun] in {"pobj", "pcomp"} and bool(near & words.CAUSES)

    def _between(self, meeting: _Meeting, sources: tuple[Actor, ...], between: list[int]) -> list[EventDraft]:
        """Read "talks between A and B", which C may hold."""
        parties = self.parties.between(between)
        if len(parties) < 2:
            return []
        return [self._draft(meeting, sources, parties, ())]

    def _of(
        self, meeting: _Meeting, sources: tuple[Actor, ...], of_parties: list[int], partners: list[int]
    ) -> list[EventDraft]:
        """Read "a meeting of the ministers of A and B with C"."""
        parties = self.parties.actors(of_parties)
        more = self.parties.actors(partners)
        hosts = self._hosts(meeting, sources, parties)
        if len(parties) + len(hosts) + len(more) < 2 and meeting.form != "summit":
            return []
        return [self._draft(meeting, sources, parties, more)]

    def _hosts(
        self, meeting: _Meeting, sources: tuple[Actor, ...], parties: tuple[Actor, ...]
    ) -> tuple[Actor, ...]:
        own = {p.entity for p in parties}
        return tuple(a for a in sources if a.entity not in own) if meeting.held else ()

    def _draft(
        self,
        meeting: _Meeting,
        sources: tuple[Actor, ...],
        parties: tuple[Actor, ...],
        more: tuple[Actor, ...],
    ) -> EventDraft:
        hosts = self._hosts(meeting, sources, parties)
        targets = (parties if hosts else ()) + more
        return self.rounds.draft(meeting.noun, meeting.form, hosts or parties, targets)
