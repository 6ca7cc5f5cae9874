"""How a lake grows: `python benchmarks/lake_scale.py [--events 10000 100000 1000000] [--folder DIR]`.

A seeded generator makes documents with events, entities, mentions and claims; the lake's own writer appends
them. Measured at each size: events a second while appending, a dossier's latency cold and warm, SQL over a
view, the size on disk, compaction, linking, and the process's peak memory. Each size runs in a process of its
own.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from deltalake import DeltaTable
from msgspec import structs

from dragoman.codebooks import load_codebook
from dragoman.knowledge.countries import load_countries
from dragoman.lake import Lake
from dragoman.lake.dossier import Dossier
from dragoman.link.in_lake import link_lake
from dragoman.records import (
    Actor,
    Claim,
    Coded,
    Date,
    Document,
    Entity,
    Event,
    EventForm,
    Mention,
    Place,
    Segment,
    Span,
    Strength,
)

SEED = 5
EVENTS_A_DOCUMENT = 8
DAYS = 3650
"""The generated news spans ten years."""
COUNTRIES = 60
"""Pairs are drawn with weights that fall by rank, so that some dyads are busy, as in the world."""
TYPES: tuple[tuple[str, EventForm | None], ...] = (
    ("CONSULT", "meeting"),
    ("CONSULT", "visit"),
    ("CONSULT", "call"),
    ("AGREE", None),
    ("SUPPORT", None),
    ("REQUEST", None),
    ("ACCUSE", None),
    ("SANCTION", None),
    ("AID", None),
    ("COERCE", None),
)
WORDS = (
    *("the", "ministers", "reviewed", "trade", "and", "energy", "links", "agreed", "that", "border", "posts"),
    *("would", "stay", "open", "through", "winter", "while", "delegations", "prepared", "roadmap", "for"),
    *("rail", "freight", "water", "use", "student", "exchange", "under", "earlier", "accords", "before"),
)
ISSUES = 200
"""Half the claims are about one of so many issues, in words that vary: dossiers have wordings to compare."""
COPIES, LATELY = 0.1, 4
"""One document in ten is a copy of one of the last so many originals: there is something to link."""
STRENGTHS: tuple[Strength, ...] = ("willing", "ready", "will")
YEAR = (dt.date(2020, 1, 1), dt.date(2020, 12, 31))
PAIRS = {"busy": (1, 2), "middling": (6, 12)}
"""Ranks of the countries whose dossiers are asked: about 30,000 and 850 of a million events are theirs."""
REPEATS = 15


def identity(number: int) -> str:
    """A document's id."""
    return hashlib.blake2b(f"{number}".encode(), digest_size=16).hexdigest()


class Generator:
    """Makes documents; the same seed makes the same."""

    def __init__(self, seed: int = SEED) -> None:
        self._rng = random.Random(seed)  # noqa: S311  # a seeded experiment
        self._codebook = load_codebook()
        known = load_countries()
        largest = sorted(known.values(), key=lambda country: -country.population)[:COUNTRIES]
        self._countries = [(country.iso3, country.name, country.lat, country.lon) for country in largest]
        self._weights = [1 / rank for rank in range(1, COUNTRIES + 1)]

    def documents(self, n_events: int) -> Iterator[Coded]:
        """Documents with `n_events` events in all, published day by day."""
        n_documents = n_events // EVENTS_A_DOCUMENT
        lately: deque[Coded] = deque(maxlen=LATELY)
        for number in range(n_documents):
            day = dt.date(2015, 1, 1) + dt.timedelta(days=number * DAYS // n_documents)
            if lately and self._rng.random() < COPIES:
                yield self._copy(number, day, self._rng.choice(lately))
            else:
                lately.append(self._document(number, day))
                yield lately[-1]

    def pair(self, one: int, other: int) -> tuple[str, str]:
        """The countries of two ranks, 1 the most frequent."""
        return self._countries[one - 1][0], self._countries[other - 1][0]

    def _document(self, number: int, day: dt.date) -> Coded:
        rng = self._rng
        pair = rng.choices(self._countries, self._weights, k=2)
        text = f"Story {number}. " + ". ".join(
            " ".join(rng.choices(WORDS, k=18)).capitalize() for _ in range(EVENTS_A_DOCUMENT + 4)
        )
        published = Date(day, day, "day", "dateline")
        entities = [
            Entity(f"n{i}", "country", name, (), iso3, "GOV", (), f"country:{iso3}")
            for i, (iso3, name, _, _) in enumerate(pair)
        ]
        entities += [
            Entity(f"n{i + 2}", "person", f"Person {rng.randrange(5000)} Name", (), iso3, "GOV", ())
            for i, (iso3, _, _, _) in enumerate(pair)
        ]
        issue = rng.randrange(ISSUES)
        entities.append(Entity("n4", "issue", f"issue {issue}", (), None, None, (), f"issue:{issue}"))
        actors = [Actor(one.id, one.name, one.country, one.sector, None, ((0, 5),)) for one in entities[:4]]
        mentions = [Mention(f"n{rng.randrange(4)}", at * 7, at * 7 + 5, "name") for at in range(20)]
        place = Place(pair[0][1], pair[0][0], pair[0][2], pair[0][3], None, "text", Span(0, 5))
        return Coded(
            Document(
                id=identity(number),
                uri=f"story-{number}.txt",
                source=f"Wire {number % 40}",
                url=None,
                title=f"Story {number}",
                authors=(),
                language="en",
                published=published,
                dateline=None,
                text=text,
                layout=(Segment("paragraph", 0, len(text)),),
            ),
            tuple(entities),
            tuple(mentions),
            tuple(self._event(i, actors, published, place) for i in range(EVENTS_A_DOCUMENT)),
            tuple(self._claim(i, actors, published) for i in range(2)),
        )

    def _copy(self, number: int, day: dt.date, told: Coded) -> Coded:
        """The same story in another outlet, with a sentence more."""
        words = " ".join(self._rng.choices(WORDS, k=18)).capitalize()
        document = structs.replace(
            told.document,
            id=identity(number),
            uri=f"story-{number}.txt",
            source=f"Wire {number % 40}",
            published=Date(day, day, "day", "dateline"),
            text=f"{told.document.text}. {words}",
        )
        return structs.replace(told, document=document)

    def _event(self, number: int, actors: list[Actor], published: Date, place: Place) -> Event:
        rng = self._rng
        kind, form = rng.choice(TYPES)
        codes = self._codebook.codes(kind, None, form, "occurred")
        source, target = rng.sample(actors, 2)
        at = 20 + number * 60
        return Event(
            id=f"e{number}",
            type=kind,
            mode=codes.coded_as.mode,
            form=form,
            contexts=("diplomatic", "economic"),
            status="occurred",
            coded_as=codes.coded_as,
            sources=(source,),
            targets=(target,),
            mutual=form == "meeting",
            date=published if rng.random() < 0.7 else None,
            reported=published,
            place=place if rng.random() < 0.5 else None,
            part_of=None,
            claims=(),
            trigger=Span(at, at + 6),
            evidence=Span(at, at + 120),
            cameo=codes.cameo,
            goldstein=codes.goldstein,
            quad=codes.quad,
            confidence=round(rng.uniform(0.5, 1), 3),
            origin="generated",
        )

    def _claim(self, number: int, actors: list[Actor], published: Date) -> Claim:
        rng = self._rng
        at = 30 + number * 200
        return Claim(
            id=f"c{number}",
            kind="pledge",
            speakers=(actors[2],),
            addressees=(),
            partners=(actors[1],),
            stance=None,
            about=("n4",) if rng.random() < 0.5 else (),
            topics=("economic",),
            action=Span(at, at + 30),
            strength=rng.choice(STRENGTHS),
            cue=Span(at, at + 5),
            quoted=False,
            chain=(actors[2],),
            negated=False,
            date=published,
            evidence=Span(at, at + 100),
            confidence=0.8,
        )


def timed(do: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def size_bytes(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def live_bytes(folder: Path) -> int:
    """Bytes of the data files that the tables' last versions name: what stays after a vacuum."""
    tables = [path.parent for path in folder.glob("*/_delta_log")]
    return sum(path.stat().st_size for table in tables for path in map(Path, DeltaTable(table).file_uris()))


def peak_bytes() -> int:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def dossier_ms(lake: Lake, pair: tuple[str, str], name: str) -> dict[str, float]:
    """Milliseconds of a dossier of a pair over one year: first, and again."""
    start, end = YEAR

    def ask() -> None:
        lake.dossier(*pair, start=start, end=end)

    first = timed(ask)
    cpu = time.process_time()
    warm = sorted(timed(ask) for _ in range(REPEATS))
    return {
        f"{name}_lines": n_lines(lake.dossier(*pair, start=start, end=end)),
        f"{name}_first_ms": first * 1000,
        f"{name}_warm_ms": statistics.median(warm) * 1000,
        f"{name}_warm_best_ms": warm[0] * 1000,
        f"{name}_warm_worst_ms": warm[-1] * 1000,
        f"{name}_warm_cpu_ms": (time.process_time() - cpu) / REPEATS * 1000,
    }


def n_lines(dossier: Dossier) -> int:
    """How many events, claims and changes of wording a dossier holds."""
    events = (dossier.engagements, dossier.deeds, dossier.words)
    claims = (dossier.pledges, dossier.positions, dossier.statements)
    return sum(map(len, (*events, *claims, dossier.changes)))


def measure(n_events: int, folder: Path) -> dict[str, float]:
    """Every figure of one size but those of links; the lake is made in `folder`."""
    generator = Generator()
    generating = timed(lambda: sum(1 for _ in Generator().documents(n_events)))  # not the lake's time
    lake = Lake.create(folder / str(n_events))
    cpu = time.process_time()
    appending = timed(lambda: lake.append(generator.documents(n_events), coder="generated"))
    found: dict[str, float] = {
        "events": n_events,
        "append_s": appending - generating,
        "append_cpu_s": time.process_time() - cpu - generating,
        "events_a_second": n_events / (appending - generating),
        "append_peak_mb": peak_bytes() / 1e6,
        "bytes_an_event": size_bytes(lake.path) / n_events,
    }
    for name, ranks in PAIRS.items():
        found |= dossier_ms(lake, generator.pair(*ranks), f"{name}_uncompacted")
    found["compact_s"] = timed(lake.compact)
    found["bytes_an_event_compacted"] = live_bytes(lake.path) / n_events
    found["compact_peak_mb"] = peak_bytes() / 1e6
    for name, ranks in PAIRS.items():
        found |= dossier_ms(lake, generator.pair(*ranks), name)
    found["sql_ms"] = 1000 * timed(
        lambda: lake.query("SELECT count(*) FROM goldstein_weekly WHERE source_country = 'CHN'")
    )
    found["append_again_s"] = timed(lambda: lake.append(generator_tail(n_events), coder="generated"))
    found["peak_mb"] = peak_bytes() / 1e6
    return found


def measure_links(folder: Path) -> dict[str, float]:
    """Seconds and memory of `dragoman link`, and how many links it finds."""
    cpu = time.process_time()
    start = time.perf_counter()
    done = link_lake(Lake.open(folder))
    return {
        "link_s": time.perf_counter() - start,
        "link_cpu_s": time.process_time() - cpu,
        "link_peak_mb": peak_bytes() / 1e6,
        "document_links": done.documents,
        "event_links": done.events,
        "identity_links": done.identities,
    }


def generator_tail(n_events: int) -> list[Coded]:
    """A day's append onto the lake: 100 documents that are not there yet."""
    documents = list(Generator(SEED + 1).documents(100 * EVENTS_A_DOCUMENT))
    return [
        structs.replace(one, document=structs.replace(one.document, id=f"late {n_events} {number}"))
        for number, one in enumerate(documents)
    ]


def main() -> None:
    """Print a JSON object a size, and a table at the end."""
    parser = argparse.ArgumentParser(description="How a lake grows.")
    parser.add_argument("--events", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--folder", type=Path, help="where lakes are made; a temporary folder by default")
    parser.add_argument("--keep", action="store_true", help="leave the lakes in the folder")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--links", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="lake-scale-"))
    if options.one:
        part = measure_links(folder / str(options.one)) if options.links else measure(options.one, folder)
        print(json.dumps(part))
        return
    results = []
    for n_events in options.events:
        shutil.rmtree(folder / str(n_events), ignore_errors=True)
        command = [sys.executable, __file__, "--one", str(n_events), "--folder", str(folder)]
        parts = [  # each in a process of its own, which has its own peak memory
            json.loads(subprocess.run(one, check=True, capture_output=True, text=True).stdout)
            for one in (command, [*command, "--links"])
        ]
        results.append(parts[0] | parts[1])
        print(json.dumps(results[-1]), flush=True)
        if not options.keep:
            shutil.rmtree(folder / str(n_events), ignore_errors=True)
    for name in results[0]:
        print(f"| {name} | " + " | ".join(f"{one[name]:,.1f}" for one in results) + " |")


if __name__ == "__main__":
    main()
