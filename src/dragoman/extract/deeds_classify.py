"""Which act a sentence tells of between two actors that are given: the lexicon's answer, a first stage for others.

The frame wins in whose slots the two actors stand; failing that, the one on the path between them in the parse.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from dragoman.codebooks import Codebook
from dragoman.extract.deeds_cast import Cast
from dragoman.extract.deeds_reality import status
from dragoman.extract.deeds_roles import VERB_SOURCE, NOUN_SOURCE, Roles
from dragoman.extract.lexicon import load_lexicon
from dragoman.extract.participants import Participants
from dragoman.extract.triggers import Trigger, TriggerFinder
from dragoman.records import Coding, Span, Status

BOTH, ONE, SWAPPED, PATH = 4.0, 2.0, 1.0, 1.0
"""Points for both actors in their slots, for one, for one in the other's slot, and for standing on the path."""
RANK = 0.01
"""Taken off for each more specific sense of the same word, and for each word further from the source."""
SPOKEN = 0.5
"""Taken off a verb of speech where a deed has the same points."""


class Judgement(msgspec.Struct, frozen=True):
    """What the sentence says the source did to the target. `score` grows with the evidence; 0 is a guess."""

    coding: Coding
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
    """Judges sentences of one resolved document."""

    def __init__(self, participants: Participants, codebook: Codebook) -> None:
        self.codebook = codebook
        self.lexicon = load_lexicon(codebook)
        self.cast = Cast(participants, self.lexicon)
        self.tree = participants.tree
        self.roles = Roles(self.cast)
        self.finder = TriggerFinder(self.cast, self.lexicon, codebook)

    def judge(self, source: Span | None, target: Span | None) -> Judgement | None:
        """The act between two actors of the document.

        Args:
            source: Where the one who acts is named; None where nobody is.
            target: Where the other is named; None where nobody is.

        Returns:
            The likeliest act, folded by its status as the codebook says, or None where no word of the lexicon
            stands in the document.
        """
        sides = _Sides(self._tokens(source), self._tokens(target))
        best: tuple[float, Trigger] | None = None
        for senses in self.finder.find():
            for rank, trigger in enumerate(senses):
                score = self._score(trigger, sides) - RANK * rank
                if best is None or score > best[0]:
                    best = (score, trigger)
        if best is None:
            return None
        score, trigger = best
        return self._judgement(trigger, max(score, 0.0))

    def _judgement(self, trigger: Trigger, score: float) -> Judgement:
        tree, frame = self.tree, trigger.frame
        found, _ = status(tree, trigger)
        if frame.words and found == "planned" and frame.type in {"AGREE", "REQUEST"}:
            found = "occurred"
        act = Coding(frame.type, trigger.mode)
        if frame.complement == "planned" and trigger.complement is not None:
            turned = self.codebook.turned("planned", trigger.complement.frame.type, trigger.complement.mode)
            act = turned or act
        coding = self.codebook.folded(act.type, act.mode, None, found)
        span = Span(tree.start[trigger.token], tree.end[trigger.token])
        return Judgement(coding, act, found, round(score, 2), span, frame.id)

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
        score = 0.0
        first, second = bool(source & sides.source), bool(target & sides.target)
        score += BOTH if first and second else ONE * (first + second)
        crossed = bool(source & sides.target) + bool(target & sides.source)
        score += (ONE if frame.mutual else -SWAPPED) * crossed
        score += PATH * self._on_path(trigger.token, sides)
        score -= SPOKEN if frame.words else 0.0
        score -= SPOKEN if frame.weak or noun else 0.0
        return score - RANK * self._distance(trigger.token, sides)

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
                out.update(self.tree.subtree(head) if slot != "subject" else self._near(head))
        return out

    def _near(self, head: int) -> set[int]:
        """A subject phrase without its relative clauses."""
        tree = self.tree
        out = {head}
        for child in tree.children[head]:
            if tree.dep[child] not in {"relcl", "acl", "advcl"}:
                out.update(tree.subtree(child))
        return out

    def _on_path(self, token: int, sides: _Sides) -> bool:
        """Whether the word stands above both actors, or above one and below the other."""
        tree = self.tree
        above_source = not sides.source or any(token in tree.ancestors(i) or token == i for i in sides.source)
        above_target = not sides.target or any(token in tree.ancestors(i) or token == i for i in sides.target)
        return above_source and above_target

    def _distance(self, token: int, sides: _Sides) -> int:
        return min((abs(token - i) for i in sides.source), default=0)
