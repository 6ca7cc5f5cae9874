"""Lists of actions opened by a colon: "we commit to:" and then a paragraph an action."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract import claim_words as words
from dragoman.extract.claims_context import VERBAL, ClaimContext
from dragoman.extract.claims_pledges import Pledges
from dragoman.extract.pledges import Commitment, content_end, find_commitment, noun_commitment
from dragoman.extract.voices import Voice
from dragoman.records import Actor, Strength

DETERMINERS = frozenset({"the", "a", "an", "our", "their", "its", "all", "and"})


@dataclass(frozen=True, slots=True)
class _OpenList:
    """Cue, strength and speakers of the list that is being read."""

    cue: int
    strength: Strength
    speakers: tuple[Actor, ...]


class Lists:
    """Reads the items of a list as pledges of the sentence that opened it."""

    def __init__(self, context: ClaimContext, pledges: Pledges) -> None:
        self.context = context
        self.pledges = pledges
        self.tree = context.tree
        self._open: _OpenList | None = None

    def open(self, first: int, last: int, before: int) -> None:
        """Open a list where a sentence with a commitment ends in a colon.

        Args:
            first: First token of the sentence.
            last: Its end.
            before: How many claims there were before the sentence.
        """
        tree, found = self.tree, self.context.found
        if tree.lower[last - 1] != ":":
            return
        for verb in range(first, last):
            strength = self._strength(verb)
            if strength is not None:
                own = found[-1].speakers if len(found) > before else None
                speakers = own or self.context.voices.of_sentence(tree.sent[first]).speakers
                self._open = _OpenList(verb, strength, speakers)
                return

    def item(self, number: int, first: int, last: int) -> bool:
        """Read a sentence as an item: a paragraph that begins with an infinitive or a base form."""
        tree, opened = self.tree, self._open
        if opened is None:
            return False
        if number and tree.segment[number - 1] == tree.segment[number] and tree.lower[first - 1] != ":":
            return True  # a further sentence of the same item explains it
        verb = self._verb(first, last)
        if verb is None:
            self._open = None
            return False
        commitment = Commitment(opened.cue, opened.strength, verb)
        voice = Voice(opened.speakers, institution=True)
        self.pledges.pledge_actions(commitment, voice, content_end(tree, verb, last))
        return True

    def _strength(self, verb: int) -> Strength | None:
        tree = self.tree
        if tree.pos[verb] not in VERBAL and tree.lemma[verb] not in words.COMMITMENT_NOUNS:
            return None
        cue = find_commitment(tree, verb) or noun_commitment(tree, verb)
        return cue.strength if cue is not None else words.COMMITMENT_VERBS.get(tree.lemma[verb])

    def _verb(self, first: int, last: int) -> int | None:
        """The verb with which an item begins; a parser may take it for a noun ("Support the return of")."""
        tree = self.tree
        i = first
        while i < last - 1 and (tree.pos[i] in {"PUNCT", "ADV", "SYM", "NUM", "X"} or tree.lower[i] == "to"):
            i += 1
        if tree.kids(i, "nsubj"):
            return None
        if tree.tag[i] in {"VB", "VBP"}:
            return i
        bare_noun = tree.tag[i] in {"NN", "NNP"} and tree.head[i] == i
        return i if bare_noun and tree.lower[i + 1] in DETERMINERS else None
