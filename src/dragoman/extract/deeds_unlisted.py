"""Deeds that no word of the lexicon denotes: sentences that nothing else has used, put to the encoder.

It reads who acts on whom (`RoleReader`), and the classifier says what was done. A question costs about as
much as everything else for a hundred tokens, so only sentences with a party to politics are asked about. Of
those that an engagement, a deed of the lexicon or a claim has used, only the ones with a verb of two parties
that none of these has; what "we" tell of ourselves is left to claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.deeds_cast import PEOPLE, Actors, Cast
from dragoman.extract.deeds_conditions import OBJECT_DEPS
from dragoman.extract.deeds_nouns import NOUNS
from dragoman.extract.drafts import EventDraft
from dragoman.extract.lexicon import Frame
from dragoman.extract.triggers import AUXILIARY, Trigger
from dragoman.models import Classification, Parties, Question, load_classifier
from dragoman.records import Actor, Span

ORIGIN = "classifier"
LIKELY, SECOND = 0.2, 0.05
"""Least chance of a reading of who acts on whom, and of one that comes after another."""
EVENT, SURE = 0.9, 0.7
"""Least chance that anything happened between the two, and that it was an act of this type."""
COMPLETE = 0.15
"""Least chance of a reading that gives a deed its other side."""
LONGEST = 70
"""Tokens of the longest sentence asked about."""
ARMED = frozenset({"GOV", "MIL", "COP", "REB", "PRM", "UAF", "JUD", "LEG"})
"""Sectors whose people act in politics even where neither name nor country is given."""
SPEAKERS = frozenset({"i", "we", "you", "us", "me", "our", "my", "your"})
"""Who speaks or is spoken to: what they tell of themselves are claims."""
PUBLIC, CERTAIN = frozenset({"ASSAULT", "PROTEST"}), 0.95
"""Types, and a confidence, for which neither side need be known to take part in politics."""
VERBS = frozenset({"VERB", "AUX"})
PHRASES = NOUNS | {"PRON"}


@dataclass(slots=True)
class Asked:
    """A question with the actors of both sides and the word that joins them."""

    question: Question
    sources: Actors
    targets: Actors
    token: int
    political: bool
    """Whether one side is known to take part in politics."""


class Unlisted:
    """Finds what to ask about in one document.

    Args:
        cast: Its actors.
        taken: Tokens that acts of other records have used.
        said: Tokens of what is told as somebody's words.
    """

    def __init__(self, cast: Cast, taken: set[int], said: set[int]) -> None:
        self.cast = cast
        self.tree = cast.tree
        self.taken = taken
        self.used = {self.tree.sent[token] for token in taken | said}
        self._read: dict[int, list[Parties]] = {}

    def asked(self) -> list[Asked]:
        """The questions, in text order."""
        layout = self.cast.resolved.document.layout
        return [
            one
            for number in range(len(self.tree.sents))
            if layout[self.tree.segment[number]].kind != "title"
            and (number not in self.used or self._is_open(number))
            and self._is_worth(number)
            for one in self._asked(number)
        ]

    def _is_worth(self, sentence: int) -> bool:
        """Whether a sentence has a verb of sense, a party to politics and something else that may act."""
        tree = self.tree
        first, last = tree.sents[sentence]
        inside = range(first, last)
        if last - first > LONGEST or tree.lower[last - 1] == "?" or any(map(self._speaks, inside)):
            return False
        if not any(tree.pos[i] == "VERB" and tree.dep[i] not in AUXILIARY for i in inside):
            return False
        actors = [actor for head in self._heads(first, last) for actor in self.cast.standing(head)]
        others = sum(map(self._may_act, inside))
        return len({actor.entity for actor in actors}) + others > 1 and any(map(self._is_party, actors))

    def _speaks(self, token: int) -> bool:
        """Whether a word is a pronoun for who speaks or is spoken to."""
        return self.tree.tag[token].startswith("PRP") and self.tree.lower[token] in SPEAKERS

    def _may_act(self, token: int) -> bool:
        """Whether a noun that no table has may stand for people."""
        pos, mention = self.tree.pos[token], self.cast.resolved.mention_at[token]
        named = pos == "PROPN" and mention < 0 and self.tree.dep[token] not in {"compound", "npadvmod"}
        return named or (pos == "NOUN" and PEOPLE.search(self.tree.lower[token]) is not None)

    def _is_open(self, sentence: int) -> bool:
        """Whether a sentence that other records have used has a verb of two parties that none of them did."""
        verbs = Counter(self._verb(head) for head in self._heads(*self.tree.sents[sentence]))
        return any(count > 1 and verb is not None and verb not in self.taken for verb, count in verbs.items())

    def _verb(self, token: int) -> int | None:
        """The verb that governs a phrase."""
        return next((i for i in self.tree.ancestors(token) if self.tree.pos[i] == "VERB"), None)

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

    def _asked(self, sentence: int) -> Iterator[Asked]:
        """The likely readings whose sides are two parties that a verb joins, one for each verb."""
        joining = set[int]()
        for parties in self.readings(sentence):
            if parties.chance < (SECOND if joining else LIKELY):
                continue
            one = self._joined(sentence, parties)
            if one is not None and one.token not in joining:
                joining.add(one.token)
                yield one

    def _joined(self, sentence: int, parties: Parties) -> Asked | None:
        """A reading as a question, where both sides are parties and a verb joins them."""
        source, target = self._sides(sentence, parties)
        if source is None or target is None or self._speaks(source):
            return None
        token = self._joining(source, target)
        if token is None or token in self.taken:
            return None
        sources, targets = self.cast.party(source), self.cast.party(target)
        here = {(actor.entity, actor.sector) for actor in sources}
        if not (sources or targets) or here & {(actor.entity, actor.sector) for actor in targets}:
            return None
        question = Question(self.cast.resolved.sentence(sentence), parties.source, parties.target)
        known = any(
            self._acts(head) and any(map(self._is_party, actors))
            for head, actors in ((source, sources), (target, targets))
        )
        return Asked(question, sources, targets, token, known)

    def _acts(self, head: int) -> bool:
        """Whether a phrase names or denotes who acts, and is not just a thing of theirs."""
        content = self.cast.nouns.content(head)
        return self.cast.participants.at(content) is not None or self.cast.nouns.sector(content) is not None

    def readings(self, sentence: int) -> list[Parties]:
        """Who may act on whom in a sentence, the likeliest first; read once."""
        found = self._read.get(sentence)
        if found is None:
            found = self._read[sentence] = load_classifier().reader.read(
                self.cast.resolved.sentence(sentence)
            )
        return found

    def _sides(self, sentence: int, parties: Parties) -> tuple[int | None, int | None]:
        """The heads of both phrases of a reading."""
        start = self.tree.start[self.tree.sents[sentence][0]]
        return self._side(parties.source, start), self._side(parties.target, start)

    def _side(self, span: Span | None, start: int) -> int | None:
        """The head of a phrase in a sentence that begins at `start`."""
        tree = self.tree
        token = None if span is None else tree.token_at(start + span.start)
        if span is None or token is None:
            return None
        inside = []
        while token < len(tree.start) and tree.start[token] < start + span.end:
            inside.append(token)
            token += 1
        nouns = [i for i in inside if tree.pos[i] in PHRASES]
        return next((i for i in nouns if tree.head[i] not in inside), nouns[-1] if nouns else None)

    def _joining(self, source: int, target: int) -> int | None:
        """The lowest verb above both heads, else the lowest above the source."""
        above = [i for i in self.tree.ancestors(source) if self.tree.pos[i] in VERBS]
        shared = set(self.tree.ancestors(target))
        return next((i for i in above if i in shared), above[0] if above else None)

    def _is_party(self, actor: Actor) -> bool:
        """Whether an actor alone makes an act political, and not only by the country he comes from."""
        if actor.sector is None:
            bodies = actor.country is None and actor.office is None and self.cast.is_political(actor)
            officials = actor.office is not None and actor.country is not None
            return bodies or officials or self.cast.is_bare(actor)
        if self.cast.is_nameless(actor):
            return actor.sector in ARMED or (actor.country is not None and self.cast.is_political(actor))
        return self.cast.is_political(actor)

    def complete(self, draft: EventDraft) -> None:
        """Give a deed of which one side is open the party that a likely reading of its sentence gives."""
        for parties in self.readings(self.tree.sent[draft.token]):
            if parties.chance < COMPLETE:
                return
            source, target = self._sides(self.tree.sent[draft.token], parties)
            if source is None or target is None:
                continue
            if draft.sources and self._is_one_of(source, draft.sources):
                draft.targets = self._others(target, draft.sources)
            elif self._joining(source, target) == draft.token and self._is_one_of(target, draft.targets):
                draft.sources = self._others(source, draft.targets)
            if draft.sources and draft.targets:
                return

    def _is_one_of(self, token: int, side: Actors) -> bool:
        """Whether a phrase stands for somebody on a side."""
        return bool({actor.entity for actor in side} & {actor.entity for actor in self.cast.standing(token)})

    def _others(self, token: int, side: Actors) -> Actors:
        """Actors of a phrase that are not those of a side, and not just the country these come from."""
        known = {actor.entity for actor in side}
        homes = {actor.country for actor in side if actor.country is not None}
        others = (a for a in self.cast.standing(token) if a.entity not in known)
        return tuple(a for a in others if a.country not in homes or not self.cast.is_bare(a))

    def answers(self, asked: list[Asked], doubted: list[EventDraft]) -> list[Classification]:
        """What the classifier says of sentences and of deeds of weak words, in one call."""
        questions = [one.question for one in asked] + [self._about(draft) for draft in doubted]
        return load_classifier().classify(questions) if questions else []

    def _about(self, draft: EventDraft) -> Question:
        start, end = draft.evidence.start, draft.evidence.end

        def side(actors: Actors, taken: Span | None = None) -> Span | None:
            """The first place in the evidence where one of the actors stands, unless it is taken."""
            inside = (span for actor in actors for span in actor.spans if start <= span[0] and span[1] <= end)
            found = next((Span(first - start, last - start) for first, last in inside), None)
            return None if found and taken and found.meets(taken) else found

        source = side(draft.sources)
        text = self.cast.resolved.document.text[start:end]
        return Question(text, source, side(draft.targets, source))

    def trigger(self, asked: Asked, answer: Classification) -> Trigger | None:
        """The act that the classifier sees, where it is sure."""
        if answer.event < EVENT or answer.confidence < SURE:
            return None
        if not asked.political and (answer.type not in PUBLIC or answer.confidence < CERTAIN):
            return None
        token = asked.token
        frame = Frame(id=ORIGIN, type=answer.type, loose=True)
        return Trigger(token, frame, answer.mode, token, self.tree.kids(token, *OBJECT_DEPS))
