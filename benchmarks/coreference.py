"""Coreference on GUM: pronoun accuracy and chains of persons and organizations.

    python benchmarks/coreference.py              the even documents of train and all of dev
    python benchmarks/coreference.py --half odd   the half that rules and weights were tuned on
    python benchmarks/coreference.py --fit        fit the weights on the odd half and write them

Settings: `end to end` is the raw text through parser and resolver. `gold mentions` gives the resolver GUM's
parse and mention boundaries with their types; names of one gold chain are one entity, every other link is the
resolver's own.

A pronoun counts where its gold chain has an earlier mention, of whatever kind: events, things and people
without a name included. It is right when the mention that it was pointed to is one of that chain; a "they"
whose gold antecedents are several chains is right when exactly these were found.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from coreference_fit import fit, write_weights
from coreference_gold import gold_phrases, gold_resolved
from coreference_gum import GoldMention, GumDocument, read_gum
from coreference_metrics import ChainScores
from dragoman.knowledge import Knowledge, load_knowledge
from dragoman.parse import EnglishParser
from dragoman.parse.tree import Tree
from dragoman.resolve.actors import find_actors
from dragoman.resolve.actors_scan import scan_document
from dragoman.resolve.coreference import LEAST_SCORE, Reading, add_coreference, read_discourse
from dragoman.resolve.coreference_discourse import Referent
from dragoman.resolve.coreference_gender import GROUP, NAME, PERSON, load_nouns
from dragoman.resolve.coreference_phrases import find_phrases
from dragoman.resolve.coreference_pronouns import THIRD, Choice
from dragoman.resolve.coreference_quotes import find_quotes
from dragoman.resolve.coreference_ranking import CLASS_NAMES, CLASS_OF, weight_vector
from dragoman.resolve.coreference_speakers import FIRST, FIRST_SINGULAR
from dragoman.resolve.dates import find_anchor, find_dates
from dragoman.resolve.resolved import Resolved

GUM = Path(__file__).resolve().parents[2] / "shared" / "data" / "gum"
NEWS = frozenset({"news", "speech"})
MARGINS = (0.0, 0.25, 0.5, 1.0, 2.0)

Gold = tuple[int | None, frozenset[int] | None]
"""A pronoun's chain if that has an earlier mention, and the chains it sums up if GUM gives any."""


class Run:
    """One document in one setting, read by the resolver."""

    def __init__(
        self, gum: GumDocument, resolved: Resolved, reading: Reading, product: Resolved | None = None
    ) -> None:
        self.gum = gum
        self.product = product
        self.resolved = resolved
        self.reading = reading
        self.at = mentions_at(gum)

    def pronouns(self) -> dict[int, Gold]:
        """Third-person pronouns that count, by token."""
        first: dict[int, int] = {}
        for mention in self.gum.mentions:
            first.setdefault(mention.chain, mention.first)
        found: dict[int, Gold] = {}
        tree = self.gum.tree
        for mention in self.gum.mentions:
            i = mention.first
            if not mention.pronoun or tree.lower[i] not in THIRD or tree.tag[i] not in {"PRP", "PRP$"}:
                continue
            split = self.gum.split.get((i, mention.chain))
            if first[mention.chain] < i:
                found[i] = (mention.chain, split)
            elif split:
                found[i] = (None, split)
        return found

    def right(self, referent: Referent, antecedent: int, gold: Gold, token: int) -> bool:
        """Whether the pronoun at `token` stands for the referent, found by its mention at `antecedent`."""
        chain, split = gold
        whole = bool(referent.parts) and any(antecedent in part.heads for part in referent.parts)
        if chain is not None and not whole and chain in self.chains(antecedent):
            return True
        if chain is not None and whole:
            for mention in self.gum.mentions:
                if mention.chain == chain and antecedent in mention.core and _covers(mention, referent.parts):
                    return True
        if split and referent.parts:
            last = [
                max((h for h in part.heads if h < token), default=part.heads[0]) for part in referent.parts
            ]
            return {chain for h in last for chain in self.chains(h)} == split
        return False

    def speaker_chains(self, speaker: str) -> set[int]:
        """The chain that the speaker's "I" is most often of."""
        tree = self.gum.tree
        said = Counter(
            chain
            for i, word in enumerate(tree.lower)
            if word in FIRST_SINGULAR and self.gum.speakers.get(tree.segment[tree.sent[i]]) == speaker
            for chain in self.chains(i)
        )
        return {said.most_common(1)[0][0]} if said else set()

    def chains(self, token: int) -> set[int]:
        """The chain of the smallest gold mention that the token heads."""
        mention = self.at.get(token)
        return set() if mention is None else {mention.chain}


def _covers(mention: GoldMention, parts: Sequence[Referent]) -> bool:
    return all(any(mention.first <= h < mention.last for h in part.heads) for part in parts)


def mentions_at(gum: GumDocument) -> dict[int, GoldMention]:
    """The smallest gold mention with each token in its minimal span, else the smallest around the token."""
    best: dict[int, tuple[int, int, GoldMention]] = {}
    for mention in gum.mentions:
        for token in range(mention.first, mention.last):
            order = (int(token not in mention.core), mention.last - mention.first)
            if token not in best or order < best[token][:2]:
                best[token] = (*order, mention)
    return {token: found[2] for token, found in best.items()}


def gold_runs(documents: Iterable[GumDocument], weights: Sequence[float]) -> Iterator[Run]:
    """The resolver over gold mentions and parses."""
    nouns = load_nouns()
    for gum in documents:
        resolved = gold_resolved(gum)
        phrases = gold_phrases(gum, nouns)
        yield Run(gum, resolved, read_discourse(resolved, phrases, find_quotes(gum.tree), weights))


class EndToEnd:
    """Documents parsed and resolved up to coreference, so that they can be read with several weights."""

    def __init__(self, documents: Sequence[GumDocument], knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.inputs = []
        trees = EnglishParser().parse([gum.document for gum in documents])
        for gum, tree in zip(documents, trees, strict=True):
            entities, mentions = find_actors(scan_document(gum.document, tree, knowledge))
            dates = find_dates(gum.document.text, find_anchor(gum.document), tree=tree)
            resolved = Resolved(gum.document, tree, entities, mentions, dates)
            self.inputs.append((move_to(gum, tree), resolved))

    def runs(self, weights: Sequence[float]) -> Iterator[Run]:
        """The resolver over each."""
        nouns = load_nouns()
        for gum, resolved in self.inputs:
            copy = replace_entities(resolved)
            phrases = find_phrases(copy, nouns)
            quotes = find_quotes(gum.tree)
            yield Run(gum, resolved, read_discourse(copy, phrases, quotes, weights, self.knowledge))

    def products(self) -> Iterator[Run]:
        """The same with what `add_coreference` makes of it."""
        for run in self.runs(weight_vector()):
            run.product = add_coreference(run.resolved, self.knowledge)
            yield run


def replace_entities(resolved: Resolved) -> Resolved:
    """The same with a list of entities of its own, since nominals may add to it."""
    return Resolved(
        resolved.document, resolved.tree, list(resolved.entities), resolved.mentions, resolved.dates
    )


def move_to(gum: GumDocument, tree: Tree) -> GumDocument:
    """The gold mentions on the parser's tokens."""
    token_of = {offset: i for i in range(len(tree)) for offset in range(tree.start[i], tree.end[i])}
    moved = [token_of.get(start) for start in gum.tree.start]
    mentions = []
    for mention in gum.mentions:
        first, last = moved[mention.first], moved[mention.last - 1]
        if first is not None and last is not None:
            core = frozenset(i for k in mention.core if (i := moved[k]) is not None)
            mentions.append(replace(mention, first=first, last=last + 1, core=core))
    split = {(i, chain): chains for (k, chain), chains in gum.split.items() if (i := moved[k]) is not None}
    return replace(gum, tree=tree, mentions=mentions, split=split)


def print_accuracy(title: str, runs: Iterable[Run]) -> None:
    """Pronoun accuracy by class of pronoun and by genre."""
    right: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    for run in runs:
        choices = {choice.token: choice for choice in run.reading.choices}
        for token, gold in run.pronouns().items():
            name = CLASS_NAMES[CLASS_OF[THIRD[run.gum.tree.lower[token]]]]
            hit = _hit(run, choices.get(token), gold)
            for genre in (run.gum.genre, "news+speech" if run.gum.genre in NEWS else "", "all"):
                for row in (name, "all"):
                    every[genre, row] += 1
                    right[genre, row] += hit
    print(f"\n{title}: pronoun accuracy (right / all)")
    print(f"{'':14}" + "".join(f"{row:>18}" for row in (*CLASS_NAMES, "all")))
    for genre in ("news", "speech", "news+speech", "interview", "bio", "all"):
        cells = []
        for row in (*CLASS_NAMES, "all"):
            n, k = every[genre, row], right[genre, row]
            cells.append(f"{k / n:6.3f} ({k}/{n})" if n else "-")
        print(f"{genre:14}" + "".join(f"{cell:>18}" for cell in cells))


def _hit(run: Run, choice: Choice | None, gold: Gold) -> bool:
    if choice is None or choice.referent is None or choice.antecedent is None:
        return False
    return run.right(choice.referent, choice.antecedent, gold, choice.token)


def print_named(title: str, runs: Iterable[Run]) -> None:
    """Third-person pronouns pointed to entities, against chains with a name: what a user gets."""
    rows: list[tuple[float, bool, bool, bool]] = []
    for run in runs:
        if run.gum.genre not in NEWS:
            continue
        named = {
            m.chain for m in run.gum.mentions if m.named and m.kind in {"person", "organization", "place"}
        }
        gold = run.pronouns()
        for choice in run.reading.choices:
            given = choice.referent is not None and bool(choice.referent.all_entities())
            given = given and choice.score >= LEAST_SCORE
            found = gold.get(choice.token)
            due = found is not None and (found[0] in named or bool(named & (found[1] or frozenset())))
            hit = found is not None and given and _hit(run, choice, found)
            rows.append((choice.margin, given, due, hit))
    print(f"\n{title}: news+speech pronouns pointed to an entity, by the margin asked for")
    print(f"{'margin':>8}{'given':>8}{'precision':>11}{'recall':>9}")
    due_all = sum(due for _, _, due, _ in rows)
    for margin in MARGINS:
        asked = [row for row in rows if row[0] >= margin]
        n_given = sum(g for _, g, _, _ in asked)
        hits = sum(hit for _, _, _, hit in asked)
        hits_due = sum(hit and due for _, _, due, hit in asked)
        print(f"{margin:8.2f}{n_given:8}{hits / max(n_given, 1):11.3f}{hits_due / max(due_all, 1):9.3f}")


def print_first_person(runs: Iterable[Run]) -> None:
    """First-person pronouns whose chain has a name: is an entity they were given named in that chain?"""
    counts: Counter[tuple[str, str, str]] = Counter()
    for run in runs:
        for i, chain in _named_first_person(run):
            row = (run.gum.genre, "I" if run.gum.tree.lower[i] in FIRST_SINGULAR else "we")
            chains = _chains_given(run, i)
            counts[*row, "all"] += 1
            counts[*row, "given"] += chains is not None
            counts[*row, "right"] += chain in (chains or set())
    print("\nend to end: first-person pronouns whose chain is named in the text")
    print(f"{'':18}{'all':>6}{'given':>7}{'right':>7}{'accuracy':>10}")
    for genre in ("news", "speech", "interview", "bio"):
        for word in ("I", "we"):
            n, given, right = (counts[genre, word, key] for key in ("all", "given", "right"))
            print(f"{genre:14}{word:4}{n:6}{given:7}{right:7}{right / n if n else 0.0:10.3f}")


def _named_first_person(run: Run) -> Iterator[tuple[int, int]]:
    """First-person pronouns whose gold chain holds a name, with the chain."""
    named = {m.chain for m in run.gum.mentions if m.named and m.kind in {"person", "organization", "place"}}
    for mention in run.gum.mentions:
        if mention.pronoun and mention.chain in named and run.gum.tree.lower[mention.first] in FIRST:
            yield mention.first, mention.chain


def _chains_given(run: Run, i: int) -> set[int] | None:
    """Gold chains of the entities given to the pronoun at `i`; None where it was given none.

    An entity has the chains that name it, and where it bears the label of the turn, that of the turn's "I".
    """
    found = None if run.product is None else run.product.mention(i)
    if found is None:
        return None
    entities = set(found.entities)
    heads = (m.head for m in run.resolved.mentions if entities & set(m.entities))
    chains = {chain for head in heads for chain in run.chains(head)}
    segment = run.gum.tree.segment[run.gum.tree.sent[i]]
    speaker = run.gum.speakers.get(segment)
    names = {run.resolved.entities[number].name.replace(" ", "") for number in entities}
    return chains | run.speaker_chains(speaker) if speaker is not None and speaker in names else chains


def print_chains(title: str, runs: Iterable[Run]) -> None:
    """CoNLL scores of the chains of persons and organizations, singletons left out."""
    scores = {name: ChainScores() for name in ("news+speech", "all")}
    for run in runs:
        key: dict[int, set[int]] = {}
        numbered = {id(m): number for number, m in enumerate(run.gum.mentions)}
        for mention in run.gum.mentions:
            if mention.kind in {"person", "organization"}:
                key.setdefault(mention.chain, set()).add(numbered[id(mention)])
        gold = [frozenset(chain) for chain in key.values() if len(chain) > 1]
        found = [frozenset(chain) for chain in _response(run, numbered) if len(chain) > 1]
        for name, score in scores.items():
            if name == "all" or run.gum.genre in NEWS:
                score.add(gold, found)
    print(f"\n{title}: chains of persons and organizations")
    print(
        f"{'':14}"
        + "".join(f"{m + ' ' + x:>10}" for m in ("MUC", "B3", "CEAFe") for x in "PRF")
        + f"{'CoNLL':>9}"
    )
    for name, score in scores.items():
        cells = [x for t in (score.muc, score.b_cubed, score.ceaf) for x in (t.precision, t.recall, t.f1)]
        print(f"{name:14}" + "".join(f"{x:10.3f}" for x in cells) + f"{score.conll:9.3f}")


def _response(run: Run, numbered: dict[int, int]) -> list[set[object]]:
    """The resolver's chains; a mention is the gold mention it heads, else its own token."""
    chains: list[set[object]] = []
    of_entity: dict[tuple[int, ...], set[object]] = {}
    for referent in run.reading.discourse.recent.values():
        if referent.kind not in {PERSON, GROUP, NAME}:
            continue
        chain: set[object] = set()
        for head in referent.heads:
            mention = _group_at(run, referent, head) if referent.parts else run.at.get(head)
            chain.add(("none", head) if mention is None else numbered[id(mention)])
        chains.append(chain)
        of_entity.setdefault(referent.entities, chain)
    for found in run.product.mentions if run.product else ():
        if found.form == "pronoun" and run.gum.tree.lower[found.head] in FIRST:
            mention = run.at.get(found.head)
            if found.entities not in of_entity:
                of_entity[found.entities] = set()
                chains.append(of_entity[found.entities])
            of_entity[found.entities].add(("none", found.head) if mention is None else numbered[id(mention)])
    return chains


def _group_at(run: Run, referent: Referent, head: int) -> GoldMention | None:
    if not any(head in part.heads for part in referent.parts):
        return run.at.get(head)
    return next((m for m in run.gum.mentions if head in m.core and _covers(m, referent.parts)), None)


def halves(part: str, half: str) -> list[GumDocument]:
    """Documents of a split: "odd" are the 1st, 3rd, … of it."""
    documents = list(read_gum(GUM, part))
    return documents[0::2] if half == "odd" else documents[1::2] if half == "even" else documents


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("odd", "even", "all"), default="even", help="of train")
    parser.add_argument("--fit", action="store_true", help="fit the weights on the odd half of train")
    options = parser.parse_args()
    knowledge = load_knowledge()
    if options.fit:
        source = EndToEnd(halves("train", "odd"), knowledge)
        write_weights(fit(lambda weights: (examples(run) for run in source.runs(weights))))
        return
    for part, half in (("train", options.half), ("dev", "all")):
        documents = halves(part, half)
        print(f"\n== GUM {part}, {half} documents: {len(documents)}")
        source = EndToEnd(documents, knowledge)
        weights = weight_vector()
        print_accuracy("gold mentions", gold_runs(documents, weights))
        print_accuracy("end to end", source.runs(weights))
        print_named("end to end", source.runs(weights))
        print_first_person(source.products())
        print_chains("gold mentions", gold_runs(documents, weights))
        print_chains("end to end", source.products())


def examples(run: Run) -> list[tuple[list[list[int]], list[bool]]]:
    """Candidates of each pronoun that has a right one: features of each, and which are right."""
    gold = run.pronouns()
    out = []
    for choice in run.reading.choices:
        if choice.token in gold and choice.tried:
            marks = [run.right(r, a, gold[choice.token], choice.token) for r, a, _ in choice.tried]
            if any(marks):
                out.append(([held for _, _, held in choice.tried], marks))
    return out


if __name__ == "__main__":
    main()
