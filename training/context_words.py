"""Fit the linear model of contexts: src/dragoman/extract/context_words.tsv.

    python training/context_words.py [--train a,b,…] [--test latin,pacific]

Logistic regression with a penalty on the size of the weights (Tibshirani 1996, the lasso), by Adam. Contexts
judge a sentence whichever parties are marked (CONTEXTS.md), so each sentence is read once.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from corpus import FOLDER, NOTHING, read_corpus
from dragoman.codebooks import load_codebook
from dragoman.extract.context_cues import context_finder
from dragoman.extract.context_words import HUNDREDTHS, PATH, features

EPOCHS, SIZE, RATE = 8, 256, 0.02
PENALTY = 4.0
"""Of the mean size of all weights."""
RARE = 3
"""Sentences in which a feature must stand."""
SMALL = 0.05
"""Weights that are left out."""
HELD = "latin,pacific,annals"


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--train", default="", help="batches; all but those that test when empty")
    parser.add_argument("--test", default=HELD)
    parser.add_argument("--out", type=Path, default=PATH)
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    held = args.test.split(",")
    every = [path.stem for path in sorted(FOLDER.glob("*.txt"))]
    train = args.train.split(",") if args.train else [name for name in every if name not in held]
    sentences = read(train)
    seen = Counter(feature for words, _ in sentences for feature in words)
    known = {feature: n for n, feature in enumerate(f for f, count in sorted(seen.items()) if count >= RARE)}
    weights, bias = fit(sentences, known)
    for name in held:
        print(f"{name}: micro-F1 {micro_f1(read([name]), known, weights, bias):.3f}")
    write(args.out, known, weights, bias)


def read(names: list[str]) -> list[tuple[list[str], Tensor]]:
    """Features and contexts of each sentence that tells of an event."""
    codebook = load_codebook()
    finder, contexts = context_finder(codebook), list(codebook.contexts)
    told = {e.text: e.contexts for e in read_corpus(names) if e.type != NOTHING}
    return [
        (
            sorted(features(text, finder.cues(text), contexts)),
            torch.tensor([float(name in given) for name in contexts]),
        )
        for text, given in told.items()
    ]


def fit(sentences: list[tuple[list[str], Tensor]], known: dict[str, int]) -> tuple[Tensor, Tensor]:
    """Weights (features, contexts) and biases."""
    wanted = torch.stack([contexts for _, contexts in sentences])
    rows = [numbers(words, known) for words, _ in sentences]
    bag = nn.EmbeddingBag(len(known), wanted.shape[1], mode="sum")
    nn.init.zeros_(bag.weight)
    bias = nn.Parameter(torch.full((wanted.shape[1],), -3.0))
    optimizer = torch.optim.Adam([bag.weight, bias], lr=RATE)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for some in torch.randperm(len(rows)).split(SIZE):
            logits = score(bag.weight, bias, [rows[n] for n in some.tolist()])
            fault = functional.binary_cross_entropy_with_logits(logits, wanted[some], reduction="sum")
            value = fault / len(some) + PENALTY * wanted.shape[1] * bag.weight.abs().mean()
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
    return bag.weight.detach(), bias.detach()


def numbers(words: list[str], known: dict[str, int]) -> Tensor:
    """Numbers of the features that the model knows."""
    return torch.tensor([known[word] for word in words if word in known], dtype=torch.long)


def score(weights: Tensor, bias: Tensor, rows: list[Tensor]) -> Tensor:
    """Logits of some sentences."""
    starts = torch.tensor([0, *(len(row) for row in rows[:-1])]).cumsum(0)
    return functional.embedding_bag(torch.cat(rows), weights, starts, mode="sum") + bias


def micro_f1(
    sentences: list[tuple[list[str], Tensor]], known: dict[str, int], weights: Tensor, bias: Tensor
) -> float:
    """F1 over all contexts at a chance of a quarter."""
    given = torch.sigmoid(score(weights, bias, [numbers(words, known) for words, _ in sentences])) >= 0.25
    gold = torch.stack([contexts for _, contexts in sentences]) > 0
    return 2 * float((given & gold).sum()) / float(given.sum() + gold.sum())


def write(path: Path, known: dict[str, int], weights: Tensor, bias: Tensor) -> None:
    """Write the table; weights that are as good as nothing are left out."""
    names = list(load_codebook().contexts)
    hundredths = (weights * HUNDREDTHS).round().to(torch.int).tolist()
    lines = ["\t".join(f"{name}:{round(HUNDREDTHS * float(b))}" for name, b in zip(names, bias, strict=True))]
    for feature, number in known.items():
        row = hundredths[number]
        entries = [f"{n}:{value}" for n, value in enumerate(row) if abs(value) >= SMALL * HUNDREDTHS]
        if entries:
            lines.append("\t".join([feature, *entries]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
