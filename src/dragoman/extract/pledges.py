"""Commitments: what somebody will do, is ready or willing to do, has agreed or pledged to do."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.actions import area_list, first_action, split_actions
from dragoman.extract.claim_words import (
    COMMITMENT_ADJECTIVES,
    COMMITMENT_NOUNS,
    COMMITMENT_VERBS,
    ENGAGEMENT_VERBS,
)
from dragoman.parse.tree import Tree
from dragoman.records import Strength

WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
BACKSHIFTED = frozenset({"would", "'d", "’d"})
GIVING = frozenset({"pledge", "promise"})
"""Commitment verbs that take a thing."""
LINKING = frozenset({"be", "stand", "remain", "stay", "feel"})
THREAT_VERBS = frozenset({"consider", "weigh"})
THREAT_OBJECTS = frozenset({
    "measure", "sanction", "action", "restriction", "step", "retaliation", "countermeasure", "option",
})  # fmt: skip
PREDICATES = frozenset({"acomp", "advcl", "xcomp", "attr", "oprd", "ccomp", "advmod"})
FUTURE_BE = frozenset({"go"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """A cue with what it governs.

    `action` is the first action's verb; `noun` the object of a verbless commitment.
    """

    cue: int
    strength: Strength
    action: int | None
    noun: int | None = None
    partner: int | None = None
    negated: bool = False
    gift: int | None = None
    """The thing pledged: "pledged 100 million dollars"."""
    more: tuple[int, ...] = ()
    """Further objects of a verbless commitment."""
    promiser: int | None = None
    """Who commits, where it is not the clause's subject."""


def find_commitment(tree: Tree, verb: int, *, backshifted: bool = False) -> Commitment | None:
    """The commitment that a clause's verb makes, or None.

    Covers "will V", "is ready/willing/committed to V", "pledges to V", "agreed to V", "looks forward to
    V-ing", "would like to V", "is going to V". Who the subject is, is the caller's business.

    Args:
        tree: The parsed document.
        verb: The clause's verb.
        backshifted: Whether "would" stands for "will", as after "said".
    """
    for finder in (_linking, _verb_of_commitment, _forward, _would_like, _going_to, _relied_on):
        found = finder(tree, verb)
        if found is not None:
            return found
    return _modal(tree, verb, WILL | BACKSHIFTED if backshifted else WILL)


def noun_commitment(tree: Tree, noun: int) -> Commitment | None:
    """The commitment that a noun makes: "readiness to help", "commitment to V-ing", "commitment to peace"."""
    strength = COMMITMENT_NOUNS.get(tree.lemma[noun])
    return _complement(tree, noun, noun, strength) if strength is not None else None


def actions_of(tree: Tree, commitment: Commitment, end: int) -> list[tuple[tuple[int, int], list[int]]]:
    """The actions of a commitment.

    Returns:
        Pairs of (token range, area heads): areas are the items that the action spreads over ("cooperation in
        A, B and C"), empty where it is one thing.
    """
    if commitment.action is None:
        return []
    return [
        ((start, stop), area_list(tree, start, stop))
        for start, stop in split_actions(tree, commitment.action, end)
    ]


def content_end(tree: Tree, start: int, limit: int) -> int:
    """Where the content that begins at `start` stops: before the next clause with a subject of its own.

    Args:
        tree: The parsed document.
        start: First verb of the content.
        limit: The end of the sentence or of what an attribution leaves.
    """
    for i in range(start + 1, limit):
        if tree.pos[i] not in {"VERB", "AUX"}:
            continue
        same_form = (
            tree.tag[i] == "VBP" and tree.head[i] < start and tree.tag[tree.head[i]] == "VBP"
        )  # "remain committed to X and welcome Y"
        stray = _stray_subject(tree, i, start)
        if stray is not None and not _inside(tree, i, start):
            return _before_separators(tree, tree.left_edge(stray), start)
        finite = (
            (tree.tag[i] in {"VBD", "VBZ"} or same_form)
            and tree.dep[i] in {"conj", "dep"}
            and tree.lower[i - 1] in {"and", ",", "but"}
        )
        own = [s for s in tree.kids(i, "nsubj", "nsubjpass", "expl") if s > start]
        if tree.dep[i] in {"conj", "parataxis", "ROOT", "ccomp"} and own and not _inside(tree, i, start):
            left = tree.left_edge(own[0])
            if tree.lower[left - 1] in {",", ";", "and", "but", "—", "–", ":", "that"} and left > start:
                return _before_separators(tree, left, start)
        if finite and not _inside(tree, i, start):
            return _before_separators(tree, i, start)
    return _before_separators(tree, limit, start)


def _stray_subject(tree: Tree, verb: int, start: int) -> int | None:
    """The subject of a coordinated clause that the parser hung on an object before it.

    In "open a clinic and Oman will train its nurses", Oman is coordinated with the clinic.
    """
    aux = [c for c in tree.kids(verb, "aux", "auxpass") if tree.tag[c] in {"MD", "VBZ", "VBP", "VBD"}]
    if not aux or tree.dep[verb] != "conj" or tree.kids(verb, "nsubj", "nsubjpass"):
        return None
    noun = aux[0] - 1
    is_noun = noun > start and tree.pos[noun] in {"NOUN", "PROPN", "PRON"}
    return noun if is_noun and tree.dep[noun] == "conj" else None


def is_programme(tree: Tree, verb: int) -> bool:
    """Whether an announced act is on a programme ("will travel to") and not a pledge."""
    return tree.lemma[verb] in ENGAGEMENT_VERBS


def threat_object(tree: Tree, commitment: Commitment) -> int | None:
    """The measures in "will consider targeted measures against X", which threatens and pledges nothing."""
    action = commitment.action
    if action is None or tree.lemma[action] not in THREAT_VERBS:
        return None
    return next((o for o in tree.kids(action, "dobj") if tree.lemma[o] in THREAT_OBJECTS), None)


def _modal(tree: Tree, verb: int, modals: frozenset[str]) -> Commitment | None:
    for child in tree.children[verb]:
        if tree.lower[child] in modals and tree.dep[child] == "aux":
            negated = any(tree.dep[c] == "neg" or tree.lower[c] == "never" for c in tree.children[verb])
            action, partner = first_action(tree, verb)
            return Commitment(child, "will", action, partner=partner, negated=negated)
    return None


def _linking(tree: Tree, verb: int) -> Commitment | None:
    """Covers "is ready to" and "remains committed to"; the participle may be the head ("are committed")."""
    if tree.lower[verb] in COMMITMENT_ADJECTIVES and any(
        tree.lemma[c] in LINKING for c in tree.kids(verb, "aux", "auxpass", "cop")
    ):
        return _complement(tree, verb, verb, COMMITMENT_ADJECTIVES[tree.lower[verb]])
    if tree.lemma[verb] not in LINKING:
        return None
    for child in tree.children[verb]:
        if tree.lower[child] in COMMITMENT_ADJECTIVES and tree.dep[child] in PREDICATES:
            found = _complement(tree, child, child, COMMITMENT_ADJECTIVES[tree.lower[child]])
            if found is None:  # the parser hung the infinitive on "be"
                found = _complement(tree, verb, child, COMMITMENT_ADJECTIVES[tree.lower[child]])
            return found
    return None


def _verb_of_commitment(tree: Tree, verb: int) -> Commitment | None:
    strength = COMMITMENT_VERBS.get(tree.lemma[verb])
    if strength is None:
        return None
    for child in tree.kids(verb, "xcomp", "ccomp", "advcl"):
        if child > verb and _is_to_infinitive(tree, child):
            return _doing(tree, verb, strength, child)
    if tree.lemma[verb] == "commit":
        return _complement(tree, verb, verb, strength)
    gift = tree.kid(verb, "dobj")
    if tree.lemma[verb] in GIVING and gift is not None and not tree.kids(verb, "ccomp", "nsubjpass"):
        return Commitment(verb, strength, None, gift=gift)
    return None


def _forward(tree: Tree, verb: int) -> Commitment | None:
    """Covers "look forward to V-ing"."""
    if tree.lemma[verb] != "look" or not any(tree.lower[c] == "forward" for c in tree.children[verb]):
        return None
    return _complement(tree, verb, verb, "wish")


def _would_like(tree: Tree, verb: int) -> Commitment | None:
    if tree.lemma[verb] not in {"like", "love"} or not any(
        tree.lower[c] in {"would", "'d", "’d"} for c in tree.children[verb]
    ):
        return None
    child = tree.kid(verb, "xcomp")
    return _doing(tree, verb, "wish", child) if child is not None else None


def _going_to(tree: Tree, verb: int) -> Commitment | None:
    if tree.lemma[verb] not in FUTURE_BE | {"work"} or tree.tag[verb] != "VBG":
        return None
    if tree.lemma[verb] == "work":
        action, partner = first_action(tree, verb)
        return Commitment(verb, "will", action, partner=partner) if action != verb else None
    for child in tree.kids(verb, "xcomp"):
        if any(tree.lower[c] == "to" for c in tree.children[child]):
            return _doing(tree, verb, "will", child)
    return None


def _relied_on(tree: Tree, verb: int) -> Commitment | None:
    """Covers "can count on us to V": whoever is relied on commits."""
    if tree.lemma[verb] == "continue":
        inner = tree.kid(verb, "xcomp")
        return _relied_on(tree, inner) if inner is not None else None
    if tree.lemma[verb] not in {"depend", "count", "rely"}:
        return None
    for prep in tree.kids(verb, "prep"):
        for obj in tree.kids(prep, "pobj"):
            for clause in [*tree.kids(obj, "acl", "relcl"), *tree.kids(verb, "xcomp", "advcl", "ccomp")]:
                if clause > obj and any(tree.lower[c] == "to" for c in tree.children[clause]):
                    return Commitment(verb, "will", first_action(tree, clause)[0], promiser=obj)
    return None


def _complement(tree: Tree, governor: int, cue: int, strength: Strength) -> Commitment | None:
    """Reads "to V", "to V-ing" or "to N" behind a governor."""
    for child in tree.children[governor]:
        if child < governor:
            continue
        if tree.dep[child] in {"xcomp", "acl", "advcl", "ccomp"} and _is_to_infinitive(tree, child):
            return _doing(tree, cue, strength, child)
        if tree.dep[child] == "prep" and tree.lower[child] in {"to", "in"}:
            found = _behind_preposition(tree, child, cue, strength)
            if found is not None:
                return found
    verb = _stray_infinitive(tree, governor)
    return _doing(tree, cue, strength, verb) if verb is not None else None


def _doing(tree: Tree, cue: int, strength: Strength, verb: int) -> Commitment:
    action, partner = first_action(tree, verb)
    return Commitment(cue, strength, action, partner=partner)


def _is_to_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.lower[c] == "to" and tree.dep[c] == "aux" for c in tree.children[verb])


def _behind_preposition(tree: Tree, prep: int, cue: int, strength: Strength) -> Commitment | None:
    """Reads "to V-ing" and "to N"; "to X as well as to Y" has more than one object."""
    for inner in tree.children[prep]:
        if tree.dep[inner] == "pcomp" or (tree.dep[inner] == "pobj" and tree.tag[inner] == "VBG"):
            return _doing(tree, cue, strength, inner)
        if tree.dep[inner] == "pobj":
            more = [o for c in tree.kids(prep, "conj") for o in tree.kids(c, "pobj")]
            return Commitment(cue, strength, None, noun=inner, more=tuple(more))
    return None


def _stray_infinitive(tree: Tree, governor: int) -> int | None:
    """The infinitive right behind its governor, where the parser hung it elsewhere."""
    end = len(tree)
    to = next((i for i in range(governor + 1, min(governor + 4, end)) if tree.lower[i] == "to"), None)
    if to is None:
        return None
    verb = next((k for k in range(to + 1, min(to + 4, end)) if tree.pos[k] != "ADV"), None)
    return verb if verb is not None and tree.tag[verb] == "VB" else None


def _inside(tree: Tree, i: int, start: int) -> bool:
    """Whether a clause lies inside a relative, adverbial or complement clause that begins behind `start`."""
    for ancestor in (i, *tree.ancestors(i)):
        if ancestor <= start:
            return False
        if tree.dep[ancestor] in {"relcl", "acl", "advcl", "pcomp"}:
            return True
        if tree.dep[ancestor] == "ccomp" and tree.head[ancestor] > start:
            return True
    return False


def _before_separators(tree: Tree, end: int, start: int) -> int:
    while end - 1 > start and (
        tree.pos[end - 1] == "PUNCT" or tree.lower[end - 1] in {"and", "but", "while", "that"}
    ):
        if tree.words[end - 1] in {")", "%"}:
            break
        end -= 1
    return end
