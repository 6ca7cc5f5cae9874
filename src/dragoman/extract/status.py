"""Status of an act: did it happen, is it going on, will it, is it denied?

Reads the trigger's own clause and the verbs that control it ("plans to visit", "refused to meet"). What
somebody denies ("denied that troops had crossed") is negated: no voice of the text says that it happened.
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
CANCELLING_PHRASES = frozenset({("call", "off"), ("put", "off"), ("rule", "out")})
"""The same as verb and particle: "called off a stop"."""
DENYING = frozenset({"deny", "refute", "rebut", "disclaim", "disavow"})
"""Verbs that say of their complement that it did not happen."""
DISMISSING = DENYING | {"reject", "dismiss"}
"""Verbs that do so with a noun of `TOLD_NOUNS` between: "rejected claims that"."""
TOLD_NOUNS = frozenset(
    {"claim", "report", "allegation", "accusation", "rumour", "rumor", "suggestion", "charge"}
)
SAYING_VERBS = frozenset({
    "say", "tell", "announce", "add", "state", "confirm", "declare", "promise", "pledge", "vow", "inform",
    "assure", "reveal", "note", "explain", "reply", "write",
})  # fmt: skip
"""Verbs of saying whose past turns "will" into "would"."""
SPEAKER_PRONOUNS = frozenset({"he", "she", "it", "they"})
CONDITIONAL_VERBS = frozenset({"like", "love", "prefer", "consider", "want", "wish", "welcome"})
"""Verbs that after "would" name a wish, even in reported speech: "said she would like to visit"."""
QUOTE_MARKS = frozenset({"“", "”", '"', "``", "''", "«", "»"})
THINKING_PREPS = frozenset({
    ("insist", "on"), ("insist", "upon"), ("think", "of"), ("think", "about"), ("talk", "of"),
    ("talk", "about"), ("dream", "of"), ("speak", "of"), ("object", "to"),
})  # fmt: skip
"""Verb and preposition whose gerund is only thought of: "insisted on sending troops"."""
INTENDING_PREPS = frozenset({("plan", "on"), ("aim", "at"), ("commit", "to"), ("agree", "on")})
ABSTAINING = frozenset({"refrain", "abstain", "desist", "shrink"})
"""Verbs whose "from" tells what was not done."""
SUFFERING = frozenset({"tolerate", "accept", "allow", "permit", "condone", "brook"})
"""Verbs that, negated, speak of no one deed: "would not tolerate attacks on"."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
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
    if own is None or own[0] != "negated":
        own = _denied(tree, verb) or own
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
    undone = undoing_verb(tree, noun)
    if undone is not None:
        return "negated", undone
    modified = _by_modifier(tree, noun)
    if modified is not None:
        return modified
    if tree.dep[noun] == "pobj" and tree.lower[link] in LOOKING_BACK:
        return "occurred", None
    if tree.dep[noun] == "pobj" and tree.lower[link] in LOOKING_AHEAD:
        return "planned", link
    return _by_governor(tree, noun)


def undoing_verb(tree: Tree, noun: int) -> int | None:
    """The verb that calls an event noun off or denies it: "cancelled a visit", "called off plans for talks".

    Args:
        tree: The parsed document.
        noun: Token number of the event noun.

    Returns:
        The verb's token, None where nothing undoes the event.
    """
    head = noun
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] in {"NOUN", "PROPN"}:
        head = tree.head[head]
    prep = tree.head[head]
    if (
        tree.dep[head] == "pobj"
        and tree.lower[prep] in {"for", "of"}
        and tree.lemma[tree.head[prep]] == "plan"
    ):
        head = tree.head[prep]
    verb = tree.head[head]
    if tree.dep[head] not in {"dobj", "nsubjpass"} or _is_denial_open(tree, verb):
        return None
    denied = tree.lemma[verb] == "deny" and any(tree.lower[c] == "any" for c in tree.children[head])
    return verb if denied or _cancels(tree, verb) else None


def is_unwelcome(tree: Tree, noun: int) -> bool:
    """Whether an event noun names what somebody would not put up with: "would not tolerate attacks on"."""
    verb = tree.head[noun]
    return (
        tree.dep[noun] == "dobj"
        and tree.lemma[verb] in SUFFERING
        and _negation(tree, verb) is not None
        and not any(tree.lower[c] in DEFINITE for c in tree.children[noun])
    )


def _cancels(tree: Tree, verb: int) -> bool:
    if tree.lemma[verb] in CANCELLING:
        return True
    particles = tree.kids(verb, "prt")
    return any((tree.lemma[verb], tree.lower[p]) in CANCELLING_PHRASES for p in particles)


def _is_denial_open(tree: Tree, verb: int) -> bool:
    """Whether the verb that would undo something is itself negated: "did not cancel"."""
    own = _own_cues(tree, verb)
    return own is not None and own[0] == "negated"


def _denied(tree: Tree, verb: int) -> Found | None:
    """What a denial above the clause says: "denied that he had met", "rejected claims that he met"."""
    clause = verb
    while tree.dep[clause] == "conj" and tree.pos[tree.head[clause]] in {"VERB", "AUX"}:
        if tree.lemma[tree.head[clause]] in DENYING:
            return None  # a further act of the one who denies
        clause = tree.head[clause]
    governor = tree.head[clause]
    if governor == clause or tree.dep[clause] not in {"ccomp", "xcomp", "acl", "advcl"}:
        return None
    verbs = DENYING if tree.dep[clause] != "advcl" else frozenset()
    if tree.lemma[governor] in TOLD_NOUNS and tree.dep[governor] in {"dobj", "nsubjpass"}:
        governor, verbs = tree.head[governor], DISMISSING
    if tree.lemma[governor] not in verbs:
        return None
    return ("hypothetical" if _is_denial_open(tree, governor) else "negated"), governor


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
    negation = _negation(tree, verb)
    if negation is not None:
        return "negated", negation
    for child in children:
        if tree.dep[child] == "mark" and tree.lower[child] in CONDITIONS:
            return "hypothetical", child
    for child in children:
        if tree.dep[child] in {"aux", "auxpass"}:
            if tree.lower[child] in FUTURE_MODALS:
                return "planned", child
            if tree.lower[child] in OPEN_MODALS:
                announced = tree.lower[child] == "would" and _is_future_in_past(tree, verb)
                return ("planned" if announced else "hypothetical"), child
    if (
        tree.dep[verb] == "conj"
        and tree.tag[verb] in {"VB", "VBP"}
        and not tree.kids(verb, "nsubj", "nsubjpass", "aux")
    ):
        return _own_cues(tree, tree.head[verb]) if tree.head[verb] != verb else None
    return None


def _negation(tree: Tree, verb: int) -> int | None:
    """The word that negates a verb; "no longer" does, "no later" does not."""
    for child in tree.children[verb]:
        if tree.dep[child] == "neg" or (
            tree.lower[child] in NEGATIONS and tree.dep[child] in {"neg", "advmod", "preconj"}
        ):
            return child
        if tree.lower[child] == "longer" and child > 0 and tree.lower[child - 1] == "no":
            return child
    return None


def _is_future_in_past(tree: Tree, verb: int) -> bool:
    """Whether "would" reports the speaker's own "will": "told reporters that he would travel".

    A condition, a perfect, a wish and a quotation, where "would" is the speaker's own word, speak against it.
    """
    said = tree.head[verb]
    if (
        tree.dep[verb] != "ccomp"
        or tree.lemma[said] not in SAYING_VERBS
        or tree.tag[said] not in {"VBD", "VBN"}
    ):
        return False
    if tree.lemma[verb] in CONDITIONAL_VERBS or any(tree.lower[c] == "have" for c in tree.kids(verb, "aux")):
        return False
    if any(tree.lower[m] in CONDITIONS for c in tree.kids(verb, "advcl") for m in tree.kids(c, "mark")):
        return False
    low, high = min(said, verb), max(said, verb)
    if any(word in QUOTE_MARKS for word in tree.words[low:high]):
        return False
    own, speaker = tree.kid(verb, "nsubj", "nsubjpass"), tree.kid(said, "nsubj")
    if own is None or speaker is None:
        return False
    return tree.lower[own] in SPEAKER_PRONOUNS or tree.lower[own] == tree.lower[speaker]


def _is_dependent_form(tree: Tree, verb: int) -> bool:
    if any(tree.lower[c] == "to" and tree.dep[c] == "aux" for c in tree.children[verb]):
        return True
    return tree.tag[verb] in {"VB", "VBG"} and not _has_be(tree, verb)


def _controlled(tree: Tree, verb: int, governor: int) -> Found:
    lemma = tree.lemma[governor]
    if tree.dep[verb] == "pcomp" and tree.lower[governor] in LOOKING_AHEAD:
        return "planned", governor
    no_plans = any(tree.lower[c] == "no" and tree.dep[c] == "det" for c in tree.children[governor])
    if no_plans or lemma in REFUSING_VERBS or _cancels(tree, governor):
        return "negated", governor
    if tree.dep[verb] == "pcomp" and tree.pos[tree.head[governor]] in {"VERB", "AUX"}:
        return _after_preposition(tree, tree.head[governor], governor)
    is_to = lemma == "be" and tree.dep[verb] == "xcomp"  # "is to visit"
    if is_to or (lemma in PLANNING_VERBS and tree.dep[verb] != "advcl"):
        return "planned", governor
    if tree.pos[governor] in {"NOUN", "PROPN", "ADJ"}:
        return _intended(tree, governor)
    return verb_status(tree, governor)


def _after_preposition(tree: Tree, verb: int, prep: int) -> Found:
    """Status of the gerund of "insisted on sending", "refrained from sending"."""
    pair = (tree.lemma[verb], tree.lower[prep])
    if tree.lemma[verb] in ABSTAINING and pair[1] == "from":
        return "negated", verb
    if pair not in THINKING_PREPS | INTENDING_PREPS:
        return "occurred", None  # "apologised for sending", "after sending"
    if _negation(tree, verb) is not None:
        return "negated", verb
    return ("planned" if pair in INTENDING_PREPS else "hypothetical"), verb


def _intended(tree: Tree, noun: int) -> Found:
    """Status of the infinitive behind a noun or adjective: "its decision to go"."""
    undone = undoing_verb(tree, noun)
    if undone is not None:
        return "negated", undone
    if tree.lemma[noun] in INTENT_NOUNS:
        return "planned", noun
    verb = next((a for a in tree.ancestors(noun) if tree.pos[a] in {"VERB", "AUX"}), None)
    return verb_status(tree, verb) if verb is not None else ("occurred", None)


def _has_be(tree: Tree, verb: int) -> int | None:
    for child in tree.children[verb]:
        if tree.dep[child] in {"aux", "auxpass"} and tree.lemma[child] == "be":
            return child
    return None
