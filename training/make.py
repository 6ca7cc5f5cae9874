"""From the corpus to src/dragoman/models: fit, export, calibrate. The same corpus gives the same model.

    python training/make.py [--scratch FOLDER]

Fixed threads, fixed seeds and a fixed order of batches make it deterministic on one kind of processor.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FREE = ["africa", "europe", "levant", "north", "southasia", "neighbours", "crossing", "docket", "slang"]
PLAIN = ["plain", "sober", "bureau"]
LATER = ["gazette", "monitor"]
"""Batches in the ordinary words of the news. They are read twice an epoch: most news is as plain as they are,
and the other batches avoid these words on purpose."""
IDLE = ["idle"]
NOUNS, HINGE, FORCE, LAST = ["nominal"], ["hinge"], ["force"], ["leads", "margins", "mirage", "chronicle"]
DEV = "pacific"
"""What calibrates; nothing is fitted on it, nor on what measures: `latin` and `annals`."""
ALL = [*FREE, *IDLE, *PLAIN, *LATER, *NOUNS]
GENTLY = ("--epochs", "1", "--rate", "1e-4", "--heads", "type=1,act=1,contexts=20,status=0.5,roles=2")
STEPS = (
    ("--epochs", "4", "--rate", "2e-4", "--threads", "2", "--train", [*FREE, *PLAIN, *PLAIN]),
    ("--epochs", "2", "--rate", "1e-4", "--threads", "1", "--train", [*FREE, *IDLE, *PLAIN, *LATER, *LATER],
     "--heads", "type=1,act=1,contexts=20,status=0.5,roles=1"),
    (*GENTLY, "--threads", "1", "--train", ALL),
    (*GENTLY, "--threads", "2", "--train", [*ALL, *HINGE, *HINGE]),
    (*GENTLY, "--threads", "2", "--train", [*ALL, *HINGE, *FORCE, *FORCE]),
    (*GENTLY, "--threads", "2", "--train", [*ALL, *HINGE, *FORCE, *LAST]),
)  # fmt: skip
"""The network is fitted in steps, each from where the last one ended, with batches that were written since; a
new one is read twice at first. From the second step on contexts, which lag behind, weigh more. The order of
additions depends on the number of threads."""


def main() -> None:
    """Run the steps."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scratch", type=Path, default=HERE.parent / "out")
    args = parser.parse_args()
    args.scratch.mkdir(parents=True, exist_ok=True)
    begun: list[str] = []
    for number, step in enumerate(STEPS):
        fitted = str(args.scratch / f"classifier{number}.pt")
        options = [",".join(option) if isinstance(option, list) else option for option in step]
        run("fit.py", "--out", fitted, "--dev", DEV, *begun, *options)
        begun = ["--start", fitted]
    run("context_words.py")
    run("export.py", fitted)
    run("card.py", fitted, "--dev", DEV)


def run(script: str, *options: str) -> None:
    """Run one step; its failure ends the making."""
    subprocess.run([sys.executable, str(HERE / script), *options], check=True)  # noqa: S603  # our own scripts


if __name__ == "__main__":
    main()
