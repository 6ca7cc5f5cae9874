"""Whether the confidence in a place can be trusted: ambiguous towns, their country taken out of the text.

    python benchmarks/places_masked.py [--half odd|even] [--items N] [--errors]

Where an item of ../shared/data/current_events writes "X, Y" and the tables know towns X in several
countries, one of them in Y, that town is the truth. ", Y" is then cut out, and the town is chosen by what
is left: one to three sentences, the hardest case. Weights and the threshold of clear choices were set on
the items with odd numbers.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge import Hit, Knowledge, load_knowledge
from dragoman.parse import EnglishParser
from dragoman.read import read_text
from dragoman.resolve.actors_scan import TokenHit, scan_document
from dragoman.resolve.places import settle_places
from dragoman.resolve.places_context import holds
from dragoman.resolve.places_readings import LOCAL_LEVEL, find_readings
from places import BANDS

DATA = Path(__file__).resolve().parents[2] / "shared/data/current_events/current_events_2002_2022.jsonl.gz"
SEED = 5


@dataclass(frozen=True)
class Item:
    """A text without the country; the ambiguous name begins at `start` and lies in `country`."""

    text: str
    start: int
    name: str
    country: str


def main() -> None:
    """Print how often the country was right, by confidence."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("odd", "even"), default="odd", help="items by their number")
    parser.add_argument("--items", type=int, default=500, help="most items to read")
    parser.add_argument("--errors", action="store_true", help="also print every wrong choice")
    options = parser.parse_args()
    knowledge = load_knowledge()
    items = list(itertools.islice(masked_items(options.half, knowledge), options.items))
    documents = [read_text(item.text, "item") for item in items]
    chosen: list[tuple[Item, TokenHit]] = []
    for item, document, tree in zip(items, documents, EnglishParser().parse(documents), strict=True):
        scan = scan_document(document, tree, knowledge)
        settle_places(scan)
        token = tree.token_at(item.start) if document.text == item.text else None
        hit = scan.hit(token) if token is not None else None
        if hit is not None:
            chosen.append((item, hit))
    right = sum(is_right(item, hit) for item, hit in chosen)
    print(f"current_events, {options.half} items: {len(items)}, {len(chosen)} found as places")
    print(f"country right {right / max(1, len(chosen)):.3f}\n")
    print(f"{'confidence':12s}{'n':>6s}{'right':>8s}{'placed':>8s}")
    for low, high in itertools.pairwise(BANDS):
        print_band(low, [(item, hit) for item, hit in chosen if low <= hit.confidence < high])
    if options.errors:
        for item, hit in chosen:
            if not is_right(item, hit):
                print(item.name, item.country, hit.entry.country, hit.confidence, item.text, sep="\t")


def masked_items(half: str, knowledge: Knowledge) -> Iterator[Item]:
    """Items of one half that name an ambiguous town and its country, the country cut out, shuffled."""
    if not DATA.exists():
        raise SystemExit(f"{DATA} is not there: the development data belongs beside the repository.")
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][0 if half == "odd" else 1 :: 2]
    random.Random(SEED).shuffle(texts)  # noqa: S311  # a sample, no secret
    for text in texts:
        for town, outer in itertools.pairwise(knowledge.gazetteer.find(text)):
            country = truth(town, outer) if text[town.end : outer.start] == ", " else None
            if country is not None:
                rest = outer.end + (text[outer.end : outer.end + 1] == ",")
                yield Item(text[: town.end] + text[rest:], town.start, text[town.start : town.end], country)
                break


def truth(town: Hit, outer: Hit) -> str | None:
    """The country of the one reading that lies in what follows the comma; None where that settles nothing."""
    readings = find_readings(town.entries)
    if outer.entries[0].kind not in {"country", "region"} or len({r.country for r in readings}) < 2:
        return None
    held = {r.country for r in readings if any(holds(o, r) for o in find_readings(outer.entries))}
    return held.pop() if len(held) == 1 else None


def is_right(item: Item, hit: TokenHit) -> bool:
    """Whether the town was put in its country."""
    return hit.entry.country == item.country


def print_band(low: float, chosen: list[tuple[Item, TokenHit]]) -> None:
    """A row: how many, how often right, how often with coordinates."""
    if chosen:
        n = len(chosen)
        right = sum(is_right(item, hit) for item, hit in chosen)
        placed = sum(
            any(e.lat is not None for e in hit.entries if e.kind in LOCAL_LEVEL) for _, hit in chosen
        )
        print(f"{low:.2f}-       {n:6d}{right / n:8.3f}{placed / n:8.3f}")


if __name__ == "__main__":
    main()
