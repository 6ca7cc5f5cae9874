"""Back or ahead: what the words that govern a date say of its time.

Walks from the date to its verb. "Will", "plans to" and the like look ahead, a past tense back. A date that
hangs on a noun looks the way the noun suggests: an attack has happened, a summit may still come.
"""

from __future__ import annotations

from typing import Final

from dragoman.parse.tree import Tree
from dragoman.resolve.dates.direction import Direction
from dragoman.resolve.dates.lexicon import WORDS

PAST, PRESENT, PLANNED = Direction.PAST, Direction.PRESENT, Direction.PLANNED
FUTURE, NEAREST = Direction.FUTURE, Direction.NEAREST

_MODALS: Final = frozenset({
    "will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d", "may", "might", "could", "can", "should",
    "must", "ought",
})  # fmt: skip
_PERFECT: Final = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
_IS: Final = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
_WAS: Final = frozenset({"was", "were", "been", "got"})

_FORWARD: Final = frozenset({
    "plan", "schedule", "expect", "intend", "agree", "set", "slate", "due", "likely", "decide", "arrange",
    "prepare", "be", "bound", "poise", "ready", "aim", "hope", "want", "promise", "decision", "agreement",
    "deal", "date", "deadline", "invitation", "proposal",
})  # fmt: skip
"""Words whose infinitive is dated by its own date: "agreed to meet on Monday".

Not those of asking: what ends "urged them to leave on Monday" dates the urging as a rule.
"""
_TIMED: Final = frozenset({"schedule", "plan", "expect", "slate", "anticipate", "forecast", "tentatively"})
"""Verbs whose date is the event's, not theirs: "scheduled for Friday", "expects a vote on Friday"."""
_MOVED: Final = frozenset({
    "set", "fix", "book", "postpone", "reschedule", "delay", "adjourn", "move", "push", "extend", "call",
})  # fmt: skip
"""The same after "for", "to" and "until": "postponed to Friday" against "postponed on Friday"."""
_TOWARDS: Final = frozenset({"for", "to", "until", "till"})
_TIMETABLE: Final = frozenset({
    "be", "arrive", "begin", "start", "open", "depart", "leave", "travel", "fly", "head", "expire", "end",
    "kick", "close", "return", "resume", "run",
})  # fmt: skip
"""Verbs whose present tense speaks of a timetable: "the deadline is June 1", "arrives on Sunday"."""
_EITHER_SIDE: Final = frozenset({
    "election", "elections", "vote", "referendum", "runoff", "poll", "polls", "summit", "meeting", "talks",
    "visit", "trip", "tour", "deadline", "conference", "inauguration", "hearing", "trial", "session", "forum",
    "congress", "ceremony", "round", "deal", "launch", "date", "anniversary", "negotiations", "game", "match",
    "event",
})  # fmt: skip
"""Nouns of what can be ahead as well as behind; other nouns are taken to be behind."""
_HAPPENED: Final = frozenset({
    "attack", "attacks", "strike", "strikes", "raid", "raids", "shooting", "bombing", "bombings",
    "killing", "killings", "murder", "assassination", "massacre", "death", "deaths", "explosion",
    "blast", "crash", "coup", "invasion", "incident", "clash", "clashes", "arrest", "arrests",
    "earthquake", "floods", "outbreak", "statement", "remarks", "comments", "announcement",
    "resignation", "violence",
})  # fmt: skip
"""Nouns of what is spoken of by its day only once it has happened, whatever the verb."""
_AHEAD: Final = frozenset({
    "upcoming", "forthcoming", "planned", "scheduled", "next", "coming", "expected", "looming", "ahead",
})  # fmt: skip
_ORDER: Final = frozenset({"when", "if", "before", "after", "until", "once", "as", "unless"})

_VERBS: Final = frozenset({"VERB", "AUX"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_TIME_KINDS: Final = frozenset("MWOUjDP")
_MAX_STEPS: Final = 40
_MAX_DEPTH: Final = 8
"""Bounds for walking up a parse, so that a damaged one cannot hold it."""


def look(tree: Tree, first: int, last: int) -> Direction | None:
    """The direction of the date in tokens `[first, last)`; `None` where nothing says."""
    governor = _governor(tree, first, last)
    node = governor
    noun: int | None = None
    for _ in range(_MAX_STEPS):
        if node is None:
            break
        if tree.pos[node] in _VERBS:
            return _at_verb(tree, node, noun, governor=governor, span=(first, last))
        if tree.lower[node] in _AHEAD or tree.lemma[node] in {"due", "likely"}:
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
    return word[0].isdigit() or WORDS.get(word, ("", 0))[0] in _TIME_KINDS


def _at_noun(tree: Tree, noun: int) -> Direction:
    if any(tree.lower[c] in _AHEAD for c in tree.children[noun]):
        return FUTURE
    return NEAREST if tree.lower[noun] in _EITHER_SIDE else PAST


def _at_verb(
    tree: Tree, verb: int, noun: int | None, *, governor: int | None, span: tuple[int, int]
) -> Direction | None:
    """The verb's direction; the noun's where the date is in its phrase: "will hear of the May 24 raid"."""
    first, last = span
    direction = verb_direction(tree, verb)
    # the date's own first word may be its preposition: "until Friday"
    preposition = tree.lower[first if governor == verb or governor is None else governor]
    if noun is None:
        towards = preposition in _TOWARDS and tree.lemma[verb] in _MOVED
        return FUTURE if towards or tree.lemma[verb] in _TIMED else direction
    own = _at_noun(tree, noun)
    inside = noun >= last or preposition == "of" or tree.lower[noun] in _HAPPENED
    if own is PAST:
        return PAST if direction is None or inside else direction
    if own is NEAREST and direction is not None:
        return NEAREST if direction is PRESENT else direction
    return own


def verb_direction(tree: Tree, verb: int, depth: int = 0) -> Direction | None:
    """Back or ahead by tense, auxiliaries and, for infinitives and participles, the word above."""
    auxiliaries = {tree.lower[c] for c in tree.children[verb] if tree.dep[c] in {"aux", "auxpass"}}
    perfect = bool(auxiliaries & _PERFECT)
    modal = auxiliaries & _MODALS
    if modal:
        # "could not agree on Friday" tells what happened
        failed = "could" in modal and tree.kid(verb, "neg") is not None
        return PAST if perfect or failed else FUTURE
    if "to" in auxiliaries and not perfect:
        return _infinitive(tree, verb, depth)
    if perfect or tree.tag[verb] == "VBD" or "did" in auxiliaries:
        return PAST
    return _by_tag(tree, verb, auxiliaries, depth)


def _by_tag(tree: Tree, verb: int, auxiliaries: set[str], depth: int) -> Direction | None:
    tag = tree.tag[verb]
    if tag in {"VBZ", "VBP"}:
        return _present(tree, verb, depth)
    if auxiliaries & _WAS:
        return PAST
    if auxiliaries & _IS:
        return PLANNED if tag == "VBG" else PRESENT
    if tag == "VBN" and tree.dep[verb] != "conj":
        return PAST
    if tag == "VB" and tree.head[verb] == verb:
        return FUTURE if tree.kid(verb, "nsubj") is None else None
    return _above(tree, verb, depth)


def _above(tree: Tree, verb: int, depth: int) -> Direction | None:
    """The direction of the verb that governs this one."""
    node = verb
    for _ in range(_MAX_STEPS):
        if tree.head[node] == node or depth > _MAX_DEPTH:
            return None
        node = tree.head[node]
        if tree.pos[node] in _VERBS:
            return verb_direction(tree, node, depth + 1)
    return None


def _infinitive(tree: Tree, verb: int, depth: int) -> Direction | None:
    """Ahead in headlines and after words of planning; else, after a past verb, part of what happened."""
    head = tree.head[verb]
    going = tree.lemma[head] == "go" and tree.tag[head] == "VBG"
    if head == verb or going or tree.lemma[head] in _FORWARD:
        return FUTURE
    above = _above(tree, verb, depth)
    return FUTURE if above in {PRESENT, PLANNED} else above


def _present(tree: Tree, verb: int, depth: int) -> Direction:
    marks = {tree.lower[c] for c in tree.children[verb] if tree.dep[c] in {"mark", "advmod"}}
    if tree.dep[verb] == "advcl" and marks & _ORDER:
        above = _above(tree, verb, depth)
        if above is not None and above is not PAST:
            return FUTURE
    return PLANNED if tree.lemma[verb] in _TIMETABLE else PRESENT
