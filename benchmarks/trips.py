"""The Secretary of State's trips abroad: what the releases tell of, against the historian's list.

    python benchmarks/trips.py [--tellings]

Codes the State Department's releases of 20 May to 13 August 2021 (`../shared/data/statedept`) and joins
their visit records into trips: by traveller, country and overlapping days. The trips are compared with the
list of the Secretary's travels by the Office of the Historian (`../shared/data/visits`).

A telling with days of its own (a day, or a range of at most a month) makes a trip or joins one that it
overlaps. A telling without days joins the trip to its country that fits the day it was printed on: the one
under way then, the last one before, or the next one. Days that one sentence gives to several countries are
those of the tour: they bound the trip, and set its days only where nothing else does. Of several days told,
those told most often are the trip's.

A row of the list is found with country and days where the trip's days overlap its own, a day of grace on
either side: the list counts days on the spot, releases count from the flight out. `TOLD` says of each row
whether the releases tell of it at all, and whether they give days; a reader looked for each. `WHY` sorts
the tellings of trips that the list does not have, after a reader looked at each.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dragoman.errors import StageError
from dragoman.pipeline import load
from dragoman.records import Coded, Event
from releases import SHARED, releases

TRAVELS = SHARED / "data" / "visits" / "travels_to_2021.csv"
TRAVELLER = "Blinken"
FIRST, LAST = dt.date(2021, 5, 1), dt.date(2021, 8, 31)
CODES = {
    "Afghanistan": "AFG", "Belgium": "BEL", "Costa Rica": "CRI", "Denmark": "DNK",
    "Denmark (Greenland)": "DNK", "Egypt": "EGY", "France": "FRA", "Germany": "DEU", "Iceland": "ISL",
    "India": "IND", "Israel": "ISR", "Italy": "ITA", "Japan": "JPN", "Jordan": "JOR", "Korea, South": "KOR",
    "Kuwait": "KWT", "Palestinian Authority": "PSE", "Qatar": "QAT", "Switzerland": "CHE", "Ukraine": "UKR",
    "United Kingdom": "GBR", "Vatican City": "VAT",
}  # fmt: skip
"""The list's names of countries; Greenland counts with Denmark, as the records have it."""

TOLD: dict[tuple[str, str], Literal["days", "country", "no"]] = {
    ("GBR", "2021-05-03"): "no",
    ("UKR", "2021-05-05"): "no",
    ("DNK", "2021-05-16"): "country",  # "my recent visit", June 5
    ("ISL", "2021-05-17"): "country",  # "my recent visit", June 17
    ("DNK", "2021-05-20"): "days",
    ("ISR", "2021-05-25"): "days",
    ("PSE", "2021-05-25"): "days",
    ("EGY", "2021-05-26"): "days",
    ("JOR", "2021-05-26"): "days",
    ("CRI", "2021-06-01"): "days",
    ("GBR", "2021-06-10"): "country",  # the schedule of June 13: "accompanies … on travel to"
    ("BEL", "2021-06-13"): "days",  # June 13: "who is in Brussels"
    ("CHE", "2021-06-16"): "country",  # the schedule of June 13
    ("DEU", "2021-06-23"): "days",
    ("FRA", "2021-06-24"): "days",
    ("ITA", "2021-06-27"): "days",
    ("VAT", "2021-06-28"): "days",
    ("ITA", "2021-06-28"): "days",
    ("IND", "2021-07-26"): "days",
    ("KWT", "2021-07-28"): "days",
}
"""What the releases tell of each row of May to August: country and days, the country alone, or nothing."""

WHY: dict[str, str] = {}
"""Release and country of a telling that the list does not have → its kind."""

Days = tuple[dt.date, dt.date]
"""First and last."""
A_WEEK = dt.timedelta(days=7)
A_DAY = dt.timedelta(days=1)
LONGEST = dt.timedelta(days=31)
SOON = dt.timedelta(days=45)
"""How far ahead of its printing a planned trip without days is looked for."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One release's record of a visit; `days` is None where it gives none, or only a month or a year."""

    release: str
    printed: dt.date
    country: str
    days: Days | None
    of_tour: bool
    status: str
    words: str


@dataclass(slots=True)
class Trip:
    """Tellings of one visit."""

    country: str
    tellings: list[Telling] = field(default_factory=list)

    def days(self) -> Days | None:
        """First and last day: those told most often, of this country alone before those of a tour."""
        dated = [t for t in self.tellings if t.days is not None]
        own = [t for t in dated if not t.of_tour] or dated
        if own:
            said = [t.days for t in own]
            return max(own, key=lambda t: (said.count(t.days), t.printed)).days
        here = [t.printed for t in self.tellings if t.status == "ongoing" and not t.of_tour]
        return (min(here), max(here)) if here else None

    def bounds(self) -> Days | None:
        """The days of all tellings together; a tour under way is over or ahead within the week."""
        all_days = [t.days for t in self.tellings if t.days is not None]
        all_days += [
            (t.printed - A_WEEK, t.printed + A_WEEK) if t.of_tour else (t.printed, t.printed)
            for t in self.tellings
            if t.days is None and t.status == "ongoing"
        ]
        return (min(d[0] for d in all_days), max(d[1] for d in all_days)) if all_days else None

    def told_before(self) -> dt.date:
        """The last day on which it can have begun, where no days are told."""
        return min(t.printed for t in self.tellings)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the historian's list."""

    country: str
    start: dt.date
    end: dt.date

    @property
    def told(self) -> str:
        """What the releases tell of it; rows of other months are only looked up for trips of the past."""
        return TOLD.get((self.country, self.start.isoformat()), "no")


def main() -> int:
    """Code, join, compare, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tellings", action="store_true", help="print every telling under its trip")
    options = parser.parse_args()
    if not TRAVELS.is_file():
        print("No list of travels in ../shared: nothing to compare.")
        return 0
    told = list(code_tellings())
    report(join(told), rows(), show=options.tellings)
    return 0


def rows() -> list[Row]:
    """The Secretary's trips of 2021, in order."""
    with TRAVELS.open(encoding="utf-8", newline="") as file:
        found = [
            Row(CODES[r["country"]], dt.date.fromisoformat(r["start"]), dt.date.fromisoformat(r["end"]))
            for r in csv.DictReader(file)
            if TRAVELLER in r["visitor"] and r["start"] <= LAST.isoformat() and r["country"] in CODES
        ]
    return sorted(found, key=lambda row: (row.start, row.end))


# from records to trips


def code_tellings() -> Iterable[Telling]:
    """The traveller's visits in every release; what was called off or only imagined is none."""
    kept = list(releases())
    pipeline = load()
    for release, coded in zip(kept, pipeline.stream(r.document for r in kept), strict=True):
        if isinstance(coded, StageError):
            sys.exit(str(coded))
        yield from tellings(release.id, release.day, coded)


def tellings(release: str, printed: dt.date, coded: Coded) -> list[Telling]:
    """The traveller's visits in one release."""
    visits = [
        e
        for e in coded.events
        if e.form == "visit"
        and e.status not in {"negated", "hypothetical"}
        and any(a.name.split()[-1] == TRAVELLER for a in e.sources)
    ]
    sentences = [e.evidence for e in visits]
    return [
        Telling(
            release,
            printed,
            event.targets[0].country or "",
            days_of(event),
            of_tour=sentences.count(event.evidence) > 1,
            status=event.status,
            words=" ".join(event.evidence.of(coded.document.text).split()),
        )
        for event in visits
    ]


def days_of(event: Event) -> Days | None:
    """First and last day, where they are days: no week, month or year, nothing open."""
    date = event.date
    if date is None or date.start is None or date.end is None or date.precision not in {"day", "range"}:
        return None
    return (date.start, date.end) if date.end - date.start <= LONGEST else None


def join(told: Sequence[Telling]) -> list[Trip]:
    """Trips, each with all its tellings."""
    trips: list[Trip] = []
    for telling in sorted((t for t in told if t.days), key=lambda t: (t.days or (), t.printed)):
        days = telling.days
        near = [t for t in trips if t.country == telling.country and days and overlap(t.bounds(), days)]
        add(near[0] if near else None, telling, trips)
    for telling in sorted((t for t in told if not t.days), key=lambda t: (t.status != "ongoing", t.printed)):
        add(fitting(telling, [t for t in trips if t.country == telling.country]), telling, trips)
    return sorted(trips, key=lambda t: (t.days() or (t.told_before(), t.told_before()), t.country))


def add(trip: Trip | None, telling: Telling, trips: list[Trip]) -> None:
    """Add a telling to its trip, or begin one."""
    if trip is None:
        trip = Trip(telling.country)
        trips.append(trip)
    trip.tellings.append(telling)


def fitting(telling: Telling, trips: Sequence[Trip]) -> Trip | None:
    """The trip that a telling without days is of: under way when printed, else the last, else the next."""
    day = (telling.printed, telling.printed)
    dated = [(bounds, t) for t in trips if (bounds := t.bounds()) is not None]
    under_way = [t for bounds, t in dated if overlap(bounds, day, A_DAY)]
    before = [(bounds, t) for bounds, t in dated if bounds[1] < telling.printed]
    after = [(bounds, t) for bounds, t in dated if telling.printed < bounds[0] <= telling.printed + SOON]
    if telling.status == "planned" and after:
        return min(after, key=lambda pair: pair[0])[1]
    if under_way:
        return under_way[0]
    if telling.status == "ongoing" and after:
        return min(after, key=lambda pair: pair[0])[1]
    if telling.status in {"occurred", "historical"}:
        undated = [t for t in trips if t.bounds() is None]
        return max(before, key=lambda pair: pair[0])[1] if before else next(iter(undated), None)
    return None


def overlap(
    one: Days | None,
    other: Days | None,
    grace: dt.timedelta = dt.timedelta(),
) -> bool:
    """Whether two stretches of days meet, or miss each other by no more than the grace."""
    return one is not None and other is not None and one[0] - grace <= other[1] and other[0] <= one[1] + grace


# comparing


def matches(trip: Trip, row: Row, before: Sequence[Row]) -> bool:
    """Whether a trip is a row's: its days overlap, or it has none and the row is the last one before it."""
    if trip.country != row.country:
        return False
    days = trip.bounds()
    if days is not None:
        return overlap(days, (row.start, row.end), A_DAY)
    earlier = [r for r in before if r.country == trip.country and r.start <= trip.told_before()]
    return bool(earlier) and earlier[-1] == row


def report(trips: Sequence[Trip], listed: Sequence[Row], *, show: bool) -> None:
    """Print what was found of each row, and what the list does not have."""
    season = [row for row in listed if FIRST <= row.start <= LAST]
    with_country = with_days = exact = 0
    print("| list | told | trip | days |\n| --- | --- | --- | --- |")
    for row in season:
        found = [t for t in trips if matches(t, row, listed)]
        days = [t.days() for t in found if t.days() is not None]
        is_near = any(overlap(d, (row.start, row.end), A_DAY) for d in days)
        is_same = any(d == (row.start, row.end) for d in days)
        if row.told != "no":
            with_country += bool(found) or is_recalled(trips, row)
            with_days += is_near and row.told == "days"
            exact += is_same and row.told == "days"
        without = "without days" if found or is_recalled(trips, row) else "–"
        got = ", ".join(f"{d[0]:%m-%d}..{d[1]:%m-%d}" for d in days if d) or without
        mark = "same" if is_same else "near" if is_near else ""
        print(f"| {row.country} {row.start:%m-%d}..{row.end:%m-%d} | {row.told} | {got} | {mark} |")
    told = [row for row in season if row.told != "no"]
    dated = [row for row in told if row.told == "days"]
    print(f"\n{len(season)} rows of May to August, {len(told)} told of, {len(dated)} of them with days")
    print(f"country: recall {with_country / len(told):.3f} ({with_country} of {len(told)})")
    print(f"country and days: recall {with_days / len(dated):.3f} ({with_days} of {len(dated)}); "
          f"both ends to the day {exact} of {len(dated)}")  # fmt: skip
    strangers = [t for t in trips if not any(matches(t, row, listed) for row in listed)]
    right = len(trips) - len(strangers)
    print(f"precision: {right / len(trips):.3f} ({right} of {len(trips)} trips in the list)")
    for trip in strangers:
        for telling in trip.tellings:
            kind = WHY.get(f"{telling.release} {telling.country}", "not looked at yet")
            print(f"- {telling.release} {telling.country} {telling.status}: {kind}: {telling.words[:160]}")
    if show:
        for trip in trips:
            print(f"{trip.country} {trip.days()}")
            for t in trip.tellings:
                print(f"    {t.release} {t.printed} {t.days} {t.status} {t.words[:100]}")


def is_recalled(trips: Sequence[Trip], row: Row) -> bool:
    """Whether a row told without days is looked back on ("my recent visit") within two months."""
    return row.told == "country" and any(
        t.country == row.country
        and any(x.days is None and row.start <= x.printed <= row.end + 2 * LONGEST for x in t.tellings)
        for t in trips
    )


if __name__ == "__main__":
    sys.exit(main())
