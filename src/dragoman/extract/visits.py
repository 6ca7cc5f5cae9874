"""Visits: a traveller, a host country, days and stops.

A visit is one event a traveller and a country, however often the text mentions it. Each city or site gone to
is a "site visit" with `part_of`. Travel must be said: "met in Cairo" alone is no visit.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.extract.clauses import clause_verb, direct_objects, doer, iter_preps, prep_objects, subject
from dragoman.extract.drafts import EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.status import clause_status
from dragoman.extract.timing import Timing
from dragoman.parse.tree import Tree
from dragoman.records import Actor, Date, Place, Span
from dragoman.resolve.resolved import TokenMention

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
DELEGATION_VERBS = frozenset({"lead", "send", "head", "bring"})
LIST_LINKS = frozenset({
    "(", ")", ",", ";", "and", "then", "the", "city", "of", "followed", "by", "to", "with", "finally", "as",
    "well", "later", "&", "also", "on",
})  # fmt: skip
ADMINISTRATIVE = frozenset({"place", "country", "issue"})
SITE_KINDS = frozenset({"venue", "project", "organization"})
OPTED_OUT = frozenset({"website", "page", "site", "www", "web"})
ARMED = frozenset({"MIL", "REB", "PRM", "UAF"})
"""Sectors whose arrival is a deployment, not a visit; an officer with a name travels like others."""
RANK_TITLE, RANK_ADJECTIVE, RANK_NOUN, RANK_VERB = 0, 1, 2, 3


@dataclass(slots=True)
class _Destination:
    """A country gone to, with the city named and where it stands."""

    country: str
    city: TokenMention | None
    mention: TokenMention


@dataclass(slots=True)
class _Visit:
    draft: EventDraft
    rank: int
    stops: dict[str, EventDraft] = field(default_factory=dict)


class Visits:
    """Finds visits and their stops in one resolved document."""

    def __init__(self, participants: Participants, timing: Timing) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        self.timing = timing
        self._visits: dict[tuple[str, str], _Visit] = {}
        self._sites: list[EventDraft] = []

    def find(self) -> list[EventDraft]:
        """Visits first, each followed by its stops, then site visits outside any visit."""
        tree = self.tree
        for i, lemma in enumerate(tree.lemma):
            if tree.pos[i] == "VERB":
                if lemma in OBJECT_VERBS:
                    self._visit_verb(i)
                elif lemma in MOVE_VERBS:
                    self._move_verb(i)
                elif lemma in DELEGATION_VERBS:
                    self._delegation(i)
            elif tree.pos[i] in {"NOUN", "PROPN"} and lemma.removesuffix("s") in VISIT_NOUNS:
                self._visit_noun(i)
            if tree.lower[i] == "visiting" and tree.tag[i] in {"VBG", "JJ", "NN"}:
                self._visiting(i)
        return self._collect()

    # triggers

    def _visit_verb(self, verb: int) -> None:
        tree = self.tree
        traveller = self._traveller(doer(tree, verb))
        objects = direct_objects(tree, verb)
        if not traveller or not objects or tree.lower[objects[0]] in OPTED_OUT:
            return
        destinations = self._destinations(objects[0])
        if destinations:
            self._record(traveller, destinations, verb, RANK_VERB)
        for site in self._site_objects(objects):
            self._site(traveller, site, verb)

    def _move_verb(self, verb: int) -> None:
        tree = self.tree
        traveller = self._traveller(subject(tree, verb))
        if not traveller:
            return
        wanted = MOVE_VERBS[tree.lemma[verb]]
        for prep, obj in iter_preps(tree, verb):
            if tree.lower[prep] in wanted:
                self._record(traveller, self._destinations(obj), verb, RANK_VERB)

    def _delegation(self, verb: int) -> None:
        """ "led a delegation to X"."""
        tree = self.tree
        objects = [
            o for o in direct_objects(tree, verb) if tree.lemma[o] in {"delegation", "mission", "team"}
        ]
        if not objects:
            return
        traveller = self._traveller(subject(tree, verb))
        if not traveller:
            return
        for governor in (verb, *objects):
            for prep, obj in iter_preps(tree, governor):
                if tree.lower[prep] == "to":
                    self._record(traveller, self._destinations(obj), verb, RANK_VERB)

    def _visit_noun(self, noun: int) -> None:
        tree = self.tree
        if tree.dep[noun] == "compound" or (tree.lemma[noun] == "stop" and tree.tag[noun] == "NNS"):
            return
        traveller = self._noun_traveller(noun)
        if not traveller:
            return
        preps = VISIT_PREPS
        places = [obj for prep, obj in iter_preps(tree, noun) if tree.lower[prep] in preps]
        verb = clause_verb(tree, noun)
        if (
            not places and verb is not None and tree.head[noun] == verb
        ):  # "paid a visit to", the phrase hung on the verb
            places = [o for prep, o in iter_preps(tree, verb) if tree.lower[prep] == "to"]
        rank = RANK_TITLE if self._in_title(noun) else RANK_NOUN
        destinations = [d for place in places for d in self._destinations(place)]
        if not destinations:
            owner = tree.kid(noun, "compound", "amod", "nmod")  # "his Tokyo visit"
            destinations = self._destinations(owner) if owner is not None else []
        if destinations:
            self._record(traveller, destinations, noun, rank)
        elif not places and tree.lemma[noun] in {"visit", "trip", "stay"} and self._deictic(noun):
            self._record_at_dateline(traveller, noun)

    def _visiting(self, token: int) -> None:
        """ "visiting Omani Foreign Minister X": a visit to where the report comes from."""
        tree = self.tree
        for i in (token, token + 1):
            mention = self.participants.at(i) if i < len(tree) else None
            if mention is not None and tree.sent[i] == tree.sent[token] and mention.first <= token + 1:
                entity = self.participants.entity(mention)
                if entity.kind == "person" or mention.group or mention.form == "title":
                    self._record_at_dateline(self.participants.build([mention]), token, RANK_ADJECTIVE)
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
        for obj in prep_objects(tree, noun, frozenset({"by", "of"})):
            found = self._traveller(obj)
            if found:
                return found
        verb = clause_verb(tree, noun)
        if verb is None or tree.lemma[verb] in {"welcome", "host", "announce", "discuss", "follow", "mark"}:
            return ()
        return self._traveller(subject(tree, verb))

    # where

    def _destinations(self, token: int) -> list[_Destination]:
        """Countries in the list of places that begins at (the phrase of) `token`."""
        tree = self.tree
        mention = self.resolved.mention(token)
        if mention is None:
            left = self.resolved.mention(tree.left_edge(token))
            mention = (
                left
                if left is not None and tree.lemma[token] in {"region", "city", "capital", "province"}
                else None
            )
        out: list[_Destination] = []
        end = tree.sents[tree.sent[token]][1]
        while mention is not None:
            entity = self.participants.entity(mention)
            is_place = (
                entity.kind in ADMINISTRATIVE
                and mention.form not in {"demonym", "pronoun"}
                and not mention.group
            )
            if not is_place or entity.country is None:
                break
            previous = out[-1] if out else None
            if (
                previous is not None
                and entity.kind == "country"
                and previous.country == entity.country
                and previous.city is None
            ):
                mention = self._next_place(mention.last, end)  # "the People's Republic of China (PRC)"
                continue
            if (
                previous is not None
                and previous.city is not None
                and entity.kind == "country"
                and previous.country == entity.country
                and mention.first - previous.mention.last <= 2
            ):
                previous.mention = mention  # "Tbilisi, Georgia"
            else:
                out.append(
                    _Destination(entity.country, mention if entity.kind != "country" else None, mention)
                )
            mention = self._next_place(mention.last, end)
        return out

    def _next_place(self, i: int, end: int) -> TokenMention | None:
        tree = self.tree
        joined = False
        while i < end:
            mention = self.resolved.mention(i)
            if mention is not None:
                return mention if joined else None
            if self.resolved.date_at[i] >= 0:
                i = self.resolved.dates[self.resolved.date_at[i]].last
                continue
            if tree.lower[i] not in LIST_LINKS:
                return None
            joined = joined or tree.lower[i] in {",", ";", "and", "then", "to", "&"}
            i += 1
        return None

    def _site_objects(self, objects: list[int]) -> list[int]:
        """Heads of visited sites: venues, projects, camps, facilities, coordinated ones each."""
        tree = self.tree
        out: list[int] = []
        for obj in objects:
            for head in tree.conjuncts(obj):
                mention = self.resolved.mention(head)
                kind = self.participants.entity(mention).kind if mention is not None else None
                if kind in {"person", "country"} or tree.pos[head] not in {"NOUN", "PROPN"}:
                    continue
                if kind in ADMINISTRATIVE and mention is not None and mention.last > head >= mention.first:
                    continue
                out.append(head)
        return out

    # records

    def _record(
        self, traveller: tuple[Actor, ...], destinations: list[_Destination], trigger: int, rank: int
    ) -> None:
        lead = traveller[0]
        homes = {actor.country for actor in traveller}
        dates = self._dates(destinations, trigger)
        for destination, date in zip(destinations, dates, strict=True):
            if destination.country in homes:
                continue
            span = self._span(destination.mention)
            host = self.participants.country_actor(destination.country, span)
            visit = self._visit(lead, traveller, host, trigger, date, rank)
            if destination.city is not None:
                entity = self.participants.entity(destination.city)
                place = Place(
                    entity.name,
                    entity.country,
                    entity.lat,
                    entity.lon,
                    entity.identity,
                    "text",
                    _as_span(self._span(destination.city)),
                )
                self._stop(visit, place, trigger)

    def _record_at_dateline(self, traveller: tuple[Actor, ...], trigger: int, rank: int = RANK_NOUN) -> None:
        dateline = self.resolved.document.dateline
        if not traveller or dateline is None or dateline.country is None or dateline.evidence is None:
            return
        if dateline.country in {actor.country for actor in traveller} or traveller[0].country is None:
            return
        host = self.participants.country_actor(
            dateline.country, (dateline.evidence.start, dateline.evidence.end)
        )
        self._visit(traveller[0], traveller, host, trigger, self.timing.date(trigger), rank)

    def _visit(
        self,
        lead: Actor,
        traveller: tuple[Actor, ...],
        host: Actor,
        trigger: int,
        date: Date | None,
        rank: int,
    ) -> _Visit:
        key = (lead.entity, host.country or "")
        status, cue = clause_status(self.tree, trigger)
        if status == "occurred" and self.tree.tag[trigger] in {"VBZ", "VBP"}:
            status = "ongoing"
        status = self.timing.status(status, date)
        known = self._visits.get(key)
        if known is None:
            draft = self._draft(trigger, "visit", traveller, (host,))
            draft.status, draft.cue, draft.date = status, cue, date
            known = self._visits[key] = _Visit(draft, rank)
            return known
        draft = known.draft
        if rank > known.rank or (rank == known.rank and draft.date is None and date is not None):
            draft.status, draft.cue = status, cue
            draft.trigger, draft.evidence, draft.token = (
                self._trigger(trigger),
                self._sentence(trigger),
                trigger,
            )
            known.rank = rank
        if draft.date is None:
            draft.date = date
            draft.status = self.timing.status(draft.status, date)
        return known

    def _site(self, traveller: tuple[Actor, ...], head: int, trigger: int) -> None:
        tree = self.tree
        mention = self.resolved.mention(head)
        left = mention.first if mention is not None else tree.left_edge(head)
        first, last = _phrase(left, head, tree)
        if mention is not None:
            last = max(last, mention.last)
        span = Span(tree.start[first], tree.end[last - 1])
        entity = self.participants.entity(mention) if mention is not None else None
        name = " ".join(span.of(self.resolved.document.text).split())
        country = self._site_country(head, entity.country if entity is not None else None)
        place = Place(name, country, None, None, None, "text", span)
        visit = self._visit_of(traveller, country, trigger)
        if visit is not None:
            self._stop(visit, place, trigger)
            return
        draft = self._draft(trigger, "site visit", traveller, ())
        draft.place = place
        self._sites.append(draft)

    def _site_country(self, head: int, known: str | None) -> str | None:
        tree = self.tree
        for token in range(head, min(tree.right_edge(head) + 1, head + 12)):
            mention = self.resolved.mention(token)
            if mention is not None:
                entity = self.participants.entity(mention)
                if entity.kind in {"place", "country"} and entity.country:
                    return entity.country
        return known

    def _visit_of(self, traveller: tuple[Actor, ...], country: str | None, trigger: int) -> _Visit | None:
        """The visit that a stop belongs to: the traveller's to that country, else the one told last before it."""
        own = [v for (lead, _), v in self._visits.items() if any(a.entity == lead for a in traveller)]
        for visit in own:
            if country is not None and visit.draft.targets[0].country == country:
                return visit
        if country is not None and own:
            foreign = country not in {a.country for a in traveller}
            if foreign:
                return None
        earlier = [v for v in own if v.draft.token <= trigger]
        return earlier[-1] if earlier else (own[0] if own else None)

    def _stop(self, visit: _Visit, place: Place, trigger: int) -> None:
        key = place.name.lower()
        if key in visit.stops:
            return
        draft = self._draft(trigger, "site visit", visit.draft.sources, ())
        draft.place = place
        draft.parent = visit.draft
        draft.status = visit.draft.status
        visit.stops[key] = draft

    def _collect(self) -> list[EventDraft]:
        out: list[EventDraft] = []
        for visit in self._visits.values():
            out.append(visit.draft)
            for stop in visit.stops.values():
                stop.status = visit.draft.status
                out.append(stop)
        return out + self._sites

    # pieces

    def _dates(self, destinations: list[_Destination], trigger: int) -> list[Date | None]:
        """A date for each destination: its own where several are given one after the other, else the shared one."""
        shared = self.timing.date(trigger) or self._date_behind(destinations)
        inline = [d for d in self.resolved.dates if self._inside(d.first, trigger)]
        if len(inline) < 2 or len(destinations) < 2:
            return [shared] * len(destinations)
        out: list[Date | None] = []
        for number, destination in enumerate(destinations):
            following = destinations[number + 1].mention.first if number + 1 < len(destinations) else None
            own = [
                d
                for d in inline
                if d.first >= destination.mention.last and (following is None or d.first < following)
            ]
            out.append(own[0].date if own else shared)
        return out

    def _date_behind(self, destinations: list[_Destination]) -> Date | None:
        """The date right behind the last destination, which parsers hang on its name ("… and Yerevan June 6-13")."""
        if not destinations:
            return None
        last = destinations[-1].mention.last
        near = [d for d in self.resolved.dates if last <= d.first <= last + 2 and d.last > d.first]
        return near[0].date if near and self.tree.sent[near[0].first] == self.tree.sent[last - 1] else None

    def _inside(self, token: int, trigger: int) -> bool:
        return self.tree.sent[token] == self.tree.sent[trigger] and token > trigger

    def _deictic(self, noun: int) -> bool:
        return any(self.tree.lower[c] in {"this", "his", "her", "their"} for c in self.tree.children[noun])

    def _in_title(self, token: int) -> bool:
        tree = self.tree
        return self.resolved.document.layout[tree.segment[tree.sent[token]]].kind == "title"

    def _draft(
        self, trigger: int, form: str, sources: tuple[Actor, ...], targets: tuple[Actor, ...]
    ) -> EventDraft:
        status, cue = clause_status(self.tree, trigger)
        date = self.timing.date(trigger)
        return EventDraft(
            type="CONSULT",
            mode="visit",
            form="visit" if form == "visit" else "site visit",
            status=self.timing.status(status, date),
            sources=sources,
            targets=targets,
            trigger=self._trigger(trigger),
            evidence=self._sentence(trigger),
            origin=f"visits:{self.tree.lemma[trigger]}",
            token=trigger,
            date=date,
            cue=cue,
            confidence=0.85,
        )

    def _trigger(self, token: int) -> Span:
        return Span(self.tree.start[token], self.tree.end[token])

    def _sentence(self, token: int) -> Span:
        first, last = self.tree.sents[self.tree.sent[token]]
        return Span(self.tree.start[first], self.tree.end[last - 1])

    def _span(self, mention: TokenMention) -> tuple[int, int]:
        return self.tree.start[mention.first], self.tree.end[mention.last - 1]


def _as_span(pair: tuple[int, int]) -> Span:
    return Span(*pair)


def _phrase(left: int, head: int, tree: Tree) -> tuple[int, int]:
    """Tokens of a noun phrase: from its first content word to the end of its "of", "in", "at" and "for" phrases."""
    first = left
    while first < head and tree.pos[first] in {"DET", "PRON", "PUNCT", "CCONJ"}:
        first += 1
    last = head + 1
    for child in tree.children[head]:
        if child > head and tree.dep[child] == "prep" and tree.lower[child] in {"of", "in", "at", "for"}:
            last = max(last, tree.right_edge(child) + 1)
    for i in range(head + 1, last):
        if (
            tree.lower[i] == ","
            and i + 1 < len(tree)
            and tree.lower[i + 1] in {"where", "which", "who", "when"}
        ):
            return first, i
    return first, last
