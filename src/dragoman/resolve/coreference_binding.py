"""What syntax forbids a pronoun to point to, and what it demands.

Binding in the sense of Chomsky (1981), as far as a dependency parse tells: a plain pronoun is free in its own
clause, a reflexive bound in it, and nothing is part of what it stands for.
"""

from __future__ import annotations

from dragoman.parse.tree import Tree
from dragoman.resolve.actors_words import word_set

REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "themself"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PARTS = frozenset({"poss", "prep", "pobj", "compound", "amod", "nmod", "det"})
"""Labels that make a phrase part of the noun above; members of a coordination and appositions are none."""
JUDGING = word_set(
    """thank commend praise congratulate applaud laud salute credit honor honour recognize recognise reward
    criticize criticise blame condemn rebuke fault sanction punish arrest charge accuse convict fire sue
    admire remember"""
)


def forbidden(tree: Tree, i: int, *, possessive: bool) -> set[int]:
    """Head tokens that the pronoun at `i` cannot stand for: its co-arguments and what it is a part of."""
    out = _containers(tree, i)
    if possessive:
        return out
    top = i
    while tree.dep[top] == "conj":
        top = tree.head[top]
        out.add(top)
    verb = _governor(tree, top)
    if verb is not None:
        out.update(_arguments(tree, verb))
        if tree.dep[top] not in SUBJECTS and not _arguments_hold_subject(tree, verb):
            subject = clause_subject(tree, verb)
            if subject is not None:
                out.add(subject)
    out.discard(i)
    return out


def _containers(tree: Tree, i: int) -> set[int]:
    """Nouns that the pronoun is a part of: "the owner of **its** rights" is not "its"."""
    out = set()
    here = i
    while tree.dep[here] in PARTS and tree.head[here] != here:
        here = tree.head[here]
        if tree.pos[here] in {"NOUN", "PROPN"}:
            out.add(here)
        elif tree.pos[here] != "ADP":
            break
    return out


def _governor(tree: Tree, i: int) -> int | None:
    """The verb or noun whose argument `i` is, seen through a preposition."""
    head = tree.head[i]
    if head == i:
        return None
    while tree.pos[head] in {"ADP", "SCONJ"} and tree.head[head] != head:
        head = tree.head[head]
    return head


def _arguments(tree: Tree, verb: int) -> list[int]:
    out = []
    for c in tree.children[verb]:
        d = tree.dep[c]
        if d in {"nsubj", "nsubjpass", "dobj", "dative", "attr"}:
            out.extend(conjuncts(tree, c))
            if tree.tag[c] in {"WP", "WDT"} and tree.dep[verb] == "relcl":
                out.append(tree.head[verb])
        elif d in {"prep", "agent"} and tree.lower[c] not in {"after", "before", "during", "since"}:
            out.extend(k for o in tree.kids(c, "pobj") for k in conjuncts(tree, o))
    return out


def _arguments_hold_subject(tree: Tree, verb: int) -> bool:
    return tree.kid(verb, "nsubj", "nsubjpass") is not None


def clause_subject(tree: Tree, i: int) -> int | None:
    """Head token of the subject that governs the clause of `i`: its own, or that of the verb it hangs on."""
    while True:
        subject = tree.kid(i, "nsubj", "nsubjpass")
        if subject is not None and tree.dep[subject] in SUBJECTS:
            return subject
        d = tree.dep[i]
        if d in {"acl", "relcl"} or tree.head[i] == i:
            return tree.head[i] if d in {"acl"} else None
        i = tree.head[i]


def matrix_subject(tree: Tree, i: int) -> int | None:
    """Subject of the clause above that of `i`: "X said that **he** …" gives X."""
    here = i
    while tree.head[here] != here:
        d = tree.dep[here]
        here = tree.head[here]
        if d in {"ccomp", "xcomp", "advcl", "csubj"}:
            return clause_subject(tree, here)
    return None


def fronted_to(tree: Tree, i: int) -> int | None:
    """Subject after the fronted phrase or clause of `i`: "During **his** stay, Liu …" gives Liu."""
    here = i
    while tree.head[here] != here:
        d = tree.dep[here]
        here, below = tree.head[here], here
        if d in {"prep", "advcl", "npadvmod", "acl"} and below < here:
            subject = tree.kid(here, "nsubj", "nsubjpass")
            if subject is not None and subject > i and subject > below:
                return subject
    return None


def conjuncts(tree: Tree, i: int) -> list[int]:
    """`i` and what is coordinated after it, in text order; lists of any length, so without recursion."""
    out = [i]
    for h in out:
        out.extend(c for c in tree.children[h] if tree.dep[c] == "conj")
    return sorted(out)


def judged_for(tree: Tree, i: int) -> int | None:
    """Who is thanked, praised or blamed for what is the pronoun's: "X thanked Y for **his** help" gives Y."""
    here = i
    while tree.dep[here] in PARTS and tree.head[here] != here:
        preposition = here if tree.dep[here] == "prep" else None
        here = tree.head[here]
        if preposition is not None and tree.lemma[here] in JUDGING:
            return tree.kid(here, "dobj") if tree.lower[preposition] in {"for", "on", "over", "of"} else None
    return None
