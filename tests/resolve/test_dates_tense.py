"""Tense by hand-built parses: these fail when a rule is wrong, `test_dates.py` when the parser moved too."""

from __future__ import annotations

import pytest

from dragoman.parse.tree import Tree
from dragoman.resolve.dates.direction import Direction
from dragoman.resolve.dates.tense import look

LEMMAS = {
    "met": "meet", "are": "be", "is": "be", "was": "be", "agreed": "agree", "urged": "urge", "held": "hold",
    "scheduled": "schedule", "postponed": "postpone", "visiting": "visit", "arrives": "arrive", "went": "go",
    "going": "go",
}  # fmt: skip
POS = {
    "N": "NOUN", "V": "VERB", "M": "AUX", "I": "ADP", "T": "PART", "D": "DET", "J": "ADJ", "R": "ADV",
}  # fmt: skip


def tree(words: str) -> Tree:
    """A tree from "word/TAG/label/head" pieces; a head is a token number."""
    parts = [piece.split("/") for piece in words.split()]
    forms = [part[0] for part in parts]
    lower = [form.lower() for form in forms]
    tags = [part[1] for part in parts]
    pos = ["AUX" if part[2] in {"aux", "auxpass"} else POS[part[1][0]] for part in parts]
    starts = [sum(len(form) + 1 for form in forms[:n]) for n in range(len(forms))]
    return Tree(
        words=forms,
        lower=lower,
        lemma=[LEMMAS.get(word, word) for word in lower],
        pos=pos,
        tag=tags,
        dep=[part[2] for part in parts],
        head=[int(part[3]) for part in parts],
        start=starts,
        end=[start + len(form) for start, form in zip(starts, forms, strict=True)],
        sent=[0] * len(forms),
        sents=[(0, len(forms))],
        segment=[0],
    )


LOOK = [
    # id, parse, token of the date, expected
    ("past", "They/NN/nsubj/1 met/VBD/ROOT/1 on/IN/prep/1 Friday/NNP/pobj/2", 3, Direction.PAST),
    ("will", "They/NN/nsubj/2 will/MD/aux/2 meet/VB/ROOT/2 on/IN/prep/2 Friday/NNP/pobj/3", 4,
     Direction.FUTURE),
    ("would have", "They/NN/nsubj/3 would/MD/aux/3 have/VB/aux/3 met/VBN/ROOT/3 Friday/NNP/npadvmod/3", 4,
     Direction.PAST),
    ("could not", "They/NN/nsubj/3 could/MD/aux/3 not/RB/neg/3 meet/VB/ROOT/3 Friday/NNP/npadvmod/3", 4,
     Direction.PAST),
    ("could", "They/NN/nsubj/2 could/MD/aux/2 meet/VB/ROOT/2 Friday/NNP/npadvmod/2", 3, Direction.FUTURE),
    ("has met", "They/NN/nsubj/2 has/VBZ/aux/2 met/VBN/ROOT/2 Friday/NNP/npadvmod/2", 3, Direction.PAST),
    ("are to", "They/NN/nsubj/1 are/VBP/ROOT/1 to/TO/aux/3 meet/VB/xcomp/1 Friday/NNP/npadvmod/3", 4,
     Direction.FUTURE),
    ("agreed to", "They/NN/nsubj/1 agreed/VBD/ROOT/1 to/TO/aux/3 meet/VB/xcomp/1 Friday/NNP/npadvmod/3", 4,
     Direction.FUTURE),
    ("urged to",
     "They/NN/nsubj/1 urged/VBD/ROOT/1 us/NN/dobj/1 to/TO/aux/4 leave/VB/xcomp/1 Friday/NNP/npadvmod/4",
     5, Direction.PAST),
    ("went to meet", "They/NN/nsubj/1 went/VBD/ROOT/1 to/TO/aux/3 meet/VB/advcl/1 Friday/NNP/npadvmod/3", 4,
     Direction.PAST),
    ("going to meet",
     "They/NN/nsubj/2 are/VBP/aux/2 going/VBG/ROOT/2 to/TO/aux/4 meet/VB/xcomp/2 Friday/NNP/npadvmod/4",
     5, Direction.FUTURE),
    ("headline", "Leaders/NN/nsubj/2 to/TO/aux/2 meet/VB/ROOT/2 Friday/NNP/npadvmod/2", 3, Direction.FUTURE),
    ("is visiting", "She/NN/nsubj/2 is/VBZ/aux/2 visiting/VBG/ROOT/2 Friday/NNP/npadvmod/2", 3,
     Direction.PLANNED),
    ("was visiting", "She/NN/nsubj/2 was/VBD/aux/2 visiting/VBG/ROOT/2 Friday/NNP/npadvmod/2", 3,
     Direction.PAST),
    ("arrives", "She/NN/nsubj/1 arrives/VBZ/ROOT/1 Friday/NNP/npadvmod/1", 2, Direction.PLANNED),
    ("meets", "She/NN/nsubj/1 meets/VBZ/ROOT/1 Friday/NNP/npadvmod/1", 2, Direction.PRESENT),
    ("scheduled for",
     "It/NN/nsubjpass/2 was/VBD/auxpass/2 scheduled/VBN/ROOT/2 for/IN/prep/2 Friday/NNP/pobj/3",
     4, Direction.FUTURE),
    ("postponed to",
     "It/NN/nsubjpass/2 was/VBD/auxpass/2 postponed/VBN/ROOT/2 to/IN/prep/2 Friday/NNP/pobj/3",
     4, Direction.FUTURE),
    ("postponed on",
     "It/NN/nsubjpass/2 was/VBD/auxpass/2 postponed/VBN/ROOT/2 on/IN/prep/2 Friday/NNP/pobj/3",
     4, Direction.PAST),
    ("participle", "talks/NNS/ROOT/0 held/VBN/acl/0 on/IN/prep/1 Friday/NNP/pobj/2", 3, Direction.PAST),
    ("attack", "the/DT/det/2 Friday/NNP/compound/2 attack/NN/ROOT/2", 1, Direction.PAST),
    ("summit", "the/DT/det/2 Friday/NNP/compound/2 summit/NN/ROOT/2", 1, Direction.NEAREST),
    ("upcoming", "the/DT/det/3 upcoming/JJ/amod/3 Friday/NNP/compound/3 attack/NN/ROOT/3", 2,
     Direction.FUTURE),
    ("ahead of", "ahead/RB/ROOT/0 of/IN/prep/0 Friday/NNP/poss/3 attack/NN/pobj/1", 2, Direction.FUTURE),
    ("ahead of a day", "ahead/RB/ROOT/0 of/IN/prep/0 Friday/NNP/pobj/1", 2, Direction.FUTURE),
    ("will attend a summit",
     "We/NN/nsubj/2 will/MD/aux/2 attend/VB/ROOT/2 Friday/NNP/poss/4 summit/NN/dobj/2",
     3, Direction.FUTURE),
    ("will discuss an attack",
     "We/NN/nsubj/2 will/MD/aux/2 discuss/VB/ROOT/2 Friday/NNP/poss/4 attack/NN/dobj/2",
     3, Direction.PAST),
    ("bare word", "Friday/NNP/ROOT/0", 0, None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "date", "expected"), [pytest.param(*row, id=name) for name, *row in LOOK])
def test_look(words: str, date: int, expected: Direction | None) -> None:
    assert look(tree(words), date, date + 1) is expected


def test_a_parse_in_circles_ends() -> None:
    assert look(tree("a/NN/dep/1 b/NN/dep/0 Friday/NNP/dep/0"), 2, 3) is Direction.PAST
