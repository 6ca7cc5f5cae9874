"""From the corpus to src/dragoman/models: fit, export, calibrate. The same corpus gives the same model.

    python training/make.py [--scratch FILE]

One thread, fixed seeds and a fixed order of batches make it deterministic on one kind of processor.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FREE = ["africa", "europe", "levant", "north", "southasia", "neighbours", "crossing", "docket"]
PLAIN = ["plain", "sober"]
"""Batches in the ordinary words of the news. They are read twice an epoch: most news is as plain as they are,
and the other batches avoid these words on purpose."""
DEV, TEST = "pacific", "latin"
"""What calibrates, and what measures; nothing is fitted on either."""


def main() -> None:
    """Run the three steps."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scratch", type=Path, default=HERE.parent / "out" / "classifier.pt")
    args = parser.parse_args()
    args.scratch.parent.mkdir(parents=True, exist_ok=True)
    batches = ",".join([*FREE, *PLAIN, *PLAIN])
    fitted = str(args.scratch)
    run("fit.py", "--out", fitted, "--train", batches, "--dev", DEV, "--epochs", "4", "--rate", "2e-4")
    run("export.py", fitted)
    run("card.py", fitted, "--dev", DEV)


def run(script: str, *options: str) -> None:
    """Run one step; its failure ends the making."""
    subprocess.run([sys.executable, str(HERE / script), *options], check=True)  # noqa: S603  # our own scripts


if __name__ == "__main__":
    main()
