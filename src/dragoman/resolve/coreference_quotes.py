"""Quotations: which tokens stand inside one, and who speaks it.

Inside a quotation "I" is its speaker, and "he" is somebody else. A speaker is found by the surface, not by
the parse of the quoted words: the subject of a verb of speech beside the quotation.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.parse.tree import Tree
from dragoman.resolve.actors_words import word_set

SPEECH_VERBS = word_set(
    """say tell add note state announce declare claim explain argue insist warn stress emphasize emphasise
    reiterate remark comment write ask reply respond answer continue conclude recall believe think report
    confirm admit deny reveal suggest acknowledge observe maintain assert contend affirm underline
    underscore highlight express urge vow pledge promise predict joke quip tweet post describe call point
    speak quote read exclaim caution charge complain concede elaborate estimate mention propose request
    recount repeat voice proclaim lament joke shout cry agree"""
)
"""Verbs whose subject is the source of what is said."""

OPENING, CLOSING, STRAIGHT = "“„", "”", '"'
PENN = frozenset({"``", "''"})


@dataclass(slots=True)
class Quote:
    """A quotation as tokens `[first, last)`, marks included; `speaker` is the head token of who says it."""

    first: int
    last: int
    speaker: int | None = None


def find_quotes(tree: Tree) -> list[Quote]:
    """Every quotation, in text order, with its speaker where one is found.

    A paragraph that ends inside a quotation hands it on when the next begins with another mark.
    """
    quotes = _spans(tree)
    for number, quote in enumerate(quotes):
        quote.speaker = _speaker(tree, quotes, number)
    return quotes


def _spans(tree: Tree) -> list[Quote]:
    quotes: list[Quote] = []
    words = tree.words
    open_at: int | None = None
    for n, (first, last) in enumerate(tree.sents):
        if open_at is not None and n and tree.segment[n] != tree.segment[n - 1]:
            quotes.append(Quote(open_at, first))
            open_at = None
        for i in range(first, last):
            word = words[i]
            if (
                word in OPENING
                or (word == STRAIGHT and open_at is None)
                or (word == "``" and open_at is None)
            ):
                open_at = i if open_at is None else open_at
            elif open_at is not None and (word in {STRAIGHT, "''"} or word in CLOSING):
                quotes.append(Quote(open_at, i + 1))
                open_at = None
    if open_at is not None:
        quotes.append(Quote(open_at, len(tree)))
    return [quote for quote in quotes if quote.last - quote.first > 3]


def _speaker(tree: Tree, quotes: list[Quote], number: int) -> int | None:
    quote = quotes[number]
    n, m = tree.sent[quote.first], tree.sent[quote.last - 1]
    inside = range(quote.first, quote.last)
    found = _nearest(tree, quote, range(tree.sents[n][0], tree.sents[m][1]), inside)
    if found is not None:
        return found
    segment = tree.segment[n]
    own = range(tree.sents[n][0], quote.first)
    if own and tree.words[quote.first - 1] not in {":", ",", "."}:
        return None
    # "A," said X. "B." — the second part has no verb of its own
    if number and tree.sent[quotes[number - 1].last - 1] >= n - 1:
        previous = quotes[number - 1]
        if previous.speaker is not None and tree.segment[tree.sent[previous.first]] in {segment, segment - 1}:
            return previous.speaker
    # X told reporters: / X spoke on Monday. "A."
    if n and tree.segment[n - 1] == segment:
        found = _nearest(tree, quote, range(*tree.sents[n - 1]), inside)
        if found is not None:
            return found
    if m + 1 < len(tree.sents) and tree.segment[m + 1] == segment:
        return _nearest(tree, quote, range(*tree.sents[m + 1]), inside)
    return None


def _nearest(tree: Tree, quote: Quote, tokens: range, inside: range) -> int | None:
    """Subject of the verb of speech among `tokens`, outside the quotation, that stands nearest to it."""
    best, distance = None, len(tree)
    for i in tokens:
        if i in inside:
            continue
        subject = source_of(tree, i)
        if subject is None or subject in inside:
            continue
        gap = quote.first - i if i < quote.first else i - quote.last
        if gap < distance:
            best, distance = subject, gap
    return best


def source_of(tree: Tree, i: int) -> int | None:
    """Head token of who speaks by the verb of speech at `i`, or by "according to"."""
    lemma = tree.lemma[i]
    if tree.pos[i] == "VERB" and lemma in SPEECH_VERBS:
        verb = i
        while True:
            subject = tree.kid(verb, "nsubj")
            if subject is not None:
                if tree.lower[subject] in {"who", "that", "which"} and tree.dep[verb] == "relcl":
                    return tree.head[verb]
                return subject
            if tree.dep[verb] in {"conj", "advcl", "xcomp"} and tree.head[verb] != verb:
                verb = tree.head[verb]
                continue
            return None
    if tree.lower[i] == "according":
        for c in tree.children[i]:
            if tree.lower[c] == "to":
                return tree.kid(c, "pobj")
        return tree.kid(i, "pobj")
    return None
