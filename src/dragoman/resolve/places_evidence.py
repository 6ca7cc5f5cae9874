"""What a document says about where it plays: the countries, regions and points it surely names.

Each ambiguous form is weighed against this: a reading scores its size, how much of the document speaks of
its country, its region and its surroundings, and what the words beside the mention say. The scores are
nats, so that a softmax over them gives the confidence. Weights were set on the odd articles of GeoVirus and
our own sentences.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.resolve.places_readings import ONE_PLACE_KM, Reading, distance_km

UNSEEN = 0.2
"""Mentions that a country counts as having before the first."""
NATIONAL_SHARE = 0.4
"""What the name of a country says about its towns, beside what another of its towns says."""
DATELINE_MENTIONS = 2.0
SAME_SENTENCE = 1.5
NEAR_KM, FAR_KM = 100.0, 400.0
NEAR_BONUS, FAR_BONUS = 1.5, 0.7
CLEAR = 0.8
"""Confidence from which a reading is clear: below it, no coordinates. See benchmarks/places.py."""


@dataclass(slots=True)
class Evidence:
    """Mentions by country (of towns and of the country itself) and by region, and the points of the towns."""

    local: dict[str, float] = field(default_factory=dict)
    national: dict[str, float] = field(default_factory=dict)
    regions: dict[str, float] = field(default_factory=dict)
    points: set[tuple[float, float]] = field(default_factory=set)
    sentences: dict[int, set[str]] = field(default_factory=dict)
    """Countries spoken of in each sentence, by its number."""

    def add(self, reading: Reading, sentence: int | None, mentions: float = 1.0) -> None:
        """Count a mention whose reading is sure."""
        country = reading.country
        if country is None:
            return
        counts = self.national if reading.level == "country" else self.local
        counts[country] = counts.get(country, 0.0) + mentions
        for code in reading.regions if reading.level == "local" else ():
            self.regions[code] = self.regions.get(code, 0.0) + mentions
        point = reading.point if reading.level == "local" else None
        if point is not None:
            self.points.add(point)
        if sentence is not None:
            self.sentences.setdefault(sentence, set()).add(country)

    def support(self, reading: Reading) -> float:
        """How much the rest of the document speaks for a reading, in nats."""
        if reading.country is None:
            return 0.0
        local = self.local.get(reading.country, 0.0)
        national = self.national.get(reading.country, 0.0)
        if reading.level == "country":
            return gain(local + national)
        score = gain(local + NATIONAL_SHARE * national)
        score += max((gain(self.regions.get(code, 0.0)) for code in reading.regions), default=0.0)
        return score + self._nearness(reading)

    def _nearness(self, reading: Reading) -> float:
        here = reading.point
        if here is None or not self.points:
            return 0.0
        nearest = min(distance_km(here, point) for point in self.points)
        return NEAR_BONUS if nearest <= NEAR_KM else FAR_BONUS if nearest <= FAR_KM else 0.0

    def in_sentence(self, reading: Reading, sentence: int) -> float:
        """What the mention's own sentence adds."""
        return SAME_SENTENCE if reading.country in self.sentences.get(sentence, ()) else 0.0

    def mentions(self, country: str | None) -> float:
        """How often the document speaks of a country or of a place in it."""
        return self.local.get(country or "", 0.0) + self.national.get(country or "", 0.0)

    def leading(self, share: float) -> list[str]:
        """The countries that have at least a share of all mentions, the most spoken of first."""
        counts = {country: self.mentions(country) for country in {*self.local, *self.national}}
        least = share * sum(counts.values())
        return sorted((c for c in counts if counts[c] >= least), key=lambda c: (-counts[c], c))


def gain(mentions: float) -> float:
    """What a number of mentions says for a country, in nats."""
    return math.log((mentions + UNSEEN) / UNSEEN)


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen reading, the probability that it is meant, and that its point is.

    Other readings may share the point: whosever a disputed town is, it lies where it lies.
    """

    reading: Reading
    confidence: float
    point_confidence: float

    @property
    def is_clear(self) -> bool:
        """Whether its coordinates can be given."""
        return self.point_confidence >= CLEAR


def choose(readings: Sequence[Reading], scores: Sequence[float]) -> Choice:
    """The likeliest reading of the likeliest country, by scores in nats."""
    shares = softmax(scores)
    countries: dict[str | None, float] = {}
    for reading, share in zip(readings, shares, strict=True):
        countries[reading.country] = countries.get(reading.country, 0.0) + share
    country = max(countries, key=lambda code: countries[code])
    best = max(
        (k for k, reading in enumerate(readings) if reading.country == country), key=lambda k: shares[k]
    )
    chosen = readings[best]
    here = sum(
        share for reading, share in zip(readings, shares, strict=True) if _shares_point(chosen, reading)
    )
    return Choice(chosen, shares[best], here)


def _shares_point(a: Reading, b: Reading) -> bool:
    if a is b:
        return True
    return a.point is not None and b.point is not None and distance_km(a.point, b.point) <= ONE_PLACE_KM


def softmax(scores: Sequence[float]) -> list[float]:
    """Shares that sum to one."""
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]
