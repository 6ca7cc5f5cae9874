"""What the words beside a place's name say: what it lies in, what it is called, what it is listed with.

Paris, Texas    Paris (Texas)    Athens, Ga.    Tripoli in northern Lebanon    Egypt's Alexandria the
Lebanese port of Tripoli    Tripoli, a city in Lebanon    the state of Georgia    Russia, Georgia and
Armenia
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.resolve.actors_scan import POSSESSIVES, Scan, TokenHit
from dragoman.resolve.places_readings import (
    ONE_PLACE_KM,
    Level,
    Reading,
    distance_km,
    find_readings,
    find_state,
)
from dragoman.resolve.places_words import (
    COMPASS,
    COUNTRY_NOUNS,
    NATIONAL_WORDS,
    REGION_NOUNS,
    STATE_NOUNS,
    STATE_WORDS,
    TOWN_NOUNS,
    WHERE,
)

FIRM, LOOSE = 6.0, 3.5
"""Nats for "X, Y", and for ways of saying so that leave more room."""
HOLDS_ANOTHER = 5.0
REGION_NOUN, COUNTRY_NOUN, TOWN_NOUN = 6.0, 6.0, 1.5
LISTED_COUNTRY, LISTED_LOCAL = 2.0, 1.5
NEXT_TO, TALK = 4.0, 1.0
BESIDE_STATE = 6.0
"""What it says for a country that it does something to another country, or has it done to it."""
OWN_NAME = 8.0
"""What it says for a place that it bears the name where one in the same spot is called otherwise: the
governorate of Quds, for "Jerusalem"."""
AFTER_UNKNOWN = 1.5
LONGEST_LIST = 12
"""Names of a list looked at on either side."""
WITHIN_KM = 150.0
"""How near a region's centre a place of unknown region lies in it."""
SIDES = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
DEALING = frozenset({"with", "against", "by"})
LEADS = frozenset({"the", "a", "an"})
LISTING = frozenset({",", "and", "or", "&", "the", "as", "well", "both"})


@dataclass(frozen=True, slots=True)
class Container:
    """Something that a place is said to lie in: readings of its name, and where it stands as tokens."""

    readings: tuple[Reading, ...]
    first: int
    last: int
    firm: bool

    def holds(self, reading: Reading) -> bool:
        """Whether the place of the reading lies in any of the container's."""
        return any(holds(outer, reading) for outer in self.readings)


def holds(outer: Reading, inner: Reading) -> bool:
    """Whether one place lies in the other, as far as the tables tell."""
    if inner.level != "local" or outer.country != inner.country or outer is inner:
        return False
    if outer.level == "country":
        return True
    code = outer.region
    if code is not None and code in inner.regions:
        return inner.region != code
    if outer.point is None or inner.point is None:
        return outer.entries[0].kind != "city"
    return distance_km(outer.point, inner.point) <= WITHIN_KM


class Context:
    """The surroundings of the hits of one document."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan

    # what it lies in

    def containers(self, hit: TokenHit) -> list[Container]:
        """Everything that the words around the hit say it lies in."""
        first, last = hit.first, hit.last
        found = [self.after_comma(last), self.inside(last), self._owner(first), self._apposed(last)]
        return [container for container in found if container is not None]

    def after_comma(self, last: int) -> Container | None:
        """The Y of "X, Y" and "X (Y)"."""
        scan, end = self.scan, self._end(last)
        if last + 1 >= end or scan.tree.words[last] not in {",", "("}:
            return None
        return self._container(last + 1, firm=True)

    def _container(self, i: int, *, firm: bool) -> Container | None:
        """What is named at token `i`, past words like "northern"."""
        scan, end = self.scan, self._end(i)
        while i < end and scan.tree.lower[i] in COMPASS | LEADS and scan.hit_at[i] < 0:
            i += 1
        if i >= end:
            return None
        state = find_state(scan.tree.words[i], scan.knowledge.gazetteer) if firm else None
        if state is not None:
            return Container((state,), i, i + 1, firm)
        hit = scan.hit(i)
        if hit is None or hit.first != i or (firm and hit.entry.kind == "demonym"):
            return None
        readings = tuple(r for r in find_readings(hit.entries) if r.level != "wide")
        return Container(readings, i, hit.last, firm) if readings else None

    def inside(self, last: int) -> Container | None:
        """The Y of "X in northern Y"."""
        if last + 1 < self._end(last) and self.scan.tree.lower[last] == "in":
            return self._container(last + 1, firm=False)
        return None

    def _owner(self, first: int) -> Container | None:
        """The Y of "Y's X", "the Y-ian city of X", "the Y-ian towns of W and X", "Y-ian X"."""
        scan, floor = self.scan, self.scan.sentence_start(first)
        lower, i = scan.tree.lower, self._list_start(first) - 1
        if i > floor and lower[i] == "of" and lower[i - 1] in TOWN_NOUNS | REGION_NOUNS:
            i -= 1
        elif i + 1 < first:
            return None
        start = i + 1
        while i >= floor and scan.hit_at[i] < 0 and i > start - 6:
            word = lower[i]
            if word not in COMPASS | TOWN_NOUNS | REGION_NOUNS | POSSESSIVES and scan.tree.pos[i] != "ADJ":
                return None
            i -= 1
        hit = scan.hit(i) if i >= floor else None
        if hit is None or not find_readings(hit.entries):
            return None
        between = lower[hit.last : start]
        if hit.entry.kind != "demonym" and POSSESSIVES.isdisjoint(between) and TOWN_NOUNS.isdisjoint(between):
            return None
        return Container(find_readings(hit.entries), hit.first, hit.last, firm=False)

    def _list_start(self, first: int) -> int:
        """First token of the first name in the list that the name at `first` stands in."""
        scan, floor = self.scan, self.scan.sentence_start(first)
        for _ in range(LONGEST_LIST):
            i = first - 1
            while i > floor and scan.tree.lower[i] in {",", "and", "or"}:
                i -= 1
            before = scan.hit(i) if floor <= i < first - 1 else None
            if before is None:
                break
            first = before.first
        return first

    def _apposed(self, last: int) -> Container | None:
        """The Y of "X, a city in Y", "X, the Y-ian capital", "X, capital of Y"."""
        scan, end = self.scan, self._end(last)
        lower = scan.tree.lower
        if last + 2 >= end or lower[last] != ",":
            return None
        if lower[last + 1] not in LEADS and lower[last + 1] not in TOWN_NOUNS:
            return None
        noun = next((i for i in range(last + 1, min(end, last + 8)) if lower[i] in TOWN_NOUNS), None)
        if noun is None:
            return None
        for i in range(last + 1, noun):
            hit = scan.hit(i)
            if hit is not None and find_readings(hit.entries):
                return Container(find_readings(hit.entries), hit.first, hit.last, firm=False)
        for i in range(noun + 1, min(end, noun + 4)):
            if lower[i] in {"in", "of"}:
                return self._container(i + 1, firm=False)
        return None

    def _end(self, i: int) -> int:
        return self.scan.sentence_end(i) if i < len(self.scan.tree) else 0

    # scores

    def score(self, hit: TokenHit, readings: tuple[Reading, ...]) -> list[float]:
        """What the words beside a mention say for each of its readings, in nats."""
        scores = [0.0] * len(readings)
        containers = self.containers(hit)
        inner = self._contained(hit)
        wanted = self._wanted_level(hit)
        if self._follows_unknown(hit):
            wanted["region"] = wanted.get("region", 0.0) + AFTER_UNKNOWN
        talk = self._talk(hit)
        if self._deals_with_state(hit):
            talk["country"] = talk.get("country", 0.0) + BESIDE_STATE
        listed = list(self._listed(hit))
        bearers = self._bearers(hit, readings)
        for k, reading in enumerate(readings):
            scores[k] += max((FIRM if c.firm else LOOSE for c in containers if c.holds(reading)), default=0.0)
            if any(holds(reading, other) for other in inner):
                scores[k] += HOLDS_ANOTHER
            scores[k] += wanted.get(_sort(reading), 0.0) + talk.get(_sort(reading), 0.0)
            scores[k] += max((_likeness(reading, other) for other in listed), default=0.0)
            scores[k] += OWN_NAME if k in bearers else 0.0
        return scores

    def _bearers(self, hit: TokenHit, readings: tuple[Reading, ...]) -> set[int]:
        """Readings that bear the name where another one, in the same spot, is called otherwise."""
        name = self.scan.text(hit.first, hit.last)
        named = [any(entry.name == name for entry in reading.entries) for reading in readings]
        return {
            k
            for k, reading in enumerate(readings)
            for m, other in enumerate(readings)
            if named[k] and not named[m] and _shares_spot(reading, other)
        }

    def _deals_with_state(self, hit: TokenHit) -> bool:
        """Whether one verb has the name and a country as its parties: "Moldova threatened Georgia"."""
        tree = self.scan.tree
        party = self._party(hit.last - 1)
        if party is None:
            return False
        verb = tree.head[party]
        for other in tree.children[verb]:
            if other == party or tree.dep[other] not in SIDES:
                continue
            state = self.scan.hit(other)
            if state is not None and state.entry.kind == "country" and len(find_readings(state.entries)) == 1:
                return True
        return False

    def _party(self, i: int) -> int | None:
        """The name as subject or object of a verb, by itself or behind "with", "against" and the like."""
        tree = self.scan.tree
        if tree.dep[i] == "pobj" and tree.lower[tree.head[i]] in DEALING:
            i = tree.head[i]
            return i if tree.pos[tree.head[i]] == "VERB" else None
        return i if tree.dep[i] in SIDES and tree.pos[tree.head[i]] == "VERB" else None

    def _contained(self, hit: TokenHit) -> list[Reading]:
        """Readings of the X, and of what X is joined to by "and", where the hit is the Y of "X, Y"."""
        scan, i = self.scan, hit.first - 1
        floor = scan.sentence_start(hit.first)
        if i <= floor or scan.tree.words[i] not in {",", "("}:
            return []
        found: list[Reading] = []
        i -= 1
        while i >= floor and i > hit.first - 10:
            before = scan.hit(i)
            if before is not None:
                found += find_readings(before.entries)
                i = before.first - 1
            elif scan.tree.lower[i] in LISTING or scan.cap[i]:
                i -= 1
            else:
                break
        return found

    def _follows_unknown(self, hit: TokenHit) -> bool:
        """Whether the hit is the Y of "in X, Y" where no table has X."""
        scan, i = self.scan, hit.first - 2
        return (
            i > scan.sentence_start(hit.first)
            and scan.tree.words[i + 1] == ","
            and scan.cap[i]
            and scan.hit_at[i] < 0
            and scan.tree.lower[i - 1] in WHERE
        )

    def _wanted_level(self, hit: TokenHit) -> dict[str, float]:
        """What a noun beside the name says it is: "Washington state", "the republic of Georgia"."""
        scan, lower, i = self.scan, self.scan.tree.lower, hit.first
        after = lower[hit.last] if hit.last < len(lower) else ""
        before = lower[i - 2] if i > 1 and lower[i - 1] == "of" else ""
        named = i > 2 and scan.cap[i - 3] and lower[i - 3] not in LEADS  # "the Svaneti province of Georgia"
        if after in REGION_NOUNS or (before in STATE_NOUNS and not named):
            return {"region": REGION_NOUN}
        if before in COUNTRY_NOUNS:
            return {"country": COUNTRY_NOUN}
        if before in TOWN_NOUNS or (hit.first and lower[hit.first - 1] in TOWN_NOUNS) or after == "city":
            return {"city": TOWN_NOUN}
        return {}

    def _talk(self, hit: TokenHit) -> dict[str, float]:
        """Words near the name that speak of states or of provinces; those beside it weigh more."""
        scan = self.scan
        floor, end = scan.sentence_start(hit.first), scan.sentence_end(hit.first)
        around = {
            NEXT_TO: scan.tree.lower[max(floor, hit.first - 2) : min(end, hit.last + 2)],
            TALK: scan.tree.lower[max(floor, hit.first - 4) : min(end, hit.last + 4)],
        }
        talk: dict[str, float] = {}
        for weight, words in around.items():
            if not NATIONAL_WORDS.isdisjoint(words):
                talk.setdefault("country", weight)
            if not STATE_WORDS.isdisjoint(words):
                talk.setdefault("region", weight)
        return talk

    def _listed(self, hit: TokenHit) -> Iterator[Reading]:
        """The sure readings of the names that stand in one list with the hit, the nearest on either side."""
        low, high = self.scan.sentence_start(hit.first), self.scan.sentence_end(hit.first)
        for step in (-1, 1):
            i, linked, seen = (hit.first - 1 if step < 0 else hit.last), False, 0
            while low <= i < high and seen < LONGEST_LIST:
                other = self.scan.hit(i)
                if other is not None:
                    readings = find_readings(other.entries)
                    if linked and len(readings) == 1:
                        yield readings[0]
                    i = other.first - 1 if step < 0 else other.last
                    linked, seen = False, seen + 1
                elif self.scan.tree.lower[i] in LISTING:
                    linked = linked or self.scan.tree.lower[i] not in LEADS
                    i += step
                else:
                    break


def _shares_spot(a: Reading, b: Reading) -> bool:
    return a.point is not None and b.point is not None and distance_km(a.point, b.point) <= ONE_PLACE_KM


def _sort(reading: Reading) -> str:
    """A country, a region or a town."""
    if reading.level == "country":
        return "country"
    return "region" if reading.entries[0].kind == "region" else "city"


def _likeness(reading: Reading, other: Reading) -> float:
    """What it says for a reading that a sure one is listed beside it."""
    same: Level = other.level
    if reading.level != same:
        return 0.0
    if same == "country":
        return LISTED_COUNTRY
    return LISTED_LOCAL if reading.country == other.country else 0.0
