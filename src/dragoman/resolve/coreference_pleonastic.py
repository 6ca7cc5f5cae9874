"""Pronouns "it" that stand for nothing: "it is clear that", "it rained", "made it possible to"."""

from __future__ import annotations

from dragoman.parse.tree import Tree
from dragoman.resolve.actors_words import word_set

CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl", "csubjpass"})
RAISING = frozenset(
    {"seem", "appear", "happen", "turn", "follow", "occur", "remain", "become", "look", "sound"}
)
REPORTED = word_set(
    """say believe report expect hope understand announce know think allege claim agree decide estimate
    note reveal suggest recommend argue assume confirm learn feel find propose rumor rumour stress show
    state mention"""
)
WEATHER = frozenset({"rain", "snow", "hail", "thunder", "drizzle", "freeze"})
TIMES = word_set(
    """time day morning evening night noon midnight monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december summer
    winter autumn spring year years month months week weeks early late o'clock dark cold hot warm"""
)
SETTING = frozenset({"make", "find", "consider", "think", "deem", "keep", "believe", "see", "call", "leave"})
JUDGEMENTS = word_set(
    """clear possible impossible important necessary essential vital likely unlikely difficult hard easy
    crucial critical imperative obvious true evident regrettable unfortunate good bad better best wrong
    right fair sad nice great appropriate worth worthwhile useful natural noteworthy notable certain known
    unclear uncertain unfair inevitable customary rare common illegal legal unlawful mandatory wise safe
    interesting urgent honor honour pleasure privilege duty shame pity fact responsibility"""
)


def is_pleonastic(tree: Tree, i: int) -> bool:
    """Whether the "it" at token `i` refers to nothing."""
    dep, head = tree.dep[i], tree.head[i]
    if dep == "expl":
        return True
    if dep in {"nsubj", "nsubjpass"}:
        return _as_subject(tree, i, head)
    return dep in {"dobj", "dep"} and _as_object(tree, i, head)


def _as_subject(tree: Tree, i: int, verb: int) -> bool:
    lemma = tree.lemma[verb]
    if lemma in WEATHER:
        return True
    if tree.lemma[tree.head[verb]] in SETTING and tree.pos[verb] != "VERB" and _extraposed(tree, i, verb):
        return True
    if tree.dep[i] == "nsubjpass":
        return lemma in REPORTED and _clause(tree, verb, i) is not None
    if lemma == "be":
        return _copular(tree, i, verb)
    if lemma == "take":
        return _clause(tree, verb, i) is not None and any(tree.tag[k] == "TO" for k in _span(tree, verb))
    return lemma in RAISING and (
        _that_clause(tree, verb, i) or (_predicate(tree, verb) in JUDGEMENTS and _extraposed(tree, i, verb))
    )


def _copular(tree: Tree, i: int, verb: int) -> bool:
    for c in tree.children[verb]:
        if c == i or c < i:
            continue
        d = tree.dep[c]
        if d in {"attr", "acomp", "oprd", "npadvmod", "prep", "advmod"}:
            word = tree.lemma[c]
            if word in TIMES and (
                d != "attr" or tree.kid(c, "det") is None or tree.kid(c, "acl", "relcl") is not None
            ):
                return True
            # "it was the minister who": a cleft
            if d == "attr" and any(
                tree.dep[k] == "relcl" and tree.lower[tree.left_edge(k)] in {"who", "that"}
                for k in tree.children[c]
            ):
                return True
            if d in {"attr", "acomp"} and _extraposed(tree, i, c):
                return True
            if word in JUDGEMENTS and _extraposed(tree, i, verb):
                return True
        if d in {"ccomp", "csubj", "xcomp"} and c > i and tree.kid(verb, "acomp", "attr") is not None:
            return True
    return False


def _extraposed(tree: Tree, i: int, governor: int) -> bool:
    """A clause with "that", "whether", "for … to" or "to" after the predicate."""
    clause = _clause(tree, governor, i)
    if clause is None:
        return False
    opening = {tree.lower[k] for k in tree.children[clause] if k < clause}
    return tree.dep[clause] in {"ccomp", "csubj"} or bool(
        opening & {"to", "that", "whether", "how", "why", "what", "if"}
    )


def _that_clause(tree: Tree, verb: int, i: int) -> bool:
    clause = _clause(tree, verb, i)
    return clause is not None and any(
        tree.lower[k] in {"that", "if", "though"} for k in tree.children[clause]
    )


def _clause(tree: Tree, governor: int, i: int) -> int | None:
    for c in tree.children[governor]:
        if c > i and tree.dep[c] in CLAUSES:
            return c
    return None


def _predicate(tree: Tree, verb: int) -> str | None:
    found = tree.kid(verb, "acomp", "attr", "oprd")
    return None if found is None else tree.lemma[found]


def _span(tree: Tree, verb: int) -> range:
    return range(verb + 1, min(verb + 12, tree.sents[tree.sent[verb]][1]))


def _as_object(tree: Tree, i: int, verb: int) -> bool:
    """As the object before a predicate: "made it clear that", "find it difficult to"."""
    if tree.lemma[verb] not in SETTING or i + 1 >= len(tree):
        return False
    after = i + 1
    return tree.pos[after] in {"ADJ", "NOUN", "DET", "ADV"} and any(
        tree.lower[k] in {"to", "that", "for"} for k in range(after + 1, min(after + 6, len(tree)))
    )
