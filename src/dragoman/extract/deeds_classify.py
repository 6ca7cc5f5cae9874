"""Which act a sentence tells of between two actors that are given: the lexicon's answer.

The frame wins in whose slots the two actors stand; failing that, the one on the path between them. What one
says that the other must do is asked; what one says that it will not do is refused.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from dragoman.codebooks import Codebook
from dragoman.extract.clauses import subject
from dragoman.extract.deeds_cast import Cast
from dragoman.extract.deeds_reality import refusal, status
from dragoman.extract.deeds_roles import NOUN_SOURCE, VERB_SOURCE, Roles
from dragoman.extract.lexicon import load_lexicon
from dragoman.extract.participants import Participants
from dragoman.extract.triggers import Trigger, TriggerFinder
from dragoman.records import Coding, Span, Status

BOTH, ONE, SWAPPED, PATH = 4.0, 2.0, 1.0, 1.0
"""Points for both actors in their slots, for one, for one in the other's, and for the path."""
UNSURE = 0.5
"""Taken off a verb of speech, a noun and a weak word where a deed's verb has the same points."""
RANK = 0.01
"""Taken off for each more specific sense of the same word, and for each word further from the source."""
OBLIGING = frozenset({"must", "should", "ought"})
ASKED = "request.must"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"relcl", "acl", "advcl"})


class Judgement(msgspec.Struct, frozen=True):
    """What the sentence says the source did to the target. `score` grows with the evidence; 0 is a guess."""

    coding: Coding
    """The act, folded by its status as the codebook says."""
    act: Coding
    status: Status
    score: float
    trigger: Span
    origin: str


@dataclass(slots=True)
class _Sides:
    """Tokens of the two given actors."""

    source: set[int]
    target: set[int]


class LexiconClassifier:
    """Judges the acts of one resolved document, usually a sentence."""

    def __init__(self, participants: Participants, codebook: Codebook) -> None:
        self.codebook = codebook
        self.tree = participants.tree
        cast = Cast(participants, load_lexicon(codebook))
        self.roles = Roles(cast)
        self.finder = TriggerFinder(cast.nouns, codebook)

    def judge(self, source: Span | None, target: Span | None) -> Judgement | None:
        """The act between two actors of the document.

        Args:
            source: Where the one who acts is named; None where nobody is.
            target: Where the other is named; None where nobody is.

        Returns:
            The likeliest act, or None where no word of the lexicon stands in the document.
        """
        sides = _Sides(self._tokens(source), self._tokens(target))
        asked = self._asked(sides)
        if asked is not None:
            return asked
        best: tuple[float, Trigger] | None = None
        for senses in self.finder.find():
            for rank, trigger in enumerate(senses):
                score = self._score(trigger, sides) - RANK * rank
                if best is None or score > best[0]:
                    best = (score, trigger)
        return self._judgement(best[1], max(best[0], 0.0)) if best is not None else None

    def _judgement(self, trigger: Trigger, score: float) -> Judgement:
        tree, frame, inner = self.tree, trigger.frame, trigger.complement
        found, _ = status(tree, trigger)
        act = Coding(frame.type, trigger.mode)
        if (
            frame.complement == "planned" and inner is not None
        ):  # "agreed to free" gives in, "agreed to meet" agrees
            act = self.codebook.turned("planned", inner.frame.type, inner.mode) or act
        refused = refusal(tree, trigger, act, self.codebook) if found == "negated" else None
        if refused is not None:
            act, found = refused, "occurred"
        coding = self.codebook.folded(act.type, act.mode, None, found)
        span = Span(tree.start[trigger.first], tree.end[trigger.token])
        return Judgement(coding, act, found, round(score, 2), span, frame.id)

    def _asked(self, sides: _Sides) -> Judgement | None:
        """What the source says that the target must do: "Oslo says that Riga must pay"."""
        tree = self.tree
        for token in sorted(sides.target):
            verb = tree.head[token]
            obliged = [c for c in tree.kids(verb, "aux") if tree.lower[c] in OBLIGING]
            if tree.dep[token] not in SUBJECTS or not obliged:
                continue
            for above in tree.ancestors(verb):
                speaker = subject(tree, above)
                if speaker is not None and speaker in sides.source and tree.pos[above] == "VERB":
                    act = self._requested(verb)
                    span = Span(tree.start[obliged[0]], tree.end[verb])
                    return Judgement(act, act, "occurred", BOTH, span, ASKED)
        return None

    def _requested(self, verb: int) -> Coding:
        """What it is to ask for the act of a verb."""
        senses = (t for found in self.finder.find() for t in found if t.token == verb)
        inner = next(senses, None)
        turned = inner and self.codebook.turned("requested", inner.frame.type, inner.mode)
        return turned or Coding("REQUEST", "change")

    def _tokens(self, span: Span | None) -> set[int]:
        tree = self.tree
        if span is None:
            return set()
        return {i for i in range(len(tree)) if tree.start[i] < span.end and tree.end[i] > span.start}

    def _score(self, trigger: Trigger, sides: _Sides) -> float:
        frame = trigger.frame
        noun = self.tree.pos[trigger.token] == "NOUN"
        source = self._slot_tokens(trigger, frame.source or (NOUN_SOURCE if noun else VERB_SOURCE))
        target = self._slot_tokens(trigger, frame.target)
        first, second = bool(source & sides.source), bool(target & sides.target)
        crossed = bool(source & sides.target) + bool(target & sides.source)
        score = BOTH if first and second else ONE * (first + second)
        score += (ONE if frame.mutual else -SWAPPED) * crossed
        score += PATH * self._is_on_path(trigger.token, sides)
        score -= UNSURE * (frame.words + (frame.weak or noun))
        return score - RANK * min((abs(trigger.token - i) for i in sides.source), default=0)

    def _slot_tokens(self, trigger: Trigger, slots: tuple[str, ...]) -> set[int]:
        out: set[int] = set()
        for slot in slots:
            if slot == "owner":
                heads = trigger.objects
            elif slot == "mod":
                heads = [c for c in self.tree.children[trigger.token] if c < trigger.token]
            else:
                heads = self.roles.tokens(trigger, slot)
            for head in heads:
                out.update(self._subject_phrase(head) if slot == "subject" else self.tree.subtree(head))
        return out

    def _subject_phrase(self, head: int) -> set[int]:
        """A subject without its clauses: who stands in them is not the subject."""
        tree = self.tree
        out = {head}
        for child in tree.children[head]:
            if tree.dep[child] not in CLAUSES:
                out.update(tree.subtree(child))
        return out

    def _is_on_path(self, token: int, sides: _Sides) -> bool:
        """Whether the word stands above both actors."""
        return all(
            not side or any(token == i or token in self.tree.ancestors(i) for i in side)
            for side in (sides.source, sides.target)
        )
