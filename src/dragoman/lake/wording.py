"""SQL that says which of two wordings is firmer, from the table of diplomatic words.

The same scales as in `dragoman compare`, read from what the lake keeps: a claim's evidence. A modifier that
stands before the evidence ("firmly" of "firmly supports") is not seen here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.knowledge.diplomatic_words import BEFORE, BEHIND, DIPLOMATIC_COLUMNS
from dragoman.knowledge.tables import read_csv
from dragoman.lake.tables import quoted

WORD_REACH = 45
"""Code points behind the cue in which a graded word begins, as for single documents."""


def direction_sql(before: str, after: str, strengths: Sequence[str]) -> str:
    """SQL for `firmer`, `softer`, `reversed` or null: how one wording differs from an earlier one.

    Args:
        before: What stands before the earlier one's column names, such as `previous_`.
        after: The same of the later one's, which may be empty.
        strengths: Of pledges, weakest first.

    Both have the columns stance, strength, cue (in lower case), negated and evidence_text.
    """
    first, second = (level_sql(side) for side in (before, after))
    ranks = [f"list_position({list(strengths)}, {side}strength)" for side in (before, after)]
    sides = "['neutral', 'for', 'against']"
    return f"""
    CASE WHEN {before}negated IS DISTINCT FROM {after}negated OR {before}stance != {after}stance
         THEN 'reversed'
         WHEN {before}negated OR {after}negated THEN NULL
         WHEN {before}strength IS NOT NULL OR {after}strength IS NOT NULL
         THEN {_sign(f"{ranks[1]} - {ranks[0]}")}
         ELSE list_transform([[{first}, {second}]], lambda level:
             CASE WHEN level[1].scale = level[2].scale
                       OR 'neutral' IN (level[1].scale, level[2].scale)
                          AND level[1].scale IN {sides} AND level[2].scale IN {sides}
                  THEN {_sign("level[2].rank - level[1].rank")} END)[1]
    END"""


@cache
def level_sql(side: str) -> str:
    """SQL for the place of a wording on the scales, `{'scale': …, 'rank': …}`, or null.

    It is that of the first word of the table, from the cue on, at the highest rank that its modifiers allow.
    """
    text = f"lower(substr({side}evidence_text, greatest(instr(lower({side}evidence_text), {side}cue), 1)))"
    rows = sorted(read_csv("diplomatic_words", DIPLOMATIC_COLUMNS), key=lambda row: -int(row[1]))
    words = sorted({row[3] for row in rows}, key=lambda word: (-len(word), word))
    groups: dict[tuple[str, str, str], list[str]] = {}
    for scale, rank, _, word, modifiers, _ in rows:
        groups.setdefault((scale, rank, modifiers), []).append(word)
    cases = " ".join(
        f"WHEN word IN ({', '.join(map(quoted, own))}){_condition(modifiers)} "
        f"THEN {{'scale': {quoted(scale)}, 'rank': {rank}}}"
        for (scale, rank, modifiers), own in groups.items()
    )
    first = quoted(rf"^(?s:.{{0,{WORD_REACH}}}?)\b({'|'.join(words)})\b")
    return (
        f"list_transform([regexp_extract({text}, {first}, 1)], lambda word: "
        f"list_transform([{text}], lambda text: CASE {cases} END)[1])[1]"
    )


def _condition(modifiers: str) -> str:
    """That a modifier stands before the word, or a phrase of several words behind it."""
    given = [one for one in modifiers.split("|") if one]
    before = "|".join(one for one in given if " " not in one)
    behind = "|".join(one for one in given if " " in one)
    edge = quoted(r"\b")
    parts = []
    if before:
        pattern = quoted(rf"\b({before})\b[^.;:,]{{0,{BEFORE}}}\b")
        parts.append(f"regexp_matches(text, {pattern} || word || {edge})")
    if behind:
        pattern = quoted(rf"\b[^.;]{{0,{BEHIND}}}\b({behind})\b")
        parts.append(f"regexp_matches(text, {edge} || word || {pattern})")
    return f" AND ({' OR '.join(parts)})" if parts else ""


def _sign(difference: str) -> str:
    return f"CASE WHEN {difference} > 0 THEN 'firmer' WHEN {difference} < 0 THEN 'softer' END"
