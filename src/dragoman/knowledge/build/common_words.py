"""Build `common_words.csv`: words of English that need no capital, so that a capital says something.

A word is in where WordNet's tagged texts or the press releases of the US State Department (public domain)
write it in small letters, and not where the releases write it with a capital nine times out of ten ("brown"
the colour, mostly Brown the surname). A given name ("maria", the dark plains of the Moon) is in only where
the releases write it small.

    python -m dragoman.knowledge.build.common_words --wordnet DIR

DIR is WordNet's folder `dict`, such as Debian's package `wordnet-base` installs.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.knowledge.build.person_nouns import read_synsets
from dragoman.knowledge.build.writing import SHARED, Source, write_table
from dragoman.knowledge.load import GIVEN_NAME_COLUMNS
from dragoman.knowledge.tables import read_csv

SOURCE = Source(
    producer="Princeton University; United States Department of State",
    title="WordNet 3.0, lemmas of tagged texts; press releases of May to August 2021, words in small letters",
    url="https://wordnet.princeton.edu/",
    licence="WordNet 3.0 licence (free use with its notice); public domain (17 USC 105)",
    accessed="2026-11-24",
    built_by="build/common_words.py",
    min_rows=20_000,
    max_rows=80_000,
)

RELEASES = SHARED / "data" / "statedept" / "statedept_2021.jsonl"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?:;”\"])\s+|\n")
SMALL_SHARE = 0.1
"""Least share of a word's occurrences in small letters,"""
RARE = 4
"""counted where it occurs with a capital at least so often."""


def main() -> None:
    """Write the table and its source file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, required=True, help="WordNet's folder of data files")
    small, capital = count_cases()
    words = set(small) | {form for lemma in lemmas(parser.parse_args().wordnet) for form in inflected(*lemma)}
    given = {row[0].lower() for row in read_csv("given_names", GIVEN_NAME_COLUMNS)}
    kept = {
        word
        for word in words
        if len(word) > 1
        and word.isalpha()
        and not is_name(small[word], capital[word])
        and (small[word] or word not in given)
    }
    size = write_table("common_words", ("word",), [(word,) for word in kept], SOURCE)
    print("common_words.csv:", size, "words")


def is_name(small: int, capital: int) -> bool:
    """Whether the releases write a word with a capital so often that it is mostly a name."""
    return capital >= RARE and small < SMALL_SHARE * (small + capital)


def count_cases() -> tuple[Counter[str], Counter[str]]:
    """How often the releases write each word small and with a capital, sentence openings left out."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    with RELEASES.open(encoding="utf-8") as lines:
        for line in lines:
            for sentence in SENTENCE_END.split(json.loads(line)["text"]):
                for word in WORD.findall(sentence)[1:]:
                    (small if word[0].islower() else capital)[word.lower()] += 1
    return small, capital


def lemmas(folder: Path) -> Iterator[tuple[str, str]]:
    """Word and part of speech of every lemma of one word that the tagged texts hold, common ones only."""
    tagged = {
        line.split()[0].partition("%")[0::2]
        for line in (folder / "cntlist.rev").read_text("ascii").splitlines()
    }
    parts = {"noun": "1", "verb": "2", "adj": "35", "adv": "4"}
    for part, numbers in parts.items():
        common = read_synsets(folder / f"data.{part}")[1]
        for word, rest in tagged:
            if rest[0] in numbers and word.isalpha() and word in common:
                yield word, part


def inflected(word: str, part: str) -> Iterator[str]:
    """The word with its regular endings."""
    yield word
    if part not in {"noun", "verb"}:
        return
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        yield word[:-1] + "ies"
    else:
        yield word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if part == "verb":
        stem = word.removesuffix("e")
        yield stem + "ing"
        yield (word[:-1] + "ied") if word.endswith("y") and word[-2:-1] not in "aeiou" else stem + "ed"


if __name__ == "__main__":
    main()
