"""The parser's promises: offsets, sentences inside segments, trees inside sentences, bounded sentences."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.parse.english import MAX_SENTENCE, PARSED_KINDS
from dragoman.read import read_text

WORDS = st.sampled_from([
    "Oman", "Kenya’s", "minister", "agreed", "to", "“visit”", "Tromsø", "东京", "U.S.", "won't",
    "re-election",
    "(PRC)", "café", "🙂", "1,000", "km", ".", ",", ";", "?", "\u00a0", "\t", "  ", "\n\n", "\u200b", "—",
])  # fmt: skip
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def parse(parser, text):
    document = read_text(text, "row")
    (tree,) = parser.parse([document])
    return document, tree


@SLOW
@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_laws(parser, text):
    try:
        document, tree = parse(parser, text)
    except InputError:  # nothing but blanks
        return
    assert [document.text[a:b] for a, b in zip(tree.start, tree.end, strict=True)] == tree.words
    assert all(word.strip() for word in tree.words), "blank tokens are left out"
    assert all(a < b for a, b in zip(tree.start, tree.end, strict=True))
    assert tree.start == sorted(tree.start)
    for number, (first, last) in enumerate(tree.sents):
        segment = document.layout[tree.segment[number]]
        assert segment.kind in PARSED_KINDS
        assert segment.start <= tree.start[first]
        assert tree.end[last - 1] <= segment.end
        assert all(first <= tree.head[i] < last for i in range(first, last)), "a tree stays in its sentence"
        assert sum(tree.head[i] == i for i in range(first, last)) >= 1
    assert [n for n, (a, b) in enumerate(tree.sents) for _ in range(a, b)] == tree.sent


def test_sentences_never_cross_segments(parser):
    document, tree = parse(parser, "Talks in Muscat\n\nOman agreed to talks\n\nKenya left.")
    for number, (first, last) in enumerate(tree.sents):
        segment = document.layout[tree.segment[number]]
        assert segment.start <= tree.start[first] < tree.end[last - 1] <= segment.end
    assert len({tree.segment[n] for n in range(len(tree.sents))}) > 1


def test_a_sentence_of_ten_thousand_words_is_cut(parser):
    text = "Oman agreed to " + " and ".join(["trade"] * 5_000) + "."
    document, tree = parse(parser, text)
    assert len(tree) > 9_999
    assert max(last - first for first, last in tree.sents) <= MAX_SENTENCE
    assert all(first <= tree.head[i] < last for first, last in tree.sents for i in range(first, last))
    assert [document.text[a:b] for a, b in zip(tree.start, tree.end, strict=True)] == tree.words


def test_an_ordinary_sentence_is_not_cut(parser):
    _, tree = parse(parser, "Oman agreed to talks, and Kenya, which had waited for weeks, agreed as well.")
    assert tree.sents == [(0, len(tree))]


LEMMAS = [
    ("Oman has agreed.", "has", "have"),
    ("Oman is waiting.", "is", "be"),
    ("Oman visited Kenya.", "visited", "visit"),
    ("Oman hopes to win.", "hopes", "hope"),
    ("Oman won't go.", "wo", "will"),
    ("Two ministers left.", "ministers", "minister"),
    ("Oman held talks.", "held", "hold"),
]


@pytest.mark.parametrize(("text", "word", "lemma"), LEMMAS)
def test_lemmas(parser, text, word, lemma):
    _, tree = parse(parser, text)
    assert tree.lemma[tree.words.index(word)] == lemma


def test_batches_keep_the_order(parser):
    documents = [read_text(f"Report {n}. Oman agreed.", f"row {n}") for n in range(70)]
    trees = list(parser.parse(documents))
    assert [tree.words[1] for tree in trees] == [str(n) for n in range(70)]
