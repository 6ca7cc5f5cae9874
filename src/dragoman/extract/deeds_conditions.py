"""Whether a frame's conditions hold for a verb or a noun of the text."""

from __future__ import annotations

from dragoman.extract.clauses import doer, is_passive, iter_preps
from dragoman.extract.deeds_nouns import Nouns
from dragoman.extract.lexicon import Frame, Keys
from dragoman.parse.tree import Tree

OBJECT_DEPS = ("dobj", "obj")
NOUN_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
BLAMING = frozenset({
    "arrest", "detain", "jail", "imprison", "convict", "sentence", "accuse", "charge", "sanction", "blame",
    "condemn", "criticize", "criticise", "denounce", "punish", "fine", "indict", "try", "thank", "praise",
    "suspect", "expel", "prosecute", "investigate", "sue", "ban", "designate", "slam", "commend", "fault",
})  # fmt: skip
BLAME_PREPS = frozenset({"for", "of", "with"})


INSTRUMENTS = frozenset({
    "policy", "order", "decision", "measure", "law", "rule", "program", "programme", "action", "step",
    "package",
    "legislation", "decree", "resolution", "statement", "regulation", "proclamation",
})  # fmt: skip
"""Nouns behind which somebody acts: "issued an order imposing a curfew"."""


class Conditions:
    """Checks the frames of one document."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns = nouns
        self.tree = nouns.tree

    def verb_fits(self, frame: Frame, verb: int, objects: list[int]) -> bool:
        """Whether all conditions but the complement's hold for a verb."""
        if (frame.passive and not is_passive(self.tree, verb)) or (
            frame.past and self.tree.tag[verb] == "VB"
        ):
            return False
        if frame.intransitive and objects:
            return False
        return (
            self._objects_fit(frame, objects)
            and self._subject_fits(frame, verb)
            and self._phrases_fit(frame, [verb, *objects], objects)
            and self._clause_fits(frame, verb)
        )

    def noun_fits(self, frame: Frame, noun: int, bearer: int | None) -> bool:
        """Whether all conditions hold for an event noun; `bearer` is the verb whose subject does it."""
        words = self._modifier_words(noun)
        if (frame.modifier and not frame.modifier & words) or frame.not_modifier & words:
            return False
        if frame.subject or frame.not_subject:
            doers = self._noun_doers(noun, bearer)
            if (frame.subject and not frame.subject & (words | doers)) or frame.not_subject & doers:
                return False
        return self._phrases_fit(frame, [noun] if bearer is None else [noun, bearer], [])

    # verbs

    def _objects_fit(self, frame: Frame, objects: list[int]) -> bool:
        if frame.object and not any(frame.object & self.nouns.keys(o) for o in objects):
            return False
        if frame.not_object and any(frame.not_object & self.nouns.head_keys(o) for o in objects):
            return bool(frame.object & self._two_word_keys(objects))
        if frame.object_modifier:
            words = {self.tree.lower[c] for o in objects for c in self.tree.children[o]}
            return bool(frame.object_modifier & words)
        return True

    def _two_word_keys(self, objects: list[int]) -> Keys:
        """Two-word keys: "bank account" may be wanted where "account" is not."""
        return frozenset(key for o in objects for key in self.nouns.keys(o) if " " in key)

    def _subject_fits(self, frame: Frame, verb: int) -> bool:
        if not frame.subject and not frame.not_subject:
            return True
        agent = agent_of(self.tree, verb)
        if agent is None:
            return not frame.subject
        keys = self.nouns.keys(agent)
        return bool(not frame.subject or frame.subject & keys) and not frame.not_subject & keys

    def _phrases_fit(self, frame: Frame, governors: list[int], objects: list[int]) -> bool:
        """Whether what stands after the prepositions fits, and the theme, which may also be the object."""
        if not (frame.preps or frame.not_preps or frame.theme):
            return True
        tree = self.tree
        pairs = [(tree.lower[p], o) for g in governors for p, o in iter_preps(tree, g)]
        if any(self._holds(frame.not_preps.get(prep), obj) for prep, obj in pairs):
            return False
        if frame.theme and not any(
            frame.theme & self.nouns.keys(o) for o in [*objects, *(o for _, o in pairs)]
        ):
            return False
        return not frame.preps or any(self._holds(frame.preps.get(prep), obj) for prep, obj in pairs)

    def _holds(self, wanted: Keys | None, obj: int) -> bool:
        """Whether a prepositional object is among what is wanted; an empty list takes any."""
        if wanted is None:
            return False
        return not wanted or bool(wanted & (self.nouns.keys(obj) | {self.tree.lemma[obj]}))

    def _clause_fits(self, frame: Frame, verb: int) -> bool:
        tree = self.tree
        if frame.clause or frame.not_clause:
            words = {word for t in tree.subtree(verb) for word in (tree.lower[t], tree.lemma[t])}
            if (frame.clause and not frame.clause & words) or frame.not_clause & words:
                return False
        if frame.adverb and not any(tree.lower[c] in frame.adverb for c in tree.children[verb]):
            return False
        if frame.xcomp or frame.not_xcomp:
            lemmas = {tree.lemma[c] for c in tree.kids(verb, "xcomp", "ccomp")}
            lemmas |= {tree.lemma[o] for _, o in iter_preps(tree, verb) if tree.pos[o] == "VERB"}
            return bool(not frame.xcomp or frame.xcomp & lemmas) and not frame.not_xcomp & lemmas
        return True

    # nouns

    def _modifier_words(self, noun: int) -> set[str]:
        tree = self.tree
        out: set[str] = set()
        for child in tree.children[noun]:
            if tree.dep[child] in NOUN_MODIFIERS:
                out |= {tree.lower[child], tree.lemma[child]}
                out |= {key for key in self.nouns.keys(child) if key.startswith("@")}
                if (
                    self.nouns.participants.at(child) is not None
                ):  # "Israeli": a demonym is no country elsewhere
                    out.add("@country")
        return out

    def _noun_doers(self, noun: int, bearer: int | None) -> Keys:
        agent = agent_of(self.tree, bearer) if bearer is not None else None
        found = set(self.nouns.keys(agent)) if agent is not None else set()
        for prep, obj in iter_preps(self.tree, noun):
            if self.tree.lower[prep] == "by":
                found |= self.nouns.keys(obj)
        return frozenset(found)


def agent_of(tree: Tree, verb: int) -> int | None:
    """Who does it; after a verb of blame, the one who is blamed: "jailed two men for spreading rumours"."""
    first = verb
    while tree.dep[first] == "conj" and tree.pos[tree.head[first]] == "VERB":
        first = tree.head[first]
    prep = tree.head[first]
    if tree.dep[first] == "pcomp" and tree.lower[prep] in BLAME_PREPS:
        above = tree.head[prep]
        blamed = tree.kid(above, *OBJECT_DEPS)
        if tree.lemma[above] in BLAMING and blamed is not None and not is_passive(tree, above):
            return blamed
    planner = _planner(tree, verb)
    if planner is not None:
        return planner
    found = doer(tree, verb)
    if found is None:
        return _shared_agent(tree, verb)
    if tree.dep[verb] == "acl" and tree.lemma[found] in INSTRUMENTS:
        return _wielder(tree, found)
    return found


def _shared_agent(tree: Tree, verb: int) -> int | None:
    """The "by" phrase that coordinated passives share: "were beaten, detained and jailed by guards"."""
    if not is_passive(tree, verb):
        return None
    for later in tree.conjuncts(verb)[1:]:
        agent = tree.kid(later, "agent")
        if agent is not None and tree.tag[later] == "VBN":
            return tree.kid(agent, "pobj")
    return None


def _planner(tree: Tree, verb: int) -> int | None:
    """Whose plan an infinitive after a noun is: "the decision by the junta to shut the paper"."""
    noun = tree.head[verb]
    if tree.dep[verb] != "acl" or tree.tag[verb] != "VB" or is_passive(tree, verb):
        return None
    return next((obj for prep, obj in iter_preps(tree, noun) if tree.lower[prep] == "by"), None)


def _wielder(tree: Tree, noun: int) -> int | None:
    """Who acts by a measure: its possessor, else the subject of the verb that has it for its object."""
    owner = tree.kid(noun, "poss")
    if owner is not None:
        return owner
    verb = tree.head[noun]
    return doer(tree, verb) if tree.dep[noun] in OBJECT_DEPS and verb != noun else noun
