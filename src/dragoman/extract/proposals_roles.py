"""What stands around a verb or an event noun, and as what: the grammar behind proposals.

A role is a path of a few labels from the predicate to a noun phrase: `subj`, `obj`, `by`, a preposition, and
these below each other: `obj.poss` for the possessor of the object. Passives, relative clauses, control and
coordination are undone, so that one role stands for many constructions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.extract.clauses import RELATIVES, is_passive, iter_preps, subject
from dragoman.extract.deeds_conditions import OBJECT_DEPS, agent_of
from dragoman.parse.tree import Tree

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
VERBAL = frozenset({"VERB", "AUX"})
AUXILIARY = frozenset({"aux", "auxpass"})
INSIDE = frozenset({"compound", "nmod", "amod", "npadvmod", "det", "nummod", "quantmod"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "pcomp", "conj", "dep", "parataxis"})
PARTS = {"nsubj": "subj", "nsubjpass": "obj", "dobj": "obj", "obj": "obj", "dative": "obj"}
DEEPEST = 4
"""Labels that a role may have."""
MOST_CLIMB = 6


class Argument(NamedTuple):
    """A noun phrase by its head, its role, and the head of the phrase that holds it (or -1)."""

    role: str
    token: int
    holder: int = -1


def predicates(tree: Tree, first: int, last: int) -> Iterator[int]:
    """Verbs and nouns of a token range that may denote an act."""
    for i in range(first, last):
        if tree.pos[i] in VERBAL:
            if tree.dep[i] not in AUXILIARY:
                yield i
        elif tree.pos[i] == "NOUN" and tree.dep[i] not in INSIDE and tree.children[i]:
            yield i


def arguments(tree: Tree, predicate: int) -> list[Argument]:
    """Noun phrases around a predicate with their roles, each once, by its shortest role.

    Args:
        tree: The parse.
        predicate: A verb or noun.
    """
    direct = _of_verb(tree, predicate) if tree.pos[predicate] in VERBAL else _of_noun(tree, predicate)
    found: dict[int, Argument] = {}
    level = list(direct)
    for depth in range(DEEPEST):
        below: list[Argument] = []
        for argument in level:
            role, token, _ = argument
            if token == predicate or token in found:
                continue
            found[token] = argument
            if depth + 1 < DEEPEST:
                below += [
                    Argument(f"{role}.{label}", inner, token)
                    for label, inner, _ in _below(tree, token, predicate)
                ]
        level = below
    return [argument for argument in found.values() if tree.pos[argument.token] in NOMINAL]


def _below(tree: Tree, token: int, predicate: int) -> Iterator[Argument]:
    """What stands inside a noun phrase, or around the verb of a clause."""
    verbal = tree.pos[token] in VERBAL
    for child in tree.children[token]:
        label = _clause_label(tree, child) if verbal else _phrase_label(tree, token, child)
        if label is not None and child != predicate:
            yield Argument(label, child)
    for prep, obj in iter_preps(tree, token):
        yield Argument(tree.lower[prep], obj)


def _clause_label(tree: Tree, child: int) -> str | None:
    """The role of a verb's child in a clause inside another."""
    dep = tree.dep[child]
    if dep in PARTS:
        return PARTS[dep]
    return dep if dep in CLAUSES and tree.pos[child] in VERBAL else None


def _phrase_label(tree: Tree, token: int, child: int) -> str | None:
    """The role of a noun's child in its phrase."""
    dep = tree.dep[child]
    if dep in {"acl", "relcl"}:
        return "acl"
    if dep in {"poss", "appos"} or (dep == "conj" and tree.pos[child] in NOMINAL):
        return dep
    named = dep in INSIDE and child < token and tree.words[child][0].isupper()
    return "mod" if named else None


def _of_verb(tree: Tree, verb: int) -> Iterator[Argument]:
    agent = agent_of(tree, verb)
    if agent is not None:
        yield Argument("subj", agent)
    yield from _subjects_and_objects(tree, verb, agent)
    for prep, obj in iter_preps(tree, verb):
        if tree.dep[prep] != "agent":
            yield Argument(tree.lower[prep], _antecedent(tree, obj))
    for child in tree.children[verb]:
        if tree.dep[child] in CLAUSES and tree.pos[child] in VERBAL:
            yield Argument(tree.dep[child], child)


def _subjects_and_objects(tree: Tree, verb: int, agent: int | None) -> Iterator[Argument]:
    """The grammatical subject by its sense, and the objects, those left out in relative clauses too."""
    passive, above = is_passive(tree, verb), tree.head[verb]
    grammatical = subject(tree, verb)
    if grammatical is not None and (passive or grammatical != agent):
        yield Argument("obj" if passive else "subj", grammatical)
    objects = [_antecedent(tree, o) for o in tree.kids(verb, *OBJECT_DEPS)]
    for obj in objects or _shared_objects(tree, verb):
        yield Argument("obj2" if passive else "obj", obj)
    for obj in tree.kids(verb, "dative"):
        if tree.pos[obj] != "ADP":
            yield Argument("dat", obj)
    if tree.dep[verb] == "relcl" and not objects and not passive and agent != above:
        yield Argument("gap", above)


def _antecedent(tree: Tree, token: int) -> int:
    """What a relative pronoun stands for: "the town that they shelled"."""
    if tree.lower[token] in RELATIVES:
        for above in tree.ancestors(token)[:MOST_CLIMB]:
            if tree.dep[above] == "relcl":
                return tree.head[above]
    return token


def _shared_objects(tree: Tree, verb: int) -> list[int]:
    """The object of a later verb that an earlier one shares: "met and briefed the envoy"."""
    for later in tree.kids(verb, "conj"):
        if tree.pos[later] == "VERB" and later <= verb + 3:
            return tree.kids(later, *OBJECT_DEPS)
    return []


def _of_noun(tree: Tree, noun: int) -> Iterator[Argument]:
    yield from _below(tree, noun, noun)
    top = noun
    while tree.dep[top] == "conj" and tree.pos[tree.head[top]] == "NOUN":
        top = tree.head[top]
    if top != noun:
        for role, token, _ in _below(tree, top, noun):
            if role != "conj":
                yield Argument(role, token)
    verb, label = _governing_verb(tree, top)
    if verb is None:
        return
    for role, token, _ in _of_verb(tree, verb):
        if token not in {top, noun}:
            yield Argument(f"{label}-{role}", token)


def _governing_verb(tree: Tree, noun: int) -> tuple[int | None, str]:
    """The verb that holds an event noun, and as what."""
    above, dep = tree.head[noun], tree.dep[noun]
    if tree.pos[above] in VERBAL and above != noun:
        return above, {"nsubj": "s", "nsubjpass": "p"}.get(dep, "o")
    if dep == "pobj" and tree.pos[tree.head[above]] in VERBAL:
        return tree.head[above], tree.lower[above]
    return None, ""
