"""What somebody supports, opposes, praises, asks or condemns by saying so: verbs, nouns and adjectives."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.claim_words import (
    ADJECTIVE_ACTS,
    NO_CLAIM_NOUNS,
    NOUN_ACTS,
    PREP_ACTS,
    SUPPORT,
    VERB_ACTS,
    Act,
)
from dragoman.extract.clauses import direct_objects, is_passive, iter_preps
from dragoman.extract.participants import Participants
from dragoman.extract.phrases import items
from dragoman.parse.tree import Tree

SEEKABLE = frozenset({
    "release", "return", "resumption", "end", "withdrawal", "cessation", "explanation", "restoration",
    "clarification",
})  # fmt: skip
"""What somebody "seeks" from another; other objects of "seek" are wishes of their own."""
TOWARD = frozenset({
    "for", "to", "with", "of", "about", "over", "at", "on", "in", "by", "regarding", "against", "toward",
    "towards", "behind",
})  # fmt: skip
RECEIVING = frozenset({"welcome", "honor", "honour", "celebrate"})
GIVEN = frozenset({
    "congratulation", "congratulations", "thanks", "thank", "gratitude", "appreciation", "support",
    "solidarity",
})  # fmt: skip
"""Nouns that are given to somebody: "expressed thanks to X"."""
REASON = frozenset({"for", "on", "over"})


@dataclass(frozen=True, slots=True)
class Performed:
    """An act found in a clause: its cue, kind, and the heads of what it is about, one claim each."""

    cue: int
    act: Act
    about: tuple[int, ...]
    targets: tuple[int, ...]
    """Tokens of whoever is supported, thanked, asked or blamed."""


def verb_act(participants: Participants, verb: int) -> Performed | None:
    """The act that a verb performs with its objects, None where it performs none."""
    tree = participants.tree
    if is_passive(tree, verb):
        return _passive_feeling(participants, verb)
    found = _with_preposition(participants, verb) or _linking(participants, verb)
    if found is not None:
        return found
    if tree.lemma[verb] == "continue":
        inner = tree.kid(verb, "xcomp")
        return verb_act(participants, inner) if inner is not None else None
    act = VERB_ACTS.get(tree.lemma[verb])
    return _plain_act(participants, verb, act) if act is not None else None


def _plain_act(participants: Participants, verb: int, act: Act) -> Performed | None:
    """The act of a verb with its direct objects."""
    tree = participants.tree
    objects = direct_objects(tree, verb)
    if _receives_guest(participants, verb, objects):
        return None
    if act.kind == "request":
        return _request(participants, verb, objects)
    if not objects:
        return _on_clause(participants, verb, act)
    return _on_objects(participants, verb, act, objects)


def _on_clause(participants: Participants, verb: int, act: Act) -> Performed | None:
    """The act of "welcomed Oman joining the pact": on what somebody does."""
    tree = participants.tree
    for clause in tree.kids(verb, "ccomp"):
        doer = tree.kid(clause, "nsubj")
        if (
            tree.tag[clause] == "VBG"
            and doer is not None
            and act.kind in {"position", "accusation", "assessment"}
        ):
            return Performed(verb, act, (clause,), (doer,) if participants.at(doer) is not None else ())
    return None


def _receives_guest(participants: Participants, verb: int, objects: list[int]) -> bool:
    """Whether somebody is welcomed to a place, which takes no stand on a deed."""
    tree = participants.tree
    return (
        tree.lemma[verb] in RECEIVING
        and any(tree.lower[p] in {"to", "into", "in", "at"} for p, _ in iter_preps(tree, verb))
        and all(participants.at(o) is not None for o in objects)
    )


def noun_act(participants: Participants, noun: int, cue: int, *, emphasis: bool) -> Performed | None:
    """The act of a noun under a verb of saying: "expressed concern about", "underscored the importance of".

    Args:
        participants: The document's actors.
        noun: The noun.
        cue: The verb of saying.
        emphasis: Whether the verb stresses ("underscored"): then any noun is a position in its favour.
    """
    tree = participants.tree
    lemma = tree.lemma[noun]
    if lemma in NO_CLAIM_NOUNS or tree.lower[noun] in NO_CLAIM_NOUNS:
        return None
    act = NOUN_ACTS.get(lemma) or NOUN_ACTS.get(tree.lower[noun])
    if act is None:
        return (
            Performed(cue, SUPPORT, tuple(items(tree, noun)), _owners(participants, noun))
            if emphasis
            else None
        )
    about: list[int] = []
    targets: list[int] = (
        list(_owners(participants, noun)) if lemma not in {"support", "commitment", "backing"} else []
    )
    for prep, obj in iter_preps(tree, noun):
        if tree.lower[prep] not in TOWARD:
            continue
        if tree.lower[prep] in {"for", "to", "with", "toward", "towards"} and participants.actors(obj):
            targets.append(obj)
        else:
            about.extend(items(tree, obj))
    clause = next((c for c in tree.kids(noun, "acl", "relcl", "ccomp") if c > noun), None)
    if clause is not None and not about:
        about.append(clause)
    if lemma in GIVEN:
        targets.extend(
            o for p, o in iter_preps(tree, cue) if tree.lower[p] in {"to", "with"} and participants.actors(o)
        )
    if lemma == "need" and targets and clause is not None:
        return Performed(cue, Act("request"), (clause,), tuple(targets))
    return Performed(cue, act, tuple(about or targets or (noun,)), tuple(targets))


def _on_objects(participants: Participants, verb: int, act: Act, objects: list[int]) -> Performed | None:
    tree = participants.tree
    about: list[int] = []
    targets: list[int] = []
    for obj in objects:
        if participants.at(obj) is not None:
            targets.extend(items(tree, obj))
        else:
            about.extend(items(tree, obj))
            targets.extend(_owners(participants, obj))
    reasons = _reasons(tree, verb)
    if targets and not about:
        for target in targets:
            reasons.extend(r for r in _reasons(tree, target) if r not in reasons)
    return Performed(verb, act, tuple(about or reasons or targets), tuple(targets))


def _reasons(tree: Tree, governor: int) -> list[int]:
    """What somebody is thanked or blamed for: the "for" phrases, else those with "on" and "over"."""
    found = [
        (tree.lower[prep], obj) for prep, obj in iter_preps(tree, governor) if tree.lower[prep] in REASON
    ]
    chosen = [obj for prep, obj in found if prep == "for"] or [obj for _, obj in found]
    return [head for obj in chosen for head in items(tree, obj)]


def _request(participants: Participants, verb: int, objects: list[int]) -> Performed | None:
    tree = participants.tree
    clause = next((c for c in tree.kids(verb, "xcomp", "ccomp", "advcl") if c > verb), None)
    targets = [o for o in objects if participants.actors(o)]
    lemma = tree.lemma[verb]
    if clause is not None and any(tree.lower[m] in {"whether", "if"} for m in tree.kids(clause, "mark")):
        return None  # "asked whether Oman would pay"
    if lemma == "seek" and not any(tree.lemma[o] in SEEKABLE for o in objects):
        return None
    if lemma in {"ask", "press", "invite", "encourage", "request"} and not targets and clause is None:
        return None
    if clause is not None and not targets:  # the parser made the one who is urged the infinitive's subject
        inner = tree.kid(clause, "nsubj")
        targets = [inner] if inner is not None and participants.actors(inner) else []
    if clause is not None:
        return Performed(verb, Act("request"), (clause,), tuple(targets))
    things = [h for o in objects if o not in targets for h in items(tree, o)]
    if not things and not targets:
        return None
    return Performed(verb, Act("request"), tuple(things or targets), tuple(targets))


def _with_preposition(participants: Participants, verb: int) -> Performed | None:
    tree = participants.tree
    for prep, obj in iter_preps(tree, verb):
        act = PREP_ACTS.get((tree.lemma[verb], tree.lower[prep]))
        if act is None:
            continue
        if tree.lemma[verb] == "speak" and not any(tree.lower[c] == "highly" for c in tree.children[verb]):
            continue
        below = (*tree.kids(verb, "xcomp", "advcl", "ccomp"), *tree.kids(obj, "acl"))
        clause = next((c for c in below if c > obj and tree.tag[c] == "VB"), None)
        is_actor = participants.at(obj) is not None
        if act.kind == "request":
            more = (
                [o for p, o in iter_preps(tree, verb) if o != obj and tree.lower[p] == "for"]
                if is_actor
                else []
            )
            if is_actor and clause is None and not more:
                return None  # a courtesy call
            about = [clause] if clause is not None else (more or items(tree, obj))
            return Performed(verb, act, tuple(about), (obj,) if is_actor else _owners(participants, obj))
        return Performed(
            verb, act, tuple(items(tree, obj)), (obj,) if is_actor else _owners(participants, obj)
        )
    return None


def _linking(participants: Participants, verb: int) -> Performed | None:
    """Covers "is grateful to X for Y", "remains concerned about Y" and "is pleased to support Y"."""
    tree = participants.tree
    if tree.lemma[verb] not in {"be", "remain", "feel", "stay", "stand"}:
        return None
    for child in tree.kids(verb, "acomp", "attr", "oprd", "xcomp", "advcl"):
        act = ADJECTIVE_ACTS.get(tree.lower[child])
        if act is not None:
            return _feeling(participants, child, act, (verb, child))
    return None


def _passive_feeling(participants: Participants, verb: int) -> Performed | None:
    """Covers "is deeply concerned by", where the participle is the head."""
    act = ADJECTIVE_ACTS.get(participants.tree.lower[verb])
    return _feeling(participants, verb, act, (verb,)) if act is not None else None


def _feeling(
    participants: Participants, adjective: int, act: Act, governors: tuple[int, ...]
) -> Performed | None:
    tree = participants.tree
    about: list[int] = []
    targets: list[int] = []
    for governor in governors:
        for prep, obj in iter_preps(tree, governor):
            if tree.lower[prep] == "to" and participants.at(obj) is not None:
                targets.extend(items(tree, obj))
            elif tree.lower[prep] in TOWARD:
                about.extend(items(tree, obj))
        for clause in tree.kids(governor, "xcomp", "ccomp"):
            if clause > adjective:
                inner = direct_objects(tree, clause)
                about.extend(h for o in inner for h in items(tree, o)) if inner else about.append(clause)
    if not about and not targets:
        return None
    if any(participants.at(a) is not None for a in about):
        targets.extend(a for a in about if participants.at(a) is not None)
    return Performed(adjective, act, tuple(about or targets), tuple(targets))


def _owners(participants: Participants, head: int) -> tuple[int, ...]:
    """Actors named inside a phrase: "Oman's decision", "the release by Oman", "the arrest of Omanis"."""
    tree = participants.tree
    out = []
    for child in tree.children[head]:
        if tree.dep[child] in {"poss", "amod", "compound", "nmod"} and participants.at(child) is not None:
            out.append(child)
        elif tree.dep[child] in {"prep", "agent"} and tree.lower[child] in {"of", "by", "in", "from"}:
            for obj in tree.kids(child, "pobj"):
                if participants.at(obj) is not None:
                    out.append(obj)
                elif tree.lower[child] == "of":
                    out.extend(_owners(participants, obj))
    return tuple(out)
