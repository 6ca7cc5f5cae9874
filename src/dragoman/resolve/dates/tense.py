"""Back or ahead: what the words that govern a date say of its time.

Walks from the date to its verb. "Will", "plans to" and the like look ahead, a past tense back. A date that hangs on a
noun looks the way the noun suggests: an attack has happened, a summit may still come.
"""

from __future__ import annotations

from typing import Final

from dragoman.parse.tree import Tree
from dragoman.resolve.dates.direction import Direction
from dragoman.resolve.dates.lexicon import WORDS

PAST, PRESENT, PLANNED = Direction.PAST, Direction.PRESENT, Direction.PLANNED
FUTURE, NEAREST = Direction.FUTURE, Direction.NEAREST

_AHEAD_MODALS: Final = frozenset(
    [
        "will",
        "wo",
        "'ll",
        "’ll",
        "shall",
        "would",
        "'d",
        "may",
        "might",
        "could",
        "can",
        "should",
        "must",
        "ought",
    ]
)
_FORWARD: Final = frozenset(
    [
        "plan",
        "schedule",
        "expect",
        "intend",
        "agree",
        "want",
        "hope",
        "aim",
        "vow",
        "promise",
        "pledge",
        "prepare",
        "set",
        "slate",
        "decide",
        "invite",
        "ask",
        "urge",
        "threaten",
        "need",
        "order",
        "propose",
        "seek",
        "call",
        "due",
        "likely",
        "ready",
        "bound",
        "poise",
        "go",
        "be",
        "have",
        "expected-to",
        "determine",
        "arrange",
        "book",
        "commit",
        "offer",
        "vote",
        "warn",
        "postpone",
        "reschedule",
        "delay",
        "adjourn",
        "announce",
        "anticipate",
        "await",
        "forecast",
        "predict",
        "fix",
        "tentatively",
        "project",
        "earmark",
        "wait",
        "plan",
        "decision",
        "agreement",
        "deal",
        "offer",
        "invitation",
        "promise",
        "pledge",
        "intention",
        "proposal",
        "deadline",
        "date",
    ]
)
"""Verbs, adjectives and nouns whose infinitive complement lies ahead of them."""
_SET_FOR: Final = frozenset(
    [
        "schedule",
        "plan",
        "expect",
        "set",
        "slate",
        "due",
        "postpone",
        "reschedule",
        "delay",
        "adjourn",
        "fix",
        "book",
        "tentatively",
        "move",
        "push-back",
        "extend",
        "expire",
        "anticipate",
        "earmark",
        "run",
    ]
)
"""Participles and adjectives whose own date lies ahead: "scheduled for Friday"."""
_TIMETABLE: Final = frozenset(
    [
        "arrive",
        "begin",
        "start",
        "open",
        "depart",
        "leave",
        "travel",
        "fly",
        "head",
        "expire",
        "end",
        "kick",
        "close",
        "return",
        "resume",
        "run",
    ]
)
_EITHER_SIDE: Final = frozenset(
    [
        "election",
        "elections",
        "vote",
        "referendum",
        "runoff",
        "poll",
        "polls",
        "summit",
        "meeting",
        "talks",
        "visit",
        "trip",
        "tour",
        "deadline",
        "conference",
        "inauguration",
        "hearing",
        "trial",
        "session",
        "forum",
        "congress",
        "ceremony",
        "round",
        "deal",
        "launch",
        "date",
        "anniversary",
        "negotiations",
        "game",
        "match",
        "event",
    ]
)
_AHEAD_NOUNS: Final = frozenset(
    {"upcoming", "forthcoming", "planned", "scheduled", "next", "coming", "expected", "looming"}
)
_VERBS: Final = frozenset({"VERB", "AUX"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_MAX_STEPS: Final = 40


def look(tree: Tree, first: int, last: int) -> Direction | None:
    """The direction of the date in tokens `[first, last)`; `None` where nothing says."""
    node = _governor(tree, first, last)
    noun: int | None = None
    of = node is not None and tree.lower[node] == "of"
    for _ in range(_MAX_STEPS):
        if node is None:
            break
        if tree.pos[node] in _VERBS:
            return _at_verb(tree, node, noun, inside=of or (noun is not None and noun >= last))
        if tree.lower[node] == "ahead" or tree.lemma[node] in {"due", "ready", "likely", "set"}:
            return FUTURE
        if noun is None and tree.pos[node] in _NOUNS and not _is_time_word(tree.lower[node]):
            noun = node
        node = tree.head[node] if tree.head[node] != node else None
    return None if noun is None else _at_noun(tree, noun)


def _governor(tree: Tree, first: int, last: int) -> int | None:
    """The word outside the date that governs it."""
    for i in range(last - 1, first - 1, -1):
        head = tree.head[i]
        if head < first or head >= last:
            return head
    return None


def _is_time_word(word: str) -> bool:
    """Whether a word belongs to a neighbouring date, as in a list of days."""
    return word[0].isdigit() or WORDS.get(word, ("", 0))[0] in set("MWOUjDP")


def _at_noun(tree: Tree, noun: int) -> Direction:
    if any(tree.lower[c] in _AHEAD_NOUNS for c in tree.children[noun]):
        return FUTURE
    return NEAREST if tree.lower[noun] in _EITHER_SIDE else PAST


def _at_verb(tree: Tree, verb: int, noun: int | None, *, inside: bool) -> Direction | None:
    """The verb's direction; a date `inside` a noun phrase keeps to the noun: "will discuss the May 24 attack"."""
    direction = verb_direction(tree, verb)
    if noun is None:
        return direction
    own = _at_noun(tree, noun)
    if own is NEAREST and direction is not None and direction.ahead:
        return direction
    if own is FUTURE:
        return FUTURE
    if own is NEAREST:
        return (
            PAST
            if direction is PAST and tree.dep[noun] in {"dobj", "nsubj", "nsubjpass", "pobj"}
            else NEAREST
        )
    return PAST if direction is None or inside else direction


def verb_direction(tree: Tree, verb: int, depth: int = 0) -> Direction | None:
    """Back or ahead by tense, auxiliaries and, for infinitives and participles, the word above."""
    auxiliaries = [tree.lower[c] for c in tree.children[verb] if tree.dep[c] in {"aux", "auxpass"}]
    perfect = any(a in {"have", "has", "had", "having", "'ve", "’ve"} for a in auxiliaries)
    if any(a in _AHEAD_MODALS for a in auxiliaries):
        return PAST if perfect else FUTURE
    tag = tree.tag[verb]
    if "to" in auxiliaries and not perfect:
        return _infinitive(tree, verb, depth)
    if tag == "VBD" or perfect or "did" in auxiliaries:
        return FUTURE if tree.lemma[verb] in _SET_FOR and "auxpass" in _deps(tree, verb) else PAST
    if tag == "VBN":
        return _participle(tree, verb, auxiliaries, depth)
    if tag == "VBG":
        return _ing_form(tree, verb, auxiliaries, depth)
    if tag in {"VBZ", "VBP"}:
        return _present(tree, verb, depth)
    if tree.head[verb] == verb:
        return FUTURE if tree.kid(verb, "nsubj") is None else None
    return _above(tree, verb, depth)


def _deps(tree: Tree, verb: int) -> set[str]:
    return {tree.dep[c] for c in tree.children[verb]}


def _above(tree: Tree, verb: int, depth: int) -> Direction | None:
    """The direction of the verb that governs this one."""
    node = verb
    for _ in range(_MAX_STEPS):
        if tree.head[node] == node or depth > 8:
            return None
        node = tree.head[node]
        if tree.pos[node] in _VERBS:
            return verb_direction(tree, node, depth + 1)
    return None


def _infinitive(tree: Tree, verb: int, depth: int) -> Direction | None:
    head = tree.head[verb]
    if head == verb or tree.lemma[head] in _FORWARD:
        return FUTURE
    above = _above(tree, verb, depth)
    return FUTURE if above is PRESENT or above is PLANNED else above


def _participle(tree: Tree, verb: int, auxiliaries: list[str], depth: int) -> Direction | None:
    if tree.lemma[verb] in _SET_FOR:
        return FUTURE
    if any(a in {"was", "were", "been", "got"} for a in auxiliaries):
        return PAST
    if any(a in {"is", "are", "'s", "’s", "am"} for a in auxiliaries):
        return PRESENT
    if tree.dep[verb] == "conj":
        return _above(tree, verb, depth)
    return PAST


def _ing_form(tree: Tree, verb: int, auxiliaries: list[str], depth: int) -> Direction | None:
    if any(a in {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"} for a in auxiliaries):
        return PLANNED
    if any(a in {"was", "were", "been"} for a in auxiliaries):
        return PAST
    return _above(tree, verb, depth)


def _present(tree: Tree, verb: int, depth: int) -> Direction:
    marks = {tree.lower[c] for c in tree.children[verb] if tree.dep[c] in {"mark", "advmod"}}
    if tree.dep[verb] == "advcl" and marks & {
        "when",
        "if",
        "before",
        "after",
        "until",
        "once",
        "as",
        "unless",
    }:
        above = _above(tree, verb, depth)
        if above is not None and above is not PAST:
            return FUTURE
    if tree.lemma[verb] in _SET_FOR:
        return FUTURE
    # "the deadline is June 1": a date in the past would have taken "was"
    return PLANNED if tree.lemma[verb] in _TIMETABLE or tree.lemma[verb] == "be" else PRESENT
