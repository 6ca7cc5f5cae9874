"""Who does what to whom in one clause.

Subjects and objects are found through passives, relatives, control and coordination.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.parse.tree import Tree

SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
INHERITING = frozenset({"xcomp", "ccomp", "advcl", "conj", "pcomp", "prep", "acomp", "dep"})
"""Relations through which a clause takes its subject from above."""
RELATIVES = frozenset({"who", "which", "that", "whom", "where", "when", "whose"})
OBJECT_CONTROL = frozenset({
    "invite", "urge", "ask", "order", "direct", "encourage", "press", "persuade", "convince", "allow",
    "enable", "force", "help", "instruct", "request", "require", "want", "expect", "tell", "warn", "lead",
    "permit", "cause", "push", "advise", "beg", "command", "compel", "condemn", "empower", "implore",
    "authorize", "send", "dispatch", "forbid", "remind", "see", "let", "make", "have",
})  # fmt: skip
"""Verbs whose object does what the infinitive says: "invited Oman to join"."""


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is passive: "was visited", or a reduced "visited by"."""
    for child in tree.children[verb]:
        if tree.dep[child] in {"nsubjpass", "auxpass"}:
            return True
        if tree.dep[child] == "agent" and not (
            tree.tag[verb] == "VBD" and tree.kid(verb, "nsubj") is not None
        ):
            return True  # but "X spoke by telephone"
    return tree.dep[verb] == "acl" and tree.tag[verb] == "VBN"


def subject(tree: Tree, verb: int, *, depth: int = 6) -> int | None:
    """Head token of the verb's grammatical subject, found in its own clause or handed down by its governors.

    Covers "X came and saw", "X plans to go", "X, who went", "X, leading a delegation" and "asked X to go"
    (the object).
    """
    own = _own_subject(tree, verb)
    if own is not None:
        relative = tree.lower[own] in RELATIVES and tree.dep[verb] in {"relcl", "acl"}
        return tree.head[verb] if relative else own
    governor = tree.head[verb]
    if governor == verb or depth == 0:
        return None
    if tree.dep[verb] in {"relcl", "acl"} and tree.pos[governor] not in {"VERB", "AUX"}:
        purpose = tree.dep[verb] == "acl" and any(tree.lower[c] == "to" for c in tree.children[verb])
        return _holder(tree, governor, depth) if purpose else governor
    return _inherited_subject(tree, verb, depth)


def _own_subject(tree: Tree, verb: int) -> int | None:
    """The subject in the verb's own clause; an infinitive has one only behind "for", others are slips."""
    own = tree.kid(verb, "nsubj", "nsubjpass")
    if own is not None and _is_infinitive(tree, verb) and not _introduced_by_for(tree, own):
        return None
    return own


def _inherited_subject(tree: Tree, verb: int, depth: int) -> int | None:
    """The subject that a governing verb hands down, or its object where it controls ("asked X to go")."""
    governor, dep = tree.head[verb], tree.dep[verb]
    if dep not in INHERITING or (dep == "ccomp" and not is_nonfinite(tree, verb)):
        return None
    if dep in {"xcomp", "ccomp"} and tree.lemma[governor] in OBJECT_CONTROL:
        target = tree.kid(governor, "dobj")
        if target is not None and target < verb:
            return target
    while tree.pos[governor] not in {"VERB", "AUX"} and tree.head[governor] != governor:
        governor = tree.head[governor]
    return subject(tree, governor, depth=depth - 1) if governor != verb else None


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] == "VB" and any(
        tree.lower[c] == "to" and tree.dep[c] == "aux" for c in tree.children[verb]
    )


def _introduced_by_for(tree: Tree, head: int) -> bool:
    before = tree.left_edge(head) - 1
    return before >= 0 and tree.lower[before] == "for"


def is_nonfinite(tree: Tree, verb: int) -> bool:
    """Whether a verb is an infinitive or a bare participle, so that its subject comes from above."""
    if _is_infinitive(tree, verb):
        return True
    return tree.tag[verb] in {"VB", "VBG", "VBN"} and not tree.kids(verb, "aux", "auxpass")


def surface_subject(tree: Tree, verb: int) -> int | None:
    """The noun before a finite verb that the parser hung elsewhere: "Under …, trade with them has grown"."""
    first = tree.sents[tree.sent[verb]][0]
    stop = min([verb, *tree.kids(verb, "aux", "auxpass", "neg")])
    start = stop
    while start > first and tree.lower[start - 1] not in {",", ";", "that", ":"}:
        start -= 1
    for i in range(start, stop):
        if tree.pos[i] in {"NOUN", "PROPN", "PRON"} and not start <= tree.head[i] < stop:
            return i
    return None


def _holder(tree: Tree, noun: int, depth: int) -> int | None:
    """Whose plan, commitment or readiness a noun is: its possessor, else the subject of its verb."""
    owner = tree.kid(noun, "poss")
    if owner is not None:
        return owner
    governor = tree.head[noun]
    while governor != tree.head[governor] and tree.pos[governor] not in {"VERB", "AUX"}:
        governor = tree.head[governor]
    if tree.pos[governor] in {"VERB", "AUX"}:
        return subject(tree, governor, depth=depth - 1)
    return None


def is_asked(tree: Tree, verb: int) -> bool:
    """Whether a main clause asks: an auxiliary stands before the subject, or the sentence ends in "?".

    "Had she known" and "Never has he said" are inverted, too, and hold nothing to be so either. A question
    in the order of a statement ("She said so?") recalls what was said.
    """
    own = tree.kid(verb, "nsubj", "nsubjpass")
    if own is None or tree.dep[verb] in {"relcl", "acl", "advcl"}:
        return False
    aux = [c for c in tree.kids(verb, "aux", "auxpass") if tree.tag[c] in {"MD", "VBZ", "VBP", "VBD"}]
    if aux:
        return aux[0] < own and not any(
            tree.lower[c] in {"nor", "neither", "so"} for c in tree.children[verb]
        )
    last = tree.sents[tree.sent[verb]][1] - 1
    return tree.head[verb] == verb and tree.words[last] == "?" and tree.lemma[verb] == "be" and verb < own


def doer(tree: Tree, verb: int) -> int | None:
    """Head token of whoever does it: the subject, or the "by" phrase of a passive."""
    if not is_passive(tree, verb):
        return subject(tree, verb)
    agent = tree.kid(verb, "agent")
    return tree.kid(agent, "pobj") if agent is not None else None


def direct_objects(tree: Tree, verb: int) -> list[int]:
    """Direct objects, or the subject of a passive.

    A conjunct without an object shares the next one's ("met and briefed X").
    """
    found = tree.kids(verb, "dobj", "obj", "dative")
    if not found and is_passive(tree, verb):
        passive_subject = subject(tree, verb)
        return [passive_subject] if passive_subject is not None else []
    if not found:
        for later in tree.kids(verb, "conj"):
            if later == verb + 2 and tree.lower[verb + 1] in {"and", "or"}:
                return direct_objects(tree, later)
    return found


def prep_objects(tree: Tree, governor: int, preps: frozenset[str]) -> list[int]:
    """Objects of the prepositions on a verb or noun, chained ("out of") and coordinated ones too."""
    return [obj for prep, obj in iter_preps(tree, governor) if tree.lower[prep] in preps]


def iter_preps(tree: Tree, governor: int) -> Iterator[tuple[int, int]]:
    """Pairs (preposition, object) on a governor."""
    for child in tree.children[governor]:
        if tree.dep[child] in {"prep", "agent", "dative"} and tree.pos[child] in {"ADP", "PART"}:
            yield from _prep_pairs(tree, child)


def _prep_pairs(tree: Tree, prep: int) -> Iterator[tuple[int, int]]:
    for child in tree.children[prep]:
        if tree.dep[child] in {"pobj", "pcomp"}:
            yield prep, child
        elif tree.dep[child] in {"prep", "conj"} and tree.pos[child] == "ADP":
            yield from _prep_pairs(tree, child)


def clause_verb(tree: Tree, token: int) -> int | None:
    """The verb of the clause a token lies in: the token itself, or its nearest verbal ancestor."""
    if tree.pos[token] in {"VERB", "AUX"}:
        return token
    for ancestor in tree.ancestors(token):
        if tree.pos[ancestor] in {"VERB", "AUX"}:
            return ancestor
    return None


def sentence_range(tree: Tree, token: int) -> tuple[int, int]:
    """Half-open token range of the token's sentence."""
    return tree.sents[tree.sent[token]]
