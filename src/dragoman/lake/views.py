"""Ready-made views over the tables: the questions that users of event data ask first.

Each is SQL that DuckDB runs; `docs/lake.md` shows what they hold. Dates are the events' own: where a text
gives none the date is null, and `reported` says when it was reported.
"""

from __future__ import annotations

from typing import get_args

from dragoman.lake.issues import topics_sql
from dragoman.lake.wording import direction_sql
from dragoman.records import Strength

ENGAGEMENTS = ("meeting", "call", "negotiation", "mediation", "summit")
"""The forms of event that are meetings."""

STRENGTHS: tuple[str, ...] = get_args(Strength)
"""Weakest first."""

VISITS = """
SELECT e.document, e.id AS event, e.form, e.status,
       list_transform(e.sources, lambda a: a.name) AS visitors,
       list_distinct(list_filter(list_transform(e.sources, lambda a: a.country), lambda c: c IS NOT NULL))
           AS visitor_countries,
       list_transform(e.targets, lambda a: a.name) AS hosts,
       coalesce(e.place.country, e.targets[1].country) AS host_country,
       e.date.start AS date_start, e.date.end AS date_end, e.date.precision AS date_precision,
       e.reported.start AS reported, e.place.name AS place, e.part_of,
       count(parts.id) AS n_parts, e.confidence, e.evidence_text
FROM events e
LEFT JOIN (SELECT document, part_of, id FROM events WHERE part_of IS NOT NULL) parts
       ON parts.document = e.document AND parts.part_of = e.id
WHERE e.form IN ('visit', 'site visit')
GROUP BY ALL
"""

MEETINGS = f"""
SELECT document, id AS event, form, status, mutual,
       list_transform(sources, lambda a: a.name) AS sources,
       list_transform(targets, lambda a: a.name) AS targets,
       list_distinct(list_filter(list_transform(list_concat(sources, targets), lambda a: a.country),
                                 lambda c: c IS NOT NULL)) AS countries,
       date.start AS date_start, date.end AS date_end, date.precision AS date_precision,
       reported.start AS reported, place.name AS place, place.country AS place_country,
       contexts, part_of, confidence, evidence_text
FROM events
WHERE form IN {ENGAGEMENTS}
"""  # noqa: S608  # our constants

PLEDGES = f"""
SELECT document, id AS claim,
       list_transform(speakers, lambda a: a.name) AS speakers,
       list_distinct(list_filter(list_transform(speakers, lambda a: a.country), lambda c: c IS NOT NULL))
           AS speaker_countries,
       list_transform(list_concat(partners, addressees), lambda a: a.name) AS partners,
       list_distinct(list_filter(list_transform(list_concat(partners, addressees), lambda a: a.country),
                                 lambda c: c IS NOT NULL)) AS partner_countries,
       strength, list_position({list(STRENGTHS)}, strength) AS strength_rank,
       action_text, cue_text, about_names, topics, negated, quoted,
       date.start AS date_start, date.end AS date_end, reported, confidence, evidence_text
FROM claims
WHERE kind = 'pledge'
"""  # noqa: S608  # our constants

POSITIONS = """
SELECT document, id AS claim,
       list_transform(speakers, lambda a: a.name) AS speakers,
       list_distinct(list_filter(list_transform(speakers, lambda a: a.country), lambda c: c IS NOT NULL))
           AS speaker_countries,
       list_distinct(list_filter(list_transform(partners, lambda a: a.country), lambda c: c IS NOT NULL))
           AS partner_countries,
       stance, unnest(if(len(about_names) = 0, [NULL], about_names)) AS issue,
       unnest(if(len(about_keys) = 0, [NULL], about_keys)) AS issue_key,
       topics, cue_text, negated, quoted,
       date.start AS date_start, date.end AS date_end, reported, confidence, evidence_text
FROM claims
WHERE kind = 'position'
"""

_SAID_IN_CLAIMS = """
    SELECT unnest(list_distinct(list_transform(speakers, lambda a: a.country))) AS speaker_country,
           about_keys, about_names, kind, coalesce("date".start, reported) AS day, document, position,
           id AS claim, stance, strength, lower(cue_text) AS cue, negated, evidence_text
    FROM claims
    WHERE len(about_keys) > 0
"""


def wording_changes_of(said: str) -> str:
    """SQL for the consecutive claims of one country on one issue whose words differ.

    Claims of one kind are compared, each document's first with the one before it in time. What is undated and
    in a document without a date has no place in the order, and is left out. What is one issue is told by its
    words (`issues.py`); `issue` and `issue_key` are those of the later claim.

    Args:
        said: SQL for claims, a row for each speaker's country: speaker_country, about_keys, about_names,
            kind, day, document, position, claim, stance, strength, cue, negated, evidence_text.
    """
    return f"""
WITH said AS ({said}),
said_on_issue AS (
    SELECT unnest(about_keys) AS issue_key, unnest(about_names) AS issue, * EXCLUDE (about_keys, about_names)
    FROM said
),
on_topic AS ({topics_sql("said_on_issue")}),
first_in_document AS (
    SELECT * FROM on_topic
    WHERE speaker_country IS NOT NULL AND day IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY speaker_country, topic, kind, document ORDER BY position, issue_key) = 1
),
beside_the_last AS (
    SELECT *,
           lag(day) OVER earlier AS previous_day, lag(document) OVER earlier AS previous_document,
           lag(claim) OVER earlier AS previous_claim, lag(stance) OVER earlier AS previous_stance,
           lag(strength) OVER earlier AS previous_strength, lag(cue) OVER earlier AS previous_cue,
           lag(negated) OVER earlier AS previous_negated, lag(issue) OVER earlier AS previous_issue,
           lag(evidence_text) OVER earlier AS previous_evidence_text
    FROM first_in_document
    WINDOW earlier AS (PARTITION BY speaker_country, topic, kind ORDER BY day, document)
)
SELECT speaker_country, issue, issue_key, kind, previous_day, day,
       list_filter(['stance', 'strength', 'cue', 'negation'], lambda what, place: [
           stance IS DISTINCT FROM previous_stance, strength IS DISTINCT FROM previous_strength,
           cue IS DISTINCT FROM previous_cue, negated IS DISTINCT FROM previous_negated][place]) AS changed,
       {direction_sql("previous_", "", STRENGTHS)} AS direction,
       previous_issue,
       previous_stance, stance, previous_strength, strength, previous_cue, cue, previous_negated, negated,
       previous_document, document, previous_claim, claim, previous_evidence_text, evidence_text
FROM beside_the_last
WHERE previous_document IS NOT NULL
  AND (stance, strength, cue, negated)
      IS DISTINCT FROM (previous_stance, previous_strength, previous_cue, previous_negated)
"""  # noqa: S608  # our SQL


TIMELINE = """
SELECT coalesce("date".start, reported.start) AS day, "date".start AS date_start, reported.start AS reported,
       'event' AS record, coalesce(form, type, 'CAMEO ' || cameo) AS what, status,
       list_transform(sources, lambda a: a.name) AS who,
       list_transform(targets, lambda a: a.name) AS whom,
       list_distinct(list_filter(list_transform(list_concat(sources, targets), lambda a: a.country),
                                 lambda c: c IS NOT NULL)) AS countries,
       confidence, evidence_text, document, id
FROM events
UNION ALL
SELECT coalesce("date".start, reported), "date".start, reported,
       'claim', kind, NULL,
       list_transform(speakers, lambda a: a.name),
       list_transform(list_concat(partners, addressees), lambda a: a.name),
       list_distinct(list_filter(
           list_transform(list_concat(speakers, partners, addressees), lambda a: a.country),
           lambda c: c IS NOT NULL)),
       confidence, evidence_text, document, id
FROM claims
"""

GOLDSTEIN_WEEKLY = """
SELECT date_trunc('week', date_start)::DATE AS week, source_country, target_country,
       count(*) AS n_events, avg(goldstein) AS goldstein_mean, sum(goldstein) AS goldstein_sum,
       count(*) FILTER (quad = 1) AS n_verbal_cooperation,
       count(*) FILTER (quad = 2) AS n_material_cooperation,
       count(*) FILTER (quad = 3) AS n_verbal_conflict,
       count(*) FILTER (quad = 4) AS n_material_conflict
FROM dyads
WHERE status IN ('occurred', 'ongoing') AND date_precision IN ('day', 'range', 'week')
GROUP BY ALL
"""

VIEWS: dict[str, str] = {
    "visits": VISITS,
    "meetings": MEETINGS,
    "pledges": PLEDGES,
    "positions": POSITIONS,
    "wording_changes": wording_changes_of(_SAID_IN_CLAIMS),
    "timeline": TIMELINE,
    "goldstein_weekly": GOLDSTEIN_WEEKLY,
}
"""Name → SQL. `dyads`, the eighth, is a table."""
