"""Persons, their countries and their offices against the gold readouts.

    python benchmarks/actors.py [--errors]

Scores the example article and the even lines of the development gold (the odd ones are held out) with the
functions of `../shared/tools/score_readouts.py`, so that the figures are the ones that tool prints.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from dragoman.knowledge import load_knowledge
from dragoman.parse import EnglishParser
from dragoman.read import read_text
from dragoman.records import Entity
from dragoman.resolve import resolve

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORER = SHARED / "tools" / "score_readouts.py"


def main() -> None:
    """Print the three scores, and the time that the stage takes beside the parse."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="also print every miss")
    show = parser.parse_args().errors
    scorer = load_scorer()
    tallies = {name: scorer.Tally() for name in ("persons", "person country", "person office")}
    english, knowledge = EnglishParser(), load_knowledge()
    golds = list(gold_documents())
    documents = [read_text(gold["text"], f"{gold['id']}.txt") for gold in golds]
    began = time.perf_counter()
    trees = list(english.parse(documents))
    parsed = time.perf_counter()
    found = [
        resolve(document, tree, knowledge).entities for document, tree in zip(documents, trees, strict=True)
    ]
    resolved = time.perf_counter()
    for gold, entities in zip(golds, found, strict=True):
        for line in score(scorer, tallies, gold, [entity for entity in entities if entity.kind == "person"]):
            if show:
                print(gold["id"], line, sep="\t")
    for name, tally in tallies.items():
        print(f"{name:16s} {tally}")
    tokens = sum(len(tree) for tree in trees)
    parse_us, resolve_us = (parsed - began) / tokens * 1e6, (resolved - parsed) / tokens * 1e6
    print(f"parse {parse_us:.0f} µs a token, resolve {resolve_us:.0f}")


def load_scorer() -> ModuleType:
    """The scoring tool as a module."""
    spec = importlib.util.spec_from_file_location("score_readouts", SCORER)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SCORER} is not there: the development data belongs beside the repository.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_documents() -> Iterator[dict[str, Any]]:
    """The example article and every second development readout."""
    folder = SHARED / "gold"
    yield json.loads((folder / "seed.jsonl").read_text(encoding="utf-8"))
    with (folder / "dev.jsonl").open(encoding="utf-8") as lines:
        for line in itertools.islice(lines, 1, None, 2):
            yield json.loads(line)


def score(
    scorer: ModuleType, tallies: dict[str, Any], gold: dict[str, Any], persons: list[Entity]
) -> Iterator[str]:
    """Add one document to the tallies and say what was wrong."""
    people: dict[str, list[dict[str, Any]]] = {}
    for person in gold["persons"]:
        people.setdefault(person["name"], []).append(person)
    names = list(people)
    surnames = [scorer.ends(name) for name in names]
    pairs = scorer.pair(
        names, persons, lambda g, p: any(scorer.same_name(g, n, surnames) for n in (p.name, *p.aliases))
    )
    tallies["persons"].add(len(pairs), len(names), len(persons))
    yield from (f"missed\t{names[i]}" for i in set(range(len(names))) - {i for i, _ in pairs})
    yield from (f"extra\t{persons[j].name}" for j in set(range(len(persons))) - {j for _, j in pairs})
    for i, j in pairs:
        yield from _score_person(scorer, tallies, people[names[i]], persons[j])


def _score_person(
    scorer: ModuleType, tallies: dict[str, Any], golds: list[dict[str, Any]], person: Entity
) -> Iterator[str]:
    right = person.country == golds[0]["country"]
    tallies["person country"].add(right, 1, 1)
    if not right:
        yield f"country\t{person.name}\t{person.country}, should be {golds[0]['country']}"
    titles = [set(scorer.words(f"{o.title} {o.organization or ''}")) for o in person.offices]
    for gold in golds:
        if not gold.get("office"):
            continue
        wanted = set(scorer.words(gold["office"]))
        hit = any(len(wanted & title) / len(wanted) >= 0.6 for title in titles)
        tallies["person office"].add(hit, 1, bool(titles))
        if not hit:
            yield f"office\t{person.name}\t{[o.title for o in person.offices]}, should be {gold['office']}"


if __name__ == "__main__":
    main()
