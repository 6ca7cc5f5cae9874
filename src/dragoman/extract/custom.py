"""Events of a codebook of one's own: its cue words and the clauses of sentences that are like its examples.

A sentence is asked about once. A cue's type stands where the sentence is near enough to that type's examples;
a clause without any cue must be nearer. Roles, status and dates come from the same rules as PLOVER's deeds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.codebooks import Codebook
from dragoman.extract.claim_words import SPEECH_VERBS
from dragoman.extract.clauses import iter_preps, subject
from dragoman.extract.custom_lexicon import LIKE, load_custom_lexicon
from dragoman.extract.deeds_cast import Actors, Cast
from dragoman.extract.deeds_merge import merge_repeats
from dragoman.extract.deeds_reality import is_unreal, status
from dragoman.extract.deeds_roles import Roles
from dragoman.extract.drafts import EventDraft
from dragoman.extract.participants import Participants
from dragoman.extract.timing import Timing
from dragoman.extract.triggers import AUXILIARY, VERBAL, Trigger, TriggerFinder
from dragoman.models.examples import ExampleClassifier, Nearness, load_examples
from dragoman.records import Actor, Span

HOME_POLITICS = frozenset({"COP", "JUD", "GOV", "LEG", "OPP", "PTY"})
"""Sectors that face people of their own country unless the text says otherwise."""
CLEARLY = 0.5
"""Lead by which another type than the cue's own must be nearer to be taken in its stead."""
CLIMB = 2
"""Steps from a cue noun to the verb that is done with it: "burned boxes of ballots"."""


def extract_custom(participants: Participants, timing: Timing, codebook: Codebook) -> list[EventDraft]:
    """Find the events of a codebook that codes by examples.

    Args:
        participants: The document's actors; people without a name that an event needs become entities.
        timing: Its dates.
        codebook: The types with their cues and examples.

    Returns:
        Drafts in text order, repeats merged; `origin` says by which cue and which example.

    Raises:
        TableError: If the lexicon or the encoder are missing or malformed.
    """
    return Custom(participants, timing, codebook, load_examples(codebook)).find()


class _Found(NamedTuple):
    """A trigger with its sides."""

    trigger: Trigger
    sources: Actors
    targets: Actors

    def filled(self) -> int:
        return bool(self.sources) + bool(self.targets)


@dataclass(slots=True)
class _Candidate:
    """A word of the document and the types whose cue it is; none for a clause without a cue."""

    trigger: Trigger
    kinds: frozenset[int]


class Custom:
    """Finds events in one resolved document."""

    def __init__(
        self, participants: Participants, timing: Timing, codebook: Codebook, examples: ExampleClassifier
    ) -> None:
        self.examples = examples
        self.cast = Cast(participants, load_custom_lexicon(codebook))
        self.tree = participants.tree
        self.resolved = participants.resolved
        self.timing = timing
        self.roles = Roles(self.cast)
        self.finder = TriggerFinder(self.cast.nouns, codebook)
        self._numbers = {name: number for number, name in enumerate(codebook.types)}

    def find(self) -> list[EventDraft]:
        """All events in text order, repeats merged."""
        candidates: dict[int, list[_Candidate]] = {}
        for one in self._cued():
            candidates.setdefault(self.tree.sent[one.trigger.token], []).append(one)
        sentences = range(len(self.tree.sents))
        nearness = self.examples.near([self.resolved.sentence(number) for number in sentences])
        drafts = []
        for number, near in zip(sentences, nearness, strict=True):
            own = candidates.get(number)
            drafts += self._by_cue(own, near) if own else self._by_example(number, near)
        drafts.sort(key=lambda draft: draft.token)
        layout = self.resolved.document.layout
        titles = frozenset(n for n in sentences if layout[self.tree.segment[n]].kind == "title")
        drafts = merge_repeats(drafts, titles, self.tree)
        self.cast.enter(drafts)
        return drafts

    # candidates

    def _cued(self) -> Iterator[_Candidate]:
        """Words that are cues, and verbs whose object is one."""
        seen: set[int] = set()
        for senses in self.finder.find():
            kinds = frozenset(self._numbers[sense.frame.type] for sense in senses)
            trigger = senses[0]
            found = self._sided(trigger)
            if not found.filled() or (self.tree.pos[trigger.token] == "NOUN" and not found.sources):
                trigger = self._carrying(trigger) or trigger
            if trigger.token not in seen:
                seen.add(trigger.token)
                self.finder.take(trigger)
                yield _Candidate(trigger, kinds)

    def _carrying(self, trigger: Trigger) -> Trigger | None:
        """The verb that does something with a noun: "burned ballots", "boxes of ballots were stolen"."""
        tree, token = self.tree, trigger.token
        for _ in range(CLIMB):
            above = tree.head[token]
            if tree.dep[token] == "pobj":
                above = tree.head[above]
            if tree.pos[above] in VERBAL:
                return self._clause(above)
            if above == token:
                return None
            token = above
        return None

    def _clause(self, verb: int) -> Trigger:
        return Trigger(verb, LIKE, None, verb, self.finder.objects(verb))

    def _clauses(self, sentence: int) -> Iterator[Trigger]:
        """Verbs that join a subject or a patient to something else."""
        tree = self.tree
        for i in range(*tree.sents[sentence]):
            if tree.pos[i] != "VERB" or tree.dep[i] in AUXILIARY:
                continue
            objects = self.finder.objects(i)
            said = tree.lemma[i] in SPEECH_VERBS  # "warned residents", not "said on Tuesday"
            if objects or (not said and self._has_phrases(i)):
                yield Trigger(i, LIKE, None, i, objects)

    def _has_phrases(self, verb: int) -> bool:
        """Whether a verb without object has a subject and a preposition's phrase: "fired at the crowd"."""
        return subject(self.tree, verb) is not None and next(iter_preps(self.tree, verb), None) is not None

    # types

    def _by_cue(self, candidates: Sequence[_Candidate], near: Nearness) -> list[EventDraft]:
        best = int(near.scores[:-1].argmax())
        out: list[EventDraft] = []
        for one in candidates:
            kind = max(one.kinds, key=lambda n: float(near.scores[n]))
            if near.scores[best] - near.scores[kind] > CLEARLY:
                kind = best
            if self.examples.lead(near, kind) < self.examples.threshold:
                continue
            draft = self._draft(self._sided(one.trigger), kind, near)
            if draft is not None and not any(_tells_same(earlier, draft) for earlier in out):
                out.append(draft)
        return out

    def _by_example(self, sentence: int, near: Nearness) -> list[EventDraft]:
        """The clause that is most like the examples of a type that the sentence is clearly like."""
        kind = int(near.scores[:-1].argmax())
        if self.examples.lead(near, kind) < self.examples.sure:
            return []
        found = [self._sided(trigger) for trigger in self._clauses(sentence)]
        fullest = max((one.filled() for one in found), default=0)
        found = [one for one in found if one.filled() == fullest > 0]
        if len(found) > 1:
            clauses = self.examples.near([self._clause_text(one.trigger.token) for one in found])
            leads = [self.examples.lead(clause, kind) for clause in clauses]
            order = sorted(range(len(found)), key=lambda n: -leads[n])
            found = [found[n] for n in order]
        drafts = (self._draft(one, kind, near) for one in found)
        return [draft for draft in drafts if draft is not None][:1]

    def _clause_text(self, verb: int) -> str:
        tree = self.tree
        inside = tree.subtree(verb)
        return self.resolved.document.text[tree.start[inside[0]] : tree.end[inside[-1]]]

    # sides

    def _sided(self, trigger: Trigger) -> _Found:
        sources, targets = self.roles.of(trigger)
        place = self.roles.place(trigger)
        if place:
            sources = tuple(self.cast.in_country(actor, place[0]) for actor in sources)
            targets = tuple(self.cast.in_country(actor, place[0]) for actor in targets)
        sources, targets = self._at_home(sources, targets), self._at_home(targets, sources)
        homes = {actor.country for actor in sources if actor.country is not None}
        targets = tuple(a for a in targets if a.country not in homes or not self.cast.is_bare(a))
        if place:  # where they stand is not whom they oppose
            targets = tuple(a for a in targets if a not in place) or (targets if not sources else ())
        return _Found(trigger, sources, targets)

    def _at_home(self, side: Actors, other: Actors) -> Actors:
        """Nameless people take the country of those on the other side who act at home."""
        homes = [a for a in other if a.country is not None and a.sector in HOME_POLITICS]
        if len({actor.country for actor in homes}) != 1:
            return side
        return tuple(self.cast.in_country(actor, homes[0]) for actor in side)

    # the record

    def _draft(self, found: _Found, kind: int, near: Nearness) -> EventDraft | None:
        tree, trigger = self.tree, found.trigger
        if not found.filled() or is_unreal(tree, trigger, self.cast.lexicon):
            return None
        name = self.examples.types[kind]
        state, cue = status(tree, trigger)
        date = self.timing.date(trigger.token)
        first, last = tree.sents[tree.sent[trigger.token]]
        sources, targets = found.sources, found.targets
        mutual = self.examples.codebook.types[name].mutual and (len(sources) > 1 or bool(targets))
        return EventDraft(
            type=name,
            mode=self.examples.cues.mode(name, self.resolved.sentence(tree.sent[trigger.token])),
            form=None,
            status=self.timing.status(state, date),
            sources=sources,
            targets=targets,
            trigger=self._span(trigger),
            evidence=Span(tree.start[first], tree.end[last - 1]),
            origin=self.examples.reason(near, kind),
            token=trigger.token,
            mutual=mutual,
            date=date,
            cue=cue,
            confidence=round(self.examples.chance(self.examples.lead(near, kind)), 2),
        )

    def _span(self, trigger: Trigger) -> Span:
        """The trigger's words, with a particle that follows."""
        tree, token = self.tree, trigger.token
        last = token + 1 if tree.kid(token, "prt") == token + 1 else token
        return Span(tree.start[trigger.first], tree.end[last])


def _tells_same(a: EventDraft, b: EventDraft) -> bool:
    """Whether two words of a sentence tell one event: same type, and no actor that contradicts."""
    return a.type == b.type and (_agree(a.sources, b.sources) and _agree(a.targets, b.targets))


def _agree(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    return not a or not b or bool({x.entity for x in a} & {x.entity for x in b})
