"""Labels ↔ numbers, and examples → tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from corpus import NOTHING, STATUSES, Example
from dragoman.codebooks import Codebook
from dragoman.models.wordpiece import Encoded, Located, WordPiece
from dragoman.records import Span

LONGEST = 72
"""Pieces of a text that are read."""
UNLABELLED = -100


@dataclass(frozen=True, slots=True)
class Labels:
    """The order of each head's outputs."""

    types: tuple[str, ...]
    acts: tuple[tuple[str, str | None], ...]
    contexts: tuple[str, ...]
    statuses: tuple[str, ...]

    @classmethod
    def of(cls, codebook: Codebook) -> Labels:
        """Every type with each of its modes and without any, and "no event"."""
        acts = [(name, mode) for name, kind in codebook.types.items() for mode in (None, *kind.modes)]
        return cls((*codebook.types, NOTHING), (*acts, (NOTHING, None)), tuple(codebook.contexts), STATUSES)


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some examples, padded to one length."""

    ids: Tensor
    source: Tensor
    target: Tensor
    type: Tensor
    act: Tensor
    contexts: Tensor
    status: Tensor
    rows: list[int]


def collate(
    examples: Sequence[Example], encoded: Sequence[Encoded], rows: list[int], labels: Labels
) -> Batch:
    """Tensors of the examples with those numbers."""
    longest = max(len(encoded[row].ids) for row in rows)
    chosen = [examples[row] for row in rows]
    return Batch(
        ids=torch.tensor([[*encoded[row].ids, *[0] * (longest - len(encoded[row].ids))] for row in rows]),
        source=torch.tensor([encoded[row].source for row in rows]),
        target=torch.tensor([encoded[row].target for row in rows]),
        type=torch.tensor([labels.types.index(e.type) for e in chosen]),
        act=torch.tensor([labels.acts.index((e.type, e.mode)) for e in chosen]),
        contexts=torch.tensor([[float(name in e.contexts) for name in labels.contexts] for e in chosen]),
        status=torch.tensor([labels.statuses.index(e.status) if e.status else UNLABELLED for e in chosen]),
        rows=rows,
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """One text without marks.

    `pairs` has the pieces at which a source begins and ends, then its target; 0 where none is named.
    """

    ids: tuple[int, ...]
    pairs: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Tensors of some readings.

    `sources` (batch, length, 2) are wanted chances of where a source begins and ends. The others have, for
    each pair of a reading, its row, its source's first piece, its target's ends, and its weight.
    """

    ids: Tensor
    sources: Tensor
    row: Tensor
    source: Tensor
    target: Tensor
    weight: Tensor


def readings(examples: Sequence[Example], pieces: WordPiece) -> list[Reading]:
    """Texts from which a reader is to find who acts on whom.

    Left out are those that mark two parties between whom nothing happens: others in them may well act.
    """
    sides: dict[str, list[tuple[Span | None, Span | None]]] = {}
    for example in examples:
        if example.type != NOTHING or (example.source is None and example.target is None):
            sides.setdefault(example.text, []).append((example.source, example.target))
    out = []
    for text, pairs in sides.items():
        located = pieces.locate(text, LONGEST)
        bounds_of = [(bounds(located, source), bounds(located, target)) for source, target in pairs]
        known = tuple((*source, *target) for source, target in bounds_of if source and target)
        if len(known) == len(pairs):
            out.append(Reading(located.ids, known))
    return out


def bounds(located: Located, span: Span | None) -> tuple[int, int] | None:
    """First and last piece of a span; (0, 0) for none named, None where it is cut off."""
    if span is None:
        return 0, 0
    inside = [
        n for n, word in enumerate(located.words) if word and word.start < span.end and span.start < word.end
    ]
    return (inside[0], inside[-1]) if inside and inside[-1] < len(located.ids) - 2 else None


def collate_readings(readings: Sequence[Reading]) -> Asked:
    """Tensors of some readings, padded to one length; the pairs of each weigh one together."""
    longest = max(len(reading.ids) for reading in readings)
    ids = torch.tensor([[*r.ids, *[0] * (longest - len(r.ids))] for r in readings])
    sources = torch.zeros(len(readings), longest, 2)
    pairs = [(row, pair, 1 / len(r.pairs)) for row, r in enumerate(readings) for pair in r.pairs]
    for row, pair, weight in pairs:
        sources[row, pair[0], 0] += weight
        sources[row, pair[1], 1] += weight
    return Asked(
        ids,
        sources,
        torch.tensor([row for row, _, _ in pairs]),
        torch.tensor([pair[0] for _, pair, _ in pairs]),
        torch.tensor([pair[2:] for _, pair, _ in pairs]),
        torch.tensor([weight for _, _, weight in pairs]),
    )


def encode_all(examples: Sequence[Example], pieces: WordPiece) -> list[Encoded]:
    """Pieces of each example."""
    return [pieces.encode(e.text, e.source, e.target, LONGEST) for e in examples]


def batches(lengths: Sequence[int], size: int, chance: random.Random | None) -> Iterator[list[int]]:
    """Row numbers in batches of like length; shuffled where chance is given."""
    rows = list(range(len(lengths)))
    if chance is not None:
        chance.shuffle(rows)
    step = size * 32
    pools = [sorted(rows[i : i + step], key=lengths.__getitem__) for i in range(0, len(rows), step)]
    out = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    if chance is not None:
        chance.shuffle(out)
    return iter(out)
