"""Events and claims by who, whom, what and when: the common questions without SQL."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, TypedDict

from dragoman.errors import UsageError
from dragoman.lake.answer import Answer
from dragoman.lake.snapshot import Snapshot


class EventFilter(TypedDict, total=False):
    """Which events; all that is given must hold. Several values of one key: any of them."""

    actor: str
    """A country (alpha-3) or a name as written, of a source or target."""
    between: tuple[str, str]
    """Two countries, either way."""
    type: str | Sequence[str]
    form: str | Sequence[str]
    status: str | Sequence[str]
    start: dt.date
    """No event that ended before. An event without a date is left out where `start` or `end` is given."""
    end: dt.date
    """No event that began after."""


class ClaimFilter(TypedDict, total=False):
    """Which claims; all that is given must hold. Several values of one key: any of them."""

    speaker: str
    """A country (alpha-3) or a name as written."""
    between: tuple[str, str]
    """Two countries, one speaking to, with or about the other."""
    kind: str | Sequence[str]
    stance: str | Sequence[str]
    about: str
    """The name of what it is about, in any case, or its identity."""
    start: dt.date
    """No claim dated before; where it has no date of its own, none reported before."""
    end: dt.date
    """No claim dated after; where it has no date of its own, none reported after."""


_COUNTRY = re.compile(r"[A-Z]{3}")

_BETWEEN = {"events": ("dyads", "event"), "claims": ("statements", "claim")}
"""Table → the table of its pairs, and the column there that holds its ids."""


def select_events(snapshot: Snapshot, which: EventFilter) -> Answer:
    """Rows of `events`, by date."""
    conditions, values = _common(snapshot, "events", which.get("between"))
    _any_of("type", which.get("type"), conditions, values)
    _any_of("form", which.get("form"), conditions, values)
    _any_of("status", which.get("status"), conditions, values)
    if actor := which.get("actor"):
        conditions.append(f"list_contains({_of_actors('list_concat(sources, targets)', actor)}, $actor)")
        values["actor"] = _folded(actor)
    _dates(which, ('date."start"', 'date."end"'), conditions, values)
    return _rows(snapshot, "events", conditions, values)


def select_claims(snapshot: Snapshot, which: ClaimFilter) -> Answer:
    """Rows of `claims`, by date."""
    conditions, values = _common(snapshot, "claims", which.get("between"))
    _any_of("kind", which.get("kind"), conditions, values)
    _any_of("stance", which.get("stance"), conditions, values)
    if speaker := which.get("speaker"):
        conditions.append(f"list_contains({_of_actors('speakers', speaker)}, $speaker)")
        values["speaker"] = _folded(speaker)
    if about := which.get("about"):
        conditions.append(
            "(list_contains(about_keys, $about)"
            " OR list_contains(list_transform(about_names, lambda n: lower(n)), lower($about)))"
        )
        values["about"] = about
    _dates(which, ('coalesce(date."start", reported)', 'coalesce(date."end", reported)'), conditions, values)
    return _rows(snapshot, "claims", conditions, values)


def pair_of(countries: tuple[str, str]) -> str:
    """Two countries as the column `pair` holds them.

    Raises:
        UsageError: If one is not three capitals.
    """
    for country in countries:
        if not _COUNTRY.fullmatch(country):
            raise UsageError(f"{country} is no country code. Give ISO alpha-3 codes, such as KGZ.")
    return "-".join(sorted(countries))


def _common(
    snapshot: Snapshot, table: str, between: tuple[str, str] | None
) -> tuple[list[str], dict[str, Any]]:
    """The condition for a pair. Records lie in files sorted by `filed_under`: naming it skips the rest."""
    if between is None:
        return [], {}
    pairs, key = _BETWEEN[table]
    values: dict[str, Any] = {"pair": pair_of(between)}
    filed = snapshot.query(
        f"SELECT DISTINCT filed_under, year FROM {pairs} WHERE pair = $pair",  # noqa: S608  # our names
        values,
    ).to_pydict()
    names = ", ".join(f"'{one}'" for one in sorted(set(filed["filed_under"]))) or "''"
    return [
        f"filed_under IN ({names})",
        f"(document, id) IN (SELECT (document, {key}) FROM {pairs} WHERE pair = $pair)",  # noqa: S608
    ], values


def _any_of(
    column: str, wanted: str | Sequence[str] | None, conditions: list[str], values: dict[str, Any]
) -> None:
    if wanted is not None:
        conditions.append(f"{column} IN (SELECT unnest(${column}))")
        values[column] = [wanted] if isinstance(wanted, str) else list(wanted)


def _of_actors(actors: str, wanted: str) -> str:
    """What of the actors `wanted` is to be found among."""
    field = "a.country" if _COUNTRY.fullmatch(wanted) else "lower(a.name)"
    return f"list_transform({actors}, lambda a: {field})"


def _folded(wanted: str) -> str:
    return wanted if _COUNTRY.fullmatch(wanted) else wanted.lower()


def _dates(
    which: EventFilter | ClaimFilter,
    columns: tuple[str, str],
    conditions: list[str],
    values: dict[str, Any],
) -> None:
    first, last = columns
    if start := which.get("start"):
        conditions.append(f"coalesce({last}, {first}) >= $start")
        values["start"] = start
    if end := which.get("end"):
        conditions.append(f"coalesce({first}, {last}) <= $end")
        values["end"] = end


def _rows(snapshot: Snapshot, table: str, conditions: list[str], values: dict[str, Any]) -> Answer:
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    order = ' ORDER BY date."start" NULLS LAST, document, position'
    return Answer(snapshot.query(f"SELECT * FROM {table}{where}{order}", values))  # noqa: S608  # our names
