"""The mode of an act, by the instrument, object or addressee that its clause names."""

from __future__ import annotations

from dragoman.codebooks import Codebook
from dragoman.extract.clauses import iter_preps
from dragoman.extract.deeds_conditions import OBJECT_DEPS, agent_of
from dragoman.extract.deeds_nouns import Nouns, noun_forms
from dragoman.extract.lexicon import Frame

INSTRUMENT_PREPS = frozenset({"with", "by", "in", "from", "during", "using", "of"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})
SPOKEN = frozenset({"refusal", "threat"})
"""Tables of modes that read what is refused or threatened rather than an instrument."""
USING = frozenset({"use", "employ"})
CLAUSES = ("xcomp", "ccomp", "advcl", "acl")


class Modes:
    """Reads the modes of one document's acts."""

    def __init__(self, nouns: Nouns, codebook: Codebook) -> None:
        self.nouns = nouns
        self.tree = nouns.tree
        self.tables = nouns.lexicon.modes
        self.codebook = codebook

    def of_verb(self, frame: Frame, verb: int, objects: list[int]) -> str | None:
        """The finest mode that a verb's clause gives, else the frame's own."""
        if frame.modes is None:
            return frame.mode
        words = {self.tree.lemma[verb]} | self._near_words(frame, verb)
        agent = agent_of(self.tree, verb)
        if agent is not None and frame.modes not in SPOKEN:
            words |= self.nouns.keys(agent)
        for obj in objects:
            if frame.modes != "violence" or frame.object:
                words |= self.nouns.keys(obj)
            if frame.modes in SPOKEN:
                words |= {self.tree.lemma[o] for _, o in iter_preps(self.tree, obj)}
        return self._choose(frame, words)

    def of_noun(self, frame: Frame, noun: int, bearer: int | None) -> str | None:
        """The same of an event noun; `bearer`, the verb whose subject does it, may use an instrument."""
        if frame.modes is None:
            return frame.mode
        words = set(noun_forms(self.tree, noun)) | self._near_words(frame, noun)
        if bearer is not None and self.tree.lemma[bearer] in USING:
            words |= self._object_words(bearer)
        return self._choose(frame, words)

    def _choose(self, frame: Frame, words: set[str]) -> str | None:
        allowed = self.codebook.get_type(frame.type).modes
        table = self.tables[frame.modes or ""]
        return next((mode for mode, cues in table if mode in allowed and cues & words), frame.mode)

    def _near_words(self, frame: Frame, token: int) -> set[str]:
        """Words of the modifiers, of the instruments named, and of what is refused or threatened."""
        tree, out = self.tree, set[str]()
        spoken = frame.modes in SPOKEN
        for child in tree.children[token]:
            if tree.dep[child] in MODIFIERS:
                out |= {tree.lower[child], *noun_forms(tree, child)}
            elif spoken and tree.dep[child] in CLAUSES:
                out |= {tree.lemma[child]} | self._object_words(child)
            elif tree.lower[child] == "using":
                out |= self._object_words(child)
        for prep, obj in iter_preps(tree, token):
            if spoken or frame.modes == "protest" or tree.lower[prep] in INSTRUMENT_PREPS:
                out |= self.nouns.keys(obj)
                if tree.pos[obj] == "VERB":
                    out.add(tree.lemma[obj])
        return out

    def _object_words(self, verb: int) -> set[str]:
        return {key for obj in self.tree.kids(verb, *OBJECT_DEPS) for key in self.nouns.keys(obj)}
