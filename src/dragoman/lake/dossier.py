"""What two countries did, said and promised, and how the words changed.

Each line names its document, by its number in the list of sources, and carries the words that it rests on.
Where the text gives no date, the day of the report stands in, and says so.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
import pyarrow as pa

from dragoman.errors import UsageError
from dragoman.lake.deeds import LINKS, Deed, one_of_each, read_actors, read_deeds, section
from dragoman.lake.selection import pair_of
from dragoman.lake.snapshot import Snapshot
from dragoman.lake.views import STRENGTHS, wording_changes_of


class Country(msgspec.Struct, frozen=True):
    """One of the two."""

    code: str
    name: str


class Statement(msgspec.Struct, frozen=True):
    """A claim by one of the two that the other is partner, addressee or subject of."""

    day: dt.date | None
    is_reported: bool
    kind: str
    speaker_countries: tuple[str, ...]
    """Of the two; both where they speak jointly."""
    other_countries: tuple[str, ...]
    relation: str
    """What the other is to the claim: partner, addressee or about."""
    speakers: tuple[str, ...]
    stance: str | None
    strength: str | None
    about: tuple[str, ...]
    action: str | None
    cue: str | None
    quoted: bool
    negated: bool
    confidence: float
    words: str | None
    source: int
    claim: str


class Wording(msgspec.Struct, frozen=True):
    """How something was put."""

    day: dt.date
    stance: str | None
    strength: str | None
    cue: str | None
    negated: bool
    words: str | None
    source: int
    claim: str


class Change(msgspec.Struct, frozen=True):
    """Two consecutive claims of one country on one issue that put it differently."""

    speaker_country: str
    issue: str
    kind: str
    changed: tuple[str, ...]
    """What differs: stance, strength, cue, negation."""
    before: Wording
    after: Wording


class Tally(msgspec.Struct, frozen=True):
    """What one did towards the other, counted: events that occurred or are under way, linked ones once."""

    source_country: str
    target_country: str
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    goldstein_mean: float | None


class Source(msgspec.Struct, frozen=True):
    """A document that a line rests on."""

    number: int
    document: str
    title: str | None
    publisher: str | None
    published: dt.date | None
    address: str | None


class Dossier(msgspec.Struct, frozen=True):
    """Everything that a lake holds between two countries in a span of days, both ends included."""

    countries: tuple[Country, Country]
    start: dt.date | None
    end: dt.date | None
    linked: bool
    """Whether the lake has links of events; without them an event stands here once for each document."""
    engagements: tuple[Deed, ...]
    """Visits, meetings, calls and the like."""
    deeds: tuple[Deed, ...]
    """Material acts."""
    words: tuple[Deed, ...]
    """Acts in words that none of the claims below tells, such as a threat."""
    pledges: tuple[Statement, ...]
    positions: tuple[Statement, ...]
    statements: tuple[Statement, ...]
    """All other claims."""
    changes: tuple[Change, ...]
    tallies: tuple[Tally, ...]
    sources: tuple[Source, ...]


_STATEMENTS = """
SELECT coalesce(date_start, date_end, reported) AS day,
       date_start IS NULL AND date_end IS NULL AS is_reported,
       kind, speaker_country, other_country, relation, speakers, stance, strength,
       about_names AS about, about_keys, action_text AS action, cue_text AS cue, quoted, negated, confidence,
       evidence_text AS words, document, claim, title, publisher, reported AS published, address,
       coalesce(date_end, date_start, reported) AS last_day
FROM statements
WHERE pair = $pair
"""

_SAID_BETWEEN = """
    SELECT speaker_country, about_keys, about AS about_names, kind,
           day, document, (len(claim), claim) AS position, claim,
           stance, strength, lower(cue) AS cue, negated, words AS evidence_text
    FROM said_between
"""

_CHANGES = f"""
SELECT * FROM ({wording_changes_of(_SAID_BETWEEN)})
WHERE ($start IS NULL OR day >= $start) AND ($end IS NULL OR day <= $end)
ORDER BY day, document, claim
"""  # noqa: S608  # our SQL

# Of all that was ever said, few rows lie in the span: only these, and the heads of documents that they are
# compared with, become Python objects.
_SAID_WITHIN = """
SELECT *, coalesce(($start IS NULL OR last_day >= $start) AND ($end IS NULL OR day <= $end), false) AS within
FROM said_between
WHERE within OR list_contains($compared, document)
ORDER BY day NULLS LAST, document, len(claim), claim, speaker_country != $first
"""


def build_dossier(
    snapshot: Snapshot,
    countries: tuple[Country, Country],
    *,
    start: dt.date | None = None,
    end: dt.date | None = None,
) -> Dossier:
    """Gather what a lake holds between two countries.

    Args:
        snapshot: What to read.
        countries: The two.
        start: The first day, included; None for all.
        end: The last day, included.

    Raises:
        UsageError: If it is one country twice, or the days are in the wrong order.
    """
    first, second = (country.code for country in countries)
    if first == second:
        raise UsageError(f"{first} twice. A dossier is about two countries.")
    if start and end and end < start:
        raise UsageError(f"{end} is before {start}. Give the earlier day first.")
    pair, span = pair_of((first, second)), {"start": start, "end": end}
    deeds = read_deeds(snapshot, {"pair": pair, "first": first, **span})
    table = snapshot.query(_STATEMENTS, {"pair": pair})
    changes = _changes(snapshot, table, start, end)
    compared = sorted(set(_compared(changes)))
    told = snapshot.query(
        _SAID_WITHIN, {"first": first, "compared": compared, **span}, tables={"said_between": table}
    ).to_pylist()
    said = list(_joined(row for row in told if row["within"]))
    sources = _sources((*deeds, *told))
    number = {source.document: source.number for source in sources}
    records = {(row["document"], row["event"]): row for row in reversed(deeds)}
    once = one_of_each(snapshot, list(records.values())[::-1])
    heads = {(row["document"], row["event"]) for row in once}
    counted = [row for row in deeds if (row["document"], row["event"]) in heads]
    actors = read_actors(snapshot, once)
    found = [row | actors[row["document"], row["event"]] for row in once]
    told_claims = {(row["document"], row["claim"]) for row in said}
    events = [(section(row, told_claims), _deed(row, number)) for row in found]
    claims = [_statement(row, number) for row in said]
    return Dossier(
        countries=countries,
        start=start,
        end=end,
        linked=LINKS in snapshot.derived,
        engagements=tuple(deed for where, deed in events if where == "engagements"),
        deeds=tuple(deed for where, deed in events if where == "deeds"),
        words=tuple(deed for where, deed in events if where == "words"),
        pledges=tuple(sorted((one for one in claims if one.kind == "pledge"), key=_strength, reverse=True)),
        positions=tuple(one for one in claims if one.kind == "position"),
        statements=tuple(one for one in claims if one.kind not in {"pledge", "position"}),
        changes=tuple(_change(row, number) for row in changes),
        tallies=tuple(_tally(counted, *pair) for pair in ((first, second), (second, first))),
        sources=sources,
    )


def _joined(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One row for each claim, where both countries speak jointly too."""
    for _, own in itertools.groupby(rows, key=lambda row: (row["document"], row["claim"])):
        first, *others = own
        yield first | {
            "speaker_countries": [row["speaker_country"] for row in (first, *others)],
            "other_countries": [row["other_country"] for row in (first, *others)],
        }


def _changes(
    snapshot: Snapshot, said: pa.Table, start: dt.date | None, end: dt.date | None
) -> list[dict[str, Any]]:
    """Changes of wording whose later claim is within the span; the earlier one may be before it."""
    span = {"start": start, "end": end}
    rows: list[dict[str, Any]] = snapshot.query(_CHANGES, span, tables={"said_between": said}).to_pylist()
    return rows


def _strength(statement: Statement) -> int:
    return STRENGTHS.index(statement.strength) if statement.strength else -1


def _compared(changes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for row in changes:
        yield from (row["previous_document"], row["document"])


def _sources(rows: Iterable[Mapping[str, Any]]) -> tuple[Source, ...]:
    """The documents of rows, by day."""
    heads = {
        row["document"]: (row["title"], row["publisher"], row["published"], row["address"]) for row in rows
    }
    order = sorted(heads, key=lambda one: (heads[one][2] is None, heads[one][2], one))
    return tuple(Source(number, one, *heads[one]) for number, one in enumerate(order, start=1))


def _deed(row: Mapping[str, Any], number: Mapping[str, int]) -> Deed:
    also_in = sorted(number[document] for document in row["copies"])
    return msgspec.convert({**row, "source": number[row["document"]], "also_in": also_in}, Deed)


def _statement(row: Mapping[str, Any], number: Mapping[str, int]) -> Statement:
    return msgspec.convert({**row, "source": number[row["document"]]}, Statement)


def _change(row: Mapping[str, Any], number: Mapping[str, int]) -> Change:
    before, after = (
        Wording(
            day=row[f"{when}day"],
            stance=row[f"{when}stance"],
            strength=row[f"{when}strength"],
            cue=row[f"{when}cue"],
            negated=row[f"{when}negated"],
            words=row[f"{when}evidence_text"],
            source=number[row[f"{when}document"]],
            claim=row[f"{when}claim"],
        )
        for when in ("previous_", "")
    )
    return Change(row["speaker_country"], row["issue"], row["kind"], tuple(row["changed"]), before, after)


def _tally(deeds: Iterable[Mapping[str, Any]], source: str, target: str) -> Tally:
    rows = [
        row
        for row in deeds
        if (row["source_country"], row["target_country"]) == (source, target)
        and row["status"] in {"occurred", "ongoing"}
    ]
    quads = Counter(row["quad"] for row in rows)
    scores = [row["goldstein"] for row in rows if row["goldstein"] is not None]
    return Tally(
        source_country=source,
        target_country=target,
        verbal_cooperation=quads[1],
        material_cooperation=quads[2],
        verbal_conflict=quads[3],
        material_conflict=quads[4],
        goldstein_mean=sum(scores) / len(scores) if scores else None,
    )
