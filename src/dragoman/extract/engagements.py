"""Meetings, calls, signings and mediation: who met whom, from verbs and from nouns alike."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extract import engagement_words as words
from dragoman.extract.clauses import (
    clause_verb,
    direct_objects,
    doer,
    is_passive,
    iter_preps,
    prep_objects,
    subject,
)
from dragoman.extract.drafts import EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.status import clause_status
from dragoman.extract.timing import Timing
from dragoman.records import Actor, EventForm, Span

MODES: dict[str, str | None] = {
    "meeting": None, "call": "phone", "summit": "multilateral", "negotiation": None,
    "mediation": "third-party",
}  # fmt: skip
MAX_REACH = 20
"""How many tokens behind a trigger its counterpart may stand."""
GROUP_NOUNS = frozenset({
    "official", "leader", "representative", "counterpart", "member", "minister", "authority", "leadership",
    "society", "government", "delegation", "stakeholder", "lawmaker", "parliamentarian", "businessman",
    "student", "community", "activist", "figure", "partner",
})  # fmt: skip
"""Counterparts without a name: their country is the place's where the text names no other."""


class Engagements:
    """Finds engagements (other than visits) in one resolved document."""

    def __init__(self, participants: Participants, timing: Timing) -> None:
        self.participants = participants
        self.resolved = participants.resolved
        self.tree = participants.tree
        self.timing = timing
        self._handlers: dict[str, Callable[[int], list[EventDraft]]] = {}
        for group, handler in (
            (words.MEET_VERBS, self._meet),
            (words.TALK_VERBS, self._speak),
            (words.PHONE_VERBS, self._phone),
            (words.HOST_VERBS, self._host),
            (words.NEGOTIATE_VERBS, self._negotiate),
            (words.MEDIATE_VERBS, self._mediate),
            (words.SIGN_VERBS, self._sign),
            (words.ISSUE_VERBS, self._issue),
        ):
            self._handlers.update(dict.fromkeys(group, handler))

    def find(self) -> list[EventDraft]:
        """All engagements in text order, repeats merged."""
        tree = self.tree
        found: list[EventDraft] = []
        for i, lemma in enumerate(tree.lemma):
            pos = tree.pos[i]
            if pos in {"VERB", "AUX"}:
                handler = self._handlers.get(lemma)
                if handler is not None:
                    found.extend(handler(i))
                elif lemma == "call":
                    found.extend(self._call(i) or self._call_on(i))
            elif pos in {"NOUN", "PROPN"} and lemma.removesuffix("s") in words.MEETING_NOUNS:
                found.extend(self._noun(i))
            elif pos in {"NOUN", "PROPN"} and tree.lower[i] == "signing":
                found.extend(self._signing_noun(i))
        return merge_repeats(found, self.title_sentences())

    def title_sentences(self) -> frozenset[int]:
        """Sentences of the title: what they say is usually said again."""
        layout = self.resolved.document.layout
        tree = self.tree
        return frozenset(n for n, segment in enumerate(tree.segment) if layout[segment].kind == "title")

    # verbs

    def _meet(self, verb: int) -> list[EventDraft]:
        if is_passive(self.tree, verb):
            return []
        objects = direct_objects(self.tree, verb)
        partners = self._with(verb, words.PARTY_PREPS) + objects
        if objects and not any(self._is_party(o) for o in objects):
            partners = [p for p in partners if p not in objects]
            if not partners:
                return []  # "meet expectations"
        return self._engage(verb, verb, self._subject_actors(verb), partners, self._remote(verb, "meeting"))

    def _speak(self, verb: int) -> list[EventDraft]:
        partners = self._with(verb, frozenset({"with", "to"}))
        partners = [p for p in partners if self.participants.actors(p)]
        nearby = self._surface_partner(verb)
        if not partners and nearby is not None:
            partners = [nearby]
        if not partners or is_passive(self.tree, verb):
            return []
        if not any(self._is_person_or_leader(p) for p in partners):
            return []
        talked = self.tree.lemma[verb] != "speak" and self._remote(verb, "meeting") == "meeting"
        met = talked or (self._in_person(verb) and self._remote(verb, "meeting") == "meeting")
        form: EventForm = "meeting" if met else "call"
        return self._engage(verb, verb, self._subject_actors(verb), partners, form)

    def _phone(self, verb: int) -> list[EventDraft]:
        return self._engage(verb, verb, self._subject_actors(verb), direct_objects(self.tree, verb), "call")

    def _call(self, verb: int) -> list[EventDraft]:
        """ "called X": not "called X a liar", "called on X", "called for talks", nor "called a meeting"."""
        tree = self.tree
        objects = direct_objects(tree, verb)
        if is_passive(tree, verb) or not objects or tree.kids(verb, "oprd", "ccomp", "prt", "acomp", "attr"):
            return []
        if any(o > verb + 6 for o in objects) or prep_objects(tree, verb, frozenset({"on", "for", "upon"})):
            return []
        if not all(self._is_person_or_leader(o) for o in objects):
            return []
        return self._engage(verb, verb, self._subject_actors(verb), objects, "call")

    def _call_on(self, verb: int) -> list[EventDraft]:
        """ "called on President X": a courtesy call, unless X is asked for something."""
        tree = self.tree
        if tree.kids(verb, "xcomp", "advcl", "ccomp") or prep_objects(tree, verb, frozenset({"for"})):
            return []
        hosts = [o for o in self._with(verb, frozenset({"on"})) if self._is_person_or_leader(o)]
        if any(tree.kids(o, "acl", "relcl") for o in hosts):
            return []
        return self._engage(verb, verb, self._subject_actors(verb), hosts, "meeting") if hosts else []

    def _host(self, verb: int) -> list[EventDraft]:
        tree = self.tree
        objects = [o for o in direct_objects(tree, verb) if self._is_person_or_leader(o)]
        if not objects:
            return []
        host = doer(tree, verb)
        sources = self.participants.actors(host) if host is not None else ()
        placed = bool(prep_objects(tree, verb, frozenset({"at", "in", "to", "for", "on"})))
        if not sources or (tree.lemma[verb] in {"welcome", "greet"} and not placed):
            return []
        return self._engage(verb, verb, sources, objects, "meeting")

    def _negotiate(self, verb: int) -> list[EventDraft]:
        partners = prep_objects(self.tree, verb, words.PARTY_PREPS)
        return (
            self._engage(verb, verb, self._subject_actors(verb), partners, "negotiation") if partners else []
        )

    def _mediate(self, verb: int) -> list[EventDraft]:
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
            self._between(parties)
            if any(tree.lower[i] in words.BETWEEN for i in tree.subtree(verb))
            else self._actors(parties)
        )
        if not sources or not targets:
            return []
        return [self._draft(verb, "mediation", sources, targets, mutual=False)]

    def _sign(self, verb: int) -> list[EventDraft]:
        tree = self.tree
        objects = direct_objects(tree, verb)
        signed = [o for o in objects if self._is_text(o)]
        if not signed:
            return []
        signers = doer(tree, verb)
        sources = self.participants.actors(signers) if signers is not None else ()
        others = prep_objects(tree, verb, words.PARTY_PREPS)
        others += [p for o in signed for p in prep_objects(tree, o, words.PARTY_PREPS | words.BETWEEN)]
        return self._signing(verb, sources, self._actors(others))

    def _issue(self, verb: int) -> list[EventDraft]:
        """ "issued a joint statement with": issued together, by two sides that are both named."""
        tree = self.tree
        for obj in direct_objects(tree, verb):
            joint = any(tree.lower[c] == "joint" for c in tree.children[obj])
            if not joint or tree.lemma[obj] not in words.SIGNED_NOUNS:
                continue
            others = prep_objects(tree, verb, words.PARTY_PREPS) + prep_objects(tree, obj, words.PARTY_PREPS)
            issuer = doer(tree, verb)
            sources = self.participants.actors(issuer) if issuer is not None else ()
            targets = self._actors(others)
            if sources and (targets or len(sources) > 1):
                return [self._draft(verb, "signing", sources, targets)]
            nearby = self._surface_partner(obj)
            if sources and nearby is not None:
                return [
                    self._draft(
                        verb,
                        "signing",
                        sources,
                        self._unique(list(self.participants.actors(nearby)), sources),
                    )
                ]
        return []

    # nouns

    def _noun(self, noun: int) -> list[EventDraft]:
        tree = self.tree
        lemma = tree.lemma[noun].removesuffix("s")
        if lemma in words.PLURAL_TALK and tree.tag[noun] not in {"NNS", "NNPS"}:
            return []
        if tree.dep[noun] in {"compound", "nmod", "amod"} or self._is_name(noun):
            return []
        verb = clause_verb(tree, noun)
        if (
            lemma == "call"
            and any(tree.lower[p] in {"for", "on"} for p in tree.kids(noun, "prep"))
            and not prep_objects(tree, noun, words.PARTY_PREPS)
        ):
            return []  # "our call for their release"
        held = verb is not None and tree.lemma[verb] in words.HOLDING_VERBS and self._held_by(noun, verb)
        if not held and lemma not in words.COUNTED_NOUNS:
            return []
        partners = prep_objects(tree, noun, words.PARTY_PREPS)
        between = prep_objects(tree, noun, words.BETWEEN)
        for held_verb in tree.kids(noun, "acl"):  # "talks held in May between A and B"
            between += prep_objects(tree, held_verb, words.BETWEEN)
        of_parties = [p for p in prep_objects(tree, noun, frozenset({"of"})) if self.participants.actors(p)]
        if held and verb is not None:
            partners += [p for p in prep_objects(tree, verb, words.PARTY_PREPS) if p not in partners]
        owner = tree.kid(noun, "poss")
        sources = self.participants.actors(owner) if owner is not None else ()
        if not sources and owner is not None and tree.lower[owner] == "their":
            sources = self._named_before(owner)
        if not sources and verb is not None and (held or partners) and not between:
            sources = self._noun_holder(noun, verb)
        if between or of_parties:
            parties = self._between(between) if between else self._actors(of_parties)
            extra = tuple(a for a in sources if a.entity not in {p.entity for p in parties}) if held else ()
            if between and len(parties) < 2:
                return []
            if (
                not between
                and len(parties) + len(extra) + len(self._actors(partners)) < 2
                and self._noun_form(noun, lemma) != "summit"
            ):
                return []
            more = self._actors(partners) if of_parties else ()
            return [
                self._draft(
                    noun, self._noun_form(noun, lemma), extra or parties, (parties if extra else ()) + more
                )
            ]
        if not partners and len(sources) < 2:
            return []
        if not partners and not (held or owner is not None):
            return []
        return self._engage(
            noun, verb if verb is not None else noun, sources, partners, self._noun_form(noun, lemma)
        )

    def _named_before(self, token: int) -> tuple[Actor, ...]:
        """People named before "their" in its sentence: "X and Y before their meeting"."""
        first = self.tree.sents[self.tree.sent[token]][0]
        people = [
            m
            for m in self.resolved.mentions
            if first <= m.first < token and self.participants.entity(m).kind == "person"
        ]
        return self.participants.build(people)

    def _held_by(self, noun: int, verb: int) -> bool:
        tree = self.tree
        if tree.dep[noun] in {"dobj", "nsubjpass", "obj"} and tree.head[noun] == verb:
            return True
        if tree.dep[noun] == "conj":
            return self._held_by(tree.head[noun], verb) if tree.head[noun] != noun else False
        head = tree.head[noun]
        return (
            tree.dep[noun] == "pobj"
            and tree.head[head] == verb
            and tree.lemma[verb] in {"participate", "take", "engage"}
        )

    def _noun_holder(self, noun: int, verb: int) -> tuple[Actor, ...]:
        tree = self.tree
        holder = doer(tree, verb) if tree.lemma[verb] in words.HOLDING_VERBS else subject(tree, verb)
        return self.participants.actors(holder) if holder is not None and holder != noun else ()

    def _noun_form(self, noun: int, lemma: str) -> EventForm:
        tree = self.tree
        modifiers = {tree.lower[c] for c in tree.children[noun]} | ({tree.lower[noun - 1]} if noun else set())
        if lemma in words.CALL_NOUNS or modifiers & words.REMOTE_WORDS:
            return "call"
        if lemma in words.SUMMIT_NOUNS:
            return "summit"
        return "negotiation" if lemma == "negotiation" else "meeting"

    def _signing_noun(self, noun: int) -> list[EventDraft]:
        tree = self.tree
        base = tree.head[noun] if tree.dep[noun] in {"compound", "amod", "nmod"} else noun
        preps = prep_objects(tree, base, frozenset({"of", "for"}))
        between = prep_objects(tree, base, words.BETWEEN)
        for text in preps:
            between += prep_objects(tree, text, words.BETWEEN | words.PARTY_PREPS)
        parties = self._between(between)
        if len(parties) < 2 or not any(self._is_text(p) for p in preps):
            return []
        return self._signing(noun, parties, ())

    # pieces

    def _subject_actors(self, verb: int) -> tuple[Actor, ...]:
        head = subject(self.tree, verb)
        return self.participants.actors(head) if head is not None else ()

    def _actors(self, tokens: list[int]) -> tuple[Actor, ...]:
        found: dict[str, Actor] = {}
        for token in tokens:
            for actor in self.participants.actors(token):
                found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def _engage(
        self, trigger: int, verb: int, sources: tuple[Actor, ...], partners: list[int], form: EventForm
    ) -> list[EventDraft]:
        groups = [self.participants.actors(p) for p in partners]
        if not any(groups):
            nearby = self._surface_partner(trigger)
            groups = [self.participants.actors(nearby)] if nearby is not None else groups
        targets = self._unique([a for group in groups for a in group], sources)
        if not sources:
            return []
        if partners and not targets:
            placed = self._by_place(trigger, verb, partners)
            return [
                self._draft(trigger, form, sources, (actor,))
                for actor in placed
                if actor.country not in {s.country for s in sources}
            ]
        if not targets and len(sources) < 2 and not self._plural_subject(verb):
            return []
        if len(targets) > 1 and self._split(trigger, verb):
            return [self._draft(trigger, form, sources, (target,)) for target in targets]
        sides = [targets] if self._together(trigger, verb) else by_government(targets)
        return [self._draft(trigger, form, sources, side) for side in sides]

    def _with(self, governor: int, preps: frozenset[str]) -> list[int]:
        """Objects of "with", each taken from the first actor behind the preposition: parsers make the last one the head."""
        tree = self.tree
        out = []
        for prep, obj in iter_preps(tree, governor):
            if tree.lower[prep] not in preps:
                continue
            start = obj
            for j in range(prep + 1, obj):
                if self.participants.at(j) is not None:
                    start = j
                    break
                if tree.pos[j] not in {"DET", "ADJ", "ADV", "PRON"}:
                    break
            out.append(start)
        return out

    def _surface_partner(self, trigger: int) -> int | None:
        """The first actor behind a "with" of the clause, where the parser hung it on another noun."""
        tree = self.tree
        end = tree.sents[tree.sent[trigger]][1]
        for i in range(trigger + 1, min(end, trigger + MAX_REACH)):
            if tree.tag[i] in {"VBD", "VBZ", "VBP", "MD"}:
                return None
            if tree.lower[i] in words.PARTY_PREPS:
                for j in range(i + 1, min(end, i + MAX_REACH)):
                    near = j <= i + 5 or tree.lower[j - 1] in {"including", "like"}
                    if near and self.participants.at(j) is not None:
                        return j
                    if tree.pos[j] not in {
                        "DET",
                        "ADJ",
                        "ADV",
                        "PRON",
                        "NOUN",
                        "PROPN",
                        "ADP",
                    } and tree.lower[j] not in {"including", ",", "-"}:
                        break
        return None

    def _between(self, preps: list[int]) -> tuple[Actor, ...]:
        """Both sides of "between A and B", read off the surface where the parse shows one."""
        parsed = self._actors(preps)
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

    def _unique(self, actors: list[Actor], sources: tuple[Actor, ...]) -> tuple[Actor, ...]:
        own = {actor.entity for actor in sources}
        found: dict[str, Actor] = {}
        for actor in actors:
            if actor.entity not in own:
                found.setdefault(actor.entity, actor)
        return tuple(found.values())

    def _split(self, trigger: int, verb: int) -> bool:
        """Whether "respectively" or "separately" tells the counterparts apart."""
        tree = self.tree
        near = set(tree.children[trigger]) | set(tree.children[verb])
        first, last = tree.sents[tree.sent[trigger]]
        near |= {i for i in range(max(first, trigger - 2), last) if tree.lower[i] == "respectively"}
        return any(tree.lower[i] in words.SPLITTERS for i in near)

    def _together(self, trigger: int, verb: int) -> bool:
        """Whether several governments met as one round: "a trilateral meeting", "met together", a summit."""
        tree = self.tree
        near = {tree.lower[c] for i in (trigger, verb) for c in tree.children[i]} | {tree.lower[trigger]}
        return bool(near & words.ROUND_WORDS)

    def _plural_subject(self, verb: int) -> bool:
        head = subject(self.tree, verb)
        return (
            head is not None
            and self.tree.tag[head] in {"NNS", "NNPS"}
            and bool(self.participants.actors(head))
        )

    def _by_place(self, trigger: int, verb: int, partners: list[int]) -> list[Actor]:
        """Countries of nameless counterparts: those of the places the clause names."""
        tree = self.tree
        if not any(
            tree.lemma[c].removesuffix("s") in GROUP_NOUNS for p in partners for c in tree.conjuncts(p)
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

    def _is_party(self, token: int) -> bool:
        return (
            bool(self.participants.actors(token)) or self.tree.lemma[token].removesuffix("s") in GROUP_NOUNS
        )

    def _is_person_or_leader(self, token: int) -> bool:
        mention = self.participants.at(token)
        if mention is None:
            return False
        kinds = {self.resolved.entities[e].kind for e in mention.entities}
        return "person" in kinds or mention.group or mention.form == "title"

    def _is_text(self, token: int) -> bool:
        """Whether a noun is an agreement, by its own head or by a name that ends in one ("Artemis Accords")."""
        tree = self.tree
        if (
            tree.lemma[token].removesuffix("s") in words.SIGNED_NOUNS
            or tree.lower[token] in words.SIGNED_NOUNS
        ):
            return True
        mention = self.resolved.mention(token)
        if mention is None:
            return any(
                tree.lower[i].removesuffix("s") in words.SIGNED_NOUNS
                for i in range(tree.left_edge(token), token)
            )
        return any(
            tree.lower[i].removesuffix("s") in words.SIGNED_NOUNS for i in range(mention.first, mention.last)
        )

    def _is_name(self, noun: int) -> bool:
        """Part of a proper name such as "Munich Security Conference"."""
        mention = self.resolved.mention(noun)
        if mention is None:
            return False
        return self.resolved.entities[mention.entities[0]].kind in {"organization", "venue", "person"}

    def _signing(
        self, trigger: int, sources: tuple[Actor, ...], targets: tuple[Actor, ...]
    ) -> list[EventDraft]:
        parties = self.participants.as_states(sources + targets)
        if len(parties) < 2:
            return []
        return [self._draft(trigger, "signing", parties[:1], parties[1:])]

    def _draft(
        self,
        trigger: int,
        form: EventForm,
        sources: tuple[Actor, ...],
        targets: tuple[Actor, ...],
        *,
        mutual: bool = True,
    ) -> EventDraft:
        tree = self.tree
        status, cue = clause_status(tree, trigger)
        date = self.timing.date(trigger)
        first, last = tree.sents[tree.sent[trigger]]
        kind = "SUPPORT" if form == "signing" else "CONSULT"
        return EventDraft(
            type=kind,
            mode=MODES.get(form),
            form=form,
            status=self.timing.status(status, date),
            sources=sources,
            targets=targets,
            trigger=Span(tree.start[trigger], tree.end[trigger]),
            evidence=Span(tree.start[first], tree.end[last - 1]),
            origin=f"engagements:{tree.lemma[trigger]}",
            token=trigger,
            sentence=tree.sent[trigger],
            mutual=mutual,
            date=date,
            cue=cue,
            confidence=0.85 if targets else 0.7,
        )


def by_government(targets: tuple[Actor, ...]) -> list[tuple[Actor, ...]]:
    """Counterparts of one list, a group each government: a list of ministers is a series of bilateral meetings.

    People without a country go with the first group.
    """
    groups: dict[str, list[Actor]] = {}
    loose = [actor for actor in targets if actor.country is None]
    for actor in targets:
        if actor.country is not None:
            groups.setdefault(actor.country, []).append(actor)
    if len(groups) < 2:
        return [targets]
    sides = list(groups.values())
    sides[0].extend(loose)
    return [tuple(side) for side in sides]


def merge_repeats(found: list[EventDraft], title_sentences: frozenset[int]) -> list[EventDraft]:
    """One event an engagement: the same form and the same people without two different dates is told again.

    A later mention with fewer of the same people is a repeat, too ("during their meeting"); what a title
    tells is kept only where the body does not tell it.
    """
    kept: list[EventDraft] = []
    for event in found:
        for other in kept:
            if _same_engagement(event, other):
                _absorb(other, event, told_in_title=other.sentence in title_sentences)
                break
        else:
            kept.append(event)
    return kept


def _same_engagement(event: EventDraft, other: EventDraft) -> bool:
    if event.form != other.form or event.token == other.token:
        return False
    if event.date is not None and other.date is not None and event.date.start != other.date.start:
        return False
    if "negated" in {event.status, other.status} and event.status != other.status:
        return False
    return event.people() <= other.people() or other.people() <= event.people()


def _absorb(kept: EventDraft, repeat: EventDraft, *, told_in_title: bool) -> None:
    """Take the fuller telling: the one with more people, or the body's where the kept one is the title's."""
    fuller = len(repeat.people()) > len(kept.people())
    if fuller:
        kept.sources, kept.targets = repeat.sources, repeat.targets
    if fuller or told_in_title:
        kept.trigger, kept.evidence, kept.token, kept.sentence = (
            repeat.trigger,
            repeat.evidence,
            repeat.token,
            repeat.sentence,
        )
        kept.status, kept.cue = repeat.status, repeat.cue
    if kept.date is None:
        kept.date = repeat.date
