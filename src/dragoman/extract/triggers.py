"""Candidates for political acts: every verb and noun that a frame of the lexicon fits, with its frame.

A trigger says what the word would denote; who takes part, and whether it happened, is decided later (see
`dragoman.extract.deeds`), so that another classifier can judge the same candidates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from dragoman.codebooks import Codebook
from dragoman.extract.clauses import OBJECT_CONTROL, is_passive, iter_preps, subject
from dragoman.extract.deeds_conditions import OBJECT_DEPS, Conditions
from dragoman.extract.deeds_modes import SPOKEN, USING, Modes
from dragoman.extract.deeds_nouns import Nouns, noun_forms
from dragoman.extract.lexicon import Frame
from dragoman.parse.tree import Tree

Part = Literal["do", "suffer", "harm"]
"""What a carrier says of an event noun: its subject does it, or suffers it, or the noun is its subject."""

NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
AUXILIARY = frozenset({"aux", "auxpass"})
INSIDE_NOUNS = frozenset({"compound", "nmod", "amod", "npadvmod"})
PARTICLE_DEPS = frozenset({"prt", "prep", "advmod", "acomp", "advcl", "oprd", "dobj"})
COMPLEMENT_DEPS = ("xcomp", "ccomp", "pcomp")
COMPLEMENT_PREPS = frozenset({"of", "with", "against", "to", "from", "on", "for"})
OWNING_UP = frozenset({"claim", "accept", "take", "admit"})
SHARING = 4
"""Tokens within which coordinated nouns share what stands before or after them."""
OPPRESSING = frozenset({
    "repress", "suppress", "stifle", "silence", "oppress", "intimidate", "respond", "retaliate", "react",
    "punish", "persecute", "target", "quell", "crush", "harass",
})  # fmt: skip
"""Verbs whose subject does the violence that they name as a means."""
MEANS_PREPS = frozenset({"through", "by", "via", "with"})
RAISING = OBJECT_CONTROL | {"declare", "name", "brand"}
"""Verbs whose object the parser may make the subject of what follows: "let convoys enter"."""


@dataclass(slots=True)
class Trigger:
    """A word that denotes an act in one of its senses.

    `objects` are the tokens of a verb's direct objects (the subject of a passive). `carrier` is the verb
    that holds an event noun ("carried out an attack"), `part` what it says of it. `first` is the first token
    of an event noun's own words ("air strike").
    """

    token: int
    frame: Frame
    mode: str | None
    first: int
    objects: list[int] = field(default_factory=list)
    complement: Trigger | None = None
    carrier: int | None = None
    part: Part | None = None

    @property
    def bearer(self) -> int | None:
        """The carrier whose subject does it."""
        return self.carrier if self.part == "do" else None


class TriggerFinder:
    """Finds the triggers of one document."""

    def __init__(self, nouns: Nouns, codebook: Codebook) -> None:
        self.nouns = nouns
        self.tree = nouns.tree
        self.lexicon = nouns.lexicon
        self.codebook = codebook
        self.conditions = Conditions(nouns)
        self.modes = Modes(nouns, codebook)
        self.taken: set[int] = set()

    def find(self) -> Iterator[list[Trigger]]:
        """Candidates of every word that has any, the verbs of a sentence before its nouns.

        Yields: The senses of one word that fit, the most specific first. Call `take` with the one that was
            chosen: the words that it reads itself then yield nothing.
        """
        tree = self.tree
        self.taken.clear()
        for first, last in tree.sents:
            verbs = [i for i in range(first, last) if tree.pos[i] in VERBAL and tree.dep[i] not in AUXILIARY]
            nouns = [i for i in range(first, last) if tree.pos[i] == "NOUN"]
            for words, senses in ((verbs, self.verb), (nouns, self.noun)):
                for i in words:
                    found = list(senses(i)) if i not in self.taken else []
                    if found:
                        yield found

    def take(self, trigger: Trigger) -> None:
        """Note the tokens that a verb's frame reads itself: its typed object, what it threatens."""
        tree, frame, taken = self.tree, trigger.frame, self.taken
        if tree.pos[trigger.token] == "NOUN":
            return
        inner = trigger.complement
        if inner is not None:
            taken.add(inner.token)
            taken.update(tree.kids(inner.token, *COMPLEMENT_DEPS))
            taken.update(c for obj in inner.objects for c in tree.conjuncts(obj))
        if frame.object or frame.theme or frame.modes == "refusal":
            taken.update(self.nouns.content(c) for obj in trigger.objects for c in tree.conjuncts(obj))
        if frame.theme or frame.preps or frame.modes in SPOKEN:
            taken.update(obj for _, obj in iter_preps(tree, trigger.token))

    # verbs

    def verb(self, i: int, *, inner: bool = False) -> Iterator[Trigger]:
        """The senses of the verb at `i` that fit, the most specific first; `inner` leaves out complements."""
        frames = self.lexicon.verbs.get(self.tree.lemma[i])
        if frames is None:
            return
        objects = self.objects(i)
        for particle, frame in frames:
            if particle is not None and not self._has_particle(i, particle):
                continue
            if self.conditions.verb_fits(frame, i, objects):
                trigger = self._verb_trigger(i, frame, objects, inner=inner)
                if trigger is not None:
                    yield trigger

    def _has_particle(self, i: int, particle: str) -> bool:
        tree = self.tree
        for child in tree.children[i]:
            if tree.lower[child] == particle and child > i and tree.dep[child] in PARTICLE_DEPS:
                return True
        return i + 1 < len(tree) and tree.lower[i + 1] == particle and tree.sent[i + 1] == tree.sent[i]

    def objects(self, verb: int) -> list[int]:
        """Direct objects of a verb.

        Of a passive without one, its subject; of the first of two coordinated verbs, the second's object.
        """
        tree = self.tree
        found = tree.kids(verb, *OBJECT_DEPS)
        if found:
            return [self._relative(o) for o in found]
        if is_passive(tree, verb):
            patient = subject(tree, verb)
            return [patient] if patient is not None else []
        if tree.lemma[verb] in RAISING:
            for clause in tree.kids(verb, "ccomp"):
                raised = tree.kid(clause, "nsubj")
                if raised is not None and raised > verb and tree.tag[clause] == "VB":
                    return [raised]
        for later in tree.kids(verb, "conj"):
            if later <= verb + 4 and not any(later > prep > verb for prep, _ in iter_preps(tree, verb)):
                return [o for o in tree.kids(later, *OBJECT_DEPS) if o > later]
        return []

    def _relative(self, token: int) -> int:
        """What a relative pronoun stands for: "the town that they shelled"."""
        tree = self.tree
        verb = tree.head[token]
        if tree.lower[token] in {"which", "that", "whom", "who"} and tree.dep[verb] == "relcl":
            return tree.head[verb]
        return token

    def _verb_trigger(self, i: int, frame: Frame, objects: list[int], *, inner: bool) -> Trigger | None:
        complement = self._complement(i, frame) if not inner else None
        if complement is None:
            return (
                Trigger(i, frame, self.modes.of_verb(frame, i, objects), i, objects)
                if not frame.only
                else None
            )
        act, mode = complement
        return Trigger(i, frame, mode, i, objects, act)

    def _complement(self, i: int, frame: Frame) -> tuple[Trigger, str | None] | None:
        """The act that a verb plans, threatens or refuses, with the mode that the codebook makes of it."""
        if frame.complement is None:
            return None
        for act in self._complements(i):
            wanted = not act.frame.words and (not frame.only or act.frame.type in frame.only)
            turned = self.codebook.turned(frame.complement, act.frame.type, act.mode)
            if wanted and turned is not None and (frame.words or not self._is_anothers(act)):
                return act, turned.mode
        return None

    def _is_anothers(self, act: Trigger) -> bool:
        """Whether the act has a subject of its own: "announced that the rebels would leave"."""
        own = self.tree.kid(act.token, "nsubj", "nsubjpass")
        return own is not None and self.tree.pos[own] != "PRON"

    def _complements(self, i: int) -> Iterator[Trigger]:
        tree = self.tree
        for child in tree.kids(i, *COMPLEMENT_DEPS):
            if child > i and tree.pos[child] == "VERB":
                yield from self.verb(child, inner=True)
        for prep, obj in iter_preps(tree, i):
            if tree.lower[prep] in COMPLEMENT_PREPS and obj > i:
                yield from self.verb(obj, inner=True) if tree.pos[obj] == "VERB" else self.noun(obj)
        for obj in tree.kids(i, *OBJECT_DEPS):
            yield from self.noun(obj)

    # nouns

    def noun(self, i: int) -> Iterator[Trigger]:
        """The senses of the noun at `i` that fit, the most specific first."""
        tree = self.tree
        if tree.pos[i] != "NOUN" or tree.dep[i] in INSIDE_NOUNS:
            return
        for form in noun_forms(tree, i):
            frames = self.lexicon.nouns.get(form)
            if frames is None:
                continue
            carrier, part = self._carrier(i)
            bearer = carrier if part == "do" else None
            first = i - 1 if " " in form and " of " not in form else i
            for frame in frames:
                if self.conditions.noun_fits(frame, i, bearer):
                    mode = self.modes.of_noun(frame, i, bearer)
                    yield Trigger(i, frame, mode, first, carrier=carrier, part=part)

    def _carrier(self, i: int) -> tuple[int | None, Part | None]:
        """The verb that carries an event noun, and what it says of it."""
        tree = self.tree
        top = self._counted(i)
        governor, dep = tree.head[top], tree.dep[top]
        part: Part | None = None
        if dep in OBJECT_DEPS or dep == "nsubjpass":
            lemma = tree.lemma[governor]
            part = (
                "do"
                if lemma in self.lexicon.light_do
                else "suffer"
                if lemma in self.lexicon.light_suffer
                else None
            )
        elif dep == "nsubj" and tree.lemma[governor] in self.lexicon.harm:
            part = "harm"
        elif dep == "pobj":
            prep, governor = governor, tree.head[governor]
            if tree.pos[governor] in VERBAL:
                part = self._part_by_prep(governor, tree.lower[prep])
            elif tree.lower[prep] == "for" and tree.lower[governor] == "responsible":
                governor = tree.head[governor]
                part = "do" if tree.lemma[governor] == "be" else None
            elif tree.lower[prep] == "for" and tree.lemma[governor] == "responsibility":
                governor = tree.head[governor]
                part = "do" if tree.lemma[governor] in OWNING_UP else None
        return (governor, part) if part is not None else (None, None)

    def _counted(self, i: int) -> int:
        """The noun that stands for `i` above it: the first of a coordination, a counting noun before "of"."""
        tree = self.tree
        while True:
            above = tree.head[i]
            if tree.dep[i] == "conj" and tree.pos[above] in NOMINAL:
                i = above
                continue
            counting = tree.head[above]
            counted = tree.dep[i] == "pobj" and tree.lower[above] == "of" and tree.pos[counting] in NOMINAL
            if not counted or tree.lemma[counting] not in self.lexicon.partitives:
                return i
            i = counting

    def _part_by_prep(self, verb: int, prep: str) -> Part | None:
        """What a verb says of a noun after a preposition: "came under attack", "took part in a raid"."""
        lemma = self.tree.lemma[verb]
        if prep == "under" and lemma in {"come", "be"}:
            return "suffer"
        if prep == "in" and lemma in {"participate", "engage", "take", "join", "lead"}:
            return "do"
        if prep in MEANS_PREPS and lemma in OPPRESSING and not is_passive(self.tree, verb):
            return "do"
        if prep in {"in", "during"} and lemma in USING:
            return "do"
        if prep in {"in", "by", "during"} and lemma in self.lexicon.harm and is_passive(self.tree, verb):
            return "harm"
        return None


def shared_noun(tree: Tree, noun: int) -> int:
    """The noun whose modifiers a coordinated one shares: "its attack on and occupation of Georgia"."""
    while tree.dep[noun] == "conj" and tree.pos[tree.head[noun]] == "NOUN":
        if noun - tree.head[noun] > SHARING or tree.kid(noun, "det", "poss") is not None:
            return noun  # a list of things of their own
        noun = tree.head[noun]
    prep = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.head[prep] == prep - 1 and tree.kid(prep, "cc") is not None:
        return tree.head[prep]
    return noun


def shared_after(tree: Tree, noun: int) -> list[int]:
    """Coordinated nouns whose phrases a noun without any shares: "the harassment and arrest of monks"."""
    if tree.kid(noun, "prep") is not None:
        return []
    later = [c for c in tree.kids(noun, "conj") if tree.pos[c] == "NOUN" and c - noun <= SHARING]
    out = [c for c in later if tree.kid(c, "det", "poss") is None]
    first = tree.head[noun]
    if tree.dep[noun] == "conj" and tree.pos[first] == "NOUN" and noun - first <= SHARING:
        out += [first] if any(prep > noun for prep in tree.kids(first, "prep")) else []
    return out
