"""Candidates for political acts: every verb and noun that a frame of the lexicon fits, with its frame.

A trigger says what the word would denote; who takes part, and whether it happened, is decided later
(`dragoman.extract.deeds`), so that another classifier can judge the same candidates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.codebooks import Codebook
from dragoman.extract.clauses import OBJECT_CONTROL, doer, is_passive, iter_preps, subject
from dragoman.extract.deeds_cast import Cast, noun_forms
from dragoman.extract.lexicon import Frame, Keys, Lexicon
from dragoman.parse.tree import Tree

PARTICLE_DEPS = frozenset({"prt", "prep", "advmod", "acomp", "advcl", "oprd", "dobj"})
COMPLEMENT_DEPS = frozenset({"xcomp", "ccomp", "pcomp"})
COMPLEMENT_PREPS = frozenset({"of", "with", "against", "to", "from", "on", "for"})
INSTRUMENT_PREPS = frozenset({"with", "by", "in", "from", "during", "using", "of"})
NOMINAL = frozenset({"NOUN", "PROPN"})
OBJECT_DEPS = ("dobj", "obj")
VERBAL = frozenset({"VERB", "AUX"})
AUXILIARY = frozenset({"aux", "auxpass"})
OWNING_UP = frozenset({"claim", "accept", "take", "admit"})
BLAMING = frozenset({
    "arrest", "detain", "jail", "imprison", "convict", "sentence", "accuse", "charge", "sanction", "blame", "condemn",
    "criticize", "criticise", "denounce", "punish", "fine", "indict", "try", "thank", "praise", "suspect", "expel",
    "prosecute", "investigate", "sue", "ban", "designate", "slam", "commend", "fault",
})  # fmt: skip
USING = frozenset({"use", "employ"})
RAISING = OBJECT_CONTROL | {"declare", "name", "brand"}
SPOKEN = frozenset({"refusal", "threat"})
"""Tables of modes that read what is refused or threatened rather than an instrument."""


@dataclass(slots=True)
class Trigger:
    """A word that denotes an act in one of its senses.

    `objects` are the tokens of a verb's direct objects (the subject of a passive); `carrier` is the verb that holds
    an event noun ("carried out an attack"), with `role` saying whether its subject does (`do`) or suffers it
    (`suffer`) or the noun itself is its subject (`harm`).
    """

    token: int
    frame: Frame
    mode: str | None
    objects: list[int] = field(default_factory=list)
    complement: Trigger | None = None
    carrier: int | None = None
    role: str | None = None
    first: int = -1
    """First token of an event noun's own words ("air strike"); the trigger itself where it has one word."""

    def __post_init__(self) -> None:
        self.first = self.token if self.first < 0 else self.first


class TriggerFinder:
    """Finds the triggers of one document."""

    def __init__(self, cast: Cast, lexicon: Lexicon, codebook: Codebook) -> None:
        self.cast = cast
        self.tree = cast.tree
        self.lexicon = lexicon
        self.codebook = codebook

    def find(self) -> Iterator[list[Trigger]]:
        """Candidates of every word that has any, the verbs of a sentence before its nouns.

        Yields:
            The senses of one word that fit, the most specific first. Call `take` with the one that was chosen: the
            words that it reads itself then yield nothing.
        """
        tree = self.tree
        self._taken: set[int] = set()
        for first, last in tree.sents:
            nouns = []
            for i in range(first, last):
                pos = tree.pos[i]
                if pos == "NOUN":
                    nouns.append(i)
                elif pos in VERBAL and tree.dep[i] not in AUXILIARY and i not in self._taken:
                    found = list(self.verb(i))
                    if found:
                        yield found
            for i in nouns:
                if i not in self._taken:
                    found = list(self.noun(i))
                    if found:
                        yield found

    def take(self, trigger: Trigger) -> None:
        """Note the tokens that a verb's frame reads itself: its typed object, the act it threatens or refuses."""
        frame, taken = trigger.frame, self._taken
        if self.tree.pos[trigger.token] == "NOUN":
            return
        if trigger.complement is not None:
            taken.add(trigger.complement.token)
            for obj in trigger.complement.objects:
                taken.update(self.tree.conjuncts(obj))
        for token in trigger.objects:
            if frame.object or frame.theme or frame.modes == "refusal":
                taken.update(self.cast.content(c) for c in self.tree.conjuncts(token))
        if frame.theme or frame.preps or frame.modes in SPOKEN:
            taken.update(obj for _, obj in iter_preps(self.tree, trigger.token))

    # verbs

    def verb(self, i: int, *, depth: int = 0) -> Iterator[Trigger]:
        """The senses of the verb at `i` that fit, the most specific first."""
        for particle, frame in self.lexicon.verbs.get(self.tree.lemma[i], ()):
            if particle is not None and not self._has_particle(i, particle):
                continue
            trigger = self._verb_frame(i, frame, depth)
            if trigger is not None:
                yield trigger

    def _has_particle(self, i: int, particle: str) -> bool:
        tree = self.tree
        for child in tree.children[i]:
            if tree.lower[child] == particle and child > i and tree.dep[child] in PARTICLE_DEPS:
                return True
        return i + 1 < len(tree) and tree.lower[i + 1] == particle and tree.sent[i + 1] == tree.sent[i]

    def objects(self, verb: int) -> list[int]:
        """Direct objects; of a passive without one, its subject; of the first of two coordinated verbs, the other's."""
        tree = self.tree
        found = tree.kids(verb, *OBJECT_DEPS)
        if found:
            return [self._relative(o) for o in found]
        if is_passive(tree, verb):
            patient = subject(tree, verb)
            return [patient] if patient is not None else []
        if (
            tree.lemma[verb] in RAISING
        ):  # "let convoys enter": the parser makes them subject of the infinitive
            for clause in tree.kids(verb, "ccomp"):
                inner = tree.kid(clause, "nsubj")
                if inner is not None and inner > verb and tree.tag[clause] == "VB":
                    return [inner]
        for later in tree.kids(verb, "conj"):
            if later <= verb + 4 and not any(later > p > verb for p, _ in iter_preps(tree, verb)):
                return [o for o in tree.kids(later, *OBJECT_DEPS) if o > later]
        return []

    def _relative(self, token: int) -> int:
        """What a relative pronoun stands for: "the town that they shelled"."""
        tree = self.tree
        verb = tree.head[token]
        if tree.lower[token] in {"which", "that", "whom", "who"} and tree.dep[verb] == "relcl":
            return tree.head[verb]
        return token

    def _verb_frame(self, i: int, frame: Frame, depth: int) -> Trigger | None:
        tree = self.tree
        passive = is_passive(tree, i)
        if (frame.passive and not passive) or (frame.past and tree.tag[i] == "VB"):
            return None
        objects = self.objects(i)
        if frame.intransitive and objects:
            return None
        if not self._objects_fit(frame, objects) or not self._subject_fits(frame, i):
            return None
        if not self._preps_fit(frame, i, objects) or not self._clause_fits(frame, i):
            return None
        complement = self._complement(i, frame) if depth == 0 else None
        if frame.only and complement is None:
            return None
        if complement is not None and frame.complement is not None:
            turned = self.codebook.turned(frame.complement, complement.frame.type, complement.mode)
            return Trigger(i, frame, turned.mode if turned is not None else None, objects, complement)
        return Trigger(i, frame, self.mode(frame, i, objects), objects)

    def _complement(self, i: int, frame: Frame) -> Trigger | None:
        """The act that a verb plans, threatens, refuses or asks for, if the codebook turns it into another."""
        if frame.complement is None:
            return None
        for trigger in self._complements(i):
            if trigger.frame.words or self._is_anothers(trigger, frame) or (frame.only and trigger.frame.type not in frame.only):
                continue
            if self.codebook.turned(frame.complement, trigger.frame.type, trigger.mode) is not None:
                return trigger
        return None

    def _is_anothers(self, trigger: Trigger, frame: Frame) -> bool:
        """Whether the act has a subject of its own: "announced that the rebels would withdraw" concedes nothing."""
        own = self.tree.kid(trigger.token, "nsubj", "nsubjpass")
        return not frame.words and own is not None and self.tree.pos[own] != "PRON"

    def _complements(self, i: int) -> Iterator[Trigger]:
        tree = self.tree
        for child in tree.children[i]:
            if child > i and tree.dep[child] in COMPLEMENT_DEPS and tree.pos[child] == "VERB":
                yield from self.verb(child, depth=1)
        for prep, obj in iter_preps(tree, i):
            if tree.lower[prep] in COMPLEMENT_PREPS and obj > i:
                yield from self.verb(obj, depth=1) if tree.pos[obj] == "VERB" else self.noun(obj)
        for obj in tree.kids(i, *OBJECT_DEPS):
            yield from self.noun(obj)

    # conditions

    def _objects_fit(self, frame: Frame, objects: list[int]) -> bool:
        if frame.object and not any(frame.object & self.cast.keys(o) for o in objects):
            return False
        if frame.not_object and any(frame.not_object & self._head_keys(o) for o in objects):
            return bool(frame.object & self._two_word_keys(objects)) if frame.object else False
        if frame.object_modifier:
            tree = self.tree
            words = {tree.lower[c] for o in objects for c in tree.children[o]}
            return bool(frame.object_modifier & words)
        return True

    def _head_keys(self, token: int) -> Keys:
        """Keys of the head alone, for conditions that must not hold."""
        tree = self.tree
        content = self.cast.content(token)
        own = {key for key in self.cast.keys(content) if key.startswith("@")}
        return frozenset(
            own | {tree.lemma[content], tree.lower[content]} | set(noun_forms(self.cast, content))
        )

    def _two_word_keys(self, objects: list[int]) -> Keys:
        """Two-word keys: "army vehicle" may be wanted where "vehicle" is not."""
        return frozenset(key for o in objects for key in self.cast.keys(o) if " " in key)

    def _subject_fits(self, frame: Frame, i: int) -> bool:
        if not frame.subject and not frame.not_subject:
            return True
        agent = agent_of(self.tree, i)
        if agent is None:
            return not frame.subject
        keys = self.cast.keys(agent)
        return not (frame.subject and not frame.subject & keys) and not frame.not_subject & keys

    def _preps_fit(self, frame: Frame, i: int, objects: list[int]) -> bool:
        if not (frame.preps or frame.not_preps or frame.theme):
            return True
        tree = self.tree
        pairs = [(tree.lower[p], o) for g in (i, *objects) for p, o in iter_preps(tree, g)]
        for prep, obj in pairs:
            unwanted = frame.not_preps.get(prep)
            if unwanted is not None and (
                not unwanted or unwanted & (self.cast.keys(obj) | {tree.lemma[obj]})
            ):
                return False
        if frame.theme and not any(
            frame.theme & self.cast.keys(o) for o in [*objects, *(o for _, o in pairs)]
        ):
            return False
        if not frame.preps:
            return True
        for prep, obj in pairs:
            wanted = frame.preps.get(prep)
            if wanted is not None and (not wanted or wanted & (self.cast.keys(obj) | {tree.lemma[obj]})):
                return True
        return False

    def _clause_fits(self, frame: Frame, i: int) -> bool:
        tree = self.tree
        if frame.clause or frame.not_clause:
            words = {word for t in tree.subtree(i) for word in (tree.lower[t], tree.lemma[t])}
            if (frame.clause and not frame.clause & words) or frame.not_clause & words:
                return False
        if frame.adverb and not any(tree.lower[c] in frame.adverb for c in tree.children[i]):
            return False
        if frame.xcomp or frame.not_xcomp:
            lemmas = {tree.lemma[c] for c in tree.children[i] if tree.dep[c] in {"xcomp", "ccomp"}}
            lemmas |= {tree.lemma[o] for _, o in iter_preps(tree, i) if tree.pos[o] == "VERB"}
            if (frame.xcomp and not frame.xcomp & lemmas) or frame.not_xcomp & lemmas:
                return False
        return True

    # nouns

    def noun(self, i: int) -> Iterator[Trigger]:
        """The senses of the noun at `i` that fit, the most specific first."""
        tree = self.tree
        if tree.pos[i] != "NOUN" or tree.dep[i] in {"compound", "nmod", "amod", "npadvmod"}:
            return
        for form in noun_forms(self.cast, i):
            for frame in self.lexicon.nouns.get(form, ()):
                if self._noun_fits(frame, i):
                    carrier, role = self.carrier(i)
                    first = i - 1 if " " in form and " of " not in form else i
                    yield Trigger(i, frame, self.mode(frame, i, []), carrier=carrier, role=role, first=first)

    def _noun_fits(self, frame: Frame, i: int) -> bool:
        tree = self.tree
        modifiers = [c for c in tree.children[i] if tree.dep[c] in {"amod", "compound", "nmod", "poss"}]
        words = {tree.lower[c] for c in modifiers} | {tree.lemma[c] for c in modifiers}
        for c in modifiers:
            words |= {key for key in self.cast.keys(c) if key.startswith("@")}
            if self.cast.participants.at(c) is not None:
                words.add("@country")
        if (frame.modifier and not frame.modifier & words) or frame.not_modifier & words:
            return False
        if frame.subject and not frame.subject & (words | self._doer_keys(i)):
            return False
        if frame.not_subject and frame.not_subject & self._doer_keys(i):
            return False
        carrier, role = self.carrier(i)
        return self._preps_fit(frame, i, [carrier] if carrier is not None and role == "do" else [])

    def _doer_keys(self, i: int) -> Keys:
        carrier, role = self.carrier(i)
        agent = agent_of(self.tree, carrier) if carrier is not None and role == "do" else None
        found = set(self.cast.keys(agent)) if agent is not None else set()
        for prep, obj in iter_preps(self.tree, i):
            if self.tree.lower[prep] == "by":
                found |= self.cast.keys(obj)
        return frozenset(found)

    def carrier(self, i: int) -> tuple[int | None, str | None]:
        """The verb that carries an event noun, and how its subject takes part."""
        tree = self.tree
        top = self._counted(i)
        governor, dep = tree.head[top], tree.dep[top]
        if dep in OBJECT_DEPS or dep == "nsubjpass":
            return self._as_carrier(governor)
        if dep == "nsubj" and tree.lemma[governor] in self.lexicon.harm:
            return governor, "harm"
        if dep != "pobj":
            return None, None
        above = tree.head[governor]
        if tree.pos[above] in VERBAL:
            role = self._role_by_prep(above, tree.lower[governor])
            return (above, role) if role is not None else (None, None)
        if tree.lower[governor] == "for" and tree.lemma[above] == "responsibility":
            claim = tree.head[above]
            return (claim, "do") if tree.lemma[claim] in OWNING_UP else (None, None)
        return None, None

    def _counted(self, i: int) -> int:
        """The noun that stands for `i` above it: the first of a coordination, a counting noun before "of"."""
        tree = self.tree
        while True:
            above = tree.head[i]
            if tree.dep[i] == "conj" and tree.pos[above] in NOMINAL:
                i = above
                continue
            counting = tree.head[above]
            if tree.dep[i] != "pobj" or tree.lower[above] != "of" or tree.pos[counting] not in NOMINAL:
                return i
            if tree.lemma[counting] not in self.lexicon.partitives:
                return i
            i = counting

    def _role_by_prep(self, verb: int, prep: str) -> str | None:
        """The subject's part where the noun hangs on a preposition: "came under attack", "took part in a raid"."""
        lemma = self.tree.lemma[verb]
        if prep == "under" and lemma in {"come", "be"}:
            return "suffer"
        if prep == "in" and lemma in {"participate", "engage", "take", "join"}:
            return "do"
        if prep in {"in", "during"} and lemma in USING:
            return "do"
        if prep in {"in", "by", "during"} and lemma in self.lexicon.harm and is_passive(self.tree, verb):
            return "harm"
        return None

    def _as_carrier(self, verb: int) -> tuple[int | None, str | None]:
        lemma = self.tree.lemma[verb]
        if lemma in self.lexicon.light_do:
            return verb, "do"
        if lemma in self.lexicon.light_suffer:
            return verb, "suffer"
        return None, None

    # modes

    def mode(self, frame: Frame, i: int, objects: list[int]) -> str | None:
        """The finest mode that the clause's words give, else the frame's own."""
        if frame.modes is None:
            return frame.mode
        words = self._mode_words(frame, i, objects)
        allowed = self.codebook.get_type(frame.type).modes
        for mode, cues in self.lexicon.modes[frame.modes]:
            if mode in allowed and cues & words:
                return mode
        return frame.mode

    def _mode_words(self, frame: Frame, i: int, objects: list[int]) -> Keys:
        tree = self.tree
        out: set[str] = set(noun_forms(self.cast, i)) if tree.pos[i] == "NOUN" else {tree.lemma[i]}
        for child in tree.children[i]:
            if tree.dep[child] in {"amod", "compound", "nmod"}:
                out |= {tree.lower[child], tree.lemma[child], *noun_forms(self.cast, child)}
        spoken = frame.modes in SPOKEN
        for prep, obj in iter_preps(tree, i):
            if spoken or frame.modes == "protest" or tree.lower[prep] in INSTRUMENT_PREPS:
                out |= self.cast.keys(obj)
                if tree.pos[obj] == "VERB":
                    out.add(tree.lemma[obj])
        if tree.pos[i] != "NOUN":
            out |= self._clause_words(frame, i, objects)
        else:
            verb, role = self.carrier(i)
            if verb is not None and tree.lemma[verb] in USING:
                out |= {key for o in tree.kids(verb, *OBJECT_DEPS) for key in self.cast.keys(o)}
        for child in tree.children[i]:
            if spoken and tree.dep[child] in {"xcomp", "ccomp", "advcl", "acl"}:
                out |= {tree.lemma[child]} | {tree.lemma[o] for o in tree.kids(child, *OBJECT_DEPS)}
            elif tree.lower[child] == "using":
                out |= {key for o in tree.kids(child, *OBJECT_DEPS) for key in self.cast.keys(o)}
        return frozenset(out)

    def _clause_words(self, frame: Frame, i: int, objects: list[int]) -> set[str]:
        """Words of who acts and of what is acted upon or with."""
        tree, out = self.tree, set[str]()
        spoken = frame.modes in SPOKEN
        agent = agent_of(tree, i)
        if agent is not None and not spoken:
            out |= self.cast.keys(agent)
        for obj in objects:
            if frame.modes != "violence" or frame.object:
                out |= self.cast.keys(obj)
            if spoken:
                out |= {tree.lemma[o] for _, o in iter_preps(tree, obj)}
        return out


def agent_of(tree: Tree, verb: int) -> int | None:
    """Who does it; after a verb of blame, the one who is blamed: "jailed two men for spreading rumours"."""
    prep = tree.head[verb]
    if tree.dep[verb] == "pcomp" and tree.lower[prep] in {"for", "of", "with"}:
        above = tree.head[prep]
        if tree.lemma[above] in BLAMING and not is_passive(tree, above):
            blamed = tree.kid(above, *OBJECT_DEPS)
            if blamed is not None:
                return blamed
    return doer(tree, verb)


def shared_noun(tree: Tree, noun: int) -> int:
    """The noun whose modifiers a coordinated one shares: "Russia's aggression against and occupation of Georgia"."""
    while tree.dep[noun] == "conj" and tree.pos[tree.head[noun]] == "NOUN":
        noun = tree.head[noun]
    prep = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.head[prep] == prep - 1 and tree.kid(prep, "cc") is not None:
        return tree.head[prep]
    return noun
