"""The same event in several documents: a score from type, actors, day and place, with its reason.

A match is a row beside the events. Nothing is merged: every document keeps its own record, and who disagrees
with a match leaves it out.
"""

from __future__ import annotations

import datetime as dt
import itertools
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.codebooks import load_codebook
from dragoman.exchange import Party, Report
from dragoman.link.identities import name_key
from dragoman.link.substance import same_substance

WINDOW_DAYS = 3
"""Events whose days lie further apart are not compared."""

Key = tuple[str, ...]
"""One or two actors, or two countries: events that share none are not compared."""

MIN_SCORE = 0.87
"""From here on two records are taken for one event. Chosen on one half of the documents of
benchmarks/link.py."""

TYPE, ACTORS, DAY, PLACE = 0.2, 0.45, 0.2, 0.15
"""Weights of type and mode, actors, day and place; they add up to 1. Authored: who met whom tells most, as
types
repeat and places are often left out."""

VERBAL_QUADS = frozenset({1, 3})
"""PLOVER's quad classes of words: verbal cooperation and verbal conflict."""

SETS_HELD = 100_000
"""Different sets of actors that are remembered, the latest."""

HALF = 0.5
BY_COUNTRY = 0.7
"""What actors of the same countries are worth at most, where their names differ."""
UNKNOWN_PLACE = 0.6
"""What a place that one side does not name is worth: most reports name none."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An event as it is compared."""

    document: str
    event: str
    type: str
    mode: str | None
    status: str
    mutual: bool
    sources: frozenset[str]
    targets: frozenset[str]
    countries: frozenset[str]
    first: dt.date | None
    last: dt.date | None
    reported: dt.date | None
    place: str | None
    place_country: str | None
    form: str | None
    verbal: bool
    """Whether it is an act in words, as it is coded: a planned visit is an agreement."""
    names: frozenset[str]
    """Of the actors."""
    evidence: str
    """Its words decide between equals, and say what an act in words is about; empty where it has none."""


@dataclass(frozen=True, slots=True)
class EventLink:
    """Two records of what seems one event, in two documents."""

    document: str
    event: str
    other_document: str
    other_event: str
    score: float
    """0 to 1."""
    reason: str


def compared(report: Report) -> Compared | None:
    """What is compared of an event; None where it has no type, no actor or no day at all."""
    coded = report.coded_as
    first = report.date.start or report.date.end if report.date else None
    reported = report.reported.start if report.reported else None
    actors = (*report.sources, *report.targets)
    if coded is None or not actors or (first is None and reported is None):
        return None
    return Compared(
        document=report.story.id,
        event=report.id,
        type=sys.intern(coded.type),
        mode=sys.intern(coded.mode) if coded.mode else None,
        status=sys.intern(report.status),
        mutual=report.mutual,
        sources=_once(frozenset(map(actor_key, report.sources))),
        targets=_once(frozenset(map(actor_key, report.targets))),
        countries=_once(frozenset(party.country for party in actors if party.country)),
        first=first,
        last=report.date.end or first if report.date else None,
        reported=reported,
        place=_place_key(report),
        place_country=report.place.country if report.place else None,
        form=report.form,
        verbal=_quads().get(coded.type, report.quad) in VERBAL_QUADS,
        names=_once(frozenset(party.name for party in actors)),
        evidence=report.evidence or "",
    )


@cache
def _quads() -> Mapping[str, int | None]:
    return {name: kind.quad for name, kind in load_codebook().types.items()}


@lru_cache(maxsize=SETS_HELD)
def _once(names: frozenset[str]) -> frozenset[str]:
    """Equal sets as one object: a million events have few different ones."""
    return names


def actor_key(party: Party) -> str:
    """What an actor is known by across documents.

    Its identity; else its full name, whose country need not be told; else its one word and country.
    """
    return party.identity or name_key(party.name) or f"{party.name.casefold()}|{party.country or ''}"


def _place_key(report: Report) -> str | None:
    place = report.place
    return (place.gazetteer_id or place.name.casefold()) if place else None


def link_events(reports: Iterable[Report], *, min_score: float = MIN_SCORE) -> Iterator[EventLink]:
    """Find records of one event in different documents.

    Args:
        reports: Events of any number of documents, in any order; those that share a type and could share
            enough actors, and lie within `WINDOW_DAYS`, are compared.
        min_score: See `MIN_SCORE`.

    Yields:
        A link for each pair, by document and event. An event of one document is linked to at most one of
        another: its best, by the words of the evidence where scores are equal.
    """
    blocks: dict[tuple[str, Key, dt.date], list[Compared]] = defaultdict(list)
    # With type, day and place at their best, a score needs actors of at least this.
    keys_of = _pair_keys if (min_score - TYPE - DAY - PLACE) / ACTORS > BY_COUNTRY else _any_keys
    for report in reports:
        one = compared(report)
        if one is None:
            continue
        best: dict[str, tuple[float, float, EventLink]] = {}
        keys = keys_of(one)
        for other in _near(one, keys, blocks):
            link = match(other, one)
            if link and link.score >= min_score:
                rank = (link.score, _same_words(other, one), link)
                if other.document not in best or rank[:2] > best[other.document][:2]:
                    best[other.document] = rank
        yield from (best[document][2] for document in sorted(best))
        for shared in keys:
            blocks[one.type, shared, _day(one)].append(one)


def _same_words(one: Compared, other: Compared) -> float:
    if one.evidence == other.evidence:
        return 1.0
    return _overlap(frozenset(one.evidence.split()), frozenset(other.evidence.split()))


def _near(
    one: Compared, keys: Iterable[Key], blocks: Mapping[tuple[str, Key, dt.date], Sequence[Compared]]
) -> Iterator[Compared]:
    seen: set[tuple[str, str]] = set()
    day = _day(one)
    for shared in keys:
        for days in range(-WINDOW_DAYS, WINDOW_DAYS + 1):
            for other in blocks.get((one.type, shared, day + dt.timedelta(days)), ()):
                key = (other.document, other.event)
                if other.document != one.document and key not in seen:
                    seen.add(key)
                    yield other


def _any_keys(one: Compared) -> list[Key]:
    """What two events share if any of their actors, or two of their countries, are the same."""
    actors = one.sources | one.targets
    return sorted([(actor,) for actor in actors] + list(itertools.combinations(sorted(one.countries), 2)))


def _pair_keys(one: Compared) -> list[Key]:
    """What two events share if their actors score above `BY_COUNTRY`: many share a country, few a pair.

    Such a score takes a source and a target that are the same, or two of all actors of a mutual event; where
    a side is empty, or somebody acts on himself, one actor can be enough.
    """
    actors = one.sources | one.targets
    keys: list[Key] = list(itertools.combinations(sorted(actors), 2))
    if not one.sources or not one.targets or one.sources & one.targets:
        keys += [(actor,) for actor in sorted(actors)]
    return keys


def _day(one: Compared) -> dt.date:
    day = one.first or one.reported
    assert day is not None  # noqa: S101  # `compared` saw to it
    return day


def match(one: Compared, other: Compared) -> EventLink | None:
    """Score two records; None where they cannot be one event.

    They cannot if they are of another type, if one is denied and one is not, or if they are words that share
    neither a date nor what they are about.
    """
    if one.type != other.type or (one.status == "negated") != (other.status == "negated"):
        return None
    parts = (
        _type_score(one, other),
        _actor_score(one, other),
        _day_score(one, other),
        _place_score(one, other),
    )
    score = sum(weight * value for weight, (value, _) in zip((TYPE, ACTORS, DAY, PLACE), parts, strict=True))
    if parts[1][0] == 0 or not _same_subject(one, other):
        return None
    return EventLink(
        document=one.document,
        event=one.event,
        other_document=other.document,
        other_event=other.event,
        score=round(score, 3),
        reason="; ".join(reason for _, reason in parts),
    )


def _same_subject(one: Compared, other: Compared) -> bool:
    """Whether undated acts in words are about one thing; visits and meetings are told by their form."""
    if not one.verbal or (one.first and other.first) or (one.form and one.form == other.form):
        return True
    return same_substance(
        one.evidence, other.evidence, one.names | other.names, one.countries | other.countries
    )


def _type_score(one: Compared, other: Compared) -> tuple[float, str]:
    if one.mode == other.mode:
        return 1.0, f"both {one.type} {one.mode or ''}".rstrip()
    if one.mode is None or other.mode is None:
        return 0.8, f"both {one.type}, one without mode"
    return HALF, f"both {one.type}, {one.mode} and {other.mode}"


def _actor_score(one: Compared, other: Compared) -> tuple[float, str]:
    straight = (_overlap(one.sources, other.sources) + _overlap(one.targets, other.targets)) / 2
    if not (one.sources | one.targets) & (other.sources | other.targets):
        straight = 0.0  # two sides that name nobody are no agreement
    elif one.mutual or other.mutual:
        straight = max(straight, _overlap(one.sources | one.targets, other.sources | other.targets))
    if straight == 1:
        return 1.0, "the same actors"
    countries = _overlap(one.countries, other.countries) if one.countries else 0.0
    by_country = BY_COUNTRY * countries if len(one.countries & other.countries) > 1 else 0.0
    if by_country > straight:
        return (
            by_country,
            f"actors of the same countries ({'–'.join(sorted(one.countries & other.countries))})",
        )
    return straight, f"{straight:.0%} of the actors the same" if straight else "no actor the same"


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared among all of both; 1 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _day_score(one: Compared, other: Compared) -> tuple[float, str]:
    if one.first is None or other.first is None:
        apart = abs((_day(one) - _day(other)).days)
        return max(0.0, 0.7 - 0.2 * apart), f"{apart} days apart by the day of a report"
    if one.first <= (other.last or other.first) and other.first <= (one.last or one.first):
        return 1.0, "the same day" if one.first == other.first else "days that overlap"
    apart = abs((one.first - other.first).days)
    return (0.4 if apart == 1 else 0.0), f"{apart} days apart"


def _place_score(one: Compared, other: Compared) -> tuple[float, str]:
    if one.place is None or other.place is None:
        return UNKNOWN_PLACE, "place not told by both"
    if one.place == other.place:
        return 1.0, "the same place"
    if one.place_country and one.place_country == other.place_country:
        return HALF, "places in one country"
    return 0.0, "other places"
