"""Persons outside the parsed text: bylines, signatures, press contacts and the labels of a transcript.

These lines are no sentences, so the parser never sees them. Their words are put in a flat tree, which is all
that titles and names need.
"""

from __future__ import annotations

import re

from dragoman.parse.tree import Tree
from dragoman.records import Document
from dragoman.resolve.actors_scan import Scan, scan_document
from dragoman.resolve.offices import find_titles
from dragoman.resolve.persons_find import PersonMention, find_titled, person_mention
from dragoman.resolve.persons_names import could_be_name, name_end, name_words

LINE_KINDS = frozenset({"byline", "contact"})

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+(?:[^\W\d_]\.)*|(?:Mr|Ms|Mrs|Dr|Prof|Hon|Rev|Gen|Col|Lt|Sen|Rep|Gov|Amb|St|Jr|Sr)\."
    r"|['’]s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|\S"
)


def find_in_lines(document: Document, scan: Scan) -> list[PersonMention]:
    """Every person named in a byline, a contact line or a speaker's label, in text order.

    The mentions have no tokens: their place is in code points.
    """
    lines = _lines(document)
    if not lines:
        return []
    flat = scan_document(document, flat_tree(document.text, lines), scan.knowledge)
    found = find_titled(flat, find_titles(flat))
    named = {i for mention in found for i in range(mention.name_first, mention.last or mention.name_first)}
    found += _untitled(flat, document, named)
    signed = [(s.start, s.end) for s in document.layout if s.kind in LINE_KINDS]
    for mention in found:
        mention.first = mention.last = None
        mention.byline = any(start <= mention.span.start < end for start, end in signed)
    return sorted(found, key=lambda mention: mention.span)


def _lines(document: Document) -> list[tuple[int, int]]:
    spans = {(s.start, s.end) for s in document.layout if s.kind in LINE_KINDS}
    spans |= {(s.speaker.start, s.speaker.end) for s in document.layout if s.speaker is not None}
    return sorted(spans)


def flat_tree(text: str, lines: list[tuple[int, int]]) -> Tree:
    """A tree without dependencies over some stretches of text, each one sentence."""
    words: list[str] = []
    start: list[int] = []
    sent: list[int] = []
    sents: list[tuple[int, int]] = []
    for a, b in lines:
        first = len(words)
        for match in _TOKEN.finditer(text, a, b):
            words.append(match.group())
            start.append(match.start())
            sent.append(len(sents))
        if len(words) > first:
            sents.append((first, len(words)))
    n = len(words)
    lower = [word.lower() for word in words]
    pos = ["PROPN" if w[0].isupper() else "NOUN" if w[0].isalpha() else "PUNCT" for w in words]
    tag = ["NNP" if w[0].isupper() else "CD" if w[0].isdigit() else "NN" for w in words]
    end = [a + len(w) for a, w in zip(start, words, strict=True)]
    return Tree(
        words, lower, lower, pos, tag, ["dep"] * n, list(range(n)), start, end, sent, sents, [0] * len(sents)
    )


def _untitled(flat: Scan, document: Document, named: set[int]) -> list[PersonMention]:
    """Names without a title: the reader's authors, "By Ifeoma Obi", given names at the start of a line."""
    authors = {name_words(author) for author in document.authors}
    found = []
    i, n = 0, len(flat.tree)
    while i < n:
        last = name_end(flat, i) if i not in named and could_be_name(flat, i) else i
        if last > i and not named.intersection(range(i, last)) and _is_person(flat, i, last, authors):
            found.append(person_mention(flat, i, i, last))
        i = max(last, i + 1)
    return found


def _is_person(flat: Scan, first: int, last: int, authors: set[tuple[str, ...]]) -> bool:
    if name_words(flat.text(first, last)) in authors:
        return True
    tree = flat.tree
    opens = first == flat.sentence_start(first) or tree.lower[first - 1] in {"by", "and", ",", ":", "contact"}
    given = flat.given(first)
    ends = last == flat.sentence_end(first) or not flat.cap[last]
    return opens and given and ends and 2 <= last - first <= 4 and flat.hit_at[first] < 0
