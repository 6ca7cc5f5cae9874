"""A comparison as plain text, 100 columns wide, and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.compare.comparison import ClaimMatch, Comparison, Engagement, EngagementMatch, Statement, Words
from dragoman.compare.phrases import (
    changes_line,
    counted,
    engagement_phrase,
    head,
    one_line,
    statement_phrase,
    summary,
    verdict,
)

WIDTH = 100
SIGNS = {"firmer": "▲", "softer": "▼", "reversed": "⇄", "changed": "≠", "alike": "="}


def comparison_json(comparison: Comparison) -> bytes:
    """The comparison as it is, for programs."""
    return msgspec.json.format(msgspec.json.encode(comparison), indent=1) + b"\n"


def comparison_text(comparison: Comparison) -> bytes:
    """The comparison to read in a terminal or a plain file, in UTF-8.

    Numbers in brackets are the code points of the document's text that a line rests on.
    """
    return "".join(f"{line}\n" for line in _lines(comparison)).encode()


def _lines(comparison: Comparison) -> Iterator[str]:
    for letter, side in (("A", comparison.a), ("B", comparison.b)):
        yield from _wrapped(f"{letter}  {side.title or side.uri}", "   ")
        counts = f"{counted(side.n_engagements, 'engagement')}, {counted(side.n_claims, 'claim')}"
        yield from _wrapped(f"   {head(side)} · {counts}", "   ")
    yield ""
    for note in comparison.notes:
        yield from _wrapped(f"Note: {note}", "  ")
    yield from _wrapped(summary(comparison), "")
    yield from _section("In both: who met whom", map(_met, comparison.engagements))
    yield from _section("In both: what was said", map(_said, comparison.claims))
    for letter, side in (("A", comparison.a), ("B", comparison.b)):
        alone = [*map(_engagement, side.engagements), *map(_statement, side.claims)]
        yield from _section(f"Only in {letter}", alone)


def _section(heading: str, blocks: Iterable[Iterable[str]]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if not number:
            yield from ("", heading.upper())
        yield from block


def _met(match: EngagementMatch) -> Iterator[str]:
    yield from _wrapped(
        f"{SIGNS['changed' if match.changes else 'alike']} {engagement_phrase(match.a)}", "    "
    )
    if match.changes:
        yield from _wrapped(f"    {changes_line(match.changes)}", "    ")
    yield from _wrapped(f"    why: {match.why} (score {match.score:.2f})", "      ")
    yield from _evidence("A", match.a.evidence)
    yield from _evidence("B", match.b.evidence)


def _said(match: ClaimMatch) -> Iterator[str]:
    way = verdict(match)
    yield from _wrapped(f"{SIGNS[way]} {way}: {statement_phrase(match.a)}", "    ")
    if match.changes:
        yield from _wrapped(f"    {changes_line(match.changes)}", "    ")
    yield from _wrapped(f"    why: {match.why} (score {match.score:.2f})", "      ")
    yield from _evidence("A", match.a.quote)
    yield from _evidence("B", match.b.quote)


def _engagement(engagement: Engagement) -> Iterator[str]:
    yield from _wrapped(f"• {engagement_phrase(engagement)}", "    ")
    yield from _evidence("", engagement.evidence)


def _statement(statement: Statement) -> Iterator[str]:
    yield from _wrapped(f"• {statement_phrase(statement)}", "    ")
    yield from _evidence("", statement.quote)


def _evidence(letter: str, words: Words) -> Iterator[str]:
    side = f"{letter} " if letter else ""
    yield from _wrapped(f"    {side}[{words.span.start}:{words.span.end}] “{one_line(words.text)}”", "      ")


def _wrapped(line: str, indent: str) -> list[str]:
    own = line[: len(line) - len(line.lstrip())]
    return textwrap.wrap(
        one_line(line), WIDTH, initial_indent=own, subsequent_indent=indent, break_on_hyphens=False
    )
