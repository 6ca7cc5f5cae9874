"""Words go to stderr, a sentence a line."""

from __future__ import annotations

import os
import sys


def say(sentence: str) -> None:
    """Write one sentence to stderr; where there is none, there is nobody to tell."""
    if sys.stderr is not None:
        sys.stderr.write(f"dragoman: {_printable(sentence)}\n")
        sys.stderr.flush()


def _printable(sentence: str) -> str:
    """The sentence in one line, without control characters that a file name may hold."""
    line = "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in sentence
    )
    encoding = sys.stderr.encoding or "ascii"
    return line.encode(encoding, "replace").decode(encoding)


def silence_stdout() -> None:
    """Point stdout nowhere, so that Python's last flush cannot fail on a pipe that nobody reads."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
