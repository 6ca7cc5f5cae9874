"""The training corpus: its files, checked on the way in, and what is in them.

python training/corpus.py            lines, words, distinct n-grams, near-duplicates
python training/corpus.py NAME       faults of one batch and what it lacks
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebooks import Codebook, load_codebook
from dragoman.records import Span

FOLDER = Path(__file__).resolve().parent / "corpus"
STATUSES = ("occurred", "ongoing", "planned", "hypothetical", "negated", "historical")
NOTHING = "NONE"
FIELDS = 5
MARK = re.compile(r"</?[st]>")
NEAR = 0.6
"""Jaccard similarity of word triples from which two sentences count as near-duplicates."""


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled sentence. Spans are code points into `text`; an actor that is not named is None."""

    batch: str
    number: int
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    status: str | None
    text: str
    source: Span | None
    target: Span | None


class CorpusError(ValueError):
    """A line of the corpus that breaks its form."""


def read_corpus(names: Iterable[str] | None = None) -> list[Example]:
    """Every example of the named batches, or of all, in order.

    Raises:
        CorpusError: At the first malformed line.
    """
    paths = sorted(FOLDER.glob("*.txt")) if names is None else [FOLDER / f"{name}.txt" for name in names]
    codebook = load_codebook()
    return [example for path in paths for example in read_batch(path, codebook)]


def read_batch(path: Path, codebook: Codebook) -> Iterator[Example]:
    """The examples of one file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield parse_line(line, path.stem, number, codebook)


def parse_line(line: str, batch: str, number: int, codebook: Codebook) -> Example:
    """`TYPE|mode|contexts|status|sentence with <s>…</s> and <t>…</t>` → its example."""
    fields = line.split("|")
    where = f"{batch}, line {number}"
    if len(fields) != FIELDS:
        raise CorpusError(f"{where}: {len(fields)} fields, not {FIELDS}")
    kind, mode, listed, status, marked = fields
    contexts = tuple(name for name in listed.split(",") if name)
    if kind == NOTHING:
        if mode or contexts or status:
            raise CorpusError(f"{where}: {NOTHING} takes no mode, contexts or status")
    else:
        known = codebook.types.get(kind)
        if known is None or (mode and mode not in known.modes):
            raise CorpusError(f"{where}: no {kind}/{mode}")
        if status not in STATUSES or any(name not in codebook.contexts for name in contexts):
            raise CorpusError(f"{where}: status {status!r} or contexts {listed!r}")
    text, source, target = unmark(marked, where)
    if kind != NOTHING and source is None and target is None:
        raise CorpusError(f"{where}: neither actor is marked")
    return Example(batch, number, kind, mode or None, contexts, status or None, text, source, target)


def unmark(marked: str, where: str) -> tuple[str, Span | None, Span | None]:
    """A sentence without its marks, and where source and target stand in it."""
    text, opened, found, at = "", dict[str, int](), dict[str, Span](), 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        at, side = match.end(), match.group()[-2]
        if match.group()[1] != "/":
            if opened.keys() - found.keys() or side in opened:
                raise CorpusError(f"{where}: mark <{side}> inside another, or twice")
            opened[side] = len(text)
        elif side not in opened or opened[side] == len(text):
            raise CorpusError(f"{where}: mark </{side}> closes nothing")
        else:
            found[side] = Span(opened[side], len(text))
    if opened.keys() != found.keys():
        raise CorpusError(f"{where}: a mark is not closed")
    return text + marked[at:], found.get("s"), found.get("t")


def words_of(text: str) -> list[str]:
    """Lower-case words."""
    return re.findall(r"\w+", text.lower())


def distinct(texts: Iterable[str], n: int) -> float:
    """Share of n-grams of words that differ from all others."""
    grams = Counter(gram for text in texts for gram in _grams(words_of(text), n))
    return len(grams) / max(1, grams.total())


def near_duplicates(texts: list[str]) -> int:
    """Texts that share at least `NEAR` of their word triples with an earlier, different one."""
    where: dict[tuple[str, ...], list[int]] = {}
    sets = [set(_grams(words_of(text), 3)) for text in texts]
    count = 0
    for number, grams in enumerate(sets):
        common = Counter(other for gram in grams for other in where.get(gram, ()))
        union = (len(grams) + len(sets[other]) - shared for other, shared in common.items())
        count += any(s / u >= NEAR for s, u in zip(common.values(), union, strict=True))
        for gram in grams:
            where.setdefault(gram, []).append(number)
    return count


def _grams(words: list[str], n: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def main() -> None:
    """Print the corpus in figures, a batch a line."""
    names = sys.argv[1:] or sorted(path.stem for path in FOLDER.glob("*.txt"))
    print("| batch | lines | sentences | no event | words each | distinct-2 | distinct-3 | near-duplicates |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    every: list[Example] = []
    for name in names:
        examples = read_corpus([name])
        every += examples
        print(row(name, examples))
    if len(names) > 1:
        print(row("all", every))
    modes = Counter((example.type, example.mode) for example in every)
    rare = [f"{kind}/{mode} {n}" for (kind, mode), n in modes.items() if mode and n < 60]
    print("\nstatus:", dict(Counter(e.status for e in every if e.status)))
    print("types:", dict(Counter(e.type for e in every)))
    print("modes with fewer than 60:", ", ".join(rare) or "none")


def row(name: str, examples: list[Example]) -> str:
    """One batch as a row of the table."""
    texts = list(dict.fromkeys(example.text for example in examples))
    nothing = sum(example.type == NOTHING for example in examples)
    length = sum(len(words_of(text)) for text in texts) / max(1, len(texts))
    figures = f"{len(examples):,} | {len(texts):,} | {nothing:,} | {length:.1f} | {distinct(texts, 2):.3f}"
    return f"| {name} | {figures} | {distinct(texts, 3):.3f} | {near_duplicates(texts)} |"


if __name__ == "__main__":
    main()
