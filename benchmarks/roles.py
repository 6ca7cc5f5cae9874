"""Whether proposals join the right two noun phrases, over batches of the training corpus.

    python benchmarks/roles.py [BATCH ...] [--encoder] [--misses N]
    python benchmarks/roles.py --fit [--to FILE]

Counted are the lines that name an event and mark both parties. A phrase is right when its head lies in the
mark and it covers the mark as well as any noun phrase of the sentence does, or at least by half (tokens of
both over tokens of either). A proposal is right when both its phrases are. `--encoder` asks the classifier
about the three best proposals of each sentence and counts how often the one that it finds likeliest joins a
marked pair. `--fit` makes the weights anew from the other batches (see `roles_fit.py`). The batches
`latin` and `europe` are for reporting alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebooks import load_codebook
from dragoman.extract.deeds_nouns import Nouns
from dragoman.extract.lexicon import load_lexicon
from dragoman.extract.participants import Participants
from dragoman.extract.proposals import WEIGHTS, Proposal, Proposer
from dragoman.extract.proposals_phrases import Phrase, phrases
from dragoman.knowledge import load_knowledge
from dragoman.models import Question, load_classifier
from dragoman.parse import EnglishParser, Tree
from dragoman.read import read_text
from dragoman.records import Span
from dragoman.resolve import resolve

sys.path.append(str(Path(__file__).resolve().parents[1] / "training"))

from corpus import NOTHING, Example, read_corpus  # from the folder just added

REPORTED = ("latin", "europe")
LIMIT = 10
ASKED = 3
HALF = 0.5


@dataclass(slots=True)
class Sentence:
    """One text of the corpus, parsed, with the pairs that are marked in it."""

    tree: Tree
    nouns: Nouns
    pairs: list[tuple[Span, Span]]
    text: str


def main() -> None:
    """Parse the command line and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("batches", nargs="*", default=REPORTED)
    parser.add_argument("--encoder", action="store_true", help="let the classifier choose among three")
    parser.add_argument("--misses", type=int, default=0, help="print this many lines that no proposal meets")
    parser.add_argument("--fit", action="store_true", help="make the weights anew")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="where to write them")
    args = parser.parse_args()
    if args.fit:
        from roles_fit import fit

        fit(args.to)
        return
    print("| batch | lines | at 1 | at 2 | at 3 | at 10 | chosen, right |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for batch in args.batches:
        measure(batch, choose=args.encoder, misses=args.misses)


def measure(batch: str, *, choose: bool, misses: int) -> None:
    """Print one batch's row."""
    hits: Counter[int] = Counter()
    lines = chosen = texts = 0
    for sentence in sentences(read_corpus([batch])):
        proposer = Proposer(sentence.nouns)
        found = [p for n in range(len(sentence.tree.sents)) for p in proposer.propose(n, LIMIT)]
        found.sort(key=lambda p: -p.chance)
        texts += 1
        for pair in sentence.pairs:
            lines += 1
            place = next((n for n, p in enumerate(found) if is_right(sentence, p, pair)), LIMIT)
            hits.update(range(place + 1, LIMIT + 1))
            if place >= ASKED and misses > 0:
                misses -= 1
                print_miss(sentence, found, pair)
        if choose and found:
            best = likeliest(sentence, found[:ASKED])
            chosen += any(is_right(sentence, best, pair) for pair in sentence.pairs)
    shares = " | ".join(f"{hits[n] / lines:.3f}" for n in (1, 2, 3, 10))
    print(f"| {batch} | {lines:,} | {shares} | {f'{chosen / texts:.3f}' if choose else '–'} |")


def sentences(examples: Iterable[Example]) -> Iterator[Sentence]:
    """Texts with at least one event between two marked parties."""
    marked: dict[str, list[tuple[Span, Span]]] = {}
    for example in examples:
        if example.type != NOTHING and example.source is not None and example.target is not None:
            marked.setdefault(example.text, []).append((example.source, example.target))
    knowledge, lexicon = load_knowledge(), load_lexicon(load_codebook())
    documents = [read_text(text, f"text {number}") for number, text in enumerate(marked)]
    for document, tree in zip(documents, EnglishParser().parse(documents), strict=True):
        resolved = resolve(document, tree, knowledge)
        nouns = Nouns(Participants(resolved, knowledge), lexicon)
        yield Sentence(tree, nouns, marked[document.text], document.text)


def overlap(tree: Tree, phrase: Phrase, mark: Span) -> float:
    """Share of the code points of a phrase and a mark that both have; 0 where the head is outside."""
    if tree.start[phrase.head] < mark.start or tree.end[phrase.head] > mark.end:
        return 0.0
    start, end = tree.start[phrase.first], tree.end[phrase.last - 1]
    common = min(end, mark.end) - max(start, mark.start)
    return max(0, common) / (max(end, mark.end) - min(start, mark.start))


def right_phrases(tree: Tree, mark: Span) -> set[Phrase]:
    """The phrases that stand for a mark."""
    shares = {phrase: overlap(tree, phrase, mark) for phrase in phrases(tree, 0, len(tree))}
    most = max(shares.values(), default=0.0)
    return {phrase for phrase, share in shares.items() if share and (share >= HALF or share == most)}


def is_right(sentence: Sentence, proposal: Proposal, pair: tuple[Span, Span]) -> bool:
    """Whether both phrases of a proposal are right."""
    sides = zip((proposal.source, proposal.target), pair, strict=True)
    return all(phrase in right_phrases(sentence.tree, mark) for phrase, mark in sides)


def likeliest(sentence: Sentence, found: list[Proposal]) -> Proposal:
    """The proposal that the classifier finds likeliest to be an event, weighed by its own chance."""
    tree = sentence.tree
    questions = [
        Question(sentence.text, phrase_span(tree, p.source), phrase_span(tree, p.target)) for p in found
    ]
    answers = load_classifier().classify(questions)
    best = max(range(len(found)), key=lambda n: answers[n].event * found[n].chance)
    return found[best]


def phrase_span(tree: Tree, phrase: Phrase) -> Span:
    """A phrase's code points."""
    return Span(tree.start[phrase.first], tree.end[phrase.last - 1])


def print_miss(sentence: Sentence, found: list[Proposal], pair: tuple[Span, Span]) -> None:
    """A line that no proposal meets, with what was proposed."""
    print(sentence.text)
    print(f"    marked: {pair[0].of(sentence.text)} -> {pair[1].of(sentence.text)}")
    for proposal in found[:ASKED]:
        source, target = (
            phrase_span(sentence.tree, phrase).of(sentence.text)
            for phrase in (proposal.source, proposal.target)
        )
        print(f"    {proposal.chance:.2f} {source} -> {target} ({sentence.tree.words[proposal.trigger]})")


if __name__ == "__main__":
    main()
