"""The card of a model: its labels, its calibration, what it was made from.

    python training/card.py FITTED.pt [--dev pacific]

The temperature, what hints add and the threshold of contexts are those that fit the dev batch best; nothing
was fitted on it.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from pathlib import Path

import msgspec
import torch
from torch import Tensor
from torch.nn import functional

from corpus import FOLDER, NOTHING, read_corpus
from dragoman.classify import load_hints
from dragoman.codebooks import load_codebook
from dragoman.extract.context_cues import context_finder
from dragoman.extract.context_words import PATH, ContextWords, read_weights
from dragoman.models.classifier import CARD, Card, Hint, Question
from dragoman.models.wordpiece import WordPiece, read_vocabulary
from export import OUT, load
from fit import answers
from labels import LONGEST, Labels, encode_all
from network import base_folder

LEVELS = 3
"""Of hints, as in `dragoman.models.Hint`."""


def main() -> None:
    """Calibrate and write the card."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("fitted", type=Path)
    parser.add_argument("--dev", default="pacific")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    names = torch.load(args.fitted)["train"]
    labels = Labels.of(load_codebook())
    examples = read_corpus([args.dev])
    pieces = WordPiece(read_vocabulary(base_folder() / "vocab.txt"))
    found = answers(load(args.fitted), examples, encode_all(examples, pieces), labels)
    gold = torch.tensor([labels.types.index(e.type) for e in examples])
    acts = [row for row, e in enumerate(examples) if e.type != NOTHING]
    hints = load_hints().of([Question(e.text, e.source, e.target) for e in examples])
    heat, added = calibrate(found["type"], gold, said(hints, labels.types))
    contexts = torch.tensor([[name in examples[row].contexts for name in labels.contexts] for row in acts])
    linear = ContextWords(read_weights(PATH), context_finder(load_codebook()))
    words = torch.from_numpy(linear.scores([examples[row].text for row in acts]))
    card = Card(
        version=digest(names)[:12],
        corpus=digest(names),
        batches=tuple(names),
        types=labels.types,
        acts=labels.acts,
        contexts=labels.contexts,
        statuses=labels.statuses,  # type: ignore[arg-type]
        heat=heat,
        hints=(added[0], added[1], added[2]),
        context_threshold=threshold(torch.sigmoid(found["contexts"][acts]), contexts),
        context_mix=mix(found["contexts"][acts], words, contexts),
        longest=LONGEST,
    )
    (args.out / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")
    print(f"{card.version}: heat {card.heat}, contexts from {card.context_threshold}")


def digest(names: list[str]) -> str:
    """SHA-256 of the batches that a model was fitted on."""
    return hashlib.sha256(b"".join((FOLDER / f"{name}.txt").read_bytes() for name in names)).hexdigest()


def said(hints: list[Hint | None], types: tuple[str, ...]) -> Tensor:
    """Hints as (row, type, level), 1 where the lexicon says so."""
    out = torch.zeros(len(hints), len(types), LEVELS)
    for row, hint in enumerate(hints):
        if hint is not None:
            out[row, types.index(hint.type), hint.level] = 1
    return out


def calibrate(logits: Tensor, gold: Tensor, hints: Tensor) -> tuple[float, list[float]]:
    """The temperature, and what each level of hint adds, under which the right types are likeliest."""
    heat = torch.zeros(1, requires_grad=True)
    added = torch.ones(LEVELS, requires_grad=True)
    optimizer = torch.optim.LBFGS([heat, added], max_iter=100)

    def loss() -> Tensor:
        optimizer.zero_grad()
        value = functional.cross_entropy(logits / heat.exp() + hints @ added, gold)
        value.backward()
        return value

    optimizer.step(loss)
    return round(float(heat.detach().exp()), 3), [round(value, 3) for value in added.detach().tolist()]


def mix(encoder: Tensor, words: Tensor, gold: Tensor) -> tuple[float, float, float]:
    """Weights of both logits, and what is added, so that sums from 0 give contexts of the best micro-F1."""
    weights = torch.tensor([1.0, 1.0, 0.0], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=100)

    def loss() -> Tensor:
        optimizer.zero_grad()
        logits = weights[0] * encoder + weights[1] * words + weights[2]
        value = functional.binary_cross_entropy_with_logits(logits, gold.float())
        value.backward()
        return value

    optimizer.step(loss)
    a, b, c = weights.detach().tolist()
    least = threshold(torch.sigmoid(a * encoder + b * words + c), gold)
    return round(a, 3), round(b, 3), round(c - math.log(least / (1 - least)), 3)


def threshold(chances: Tensor, gold: Tensor) -> float:
    """The chance from which contexts are given, for the best micro-F1."""

    def f1(least: float) -> float:
        given = chances >= least
        return 2 * float((given & gold).sum()) / float(given.sum() + gold.sum())

    return max((round(0.1 + 0.02 * step, 2) for step in range(30)), key=f1)


if __name__ == "__main__":
    main()
