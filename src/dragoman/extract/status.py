"""Status of an act: did it happen, is it going on, will it, is it denied?

Reads the trigger's own clause and the verbs that control it ("plans to visit", "refused to meet"). A denial
in a reporting clause ("denied that troops had crossed") belongs to the claim that reports the act, not here.
"""

from __future__ import annotations

from dragoman.parse.tree import Tree
from dragoman.records import Span, Status

NEGATIONS = frozenset({"not", "never", "n't", "n’t", "no", "neither", "nor", "without"})
FUTURE_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
OPEN_MODALS = frozenset({"would", "could", "may", "might", "can", "should", "'d", "’d"})
PLANNING_VERBS = frozenset({
    "plan", "intend", "agree", "pledge", "promise", "vow", "schedule", "expect", "set", "slate", "prepare",
    "arrange", "decide", "aim", "hope", "seek", "want", "wish", "propose", "offer", "due", "ready", "poised",
    "willing", "likely", "invite", "urge", "ask", "call", "commit", "look", "order", "direct", "instruct",
    "request", "demand", "encourage", "press", "convince", "persuade", "allow",
})  # fmt: skip
"""Lemmas of verbs and adjectives whose infinitive complement has not happened by their saying so."""
REFUSING_VERBS = frozenset({
    "refuse", "decline", "fail", "avoid", "cancel", "postpone", "forgo", "skip", "unable", "reject",
})  # fmt: skip
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
FUTURE_ADJECTIVES = frozenset({
    "upcoming", "forthcoming", "planned", "scheduled", "future", "coming", "next", "proposed", "prospective",
})  # fmt: skip
ONGOING_ADJECTIVES = frozenset({
    "ongoing", "continued", "continuing", "current", "long-standing", "longstanding",
})  # fmt: skip
CANCELLING = frozenset({
    "cancel", "postpone", "scrap", "abandon", "suspend", "delay", "skip", "boycott", "shelve",
})  # fmt: skip
"""Verbs that undo the engagement they govern."""
LOOKING_BACK = frozenset({"after", "following", "since", "on", "about", "from", "regarding"})
"""Prepositions whose event is behind the clause: "will report on his meeting with"."""
OPEN_NOUNS = frozenset({"plan", "proposal", "possibility", "threat", "call", "request", "invitation"})
"""Nouns whose complement is only thought of: "a proposal for talks"."""
INTENT_NOUNS = frozenset({
    "plan", "intention", "commitment", "decision", "readiness", "offer", "promise", "pledge", "effort",
    "proposal",
})  # fmt: skip
"""Nouns whose infinitive is intended: "its decision to send troops"."""
LOOKING_AHEAD = frozenset({"before", "ahead", "until"})
NEGATING_ADJECTIVES = frozenset({"cancelled", "canceled", "postponed", "aborted", "abandoned", "averted"})
CONTROLLED_DEPS = frozenset({"xcomp", "advcl", "ccomp", "acl", "conj", "pcomp"})

Found = tuple[Status, int | None]


def clause_status(tree: Tree, trigger: int) -> tuple[Status, Span | None]:
    """Say whether the act that `trigger` denotes happened, and which word tells.

    Args:
        tree: The parsed document.
        trigger: Token number of the verb or event noun.

    Returns:
        The status and the span of the deciding cue; `("occurred", None)` where nothing speaks against it,
        since a past narrative verb needs no cue. Negation outranks modality: "will not attend" is negated.
    """
    status, cue = (
        verb_status(tree, trigger) if tree.pos[trigger] in {"VERB", "AUX"} else noun_status(tree, trigger)
    )
    return status, None if cue is None else Span(tree.start[cue], tree.end[cue])


def verb_status(tree: Tree, verb: int) -> Found:
    """Status of a verb's clause, following the verbs that control an infinitive or gerund."""
    own = _own_cues(tree, verb)
    if own is not None:
        return own
    governor = tree.head[verb]
    if governor != verb and tree.dep[verb] in CONTROLLED_DEPS and _is_dependent_form(tree, verb):
        return _controlled(tree, verb, governor)
    if tree.tag[verb] == "VBG" and _has_be(tree, verb):
        return "ongoing", _has_be(tree, verb)
    if tree.tag[verb] == "VBG" and tree.dep[verb] == "conj" and governor != verb and _has_be(tree, governor):
        return verb_status(tree, governor)
    return "occurred", None


def noun_status(tree: Tree, noun: int) -> Found:
    """Status of an event noun: its adjectives first, then the verb that carries it ("will hold talks")."""
    link = tree.head[noun]
    if tree.lemma[link] in CANCELLING and tree.dep[noun] in {"dobj", "nsubjpass"}:
        return "negated", link
    modified = _by_modifier(tree, noun)
    if modified is not None:
        return modified
    if tree.dep[noun] == "pobj" and tree.lower[link] in LOOKING_BACK:
        return "occurred", None
    if tree.dep[noun] == "pobj" and tree.lower[link] in LOOKING_AHEAD:
        return "planned", link
    return _by_governor(tree, noun)


def _by_modifier(tree: Tree, noun: int) -> Found | None:
    """What the noun's own adjectives and determiners say: "the upcoming, ongoing, cancelled visit"."""
    for child in tree.children[noun]:
        word = tree.lower[child]
        if word in FUTURE_ADJECTIVES:
            return "planned", child
        if word in ONGOING_ADJECTIVES:
            return "ongoing", child
        if word in NEGATING_ADJECTIVES or (word == "no" and tree.dep[child] in {"det", "neg"}):
            return "negated", child
    return None


def _by_governor(tree: Tree, noun: int) -> Found:
    """What the nearest verb above the noun, or a noun such as "proposal" before it, says."""
    for governor in tree.ancestors(noun):
        if tree.pos[governor] in {"VERB", "AUX"}:
            return verb_status(tree, governor)
        if tree.lemma[governor] in OPEN_NOUNS:
            return "hypothetical", governor
    return "occurred", None


def _own_cues(tree: Tree, verb: int) -> Found | None:
    children = tree.children[verb]
    for child in children:
        if tree.dep[child] == "neg" or (
            tree.lower[child] in NEGATIONS and tree.dep[child] in {"neg", "advmod", "preconj"}
        ):
            return "negated", child
    for child in children:
        if tree.dep[child] == "mark" and tree.lower[child] in CONDITIONS:
            return "hypothetical", child
    for child in children:
        if tree.dep[child] in {"aux", "auxpass"}:
            if tree.lower[child] in FUTURE_MODALS:
                return "planned", child
            if tree.lower[child] in OPEN_MODALS:
                return "hypothetical", child
    if (
        tree.dep[verb] == "conj"
        and tree.tag[verb] in {"VB", "VBP"}
        and not tree.kids(verb, "nsubj", "nsubjpass", "aux")
    ):
        return _own_cues(tree, tree.head[verb]) if tree.head[verb] != verb else None
    return None


def _is_dependent_form(tree: Tree, verb: int) -> bool:
    if any(tree.lower[c] == "to" and tree.dep[c] == "aux" for c in tree.children[verb]):
        return True
    return tree.tag[verb] in {"VB", "VBG"} and not _has_be(tree, verb)


def _controlled(tree: Tree, verb: int, governor: int) -> Found:
    lemma = tree.lemma[governor]
    if tree.dep[verb] == "pcomp" and tree.lower[governor] in LOOKING_AHEAD:
        return "planned", governor
    if lemma in REFUSING_VERBS:
        return "negated", governor
    if any(tree.lower[c] == "no" and tree.dep[c] == "det" for c in tree.children[governor]):
        return "negated", governor  # "had no plans to meet"
    is_to = lemma == "be" and tree.dep[verb] == "xcomp"  # "is to visit"
    if is_to or (lemma in PLANNING_VERBS and tree.dep[verb] != "advcl"):
        return "planned", governor
    if tree.pos[governor] in {"NOUN", "PROPN", "ADJ"}:
        return _intended(tree, governor)
    return verb_status(tree, governor)


def _intended(tree: Tree, noun: int) -> Found:
    """Status of the infinitive behind a noun or adjective: "its decision to go"."""
    if tree.lemma[noun] in INTENT_NOUNS:
        return "planned", noun
    verb = next((a for a in tree.ancestors(noun) if tree.pos[a] in {"VERB", "AUX"}), None)
    return verb_status(tree, verb) if verb is not None else ("occurred", None)


def _has_be(tree: Tree, verb: int) -> int | None:
    for child in tree.children[verb]:
        if tree.dep[child] in {"aux", "auxpass"} and tree.lemma[child] == "be":
            return child
    return None
