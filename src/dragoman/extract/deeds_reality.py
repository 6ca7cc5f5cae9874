"""Whether a trigger speaks of an act at all, and whether the act took place.

A demand, a wish, a fear or an ability is no act; what is asked for is held by the claim that asks.
"""

from __future__ import annotations

import re

from dragoman.codebooks import Codebook
from dragoman.extract.lexicon import Lexicon
from dragoman.extract.status import (
    FUTURE_ADJECTIVES,
    NEGATING_ADJECTIVES,
    ONGOING_ADJECTIVES,
    clause_status,
    is_unwelcome,
    undoing_verb,
)
from dragoman.extract.triggers import NOMINAL, VERBAL, Trigger, shared_noun
from dragoman.parse.tree import Tree
from dragoman.records import Coding, Span, Status

PLANS = frozenset({
    "plan", "decision", "intention", "agreement", "deal", "order", "preparation", "move", "announcement",
    "pledge", "promise", "commitment", "vow", "attempt", "effort", "operation", "mission", "campaign",
    "action",
})  # fmt: skip
"""Nouns whose infinitive is planned or tried: "the decision to expel", not "the right to expel"."""
DEPRIVING_PREPS = frozenset({"without", "instead"})
ACTING = frozenset({"act", "move"})
STEPS = frozenset({"action", "step", "measure", "decision"})
DOUBT = frozenset({"potentially", "possibly", "perhaps", "maybe", "supposedly"})
SUPPOSING = frozenset({"would", "could"})
ABILITY = frozenset({"can", "must"})
FOREBODING = frozenset({"fear", "hope", "predict", "imagine", "suspect", "warn"})
STOPPING = frozenset({"stop", "cease", "halt", "end"})
ANAPHORIC = frozenset({"this", "these", "that", "those"})
"""Determiners of a noun that points back to an act told before."""
LETTING = frozenset({"let", "make", "help", "see", "watch"})
PLANNING_CARRIERS = frozenset({"plan", "plot", "prepare", "order", "authorize", "authorise"})
NOUN_MODIFIERS = frozenset({"amod", "det", "nmod", "compound"})
OBJECT_LIKE = frozenset({"dobj", "prep", "nsubjpass", "agent", "pobj", "ccomp"})
WILL = frozenset({"will", "would", "wo", "'ll"})
NEGATIONS = frozenset({"not", "n't", "never"})
SCORE = re.compile(r"^\d{1,3}[-–]\d{1,3}$")


def is_unreal(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the word only speaks of a possible, asked-for, feared or prevented act."""
    token = trigger.token
    if tree.lower[tree.sents[tree.sent[token]][1] - 1] == "?":
        return True
    return (
        _is_unreal_noun(tree, trigger, lexicon)
        if tree.pos[token] == "NOUN"
        else _is_unreal_verb(tree, token, lexicon)
    )


def _is_unreal_verb(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    head = verb
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] == "VERB":  # "must free X and leave Y"
        head = tree.head[head]
    if _is_obliged(tree, verb, lexicon) or _is_obliged(tree, head, lexicon):
        return True
    governor = tree.head[head]
    bare = tree.tag[head] == "VB" and not tree.kids(head, "aux")
    if governor == head:  # an order, or a fragment
        return bare and not tree.kids(head, "nsubj", "nsubjpass")
    if (
        bare and tree.dep[head] == "ccomp" and tree.lemma[governor] not in LETTING
    ):  # "important that they invest"
        return True
    if tree.pos[governor] in VERBAL:
        return _is_unreal_under_verb(tree, head, governor, lexicon)
    if tree.pos[governor] in NOMINAL and _is_infinitive(tree, head):
        return tree.lemma[governor] not in PLANS
    return tree.dep[head] == "pcomp" and _is_prevented(tree, governor, lexicon)


def _is_obliged(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    return any(tree.lemma[c] in lexicon.obliged or tree.lower[c] in ABILITY for c in tree.kids(verb, "aux"))


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.lower[c] == "to" for c in tree.kids(verb, "aux"))


def _is_unreal_under_verb(tree: Tree, verb: int, governor: int, lexicon: Lexicon) -> bool:
    """Whether the verb above asks for the act, fears it, prevents it, or has it for its purpose."""
    lemma, dep = tree.lemma[governor], tree.dep[verb]
    dependent = _is_infinitive(tree, verb) or tree.tag[verb] == "VB"
    if tree.tag[verb] == "VB" and (lemma in lexicon.asked or lemma in lexicon.obliged):
        return True
    if lemma in lexicon.unreal_verbs and dep in {"xcomp", "ccomp", "advcl"}:
        return dependent or lemma in FOREBODING or (lemma in STOPPING and dep == "xcomp")
    if lemma in LETTING and dep in {"xcomp", "ccomp"}:  # "is working to help bring relief"
        return _is_unreal_verb(tree, governor, lexicon)
    return dep == "advcl" and _is_infinitive(tree, verb) and not _is_step(tree, governor)


def _is_step(tree: Tree, verb: int) -> bool:
    """Whether the infinitive says what was done: "took action to bar", "acted to suspend"."""
    done = {tree.lemma[obj] for obj in tree.kids(verb, "dobj")}
    return tree.lemma[verb] in ACTING or (tree.lemma[verb] == "take" and bool(done & STEPS))


def _is_prevented(tree: Tree, prep: int, lexicon: Lexicon) -> bool:
    """Whether a gerund stands after "without", "prevent from", "the risk of" and the like."""
    lemma = tree.lemma[tree.head[prep]]
    return (
        tree.lower[prep] in DEPRIVING_PREPS or lemma in lexicon.unreal_verbs or lemma in lexicon.unreal_nouns
    )


def _is_unreal_noun(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    if is_unwelcome(tree, trigger.token):
        return True
    for child in tree.children[trigger.token]:
        if tree.dep[child] in NOUN_MODIFIERS and tree.lower[child] in lexicon.unreal_adjectives:
            return True
        if tree.dep[child] == "det" and tree.lower[child] in ANAPHORIC and trigger.part not in {"harm", "do"}:
            return True
    current = trigger.token
    while tree.head[current] != current:
        governor = tree.head[current]
        if tree.lower[governor] == "including":
            current = governor
            continue
        if tree.pos[governor] in VERBAL:
            return _is_unreal_noun_under(tree, trigger, current, governor, lexicon)
        if tree.pos[governor] in NOMINAL and tree.lemma[governor] in lexicon.unreal_nouns:
            return True
        current = governor
    return False


def _is_unreal_noun_under(tree: Tree, trigger: Trigger, current: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the verb above an event noun, or above a noun that holds it, leaves the act open."""
    if tree.dep[current] == "nsubj" and _is_supposed(tree, verb):
        return True
    if verb == trigger.carrier:
        return _is_unreal_verb(tree, verb, lexicon)
    return tree.dep[current] in OBJECT_LIKE and tree.lemma[verb] in lexicon.unreal_verbs


def _is_supposed(tree: Tree, verb: int) -> bool:
    """Whether what a verb's subject denotes is only thought of: "an attack on the base would trigger"."""
    return any(tree.lower[c] in SUPPOSING for c in tree.kids(verb, "aux"))


def status(tree: Tree, trigger: Trigger) -> tuple[Status, Span | None]:
    """Status of the act, and the span of the word that tells.

    A noun takes the status of the verb that carries it ("will launch an attack"); of any other verb above it
    the status is that verb's own ("will condemn the attack").
    """
    token, carrier = trigger.token, trigger.carrier
    if tree.pos[token] != "NOUN":
        return _verb_status(tree, token)
    undone = undoing_verb(tree, token)
    if undone is not None:
        return "negated", Span(tree.start[undone], tree.end[undone])
    first = shared_noun(tree, token)
    for child in [*tree.children[token], *(c for c in tree.children[first] if c < first)]:
        found = _adjective_status(tree, child)
        if found is not None:
            return found, Span(tree.start[child], tree.end[child])
    if carrier is None:
        return "occurred", None
    if tree.lemma[carrier] in PLANNING_CARRIERS:
        return "planned", Span(tree.start[carrier], tree.end[carrier])
    return clause_status(tree, carrier)


def _adjective_status(tree: Tree, child: int) -> Status | None:
    word = tree.lower[child]
    if word in FUTURE_ADJECTIVES:
        return "planned"
    if word in ONGOING_ADJECTIVES:
        return "ongoing"
    if word in NEGATING_ADJECTIVES or (word == "no" and tree.dep[child] in {"det", "neg"}):
        return "negated"
    return None


def _verb_status(tree: Tree, verb: int) -> tuple[Status, Span | None]:
    """Status of a verb; a condition or doubt on the first of coordinated verbs holds for all."""
    for child in tree.kids(verb, "advmod"):
        if tree.lower[child] in DOUBT:
            return "hypothetical", Span(tree.start[child], tree.end[child])
    found = clause_status(tree, verb)
    head = tree.head[verb]
    coordinated = (
        tree.dep[verb] == "conj" and tree.pos[head] == "VERB" and tree.kid(verb, "nsubj", "nsubjpass") is None
    )
    if found == ("occurred", None) and coordinated:
        shared = _verb_status(tree, head)
        return shared if shared[0] == "hypothetical" else found
    return found


def refusal(tree: Tree, trigger: Trigger, act: Coding, codebook: Codebook) -> Coding | None:
    """What it is to say that an act will not be done: "will not lift the ban" refuses a concession.

    Returns:
        The refusal, which is done by being said; None where nothing is ruled out for the future, or where
        to leave the act undone refuses nobody anything ("will not shell the town").
    """
    verb = trigger.token if trigger.carrier is None else trigger.carrier
    words = {tree.lower[c] for c in tree.kids(verb, "aux", "neg", "advmod")}
    if not words & WILL or not words & NEGATIONS:
        return None
    return act if act.type == "REJECT" else codebook.turned("refused", act.type, act.mode)


def is_sport(tree: Tree, token: int, lexicon: Lexicon) -> bool:
    """Whether the sentence speaks of sport: two of its words, or a score and one."""
    first, last = tree.sents[tree.sent[token]]
    words = lexicon.sport.intersection(tree.lower[first:last])
    scored = any(SCORE.match(word) for word in tree.lower[first:last])
    return len(words) + scored > 1
