"""Visits under way: one a traveller and a country, with its stops, dates and status."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from dragoman.extract.clauses import clause_verb
from dragoman.extract.drafts import EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.status import clause_status
from dragoman.extract.timing import Timing
from dragoman.extract.visits_places import Destination
from dragoman.records import Actor, Date, Place, Span, Status
from dragoman.resolve.resolved import DateMention, TokenMention

RANK_TITLE, RANK_ADJECTIVE, RANK_NOUN, RANK_VERB = 0, 1, 2, 3
"""How well a mention tells of a visit: the best one gives its trigger, evidence and status."""
OFFERING = frozenset({"ready", "prepared", "willing", "eager", "keen", "happy", "able", "open"})
"""Adjectives whose infinitive is only offered: "prepared to return to Vienna"."""
WELCOMING = frozenset({"welcome", "thank", "greet", "receive"})
CONSIDERING = frozenset({"discuss", "consider", "propose", "mull", "weigh", "request", "suggest"})
"""Verbs by which a visit is only talked of."""
ENDING = frozenset({"end", "conclude", "finish", "complete"})
"""Verbs whose day is the last one of the visit they speak of."""
BEING_ON = frozenset({"be", "accompany", "join"})
"""Verbs that put their subject on a trip: "is on travel to", "accompanies her on a visit to"."""
OTHER_DAYS = frozenset({
    "upcoming", "forthcoming", "recent", "planned", "next", "future", "past", "previous", "earlier", "coming",
})  # fmt: skip
"""Adjectives of a visit that is not on the day of the clause above it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention of a visit: the travellers, the token that says so, and how well it tells."""

    travellers: tuple[Actor, ...]
    trigger: int
    rank: int


@dataclass(slots=True)
class _Visit:
    draft: EventDraft
    rank: int
    stops: dict[str, EventDraft] = field(default_factory=dict)


class VisitBook:
    """Keeps the visits of one document; what is told twice is one visit."""

    def __init__(self, participants: Participants, timing: Timing) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        self.timing = timing
        self._visits: dict[tuple[str, str], _Visit] = {}
        self._sites: list[EventDraft] = []

    def record(self, telling: Telling, destinations: list[Destination]) -> None:
        """Keep a visit to each country that is not the travellers' own, and a stop for each city."""
        homes = {actor.country for actor in telling.travellers}
        dates = self._dates(destinations, telling.trigger)
        for destination, date in zip(destinations, dates, strict=True):
            if destination.country in homes:
                continue
            host = self.participants.country_actor(destination.country, self._span(destination.mention))
            visit = self._visit(telling, host, date)
            if destination.city is not None:
                self._stop(visit, self._city(destination.city), telling.trigger)

    def record_at_dateline(self, telling: Telling) -> None:
        """Keep a visit to where the report comes from ("the visiting minister", "his visit")."""
        dateline = self.resolved.document.dateline
        if not telling.travellers or dateline is None or dateline.evidence is None:
            return
        homes = {actor.country for actor in telling.travellers}
        if dateline.country is None or dateline.country in homes or telling.travellers[0].country is None:
            return
        span = (dateline.evidence.start, dateline.evidence.end)
        host = self.participants.country_actor(dateline.country, span)
        self._visit(telling, host, self.timing.date(telling.trigger))

    def record_site(self, telling: Telling, span: Span, country: str | None) -> None:
        """Keep a stop at a site: on the visit it belongs to, else by itself."""
        name = " ".join(span.of(self.resolved.document.text).split())
        place = Place(name, country, None, None, None, "text", span)
        visit = self._visit_of(telling, country)
        if visit is not None:
            self._stop(visit, place, telling.trigger)
            return
        draft = self._draft(telling.trigger, "site visit", telling.travellers, ())
        draft.place = place
        self._sites.append(draft)

    def collect(self) -> list[EventDraft]:
        """Visits, each followed by its stops, then site visits outside any visit."""
        out: list[EventDraft] = []
        for visit in self._visits.values():
            out.append(visit.draft)
            for stop in visit.stops.values():
                stop.status = visit.draft.status
                out.append(stop)
        return out + self._sites

    # one visit a traveller and country

    def _visit(self, telling: Telling, host: Actor, date: Date | None) -> _Visit:
        trigger = telling.trigger
        status, cue = self._told_status(trigger)
        status = self.timing.status(status, date)
        key = (telling.travellers[0].entity, host.country or "")
        known = self._visits.get(key)
        if known is None:
            draft = self._draft(trigger, "visit", telling.travellers, (host,))
            draft.status, draft.cue, draft.date = status, cue, date
            known = self._visits[key] = _Visit(draft, telling.rank)
            return known
        draft = known.draft
        dated = telling.rank == known.rank and draft.date is None and date is not None
        settled = draft.status == "hypothetical" and status != "hypothetical"
        if telling.rank > known.rank or dated or settled:
            draft.status, draft.cue, draft.token = status, cue, trigger
            draft.trigger, draft.evidence = self._trigger(trigger), self._sentence(trigger)
            known.rank = telling.rank
        if draft.date is None:
            draft.date = date
            draft.status = self.timing.status(draft.status, date)
        return known

    def _told_status(self, trigger: int) -> tuple[Status, Span | None]:
        """The status that the words give: a present tense is under way, an offer to go is open."""
        tree = self.tree
        status, cue = clause_status(tree, trigger)
        link = tree.head[trigger]
        if tree.dep[trigger] in {"xcomp", "acl", "advcl"} and tree.lower[link] in OFFERING:
            return "hypothetical", Span(tree.start[link], tree.end[link])
        verb = clause_verb(tree, trigger)
        is_noun = tree.pos[trigger] in {"NOUN", "PROPN"}
        talked_of = tree.dep[trigger] in {"dobj", "nsubjpass"} and tree.lemma[link] in CONSIDERING
        if is_noun and status == "occurred" and talked_of:
            return "hypothetical", Span(tree.start[link], tree.end[link])
        if is_noun and verb is not None and tree.dep[trigger] == "pobj":
            if status == "hypothetical" and tree.lemma[verb] in WELCOMING:
                return "ongoing", None  # "would like to welcome X on her visit"
            if tree.lemma[verb] not in BEING_ON or tree.lower[link] != "on":
                verb = trigger
        if status == "occurred" and verb is not None and tree.tag[verb] in {"VBZ", "VBP"}:
            perfect = tree.kids(trigger, "aux") and tree.tag[trigger] == "VBN"
            return ("occurred" if perfect else "ongoing"), cue
        return status, cue

    def _visit_of(self, telling: Telling, country: str | None) -> _Visit | None:
        """The visit that a stop belongs to: the traveller's to that country, else the last one told."""
        people = {a.entity for a in telling.travellers}
        own = [v for (lead, _), v in self._visits.items() if lead in people]
        there = [v for v in own if country is not None and v.draft.targets[0].country == country]
        if there:
            return there[0]
        if country is not None and own and country not in {a.country for a in telling.travellers}:
            return None
        current = self._current_country(telling.trigger) if country is None else None
        for visit in own:
            if current is not None and visit.draft.targets[0].country == current:
                return visit
        earlier = [v for v in own if v.draft.token <= telling.trigger]
        return earlier[-1] if earlier else next(iter(own), None)

    def _current_country(self, trigger: int) -> str | None:
        """The country that the paragraph is in: the last sentence that opens with one ("In Ghana, …")."""
        tree = self.tree
        number = tree.sent[trigger]
        segment = tree.segment[number]
        while number >= 0 and tree.segment[number] == segment:
            first = tree.sents[number][0]
            if tree.lower[first] == "in":
                for obj in tree.kids(first, "pobj"):
                    for mention in self.participants.places(obj):
                        return self.participants.entity(mention).country
            number -= 1
        return None

    def _stop(self, visit: _Visit, place: Place, trigger: int) -> None:
        key = place.name.lower()
        if key in visit.stops:
            return
        draft = self._draft(trigger, "site visit", visit.draft.sources, ())
        draft.place = place
        draft.parent = visit.draft
        draft.status = visit.draft.status
        visit.stops[key] = draft

    def _city(self, mention: TokenMention) -> Place:
        entity = self.participants.entity(mention)
        evidence = Span(*self._span(mention))
        return Place(entity.name, entity.country, entity.lat, entity.lon, entity.identity, "text", evidence)

    # dates

    def _dates(self, destinations: list[Destination], trigger: int) -> list[Date | None]:
        """A date for each destination: its own where several are given in turn, else the shared one."""
        shared = self._date(trigger) or self._date_behind(destinations)
        inline = [d for d in self.resolved.dates if self._inside(d.first, trigger)]
        in_turn = len(destinations) > 1 and len(inline) > 1
        if not in_turn or inline[0].first > destinations[-1].mention.first:
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

    def _date(self, trigger: int) -> Date | None:
        """The date of a telling; "a day after visiting X" is not the day of the clause above it."""
        mention = self.timing.date_mention(trigger)
        if mention is None:
            return None
        tree = self.tree
        link = tree.head[trigger]
        relative = tree.dep[trigger] == "relcl"  # "left on Monday on a trip that will take her to Oman"
        if relative or any(tree.lower[c] in OTHER_DAYS for c in tree.kids(trigger, "amod")):
            own = tree.left_edge(trigger) <= mention.first <= tree.right_edge(trigger)
            return self._with_next_day(mention) if own else None
        if tree.dep[trigger] == "pcomp" and tree.lower[link] in {"after", "before"}:
            own = tree.left_edge(link) <= mention.first <= tree.right_edge(link)
            return mention.date if own else None
        if tree.dep[trigger] in {"nsubj", "dobj", "nsubjpass"} and tree.lemma[link] in ENDING:
            return msgspec.structs.replace(mention.date, start=None, precision="range")
        return self._with_next_day(mention)

    def _with_next_day(self, mention: DateMention) -> Date:
        """The date, drawn out over "today and tomorrow", "on Monday and Tuesday": two days in a row."""
        behind = self.tree.lower[mention.last : mention.last + 1]
        for other in self.resolved.dates if behind == ["and"] else ():
            first, second = mention.date, other.date
            if other.first != mention.last + 1 or first.end is None:
                continue
            if first.end + dt.timedelta(days=1) == second.start:
                evidence = (
                    Span(first.evidence.start, second.evidence.end)
                    if first.evidence is not None and second.evidence is not None
                    else first.evidence
                )
                return msgspec.structs.replace(first, end=second.end, precision="range", evidence=evidence)
        return mention.date

    def as_country(self, travellers: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The country of people who send others."""
        return tuple(
            self.participants.country_actor(a.country, a.spans[0]) if a.country is not None else a
            for a in travellers
        )

    def dated_by_itself(self, trigger: int) -> bool:
        """Whether the clause of the trigger gives a day of its own."""
        mention = self.timing.date_mention(trigger)
        return mention is not None and clause_verb(self.tree, mention.first) == trigger

    def is_today(self, noun: int) -> bool:
        """Whether a visit is dated, by its own words, to the day of the report: "her visit today"."""
        mention, published = self.timing.date_mention(noun), self.resolved.document.published
        if mention is None or published is None or mention.date.start != published.start:
            return False
        return self.tree.left_edge(noun) <= mention.first <= self.tree.right_edge(noun)

    def _date_behind(self, destinations: list[Destination]) -> Date | None:
        """The date right behind the last destination; parsers hang it on the name ("Yerevan June 6-13")."""
        if not destinations:
            return None
        last = destinations[-1].mention.last
        near = [d for d in self.resolved.dates if last <= d.first <= last + 2 and d.last > d.first]
        return near[0].date if near and self.tree.sent[near[0].first] == self.tree.sent[last - 1] else None

    def _inside(self, token: int, trigger: int) -> bool:
        return self.tree.sent[token] == self.tree.sent[trigger] and token > trigger

    # pieces

    def _draft(
        self,
        trigger: int,
        form: Literal["visit", "site visit"],
        sources: tuple[Actor, ...],
        targets: tuple[Actor, ...],
    ) -> EventDraft:
        status, cue = clause_status(self.tree, trigger)
        date = self._date(trigger)
        return EventDraft(
            type="CONSULT",
            mode="visit",
            form=form,
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
