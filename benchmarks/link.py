"""How well copies and repeated events are found: `python benchmarks/link.py [--events]`.

Positives are seeded edits of the State Department texts in ../shared/data/statedept: cuts, other orders, new
leads, numbers written another way, stories merged with one of the same day, and mixtures. Negatives are
pairs of different stories of the same day, as they are and edited. Thresholds are chosen on one half of the
documents; the table is of the other half. Whoever tunes `link` looks at the first half only.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import itertools
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec import structs

from dragoman.exchange import Report, iter_reports
from dragoman.link.documents import MIN_SHARE, MIN_SHARED, Text, link_documents
from dragoman.link.matching import MIN_SCORE, link_events
from dragoman.link.shingles import shingles_of
from dragoman.pipeline import Pipeline, load
from dragoman.read import read_text
from dragoman.records import Date

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "statedept" / "statedept_2021.jsonl"
SEED = 20211124
SAME, OTHER = True, False
STEPS = [step / 100 for step in range(4, 61, 2)]

LEADS = (
    "Officials gave few details, but several diplomats said the matter had been under way for weeks.",
    "The announcement came late in the day, after a week in which the subject had made the front pages.",
    "Reporters had been told to expect a statement. What follows is a summary, with remarks by analysts.",
    "Markets took little notice. In the region, newspapers put the story at the top of their sites.",
    "It was the second time this month that the department addressed the question in public.",
    "A spokesman confirmed the report on Thursday and asked for patience.",
)
NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "twenty": "20",
}  # fmt: skip
WORDS = {figure: word for word, figure in NUMBERS.items()}
SYNONYMS = {
    "said": "stated", "discussed": "talked about", "met": "sat down", "spoke": "conferred", "also": "too",
    "today": "on this day", "important": "significant", "continue": "go on", "support": "back",
    "efforts": "work", "reaffirmed": "restated", "underscored": "stressed", "emphasized": "highlighted",
    "government": "authorities",
}  # fmt: skip


@dataclass(frozen=True)
class Story:
    """A release."""

    id: str
    day: str
    title: str
    text: str


@dataclass(frozen=True)
class Pair:
    """Two texts, whether they are the same story, and what was done to it."""

    kind: str
    same: bool
    one: str
    other: str


def stories() -> list[Story]:
    """All releases, each text once."""
    seen: set[str] = set()
    found = []
    for line in DATA.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["text"] not in seen:
            seen.add(row["text"])
            found.append(Story(row["id"], row["date"], row["title"], row["text"]))
    return found


def half_of(story: Story) -> int:
    """Which half a story belongs to, 0 (tuning) or 1 (report)."""
    return hashlib.sha256(story.id.encode()).digest()[0] % 2


def sentences(text: str) -> list[str]:
    """Sentences by their end marks; line ends count too."""
    return [part for part in re.split(r"(?<=[.!?”])\s+|\n+", text) if part.strip()]


def cut(text: str, rng: random.Random) -> str:
    """The first third to two thirds of it."""
    parts = sentences(text)
    return " ".join(parts[: max(2, round(len(parts) * rng.uniform(0.35, 0.7)))])


def thin(text: str, rng: random.Random) -> str:
    """Without two sentences in five, drawn by lot."""
    parts = sentences(text)
    return " ".join([part for part in parts if rng.random() > 0.4] or parts[:1])


def reorder(text: str, rng: random.Random) -> str:
    """Its sentences in another order."""
    parts = sentences(text)
    rng.shuffle(parts)
    return " ".join(parts)


def new_lead(text: str, rng: random.Random) -> str:
    """Two sentences that are not its own, and most of it after its beginning."""
    parts = sentences(text)
    kept = parts[rng.randint(1, max(1, len(parts) // 3)) :]
    return " ".join([*rng.sample(LEADS, 2), *kept])


def numbers(text: str, rng: random.Random) -> str:
    """Figures as words, words as figures, amounts another way."""
    text = re.sub(r"\b(\d{1,3}),(\d{3})\b", r"\1\2", text)
    text = re.sub(r"\$(\d[\d.]*) (million|billion)", r"\1 \2 dollars", text)
    text = re.sub(r"\b(\d+)\b", lambda found: WORDS.get(found[1], found[1]), text)
    if rng.random() < 0.7:
        return text
    return re.sub(r"\b(two|three|four|five|six)\b", lambda found: NUMBERS[found[1]], text)


def reword(text: str, rng: random.Random) -> str:
    """Common verbs and nouns by others."""

    def swap(found: re.Match[str]) -> str:
        return SYNONYMS.get(found[0], found[0]) if rng.random() < 0.8 else found[0]

    return re.sub(r"\b[a-z]+\b", swap, text)


def mixture(text: str, rng: random.Random) -> str:
    """Thinned, reworded and under a new lead."""
    return new_lead(reword(thin(text, rng), rng), rng)


EDITS: dict[str, Callable[[str, random.Random], str]] = {
    "cut": cut,
    "thinned": thin,
    "reordered": reorder,
    "new lead": new_lead,
    "numbers rewritten": numbers,
    "reworded": reword,
    "mixture": mixture,
}


def merge(one: str, other: str, rng: random.Random) -> str:
    """Two stories as one, each cut a little, one after the other or in turns."""
    first, second = (
        sentences(text)[: max(2, round(len(sentences(text)) * rng.uniform(0.5, 1)))] for text in (one, other)
    )
    if rng.random() < 0.5:
        return " ".join(first + second)
    return " ".join(part for parts in itertools.zip_longest(first, second) for part in parts if part)


def pairs(half: Sequence[Story]) -> Iterator[Pair]:
    """Positives and negatives among the stories of one half."""
    rng = random.Random(SEED)  # noqa: S311  # a seeded experiment
    by_day: dict[str, list[Story]] = {}
    for story in half:
        by_day.setdefault(story.day, []).append(story)
    for story in half:
        for kind, edit in EDITS.items():
            yield Pair(kind, SAME, story.text, edit(story.text, rng))
        others = [one for one in by_day[story.day] if one.id != story.id]
        if others:
            other = rng.choice(others)
            merged = merge(story.text, other.text, rng)
            yield Pair("merged", SAME, story.text, merged)
            yield Pair("merged", SAME, other.text, merged)
            edited = EDITS[rng.choice(list(EDITS))](other.text, rng)
            yield Pair("same day, edited", OTHER, story.text, edited)
    for same_day in by_day.values():
        for one, other in itertools.combinations(same_day, 2):
            yield Pair("same day", OTHER, one.text, other.text)


def share(one: str, other: str) -> tuple[float, int]:
    """The score of `link.documents`, and how many sequences are shared."""
    a, b = set(shingles_of(one)), set(shingles_of(other))
    shared = len(a & b)
    return shared / max(1, min(len(a), len(b))), shared


def is_linked(score: tuple[float, int], threshold: float) -> bool:
    """Whether exact counts alone would link."""
    return score[0] >= threshold and score[1] >= MIN_SHARED


def precision_recall(same: Sequence[bool], linked: Sequence[bool]) -> tuple[float, float]:
    """Of the linked pairs, how many are the same; of the same, how many are linked."""
    right = sum(one and other for one, other in zip(same, linked, strict=True))
    return right / max(1, sum(linked)), right / max(1, sum(same))


def found_by_product(pair: Pair) -> bool:
    """Whether `link_documents` links the two texts: sketches, then counts."""
    return any(True for _ in link_documents([Text("one", pair.one), Text("other", pair.other)]))


def report_documents() -> None:
    """Print the choice of the threshold on the first half, and the figures of the second."""
    tuning, reported = ([one for one in stories() if half_of(one) == half] for half in (0, 1))
    print(f"documents, tuning half: {len(tuning)}")
    scored = [(pair.same, share(pair.one, pair.other)) for pair in pairs(tuning)]
    for step in STEPS:
        linked = [is_linked(score, step) for _, score in scored]
        precision, recall = precision_recall([same for same, _ in scored], linked)
        print(f"  share >= {step:.2f}  precision {precision:.4f}  recall {recall:.4f}")
    decided = [(pair, found_by_product(pair)) for pair in pairs(reported)]
    precision, recall = precision_recall(
        [pair.same for pair, _ in decided], [linked for _, linked in decided]
    )
    print(f"documents, report half: {len(reported)}; {len(decided)} pairs, share >= {MIN_SHARE}")
    print(f"  precision {precision:.4f}  recall {recall:.4f}")
    for kind in dict.fromkeys(pair.kind for pair, _ in decided):
        own = [linked for pair, linked in decided if pair.kind == kind]
        print(f"  {kind:<18} {len(own):>5} pairs  {sum(own):>5} linked ({sum(own) / len(own):.4f})")


EVENT_EDITS = {"cut": cut, "thinned": thin, "reordered": reorder, "new lead": new_lead}
"""Edits that keep sentences whole, so that an event and its copy can be told by their sentence."""
EVENT_WORDS = 450
"""Longer releases (transcripts) are left out of the events' part: it codes every text five times."""


def coded_pool(half: Sequence[Story], pipeline: Pipeline) -> Iterator[tuple[Story, Report]]:
    """Every event of the stories and of their edits, each text a document of its own."""
    rng = random.Random(SEED)  # noqa: S311  # a seeded experiment
    for story in half:
        if len(story.text.split()) > EVENT_WORDS:
            continue
        texts = {"original": story.text} | {kind: edit(story.text, rng) for kind, edit in EVENT_EDITS.items()}
        for kind, text in texts.items():
            day = dt.date.fromisoformat(story.day)
            read = read_text(text, f"{story.id} {kind}")
            document = structs.replace(read, id=read.uri, published=Date(day, day, "day", "metadata"))
            for report in iter_reports(pipeline(document)):
                yield story, report


def copies(pool: Sequence[tuple[Story, Report]]) -> set[frozenset[tuple[str, str]]]:
    """Pairs of records of the same words: one story, one sentence, one type, actors of the same names."""
    groups: dict[tuple[object, ...], list[tuple[str, str]]] = {}
    for story, report in pool:
        names = tuple(sorted(party.name for party in (*report.sources, *report.targets)))
        sentence = " ".join((report.evidence or "").split())
        coded = report.coded_as
        if names and coded:
            key = (story.id, sentence, coded, report.form, names)
            groups.setdefault(key, []).append((report.story.id, report.id))
    return {
        frozenset(pair)
        for group in groups.values()
        for pair in itertools.combinations(group, 2)
        if pair[0][0] != pair[1][0]
    }


def report_events() -> None:
    """Print precision and recall of event links by threshold (first half), and of the second half."""
    pipeline = load()
    for number, name in enumerate(("tuning half", "report half")):
        pool = list(coded_pool([one for one in stories() if half_of(one) == number], pipeline))
        stories_of = {report.story.id: story.id for story, report in pool}
        true = copies(pool)
        recalled = {event for pair in true for event in pair}
        print(f"events, {name}: {len(pool)} records in {len(stories_of)} texts; {len(recalled)} have a copy")
        links = list(link_events((report for _, report in pool), min_score=0.5))
        for step in (0.6, 0.7, 0.8, 0.85, 0.87, 0.9, 0.94) if number == 0 else (MIN_SCORE,):
            kept = [link for link in links if link.score >= step]
            other_story = [
                link for link in kept if stories_of[link.document] != stories_of[link.other_document]
            ]
            ends = {(link.document, link.event) for link in kept} | {
                (link.other_document, link.other_event) for link in kept
            }
            print(
                f"  score >= {step:.2f}  {len(kept):>6} links  to another story {len(other_story):>5}  "
                f"precision {1 - len(other_story) / max(1, len(kept)):.4f}  "
                f"recall {len(recalled & ends) / max(1, len(recalled)):.4f}"
            )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How well copies and repeated events are found.")
    parser.add_argument("--events", action="store_true", help="also the events' part (codes 2,000 texts)")
    options = parser.parse_args()
    report_documents()
    if options.events:
        report_events()


if __name__ == "__main__":
    main()
