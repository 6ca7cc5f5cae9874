"""Status of an act, by the rule alone on hand-built trees and through the real parser."""

from __future__ import annotations

import pytest

from dragoman.extract.status import clause_status, is_unwelcome
from dragoman.parse import Tree
from dragoman.read import read_text

Token = tuple[str, str, str, str, int]
"""Word, lemma, Penn tag, label, governor's number."""

NAME = ("Aasen", "aasen", "NNP", "nsubj", 1)
KENYA = ("Kenya", "kenya", "NNP", "dobj")
POS = {"V": "VERB", "M": "AUX", "N": "NOUN", "T": "PART", "R": "ADV", "J": "ADJ", "I": "ADP", "D": "DET"}


def build(tokens: list[Token]) -> Tree:
    """A tree of one sentence; offsets as if the words stood with one blank between them."""
    words = [token[0] for token in tokens]
    start, at = [], 0
    for word in words:
        start.append(at)
        at += len(word) + 1
    return Tree(
        words=words,
        lower=[word.lower() for word in words],
        lemma=[token[1] for token in tokens],
        pos=[POS[token[2][0]] for token in tokens],
        tag=[token[2] for token in tokens],
        dep=[token[3] for token in tokens],
        head=[token[4] for token in tokens],
        start=start,
        end=[s + len(w) for s, w in zip(start, words, strict=True)],
        sent=[0] * len(words),
        sents=[(0, len(words))],
        segment=[0],
    )


BUILT = [
    ("visited", 1, [NAME, ("visited", "visit", "VBD", "ROOT", 1), (*KENYA, 1)], "occurred"),
    (
        "will visit",
        2,
        [("Aasen", "aasen", "NNP", "nsubj", 2), ("will", "will", "MD", "aux", 2),
         ("visit", "visit", "VB", "ROOT", 2), (*KENYA, 2)],
        "planned",
    ),
    (
        "will not visit",
        3,
        [("Aasen", "aasen", "NNP", "nsubj", 3), ("will", "will", "MD", "aux", 3),
         ("not", "not", "RB", "neg", 3), ("visit", "visit", "VB", "ROOT", 3), (*KENYA, 3)],
        "negated",
    ),
    (
        "might visit",
        2,
        [("Aasen", "aasen", "NNP", "nsubj", 2), ("might", "might", "MD", "aux", 2),
         ("visit", "visit", "VB", "ROOT", 2), (*KENYA, 2)],
        "hypothetical",
    ),
    (
        "refused to visit",
        3,
        [NAME, ("refused", "refuse", "VBD", "ROOT", 1), ("to", "to", "TO", "aux", 3),
         ("visit", "visit", "VB", "xcomp", 1), (*KENYA, 3)],
        "negated",
    ),
    (
        "plans to visit",
        3,
        [NAME, ("plans", "plan", "VBZ", "ROOT", 1), ("to", "to", "TO", "aux", 3),
         ("visit", "visit", "VB", "xcomp", 1), (*KENYA, 3)],
        "planned",
    ),
    (
        "managed to visit",
        3,
        [NAME, ("managed", "manage", "VBD", "ROOT", 1), ("to", "to", "TO", "aux", 3),
         ("visit", "visit", "VB", "xcomp", 1), (*KENYA, 3)],
        "occurred",
    ),
    (
        "is visiting",
        2,
        [("Aasen", "aasen", "NNP", "nsubj", 2), ("is", "be", "VBZ", "aux", 2),
         ("visiting", "visit", "VBG", "ROOT", 2), (*KENYA, 2)],
        "ongoing",
    ),
    (
        "cancelled a visit",
        3,
        [NAME, ("cancelled", "cancel", "VBD", "ROOT", 1), ("a", "a", "DT", "det", 3),
         ("visit", "visit", "NN", "dobj", 1)],
        "negated",
    ),
    (
        "praised the upcoming visit",
        4,
        [NAME, ("praised", "praise", "VBD", "ROOT", 1), ("the", "the", "DT", "det", 4),
         ("upcoming", "upcoming", "JJ", "amod", 4), ("visit", "visit", "NN", "dobj", 1)],
        "planned",
    ),
    (
        "spoke after the visit",
        4,
        [NAME, ("spoke", "speak", "VBD", "ROOT", 1), ("after", "after", "IN", "prep", 1),
         ("the", "the", "DT", "det", 4), ("visit", "visit", "NN", "pobj", 2)],
        "occurred",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("trigger", "tokens", "status"), [row[1:] for row in BUILT], ids=[r[0] for r in BUILT]
)
def test_the_rule(trigger, tokens, status):
    assert clause_status(build(tokens), trigger)[0] == status


def test_the_cue_is_the_word_that_decides():
    tree = build(BUILT[1][2])
    _, cue = clause_status(tree, 2)
    assert cue is not None
    assert cue.of("Aasen will visit Kenya") == "will"


PARSED = [
    ("Aasen visited Kenya.", "visited", "occurred"),
    ("Aasen has visited Kenya.", "visited", "occurred"),
    ("Aasen will visit Kenya.", "visit", "planned"),
    ("Aasen won't visit Kenya.", "visit", "negated"),
    ("Aasen never visited Kenya.", "visited", "negated"),
    ("Aasen may visit Kenya.", "visit", "hypothetical"),
    ("If Aasen visits Kenya, prices rise.", "visits", "hypothetical"),
    ("Aasen is to visit Kenya.", "visit", "planned"),
    ("Aasen is scheduled to visit Kenya.", "visit", "planned"),
    ("Aasen is expected to visit Kenya.", "visit", "planned"),
    ("Aasen decided to visit Kenya.", "visit", "planned"),
    ("Aasen declined to visit Kenya.", "visit", "negated"),
    ("Aasen failed to visit Kenya.", "visit", "negated"),
    ("Aasen had no plans to visit Kenya.", "visit", "negated"),
    ("Aasen announced a decision to visit Kenya.", "visit", "planned"),
    ("Aasen went on to visit Kenya.", "visit", "occurred"),
    ("Aasen is visiting Kenya.", "visiting", "ongoing"),
    ("Aasen was able to visit Kenya.", "visit", "occurred"),
    ("Aasen will hold talks in Kenya.", "talks", "planned"),
    ("Aasen held talks in Kenya.", "talks", "occurred"),
    ("Aasen postponed the talks.", "talks", "negated"),
    ("Aasen praised the ongoing talks.", "talks", "ongoing"),
    ("No talks were held.", "talks", "negated"),
    ("Aasen will report on the talks.", "talks", "occurred"),
    ("Aasen flew home before the talks.", "talks", "planned"),
    ("A proposal for talks lay on the table.", "talks", "hypothetical"),
    ("Aasen denied that she had met Otieno.", "met", "negated"),
    ("Aasen denied meeting Otieno.", "meeting", "negated"),
    ("Aasen denied having threatened Kenya.", "threatened", "negated"),
    ("Aasen denied that Norway would attack Kenya.", "attack", "negated"),
    ("Aasen denied any meeting with Otieno.", "meeting", "negated"),
    ("Aasen rejected claims that she had met Otieno.", "met", "negated"),
    ("Aasen did not deny that she had met Otieno.", "met", "hypothetical"),
    ("Aasen denied the report and visited Kenya.", "visited", "occurred"),
    ("Aasen said that she had met Otieno.", "met", "occurred"),
    ("Norway no longer insisted on sending troops to Kenya.", "sending", "negated"),
    ("Norway no longer sends troops to Kenya.", "sends", "negated"),
    ("Norway insisted on sending troops to Kenya.", "sending", "hypothetical"),
    ("Norway refrained from sending troops to Kenya.", "sending", "negated"),
    ("Norway apologised for sending troops to Kenya.", "sending", "occurred"),
    ("Norway ruled out sending troops to Kenya.", "sending", "negated"),
    ("Aasen refused to meet Otieno.", "meet", "negated"),
    ("Aasen called off a planned visit to Kenya.", "visit", "negated"),
    ("Aasen cancelled a planned visit to Kenya.", "visit", "negated"),
    ("A planned visit to Kenya was called off.", "visit", "negated"),
    ("A planned visit to Kenya was postponed.", "visit", "negated"),
    ("Aasen called off talks and a visit to Kenya.", "visit", "negated"),
    ("Aasen scrapped plans for a visit to Kenya.", "visit", "negated"),
    ("Aasen did not cancel the planned visit to Kenya.", "visit", "planned"),
    ("Aasen told reporters that she would visit Kenya in July.", "visit", "planned"),
    ("Aasen said she would visit Kenya in July.", "visit", "planned"),
    ("Aasen said she would visit Kenya if the talks went well.", "visit", "hypothetical"),
    ("Aasen said she would have visited Kenya.", "visited", "hypothetical"),
    ("Aasen said she would like to visit Kenya.", "visit", "hypothetical"),
    ("Aasen said Otieno would visit Kenya.", "visit", "hypothetical"),
    ("Aasen would visit Kenya.", "visit", "hypothetical"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), PARSED, ids=[row[0] for row in PARSED])
def test_through_the_parser(parser, text, trigger, status):
    (tree,) = parser.parse([read_text(f"OSLO, May 3, 2024 (NTB) -- {text}", "row")])
    assert clause_status(tree, tree.words.index(trigger))[0] == status


UNWELCOME = [
    ("Norway would not tolerate attacks on Kenya.", "attacks", True),
    ("Norway would not tolerate the attack on Kenya.", "attack", False),
    ("Norway condemned attacks on Kenya.", "attacks", False),
]


@pytest.mark.parametrize(("text", "noun", "unwelcome"), UNWELCOME, ids=[row[0] for row in UNWELCOME])
def test_what_nobody_puts_up_with_is_no_deed(parser, text, noun, unwelcome):
    (tree,) = parser.parse([read_text(f"OSLO, May 3, 2024 (NTB) -- {text}", "row")])
    assert is_unwelcome(tree, tree.words.index(noun)) is unwelcome
