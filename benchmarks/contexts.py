"""How well the words of a sentence tell its contexts: cues of the codebook, and the linear model of words.

    python benchmarks/contexts.py [BATCH ...]

Over sentences of the corpus that tell of an event; name batches that nothing was fitted on. `model` is given
from a chance of .2, .35 (as in documents, where cues count too) and .5. The last column is the time for one
sentence.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from dragoman.codebooks import load_codebook
from dragoman.extract.context_cues import ContextFinder, context_finder
from dragoman.extract.context_words import ContextWords, context_words
from dragoman.extract.contexts import LIKELY, SENTENCE_NEEDS

sys.path.append(str(Path(__file__).resolve().parents[1] / "training"))

from corpus import NOTHING, read_corpus  # from the folder just added

HELD = ("latin", "pacific")


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("batches", nargs="*", default=HELD)
    args = parser.parse_args()
    codebook = load_codebook()
    finder, model = context_finder(codebook), context_words(codebook)
    if model is None:
        raise SystemExit("The table of weights is not of this codebook's contexts.")
    ways: dict[str, Callable[[str], set[str]]] = {
        "cues": lambda text: by_cues(finder, text),
        **{
            f"model from {least}": lambda text, least=least: by_words(model, finder, text, least)  # type: ignore[misc]
            for least in (0.2, LIKELY, 0.5)
        },
        "cues and model": lambda text: by_cues(finder, text) | by_words(model, finder, text, LIKELY),
    }
    print("| batch | sentences | by | precision | recall | micro-F1 | µs |")
    print("| --- | ---: | --- | ---: | ---: | ---: | ---: |")
    for batch in args.batches:
        told = {e.text: set(e.contexts) for e in read_corpus([batch]) if e.type != NOTHING}
        for name, way in ways.items():
            print(f"| {batch} | {len(told):,} | {name} | {measure(list(told.items()), way)} |")


def measure(told: Sequence[tuple[str, set[str]]], way: Callable[[str], set[str]]) -> str:
    """Precision, recall, F1 and time of one way, as cells."""
    begun = time.perf_counter()
    given = [way(text) for text, _ in told]
    spent = (time.perf_counter() - begun) / len(told) * 1e6
    hit = sum(len(a & b) for a, (_, b) in zip(given, told, strict=True))
    said, gold = sum(map(len, given)), sum(len(b) for _, b in told)
    return f"{hit / said:.3f} | {hit / gold:.3f} | {2 * hit / (said + gold):.3f} | {spent:.0f}"


def by_cues(finder: ContextFinder, text: str) -> set[str]:
    """Contexts with a cue, or two hints, in a sentence."""
    weights: dict[int, int] = {}
    for context, weight, _ in {cue[1:] for cue in finder.cues(text)}:
        weights[context] = weights.get(context, 0) + weight
    return {finder.names[context] for context, weight in weights.items() if weight >= SENTENCE_NEEDS}


def by_words(model: ContextWords, finder: ContextFinder, text: str, least: float) -> set[str]:
    """Contexts that the model gives from a chance on."""
    chances = 1 / (1 + np.exp(-model.scores([text])[0]))
    return {name for name, chance in zip(finder.names, chances, strict=True) if chance >= least}


if __name__ == "__main__":
    main()
