"""Visits: a traveller, a host country, days and stops.

A visit is one event a traveller and a country, however often the text mentions it. Each city or site gone to
is a "site visit" with `part_of`. Travel must be said: "met in Cairo" alone is no visit.
"""

from __future__ import annotations

from dragoman.extract.clauses import clause_verb, direct_objects, doer, iter_preps, prep_objects, subject
from dragoman.extract.drafts import EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing
from dragoman.extract.visits_places import Destinations
from dragoman.extract.visits_records import (
    RANK_ADJECTIVE,
    RANK_NOUN,
    RANK_TITLE,
    RANK_VERB,
    Telling,
    VisitBook,
)
from dragoman.records import Actor, Segment

MOVE_VERBS = {
    "travel": {"to", "for"}, "fly": {"to"}, "go": {"to"}, "head": {"to", "for"}, "journey": {"to"},
    "depart": {"for", "to"}, "leave": {"for"}, "arrive": {"in", "at"}, "land": {"in"}, "stop": {"in"},
    "embark": {"to"}, "return": {"to"}, "come": {"to"}, "proceed": {"to"}, "continue": {"to"},
    "fly-in": {"to"},
}  # fmt: skip
"""Verb lemma → prepositions that lead to the destination."""
OBJECT_VERBS = frozenset({"visit", "tour", "inspect"})
VISIT_NOUNS = frozenset({
    "visit", "trip", "travel", "tour", "stay", "stop", "stopover", "journey", "pilgrimage",
})  # fmt: skip
VISIT_PREPS = frozenset({"to", "in", "through", "around", "at"})
TAKING_VERBS = frozenset({"take", "bring"})
"""Verbs whose object travels: "a trip that will take her to Paris"."""
DELEGATION_VERBS = frozenset({"lead", "send", "head", "bring"})
OTHERS_VISITS = frozenset({"welcome", "host", "announce", "discuss", "follow", "mark"})
"""Verbs whose subject does not make the visit that is their object."""
OPTED_OUT = frozenset({"website", "page", "site", "www", "web"})
STAYING_PREPS = frozenset({"in"})
"""Prepositions by which "was in Tripoli" tells that somebody had gone there."""
POSTED = ("ambassador", "consul", "chargé", "resident", "envoy to", "representative to", "head of mission")
"""Words of offices whose holders live abroad: where they are is no visit."""
NATIONAL_MOVES = frozenset({"go", "return"})
"""Verbs by which "we" in a speech may mean the nation: "we went to Somalia to help"."""
NO_JOURNEYS = frozenset({"road", "field", "day", "school", "camping", "ski", "ego", "round"})
"""Words before "trip" that make it no visit to where it is told."""
YOUTH = frozenset({"child", "boy", "girl", "student", "teenager", "refugee", "immigrant"})
HERE_NOUNS = frozenset({"visit", "trip", "stay"})
OWN = frozenset({"this", "his", "her", "their"})
ARMED = frozenset({"MIL", "REB", "PRM", "UAF"})
"""Sectors whose arrival is a deployment, not a visit; an officer with a name travels like others."""


class Visits:
    """Finds visits and their stops in one resolved document."""

    def __init__(self, participants: Participants, timing: Timing) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        self.destinations = Destinations(participants)
        self.book = VisitBook(participants, timing)

    def find(self) -> list[EventDraft]:
        """Visits first, each followed by its stops, then site visits outside any visit."""
        tree = self.tree
        for i, lemma in enumerate(tree.lemma):
            if lemma == "be" and tree.pos[i] in {"VERB", "AUX"}:
                self._stay(i)
            elif tree.pos[i] == "VERB":
                if lemma in OBJECT_VERBS:
                    self._visit_verb(i)
                elif lemma in MOVE_VERBS:
                    self._move_verb(i)
                elif lemma in DELEGATION_VERBS:
                    self._delegation(i)
                if lemma in TAKING_VERBS:
                    self._taken(i)
            elif tree.pos[i] in {"NOUN", "PROPN"} and lemma.removesuffix("s") in VISIT_NOUNS:
                self._visit_noun(i)
            if tree.lower[i] == "visiting" and tree.tag[i] in {"VBG", "JJ", "NN"}:
                self._visiting(i)
        return self.book.collect()

    # triggers

    def _visit_verb(self, verb: int) -> None:
        tree = self.tree
        traveller = self._guest(verb) or self._traveller(doer(tree, verb))
        objects = direct_objects(tree, verb)
        if not traveller or not objects or tree.lower[objects[0]] in OPTED_OUT:
            return
        destinations = self.destinations.listed(objects[0])
        if destinations:
            self.book.record(Telling(traveller, verb, RANK_VERB), destinations)
        for site in self.destinations.sites(objects):
            span, country = self.destinations.site_phrase(site), self.destinations.site_country(site)
            self.book.record_site(Telling(traveller, verb, RANK_VERB), span, country)

    def _move_verb(self, verb: int) -> None:
        tree = self.tree
        traveller = self._guest(verb) or self._traveller(subject(tree, verb))
        if not traveller or self._moves_as_nation(verb) or self._is_life_story(verb):
            return
        wanted = MOVE_VERBS[tree.lemma[verb]]
        self._record_behind(Telling(traveller, verb, RANK_VERB), frozenset(wanted))

    def _moves_as_nation(self, verb: int) -> bool:
        """Whether "we" of a speech went somewhere in the past, on no day: the nation may have."""
        tree = self.tree
        who = subject(tree, verb)
        if who is None or tree.lower[who] != "we" or tree.lemma[verb] not in NATIONAL_MOVES:
            return False
        past = tree.tag[verb] == "VBD" or any(tree.lower[c] == "did" for c in tree.kids(verb, "aux"))
        return past and not self.book.dated_by_itself(verb)

    def _is_life_story(self, verb: int) -> bool:
        """Whether somebody came to live there: "came to Norway at the age of six", "as a child"."""
        tree = self.tree
        return any(
            (tree.lower[prep] == "at" and tree.lemma[obj] == "age")
            or (tree.lower[prep] == "as" and tree.lemma[obj] in YOUTH)
            for prep, obj in iter_preps(tree, verb)
        )

    def _stay(self, verb: int) -> None:
        """Read "she was in Tripoli on Tuesday" and "she is in Tripoli": an official abroad is on a visit."""
        tree = self.tree
        if tree.dep[verb] in {"aux", "auxpass"} or tree.kids(verb, "attr", "acomp", "xcomp", "ccomp", "oprd"):
            return
        who = subject(tree, verb)
        mention = self.participants.at(who) if who is not None else None
        if mention is None or mention.group or self.participants.entity(mention).kind != "person":
            return
        traveller = self._traveller(who)
        now = tree.tag[verb] in {"VBZ", "VBP"}
        if not traveller or not (self.book.dated_by_itself(verb) or (now and self._is_away(traveller))):
            return
        self._record_behind(Telling(traveller, verb, RANK_ADJECTIVE), STAYING_PREPS)

    def _record_behind(self, telling: Telling, preps: frozenset[str]) -> None:
        """Keep a visit to every place behind the prepositions of a verb, so that each finds its own days."""
        tree = self.tree
        places = [obj for prep, obj in iter_preps(tree, telling.trigger) if tree.lower[prep] in preps]
        listed = {p.mention.first: p for obj in places for p in self.destinations.listed(obj)}
        self.book.record(telling, list(listed.values()))

    def _is_away(self, traveller: tuple[Actor, ...]) -> bool:
        """Whether the first traveller holds an office at home, so that to be abroad is to travel."""
        office = (traveller[0].office or "").casefold()
        return bool(office) and not any(word in office for word in POSTED)

    def _taken(self, verb: int) -> None:
        """Read "a trip that will take her to Paris": the journey is the subject."""
        tree = self.tree
        journey = subject(tree, verb)
        objects = tree.kids(verb, "dobj")
        if journey is None or not objects or tree.lemma[journey].removesuffix("s") not in VISIT_NOUNS:
            return
        traveller = self._traveller(objects[0])
        if traveller:
            self._record_behind(Telling(traveller, verb, RANK_VERB), frozenset({"to"}))

    def _delegation(self, verb: int) -> None:
        """Read "led a delegation to X"."""
        tree = self.tree
        objects = [
            o for o in direct_objects(tree, verb) if tree.lemma[o] in {"delegation", "mission", "team"}
        ]
        if not objects:
            return
        traveller = self._traveller(subject(tree, verb))
        if tree.lemma[verb] == "send":  # who sends stays at home
            traveller = self.book.as_country(traveller)
        if not traveller:
            return
        for governor in (verb, *objects):
            for prep, obj in iter_preps(tree, governor):
                if tree.lower[prep] == "to":
                    self.book.record(Telling(traveller, verb, RANK_VERB), self.destinations.listed(obj))

    def _visit_noun(self, noun: int) -> None:
        tree = self.tree
        if tree.dep[noun] == "compound" or (tree.lemma[noun] == "stop" and tree.tag[noun] == "NNS"):
            return
        traveller = self._noun_traveller(noun)
        if not traveller:
            return
        places = [obj for prep, obj in iter_preps(tree, noun) if tree.lower[prep] in VISIT_PREPS]
        verb = clause_verb(tree, noun)
        if not places and verb is not None and tree.head[noun] == verb:
            # "paid a visit to", the phrase hung on the verb
            places = [o for prep, o in iter_preps(tree, verb) if tree.lower[prep] == "to"]
        rank = RANK_TITLE if self._in_title(noun) else RANK_NOUN
        destinations = [d for place in places for d in self.destinations.listed(place)]
        if not destinations:
            owner = tree.kid(noun, "compound", "amod", "nmod")  # "his Tokyo visit"
            destinations = self.destinations.listed(owner) if owner is not None else []
        if destinations:
            self.book.record(Telling(traveller, noun, rank), destinations)
        elif not places and tree.lemma[noun] in HERE_NOUNS and self._is_here(noun):
            self.book.record_at_dateline(Telling(traveller, noun, RANK_NOUN))

    def _visiting(self, token: int) -> None:
        """Read "visiting Omani Foreign Minister X": a visit to where the report comes from."""
        tree = self.tree
        for i in (token, token + 1):
            mention = self.participants.at(i) if i < len(tree) else None
            if mention is not None and tree.sent[i] == tree.sent[token] and mention.first <= token + 1:
                entity = self.participants.entity(mention)
                if entity.kind == "person" or mention.group or mention.form == "title":
                    people = self.participants.build([mention])
                    self.book.record_at_dateline(Telling(people, token, RANK_ADJECTIVE))
                return

    # who

    def _traveller(self, head: int | None) -> tuple[Actor, ...]:
        if head is None:
            return ()
        actors = self.participants.actors(head)
        return tuple(a for a in actors if (a.office or a.country or a.sector) and a.sector not in ARMED)

    def _noun_traveller(self, noun: int) -> tuple[Actor, ...]:
        tree = self.tree
        owner = tree.kid(noun, "poss")
        if owner is not None:
            return self._traveller(owner)
        for obj in prep_objects(tree, noun, frozenset({"by", "of", "from"})):
            found = self._traveller(obj)
            if found:
                return found
        verb = clause_verb(tree, noun)
        if verb is None or tree.lemma[verb] in OTHERS_VISITS:
            return ()
        return self._guest(verb) or self._traveller(subject(tree, verb))

    def _guest(self, verb: int) -> tuple[Actor, ...]:
        """Read "At the invitation of A, B visited": parsers take the host, named first, as subject."""
        tree = self.tree
        first = tree.sents[tree.sent[verb]][0]
        opening = next((i for i in range(first, min(first + 6, verb)) if tree.lower[i] == "invitation"), None)
        if opening is None or tree.lower[opening + 1] not in {"of", "from"}:
            return ()
        people = [
            m
            for i in range(opening + 2, verb)
            if (m := self.participants.at(i)) is not None and m.first == i and m.form != "pronoun"
            if self.participants.entity(m).kind == "person" and not m.group
        ]
        who = subject(tree, verb)
        taken = self.participants.at(who) if who is not None else None
        if len({m.entities for m in people}) < 2 or taken is None or taken.entities != people[0].entities:
            return ()
        return self._traveller(people[-1].head)

    def _is_here(self, noun: int) -> bool:
        """Whether a visit without a goal goes to where the report is from."""
        return self._deictic(noun) or self.book.is_today(noun)

    def _deictic(self, noun: int) -> bool:
        """Whether it is "his visit", "this visit", "my visit" spoken."""
        words = {self.tree.lower[c] for c in self.tree.children[noun]}
        spoken = self._segment(noun).speaker is not None
        return bool(words & OWN or (spoken and "my" in words)) and not words & NO_JOURNEYS

    def _in_title(self, token: int) -> bool:
        return self._segment(token).kind == "title"

    def _segment(self, token: int) -> Segment:
        tree = self.tree
        return self.resolved.document.layout[tree.segment[tree.sent[token]]]
