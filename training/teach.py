"""What a fitted model says of the training sentences, for `fit.py --soft`: a student learns its chances.

python training/teach.py FITTED.pt --train a,b,… --out FILE
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from corpus import read_corpus
from dragoman.codebooks import load_codebook
from dragoman.models.wordpiece import WordPiece, read_vocabulary
from export import load
from fit import answers
from labels import Labels, encode_all
from network import base_folder


def main() -> None:
    """Answer, soften, save."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("fitted", type=Path)
    parser.add_argument("--train", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    examples = read_corpus(args.train.split(","))
    pieces = WordPiece(read_vocabulary(base_folder() / "vocab.txt"))
    found = answers(load(args.fitted), examples, encode_all(examples, pieces), Labels.of(load_codebook()))
    torch.save({name: torch.softmax(found[name], dim=1) for name in ("type", "act")}, args.out)


if __name__ == "__main__":
    main()
