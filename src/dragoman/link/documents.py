"""Near-duplicate documents: wire copies, edited versions, parts of each other, stories that were merged.

MinHash sketches find candidates, exact counts decide. A link says how much of the shorter text stands in the
longer one; it joins nothing: to undo it, leave it out.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.link.shingles import shingles_of

Relation = Literal["copy", "edited", "part"]

BLOCK = 50
"""Sequences in a block. A text is sketched block by block, so that a short text is found in a long one that
holds it: docs/decisions/0008-sketch-by-block.md has the figures."""
N_PERMUTATIONS = 128
N_BANDS = 64
"""Bands of two rows: two blocks that share a tenth of their sequences are candidates with a chance of .47, a
fifth .93, a third .999. Sketches only propose; counts decide."""
SEED = 1

MIN_SHARE = 0.3
"""Share of the shorter text's sequences that must stand in the other. Chosen on one half of the documents of
benchmarks/link.py; docs/link.md has the figures of the other half."""
MIN_SHARED = 8
"""Sequences shared at least: texts of two lines agree by chance."""
COPY = 0.9
"""Texts that share more than this of all their sequences are copies."""
PART = 0.8
"""More than this of the shorter text, in a longer one: it is a part of it."""

WINDOW_DAYS = 14
"""Documents further apart are not compared: news repeats within days, and memory stays flat."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document to compare. `day` is when it was published; None where it is not known."""

    id: str
    text: str
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """Two documents that share text."""

    one: str
    """The earlier document's id."""
    other: str
    relation: Relation
    score: float
    """Share of the shorter text's word sequences that stand in the other, 0 to 1."""
    jaccard: float
    """Shared sequences among all of both, 0 to 1."""
    reason: str


@dataclass(slots=True)
class _Kept:
    text: Text
    hashes: frozenset[int]


class _Index:
    """Documents by the sketches of their blocks."""

    def __init__(self) -> None:
        from dragoman.lake.extra import require  # noqa: PLC0415  # the filter of a day needs no extra

        self._rensa = require("rensa", "dragoman[lake]")
        self._buckets = self._rensa.RMinHashLSH(0.2, N_PERMUTATIONS, N_BANDS)
        self._owners: dict[int, _Kept] = {}
        self._held: deque[tuple[_Kept, range]] = deque()
        self._next = 0

    def sketch(self, shingles: list[str]) -> tuple[list[object], frozenset[int]]:
        """The sketches of a text's blocks, and the hashes of all its sequences."""
        starts = range(0, max(1, len(shingles) - BLOCK // 2), BLOCK)
        blocks = [shingles[start : start + BLOCK] for start in starts]
        blocks[-1] = shingles[starts[-1] :]  # a short rest goes with the last
        sketches = self._rensa.RMinHash.from_token_sets(blocks, N_PERMUTATIONS, SEED)
        return sketches, frozenset(self._rensa.RMinHash.hash_token_sets([shingles])[0])

    def candidates(self, sketches: list[object]) -> list[_Kept]:
        """Documents with a block that is likely to share sequences with one of these, oldest first."""
        keys = {key for sketch in sketches for key in self._buckets.query(sketch)}
        found = {id(self._owners[key]): self._owners[key] for key in sorted(keys)}
        return list(found.values())

    def add(self, new: _Kept, sketches: list[object]) -> None:
        """Hold a document."""
        keys = range(self._next, self._next + len(sketches))
        self._next = keys.stop
        for key, sketch in zip(keys, sketches, strict=True):
            self._buckets.insert(key, sketch)
            self._owners[key] = new
        self._held.append((new, keys))

    def forget(self, before: dt.date) -> None:
        """Let go of documents from before a day; what stands behind an undated one waits for it."""
        while self._held and (day := self._held[0][0].text.day) is not None and day < before:
            for key in self._held.popleft()[1]:
                self._buckets.remove(key)
                del self._owners[key]


def link_documents(
    texts: Iterable[Text], *, min_share: float = MIN_SHARE, window_days: int = WINDOW_DAYS
) -> Iterator[DocumentLink]:
    """Find near-duplicates.

    Args:
        texts: Documents, by day, undated ones last. Of the dated ones only those of the last `window_days`
            are
            held in memory; an undated one is compared with those still held.
        min_share: See `MIN_SHARE`.
        window_days: See `WINDOW_DAYS`.

    Yields:
        A link for each pair, in the order of the later document.

    Raises:
        MissingExtraError: If the extra `lake` is not installed.
    """
    index = _Index()
    for text in texts:
        if text.day is not None:
            index.forget(text.day - dt.timedelta(days=window_days))
        shingles = shingles_of(text.text)
        if not shingles:
            continue
        sketches, hashes = index.sketch(shingles)
        for old in index.candidates(sketches):
            if link := compare(old.text.id, old.hashes, text.id, hashes, min_share):
                yield link
        index.add(_Kept(text, hashes), sketches)


def compare(
    one: str,
    one_hashes: frozenset[int],
    other: str,
    other_hashes: frozenset[int],
    min_share: float = MIN_SHARE,
) -> DocumentLink | None:
    """The link of two documents by the hashes of their sequences; None where they share too little."""
    shared = len(one_hashes & other_hashes)
    shorter = min(len(one_hashes), len(other_hashes))
    if shared < min(MIN_SHARED, shorter) or shared < min_share * shorter:
        return None
    share = shared / shorter
    jaccard = shared / (len(one_hashes) + len(other_hashes) - shared)
    relation: Relation = "copy" if jaccard > COPY else "part" if share > PART else "edited"
    return DocumentLink(
        one=one,
        other=other,
        relation=relation,
        score=round(share, 4),
        jaccard=round(jaccard, 4),
        reason=f"{shared} of the shorter text's {shorter} word sequences stand in the other ({share:.0%})",
    )
