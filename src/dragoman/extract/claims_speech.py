"""Verbs of saying: who says it, and the clauses and nouns that hold what is said."""

from __future__ import annotations

from dragoman.extract import claim_words as words
from dragoman.extract.claims_acts import Acts
from dragoman.extract.claims_context import VERBAL, ClaimContext, Walk
from dragoman.extract.claims_judgements import Judgements
from dragoman.extract.clauses import is_passive, iter_preps, subject
from dragoman.extract.pledges import find_commitment
from dragoman.extract.voices import Voice
from dragoman.records import Actor

NOT_CLAUSES = frozenset({"aux", "auxpass", "relcl", "acl", "amod"})


class Speech:
    """Reads verbs of saying."""

    def __init__(self, context: ClaimContext, walk: Walk, acts: Acts, judgements: Judgements) -> None:
        self.context = context
        self.walk = walk
        self.acts = acts
        self.judgements = judgements
        self.tree = context.tree

    def says(self, verb: int, voice: Voice) -> bool:
        """A verb of saying with a clause or a telling noun."""
        tree = self.tree
        if not self._is_saying(verb):
            return False
        buried = self._buried_content(verb)
        contents = buried or [
            c for c in tree.kids(verb, "ccomp", "parataxis") if tree.pos[c] in VERBAL or tree.children[c]
        ]
        nouns = [] if buried else [n for o in tree.kids(verb, "dobj") for n in tree.conjuncts(o)]
        speakers = self._speakers(verb, voice) if contents or nouns else ()
        if not speakers or (not contents and find_commitment(tree, verb) is not None):
            return False
        said = voice.under(speakers, verb, None)
        for content in contents:
            if tree.pos[content] in VERBAL or tree.kids(content, "nsubj", "cop"):
                self.walk.proposition(content, said.with_limit(self._content_limit(verb, content)))
        told = [
            self.acts.noun(noun, verb, said) for noun in nouns if not self.context.is_covered(noun, of=verb)
        ]
        viewed = self.judgements.views(verb, said)
        agreed = self._agreed_on(verb, said)
        return bool(contents) or any(told) or viewed or agreed

    def speaks(self, verb: int) -> bool:
        """Whether a relative clause reports speech ("who said that …")."""
        lemma = self.tree.lemma[verb]
        reports = lemma in words.SPEECH_VERBS and bool(self.tree.kids(verb, "ccomp"))
        return reports or lemma in words.OUTSPOKEN

    def _is_saying(self, verb: int) -> bool:
        """Whether it is an active verb of saying, or "make clear"."""
        tree = self.tree
        clear = tree.lemma[verb] == "make" and any(tree.lower[c] == "clear" for c in tree.children[verb])
        return (clear or tree.lemma[verb] in words.SPEECH_VERBS) and not is_passive(tree, verb)

    def _speakers(self, verb: int, voice: Voice) -> tuple[Actor, ...]:
        speakers = self.context.voices.speakers(verb, voice)
        if not speakers and voice.institution and self.tree.lemma[verb] in words.SHOWING:
            return voice.speakers
        return speakers

    def _buried_content(self, verb: int) -> list[int]:
        """The verb of "reaffirmed that A and B will lead to C", where the parser took A for the object."""
        tree = self.tree
        end = tree.sents[tree.sent[verb]][1]
        if tree.kids(verb, "ccomp") or verb + 1 >= end or tree.lower[verb + 1] != "that":
            return []
        for i in range(verb + 2, end):
            if tree.pos[i] not in VERBAL or tree.dep[i] in NOT_CLAUSES:
                continue
            if tree.kids(i, "aux", "auxpass") or tree.tag[i] in {"VBZ", "VBD", "VBP"}:
                return [i]
        return []

    def _agreed_on(self, verb: int, voice: Voice) -> bool:
        """Read "agreed on the need for"."""
        if self.tree.lemma[verb] != "agree":
            return False
        done = False
        for prep, obj in iter_preps(self.tree, verb):
            if self.tree.lower[prep] in {"on", "upon", "about"}:
                done = self.acts.noun(obj, verb, voice, emphasis=True) or done
        return done

    def _content_limit(self, verb: int, content: int) -> int | None:
        """Content before its verb of saying ends at the comma before it."""
        if content > verb:
            return None
        tree = self.tree
        head = subject(tree, verb)
        edges = [verb] + ([tree.left_edge(head)] if head is not None and head > content else [])
        return min(edges)
