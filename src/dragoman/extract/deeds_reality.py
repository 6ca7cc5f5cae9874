"""Whether a trigger speaks of an act at all, and whether the act took place.

A demand, a wish, a fear or an ability is no act; what is asked for is held by the claim that asks.
"""

from __future__ import annotations

import re

from dragoman.extract.lexicon import Lexicon
from dragoman.extract.status import FUTURE_ADJECTIVES, NEGATING_ADJECTIVES, ONGOING_ADJECTIVES, clause_status
from dragoman.extract.triggers import Trigger, shared_noun
from dragoman.parse.tree import Tree
from dragoman.records import Span, Status

PLANS = frozenset({
    "plan", "decision", "intention", "agreement", "deal", "order", "preparation", "move", "announcement", "pledge", "promise", "commitment", "vow",
})  # fmt: skip
ATTEMPTS = frozenset({"attempt", "effort", "operation", "mission", "campaign"})
PREVENTING_PREPS = frozenset({"without", "instead", "despite-not"})
NOMINAL = frozenset({"NOUN", "PROPN"})
DOUBT = frozenset({"potentially", "possibly", "perhaps", "maybe", "supposedly"})
ANAPHORIC = frozenset({"this", "these", "that", "those"})
"""Determiners of a noun that points back to an act told before."""
LETTING = frozenset({"let", "make", "help", "see", "watch"})
SCORE = re.compile(r"^\d{1,3}[-–]\d{1,3}$")


def is_unreal(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the word only speaks of a possible, asked-for, feared or prevented act."""
    if _is_question(tree, trigger.token):
        return True
    if tree.pos[trigger.token] == "NOUN":
        return _is_unreal_noun(tree, trigger, lexicon)
    return _is_unreal_verb(tree, trigger.token, lexicon)


def _is_question(tree: Tree, token: int) -> bool:
    last = tree.sents[tree.sent[token]][1] - 1
    return tree.lower[last] == "?"


def _is_unreal_verb(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    head = verb
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] == "VERB":  # "must free X and leave Y"
        head = tree.head[head]
    for i in {verb, head}:
        for child in tree.children[i]:
            if tree.dep[child] == "aux" and (
                tree.lemma[child] in lexicon.obliged or tree.lower[child] in {"can", "must"}
            ):
                return True
    governor, dep = tree.head[head], tree.dep[head]
    infinitive = any(tree.lower[c] == "to" and tree.dep[c] == "aux" for c in tree.children[head])
    if governor == head:
        return tree.tag[head] == "VB" and not any(
            tree.dep[c] in {"aux", "nsubj", "nsubjpass"} for c in tree.children[head]
        )
    bare = tree.tag[head] == "VB" and dep == "ccomp" and not tree.kids(head, "aux")
    if bare and tree.lemma[governor] not in LETTING:  # "important that they invest", "having them invest"
        return True
    if tree.pos[governor] in {"VERB", "AUX"}:
        if tree.lemma[governor] in lexicon.asked | lexicon.obliged and tree.tag[head] == "VB":
            return True
        if tree.lemma[governor] in lexicon.unreal_verbs and dep in {"xcomp", "ccomp", "advcl"}:
            return (
                infinitive
                or tree.tag[head] == "VB"
                or tree.lemma[governor] in {"fear", "hope", "predict", "imagine", "suspect", "warn"}
            )
        return infinitive and dep == "advcl"
    if tree.pos[governor] in NOMINAL | {"ADJ"} and infinitive:
        lemma = tree.lemma[governor]
        return lemma not in PLANS | ATTEMPTS and tree.pos[governor] != "ADJ"
    if dep == "pcomp":
        return _is_prevented(tree, governor, lexicon)
    return False


def _is_prevented(tree: Tree, prep: int, lexicon: Lexicon) -> bool:
    if tree.lower[prep] in PREVENTING_PREPS:
        return True
    above = tree.head[prep]
    lemma = tree.lemma[above]
    return lemma in lexicon.unreal_verbs or lemma in lexicon.unreal_nouns


def _is_unreal_noun(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    noun = trigger.token
    for child in tree.children[noun]:
        if (
            tree.dep[child] in {"amod", "det", "nmod", "compound"}
            and tree.lower[child] in lexicon.unreal_adjectives
        ):
            return True
    current = noun
    while True:
        governor = tree.head[current]
        if governor == current:
            return False
        pos = tree.pos[governor]
        if pos in {"VERB", "AUX"}:
            return _is_unreal_governor(tree, trigger, current, governor, lexicon)
        if pos in NOMINAL and tree.lemma[governor] in lexicon.unreal_nouns:
            return True
        current = governor


def _is_unreal_governor(tree: Tree, trigger: Trigger, child: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the verb above a noun says that the act is only feared, asked for or prevented."""
    as_object = tree.dep[child] in {"dobj", "prep", "nsubjpass", "agent", "pobj", "ccomp"}
    if verb != trigger.carrier and as_object and tree.lemma[verb] in lexicon.unreal_verbs:
        return True
    if trigger.carrier == verb:
        return _is_unreal_verb(tree, verb, lexicon)
    return False


def status(tree: Tree, trigger: Trigger) -> tuple[Status, Span | None]:
    """Status of the act, and the span of the word that tells.

    A noun takes the status of the verb that carries it ("will launch an attack"); of any other verb above it the
    status is that verb's own ("will condemn the attack").
    """
    token = trigger.token
    if tree.pos[token] != "NOUN":
        return _verb_status(tree, token)
    first = shared_noun(tree, token)
    for child in [*tree.children[token], *(c for c in tree.children[first] if c < first)]:
        word = tree.lower[child]
        found: Status | None = None
        if word in FUTURE_ADJECTIVES:
            found = "planned"
        elif word in ONGOING_ADJECTIVES:
            found = "ongoing"
        elif word in NEGATING_ADJECTIVES or (word == "no" and tree.dep[child] in {"det", "neg"}):
            found = "negated"
        if found is not None:
            return found, Span(tree.start[child], tree.end[child])
    if trigger.carrier is not None:
        if tree.lemma[trigger.carrier] in {"plan", "plot", "prepare", "order", "authorize", "authorise"}:
            return "planned", Span(tree.start[trigger.carrier], tree.end[trigger.carrier])
        return clause_status(tree, trigger.carrier)
    return "occurred", None


def _verb_status(tree: Tree, verb: int) -> tuple[Status, Span | None]:
    """Status of a verb; a condition or doubt on the first of coordinated verbs holds for all."""
    for child in tree.children[verb]:
        if tree.dep[child] == "advmod" and tree.lower[child] in DOUBT:
            return "hypothetical", Span(tree.start[child], tree.end[child])
    found = clause_status(tree, verb)
    head = tree.head[verb]
    if found == ("occurred", None) and tree.dep[verb] == "conj" and tree.pos[head] == "VERB":
        if tree.kid(verb, "nsubj", "nsubjpass") is None:
            shared = _verb_status(tree, head)
            return shared if shared[0] == "hypothetical" else found
    return found


def is_sport(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether the sentence speaks of sport: two of its words, or a score and one."""
    first, last = tree.sents[tree.sent[token]]
    words = {tree.lower[i] for i in range(first, last)} & lexicon.sport
    scored = any(SCORE.match(tree.lower[i]) for i in range(first, last))
    return len(words) + scored > 1
