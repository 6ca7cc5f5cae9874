"""SQL that says whether two claims are on one issue, however the issue is phrased.

"The railway from Aden to Sana'a" and "construction of the railway from Aden to Sana'a" are one: a word of
carrying out says how far a thing is, not which thing. Every other word tells issues apart, so that the
lifting of a measure is not the measure.
"""

from __future__ import annotations

from dragoman.lake.tables import quoted

MIN_WORDS = 2
"""Words that an issue is known by; one alone, such as "railway", is too common."""

WORDED = ("issue", "project")
"""Kinds of entity whose names are phrases; those of others are names, every word of which counts."""

_GRAMMAR = (
    *("a", "an", "the", "of", "on", "in", "to", "for", "from", "by", "at", "and", "with", "its", "their"),
    *("his", "her", "our", "this", "that"),
)
_CARRYING_OUT = (
    *("construction", "building", "laying", "start", "beginning", "launch", "launching", "opening"),
    *("completion", "commissioning", "implementation", "implementing", "realization", "realisation"),
    *("execution", "delivery", "development", "advancement", "promotion", "acceleration", "financing"),
    *("funding", "preparation", "preparations", "planning", "progress", "work", "works", "project"),
    *("early", "full", "timely", "speedy", "rapid", "smooth", "joint", "proposed", "planned", "future"),
    *("major", "key", "important", "landmark", "flagship", "strategic"),
)


def topics_sql(said: str) -> str:
    """SQL for the rows of `said` with a column `topic`, the same for claims on one issue.

    It is the issue's key where the knowledge tables know it; else that of the only known issue with the same
    words; else the words.

    Args:
        said: The name of a table with issue_key and issue.
    """
    left_out = ", ".join(map(quoted, (*_GRAMMAR, *_CARRYING_OUT)))
    worded = ", ".join(map(quoted, WORDED))
    return f"""
    WITH keyed AS (
        SELECT *,
               issue_key != split_part(issue_key, ':', 1) || ':' || lower(issue) AS is_known,
               list_sort(list_distinct(list_filter(
                   regexp_extract_all(lower(issue), '[\\p{{L}}\\p{{N}}]+'),
                   lambda word: len(word) > 1 AND word NOT IN ({left_out})))) AS issue_words
        FROM {said}
    ),
    known AS (
        SELECT issue_words, any_value(issue_key) AS known_key FROM keyed
        WHERE is_known AND len(issue_words) >= {MIN_WORDS}
        GROUP BY issue_words HAVING count(DISTINCT issue_key) = 1
    )
    SELECT keyed.* EXCLUDE (is_known, issue_words),
           CASE WHEN is_known OR split_part(issue_key, ':', 1) NOT IN ({worded})
                     OR len(issue_words) < {MIN_WORDS} THEN issue_key
                ELSE coalesce(known_key, array_to_string(issue_words, ' ')) END AS topic
    FROM keyed LEFT JOIN known USING (issue_words)
    """  # noqa: S608  # our SQL
