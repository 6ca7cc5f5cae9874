"""Deeds that no word of the lexicon denotes: clauses that join two known actors, put to the classifier.

A question costs about as much as everything else for forty tokens, so few are asked: at most one a sentence,
where two different actors stand around a verb that nothing else has used, and the proposal is likely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.claim_words import SPEECH_VERBS
from dragoman.extract.deeds_cast import Actors, Cast
from dragoman.extract.deeds_conditions import OBJECT_DEPS
from dragoman.extract.deeds_roles import PLACE_PREPS
from dragoman.extract.drafts import EventDraft
from dragoman.extract.lexicon import Frame
from dragoman.extract.proposals import Proposal, Proposer
from dragoman.extract.proposals_roles import AUXILIARY
from dragoman.extract.triggers import Trigger
from dragoman.models import Classification, Question, load_classifier
from dragoman.records import Actor, Span

ORIGIN = "classifier"
LIKELY = 0.3
"""Least chance of a proposal among those of its sentence."""
EVENT, SURE = 0.9, 0.8
"""Least chance that anything happened between the two, and that it was an act of this type."""
ASKED = 3
"""Proposals that a deed's target is looked for among."""
COMPLETE = 0.3
"""Least chance of a proposal that gives a deed its other side."""
LONGEST = 70
"""Tokens of the longest sentence asked about."""
ARMED = frozenset({"GOV", "MIL", "COP", "REB", "PRM", "UAF", "JUD", "LEG"})
"""Sectors whose people act in politics even where neither name nor country is given."""
SPEAKERS = frozenset({"i", "we", "you", "us", "me"})
"""Who speaks or is spoken to: what they tell of themselves are claims."""
VOID = frozenset({"be", "have", "do", "become", "seem", "appear"})
"""Verbs that join nobody."""
ON_ANYBODY = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Types that count even where those who suffer have no name."""
EMPTY = frozenset({
    "be", "have", "do", "become", "include", "remain", "seem", "appear", "follow", "go", "come", "get", "see",
    "know", "want", "need", "live", "work", "look", "play", "win", "beat", "lose", "score", "read", "study",
    "make", "owe", "die", "buy", "purchase", "sell", "use", "operate", "own", "issue", "lead", "call",
    "continue", "visit", "travel", "arrive", "meet", "speak", "discuss", "talk", "thank", "welcome", "join",
    "attend", "receive", "begin", "head",
})  # fmt: skip
"""Verbs that others read, or that say too little."""


@dataclass(slots=True)
class Asked:
    """A proposal with the actors of both sides."""

    proposal: Proposal
    sources: Actors
    targets: Actors
    question: Question


class Unlisted:
    """Finds what to ask about in one document."""

    def __init__(self, cast: Cast, used: set[int]) -> None:
        self.cast = cast
        self.tree = cast.tree
        self.used = used | {self.tree.head[i] for i in used if self.tree.pos[i] == "NOUN"}
        self.proposer = Proposer(cast.nouns)
        self._actors: dict[int, Actors] = {}

    def asked(self) -> list[Asked]:
        """The clauses worth a question, in text order."""
        layout = self.cast.resolved.document.layout
        out = []
        for number, (first, last) in enumerate(self.tree.sents):
            if layout[self.tree.segment[number]].kind == "title" or not self._is_worth(first, last):
                continue
            found = self._best(number)
            if found is not None:
                out.append(found)
        return out

    def _is_worth(self, first: int, last: int) -> bool:
        """Whether a sentence has two actors, one of them in politics, and a verb that nothing has used."""
        tree = self.tree
        if last - first > LONGEST or tree.lower[last - 1] == "?":
            return False
        if not any(self._is_free(i) for i in range(first, last)):
            return False
        known, political = set[str](), False
        for head in self._heads(first, last):
            found = self.actors(head) or self.cast.place_countries(head)
            known.update(actor.entity for actor in found)
            political = political or any(map(self._is_party, found))
            if political and len(known) > 1:
                return True
        return False

    def _heads(self, first: int, last: int) -> Iterator[int]:
        """Tokens of a sentence that name or denote actors or places."""
        tree, resolved = self.tree, self.cast.resolved
        people, previous = self.cast.lexicon.people, -1
        for i in range(first, last):
            number = resolved.mention_at[i]
            if number >= 0:
                if number != previous:
                    yield resolved.mentions[number].head
                previous = number
            elif tree.pos[i] == "NOUN" and tree.lemma[i] in people:
                yield i

    def _is_free(self, i: int) -> bool:
        tree = self.tree
        if tree.pos[i] != "VERB" or i in self.used or tree.dep[i] in AUXILIARY:
            return False
        if tree.dep[i] == "acl" and tree.tag[i] == "VBN":  # "a school run by the agency" says which
            return False
        lemma = tree.lemma[i]
        return lemma not in EMPTY and lemma not in SPEECH_VERBS and not self._is_judged(lemma)

    def _is_judged(self, lemma: str) -> bool:
        """Whether the lexicon knows a verb well: as a deed at all times, or as an act of speech alone."""
        frames = self.cast.lexicon.verbs.get(lemma, ())
        always = (p is None and not frame.words and not frame.conditions() for p, frame in frames)
        return any(always) or (bool(frames) and all(frame.words for _, frame in frames))

    def _best(self, sentence: int) -> Asked | None:
        """The likeliest proposal, where its verb is free and its sides are two parties in politics."""
        if not any(map(self._joins_two, range(*self.tree.sents[sentence]))):
            return None
        found = self.proposer.propose(sentence, 1, self._is_known, self._joins)
        if not found or found[0].chance < LIKELY or not self._is_free(found[0].trigger):
            return None
        proposal = found[0]
        source, target = proposal.source, proposal.target
        sources = self.actors(source.head) if self._acts(source.head) else ()
        targets = self.actors(target.head) or self.cast.place_countries(target.head)
        if not sources or not targets or (source.first < target.last and target.first < source.last):
            return None
        here = {(actor.entity, actor.sector) for actor in sources}
        if here & {(actor.entity, actor.sector) for actor in targets}:
            return None
        sufferers = self.actors(target.head) if self._acts(target.head) else ()
        if not any(map(self._is_party, sources + sufferers)):
            return None
        return Asked(proposal, sources, targets, self._question(proposal))

    def _joins_two(self, verb: int) -> bool:
        """Whether two actors or places stand around a verb that nothing has used."""
        if not self._is_free(verb):
            return False
        found = {
            (self.actors(token) or self.cast.place_countries(token))[0].entity
            for _, token, _ in self.proposer.arguments(verb)
            if self._is_known(token)
        }
        return len(found) > 1

    def _joins(self, predicate: int) -> bool:
        """Whether a predicate is a verb of sense, or a noun that something has used."""
        tree = self.tree
        return predicate in self.used or (tree.pos[predicate] == "VERB" and tree.lemma[predicate] not in VOID)

    def _is_known(self, head: int) -> bool:
        return bool(self.actors(head) or self.cast.place_countries(head))

    def actors(self, head: int) -> Actors:
        """Actors of a phrase by its head."""
        found = self._actors.get(head)
        if found is None:
            found = self._actors[head] = self.cast.actors(head)
        return found

    def _acts(self, head: int) -> bool:
        """Whether a phrase names or denotes who acts, and is not just a thing of theirs."""
        nouns = self.cast.nouns
        if self.tree.lower[head] in SPEAKERS or self._is_where(head):
            return False
        content = nouns.content(head)
        return self.cast.participants.at(content) is not None or nouns.sector(content) is not None

    def _is_where(self, head: int) -> bool:
        """Whether a phrase says where something is: "near Kabul, Afghanistan"."""
        tree = self.tree
        while tree.dep[head] in {"appos", "conj", "compound", "nmod"}:
            head = tree.head[head]
        return tree.dep[head] == "pobj" and tree.lower[tree.head[head]] in PLACE_PREPS

    def _is_party(self, actor: Actor) -> bool:
        """Whether an actor alone makes an act political, and not only by the country he comes from."""
        if actor.sector is None:
            bodies = actor.country is None and actor.office is None and self.cast.is_political(actor)
            officials = actor.office is not None and actor.country is not None
            return bodies or officials or self.cast.is_bare(actor)
        if self.cast.is_nameless(actor):
            return actor.sector in ARMED or (actor.country is not None and self.cast.is_political(actor))
        return self.cast.is_political(actor)

    def _question(self, proposal: Proposal) -> Question:
        tree = self.tree
        first, last = tree.sents[tree.sent[proposal.trigger]]
        start = tree.start[first]
        text = self.cast.resolved.document.text[start : tree.end[last - 1]]
        sides = (
            Span(tree.start[phrase.first] - start, tree.end[phrase.last - 1] - start)
            for phrase in (proposal.source, proposal.target)
        )
        return Question(text, *sides)

    def targets(self, draft: EventDraft) -> Actors:
        """Whom a deed without a target is aimed at, where a proposal for its word says so."""
        known = {actor.entity for actor in draft.sources}
        homes = {actor.country for actor in draft.sources if actor.country is not None}
        words = {draft.token, *self.tree.kids(draft.token, "xcomp", *OBJECT_DEPS)}
        if self.tree.pos[draft.token] == "NOUN":
            words.add(self.tree.head[draft.token])
        for found in self.proposer.propose(self.tree.sent[draft.token], ASKED, self._is_known):
            if found.chance < COMPLETE or found.trigger not in words:
                continue
            if known & {actor.entity for actor in self.actors(found.source.head)}:
                others = self.actors(found.target.head) or self.cast.place_countries(found.target.head)
                if others and not homes & {actor.country for actor in others}:
                    return others
        return ()

    def answers(self, asked: list[Asked], doubted: list[EventDraft]) -> list[Classification]:
        """What the classifier says of clauses and of deeds of weak words, in one call."""
        questions = [one.question for one in asked] + [self._about(draft) for draft in doubted]
        return load_classifier().classify(questions) if questions else []

    def _about(self, draft: EventDraft) -> Question:
        start, end = draft.evidence.start, draft.evidence.end
        sides: list[Span | None] = []
        for actors in (draft.sources, draft.targets):
            inside = (span for actor in actors for span in actor.spans if start <= span[0] and span[1] <= end)
            found = next(inside, None)
            taken = found is not None and sides and sides[0] is not None and _meet(sides[0], found, start)
            sides.append(
                Span(found[0] - start, found[1] - start) if found is not None and not taken else None
            )
        return Question(self.cast.resolved.document.text[start:end], *sides)

    def _is_anybody(self, actor: Actor) -> bool:
        return self.cast.is_nameless(actor) and actor.sector not in ARMED

    def trigger(self, asked: Asked, answer: Classification) -> Trigger | None:
        """The act that the classifier sees, where it is sure."""
        if answer.event < EVENT or answer.confidence < SURE:
            return None
        if answer.type not in ON_ANYBODY and all(map(self._is_anybody, asked.targets)):
            return None
        token = asked.proposal.trigger
        frame = Frame(id=ORIGIN, type=answer.type, loose=True, needs=frozenset({"source", "target"}))
        return Trigger(token, frame, answer.mode, token, self.tree.kids(token, *OBJECT_DEPS))


def _meet(side: Span, span: tuple[int, int], start: int) -> bool:
    """Whether a span of the document overlaps one of the sentence that begins at `start`."""
    return side.start < span[1] - start and span[0] - start < side.end
