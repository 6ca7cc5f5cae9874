"""Splitting a commitment into its actions: "ready to implement X, support each other on Y, and build Z".

Long coordinations are the parser's weak side, so they are read off the surface: a base-form verb behind a
comma or "and" (adverbs skipped) with no subject of its own begins a new action.
"""

from __future__ import annotations

from dragoman.extract.claim_words import AREA_NOUNS, AREA_PREPS, AREA_TAILS, LIGHT_CONTINUATIONS
from dragoman.parse.tree import Tree

Range = tuple[int, int]
"""Half-open token range."""

SEPARATORS = frozenset({",", ";", "and", "or", "&"})
PURPOSE_WORDS = frozenset({"so", "in order"})
STOPS = frozenset({
    "which", "who", "where", "while", "as", "because", "although", "that", "when", "since", "if", "until",
    "whose", "whom",
})  # fmt: skip
HELPING = frozenset({"support", "assist", "help", "back", "aid"})
CLAUSE_END = frozenset({".", "!", "?", ";", "”", '"', ":"})


def split_actions(tree: Tree, verb: int, end: int) -> list[Range]:
    """Token ranges of the coordinated actions that begin at `verb`.

    Args:
        tree: The parsed document.
        verb: First action verb, a base form or a gerund.
        end: Where the content ends at the latest (exclusive).

    Returns:
        At least one range, in text order; a range holds one verb with its objects and trailing phrases,
        without the comma or "and" that follows.
    """
    gerund = tree.tag[verb] == "VBG"
    starts = [_with_adverbs(tree, verb, verb)]
    heads = [verb]
    depth = _quoted_depth(tree, verb)
    for i in range(verb + 1, end):
        if tree.lower[i] == "so" and i + 1 < end and tree.lower[i + 1] in {"as", "that"}:
            end = i
            break
        if _begins_action(tree, i, verb, gerund=gerund) and _quoted_depth(tree, i) == depth:
            starts.append(_with_adverbs(tree, i, starts[-1] + 1))
            heads.append(i)
    merged: list[Range] = []
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else end
        following = heads[number + 1] if number + 1 < len(heads) else None
        if following is not None and _shares_object(tree, heads[number], following):
            starts[number + 1] = start  # "deepen and expand practical cooperation" is one action
            continue
        merged.append((start, _trim(tree, start, stop)))
    return [r for r in merged if r[1] > r[0]]


def first_action(tree: Tree, verb: int) -> tuple[int, int | None]:
    """Step over "continue to", "work with X to" and the like.

    Returns:
        The verb that says what is done, and the head of "with X" passed on the way (or None).
    """
    partner: int | None = None
    for _ in range(4):
        lemma = tree.lemma[verb]
        if lemma in HELPING:
            inner = _helped_effort(tree, verb)
            return (inner, partner) if inner is not None else (verb, partner)
        if lemma not in LIGHT_CONTINUATIONS:
            return verb, partner
        for prep in tree.kids(verb, "prep"):
            if tree.lower[prep] in {"with", "alongside"}:
                partner = tree.kid(prep, "pobj") or partner
        following = _next_infinitive(tree, verb, partner)
        if following is None:
            return verb, partner
        verb = following
    return verb, partner


def _helped_effort(tree: Tree, verb: int) -> int | None:
    """The effort in "support the country's efforts to V1, V2 and V3": helping is done by doing these."""
    for obj in tree.kids(verb, "dobj"):
        if tree.lemma[obj] == "effort":
            for clause in tree.kids(obj, "acl"):
                if any(tree.lower[c] == "to" for c in tree.children[clause]) and tree.kids(clause, "conj"):
                    return clause
    return None


def area_list(tree: Tree, start: int, end: int) -> list[int]:
    """Heads of the areas in "cooperation in A, B, C and other fields", empty where areas are not a list.

    Two areas stay together ("security and trade"): a list needs a third one or the tail "and other fields".
    """
    for i in range(start, end):
        if tree.lemma[i].removesuffix("s") not in AREA_NOUNS:
            continue
        for j in range(i + 1, min(i + 3, end)):
            if tree.lower[j] in AREA_PREPS:
                return _areas(tree, j + 1, end)
    return []


def _areas(tree: Tree, start: int, end: int) -> list[int]:
    """Comma-separated items; "trade and investment" inside one item stays one."""
    items: list[list[int]] = [[]]
    tail = False
    i = start
    while (
        i < end and tree.pos[i] not in {"VERB", "AUX"} and tree.lower[i] not in STOPS | {"to", "with", "so"}
    ):
        word = tree.lower[i]
        if word == ",":
            items.append([])
        elif word == "other" or tree.lemma[i].removesuffix("s") in AREA_TAILS:
            tail = True
        elif not (word in {"and", "as", "well", "the", "such"} and not items[-1]):
            items[-1].append(i)
        i += 1
    cleaned = [_strip_and(tree, item) for item in items]
    cleaned = [item for item in cleaned if item]
    if len(cleaned) < 3 and not (tail and len(cleaned) >= 2):
        return []
    return [item[-1] for item in cleaned]


def _strip_and(tree: Tree, item: list[int]) -> list[int]:
    while item and tree.lower[item[-1]] in {"and", "the"}:
        item = item[:-1]
    return item


def _begins_action(tree: Tree, i: int, first: int, *, gerund: bool) -> bool:
    tag = tree.tag[i]
    wanted = {"VBG"} if gerund else {"VB", "VBP"}
    if tag not in wanted or tree.pos[i] not in {"VERB", "AUX"}:
        return False
    if gerund and (
        tree.dep[i] in {"amod", "compound"}
        or tree.lower[i] in {"including", "following", "regarding", "concerning"}
    ):
        return False
    j = i - 1
    while j > first and tree.pos[j] == "ADV":
        j -= 1
    if tree.lower[j] in {"will", "shall", "would"}:  # "to refer it and will urge"
        j -= 1
    to = tree.lower[j] == "to"
    if to:
        j -= 1
        while j > first and tree.pos[j] == "ADV":
            j -= 1
    if j <= first or tree.lower[j] not in SEPARATORS:
        return False
    if tree.kids(i, "nsubj", "nsubjpass") or any(
        tree.lower[c] in {"must", "should"} for c in tree.children[i]
    ):
        return False
    return _coordinates_with(tree, i, first, to=to)


def _coordinates_with(tree: Tree, i: int, first: int, *, to: bool) -> bool:
    """Whether a verb coordinates with the action itself.

    A conjunct of an infinitive or relative clause inside it does not ("plans to cut emissions, raise funds").
    """
    if tree.dep[i] != "conj":
        return True
    head = tree.head[i]
    while tree.dep[head] == "conj":
        head = tree.head[head]
    if head <= first or head > i:
        return True
    inner = tree.dep[head] in {"acl", "relcl", "advcl"} and tree.head[head] >= first
    return not (inner and (to or tree.dep[head] in {"acl", "relcl"}))


def _shares_object(tree: Tree, verb: int, following: int) -> bool:
    """Whether two verbs share an object: nothing but "and" (and adverbs) in "deepen and expand X"."""
    between = range(verb + 1, following)
    return all(tree.lower[i] in {"and", "or", "to"} or tree.pos[i] == "ADV" for i in between)


def _with_adverbs(tree: Tree, verb: int, floor: int) -> int:
    start = verb
    while start - 1 >= floor and tree.pos[start - 1] == "ADV" and tree.lower[start - 1] not in {"not"}:
        start -= 1
    return start


def _trim(tree: Tree, start: int, stop: int) -> int:
    while stop > start and (
        tree.lower[stop - 1] in SEPARATORS | {"as", "well", "to"} or tree.pos[stop - 1] == "PUNCT"
    ):
        if tree.lower[stop - 1] in {")", "%"}:
            break
        stop -= 1
    return stop


def _next_infinitive(tree: Tree, verb: int, partner: int | None) -> int | None:
    later = [c for c in tree.kids(verb, "xcomp", "advcl", "ccomp") if c > verb]
    if partner is not None:
        later += tree.kids(partner, "acl", "relcl")
    for candidate in sorted(later):
        if any(tree.lower[c] == "to" and tree.dep[c] == "aux" for c in tree.children[candidate]) or (
            tree.tag[candidate] == "VBG" and tree.lower[candidate - 1] in {"on", "to", "toward", "towards"}
        ):
            return candidate
    limit = tree.sents[tree.sent[verb]][1]
    stop = min(limit, (partner if partner is not None else verb) + 5)
    for i in range(
        (partner if partner is not None else verb) + 1, stop
    ):  # the parser hung the infinitive elsewhere
        if tree.tag[i] == "VB" and tree.lower[i - 1] == "to":
            return i
        if tree.tag[i] == "VB" and tree.pos[i - 1] == "ADV" and tree.lower[i - 2] == "to":
            return i
        if tree.pos[i] not in {"ADV", "PART", "PROPN", "NOUN", "DET", "CCONJ", "PUNCT", "ADJ"}:
            return None
    return None


def _quoted_depth(tree: Tree, i: int) -> int:
    """Opening quotes and brackets before the token in its sentence, to keep a split from crossing them."""
    first = tree.sents[tree.sent[i]][0]
    return sum(
        1 if tree.words[k] in {"(", "“"} else -1 if tree.words[k] in {")", "”"} else 0
        for k in range(first, i)
    )
