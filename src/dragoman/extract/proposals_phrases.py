"""Noun phrases as a reader would mark them: heads and spans, without relative clauses."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.extract.proposals_roles import INSIDE, NOMINAL, VERBAL
from dragoman.parse.tree import Tree

OUTSIDE_BEFORE = frozenset({
    "cc", "punct", "preconj", "prep", "advmod", "nsubj", "nsubjpass", "aux", "auxpass", "appos", "conj",
    "mark", "relcl", "ccomp", "advcl", "cop", "neg", "csubj", "expl", "dep", "parataxis", "npadvmod", "intj",
})  # fmt: skip
"""Children before a head that are no part of its phrase."""
CLAUSAL = frozenset({"relcl", "acl", "advcl"})
PHRASE_PREPS = frozenset({
    "of", "in", "from", "at", "for", "on", "to", "near", "outside", "aboard", "with", "against", "between",
    "inside", "around", "over", "behind", "along", "by", "across",
})  # fmt: skip
"""Prepositions whose phrase belongs to the noun before it."""
TITLED = 3
"""Longest apposition, in tokens, that a phrase takes in: "the envoy, Said Mlanao"."""


class Phrase(NamedTuple):
    """A noun phrase: its head, and its tokens `[first, last)`; `whole` takes in what is coordinated."""

    head: int
    first: int
    last: int
    whole: bool


def phrases(tree: Tree, first: int, last: int) -> list[Phrase]:
    """The noun phrases of a token range, in text order; a coordination also as a whole, and its members."""
    out = []
    for i in range(first, last):
        if not is_head(tree, i):
            continue
        alone = phrase_at(tree, i, whole=False)
        out.append(alone)
        whole = phrase_at(tree, i, whole=True)
        if whole[1:3] != alone[1:3]:
            out.append(whole)
    return out


def is_head(tree: Tree, i: int) -> bool:
    """Whether a token heads a noun phrase, or is a name or demonym before a noun."""
    pos = tree.pos[i]
    if pos not in NOMINAL or tree.tag[i] == "WDT":
        return False
    if pos == "ADJ" or tree.dep[i] in INSIDE:
        return tree.words[i][0].isupper() or pos == "PRON"
    return True


def phrase_at(tree: Tree, head: int, *, whole: bool) -> Phrase:
    """The noun phrase of a head, with or without what is coordinated."""
    first = head
    for child in tree.children[head]:
        if child < head and tree.dep[child] not in OUTSIDE_BEFORE:
            first = min(first, tree.left_edge(child))
    last = head + 1
    for child in tree.children[head]:
        if child > head:
            last = max(last, _end_with(tree, child, last))
    if whole:
        for other in tree.conjuncts(head)[1:]:
            last = max(last, phrase_at(tree, other, whole=False).last)
    return Phrase(head, first, last, whole)


def _end_with(tree: Tree, child: int, last: int) -> int:
    """Where a phrase ends that reached `last` before this child; its own `last` if the child is outside."""
    dep = tree.dep[child]
    if dep == "prep" and tree.lower[child] in PHRASE_PREPS:
        return _end_of_prep(tree, child)
    if dep in {"nummod", "nmod", "compound", "amod"} and child == last:
        return child + 1
    edge = tree.right_edge(child)
    if dep == "appos" and tree.pos[child] == "PROPN" and edge - child <= TITLED:
        return edge + 1
    return last


def _end_of_prep(tree: Tree, prep: int) -> int:
    """The end of a prepositional phrase, before the first clause in it."""
    end = tree.right_edge(prep) + 1
    for token in tree.subtree(prep):
        if tree.dep[token] in CLAUSAL or (tree.dep[token] == "conj" and tree.pos[token] in VERBAL):
            end = min(end, tree.left_edge(token))
    while end > prep + 1 and tree.pos[end - 1] in {"PUNCT", "CCONJ"}:
        end -= 1
    return max(end, prep + 1)
