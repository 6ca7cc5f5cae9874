"""WordPiece: text → numbers of the encoder's vocabulary, with marks around two actors.

Source of the method: Wu et al., "Google's Neural Machine Translation System", 2016 (arXiv 1609.08144), in
the lower-casing form of BERT (Devlin et al. 2019, arXiv 1810.04805). Written here because the packages that
offer it bring a client for downloading models with them: docs/decisions/0010-own-wordpiece.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import TableError
from dragoman.records import Span

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
MARKS = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")
"""Around the source, then around the target. The base vocabulary leaves these rows free."""
LONGEST_WORD = 100
"""Characters; a longer word is unknown, as in BERT."""
WORD_CACHE = 1 << 16
ROOM_BEFORE = 24
"""Pieces kept before the first mark where a text is too long."""
_PIECES = re.compile(r"[\w]+|[^\w\s]")
_WORDS = re.compile(r"[^\W_]+|[^\s]")
"""In a text as written, where an underscore still stands within words."""


class Encoded(NamedTuple):
    """Numbers of the pieces, and where the source's and the target's opening marks stand.

    An actor that is not named has position 0, the start of the text.
    """

    ids: tuple[int, ...]
    source: int
    target: int


class Located(NamedTuple):
    """Numbers of a text's pieces, start and end tokens among them, with each piece's word in the text.

    `words` has a span for each number: that of the whole word that the piece belongs to; None for the start
    and the end token.
    """

    ids: tuple[int, ...]
    words: tuple[Span | None, ...]


class WordPiece:
    """Splits text with one vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        missing = [name for name in (START, END, UNKNOWN, *MARKS) if name not in self._numbers]
        if missing:
            raise TableError("vocab.txt", f"has no {', '.join(missing)}")
        self._start, self._end, self._unknown = (self._numbers[name] for name in (START, END, UNKNOWN))
        self._marks = tuple(self._numbers[name] for name in MARKS)
        self._word = lru_cache(WORD_CACHE)(self._split)

    def __len__(self) -> int:
        return len(self._numbers)

    def pieces(self, text: str) -> list[int]:
        """Numbers of a text's pieces, without start and end."""
        out: list[int] = []
        for match in _PIECES.finditer(plain(text)):
            out += self._word(match.group())
        return out

    def locate(self, text: str, longest: int) -> Located:
        """Pieces of a text without marks, each with its word's place.

        Args:
            text: Usually a sentence.
            longest: Most pieces to return; the end of a longer text is cut off.
        """
        ids, words = [self._start], list[Span | None]([None])
        for match in _WORDS.finditer(text):
            for piece in self.pieces(match.group()):
                ids.append(piece)
                words.append(Span(match.start(), match.end()))
        room = longest - 1
        return Located((*ids[:room], self._end), (*words[:room], None))

    def encode(self, text: str, source: Span | None, target: Span | None, longest: int) -> Encoded:
        """Pieces of a text with marks around two actors.

        Args:
            text: Usually a sentence.
            source: Where the one who acts is named in it.
            target: Where the other is named; it must not overlap `source`.
            longest: Most pieces to return; what is furthest from the marks is cut off.
        """
        sides = [(span, number) for number, span in ((0, source), (2, target)) if span is not None]
        sides.sort(key=lambda side: side[0])
        ids, at, where = [self._start], 0, [0, 0, 0]
        for span, number in sides:
            ids += self.pieces(text[at : max(at, span.start)])
            where[number] = len(ids)
            ids.append(self._marks[number])
            ids += self.pieces(text[max(at, span.start) : span.end])
            ids.append(self._marks[number + 1])
            at = span.end
        ids += self.pieces(text[at:])
        return _cut(ids, where[0], where[2], longest, self._end)

    def _split(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return (self._unknown,)
        out: list[int] = []
        at = 0
        while at < len(word):
            prefix = "##" if at else ""
            end = next((e for e in range(len(word), at, -1) if prefix + word[at:e] in self._numbers), None)
            if end is None:
                return (self._unknown,)
            out.append(self._numbers[prefix + word[at:end]])
            at = end
        return tuple(out)


def plain(text: str) -> str:
    """Lower case without accents, as the vocabulary was made; underscores stand alone like punctuation."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    if not decomposed.isascii():
        decomposed = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return decomposed.replace("_", " _ ") if "_" in decomposed else decomposed


def read_vocabulary(path: Path) -> list[str]:
    """The pieces of a vocabulary file, one a line.

    Raises:
        TableError: If it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(path.name, f"cannot be read ({error})") from error


def _cut(ids: list[int], source: int, target: int, longest: int, end: int) -> Encoded:
    """Cut to size: the beginning is dropped before the marks are."""
    room = longest - 1
    marks = [position for position in (source, target) if position]
    if len(ids) > room and marks and max(marks) >= room - ROOM_BEFORE // 2:
        skipped = max(0, min(min(marks) - 1, max(marks) + ROOM_BEFORE - room, len(ids) - room))
        ids = [ids[0], *ids[1 + skipped :]]
        source, target = (position - skipped if position else 0 for position in (source, target))
    ids = ids[:room]
    source, target = (position if position < len(ids) else 0 for position in (source, target))
    return Encoded((*ids, end), source, target)
