"""The card of a model: its labels, its calibration, what it was made from.

    python training/card.py FITTED.pt [--dev pacific]

The temperature and the threshold of contexts are those that fit the dev batch best; nothing was fitted on it.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import msgspec
import torch
from torch import Tensor
from torch.nn import functional

from corpus import FOLDER, NOTHING, read_corpus
from dragoman.codebooks import load_codebook
from dragoman.models.classifier import CARD, Card
from dragoman.models.wordpiece import WordPiece, read_vocabulary
from export import OUT, load
from fit import answers
from labels import LONGEST, Labels, encode_all
from network import base_folder


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
    contexts = torch.tensor([[name in examples[row].contexts for name in labels.contexts] for row in acts])
    card = Card(
        version=digest(names)[:12],
        corpus=digest(names),
        batches=tuple(names),
        types=labels.types,
        acts=labels.acts,
        contexts=labels.contexts,
        statuses=labels.statuses,  # type: ignore[arg-type]
        heat=heat(found["type"], gold),
        context_threshold=threshold(torch.sigmoid(found["contexts"][acts]), contexts),
        longest=LONGEST,
    )
    (args.out / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(card), indent=1) + b"\n")
    print(f"{card.version}: heat {card.heat}, contexts from {card.context_threshold}")


def digest(names: list[str]) -> str:
    """SHA-256 of the batches that a model was fitted on."""
    return hashlib.sha256(b"".join((FOLDER / f"{name}.txt").read_bytes() for name in names)).hexdigest()


def heat(logits: Tensor, gold: Tensor) -> float:
    """The temperature under which the right types are likeliest."""
    heats = [0.5 + 0.05 * step for step in range(50)]
    return round(min(heats, key=lambda h: float(functional.cross_entropy(logits / h, gold))), 2)


def threshold(chances: Tensor, gold: Tensor) -> float:
    """The chance from which contexts are given, for the best micro-F1."""

    def f1(least: float) -> float:
        said = chances >= least
        return 2 * float((said & gold).sum()) / float(said.sum() + gold.sum())

    return max((round(0.1 + 0.02 * step, 2) for step in range(30)), key=f1)


if __name__ == "__main__":
    main()
