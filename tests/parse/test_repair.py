"""Each repair mends what it is for and leaves the rest alone."""

from __future__ import annotations

import pytest

from dragoman.parse.repair import mend_fronted, mend_heads, mend_sentences, mend_tags

# (word, tag, label, governor): "welcomes the move to free them and calls"
WELCOMES = [
    ("Norway", "NNP", "nsubj", 1), ("welcomes", "VBZ", "ROOT", 1), ("the", "DT", "det", 3),
    ("move", "NN", "dobj", 1), ("to", "TO", "aux", 5), ("free", "VB", "acl", 3),
    ("them", "PRP", "dobj", 5), ("and", "CC", "cc", 5),
    ("calls", "VBZ", "conj", 5),
]  # fmt: skip


def columns(rows):
    words, tag, dep, head = (list(column) for column in zip(*rows, strict=True))
    return [word.lower() for word in words], tag, dep, head


def test_a_finite_verb_coordinated_with_an_infinitive_joins_the_finite_one():
    lower, tag, dep, head = columns(WELCOMES)
    mend_heads(tag, dep, head, lower)
    assert head[8] == 1


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("an infinitive coordinated with one stays", {8: ("call", "VB", "conj", 5)}),
        ("no conjunction before it", {7: ("them", "PRP", "dobj", 5)}),
        ("a noun is no verb", {8: ("calls", "NNS", "conj", 5)}),
        ("another relation", {8: ("calls", "VBZ", "advcl", 5)}),
    ],
)
def test_other_conjuncts_stay(why, changes):
    lower, tag, dep, head = columns([changes.get(i, row) for i, row in enumerate(WELCOMES)])
    mend_heads(tag, dep, head, lower)
    assert head[8] == 5, why


def test_a_conjunct_of_a_finite_verb_with_an_auxiliary_stays():
    rows = [("Aasen", "NNP", "nsubj", 2), ("has", "VBZ", "aux", 2), ("agreed", "VBN", "ROOT", 2),
            ("and", "CC", "cc", 2), ("plans", "VBZ", "conj", 2)]  # fmt: skip
    lower, tag, dep, head = columns(rows)
    mend_heads(tag, dep, head, lower)
    assert head[4] == 2


TAGS = [
    ("a noun with a subject is a verb", [("We", "PRP", "nsubj", 1), ("plan", "NN", "ROOT", 1)], "VBP"),
    ("in the third person", [("Oman", "NNP", "nsubj", 1), ("plans", "NNS", "ROOT", 1)], "VBZ"),
    ("a noun without one stays", [("Oman", "NNP", "compound", 1), ("plans", "NNS", "ROOT", 1)], "NNS"),
]


@pytest.mark.parametrize(("rows", "tag_of_last"), [row[1:] for row in TAGS], ids=[row[0] for row in TAGS])
def test_tags(rows, tag_of_last):
    _, tag, dep, head = columns(rows)
    mend_tags(tag, dep, head)
    assert tag[-1] == tag_of_last


def test_a_noun_with_an_article_stays_a_noun():
    _, tag, dep, head = columns(
        [("We", "PRP", "nsubj", 2), ("the", "DT", "det", 2), ("plan", "NN", "ROOT", 2)]
    )
    mend_tags(tag, dep, head)
    assert tag[2] == "NN"


SENTENCES = [
    ("a stop ends", ["Oman", "agreed", ".", "Kenya", "left", "."], {2, 5}, {2, 5}),
    ("a break without a mark does not", ["Security", "Policy"], {0, 1}, {1}),
    ("a closing quote ends", ["“", "Yes", ".", "”", "He", "left", "."], {3, 6}, {3, 6}),
    ("the last token ends", ["Security"], set(), set()),
]


@pytest.mark.parametrize(
    ("words", "ends", "right"), [row[1:] for row in SENTENCES], ids=[r[0] for r in SENTENCES]
)
def test_sentences(words, ends, right):
    mended = mend_sentences([i in ends for i in range(len(words))], words)
    assert {i for i, end in enumerate(mended) if end} == right


# "Since Oman left, Kenya waits", with "left" as the root
FRONTED = [
    ("Since", "IN", "mark", 2), ("Oman", "NNP", "nsubj", 2), ("left", "VBD", "ROOT", 2),
    (",", ",", "punct", 5),
    ("Kenya", "NNP", "nsubj", 5), ("waits", "VBZ", "ccomp", 2),
]  # fmt: skip


def test_the_main_clause_becomes_the_root():
    lower, tag, dep, head = columns(FRONTED)
    mend_fronted(tag, dep, head, lower)
    assert (head[5], dep[5], head[2], dep[2]) == (5, "ROOT", 5, "advcl")


@pytest.mark.parametrize(
    "changes",
    [{0: ("Yesterday", "NN", "npadvmod", 2)}, {3: ("that", "IN", "mark", 5)}],
    ids=["mark", "comma"],
)
def test_other_complements_stay(changes):
    lower, tag, dep, head = columns([changes.get(i, row) for i, row in enumerate(FRONTED)])
    mend_fronted(tag, dep, head, lower)
    assert (head[5], dep[5]) == (2, "ccomp")
